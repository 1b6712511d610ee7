"""Attendance: everybody on one list, found as one types, marked with Enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from moderator.meeting.commands import Attend
from moderator.meeting.events import AttendanceTaken
from screens.attendance_fields import AttendanceFields
from screens.attendance_rows import Newcomer, Row, drawn, everybody, found_by, split_count, totals, unsaid_first
from screens.attendance_rows import with_count as counted
from screens.attendance_text import told_in_words
from screens.box import Box
from screens.drawn import Line, Lines
from screens.form import Scene
from screens.row_list import RowList
from screens.row_text import cut
from screens.typing import LineInput

_LONGEST_COUNT = 10
_NEW = "new"


class _Fragment(LineInput):
    """A part of a name; arrows go to the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('move', -1)", show=False),
        Binding("down", "list('move', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
    ]

    def action_list(self, how: str, step: int) -> None:
        """Move in the list."""
        rows = self.query_ancestor(AttendanceBox).rows
        if how == "move":
            rows.action_move(step)
        else:
            rows.action_page(step)


class AttendanceBox(Box):
    """The list that is called over: Enter says that somebody has come, Tab asks why somebody has not."""

    DEFAULT_CSS = """
    AttendanceBox > RowList { height: 1fr; padding: 0 1; }
    AttendanceBox > Lines { height: 1; }
    AttendanceBox .box-problem { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "tab(1)", show=False, priority=True),
        Binding("shift+tab", "tab(-1)", show=False, priority=True),
        Binding("ctrl+y", "rest", show=False, priority=True),
    ]

    act = "attend"

    @dataclass
    class Given(Message):
        """Something is to be put down."""

        box: AttendanceBox
        command: Attend

    def __init__(self, scene: Callable[[], Scene]) -> None:
        """Show everybody of the meeting as the scene has it at each time."""
        self._scene = scene
        self._words = scene().words
        super().__init__(self._words("command.attend"), self._words("attendance.hint"))
        self.input = _Fragment(compact=True, placeholder=self._words("attendance.type"))
        self.rows = RowList(classes="-keeps-cursor")
        self.rows.can_focus = False
        self.said = Lines()
        self.problem = Static("", classes="box-problem")
        self.fields = AttendanceFields(self._words, scene().state.setup)
        self._people: list[Row] = []
        self._found: list[Row | Newcomer] = []
        self._seen: object = None
        self._before = ""
        self._counting = False
        self._moved_on = False
        self._about: Row | Newcomer | None = None
        self._given: object = None

    def compose(self) -> ComposeResult:
        """Totals, fragment, what Enter would put down or what else has to be told of it, and the list."""
        yield self.heading
        yield self.input
        yield self.said
        yield self.fields
        yield self.problem
        yield self.rows
        yield self.hint

    def on_mount(self) -> None:
        """Begin at the first of whom nothing was said."""
        self.trap_focus()
        self._read()
        self._search()
        self.screen.set_focus(self.input)

    def on_resize(self) -> None:
        """Head the box with as much as there is room for."""
        self._head()

    def leave(self) -> None:
        """Let the keys go elsewhere; the next box begins with the meeting as it is by then."""
        super().leave()
        self.remove()

    @property
    def touched(self) -> bool:
        """Whether something was typed that was not put down."""
        return bool(self.fields.asked or self.input.value.strip())

    # The list

    def follow(self) -> None:
        """Draw anew what was put down or taken back otherwise than here."""
        state = self._scene().state
        if (state.setup, state.attended) != self._seen:
            self._read()
            self._search(begin=False)

    def _read(self) -> None:
        state = self._scene().state
        self._seen = (state.setup, dict(state.attended))
        self._people = everybody(state)
        self._head()

    def _head(self) -> None:
        told = totals(self._words, self._scene().state, self._people)
        titled = f"{self._words('command.attend')} · {told}"
        room = self.size.width - 2
        self.heading.update(Content(titled if cell_len(titled) <= room else cut(told, room)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input is not self.input:
            return
        typed = event.value.strip()
        name, _ = split_count(typed)
        if name or not typed:
            held, self._counting = self._counting, False
        elif not self._before:
            # A number alone counts the group under the cursor; elsewhere it is a fragment like any other.
            row = self._row
            held = self._counting = isinstance(row, Row) and row.who.is_group
        else:
            held = self._counting
        self._before = typed
        self._search(begin=not held or bool(name))

    def _search(self, *, begin: bool = True) -> None:
        typed = self.input.value.strip()
        whole = not typed or self._counting
        self._found = [*unsaid_first(self._people)] if whole else found_by(self._people, typed)
        if begin:
            self.rows.begin_again()
        found, words = self._found, self._words
        keys: list[object] = [row.who.key if isinstance(row, Row) else _NEW for row in found]
        self.rows.show_rows(keys, lambda index, width: drawn(words, found[index]))
        if begin:
            self.rows.begin_again()
        self._say()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._moved_on = True
        self._say()

    @property
    def _all_done(self) -> bool:
        """Everybody is on record and nobody was pointed at: one Enter too many then changes nothing."""
        pointed = self._moved_on or self.input.value.strip()
        return bool(self._people) and not pointed and all(row.told for row in self._people)

    @property
    def _row(self) -> Row | Newcomer | None:
        """The row under the cursor, of a group with the number that was typed for it."""
        index = self.rows.cursor
        row = self._found[index] if index < len(self._found) else None
        if self._counting and isinstance(row, Row) and row.who.is_group:
            count = split_count(self.input.value)[1]
            return row if count is None else counted(row, count)
        return row

    def _say(self) -> None:
        """Say what Enter would put down."""
        row = self._row
        self.complain("")
        if row is None:
            text, manner = self._words("attendance.nobody_there"), "dim"
        elif self._all_done:
            text, manner = self._words("attendance.all_done"), "good"
        elif isinstance(row, Newcomer):
            text, manner = self._words("attendance.new"), "accent"
        elif row.proposed is None:
            text, manner = self._words("attendance.count_wanted"), "warn"
        else:
            reason, substitute = row.kept
            event = AttendanceTaken(row.proposed, *row.who.told_as, reason, substitute)
            told = told_in_words(self._words, self._scene().state.setup, [event])
            code = "already" if self._is_put_down(row) else "enter"
            text = self._words(f"attendance.{code}", told=told)
            manner = "dim" if code == "already" else "accent"
        self.said.show([Line(((text, manner),))])

    def _is_put_down(self, row: Row) -> bool:
        return row.told is not None and bool(row.told.present) and row.told.present == row.proposed

    # What is put down

    def give(self) -> None:
        """Put down what stands under the cursor, or what the open fields say."""
        row = self._row
        if self.fields.asked:
            self._give_fields(self._about)
        elif isinstance(row, Newcomer):
            self._ask_about(row)
        elif row is None or self._all_done:
            return
        elif row.proposed is None:
            self.complain(self._words("attendance.count_wanted"))
        elif self._is_put_down(row):
            self._go_on_from(row.who.key)
        else:
            self._post(row, row.proposed if row.who.is_group else True, *row.kept)

    def action_rest(self) -> None:
        """Say of everybody of whom nothing was said that they have come."""
        if not self.fields.asked:
            self._put_down(None, Attend(rest=True))

    def _post(self, row: Row, present: bool | int, reason: str = "", substitute: str = "") -> None:
        who = row.who
        name, place, organisation = ("", "", "") if who.code else who.told_as
        self._put_down(who.key, Attend(name, place, organisation, present, reason, substitute, official=who.code))

    def _put_down(self, key: object, command: Attend) -> None:
        self._given = key
        self.post_message(self.Given(self, command))

    def recorded(self) -> None:
        """It was put down: begin again at the next of whom nothing was said."""
        self._read()
        self._go_on_from(self._given)

    def _go_on_from(self, key: object) -> None:
        keys = [row.who.key for row in self._people]
        begins = keys.index(key) + 1 if key in keys else 0
        ahead = [*self._people[begins:], *self._people[:begins]]
        following = next((row.who.key for row in ahead if row.told is None), None)
        searched = bool(self.input.value.strip()) and not self._counting
        if not searched and following in self.rows.keys:
            # Before the list is sorted anew: so what is in sight stays where it is.
            self.rows.move_to(self.rows.keys.index(following))
        self._close_fields()
        with self.prevent(Input.Changed):
            self.input.value = ""
        self._before, self._counting, self._moved_on = "", False, False
        self._search(begin=searched or following is None)
        if following in self.rows.keys:
            self.rows.move_to(self.rows.keys.index(following))
        self._say()

    def refuse(self, sentence: str) -> None:
        """Say why the meeting did not take it; what was typed stays."""
        self.complain(sentence)

    def complain(self, sentence: str) -> None:
        """Say what is wrong in the place of what Enter would do; nothing takes it away again."""
        self.problem.update(Content(sentence))
        self.problem.display = bool(sentence)
        self.said.display = not (sentence or self.fields.asked)

    # The fields

    def action_tab(self, step: int) -> None:
        """Ask about the absence of who stands under the cursor; among the fields, go on to another."""
        row = self._row
        if self.fields.asked:
            self.fields.focus_other(step)
        elif isinstance(row, Newcomer):
            self.complain(self._words("refusal.not_invited", name=row.name))
        elif row is not None:
            self._ask_about(row)

    def _ask_about(self, row: Row | Newcomer) -> None:
        """Ask for what is told of an absence, or of somebody who stands on no list."""
        words = self._words
        self._about = row
        if isinstance(row, Newcomer):
            name, _, place = (row.name, "", "") if (row.count or 1) > 1 else row.name.partition(",")
            starts = {"name": name.strip(), "place": place.strip(), "present": str(row.count or 1)}
            self.fields.ask(words("attendance.new_heading"), starts, "name")
        else:
            told = row.told
            starts = {"reason": told.reason if told else "", "substitute": told.substitute if told else ""}
            if row.who.is_group:
                known = told.present if told else 0
                starts = {"present": str(known if row.count is None else row.count)} | starts
                heading, first = "attendance.group_heading", "reason" if row.count is not None else "present"
            else:
                heading, first = "attendance.absent_heading", "reason"
            self.fields.ask(words(heading, who=row.addressed), starts, first)
        self.complain("")
        self.said.display = False
        self.hint.update(Content(words("attendance.hint_fields")))

    def _close_fields(self) -> None:
        if self.fields.asked:
            self.fields.close()
            self.hint.update(Content(self._words("attendance.hint")))
            self.screen.set_focus(self.input)
            self._say()

    def action_close(self) -> None:
        """From the fields back to the list, from the list out of the box."""
        if self.fields.asked:
            self._close_fields()
        else:
            super().action_close()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.follow()
        self.give()

    def _give_fields(self, row: Row | Newcomer | None) -> None:
        value = self.fields.value
        present = value("present") or "0"
        if not (present.isascii() and present.isdigit() and len(present) < _LONGEST_COUNT):
            self._wants("present", self._words("problem.number", text=present))
        elif isinstance(row, Row):
            came = int(present) if row.who.is_group else False
            self._post(row, came, value("reason"), value("substitute"))
        elif not value("name"):
            self._wants("name", self._words("problem.empty"))
        elif int(present) > 1:
            self._put_down(None, Attend(organisation=value("name"), place=value("place"), present=int(present)))
        else:
            self._put_down(None, Attend(name=value("name"), place=value("place")))

    def _wants(self, name: str, sentence: str) -> None:
        self.complain(f"{self.fields.label(name)}: {sentence}")
        self.fields.focus_on(name)
