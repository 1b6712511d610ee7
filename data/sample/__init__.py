"""The sample meetings: dialogues of two communes that never took place, and the rehearsal of each whole day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderator.meeting.setup import Setup

# Every console asks which meetings are samples; what reads them is loaded for the samples alone.
if TYPE_CHECKING:
    from data.rehearsal_file import Line

NAME = "long-phung-2025"
DAY_OF_TWO_ROUNDS = "vam-tra-2026"
NAMES = (NAME, DAY_OF_TWO_ROUNDS)


def sample_meeting(name: str = NAME) -> Setup:
    """A sample meeting as the meeting file of its name sets it up; the first one where none is named."""
    from data.meeting_file import parse_meeting

    return parse_meeting(_text(f"{name}.toml"), f"{name}.toml")


def sample_rehearsal(name: str = NAME) -> list[Line]:
    """The commands of a sample meeting, to be played with the meeting file of the same name."""
    from data.rehearsal_file import parse_rehearsal

    setup = sample_meeting(name)
    day = setup.starts.date() if setup.starts else None
    return parse_rehearsal(_text(f"{name}.jsonl"), f"{name}.jsonl", setup.tz, day)


def _text(name: str) -> str:
    from importlib import resources

    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
