"""The office's own days: announced holidays and working Saturdays that the program does not know yet."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from data.hand_written import Misfit, shaped
from data.office_file import read_office_file

_TOML_TIMES = (datetime, date, time)


class DaysOff(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the office adds to the country's calendar.

    Attributes:
        days_off: days on which it does not work.
        worked: days of a weekend or holiday on which it works.
        announced_years: years whose days off are settled, so that last days in them are no estimates.
    """

    days_off: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()
    announced_years: tuple[Annotated[int, Meta(ge=1, le=9999)], ...] = ()


def read_days_off(path: Path) -> DaysOff:
    """Read the office's own days, none where there is no such file; raises OfficeFileError."""
    return read_office_file(path, _days_off) if path.exists() else DaysOff()


def _days_off(tables: dict[str, Any]) -> DaysOff:
    for name in ("days_off", "worked"):
        for place, day in enumerate(_listed(tables, name), start=1):
            # To the reader a date with a time is a date too.
            if isinstance(day, datetime):
                raise Misfit(f"{name}[{place}]", "wrong_kind", expected="date", got="datetime")
    days = shaped(tables, DaysOff, native=_TOML_TIMES)
    for place, day in enumerate(days.worked, start=1):
        if day in days.days_off:
            raise Misfit(f"worked[{place}]", "day_off_and_worked", day=f"{day:%d/%m/%Y}")
    return days


def _listed(tables: dict[str, Any], name: str) -> list[Any]:
    found = tables.get(name)
    return found if isinstance(found, list) else []
