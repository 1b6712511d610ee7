"""Last days as the papers before a meeting tell them, also while there is no day to count from."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.deadline_words import terms_in_words
from moderator.meeting.deadlines import direction
from moderator.meeting.office import phrases_of
from moderator.meeting.promises import counted_from, rule_terms
from moderator.meeting.setup import Rule, RuleName
from moderator.meeting.state import MeetingState
from moderator.meeting.wording import no_later_than
from moderator.meeting.working_days import Calendar


class LastDay(Struct, frozen=True, kw_only=True):
    """A last day in words.

    Attributes:
        by: "chậm nhất ngày 19 tháng 10 năm 2021"; the term itself while the meeting has no day.
        counted: how it was counted and by which rule, without closing punctuation; empty where nothing says so.
        day: the last day, None while the meeting has no day.
        after_meeting: whether it lies after the meeting that it should prepare, as slips in real plans do.
    """

    by: str
    counted: str
    day: dt.date | None
    after_meeting: bool = False


def last_day(state: MeetingState, name: RuleName, calendar: Calendar) -> LastDay | None:
    """The last day that the meeting's rules of a name set, the earliest of several; None without such a rule."""
    phrases = phrases_of(calendar)
    terms = rule_terms(state, name, calendar)
    if terms:
        first = terms[0]
        held = counted_from(state)
        late = first.direction == "before" and held is not None and first.last_day > held
        by = no_later_than(first.last_day, first.estimated, phrases)
        return LastDay(by=by, counted=terms_in_words(terms), day=first.last_day, after_meeting=late)
    rules = [rule for rule in state.setup.rules if rule.name == name and rule.amount is not None]
    if not rules:
        return None
    by = phrases["no_later_than"].format(day="; ".join(dict.fromkeys(map(_uncounted, rules))))
    sources = dict.fromkeys(source for rule in rules if (source := rule.source.strip().rstrip(".;,")))
    ordered = f"; theo {'; '.join(sources)}" if sources else ""
    return LastDay(by=by, counted=f"tính khi ấn định ngày hội nghị, không tính ngày đó{ordered}", day=None)


def _uncounted(rule: Rule) -> str:
    unit = "ngày làm việc" if rule.unit == "working_days" else "ngày"
    event = "trước ngày tổ chức hội nghị" if direction(rule) == "before" else "sau ngày kết thúc hội nghị"
    return f"{number_two_digits(rule.amount or 0)} {unit} {event}"
