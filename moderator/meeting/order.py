"""The waiting order: who is called next, and how the order is changed by people and never by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import known_registration
from moderator.meeting.questions import standing_question
from moderator.meeting.refusals import Refusal
from moderator.meeting.registering import join_end
from moderator.meeting.state import Entry, MeetingState


def _recall(state: MeetingState, command: c.Recall, at: dt.datetime) -> Iterator[e.Event]:
    who = known_registration(state, command.who)
    entries = [entry for entry in state.absent if entry.who == who]
    registration = state.registrations[who]
    if registration.status == "withdrawn" and registration.card.channel == "in_person":
        entries.append(Entry(who))
    if not entries:
        raise Refusal("not_absent", who=who)
    for entry in entries:
        yield e.Recalled(entry=str(entry), top=command.to == "top")


def _reorder(state: MeetingState, command: c.Reorder, at: dt.datetime) -> Iterator[e.Event]:
    try:
        order = [Entry.parse(str(entry)) for entry in command.order]
    except ValueError as wrong:
        raise Refusal("unknown_entry", entry=str(wrong)) from None
    if len(order) != len(state.waiting) or set(order) != set(state.waiting):
        raise Refusal("stale_order")
    yield e.Reordered(order=tuple(str(entry) for entry in order))


def _follow_up(state: MeetingState, command: c.FollowUp, at: dt.datetime) -> Iterator[e.Event]:
    question = standing_question(state, command.question)
    who = question.who if command.who is None else known_registration(state, command.who)
    entry = Entry(who, question.number)
    floor = state.floor
    called = floor is not None and floor.state == "staged" and floor.entry == entry
    if called or entry in state.waiting:
        raise Refusal("already_waiting", who=who, name=state.registrations[who].card.name)
    yield e.FollowUpAsked(who=who, question=question.number)


def _recalled(state: MeetingState, event: e.Recalled, at: dt.datetime) -> None:
    entry = Entry.parse(event.entry)
    if entry in state.absent:
        state.absent.remove(entry)
    if event.top:
        state.join_order(entry, 0)
    elif entry.question is None:
        join_end(state, entry)
    else:
        _join_follow_ups(state, entry)
    if entry.question is None:
        state.change_registration(entry.who, status="waiting")


def _reordered(state: MeetingState, event: e.Reordered, at: dt.datetime) -> None:
    state.set_order([Entry.parse(entry) for entry in event.order])


def _follow_up_asked(state: MeetingState, event: e.FollowUpAsked, at: dt.datetime) -> None:
    entry = Entry(event.who, event.question)
    if entry in state.absent:
        state.absent.remove(entry)
    _join_follow_ups(state, entry)


def _join_follow_ups(state: MeetingState, entry: Entry) -> None:
    """First asked, first heard: behind the last follow-up that waits, before the first speeches."""
    places = [place for place, other in enumerate(state.waiting) if other.question is not None]
    state.join_order(entry, places[-1] + 1 if places else 0)
    floor = state.held or state.floor
    if floor is not None and floor.kind == "follow_up":
        state.change_turn(floor.number, behind=(*floor.behind, entry))


DECISIONS: Decisions = {c.Recall: _recall, c.Reorder: _reorder, c.FollowUp: _follow_up}
CHANGES: Changes = {
    e.Recalled: _recalled,
    e.Reordered: _reordered,
    e.FollowUpAsked: _follow_up_asked,
}
