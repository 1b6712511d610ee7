"""The home screen of an office with 100 meetings and 2,000 promises, beside an empty folder's and a bare start."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import seconds_until_end, seconds_until_told
from benchmarks.figures import Figure, median, side_by_side
from benchmarks.meetings import MEETING_ID, concluded, lay_down

MEETINGS = 100
PROMISES = 2_000


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """The catalogue as any day finds it, as it is made again from the journals, and the first picture over it."""
    full, empty = folder / "full", folder / "empty"
    _fill(full)
    empty.mkdir()
    whole = f"{MEETINGS} meetings with {PROMISES:,} promises"
    times = 5 if quick else 15
    bare, known, anew = side_by_side(
        times,
        lambda: seconds_until_end("boarded.nothing"),
        lambda: seconds_until_end("boarded.catalogue", full),
        lambda: seconds_until_end("boarded.catalogue_anew", full),
    )
    yield Figure(
        what=f"open the catalogue of {whole}", measured=median(known), baseline=median(bare), most=0.3, beyond=True
    )
    yield Figure(what="make it again from the journals", measured=median(anew), baseline=median(bare))
    bare, fresh, board = side_by_side(
        times,
        lambda: seconds_until_told("pictured.bare"),
        lambda: seconds_until_told("boarded.home", empty),
        lambda: seconds_until_told("boarded.home", full),
    )
    yield Figure(what="first picture of the home screen, empty folder", measured=median(fresh), baseline=median(bare))
    yield Figure(
        what=f"first picture of the home screen, {whole}",
        measured=median(board),
        baseline=median(fresh),
        most=0.3,
        beyond=True,
    )


def _fill(root: Path) -> None:
    """Lay one adjourned meeting down under many ids; each of its questions with a promise adds one."""
    each = PROMISES // MEETINGS
    questions = each
    while len((meeting := concluded(questions)).state.promises) < each:
        questions += 1
    laid = lay_down(meeting, root).meeting(MEETING_ID).journal.parent
    for number in range(1, MEETINGS):
        shutil.copytree(laid, laid.with_name(f"{MEETING_ID}-{number}"))
