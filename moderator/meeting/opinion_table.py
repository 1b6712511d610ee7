"""The summary of all opinions (bảng tổng hợp ý kiến, kiến nghị): a paper to sign, and a sheet to filter."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from moderator.meeting.dates_in_words import short_date
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import day_held, meeting_name
from moderator.meeting.minutes_account import account_of
from moderator.meeting.opinions import Opinion, opinions
from moderator.meeting.paper import Alignment, Column, Head, Paper, Signature, para, signatures, table
from moderator.meeting.paper_orders import order_for
from moderator.meeting.setup import Setup
from moderator.meeting.sheet import Cell, Sheet, SheetColumn
from moderator.meeting.units import units_in_brief
from moderator.meeting.working_days import Calendar

_TITLE: Final = "Bảng tổng hợp ý kiến, kiến nghị"
_AS_ABOVE: Final = "(như trên)"


class _Column(NamedTuple):
    title: str
    share: float  # of the width of a page, about in millimetres
    characters: float  # in a workbook
    align: Alignment = "left"


_COLUMNS: Final = (
    _Column("STT", 10, 6, "centre"),
    _Column("Họ và tên", 18, 16),
    _Column("Địa chỉ ({units})", 21.5, 13),
    _Column("Nội dung ý kiến, kiến nghị", 35, 34),
    _Column("Lĩnh vực", 15, 12),
    _Column("Thẩm quyền", 15.5, 13),
    _Column("Cơ quan, người trả lời", 24, 19),
    _Column("Trả lời tại hội nghị", 51, 44),
    _Column("Thời hạn", 20.5, 12, "centre"),
    _Column("Số, ký hiệu văn bản trả lời", 14, 12),
    _Column("Kết quả", 14, 13),
    _Column("Ghi chú", 13.5, 22),
)


def summary(meeting: Meeting, calendar: Calendar, today: dt.date) -> Paper:
    """Every opinion with who answers for it, by when and how it stands; for the office, people stand in it by name."""
    account = account_of(meeting.state, calendar)
    setup = meeting.setup
    order = order_for(setup, "summary")
    secretary = setup.secretaries[0].name if setup.secretaries else ""
    rows = [_texts(row) for row in opinions(account, today)]
    return Paper(
        code="summary",
        head=Head(
            issuer=setup.authority,
            superior=setup.superior,
            number=order.number,
            place_and_date=order.place_and_date,
        ),
        type_name=_TITLE.upper(),
        subject=f"tại {meeting_name(setup)}, {day_held(meeting.state)}",
        body=(
            para(f"Tình trạng giải quyết tính đến ngày {short_date(today)}.", first_line=False),
            table((Column(each.title, each.share, each.align) for each in _columns(setup)), rows, small=True),
        ),
        signatures=(signatures(Signature("NGƯỜI TỔNG HỢP", secretary), order.signature),),
        recipients=order.recipients,
        landscape=True,
    )


def summary_sheet(meeting: Meeting, calendar: Calendar, today: dt.date) -> Sheet:
    """The same table for a workbook: every row is whole, so that it can be filtered, and last days are dates."""
    account = account_of(meeting.state, calendar)
    setup = meeting.setup
    return Sheet(
        name="Tổng hợp",
        title=f"{_TITLE.upper()}\ntại {meeting_name(setup)}, {day_held(meeting.state)}",
        issuer=setup.authority,
        columns=tuple(
            SheetColumn(each.title, each.characters, "centre" if each.align == "centre" else "left")
            for each in _columns(setup)
        ),
        rows=tuple(_cells(row) for row in opinions(account, today)),
    )


def _columns(setup: Setup) -> list[_Column]:
    return [each._replace(title=each.title.format(units=units_in_brief(setup))) for each in _COLUMNS]


def _cells(row: Opinion) -> tuple[Cell, ...]:
    return (
        row.number,
        row.name,
        row.place,
        row.text,
        row.field,
        row.competence,
        row.answers_for,
        row.answered,
        row.last_day,
        row.reply_number,
        row.result,
        ". ".join(
            part for part in (row.remark, row.further.rstrip("."), row.counted and f"Thời hạn: {row.counted}") if part
        ),
    )


def _texts(row: Opinion) -> tuple[str, ...]:
    last_day = "" if row.last_day is None else short_date(row.last_day)
    if row.last_day is not None and row.estimated:
        last_day += "\n(tạm tính)"
    said = (
        ("", "", _AS_ABOVE, "", row.competence)
        if row.again
        else (
            row.name,
            row.place,
            row.text,
            row.field,
            row.competence,
        )
    )
    answered = "\n".join(part for part in ("" if row.again else row.answered, row.further) if part)
    number = "" if row.number is None else str(row.number)
    return (number, *said, row.answers_for, answered, last_day, row.reply_number, row.result, row.remark)
