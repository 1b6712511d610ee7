"""The chair's script: the programme by the clock, what must be ready before, and what to say at each point."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, time_in_words
from moderator.meeting.deadline_words import DUTY_NAMES, duty_name
from moderator.meeting.invited import LATER, venue, when
from moderator.meeting.last_days import last_day
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, issuer, meeting_name
from moderator.meeting.minutes_people import chair_with_mandate, inside, person_with_post
from moderator.meeting.paper import Block, Column, Head, Paper, bold, heading, italic, item, para, table
from moderator.meeting.paper_bases import plan_cited
from moderator.meeting.people import officeholders
from moderator.meeting.script_floor import concluding, cues, rules_of_the_floor
from moderator.meeting.setup import RULES_BEFORE, Setup
from moderator.meeting.state import MeetingState
from moderator.meeting.units import units_in_words
from moderator.meeting.wording import closed
from moderator.meeting.working_days import Calendar

_PROGRAMME: Final = (
    Column("STT", 1.1, "centre"),
    Column("Thời gian", 3.9, "centre"),
    Column("Nội dung", 6.5),
    Column("Người thực hiện", 3),
)
_ROW_HEIGHT: Final = 9  # who does it is written in by hand
_BEFORE: Final = (
    Column("Xong", 1.3, "centre"),
    Column("Việc", 4.2),
    Column("Ngày cuối", 3.4),
    Column("Cách tính, căn cứ", 4.5),
)


def script(meeting: Meeting, calendar: Calendar) -> Paper:
    """The script by which the chair leads a meeting; a working paper without number and signature."""
    setup = meeting.setup
    return Paper(
        code="script",
        head=Head(issuer=setup.authority, superior=setup.superior),
        type_name="KỊCH BẢN ĐIỀU HÀNH",
        subject=setup.title,
        body=tuple(_body(meeting.state, calendar)),
    )


def _body(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    setup = state.setup
    if setup.starts is None:
        yield para(f"{capital(LATER)}.")
    else:
        yield para(bold("Thời gian:"), f" {when(setup)}.")
    yield para(bold("Địa điểm:"), f" {venue(setup)}.")
    yield para(bold("Chủ trì:"), f" {'; '.join(map(chair_with_mandate, setup.chairs))}.")
    parts = [("CHƯƠNG TRÌNH", [*_programme(setup)]), ("VIỆC PHẢI XONG TRƯỚC HỘI NGHỊ", [*_before(state, calendar)])]
    parts += [
        ("KHAI MẠC", [*_opening(setup)]),
        ("NỘI QUY VÀ QUYỀN CỦA NGƯỜI DỰ", [*rules_of_the_floor(state, calendar)]),
        ("ĐIỀU HÀNH PHÁT BIỂU, TRẢ LỜI", [*cues(setup)]),
        ("KẾT LUẬN TỪNG Ý KIẾN", [*concluding(state, calendar)]),
        ("KẾT LUẬN VÀ BẾ MẠC", [*_closing(state, calendar)]),
    ]
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII")
    for numeral, (title, blocks) in zip(numerals, ((t, b) for t, b in parts if b), strict=False):
        yield heading(f"{numeral}. {title}")
        yield from blocks


def _programme(setup: Setup) -> Iterator[Block]:
    if not setup.agenda:
        return
    yield table(
        _PROGRAMME,
        [
            (str(number), planned, each.title, "")
            for number, (each, planned) in enumerate(zip(setup.agenda, _planned(setup), strict=True), 1)
        ],
        row_height=_ROW_HEIGHT,
    )
    minutes = sum(each.minutes for each in setup.agenda)
    if setup.starts is not None and minutes and all(each.minutes for each in setup.agenda):
        end = setup.starts + dt.timedelta(minutes=minutes)
        yield para(f"Dự kiến kết thúc lúc {time_in_words(end)}.")


def _planned(setup: Setup) -> Iterator[str]:
    """When each point of the programme is planned, as far as hours and minutes are settled."""
    reached = setup.starts
    for each in setup.agenda:
        if not each.minutes:
            yield ""
            reached = None
        elif reached is None:
            yield f"{number_two_digits(each.minutes)} phút"
        else:
            end = reached + dt.timedelta(minutes=each.minutes)
            yield f"{_clock(reached)} - {_clock(end)}"
            reached = end


def _clock(moment: dt.datetime) -> str:
    return f"{moment.hour} giờ {number_two_digits(moment.minute)}"


def _before(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    rows = []
    for name in (name for name in DUTY_NAMES if name in RULES_BEFORE):
        found = last_day(state, name, calendar)
        if found is not None:
            caution = "\nNGÀY NÀY SAU NGÀY HỘI NGHỊ, CẦN KIỂM TRA LẠI" if found.after_meeting else ""
            rows.append(("☐", duty_name(name, state.setup), f"{found.by}{caution}", found.counted))
    if rows:
        yield table(_BEFORE, rows)


def _say(text: str) -> Block:
    return para(f"“{text}”")


def _opening(setup: Setup) -> Iterator[Block]:
    chair, *others = setup.chairs
    yield _say("Kính thưa các vị đại biểu, kính thưa toàn thể bà con Nhân dân!")
    plan = plan_cited(setup)
    lead = f"Thực hiện {plan}, hôm nay" if plan else "Hôm nay"
    yield _say(
        f"{lead}, {issuer(setup)} tổ chức {meeting_name(setup)}. Xin trân trọng cảm ơn các vị đại biểu và bà con"
        " đã đến dự."
    )
    if setup.topic:
        yield _say(f"Nội dung đối thoại hôm nay: {closed(setup.topic)}")
    mandate = f" ({chair.delegation})" if chair.delegation else ""
    together = "; ".join(inside(chair_with_mandate(each)) for each in others)
    joined = f" Cùng chủ trì với tôi có {together}." if others else ""
    yield _say(f"Tôi là {chair.name}{chair.post and ', '}{chair.post}{mandate}, xin được chủ trì hội nghị.{joined}")
    yield _say(
        f"Tôi xin giới thiệu {_secretaries(setup)}. Thư ký ghi biên bản, tiếp nhận đăng ký phát biểu và câu hỏi bằng"
        " văn bản."
    )
    people = officeholders(setup)
    introduced = [people[code] for code in (*(g.code for g in setup.guests), *(o.code for o in setup.officials))]
    if introduced:
        yield para(italic("Giới thiệu đại biểu và người trả lời ý kiến:"), keep_with_next=True)
        for place, each in enumerate(introduced, 1):
            yield item(f"{person_with_post(each)}{'.' if place == len(introduced) else ';'}")


def _secretaries(setup: Setup) -> str:
    named = "; ".join(inside(person_with_post(each)) for each in setup.secretaries)
    return f"thư ký hội nghị: {named}" if named else "thư ký hội nghị"


def _closing(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    yield _say(
        "Hội nghị đã nghe …… người phát biểu với …… ý kiến, kiến nghị: …… ý kiến đã được trả lời tại hội nghị;"
        " …… ý kiến giao cơ quan chuyên môn giải quyết, trả lời; …… ý kiến vượt thẩm quyền, kiến nghị cấp trên."
    )
    yield para(
        italic(
            "Nêu từng nhóm: việc đã giải quyết; việc chưa giải quyết, cơ quan chịu trách nhiệm và ngày cuối;"
            " việc kiến nghị cấp trên."
        )
    )
    conclusions = last_day(state, "conclusion_notice", calendar)
    if conclusions is not None:
        yield _say(f"Thông báo kết luận của hội nghị được ban hành {conclusions.by}.")
    results = last_day(state, "results_published", calendar)
    if results is not None:
        units = units_in_words(state.setup)
        yield _say(f"Kết quả hội nghị được công bố, niêm yết và gửi đến các {units} {results.by}.")
    yield para(italic("Mời thư ký đọc biên bản; hỏi ý kiến hội nghị để thông qua biên bản."))
    yield _say(
        f"Thay mặt {issuer(state.setup)}, tôi cảm ơn các vị đại biểu và bà con đã thẳng thắn góp ý, xây dựng. Chúng"
        " tôi tiếp thu đầy đủ và thực hiện đúng những điều đã kết luận. Kính chúc các vị đại biểu và bà con sức khỏe."
        " Tôi xin tuyên bố bế mạc hội nghị."
    )
