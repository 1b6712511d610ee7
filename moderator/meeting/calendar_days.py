"""Days to be kept in mind as plain values, for the calendar of an office."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct


class CalendarDay(Struct, frozen=True, kw_only=True):
    """Something that is due on a day.

    Attributes:
        uid: stays the same however often the calendar is written, so that a later one replaces an earlier one.
        revision: how often the day was changed.
    """

    uid: str
    day: dt.date
    title: str
    text: str = ""
    revision: int = 0
