"""The notice of what became of each opinion (thông báo, Mẫu 1.4), which is posted for everybody.

What was replied to somebody who gave no name stands here in full, since no letter can be sent; of an opinion on
somebody's conduct it does not, and is told to who comes and asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, short_date
from moderator.meeting.letters import has_address
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, day_held, held, issuer, meeting_name
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.minutes_privacy import ON_CONDUCT, procedure_name
from moderator.meeting.paper import Block, Column, Paper, para, table
from moderator.meeting.paper_frame import framed
from moderator.meeting.publishing import published
from moderator.meeting.state import AskedQuestion
from moderator.meeting.tasks import Task, higher_level_in_words, tasks_of
from moderator.meeting.wording import GAP, closed, in_running_text, outcome_name
from moderator.meeting.working_days import Calendar

_COLUMNS: Final = (
    Column("Ý kiến số", 0.95, "centre"),
    Column("Nội dung ý kiến, kiến nghị", 3.2),
    Column("Cơ quan giải quyết, trả lời", 1.7),
    Column("Kết quả", 3.3),
)
_ON_CONDUCT: Final = "Được tiếp nhận, xem xét, xử lý theo quy định."
_TO_BE_ASKED: Final = "Người có ý kiến không nêu tên liên hệ Ủy ban nhân dân để được biết kết quả."
_DONE: Final = {"reply": "Đã trả lời", "forward": "Đã kiến nghị cấp có thẩm quyền", "work": "Đã thực hiện"}


def results_notice(meeting: Meeting, calendar: Calendar) -> Paper:
    """What became of each opinion so far, with the body that answers; no citizen stands in it by name."""
    account = account_of(published(meeting.state), calendar)
    setup = account.state.setup
    return framed(
        setup,
        "results_notice",
        _body(account, meeting),
        type_name="THÔNG BÁO",
        subject=f"Kết quả giải quyết ý kiến, kiến nghị tại {meeting_name(setup)}, {day_held(account.state)}",
        ending=f"{capital(issuer(setup))} thông báo để Nhân dân, các cơ quan, đơn vị liên quan được biết./.",
    )


def _body(account: Account, meeting: Meeting) -> Iterator[Block]:
    setup = account.state.setup
    tasks = tasks_of(account)
    questions = [question for question in account.state.questions.values() if question.dropped is None]
    yield para(
        f"{capital(issuer(setup))} thông báo kết quả giải quyết {number_two_digits(len(questions))} ý kiến, kiến nghị"
        f" tại {held(account.state)}.{_so_far(tasks)}"
    )
    of_question: dict[int, list[Task]] = {}
    for task in tasks:
        if task.question is not None:
            of_question.setdefault(task.question.number, []).append(task)
    rows = [_row(account, meeting, question, of_question.get(question.number, [])) for question in questions]
    rows += [
        ("", f"Chủ trì giao: {task.work}", capital(task.body) or GAP, _standing(account, task, ""))
        for task in tasks
        if task.question is None
    ]
    if rows:
        yield table(_COLUMNS, rows)


def _so_far(tasks: Sequence[Task]) -> str:
    """How many of the tasks are done, as a sentence behind another one."""
    if not tasks:
        return ""
    replied = sum(task.status == "replied" for task in tasks)
    return (
        f" Trong {number_two_digits(len(tasks))} nội dung giao giải quyết, trả lời, đã có kết quả"
        f" {number_two_digits(replied)} nội dung."
    )


def _row(account: Account, meeting: Meeting, question: AskedQuestion, tasks: list[Task]) -> tuple[str, ...]:
    number = str(question.number)
    if question.number in account.kept_back.substance:
        guided = f"Thực hiện theo quy định của pháp luật về {procedure_name(question)}"
        return number, f"Nội dung thuộc trình tự {procedure_name(question)}.", "", f"{guided}."
    # Who can be written to is asked of the meeting itself: here everybody is known by initials.
    card = meeting.state.registrations[question.who].card
    bodies = [capital(task.body) for task in tasks if task.body]
    answered = dict.fromkeys((*question.officials, *(answer.official for answer in question.answers)))
    people = [account.people[code] for code in answered if code in account.people]
    bodies += [] if tasks else [in_running_text(person.body) for person in people]
    return (
        number,
        f"{capital(ON_CONDUCT)}." if question.number in account.kept_back.unpublished else question.text,
        "\n".join(dict.fromkeys(body for body in bodies if body)),
        _result(account, question, tasks, in_full=not has_address(card)),
    )


def _result(account: Account, question: AskedQuestion, tasks: list[Task], *, in_full: bool) -> str:
    if question.joined_into is not None:
        return f"Giải quyết cùng ý kiến số {question.joined_into}."
    conclusion = question.conclusion
    if conclusion is None:
        return "Chưa kết luận."
    told = [f"{capital(outcome_name(conclusion.outcome, account.phrases))}. {closed(conclusion.text)}".strip()]
    if question.number in account.kept_back.unpublished:
        told.append(_ON_CONDUCT if not in_full else f"{_ON_CONDUCT} {_TO_BE_ASKED}")
    for task in tasks:
        reply = task.promise.reply
        work = "" if task.promise.own else f"{closed(task.work)} "
        told.append(f"{work}{_standing(account, task, reply.text if reply is not None and in_full else '')}")
    if not tasks and in_full and not conclusion.text.strip():
        told += [closed(answer.text) for answer in question.answers if answer.text]
    return "\n".join(told)


def _standing(account: Account, task: Task, said: str) -> str:
    """How a task stands; that its day is over is a matter of the office, not of a notice."""
    reply = task.promise.reply
    higher_level = higher_level_in_words(account, task.promise)
    if reply is None and higher_level:
        return f"{higher_level}. Thời hạn thông báo cho người có ý kiến: {task.last_day}."
    if reply is None:
        return f"Đang giải quyết, thời hạn: {task.last_day}."
    number = f" bằng văn bản số {reply.number}" if reply.number else ""
    content = f" Nội dung: {closed(said)}" if said.strip() else ""
    done = f"{_DONE[task.promise.kind]} ngày {short_date(reply.date)}{number}.{content}"
    return f"{higher_level}. {done}" if higher_level else done
