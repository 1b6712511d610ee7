"""What the secretary shows to the hall or keeps from it: messages, reminders, hiding, darkening."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import person_key
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import MeetingState


def reminders_by_person(state: MeetingState) -> dict[tuple[str, str], int]:
    """How often each person was reminded of time, topic or order so far."""
    counts: dict[tuple[str, str], int] = {}
    for turn in state.turns.values():
        if turn.counted and turn.reminders and turn.who is not None:
            key = person_key(state.registrations[turn.who].card)
            counts[key] = counts.get(key, 0) + len(turn.reminders)
    return counts


def _message(state: MeetingState, command: c.Message, at: dt.datetime) -> Iterator[e.Event]:
    yield e.MessageShown(text=command.text)


def _remind(state: MeetingState, command: c.Remind, at: dt.datetime) -> Iterator[e.Event]:
    floor = state.held or state.floor
    if floor is None or floor.began is None:
        raise Refusal("floor_empty" if floor is None else "not_started")
    yield e.Reminded(turn=floor.number, kind=command.kind)


def _hide(state: MeetingState, command: c.Hide, at: dt.datetime) -> Iterator[e.Event]:
    floor = state.held or state.floor
    if floor is None:
        raise Refusal("floor_empty")
    yield e.TurnHidden(turn=floor.number, on=command.on)


def _blackout(state: MeetingState, command: c.Blackout, at: dt.datetime) -> Iterator[e.Event]:
    yield e.BlackedOut(on=command.on)


def _message_shown(state: MeetingState, event: e.MessageShown, at: dt.datetime) -> None:
    state.message = event.text


def _reminded(state: MeetingState, event: e.Reminded, at: dt.datetime) -> None:
    state.change_turn(event.turn, reminders=(*state.turns[event.turn].reminders, event.kind))


def _hidden(state: MeetingState, event: e.TurnHidden, at: dt.datetime) -> None:
    state.change_turn(event.turn, hidden=event.on)


def _blacked_out(state: MeetingState, event: e.BlackedOut, at: dt.datetime) -> None:
    state.blackout = event.on


DECISIONS: Decisions = {
    c.Message: _message,
    c.Remind: _remind,
    c.Hide: _hide,
    c.Blackout: _blackout,
}
CHANGES: Changes = {
    e.MessageShown: _message_shown,
    e.Reminded: _reminded,
    e.TurnHidden: _hidden,
    e.BlackedOut: _blacked_out,
}
