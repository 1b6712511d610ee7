"""Slips to the bodies: what each was given to do by the chair's conclusions, and what it has not done in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, short_date
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, chair_of, comrade, held, issuer, meeting_name
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.minutes_people import addressed
from moderator.meeting.paper import Block, Column, Paper, centred, para, table
from moderator.meeting.paper_frame import framed
from moderator.meeting.tasks import Task, by_body, concern, higher_level_in_words, tasks_of
from moderator.meeting.wording import GAP, GAP_DAY
from moderator.meeting.working_days import Calendar

_GIVEN: Final = (
    Column("Ý kiến số", 1, "centre"),
    Column("Nội dung ý kiến, kiến nghị; người có ý kiến", 3.2),
    Column("Nội dung giao", 2.3),
    Column("Thời hạn", 1.45, "centre"),
    Column("Cách tính thời hạn", 2.4),
)
_LATE: Final = (
    Column("Ý kiến số", 1, "centre"),
    Column("Nội dung giao", 3.9),
    Column("Thời hạn", 1.5, "centre"),
    Column("Đã quá hạn", 1.1, "centre"),
    Column("Lý do chậm, thời gian hoàn thành", 2.2),
)
_AS_ABOVE: Final = "(như trên)"


def assignments(meeting: Meeting, calendar: Calendar, about: int | None = None) -> tuple[Paper, ...]:
    """One slip per body with its tasks and their last days, or the slip that a promise stands on."""
    account = account_of(meeting.state, calendar)
    waiting = [task for task in tasks_of(account) if task.promise.reply is None]
    given = by_body(waiting).items()
    return tuple(_assignment(account, body, tasks) for body, tasks in given if concern(tasks, about))


def reminders(meeting: Meeting, calendar: Calendar, today: dt.date, about: int | None = None) -> tuple[Paper, ...]:
    """One slip per body that has tasks whose last day is over, or the slip that a promise stands on."""
    account = account_of(meeting.state, calendar)
    late = [task for task in tasks_of(account, today) if task.status == "overdue"]
    owed = by_body(late).items()
    return tuple(_reminder(account, body, tasks, today) for body, tasks in owed if concern(tasks, about))


def _assignment(account: Account, body: str, tasks: Sequence[Task]) -> Paper:
    setup = account.state.setup
    return framed(
        setup,
        "assignments",
        _given(account, body, tasks),
        type_name="PHIẾU GIAO VIỆC",
        subject=f"Giải quyết, trả lời ý kiến, kiến nghị tại {meeting_name(setup)}",
        ending=(
            "Đề nghị cơ quan, đơn vị được giao thực hiện đúng thời hạn; trường hợp cần thêm thời gian thì báo cáo"
            " rõ lý do trước khi hết thời hạn để thông báo cho người có ý kiến biết./."
        ),
    )


def _given(account: Account, body: str, tasks: Sequence[Task]) -> Iterator[Block]:
    body = _office(account, body)
    yield centred(f"Kính gửi: {capital(body) or GAP}.")
    yield para(
        f"Căn cứ kết luận của {comrade(chair_of(account))} tại {held(account.state)},"
        f" {issuer(account.state.setup)} giao {body or GAP} thực hiện các nội dung sau:"
    )
    told: set[int] = set()
    rows = []
    for task in tasks:
        number = task.promise.question
        asked = _AS_ABOVE if number in told else _asked(account, task)
        rows.append((_number(task), asked, _work(account, task), task.last_day, capital(task.counted)))
        if number is not None and asked:
            told.add(number)
    yield table(_GIVEN, rows)


def _office(account: Account, body: str) -> str:
    """The office that a slip goes to: the committee that sends it means one of its own, which nobody has named yet."""
    return "" if body == issuer(account.state.setup) else body


def _reminder(account: Account, body: str, tasks: Sequence[Task], today: dt.date) -> Paper:
    setup = account.state.setup
    body = _office(account, body)
    return framed(
        setup,
        "reminders",
        _overdue(account, body, tasks, today),
        type_name="PHIẾU ĐÔN ĐỐC",
        subject=f"Giải quyết, trả lời ý kiến, kiến nghị tại {meeting_name(setup)}",
        ending=(
            f"Đề nghị {body or GAP} khẩn trương thực hiện, báo cáo kết quả hoặc lý do chậm trước {GAP_DAY}; nội dung"
            " cần gia hạn phải thông báo rõ lý do cho người có ý kiến biết./."
        ),
    )


def _overdue(account: Account, body: str, tasks: Sequence[Task], today: dt.date) -> Iterator[Block]:
    yield centred(f"Kính gửi: {capital(body) or GAP}.")
    yield para(
        f"Thực hiện kết luận của {comrade(chair_of(account))} tại {held(account.state)}, {body or GAP} được giao"
        f" các nội dung dưới đây. Đến ngày {short_date(today)}, {number_two_digits(len(tasks))} nội dung đã quá thời"
        " hạn mà chưa có kết quả:"
    )
    yield table(_LATE, ((_number(task), _work(account, task), task.last_day, _late(task, today), "") for task in tasks))


def _late(task: Task, today: dt.date) -> str:
    last_day = task.due.last_day
    return "" if last_day is None else f"{number_two_digits((today - last_day).days)} ngày"


def _number(task: Task) -> str:
    return "" if task.question is None else str(task.question.number)


def _asked(account: Account, task: Task) -> str:
    """What was asked and by whom, as far as the law lets the body know; the reply goes to that person."""
    question = task.question
    if question is None or question.number in account.kept_back.substance:
        return ""
    numbers = (question.number, *account.joined.get(question.number, ()))
    told = []
    for number in numbers:
        if number in account.kept_back.substance:
            continue
        asked = account.state.questions[number]
        card = account.state.registrations[asked.who].card
        named = (
            "Người có ý kiến không nêu tên"
            if card.anonymous or not card.name
            else ", ".join(part for part in (addressed(card.honorific, card.name), card.place) if part)
        )
        joined = f" (ý kiến số {number}, được gộp)" if number != question.number else ""
        told.append(f"{named}{joined}: {asked.text}")
    return "\n".join(told)


def _work(account: Account, task: Task) -> str:
    return "\n".join(part for part in (task.work, higher_level_in_words(account, task.promise)) if part)
