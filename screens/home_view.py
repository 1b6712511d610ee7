"""What the home screen shows of the meetings: rows by date and stage, and lines about each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from moderator.meeting.finding import matches
from moderator.meeting.state import Stage
from screens.board_view import OwedLine
from screens.drawn import Part
from screens.row_text import SPACIOUS, counted, cut, dated, fitted, flat, two_and_two
from screens.words import Words


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting as the home screen knows it.

    Attributes:
        day: local date of its opening, before that of its planned start; None while it has none.
        starts: planned local time.
        unconcluded: questions without a conclusion.
        trouble: "damaged" when its journal stops being readable somewhere, "unreadable" when nothing of it can be read.
    """

    id: str
    title: str = ""
    place: str = ""
    day: dt.date | None = None
    starts: dt.time | None = None
    stage: Stage = "preparing"
    registrations: int = 0
    questions: int = 0
    unconcluded: int = 0
    trouble: Literal["", "damaged", "unreadable"] = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the data folder keeps, as of a local date: its meetings, and the promises and duties of all of them."""

    today: dt.date
    meetings: tuple[MeetingLine, ...] = ()
    owed: tuple[OwedLine, ...] = ()


_OPEN_STAGES = ("open", "break")


def ordered_meetings(meetings: Iterable[MeetingLine]) -> list[MeetingLine]:
    """Those open now first, then those without a date yet, then by date, the latest first; the unreadable last."""

    def place(meeting: MeetingLine) -> tuple[int, int, str]:
        if meeting.trouble == "unreadable":
            return 3, 0, meeting.id
        rank = 0 if meeting.stage in _OPEN_STAGES else 1 if meeting.day is None else 2
        return rank, -meeting.day.toordinal() if meeting.day else 0, meeting.id

    return sorted(meetings, key=place)


def found_meetings(meetings: Iterable[MeetingLine], typed: str, words: Words) -> list[MeetingLine]:
    """The meetings that a text without accents finds, in their order."""

    def says(meeting: MeetingLine) -> str:
        stage = stage_word(meeting, words)
        return " ".join((meeting.title, meeting.place, dated(meeting.day), meeting.id, stage))

    return [meeting for meeting in meetings if matches(typed, says(meeting))]


def stage_word(meeting: MeetingLine, words: Words) -> str:
    """A meeting's stage with its sign, or what is wrong with it."""
    return words(f"home.trouble.{meeting.trouble}" if meeting.trouble else f"home.stage.{meeting.stage}")


_STAGE_MANNERS = {"open": "good", "break": "warn", "signed": "dim"}


def meeting_row(meeting: MeetingLine, width: int, words: Words) -> list[Part]:
    """One row: stage, date, how much there is of it, title; on a wide screen the place too."""
    manner = "bad" if meeting.trouble else _STAGE_MANNERS.get(meeting.stage, "")
    stage = stage_word(meeting, words)
    if meeting.trouble == "unreadable":
        return [(f"{stage}  ", manner), (meeting.id, "")]
    row: list[Part] = [(fitted(stage, 14) + " ", manner), (fitted(dated(meeting.day), 10) + "  ", "strong")]
    if width >= SPACIOUS:
        counts = words("home.counts", registrations=meeting.registrations, questions=meeting.questions)
        row.append((fitted(counts, 24) + "  ", "dim"))
        row.append((fitted(flat(meeting.place), (width - 54) // 3) + "  ", "dim"))
    else:
        row.append((fitted(words("home.questions", questions=meeting.questions), 10) + "  ", "dim"))
    row.append((flat(meeting.title), ""))
    return row


def meetings_heading(shown: Sequence[MeetingLine], of: Sequence[MeetingLine], words: Words) -> list[Part]:
    """The line above the meetings: how many, how many are open now, how many cannot be read."""
    parts: list[Part] = [(words("home.meetings", count=counted(len(shown), len(of))), "strong")]
    running = sum(meeting.stage in _OPEN_STAGES and not meeting.trouble for meeting in of)
    troubled = sum(bool(meeting.trouble) for meeting in of)
    if running:
        parts.append((" · " + words("home.meetings.open", count=running), "good"))
    if troubled:
        parts.append((" · " + words("home.meetings.troubled", count=troubled), "bad"))
    return parts


def meeting_details(meeting: MeetingLine, width: int, words: Words) -> list[Part]:
    """All about the meeting under the cursor, on four lines."""
    if meeting.trouble == "unreadable":
        return [(words("home.unreadable", id=meeting.id), "bad")]
    time = f"{meeting.starts:%H:%M} " if meeting.starts else ""
    facts = [
        f"{time}{dated(meeting.day)}" if meeting.day else words("home.undated"),
        flat(meeting.place),
        words("home.counts", registrations=meeting.registrations, questions=meeting.questions),
        words("home.unconcluded", count=meeting.unconcluded) if meeting.unconcluded else "",
        words("home.id", id=meeting.id),
    ]
    if meeting.trouble:
        return [(cut(flat(meeting.title), width) + "\n", "strong"), (words("home.damaged", id=meeting.id), "bad")]
    return two_and_two(flat(meeting.title), facts, width)


def meeting_hint(meeting: MeetingLine, words: Words) -> str:
    """What can be done with the meeting under the cursor."""
    return words("home.enter.damaged" if meeting.trouble else f"home.enter.{meeting.stage}")
