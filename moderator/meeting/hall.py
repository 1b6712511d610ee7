"""HallView: the published view, all that the hall may see and nothing else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

Phase = Literal[
    "before", "report", "called", "speech", "asked_back", "answer", "waiting",
    "break", "interrupted", "hidden", "blackout", "closing", "after",
]  # fmt: skip


class HallClock(Struct, frozen=True, kw_only=True):
    """A clock that a display computes for itself.

    Attributes:
        anchor: the real instant (UTC) for which `seconds` holds.
        seconds: spoken seconds at the anchor.
        rate: clock seconds per real second; 0 while held, above 1 in a fast rehearsal.
        limit: seconds allowed with extensions, None where there is no limit.
        warn: seconds left from which a warning is shown.
    """

    anchor: datetime
    seconds: float
    rate: float
    limit: float | None = None
    warn: float = 0.0


class HallPerson(Struct, frozen=True, kw_only=True):
    """Who is shown, already masked: initials unless the person agreed to the full name.

    Attributes:
        number: registration number, None for officials and other people without one.
        name: "Ông N.V.A", "Bà Trần Thị B" or "Ẩn danh"; an official's full name.
        post: an official's post.
        place: the thôn, empty when not given.
        topic: name of the field, or the full topic where people agreed to it.
    """

    number: int | None = None
    name: str = ""
    post: str = ""
    place: str = ""
    topic: str = ""


class HallNext(Struct, frozen=True, kw_only=True):
    """Somebody who waits near the top of the waiting order."""

    person: HallPerson
    kind: Literal["speech", "follow_up"]
    question: int | None = None


class HallResult(Struct, frozen=True, kw_only=True):
    """What became of a question, without asker or text; `field` names what it was about."""

    question: int
    outcome: str
    field: str = ""
    body: str = ""
    due: date | None = None
    estimated: bool = False


class HallView(Struct, frozen=True, kw_only=True):
    """What the hall may see at this instant.

    Attributes:
        format: version of this shape; a display refuses a higher one calmly.
        live: False once the console was closed in good order.
        starts: planned local start, None when not yet known.
        phase: what is shown, see the design's table of phases.
        turn_kind: kind of the turn on the floor, None without one.
        person: who has the floor (in `asked_back`: the person asked).
        questions: numbers of the questions that are answered or followed up.
        clock: the clock of the turn on the floor; None before a staged turn starts
            only when it has no limit, else it stands at 0 with rate 0.
        held: in `asked_back`, the speaker's own clock.
        units: what the commune calls its units, where its meeting file says so; told before the meeting alone.
        paused: the turn on the floor is held.
        upcoming: at most the next three.
        waiting: how many wait in all.
        break_ends: real instant at which a break of known length ends.
        posted_until: last day on which the results are posted.
        posted_at: where they are posted.
        estimated: that last day rests on holidays not yet announced.
    """

    format: int = 1
    live: bool = True
    meeting: str = ""
    title: str = ""
    authority: str = ""
    place: str = ""
    topic: str = ""
    starts: datetime | None = None
    registration_open: bool = True
    units: str = ""
    phase: Phase = "before"
    agenda: str = ""
    turn_kind: str | None = None
    person: HallPerson | None = None
    questions: tuple[int, ...] = ()
    clock: HallClock | None = None
    held: HallClock | None = None
    paused: bool = False
    upcoming: tuple[HallNext, ...] = ()
    waiting: int = 0
    message: str = ""
    reminder: Literal["", "time", "topic", "order"] = ""
    break_began: datetime | None = None
    break_ends: datetime | None = None
    results: tuple[HallResult, ...] = ()
    unconcluded: int = 0
    posted_until: date | None = None
    posted_at: str = ""
    estimated: bool = False
