"""What the console shows, drawn from the meeting and only where it changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from moderator.meeting.events import QuestionRaised, Redone, Undone
from moderator.meeting.state import MeetingState
from screens import console_rows, console_view, writing
from screens.console_layout import TOP_LINES, places
from screens.desk import Desk
from screens.drawn import Line, Lines, Part
from screens.key_line import key_line
from screens.pane import Pane
from screens.quiet_app import QuietApp
from screens.rows import Rows
from screens.sheet import Sheet
from screens.soon import Soon
from screens.text_field import TextField
from screens.undo_text import undone_text
from screens.words import Words
from screens.worktop import Worktop
from screens.writing import Target

# The boxes are loaded when they are first opened: the first picture does not wait for them.
if TYPE_CHECKING:
    from screens.box import Box
    from screens.form_box import FormBox


def put(widget: Widget, region: Region) -> None:
    """Put a part of the console in its place."""
    widget.styles.offset = (region.x, region.y)
    widget.styles.width = region.width
    widget.styles.height = region.height


class Waiting(Rows):
    """The waiting order; rows can be moved up and down and taken out."""

    class Chosen(Message):
        """Enter was pressed on somebody who waits."""

    @dataclass
    class Moved(Message):
        """Somebody is to speak earlier or later, by so many places."""

        step: int

    class Withdrawn(Message):
        """Somebody is to be taken out."""

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__(headed=True)

    def press(self, key: str) -> bool:
        """Enter calls, Delete takes out, Shift and an arrow move; all else is for the cursor."""
        asked: Message
        if key == "enter":
            asked = self.Chosen()
        elif key == "delete":
            asked = self.Withdrawn()
        elif key in ("shift+up", "shift+down"):
            asked = self.Moved(-1 if key == "shift+up" else 1)
        else:
            return super().press(key)
        if self.keys:
            self.tell(asked)
        return True


class Curtain(Screen[bool]):
    """Shown before the console, so that the hall never reads the secretary's table; Esc does not go in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", show=False),
        Binding("escape", "dismiss(False)", show=False),
    ]

    def __init__(self, text: str) -> None:
        """Ask whether the hall sees the projector."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The question."""
        yield Vertical(Static(Content(self._text)), id="curtain")


class ConsoleFace(QuietApp[None]):
    """What the console shows: the floor, who waits, the text, the questions, what just happened, the keys.

    Attributes:
        places: where everything stands in the terminal as large as it is.
        waiting: the waiting order.
        worktop: the text and the questions, in the place of which a box stands while one is open.
        box: the box that is open, None for none.
    """

    CSS_PATH = "console.tcss"
    ENABLE_COMMAND_PALETTE = False

    # Kept by name, not looked up: a clock may still tick while the screen is being taken down.
    top: Lines
    keys: Lines
    _show_top: Soon

    def __init__(
        self,
        desk: Desk,
        words: Words,
        *,
        curtain: bool = True,
        on_tick: Callable[[], None] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Sit down at a desk; `on_tick` is called many times a second, for a rehearsal that plays by itself."""
        super().__init__()
        self.desk = desk
        self.words = words
        self._curtain = curtain
        self._on_tick = on_tick
        self._monotonic = monotonic
        self._target = Target()
        self.places = places(Size(80, 24))
        self._floor: tuple[Line, ...] = (Line(),) * (TOP_LINES - 2)
        self._next = Line()
        self._status = Line(ground="quiet")
        self._complained = False
        self._kept_draft: tuple[object, ...] = ()
        self._floor_pressed: float | None = None
        self._rang_for: int | None = None
        self._told = len(desk.meeting.records)
        self._rows_made_of: console_rows.RowsMadeOf | None = None
        self._proposal = 0
        self._muted = False
        self.waiting = Waiting()
        self.worktop = Worktop()
        self._left_side = Pane(self.waiting, edge="│", id="waiting", classes="part")
        self._right_side = Pane(self.worktop, id="worktop", classes="part")
        self.box: Box | None = None
        self._box_below: Box | None = None
        self._kept_boxes: dict[str, FormBox] = {}
        self._left_in_boxes: dict[str, Mapping[str, str]] = {}
        self._filled_in: dict[int, tuple[str, Mapping[str, str]]] = {}
        self._return_to: Sheet = self.writing

    def compose(self) -> ComposeResult:
        """The floor, who waits, the text, the questions, the keys."""
        self.top = Lines(id="top", classes="part")
        self._show_top = Soon(self.top, self._draw_top)
        self.keys = Lines(id="keys", classes="part")
        self._place(self.size)
        yield from (self.top, self._left_side, self._right_side, self.keys)

    @property
    def writing(self) -> TextField:
        """The text that is being typed."""
        return self.worktop.text

    @property
    def questions(self) -> Rows:
        """The questions, the latest first."""
        return self.worktop.questions

    @property
    def at(self) -> Sheet:
        """Where the keys go: the waiting order, the text, the questions, or the box that is open."""
        if self._left_side.has_focus:
            return self.waiting
        return self.box or self.worktop.at

    @property
    def typing(self) -> TextField | None:
        """The field that is typed into, None while the keys go to a list or a page."""
        return None if self._left_side.has_focus else self._right_side.sheet.typing

    def go_to(self, part: Sheet) -> None:
        """Send the keys to the waiting order, the text or the questions; to the box while one is open."""
        if part is self.writing or part is self.questions:
            self.worktop.at = part
            self.worktop.redraw()
        self.screen.set_focus(self._left_side if part is self.waiting else self._right_side)

    def _place(self, size: Size) -> None:
        self.places = where = places(size)
        for widget, region in (
            (self.top, where.top),
            (self._left_side, where.waiting),
            (self._right_side, where.worktop),
            (self.keys, where.keys),
        ):
            put(widget, region)

    def on_resize(self, event: Resize) -> None:
        """Use the room there is; boxes are made anew for it when they are next asked for."""
        for name, box in list(self._kept_boxes.items()):
            if box not in (self.box, self._box_below) and not box.left:
                del self._kept_boxes[name]
        # The app's own size is still the one before.
        self._place(event.size)
        self._draw_keys()
        self.call_after_refresh(self._changed)

    def _changed(self) -> None:
        """Draw anew what follows from the meeting."""
        if not self.is_running or not self.screen_stack:
            return
        state = self.desk.meeting.state
        if not self.writing.text.strip() or self._target.turn is None:
            self._target = self._following(console_view.default_aim(state))
        self._draw_lists()
        self._word_what_happened()
        self._word_titles()
        self._word_floor()
        self._show_top()
        if self.box is not None:
            self.box.follow()
            self.box.redraw()

    def _following(self, turn: int | None) -> Target:
        """An empty field follows the floor, and stays with one of the questions while that answer goes on."""
        return self._target if turn == self._target.turn else Target(turn)

    def _draw_lists(self) -> None:
        state = self.desk.meeting.state
        made_of = console_rows.RowsMadeOf.of(state)
        before, self._rows_made_of = self._rows_made_of, made_of
        waiting_as_before, questions_as_before = made_of.as_before(before) if before else (0, 0)
        if waiting_as_before == len(state.waiting) == len(self.waiting.keys):
            self.waiting.come_to_rest()
        else:
            self._draw_waiting(state, waiting_as_before)
        if questions_as_before == len(state.questions) == len(self.questions.keys):
            self.questions.come_to_rest()
        else:
            self._draw_questions(state, questions_as_before)

    def _draw_waiting(self, state: MeetingState, as_before: int) -> None:
        waiting = tuple(state.waiting)

        def row(index: int, width: int) -> Sequence[Part]:
            return console_rows.waiting_row(state, waiting[index], self.words)

        self.waiting.show_rows(waiting, row, as_before=as_before)

    def _draw_questions(self, state: MeetingState, as_before: int) -> None:
        numbers = tuple(reversed(state.questions))

        def row(index: int, width: int) -> Sequence[Part]:
            return console_rows.question_row(state, state.questions[numbers[index]], self.words, width)

        self.questions.show_rows(numbers, row, as_before=as_before)

    def _draw_titles(self) -> None:
        self._word_titles()
        self._show_top()

    def _word_titles(self) -> None:
        state = self.desk.meeting.state
        now = self.desk.now()
        forecast = console_view.forecast_line(state, now, self.words)
        waiting = self.words("console.waiting", count=len(state.waiting))
        self.waiting.heading = ((f"{waiting} · {forecast}" if forecast else waiting, ""),)
        self._left_side.redraw()
        # What is typed goes elsewhere than to whoever has the floor: that must be seen.
        elsewhere = self._target.turn != console_view.default_aim(state)
        heading = writing.heading(state, self._target, self.words)
        self.worktop.head((heading, "warn" if elsewhere else ""))
        self.questions.heading = tuple(console_view.counters_line(state, now, self.words))
        self.worktop.redraw()
        step = console_view.floor_step(state, self.words, self._proposal)
        label = f"F2 {step.label}" + (f"  {step.place[0]}/{step.place[1]}" if step.place[1] > 1 else "")
        others = "".join(f"  ▾ {other}" for other in step.others)
        self._next = Line(((label, "accent"), (others, "dim")))

    def _draw_keys(self) -> None:
        room = self.places.keys
        keys = key_line(self.words, room.width - 2, room.height)
        self.keys.show([Line(((line, ""),)) for line in keys.split("\n")])

    def _tick(self) -> None:
        """Draw the clocks, from instants, when what they show has changed."""
        if self.is_running:
            self._word_floor()
            self._show_top()

    def _word_floor(self) -> None:
        """What the clocks show now; rings once for each turn that runs over."""
        state = self.desk.meeting.state
        now = self.desk.now()
        item = self._agenda_item(state)
        stage = self.words(f"console.stage.{state.stage}")
        dark = self.words("console.dark") if state.blackout else ""
        title = "" if item else state.setup.title
        parts = (self.words("console.head"), console_view.time_of_day(state, now), stage, dark, item, title)
        head = Line((("  ".join(part for part in parts if part), ""),), "head")
        picture = console_view.floor_picture(state, now, self.words)
        manner = picture.manner or "strong"
        self._floor = (
            head,
            Line(((f"{picture.state}   ", manner), (picture.clock, manner))),
            Line(((picture.who, "strong"),)),
            Line(((picture.detail, "dim"),)),
        )
        turn = state.on_floor
        if picture.over and turn is not None and self._rang_for != turn:
            self._rang_for = turn
            if not self._muted:
                self.bell()

    def _agenda_item(self, state: MeetingState) -> str:
        number = state.agenda_item
        if number is None:
            return ""
        agenda = state.setup.agenda
        return self.words("console.agenda", item=number, of=len(agenda), title=agenda[number - 1].title)

    def _draw_top(self) -> None:
        self.top.show((*self._floor, self._next, self._status))

    def _say(self, text: str, *, bad: bool = False) -> None:
        """Say what just happened, or why not."""
        self._word_status(text, bad=bad)
        self._show_top()

    def _word_status(self, text: str, *, bad: bool = False) -> None:
        failure = self.desk.failure
        if failure is not None:
            text, bad = self.words.refusal(failure), True
        elif self.desk.unkept:
            what, why = next(iter(self.desk.unkept.items()))
            text, bad = self.words(f"console.unkept.{what}", reason=why), True
        self._complained = bad
        self._status = Line(((text, ""),), "alarm" if bad else "quiet")

    def _word_what_happened(self) -> None:
        """Tell the latest record, whoever gave it: the secretary or a rehearsal that plays."""
        meeting = self.desk.meeting
        if self._told == len(meeting.records):
            return
        self._told = len(meeting.records)
        self._proposal = 0
        last = meeting.records[-1]
        for event in last.events:
            if isinstance(event, Undone):
                what = undone_text(self.words, meeting.records[event.record - 1], meeting.state)
                self._word_status(self.words("console.undone", what=what))
                return
            if isinstance(event, Redone):
                last = meeting.records[event.record - 1]
        done = "console.done" if meeting.next_undo is not None else "console.done_for_good"
        text = self.words(done, what=undone_text(self.words, last, meeting.state))
        for event in last.events:
            if isinstance(event, QuestionRaised):
                from moderator.meeting.question_words import similar_questions

                like = similar_questions(meeting.state, event.text, but=event.question, most=1)
                text += "".join("  " + self.words("advice.similar", question=each.question) for each in like)
        self._word_status(text)
