"""The whole meeting on paper, for a power cut: who is registered, whose turn it was, what was asked and concluded."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Final

from msgspec import structs

from moderator.meeting.dates_in_words import number_two_digits, seconds_in_words
from moderator.meeting.fields import field_name
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.minutes_people import NAMELESS_CITIZEN, addressed, group
from moderator.meeting.minutes_privacy import kept_back, procedure_name
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.paper import Block, Column, PageBreak, Paper, Table, heading, para, table
from moderator.meeting.people import officeholders
from moderator.meeting.setup import Attendee
from moderator.meeting.state import AskedQuestion, MeetingState, Registration
from moderator.meeting.units import units_in_brief
from moderator.meeting.working_days import Calendar

_BOX: Final = "☐"
_ROW: Final = 9
_TALL_ROW: Final = 36
_LEAST_FREE_REGISTRATIONS: Final = 25
_FREE_TURNS: Final = 33
_LEAST_FREE_QUESTIONS: Final = 12
# How many rows a page holds, so that no page is begun for one or two.
_ROWS_ON_FIRST_PAGE: Final = 10
_ROWS_ON_A_PAGE: Final = 17
_ROWS_OF_ONE_KNOWN: Final = 1.25
_TALL_ROWS_ON_A_PAGE: Final = 4
_SHORT_OUTCOMES: Final = {
    "settled": "đã trả lời",
    "written": "trả lời văn bản",
    "study": "giao nghiên cứu",
    "beyond": "vượt thẩm quyền",
    "off_topic": "ngoài nội dung",
    "procedure": "khiếu nại, tố cáo",
    "noted": "ghi nhận",
}
_OUTCOME_BOXES: Final = "\n".join(f"{_BOX} {_SHORT_OUTCOMES[outcome]}" for outcome in OUTCOMES)
_NOTES: Final = {
    "heard": "đã phát biểu",
    "absent": "đã mời, chưa có mặt",
    "withdrawn": "đã rút",
    "in_writing": "bằng văn bản",
    "carried_over": "chuyển kỳ sau",
}
_REGISTRATIONS: Final = (
    Column("Số ĐK", 1, "centre"),
    Column("Họ và tên", 4),
    Column("{units}, tổ chức", 3.5),
    Column("Nội dung đăng ký", 5.5),
    Column("Trực tiếp/ văn bản", 2, "centre"),
    Column("Xin nói", 1.6, "centre"),
    Column("Đồng ý hiện tên", 1.8, "centre"),
    Column("Ghi chú", 3),
)
_TURNS: Final = (
    Column("Lượt", 1.2, "centre"),
    Column("Số ĐK", 1.2, "centre"),
    Column("Họ và tên", 5),
    Column("Phát biểu, trao đổi thêm hay trả lời", 4),
    Column("Bắt đầu (giờ, phút, giây)", 3),
    Column("Kết thúc (giờ, phút, giây)", 3),
    Column("Ghi chú", 4),
)
_QUESTIONS: Final = (
    Column("Số", 0.9, "centre"),
    Column("Người hỏi (số ĐK)", 2.4),
    Column("Nội dung ý kiến, kiến nghị", 5),
    Column("Người trả lời", 2.4),
    Column("Nội dung trả lời", 4.4),
    Column("Kết luận", 3.8),
    Column("Cơ quan", 2.2),
    Column("Hạn", 1.7),
)


def emergency_form(meeting: Meeting, calendar: Calendar) -> Paper:
    """The form on which the secretary goes on by hand, holding what is known so far; it stays with the secretary."""
    return Paper(
        code="emergency_form",
        head=None,
        type_name="PHIẾU GHI HỘI NGHỊ BẰNG TAY",
        subject=meeting.setup.title,
        body=tuple(_body(meeting.state)),
        landscape=True,
    )


def _body(state: MeetingState) -> Iterator[Block]:
    numbers = state.numbers
    yield para("1. Ghi tiếp theo đúng thứ tự xảy ra; giờ bắt đầu, kết thúc xem ở cùng một đồng hồ.", first_line=False)
    yield para(
        f"2. Số đăng ký tiếp theo là {numbers.who + 1}, số ý kiến tiếp theo là {numbers.question + 1};"
        " không dùng lại số đã cấp.",
        first_line=False,
    )
    yield para("3. Khi có điện, nhập lại theo phiếu này vào chương trình rồi lưu phiếu cùng hồ sơ.", first_line=False)
    yield heading("A. Đăng ký phát biểu", 2)
    yield _registrations(state)
    yield PageBreak()
    yield heading("B. Lượt phát biểu và trả lời", 2)
    first_turn = numbers.turn + 1
    yield table(
        _TURNS,
        [(str(number), *[""] * (len(_TURNS) - 1)) for number in range(first_turn, first_turn + _FREE_TURNS)],
        row_height=_ROW,
    )
    yield PageBreak()
    yield heading("C. Ý kiến, trả lời, kết luận", 2)
    yield _questions(state)


def _registrations(state: MeetingState) -> Table:
    known = [_registration(state, each) for each in state.registrations.values()]
    taken = ceil(len(known) * _ROWS_OF_ONE_KNOWN)
    pages_after = ceil((taken + _LEAST_FREE_REGISTRATIONS - _ROWS_ON_FIRST_PAGE) / _ROWS_ON_A_PAGE)
    rows = _ROWS_ON_FIRST_PAGE + pages_after * _ROWS_ON_A_PAGE - taken
    following = range(state.numbers.who + 1, state.numbers.who + 1 + rows)
    free = [(str(number), *[""] * (len(_REGISTRATIONS) - 1)) for number in following]
    units = capital(units_in_brief(state.setup))
    columns = [structs.replace(each, title=each.title.format(units=units)) for each in _REGISTRATIONS]
    return table(columns, [*known, *free], row_height=_ROW)


def _registration(state: MeetingState, registration: Registration) -> tuple[str, ...]:
    card = registration.card
    named = not card.anonymous and card.name
    return (
        str(card.who),
        addressed(card.honorific, card.name) if named else NAMELESS_CITIZEN,
        group(Attendee(organisation=card.organisation, place=card.place)),
        field_name(state.setup, card.topic) or card.topic,
        "văn bản" if card.channel == "in_writing" else "trực tiếp",
        "" if card.asked_seconds is None else seconds_in_words(card.asked_seconds),
        {True: "có", False: "không", None: ""}[card.show_name],
        _NOTES.get(registration.status, ""),
    )


def _questions(state: MeetingState) -> Table:
    kept = kept_back(state).substance
    open_ones = [each for each in state.questions.values() if each.status in ("new", "assigned", "answered")]
    known = [_question(state, each, each.number in kept) for each in open_ones]
    pages = ceil((len(known) + _LEAST_FREE_QUESTIONS) / _TALL_ROWS_ON_A_PAGE)
    rows = pages * _TALL_ROWS_ON_A_PAGE - len(known)
    following = range(state.numbers.question + 1, state.numbers.question + 1 + rows)
    free = [(str(number), "", "", "", "", _OUTCOME_BOXES, "", "") for number in following]
    return table(_QUESTIONS, [*known, *free], row_height=_TALL_ROW)


def _question(state: MeetingState, question: AskedQuestion, is_kept_back: bool) -> tuple[str, ...]:
    people = officeholders(state.setup)
    text = f"({procedure_name(question)}: không ghi nội dung)" if is_kept_back else question.text
    answers = "" if is_kept_back else "\n".join(each.text for each in question.answers if each.text)
    return (
        str(question.number),
        "" if is_kept_back else f"Số ĐK {number_two_digits(question.who)}",
        text,
        "; ".join(people[code].addressed for code in question.officials if code in people),
        answers,
        _OUTCOME_BOXES,
        "",
        "",
    )
