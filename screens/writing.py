"""What the writing field writes to, and what becomes of the text there."""

from __future__ import annotations

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.state import MeetingState, Turn
from screens.console_view import holder
from screens.words import Words


def target_of(turn: int | None) -> str:
    """The name under which a draft keeps what it writes to."""
    return "" if turn is None else f"turn:{turn}"


def turn_of(target: str, state: MeetingState) -> int | None:
    """The turn that a draft's target names, None when there is no such turn any more."""
    kind, _, number = target.partition(":")
    if kind != "turn" or not (number.isascii() and number.isdigit()):
        return None
    return int(number) if int(number) in state.turns else None


def becomes(turn: Turn) -> str:
    """What text written to a turn becomes: a question, an answer, or a note of what was said."""
    if turn.kind == "speech":
        return "question"
    return "answer" if turn.kind == "answer" else "note"


def written(turn: Turn, text: str) -> Command:
    """The command that keeps a text in the place that its turn means."""
    kind = becomes(turn)
    if kind == "question":
        return c.Question(text=text, who=turn.who)
    if kind == "answer":
        return c.Answer(questions=turn.questions, official=turn.official, text=text)
    return c.Note(turn=turn.number, text=f"{turn.note}\n{text}" if turn.note else text)


def heading(state: MeetingState, number: int | None, words: Words) -> str:
    """The line over the writing field: what it writes to, and where that turn stands."""
    turn = None if number is None else state.turns.get(number)
    if turn is None:
        return words("console.write.nowhere")
    what = words(f"console.write.{becomes(turn)}")
    where = words(f"console.write.{'gone' if turn.void else turn.state}")
    return words("console.write.heading", what=what, who=holder(state, turn, words), where=where)
