"""The table of all opinions with what became of each, for the office that follows them up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from moderator.meeting.dates_in_words import short_date
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import addressed, inside
from moderator.meeting.minutes_privacy import procedure_name
from moderator.meeting.promises import PromiseStatus
from moderator.meeting.state import AskedQuestion
from moderator.meeting.tasks import Task, responsible_in_words, tasks_of
from moderator.meeting.wording import closed, outcome_name

STATUS_NAMES: Final[dict[PromiseStatus, str]] = {
    "open": "Đang giải quyết",
    "overdue": "Quá hạn",
    "extended": "Đã gia hạn, đang giải quyết",
    "replied": "Đã trả lời",
}
_UNNAMED: Final = "Không nêu tên"
_PROTECTED: Final = "Không nêu"
_COMPETENCES: Final = {
    "beyond": "Vượt thẩm quyền",
    "procedure": "Theo pháp luật về khiếu nại, tố cáo",
    "off_topic": "Ngoài nội dung đối thoại",
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """A row of the table: a question, and one of the tasks that came of it where there are any.

    Attributes:
        again: the question stands in the row above with another task.
        answered: what was answered at the meeting.
        further: the task, where it was given beside what the outcome itself asks for.
        remark: what else is to be known.
        counted: how the last day came about.
    """

    number: int | None
    again: bool
    name: str
    place: str
    text: str
    field: str
    competence: str
    answers_for: str
    answered: str
    last_day: dt.date | None
    estimated: bool
    further: str
    reply_number: str
    result: str
    remark: str
    counted: str


def opinions(account: Account, today: dt.date) -> list[Opinion]:
    """Every question in order, once for each of its tasks, then the tasks that the chair gave without a question."""
    tasks: dict[int, list[Task]] = {}
    without_question: list[Task] = []
    for task in tasks_of(account, today):
        if task.question is None:
            without_question.append(task)
        else:
            tasks.setdefault(task.question.number, []).append(task)
    rows: list[Opinion] = []
    for number, question in sorted(account.state.questions.items()):
        rows += _rows(account, question, tasks.get(number, []))
    return [*rows, *(_directive(account, task) for task in without_question)]


def _rows(account: Account, question: AskedQuestion, tasks: list[Task]) -> Iterator[Opinion]:
    card = account.state.registrations[question.who].card
    hidden = question.number in account.kept_back.substance
    protected = question.number in account.kept_back.asker
    unnamed = card.anonymous or not card.name
    name = card.organisation or _UNNAMED if unnamed else addressed(card.honorific, card.name)
    field = account.fields.get(question.field)
    for place, task in enumerate(tasks or [None]):
        yield Opinion(
            number=question.number,
            again=place > 0,
            name=_PROTECTED if protected else name,
            place="" if protected or unnamed else card.place,
            text=f"Nội dung thuộc trình tự {procedure_name(question)}" if hidden else question.text,
            field="" if hidden or field is None else field.name,
            competence=_competence(question),
            answers_for=_answers_for(account, question, task),
            answered="" if hidden else _answered(account, question),
            last_day=None if task is None else task.due.last_day,
            estimated=task is not None and task.due.estimated,
            further="" if task is None or task.promise.own else f"Việc giao thêm: {inside(task.work)}",
            reply_number="" if task is None or task.promise.reply is None else task.promise.reply.number,
            result=_result(account, question, task),
            remark=_remark(account, question, task),
            counted="" if task is None else task.counted,
        )


def _directive(account: Account, task: Task) -> Opinion:
    reply = task.promise.reply
    return Opinion(
        number=None,
        again=False,
        name="",
        place="",
        text=f"Chủ trì giao: {task.work}",
        field="",
        competence="Thuộc thẩm quyền",
        answers_for=responsible_in_words(account, task.promise),
        answered="",
        last_day=task.due.last_day,
        estimated=task.due.estimated,
        further="",
        reply_number="" if reply is None else reply.number,
        result=_standing(task),
        remark="",
        counted=task.counted,
    )


def _competence(question: AskedQuestion) -> str:
    if question.conclusion is None:
        return "Theo pháp luật về khiếu nại, tố cáo" if question.kind in ("complaint", "denunciation") else ""
    return _COMPETENCES.get(question.conclusion.outcome, "Thuộc thẩm quyền")


def _answers_for(account: Account, question: AskedQuestion, task: Task | None) -> str:
    if task is not None:
        return responsible_in_words(account, task.promise)
    codes = dict.fromkeys((*question.officials, *(answer.official for answer in question.answers)))
    return "; ".join(account.officeholder(code) for code in codes)


def _answered(account: Account, question: AskedQuestion) -> str:
    """The answers put down, each with who gave it, and the conclusion; of a dropped question, why it was dropped."""
    told = [f"{_by(account, each.official)}: {closed(each.text)}" for each in question.answers if each.text]
    conclusion = question.conclusion
    if conclusion is not None and conclusion.text.strip():
        told.append(f"Chủ trì kết luận: {closed(conclusion.text)}")
    if question.dropped:
        told.append(f"Lý do rút: {closed(question.dropped)}")
    return "\n".join(told)


def _by(account: Account, code: str) -> str:
    person = account.people.get(code)
    return account.officeholder(code) if person is None else addressed(person.honorific, person.name)


def _result(account: Account, question: AskedQuestion, task: Task | None) -> str:
    if question.dropped is not None:
        return "Rút khỏi danh sách theo dõi"
    if question.joined_into is not None:
        return f"Gộp với ý kiến số {question.joined_into}"
    if task is not None:
        return _standing(task)
    if question.conclusion is None:
        return "Chưa kết luận"
    name = outcome_name(question.conclusion.outcome, account.phrases)
    return f"{name[:1].upper()}{name[1:]}"


def _standing(task: Task) -> str:
    reply = task.promise.reply
    if reply is None:
        return STATUS_NAMES[task.status]
    done = {"reply": "Đã trả lời", "forward": "Đã kiến nghị", "work": "Đã thực hiện"}[task.promise.kind]
    return f"{done} ngày {short_date(reply.date)}"


def _remark(account: Account, question: AskedQuestion, task: Task | None) -> str:
    parts: list[str] = []
    if account.state.registrations[question.who].status == "in_writing":
        parts.append("Ý kiến gửi bằng văn bản")
    others = [number for number in account.joined.get(question.number, ()) if number not in account.kept_back.substance]
    if others:
        parts.append(f"Gộp ý kiến số {', '.join(map(str, others))}")
    if task is not None and (task.promise.extensions or task.due.estimated):
        parts.append("Đã gia hạn" if task.promise.extensions else "Thời hạn tạm tính")
    return ". ".join(part.rstrip(".") for part in parts)
