"""The sample meeting and its copies in a data folder: one that was played is kept, and another is laid beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import msgspec

from data.folder import DataFolder
from data.journal import JournalDamaged
from data.sample import NAME, NAMES, sample_meeting
from moderator.desk import UnreadableRecord, read_meeting
from moderator.meeting.setup import Setup


def is_sample(meeting_id: str) -> bool:
    """Whether the people of a meeting are a sample's invented ones."""
    return any(meeting_id == name or _is_copy(meeting_id, name) for name in NAMES)


def _is_copy(meeting_id: str, name: str) -> bool:
    return meeting_id.startswith(f"{name}-") and meeting_id.removeprefix(f"{name}-").isdigit()


def sample_copies() -> Iterator[Setup]:
    """The sample meeting, then further copies under ids of their own, without end."""
    setup = sample_meeting()
    yield setup
    for number in count(2):
        yield msgspec.structs.replace(setup, id=f"{NAME}-{number}")


def fresh_sample(folder: DataFolder) -> Setup:
    """The first copy that has not been laid into the data folder yet."""
    return next(setup for setup in sample_copies() if not folder.has_meeting(setup.id))


def sample_to_play(folder: DataFolder) -> tuple[Setup, bool]:
    """The first copy in which nothing has happened yet, and whether it stands already."""
    return next(
        (setup, stands)
        for setup in sample_copies()
        if not (stands := folder.has_meeting(setup.id)) or _is_untouched(folder, setup.id)
    )


def _is_untouched(folder: DataFolder, meeting_id: str) -> bool:
    try:
        return len(read_meeting(folder, meeting_id).records) == 1
    except (JournalDamaged, UnreadableRecord):
        return False
