"""Dates, times and numbers as the papers word them."""

from __future__ import annotations

import math
from datetime import date, datetime, time


def number_two_digits(number: int) -> str:
    """Give "05" for 5: official papers write a 0 before numbers below 10."""
    return f"{number:02d}"


def day_in_words(day: date) -> str:
    """Give "ngày 05 tháng 3 năm 2020": a 0 before days below 10 and the months 1 and 2, not before other months."""
    return f"ngày {number_two_digits(day.day)} tháng {_month(day)} năm {day.year}"


def short_date(day: date) -> str:
    """Give "05/3/2020", with zeros where the date in words has them."""
    return f"{number_two_digits(day.day)}/{_month(day)}/{day.year}"


def time_in_words(moment: datetime | time) -> str:
    """Give "8 giờ 00 phút"; a local time is expected, since the paper names no zone."""
    return f"{moment.hour} giờ {number_two_digits(moment.minute)} phút"


def seconds_in_words(seconds: float) -> str:
    """Give "4 phút 30 giây", rounded half up; parts that are 0 are left out, and nothing is below 0."""
    whole = max(0, math.floor(seconds + 0.5))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{amount} {unit}" for amount, unit in ((hours, "giờ"), (minutes, "phút"), (left, "giây")) if amount]
    return " ".join(parts) or "0 giây"


def _month(day: date) -> str:
    return number_two_digits(day.month) if day.month <= 2 else str(day.month)
