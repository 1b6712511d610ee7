"""Whom the registering box knows: those on the lists, and everybody who has registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moderator.meeting.events import Registered
from moderator.meeting.glance import Glance
from moderator.meeting.people import person_key
from moderator.meeting.setup import Attendee
from moderator.meeting.text import fold
from screens.choices import WordedOnce
from screens.console_view import citizen
from screens.form import Choice, Scene, Worded


class KnownPeople:
    """People to pick from, who has not registered yet before who has.

    The box asks after each who registers, with a thousand there: what is known is made longer, not made anew.
    """

    def __init__(self, listed: Sequence[Attendee]) -> None:
        """Know those on the lists."""
        # Values that nobody can type, so that no typed name is taken for somebody on a list.
        self._listed = {f"\0{place}": person for place, person in enumerate(listed)}
        self._choices = {
            (fold(person.name), fold(person.place)): Choice(value, _introduced(person), called=person.name)
            for value, person in self._listed.items()
        }
        self._registered = WordedOnce(self._worded)
        self._glance: Glance | None = None
        self._by_value: dict[str, Choice] = {}
        self._values: list[str] = []
        self._offered = Worded(self._values, self._by_value.__getitem__)
        self._by_name: dict[str, list[tuple[str, str]]] = {}

    def offered(self, scene: Scene) -> Sequence[Choice]:
        """Everybody there is to pick from: the same choices, made longer, while those who come are on no list."""
        return scene.once(self._follow)

    def _follow(self, scene: Scene) -> Sequence[Choice]:
        now, before = Glance.at(scene.state), self._glance
        new = None if before is None else now.cards_since(before)
        goes_on = False
        if new is None or not self._are_new_people(new):
            new = [scene.state.registrations[whos[-1]].card for whos in scene.state.people.values() if whos]
            self._by_name = {}
            self._by_value = {choice.value: choice for choice in self._choices.values()}
        elif any(person_key(card) in self._choices for card in new):
            # What was offered before stays as it was.
            self._by_value = self._by_value.copy()
        else:
            goes_on = True
        came = []
        for card in new:
            key = person_key(card)
            # The nameless are nobody to pick.
            if key[0]:
                self._by_name.setdefault(key[0], []).append(key)
                if key in self._choices:
                    self._by_value.pop(self._choices[key].value, None)
                choice = self._registered(scene, card.who, card)
                self._by_value[choice.value] = choice
                came.append(choice.value)
        if goes_on:
            self._values += came
        else:
            self._values = [*self._by_value]
            self._offered = Worded(self._values, self._by_value.__getitem__)
        self._glance = now
        return self._offered

    def _are_new_people(self, cards: Sequence[Registered]) -> bool:
        keys = [person_key(card) for card in cards]
        return len({*keys}) == len(keys) and not any(key in self._by_name.get(key[0], ()) for key in keys)

    def _worded(self, scene: Scene, card: Registered) -> Choice:
        choice = self._choices.get(person_key(card))
        # A name that was mended reads as it was mended, not as it stood on the list.
        if choice is None or choice.called != card.name:
            choice = Choice(f"\0who{card.who}", citizen(scene.state, card.who), called=card.name)
        return replace(choice, note=scene.words("console.registered_as", who=card.who))

    def meant(self, scene: Scene, value: str) -> Attendee | None:
        """Who was picked; None for a name that was typed."""
        who = value.removeprefix("\0who")
        if who == value or not who.isdecimal() or int(who) not in scene.state.registrations:
            return self._listed.get(value)
        card = scene.state.registrations[int(who)].card
        return Attendee(name=card.name, honorific=card.honorific, place=card.place, organisation=card.organisation)

    def same_name(self, scene: Scene, name: str, place: str, *, picked: bool = False) -> str:
        """Whoever of a name is registered: the very person, while he waits, or others, elsewhere at home.

        Of the others nothing is told where the person was picked from the list, knowingly.
        """
        self.offered(scene)
        home = fold(place)
        lines = []
        for key in self._by_name.get(fold(name), ()):
            whos = scene.state.people[key]
            who = whos[-1]
            if key[1] != home:
                told = "" if picked else scene.words("console.same_name", who=who, name=citizen(scene.state, who))
            else:
                waits = any(entry.who in whos and entry.question is None for entry in scene.state.waiting)
                told = scene.words("console.waits_already", who=who) if waits else ""
            lines += [told] if told else []
        return "\n".join(lines[:2])


def _introduced(person: Attendee) -> str:
    name = f"{person.honorific} {person.name}".strip()
    return ", ".join(part for part in (name, person.place or person.organisation) if part)
