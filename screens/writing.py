"""What the writing field writes to, and what becomes of the text there."""

from __future__ import annotations

from dataclasses import dataclass

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.state import MeetingState, Turn
from screens.console_view import holder
from screens.words import Words


@dataclass(frozen=True, slots=True)
class Target:
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


def heading(state: MeetingState, target: Target, words: Words) -> str:
    """The line over the writing field: what it writes to, and where that turn stands."""
    turn = None if target.turn is None else state.turns.get(target.turn)
    if turn is None:
        return words("console.write.nowhere")
    what = words(f"console.write.{becomes(turn)}")
    if turn.kind == "answer" and len(turn.questions) > 1:
        one = target.question
        what += " " + (words("console.write.all") if one is None else words("console.write.one", question=one))
    where = words(f"console.write.{'gone' if turn.void else turn.state}")
    return words("console.write.heading", what=what, who=holder(state, turn, words), where=where)
