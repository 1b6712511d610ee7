"""The office's working days, checked against what the government announced."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator.meeting.working_days import Calendar, announced

# Weekdays off and Saturdays worked, as "days/month".
ANNOUNCEMENTS = {
    2021: ("1/1 10,11,12,15,16/2 21/4 30/4 3/5 2,3/9", ""),
    2022: ("3/1 31/1 1,2,3,4/2 11/4 2,3/5 1,2/9", ""),
    2023: ("2/1 20,23,24,25,26/1 1,2,3/5 1,4/9", ""),
    2024: ("1/1 8,9,12,13,14/2 18/4 29,30/4 1/5 2,3/9", "4/5"),
    2025: ("1/1 27,28,29,30,31/1 7/4 30/4 1,2/5 1,2/9", "26/4"),
    2026: ("1,2/1 16,17,18,19,20/2 27/4 30/4 1/5 31/8 1,2/9 24/11", "10/1 22/8"),
}


def days(year: int, written: str) -> set[date]:
    """Read "10,11/2 21/4"."""
    groups = (group.split("/") for group in written.split())
    return {date(year, int(month), int(day)) for list_of_days, month in groups for day in list_of_days.split(",")}


def each_day(year: int) -> list[date]:
    """List the days of a year."""
    first = date(year, 1, 1)
    return [first + timedelta(days=place) for place in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", ANNOUNCEMENTS)
def test_every_announced_year_is_as_announced(year: int) -> None:
    calendar = Calendar()
    off, worked = (days(year, written) for written in ANNOUNCEMENTS[year])
    assert {d for d in each_day(year) if d.weekday() < 5 and not calendar.is_working_day(d)} == off
    assert {d for d in each_day(year) if d.weekday() >= 5 and calendar.is_working_day(d)} == worked


def test_only_these_years_are_announced() -> None:
    assert [year for year in range(1900, 2200) if announced(year)] == list(ANNOUNCEMENTS)
    calendar = Calendar(announced_years=[2027])
    assert calendar.announced(2027)
    assert calendar.announced(2026)
    assert not calendar.announced(2028)


def test_a_year_without_announcement_has_its_holidays_worked_out() -> None:
    calendar = Calendar()
    assert not calendar.is_working_day(date(2027, 2, 8))
    assert calendar.is_working_day(date(2027, 2, 3))
    assert not calendar.is_working_day(date(2099, 9, 2))


def test_a_swap_across_new_year_is_known_on_both_sides() -> None:
    calendar = Calendar()
    assert not calendar.is_working_day(date(2018, 12, 31))
    assert calendar.is_working_day(date(2019, 1, 5))


def test_beyond_the_known_holidays_only_weekends_are_off() -> None:
    calendar = Calendar()
    assert calendar.is_working_day(date(2150, 9, 2))
    assert not calendar.is_working_day(date(2150, 9, 5))
    assert calendar.is_working_day(date(1900, 1, 1))
    assert not calendar.is_working_day(date(1900, 1, 6))


def test_the_office_has_the_last_word_on_its_days() -> None:
    calendar = Calendar(
        days_off=[date(2026, 10, 15), date(2026, 8, 22), date(2300, 1, 1)],
        worked=[date(2026, 9, 1), date(2026, 10, 17), date(2026, 10, 15)],
    )
    assert not calendar.is_working_day(date(2026, 10, 15))
    assert not calendar.is_working_day(date(2026, 8, 22))
    assert not calendar.is_working_day(date(2300, 1, 1))
    assert calendar.is_working_day(date(2026, 9, 1))
    assert calendar.is_working_day(date(2026, 10, 17))
    assert calendar.add_working_days(date(2026, 10, 14), 2) == date(2026, 10, 17)
    assert Calendar().add_working_days(date(2026, 10, 14), 2) == date(2026, 10, 16)


def test_counting_forward_and_backward() -> None:
    calendar = Calendar()
    assert calendar.add_working_days(date(2026, 8, 20), 5) == date(2026, 8, 26)
    assert calendar.subtract_working_days(date(2026, 8, 26), 4) == date(2026, 8, 21)
    assert calendar.subtract_working_days(date(2021, 10, 28), 7) == date(2021, 10, 19)
    assert calendar.add_working_days(date(2026, 8, 29), 1) == date(2026, 9, 3)
    assert calendar.add_working_days(date(2026, 8, 26), -4) == date(2026, 8, 21)
    assert calendar.subtract_working_days(date(2026, 8, 20), -5) == date(2026, 8, 26)
    assert calendar.add_working_days(date(2026, 12, 31), 1) == date(2027, 1, 4)


def test_the_nearest_working_day_may_be_the_day_itself() -> None:
    calendar = Calendar()
    for nearest in (calendar.next_working_day, calendar.previous_working_day):
        assert nearest(date(2026, 8, 22)) == date(2026, 8, 22)
    assert calendar.next_working_day(date(2026, 8, 29)) == date(2026, 9, 3)
    assert calendar.previous_working_day(date(2026, 9, 2)) == date(2026, 8, 28)
    assert calendar.add_working_days(date(2026, 8, 29), 0) == date(2026, 9, 3)
    assert calendar.subtract_working_days(date(2026, 9, 2), 0) == date(2026, 8, 28)


def test_the_calendar_ends_where_dates_end() -> None:
    calendar = Calendar()
    assert calendar.next_working_day(date(9999, 12, 31)) == date(9999, 12, 31)
    assert calendar.add_working_days(date(9999, 12, 31), 1) is None
    assert calendar.add_working_days(date(9999, 12, 30), 1) == date(9999, 12, 31)
    assert calendar.add_working_days(date(9990, 1, 1), 1_000_000) is None
    assert calendar.previous_working_day(date(1, 1, 1)) == date(1, 1, 1)
    assert calendar.subtract_working_days(date(1, 1, 1), 1) is None
    assert calendar.subtract_working_days(date(2026, 1, 1), 1_000_000) is None
    assert Calendar(days_off=[date(9999, 12, 31)]).next_working_day(date(9999, 12, 31)) is None
    assert Calendar(days_off=[date(1, 1, 1)]).previous_working_day(date(1, 1, 1)) is None


def one_by_one(calendar: Calendar, day: date, amount: int) -> date:
    """Count by looking at each day, the plain way."""
    step = timedelta(days=1 if amount > 0 else -1)
    for _ in range(abs(amount)):
        day += step
        while not calendar.is_working_day(day):
            day += step
    return day


# Near the edges of the known holidays, and where meetings are.
BASES = st.one_of(
    st.dates(date(2020, 6, 1), date(2029, 1, 1)),
    st.dates(date(2099, 6, 1), date(2102, 1, 1)),
    st.dates(date(1993, 6, 1), date(1996, 6, 1)),
)


@given(BASES, st.integers(-700, 700).filter(bool))
def test_counting_is_the_same_as_looking_at_each_day(day: date, amount: int) -> None:
    calendar = Calendar()
    assert calendar.add_working_days(day, amount) == one_by_one(calendar, day, amount)


@given(BASES, st.integers(0, 5000))
def test_counting_back_leads_to_where_counting_began(day: date, amount: int) -> None:
    calendar = Calendar()
    start = calendar.next_working_day(day)
    assert start is not None
    there = calendar.add_working_days(start, amount)
    assert there is not None
    assert calendar.is_working_day(there)
    assert calendar.subtract_working_days(there, amount) == start


@given(st.dates(), st.integers(-1_000_000, 1_000_000))
def test_no_day_and_no_amount_break_the_calendar(day: date, amount: int) -> None:
    calendar = Calendar()
    found = calendar.add_working_days(day, amount)
    assert found is None or calendar.is_working_day(found)
