"""The list on which everybody present signs: people by name, groups with as many free rows as they have people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final

from msgspec import structs

from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.invited import venue, when
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import meeting_name
from moderator.meeting.minutes_people import addressed, group
from moderator.meeting.paper import Block, Column, Head, Paper, Signature, Table, heading, para, signatures, table
from moderator.meeting.people_names import sort_key
from moderator.meeting.setup import Attendee, Official, Person, Setup
from moderator.meeting.text import fold
from moderator.meeting.units import units_in_brief
from moderator.meeting.working_days import Calendar

_ROW_HEIGHT: Final = 9
_MOST_ROWS: Final = 300  # beyond this another sheet is printed rather than a longer file made
_ROWS_UNCOUNTED: Final = 10
_ROWS_FOR_OTHERS: Final = 20

Line = tuple[str, str]


def attendance_sheet(meeting: Meeting, calendar: Calendar) -> Paper:
    """The attendance list of a meeting, for the office's file."""
    setup = meeting.setup
    secretary = setup.secretaries[0].name if setup.secretaries else ""
    return Paper(
        code="attendance_sheet",
        head=Head(issuer=setup.authority, superior=setup.superior),
        type_name="DANH SÁCH ĐẠI BIỂU",
        subject=f"Dự {meeting_name(setup)}",
        body=tuple(_body(setup)),
        ending="Danh sách có …… người dự.",
        signatures=(signatures(None, Signature("THƯ KÝ", secretary)),),
    )


def _body(setup: Setup) -> Iterator[Block]:
    yield para(f"Thời gian: {when(setup)}.")
    yield para(f"Địa điểm: {venue(setup)}.")
    numbers = count(1)
    sections = [(title, lines) for title, lines in _sections(setup) if lines]
    for place, (title, lines) in enumerate(sections, 1):
        yield heading(f"{place}. {title}", 2)
        yield _signing(setup, lines, numbers)


def _signing(setup: Setup, lines: list[Line], numbers: Iterator[int]) -> Table:
    columns = (
        Column("STT", 1.2, "centre"),
        Column("Họ và tên", 4.2),
        Column(f"Chức vụ, đơn vị, địa chỉ ({units_in_brief(setup)})", 5.2),
        Column("Ký tên", 2.6),
        Column("Ghi chú", 1.8),
    )
    rows = [(number_two_digits(next(numbers)), name, whence, "", "") for name, whence in lines]
    return table(columns, rows, row_height=_ROW_HEIGHT)


def _sections(setup: Setup) -> Iterator[tuple[str, list[Line]]]:
    hosts = [*setup.chairs, *setup.secretaries]
    yield "Chủ trì, thư ký", [_person(each) for each in hosts]
    present = {_identity(each) for each in hosts}
    guests = [each for each in setup.guests if _identity(each) not in present]
    yield "Đại biểu", [_person(each) for each in guests]
    officials = [each for each in setup.officials if _identity(each) not in present]
    yield "Đại diện cơ quan, đơn vị trả lời ý kiến", [_official(each) for each in officials]
    named = sorted((each for each in setup.attendance if each.name), key=lambda each: sort_key(each.name))
    yield "Đại diện Nhân dân", [(addressed(each.honorific, each.name), _whence(each)) for each in named]
    for each in setup.attendance:
        if not each.name:
            people = min(each.count, _MOST_ROWS) or _ROWS_UNCOUNTED
            counted = f": {number_two_digits(each.count)} người" if each.count else ""
            yield f"{_whence(each)}{counted}", [("", "")] * people
    yield "Người dự khác", [("", "")] * _ROWS_FOR_OTHERS


def _identity(person: Person | Official) -> Line:
    return fold(person.name), fold(person.honorific)


def _person(person: Person) -> Line:
    return addressed(person.honorific, person.name), person.post


def _official(official: Official) -> Line:
    whence = official.post or official.body
    return addressed(official.honorific, official.name), whence


def _whence(attendee: Attendee) -> str:
    return group(structs.replace(attendee, count=0))
