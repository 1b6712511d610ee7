"""Who has a part in the meeting: citizens as one person, and everybody else by code."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from moderator.meeting.events import Registered
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Setup
from moderator.meeting.state import MeetingState
from moderator.meeting.text import fold

RESERVED_CODE = re.compile(r"(chair|secretary)(-\d+)?")
"""Codes that chairs and secretaries have by their place; nobody else may be given one."""


class Officeholder(Struct, frozen=True):
    """Somebody who may hold the floor by code: chair, secretary, guest or official."""

    code: str
    name: str
    honorific: str = ""
    post: str = ""
    body: str = ""
    fields: tuple[str, ...] = ()
    delegation: str = ""

    @property
    def addressed(self) -> str:
        """Honorific and name, as people are addressed."""
        return f"{self.honorific} {self.name}".strip()


def numbered_code(role: str, place: int) -> str:
    """The code of the chair or secretary at a place counted from 0: chair, chair-2, ..."""
    return role if place == 0 else f"{role}-{place + 1}"


def officeholders(setup: Setup) -> Mapping[str, Officeholder]:
    """Everybody who is meant by a code, in the order chairs, officials, guests, secretaries."""
    global _latest
    if _latest is None or _latest[0] is not setup:
        _latest = setup, _collected(setup)
    return _latest[1]


# Asked for with nearly every row of every screen; a set-up is never changed, only replaced.
_latest: tuple[Setup, Mapping[str, Officeholder]] | None = None


def _collected(setup: Setup) -> dict[str, Officeholder]:
    people: dict[str, Officeholder] = {}
    for role, group in (("chair", setup.chairs), ("secretary", setup.secretaries)):
        for place, person in enumerate(group):
            code = numbered_code(role, place)
            people[code] = Officeholder(
                code, person.name, person.honorific, person.post, setup.authority, delegation=person.delegation
            )
    secretaries = {code: people.pop(code) for code in list(people) if code.startswith("secretary")}
    for official in setup.officials:
        people[official.code] = Officeholder(
            official.code, official.name, official.honorific, official.post, official.body, official.fields
        )
    for guest in setup.guests:
        people[guest.code] = Officeholder(guest.code, guest.name, guest.honorific, guest.post)
    return people | secretaries


def known_officeholder(setup: Setup, code: str) -> Officeholder:
    """The person meant by a code; refuses a code that nobody has."""
    person = officeholders(setup).get(code)
    if person is None:
        raise Refusal("unknown_official", code=code)
    return person


def known_registration(state: MeetingState, who: int) -> int:
    """The registration number, once it is known to exist."""
    if who not in state.registrations:
        raise Refusal("unknown_registration", who=who)
    return who


def person_key(card: Registered) -> tuple[str, str]:
    """What makes two registrations one person: folded name and place; the nameless are each their own."""
    if card.anonymous or not card.name:
        return "", f"#{card.who}"
    return fold(card.name), fold(card.place)
