"""Written replies to those who asked (Mẫu 1.5 of Nghị định 30/2020/NĐ-CP): the question quoted, then the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from moderator.meeting.letters import Asker, askers, quoted, to
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, dialogue_in_brief, held, issuer
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.paper import Block, Paper, heading, para
from moderator.meeting.paper_frame import framed
from moderator.meeting.tasks import Task, concern, tasks_of
from moderator.meeting.wording import WRITING_LINE
from moderator.meeting.working_days import Calendar

_LINES: Final = 5


def replies(meeting: Meeting, calendar: Calendar, about: int | None = None) -> tuple[Paper, ...]:
    """One letter to each asker of each question that is to be replied to, with the reply where it was put down.

    With a promise, only the letters that keep it.
    """
    account = account_of(meeting.state, calendar)
    return tuple(
        _reply(account, task, asker)
        for task in tasks_of(account)
        if task.promise.kind == "reply" and task.question is not None and concern((task,), about)
        for asker in askers(account, task.question)
    )


def _reply(account: Account, task: Task, asker: Asker) -> Paper:
    setup = account.state.setup
    reply = task.promise.reply
    return framed(
        setup,
        "replies",
        _body(account, task, asker),
        subject=f"V/v trả lời ý kiến, kiến nghị tại {dialogue_in_brief(account.state)}",
        ending=f"{capital(issuer(setup))} trả lời để {asker.in_sentence} được biết./.",
        number="" if reply is None else reply.number,
        date=None if reply is None else reply.date,
    )


def _body(account: Account, task: Task, asker: Asker) -> Iterator[Block]:
    setup = account.state.setup
    yield to(asker.with_place)
    yield para(
        f"{capital(issuer(setup))} nhận được ý kiến, kiến nghị của {asker.in_sentence} tại {held(account.state)}."
        f" Sau khi xem xét, {issuer(setup)} trả lời như sau:"
    )
    yield heading("1. Nội dung kiến nghị")
    yield para(quoted(asker.question.text))
    yield heading("2. Kết quả giải quyết, trả lời")
    reply = task.promise.reply
    if reply is not None and reply.text.strip():
        yield from (para(line) for line in reply.text.strip().split("\n"))
    else:
        yield from (para(WRITING_LINE, first_line=False) for _ in range(_LINES))
