"""Opening a meeting of 5,000 events, beside a bare start of Python with the same imports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import seconds_until_end
from benchmarks.figures import Figure, median, side_by_side
from benchmarks.meetings import MEETING_ID, lay_down, of_events


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """At the desk, as its writer; and all that can be told of it, as a reader."""
    lay_down(of_events(5_000), folder)
    bare, desk, overview = side_by_side(
        5 if quick else 21,
        lambda: seconds_until_end("opened.nothing"),
        lambda: seconds_until_end("opened.at_the_desk", folder, MEETING_ID),
        lambda: seconds_until_end("opened.overview_of", folder, MEETING_ID),
    )
    yield Figure(
        what="open a meeting of 5,000 events at the desk",
        measured=median(desk),
        baseline=median(bare),
        most=0.05,
        beyond=True,
    )
    yield Figure(what="read it and tell all of it", measured=median(overview), baseline=median(bare))
