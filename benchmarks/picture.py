"""From the start of the process to the first picture of the console, beside that of a bare Textual app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import seconds_until_told
from benchmarks.figures import Figure, median, side_by_side
from benchmarks.meetings import MEETING_ID, crowded, lay_down, of_events


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """With few events, with 5,000 and with a long waiting order."""
    laid = {
        "of 100 events": of_events(100),
        "of 5,000 events": of_events(5_000),
        "with 1,000 waiting and 500 questions": crowded(1_000, 500),
    }
    for number, meeting in enumerate(laid.values()):
        lay_down(meeting, folder / str(number))
    times = 4 if quick else 15
    bare, *consoles = side_by_side(
        times,
        lambda: seconds_until_told("pictured.bare"),
        *(
            lambda number=number: seconds_until_told("pictured.console", folder / str(number), MEETING_ID)
            for number in range(len(laid))
        ),
    )
    for what, taken in zip(laid, consoles, strict=True):
        yield Figure(
            what=f"first picture of the console, {what}",
            measured=median(taken),
            baseline=median(bare),
            most_times=1.4,
        )
