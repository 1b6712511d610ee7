"""The invitation to a meeting (giấy mời, Mẫu 1.6): whom it invites, to what, who presides, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.invited import (
    chairs,
    citizens_by_place,
    groups,
    venue,
    when,
)
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, issuer, meeting_name
from moderator.meeting.minutes_people import addressed, person_with_post
from moderator.meeting.paper import Block, Paper, bold, item, para
from moderator.meeting.paper_frame import framed
from moderator.meeting.setup import Official, Setup
from moderator.meeting.wording import GAP, closed, in_running_text
from moderator.meeting.working_days import Calendar


def invitation(meeting: Meeting, calendar: Calendar) -> Paper:
    """One invitation to all: officeholders by name and post, groups by number, citizens by village only."""
    setup = meeting.setup
    return framed(
        setup,
        "invitation",
        _body(setup),
        type_name="GIẤY MỜI",
        subject=f"Dự {meeting_name(setup)}",
        ending="Trân trọng kính mời quý vị đến dự đúng thành phần, thời gian./.",
    )


def _body(setup: Setup) -> Iterator[Block]:
    yield para(f"{issuer(setup)} trân trọng kính mời:", keep_with_next=True)
    invited = [*_invited(setup)] or [GAP]
    yield from (item(f"{each}{'.' if place == len(invited) else ';'}") for place, each in enumerate(invited, 1))
    yield para(bold("Tới dự:"), f" {capital(meeting_name(setup))}.")
    yield para(bold("Chủ trì:"), f" {chairs(setup)}.")
    yield para(bold("Thời gian:"), f" {when(setup)}.")
    yield para(bold("Địa điểm:"), f" {venue(setup)}.")
    yield para(bold("Nội dung:"), f" {closed(setup.topic) or f'{GAP}.'}")
    if setup.agenda:
        yield para(bold("Chương trình:"), keep_with_next=True)
        yield from (item(closed(each.title), marker=f"{place}.") for place, each in enumerate(setup.agenda, 1))
    if setup.officials:
        yield para(
            "Các cơ quan, đơn vị trả lời ý kiến chuẩn bị nội dung thuộc lĩnh vực phụ trách và cử người có thẩm quyền"
            " dự để trả lời trực tiếp tại hội nghị."
        )
    yield para(
        "Đại biểu có nhu cầu phát biểu hoặc gửi câu hỏi bằng văn bản vui lòng đăng ký với thư ký hội nghị"
        " trước giờ khai mạc."
    )


def _invited(setup: Setup) -> Iterator[str]:
    yield from map(person_with_post, setup.guests)
    yield from map(_official, setup.officials)
    yield from groups(setup)
    places = [*citizens_by_place(setup)]
    if places:
        yield f"Đại diện Nhân dân theo danh sách: {', '.join(places)}"


def _official(official: Official) -> str:
    named = addressed(official.honorific, official.name)
    told = official.post.strip() or in_running_text(official.body.strip())
    return f"{named}, {told}" if told else named
