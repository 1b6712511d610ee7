"""Shows of hands: what the hall agreed to, and how many did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.questions import standing_question
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import Agreement, MeetingState

MOST_HANDS = 1_000_000


def _agree(state: MeetingState, command: c.Agree, at: dt.datetime) -> Iterator[e.Event]:
    counts = (command.in_favour, command.against, command.other)
    if not command.everybody and all(number is None for number in counts):
        raise Refusal("count_missing")
    for number in counts:
        if number is not None and not 0 <= number <= MOST_HANDS:
            raise Refusal("count_out_of_range", count=number, most=MOST_HANDS)
    if command.everybody and (command.against or command.other):
        raise Refusal("not_everybody")
    _check_matter(state, command)
    yield e.Agreed(
        on=command.on,
        question=command.question,
        in_favour=command.in_favour,
        against=command.against,
        other=command.other,
        everybody=command.everybody,
    )


def _check_matter(state: MeetingState, command: c.Agree) -> None:
    """Refuse a show of hands on something that is not there."""
    if command.question is None:
        if command.on == "question":
            raise Refusal("questions_missing")
        if command.on == "conclusion" and state.general_conclusion is None:
            raise Refusal("no_general_conclusion")
        return
    if command.on == "minutes":
        raise Refusal("minutes_of_no_question")
    question = standing_question(state, command.question)
    if command.on == "conclusion" and question.conclusion is None:
        raise Refusal("no_conclusion", question=question.number)


def _agreed(state: MeetingState, event: e.Agreed, at: dt.datetime) -> None:
    state.agreements[event.on, event.question] = Agreement(
        on=event.on,
        question=event.question,
        in_favour=event.in_favour,
        against=event.against,
        other=event.other,
        everybody=event.everybody,
    )


DECISIONS: Decisions = {c.Agree: _agree}
CHANGES: Changes = {e.Agreed: _agreed}
