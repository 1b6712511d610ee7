"""Makes the HallView: the one place that decides what leaves the secretary's table for the hall."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from moderator.meeting.addresses import unit_of
from moderator.meeting.events import Registered
from moderator.meeting.fields import field_name
from moderator.meeting.hall import HallClock, HallNext, HallPerson, HallResult, HallView, Phase
from moderator.meeting.people import officeholders
from moderator.meeting.people_names import shown
from moderator.meeting.promises import Due, dues_of, rule_term
from moderator.meeting.setup import Setup
from moderator.meeting.state import CITIZEN_TURNS, AskedQuestion, Entry, MeetingState, Promise, Turn
from moderator.meeting.working_days import Calendar

SHOWN_NEXT = 3

_HOUSE = re.compile(r"\s*(?:(?:số|nhà|căn hộ|đường|phố|ngõ|ngách|hẻm|kiệt)\b|\d)", re.IGNORECASE)


class Moment(Struct, frozen=True):
    """One instant told twice: in the meeting's time and in the computer's, with the rate between them."""

    meeting: dt.datetime
    real: dt.datetime
    rate: float = 1.0

    def real_at(self, instant: dt.datetime) -> dt.datetime:
        """The computer's time at an instant of the meeting."""
        return self.real + (instant - self.meeting) / self.rate


def hall_view(
    state: MeetingState, moment: Moment, calendar: Calendar, *, live: bool = True, interrupted: bool = False
) -> HallView:
    """All that the hall may see at a moment.

    Names are shown in full, and topics beyond their field, only where people agreed (Luật 91/2025/QH15);
    a turn is hidden by the secretary or as soon as it touches a complaint, a denunciation or a conduct,
    also one that only its conclusion sent to the procedure for these.
    """
    setup = state.setup
    common: dict[str, Any] = {
        "live": live,
        "meeting": setup.id,
        "title": setup.title,
        "authority": setup.authority,
        "place": setup.place,
        "topic": setup.topic,
        "starts": None if setup.starts is None else setup.starts.replace(tzinfo=setup.tz),
        "registration_open": state.registration_open,
    }
    if state.blackout:
        return HallView(phase="blackout", live=live, meeting=setup.id)
    common |= {
        "agenda": "" if state.agenda_item is None else setup.agenda[state.agenda_item - 1].title,
        "message": state.message,
        "waiting": len(state.waiting),
        "upcoming": tuple(_next(state, entry) for entry in state.waiting[:SHOWN_NEXT]),
    }
    if state.stage == "preparing":
        return HallView(phase="before", units=_units(setup), **common)
    if state.stage in ("adjourned", "signed"):
        return HallView(phase="closing" if state.stage == "adjourned" else "after", **common, **_after(state, calendar))
    if interrupted:
        return HallView(phase="interrupted", **common)
    if state.stage == "break":
        return HallView(phase="break", **common, **_break(state, moment))
    return HallView(**common, **_floor(state, moment))


def _units(setup: Setup) -> str:
    if not setup.units:
        return ""
    # It comes with the words of papers, for which the console's first picture does not wait.
    from moderator.meeting.units import units_in_brief

    return units_in_brief(setup)


def _break(state: MeetingState, moment: Moment) -> dict[str, Any]:
    taken = state.breaks[-1]
    held = state.held or state.floor
    ends = None
    if taken.minutes is not None:
        ends = moment.real_at(taken.began + dt.timedelta(minutes=taken.minutes))
    first = None if held is None or _is_hidden(state, held) else _holder(state, held)
    return {"break_began": moment.real_at(taken.began), "break_ends": ends, "person": first}


def _floor(state: MeetingState, moment: Moment) -> dict[str, Any]:
    floor = state.floor
    if floor is None:
        return {"phase": "waiting"}
    main = state.held or floor
    if _is_hidden(state, main):
        return {"phase": "hidden", "turn_kind": main.kind}
    return {
        "phase": _phase(floor),
        "turn_kind": floor.kind,
        "person": _holder(state, main),
        "questions": tuple(n for n in floor.questions if not _is_private(state, state.questions[n])),
        "clock": _clock(state, floor, moment),
        "held": None if main is floor else _clock(state, main, moment),
        "paused": floor.state == "paused",
        "reminder": main.reminders[-1] if main.reminders else "",
    }


def _phase(turn: Turn) -> Phase:
    if turn.kind == "clarification":
        return "asked_back"
    if turn.kind in ("statement", "reading"):
        return "report"
    if turn.state == "staged":
        return "called"
    return "answer" if turn.kind == "answer" else "speech"


def _is_hidden(state: MeetingState, turn: Turn) -> bool:
    if turn.hidden:
        return True
    if turn.kind in CITIZEN_TURNS:
        touched = (*state.tallies.raised.get(turn.number, ()), *turn.questions)
        return any(_is_private(state, state.questions[number]) for number in touched)
    answered = [state.questions[number] for number in turn.questions]
    return bool(answered) and all(_is_private(state, question) for question in answered)


def _is_private(state: MeetingState, question: AskedQuestion) -> bool:
    """Whether the hall may not even learn that the question was raised, or is now part of one such."""
    return any(
        each.kind != "question" or (each.conclusion is not None and each.conclusion.outcome == "procedure")
        for each in (question, _root(state, question))
    )


def _clock(state: MeetingState, turn: Turn, moment: Moment) -> HallClock:
    return HallClock(
        anchor=moment.real,
        seconds=turn.spoken(moment.meeting),
        rate=moment.rate if turn.state == "running" else 0.0,
        limit=turn.allowed,
        warn=state.setup.limits.warn,
    )


def _holder(state: MeetingState, turn: Turn) -> HallPerson:
    if turn.who is not None:
        return _citizen(state, state.registrations[turn.who].card)
    person = officeholders(state.setup).get(turn.official or "")
    return HallPerson() if person is None else HallPerson(name=person.addressed, post=person.post)


def _citizen(state: MeetingState, card: Registered) -> HallPerson:
    projector = state.setup.projector
    full_name = projector.names == "full" if card.show_name is None else card.show_name
    full_topic = projector.topics == "full" if card.show_topic is None else card.show_topic
    return HallPerson(
        number=card.who,
        name="" if card.anonymous or not card.name else shown(card.honorific, card.name, full_name),
        place=_unit(card.place),
        topic=card.topic if full_topic else field_name(state.setup, card.topic),
    )


def _unit(place: str) -> str:
    """The thôn or the like out of what was put down as the place; the hall never reads a house address."""
    return unit_of(place) or ("" if _HOUSE.match(place) else place)


def _next(state: MeetingState, entry: Entry) -> HallNext:
    kind: Literal["speech", "follow_up"] = "speech" if entry.question is None else "follow_up"
    if entry.question is not None and _is_private(state, state.questions[entry.question]):
        return HallNext(person=HallPerson(number=entry.who), kind="follow_up")
    card = state.registrations[entry.who].card
    return HallNext(person=_citizen(state, card), kind=kind, question=entry.question)


def _after(state: MeetingState, calendar: Calendar) -> dict[str, Any]:
    due = dues_of(state, calendar)
    standing = [q for q in state.questions.values() if q.dropped is None and not _is_private(state, q)]
    posted = rule_term(state, "results_published", calendar)
    return {
        "results": tuple(
            _result(state, question, due) for question in standing if _root(state, question).conclusion is not None
        ),
        "unconcluded": sum(1 for question in standing if question.status in ("new", "assigned", "answered")),
        "posted_until": None if posted is None else posted.last_day,
        "posted_at": state.setup.authority,
        "estimated": posted is not None and posted.estimated,
    }


def _root(state: MeetingState, question: AskedQuestion) -> AskedQuestion:
    return question if question.joined_into is None else state.questions[question.joined_into]


def _result(state: MeetingState, question: AskedQuestion, due: Callable[[Promise], Due]) -> HallResult:
    conclusion = _root(state, question).conclusion
    if conclusion is None:
        raise ValueError(question.number)
    field = field_name(state.setup, question.field)
    if not conclusion.promises:
        return HallResult(question=question.number, outcome=conclusion.outcome, field=field)
    promise = state.promises[conclusion.promises[0]]
    last = due(promise)
    return HallResult(
        question=question.number,
        outcome=conclusion.outcome,
        field=field,
        body=promise.body,
        due=last.last_day,
        estimated=last.estimated,
    )
