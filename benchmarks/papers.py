"""Writing the minutes, from the Meeting to the file on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import told_by
from benchmarks.figures import Figure, median, side_by_side
from benchmarks.meetings import MEETING_ID, concluded, lay_down
from data.docx_writer import docx_bytes, write_docx
from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes import minutes
from moderator.meeting.working_days import Calendar

SIZES = (250, 500, 1_000, 2_000)
_BAR_SIZE = 1_000
_BAR_SECONDS = 0.5


def measure(folder: Path, quick: bool) -> Iterator[Figure]:
    """One line per size, the growth, and the first minutes of a process."""
    calendar = Calendar()
    meetings = {size: concluded(size) for size in SIZES}

    def write(meeting: Meeting) -> None:
        write_docx(minutes(meeting, calendar), folder / "bien-ban.docx")

    write(meetings[SIZES[0]])
    times = 3 if quick else 9
    taken = side_by_side(times, *(lambda meeting=meeting: write(meeting) for meeting in meetings.values()))
    found = {size: median(each) for size, each in zip(SIZES, taken, strict=True)}
    for size in SIZES:
        most = _BAR_SECONDS if size == _BAR_SIZE else None
        yield Figure(what=f"write the minutes of {size:,} questions", measured=found[size], most=most)
    few, more, many, most_of_all = SIZES
    yield Figure(
        what=f"  one question more, from {many:,} to {most_of_all:,} beside {few} to {more}",
        measured=(found[most_of_all] - found[many]) / (most_of_all - many),
        baseline=(found[more] - found[few]) / (more - few),
        most_times=1.5,
    )
    paper = minutes(meetings[_BAR_SIZE], calendar)
    worded, laid_out = side_by_side(times, lambda: minutes(meetings[_BAR_SIZE], calendar), lambda: docx_bytes(paper))
    yield Figure(what=f"  of {_BAR_SIZE:,} questions: wording them", measured=median(worded))
    yield Figure(what=f"  of {_BAR_SIZE:,} questions: making the docx of them", measured=median(laid_out))
    lay_down(meetings[_BAR_SIZE], folder)
    _, *first = [float(told_by("papered.first_minutes", folder, MEETING_ID)) for _ in range(1 + times)]
    yield Figure(
        what=f"the first minutes of a process, of {_BAR_SIZE:,} questions, libraries loaded",
        measured=median(first),
        most=_BAR_SECONDS,
    )
