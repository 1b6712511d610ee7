"""Runs in a process of its own: a start with the imports of opening a meeting, alone or with the opening."""

from __future__ import annotations

import gc
from pathlib import Path

# What is only loaded when it is needed counts as loaded here, in both starts.
import filelock  # noqa: F401
import holidays  # noqa: F401

from data.folder import DataFolder
from moderator.clock import Clock
from moderator.desk import Desk, read_meeting
from moderator.meeting.forecast import pace
from moderator.meeting.overview import overview
from moderator.meeting.statistics import statistics
from moderator.meeting.working_days import Calendar

# As the front door does before anything is loaded.
gc.disable()


def nothing() -> None:
    """The imports were all."""


def at_the_desk(root: str, meeting_id: str) -> None:
    """Become the writer: lock, read, check, decode, fold, publish for the hall, and count."""
    desk = Desk(DataFolder(Path(root)), meeting_id, Clock(), Calendar())
    desk.publish()
    statistics(desk.meeting.state, desk.now())
    pace(desk.meeting.state, desk.now())


def overview_of(root: str, meeting_id: str) -> None:
    """Read the meeting and tell all of it, with the last days of its promises."""
    meeting = read_meeting(DataFolder(Path(root)), meeting_id)
    instant = meeting.records[-1].at
    overview(meeting, instant, instant.date(), Calendar(), None)
