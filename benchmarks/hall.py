"""From a command at the desk to the changed picture on the projector, which is a process of its own."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import child, told
from benchmarks.figures import Figure, high, median
from benchmarks.meetings import MEETING_ID, lay_down, of_events
from benchmarks.showing import MARK
from moderator.clock import Clock
from moderator.desk import Desk
from moderator.meeting import commands as c
from moderator.meeting.working_days import Calendar

_BAR_SECONDS = 0.1


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """Messages to the hall at any place in the projector's beat, followed by a process without a screen as well."""
    laid = lay_down(of_events(5_000), folder)
    path = laid.hall(MEETING_ID)
    desk = Desk(laid, MEETING_ID, Clock(), Calendar())
    desk.publish()
    shown: list[float] = []
    bare: list[float] = []
    try:
        with child("showing.projector", path) as projector, child("showing.follower", path) as follower:
            for number in range(1 + (40 if quick else 200)):
                text = f"{MARK}{number:04}"
                given = time.time()
                desk.give(c.Message(text=text))
                published = time.time()
                shown.append(_instant_of(text, projector) - given)
                bare.append(_instant_of(text, follower) - published)
                time.sleep(random.uniform(0.02, 0.12))
    finally:
        desk.close()
    # At the first they were still starting.
    del shown[0], bare[0]
    yield Figure(
        what="from the command to the projector's picture, 95 %",
        measured=high(shown),
        baseline=high(bare),
        most=_BAR_SECONDS,
    )
    yield Figure(what="  the middle one", measured=median(shown), baseline=median(bare))
    yield Figure(what="  the slowest", measured=max(shown), baseline=max(bare))


def _instant_of(text: str, process: subprocess.Popen[bytes]) -> float:
    """When a process had the text, by the clock that processes share."""
    while True:
        instant, _, found = told(process).decode().partition(" ")
        if found == text:
            return float(instant)
