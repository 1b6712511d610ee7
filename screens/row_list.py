"""A list of one-line rows that draws only what is in sight, so that a thousand rows cost as much as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

Part = tuple[str, str]
"""A piece of a row with its manner: "", "strong", "dim", "good", "warn" or "bad"."""
DrawRow = Callable[[int, int], Sequence[Part]]
"""Draws the row of an index for a width in cells."""

Seen = tuple[tuple[Part, ...], bool, bool] | None
"""A row as it was drawn: its pieces, under the cursor or not, marked or not; None where there is no row."""

MANNERS = ("strong", "dim", "good", "warn", "bad")


class RowList(ScrollView, can_focus=True):
    """Rows drawn on demand, with a cursor and marks.

    Attributes:
        keys: what each row stands for, in order.
        cursor: index of the row the cursor is on, 0 in an empty list.
        marked: keys of the rows that are marked.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row-list--{manner}" for manner in (*MANNERS, "cursor")}
    DEFAULT_CSS = """
    RowList { scrollbar-size-vertical: 1; overflow-x: hidden; }
    RowList > .row-list--strong { text-style: bold; }
    RowList > .row-list--dim { color: $foreground 60%; }
    RowList > .row-list--good { color: $text-success; }
    RowList > .row-list--warn { color: $text-warning; text-style: bold; }
    RowList > .row-list--bad { color: $text-error; text-style: bold; }
    RowList > .row-list--cursor { background: $primary; color: $text; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("space", "mark", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a row."""

        rows: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.rows

    @dataclass
    class Moved(Message):
        """The cursor went to another row."""

        rows: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.rows

    def __init__(self, *, marks: bool = False, id: str | None = None, classes: str | None = None) -> None:
        """Begin empty; `marks` lets Space mark rows."""
        super().__init__(id=id, classes=classes)
        self._marks = marks
        self.keys: Sequence[object] = ()
        self._draw: DrawRow = lambda index, width: ()
        self.cursor = 0
        self.marked: set[object] = set()
        self._shown: list[Seen] = []
        self._shown_where: tuple[int, Size] | None = None

    def show_rows(self, keys: Sequence[object], draw: DrawRow) -> None:
        """Show a row for each key; the cursor and the marks stay with their keys."""
        current = self.key
        self.keys, self._draw = keys, draw
        self.marked.intersection_update(keys)
        if not self.has_focus and not self.has_class("-keeps-cursor"):
            self.cursor = 0
        elif current is not None and not (self.cursor < len(keys) and keys[self.cursor] == current):
            self.cursor = keys.index(current) if current in keys else min(self.cursor, max(0, len(keys) - 1))
        elif current is None:
            self.cursor = 0
        room = Size(self.size.width, len(keys))
        if self.virtual_size != room:
            self.virtual_size = room
        self._refresh_changed()

    def _in_sight(self) -> list[Seen]:
        top, width = self.scroll_offset.y, self._room()
        return [self._seen(index, width) for index in range(top, top + self.size.height)]

    def _room(self) -> int:
        return self.scrollable_content_region.width - (2 if self._marks else 0)

    def _seen(self, index: int, width: int) -> Seen:
        if index >= len(self.keys):
            return None
        return tuple(self._draw(index, width)), index == self.cursor, self.keys[index] in self.marked

    def _refresh_changed(self) -> None:
        """Draw again only the rows in sight that read otherwise than before."""
        before, where = self._shown, self._shown_where
        self._shown = self._in_sight()
        self._shown_where = (self.scroll_offset.y, self.size)
        if where != self._shown_where:
            self.refresh()
            return
        width = self.size.width
        changed = [
            Region(0, y, width, 1) for y, (old, new) in enumerate(zip(before, self._shown, strict=True)) if old != new
        ]
        if changed:
            self.refresh(*changed)

    @property
    def key(self) -> object | None:
        """The key of the row under the cursor, None in an empty list."""
        return self.keys[self.cursor] if self.cursor < len(self.keys) else None

    def move_to(self, index: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        index = max(0, min(index, len(self.keys) - 1))
        if index == self.cursor:
            return
        self.cursor = index
        if not self.scroll_offset.y <= index < self.scroll_offset.y + self.size.height:
            self.scroll_to_region(Region(0, index, 1, 1), animate=False, force=True)
        self._refresh_changed()
        self.post_message(self.Moved(self, index))

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by as many rows as are in sight."""
        self.move_to(self.cursor + step * max(1, self.size.height - 1))

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first or the last row."""
        self.move_to(index if index >= 0 else len(self.keys) - 1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.keys:
            self.post_message(self.Chosen(self, self.cursor))

    def action_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on to the next."""
        if self._marks and self.key is not None:
            self.marked ^= {self.key}
            self._refresh_changed()
            self.move_to(self.cursor + 1)

    def on_click(self, event: object) -> None:
        """Put the cursor where the mouse pressed."""
        self.move_to(int(getattr(event, "y", 0)) + self.scroll_offset.y)

    def render_line(self, y: int) -> Strip:
        """Draw the row in sight at a height."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self.keys):
            return Strip.blank(width, self.rich_style)
        base = self.rich_style
        under_cursor = index == self.cursor and (self.has_focus or self.has_class("-keeps-cursor"))
        if under_cursor:
            base += self.get_component_rich_style("row-list--cursor", partial=True)
        segments: list[Segment] = []
        room = width
        if self._marks:
            segments.append(Segment("✓ " if self.keys[index] in self.marked else "  ", base))
            room -= 2
        for text, manner in self._draw(index, room):
            text = text.replace("\n", " ")
            length = cell_len(text)
            if length > room:
                text, length = set_cell_size(text, max(0, room - 1)) + "…", room
            style = base
            if manner and not under_cursor:
                style += self.get_component_rich_style(f"row-list--{manner}", partial=True)
            segments.append(Segment(text, style))
            room -= length
            if room <= 0:
                break
        return Strip(segments).adjust_cell_length(width, base)
