"""The table of papers holds every paper that the meeting file and the command line name."""

from __future__ import annotations

from moderator.meeting.paper_names import PAPER_NAMES
from moderator.papers import PAPERS


def test_every_named_paper_can_be_written_under_a_file_name_of_its_own() -> None:
    assert set(PAPERS) == set(PAPER_NAMES)
    names = [kind.file_name for kind in PAPERS.values()]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name == name.lower() for name in names)
