"""What the console needs of the desk that it sits at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from moderator.meeting.commands import Command
from moderator.meeting.events import Record
from moderator.meeting.meeting import Meeting
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Attendee
from moderator.meeting.working_days import Calendar


class KeptDraft(Protocol):
    """What was being typed when the console was last left."""

    @property
    def text(self) -> str:
        """The text as typed."""

    @property
    def target(self) -> str:
        """What it writes to."""

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column, from 0."""

    @property
    def boxes(self) -> Mapping[str, Mapping[str, str]]:
        """What stood in the boxes, by act and field."""


class Desk(Protocol):
    """One open meeting, with everything that a command, a clock tick or a key needs."""

    meeting: Meeting
    calendar: Calendar
    failure: Refusal | None
    interrupted_since: dt.datetime | None
    torn_aside: Path | None
    behind: bool
    unkept: dict[str, str]

    def now(self) -> dt.datetime:
        """The meeting's time now."""

    def give(self, command: Command) -> Record:
        """Take a command; raises Refusal."""

    def on_change(self, follower: Callable[[], None]) -> None:
        """Call somebody after every change."""

    def publish_when(self, put_off: Callable[[Callable[[], None]], object]) -> None:
        """Let the screen draw a change before the hall's view of it is written."""

    def watch(self) -> bool:
        """Once a second: signs of life; True when the computer's clock jumped."""

    def publish(self) -> None:
        """Publish what the hall may see now."""

    def keep_draft(
        self, text: str, target: str, cursor: tuple[int, int], boxes: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Keep what is being typed, in the writing field and in boxes."""

    def draft(self) -> KeptDraft | None:
        """What was being typed."""

    def known_people(self) -> Sequence[Attendee]:
        """Who may come to speak: the invited, and the people of earlier meetings."""

    def write_minutes(self) -> Path:
        """Write the minutes as they stand and say where."""

    def write_minutes_to_sign(self, closing: dt.datetime) -> list[Path]:
        """Write the minutes and their reading form for a meeting that is going to end then, and say where."""

    def paper_text(self, name: str) -> str:
        """A paper as it stands, to be read before it is written; empty when it says nothing."""

    def write_paper(self, name: str) -> list[Path]:
        """Write a paper as it stands and say where; nowhere when it says nothing."""
