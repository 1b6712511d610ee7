"""The home screen: meetings by date and stage, the promises still open, a new meeting, the sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from screens import home_view
from screens.box import Box, PageBox
from screens.home_view import ACTS, Kept, MeetingLine, OwedLine
from screens.row_list import Part, RowList
from screens.typing import LineInput
from screens.words import Words

SIDE_BY_SIDE = 150


class NotDone(Exception):
    """Something that was asked for could not be done; `reason` is the sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Shelf(Protocol):
    """What the home screen needs of the data folder; each may raise NotDone."""

    @property
    def proposed_file(self) -> str:
        """Where a new meeting file may lie."""

    def look(self) -> Kept:
        """What is kept now."""

    def make(self, file: str) -> str | None:
        """Make a meeting from a meeting file and give its id; None where there is no such file."""

    def write_template(self, file: str) -> str:
        """Write a meeting file to fill in, never over another file, and say where it is."""

    def write_minutes(self, meeting: str) -> str:
        """Write the minutes of a meeting as it stands and say where they are."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to go from the home screen: the console or the hall's display of a meeting, or the sample's console."""

    act: Literal["run", "projector", "demo"]
    meeting: str = ""


class SearchInput(LineInput):
    """The line that is always typed into; arrows go to the list that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.move(-1)", show=False),
        Binding("down", "app.move(1)", show=False),
        Binding("pageup", "app.page(-1)", show=False),
        Binding("pagedown", "app.page(1)", show=False),
        Binding("tab,shift+tab", "app.act('switch')", show=False),
    ]


class HomeList(RowList):
    """A list that is moved in from the search field, and with the mouse."""

    @dataclass
    class Pressed(Message):
        """The mouse pressed in the list, twice to open what is there."""

        rows: HomeList
        twice: bool

    def on_click(self, event: object) -> None:
        """Put the cursor where the mouse pressed, and work in this list from now on."""
        super().on_click(event)
        self.post_message(self.Pressed(self, getattr(event, "chain", 1) > 1))


class NewBox(Box):
    """Asks for the file of a new meeting, and offers to write one to fill in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "write_template", show=False)]

    @dataclass
    class Given(Message):
        """Enter was pressed on a file."""

        box: NewBox
        file: str

    @dataclass
    class TemplateWanted(Message):
        """A template is to be written to a file."""

        box: NewBox
        file: str

    def __init__(self, words: Words, proposed: str) -> None:
        """Propose a file."""
        super().__init__(words("home.new"), words("home.new.hint"))
        self._words = words
        self.file = LineInput(proposed, compact=True, select_on_focus=True)
        self.answer = Static("", classes="box-problem")

    def compose(self) -> ComposeResult:
        """Title, the file, what came of it, and how it goes."""
        yield self.heading
        with Horizontal(classes="field"):
            yield Static(Content(self._words("home.new.file")), classes="field-label")
            yield self.file
        yield self.answer
        yield Static(Content(self._words("home.new.explain")), classes="page")
        yield self.hint

    def on_mount(self) -> None:
        """Begin at the file."""
        self.trap_focus()
        self.file.focus()

    def tell(self, sentence: str, *, good: bool = False) -> None:
        """Say what came of it; the file stays as typed."""
        self.answer.set_class(good, "-good")
        self.answer.update(Content(sentence))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.give()

    def give(self) -> None:
        """Give the file."""
        if self._has_file():
            self.post_message(self.Given(self, self.file.value))

    def action_write_template(self) -> None:
        """Ask for a template."""
        if self._has_file():
            self.post_message(self.TemplateWanted(self, self.file.value))

    def _has_file(self) -> bool:
        if not self.file.value.strip():
            self.tell(self._words("home.new.empty"))
            return False
        return True


class HomeApp(App[Destination]):
    """Shows what the data folder keeps, and ends with where to go.

    Attributes:
        failure: an error that nobody expected, which ended the screen.
    """

    CSS_PATH = "home.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"act('{name}')", show=False) for name, key, _ in ACTS if name not in ("open", "switch")
    ]

    head = query_one("#head", Static)
    search = query_one("#search", SearchInput)
    body = query_one("#body", Vertical)
    meetings_title = query_one("#meetings-title", Static)
    meetings = query_one("#meetings", HomeList)
    no_meetings = query_one("#no-meetings", Static)
    owed_title = query_one("#owed-title", Static)
    owed = query_one("#owed", HomeList)
    no_owed = query_one("#no-owed", Static)
    details = query_one("#details", Static)
    status = query_one("#status", Static)
    keys = query_one("#keys", Static)

    def __init__(self, shelf: Shelf, words: Words, *, told: str = "", at: str = "") -> None:
        """Look at a shelf; `told` is what went wrong where one comes from, `at` the meeting one comes from."""
        super().__init__()
        self.shelf = shelf
        self.words = words
        self._told = told
        self._at = at
        self._kept: Kept | None = None
        self._meetings: list[MeetingLine] = []
        self._owed: list[OwedLine] = []
        self._in_owed = False
        self._box: Box | None = None
        self.failure: Exception | None = None

    def compose(self) -> ComposeResult:
        """The search, the two lists, what is under the cursor, what just happened, the keys."""
        yield Static(id="head")
        with Vertical(id="body"), Vertical(id="work"):
            yield SearchInput(placeholder=self.words("home.search"), compact=True, id="search")
            with Vertical(id="lists"):
                with Vertical(id="meetings-part"):
                    yield Static(id="meetings-title", classes="title")
                    yield HomeList(id="meetings", classes="-keeps-cursor")
                    yield Static(id="no-meetings", classes="empty")
                with Vertical(id="owed-part"):
                    yield Static(id="owed-title", classes="title")
                    yield HomeList(id="owed")
                    yield Static(id="no-owed", classes="empty")
            yield Static(id="details")
        yield Static(id="status")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Show what is kept, the cursor on the meeting one comes from."""
        self.meetings.can_focus = self.owed.can_focus = False
        self.search.focus()
        if self._look():
            self._go_to(self._at)
            if self._told:
                self._say(self._told, bad=True)

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        self.set_class(event.size.width >= SIDE_BY_SIDE, "-wide")
        self._draw_active()
        self.keys.update(Content(home_view.key_line(self.words, event.size.width - 2)))

    def on_app_focus(self, event: events.AppFocus) -> None:
        """Another window may have changed what is kept."""
        if self._box is None:
            self._look()

    # What is shown

    def _look(self) -> bool:
        try:
            self._kept = self.shelf.look()
        except NotDone as problem:
            self._draw()
            self._say(problem.reason, bad=True)
            return False
        self._draw()
        return True

    def _draw(self) -> None:
        """Draw the lists anew, as far as the search leaves them."""
        words, kept, typed = self.words, self._kept, self.search.value.strip()
        if kept is None:
            self.head.update(Content(words("home.head")))
            return
        today = words("home.today", day=f"{kept.today:%d/%m/%Y}")
        self.head.update(Content(f"{words('home.head')} – {today}"))
        meetings = home_view.ordered_meetings(kept.meetings)
        owed = home_view.ordered_owed(kept.owed)
        self._meetings = home_view.found_meetings(meetings, typed, words)
        self._owed = home_view.found_owed(owed, typed, words)
        self.meetings.show_rows(
            [meeting.id for meeting in self._meetings],
            lambda index, width: home_view.meeting_row(self._meetings[index], width, words),
        )
        self.owed.show_rows(
            [(line.meeting, line.number) for line in self._owed],
            lambda index, width: home_view.owed_row(self._owed[index], width, words),
        )
        none_found = words("home.none_found", typed=typed)
        self._show_or(self.meetings, self.no_meetings, none_found if meetings else words("home.no_meetings"))
        self._show_or(self.owed, self.no_owed, none_found if owed else words("home.no_owed"))
        self._draw_active()

    def _show_or(self, rows: HomeList, empty: Static, sentence: str) -> None:
        rows.display = bool(rows.keys)
        empty.display = not rows.keys
        empty.update(Content(sentence))

    def _draw_active(self) -> None:
        """Mark the list that the arrows move in, and tell about the row under its cursor."""
        kept, words = self._kept, self.words
        if kept is None:
            return
        self._head(self.meetings, self.meetings_title, home_view.meetings_heading(self._meetings, kept.meetings, words))
        self._head(self.owed, self.owed_title, home_view.owed_heading(self._owed, kept.owed, words))
        meeting, promise, width = self._meeting, self._promise, self.size.width - 2
        details: list[Part] = []
        if self._in_owed and promise is not None:
            details = home_view.owed_details(promise, width, words)
        elif not self._in_owed and meeting is not None:
            details = home_view.meeting_details(meeting, width, words)
        self.details.update(_content(details))

    def _follow(self) -> None:
        """After the cursor went elsewhere: tell about that row and what can be done with it."""
        self._draw_active()
        meeting, promise = self._meeting, self._promise
        if self._in_owed and promise is not None:
            self._say(home_view.owed_hint(self.words))
        elif not self._in_owed and meeting is not None:
            self._say(home_view.meeting_hint(meeting, self.words))
        else:
            self._say(self.words("home.ready"))

    def _head(self, rows: HomeList, title: Static, heading: Sequence[Part]) -> None:
        active = rows is self._active
        rows.set_class(active, "-keeps-cursor")
        rows.refresh()
        title.update(_content([("▸ " if active else "  ", "strong"), *heading]))

    def _say(self, text: str, *, bad: bool = False) -> None:
        """Say what just happened, or why not."""
        self.status.set_class(bad, "-bad")
        self.status.update(Content(text))

    @property
    def _active(self) -> HomeList:
        return self.owed if self._in_owed else self.meetings

    @property
    def _meeting(self) -> MeetingLine | None:
        return self._meetings[self.meetings.cursor] if self._meetings else None

    @property
    def _promise(self) -> OwedLine | None:
        return self._owed[self.owed.cursor] if self._owed else None

    @property
    def _chosen(self) -> str:
        """Id of the meeting that is meant: the one under the cursor, or that of the promise under the cursor."""
        if self._in_owed:
            return self._promise.meeting if self._promise else ""
        return self._meeting.id if self._meeting else ""

    def _go_to(self, meeting: str) -> None:
        self._in_owed = False
        if meeting in self.meetings.keys:
            self.meetings.move_to(list(self.meetings.keys).index(meeting))
        self._follow()

    @on(HomeList.Pressed)
    def _pressed(self, event: HomeList.Pressed) -> None:
        self._in_owed = event.rows is self.owed
        self._follow()
        if event.twice:
            self._open("run")

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._draw()
        for rows in (self.meetings, self.owed):
            if event.value.strip():
                rows.move_to(0)
        # What is sought may stand in the other list alone.
        if event.value.strip() and not self._active.keys and (self.meetings.keys or self.owed.keys):
            self._in_owed = not self._in_owed
        self._follow()

    # Acts

    def action_move(self, step: int) -> None:
        """Move in the marked list."""
        self._active.action_move(step)
        self._follow()

    def action_page(self, step: int) -> None:
        """Move in the marked list by what is in sight."""
        self._active.action_page(step)
        self._follow()

    @on(Input.Submitted, "#search")
    def _entered(self, event: Input.Submitted) -> None:
        self._open("run")

    def action_act(self, name: str) -> None:
        """Do what a key stands for."""
        if name == "quit":
            self.exit()
        elif self._box is not None:
            self._say(self.words("home.box_open"), bad=True)
        elif name == "new":
            self._open_box(NewBox(self.words, self.shelf.proposed_file))
        elif name == "demo":
            self.exit(Destination("demo"))
        elif name == "projector":
            self._open("projector")
        elif name == "minutes":
            self._write_minutes()
        elif name == "switch":
            self._in_owed = not self._in_owed
            self._follow()
        elif name == "look":
            if self._look():
                self._say(self.words("home.looked"))
        elif name == "clear":
            self.search.value = ""
        elif name == "help":
            page = _content(home_view.help_parts(self.words))
            self._open_box(PageBox(self.words("home.key.help"), self.words("home.help.hint"), page))

    def _open(self, act: Literal["run", "projector"]) -> None:
        if self._chosen:
            self.exit(Destination(act, self._chosen))
        else:
            self._say(self.words("home.nothing_chosen"), bad=True)

    def _write_minutes(self) -> None:
        if not self._chosen:
            self._say(self.words("home.nothing_chosen"), bad=True)
            return
        try:
            path = self.shelf.write_minutes(self._chosen)
        except NotDone as problem:
            self._say(problem.reason, bad=True)
        else:
            self._say(self.words("home.minutes_written", path=path))

    # Boxes

    def _open_box(self, box: Box) -> None:
        self._box = box
        self.body.add_class("-boxed")
        self.keys.display = False
        self._say("")
        self.body.mount(box)

    @on(Box.Closed)
    def _close_box(self) -> None:
        if self._box is not None:
            self._box.remove()
            self._box = None
        self.body.remove_class("-boxed")
        self.keys.display = True
        self.search.focus()
        self._follow()

    @on(NewBox.Given)
    def _make(self, event: NewBox.Given) -> None:
        try:
            made = self.shelf.make(event.file)
        except NotDone as problem:
            event.box.tell(problem.reason)
            return
        if made is None:
            event.box.tell(self.words("home.new.missing"))
            return
        self._close_box()
        with self.prevent(Input.Changed):
            self.search.value = ""
        if self._look():
            self._go_to(made)
            self._say(self.words("home.made"))

    @on(NewBox.TemplateWanted)
    def _write_template(self, event: NewBox.TemplateWanted) -> None:
        try:
            path = self.shelf.write_template(event.file)
        except NotDone as problem:
            event.box.tell(problem.reason)
        else:
            event.box.tell(self.words("home.new.written", path=path), good=True)

    def _handle_exception(self, error: Exception) -> None:
        """Leave an unexpected error to the front door, which writes it down."""
        self.failure = self._exception = error
        self.exit(return_code=1)
        self._exception_event.set()


_STYLES = {
    "strong": "bold",
    "dim": "dim",
    "good": "$text-success",
    "warn": "bold $text-warning",
    "bad": "bold $text-error",
}


def _content(parts: Sequence[Part]) -> Content:
    """Parts as text in their manners; what people typed is never markup."""
    return Content.assemble(*((text, _STYLES.get(manner, "")) for text, manner in parts))
