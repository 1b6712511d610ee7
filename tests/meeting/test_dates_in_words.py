"""Dates, times and numbers as papers word them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from moderator.meeting.dates_in_words import (
    day_in_words,
    number_two_digits,
    seconds_in_words,
    short_date,
    time_in_words,
)


@pytest.mark.parametrize(
    ("day", "words", "short"),
    [
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020", "05/3/2020"),
        (date(2026, 1, 1), "ngày 01 tháng 01 năm 2026", "01/01/2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026", "10/02/2026"),
        (date(2021, 10, 28), "ngày 28 tháng 10 năm 2021", "28/10/2021"),
        (date(2026, 9, 7), "ngày 07 tháng 9 năm 2026", "07/9/2026"),
        (date(2023, 12, 9), "ngày 09 tháng 12 năm 2023", "09/12/2023"),
    ],
)
def test_a_day(day: date, words: str, short: str) -> None:
    assert day_in_words(day) == words
    assert short_date(day) == short


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 26, 8, 0), "8 giờ 00 phút"),
        (datetime(2026, 11, 26, 16, 45, 59), "16 giờ 45 phút"),
        (time(0, 5), "0 giờ 05 phút"),
    ],
)
def test_a_time(moment: datetime | time, words: str) -> None:
    assert time_in_words(moment) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (270, "4 phút 30 giây"),
        (300, "5 phút"),
        (29.5, "30 giây"),
        (29.4, "29 giây"),
        (30.5, "31 giây"),
        (59.5, "1 phút"),
        (3600, "1 giờ"),
        (3725.2, "1 giờ 2 phút 5 giây"),
        (3605, "1 giờ 5 giây"),
        (90_000, "25 giờ"),
        (0, "0 giây"),
        (-12, "0 giây"),
    ],
)
def test_a_length_of_time(seconds: float, words: str) -> None:
    assert seconds_in_words(seconds) == words


def test_a_number() -> None:
    assert [number_two_digits(number) for number in (0, 5, 9, 10, 128)] == ["00", "05", "09", "10", "128"]
