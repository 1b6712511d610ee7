"""A durable append of one command, beside writing and flushing the same bytes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.figures import Figure, median
from benchmarks.meetings import MEETING_ID, lay_down, of_events
from data.folder import DataFolder
from data.journal import JournalWriter
from moderator.clock import Clock
from moderator.desk import Desk
from moderator.meeting import commands as c
from moderator.meeting.events import Record
from moderator.meeting.meeting import encode_record
from moderator.meeting.working_days import Calendar

SIZES = (100, 5_000, 50_000)


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """One line per size of the journal, then what the desk does besides."""
    times = 150 if quick else 600
    for size in SIZES:
        meeting = of_events(size)
        laid = lay_down(meeting, folder / str(size))
        appended, bare = _one_by_one(laid, meeting.records[-1], times)
        yield Figure(
            what=f"append one command to {size:,} events",
            measured=median(appended),
            baseline=median(bare),
            most_times=1.5,
        )
    given, bare = _given(folder, times)
    yield Figure(
        what="a whole command at the desk (decide, append, apply, publish)",
        measured=median(given),
        baseline=median(bare),
    )


def _one_by_one(laid: DataFolder, record: Record, times: int) -> tuple[list[float], list[float]]:
    """Appends and bare writes in turns, to two files of the same length on the same disk."""
    place = laid.meeting(MEETING_ID)
    copy = place.root / "bare"
    copy.write_bytes(place.journal.read_bytes())
    body = encode_record(record)
    appended: list[float] = []
    bare: list[float] = []
    journal, _ = JournalWriter.open(place.journal)
    fd = os.open(copy, os.O_WRONLY | os.O_APPEND)
    try:
        os.fsync(fd)
        with journal:
            for _ in range(times):
                before = place.journal.stat().st_size
                began = time.perf_counter()
                journal.append(body)
                appended.append(time.perf_counter() - began)
                line = bytes(place.journal.stat().st_size - before)
                bare.append(_write_and_flush(fd, line))
    finally:
        os.close(fd)
    return appended, bare


def _given(folder: Path, times: int) -> tuple[list[float], list[float]]:
    laid = DataFolder(folder / "5000")
    desk = Desk(laid, MEETING_ID, Clock(), Calendar())
    fd = os.open(laid.meeting(MEETING_ID).root / "bare", os.O_WRONLY | os.O_APPEND)
    given: list[float] = []
    bare: list[float] = []
    numbers = count(1)
    try:
        for _ in range(times):
            command = c.Message(text=f"Mời bà con giữ trật tự ({next(numbers)})")
            began = time.perf_counter()
            record = desk.give(command)
            given.append(time.perf_counter() - began)
            bare.append(_write_and_flush(fd, encode_record(record)))
    finally:
        os.close(fd)
        desk.close()
    return given, bare


def _write_and_flush(fd: int, content: bytes) -> float:
    began = time.perf_counter()
    os.write(fd, content)
    os.fsync(fd)
    return time.perf_counter() - began
