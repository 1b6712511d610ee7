"""A plan's meeting played from its rehearsal file, and what it left behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
import msgspec
from docx.oxml.ns import qn

from data.docx_writer import docx_bytes
from data.meeting_file import read_meeting_file
from data.rehearsal_file import Line, read_rehearsal
from data.sample import NAMES as SAMPLES
from data.sample import sample_meeting, sample_rehearsal
from moderator.meeting.commands import Command
from moderator.meeting.meeting import Meeting, decode_record, encode_record, made
from moderator.meeting.minutes import minutes
from moderator.meeting.overview import overview
from moderator.meeting.paper import Paper
from moderator.meeting.promises import rule_term
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import RuleName, Setup
from moderator.meeting.working_days import Calendar

FOLDER = Path(__file__).parent
SAMPLE = "long-phung-2025"
NAMES = ("ha-trung-2021", "pho-chau-2023", "lac-thuong-2023", SAMPLE)
CALENDAR = Calendar()


class Term(NamedTuple):
    """A last day, and whether it rests on holidays not yet announced."""

    last_day: dt.date
    estimated: bool


class Told(NamedTuple):
    """A promise as a reader sees it: on which question, of what kind, to whom it was given, by when."""

    question: int
    outcome: str
    kind: str
    body: str | None
    official: str | None
    due: str | None
    estimated: bool


class Hall:
    """A meeting that takes one command after the other, each at its instant."""

    def __init__(self, setup: Setup, at: dt.datetime) -> None:
        self.meeting = Meeting([made(setup, at)])
        self.now = at

    def do(self, command: Command, at: dt.datetime | None = None) -> None:
        """Give a command, ten seconds after the last one where no instant is named, through the journal's form."""
        self.now = at or self.now + dt.timedelta(seconds=10)
        self.meeting.apply(decode_record(encode_record(self.meeting.decide(command, self.now))))

    def play(self, lines: list[Line]) -> Iterator[Line]:
        """Play a rehearsal line by line; one that goes otherwise than it expects is a failure."""
        for line in lines:
            refusal = None
            try:
                self.do(line.command, line.at)
            except Refusal as reason:
                refusal = reason
            assert (refusal is not None) == line.refused, f"line {line.number}: {refusal!r}"
            yield line


class Played:
    """A plan whose meeting was played from its first line to its last."""

    def __init__(self, name: str) -> None:
        self.name = name
        if name in SAMPLES:
            self.setup, self.lines = sample_meeting(name), sample_rehearsal(name)
        else:
            self.setup = read_meeting_file(FOLDER / f"{name}.toml")
            day = self.setup.starts.date() if self.setup.starts else None
            self.lines = read_rehearsal(FOLDER / f"{name}.jsonl", self.setup.tz, day)
        self.meeting = self.until(len(self.lines)).meeting

    def until(self, count: int) -> Hall:
        """The hall after so many lines."""
        hall = self.empty()
        for _ in hall.play(self.lines[:count]):
            pass
        return hall

    def before(self, do: str) -> Hall:
        """The hall as it stood when a command was first given."""
        return self.until(next(place for place, line in enumerate(self.lines) if _name(line) == do))

    def empty(self) -> Hall:
        """The hall ten days before the rehearsal begins, when the meeting was made."""
        return Hall(self.setup, self.lines[0].at - dt.timedelta(days=10))

    @cached_property
    def state(self) -> dict[str, Any]:
        """All that the outside may know of the meeting at its last line."""
        return state_of(self.meeting, self.lines[-1].at)

    @cached_property
    def paper(self) -> Paper:
        """The minutes."""
        return minutes(self.meeting, CALENDAR)

    @cached_property
    def text(self) -> str:
        """The minutes as the preview shows them."""
        return self.paper.plain_text()

    @cached_property
    def docx_text(self) -> str:
        """The minutes as the word processor opens them."""
        return text_of(BytesIO(docx_bytes(self.paper)))

    def time(self, clock: str) -> str:
        """A clock time of the meeting's day as the state gives it."""
        day = self.lines[0].at.astimezone(self.setup.tz).date()
        return dt.datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=self.setup.tz).isoformat()

    @property
    def registrations(self) -> dict[int, dict[str, Any]]:
        """The registrations by number."""
        return {row["who"]: row for row in self.state["registrations"]}

    @property
    def turns(self) -> dict[int, dict[str, Any]]:
        """The turns by number."""
        return {row["turn"]: row for row in self.state["turns"]}

    @property
    def questions(self) -> dict[int, dict[str, Any]]:
        """The questions by number."""
        return {row["question"]: row for row in self.state["questions"]}

    @property
    def terms(self) -> dict[RuleName, Term]:
        """The last day of every rule, as it stands at the end."""
        return terms_of(self.meeting)

    @property
    def promises(self) -> list[Told]:
        """The promises in the order of their numbers."""
        return told(self.state)

    @property
    def heard(self) -> list[tuple[str, int]]:
        """Who of the citizens spoke, in order: kind of turn and registration number."""
        return [(turn["kind"], turn["who"]) for turn in self.state["turns"] if turn["kind"] in ("speech", "follow_up")]


def _name(line: Line) -> str:
    return str(line.command.__struct_config__.tag)


def state_of(meeting: Meeting, now: dt.datetime) -> dict[str, Any]:
    """The state at an instant, promises judged on its day."""
    return overview(meeting, now, now.astimezone(meeting.setup.tz).date(), CALENDAR, None)


def told(state: dict[str, Any]) -> list[Told]:
    """The promises of a state as readers see them."""
    return [Told(*(row[key] for key in Told._fields)) for row in state["promises"]]


def terms_of(meeting: Meeting) -> dict[RuleName, Term]:
    """The last day of every rule of a meeting that can be dated yet."""
    counted = {rule.name: rule_term(meeting.state, rule.name, CALENDAR) for rule in meeting.setup.rules}
    return {name: Term(term.last_day, term.estimated) for name, term in counted.items() if term is not None}


def text_of(file: Path | BytesIO) -> str:
    """Every paragraph of a docx file in reading order, those in tables too."""
    document = docx.Document(str(file) if isinstance(file, Path) else file)
    lines = ["".join(_piece(each) for each in each.iter()) for each in document.element.body.iter(qn("w:p"))]
    return "\n".join(lines)


def _piece(element: Any) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    return " " if element.tag in (qn("w:br"), qn("w:tab")) else ""


def encoded(value: Any) -> str:
    """A value as the JSON that leaves the program."""
    return msgspec.json.encode(value).decode()
