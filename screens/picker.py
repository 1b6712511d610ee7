"""A field to pick from: type a part of it without accents, arrows move, Enter takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from moderator.meeting.text import rank
from screens.drawn import Part
from screens.form import Choice
from screens.row_list import RowList
from screens.typing import LineInput


class _PickInput(LineInput):
    """The line that is typed into; arrows go to the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list(-1)", show=False),
        Binding("down", "list(1)", show=False),
        Binding("pageup", "list(-6)", show=False),
        Binding("pagedown", "list(6)", show=False),
    ]

    def action_list(self, step: int) -> None:
        """Move in the list."""
        picker = self.query_ancestor(Picker)
        picker.rows.action_move(step)


class Picker(Vertical):
    """An input over a list of choices.

    The list opens with the field and closes when a choice was taken, so that a form stays short.
    """

    DEFAULT_CSS = """
    Picker { height: auto; }
    Picker > RowList { display: none; background: $surface; }
    """

    @dataclass
    class Taken(Message):
        """Enter was pressed in the field."""

        picker: Picker

        @property
        def control(self) -> Picker:
            """The field it happened in."""
            return self.picker

    @dataclass
    class Changed(Message):
        """The value is another one."""

        picker: Picker

        @property
        def control(self) -> Picker:
            """The field it happened in."""
            return self.picker

    def __init__(self, choices: Sequence[Choice] = (), proposed: str = "", *, free: str = "", rows: int = 7) -> None:
        """Offer choices, with the cursor on the proposed value; `free` words the row that takes the typed text."""
        super().__init__()
        self._choices = choices
        self._proposed = proposed
        self._free = free
        self._most_rows = rows
        self._found: list[Choice] = []
        self._taken: str | None = None
        self._taken_value = ""
        self._in_use = False
        self.input = _PickInput(compact=True)
        self.rows = RowList(classes="-keeps-cursor")
        self.rows.can_focus = False

    def compose(self) -> ComposeResult:
        """The input and the list."""
        yield self.input
        yield self.rows

    def on_mount(self) -> None:
        """Show every choice, the proposed one under the cursor."""
        self.rows.styles.max_height = self._most_rows
        if self._choices:
            self.offer(self._choices, self._proposed)

    @property
    def open_rows(self) -> int:
        """How many rows of the list stand under the field now."""
        return max(1, min(self._most_rows, len(self._found))) if self.rows.display else 0

    def offer(self, choices: Sequence[Choice], proposed: str) -> None:
        """Offer other choices, with nothing typed and the cursor on the proposed value."""
        self._choices, self._proposed = choices, proposed
        self.clear()
        self.propose(proposed)

    def propose(self, value: str) -> None:
        """Put the cursor on a value."""
        for index, choice in enumerate(self._found):
            if choice.value == value:
                self.rows.move_to(index)
        self._tell_value()

    def _search(self) -> None:
        typed = self.input.value.strip()
        if typed:
            self._found = found_among(self._choices, typed)
            if self._free:
                self._found.append(Choice(typed, self._free.format(text=typed)))
        else:
            self._found = list(self._choices)
        found = self._found
        self.rows.show_rows(list(range(len(found))), lambda index, width: _drawn(found[index]))
        self.rows.begin_again()
        self.rows.styles.height = max(1, min(self._most_rows, len(found)))
        self._tell_value()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._tell_value()

    def _tell_value(self) -> None:
        """While nothing is typed, the field reads as what it stands for."""
        self.input.placeholder = "" if self._untouched and self._stands_for() else self.label
        self.post_message(self.Changed(self))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._taken is not None and event.value == self._taken:
            return
        self._taken = None
        self._open_or_close()
        self._search()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Taken(self))

    @on(RowList.Chosen)
    def _clicked(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.Taken(self))

    def on_descendant_focus(self) -> None:
        """Open the list with the field."""
        self.open()

    def open(self) -> None:
        """Open the list, unless a choice was taken."""
        self._in_use = True
        self._open_or_close()

    def on_descendant_blur(self) -> None:
        """Close it again, so that a form stays short, and read as what was chosen, from its beginning."""
        self._in_use = False
        if self._taken is None and self.typed.strip() and self.value:
            self.take(self.label)
        self.input.cursor_position = 0
        self._open_or_close()

    def _open_or_close(self) -> None:
        # Not by a class: Textual would work out every style of the list again.
        self.rows.display = self._in_use and self._taken is None

    @property
    def value(self) -> str:
        """The value under the cursor, what was set from outside, or nothing where nothing matches."""
        if self._taken is not None:
            return self._taken_value
        if self._untouched:
            # Somebody must be meant: Enter on an untouched field takes nobody by chance.
            return ""
        return self._stands_for()

    def _stands_for(self) -> str:
        index = self.rows.cursor
        return self._found[index].value if index < len(self._found) else ""

    @property
    def _untouched(self) -> bool:
        return bool(self._free) and not self._proposed and not self.typed.strip() and self.rows.cursor == 0

    @property
    def label(self) -> str:
        """How the value under the cursor reads."""
        index = self.rows.cursor
        return self._found[index].label if index < len(self._found) else ""

    @property
    def typed(self) -> str:
        """The text in the field as typed."""
        return self.input.value

    @property
    def is_new(self) -> bool:
        """Whether the value is something new that was typed, not one of the choices."""
        return bool(self._free) and all(choice.value != self.value for choice in self._choices)

    def take(self, shown: str) -> None:
        """Close the list with the present value, showing it as a text; a new value reads as it was typed."""
        self._taken_value = self.value
        if self.is_new:
            shown = self._taken_value
        self._taken = shown
        self._open_or_close()
        with self.prevent(Input.Changed):
            self.input.value = shown
        self.input.cursor_position = len(shown)

    def clear(self) -> None:
        """Open the list again, with nothing typed."""
        self._taken = None
        self._open_or_close()
        with self.prevent(Input.Changed):
            self.input.value = ""
        self._search()


def found_among(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that a fragment finds: by how they are called before what else is said of them, the best first."""
    found = []
    for index, choice in enumerate(choices):
        called = rank(typed, choice.called) if choice.called else None
        said = rank(typed, choice.label)
        if called is not None:
            found.append((0, called, index))
        elif said is not None:
            found.append((1, said, index))
    return [choices[index] for *_, index in sorted(found)]


def _drawn(choice: Choice) -> list[Part]:
    return [(choice.label, ""), (f" · {choice.note}", "dim")] if choice.note else [(choice.label, "")]
