"""Runs in a process of its own: writes the first minutes there, when the paper library is not loaded yet."""

from __future__ import annotations

import time
from pathlib import Path

from data.folder import DataFolder
from moderator.desk import read_meeting
from moderator.meeting.working_days import Calendar
from moderator.papers import write_papers


def first_minutes(root: str, meeting_id: str) -> None:
    """Tell how many seconds they took."""
    folder = DataFolder(Path(root))
    meeting = read_meeting(folder, meeting_id)
    place = folder.make_papers(meeting_id)
    began = time.perf_counter()
    write_papers(meeting, Calendar(), place, ("minutes",))
    print(time.perf_counter() - began)
