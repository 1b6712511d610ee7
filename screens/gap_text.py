"""What a meeting still lacks, in sentences that name the key that mends each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moderator.meeting.minutes_gaps import Gap, GapCode
from moderator.meeting.state import MeetingState
from screens.console_view import holder, numbers
from screens.words import Words

_OF_PROMISES: tuple[GapCode, ...] = ("promise_without_body", "promise_without_higher_level", "promise_without_date")


def gaps_told(gaps: Iterable[Gap], state: MeetingState, words: Words) -> list[str]:
    """A line for each thing that is lacking; a promise is told by its question, a turn by who had it."""
    return ["• " + words(f"gap.{gap.code}", numbers=_where(gap, state, words)) for gap in gaps]


def _where(gap: Gap, state: MeetingState, words: Words) -> str:
    if gap.code in _OF_PROMISES:
        return ", ".join(_promise(number, state, words) for number in gap.numbers)
    if gap.code == "turn_without_words":
        return _turns(gap.numbers, state, words)
    return numbers(gap.numbers)


def _promise(number: int, state: MeetingState, words: Words) -> str:
    question = state.promises[number].question
    if question is None:
        return words("gap.of_directive", number=number)
    return words("gap.of_question", number=number, question=question)


def _turns(turns: Sequence[int], state: MeetingState, words: Words) -> str:
    return ", ".join(
        words("gap.of_turn", number=number, who=holder(state, state.turns[number], words)) for number in turns
    )
