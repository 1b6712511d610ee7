"""Letters that tell an asker why there is no answer yet, who answers and when (Mẫu 1.5 of Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.letters import Asker, askers, quoted, to
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, dialogue_in_brief, held, issuer
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.paper import Block, Paper, para
from moderator.meeting.paper_frame import framed
from moderator.meeting.state import Conclusion
from moderator.meeting.tasks import Task, concern, tasks_of
from moderator.meeting.wording import GAP, closed, no_later_than
from moderator.meeting.working_days import Calendar


def interim_notices(meeting: Meeting, calendar: Calendar, about: int | None = None) -> tuple[Paper, ...]:
    """One letter to each asker of what goes to a higher level, needs study or was given more time, until the reply.

    With a promise, only the letters about it.
    """
    account = account_of(meeting.state, calendar)
    return tuple(
        _notice(account, task, asker)
        for task in tasks_of(account)
        if task.question is not None
        and task.promise.reply is None
        and _has_to_be_told(task)
        and concern((task,), about)
        for asker in askers(account, task.question)
    )


def _has_to_be_told(task: Task) -> bool:
    promise = task.promise
    if promise.extensions:
        return promise.kind != "work"
    return promise.own and promise.outcome in ("beyond", "study")


def _notice(account: Account, task: Task, asker: Asker) -> Paper:
    setup = account.state.setup
    return framed(
        setup,
        "interim_notices",
        _body(account, task, asker),
        subject=f"V/v thông báo việc giải quyết ý kiến, kiến nghị tại {dialogue_in_brief(account.state)}",
        ending=f"{capital(issuer(setup))} thông báo để {asker.in_sentence} được biết./.",
    )


def _body(account: Account, task: Task, asker: Asker) -> Iterator[Block]:
    setup = account.state.setup
    yield to(asker.with_place)
    yield para(f"Tại {held(account.state)}, {asker.in_sentence} có ý kiến, kiến nghị: {quoted(asker.question.text)}")
    conclusion = None if task.question is None else task.question.conclusion
    by = no_later_than(task.due.last_day, task.due.estimated, account.phrases)
    if task.promise.kind == "forward":
        yield from _beyond(account, task, by)
    elif task.promise.outcome == "study":
        yield para(
            "Đây là nội dung cần có thời gian nghiên cứu, xem xét, giải quyết để bảo đảm chính xác, khách quan, đúng"
            f" quy trình, trình tự pháp luật. {capital(issuer(setup))} đã giao {task.body or GAP} chịu trách nhiệm"
            f" giải quyết và trả lời {by}."
        )
    else:
        yield para(f"{capital(issuer(setup))} đã giao {task.body or GAP} chịu trách nhiệm trả lời {by}.")
    yield from _why(task, conclusion)


def _beyond(account: Account, task: Task, by: str) -> Iterator[Block]:
    body = account.responsible(task.promise)
    setup = account.state.setup
    yield para(
        f"Nội dung này vượt thẩm quyền giải quyết của {issuer(setup)}. {capital(issuer(setup))} tiếp thu đầy đủ và có"
        f" văn bản kiến nghị {body or GAP} xem xét, giải quyết, trả lời. {capital(issuer(setup))} thông báo cơ quan trả"
        f" lời và thời gian trả lời cho người có ý kiến {by}."
    )


def _why(task: Task, conclusion: Conclusion | None) -> Iterator[Block]:
    """The reason for more time, which the citizen has a right to know; room to write where nobody put it down."""
    extensions = task.promise.extensions
    if extensions:
        _, reason = extensions[-1]
        told = closed(reason) if reason.strip() else GAP
        yield para(f"Thời hạn trả lời được gia hạn so với thời hạn đã thông báo. Lý do gia hạn: {told}")
    elif conclusion is not None and (conclusion.reason.strip() or task.promise.outcome == "study"):
        told = closed(conclusion.reason) if conclusion.reason.strip() else GAP
        yield para(f"Lý do: {told}")
