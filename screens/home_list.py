"""What both lists of the home screen share: the line that is typed into, rows, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from screens.drawn import Part
from screens.home_view import Kept
from screens.row_list import DrawRow, RowList
from screens.typing import LineInput
from screens.words import Words

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


class SearchInput(LineInput):
    """The line that is always typed into; arrows go to the list that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.move(-1)", show=False),
        Binding("down", "app.move(1)", show=False),
        Binding("pageup", "app.page(-1)", show=False),
        Binding("pagedown", "app.page(1)", show=False),
        Binding("tab,shift+tab", "app.act('switch')", show=False),
    ]


class HomeRows(RowList):
    """Rows that are moved in from the search line, and with the mouse."""

    @dataclass
    class Pressed(Message):
        """The mouse pressed in the list, twice to open what is there."""

        rows: HomeRows
        twice: bool

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse pressed, and work in this list from now on."""
        super().on_click(event)
        self.post_message(self.Pressed(self, event.chain > 1))

    def show_rows(self, keys: Sequence[object], draw: DrawRow) -> None:
        """Show a row for each key; the cursor stays with its key also while another list is worked in."""
        at = self.key
        super().show_rows(keys, draw)
        if at in keys:
            self.move_to(keys.index(at))


class ListPart(Vertical):
    """One list of the home screen: its heading, its rows, and the sentence that stands there while it has none."""

    def __init__(self, name: str, words: Words) -> None:
        """Begin with nothing shown."""
        super().__init__(id=f"{name}-part")
        self.words = words
        self.heading = Static(id=f"{name}-title", classes="title")
        self.rows = HomeRows(id=name)
        self.rows.can_focus = False
        self.empty = Static(id=f"no-{name}", classes="empty")
        self._active = False
        self._sentence = ""

    def compose(self) -> ComposeResult:
        """The heading, then the rows or the sentence."""
        yield self.heading
        yield self.rows
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
        self.rows.display = bool(keys)
        self.empty.display = not keys
        self.empty.update(Content(otherwise))
        self._sentence = otherwise

    def mark(self, active: bool) -> None:
        """Mark the list as the one that the arrows move in, or not, and head it."""
        self._active = active
        self.set_class(active, "-active")
        if self.rows.has_class("-keeps-cursor") is not active:
            self.rows.set_class(active, "-keeps-cursor")
            self.rows.refresh()
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
        self.rows.action_move(step)

    def page(self, step: int) -> None:
        """Move by as many rows as are in sight."""
        self.rows.action_page(step)
