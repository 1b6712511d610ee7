"""A list of one-line rows that draws only what is in sight, so that a thousand rows cost as much as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from screens.drawn import Drawn, Part

DrawRow = Callable[[int, int], Sequence[Part]]
"""Draws the row of an index for a width in cells."""

Seen = tuple[tuple[Part, ...], bool, bool, bool] | None
"""A row as it was drawn: its pieces, under the cursor, marked, beside the thumb of the scroll bar; None for no row."""


class RowList(Drawn, can_focus=True):
    """Rows drawn on demand, with a cursor and marks, under a heading where it is given one.

    Attributes:
        keys: what each row stands for, in order.
        cursor: index of the row the cursor is on, 0 in an empty list.
        marked: keys of the rows that are marked.
        top: index of the first row in sight.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor", "row-list--heading", "row-list--thumb"}
    DEFAULT_CSS = """
    RowList > .row-list--cursor { background: $primary; color: $text; text-style: bold; }
    RowList > .row-list--heading { background: $surface; color: $text; text-style: bold; }
    RowList > .row-list--thumb { color: $primary; }
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

    def __init__(
        self, *, marks: bool = False, headed: bool = False, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin empty; `marks` lets Space mark rows, a headed list has a line over its rows and room at the side."""
        super().__init__(id=id, classes=classes)
        self._marks = marks
        self._headed = headed
        self.heading: tuple[Part, ...] = ()
        self.keys: Sequence[object] = ()
        self._draw: DrawRow = lambda index, width: ()
        self.cursor = 0
        self.marked: set[object] = set()
        self.top = 0
        self._shown: list[Seen] = []
        self._shown_in = Size(0, 0)

    def show_heading(self, parts: Sequence[Part]) -> None:
        """Head the list; the same heading again costs nothing."""
        if self.heading != tuple(parts):
            self.heading = tuple(parts)
            self.refresh(Region(0, 0, self.size.width, 1))

    def show_rows(self, keys: Sequence[object], draw: DrawRow) -> None:
        """Show a row for each key; the cursor and the marks stay with their keys."""
        current = self.key
        self.keys, self._draw = keys, draw
        if self.marked:
            self.marked.intersection_update(keys)
        if not self.has_focus and not self.has_class("-keeps-cursor"):
            self.cursor = self.top = 0
        elif current is not None and not (self.cursor < len(keys) and keys[self.cursor] == current):
            self.cursor = keys.index(current) if current in keys else min(self.cursor, max(0, len(keys) - 1))
            self._bring_into_sight()
        elif current is None:
            self.cursor = 0
        self.top = max(0, min(self.top, len(keys) - self.rows_in_sight))
        self._refresh_changed()

    @property
    def rows_in_sight(self) -> int:
        """How many rows there is room for."""
        return max(0, self.size.height - self._headed)

    @property
    def room(self) -> int:
        """The width of a row in cells."""
        return self.size.width - 2 * self._headed - (2 if self._marks else 0) - (self._thumb is not None)

    @property
    def _thumb(self) -> range | None:
        """The heights among the rows in sight that the thumb of the scroll bar covers; None where all are in sight."""
        height, count = self.rows_in_sight, len(self.keys)
        if not height or count <= height:
            return None
        length = max(1, height * height // count)
        begins = round((height - length) * self.top / (count - height))
        return range(begins, begins + length)

    def _in_sight(self) -> list[Seen]:
        width, thumb = self.room, self._thumb or range(0)
        return [self._seen(self.top + place, width, place in thumb) for place in range(self.rows_in_sight)]

    def _seen(self, index: int, width: int, thumb: bool) -> Seen:
        if index >= len(self.keys):
            return None
        return tuple(self._draw(index, width)), index == self.cursor, self.keys[index] in self.marked, thumb

    def _refresh_changed(self) -> None:
        """Draw again only the rows in sight that read otherwise than before."""
        before, was_in = self._shown, self._shown_in
        self._look()
        if was_in != self._shown_in:
            self.refresh()
            return
        width = self.size.width
        changed = [
            Region(0, y + self._headed, width, 1)
            for y, (old, new) in enumerate(zip(before, self._shown, strict=True))
            if old != new
        ]
        if changed:
            self.refresh(*changed)

    def _look(self) -> None:
        self._shown, self._shown_in = self._in_sight(), self.size

    def _fit(self) -> None:
        """Keep the cursor in sight in a new room."""
        self.top = max(0, min(self.top, len(self.keys) - self.rows_in_sight))
        self._bring_into_sight()
        self._look()

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
        self._bring_into_sight()
        self._refresh_changed()
        self.post_message(self.Moved(self, index))

    def _bring_into_sight(self) -> None:
        """Where the cursor left what is in sight, show as much before it as after it."""
        height = self.rows_in_sight
        if height and not self.top <= self.cursor < self.top + height:
            self.top = max(0, min(self.cursor - height // 2, len(self.keys) - height))

    def begin_again(self) -> None:
        """Put the cursor on the first row, with nobody told."""
        self.cursor = self.top = 0
        self._refresh_changed()

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by as many rows as are in sight."""
        self.move_to(self.cursor + step * max(1, self.rows_in_sight - 1))

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

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse pressed."""
        place = event.y - self.gutter.top - self._headed
        if self.keys and place >= 0:
            self.move_to(self.top + place)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Show what stands further down."""
        self._scroll(3)
        event.stop()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Show what stands further up."""
        self._scroll(-3)
        event.stop()

    def _scroll(self, rows: int) -> None:
        self.top = max(0, min(self.top + rows, len(self.keys) - self.rows_in_sight))
        self._refresh_changed()

    def render_line(self, y: int) -> Strip:
        """Draw the heading, or the row in sight at a height."""
        if self._shown_in != self.size:
            # The first picture in a new room is drawn before anybody tells of the room.
            self._fit()
        width, side = self.size.width, (" ", "")
        base = self.style_of("")
        if self._headed:
            if y == 0:
                return self.strip_of((side, *self.heading), width, self._component("heading"))
            y -= 1
        seen = self._shown[y] if y < len(self._shown) else None
        if seen is None:
            return Strip.blank(width, base)
        parts, at_cursor, is_marked, at_thumb = seen
        under_cursor = at_cursor and (self.has_focus or self.has_class("-keeps-cursor"))
        if under_cursor:
            base += self._component("cursor")
        before = [side] if self._headed else []
        if self._marks:
            before.append(("✓ " if is_marked else "  ", ""))
        room = width - self._headed - (self._thumb is not None)
        strip = self.strip_of((*before, *parts), room, base, plain=under_cursor)
        if room == width:
            return strip
        if self._thumb is None:
            return strip.adjust_cell_length(width, base)
        thumb = self.strip_of((("▐" if at_thumb else " ", ""),), 1, base + self._component("thumb"))
        return Strip.join([strip, thumb]).adjust_cell_length(width, base)

    def _component(self, name: str) -> Style:
        style = self._drawn_styles.get(f"row-list {name}")
        if style is None:
            whole = name == "heading"
            style = self.get_component_rich_style(f"row-list--{name}", partial=not whole)
            self._drawn_styles[f"row-list {name}"] = style
        return style
