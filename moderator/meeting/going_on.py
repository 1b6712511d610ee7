"""The turn that ended last runs again: "one more word", or an end pressed too early."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import Entry, MeetingState, Turn


def last_ended(state: MeetingState) -> Turn | None:
    """The turn that ended last; a clarification is part of the turn that it interrupted."""
    ends = state.tallies.ends
    return state.turns[ends[-1][1]] if ends else None


def _go_on(state: MeetingState, command: c.GoOn, at: dt.datetime) -> Iterator[e.Event]:
    """What was only called is put back; what was started is not harmed: it must end first."""
    floor = state.floor
    if floor is not None and floor.state != "staged":
        raise Refusal("floor_taken", turn=floor.number)
    last = last_ended(state)
    if last is None:
        raise Refusal("no_turn_ended")
    if command.turn is not None and command.turn != last.number:
        raise Refusal("not_the_last_turn", turn=command.turn, last=last.number)
    if floor is not None:
        yield e.TurnPutBack(turn=floor.number)
    yield e.TurnWentOn(turn=last.number)


def _went_on(state: MeetingState, event: e.TurnWentOn, at: dt.datetime) -> None:
    turn = state.turns[event.turn]
    behind = turn.behind
    if turn.kind == "answer":
        for number in turn.questions:
            others = tuple(other for other in state.questions[number].answer_turns if other != turn.number)
            state.change_question(number, answer_turns=others)
    if turn.kind == "speech" and turn.entry is not None:
        state.change_registration(turn.entry.who, status="waiting")
        # Who came between is behind this turn too, should it be put back after all.
        stood = set(behind)
        behind += tuple(entry for entry in state.waiting if entry not in stood and _came_after(state, entry, turn))
    state.change_turn(turn.number, ended=None, running_since=at, behind=behind)
    state.on_floor = turn.number


def _came_after(state: MeetingState, entry: Entry, turn: Turn) -> bool:
    return entry.question is None and state.registrations[entry.who].at > turn.staged


DECISIONS: Decisions = {c.GoOn: _go_on}
CHANGES: Changes = {e.TurnWentOn: _went_on}
