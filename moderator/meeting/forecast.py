"""Foresight, as advice only: how fast the meeting goes, and when everybody will have been heard."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from moderator.meeting.state import MeetingState

LIMIT_STEP = 10


class Pace(Struct, frozen=True):
    """How long the floor has taken for each person heard, answers and pauses between included.

    Attributes:
        heard: speeches ended so far.
        seconds_per_speaker: seconds of meeting time per speech.
    """

    heard: int
    seconds_per_speaker: float


def pace(state: MeetingState, now: dt.datetime) -> Pace | None:
    """The pace so far, without breaks; None before the first speech has ended."""
    heard = state.tallies.speeches
    # Turns stand in the order in which they began.
    first = next((turn for turn in state.turns.values() if turn.kind == "speech" and turn.counted), None)
    if not heard or first is None or first.began is None:
        return None
    began = first.began
    floor = state.held or state.floor
    if floor is None or floor.began is None:
        until, _ = state.tallies.ends[-1]
    else:
        # A speech that still goes on is not yet one of those heard, so its time is none of theirs.
        until = floor.began if floor.kind == "speech" else now
    elapsed = (until - began).total_seconds()
    for taken in state.breaks:
        if began <= taken.began < until:
            elapsed -= ((taken.ended or until) - taken.began).total_seconds()
    return Pace(heard, max(1.0, elapsed) / max(1, heard))


def everybody_heard_at(state: MeetingState, now: dt.datetime) -> dt.datetime | None:
    """When everybody who waits will have been heard at the pace so far; None before the first speech has ended.

    A speech takes what speeches with their answers took so far, a follow-up what follow-ups took; a break of
    known length is waited for.
    """
    found = pace(state, now)
    if found is None:
        return None
    follow_ups = state.tallies.follow_ups_waiting
    seconds = found.seconds_per_speaker * (len(state.waiting) - follow_ups)
    seconds += _follow_up_seconds(state) * follow_ups
    floor = state.held or state.floor
    if floor is not None and floor.kind == "speech":
        used = 0.0 if floor.began is None else (now - floor.began).total_seconds()
        seconds += max(0.0, found.seconds_per_speaker - used)
    return _after_break(state, now) + dt.timedelta(seconds=seconds)


def _follow_up_seconds(state: MeetingState) -> float:
    heard = state.tallies.follow_ups
    return state.tallies.follow_up_time.total_seconds() / heard if heard else float(state.setup.limits.follow_up)


def _after_break(state: MeetingState, now: dt.datetime) -> dt.datetime:
    if state.stage != "break" or state.breaks[-1].minutes is None:
        return now
    return max(now, state.breaks[-1].began + dt.timedelta(minutes=state.breaks[-1].minutes))


def planned_end(state: MeetingState) -> dt.datetime | None:
    """When the meeting would end by its agenda: its minutes from the opening; None where none are planned."""
    minutes = sum(item.minutes for item in state.setup.agenda)
    return state.opened_at + dt.timedelta(minutes=minutes) if minutes and state.opened_at is not None else None


def limit_for_all(state: MeetingState, now: dt.datetime) -> int | None:
    """The speech limit in seconds that would let everybody speak by the planned end, the items to come included.

    None where nothing is planned or nobody waits to speak; 0 where even the answers take longer than is left.
    """
    ends = planned_end(state)
    speeches = len(state.waiting) - state.tallies.follow_ups_waiting
    if ends is None or not speeches:
        return None
    visited = {number for _, number in state.agenda_moves}
    to_come = sum(item.minutes for number, item in enumerate(state.setup.agenda, 1) if number not in visited)
    if state.agenda_item is None:
        # Without the agenda nobody knows which items are over: the whole time left is taken for speaking.
        to_come = 0
    left = (ends - _after_break(state, now)).total_seconds() - to_come * 60
    for_each = left / speeches - _around_a_speech(state, now)
    return max(0, int(for_each // LIMIT_STEP) * LIMIT_STEP)


def _around_a_speech(state: MeetingState, now: dt.datetime) -> float:
    """Seconds that answers, follow-ups and pauses took for each speech so far."""
    found = pace(state, now)
    if found is None:
        return 0.0
    spoken = sum(
        t.spoken(now) for t in state.turns.values() if t.kind == "speech" and t.counted and t.ended is not None
    )
    return max(0.0, found.seconds_per_speaker - spoken / found.heard)


class AgendaStanding(Struct, frozen=True):
    """How the meeting stands against its agenda.

    Attributes:
        item: the present item, counted from 1.
        behind: seconds behind the plan; negative when ahead.
        ends: when the meeting will end if everything else goes as planned.
    """

    item: int
    behind: float
    ends: dt.datetime


def agenda_standing(state: MeetingState, now: dt.datetime) -> AgendaStanding | None:
    """Whether the agenda is ahead or behind; None without planned minutes, or before its first item.

    Items count in the order in which they were really taken.
    """
    ends, item = planned_end(state), state.agenda_item
    if ends is None or item is None or state.opened_at is None:
        return None
    agenda = state.setup.agenda
    visited = list(dict.fromkeys(number for _, number in state.agenda_moves))
    before = sum(agenda[number - 1].minutes for number in visited if number != item)
    planned_from = state.opened_at + dt.timedelta(minutes=before)
    planned_to = planned_from + dt.timedelta(minutes=agenda[item - 1].minutes)
    began = next(at for at, number in state.agenda_moves if number == item)
    # Early into an item only its late beginning tells; past its end every further second does.
    behind = (now - planned_to).total_seconds()
    if item == visited[-1]:
        behind = max(behind, (began - planned_from).total_seconds())
    return AgendaStanding(item, behind, ends + dt.timedelta(seconds=behind))
