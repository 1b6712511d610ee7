"""The home screen: what its keys do with the meetings, the board of what is owed, and the papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Literal, TypeVar

from textual import on
from textual.worker import get_current_worker

from screens import home_keys
from screens.board_view import OwedLine, next_paper, what
from screens.box import PageBox
from screens.form_box import FormBox
from screens.home_face import Destination, HomeFace, Left
from screens.home_list import HomeRows, SearchLine
from screens.home_new import NewBox
from screens.home_shelf import NotDone, Shelf
from screens.row_text import cut
from screens.words import Words

# The boxes for papers are loaded when they are first opened: the first picture does not wait for them.
if TYPE_CHECKING:
    from screens.papers import PaperPage, PapersBox

Got = TypeVar("Got")


class HomeApp(HomeFace):
    """Does what the keys of the home screen stand for, and ends with where to go."""

    def __init__(self, shelf: Shelf, words: Words, *, told: str = "", at: str = "", left: Left | None = None) -> None:
        """Look at a shelf; `told` is what went wrong where one comes from, `at` the meeting one comes from."""
        super().__init__(shelf, words, told=told, at=at, left=left)
        self._about: OwedLine | None = None
        self._recorded: OwedLine | None = None
        self._paper_of = ""
        self._one_at_a_time = Lock()

    @on(SearchLine.Entered)
    def _entered(self) -> None:
        self._open("run")

    @on(HomeRows.Pressed)
    def _pressed(self, event: HomeRows.Pressed) -> None:
        part = self.board if event.rows is self.board.rows else self.meetings
        part.move(0)
        self.work_in(part)
        if event.twice:
            self._open("run")

    def action_act(self, name: str) -> None:
        """Do what a key stands for."""
        if name == "quit":
            self.exit()
        elif self.box is not None:
            if name == "demo":
                # In a box F4 gives it, as everywhere.
                self.box.give()
            else:
                self.say(self.words("home.box_open"), bad=True)
        else:
            acts: dict[str, Callable[[], object]] = {
                "new": lambda: self.open_box(NewBox(self.words, self.shelf.proposed_file)),
                "demo": self._sample,
                "projector": lambda: self._open("projector"),
                "minutes": lambda: self._write_paper(self.active.meeting, "minutes"),
                "papers": self._choose_paper,
                "switch": self.switch,
                "look": self._look_again,
                "clear": self.search.clear,
                "help": self._help,
                "record": self._record,
                "extend": self._extend,
                "letter": self._letter,
                "take_back": self._take_back,
                "group": lambda: self._show_board(self.board.group),
                "choose": lambda: self._show_board(self.board.choose),
            }
            acts[name]()

    def _look_again(self) -> None:
        if self.look():
            self.say(self.words("home.looked"))

    def _help(self) -> None:
        page = home_keys.help_parts(self.words)
        self.open_box(PageBox(self.words("home.key.help"), self.words("home.help.hint"), page))

    # Meetings

    def _open(self, act: Literal["run", "projector"]) -> None:
        if self._has_meeting():
            self.exit(Destination(act, self.active.meeting, self.left))

    def _has_meeting(self) -> bool:
        if not self.active.meeting:
            self.say(self.words("home.nothing_chosen"), bad=True)
        return bool(self.active.meeting)

    def _sample(self) -> None:
        """Open the sample meeting; before it is laid beside the office's own, ask: F4 gives everywhere else."""
        if self.shelf.has_sample:
            self._open_sample()
        else:
            explained = [(self.words("home.sample.explain"), "")]
            self.open_box(PageBox(self.words("home.sample"), self.words("home.sample.hint"), explained, "enter"))

    @on(PageBox.Confirmed)
    def _open_sample(self) -> None:
        self.exit(Destination("demo", left=self.left))

    @on(NewBox.Given)
    def _make(self, event: NewBox.Given) -> None:
        try:
            made = self.shelf.make(event.file)
        except NotDone as problem:
            event.box.refuse(problem.reason)
            return
        if made is None:
            event.box.refuse(self.words("home.new.missing"))
            return
        self.search.begin_with("")
        self.close_box()
        if self.look():
            self.meetings.go_to(made)
            self.work_in(self.meetings)
            self.say(self.words("home.made"))

    @on(NewBox.TemplateWanted)
    def _write_template(self, event: NewBox.TemplateWanted) -> None:
        try:
            path = self.shelf.write_template(event.file)
        except NotDone as problem:
            event.box.refuse(problem.reason)
        else:
            event.box.tell_written(path)

    # The board

    def _show_board(self, otherwise: Callable[[], None]) -> None:
        """Show the board grouped or chosen otherwise, from its first line."""
        otherwise()
        self.active = self.board
        self.draw()
        self.board.begin()
        self.follow()

    @property
    def _line(self) -> OwedLine | None:
        """The line that is worked on, None while none is."""
        return self.board.line if self.active is self.board else None

    def _record(self) -> None:
        """Record the reply to the promise under the cursor, or tick the duty."""
        line = self._line
        if line is not None and line.duty is None and line.done:
            self.say(self.words("board.replied_already"), bad=True)
        else:
            self._open_form("record", line)

    def _extend(self) -> None:
        line = self._line
        if line is not None and (line.duty is not None or line.done):
            self.say(self.words("board.not_extended"), bad=True)
        else:
            self._open_form("extend", line)

    def _open_form(self, act: Literal["record", "extend"], line: OwedLine | None) -> None:
        if line is None:
            self.say(self.words("board.nothing_chosen"), bad=True)
            return
        from screens.board_form import extending_box, recording_box
        from screens.form import Aim, Scene

        try:
            state = self.shelf.read(line.meeting).state
            scene = Scene(state, self.shelf.now(), self.shelf.office(), self.words, Aim())
        except NotDone as problem:
            self.say(problem.reason, bad=True)
            return
        self._about = line
        rows = max(5, min(12, self.size.height - 19))
        if act == "record":
            self.open_box(recording_box(line, scene, rows, self.board.place))
            self.say(self.words("board.form_hint"))
        else:
            self.open_box(extending_box(line, scene, rows))
            self.say(self.words("board.extension_hint"))

    @on(FormBox.Given)
    def _form_given(self, event: FormBox.Given) -> None:
        if self._about is None:
            return
        try:
            told = self.shelf.give(self._about.meeting, event.commands)
        except NotDone as problem:
            event.box.refuse(problem.reason)
            return
        line = self._recorded = self._about
        self.close_box()
        if self.look():
            self.follow()
            self.say(f"{cut(what(line, self.words), 40)}: {told}")

    def _take_back(self) -> None:
        meeting = self.active.meeting
        if not self._has_meeting():
            return
        try:
            told = self.shelf.take_back(meeting)
        except NotDone as problem:
            self.say(problem.reason, bad=True)
            return
        if self.look():
            # It is most likely done again, and better.
            if self._recorded is not None and self._recorded.meeting == meeting:
                self.board.go_to(self._recorded.key)
            self.follow()
            self.say(told)

    # Papers

    def _letter(self) -> None:
        """Write the paper that the line under the cursor asks for now."""
        line = self._line
        paper = None if line is None else next_paper(line)
        if line is None or paper is None:
            self.say(self.words("board.nothing_chosen"), bad=True)
        else:
            self._write_paper(line.meeting, paper, line.number or None)

    def _write_paper(self, meeting: str, name: str, promise: int | None = None) -> None:
        if self._has_meeting():
            self.say(self.words("papers.writing", paper=self.words(f"paper.{name}")))
            self._meanwhile(
                lambda: self.shelf.write_paper(meeting, name, promise),
                lambda path: self.say(self.words("papers.written", path=path)),
            )

    def _choose_paper(self) -> None:
        if self._has_meeting():
            from screens.papers import PapersBox

            self._paper_of = self.active.meeting
            self.open_box(PapersBox(self.words, of=self._paper_of))

    def on_papers_box_chosen(self, event: PapersBox.Chosen) -> None:
        """Show a paper before it is written, as soon as it is worded."""
        from screens.papers import PaperPage

        meeting, page = self._paper_of, PaperPage(self.words, event.name)
        self.open_box(page)
        self._meanwhile(
            lambda: self._worded(meeting, event.name),
            lambda worded: page.show(*worded) if page is self.box else None,
            lambda: self.close_box() if page is self.box else None,
        )

    def _worded(self, meeting: str, name: str) -> tuple[str, list[str]]:
        """A paper, and what its meeting still lacks."""
        from moderator.meeting.minutes_gaps import missing
        from screens.gap_text import gaps_told

        text, read = self.shelf.paper_text(meeting, name), self.shelf.read(meeting)
        return text, gaps_told(missing(read, self.shelf.office()), read.state, self.words)

    def on_paper_page_wanted(self, event: PaperPage.Wanted) -> None:
        """Write the paper that was read."""
        self.close_box()
        self._write_paper(self._paper_of, event.name)

    def _meanwhile(
        self, act: Callable[[], Got], then: Callable[[Got], None], otherwise: Callable[[], None] = lambda: None
    ) -> None:
        """Do something slow while the keys go on working, one after the other, and go on with what came of it."""
        self.run_worker(partial(self._do, act, then, otherwise), thread=True, exit_on_error=False)

    def _do(self, act: Callable[[], Got], then: Callable[[Got], None], otherwise: Callable[[], None]) -> None:
        after: Callable[[], object]
        try:
            with self._one_at_a_time:
                got = act()
        except NotDone as problem:
            after = partial(self._not_done, problem.reason, otherwise)
        except Exception as error:  # noqa: BLE001
            # As if it had come up where the keys are read.
            after = partial(self._handle_exception, error)
        else:
            after = partial(then, got)
        if not get_current_worker().is_cancelled:
            self.call_from_thread(after)

    def _not_done(self, reason: str, otherwise: Callable[[], None]) -> None:
        otherwise()
        self.say(reason, bad=True)
