"""Copies of the state on the way: an undo folds from the latest of them instead of from the beginning."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Sequence
from typing import NamedTuple

from moderator.meeting.state import MeetingState

# A copy of a crowded state takes as long as some ten commands; so many of them make the usual steps back quick.
SPACING = 8
KEPT = 4


class Checkpoint(NamedTuple):
    """What followed from the first commands of a journal.

    Attributes:
        commands: how many these were, taken back or not.
        record: the record before which the copy was taken.
        state: what followed; never changed any more.
    """

    commands: int
    record: int
    state: MeetingState


class Checkpoints:
    """The latest checkpoints; each holds as long as no record before it is taken back or restored."""

    def __init__(self) -> None:
        """Begin without any."""
        self._kept: deque[Checkpoint] = deque(maxlen=KEPT)

    def take(self, commands: int, record: int, state: MeetingState) -> None:
        """Keep a copy of what follows from so many commands, before a further record."""
        self._kept.append(Checkpoint(commands, record, state.copied()))

    def take_in_time(self, commands: int, record: int, state: MeetingState) -> None:
        """Keep a copy when enough commands have come since the latest one."""
        if not self._kept or commands - self._kept[-1].commands >= SPACING:
            self.take(commands, record, state)

    def latest_up_to(self, record: int) -> Checkpoint | None:
        """The latest that does not rest on a record that changes; those that do are given up."""
        while self._kept and self._kept[-1].record > record:
            self._kept.pop()
        return self._kept[-1] if self._kept else None


def in_equal_steps(commands: Sequence[int], gone: Container[int], done: int) -> dict[int, int]:
    """Where a fold from a place on takes checkpoints: near its end, before which record at what place."""
    found: dict[int, int] = {}
    standing = 0
    for place in reversed(range(done + 1, len(commands))):
        record = commands[place]
        standing += record not in gone
        if standing == SPACING:
            found[record] = place
            standing = 0
            if len(found) == KEPT:
                break
    return found
