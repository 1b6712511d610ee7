"""Attendance: everybody on one list, found as one types, marked with Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.geometry import Offset, Size
from textual.message import Message

from moderator.meeting.commands import Attend
from moderator.meeting.events import AttendanceTaken
from screens.attendance_fields import AttendanceFields
from screens.attendance_rows import Newcomer, Row, drawn, everybody, found_by, split_count, totals, unsaid_first
from screens.attendance_rows import with_count as counted
from screens.attendance_text import told_in_words
from screens.box import Box
from screens.drawn import Line, Part
from screens.form import FieldProblem, Scene
from screens.row_text import cut
from screens.rows import Rows
from screens.text_field import TextField
from screens.wrapping import wrapped_lines

_IN_LIST = ("up", "down", "pageup", "pagedown")
_MOST_OF_A_COMPLAINT = 3
_NEW = "new"


class AttendanceBox(Box):
    """The list that is called over: Enter says that somebody has come, Tab asks why somebody has not.

    Attributes:
        fragment: the line that is typed into: a part of a name, and of a group how many have come.
        rows: whom it finds.
        fields: what is asked about somebody; None while nothing is.
    """

    act = "attend"

    @dataclass
    class Given(Message):
        """Something is to be put down."""

        box: AttendanceBox
        command: Attend

    def __init__(self, scene: Callable[[], Scene]) -> None:
        """Show everybody of the meeting as the scene has it at each time, from the first of whom nothing was said."""
        self._scene = scene
        self._words = scene().words
        super().__init__(self._words("command.attend"), self._words("attendance.hint"))
        self.fragment = TextField(hint=self._words("attendance.type"))
        self.rows = Rows(keeps_cursor=True)
        self.fields: AttendanceFields | None = None
        self._left: dict[object, dict[str, str]] = {}
        self._complaint = ""
        self._counting = False
        self._pointed = False
        self._given: object = None
        self._awaits_answer = False
        self._rows_begin = 1
        self._read()
        self._search()

    @property
    def touched(self) -> bool:
        """Whether something was typed that was not put down."""
        return self.fields is not None or bool(self.fragment.text.strip())

    # The list

    def follow(self) -> None:
        """Take what was put down or taken back otherwise than here."""
        state = self._scene().state
        # What was put down here waits for recorded(): the cursor goes on and does not follow it down the list.
        if not self._awaits_answer and (state.setup, state.attended) != self._seen:
            self._read()
            # Who is under the cursor though nobody pointed there may be on record by now: Enter is not for them.
            self._search(begin=not self._is_somebody_meant)

    def _read(self) -> None:
        state = self._scene().state
        self._seen = (state.setup, dict(state.attended))
        self._people = everybody(state)
        self._totals = totals(self._words, state, self._people)

    @property
    def _is_whole(self) -> bool:
        """Whether everybody stands in the list: nothing is typed, or only a number that counts a group."""
        return self._counting or not self.fragment.text.strip()

    def _search(self, *, begin: bool = True) -> None:
        whole = self._is_whole
        found = [*unsaid_first(self._people)] if whole else found_by(self._people, self.fragment.text.strip())
        words, self._found = self._words, found
        keys: list[object] = [row.who.key if isinstance(row, Row) else _NEW for row in found]
        self.rows.show_rows(keys, lambda index, width: drawn(words, found[index]))
        if begin:
            self.rows.begin_again()
        self._complaint = ""

    def _edit(self, act: Callable[[], bool]) -> bool:
        """Do something to the fragment, and find what stands in it then."""
        before, was_whole = self.fragment.text, self._is_whole
        done = act()
        if self.fragment.text != before:
            self._counting = self._counts(before)
            self._search(begin=not (was_whole and self._is_whole))
        return done

    def _counts(self, before: str) -> bool:
        """Whether a number alone counts the group under the cursor; elsewhere it is a fragment like any other."""
        typed = self.fragment.text.strip()
        if not typed or split_count(typed)[0]:
            return False
        row = self._row
        return self._counting or (not before.strip() and isinstance(row, Row) and row.who.is_group)

    def _point(self, act: Callable[[], object]) -> None:
        """Move in the list."""
        before = self.rows.cursor
        act()
        if self.rows.cursor != before:
            self._pointed = True
            self._complaint = ""

    @property
    def _is_somebody_meant(self) -> bool:
        """Whether somebody was pointed at, searched for or asked about since the last entry."""
        return self._pointed or bool(self.fragment.text.strip()) or self.fields is not None

    @property
    def _all_done(self) -> bool:
        """Everybody is on record and nobody is meant: one Enter too many then changes nothing."""
        return bool(self._people) and not self._is_somebody_meant and all(row.told for row in self._people)

    @property
    def _row(self) -> Row | Newcomer | None:
        """The row under the cursor, of a group with the number that was typed for it."""
        index = self.rows.cursor
        row = self._found[index] if index < len(self._found) else None
        if self._counting and isinstance(row, Row) and row.who.is_group:
            count = split_count(self.fragment.text)[1]
            return row if count is None else counted(row, count)
        return row

    # Keys and the mouse

    def press(self, key: str) -> bool:
        """Enter puts down, Ctrl+Y the rest; Tab asks about an absence; arrows go to the list; Esc leaves."""
        if key == "enter":
            self.give()
        elif key == "escape":
            self.close()
        elif key == "ctrl+y":
            self._give_rest()
        elif self.fields is not None:
            return self.fields.press(key)
        elif key in ("tab", "shift+tab"):
            self._ask_why()
        elif key in _IN_LIST:
            self._point(lambda: self.rows.press(key))
        else:
            return self._edit(lambda: self.fragment.press(key))
        return True

    def type(self, text: str) -> bool:
        """Type a part of a name, or into the field with the cursor."""
        if self.fields is not None:
            return self.fields.type(text)
        return self._edit(lambda: self.fragment.type(text))

    @property
    def typing(self) -> TextField:
        """The fragment, or the field with the cursor."""
        return self.fragment if self.fields is None else self.fields.typing

    def click_body(self, at: Offset, times: int) -> None:
        """Put the cursor on a row, or where it was pressed among the fields or in the fragment."""
        if at.y >= self._rows_begin:
            self._point(lambda: self.rows.click(at - Offset(0, self._rows_begin), times))
        elif self.fields is not None:
            self.fields.click(at - Offset(0, 1), times)
        elif at.y == 0:
            self.fragment.click(at, times)

    def scroll(self, step: int) -> None:
        """Show others of the list."""
        self.rows.scroll(step)

    def close(self) -> None:
        """From the fields back to the list, from the list out of the box."""
        if self.fields is None:
            super().close()
        else:
            self._close_fields(self.fields)

    # What is put down

    def give(self) -> None:
        """Put down what stands under the cursor, or what the open fields say."""
        row = self._row
        if self.fields is not None:
            self._give_fields(self.fields)
        elif isinstance(row, Newcomer):
            self._ask_about(row)
        elif row is not None and not self._all_done:
            self._give_row(row)
        self.redraw()

    def _give_row(self, row: Row) -> None:
        if row.proposed is None:
            self._complaint = self._words("attendance.count_wanted")
        elif row.is_put_down:
            self._go_on_from(row.who.key)
        else:
            self._put_down(row, row.attend(row.proposed if row.who.is_group else True, *row.kept))

    def _give_fields(self, fields: AttendanceFields) -> None:
        try:
            command = fields.read()
        except FieldProblem as problem:
            sentence = self._words(f"problem.{problem.code}", **problem.params)
            self._complaint = f"{fields.label(problem.field)}: {sentence}"
            fields.go_to(problem.field)
        else:
            self._put_down(fields.about, command)

    def _give_rest(self) -> None:
        """Say of everybody of whom nothing was said that they have come."""
        if self.fields is None:
            self._put_down(None, Attend(rest=True))

    def _put_down(self, about: Row | Newcomer | None, command: Attend) -> None:
        self._given = about.who.key if isinstance(about, Row) else None
        self._awaits_answer = True
        self.tell(self.Given(self, command))

    def recorded(self) -> None:
        """It was put down: begin again at the next of whom nothing was said."""
        self._awaits_answer = False
        self._read()
        self._go_on_from(self._given)
        self.redraw()

    def refuse(self, sentence: str) -> None:
        """Say why the meeting did not take it, in the place of what Enter would put down; what was typed stays."""
        self._awaits_answer = False
        self._complaint = sentence
        self.redraw()

    def _go_on_from(self, key: object) -> None:
        keys = [row.who.key for row in self._people]
        begins = keys.index(key) + 1 if key in keys else 0
        ahead = [*self._people[begins:], *self._people[:begins]]
        following = next((row.who.key for row in ahead if row.told is None), None)
        searched = not self._is_whole
        if not searched and following in self.rows.keys:
            # Before the list is sorted anew: so what is in sight stays where it is.
            self.rows.move_to(self.rows.keys.index(following))
        self.fields = None
        self.fragment.begin_with("")
        self._counting = self._pointed = False
        self._search(begin=searched or following is None)
        if following in self.rows.keys:
            self.rows.move_to(self.rows.keys.index(following))

    # The fields

    def _ask_why(self) -> None:
        """Ask about the absence of who stands under the cursor."""
        row = self._row
        if isinstance(row, Newcomer):
            self._complaint = self._words("refusal.not_invited", name=row.name)
        elif row is not None:
            self._ask_about(row)

    def _ask_about(self, about: Row | Newcomer) -> None:
        left = self._left.pop(_whom(about), {})
        self.fields = AttendanceFields(self._words, self._scene().state.setup, about, left)
        self._complaint = ""

    def _close_fields(self, fields: AttendanceFields) -> None:
        # Whoever is asked about once more finds there what was typed.
        self._left[_whom(fields.about)] = fields.left
        self.fields = None
        self.fragment.select_all()
        self._complaint = ""

    # As it is drawn

    def lines(self, size: Size) -> list[Line]:
        """Headed with as much as there is room for."""
        titled = f"{self._words('command.attend')} · {self._totals}"
        self.title = titled if cell_len(titled) <= size.width else cut(self._totals, size.width)
        self.hint = self._words("attendance.hint" if self.fields is None else "attendance.hint_fields")
        return super().lines(size)

    def body(self, size: Size) -> Sequence[Line]:
        """The fragment, the fields, what Enter would put down, and the list."""
        self.fragment.in_use = self.in_use and self.fields is None
        above = [*self.fragment.lines(Size(size.width, 1))]
        if self.fields is not None:
            self.fields.in_use = self.in_use
            above += self.fields.lines(size)
        above += self._told(size.width)
        self._rows_begin = len(above)
        return [*above, *self.rows.lines(Size(size.width, max(0, size.height - len(above))))]

    def _told(self, width: int) -> list[Line]:
        """What is wrong, else what Enter would put down; open fields say that themselves."""
        if self._complaint:
            return wrapped_lines(self._complaint, width, "bad")[:_MOST_OF_A_COMPLAINT]
        return [Line((self._proposed,))] if self.fields is None else []

    @property
    def _proposed(self) -> Part:
        """What Enter would put down."""
        row, words = self._row, self._words
        if row is None:
            return words("attendance.nobody_there"), "dim"
        if self._all_done:
            return words("attendance.all_done"), "good"
        if isinstance(row, Newcomer):
            return words("attendance.new"), "accent"
        if row.proposed is None:
            return words("attendance.count_wanted"), "warn"
        event = AttendanceTaken(row.proposed, *row.who.told_as, *row.kept)
        told = told_in_words(words, self._scene().state.setup, [event])
        if row.is_put_down:
            return words("attendance.already", told=told), "dim"
        return words("attendance.enter", told=told), "accent"

    @property
    def caret(self) -> Offset | None:
        """In the fragment under the title, or in the field with the cursor under both."""
        if self.fields is None:
            caret = self.fragment.caret
            return None if caret is None else caret + Offset(0, 1)
        caret = self.fields.caret
        return None if caret is None else caret + Offset(0, 2)


def _whom(about: Row | Newcomer) -> object:
    return about.who.key if isinstance(about, Row) else about.name
