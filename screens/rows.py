"""A list of one-line rows that draws only what is in sight, so that a thousand rows cost as much as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.geometry import Offset, Size

from screens.drawn import Line, Part
from screens.scrolling import beside_bar, filled, fitting, thumb
from screens.sheet import Sheet

DrawRow = Callable[[int, int], Sequence[Part]]
"""Draws the row of an index for a width in cells."""

_NO_ROW = Line()


class _InSight(NamedTuple):
    """What the rows in sight are drawn from, beside what each of them reads as."""

    top: int
    height: int
    width: int
    bar: range | None
    cursor: int | None
    marked: frozenset[object]


class Rows(Sheet):
    """Rows drawn on demand, with a cursor and marks, under a heading where it is given one.

    Attributes:
        keys: what each row stands for, in order.
        cursor: index of the row the cursor is on, 0 in an empty list.
        marked: keys of the rows that are marked.
        top: index of the first row in sight.
        heading: what stands over the rows of a list that is headed.
        keeps_cursor: the cursor is shown, and stays where it is, also while the keys go elsewhere.
    """

    def __init__(self, *, marks: bool = False, headed: bool = False, keeps_cursor: bool = False) -> None:
        """Begin empty; `marks` lets Space mark rows, a headed list has a line over its rows."""
        self._marks = marks
        self._headed = headed
        self.keeps_cursor = keeps_cursor
        self.heading: tuple[Part, ...] = ()
        self.keys: Sequence[object] = ()
        self._draw: DrawRow = lambda index, width: ()
        self.cursor = 0
        self.marked: set[object] = set()
        self.top = 0
        self.rows_in_sight = 0
        self._lines: dict[tuple[int, int, bool], Line] = {}
        self._in_sight: _InSight | None = None
        self._drawn: list[Line] = []

    def show_rows(self, keys: Sequence[object], draw: DrawRow, *, as_before: int = 0) -> None:
        """Show a row for each key; the cursor and the marks stay with their keys.

        What a row reads as is asked for once, and not again of the first ones that read as before.
        """
        current = self.key
        self.keys, self._draw = keys, draw
        if self._in_sight is not None and as_before < self._in_sight.top + self._in_sight.height:
            self._in_sight = None
        self._lines = {at: line for at, line in self._lines.items() if at[0] < as_before} if as_before else {}
        if self.marked:
            self.marked.intersection_update(keys)
        if self.come_to_rest():
            return
        if current is not None and not (self.cursor < len(keys) and keys[self.cursor] == current):
            self.cursor = keys.index(current) if current in keys else min(self.cursor, max(0, len(keys) - 1))
            self._bring_into_sight()
        elif current is None:
            self.cursor = 0

    def come_to_rest(self) -> bool:
        """Show the first rows again, unless the keys come here; whether it does."""
        rests = not (self.in_use or self.keeps_cursor)
        if rests:
            self.cursor = self.top = 0
        return rests

    @property
    def key(self) -> object | None:
        """The key of the row under the cursor, None in an empty list."""
        return self.keys[self.cursor] if self.cursor < len(self.keys) else None

    def move_to(self, index: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        self.cursor = max(0, min(index, len(self.keys) - 1))
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Where the cursor left what is in sight, show as much before it as after it."""
        height = self.rows_in_sight
        if height and not self.top <= self.cursor < self.top + height:
            self.top = max(0, min(self.cursor - height // 2, len(self.keys) - height))

    def begin_again(self) -> None:
        """Put the cursor on the first row."""
        self.cursor = self.top = 0

    def press(self, key: str) -> bool:
        """Move the cursor, or mark the row under it and go on to the next."""
        page = max(1, self.rows_in_sight - 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}
        if key in steps:
            self.move_to(self.cursor + steps[key])
        elif key in ("home", "end"):
            self.move_to(0 if key == "home" else len(self.keys) - 1)
        elif key == "space" and self._marks:
            if self.key is not None:
                self.marked ^= {self.key}
                self.move_to(self.cursor + 1)
        else:
            return False
        return True

    def click(self, at: Offset, times: int) -> None:
        """Put the cursor where the mouse pressed."""
        place = at.y - self._headed
        if place >= 0 and self.top + place < len(self.keys):
            self.move_to(self.top + place)

    def scroll(self, step: int) -> None:
        """Show what stands further down, wherever the cursor is."""
        self.top = max(0, min(self.top + step, len(self.keys) - self.rows_in_sight))

    def lines(self, size: Size) -> list[Line]:
        """The heading and the rows in sight."""
        height = max(0, size.height - self._headed)
        if height != self.rows_in_sight:
            self.rows_in_sight = height
            self._bring_into_sight()
        self.top = max(0, min(self.top, len(self.keys) - height))
        heading = [Line(fitting(self.heading, size.width), "heading")] if self._headed and size.height > 0 else []
        bar = thumb(self.top, height, len(self.keys))
        cursor = self.cursor if self.in_use or self.keeps_cursor else None
        in_sight = _InSight(self.top, height, size.width, bar, cursor, frozenset(self.marked))
        if in_sight != self._in_sight:
            width = size.width - (bar is not None)
            rows = [self._line(self.top + place, width, cursor) for place in range(height)]
            self._in_sight, self._drawn = in_sight, beside_bar(rows, bar, size.width)
        return [*heading, *self._drawn]

    def _line(self, index: int, width: int, cursor: int | None) -> Line:
        """A row as it is drawn; one that was drawn before in the same room is not made again."""
        if index >= len(self.keys):
            return _NO_ROW
        marked = self.keys[index] in self.marked
        line = self._lines.get((index, width, marked))
        if line is None:
            mark = (("✓ " if marked else "  ", ""),) if self._marks else ()
            parts = (*mark, *self._draw(index, max(0, width - 2 * self._marks)))
            line = self._lines[index, width, marked] = filled(parts, width)
        if index == cursor:
            return Line(((line.text, "chosen"),))
        return line
