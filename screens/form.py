"""What a box asks for: the fields of a form, what may stand in them, and how it becomes a command."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from functools import cached_property
from typing import Literal, TypeVar, cast, overload

import msgspec

from moderator.meeting.commands import Command
from moderator.meeting.finding import Findable, findable
from moderator.meeting.state import MeetingState
from moderator.meeting.text import fold
from moderator.meeting.time_of_day import time_of_day
from moderator.meeting.working_days import Calendar
from screens.words import Words

_FEW_SECONDS = 15

HONORIFICS = ("Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Bác", "Em", "Cụ")

Worked = TypeVar("Worked")

Kind = Literal["line", "area", "number", "numbers", "seconds", "date", "past_date", "time", "pick", "honorific"]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a box is most likely about.

    Attributes:
        questions: the marked questions, else the one under the cursor.
        who: registration number under the cursor of the waiting order.
        turn: the turn that the writing field writes to.
        proposed: nobody marked the questions or put the cursor there; they are what comes next.
    """

    questions: tuple[int, ...] = ()
    who: int | None = None
    turn: int | None = None
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a form may look at when it proposes what to fill in.

    Attributes:
        interrupted_since: the last sign of life before an interruption that nobody has judged yet.
    """

    state: MeetingState
    now: dt.datetime
    calendar: Calendar
    words: Words
    aim: Aim
    interrupted_since: dt.datetime | None = None
    _worked_out: dict[Callable[[Scene], object], object] = made_by(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, work: Callable[[Scene], Worked]) -> Worked:
        """What some work comes to in this scene, done once however often a box asks for it."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return cast(Worked, self._worked_out[work])

    @property
    def today(self) -> dt.date:
        """The day in the meeting's own zone."""
        return self.now.astimezone(self.state.setup.tz).date()


@dataclass(frozen=True)
class Choice:
    """One thing that can be picked.

    Attributes:
        label: how it reads.
        called: the part of it by which people look for it first; empty where the whole serves.
        note: what else is said of it in the list; nobody looks for it by that.
    """

    value: str
    label: str
    called: str = ""
    note: str = ""

    @cached_property
    def found_by(self) -> Findable:
        """The choice as it is searched: what is chosen from again stays ready for it."""
        return findable(self.called, self.label)


Given = TypeVar("Given", bound=Command)

Tell = Callable[[Scene, Mapping[str, str]], str]
"""Says something of what stands in the fields of a form."""


class Worded(Sequence[Choice]):
    """Choices that are put into words as they are looked at: of a thousand people those in sight.

    Attributes:
        values: what each stands for.
    """

    def __init__(self, values: Sequence[str], word: Callable[[str], Choice]) -> None:
        """Have the choice of each value worded when it is asked for."""
        self.values = values
        self._word = word

    def behind(self, first: Choice) -> Worded:
        """The same behind one more."""
        return Worded((first.value, *self.values), lambda value: first if value == first.value else self._word(value))

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Choice]:
        return map(self._word, self.values)

    @overload
    def __getitem__(self, index: int) -> Choice: ...
    @overload
    def __getitem__(self, index: slice) -> Worded: ...
    def __getitem__(self, index: int | slice) -> Choice | Worded:
        if isinstance(index, slice):
            return Worded(self.values[index], self._word)
        return self._word(self.values[index])


def values_of(choices: Sequence[Choice]) -> Sequence[str]:
    """What each of some choices stands for, without putting any into words."""
    return choices.values if isinstance(choices, Worded) else [choice.value for choice in choices]


def no_text(scene: Scene) -> str:
    """Propose nothing."""
    return ""


def no_choices(scene: Scene) -> Sequence[Choice]:
    """Offer nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form.

    Attributes:
        name: the command's parameter; its label stands in the catalogues under `field.NAME`.
        label: what the meeting itself calls it; nothing for the label of the catalogues.
        starts: what stands there when the box opens; of a pick, the value that is proposed.
        choices: what can be picked, the likeliest first.
        fills: after a pick, what goes into the other fields; Enter then goes on instead of giving.
        free: a pick also takes what was typed, as somebody or something new.
        plain: of a free pick, what was typed is as good as any choice: Enter gives it at once.
        first: the cursor starts here.
        then: the field to which Enter goes on, perhaps by what stands in the fields; where it is empty, Enter goes on
            from a pick to the first field that is still empty, and gives from a line.
        unset: key of the words for leaving a pick open.
        hint: key of the words that stand in the field while it is empty; empty for none.
        told: what is said at the foot of the box while the cursor is here, in the place of what the form says.
    """

    name: str
    kind: Kind = "line"
    label: Callable[[Scene], str] = no_text
    starts: Callable[[Scene], str] = no_text
    choices: Callable[[Scene], Sequence[Choice]] = no_choices
    fills: Callable[[Scene, str], Mapping[str, str]] | None = None
    free: bool = False
    plain: bool = False
    required: bool = False
    first: bool = False
    then: Callable[[Mapping[str, str]], str] | str = ""
    unset: str = "unset.empty"
    hint: str = ""
    told: Tell | None = None

    def labelled(self, scene: Scene) -> str:
        """What stands beside the field."""
        return self.label(scene) or scene.words(f"field.{self.name}")


@dataclass(frozen=True, slots=True)
class Form:
    """The box of an act.

    Attributes:
        build: makes the command, or several, of the values read from the fields; None for the act's own command type.
        preview: says in words what would be put down, from the texts of the fields.
        stays: the box stays open for the next one.
    """

    fields: tuple[Field, ...]
    build: Callable[[Scene, dict[str, object]], Command | Sequence[Command]] | None = None
    preview: Tell | None = None
    stays: bool = False


class FieldProblem(Exception):
    """A field holds something that cannot be taken.

    Attributes:
        field: its name.
        code: key of the sentence under "problem.".
    """

    def __init__(self, field: str, code: str, **params: object) -> None:
        super().__init__(field, code, params)
        self.field = field
        self.code = code
        self.params = params


def read_value(field: Field, text: str, today: dt.date) -> object | None:
    """What a field's text means, None when it was left empty; raises FieldProblem."""
    text = text if field.kind == "area" else text.strip()
    if not text.strip():
        if field.required:
            raise FieldProblem(field.name, "empty")
        return None
    if field.kind == "honorific":
        return next((each for each in HONORIFICS if fold(each) == fold(text)), text)
    if field.kind == "number":
        return _count(field, text)
    if field.kind == "numbers":
        return tuple(_whole(field, part) for part in re.split(r"[\s,;]+", text) if part)
    if field.kind == "seconds":
        return seconds_of(field.name, text)
    if field.kind == "time":
        return _time_of(field.name, text)
    if field.kind in ("date", "past_date"):
        return date_of(field.name, text, today, past=field.kind == "past_date")
    return text


def _whole(field: Field, text: str) -> int:
    if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10):
        raise FieldProblem(field.name, "number", text=text)
    return int(text)


def _count(field: Field, text: str) -> int:
    number = _whole(field, text)
    if number < 0:
        raise FieldProblem(field.name, "number", text=text)
    return number


def _time_of(field: str, text: str) -> dt.time:
    try:
        return time_of_day(text)
    except ValueError:
        raise FieldProblem(field, "time", text=text) from None


def seconds_of(field: str, text: str) -> int:
    """Read "90", "1:30" or "-30" as seconds; raises FieldProblem."""
    match = re.fullmatch(r"([+−-]?)(?:([0-9]{1,4}):)?([0-9]{1,6})", text)
    if match is None:
        raise FieldProblem(field, "seconds", text=text)
    sign, minutes, seconds = match.groups()
    if not sign and minutes is None and 0 < int(seconds) < _FEW_SECONDS:
        # Nobody speaks for eight seconds: minutes are meant, or it has to be said otherwise.
        raise FieldProblem(field, "few_seconds", text=text)
    total = int(minutes or 0) * 60 + int(seconds)
    return -total if sign in ("-", "−") else total


def date_of(field: str, text: str, today: dt.date, *, past: bool = False) -> dt.date:
    """Read "5/12", "05/12/2026" or "2026-12-05"; a day without a year is the next such day, or the last one if past.

    Raises FieldProblem.
    """
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text)
        match = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}))?", text)
        if match is None:
            raise ValueError(text)
        day, month, year = match.groups()
        if year:
            return dt.date(int(year), int(month), int(day))
        this_year = dt.date(today.year, int(month), int(day))
        if past:
            return this_year if this_year <= today else dt.date(today.year - 1, int(month), int(day))
        return this_year if this_year >= today else dt.date(today.year + 1, int(month), int(day))
    except ValueError:
        raise FieldProblem(field, "date", text=text) from None


def built(command: type[Given], values: Mapping[str, object]) -> Given:
    """The command of the values that were filled in; empty ones keep the command's default.

    Raises FieldProblem where a value is beyond what the command takes.
    """
    given = {name: value for name, value in values.items() if value is not None}
    tag = command.__struct_config__.tag
    names = dict(zip(command.__struct_fields__, command.__struct_encode_fields__, strict=True))
    wanted = {"do": tag} | {names[name]: value for name, value in given.items()}
    try:
        return msgspec.convert(wanted, command, strict=False)
    except msgspec.ValidationError as wrong:
        said = str(wrong)
        unfit = next(
            (name for name in given if re.search(rf"`\$\.{re.escape(names[name])}\b", said)), next(iter(given))
        )
        raise FieldProblem(unfit, "unfit", text=given[unfit]) from None
