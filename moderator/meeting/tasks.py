"""What a conclusion gave to a body, in words: the work, who answers for it, its last day and how it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from moderator.meeting.dates_in_words import short_date
from moderator.meeting.deadline_words import terms_in_words
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import addressed, inside, person_with_post
from moderator.meeting.minutes_privacy import procedure_name
from moderator.meeting.promises import Due, PromiseStatus, due_by, due_of, status_on, terms_of
from moderator.meeting.state import AskedQuestion, Promise
from moderator.meeting.text import fold
from moderator.meeting.wording import GAP, field_in_words, in_running_text

_ASKING: Final = "kiến nghị"
_FORWARDING: Final = "Kiến nghị cấp có thẩm quyền"


@dataclass(frozen=True, slots=True)
class Task:
    """A promise as the papers of an office tell it.

    Attributes:
        question: what it answers, None for a task that the chair gave without one.
        body: the body inside the commune that sees to it, or who was charged; empty when nobody was named.
        office: the same without anybody's name.
        counted: how its last day came about.
        status: how it stands on the day of the paper.
    """

    promise: Promise
    question: AskedQuestion | None
    body: str
    office: str
    work: str
    due: Due
    counted: str
    status: PromiseStatus

    @property
    def last_day(self) -> str:
        """The last day as a table gives it, with "(tạm tính)" where it may still move; a space while there is none."""
        if self.due.last_day is None:
            return GAP
        return f"{short_date(self.due.last_day)}{' (tạm tính)' if self.due.estimated else ''}"


def tasks_of(account: Account, today: dt.date | None = None) -> list[Task]:
    """Every promise in the order of its question, those without one last, as it stands on a day."""
    state = account.state
    tasks = []
    for promise in state.promises.values():
        due = due_of(state, promise, account.calendar)
        tasks.append(
            Task(
                promise=promise,
                question=state.questions.get(promise.question or 0),
                body=_in_charge(account, promise),
                office=_in_charge(account, promise, named=False),
                work=work_in_words(account, promise),
                due=due,
                counted=_counted(account, promise),
                status=status_on(promise, due, today or dt.date.min),
            )
        )
    tasks.sort(key=lambda task: (task.question is None, task.promise.question or 0, task.promise.number))
    return tasks


def by_body(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    """Tasks under the body that sees to them, in the order in which bodies come up; those of nobody last."""
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        groups.setdefault(task.body, []).append(task)
    if "" in groups:
        groups[""] = groups.pop("")
    return groups


def concern(tasks: Iterable[Task], promise: int | None) -> bool:
    """Whether a promise is among tasks; where none is meant, all tasks are."""
    return promise is None or any(task.promise.number == promise for task in tasks)


def _in_charge(account: Account, promise: Promise, *, named: bool = True) -> str:
    """The body inside the commune that sees to a task; what is forwarded is seen to by whoever does the forwarding."""
    person = account.people.get(promise.official or "")
    committee = in_running_text(account.state.setup.authority)
    body = person.body if person is not None and promise.kind == "forward" else promise.body
    if promise.kind == "forward" and person is None:
        return committee
    if person is None or (body and not fold(committee).startswith(fold(body))):
        return in_running_text(body)
    # Of the committee itself, or where no body was named, somebody has the task in person.
    return inside(person_with_post(person)) if named else person.post or in_running_text(person.body)


def responsible_in_words(account: Account, promise: Promise) -> str:
    """Body and official that answer for a task, as a table names them."""
    body = account.responsible(promise)
    official = account.officeholder(promise.official) if promise.official else ""
    if promise.kind == "forward":
        # The body is the one that is asked to decide; the official is who sees to the asking.
        return f"{official}\n(kiến nghị {body or GAP})" if official else f"Kiến nghị {body or GAP}"
    if not promise.body:
        return official or GAP
    # The post commonly names the body once more.
    person = account.people.get(promise.official or "")
    return body if person is None else f"{body}\n({inside(addressed(person.honorific, person.name))})"


def work_in_words(account: Account, promise: Promise) -> str:
    """What is to be done: as it was said, else worded from the kind of task."""
    question = account.state.questions.get(promise.question or 0)
    if question is None:
        return _said(promise) or GAP
    if question.number in account.kept_back.substance:
        return f"Thực hiện theo quy định của pháp luật về {procedure_name(question)}"
    if promise.text.strip():
        return _said(promise)
    conclusion = question.conclusion
    if promise.own and conclusion is not None and conclusion.text.strip():
        return conclusion.text.strip()
    field = account.fields.get(question.field)
    about = f" về {field_in_words(field.name)}" if field is not None else ""
    asked = f"ý kiến số {question.number}{about}"
    if promise.kind == "forward":
        return f"{_FORWARDING} xem xét, giải quyết {asked}; thông báo cho người có ý kiến"
    if promise.kind == "work":
        return f"Thực hiện nội dung chủ trì kết luận đối với {asked}"
    if promise.own and promise.outcome == "study":
        return f"Nghiên cứu, xem xét, giải quyết và trả lời bằng văn bản {asked}"
    return f"Trả lời bằng văn bản {asked}"


def _said(promise: Promise) -> str:
    """A task in the words that it was given in; what a higher level is asked for, nobody here is told to do."""
    said = promise.text.strip()
    asked = promise.kind == "forward" and said and not fold(said).startswith(fold(_ASKING))
    return f"{_FORWARDING}: {said}" if asked else said


def higher_level_in_words(account: Account, promise: Promise) -> str:
    """The higher level that is asked to decide what is forwarded, a space while nobody named it; else nothing."""
    return f"Cơ quan có thẩm quyền: {account.responsible(promise) or GAP}" if promise.kind == "forward" else ""


def _counted(account: Account, promise: Promise) -> str:
    """How the last day came about: extended, named by the chair, or counted by the rules."""
    by_rules = terms_in_words(terms_of(account.state, promise, account.calendar))
    if promise.extensions:
        reason = promise.extensions[-1][1].strip()
        before = due_by(account.state, promise.outcome, promise.kind, promise.due, account.calendar).last_day
        told = "đã gia hạn" if before is None else f"đã gia hạn, thời hạn ban đầu {short_date(before)}"
        # A reason may tell of what the law keeps back.
        hidden = promise.question in account.kept_back.substance
        return f"{told}; lý do: {reason}" if reason and not hidden else told
    if promise.due is not None:
        return f"chủ trì ấn định (theo quy định: {by_rules})" if by_rules else "chủ trì ấn định"
    return by_rules
