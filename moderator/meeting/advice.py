"""Warnings before an assignment is given; nothing is refused for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from moderator.meeting.attendance import taken, taking_part
from moderator.meeting.people import Officeholder, officeholders
from moderator.meeting.question_words import matches
from moderator.meeting.state import AskedQuestion, MeetingState
from moderator.meeting.text import fold

AssignAdvice = Literal["concerns_official", "about_conduct", "other_procedure", "official_absent"]


def advice_on_assign(state: MeetingState, questions: Iterable[int], official: str) -> list[AssignAdvice]:
    """What speaks against giving questions to an official, each reason once.

    `concerns_official`: an opinion on somebody's conduct that names him, his post or his body; `about_conduct`: one
    that may; `other_procedure`: a complaint or denunciation, which the dialogue does not answer; `official_absent`:
    attendance says that he has not come, so he can answer in writing only.
    """
    asked = [state.questions[number] for number in questions if number in state.questions]
    person = officeholders(state.setup).get(official)
    found: list[AssignAdvice] = []
    conduct = [question for question in asked if question.kind == "conduct"]
    if conduct:
        concerned = person is not None and any(_names(question, person) for question in conduct)
        found.append("concerns_official" if concerned else "about_conduct")
    if any(question.kind in ("complaint", "denunciation") for question in asked):
        found.append("other_procedure")
    if is_absent(state, official):
        found.append("official_absent")
    return found


def is_absent(state: MeetingState, code: str) -> bool:
    """Whether attendance says that somebody with a part in the meeting has not come."""
    for each in taking_part(state.setup):
        if each.code == code:
            told = taken(state, each)
            return told is not None and not told.present
    return False


def _names(question: AskedQuestion, person: Officeholder) -> bool:
    phrases = {fold(words) for words in (person.name, person.post, person.body) if len(words.split()) > 1}
    return matches(question.text, phrases) > 0
