"""Terms: the last day that a rule leaves, and how it was counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from moderator.meeting.setup import RULES_BEFORE, Rule
from moderator.meeting.working_days import Calendar

Direction = Literal["before", "after"]


class Term(Struct, frozen=True, kw_only=True):
    """A last day, with all that is needed to say how it was counted.

    Attributes:
        last_day: the last day on which the rule is still kept.
        estimated: it rests on days off that nobody has announced yet ("tạm tính").
        rule: the rule that was counted; one with a fixed date is taken at its word.
        base: the day of the event, itself not counted; None where it is not known yet and a fixed date needs none.
        direction: whether it was counted backwards from the event or onwards.
        ended_on: where the count ended before a day off moved it.
        days_off: how many days off lie in it that were not counted, the moving at its end included.
    """

    last_day: date
    estimated: bool
    rule: Rule
    base: date | None
    direction: Direction
    ended_on: date
    days_off: int = 0


def direction(rule: Rule) -> Direction:
    """Say which way a rule counts: as it says, else by its name, so that a notice is due before the meeting."""
    return rule.when or ("before" if rule.name in RULES_BEFORE else "after")


def count(rule: Rule, base: date | None, calendar: Calendar) -> Term | None:
    """Count a rule's term from the day of the event; None without an amount or that day, or beyond the calendar.

    The day of the event is not counted. A term after the event that ends on a day off ends on the next
    working day, a term before it on the one before. A fixed date goes before an amount and is not moved.
    """
    way = direction(rule)
    if rule.date is not None:
        return Term(last_day=rule.date, estimated=False, rule=rule, base=base, direction=way, ended_on=rule.date)
    if rule.amount is None or base is None:
        return None
    in_days = rule.unit == "days"
    # Counting days asks for days off only where it ends; counting working days asks from the first day counted.
    first_asked = _days_away(base, rule.amount if in_days else min(rule.amount, 1), way)
    if first_asked is None:
        return None
    # A term in days has only its end moved, as when no working day is left to count.
    start, left = (first_asked, 0) if in_days else (base, rule.amount)
    counted = calendar.subtract_working_days if way == "before" else calendar.add_working_days
    last_day = counted(start, left)
    if last_day is None:
        return None
    return Term(
        last_day=last_day,
        estimated=_rests_on_unannounced(first_asked, last_day, calendar),
        rule=rule,
        base=base,
        direction=way,
        ended_on=first_asked if in_days else last_day,
        days_off=abs((last_day - base).days) - rule.amount,
    )


def earliest(rules: Iterable[Rule], base: date | None, calendar: Calendar) -> Term | None:
    """Count rules that date the same thing and give the term that ends first, which keeps them all.

    Several plans and laws may apply at once. None when none of them gives a day.
    """
    terms = (count(rule, base, calendar) for rule in rules)
    return min((term for term in terms if term is not None), key=_last_day, default=None)


def _days_away(base: date, amount: int, way: Direction) -> date | None:
    distance = timedelta(days=-amount if way == "before" else amount)
    try:
        return base + distance
    except OverflowError:
        return None


def _rests_on_unannounced(one: date, other: date, calendar: Calendar) -> bool:
    first, last = sorted((one.year, other.year))
    return any(not calendar.announced(year) for year in range(first, last + 1))


def _last_day(term: Term) -> date:
    return term.last_day
