"""The home screen: meetings by date and stage, the board of what is owed, a new meeting, the sample."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from moderator.meeting.commands import Command
from moderator.meeting.meeting import Meeting
from moderator.meeting.working_days import Calendar
from screens import board_view, home_keys, home_view
from screens.board_view import CHOOSINGS, GROUPINGS, BoardLine, GroupLine, OwedLine
from screens.box import Box, FormBox, PageBox
from screens.home_view import Kept, MeetingLine
from screens.quiet_app import QuietApp
from screens.row_list import Part, RowList
from screens.typing import LineInput
from screens.words import Words

# The boxes for papers are loaded when they are first opened: the first picture does not wait for them.
if TYPE_CHECKING:
    from screens.papers import PaperPage, PapersBox

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

    def now(self) -> dt.datetime:
        """The present instant."""

    def office(self) -> Calendar:
        """The days by which last days are counted."""

    def read(self, meeting: str) -> Meeting:
        """A meeting as its journal tells it."""

    def give(self, meeting: str, commands: Sequence[Command]) -> str:
        """Record something in a meeting that no console holds, and say what was recorded."""

    def take_back(self, meeting: str) -> str:
        """Take back what was recorded last, if it was a reply, an extension or a duty, and say what."""

    def paper_text(self, meeting: str, name: str) -> str:
        """A paper of a meeting as it stands, empty when it says nothing."""

    def write_paper(self, meeting: str, name: str, promise: int | None = None) -> str:
        """Write a paper of a meeting as it stands, or only what of it is about a promise, and say where it is."""


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


class HomeApp(QuietApp[Destination]):
    """Shows what the data folder keeps, and ends with where to go."""

    CSS_PATH = "home.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        # Fields that are typed into have uses of their own for some of these keys.
        Binding(act.key, f"act('{act.name}')", show=False, priority=act.key.startswith("ctrl+"))
        for act in home_keys.ACTS
        if act.name not in ("open", "switch")
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
        self._board: list[BoardLine] = []
        self._choosing = CHOOSINGS[0]
        self._grouping = GROUPINGS[0]
        self._in_owed = False
        self._about: OwedLine | None = None
        self._paper_of = ""
        self._box: Box | None = None

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
        self._draw_keys()

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
        owed = board_view.chosen_owed(board_view.ordered_owed(kept.owed), self._choosing)
        self._meetings = home_view.found_meetings(meetings, typed, words)
        self._owed = board_view.found_owed(owed, typed, words)
        self._board = board_view.grouped_owed(self._owed, self._grouping, words)
        self.meetings.show_rows(
            [meeting.id for meeting in self._meetings],
            lambda index, width: home_view.meeting_row(self._meetings[index], width, words),
        )
        self.owed.show_rows(
            _keys_of(self._board),
            lambda index, width: board_view.board_row(self._board[index], width, words),
        )
        self._off_heading(1)
        none_found = words("home.none_found", typed=typed)
        self._show_or(self.meetings, self.no_meetings, none_found if meetings else words("home.no_meetings"))
        self._show_or(self.owed, self.no_owed, none_found if owed else self._nothing_owed())
        self._draw_active()

    def _nothing_owed(self) -> str:
        if self._choosing == "open":
            return self.words("home.no_owed")
        return self.words("board.none_chosen", choosing=self.words(f"board.choosing.{self._choosing}"))

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
        owed = board_view.chosen_owed(kept.owed, self._choosing)
        heading = board_view.board_heading(self._owed, owed, words, self._choosing, self._grouping)
        self._head(self.owed, self.owed_title, heading)
        meeting, line, width = self._meeting, self._line, self.size.width - 2
        details: list[Part] = []
        if self._in_owed and line is not None:
            details = board_view.owed_details(line, width, words)
        elif not self._in_owed and meeting is not None:
            details = home_view.meeting_details(meeting, width, words)
        self.details.update(_content(details))

    def _follow(self) -> None:
        """After the cursor went elsewhere: tell about that row and what can be done with it."""
        self._draw_active()
        self._draw_keys()
        meeting, line = self._meeting, self._line
        if self._in_owed and line is not None:
            self._say(board_view.owed_hint(line, self.words))
        elif not self._in_owed and meeting is not None:
            self._say(home_view.meeting_hint(meeting, self.words))
        else:
            self._say(self.words("home.ready"))

    def _draw_keys(self) -> None:
        where: home_keys.Where = "board" if self._in_owed else "meetings"
        self.keys.update(Content(home_keys.key_line(self.words, self.size.width - 2, where)))

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
    def _line(self) -> OwedLine | None:
        line = self._board[self.owed.cursor] if self._board else None
        return line if isinstance(line, OwedLine) else None

    @property
    def _chosen(self) -> str:
        """Id of the meeting that is meant: the one under the cursor, or that of the line under the cursor."""
        if self._in_owed:
            return self._line.meeting if self._line else ""
        return self._meeting.id if self._meeting else ""

    def _go_to(self, meeting: str) -> None:
        self._in_owed = False
        if meeting in self.meetings.keys:
            self.meetings.move_to(list(self.meetings.keys).index(meeting))
        self._follow()

    @on(HomeList.Pressed)
    def _pressed(self, event: HomeList.Pressed) -> None:
        self._in_owed = event.rows is self.owed
        self._off_heading(1)
        self._follow()
        if event.twice:
            self._open("run")

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._draw()
        for rows in (self.meetings, self.owed):
            if event.value.strip():
                rows.move_to(0)
        self._off_heading(1)
        # What is sought may stand in the other list alone.
        if event.value.strip() and not self._active.keys and (self.meetings.keys or self.owed.keys):
            self._in_owed = not self._in_owed
        self._follow()

    # Acts

    def action_move(self, step: int) -> None:
        """Move in the marked list."""
        self._active.action_move(step)
        self._off_heading(step)
        self._follow()

    def action_page(self, step: int) -> None:
        """Move in the marked list by what is in sight."""
        self._active.action_page(step)
        self._off_heading(step)
        self._follow()

    def _off_heading(self, step: int) -> None:
        """The cursor never stays on the heading of a group: a line that can be worked on follows each."""
        if self._board and self._line is None:
            place = self.owed.cursor + (step if self.owed.cursor else 1)
            self.owed.move_to(place)

    @on(Input.Submitted, "#search")
    def _entered(self, event: Input.Submitted) -> None:
        self._open("run")

    def action_act(self, name: str) -> None:
        """Do what a key stands for."""
        if name == "quit":
            self.exit()
        elif self._box is not None:
            if name == "demo":
                # In a box F4 gives it, as everywhere.
                self._box.give()
            else:
                self._say(self.words("home.box_open"), bad=True)
        else:
            acts: dict[str, Callable[[], object]] = {
                "new": lambda: self._open_box(NewBox(self.words, self.shelf.proposed_file)),
                "demo": lambda: self.exit(Destination("demo")),
                "projector": lambda: self._open("projector"),
                "minutes": lambda: self._write_paper(self._chosen, "minutes"),
                "papers": self._choose_paper,
                "switch": self._switch,
                "look": self._look_again,
                "clear": self.search.clear,
                "help": self._help,
                "record": self._record,
                "extend": self._extend,
                "letter": self._letter,
                "take_back": self._take_back,
                "group": self._group,
                "choose": self._choose,
            }
            acts[name]()

    def _switch(self) -> None:
        self._in_owed = not self._in_owed
        self._follow()

    def _look_again(self) -> None:
        if self._look():
            self._say(self.words("home.looked"))

    def _help(self) -> None:
        page = _content(home_keys.help_parts(self.words))
        self._open_box(PageBox(self.words("home.key.help"), self.words("home.help.hint"), page))

    def _open(self, act: Literal["run", "projector"]) -> None:
        if self._chosen:
            self.exit(Destination(act, self._chosen))
        else:
            self._say(self.words("home.nothing_chosen"), bad=True)

    # The board

    def _group(self) -> None:
        """Group the board in the next way."""
        self._grouping = GROUPINGS[(GROUPINGS.index(self._grouping) + 1) % len(GROUPINGS)]
        self._draw_board_anew()

    def _choose(self) -> None:
        """Show the next choice of lines on the board."""
        self._choosing = CHOOSINGS[(CHOOSINGS.index(self._choosing) + 1) % len(CHOOSINGS)]
        self._draw_board_anew()

    def _draw_board_anew(self) -> None:
        self._in_owed = True
        self._draw()
        self.owed.move_to(0)
        self._off_heading(1)
        self._follow()

    def _record(self) -> None:
        """Record the reply to the promise under the cursor, or tick the duty."""
        line = self._line
        if line is not None and line.duty is None and line.done:
            self._say(self.words("board.replied_already"), bad=True)
        else:
            self._open_form("record", line)

    def _extend(self) -> None:
        line = self._line
        if line is not None and (line.duty is not None or line.done):
            self._say(self.words("board.not_extended"), bad=True)
        else:
            self._open_form("extend", line)

    def _open_form(self, act: Literal["record", "extend"], line: OwedLine | None) -> None:
        if line is None or not self._in_owed:
            self._say(self.words("board.nothing_chosen"), bad=True)
            return
        from screens.board_form import extending_box, recording_box
        from screens.form import Aim, Scene

        try:
            state = self.shelf.read(line.meeting).state
            scene = Scene(state, self.shelf.now(), self.shelf.office(), self.words, Aim())
        except NotDone as problem:
            self._say(problem.reason, bad=True)
            return
        self._about = line
        box = recording_box if act == "record" else extending_box
        self._open_box(box(line, scene, max(5, min(12, self.size.height - 19))))
        self._say(self.words("board.form_hint"))

    @on(FormBox.Given)
    def _form_given(self, event: FormBox.Given) -> None:
        if self._about is None:
            return
        try:
            told = self.shelf.give(self._about.meeting, event.commands)
        except NotDone as problem:
            event.box.refuse(problem.reason)
            return
        self._close_box()
        if self._look():
            self._follow()
            self._say(told)

    def _take_back(self) -> None:
        if not self._chosen:
            self._say(self.words("home.nothing_chosen"), bad=True)
            return
        try:
            told = self.shelf.take_back(self._chosen)
        except NotDone as problem:
            self._say(problem.reason, bad=True)
            return
        if self._look():
            self._follow()
            self._say(told)

    # Papers

    def _letter(self) -> None:
        """Write the paper that the line under the cursor asks for now."""
        line = self._line
        paper = None if line is None or not self._in_owed else board_view.next_paper(line)
        if line is None or paper is None:
            self._say(self.words("board.nothing_chosen"), bad=True)
        else:
            self._write_paper(line.meeting, paper, line.number or None)

    def _write_paper(self, meeting: str, name: str, promise: int | None = None) -> None:
        if not meeting:
            self._say(self.words("home.nothing_chosen"), bad=True)
            return
        try:
            path = self.shelf.write_paper(meeting, name, promise)
        except NotDone as problem:
            self._say(problem.reason, bad=True)
        else:
            self._say(self.words("papers.written", path=path))

    def _choose_paper(self) -> None:
        if not self._chosen:
            self._say(self.words("home.nothing_chosen"), bad=True)
            return
        from screens.papers import PapersBox

        self._paper_of = self._chosen
        self._open_box(PapersBox(self.words, max(5, self.size.height - 9)))

    def on_papers_box_chosen(self, event: PapersBox.Chosen) -> None:
        """Show a paper before it is written."""
        from moderator.meeting.minutes_gaps import missing
        from screens.papers import PaperPage

        try:
            text = self.shelf.paper_text(self._paper_of, event.name)
            gaps = missing(self.shelf.read(self._paper_of), self.shelf.office())
        except NotDone as problem:
            self._close_box()
            self._say(problem.reason, bad=True)
            return
        self._close_box()
        self._open_box(PaperPage(self.words, event.name, text, gaps))

    def on_paper_page_wanted(self, event: PaperPage.Wanted) -> None:
        """Write the paper that was read."""
        self._close_box()
        self._write_paper(self._paper_of, event.name)

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


def _keys_of(board: Sequence[BoardLine]) -> list[tuple[str, ...]]:
    """What each row stands for; a line that stands in several groups is another row in each."""
    keys: list[tuple[str, ...]] = []
    group = ""
    for line in board:
        if isinstance(line, GroupLine):
            group = line.title
            keys.append((group,))
        else:
            keys.append((group, line.meeting, str(line.number), line.duty or ""))
    return keys


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
