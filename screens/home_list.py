"""What both lists of the home screen share: the line that is typed into, rows, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.widgets import Static

from screens.drawn import Line, Part
from screens.home_view import Kept
from screens.pane import Pane
from screens.rows import DrawRow, Rows
from screens.text_field import TextField
from screens.words import Words

_ROW_STEPS = {"up": -1, "down": 1}
_PAGE_STEPS = {"pageup": -1, "pagedown": 1}

_STYLES = {
    "strong": "bold",
    "dim": "dim",
    "good": "$text-success",
    "warn": "bold $text-warning",
    "bad": "bold $text-error",
}


def content_of(parts: Sequence[Part]) -> Content:
    """Parts as text in their manners; what people typed is never markup."""
    return Content.assemble(*((text, _STYLES.get(manner, "")) for text, manner in parts))


class SearchLine(TextField):
    """The line that is always typed into; arrows and Tab are for the lists."""

    @dataclass
    class Changed(Message):
        """Something else stands in it."""

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

    @dataclass
    class Moved(Message):
        """The cursor of the list is to go so many rows down, or so many times as many as are in sight."""

        rows: int = 0
        pages: int = 0

    @dataclass
    class Switched(Message):
        """The other list is to be worked in."""

    def press(self, key: str) -> bool:
        """Hand on what is for the lists; all else edits the line, or means nothing here."""
        if key in _ROW_STEPS:
            self.tell(self.Moved(rows=_ROW_STEPS[key]))
        elif key in _PAGE_STEPS:
            self.tell(self.Moved(pages=_PAGE_STEPS[key]))
        elif key in ("tab", "shift+tab"):
            self.tell(self.Switched())
        elif key == "enter":
            self.tell(self.Entered())
        else:
            with self._telling():
                return super().press(key)
        return True

    def insert(self, text: str) -> None:
        """Put in what was typed or pasted."""
        with self._telling():
            super().insert(text)

    def clear(self) -> None:
        """Seek nothing."""
        with self._telling():
            self.begin_with("")
        self.redraw()

    def lines(self, size: Size) -> list[Line]:
        """The line on the ground of its pane: the only one that is ever typed into need not stand out."""
        return [_on_own_ground(line) for line in super().lines(size)]

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell when the line reads otherwise afterwards."""
        before = self.text
        yield
        if self.text != before:
            self.tell(self.Changed())


def _on_own_ground(line: Line) -> Line:
    return Line(tuple((text, "" if manner == "field" else manner) for text, manner in line.parts))


class HomeRows(Rows):
    """Rows that are moved in from the search line, and with the mouse."""

    @dataclass
    class Pressed(Message):
        """The mouse pressed in the list, twice to open what is there."""

        rows: HomeRows
        twice: bool

    def click(self, at: Offset, times: int) -> None:
        """Put the cursor where the mouse pressed, and work in this list from now on."""
        super().click(at, times)
        on_a_row = self.top + at.y < len(self.keys)
        self.tell(self.Pressed(self, on_a_row and times > 1))

    def show_rows(self, keys: Sequence[object], draw: DrawRow, *, as_before: int = 0) -> None:
        """Show a row for each key; the cursor stays with its key also while another list is worked in."""
        at = self.key
        super().show_rows(keys, draw, as_before=as_before)
        if at in keys:
            self.move_to(keys.index(at))


class ListPart(Vertical):
    """One list of the home screen: its heading, its rows, and the sentence that stands there while it has none."""

    def __init__(self, name: str, words: Words) -> None:
        """Begin with nothing shown."""
        super().__init__(id=f"{name}-part")
        self.words = words
        self.heading = Static(id=f"{name}-title", classes="title")
        self.rows = HomeRows()
        self._list = Pane(self.rows, id=name)
        # What is typed goes into the search, wherever the mouse pressed.
        self._list.can_focus = False
        self.empty = Static(id=f"no-{name}", classes="empty")
        self._active = False
        self._sentence = ""

    def compose(self) -> ComposeResult:
        """The heading, then the rows or the sentence."""
        yield self.heading
        yield self._list
        yield self.empty

    def show(self, kept: Kept, typed: str) -> None:
        """Show what is kept, as far as what was typed into the search leaves it."""
        raise NotImplementedError

    def head(self) -> list[Part]:
        """What stands over the rows."""
        raise NotImplementedError

    def details(self, width: int) -> list[Part]:
        """All about the row under the cursor."""
        raise NotImplementedError

    def hint(self) -> str:
        """What can be done with the row under the cursor, empty where there is none."""
        raise NotImplementedError

    @property
    def meeting(self) -> str:
        """Id of the meeting that the row under the cursor is about, empty where there is none."""
        raise NotImplementedError

    def show_rows(self, keys: Sequence[object], draw: DrawRow, otherwise: str) -> None:
        """Show rows, or a sentence in their place."""
        self.rows.show_rows(keys, draw)
        self._list.display = bool(keys)
        self.empty.display = not keys
        self.empty.update(Content(otherwise))
        self._sentence = otherwise

    def mark(self, active: bool) -> None:
        """Mark the list as the one that the arrows move in, or not, and head it."""
        self._active = active
        self.rows.keeps_cursor = active
        self.rows.redraw()
        self.heading.update(content_of([("▸ " if active else "  ", "strong"), *self.head()]))

    @property
    def wanted(self) -> int:
        """How many lines it would fill."""
        return 1 + (len(self.rows.keys) or self._sentence.count("\n") + 2)

    @property
    def heading_room(self) -> int | None:
        """How wide the heading may be, None while nobody knows."""
        return self.size.width - 4 if self.size.width else None

    def on_resize(self) -> None:
        """Head the list for the room that there is."""
        self.mark(self._active)

    def begin(self) -> None:
        """Put the cursor on the first row."""
        self.rows.move_to(0)

    def move(self, step: int) -> None:
        """Move by rows."""
        self.rows.move_to(self.rows.cursor + step)

    def page(self, step: int) -> None:
        """Move by as many rows as are in sight."""
        self.rows.press("pagedown" if step > 0 else "pageup")
