"""How papers refer to a meeting, to who chaired it and to the questions asked at it."""

from __future__ import annotations

from collections.abc import Iterable

from moderator.meeting.dates_in_words import day_in_words, short_date
from moderator.meeting.minutes_account import Account
from moderator.meeting.people import Officeholder
from moderator.meeting.promises import counted_from
from moderator.meeting.setup import Setup
from moderator.meeting.state import AskedQuestion, MeetingState
from moderator.meeting.text import fold
from moderator.meeting.wording import GAP, GAP_DAY, field_in_words, in_running_text, within_sentence

_MEETING = "hoi nghi"


def meeting_name(setup: Setup) -> str:
    """The meeting as a sentence names it: "Hội nghị đối thoại ..." or "buổi đối thoại ..."."""
    title = " ".join(setup.title.split()).rstrip(".;,")
    return title if fold(title).startswith(_MEETING) else f"buổi {within_sentence(title)}"


def day_held(state: MeetingState) -> str:
    """The day of the meeting in words, a space while it is not known."""
    if state.opened_at is not None:
        return day_in_words(state.opened_at.astimezone(state.setup.tz).date())
    day = counted_from(state)
    return GAP_DAY if day is None else day_in_words(day)


def dialogue_in_brief(state: MeetingState) -> str:
    """The meeting in the few words that the subject of a letter has room for."""
    day = counted_from(state) if state.opened_at is None else state.opened_at.astimezone(state.setup.tz).date()
    return "hội nghị đối thoại" if day is None else f"hội nghị đối thoại ngày {short_date(day)}"


def held(state: MeetingState) -> str:
    """The meeting with its day and place."""
    return f"{meeting_name(state.setup)}, {day_held(state)}, tại {within_sentence(state.setup.place) or GAP}"


def chair_of(account: Account) -> Officeholder | None:
    """Who presides."""
    return account.people.get(account.state.chair)


def comrade(person: Officeholder | None) -> str:
    """An official as notices name him: "đồng chí Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã"."""
    if person is None:
        return f"đồng chí {GAP}"
    return f"đồng chí {person.name}{person.post and ', '}{person.post}"


def issuer(setup: Setup) -> str:
    """The body that issues the papers, as a sentence names it."""
    return in_running_text(" ".join(setup.authority.split()))


def question_in_words(account: Account, question: AskedQuestion) -> str:
    """Give "ý kiến số 4 (lĩnh vực đất đai)"."""
    field = account.fields.get(question.field)
    about = f" ({field_in_words(field.name)})" if field is not None else ""
    return f"ý kiến số {question.number}{about}"


def numbers_in_words(numbers: Iterable[int]) -> str:
    """Give "ý kiến số 5, 7 và 8"."""
    *others, last = numbers
    return f"ý kiến số {', '.join(map(str, others))} và {last}" if others else f"ý kiến số {last}"


def capital(words: str) -> str:
    """Words as a sentence begins with them."""
    return words[:1].upper() + words[1:]
