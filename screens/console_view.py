"""What the console shows: plain values made from the meeting's state, without a terminal."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from msgspec import Struct

from moderator.meeting.commands import Command
from moderator.meeting.forecast import everybody_heard_at
from moderator.meeting.people import officeholders
from moderator.meeting.proposals import Proposal, proposals
from moderator.meeting.questions import last_citizen_turn
from moderator.meeting.state import CITIZEN_TURNS, MeetingState, Turn
from screens.drawn import Part
from screens.words import Words


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, rounded as a stopwatch shows them: "4:05", "1:02:03"."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, last = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{last:02}" if hours else f"{minutes}:{last:02}"


def time_of_day(state: MeetingState, instant: dt.datetime) -> str:
    """An instant as the hall's wall clock shows it."""
    return f"{instant.astimezone(state.setup.tz):%H:%M}"


def citizen(state: MeetingState, who: int, *, with_place: bool = True) -> str:
    """A person as the secretary knows him: honorific, full name, place."""
    card = state.registrations[who].card
    name = f"{card.honorific} {card.name}".strip() or "—"
    return f"{name}, {card.place}" if with_place and card.place else name


def holder(state: MeetingState, turn: Turn, words: Words) -> str:
    """Who has a turn: number and name of a citizen, name and post of anybody else."""
    if turn.who is not None:
        return words("console.number_and_name", who=turn.who, name=citizen(state, turn.who))
    person = officeholders(state.setup).get(turn.official or "")
    if person is None:
        return words("console.reader")
    return f"{person.addressed}, {person.post}" if person.post else person.addressed


def numbers(values: Sequence[int]) -> str:
    """Numbers in a row: "3, 5, 7"."""
    return ", ".join(str(value) for value in values)


_LEAST_RUN = 3
_MOST_PIECES = 6
_FIRST_PIECES = 3


def numbers_in_brief(values: Sequence[int]) -> str:
    """Numbers where room is short: runs as "14–20", of a long row its beginning and how many there are."""
    runs: list[range] = []
    for value in values:
        if runs and value == runs[-1].stop:
            runs[-1] = range(runs[-1].start, value + 1)
        else:
            runs.append(range(value, value + 1))
    pieces: list[str] = []
    for run in runs:
        pieces += [f"{run[0]}–{run[-1]}"] if len(run) >= _LEAST_RUN else map(str, run)
    if len(pieces) <= _MOST_PIECES:
        return ", ".join(pieces)
    return f"{', '.join(pieces[:_FIRST_PIECES])} … ({len(values)})"


class FloorPicture(Struct, frozen=True):
    """The floor as the console shows it.

    Attributes:
        state: the word for the floor's state, with its sign.
        manner: "" while staged, "good" running, "warn" near the end or held, "bad" over time.
        who: who has the floor.
        clock: time left, or spoken where there is no limit.
        detail: limit, extension, what the turn is about, the clock held behind a clarification.
        over: the limit is passed.
    """

    state: str
    manner: str
    who: str = ""
    clock: str = ""
    detail: str = ""
    over: bool = False


def remaining(turn: Turn, now: dt.datetime) -> str:
    """The time left, "+" and the time over behind the limit, or the time spoken where there is none."""
    left = turn.left(now)
    if left is None:
        return clock(turn.spoken(now))
    # A second that has begun is still shown, so that 0:00 stands there exactly when the time is over.
    return clock(math.ceil(left)) if left >= 0 else f"+{clock(-left)}"


def floor_picture(state: MeetingState, now: dt.datetime, words: Words) -> FloorPicture:
    """The floor at an instant."""
    turn = state.floor
    if turn is None:
        return FloorPicture(
            words("console.floor.empty" if state.stage == "open" else f"console.stage.{state.stage}"), "dim"
        )
    left, spoken = turn.left(now), turn.spoken(now)
    over = left is not None and left < 0 and turn.began is not None
    near = left is not None and turn.began is not None and left <= state.setup.limits.warn
    details = []
    if turn.limit is not None:
        details.append(words("console.limit", time=clock(turn.limit)))
    if turn.extended:
        details.append(("+" if turn.extended > 0 else "−") + clock(abs(turn.extended)))
    if turn.began is not None and left is not None:
        details.append(words("console.spoken", time=clock(spoken)))
    if turn.questions:
        details.append(words("console.on_questions", numbers=numbers(turn.questions)))
    if (held := state.held) is not None:
        held_left = held.left(now)
        held_time = clock(held.spoken(now) if held_left is None else max(0.0, held_left))
        details.append(words("console.held", time=held_time))
    if (state.held or turn).hidden:
        details.append(words("console.hidden"))
    manner = {"staged": "strong", "paused": "warn", "running": "good"}.get(turn.state, "")
    if turn.state == "running" and near:
        manner = "bad" if over else "warn"
    word = words(f"console.floor.{turn.kind}.{turn.state}")
    return FloorPicture(
        f"{word} · {words('console.over')}" if over else word,
        "bad" if over else manner,
        holder(state, turn, words),
        remaining(turn, now),
        " · ".join(details),
        over,
    )


class FloorStep(Struct, frozen=True):
    """What the floor key will do.

    Attributes:
        label: what it says it will do, or why it will do nothing.
        command: what it gives; None where a box asks first, or where there is nothing to do.
        act: the act whose box opens.
        questions: what that box is about.
        place: which proposal this is, counted from 1, and of how many.
        others: the labels of the other proposals, in the order in which the arrow brings them.
    """

    label: str
    command: Command | None = None
    act: str | None = None
    questions: tuple[int, ...] = ()
    place: tuple[int, int] = (1, 1)
    others: tuple[str, ...] = ()


_ASKED_FIRST: dict[str, str] = {
    "assign": "assign",
    "conclude": "conclude",
    "statement": "statement",
    "adjourn": "adjourn",
}


def floor_step(state: MeetingState, words: Words, which: int = 0) -> FloorStep:
    """The floor key's next step; `which` counts on to the other proposals."""
    found = proposals(state, state.rounds)
    if not found:
        return FloorStep(words("console.step.adjourned"))
    place = which % len(found)
    chosen, *others = (*found[place:], *found[:place])
    return FloorStep(
        _step_label(state, chosen, words),
        chosen.command,
        _ASKED_FIRST.get(chosen.kind),
        chosen.questions,
        (place + 1, len(found)),
        tuple(_step_label(state, other, words) for other in others),
    )


def _step_label(state: MeetingState, proposal: Proposal, words: Words) -> str:
    name = ""
    if proposal.who is not None:
        name = citizen(state, proposal.who, with_place=False)
    elif proposal.official is not None:
        name = officeholders(state.setup)[proposal.official].addressed
    elif state.floor is not None:
        name = _short(state, state.held or state.floor)
    label = words(
        f"console.step.{proposal.kind}",
        name=name,
        who=proposal.who or "",
        numbers=numbers_in_brief(proposal.questions),
    )
    if proposal.place is not None:
        label += " " + words("console.step.place", place=proposal.place[0], of=proposal.place[1])
    return label


def _short(state: MeetingState, turn: Turn) -> str:
    if turn.who is not None:
        return citizen(state, turn.who, with_place=False)
    person = officeholders(state.setup).get(turn.official or "")
    return "" if person is None else person.addressed


class Counters(Struct, frozen=True):
    """What must not be forgotten.

    Attributes:
        unassigned: questions without an official, an answer or a conclusion.
        unanswered: assigned questions without an answer.
        unconcluded: questions without a conclusion, the two above among them.
        bare: ended speeches that left no question.
    """

    unassigned: int
    unanswered: int
    unconcluded: int
    bare: int


def counters(state: MeetingState) -> Counters:
    """Count what is still open."""
    tallies = state.tallies
    unassigned, unanswered = tallies.count("new"), tallies.count("assigned")
    return Counters(unassigned, unanswered, unassigned + unanswered + tallies.count("answered"), len(tallies.bare))


_FORESEEN = dt.timedelta(hours=12)


def forecast_line(state: MeetingState, now: dt.datetime, words: Words) -> str:
    """When everybody who waits will have been heard at this pace; empty before the first speech."""
    ends = everybody_heard_at(state, now) if state.waiting else None
    # Beyond that the hour says nothing without its day, and the pace is none.
    return "" if ends is None or ends - now > _FORESEEN else words("console.forecast", time=time_of_day(state, ends))


def counters_line(state: MeetingState, now: dt.datetime, words: Words) -> list[Part]:
    """The line of what is open, above the questions."""
    found = counters(state)
    parts: list[Part] = [(words("console.questions", count=len(state.questions)), "strong")]
    open_ones = [
        (words(f"console.open.{key}", count=value), manner)
        for key, value, manner in (
            ("unassigned", found.unassigned, "bad"),
            ("unanswered", found.unanswered, "warn"),
            ("unconcluded", found.unconcluded, "warn"),
            ("bare", found.bare, "warn"),
        )
        if value
    ]
    lead = f" · {words('console.open')}: "
    for part, manner in open_ones:
        parts += [(lead, "dim"), (part, manner)]
        lead = " · "
    return parts


def default_aim(state: MeetingState) -> int | None:
    """The turn that the writing field follows by itself: the one on the floor, else the last one that began.

    An answer on whose questions the chair has concluded has had its time: what is typed after that is hardly its text.
    """
    floor = state.floor
    if floor is not None and floor.began is not None:
        return floor.number
    if floor is not None and floor.kind in CITIZEN_TURNS:
        return floor.number
    for turn in reversed(state.turns.values()):
        if turn.counted and turn.within is None:
            return None if _is_settled(state, turn) else turn.number
    last = last_citizen_turn(state)
    return None if last is None else last.number


def _is_settled(state: MeetingState, turn: Turn) -> bool:
    questions = [state.questions[number] for number in turn.questions]
    return turn.kind == "answer" and bool(questions) and all(each.status == "concluded" for each in questions)
