"""What the Meeting itself costs: folding, undoing, and one command early and late."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, median, seconds, side_by_side
from benchmarks.meetings import MEETING_ID, Sitting, lay_down, of_events
from data.journal import read_journal
from moderator.desk import records_of
from moderator.meeting import commands as c
from moderator.meeting.meeting import Meeting

_EARLY, _LATE = 100, 10_000
_ROUNDS_A_MEETING = 10


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """Reading, decoding and folding 5,000 events, an undo among them, and commands after few and many events."""
    meeting = of_events(5_000)
    journal = lay_down(meeting, folder / "folding").meeting(MEETING_ID).journal
    bodies = read_journal(journal).bodies
    records = records_of(bodies)
    read, bare, decoded, folded, undone = side_by_side(
        7 if quick else 25,
        lambda: read_journal(journal),
        journal.read_bytes,
        lambda: records_of(bodies),
        lambda: Meeting(records),
        lambda: _give(meeting, c.Undo()),
    )
    yield Figure(what="read and check 5,000 events", measured=median(read), baseline=median(bare))
    yield Figure(what="decode 5,000 events", measured=median(decoded))
    yield Figure(what="fold 5,000 events", measured=median(folded))
    yield Figure(what="undo at 5,000 events", measured=median(undone), baseline=median(folded))
    early, late = (_rounds(size, 40 if quick else 200) for size in (_EARLY, _LATE))
    for act in early:
        yield Figure(
            what=f"decide and apply {act}, at {_LATE:,} beside {_EARLY} events",
            measured=median(late[act]),
            baseline=median(early[act]),
        )


def _give(meeting: Meeting, command: c.Command) -> None:
    meeting.apply(meeting.decide(command, meeting.records[-1].at))


def _rounds(events: int, rounds: int) -> dict[str, list[float]]:
    """The acts of one citizen's turn after the other, each timed by itself, in meetings that hardly grow."""
    taken: dict[str, list[float]] = {"a registration": [], "a turn": [], "an answer and conclusion": []}
    while len(taken["a turn"]) < rounds:
        sitting = Sitting.of(of_events(events))
        sitting.give(c.End())
        for _ in range(_ROUNDS_A_MEETING):
            for act, spent in zip(taken, _round(sitting), strict=True):
                taken[act].append(spent)
    return taken


def _round(sitting: Sitting) -> tuple[float, float, float]:
    registered = seconds(sitting.register)
    heard = seconds(sitting.hear)
    asked = sitting.meeting.state.numbers.question
    return registered, heard, seconds(lambda: sitting.settle(range(asked, asked + 1)))
