"""Widgets that draw their own lines: one widget for many lines costs Textual far less than a widget for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.palette import GROUNDS, MANNERS, inked

Part = tuple[str, str]
"""A piece of a line with its manner, one of palette.MANNERS or "" for none."""


class Line(NamedTuple):
    """A line of parts; `ground` names what it stands on, one of palette.GROUNDS or "" for the widget's own."""

    parts: tuple[Part, ...] = ()
    ground: str = ""

    @property
    def text(self) -> str:
        """The line as it reads."""
        return "".join(text for text, _ in self.parts)


_NOTHING = Line()
# All boxes, and a few screens full.
_MOST_STRIPS = 2_000


class Lines(Widget):
    """Lines one above the other, of which only those that changed are drawn anew.

    What people typed reaches the screen as text, never as markup.

    Attributes:
        lines: what is shown, from the top.
    """

    ALLOW_SELECT = False

    def __init__(self, *, edge: str = "", id: str | None = None, classes: str | None = None) -> None:
        """Begin empty; `edge` stands in the last cell of each line."""
        super().__init__(id=id, classes=classes)
        self._edge = edge
        self.lines: tuple[Line, ...] = ()
        self._inked: dict[tuple[str, str], Style] = {}
        self._strips: dict[Line, Strip] = {}
        self._strips_width = 0

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles before."""
        super().notify_style_update()
        self._inked.clear()
        self._strips.clear()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Leave the styles alone: no rule of the sheet looks at the focus of what is drawn here."""

    def show(self, lines: Sequence[Line]) -> None:
        """Show lines from the top; the same lines again cost nothing."""
        before, self.lines = self.lines, tuple(lines)
        if before == self.lines:
            return
        if len(before) != len(self.lines):
            self.refresh()
            return
        width, changed = self.size.width, []
        begins: int | None = None
        for y, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if begins is None and old != new:
                begins = y
            elif begins is not None and old == new:
                changed.append(Region(0, begins, width, y - begins))
                begins = None
        if begins is not None:
            changed.append(Region(0, begins, width, len(self.lines) - begins))
        self._repaint(changed)

    def _repaint(self, regions: Sequence[Region]) -> None:
        """As refresh() does for a widget of whatever kind, without the messages by which that comes to the screen."""
        if not self.is_mounted:
            self.refresh()
            return
        self._set_dirty(*regions)
        screen = self.screen
        screen._dirty_widgets.add(self)
        screen.check_idle()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        return self._strip(self.lines[y] if y < len(self.lines) else _NOTHING, self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is asked for; a line that was drawn before, wherever it stood, costs nothing."""
        width, height = self.size
        if crop != Region(0, 0, width, height):
            return super().render_lines(crop)
        return self.drawn((*self.lines[:height], *[_NOTHING] * (height - len(self.lines))))

    def drawn(self, lines: Sequence[Line]) -> list[Strip]:
        """Lines as they are drawn here, which may be got ready before they are shown."""
        width = self.size.width
        if self._strips_width != width or len(self._strips) > _MOST_STRIPS:
            self._strips, self._strips_width = {}, width
        strips = self._strips
        drawn: list[Strip] = []
        for line in lines:
            strip = strips.get(line)
            if strip is None:
                strip = strips[line] = self._strip(line, width)
            drawn.append(strip)
        return drawn

    def _strip(self, line: Line, width: int) -> Strip:
        """A line with a cell of room at either side, cut with "…" where it is longer."""
        ground = line.ground
        segments: list[Segment] = []
        room = width - 1
        for text, manner in ((" ", ""), *line.parts):
            text = text.replace("\n", " ")
            length = cell_len(text)
            if length > room:
                text, length = set_cell_size(text, max(0, room - 1)) + "…", room
            segments.append(Segment(text, self._style(manner, ground)))
            room -= length
            if room <= 0:
                break
        plain = self._style("", ground)
        if room > 0:
            segments.append(Segment(" " * room, plain))
        segments.append(Segment(self._edge, self._style("thumb", "")) if self._edge else Segment(" ", plain))
        return Strip(segments, width)

    def _style(self, manner: str, ground: str) -> Style:
        style = self._inked.get((manner, ground))
        if style is None:
            theme = self.app.theme_variables
            style = inked(self.rich_style, GROUNDS[ground], theme) if ground else self.rich_style
            if manner:
                style = inked(style, MANNERS[manner], theme)
            # For terminals without colours, or with others.
            for each in self.get_line_filters():
                (segment,) = each.apply([Segment(" ", style)], self.background_colors[1])
                style = segment.style or Style()
            self._inked[manner, ground] = style
        return style
