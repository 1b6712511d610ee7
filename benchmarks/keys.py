"""From a key to the changed screen of a crowded console, beside a bare screen that changes one line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.children import all_told, child, told_by
from benchmarks.figures import Figure, median
from benchmarks.meetings import MEETING_ID, crowded, lay_down
from benchmarks.pressed import Press

_NEAR_SECONDS = 2.0


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """For each kind of key the time until the screen stands, and what of it was computing.

    A bare app is pressed meanwhile, and each press stands beside those of the bare app about the same moment: a machine
    that is slow for a while is so for both.
    """
    meeting = crowded(1_000, 500)
    taken: dict[str, list[Press]] = {}
    bare: list[Press] = []
    for turn in range(1 if quick else 3):
        lay_down(meeting, folder / str(turn))
        with child("pressed.bare") as beside:
            for told in (
                told_by("pressed.console", folder / str(turn), MEETING_ID, 24),
                *(told_by("pressed.first_times", folder / str(turn), MEETING_ID) for _ in range(5)),
            ):
                for what, presses in json.loads(told).items():
                    taken.setdefault(what, []).extend(map(tuple, presses))
            bare += [tuple(json.loads(line)) for line in all_told(beside)]
    for what, presses in taken.items():
        near = [_near(bare, when) for *_, when in presses]
        for place, told_of in ((0, f"{what}: until the screen stands"), (1, "  of it computing")):
            yield Figure(
                what=told_of,
                measured=median(press[place] for press in presses),
                baseline=median(press[place] for beside_it in near for press in beside_it),
                most_times=None if place else 2,
            )


def _near(bare: Sequence[Press], when: float) -> Sequence[Press]:
    """The presses of the bare app about a moment."""
    return [press for press in bare if abs(press[2] - when) <= _NEAR_SECONDS]
