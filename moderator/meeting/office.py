"""The office that holds the meeting, as its papers need it: the days on which it works, and its own wording."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from moderator.meeting.wording import USUAL_PHRASES, Phrases
from moderator.meeting.working_days import Calendar


class Office(Calendar):
    """A calendar with the office's own days, and the phrases with which the office words its papers."""

    def __init__(
        self,
        *,
        days_off: Iterable[date] = (),
        worked: Iterable[date] = (),
        announced_years: Iterable[int] = (),
        phrases: Phrases = USUAL_PHRASES,
    ) -> None:
        """Take the office's own days over the country's, and its phrases over the usual ones."""
        super().__init__(days_off=days_off, worked=worked, announced_years=announced_years)
        self.phrases = phrases


def phrases_of(calendar: Calendar) -> Phrases:
    """The phrases of the office whose calendar it is, the usual ones where the calendar is nobody's own."""
    return calendar.phrases if isinstance(calendar, Office) else USUAL_PHRASES
