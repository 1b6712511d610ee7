"""What is told of an absence, or of somebody who came without standing on the list."""

from __future__ import annotations

from collections.abc import Mapping

from textual.geometry import Offset, Size

from moderator.meeting.commands import Attend
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.setup import Setup
from moderator.meeting.units import units_in_brief
from screens.attendance_rows import Newcomer, Row
from screens.drawn import Line
from screens.form import FieldProblem
from screens.form_box import FIELDS_FROM, LABEL_WIDTH
from screens.row_text import fitted
from screens.sheet import Sheet
from screens.text_field import TextField
from screens.words import Words

_LONGEST_COUNT = 10


class AttendanceFields(Sheet):
    """Fields about somebody under a heading that says about whom.

    Attributes:
        about: who is asked about.
        fields: what is asked, by name, in order.
    """

    def __init__(self, words: Words, setup: Setup, about: Row | Newcomer, left: Mapping[str, str]) -> None:
        """Ask with what stands there already or was left, the cursor where there is most to say."""
        self.about = about
        if isinstance(about, Newcomer):
            self._heading = words("attendance.new_heading")
            starts, first = _of_newcomer(about), "name"
        elif about.who.is_group:
            self._heading = words("attendance.group_heading", who=about.addressed)
            starts, first = _of_group(about), "present" if about.count is None else "reason"
        else:
            self._heading = words("attendance.absent_heading", who=about.addressed)
            starts, first = _of_absence(about), "reason"
        self._labels = {name: words(f"field.{name}") for name in starts}
        if isinstance(about, Newcomer):
            # A place is called as the commune calls its units.
            place = {"place": capital(units_in_brief(setup))} if setup.units else {}
            self._labels |= {"name": words("attendance.name"), **place}
        self.fields = {name: TextField() for name in starts}
        # A number that was typed with the name comes after what was left.
        kept = {name: text for name, text in left.items() if name != "present" or about.count is None}
        for name, text in (starts | kept).items():
            self.fields[name].begin_with(text)
        self._starts = starts
        self._at = ""
        self.go_to(first)

    def go_to(self, name: str) -> None:
        """Put the cursor into another field; what is typed next takes the place of what stands there."""
        if name != self._at:
            self._at = name
            self.fields[name].select_all()

    @property
    def left(self) -> dict[str, str]:
        """What stands in the fields otherwise than they began, by name."""
        return {name: field.text for name, field in self.fields.items() if field.text != self._starts[name]}

    def label(self, name: str) -> str:
        """What a field is called."""
        return self._labels[name]

    def read(self) -> Attend:
        """What the fields say; raises FieldProblem."""
        about, present = self.about, self._count("present")
        if isinstance(about, Row):
            came = present if about.who.is_group else False
            return about.attend(came, self._value("reason"), self._value("substitute"))
        name, place = self._value("name"), self._value("place")
        if not name:
            raise FieldProblem("name", "empty")
        return Attend(organisation=name, place=place, present=present) if present > 1 else Attend(name, place)

    def _value(self, name: str) -> str:
        return self.fields[name].text.strip() if name in self.fields else ""

    def _count(self, name: str) -> int:
        text = self._value(name) or "0"
        if not (text.isascii() and text.isdigit() and len(text) < _LONGEST_COUNT):
            raise FieldProblem(name, "number", text=text)
        return int(text)

    # Keys and the mouse

    def press(self, key: str) -> bool:
        """Tab goes on to another field; all else is for the one with the cursor."""
        if key not in ("tab", "shift+tab"):
            return self.typing.press(key)
        names = list(self.fields)
        step = 1 if key == "tab" else -1
        self.go_to(names[(names.index(self._at) + step) % len(names)])
        return True

    def click(self, at: Offset, times: int) -> None:
        """Go to the field that is pressed."""
        names = list(self.fields)
        if 1 <= at.y <= len(names):
            self.go_to(names[at.y - 1])
            self.typing.click(Offset(at.x - FIELDS_FROM, 0), times)

    @property
    def typing(self) -> TextField:
        """The field with the cursor."""
        return self.fields[self._at]

    # As they are drawn

    def lines(self, size: Size) -> list[Line]:
        """The heading, and each field beside its label."""
        drawn = [Line(((self._heading, "strong"),))]
        for name, field in self.fields.items():
            field.in_use = self.in_use and name == self._at
            (line,) = field.lines(Size(size.width - FIELDS_FROM, 1))
            drawn.append(Line(((fitted(self._labels[name], LABEL_WIDTH) + " ", "dim"), *line.parts)))
        return drawn

    @property
    def caret(self) -> Offset | None:
        """In the field with the cursor."""
        caret = self.typing.caret
        return None if caret is None else caret + Offset(FIELDS_FROM, 1 + list(self.fields).index(self._at))


def _of_newcomer(newcomer: Newcomer) -> dict[str, str]:
    """Behind the name of a person, after a comma, stands where they come from."""
    count = newcomer.count or 1
    name, _, place = (newcomer.name, "", "") if count > 1 else newcomer.name.partition(",")
    return {"name": name.strip(), "place": place.strip(), "present": str(count)}


def _of_group(row: Row) -> dict[str, str]:
    known = row.told.present if row.told else 0
    return {"present": str(known if row.count is None else row.count), **_of_absence(row)}


def _of_absence(row: Row) -> dict[str, str]:
    told = row.told
    return {"reason": told.reason if told else "", "substitute": told.substitute if told else ""}
