"""The board: what is owed after and around all meetings, in groups, as rows and lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rich.cells import cell_len

from moderator.meeting.commands import TaskKind
from moderator.meeting.finding import matches
from moderator.meeting.next_paper import PAPERS_OF_DUTIES, paper_of_promise
from moderator.meeting.paper_names import PaperName
from moderator.meeting.promises import PromiseStatus
from moderator.meeting.setup import RuleName
from moderator.meeting.text import fold
from screens.drawn import Part
from screens.row_text import SPACIOUS, counted, cut, dated, fitted, flat, two_and_two
from screens.words import Words

SOON_DAYS: Final = 7

Grouping = Literal["day", "body", "meeting", "place"]
GROUPINGS: Final[tuple[Grouping, ...]] = ("day", "body", "meeting", "place")
Choosing = Literal["open", "soon", "overdue", "all"]
CHOOSINGS: Final[tuple[Choosing, ...]] = ("open", "soon", "overdue", "all")


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One promise, or one duty that a rule sets.

    Attributes:
        meeting: id of its meeting.
        number: of the promise; 0 for a duty.
        kind: "reply", "work" or "forward", told where the promise has no text.
        question: its number, None for a duty and for what the chair gave in the general conclusion.
        official: name of the official who owes it, empty where none was named.
        days_left: from the meeting's local date to the last day; negative when overdue, None without a last day.
        estimated: the last day rests on holidays not yet announced.
        duty: name of the rule, None for a promise.
        places: the villages that it concerns: of those who asked, or to which a duty is still to be carried; of a duty
            that is done, those to which it was.
        places_done: the villages to which a duty was carried already, while others are left.
        done: nothing is left to do.
        done_told: numbers and dates of what was sent.
        source: what orders a duty.
    """

    meeting: str
    meeting_title: str
    number: int
    question: int | None
    kind: TaskKind = "reply"
    text: str = ""
    body: str = ""
    official: str = ""
    last_day: dt.date | None = None
    days_left: int | None = None
    estimated: bool = False
    extended: bool = False
    duty: RuleName | None = None
    places: tuple[str, ...] = ()
    places_done: tuple[str, ...] = ()
    done: bool = False
    done_told: str = ""
    source: str = ""

    @property
    def key(self) -> tuple[str, int, str]:
        """What tells it from every other line: its meeting, and its number or the name of the duty."""
        return self.meeting, self.number, self.duty or ""

    @property
    def status(self) -> PromiseStatus:
        """How it stands today."""
        if self.done:
            return "replied"
        if self.days_left is not None and self.days_left < 0:
            return "overdue"
        return "extended" if self.extended else "open"


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The heading of a group on the board.

    Attributes:
        place: the village whose lines follow, where the board is grouped by village.
        overdue: how many of the lines are.
    """

    title: str
    count: int
    place: str = ""
    overdue: int = 0


BoardLine = OwedLine | GroupLine


def ordered_owed(owed: Iterable[OwedLine]) -> list[OwedLine]:
    """The longest overdue first, those without a last day at the end."""
    return sorted(owed, key=lambda line: (line.last_day or dt.date.max, line.meeting, line.number, line.duty or ""))


def chosen_owed(owed: Iterable[OwedLine], choosing: Choosing) -> list[OwedLine]:
    """The lines of a kind: not done yet, of these the ones due within a week or overdue, or all."""
    if choosing == "all":
        return list(owed)
    still_open = (line for line in owed if not line.done)
    if choosing == "open":
        return list(still_open)
    dated_ones = ((line, line.days_left) for line in still_open if line.days_left is not None)
    if choosing == "overdue":
        return [line for line, left in dated_ones if left < 0]
    return [line for line, left in dated_ones if 0 <= left <= SOON_DAYS]


def found_owed(owed: Iterable[OwedLine], typed: str, words: Words) -> list[OwedLine]:
    """The lines that a text without accents finds, in their order."""
    if not typed:
        return list(owed)

    def says(line: OwedLine) -> str:
        stands, _ = when(line, words)
        told = (what(line, words), line.official, line.body, dated(line.last_day), stands, line.meeting_title)
        return " ".join((*told, *line.places, *line.places_done, line.done_told))

    return [line for line in owed if matches(typed, says(line))]


def grouped_owed(owed: Sequence[OwedLine], by: Grouping, words: Words, typed: str = "") -> list[BoardLine]:
    """The lines in groups, the most urgent first, each under its heading; what belongs to no village comes last.

    A line that concerns several villages stands under each, or under those that are sought.
    """
    if by == "day":
        return list(owed)
    groups: dict[str, tuple[str, list[OwedLine]]] = {}
    for line in owed:
        for key, title in _groups_of(line, by, words, typed):
            groups.setdefault(key, (title, []))[1].append(line)
    if by == "place" and "" in groups:
        groups[""] = groups.pop("")
    board: list[BoardLine] = []
    for title, lines in groups.values():
        overdue = sum(line.status == "overdue" for line in lines)
        place = title if by == "place" else ""
        board += [GroupLine(title or words("board.no_place"), len(lines), place, overdue), *lines]
    return board


def _groups_of(line: OwedLine, by: Grouping, words: Words, typed: str) -> list[tuple[str, str]]:
    """What tells each group of a line from the others, and what it is called."""
    if by == "meeting":
        return [(line.meeting, f"{line.meeting}: {flat(line.meeting_title)}")]
    if by == "place":
        sought = [place for place in line.places if typed and matches(typed, place)]
        return [(fold(place), flat(place)) for place in sought or line.places or ("",)]
    name = who(line, words)
    return [(fold(name), name)]


def who(line: OwedLine, words: Words) -> str:
    """The body that owes it, else the official; a duty is the office's own."""
    if line.duty is not None:
        return words("board.office")
    return flat(line.body) or flat(line.official) or words("home.nobody")


def when(line: OwedLine, words: Words) -> Part:
    """How a line stands to its last day, with a sign."""
    left = line.days_left
    if line.done:
        return words("board.done"), "good"
    if left is None:
        return words("home.owed.undated"), "warn"
    if left < 0:
        return words("home.owed.overdue", days=-left), "bad"
    if left == 0:
        return words("home.owed.today"), "warn"
    return words(
        "home.owed.soon" if left <= SOON_DAYS else "home.owed.later", days=left
    ), "warn" if left <= SOON_DAYS else ""


def board_row(line: BoardLine, width: int, words: Words, by: Grouping = "day") -> list[Part]:
    """One row: how it stands, its last day, who owes it, of which meeting, what is owed; or the heading of a group.

    On a narrow screen the meeting stands where the heading names the office that owes it already.
    """
    if isinstance(line, GroupLine):
        count = f" ({line.count})"
        late = " · " + words("home.owed.count.overdue", count=line.overdue) if line.overdue else ""
        room = width - cell_len(count + late)
        return [(cut(f"── {line.title}", room) + count, "strong"), (late, "bad")]
    stands, manner = when(line, words)
    official = flat(line.official) if line.duty is None else ""
    wide = width >= SPACIOUS
    named = official or (line.meeting if by == "body" and not wide else who(line, words))
    return [
        (fitted(stands, 16) + " ", manner),
        (fitted(_last_day(line), 11) + " ", "dim"),
        (fitted(named, 26 if wide else 18) + "  ", "strong"),
        *([(fitted(line.meeting, 18) + "  ", "dim")] if wide and by != "meeting" else []),
        (what(line, words), ""),
    ]


def what(line: OwedLine, words: Words) -> str:
    """What is owed, on one line."""
    if line.duty is not None:
        return words(f"duty.{line.duty}")
    if line.question is None:
        return flat(line.text) or words("home.of_conclusion")
    return flat(line.text) or words(f"home.kind.{line.kind}", question=line.question)


def board_heading(
    shown: Sequence[OwedLine],
    of: Sequence[OwedLine],
    words: Words,
    choosing: Choosing = "open",
    by: Grouping = "day",
    width: int | None = None,
) -> list[Part]:
    """The line above the board: how many lines of how many, which ones and in which groups, and how urgent they are.

    Where it would be wider than a width, what is not urgent is left out.
    """
    parts: list[Part] = [(words("home.owed", count=counted(len(shown), len(of))), "strong")]
    if choosing != "open":
        parts.append((" · " + words(f"board.choosing.{choosing}"), "warn"))
    if by != "day":
        parts.append((" · " + words(f"board.by.{by}"), "warn"))
    lefts = [line.days_left for line in of if not line.done]
    counts: dict[str, Part] = {}
    for key, count, manner in (
        ("overdue", sum(left is not None and left < 0 for left in lefts), "bad"),
        ("soon", sum(left is not None and 0 <= left <= SOON_DAYS for left in lefts), "warn"),
        ("later", sum(left is not None and left > SOON_DAYS for left in lefts), ""),
        ("undated", sum(left is None for left in lefts), "warn"),
    ):
        if count:
            counts[key] = " · " + words(f"home.owed.count.{key}", count=count), manner
    for key in ("later", "undated", "soon"):
        if width is not None and cell_len("".join(text for text, _ in (*parts, *counts.values()))) > width:
            counts.pop(key, None)
    return [*parts, *counts.values()]


def owed_details(line: OwedLine, width: int, words: Words) -> list[Part]:
    """All about the line under the cursor, on four lines."""
    if line.duty is not None:
        about = [flat(line.source)]
    elif line.question is None:
        about = [words("home.of_conclusion"), flat(line.official), flat(line.body)]
    else:
        about = [words("home.of_question", question=line.question), flat(line.official), flat(line.body)]
    places = ", ".join(map(flat, line.places))
    facts = [
        *about,
        words("home.due", day=dated(line.last_day)) if line.last_day else "",
        words("home.estimated") if line.estimated else "",
        words("home.extended") if line.extended else "",
        line.done_told,
        words("board.places_done", places=", ".join(map(flat, line.places_done))) if line.places_done else "",
        words("board.places_left", places=places) if line.duty is not None and places and not line.done else places,
        f"{line.meeting}: {flat(line.meeting_title)}",
    ]
    return two_and_two(what(line, words), facts, width)


def next_paper(line: OwedLine) -> PaperName | None:
    """The paper that is to be written next about a line, None where no paper belongs to it."""
    return paper_of_promise(line.kind, line.status) if line.duty is None else PAPERS_OF_DUTIES.get(line.duty)


def owed_hint(line: OwedLine, words: Words, place: str = "") -> str:
    """What can be done about the line under the cursor, in the village under which it stands."""
    paper = next_paper(line)
    if line.duty is None:
        act = words("board.hint.replied" if line.done else "board.hint.reply")
    else:
        act = words("board.hint.tick_in", place=place) if place and not line.done else words("board.hint.tick")
    written = words("board.hint.paper", paper=words(f"paper.{paper}")) if paper is not None else ""
    return " · ".join(filter(None, (act, written)))


def _last_day(line: OwedLine) -> str:
    return ("~" if line.estimated else "") + dated(line.last_day)
