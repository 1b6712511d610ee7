"""Rehearsals: a script's commands given to a desk, each at its instant, and what went otherwise than expected."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from data.rehearsal_file import Line
from moderator.desk import Desk
from moderator.meeting.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Difference:
    """A line that went otherwise than expected: refused with this reason, or taken although a refusal was expected."""

    line: Line
    refusal: Refusal | None


class Player:
    """Gives the commands of a script to a desk.

    Attributes:
        differences: what went otherwise than expected so far.
        played: how many lines were given so far.
    """

    def __init__(self, desk: Desk, lines: Iterable[Line]) -> None:
        """Begin before the first line."""
        self._desk = desk
        self._ahead = deque(lines)
        self.differences: list[Difference] = []
        self.played = 0

    @property
    def left(self) -> int:
        """How many lines are still to come."""
        return len(self._ahead)

    def play_due(self) -> None:
        """Give every command whose instant has come on the desk's clock."""
        while self._ahead and self._ahead[0].at <= self._desk.clock.now() and self._desk.failure is None:
            self._play(self._ahead.popleft())

    def play_all(self) -> None:
        """Give every command at once, each at its own instant, for as long as the journal takes them."""
        while self._ahead and self._desk.failure is None:
            self._play(self._ahead.popleft())

    def _play(self, line: Line) -> None:
        self.played += 1
        try:
            self._desk.give(line.command, at=line.at)
        except Refusal as refusal:
            if not line.refused or self._desk.failure is not None:
                self.differences.append(Difference(line, refusal))
        else:
            if line.refused:
                self.differences.append(Difference(line, None))
