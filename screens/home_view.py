"""What the home screen shows: meetings by date and stage, and the promises still open, as rows and lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, set_cell_size

from moderator.meeting.state import Stage
from moderator.meeting.text import matches
from screens.row_list import Part
from screens.words import Words

SOON_DAYS = 7
_SPACIOUS = 100


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
class OwedLine:
    """One promise that has no reply yet.

    Attributes:
        meeting: id of its meeting.
        kind: "reply", "work" or "forward", told where the promise has no text.
        question: its number, None for what the chair gave in the general conclusion.
        official: name of the official who owes it, empty where none was named.
        days_left: from the meeting's local date to the last day; negative when overdue, None without a last day.
        estimated: the last day rests on holidays not yet announced.
    """

    meeting: str
    meeting_title: str
    number: int
    question: int | None
    kind: str
    text: str = ""
    body: str = ""
    official: str = ""
    last_day: dt.date | None = None
    days_left: int | None = None
    estimated: bool = False
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What the data folder keeps, as of a local date."""

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


def ordered_owed(owed: Iterable[OwedLine]) -> list[OwedLine]:
    """The longest overdue first, those without a last day at the end."""
    return sorted(owed, key=lambda line: (line.last_day or dt.date.max, line.meeting, line.number))


def found_meetings(meetings: Iterable[MeetingLine], typed: str, words: Words) -> list[MeetingLine]:
    """The meetings that a text without accents finds, in their order."""

    def says(meeting: MeetingLine) -> str:
        stage = stage_word(meeting, words)
        return " ".join((meeting.title, meeting.place, _date(meeting.day), meeting.id, stage))

    return [meeting for meeting in meetings if matches(typed, says(meeting))]


def found_owed(owed: Iterable[OwedLine], typed: str, words: Words) -> list[OwedLine]:
    """The promises that a text without accents finds, in their order."""

    def says(line: OwedLine) -> str:
        stands, _ = when(line, words)
        told = (what(line, words), line.official, line.body, _date(line.last_day), stands, line.meeting_title)
        return " ".join(told)

    return [line for line in owed if matches(typed, says(line))]


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
    row: list[Part] = [(fitted(stage, 14) + " ", manner), (fitted(_date(meeting.day), 10) + "  ", "strong")]
    if width >= _SPACIOUS:
        counts = words("home.counts", registrations=meeting.registrations, questions=meeting.questions)
        row.append((fitted(counts, 24) + "  ", "dim"))
        row.append((fitted(flat(meeting.place), (width - 54) // 3) + "  ", "dim"))
    else:
        row.append((fitted(words("home.questions", questions=meeting.questions), 10) + "  ", "dim"))
    row.append((flat(meeting.title), ""))
    return row


def when(line: OwedLine, words: Words) -> Part:
    """How a promise stands to its last day, with a sign."""
    left = line.days_left
    if left is None:
        return words("home.owed.undated"), "warn"
    if left < 0:
        return words("home.owed.overdue", days=-left), "bad"
    if left == 0:
        return words("home.owed.today"), "warn"
    return words(
        "home.owed.soon" if left <= SOON_DAYS else "home.owed.later", days=left
    ), "warn" if left <= SOON_DAYS else ""


def owed_row(line: OwedLine, width: int, words: Words) -> list[Part]:
    """One row: how it stands, its last day, who owes it, what is owed."""
    stands, manner = when(line, words)
    who = flat(line.official) or flat(line.body) or words("home.nobody")
    return [
        (fitted(stands, 16) + " ", manner),
        (fitted(_last_day(line), 11) + " ", "dim"),
        (fitted(who, 30 if width >= _SPACIOUS else 18) + "  ", "strong"),
        (what(line, words), ""),
    ]


def what(line: OwedLine, words: Words) -> str:
    """What is owed, on one line."""
    if line.question is None:
        return flat(line.text) or words("home.of_conclusion")
    return flat(line.text) or words(f"home.kind.{line.kind}", question=line.question)


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


def owed_heading(shown: Sequence[OwedLine], of: Sequence[OwedLine], words: Words) -> list[Part]:
    """The line above the promises: how many are overdue, due soon, due later and without a last day."""
    parts: list[Part] = [(words("home.owed", count=counted(len(shown), len(of))), "strong")]
    lefts = [line.days_left for line in of]
    for key, count, manner in (
        ("overdue", sum(left is not None and left < 0 for left in lefts), "bad"),
        ("soon", sum(left is not None and 0 <= left <= SOON_DAYS for left in lefts), "warn"),
        ("later", sum(left is not None and left > SOON_DAYS for left in lefts), ""),
        ("undated", sum(left is None for left in lefts), "warn"),
    ):
        if count:
            parts.append((" · " + words(f"home.owed.count.{key}", count=count), manner))
    return parts


def counted(shown: int, of: int) -> str:
    """A number, or how many of how many while a search leaves some out."""
    return str(of) if shown == of else f"{shown}/{of}"


def meeting_details(meeting: MeetingLine, width: int, words: Words) -> list[Part]:
    """All about the meeting under the cursor, on four lines."""
    if meeting.trouble == "unreadable":
        return [(words("home.unreadable", id=meeting.id), "bad")]
    time = f"{meeting.starts:%H:%M} " if meeting.starts else ""
    facts = [
        f"{time}{_date(meeting.day)}" if meeting.day else words("home.undated"),
        flat(meeting.place),
        words("home.counts", registrations=meeting.registrations, questions=meeting.questions),
        words("home.unconcluded", count=meeting.unconcluded) if meeting.unconcluded else "",
        words("home.id", id=meeting.id),
    ]
    if meeting.trouble:
        return [(_cut(flat(meeting.title), width) + "\n", "strong"), (words("home.damaged", id=meeting.id), "bad")]
    return _two_and_two(flat(meeting.title), facts, width)


def meeting_hint(meeting: MeetingLine, words: Words) -> str:
    """What can be done with the meeting under the cursor."""
    return words("home.enter.damaged" if meeting.trouble else f"home.enter.{meeting.stage}")


def owed_details(line: OwedLine, width: int, words: Words) -> list[Part]:
    """All about the promise under the cursor, on four lines."""
    facts = [
        words("home.of_conclusion") if line.question is None else words("home.of_question", question=line.question),
        flat(line.official),
        flat(line.body),
        words("home.due", day=_date(line.last_day)) if line.last_day else "",
        words("home.estimated") if line.estimated else "",
        words("home.extended") if line.extended else "",
        flat(line.meeting_title),
    ]
    return _two_and_two(what(line, words), facts, width)


def owed_hint(words: Words) -> str:
    """How the reply to the promise under the cursor is recorded."""
    return words("home.enter.owed", reply=words("command.reply"), extend=words("command.extend_promise"))


def _two_and_two(heading: str, facts: Sequence[str], width: int) -> list[Part]:
    # Lines break at words, so that two of them hold a little less than their cells.
    room = 2 * width - 14
    return [(_cut(heading, room) + "\n", "strong"), (_cut(" · ".join(filter(None, facts)), room), "")]


ACTS: tuple[tuple[str, str, str], ...] = (
    ("open", "enter", "Enter"),
    ("new", "f3", "F3"),
    ("demo", "f4", "F4"),
    ("switch", "tab", "Tab"),
    ("help", "f1", "F1"),
    ("projector", "f6", "F6"),
    ("minutes", "f12", "F12"),
    ("look", "f5", "F5"),
    ("quit", "ctrl+q", "Ctrl+Q"),
    ("clear", "escape", "Esc"),
)
"""What can be done here: name, key, and how the key is printed."""


def key_line(words: Words, width: int) -> str:
    """As many keys as two lines hold, the ones that matter most first."""
    lines = [""]
    for name, _, printed in ACTS:
        item = f"{printed} {words(f'home.key.{name}')}"
        if lines[-1] and cell_len(lines[-1]) + 3 + cell_len(item) > width:
            lines.append("")
        lines[-1] += f" · {item}" if lines[-1] else item
    return "\n".join(lines[:2])


def help_parts(words: Words) -> list[Part]:
    """The page of F1."""
    parts: list[Part] = [(words("home.help") + "\n\n", "")]
    for name, _, printed in ACTS:
        parts += [(f"{printed:<8}", "strong"), (words(f"home.help.{name}") + "\n", "")]
    parts.append(("\n" + words("home.help.signs"), ""))
    return parts


def fitted(text: str, width: int) -> str:
    """A text that fills a width of cells, cut with "…" where it is longer."""
    return set_cell_size(_cut(text, width), width)


def _cut(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)) + "…"


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _date(day: dt.date | None) -> str:
    return "–" if day is None else f"{day:%d/%m/%Y}"


def _last_day(line: OwedLine) -> str:
    return ("~" if line.estimated else "") + _date(line.last_day)
