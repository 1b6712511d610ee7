"""The rhythm of a dialogue: one question after the other, or so many speakers before the answers to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import MeetingState

MOST_ROUNDS = 1000


def _rhythm(state: MeetingState, command: c.Rhythm, at: dt.datetime) -> Iterator[e.Event]:
    if not 0 <= command.rounds <= MOST_ROUNDS:
        raise Refusal("count_out_of_range", count=command.rounds, most=MOST_ROUNDS)
    yield e.RhythmSet(rounds=command.rounds)


def _set(state: MeetingState, event: e.RhythmSet, at: dt.datetime) -> None:
    state.rounds = event.rounds


DECISIONS: Decisions = {c.Rhythm: _rhythm}
CHANGES: Changes = {e.RhythmSet: _set}
