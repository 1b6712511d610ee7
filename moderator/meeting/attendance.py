"""Who has come of those who were invited, with reasons and substitutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import RESERVED_CODE, known_officeholder, officeholders
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Setup
from moderator.meeting.state import MeetingState, TakenAttendance
from moderator.meeting.text import fold

MOST_PRESENT = 1_000_000
Key = tuple[str, str, str]


class Invited(Struct, frozen=True):
    """Somebody invited, or a group; one who came uninvited stands with a count of 0.

    Attributes:
        code: of somebody with a part in the meeting, empty for others.
        count: how many were invited, 0 where no number was settled.
        is_group: several people under the name of an organisation or a place.
    """

    name: str
    honorific: str
    place: str
    organisation: str
    count: int
    is_group: bool
    code: str = ""

    @property
    def told_as(self) -> Key:
        """Name, place and organisation as they are put down: what a person belongs to is no part of it."""
        return self.name, self.place, self.organisation if self.is_group else ""

    @property
    def key(self) -> Key:
        """What makes two tellings of it one."""
        return _key(*self.told_as)


class Attendance(Struct, frozen=True):
    """The figures of who came; substitutes are not counted among those present."""

    invited: int
    present: int
    absent: int
    substitutes: int
    unmarked: int


def _key(name: str, place: str, organisation: str) -> Key:
    return fold(name), fold(place), fold(organisation)


def invited(setup: Setup) -> list[Invited]:
    """The list of those invited to attend, as the meeting file has it."""
    return [
        Invited(
            name=row.name,
            honorific=row.honorific,
            place=row.place,
            organisation=row.organisation,
            count=row.count if not row.name else 1,
            is_group=not row.name,
        )
        for row in setup.attendance
    ]


def taking_part(setup: Setup) -> list[Invited]:
    """Everybody who has a part in the meeting by code: they are expected as well."""
    return [
        Invited(person.name, person.honorific, "", person.body, 1, is_group=False, code=person.code)
        for person in officeholders(setup).values()
    ]


def called_over(setup: Setup) -> list[Invited]:
    """Everybody whose name is called over, each once: the invited, officials and guests.

    Who presides and who writes are there, or there would be no meeting.
    """
    holders = (each for each in taking_part(setup) if not RESERVED_CODE.fullmatch(each.code))
    found: dict[Key, Invited] = {}
    for each in (*invited(setup), *holders):
        found.setdefault(each.key, each)
    return list(found.values())


def unmarked(state: MeetingState) -> list[Invited]:
    """Those of whom nothing was said yet, without the groups of which nobody knows how many were invited."""
    return [each for each in called_over(state.setup) if each.count and taken(state, each) is None]


def taken(state: MeetingState, who: Invited) -> TakenAttendance | None:
    """What was said of somebody; None while nothing was."""
    return state.attended.get(who.key)


def uninvited(state: MeetingState) -> list[TakenAttendance]:
    """Those who came although no list has them."""
    expected = {each.key for each in (*invited(state.setup), *taking_part(state.setup))}
    return [each for key, each in state.attended.items() if key not in expected]


def figures(state: MeetingState, listed: Iterable[Invited]) -> Attendance:
    """How many of a list were invited, came, stayed away or sent somebody, and of how many nothing was said."""
    all_invited = present = absent = substitutes = unmarked = 0
    for each in listed:
        told = taken(state, each)
        all_invited += each.count
        if told is None:
            unmarked += each.count
            continue
        present += told.present
        absent += max(0, each.count - told.present)
        substitutes += bool(told.substitute)
    return Attendance(all_invited, present, absent, substitutes, unmarked)


def _attend(state: MeetingState, command: c.Attend, at: dt.datetime) -> Iterator[e.Event]:
    if command.rest:
        if command != c.Attend(rest=True):
            raise Refusal("rest_goes_alone")
        left = unmarked(state)
        if not left:
            raise Refusal("nobody_unmarked")
        yield from (_told(each, present=each.count) for each in left)
        return
    name, place, organisation = (each.strip() for each in (command.name, command.place, command.organisation))
    if command.official:
        person = known_officeholder(state.setup, command.official)
        name, place, organisation = person.name, "", ""
        found = next((each for each in taking_part(state.setup) if each.code == person.code), None)
    else:
        if not (name or place or organisation):
            raise Refusal("attendee_missing")
        found = _meant(state.setup, name, place, organisation)
    who = found or Invited(name, "", place, organisation, 0, is_group=not name)
    present = _present(command.present, who, substituted=bool(command.substitute.strip()))
    # Who was put down as having come without an invitation may have been put down by mistake.
    if found is None and not present and taken(state, who) is None:
        raise Refusal("not_invited", name=name or organisation or place)
    yield _told(who, present, command.reason, command.substitute)


def _told(who: Invited, present: int, reason: str = "", substitute: str = "") -> e.AttendanceTaken:
    return e.AttendanceTaken(present, *who.told_as, reason, substitute)


def _present(told: bool | int, who: Invited, substituted: bool) -> int:
    """How many people came; whoever sent somebody else has not come himself."""
    if isinstance(told, bool):
        if not who.is_group:
            return int(told and not substituted)
        if told and not who.count:
            raise Refusal("count_missing")
        return who.count if told else 0
    if not 0 <= told <= (MOST_PRESENT if who.is_group else 1):
        raise Refusal("count_out_of_range", count=told, most=MOST_PRESENT if who.is_group else 1)
    return told


def _meant(setup: Setup, name: str, place: str, organisation: str) -> Invited | None:
    """Who is meant; None for somebody on no list, refused where several may be."""
    wanted_place, wanted_organisation = fold(place), fold(organisation)

    def fits(each: Invited) -> bool:
        if each.is_group != (not name) or fold(each.name) != fold(name):
            return False
        of_place = not place or fold(each.place) == wanted_place
        of_organisation = not organisation or fold(each.organisation) == wanted_organisation
        return of_place and of_organisation

    found = {each.key: each for each in invited(setup) if fits(each)}
    if not found and name and not place:
        found = {each.key: each for each in taking_part(setup) if fold(each.name) == fold(name)}
    if len(found) > 1 and not place:
        # A group without a place is meant by its organisation alone.
        found = {key: each for key, each in found.items() if not each.place} or found
    if len(found) > 1:
        raise Refusal("attendee_unclear", name=name or organisation or place, count=len(found))
    return next(iter(found.values()), None)


def _taken(state: MeetingState, event: e.AttendanceTaken, at: dt.datetime) -> None:
    state.attended[_key(event.name, event.place, event.organisation)] = TakenAttendance(
        name=event.name,
        place=event.place,
        organisation=event.organisation,
        present=event.present,
        reason=event.reason,
        substitute=event.substitute,
    )


DECISIONS: Decisions = {c.Attend: _attend}
CHANGES: Changes = {e.AttendanceTaken: _taken}
