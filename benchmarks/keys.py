"""From a key to the changed screen of a crowded console, beside a bare screen that changes one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import told_by
from benchmarks.figures import Figure, median
from benchmarks.meetings import MEETING_ID, crowded, lay_down


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """For each kind of key the time until the screen stands, and what of it was computing."""
    meeting = crowded(1_000, 500)
    taken: dict[str, list[list[float]]] = {}
    for turn in range(1 if quick else 3):
        lay_down(meeting, folder / str(turn))
        times = 20 if quick else 30
        for told in (
            told_by("pressed.bare", times),
            told_by("pressed.console", folder / str(turn), MEETING_ID, times),
            *(told_by("pressed.first_times", folder / str(turn), MEETING_ID) for _ in range(5)),
            # Again, so that a machine that grows slower or faster meanwhile does so for both.
            told_by("pressed.bare", times),
        ):
            for what, presses in json.loads(told).items():
                taken.setdefault(what, []).extend(presses)
    bare, bare_computed = _medians(taken.pop("bare"))
    for what, presses in taken.items():
        shown, computed = _medians(presses)
        yield Figure(what=f"{what}: until the screen stands", measured=shown, baseline=bare, most_times=2)
        yield Figure(what="  of it computing", measured=computed, baseline=bare_computed)


def _medians(presses: list[list[float]]) -> tuple[float, float]:
    return median(shown for shown, _ in presses), median(computed for _, computed in presses)
