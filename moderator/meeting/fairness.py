"""Fairness as advice: who and which villages were not heard yet, and how the talking time is shared.

Everything here is one pass over turns, registrations or attendance, and changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from moderator.meeting.overview import turns_by_person
from moderator.meeting.people import person_key
from moderator.meeting.state import CITIZEN_TURNS, Entry, MeetingState
from moderator.meeting.text import fold


def first_time_speakers(state: MeetingState, entries: Iterable[Entry] | None = None) -> set[Entry]:
    """The first speeches that wait of people who have not spoken yet under any number."""
    heard = turns_by_person(state)
    return {
        entry
        for entry in (state.waiting if entries is None else entries)
        if entry.question is None and person_key(state.registrations[entry.who].card) not in heard
    }


@dataclass(frozen=True, slots=True)
class PlaceHeard:
    """A village with how many of it speak.

    Attributes:
        waiting: how many of it wait to speak for the first time.
        invited: it stands on the list of those invited.
    """

    place: str
    waiting: int
    invited: bool


def places_not_heard(state: MeetingState) -> list[PlaceHeard]:
    """The villages that were invited or have registered and of which nobody was heard, those that wait first."""
    heard: set[str] = set()
    for turn in state.turns.values():
        if turn.counted and turn.kind in CITIZEN_TURNS and turn.ended is not None and turn.who is not None:
            heard.add(fold(state.registrations[turn.who].card.place))
    waiting: dict[str, int] = {}
    for entry in state.waiting:
        if entry.question is None:
            key = fold(state.registrations[entry.who].card.place)
            waiting[key] = waiting.get(key, 0) + 1
    invited = {fold(row.place) for row in state.setup.attendance if row.place}
    named: dict[str, str] = {}
    for place in (
        *(row.place for row in state.setup.attendance),
        *(each.card.place for each in state.registrations.values()),
    ):
        if place.strip():
            named.setdefault(fold(place), place.strip())
    found = [PlaceHeard(place, waiting.get(key, 0), key in invited) for key, place in named.items() if key not in heard]
    return sorted(found, key=lambda each: each.waiting == 0)


@dataclass(frozen=True, slots=True)
class TalkingTime:
    """Seconds spoken by citizens and by officials; the chair asking back counts for nobody."""

    citizens: float
    officials: float

    @property
    def citizens_share(self) -> float | None:
        """The citizens' part of the talking time, from 0 to 1; None before anybody has spoken."""
        total = self.citizens + self.officials
        return self.citizens / total if total else None


def talking_time(state: MeetingState, now: dt.datetime) -> TalkingTime:
    """How the talking time is shared so far."""
    citizens = officials = 0.0
    for turn in state.turns.values():
        if not turn.counted or turn.kind == "clarification":
            continue
        if turn.kind in CITIZEN_TURNS:
            citizens += turn.spoken(now)
        else:
            officials += turn.spoken(now)
    return TalkingTime(citizens, officials)
