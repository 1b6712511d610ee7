"""The slips on which people register to speak or hand in a question, numbered, two on a page to be cut apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, seconds_in_words
from moderator.meeting.meeting import Meeting
from moderator.meeting.paper import Blank, Block, CutLine, PageBreak, Paper, blanks, bold, centred, form_line, italic
from moderator.meeting.setup import Setup
from moderator.meeting.working_days import Calendar

_SLIPS: Final = 30
_ON_A_PAGE: Final = 2
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
    for number in range(1, _SLIPS + 1):
        yield from _slip(setup, number)
        if number % _ON_A_PAGE:
            yield CutLine()
        elif number < _SLIPS:
            yield PageBreak()


def _slip(setup: Setup, number: int) -> Iterator[Block]:
    yield centred(bold(f"PHIẾU ĐĂNG KÝ PHÁT BIỂU SỐ {number_two_digits(number)}"), keep_with_next=True)
    yield centred(setup.title)
    yield blanks(Blank(f"{_BOX} Ông  {_BOX} Bà  Họ và tên:", 3), Blank(" Điện thoại:", 1.6))
    yield blanks("Thôn, tổ dân phố:", " Tổ chức (nếu có):")
    yield form_line(f"Hình thức:   {_BOX} phát biểu trực tiếp   {_BOX} gửi bằng văn bản")
    yield blanks("Nội dung ý kiến, câu hỏi:")
    yield from (blanks(), blanks(), blanks())
    yield blanks(Blank(f"Thời gian đề nghị phát biểu{_limit(setup)}:", 1.6), Blank(" phút. Ký tên:", 1))
    yield form_line(f"{_BOX} Tôi đồng ý hiện họ tên trên màn hình hội trường.")
    yield form_line(f"{_BOX} Tôi đề nghị không nêu tên (khi đó không thể trả lời riêng).")
    yield form_line(
        italic("Điện thoại chỉ dùng để liên hệ, không công khai. Không ghi khiếu nại, tố cáo vào phiếu này.")
    )
    yield blanks("Phần thư ký ghi. Số đăng ký:", " Nhận lúc:")


def _limit(setup: Setup) -> str:
    return f" (không quá {seconds_in_words(setup.limits.speech)})" if setup.limits.speech else ""
