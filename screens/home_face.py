"""What the home screen shows: the search, both lists, what is under the cursor, what just happened, the keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.getters import query_one
from textual.widgets import Static

from screens import home_keys
from screens.board_part import BoardPart
from screens.board_view import CHOOSINGS, GROUPINGS, Choosing, Grouping
from screens.box import Box, PageBox
from screens.drawn import Line
from screens.home_list import ListPart, SearchLine, content_of
from screens.home_meetings import MeetingsPart
from screens.home_shelf import NotDone, Shelf
from screens.home_view import Kept
from screens.pane import Pane
from screens.quiet_app import QuietApp
from screens.sheet import Sheet
from screens.words import Words

SIDE_BY_SIDE = 150
# What stands above and below the lists: head, search, details, status and keys.
_AROUND = 9


@dataclass(frozen=True, slots=True)
class Left:
    """How the home screen was left, to be found so again.

    Attributes:
        typed: what was sought.
        line: the key of the line under the cursor of the board, None where the meetings were worked in.
    """

    typed: str = ""
    choosing: Choosing = CHOOSINGS[0]
    grouping: Grouping = GROUPINGS[0]
    line: tuple[str, int, str] | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to go from the home screen: the console or the hall's display of a meeting, or the sample's console."""

    act: Literal["run", "projector", "demo"]
    meeting: str = ""
    left: Left = field(default=Left(), compare=False)


class _NoBox(Sheet):
    """Stands in the place of the boxes while none is open."""

    def lines(self, size: Size) -> list[Line]:
        """Nothing to be seen."""
        return []


class HomeFace(QuietApp[Destination]):
    """Shows what the data folder keeps.

    Attributes:
        search: what is sought.
        active: the list that the arrows move in.
        box: what asks in the place of the lists, None while nothing does.
    """

    CSS_PATH = "home.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        # Fields that are typed into have uses of their own for some of these keys.
        Binding(act.key, f"act('{act.name}')", show=False, priority=act.key.startswith("ctrl+"))
        for act in home_keys.ACTS
        if act.name not in ("open", "switch")
    ]

    headline = query_one("#head", Static)
    work = query_one("#work", Vertical)
    details = query_one("#details", Static)
    status = query_one("#status", Static)
    keys = query_one("#keys", Static)

    def __init__(self, shelf: Shelf, words: Words, *, told: str = "", at: str = "", left: Left | None = None) -> None:
        """Look at a shelf; `told` is what went wrong where one comes from, `at` the meeting one comes from."""
        super().__init__()
        self.shelf = shelf
        self.words = words
        self._told = told
        self._at = at
        self._left = left = left or Left()
        self._kept: Kept | None = None
        self._sought = left.typed
        self.search = SearchLine(hint=words("home.search"))
        self.search.begin_with(left.typed)
        self._search_pane = Pane(self.search, id="search")
        self._box_pane = Pane(_NoBox(), id="box")
        self.meetings = MeetingsPart(words)
        self.board = BoardPart(words, left.choosing, left.grouping)
        self.active: ListPart = self.meetings if left.line is None else self.board
        self.box: Box | None = None

    def compose(self) -> ComposeResult:
        """The search, the two lists, what is under the cursor, what just happened, the keys."""
        yield Static(id="head")
        with Vertical(id="work"):
            yield self._search_pane
            with Vertical(id="lists"):
                yield self.meetings
                yield self.board
            yield Static(id="details")
        yield self._box_pane
        yield Static(id="status")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Show what is kept, the cursor where it was, or on the meeting one comes from."""
        self._go_to_search()
        if self.look():
            self.meetings.go_to(self._at)
            if self._left.line is not None:
                self.board.go_to(self._left.line)
            self.follow()
            if self._told:
                # In a box: whoever was thrown out of the console in mid-sentence types on.
                hint = self.words("home.help.hint")
                self.open_box(PageBox(self.words("home.went_wrong"), hint, [(self._told, "")]))

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        self.set_class(event.size.width >= SIDE_BY_SIDE, "-wide")
        self._share_room()
        self._draw_details()
        self._draw_keys()

    def on_app_focus(self, event: events.AppFocus) -> None:
        """Another window may have changed what is kept."""
        if self.box is None:
            self.look()

    @property
    def left(self) -> Left:
        """How the screen stands, to come back to it."""
        line = self.board.line if self.active is self.board else None
        typed = self.search.text
        return Left(typed, self.board.choosing, self.board.grouping, line.key if line else None)

    def look(self) -> bool:
        """Read what is kept, and show it; what was shown stays where it cannot be read."""
        try:
            self._kept = self.shelf.look()
        except NotDone as problem:
            self.draw()
            self.say(problem.reason, bad=True)
            return False
        self.draw()
        return True

    def draw(self) -> None:
        """Draw the lists anew, as far as the search leaves them."""
        self._sought = self.search.text
        words, kept, typed = self.words, self._kept, self._sought.strip()
        if kept is None:
            self.headline.update(Content(words("home.head")))
            return
        today = words("home.today", day=f"{kept.today:%d/%m/%Y}")
        self.headline.update(Content(f"{words('home.head')} – {today}"))
        for part in (self.meetings, self.board):
            part.show(kept, typed)
        self._draw_active()

    def _draw_active(self) -> None:
        """Mark the list that the arrows move in, and tell about the row under its cursor."""
        if self._kept is not None:
            for part in (self.meetings, self.board):
                part.mark(part is self.active)
            self._share_room()
            self._draw_details()

    def _share_room(self) -> None:
        """Below one another, the list that is worked in may have two thirds; what one spares, the other has."""
        room = self.size.height - _AROUND
        if self.size.width >= SIDE_BY_SIDE:
            self.meetings.styles.clear_rule("height")
        else:
            share = room * 2 // 3 if self.active is self.meetings else room // 3
            self.meetings.styles.height = min(self.meetings.wanted, max(share, room - self.board.wanted))

    def _draw_details(self) -> None:
        self.details.update(content_of(self.active.details(self.size.width - 2)))

    def _draw_keys(self) -> None:
        where: home_keys.Where = "board" if self.active is self.board else "meetings"
        self.keys.update(Content(home_keys.key_line(self.words, self.size.width - 2, where)))

    def follow(self) -> None:
        """After the cursor went elsewhere: tell about that row and what can be done with it."""
        self._draw_active()
        self._draw_keys()
        self.say(self.active.hint() or self.words("home.ready"))

    def say(self, text: str, *, bad: bool = False) -> None:
        """Say what just happened, or why not."""
        self.status.set_class(bad, "-bad")
        self.status.update(Content(text))

    def work_in(self, part: ListPart) -> None:
        """Let the arrows move in a list from now on."""
        self.active = part
        self.follow()

    @on(SearchLine.Moved)
    def _moved(self, event: SearchLine.Moved) -> None:
        if event.pages:
            self.active.page(event.pages)
        else:
            self.active.move(event.rows)
        self.follow()

    @on(SearchLine.Switched)
    def switch(self) -> None:
        """Work in the other list."""
        self.work_in(self.meetings if self.active is self.board else self.board)

    @on(SearchLine.Changed)
    def _typed(self) -> None:
        self.draw()
        if self._sought.strip():
            self.meetings.begin()
            self.board.begin()
            # What is sought may stand in the other list alone.
            if not self.active.rows.keys and (self.meetings.rows.keys or self.board.rows.keys):
                self.active = self.meetings if self.active is self.board else self.board
        self.follow()

    # Boxes

    def open_box(self, box: Box) -> None:
        """Let a box ask in the place of the lists, or of another box."""
        self.box = box
        self._box_pane.put(box)
        self._show_box(True)
        self.screen.set_focus(self._box_pane)
        self.say("")

    @on(Box.Closed)
    def close_box(self) -> None:
        """Come back to the lists."""
        self.box = None
        self._box_pane.put(_NoBox())
        self._show_box(False)
        self._go_to_search()
        self.follow()

    def _show_box(self, shown: bool) -> None:
        self._box_pane.display = shown
        self.work.display = self.keys.display = not shown

    def _go_to_search(self) -> None:
        """Type into the search; what is typed next takes the place of what was sought before."""
        self.search.select_all()
        self.screen.set_focus(self._search_pane)
