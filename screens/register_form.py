"""The box for registering: a few keys for whoever is known, and nobody registered by one stray Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.events import Registered
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.setup import Attendee
from moderator.meeting.text import fold
from moderator.meeting.units import units_in_brief
from moderator.meeting.villages import village_meant, villages_of
from screens import choices
from screens.console_view import citizen
from screens.form import Choice, Field, FieldProblem, Form, Scene, built
from screens.form_given import parted_name


def _shown(scene: Scene) -> Sequence[Choice]:
    return choices.worded("console.shown", ("true", "false"), scene)


def _how(scene: Scene) -> Sequence[Choice]:
    ways = ("in_person", "in_writing", "now", "again", "anonymous", "anonymous_writing")
    return choices.worded("console.how", ways, scene)


PLACE = Field(
    "place", label=lambda scene: capital(units_in_brief(scene.state.setup)) if scene.state.setup.units else ""
)
SLIP = (
    Field("slip"),
    Field("show_name", "pick", choices=_shown, unset="unset.meeting"),
    Field("show_topic", "pick", choices=_shown, unset="unset.meeting"),
)


def register_form(people: Sequence[Attendee]) -> Form:
    """The box for registering: known people by a part of their name, everybody else typed once."""
    # Values that nobody can type, so that no typed name is taken for somebody on the list.
    invited = {f"\0{place}": person for place, person in enumerate(people)}
    listed = {
        (fold(person.name), fold(person.place)): Choice(value, _introduced(person), called=person.name)
        for value, person in invited.items()
    }
    # Words for a thousand who have registered are made once, not at each opening; a card never changes, it is replaced.
    told: dict[int, tuple[Registered, Choice]] = {}
    latest: tuple[list[Registered], list[Choice]] = ([], [*listed.values()])

    def registered(scene: Scene, who: int, choice: Choice | None) -> Choice:
        card = scene.state.registrations[who].card
        kept = told.get(who)
        if kept is None or kept[0] is not card:
            choice = choice or Choice(f"\0who{who}", citizen(scene.state, who), called=card.name)
            kept = told[who] = (card, replace(choice, note=scene.words("console.registered_as", who=who)))
        return kept[1]

    def known(scene: Scene) -> Sequence[Choice]:
        """Who has not registered yet before who has."""
        nonlocal latest
        registrations = scene.state.registrations
        came = {key: whos[-1] for key, whos in scene.state.people.items() if whos and key[0]}
        cards = [registrations[who].card for who in came.values()]
        if cards != latest[0]:
            fresh = [choice for key, choice in listed.items() if key not in came]
            latest = cards, fresh + [registered(scene, who, listed.get(key)) for key, who in came.items()]
        return latest[1]

    def meant(scene: Scene, value: str) -> Attendee | None:
        who = value.removeprefix("\0who")
        if who == value or not who.isdecimal() or int(who) not in scene.state.registrations:
            return invited.get(value)
        card = scene.state.registrations[int(who)].card
        return Attendee(name=card.name, honorific=card.honorific, place=card.place, organisation=card.organisation)

    def fill(scene: Scene, value: str) -> Mapping[str, str]:
        person = meant(scene, value)
        return {} if person is None else {"place": person.place, "organisation": person.organisation}

    def build(scene: Scene, values: dict[str, Any]) -> Command:
        how = values.pop("how")
        in_writing = how in ("in_writing", "anonymous_writing")
        anonymous = how in ("anonymous", "anonymous_writing")
        person = meant(scene, values["name"] or "")
        if person is None:
            values["honorific"], values["name"] = parted_name(values["name"] or "")
        else:
            values["honorific"], values["name"] = person.honorific, person.name
        if values["place"]:
            values["place"] = village_meant(villages_of(scene.state), values["place"])
        if not values["name"] and not anonymous:
            raise FieldProblem("name", "nameless")
        if not in_writing:
            values["summary"] = values.pop("text")
        elif values["text"] is None:
            raise FieldProblem("text", "written_text")
        values |= {"channel": "in_writing" if in_writing else "in_person"}
        return built(c.Register, values | {"now": how == "now", "again": how == "again", "anonymous": anonymous})

    def preview(scene: Scene, texts: Mapping[str, str]) -> str:
        """Who of this name is registered already."""
        person = meant(scene, texts["name"])
        name = parted_name(texts["name"])[1] if person is None else person.name
        if not name or texts["how"] in ("again", "anonymous", "anonymous_writing"):
            return ""
        return _same_name(scene, name, texts["place"] if person is None or texts["place"] else person.place)

    return Form(
        (
            Field("name", "pick", choices=known, fills=fill, free=True, first=True),
            # As after somebody who is known: the topic comes next.
            replace(PLACE, then="topic"),
            Field("topic", "pick", choices=choices.topics, free=True, plain=True),
            Field("asked_seconds", "seconds"),
            Field("how", "pick", choices=_how, starts=lambda scene: "in_person", required=True),
            Field("organisation"),
            Field("phone"),
            Field("text", "area", label=lambda scene: scene.words("field.summary")),
            *SLIP,
        ),
        build=build,
        preview=preview,
        stays=True,
    )


def _same_name(scene: Scene, name: str, place: str) -> str:
    """Whoever of a name is registered: the very person, while he waits, or others with the name, elsewhere at home."""
    wanted, home = fold(name), fold(place)
    lines = []
    people = scene.state.people
    for key in [key for key in people if key[0] == wanted and people[key]]:
        whos = people[key]
        who = whos[-1]
        if key[1] != home:
            lines.append(scene.words("console.same_name", who=who, name=citizen(scene.state, who)))
        elif any(entry.who in whos and entry.question is None for entry in scene.state.waiting):
            lines.append(scene.words("console.waits_already", who=who))
    return "\n".join(lines[:2])


def _introduced(person: Attendee) -> str:
    name = f"{person.honorific} {person.name}".strip()
    return ", ".join(part for part in (name, person.place or person.organisation) if part)
