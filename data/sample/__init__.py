"""The sample meeting: a commune's dialogue that never took place, and the rehearsal of its whole morning."""

from __future__ import annotations

from importlib import resources

from data.meeting_file import parse_meeting
from data.rehearsal_file import Line, parse_rehearsal
from moderator.meeting.setup import Setup

NAME = "long-phung-2025"


def sample_meeting() -> Setup:
    """The sample meeting as its meeting file sets it up."""
    return parse_meeting(_text(f"{NAME}.toml"), f"{NAME}.toml")


def sample_rehearsal() -> list[Line]:
    """The commands of the sample meeting's morning."""
    setup = sample_meeting()
    day = setup.starts.date() if setup.starts else None
    return parse_rehearsal(_text(f"{NAME}.jsonl"), f"{NAME}.jsonl", setup.tz, day)


def _text(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
