"""What is told of an absence, or of somebody who came without standing on the list."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from moderator.meeting.meeting_in_words import capital
from moderator.meeting.setup import Setup
from moderator.meeting.units import units_in_brief
from screens.drawn import Line, Lines
from screens.typing import LineInput
from screens.words import Words

_FIELDS = ("name", "place", "present", "reason", "substitute")


class AttendanceFields(Vertical):
    """Fields that open when they are asked for.

    Attributes:
        asked: names of those that are open, none while nothing is asked.
    """

    DEFAULT_CSS = """
    AttendanceFields { height: auto; display: none; }
    AttendanceFields > Lines { height: 1; }
    """

    def __init__(self, words: Words, setup: Setup) -> None:
        """Begin closed; a place is called as the commune calls its units."""
        super().__init__()
        self.asked: tuple[str, ...] = ()
        self._labels = {name: words(f"field.{name}") for name in _FIELDS} | {"name": words("attendance.name")}
        if setup.units:
            self._labels["place"] = capital(units_in_brief(setup))
        self._heading = Lines()
        self._editors = {name: LineInput(compact=True, select_on_focus=True) for name in _FIELDS}
        self._lines: dict[str, Horizontal] = {}

    def compose(self) -> ComposeResult:
        """A heading and a line for each field."""
        yield self._heading
        for name, editor in self._editors.items():
            with Horizontal(classes="field") as self._lines[name]:
                yield Static(Content(self._labels[name]), classes="field-label")
                yield editor

    def ask(self, heading: str, starts: Mapping[str, str], first: str) -> None:
        """Open with what stands there already, the cursor in one of them."""
        self.asked = tuple(starts)
        for name, editor in self._editors.items():
            self._lines[name].display = name in starts
            editor.value = starts.get(name, "")
        self._heading.show([Line(((heading, "strong"),))])
        self.display = True
        self.focus_on(first)

    def close(self) -> None:
        """Ask for nothing any more."""
        self.asked = ()
        self.display = False

    def value(self, name: str) -> str:
        """What stands in a field, nothing where it was not asked for."""
        return self._editors[name].value.strip() if name in self.asked else ""

    def label(self, name: str) -> str:
        """What a field is called."""
        return self._labels[name]

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field."""
        self.screen.set_focus(self._editors[name])

    def focus_other(self, step: int) -> None:
        """Put the cursor into the next open field, or the one before."""
        here = next((place for place, name in enumerate(self.asked) if self._editors[name].has_focus), -1)
        self.focus_on(self.asked[(here + step) % len(self.asked)])
