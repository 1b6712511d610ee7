"""Writes days to be kept in mind as an iCalendar file (RFC 5545), which Outlook and Google Calendar take."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from data.paper_file import write_paper_file
from moderator.meeting.calendar_days import CalendarDay

_LINE_OCTETS: Final = 75
_PRODUCT: Final = "-//Dialogue Moderator//VI"
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_A_DAY: Final = dt.timedelta(days=1)
_REMIND_BEFORE: Final = "-PT15H"  # nine in the morning of the day before


def write_ics(name: str, days: Iterable[CalendarDay], stamp: dt.datetime, path: Path) -> Path:
    """Write the calendar and say where: beside the path when the path is open elsewhere."""
    return write_paper_file(ics_bytes(name, days, stamp), path)


def ics_bytes(name: str, days: Iterable[CalendarDay], stamp: dt.datetime) -> bytes:
    """A calendar of whole days under a name; `stamp` is the instant at which all of it was so."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    at = stamp.astimezone(dt.UTC)
    for day in days:
        lines += _event(day, f"{at:%Y%m%dT%H%M%SZ}")
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(day: CalendarDay, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(day.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{day.revision}"
    yield f"DTSTART;VALUE=DATE:{_date(day.day)}"
    if day.day < dt.date.max:
        yield f"DTEND;VALUE=DATE:{_date(day.day + _A_DAY)}"
    yield f"SUMMARY:{_escaped(day.title)}"
    if day.text:
        yield f"DESCRIPTION:{_escaped(day.text)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(day.title)}"
    yield f"TRIGGER:{_REMIND_BEFORE}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _date(day: dt.date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _escaped(text: str) -> str:
    """Literal text: a line break becomes part of it, and nothing that people typed ends a line or a value."""
    one_break = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = _UNWRITABLE.sub("\ufffd", one_break)
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, none of which divides a character."""
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _LINE_OCTETS:
            yield piece
            piece, octets = " ", 1
        piece += character
        octets += size
    yield piece
