"""What the home screen asks of the data folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from moderator.meeting.commands import Command
from moderator.meeting.meeting import Meeting
from moderator.meeting.working_days import Calendar
from screens.home_view import Kept


class NotDone(Exception):
    """Something that was asked for could not be done; `reason` is the sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Shelf(Protocol):
    """What the home screen needs of the data folder; each may raise NotDone."""

    @property
    def proposed_file(self) -> str:
        """Where a new meeting file may lie."""

    @property
    def has_sample(self) -> bool:
        """Whether the sample meeting lies in the data folder."""

    def look(self) -> Kept:
        """What is kept now."""

    def make(self, file: str) -> str | None:
        """Make a meeting from a meeting file and give its id; None where there is no such file."""

    def write_template(self, file: str) -> str:
        """Write a meeting file to fill in, never over another file, and say where it is."""

    def now(self) -> dt.datetime:
        """The present instant."""

    def office(self) -> Calendar:
        """The days by which last days are counted."""

    def read(self, meeting: str) -> Meeting:
        """A meeting as its journal tells it."""

    def give(self, meeting: str, commands: Sequence[Command]) -> str:
        """Record something in a meeting that no console holds, and say what was recorded."""

    def take_back(self, meeting: str) -> str:
        """Take back what was recorded last, if it was a reply, an extension or a duty, and say what."""

    def paper_text(self, meeting: str, name: str) -> str:
        """A paper of a meeting as it stands, empty when it says nothing; not only the main thread asks for it."""

    def write_paper(self, meeting: str, name: str, promise: int | None = None) -> str:
        """Write a paper of a meeting as it stands, or only what of it is about a promise, and say where it is."""
