"""Letters that pass on to a higher level what is beyond the commune (Mẫu 1.5 of Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from moderator.meeting.letters import quoted, to
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, dialogue_in_brief, held, issuer
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.paper import Block, Paper, heading, para
from moderator.meeting.paper_frame import framed
from moderator.meeting.publishing import without_citizens
from moderator.meeting.state import AskedQuestion
from moderator.meeting.tasks import Task, concern, tasks_of
from moderator.meeting.wording import GAP, closed, field_in_words, no_later_than
from moderator.meeting.working_days import Calendar

_HIGHER_LEVEL: Final = "Cấp có thẩm quyền"


def forwarding(meeting: Meeting, calendar: Calendar, about: int | None = None) -> tuple[Paper, ...]:
    """One letter to each authority with all that it is asked to decide; those who asked are not named to it.

    With a promise, only the letter that it stands in.
    """
    account = account_of(without_citizens(meeting.state), calendar)
    by_authority: dict[str, list[Task]] = {}
    for task in tasks_of(account):
        kept_back = task.question is not None and task.question.number in account.kept_back.substance
        if task.promise.kind == "forward" and not kept_back:
            by_authority.setdefault(account.responsible(task.promise), []).append(task)
    return tuple(
        _letter(account, authority, asked) for authority, asked in by_authority.items() if concern(asked, about)
    )


def _letter(account: Account, authority: str, asked: Sequence[Task]) -> Paper:
    setup = account.state.setup
    return framed(
        setup,
        "forwarding",
        _body(account, authority, asked),
        subject=f"V/v kiến nghị giải quyết ý kiến của Nhân dân tại {dialogue_in_brief(account.state)}",
        ending=f"{capital(issuer(setup))} kính đề nghị {authority or _HIGHER_LEVEL.lower()} quan tâm, giải quyết./.",
    )


def _body(account: Account, authority: str, asked: Sequence[Task]) -> Iterator[Block]:
    setup = account.state.setup
    yield to(authority or f"{_HIGHER_LEVEL} {GAP}")
    yield para(
        f"Tại {held(account.state)}, Nhân dân có ý kiến, kiến nghị về nội dung vượt thẩm quyền giải quyết của"
        f" {issuer(setup)}. {capital(issuer(setup))} kiến nghị {authority or GAP} xem xét, giải quyết, trả lời"
        " những nội dung sau:"
    )
    for place, (_, tasks) in enumerate(groupby(asked, key=lambda task: task.promise.question), 1):
        together = [*tasks]
        question = together[0].question
        if question is None:
            yield heading(f"{place}. Nội dung chủ trì kết luận chung tại hội nghị", 2)
        else:
            yield from _asked(account, place, question)
        for task in together:
            if task.promise.text.strip():
                yield para(f"Nội dung kiến nghị: {closed(task.promise.text)}")
        due = min((task.due for task in together), key=lambda due: due.last_day or dt.date.max)
        by = no_later_than(due.last_day, due.estimated, account.phrases)
        yield para(
            f"Kết quả, hoặc cơ quan và thời gian trả lời, đề nghị gửi về {issuer(setup)} để thông báo cho"
            f" {'Nhân dân' if question is None else 'người có ý kiến'} {by}."
        )


def _asked(account: Account, place: int, question: AskedQuestion) -> Iterator[Block]:
    """What was asked, what was told about it at the meeting, and how the chair concluded."""
    field = account.fields.get(question.field)
    about = f" về {field_in_words(field.name)}" if field is not None else ""
    card = account.state.registrations[question.who].card
    origin = f", {card.place}" if card.place else ""
    yield heading(f"{place}. Ý kiến{about} (ý kiến số {question.number}{origin})", 2)
    for number in (question.number, *account.joined.get(question.number, ())):
        if number not in account.kept_back.substance:
            yield para(quoted(account.state.questions[number].text))
    for answer in question.answers:
        if answer.text:
            yield para(f"Nội dung đã thông tin tại hội nghị: {closed(answer.text)}")
    conclusion = question.conclusion
    if conclusion is not None and conclusion.text.strip():
        yield para(f"Chủ trì kết luận: {closed(conclusion.text)}")
