"""The figures of a meeting, as the minutes and the report give them."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import person_key
from moderator.meeting.state import CITIZEN_TURNS, MeetingState


class Statistics(Struct, frozen=True, kw_only=True):
    """How many spoke, what was asked and how it was concluded, and who had how much time.

    `questions` is the sum of the seven outcomes, `unconcluded`, `joined` and `dropped`.
    """

    people_heard: int
    questions: int
    settled: int
    written: int
    study: int
    beyond: int
    off_topic: int
    procedure: int
    noted: int
    unconcluded: int
    joined: int
    dropped: int
    citizen_seconds: float
    official_seconds: float


def tenths(seconds: float) -> float:
    """Seconds rounded half up to a tenth."""
    # Clocks count microseconds: what stands behind them is the error of adding floats. Adding 0 drops the sign of -0.
    exact = Decimal(round(seconds * 1_000_000)).scaleb(-6)
    return float(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)) + 0.0


def statistics(state: MeetingState, now: dt.datetime) -> Statistics:
    """The figures at an instant; clarifications count for nobody's time."""
    found = dict.fromkeys((*OUTCOMES, "unconcluded", "joined", "dropped"), 0)
    for question in state.questions.values():
        if question.dropped is not None:
            found["dropped"] += 1
        elif question.joined_into is not None:
            found["joined"] += 1
        elif question.conclusion is not None:
            found[question.conclusion.outcome] += 1
        else:
            found["unconcluded"] += 1
    heard: set[tuple[str, str]] = set()
    citizens = officials = 0.0
    for turn in state.turns.values():
        if not turn.counted or turn.kind == "clarification":
            continue
        if turn.kind in CITIZEN_TURNS:
            citizens += turn.spoken(now)
            if turn.ended is not None and turn.who is not None:
                heard.add(person_key(state.registrations[turn.who].card))
        else:
            officials += turn.spoken(now)
    return Statistics(
        people_heard=len(heard),
        questions=len(state.questions),
        citizen_seconds=tenths(citizens),
        official_seconds=tenths(officials),
        **found,
    )
