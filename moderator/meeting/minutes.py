"""The minutes (biên bản, Mẫu 1.9 of Nghị định 30/2020/NĐ-CP) of a meeting at any stage, made from what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import day_in_words, number_two_digits, time_in_words
from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.minutes_agreement import not_in_favour
from moderator.meeting.minutes_attendance import attendance, presiding
from moderator.meeting.minutes_course import course
from moderator.meeting.minutes_general import general_conclusion
from moderator.meeting.minutes_summary import figures, not_heard, promised
from moderator.meeting.paper import (
    Block,
    Head,
    Paper,
    Signature,
    SignatureColumns,
    bold,
    heading,
    italic,
    para,
    signatures,
)
from moderator.meeting.paper_names import PaperName
from moderator.meeting.paper_orders import order_for
from moderator.meeting.presiding import handed_over
from moderator.meeting.setup import Setup
from moderator.meeting.statistics import Statistics, statistics
from moderator.meeting.text import fold
from moderator.meeting.wording import GAP, GAP_DAY, GAP_TIME, in_running_text
from moderator.meeting.working_days import Calendar

_ADOPTION: Final = (
    "Biên bản đã được thông qua tại hội nghị với sự nhất trí của {hands} và được lập thành …… bản có giá trị như nhau."
)
_NUMERALS: Final = ("I", "II", "III", "IV", "V")


def minutes(meeting: Meeting, calendar: Calendar, closing: dt.datetime | None = None) -> Paper:
    """The minutes of a meeting; what has not happened yet is left as a space, and the same records give the same paper.

    This is the full version for the office's file: people stand in it by name, unless the law protects them.
    While the meeting is not adjourned, `closing` is when it is going to be.
    """
    account = account_of(meeting.state, calendar)
    return minutes_of(account, statistics(meeting.state, meeting.records[-1].at), "minutes", closing)


def minutes_of(account: Account, found: Statistics, name: PaperName, closing: dt.datetime | None = None) -> Paper:
    """The minutes told from an account of the meeting, which may leave things out, with the figures given."""
    setup = account.state.setup
    order = order_for(setup, name)
    return Paper(
        code=name,
        head=Head(issuer=setup.authority, superior=setup.superior, number=order.number),
        type_name="BIÊN BẢN",
        subject=setup.title,
        body=tuple(_body(account, found)),
        ending=f"{ended(account, closing)}./.",
        signatures=tuple(_signatures(account)),
        recipients=order.recipients,
    )


def _body(account: Account, found: Statistics) -> Iterator[Block]:
    state = account.state
    setup = state.setup
    yield para(bold("Thời gian bắt đầu:"), f" {moment_in_words(setup, state.opened_at)}.")
    yield para(bold("Địa điểm:"), f" {setup.place or GAP}.")
    yield from attendance(account)
    yield from presiding(account)
    yield from _bases(setup)
    yield para(bold("Nội dung (theo diễn biến hội nghị):"), keep_with_next=True)
    if setup.topic:
        yield para(f"Chủ đề đối thoại: {setup.topic}.")
    sections = [("DIỄN BIẾN HỘI NGHỊ", [*course(account)])]
    unheard = [*not_heard(account)]
    if unheard:
        sections.append(("NGƯỜI ĐĂNG KÝ CHƯA PHÁT BIỂU", unheard))
    concluded = [*general_conclusion(account)]
    if concluded:
        sections.append(("KẾT LUẬN CHUNG CỦA CHỦ TRÌ", concluded))
    sections += [
        ("NỘI DUNG GIAO GIẢI QUYẾT, TRẢ LỜI", [*promised(account)]),
        ("TỔNG HỢP KẾT QUẢ", [*figures(account, found)]),
    ]
    for numeral, (title, blocks) in zip(_NUMERALS, sections, strict=False):
        yield heading(f"{numeral}. {title}")
        yield from blocks
    yield para(_ADOPTION.format(hands=_hands(account)), keep_with_next=True)


def _hands(account: Account) -> str:
    """Whose hands adopted the minutes, as they were counted."""
    agreement = account.state.agreements.get(("minutes", None))
    if agreement is None:
        return f"{GAP} đại biểu dự họp"
    if agreement.everybody:
        return "toàn thể đại biểu dự họp"
    count = GAP if agreement.in_favour is None else number_two_digits(agreement.in_favour)
    others = not_in_favour(agreement)
    return f"{count} đại biểu dự họp{f' ({others})' if others else ''}"


def _bases(setup: Setup) -> Iterator[Block]:
    """The legal bases and the plan that the meeting followed, closed as a list."""
    lines = [base.strip().rstrip(";.,") for base in setup.bases]
    plan = setup.plan
    if plan is not None:
        dated = f" {day_in_words(plan.date)}" if plan.date is not None else ""
        lines.append(f"Thực hiện Kế hoạch số {plan.number}{dated} của {in_running_text(setup.authority)}")
    for place, line in enumerate(lines, 1):
        yield para(italic(f"{line}{'.' if place == len(lines) else ';'}"))


def ended(account: Account, closing: dt.datetime | None) -> str:
    """When the meeting ended, else when it is going to: the closing sentence without its end."""
    state = account.state
    return f"Hội nghị kết thúc vào {moment_in_words(state.setup, state.adjourned_at or closing)}"


def moment_in_words(setup: Setup, instant: dt.datetime | None) -> str:
    """An instant in the meeting's zone, a space while it is not known."""
    if instant is None:
        return f"{GAP_TIME}, {GAP_DAY}"
    local = instant.astimezone(setup.tz)
    return f"{time_in_words(local)}, {day_in_words(local.date())}"


def _signatures(account: Account) -> Iterator[SignatureColumns]:
    """The form has one chair, who presided at the end; others who presided sign below, with the further signers."""
    setup = account.state.setup
    secretary = setup.secretaries[0].name if setup.secretaries else ""
    chair = account.people.get(account.state.chair)
    yield signatures(Signature("THƯ KÝ", secretary), Signature("CHỦ TỌA", "" if chair is None else chair.name))
    further = [Signature(each.post, each.name) for each in setup.signers]
    named = {fold(each.name) for each in further}
    for code, until in handed_over(account.state).items():
        before = account.people.get(code)
        if before is not None and fold(before.name) not in named:
            until_then = time_in_words(until.astimezone(setup.tz))
            further.append(Signature(f"CHỦ TỌA\n(đến {until_then})", before.name))
    for first in range(0, len(further), 2):
        yield signatures(*further[first : first + 2])
