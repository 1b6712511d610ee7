"""The clock of a session: monotonic while the program runs, anchored in UTC, and watchful of jumps."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

JUMP_SECONDS = 2.0


def wall_clock() -> dt.datetime:
    """The computer's clock, in UTC."""
    return dt.datetime.now(dt.UTC)


class Clock:
    """Tells the meeting's time: real time, or a rehearsal's at a rate.

    Attributes:
        rate: meeting seconds per real second.
    """

    def __init__(
        self,
        begins: dt.datetime | None = None,
        rate: float = 1.0,
        wall: Callable[[], dt.datetime] = wall_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin at an instant of the meeting's time, at the computer's own time where none is given."""
        self.rate = rate
        self._wall = wall
        self._monotonic = monotonic
        self._real_anchor = wall()
        self._anchor = begins or self._real_anchor
        self._ticks = monotonic()

    def _elapsed(self) -> dt.timedelta:
        return dt.timedelta(seconds=self._monotonic() - self._ticks)

    def real(self) -> dt.datetime:
        """The computer's own time now, for what other processes compare with theirs."""
        return self._wall()

    def now(self) -> dt.datetime:
        """The meeting's time now; it never follows a jump of the computer's clock by itself."""
        return self._anchor + self._elapsed() * self.rate

    def begin_no_earlier(self, instant: dt.datetime) -> bool:
        """Go on from an instant that the computer's clock has not reached; True when it has not."""
        missing = instant - self.now()
        if missing <= dt.timedelta():
            return False
        self._anchor += missing
        return True

    def jump(self) -> float:
        """Seconds by which the computer's clock is ahead (or behind) of the time that really passed; 0 if hardly."""
        ahead = (self._wall() - self._real_anchor - self._elapsed()).total_seconds()
        return ahead if abs(ahead) > JUMP_SECONDS else 0.0

    def follow_jump(self) -> None:
        """Take the computer's clock as right again; a step back never takes the meeting's time back."""
        ahead = self.jump()
        now = self.now()
        self._real_anchor = self._wall()
        self._ticks = self._monotonic()
        self._anchor = now + dt.timedelta(seconds=max(0.0, ahead)) * self.rate


class StandingClock(Clock):
    """A clock that stands still, for a rehearsal whose commands bring their own instants."""

    def now(self) -> dt.datetime:
        """The instant at which it began."""
        return self._anchor
