"""The slips on which people register to speak or hand in a question, numbered, two on a page to be cut apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, seconds_in_words
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.page_room import PAGE, height
from moderator.meeting.paper import (
    Blank,
    BlankLine,
    Block,
    CutLine,
    PageBreak,
    Paper,
    Paragraph,
    blanks,
    bold,
    centred,
    form_line,
    italic,
)
from moderator.meeting.setup import Setup
from moderator.meeting.units import units_in_words
from moderator.meeting.working_days import Calendar

_SLIPS: Final = 30
_ON_A_PAGE: Final = 2
_CUT: Final = 30.0  # points that the line to cut along takes
_LEAST_LINES: Final = 3
_MOST_LINES: Final = 6
_BOX: Final = "☐"


def registration_slip(meeting: Meeting, calendar: Calendar) -> Paper:
    """The numbered slips of a meeting, ready to print and cut; nobody's data stand on them yet."""
    return Paper(
        code="registration_slip",
        head=None,
        type_name="",
        subject=meeting.setup.title,
        body=tuple(_slips(meeting.setup)),
        numbered=False,
    )


def _slips(setup: Setup) -> Iterator[Block]:
    lines, on_a_page = _lines_to_write_on(setup), _ON_A_PAGE
    if lines < _LEAST_LINES:
        lines, on_a_page = _MOST_LINES, 1
    for number in range(1, _SLIPS + 1):
        yield from _slip(setup, number, lines)
        if number % on_a_page:
            yield CutLine()
        elif number < _SLIPS:
            yield PageBreak()


def _lines_to_write_on(setup: Setup) -> int:
    """How many lines half a page leaves for what somebody wants to say."""
    printed = [*_slip(setup, _SLIPS, 0)]
    line = height([form_line()])
    taken = height(block for block in printed if isinstance(block, Paragraph))
    taken += line * sum(isinstance(block, BlankLine) for block in printed)
    return min(int(((PAGE - _CUT) / _ON_A_PAGE - taken) // line), _MOST_LINES)


def _slip(setup: Setup, number: int, lines: int) -> Iterator[Block]:
    yield centred(bold(f"PHIẾU ĐĂNG KÝ PHÁT BIỂU SỐ {number_two_digits(number)}"), keep_with_next=True)
    yield centred(setup.title)
    yield blanks(Blank(f"{_BOX} Ông  {_BOX} Bà  Họ và tên:", 3), Blank(" Điện thoại:", 1.6))
    yield blanks(Blank(f"{capital(units_in_words(setup))}:", 3), Blank(" Tổ chức (nếu có):", 2.4))
    yield form_line(f"Hình thức:   {_BOX} phát biểu trực tiếp   {_BOX} gửi bằng văn bản")
    yield blanks(f"Thời gian đề nghị phát biểu{_limit(setup)}:")
    yield blanks("Nội dung ý kiến, câu hỏi:")
    yield from (blanks() for _ in range(lines))
    yield form_line(f"{_BOX} Tôi đề nghị không nêu tên (khi đó không thể trả lời riêng).")
    yield blanks(f"{_BOX} Tôi đồng ý hiện họ tên trên màn hình hội trường.  Ký tên:")
    yield form_line(italic("Điện thoại chỉ để liên hệ, không công khai. Không ghi khiếu nại, tố cáo vào phiếu."))
    yield blanks("Phần thư ký ghi. Số đăng ký:", " Nhận lúc:")


def _limit(setup: Setup) -> str:
    return f" (không quá {seconds_in_words(setup.limits.speech)})" if setup.limits.speech else ""
