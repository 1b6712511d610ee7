"""Days that can hardly be meant: a reply before its meeting or in the future, an extension to an earlier day.

A form asks here before it gives a command, for most of these are slips in the year. A script may know better: the
meeting itself takes any day.
"""

from __future__ import annotations

import datetime as dt

from moderator.meeting.deadlines import direction
from moderator.meeting.promises import due_of
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import RULES_BEFORE
from moderator.meeting.state import MeetingState, Promise
from moderator.meeting.working_days import Calendar


def check_reply(state: MeetingState, promise: Promise, day: dt.date | None, today: dt.date) -> None:
    """Refuse a reply that is dated after today, or before the meeting; None stands for today.

    Where a question was concluded before the meeting, its conclusion is where time begins.
    """
    first = _first_day(state)
    conclusion = None if promise.question is None else state.questions[promise.question].conclusion
    if first is not None and conclusion is not None:
        first = min(first, conclusion.at.astimezone(state.setup.tz).date())
    _check_day(day or today, today, first)


def check_duty(state: MeetingState, duty: str, day: dt.date | None, today: dt.date) -> None:
    """Refuse a duty that is ticked for a day after today, or before the meeting where it comes after it."""
    _check_day(day or today, today, _duty_from(state, duty))


def check_extension(state: MeetingState, promise: Promise, due: dt.date, calendar: Calendar) -> None:
    """Refuse a last day that is not later than the meeting, or than the one that the promise has."""
    first = _first_day(state)
    if first is not None and due <= first:
        raise Refusal("extension_before_meeting", due=_told(due), day=_told(first))
    last_day = due_of(state, promise, calendar).last_day
    if last_day is not None and due <= last_day:
        raise Refusal("extension_not_later", due=_told(due), last_day=_told(last_day))


def _check_day(day: dt.date, today: dt.date, earliest: dt.date | None) -> None:
    if day > today:
        raise Refusal("day_ahead", date=_told(day), today=_told(today))
    if earliest is not None and day < earliest:
        raise Refusal("day_before_meeting", date=_told(day), earliest=_told(earliest))


def _first_day(state: MeetingState) -> dt.date | None:
    """The day of the meeting: as planned, or as opened where that was earlier; None while nothing tells it.

    What was held on paper is opened here days later, and its day is then the planned one.
    """
    planned, opened = state.setup.starts, state.opened_at
    days = [] if planned is None else [planned.date()]
    if opened is not None:
        days.append(opened.astimezone(state.setup.tz).date())
    return min(days, default=None)


def _duty_from(state: MeetingState, duty: str) -> dt.date | None:
    """The first day of a duty: of the meeting, or any day where its rules have it done before."""
    first = _first_day(state)
    rules = [rule for rule in state.setup.rules if rule.name == duty]
    if any(direction(rule) == "before" for rule in rules) or (not rules and duty in RULES_BEFORE):
        return None
    fixed = [rule.date for rule in rules if rule.date is not None]
    return None if first is not None and any(day < first for day in fixed) else first


def _told(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
