"""One meeting's whole state as plain values, the shape that `moderator show --json` prints."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from moderator.meeting.meeting import Meeting
from moderator.meeting.people import officeholders, person_key
from moderator.meeting.promises import due_of, status_on
from moderator.meeting.state import CITIZEN_TURNS, AskedQuestion, MeetingState, Promise, Registration, Turn
from moderator.meeting.statistics import statistics, tenths
from moderator.meeting.working_days import Calendar


def overview(
    meeting: Meeting, now: dt.datetime, today: dt.date, calendar: Calendar, next_undo: str | None
) -> dict[str, Any]:
    """The state at an instant, promises judged on a day; `next_undo` is worded by the caller."""
    state = meeting.state
    now = max(now, state.last_instant or now)
    return {
        "meeting": _meeting(state),
        "floor": None if state.floor is None else _floor(state, state.floor, now),
        "waiting": _waiting(state),
        "registrations": [_registration(state, r) for r in state.registrations.values()],
        "turns": [_turn(state, turn, now) for turn in state.turns.values() if turn.counted],
        "questions": [_question(state, question) for question in state.questions.values()],
        "promises": [_promise(state, promise, today, calendar) for promise in state.promises.values()],
        "statistics": msgspec.to_builtins(statistics(state, now)),
        "next_undo": next_undo,
        "events": meeting.event_count,
    }


def _local(state: MeetingState, instant: dt.datetime | None) -> str | None:
    return None if instant is None else instant.astimezone(state.setup.tz).isoformat()


def _meeting(state: MeetingState) -> dict[str, Any]:
    starts = state.setup.starts
    return {
        "id": state.setup.id,
        "title": state.setup.title,
        "stage": state.stage,
        "registration": "open" if state.registration_open else "closed",
        "agenda_item": state.agenda_item,
        "starts": None if starts is None else starts.replace(tzinfo=state.setup.tz).isoformat(),
        "opened_at": _local(state, state.opened_at),
        "adjourned_at": _local(state, state.adjourned_at),
        "chair": state.chair,
    }


def _name(state: MeetingState, turn: Turn) -> str | None:
    if turn.who is not None:
        return state.registrations[turn.who].card.name or None
    person = officeholders(state.setup).get(turn.official or "")
    return None if person is None else person.name


def _holder(state: MeetingState, turn: Turn) -> dict[str, Any]:
    return {
        "turn": turn.number,
        "kind": turn.kind,
        "who": turn.who,
        "official": turn.official,
        "name": _name(state, turn),
        "questions": list(turn.questions),
    }


def _floor(state: MeetingState, turn: Turn, now: dt.datetime) -> dict[str, Any]:
    left = turn.left(now)
    return _holder(state, turn) | {
        "state": turn.state,
        "limit": turn.limit,
        "extended": turn.extended,
        "spoken": tenths(turn.spoken(now)),
        "left": None if left is None else tenths(left),
    }


def turns_by_person(state: MeetingState) -> dict[tuple[str, str], int]:
    """How many speeches and follow-ups each person has ended so far."""
    counts: dict[tuple[str, str], int] = {}
    for turn in state.turns.values():
        if turn.counted and turn.kind in CITIZEN_TURNS and turn.ended is not None and turn.who is not None:
            key = person_key(state.registrations[turn.who].card)
            counts[key] = counts.get(key, 0) + 1
    return counts


def _waiting(state: MeetingState) -> list[dict[str, Any]]:
    turns_before = turns_by_person(state)
    rows = []
    for entry in state.waiting:
        card = state.registrations[entry.who].card
        rows.append(
            {
                "entry": str(entry),
                "who": entry.who,
                "name": card.name or None,
                "place": card.place or None,
                "topic": card.topic or None,
                "turns_before": turns_before.get(person_key(card), 0),
                "kind": "speech" if entry.question is None else "follow_up",
                "question": entry.question,
            }
        )
    return rows


def shown_status(state: MeetingState, registration: Registration) -> str:
    """A registration's status, "on_floor" while the person holds the floor."""
    floor = state.held or state.floor
    if floor is not None and floor.kind in CITIZEN_TURNS and floor.who == registration.who:
        return "on_floor"
    return registration.status


def _registration(state: MeetingState, registration: Registration) -> dict[str, Any]:
    card = registration.card
    return {
        "who": card.who,
        "name": card.name or None,
        "place": card.place or None,
        "topic": card.topic or None,
        "channel": card.channel,
        "late": card.late,
        "status": shown_status(state, registration),
    }


def _turn(state: MeetingState, turn: Turn, now: dt.datetime) -> dict[str, Any]:
    return _holder(state, turn) | {
        "began": _local(state, turn.began),
        "ended": _local(state, turn.ended),
        "spoken": tenths(turn.spoken(now)),
        "limit": turn.limit,
        "extended": turn.extended,
        "corrected": turn.corrected is not None,
        "note": turn.note or None,
    }


def _question(state: MeetingState, question: AskedQuestion) -> dict[str, Any]:
    conclusion = question.conclusion
    return {
        "question": question.number,
        "who": question.who,
        "asker": state.registrations[question.who].card.name or None,
        "text": question.text,
        "field": question.field or None,
        "kind": question.kind,
        "joined_into": question.joined_into,
        "dropped": question.dropped,
        "officials": list(question.officials),
        "answers": [{"official": answer.official, "text": answer.text} for answer in question.answers],
        "follow_ups": list(question.follow_ups),
        "conclusion": None
        if conclusion is None
        else {
            "outcome": conclusion.outcome,
            "text": conclusion.text or None,
            "reason": conclusion.reason or None,
        },
        "status": question.status,
    }


def _promise(state: MeetingState, promise: Promise, today: dt.date, calendar: Calendar) -> dict[str, Any]:
    due = due_of(state, promise, calendar)
    reply = promise.reply
    return {
        "promise": promise.number,
        "question": promise.question,
        "outcome": promise.outcome,
        "kind": promise.kind,
        "body": promise.body or None,
        "official": promise.official,
        "due": None if due.last_day is None else due.last_day.isoformat(),
        "estimated": due.estimated,
        "text": promise.text or None,
        "status": status_on(promise, due, today),
        "reply": None
        if reply is None
        else {"number": reply.number or None, "date": reply.date.isoformat(), "text": reply.text or None},
    }
