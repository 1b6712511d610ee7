"""Widgets that draw their own lines: one widget for many lines costs Textual far less than a widget for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Part = tuple[str, str]
"""A piece of a line with its manner, one of MANNERS or "" for none."""

MANNERS = ("strong", "dim", "good", "warn", "bad", "accent")


class Drawn(Widget):
    """Draws lines from parts; what people typed reaches the screen as text, never as markup."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"drawn--{manner}" for manner in MANNERS}
    DEFAULT_CSS = """
    Drawn > .drawn--strong { text-style: bold; }
    Drawn > .drawn--dim { color: $foreground 60%; }
    Drawn > .drawn--good { color: $text-success; text-style: bold; }
    Drawn > .drawn--warn { color: $text-warning; text-style: bold; }
    Drawn > .drawn--bad { color: $text-error; text-style: bold; }
    Drawn > .drawn--accent { color: $text-accent; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Begin with nothing drawn."""
        super().__init__(id=id, classes=classes)
        self._drawn_styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Forget the styles made from the sheet that held before."""
        super().notify_style_update()
        self._drawn_styles.clear()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Leave the styles alone: no rule of the sheet looks at the focus of a drawn widget."""

    def style_of(self, manner: str) -> Style:
        """The style of a manner, alone, to be laid over that of a line."""
        style = self._drawn_styles.get(manner)
        if style is None:
            style = self.rich_style
            if manner:
                # Whole first, so that a colour that lets the ground through is mixed with it.
                whole = self.get_component_rich_style(f"drawn--{manner}")
                style = Style(color=whole.color, bold=whole.bold)
            self._drawn_styles[manner] = style
        return style

    def strip_of(self, parts: Sequence[Part], width: int, base: Style, *, plain: bool = False) -> Strip:
        """A line of a width in cells, cut with "…" where it is longer; a plain one ignores manners."""
        segments: list[Segment] = []
        room = width
        for text, manner in parts:
            text = text.replace("\n", " ")
            length = cell_len(text)
            if length > room:
                text, length = set_cell_size(text, max(0, room - 1)) + "…", room
            segments.append(Segment(text, base + self.style_of(manner) if manner and not plain else base))
            room -= length
            if room <= 0:
                break
        if room > 0:
            segments.append(Segment(" " * room, base))
        return Strip(segments, width)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of parts; `ground` names what it stands on, "" for the widget's own."""

    parts: tuple[Part, ...] = ()
    ground: str = ""

    @property
    def text(self) -> str:
        """The line as it reads."""
        return "".join(text for text, _ in self.parts)


class Lines(Drawn):
    """Lines one above the other, of which only those that changed are drawn anew."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--head", "lines--quiet", "lines--alarm"}
    DEFAULT_CSS = """
    Lines > .lines--head { background: $error-darken-2; color: white; text-style: bold; }
    Lines > .lines--quiet { background: $surface; }
    Lines > .lines--alarm { background: $error; color: white; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id, classes=classes)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show lines from the top; the same lines again cost nothing."""
        before, self.lines = self.lines, tuple(lines)
        if len(before) != len(self.lines):
            self.refresh()
            return
        width = self.size.width
        changed = [Region(0, y, width, 1) for y, line in enumerate(self.lines) if line != before[y]]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Draw one line, with a cell of room at either side."""
        line = self.lines[y] if y < len(self.lines) else Line()
        width = self.size.width
        base = self._ground(line.ground)
        return self.strip_of(((" ", ""), *line.parts), width - 1, base).adjust_cell_length(width, base)

    def _ground(self, ground: str) -> Style:
        if not ground:
            return self.style_of("")
        style = self._drawn_styles.get(f"ground {ground}")
        if style is None:
            style = self.get_component_rich_style(f"lines--{ground}")
            self._drawn_styles[f"ground {ground}"] = style
        return style
