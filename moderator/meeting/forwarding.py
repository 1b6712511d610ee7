"""Letters that pass on to a higher level what is beyond the commune (Mẫu 1.5 of Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from moderator.meeting.letters import quoted, to
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, dialogue_in_brief, held, issuer
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.paper import Block, Paper, heading, para
from moderator.meeting.paper_frame import framed
from moderator.meeting.publishing import published
from moderator.meeting.state import AskedQuestion
from moderator.meeting.tasks import Task, concern, tasks_of
from moderator.meeting.wording import GAP, closed, field_in_words, no_later_than
from moderator.meeting.working_days import Calendar

_HIGHER_LEVEL: Final = "Cấp có thẩm quyền"


def forwarding(meeting: Meeting, calendar: Calendar, about: int | None = None) -> tuple[Paper, ...]:
    """One letter to each authority with all that it is asked to decide; those who asked are not named to it.

    With a promise, only the letter that it stands in.
    """
    account = account_of(published(meeting.state), calendar)
    by_authority: dict[str, list[tuple[Task, AskedQuestion]]] = {}
    for task in tasks_of(account):
        question = task.question
        if task.promise.kind != "forward" or question is None or question.number in account.kept_back.substance:
            continue
        authority = account.responsible(task.promise) if task.promise.body else ""
        by_authority.setdefault(authority, []).append((task, question))
    return tuple(
        _letter(account, authority, asked)
        for authority, asked in by_authority.items()
        if concern((task for task, _ in asked), about)
    )


def _letter(account: Account, authority: str, asked: Sequence[tuple[Task, AskedQuestion]]) -> Paper:
    setup = account.state.setup
    return framed(
        setup,
        "forwarding",
        _body(account, authority, asked),
        subject=f"V/v kiến nghị giải quyết ý kiến của Nhân dân tại {dialogue_in_brief(account.state)}",
        ending=f"{capital(issuer(setup))} kính đề nghị {authority or _HIGHER_LEVEL.lower()} quan tâm, giải quyết./.",
    )


def _body(account: Account, authority: str, asked: Sequence[tuple[Task, AskedQuestion]]) -> Iterator[Block]:
    setup = account.state.setup
    yield to(authority or f"{_HIGHER_LEVEL} {GAP}")
    yield para(
        f"Tại {held(account.state)}, Nhân dân có ý kiến, kiến nghị về nội dung vượt thẩm quyền giải quyết của"
        f" {issuer(setup)}. {capital(issuer(setup))} kiến nghị {authority or GAP} xem xét, giải quyết, trả lời"
        " những nội dung sau:"
    )
    for place, (task, question) in enumerate(asked, 1):
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
        by = no_later_than(task.due.last_day, task.due.estimated, account.phrases)
        yield para(
            f"Kết quả, hoặc cơ quan và thời gian trả lời, đề nghị gửi về {issuer(setup)} để thông báo cho người có"
            f" ý kiến {by}."
        )
