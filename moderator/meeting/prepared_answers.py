"""The letters (công văn, Mẫu 1.5) that ask each answering body to prepare its answers before the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.dates_in_words import seconds_in_words
from moderator.meeting.fields import fields_of
from moderator.meeting.invited import LATER, is_own_body, secretary, venue, when
from moderator.meeting.last_days import last_day
from moderator.meeting.letters import to
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import dialogue_in_brief, issuer, meeting_name
from moderator.meeting.minutes_people import inside, person_with_post
from moderator.meeting.minutes_privacy import kept_back
from moderator.meeting.office import phrases_of
from moderator.meeting.paper import Block, Paper, bold, item, para
from moderator.meeting.paper_bases import plan_cited
from moderator.meeting.paper_frame import framed
from moderator.meeting.people import Officeholder, officeholders
from moderator.meeting.setup import Official, Setup
from moderator.meeting.state import AskedQuestion, MeetingState
from moderator.meeting.text import fold
from moderator.meeting.wording import GAP, closed, in_running_text, no_later_than, within_sentence
from moderator.meeting.working_days import Calendar


def prepared_answers(meeting: Meeting, calendar: Calendar) -> tuple[Paper, ...]:
    """One letter to each body that answers, in the order of the meeting file; one with spaces while none is named."""
    bodies: dict[str, list[Official]] = {}
    for official in meeting.setup.officials:
        bodies.setdefault(fold(_addressee(meeting.setup, official)), []).append(official)
    return tuple(_letter(meeting.state, officials, calendar) for officials in bodies.values() or [[]])


def _addressee(setup: Setup, official: Official) -> str:
    body = in_running_text(official.body.strip())
    return body if body and not is_own_body(setup, body) else person_with_post(_holder(setup, official))


def _people(setup: Setup, officials: list[Official]) -> list[str]:
    return [person_with_post(_holder(setup, each)) for each in officials]


def _holder(setup: Setup, official: Official) -> Officeholder:
    return officeholders(setup)[official.code]


def _letter(state: MeetingState, officials: list[Official], calendar: Calendar) -> Paper:
    setup = state.setup
    return framed(
        setup,
        "prepared_answers",
        _body(state, officials, calendar),
        subject=f"V/v chuẩn bị nội dung trả lời tại {dialogue_in_brief(state)}",
        ending="Đề nghị thực hiện đúng nội dung, thời hạn nêu trên để hội nghị đạt kết quả./.",
    )


def _body(state: MeetingState, officials: list[Official], calendar: Calendar) -> Iterator[Block]:
    setup = state.setup
    addressee = _addressee(setup, officials[0]) if officials else GAP
    yield to(addressee)
    yield para(_occasion(setup))
    asked = inside(addressee) if addressee in _people(setup, officials) else addressee
    yield para(f"{issuer(setup)} đề nghị {asked}:", keep_with_next=True)
    yield item(
        closed(f"Chuẩn bị nội dung trả lời ý kiến, kiến nghị của Nhân dân về {_fields(setup, officials)}"), marker="1."
    )
    yield from _known(state, officials)
    yield item(
        "Trả lời trọng tâm, ngắn gọn, dễ hiểu: nêu căn cứ, việc đã làm, việc sẽ làm và thời hạn; việc chưa trả lời"
        f" được ngay thì nói rõ lý do, trách nhiệm và thời gian giải quyết.{_limit(setup)}",
        marker="2.",
    )
    yield from _deadline(state, calendar)
    yield item(
        f"{_presence(setup, officials, addressee)}, trả lời trực tiếp hoặc tiếp thu ý kiến thuộc lĩnh vực phụ trách.",
        marker="4.",
    )


def _occasion(setup: Setup) -> str:
    plan = plan_cited(setup)
    lead = f"Thực hiện {plan}, " if plan else ""
    held = f"{issuer(setup)} tổ chức {meeting_name(setup)}"
    if setup.starts is None:
        return f"{lead}{held} tại {within_sentence(venue(setup))} ({LATER})."
    return f"{lead}{held} vào {when(setup)}, tại {within_sentence(venue(setup))}."


def _fields(setup: Setup, officials: list[Official]) -> str:
    known = fields_of(setup)
    names = dict.fromkeys(within_sentence(known[code].name) for each in officials for code in each.fields)
    return f"lĩnh vực: {'; '.join(names)}" if names else "lĩnh vực phụ trách"


def _known(state: MeetingState, officials: list[Official]) -> Iterator[Block]:
    """What has been asked already, without saying by whom: the body needs the question, not the person."""
    codes = {each.code for each in officials}
    fields = {field for each in officials for field in each.fields}
    kept = kept_back(state).substance
    for question in state.questions.values():
        open_to_prepare = question.status in ("new", "assigned") and question.kind == "question"
        if open_to_prepare and question.number not in kept and _is_theirs(question, codes, fields):
            yield item(f"Ý kiến số {question.number}{_from(state, question)}: {closed(question.text)}", marker="+")


def _is_theirs(question: AskedQuestion, codes: set[str], fields: set[str]) -> bool:
    return not codes.isdisjoint(question.officials) if question.officials else question.field in fields


def _from(state: MeetingState, question: AskedQuestion) -> str:
    place = state.registrations[question.who].card.place
    return f" ({place})" if place else ""


def _limit(setup: Setup) -> str:
    return f" Mỗi lượt trả lời không quá {seconds_in_words(setup.limits.answer)}." if setup.limits.answer else ""


def _deadline(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    found = last_day(state, "prepared_answers", calendar)
    by = no_later_than(None, phrases=phrases_of(calendar)) if found is None else found.by
    sent = f"Gửi nội dung trả lời bằng văn bản về {issuer(state.setup)} (qua {secretary(state.setup)}) "
    yield item(sent, bold(by), ".", marker="3.")
    if found is not None and found.counted:
        yield item(f"Cách tính thời hạn: {found.counted}.", marker="+")


def _presence(setup: Setup, officials: list[Official], addressee: str) -> str:
    people = _people(setup, officials)
    if not people:
        return f"Cử {GAP} dự hội nghị"
    return "Dự hội nghị" if people == [addressee] else f"Cử {'; '.join(map(inside, people))} dự hội nghị"
