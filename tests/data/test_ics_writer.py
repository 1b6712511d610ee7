"""Calendars read back as the calendars of an office read them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ics_writer import ics_bytes, write_ics
from data.text_writer import write_text
from moderator.meeting.calendar_days import CalendarDay

STAMP = dt.datetime(2026, 11, 26, 11, 8, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def day(
    title: str = "Hạn trả lời", text: str = "", on: dt.date = dt.date(2026, 12, 28), revision: int = 0
) -> CalendarDay:
    return CalendarDay(uid="long-phung-promise-3@x", day=on, title=title, text=text, revision=revision)


def events(*days: CalendarDay) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(ics_bytes("Thời hạn", days, STAMP))
    return [*calendar.walk("VEVENT")]


def test_a_day_is_a_whole_day_with_its_uid_and_its_instant() -> None:
    (event,) = events(day(text="Phòng Kinh tế", revision=2))
    assert event.decoded("DTSTART") == dt.date(2026, 12, 28)
    assert event.decoded("DTEND") == dt.date(2026, 12, 29)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert str(event["UID"]) == "long-phung-promise-3@x"
    assert event.decoded("DTSTAMP") == dt.datetime(2026, 11, 26, 4, 8, tzinfo=dt.UTC)
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == ("Hạn trả lời", "Phòng Kinh tế")
    assert event.decoded("SEQUENCE") == 2


def test_somebody_is_reminded_the_day_before() -> None:
    (event,) = events(day())
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == dt.timedelta(hours=-15)


def test_lines_end_as_the_standard_says_and_are_at_most_75_octets_long() -> None:
    content = ics_bytes("Thời hạn " * 20, [day("Nghiên cứu, xem xét " * 12, "ữ" * 300)], STAMP)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is divided


def test_marks_of_the_format_and_line_breaks_are_text() -> None:
    said = 'a; b, c\\n d\nEND:VEVENT\r\nBEGIN:VEVENT: "x"'
    (event,) = events(day(said, said))
    assert str(event["SUMMARY"]) == said.replace("\r\n", "\n")
    assert str(event["DESCRIPTION"]) == said.replace("\r\n", "\n")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120))
def test_any_text_leaves_one_event(said: str) -> None:
    (event,) = events(day(said or "-", said))
    assert event.decoded("DTSTART") == dt.date(2026, 12, 28)


def test_without_days_it_is_still_a_calendar() -> None:
    calendar = icalendar.Calendar.from_ical(ics_bytes("Thời hạn", [], STAMP))
    assert (str(calendar["VERSION"]), str(calendar["METHOD"])) == ("2.0", "PUBLISH")
    assert str(calendar["X-WR-CALNAME"]) == "Thời hạn"


def test_the_last_day_of_all_can_be_told() -> None:
    (event,) = events(day(on=dt.date.max))
    assert event.decoded("DTSTART") == dt.date.max


def test_the_same_days_give_the_same_file(tmp_path: Path) -> None:
    one = write_ics("Thời hạn", [day()], STAMP, tmp_path / "a.ics").read_bytes()
    assert one == write_ics("Thời hạn", [day()], STAMP, tmp_path / "b.ics").read_bytes()


def test_a_plain_text_is_what_every_editor_opens(tmp_path: Path) -> None:
    path = write_text("Kính thưa\nToàn thể\x00 Nhân dân", tmp_path / "loa.txt")
    assert path.read_bytes() == "\ufeffKính thưa\r\nToàn thể\ufffd Nhân dân\r\n".encode()
