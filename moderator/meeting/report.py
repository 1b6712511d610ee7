"""The report on a meeting to the higher level (báo cáo, Mẫu 1.4 of Nghị định 30/2020/NĐ-CP), with its figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, short_date
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import (
    capital,
    chair_of,
    comrade,
    day_held,
    issuer,
    meeting_name,
    question_in_words,
)
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.opinions import STATUS_NAMES
from moderator.meeting.paper import Block, Column, Paper, centred, heading, item, para, table
from moderator.meeting.paper_bases import plan_cited
from moderator.meeting.paper_frame import framed
from moderator.meeting.paper_orders import order_for
from moderator.meeting.publishing import published
from moderator.meeting.setup import Setup
from moderator.meeting.statistics import Statistics, statistics
from moderator.meeting.tasks import Task, higher_level_in_words, tasks_of
from moderator.meeting.wording import GAP, closed, in_running_text, within_sentence
from moderator.meeting.working_days import Calendar

_TASKS: Final = (
    Column("Ý kiến số", 1, "centre"),
    Column("Nội dung giao giải quyết, trả lời", 3.5),
    Column("Cơ quan chịu trách nhiệm", 1.8),
    Column("Thời hạn", 1.4, "centre"),
    Column("Kết quả", 1.4),
)
_FOR_REPORT: Final = re.compile(r"\s*\((?:để )?b/c\)", re.IGNORECASE)
_LATER: Final = ("written", "study", "off_topic")


def report(meeting: Meeting, calendar: Calendar, today: dt.date) -> Paper:
    """How the meeting went, in figures that also say 0, what came of it so far, and what others are asked for."""
    account = account_of(published(meeting.state), calendar)
    setup = account.state.setup
    return framed(
        setup,
        "report",
        _body(account, statistics(meeting.state, meeting.records[-1].at), today),
        type_name="BÁO CÁO",
        subject=f"Kết quả {meeting_name(setup)}",
        ending=f"Trên đây là báo cáo kết quả {meeting_name(setup)} của {issuer(setup)}./.",
    )


def _body(account: Account, found: Statistics, today: dt.date) -> Iterator[Block]:
    setup = account.state.setup
    tasks = tasks_of(account, today)
    plan = plan_cited(setup)
    told = f"Thực hiện {plan}, " if plan else ""
    yield centred(f"Kính gửi: {_addressees(setup)}.")
    yield para(capital(f"{told}{issuer(setup)} báo cáo kết quả {meeting_name(setup)} như sau:"))
    yield heading("I. CÔNG TÁC TỔ CHỨC")
    place = within_sentence(setup.place) or GAP
    yield para(
        f"{capital(meeting_name(setup))} được tổ chức {day_held(account.state)} tại {place}, do"
        f" {comrade(chair_of(account))} chủ trì."
    )
    yield from _preparation(account)
    if setup.topic:
        yield para(f"Nội dung đối thoại: {closed(setup.topic)}")
    yield heading("II. KẾT QUẢ")
    yield from _figures(account, found, tasks)
    yield heading("III. NỘI DUNG GIAO GIẢI QUYẾT, TRẢ LỜI")
    yield from _given(account, tasks, today)
    yield heading("IV. KIẾN NGHỊ, ĐỀ XUẤT")
    yield from _asked_of_others(account, tasks)


def _addressees(setup: Setup) -> str:
    """The higher body, and else whoever has the paper sent for report among its recipients."""
    if setup.superior.strip():
        return in_running_text(setup.superior.strip())
    recipients = order_for(setup, "report").recipients
    return "; ".join(_FOR_REPORT.sub("", each) for each in recipients if _FOR_REPORT.search(each)) or GAP


def _preparation(account: Account) -> Iterator[Block]:
    """What was done of what the rules order before the meeting."""
    done = {each.duty: each for each in account.state.duties_done}
    notice = done.get("notice")
    if notice is not None:
        number = f" ({notice.number})" if notice.number else ""
        yield para(
            "Thời gian, địa điểm, nội dung hội nghị đã được thông báo công khai"
            f" từ ngày {short_date(notice.date)}{number}."
        )


def _figures(account: Account, found: Statistics, tasks: list[Task]) -> Iterator[Block]:
    later = sum(getattr(found, outcome) for outcome in _LATER)
    forwarded = sum(task.promise.kind == "forward" and task.promise.reply is not None for task in tasks)
    lines = [
        ("Số người phát biểu", found.people_heard, "người"),
        ("Tổng số ý kiến, kiến nghị", found.questions, "ý kiến"),
        ("Đã trả lời, giải trình tại hội nghị", found.settled, "ý kiến"),
        ("Trả lời sau hội nghị bằng văn bản", later, "ý kiến"),
        ("Vượt thẩm quyền, kiến nghị cấp có thẩm quyền", found.beyond, "ý kiến"),
        ("Đã có văn bản kiến nghị cấp có thẩm quyền", forwarded, "nội dung"),
        ("Hướng dẫn theo pháp luật về khiếu nại, tố cáo", found.procedure, "ý kiến"),
        ("Tiếp thu, ghi nhận", found.noted, "ý kiến"),
    ]
    left = (
        ("Gộp với ý kiến khác để trả lời chung", found.joined, "ý kiến"),
        ("Rút khỏi danh sách theo dõi", found.dropped, "ý kiến"),
        ("Chưa được chủ trì kết luận", found.unconcluded, "ý kiến"),
    )
    lines += [line for line in left if line[1]]
    opened = account.state.opened_at is not None
    for place, (label, count, unit) in enumerate(lines, 1):
        end = "." if place == len(lines) else ";"
        yield item(f"{label}: {number_two_digits(count) if opened else GAP} {unit}{end}")


def _given(account: Account, tasks: list[Task], today: dt.date) -> Iterator[Block]:
    if not tasks:
        yield para("Không có nội dung phải giải quyết, trả lời sau hội nghị." if account.is_over else GAP)
        return
    replied = sum(task.status == "replied" for task in tasks)
    late = sum(task.status == "overdue" for task in tasks)
    yield para(
        f"Chủ trì đã giao {number_two_digits(len(tasks))} nội dung. Tính đến ngày {short_date(today)}: đã có kết quả"
        f" {number_two_digits(replied)}, đang giải quyết {number_two_digits(len(tasks) - replied - late)}, quá hạn"
        f" {number_two_digits(late)}.",
        keep_with_next=True,
    )
    yield table(_TASKS, (_row(account, task) for task in tasks))


def _row(account: Account, task: Task) -> tuple[str, ...]:
    reply = task.promise.reply
    result = STATUS_NAMES[task.status]
    if reply is not None:
        number = f"{reply.number}, " if reply.number else ""
        result = f"{result} ({number}{short_date(reply.date)})"
    number = "" if task.question is None else str(task.question.number)
    work = "\n".join(part for part in (task.work, higher_level_in_words(account, task.promise)) if part)
    return number, work, capital(task.body) or GAP, task.last_day, result


def _asked_of_others(account: Account, tasks: list[Task]) -> Iterator[Block]:
    for task in tasks:
        question, authority = task.question, account.responsible(task.promise) or GAP
        if task.promise.kind != "forward":
            continue
        if question is None:
            yield item(f"Kiến nghị {authority}: {closed(task.promise.text) or GAP}")
        elif question.number not in account.kept_back.substance:
            asked = f"Kiến nghị {authority} xem xét, giải quyết {question_in_words(account, question)}"
            said = closed(task.promise.text) or closed(question.text)
            yield item(f"{asked}: {said}" if said else f"{asked}.")
    yield item(f"Kiến nghị, đề xuất khác: {GAP}")
