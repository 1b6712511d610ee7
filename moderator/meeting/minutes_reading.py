"""What the hall hears before it adopts the minutes: the heart of them in short sentences, on two pages at most.

The larger the meeting, the less is told of each question, down to how many had each outcome. What the law keeps
back, and the words of an opinion on somebody's conduct, are not read out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from moderator.meeting.attendance import figures, invited, taken, uninvited
from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.minutes import ended, moment_in_words
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.minutes_agreement import hands_in_words
from moderator.meeting.minutes_people import inside, person_with_post
from moderator.meeting.minutes_questions import given_in_words
from moderator.meeting.minutes_reading_questions import (
    LONGEST_NAME,
    Way,
    last_days,
    shortened,
    under_bodies,
    ways_of_questions,
)
from moderator.meeting.page_room import PAGE, height, lines_of
from moderator.meeting.paper import Paper, Paragraph, bold, item, para
from moderator.meeting.presiding import everybody_who_presided, handed_over
from moderator.meeting.statistics import Statistics, statistics
from moderator.meeting.wording import GAP, closed, within_sentence
from moderator.meeting.working_days import Calendar

_ROOM: Final = 2 * PAGE - 50  # the end of the first page may stay empty for two lines

_READ_OUT: Final = "(đọc để thông qua tại hội nghị)"
_HEAD: Final = 75.0  # the type of paper above the title, what is said of its use below, and the space around them
_TITLE_LINE: Final = 16.5
_LONGEST_TITLE: Final = 240
_MOST_NAMES: Final = 3
_SHARE_OF_DIRECTIVES: Final = 0.3
_LEAST_OF_CONCLUSION: Final = 130.0
_IN_MINUTES: Final = "Toàn văn ghi trong biên bản."
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")


def minutes_reading(meeting: Meeting, calendar: Calendar, closing: dt.datetime | None = None) -> Paper:
    """The minutes as they are read out for adoption, at any stage; `closing` is when the meeting is going to end."""
    account = account_of(meeting.state, calendar)
    setup = account.state.setup
    title = shortened(setup.title, _LONGEST_TITLE)
    ending = f"{ended(account, closing)}."
    opening = [*_opening(account, statistics(meeting.state, meeting.records[-1].at))]
    adoption = [*_adoption(account)]
    # Balanced lines of a centred title may be one more than those of plain text.
    head = _HEAD + _TITLE_LINE * (lines_of(title, 14, bold=True) + 1)
    room = _ROOM - head - height((*opening, *adoption, para(ending)))
    return Paper(
        code="minutes_reading",
        head=None,
        type_name="TÓM TẮT BIÊN BẢN",
        subject=f"{title}\n{_READ_OUT}",
        body=(*opening, *_heart(account, room), *adoption),
        ending=ending,
    )


def _heart(account: Account, room: float) -> Iterator[Paragraph]:
    """Questions, directives and the general conclusion, told as fully as the room allows."""
    directives = _first_that_fits(_ways_of_directives(account), room * _SHARE_OF_DIRECTIVES)
    room -= height(directives)
    conclusion = account.state.general_conclusion
    said = "" if conclusion is None else " ".join(conclusion.text.split())
    kept_free = min(height([_general(said)]), _LEAST_OF_CONCLUSION) if said else 0.0
    questions = _first_that_fits(ways_of_questions(account), room - kept_free)
    yield from questions
    if said:
        yield _general(_fitting(said, room - height(questions)))
    yield from directives


def _first_that_fits(ways: Sequence[Way], room: float) -> list[Paragraph]:
    """The fullest telling that the room takes, else the shortest there is."""
    told: list[Paragraph] = []
    for way in ways:
        told = way()
        if height(told) <= room:
            break
    return told


# Opening and adoption


def _opening(account: Account, found: Statistics) -> Iterator[Paragraph]:
    state = account.state
    setup = state.setup
    place = shortened(within_sentence(setup.place), LONGEST_NAME) or GAP
    yield para(f"Hội nghị bắt đầu lúc {moment_in_words(setup, state.opened_at)}, tại {place}.")
    presided = {*handed_over(state), state.chair}
    chairs = [inside(account.officeholder(code)) for code in everybody_who_presided(state) if code in presided]
    secretaries = [inside(person_with_post(person)) for person in setup.secretaries]
    yield para(f"Chủ trì: {_named(chairs)}. Thư ký: {_named(secretaries)}.")
    heard, asked = (
        (GAP, GAP)
        if state.opened_at is None
        else (number_two_digits(found.people_heard), number_two_digits(found.questions))
    )
    yield para(f"Số người dự: {_came(account)}. Số người phát biểu: {heard}. Số ý kiến, kiến nghị: {asked}.")


def _named(people: Sequence[str]) -> str:
    told = [shortened(person, LONGEST_NAME) for person in people[:_MOST_NAMES]]
    others = len(people) - len(told)
    return "; ".join((*told, *([f"và {others} người khác"] if others else []))) or GAP


def _came(account: Account) -> str:
    """How many of those invited came, and how many besides; a space while nobody has counted."""
    state = account.state
    listed = invited(state.setup)
    besides = sum(told.present for told in uninvited(state))
    if not besides and all(taken(state, each) is None for each in listed):
        return GAP
    present = figures(state, listed).present
    told = f"{number_two_digits(present)} người theo danh sách mời"
    return f"{told}, {number_two_digits(besides)} người ngoài danh sách" if besides else told


def _adoption(account: Account) -> Iterator[Paragraph]:
    """The question of adoption, or the show of hands once it was held."""
    agreement = account.state.agreements.get(("minutes", None))
    if agreement is not None:
        yield para(bold("Thông qua biên bản: "), f"{hands_in_words(agreement)}.")
        return
    yield para(bold("Xin hỏi hội nghị về việc thông qua biên bản:"), keep_with_next=True)
    for asked in ("Ai nhất trí, xin giơ tay", "Ai không nhất trí", "Ai có ý kiến khác"):
        yield structs.replace(item(f"{asked}: {GAP} người."), keep_with_next=True)


# The general conclusion and its directives


def _general(text: str) -> Paragraph:
    return para(bold("Kết luận chung: "), closed(text))


def _fitting(text: str, room: float) -> str:
    """The whole text where there is room, else as many of its sentences, and where the whole can be read."""
    if height([_general(text)]) <= room:
        return text
    told = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{told} {sentence}".strip()
        if height([_general(f"{longer} {_IN_MINUTES}")]) > room:
            break
        told = longer
    return f"{told} {_IN_MINUTES}".strip()


def _ways_of_directives(account: Account) -> list[Way]:
    conclusion = account.state.general_conclusion
    promises = [account.state.promises[number] for number in (() if conclusion is None else conclusion.promises)]
    if not promises:
        return []

    def in_words() -> list[Paragraph]:
        return [item(f"{capital(given_in_words(account, promise))}") for promise in promises]

    def by_body() -> list[Paragraph]:
        groups = under_bodies(account, promises)
        return [item(f"Giao {body}: {_contents(len(given))}; {last_days(account, given)}.") for body, given in groups]

    def counted() -> list[Paragraph]:
        return [item(f"Chủ trì giao {_contents(len(promises))}, ghi đầy đủ trong biên bản.")]

    return [in_words, by_body, counted]


def _contents(count: int) -> str:
    return f"{number_two_digits(count)} nội dung"
