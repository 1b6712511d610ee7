"""What a meeting leaves open when it is about to be adjourned."""

from __future__ import annotations

from dataclasses import dataclass

from moderator.meeting.commands import TaskKind
from moderator.meeting.promises import Due, due_by
from moderator.meeting.state import MeetingState, Promise
from moderator.meeting.working_days import Calendar


@dataclass(frozen=True, slots=True)
class ClosingGaps:
    """Numbers of what closing asks about.

    Attributes:
        waiting: registration numbers of those who registered and were not heard, absent ones included.
        questions: questions without a conclusion.
        without_body: promises that name neither body nor official.
        without_higher_level: what is to be forwarded, and nobody said to whom.
        without_date: promises without a last day.
    """

    waiting: tuple[int, ...]
    questions: tuple[int, ...]
    without_body: tuple[int, ...]
    without_higher_level: tuple[int, ...]
    without_date: tuple[int, ...]

    def __bool__(self) -> bool:
        promises = (self.without_body, self.without_higher_level, self.without_date)
        return bool(self.waiting or self.questions or any(promises))


def closing_gaps(state: MeetingState, calendar: Calendar) -> ClosingGaps:
    """Everybody not heard yet, every question without a conclusion, every promise without body or date."""
    by_rule: dict[tuple[str | None, TaskKind], Due] = {}

    def dated(promise: Promise) -> bool:
        if promise.extensions or promise.due is not None:
            return True
        key = (promise.outcome, promise.kind)
        if key not in by_rule:
            by_rule[key] = due_by(state, promise.outcome, promise.kind, None, calendar)
        return by_rule[key].last_day is not None

    promises = state.promises.values()
    return ClosingGaps(
        waiting=tuple(sorted({entry.who for entry in (*state.waiting, *state.absent) if entry.question is None})),
        questions=tuple(q.number for q in state.questions.values() if q.status in ("new", "assigned", "answered")),
        without_body=tuple(p.number for p in promises if p.kind != "forward" and not (p.body or p.official)),
        without_higher_level=tuple(p.number for p in promises if p.kind == "forward" and not p.body),
        without_date=tuple(p.number for p in promises if not dated(p)),
    )
