"""The console at the desk of a meeting that was laid down."""

from __future__ import annotations

from pathlib import Path

from data.folder import DataFolder
from moderator.clock import Clock
from moderator.desk import Desk
from moderator.meeting import commands as c
from moderator.meeting.working_days import Calendar
from screens.console import ConsoleApp
from screens.words import words


def sit_down(root: str, meeting_id: str, clock: Clock | None = None) -> tuple[Desk, ConsoleApp]:
    """Open the meeting and its console, the clock of whoever has the floor gone on with."""
    desk = Desk(DataFolder(Path(root)), meeting_id, clock or Clock(), Calendar())
    if desk.interrupted_since is not None:
        desk.give(c.Recover(choice="ran_on"))
    return desk, ConsoleApp(desk, words("vi"), curtain=False)
