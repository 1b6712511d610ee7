"""The days on which a commune's office works: weekends, holidays and the Saturdays worked instead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

ANNOUNCED_YEARS = frozenset(range(2021, 2027))

# What the government announced and the package of holidays does not know.
_ANNOUNCED_OFF = frozenset({date(2026, 1, 2)})
_ANNOUNCED_WORKED = frozenset({date(2026, 1, 10)})

# Outside these years the package's lunar dates are not to be relied on, and weekends are all that is known.
_FIRST_YEAR_WITH_HOLIDAYS = 1995
_LAST_YEAR_WITH_HOLIDAYS = 2100

_FIRST_DAY = date.min.toordinal()
_LAST_DAY = date.max.toordinal()
_FRIDAY = 4
_DAYS_A_WEEK = 7
_WORKING_DAYS_A_WEEK = 5


def announced(year: int) -> bool:
    """Tell whether the government has announced the days off of a year; otherwise they are only worked out."""
    return year in ANNOUNCED_YEARS


class Calendar:
    """The working days of civil servants, with what an office adds to them.

    What is given here goes before what is known of the country: `days_off` are not worked, `worked` are
    (a day in both is off), and `announced_years` count as announced besides those known. A calendar never
    changes, and a day that would lie beyond the years 1 to 9999 is None.
    """

    def __init__(
        self,
        *,
        days_off: Iterable[date] = (),
        worked: Iterable[date] = (),
        announced_years: Iterable[int] = (),
    ) -> None:
        """Take the office's own days over the country's."""
        self._days_off = frozenset(days_off)
        self._worked = frozenset(worked) - self._days_off
        self._announced_years = frozenset(announced_years)
        own_years = {day.year for day in self._days_off | self._worked}
        self._first_special_year = min(own_years | {_FIRST_YEAR_WITH_HOLIDAYS})
        self._last_special_year = max(own_years | {_LAST_YEAR_WITH_HOLIDAYS})
        self._years: dict[int, tuple[int, ...]] = {}

    @property
    def own_days(self) -> tuple[str, ...]:
        """What this calendar adds to the country's days, in order; two that add the same count the same."""
        return (
            *(f"-{day}" for day in sorted(self._days_off)),
            *(f"+{day}" for day in sorted(self._worked)),
            *(str(year) for year in sorted(self._announced_years)),
        )

    def announced(self, year: int) -> bool:
        """Tell whether the days off of a year are settled, by the government or by this calendar."""
        return announced(year) or year in self._announced_years

    def is_working_day(self, day: date) -> bool:
        """Tell whether the office works on a day."""
        if not self._first_special_year <= day.year <= self._last_special_year:
            return day.weekday() <= _FRIDAY
        ordinal = day.toordinal()
        days = self._working_days_of(day.year)
        place = bisect_left(days, ordinal)
        return place < len(days) and days[place] == ordinal

    def next_working_day(self, day: date) -> date | None:
        """Give the day itself when the office works on it, else the first working day after it."""
        return self._forward(day.toordinal(), 0)

    def previous_working_day(self, day: date) -> date | None:
        """Give the day itself when the office works on it, else the last working day before it."""
        return self._backward(day.toordinal(), 0)

    def add_working_days(self, day: date, amount: int) -> date | None:
        """Count working days forward, the day itself not counted; 0 gives `next_working_day`."""
        if amount < 0:
            return self.subtract_working_days(day, -amount)
        if amount == 0:
            return self.next_working_day(day)
        return self._forward(day.toordinal() + 1, amount - 1)

    def subtract_working_days(self, day: date, amount: int) -> date | None:
        """Count working days backward, the day itself not counted; 0 gives `previous_working_day`."""
        if amount < 0:
            return self.add_working_days(day, -amount)
        if amount == 0:
            return self.previous_working_day(day)
        return self._backward(day.toordinal() - 1, amount - 1)

    def _forward(self, start: int, passed: int) -> date | None:
        """Find the working day at or after `start` that has so many working days between them."""
        if start > _LAST_DAY:
            return None
        year = date.fromordinal(start).year
        while year <= self._last_special_year:
            days = self._working_days_of(year)
            place = bisect_left(days, start) + passed
            if place < len(days):
                return date.fromordinal(days[place])
            passed = place - len(days)
            year += 1
        if year > date.max.year:
            return None
        start = max(start, date(year, 1, 1).toordinal())
        weekday = _weekday(start)
        if weekday > _FRIDAY:
            start += _DAYS_A_WEEK - weekday
            weekday = 0
        weeks, rest = divmod(passed + weekday, _WORKING_DAYS_A_WEEK)
        found = start - weekday + weeks * _DAYS_A_WEEK + rest
        return date.fromordinal(found) if found <= _LAST_DAY else None

    def _backward(self, start: int, passed: int) -> date | None:
        """Find the working day at or before `start` that has so many working days between them."""
        if start < _FIRST_DAY:
            return None
        year = date.fromordinal(start).year
        while year >= self._first_special_year:
            days = self._working_days_of(year)
            place = bisect_right(days, start) - 1 - passed
            if place >= 0:
                return date.fromordinal(days[place])
            passed = -place - 1
            year -= 1
        if year < date.min.year:
            return None
        start = min(start, date(year, 12, 31).toordinal())
        to_friday = _FRIDAY - _weekday(start)
        if to_friday < 0:
            start += to_friday
            to_friday = 0
        weeks, rest = divmod(passed + to_friday, _WORKING_DAYS_A_WEEK)
        found = start + to_friday - weeks * _DAYS_A_WEEK - rest
        return date.fromordinal(found) if found >= _FIRST_DAY else None

    def _working_days_of(self, year: int) -> tuple[int, ...]:
        """List the working days of a year as ordinals, in order."""
        known = self._years.get(year)
        if known is not None:
            return known
        off, worked = _country_days(year)
        off = (off - self._worked) | self._days_off
        worked = (worked - self._days_off) | self._worked
        first = date(year, 1, 1).toordinal()
        last = date(year, 12, 31).toordinal()
        days = {ordinal for ordinal in range(first, last + 1) if _weekday(ordinal) <= _FRIDAY}
        days -= {day.toordinal() for day in off}
        days |= {day.toordinal() for day in worked if day.year == year}
        ordered = tuple(sorted(days))
        if self._first_special_year <= year <= self._last_special_year:
            self._years[year] = ordered
        return ordered


def _weekday(ordinal: int) -> int:
    return (ordinal - 1) % _DAYS_A_WEEK


@lru_cache(maxsize=256)
def _country_days(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Give the holidays of a year and the weekend days worked in it."""
    if not _FIRST_YEAR_WITH_HOLIDAYS <= year <= _LAST_YEAR_WITH_HOLIDAYS:
        return frozenset(), frozenset()
    # The package takes longer to import than all the counting, and a meeting without a term never needs it.
    from holidays import country_holidays

    known = country_holidays("VN", years=year, expand=False)
    off = (frozenset(known) | _ANNOUNCED_OFF) - _ANNOUNCED_WORKED
    worked = (frozenset(known.weekend_workdays) | _ANNOUNCED_WORKED) - _ANNOUNCED_OFF
    return (
        frozenset(day for day in off if day.year == year),
        frozenset(day for day in worked if day.year == year),
    )
