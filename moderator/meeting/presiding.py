"""Who presides: the first chair at the beginning, and whoever takes over from him."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import known_officeholder, officeholders
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import MeetingState, Presiding


def delegation_of(state: MeetingState, code: str) -> str:
    """By whose delegation somebody presides: as was said when he took over, else as the meeting file says."""
    for presiding in reversed(state.presided):
        if presiding.code == code and presiding.delegation:
            return presiding.delegation
    person = officeholders(state.setup).get(code)
    return "" if person is None else person.delegation


def everybody_who_presided(state: MeetingState) -> tuple[str, ...]:
    """The codes of all who presided so far, each once, in the order in which they took over."""
    first = state.presided[0].before if state.presided else state.chair
    return tuple(dict.fromkeys((first, *(presiding.code for presiding in state.presided))))


def handed_over(state: MeetingState) -> dict[str, dt.datetime]:
    """Who presided over a part of the meeting and no longer does, with the instant at which somebody took over."""
    begun = state.opened_at
    changes = [] if begun is None else [each for each in state.presided if each.since > begun]
    return {each.before: each.since for each in changes if each.before != state.chair}


def _chair(state: MeetingState, command: c.Chair, at: dt.datetime) -> Iterator[e.Event]:
    person = known_officeholder(state.setup, command.code)
    delegation = command.delegation.strip()
    if person.code == state.chair and delegation in ("", delegation_of(state, person.code)):
        raise Refusal("already_presides", code=person.code, name=person.name)
    yield e.ChairTook(chair=person.code, delegation=delegation)


def _took(state: MeetingState, event: e.ChairTook, at: dt.datetime) -> None:
    state.presided.append(Presiding(at, event.chair, event.delegation, state.chair))
    state.chair = event.chair


DECISIONS: Decisions = {c.Chair: _chair}
CHANGES: Changes = {e.ChairTook: _took}
