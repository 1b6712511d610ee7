"""The box for registering: a few keys for whoever is known, and nobody registered by one stray Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.setup import Attendee
from moderator.meeting.units import units_in_brief
from moderator.meeting.villages import village_meant, villages_of
from screens import choices
from screens.form import Choice, Field, FieldProblem, Form, Scene, built
from screens.form_given import parted_name
from screens.known_people import KnownPeople


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
    known = KnownPeople(people)

    def fill(scene: Scene, value: str) -> Mapping[str, str]:
        person = known.meant(scene, value)
        return {} if person is None else {"place": person.place, "organisation": person.organisation}

    def build(scene: Scene, values: dict[str, Any]) -> Command:
        how = values.pop("how")
        in_writing = how in ("in_writing", "anonymous_writing")
        anonymous = how in ("anonymous", "anonymous_writing")
        person = known.meant(scene, values["name"] or "")
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
        """That the slip comes late, and who of this name is registered already."""
        late = "" if scene.state.registration_open else scene.words("console.slip_is_late")
        return "\n".join(filter(None, (late, namesakes(scene, texts))))

    def namesakes(scene: Scene, texts: Mapping[str, str]) -> str:
        person = known.meant(scene, texts["name"])
        name = parted_name(texts["name"])[1] if person is None else person.name
        if not name or texts["how"] in ("again", "anonymous", "anonymous_writing"):
            return ""
        place = texts["place"] if person is None or texts["place"] else person.place
        return known.same_name(scene, name, place, picked=person is not None and place == person.place)

    return Form(
        (
            Field("name", "pick", choices=known.offered, fills=fill, free=True, first=True),
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
