"""What is owed after the meeting: each promise's last day by the rules, and how it stands on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Literal

from msgspec import Struct

from moderator.meeting.commands import TaskKind
from moderator.meeting.deadlines import Term, count, earliest
from moderator.meeting.outcomes import rules_of
from moderator.meeting.setup import RuleName
from moderator.meeting.state import MeetingState, Promise
from moderator.meeting.working_days import Calendar

PromiseStatus = Literal["open", "overdue", "extended", "replied"]


class Due(Struct, frozen=True):
    """A last day, None while nothing dates it.

    Attributes:
        estimated: rests on holidays not yet announced ("tạm tính").
        term: how it was counted, where a rule dates it.
    """

    last_day: dt.date | None
    estimated: bool = False
    term: Term | None = None


def counted_from(state: MeetingState) -> dt.date | None:
    """The local date from which terms run: of adjourning, before that of the planned start, else of opening."""
    if state.adjourned_at is not None:
        return state.adjourned_at.astimezone(state.setup.tz).date()
    if state.setup.starts is not None:
        return state.setup.starts.date()
    return None if state.opened_at is None else state.opened_at.astimezone(state.setup.tz).date()


def rule_term(state: MeetingState, name: RuleName, calendar: Calendar) -> Term | None:
    """The term that the meeting's rules of a name set, the earliest where there are several."""
    rules = [rule for rule in state.setup.rules if rule.name == name]
    return earliest(rules, counted_from(state), calendar)


def rule_terms(state: MeetingState, name: RuleName, calendar: Calendar) -> tuple[Term, ...]:
    """Every term that the meeting's rules of a name set, the earliest first: that one is to be kept."""
    base = counted_from(state)
    terms = (count(rule, base, calendar) for rule in state.setup.rules if rule.name == name)
    return tuple(sorted((term for term in terms if term is not None), key=lambda term: term.last_day))


def terms_of(state: MeetingState, promise: Promise, calendar: Calendar) -> tuple[Term, ...]:
    """Every term that the rules set a promise, the earliest first, whatever day the chair said or gave later."""
    for name in rules_of(promise.outcome, promise.kind):
        terms = rule_terms(state, name, calendar)
        if terms:
            return terms
    return ()


def due_of(state: MeetingState, promise: Promise, calendar: Calendar) -> Due:
    """The last day of a promise: as extended, as the chair said, else by the first rule that dates its kind."""
    return dues_of(state, calendar)(promise)


def dues_of(state: MeetingState, calendar: Calendar) -> Callable[[Promise], Due]:
    """What gives the last day of any promise as the meeting stands; each term is counted once, however many have it."""

    @cache
    def by_rule(outcome: str | None, kind: TaskKind) -> Due:
        return due_by(state, outcome, kind, None, calendar)

    def due(promise: Promise) -> Due:
        said = promise.extensions[-1][0] if promise.extensions else promise.due
        return by_rule(promise.outcome, promise.kind) if said is None else Due(said)

    return due


def due_by(
    state: MeetingState,
    outcome: str | None,
    kind: TaskKind,
    said: dt.date | None,
    calendar: Calendar,
) -> Due:
    """The last day that a task of a kind has under an outcome, when the chair said a day or none."""
    if said is not None:
        return Due(said)
    for name in rules_of(outcome, kind):
        term = rule_term(state, name, calendar)
        if term is not None:
            return Due(term.last_day, term.estimated, term)
    return Due(None)


def status_on(promise: Promise, due: Due, today: dt.date) -> PromiseStatus:
    """How a promise stands on a day."""
    if promise.reply is not None:
        return "replied"
    if due.last_day is not None and today > due.last_day:
        return "overdue"
    return "extended" if promise.extensions else "open"
