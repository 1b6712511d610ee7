"""The notice that a meeting is held (thông báo, Mẫu 1.4): when, where, on what, who may come and how to be heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import seconds_in_words
from moderator.meeting.invited import (
    answering_bodies,
    chairs,
    citizens_by_place,
    groups,
    guests_by_post,
    secretary,
    venue,
    when,
)
from moderator.meeting.last_days import last_day
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import issuer, meeting_name
from moderator.meeting.paper import Block, Paper, heading, item, para
from moderator.meeting.paper_bases import bases_and_plan
from moderator.meeting.paper_frame import framed
from moderator.meeting.setup import RuleName, Setup
from moderator.meeting.state import MeetingState
from moderator.meeting.units import unit_heads, units_in_words
from moderator.meeting.wording import GAP, closed
from moderator.meeting.working_days import Calendar

_DUTIES: Final[tuple[tuple[RuleName, str], ...]] = (
    ("notice", "Thời gian, địa điểm, nội dung hội nghị được thông báo, niêm yết để Nhân dân biết {by}"),
    ("loudspeaker", "Nội dung, thời gian, địa điểm được thông báo trên hệ thống truyền thanh {by}"),
    (
        "opinions",
        (
            "{heads} phối hợp với Ủy ban MTTQ Việt Nam và các đoàn thể tổng hợp ý kiến,"
            " kiến nghị của Nhân dân, gửi {issuer} {by}"
        ),
    ),
    ("prepared_answers", "Các cơ quan, đơn vị trả lời ý kiến gửi nội dung chuẩn bị trả lời {by}"),
    ("invitations", "Giấy mời được gửi đến đại biểu {by}"),
    ("results_published", "Kết quả hội nghị được công bố, niêm yết và gửi đến các {units} {by}"),
)


def notice(meeting: Meeting, calendar: Calendar) -> Paper:
    """The notice of a meeting; it names officeholders by post and no citizen."""
    setup = meeting.setup
    return framed(
        setup,
        "notice",
        _body(meeting.state, calendar),
        type_name="THÔNG BÁO",
        subject=f"Tổ chức {meeting_name(setup)}",
        bases=bases_and_plan(setup),
        ending=(
            f"Trên đây là thông báo của {issuer(setup)}; đề nghị các cơ quan, đơn vị, các {units_in_words(setup)}"
            " thực hiện và cho Nhân dân biết để tham dự./."
        ),
    )


def _body(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    setup = state.setup
    yield para(f"{issuer(setup)} thông báo tổ chức {meeting_name(setup)} như sau:")
    yield heading("1. Thời gian, địa điểm", 2)
    yield item(f"Thời gian: {when(setup)}.")
    yield item(f"Địa điểm: {venue(setup)}.")
    yield heading("2. Nội dung, chương trình", 2)
    yield item(f"Nội dung đối thoại: {closed(setup.topic) or f'{GAP}.'}")
    yield from _programme(setup)
    yield heading("3. Chủ trì và thành phần tham dự", 2)
    yield from _attendance(setup)
    yield heading("4. Đăng ký phát biểu và gửi câu hỏi", 2)
    yield from _being_heard(setup)
    duties = [*_duties(state, calendar)]
    if duties:
        yield heading("5. Tổ chức thực hiện", 2)
        yield from duties


def _programme(setup: Setup) -> Iterator[Block]:
    if setup.agenda:
        yield item("Chương trình:")
        yield from (item(closed(each.title), marker="+") for each in setup.agenda)


def _attendance(setup: Setup) -> Iterator[Block]:
    yield item(f"Chủ trì: {chairs(setup)}.")
    lists = (
        ("Đại biểu", guests_by_post(setup)),
        ("Các cơ quan, đơn vị trả lời ý kiến", answering_bodies(setup)),
        ("Các tổ chức, đoàn thể và Nhân dân", groups(setup)),
        ("Đại diện Nhân dân được mời", [*citizens_by_place(setup)]),
    )
    yield from (item(f"{label}: {'; '.join(names)}.") for label, names in lists if names)
    yield item("Công dân, tổ chức trên địa bàn quan tâm đến nội dung đối thoại.")


def _being_heard(setup: Setup) -> Iterator[Block]:
    yield item(
        f"Người có nhu cầu phát biểu đăng ký trước hoặc trong hội nghị với {secretary(setup)}; nêu nội dung và"
        " thời gian đề nghị phát biểu. Phát biểu theo thứ tự đăng ký và theo sự điều hành của chủ trì"
        f"{_lengths(setup)}."
    )
    yield item(
        "Có thể gửi câu hỏi bằng văn bản qua thư ký hội nghị; ý kiến ngoài nội dung đối thoại vẫn được tiếp nhận"
        " và trả lời riêng bằng văn bản."
    )
    yield item(
        "Khiếu nại, tố cáo được tiếp nhận và giải quyết theo quy định của pháp luật về khiếu nại, tố cáo,"
        " không xem xét tại hội nghị."
    )
    if setup.projector.names == "initials":
        yield item(
            "Họ tên người phát biểu chỉ hiện đầy đủ trên màn hình hội trường khi người đó đồng ý;"
            " số điện thoại và thông tin riêng không được công khai."
        )


def _lengths(setup: Setup) -> str:
    limits = setup.limits
    speech = f", mỗi người không quá {seconds_in_words(limits.speech)}" if limits.speech else ""
    return speech + (f", trao đổi thêm không quá {seconds_in_words(limits.follow_up)}" if limits.follow_up else "")


def _duties(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    setup = state.setup
    named = {"issuer": issuer(setup), "units": units_in_words(setup), "heads": unit_heads(setup)}
    for name, words in _DUTIES:
        found = last_day(state, name, calendar)
        if found is not None:
            yield item(f"{words.format(by=found.by, **named)}.")
