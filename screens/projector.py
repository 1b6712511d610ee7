"""The hall's display: shows the published view, takes no commands and keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import ClassVar, get_args

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.hall_layout import Part, Row, lay_out
from screens.hall_picture import Picture, Seen, Tone, picture_of
from screens.quiet_app import QuietApp
from screens.words import Language, words

LOOK_SECONDS = 0.05

_TONED: tuple[Part, ...] = ("state", "clock")


class Wall(Widget):
    """The whole display in rows; what people wrote reaches it as text, and only rows that changed are drawn again."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"wall--{part}" for part in get_args(Part) if part not in _TONED),
        *(f"wall--{part}-{tone}" for part in _TONED for tone in get_args(Tone) if tone != "dark"),
    }

    def __init__(self) -> None:
        """An empty wall."""
        super().__init__()
        self._picture = Picture()
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What stands on the wall now."""
        return self._rows

    def show(self, picture: Picture) -> None:
        """Put up a picture; the same picture again costs nothing."""
        if picture != self._picture:
            repaint = picture.tone != self._picture.tone
            self._picture = picture
            self._lay_out(repaint)

    def on_resize(self) -> None:
        """Find the layout for the new size."""
        self._lay_out(repaint=True)

    def render_line(self, y: int) -> Strip:
        """One row in the style of its part."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self._style("blank"))
        row = self._rows[y]
        return Strip([Segment(row.text, self._style(row.part))]).adjust_cell_length(
            self.size.width, self._style(row.part)
        )

    def _lay_out(self, repaint: bool) -> None:
        before, width = self._rows, self.size.width
        self._rows = lay_out(self._picture, width, self.size.height)
        if repaint or len(before) != len(self._rows):
            self.refresh()
            return
        changed = [Region(0, y, width, 1) for y, row in enumerate(self._rows) if row != before[y]]
        if changed:
            self.refresh(*changed)

    def _style(self, part: Part) -> Style:
        name = f"{part}-{self._picture.tone}" if part in _TONED and self._picture.tone != "dark" else part
        return self.get_component_rich_style(f"wall--{name}")


class ProjectorApp(QuietApp[None], inherit_bindings=False):
    """Follows the published view and shows it to the hall until it is told to quit with Ctrl+Q."""

    CSS_PATH = "projector.tcss"
    ENABLE_COMMAND_PALETTE = False
    # A hall's display stands for hours under stray keys: one deliberate key ends it, all others do nothing.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(
        self,
        follow: Callable[[], Seen],
        lang: Language = "vi",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Show what `follow` sees, in a language, with clocks computed for the instants of `now`."""
        super().__init__()
        self._follow = follow
        self._now = now
        self._say = words(lang)
        self._wall = Wall()

    @property
    def wall(self) -> Wall:
        """The display itself."""
        return self._wall

    def compose(self) -> ComposeResult:
        """Nothing but the wall."""
        yield self._wall

    def on_mount(self) -> None:
        """Begin to look at the published view."""
        self.look()
        self.set_interval(LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Look at the published view once and show it as of now."""
        self._wall.show(picture_of(self._follow(), self._now(), self._say))
