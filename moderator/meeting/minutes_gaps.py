"""What the minutes still lack, for the secretary to fill before they are signed."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.state import CITIZEN_TURNS, Turn
from moderator.meeting.working_days import Calendar

GapCode = Literal[
    "not_opened",
    "not_adjourned",
    "no_secretary",
    "question_without_conclusion",
    "promise_without_body",
    "promise_without_higher_level",
    "promise_without_date",
    "turn_without_words",
]


class Gap(Struct, frozen=True):
    """Something that the minutes lack, with the numbers of the questions, promises or turns that lack it."""

    code: GapCode
    numbers: tuple[int, ...] = ()


def missing(meeting: Meeting, calendar: Calendar) -> list[Gap]:
    """What the minutes still lack, in the order in which it is best filled; empty when nothing does."""
    state = meeting.state
    account = account_of(state, calendar)
    promises = state.promises.values()
    unnamed = [promise for promise in promises if not account.responsible(promise)]
    gaps = [
        Gap("not_opened") if state.opened_at is None else None,
        Gap("not_adjourned") if state.adjourned_at is None else None,
        Gap("no_secretary") if not state.setup.secretaries else None,
        _numbered(
            "question_without_conclusion",
            [q.number for q in state.questions.values() if q.status in ("new", "assigned", "answered")],
        ),
        _numbered("promise_without_body", [p.number for p in unnamed if p.kind != "forward"]),
        _numbered("promise_without_higher_level", [p.number for p in unnamed if p.kind == "forward"]),
        _numbered(
            "promise_without_date", [p.number for p in promises if account.due(p).last_day is None and not p.extensions]
        ),
        _numbered("turn_without_words", [t.number for t in state.turns.values() if _without_words(account, t)]),
    ]
    return [gap for gap in gaps if gap is not None]


def _numbered(code: GapCode, numbers: list[int]) -> Gap | None:
    return Gap(code, tuple(numbers)) if numbers else None


def _without_words(account: Account, turn: Turn) -> bool:
    """Whether nothing was put down of an ended speech, follow-up, report or answer."""
    if not turn.counted or turn.ended is None or turn.note or turn.number in account.raised:
        return False
    if turn.kind == "answer":
        questions = [account.state.questions[number] for number in turn.questions]
        return not any(answer.text for question in questions for answer in question.answers)
    return turn.kind == "statement" or turn.kind in CITIZEN_TURNS
