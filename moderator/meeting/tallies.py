"""What every picture asks of the meeting, counted as it changes: as quick late in a meeting as early."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec import field as made_by

if TYPE_CHECKING:
    from moderator.meeting.state import AskedQuestion, Entry, Turn

_NOTHING = dt.timedelta()
_NONE: frozenset[int] = frozenset()


class Tallies(Struct):
    """Turns, questions and the waiting order by what is asked of them; all of it follows from these alone.

    Attributes:
        follow_ups_waiting: how many follow-ups wait; whatever else waits is a first speech.
        by_status: the questions of each status that any has or had, in their order.
        raised: the questions that were raised in each turn.
        read: the questions that were called up to be read out.
        bare: the ended speeches that left neither a question nor a note.
        speeches: how many speeches have ended.
        follow_ups: how many follow-ups have ended.
        follow_up_time: how long these were, as corrected where they were.
        ends: when each turn ended, with its number; clarifications are part of what they interrupt.
    """

    follow_ups_waiting: int = 0
    by_status: dict[str, list[int]] = made_by(default_factory=dict)
    raised: dict[int, frozenset[int]] = made_by(default_factory=dict)
    read: set[int] = made_by(default_factory=set)
    bare: set[int] = made_by(default_factory=set)
    speeches: int = 0
    follow_ups: int = 0
    follow_up_time: dt.timedelta = _NOTHING
    ends: list[tuple[dt.datetime, int]] = made_by(default_factory=list)

    @classmethod
    def of(cls, turns: Mapping[int, Turn], questions: Mapping[int, AskedQuestion], waiting: Iterable[Entry]) -> Tallies:
        """Count what stands."""
        tallies = cls(follow_ups_waiting=follow_ups_in(waiting))
        for question in questions.values():
            tallies.question_changed(None, question, turns)
        for turn in turns.values():
            tallies.turn_changed(None, turn)
        return tallies

    def copied(self) -> Tallies:
        """A copy that later changes do not reach."""
        return Tallies(
            self.follow_ups_waiting,
            {status: numbers.copy() for status, numbers in self.by_status.items()},
            self.raised.copy(),
            self.read.copy(),
            self.bare.copy(),
            self.speeches,
            self.follow_ups,
            self.follow_up_time,
            self.ends.copy(),
        )

    def of_status(self, status: str) -> Sequence[int]:
        """The questions of a status, in their order."""
        return self.by_status.get(status, ())

    def count(self, status: str) -> int:
        """How many questions have a status."""
        return len(self.by_status.get(status, ()))

    def question_changed(self, old: AskedQuestion | None, new: AskedQuestion, turns: Mapping[int, Turn]) -> None:
        """Follow a question that is new or stands otherwise than it did, among the turns that stand."""
        if old is not None:
            numbers = self.by_status[old.status]
            del numbers[bisect_left(numbers, old.number)]
        insort(self.by_status.setdefault(new.status, []), new.number)
        before = None if old is None else old.turn
        if before == new.turn:
            return
        if before is not None:
            others = self.raised.pop(before) - {new.number}
            if others:
                self.raised[before] = others
            self._judge(turns[before])
        if new.turn is not None:
            self.raised[new.turn] = self.raised.get(new.turn, _NONE) | {new.number}
            self.bare.discard(new.turn)

    def turn_changed(self, old: Turn | None, new: Turn) -> None:
        """Follow a turn that is new or stands otherwise than it did."""
        if new.kind == "reading":
            self.read.update(new.questions)
        if old is not None and old.ended is not None and old.counted:
            self._count(old, old.ended, -1)
        if new.ended is not None and new.counted:
            self._count(new, new.ended, 1)
        if new.kind == "speech":
            self._judge(new)

    def _count(self, turn: Turn, ended: dt.datetime, more: int) -> None:
        if turn.kind == "speech":
            self.speeches += more
        elif turn.kind == "follow_up":
            self.follow_ups += more
            self.follow_up_time += more * turn.length
        if turn.within is None:
            if more > 0:
                insort(self.ends, (ended, turn.number))
            else:
                del self.ends[bisect_left(self.ends, (ended, turn.number))]

    def _judge(self, turn: Turn) -> None:
        ended = turn.kind == "speech" and turn.ended is not None and turn.counted
        if ended and not turn.note and turn.number not in self.raised:
            self.bare.add(turn.number)
        else:
            self.bare.discard(turn.number)


def follow_ups_in(waiting: Iterable[Entry]) -> int:
    """How many of those who wait do so for a follow-up."""
    return sum(entry.question is not None for entry in waiting)
