"""What the writing field writes to, and what becomes of the text there."""

from __future__ import annotations

from typing import NamedTuple

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.events import Answered, Noted, QuestionRaised, Record
from moderator.meeting.state import MeetingState, Turn
from screens.console_view import holder
from screens.words import Words


class Target(NamedTuple):
    """What the writing field writes to: a turn, and of an answer to several questions perhaps one of them."""

    turn: int | None = None
    question: int | None = None

    def __str__(self) -> str:
        parts = [f"turn:{self.turn}"] if self.turn is not None else []
        return ":".join(parts + ([str(self.question)] if self.question is not None else []))


def target_of(draft: str, state: MeetingState) -> Target:
    """The target that a draft names, an empty one when there is no such turn any more."""
    kind, *numbers = draft.split(":")
    if kind != "turn" or not numbers or not all(n.isascii() and n.isdigit() for n in numbers):
        return Target()
    turn = int(numbers[0])
    question = int(numbers[1]) if len(numbers) > 1 else None
    return Target(turn, question) if turn in state.turns else Target()


def next_target(state: MeetingState, target: Target, present: int | None) -> Target:
    """Where one key takes the field: to the present turn, and there from all its questions to each of them."""
    if target.turn != present or present is None:
        return Target(present)
    turn = state.turns[present]
    if turn.kind != "answer" or len(turn.questions) < 2:
        return target
    ways = (None, *turn.questions)
    here = ways.index(target.question) if target.question in ways else 0
    return Target(present, ways[(here + 1) % len(ways)])


def becomes(turn: Turn) -> str:
    """What text written to a turn becomes: a question, an answer, or a note of what was said."""
    if turn.kind == "speech":
        return "question"
    return "answer" if turn.kind == "answer" else "note"


def written(turn: Turn, question: int | None, text: str) -> Command:
    """The command that keeps a text in the place that its turn means."""
    kind = becomes(turn)
    if kind == "question":
        return c.Question(text=text, who=turn.who)
    if kind == "answer":
        questions = turn.questions if question is None else (question,)
        return c.Answer(questions=questions, official=turn.official, text=text)
    return c.Note(turn=turn.number, text=f"{turn.note}\n{text}" if turn.note else text)


def after_answer(state: MeetingState, target: Target) -> Target:
    """Where the field goes after an answer to one of several questions: to the next that has none from this turn."""
    turn = None if target.turn is None else state.turns[target.turn]
    if turn is None or target.question not in turn.questions:
        return target
    here = turn.questions.index(target.question)
    for number in (*turn.questions[here + 1 :], *turn.questions[:here]):
        if all(answer.turn != turn.number for answer in state.questions[number].answers):
            return Target(turn.number, number)
    return Target(turn.number)


def taken_back(record: Record, state: MeetingState) -> tuple[Target, str] | None:
    """What stood in the field when a record was given that is taken back by now; None when nothing did."""
    for event in record.events:
        if isinstance(event, QuestionRaised) and event.turn is not None:
            return Target(event.turn), event.text
        if isinstance(event, Answered) and event.turn is not None:
            whole = event.questions == state.turns[event.turn].questions
            return Target(event.turn, None if whole else event.questions[0]), event.text
        if isinstance(event, Noted):
            return Target(event.turn), event.text.removeprefix(state.turns[event.turn].note).strip()
    return None


def heading(state: MeetingState, target: Target, words: Words) -> str:
    """The line over the writing field: what it writes to, and where that turn stands."""
    turn = None if target.turn is None else state.turns.get(target.turn)
    if turn is None:
        return words("console.write.nowhere")
    what = words(f"console.write.{becomes(turn)}")
    if turn.kind == "answer" and len(turn.questions) > 1:
        one, count = target.question, len(turn.questions)
        what += " " + (
            words("console.write.all", count=count) if one is None else words("console.write.one", question=one)
        )
    where = words(f"console.write.{'gone' if turn.void else turn.state}")
    return words("console.write.heading", what=what, who=holder(state, turn, words), where=where)
