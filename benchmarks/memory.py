"""The most memory that the console of a meeting of 5,000 events takes, beside a bare Textual app."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import told_by
from benchmarks.figures import Figure, median
from benchmarks.meetings import MEETING_ID, lay_down, of_events

_BAR_MB = 100
_KEYS = "a down f8 f8 f10 ctrl+r f3 escape f1 escape"


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """After some keys, and after the minutes were written, which loads the paper library; nothing on Windows."""
    lay_down(of_events(5_000), folder)
    yield from () if sys.platform == "win32" else _measure(folder, 1 if quick else 3)


def _measure(folder: Path, times: int) -> Iterator[Figure]:
    def most(function: str, *arguments: object) -> float:
        # The first run compiles what it loads, which takes memory of its own.
        _, *taken = [float(told_by(function, *arguments)) for _ in range(1 + times)]
        return median(taken)

    bare = most("filled.bare")
    yield Figure(
        what="memory of the console with 5,000 events",
        measured=most("filled.console", folder, MEETING_ID, _KEYS),
        baseline=bare,
        unit="MB",
        most=_BAR_MB,
    )
    yield Figure(
        what="  after its minutes were written",
        measured=most("filled.console_with_minutes", folder, MEETING_ID),
        baseline=bare,
        unit="MB",
        most=_BAR_MB,
    )
