"""Kills a desk at any instant of its writing, and looks whether anything that it had acknowledged is gone."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import child, told
from benchmarks.figures import Figure
from benchmarks.meetings import MEETING_ID, lay_down, of_events
from benchmarks.writing import messages
from moderator.clock import Clock
from moderator.desk import Desk
from moderator.meeting.working_days import Calendar


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """One meeting through many kills: each desk opens what the one before was killed over."""
    laid = lay_down(of_events(100), folder)
    kills = 15 if quick else 100
    acknowledged: list[str] = []
    lost = torn = 0
    for trial in range(kills):
        acknowledged += _write_until_killed(folder, trial)
        desk = Desk(laid, MEETING_ID, Clock(), Calendar())
        kept = messages(desk.meeting)
        desk.close()
        torn += desk.torn_aside is not None
        lost += len(set(acknowledged) - set(kept))
    yield Figure(what=f"commands lost in {kills} kills -9", measured=lost, unit="", most=0)
    yield Figure(what="  acknowledged before the kills", measured=len(acknowledged), unit="")
    yield Figure(what="  torn lines found, cut and kept aside", measured=torn, unit="")


def _write_until_killed(folder: Path, trial: int) -> list[str]:
    """What a desk had acknowledged when it was killed."""
    with child("writing.write_on", folder, MEETING_ID, trial) as writer:
        acknowledged = [told(writer).decode()]
        time.sleep(random.uniform(0.0, 0.1))
        writer.kill()
        rest = writer.stdout.read() if writer.stdout is not None else b""
    # The last line may itself be cut off: it was then not acknowledged in full.
    return acknowledged + [line.decode() for line in rest.split(b"\n")[:-1]]
