"""One meeting's whole state as plain values, the shape that `moderator show --json` prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import asdict

from moderator.meeting.attendance import figures, invited, taken, taking_part, uninvited
from moderator.meeting.display import reminders_by_person
from moderator.meeting.meeting import Meeting
from moderator.meeting.people import officeholders, person_key
from moderator.meeting.presiding import delegation_of
from moderator.meeting.promises import due_of, status_on
from moderator.meeting.state import (
    CITIZEN_TURNS,
    Agreement,
    AskedQuestion,
    MeetingState,
    Presiding,
    Promise,
    Registration,
    TakenAttendance,
    Turn,
)
from moderator.meeting.statistics import statistics, tenths
from moderator.meeting.working_days import Calendar


def overview(
    meeting: Meeting, now: dt.datetime, today: dt.date, calendar: Calendar, next_undo: str | None
) -> dict[str, Any]:
    """The state at an instant, promises judged on a day; `next_undo` is worded by the caller."""
    state = meeting.state
    now = max(now, state.last_instant or now)
    raised = _raised(state)
    return {
        "meeting": _meeting(state),
        "floor": None if state.floor is None else _floor(state, state.floor, now, raised),
        "waiting": _waiting(state),
        "registrations": [_registration(state, r) for r in state.registrations.values()],
        "turns": [_turn(state, turn, now, raised) for turn in state.turns.values() if turn.counted],
        "questions": [_question(state, question) for question in state.questions.values()],
        "promises": [_promise(state, promise, today, calendar) for promise in state.promises.values()],
        "statistics": msgspec.to_builtins(statistics(state, now)),
        "next_undo": next_undo,
        "events": meeting.event_count,
        "rhythm": state.rounds,
        "presiding": [_presiding(state, each) for each in state.presided],
        "attendance": _attendance(state),
        "reminders": _reminders(state),
        "general_conclusion": _general_conclusion(state),
        "agreements": [_agreement(agreement) for agreement in state.agreements.values()],
        "incidents": [{"at": _local(state, each.at), "text": each.text} for each in state.incidents],
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


def _raised(state: MeetingState) -> dict[int | None, list[int]]:
    """The questions by the speech they were raised in."""
    raised: dict[int | None, list[int]] = {}
    for question in state.questions.values():
        raised.setdefault(question.turn, []).append(question.number)
    return raised


def _holder(state: MeetingState, turn: Turn, raised: Mapping[int | None, list[int]]) -> dict[str, Any]:
    return {
        "turn": turn.number,
        "kind": turn.kind,
        "who": turn.who,
        "official": turn.official,
        "name": _name(state, turn),
        "questions": raised.get(turn.number, []) if turn.kind == "speech" else list(turn.questions),
    }


def _floor(state: MeetingState, turn: Turn, now: dt.datetime, raised: Mapping[int | None, list[int]]) -> dict[str, Any]:
    left = turn.left(now)
    return _holder(state, turn, raised) | {
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


def _turn(state: MeetingState, turn: Turn, now: dt.datetime, raised: Mapping[int | None, list[int]]) -> dict[str, Any]:
    return _holder(state, turn, raised) | {
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
        "answers": [{"official": answer.official, "text": answer.text or None} for answer in question.answers],
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


def _general_conclusion(state: MeetingState) -> dict[str, Any] | None:
    conclusion = state.general_conclusion
    return None if conclusion is None else {"text": conclusion.text or None, "promises": list(conclusion.promises)}


def _presiding(state: MeetingState, presiding: Presiding) -> dict[str, Any]:
    return {
        "since": _local(state, presiding.since),
        "chair": presiding.code,
        "delegation": delegation_of(state, presiding.code) or None,
    }


def _reminders(state: MeetingState) -> list[dict[str, Any]]:
    """How often each person was reminded, under the person's first number."""
    return [{"who": state.people[person][0], "count": count} for person, count in reminders_by_person(state).items()]


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "on": agreement.on,
        "question": agreement.question,
        "for": agreement.in_favour,
        "against": agreement.against,
        "other": agreement.other,
        "all": agreement.everybody,
    }


def _attendance(state: MeetingState) -> dict[str, Any]:
    """The figures of the list of those invited, and by name or group everybody of whom something was said."""
    listed = invited(state.setup)
    expected = [(each, taken(state, each)) for each in (*listed, *taking_part(state.setup))]
    rows = {each.key: _came(told, each.count) for each, told in expected if told is not None}
    people = [*rows.values(), *(_came(told, 0) for told in uninvited(state))]
    return {**asdict(figures(state, listed)), "people": people}


def _came(told: TakenAttendance, invited_count: int) -> dict[str, Any]:
    return {
        "name": told.name or None,
        "place": told.place or None,
        "organisation": told.organisation or None,
        "invited": invited_count,
        "present": told.present,
        "reason": told.reason or None,
        "substitute": told.substitute or None,
    }
