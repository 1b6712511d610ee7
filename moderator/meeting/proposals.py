"""What the floor most likely does next: proposals for the floor key, the likeliest first; nothing happens by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.state import CITIZEN_TURNS, MeetingState, Turn

ProposalKind = Literal[
    "open", "end_break", "start", "absent", "put_back", "end", "pause", "resume", "ask_back",
    "call", "call_follow_up", "call_answer", "assign", "conclude", "statement", "go_on", "adjourn",
]  # fmt: skip


class Proposal(Struct, frozen=True):
    """One step that the floor key may do.

    Attributes:
        kind: which step.
        command: what it gives; None for a step that a box asks about first.
        who: registration number of who is called.
        official: code of who is called to answer.
        questions: numbers of what is answered, assigned or concluded.
        place: in a round, which speaker of the round this will be, and of how many.
    """

    kind: ProposalKind
    command: Command | None = None
    who: int | None = None
    official: str | None = None
    questions: tuple[int, ...] = ()
    place: tuple[int, int] | None = None


def proposals(state: MeetingState, rounds: int = 0) -> tuple[Proposal, ...]:
    """The next steps, the likeliest first.

    With `rounds` 0 the meeting goes one by one (assign, answer, follow-up, conclude, next speaker); else so many
    people speak before the round's answers, grouped by the official who gives them, and then its conclusions.
    """
    if state.stage == "preparing":
        return (Proposal("open", c.Open()),)
    if state.stage == "break":
        return (Proposal("end_break", c.EndBreak()),)
    if state.stage in ("adjourned", "signed"):
        return ()
    if state.floor is not None:
        return tuple(_on_floor(state.floor))
    unread = _unread(state)
    settling = [*_settling(state, unread)]
    speaking = [*_speaking(state, rounds)]
    settles = not rounds or _settles_now(state, rounds)
    found = [*settling, *speaking] if settles else [*speaking, *settling]
    if unread:
        found.append(Proposal("assign", questions=unread))
    heard = any(turn.counted for turn in state.turns.values())
    if not heard:
        found.append(Proposal("statement"))
    elif not found:
        found.append(Proposal("adjourn"))
    if heard:
        found.append(Proposal("go_on", c.GoOn()))
    return tuple(found)


def _unread(state: MeetingState) -> tuple[int, ...]:
    """Written questions that wait for their turn behind those asked in the hall."""
    read = state.tallies.read
    new = state.tallies.of_status("new")
    return tuple(number for number in new if number not in read and state.questions[number].turn is None)


def _on_floor(turn: Turn) -> Iterator[Proposal]:
    if turn.state == "staged":
        yield Proposal("start", c.Start(turn=turn.number))
        if turn.kind in CITIZEN_TURNS:
            yield Proposal("absent", c.Absent(turn=turn.number))
        yield Proposal("put_back", c.PutBack(turn=turn.number))
    elif turn.within is not None or turn.state == "paused":
        yield Proposal("resume", c.Resume(turn=turn.number))
        yield Proposal("end", c.End(turn=turn.number))
    else:
        yield Proposal("end", c.End(turn=turn.number))
        yield Proposal("pause", c.Pause(turn=turn.number))
        yield Proposal("ask_back", c.AskBack())


def _settling(state: MeetingState, unread: tuple[int, ...]) -> Iterator[Proposal]:
    """What is owed to the questions asked so far: an official, an answer, the follow-ups, a conclusion."""
    tallies = state.tallies
    by_official: dict[str, list[int]] = {}
    for number in tallies.of_status("assigned"):
        by_official.setdefault(state.questions[number].officials[0], []).append(number)
    for official, questions in by_official.items():
        numbers = tuple(questions)
        yield Proposal("call_answer", c.Call(official=official, questions=numbers), None, official, numbers)
    new = tuple(tallies.of_status("new"))
    if unread:
        later = set(unread)
        new = tuple(number for number in new if number not in later)
    if new:
        yield Proposal("assign", questions=new)
    if state.waiting and state.waiting[0].question is not None:
        entry = state.waiting[0]
        yield Proposal("call_follow_up", c.Call(entry=str(entry)), entry.who, questions=(entry.question or 0,))
    if answered := tallies.of_status("answered"):
        yield Proposal("conclude", questions=tuple(answered))


def _speaking(state: MeetingState, rounds: int) -> Iterator[Proposal]:
    """The first speech that waits."""
    for entry in state.waiting:
        if entry.question is None:
            place = (_spoken_in_round(state) % rounds + 1, rounds) if rounds else None
            yield Proposal("call", c.Call(entry=str(entry)), entry.who, place=place)
            return


def _spoken_in_round(state: MeetingState) -> int:
    """Speeches since the last answer."""
    count = 0
    for turn in reversed(state.turns.values()):
        if turn.counted and turn.kind == "answer":
            break
        count += turn.counted and turn.kind == "speech"
    return count


def _settles_now(state: MeetingState, rounds: int) -> bool:
    """Whether the round has been spoken: all of it was heard, or its answers have begun."""
    last = next((turn for turn in reversed(state.turns.values()) if turn.counted and turn.within is None), None)
    answering = last is not None and last.kind in ("answer", "follow_up")
    return answering or _spoken_in_round(state) >= rounds
