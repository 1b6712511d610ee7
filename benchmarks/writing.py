"""Runs in a process of its own: a desk that takes commands until it is killed, and tells each when it stands."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from data.folder import DataFolder
from moderator.clock import Clock
from moderator.desk import Desk
from moderator.meeting import commands as c
from moderator.meeting.events import MessageShown
from moderator.meeting.meeting import Meeting
from moderator.meeting.working_days import Calendar


def write_on(root: str, meeting_id: str, trial: str) -> None:
    """Give one message after the other."""
    desk = Desk(DataFolder(Path(root)), meeting_id, Clock(), Calendar())
    for number in count(1):
        text = f"{trial}-{number}"
        desk.give(c.Message(text=text))
        os.write(1, f"{text}\n".encode())


def messages(meeting: Meeting) -> list[str]:
    """The messages that stand in a meeting's records."""
    return [event.text for record in meeting.records for event in record.events if isinstance(event, MessageShown)]
