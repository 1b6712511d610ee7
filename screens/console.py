"""The console: one screen on which the whole meeting is driven by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.events import Key

from moderator.meeting import commands as c
from moderator.meeting.going_on import last_ended
from moderator.meeting.state import Entry
from screens import console_view, writing
from screens.console_face import Curtain, Waiting
from screens.console_readiness import ConsoleReadiness
from screens.registry import ACTS, DIRECT, key_name
from screens.writing import Target

# The boxes are loaded when they are first opened: the first picture does not wait for them.
if TYPE_CHECKING:
    from screens.box import PickBox

FLOOR_KEY_BLINK = 0.4
# No terminal takes this one for itself, and no act has it.
_CONFIRMING_KEY = "ctrl+y"


class ConsoleApp(ConsoleReadiness):
    """The secretary's console over a desk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(act.key, f"act('{act.name}')", show=False, priority=True, id=act.name)
            for act in ACTS.values()
            if act.key
        ),
        Binding("ctrl+p", "act('palette')", show=False, priority=True),
        Binding("ctrl+down", "other_proposal(1)", show=False, priority=True),
        Binding("ctrl+up", "other_proposal(-1)", show=False, priority=True),
    ]

    def on_mount(self) -> None:
        """Show the meeting as it stands, with what was being typed when the desk was last left."""
        self.desk.on_change(self._changed)
        self.desk.publish_when(self.after_picture)
        draft = self.desk.draft()
        state = self.desk.meeting.state
        self._target = Target(console_view.default_aim(state))
        if draft is not None and draft.text:
            self._target = writing.target_of(draft.target, state)
            self.writing.begin_with(draft.text)
            self.writing.move_to(*draft.cursor)
        if draft is not None:
            self._left_in_boxes = dict(draft.boxes)
        self._kept_draft = self._typed_so_far
        self.go_to(self.writing)
        self._draw_keys()
        self._changed()
        restored = draft is not None and (draft.text or draft.boxes)
        self._say(self.words("console.restored" if restored else "console.ready"))
        starts = state.setup.starts
        today = self.desk.now().astimezone(state.setup.tz).date()
        if state.stage == "preparing" and starts is not None and starts.date() != today:
            days = {"planned": f"{starts:%d/%m/%Y}", "today": f"{today:%d/%m/%Y}"}
            self._say(self.words("console.other_day", **days), bad=True)
        if self.desk.behind:
            self._say(self.words("console.behind"), bad=True)
        if self.desk.torn_aside is not None:
            self._say(self.words("console.torn", path=self.desk.torn_aside), bad=True)
        self.desk.publish()
        self.set_interval(0.1, self._tick)
        self.set_interval(0.5, self._keep_draft)
        self.set_interval(1.0, self._watch)
        if self._on_tick is not None:
            self.set_interval(0.05, self._on_tick)
        if self._curtain:
            self.push_screen(Curtain(self.words("console.curtain")), callback=self._go_in)
        else:
            self._ask_about_interruption()

    def _go_in(self, seen: bool | None) -> None:
        if seen:
            self._ask_about_interruption()
        else:
            self.exit()

    def on_key(self, event: Key) -> None:
        """What is typed over a list, a page, or nowhere, is text all the same: it goes into the writing field."""
        typed = event.character if event.is_printable and event.key != "space" else None
        if typed is None or isinstance(self.screen, Curtain):
            return
        if self.box is not None and self.box.gives_way:
            self._close_box()
        if self.box is None:
            event.stop()
            self.writing.insert(typed)
            self.go_to(self.writing)
        elif self.box.type(typed):
            event.stop()
            self.box.redraw()

    def _watch(self) -> None:
        if self.desk.watch():
            self._changed()
            if self.desk.interrupted_since is None:
                self._say(self.words("console.clock_jumped"), bad=True)
            elif not isinstance(self.screen, Curtain):
                self._ask_about_interruption()
        else:
            self._draw_titles()
            if self.desk.unkept:
                self._say("")

    def _keep_draft(self) -> None:
        kept = self._typed_so_far
        if kept != self._kept_draft:
            self._kept_draft = kept
            self._save_draft(*kept)

    @property
    def _typed_so_far(self) -> tuple[str, str, tuple[int, int], dict[str, dict[str, str]]]:
        # Phone numbers are kept in one place alone, from which the law's erasure takes them.
        boxes = {
            act: {field: text for field, text in texts.items() if field != "phone"}
            for act, texts in self.boxes_left.items()
        }
        return self.writing.text, str(self._target), self.writing.location, boxes

    @work(thread=True, exclusive=True, group="draft")
    def _save_draft(
        self, text: str, target: str, cursor: tuple[int, int], boxes: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.desk.keep_draft(text, target, cursor, boxes)

    # Acts

    def action_act(self, name: str) -> None:
        """Do an act by its name in the registry."""
        if isinstance(self.screen, Curtain):
            return
        act = ACTS[name]
        if self.box is not None and not act.in_box and act.key is not None and name not in ("help", "palette"):
            if self.box.act == name:
                # What was merely proposed is given by Enter: a key held too long concludes nothing.
                if self.box.touched:
                    self.box.give()
                return
            if self.box.touched:
                title = self.words(f"command.{self.box.act or 'help'}")
                self._say(self.words("console.box_open", title=title), bad=True)
                return
        own: dict[str, Callable[[], object]] = {
            "floor": self._press_floor_key,
            "write": self._write,
            "aim": self._aim_at_floor,
            "palette": self._open_palette,
            "help": self._open_help,
            "minutes": self._write_minutes,
            "mute": self._mute,
            "quit": self._ask_to_quit,
            "pause": self._pause_or_resume,
            "hide": self._hide_or_show,
            "review": self._open_review,
            "attend": self._open_attendance,
            "advice": self._open_advice,
            "papers": self._open_papers,
            "undo": self._undo,
            "redo": self._redo,
        }
        if name in own:
            own[name]()
        elif act.dangerous:
            self._confirm(name)
        elif act.asks:
            self._open_form(name)
        else:
            self.give(DIRECT[name])

    def _press_floor_key(self) -> None:
        """A double press within a blink is one step."""
        pressed = self._monotonic()
        if self._floor_pressed is not None and pressed - self._floor_pressed < FLOOR_KEY_BLINK:
            return
        self._floor_pressed = pressed
        if self.desk.interrupted_since is not None:
            self._ask_about_interruption()
            return
        step = console_view.floor_step(self.desk.meeting.state, self.words, self._proposal)
        if step.act == "conclude" and len(step.questions) > 1:
            if self.box is None:
                self._open_review()
        elif step.act is not None:
            if self.box is None:
                self._open_form(step.act, step.questions)
        elif step.command is None:
            self._say(step.label, bad=True)
        else:
            self.give(step.command)

    def action_other_proposal(self, step: int) -> None:
        """Let the floor key propose something else."""
        self._proposal += step
        self._draw_titles()

    def _pause_or_resume(self) -> None:
        floor = self.desk.meeting.state.floor
        holds = floor is not None and (floor.state == "paused" or floor.within is not None)
        self.give(c.Resume(turn=floor.number) if holds and floor is not None else c.Pause())

    def _write(self) -> None:
        """Keep what is typed in the place that the field names; in a box, give the box."""
        if self.box is not None:
            self.box.give()
            return
        state = self.desk.meeting.state
        turn = None if self._target.turn is None else state.turns.get(self._target.turn)
        if not self.writing.text.strip():
            self._say(self.words("console.nothing_typed"), bad=True)
        elif turn is None or turn.void or turn.began is None:
            self._say(self.words("console.no_target"), bad=True)
        elif self.give(writing.written(turn, self._target.question, self.writing.text.strip())):
            self.writing.begin_with("")
            self._target = writing.after_answer(state, self._target)
            self._changed()

    def _undo(self) -> None:
        """Take back the latest command; a text that was written goes back into the field where that is empty."""
        last = self.desk.meeting.next_undo
        if not self.give(DIRECT["undo"]) or last is None:
            return
        self._offer_again(last)
        self._look_again()
        if self.writing.text.strip():
            return
        found = writing.taken_back(last, self.desk.meeting.state)
        if found is not None:
            self._target, text = found
            self.writing.begin_with(text)
            self._draw_titles()

    def _redo(self) -> None:
        """Give the command again that was taken back; its own text does not stay in the field as well."""
        meeting = self.desk.meeting
        again = meeting.next_redo
        back = None if again is None else writing.taken_back(again, meeting.state)
        if not self.give(DIRECT["redo"]) or again is None:
            return
        self._offer_no_more(again)
        self._look_again()
        if back is not None and back[1] == self.writing.text:
            self.writing.begin_with("")
            self._changed()

    def _aim_at_floor(self) -> None:
        state = self.desk.meeting.state
        present, last = console_view.default_aim(state), last_ended(state)
        if present is None and last is not None:
            present = last.number
        self._target = writing.next_target(state, self._target, present)
        self._draw_titles()
        self.go_to(self.writing)

    def _mute(self) -> None:
        self._muted = not self._muted
        self._say(self.words("console.muted" if self._muted else "console.unmuted"))

    def _hide_or_show(self) -> None:
        """Hide the present turn from the hall, or show it again."""
        state = self.desk.meeting.state
        turn = state.held or state.floor
        self.give(c.Hide(on=turn is None or not turn.hidden))

    def action_focus_next(self) -> None:
        """From the waiting order to the text, to the questions, and round again."""
        self._go_round(1)

    def action_focus_previous(self) -> None:
        """The other way round."""
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        parts = (self.waiting, self.writing, self.questions)
        if self.at in parts:
            self.go_to(parts[(parts.index(self.at) + step) % len(parts)])

    def on_waiting_moved(self, event: Waiting.Moved) -> None:
        """Move the person under the cursor up or down in the waiting order."""
        order = list(self.desk.meeting.state.waiting)
        here = self.waiting.cursor
        there = here + event.step
        if 0 <= there < len(order):
            order[here], order[there] = order[there], order[here]
            self.give(c.Reorder(order=tuple(str(entry) for entry in order)))

    def on_waiting_withdrawn(self) -> None:
        """Take the person under the cursor out of the waiting order."""
        entry = self.waiting.key
        if isinstance(entry, Entry):
            self.give(c.Withdraw(who=entry.who))

    def on_waiting_chosen(self) -> None:
        """Call the person under the cursor."""
        entry = self.waiting.key
        if isinstance(entry, Entry):
            self.give(c.Call(entry=str(entry)))

    def on_worktop_emptied(self) -> None:
        """An empty field follows the floor."""
        self._target = self._following(console_view.default_aim(self.desk.meeting.state))
        self._draw_titles()

    def on_worktop_chosen(self) -> None:
        """The next step of the question under the cursor."""
        number = self.questions.key
        if not isinstance(number, int):
            return
        status = self.desk.meeting.state.questions[number].status
        following = {"new": "assign", "assigned": "call_answer", "answered": "conclude"}
        self._open_form(following.get(status, "edit_question"))

    def on_pick_box_picked(self, event: PickBox.Picked) -> None:
        """Do what was picked in the palette."""
        back = self._return_to
        # Another act takes the place of the box that was being filled in; that can be taken up again.
        if self._box_below is not None:
            self._box_below.leave()
            self._box_below = None
        self._close_box()
        self.action_act(event.value)
        self._return_to = back

    def _confirm(self, name: str) -> None:
        from screens.box import PageBox

        self._confirms = name
        words = [self.words(f"console.confirm.{name}")]
        if name == "quit" and self.desk.failure is not None:
            words = [self.words("console.confirm.quit_failed")]
        if name == "sign":
            words += self._gaps()
        text = [("\n".join(words), "")]
        hint = self.words("console.box.hint_confirm", key=key_name(_CONFIRMING_KEY))
        self._open(PageBox(self.words(f"command.{name}"), hint, text, _CONFIRMING_KEY))

    def _ask_to_quit(self) -> None:
        self._confirm("quit")

    def on_page_box_confirmed(self) -> None:
        """Do what was asked about."""
        self._close_box()
        if self._confirms == "quit":
            self._keep_draft_now()
            self.exit()
        else:
            self.give(DIRECT[self._confirms])

    def _keep_draft_now(self) -> None:
        self.desk.keep_draft(*self._typed_so_far)

    def _ask_about_interruption(self) -> None:
        if self.desk.interrupted_since is not None:
            self._open_form("recover")
            self._say(
                self.words(
                    "console.interrupted",
                    time=console_view.time_of_day(self.desk.meeting.state, self.desk.interrupted_since),
                ),
                bad=True,
            )
