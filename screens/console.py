"""The console: one screen on which the whole meeting is driven by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key

from moderator.meeting import commands as c
from moderator.meeting.closing_time import closing_at
from moderator.meeting.commands import Command
from moderator.meeting.proposals import proposals
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import Entry
from screens import console_view, writing
from screens.console_face import ConsoleFace, Curtain, put
from screens.registry import ACTS, DIRECT, key_name
from screens.row_list import RowList
from screens.writing import Target

# The boxes are loaded when they are first opened: the first picture does not wait for them.
if TYPE_CHECKING:
    from moderator.meeting.minutes_gaps import Gap
    from screens.attendance_box import AttendanceBox
    from screens.box import Box, FormBox, PickBox
    from screens.form import Scene
    from screens.papers import PaperPage, PapersBox
    from screens.review import ReviewBox

FLOOR_KEY_BLINK = 0.4
# No terminal takes this one for itself, and no act has it.
_CONFIRMING_KEY = "ctrl+y"


# What would be refused however the box were filled in.
_PROBES: dict[str, Command] = {
    "extend": c.Extend(seconds=1),
    "backdate": c.Backdate(seconds=1),
    "remind": c.Remind(kind="time"),
    "break": c.Break(),
    "adjourn": c.Adjourn(),
    "recover": c.Recover(choice="paused"),
    "agree": c.Agree(on="minutes", everybody=True),
    "rhythm": c.Rhythm(rounds=1),
}


class ConsoleApp(ConsoleFace):
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
        self.desk.publish_when(self.call_after_refresh)
        draft = self.desk.draft()
        state = self.desk.meeting.state
        self._target = Target(console_view.default_aim(state))
        if draft is not None and draft.text:
            self._target = writing.target_of(draft.target, state)
            self.writing.load_text(draft.text)
            self.writing.move_cursor(draft.cursor)
            self._kept_draft = (draft.text, draft.target)
        self.writing.focus()
        self._changed()
        self._say(self.words("console.restored") if draft is not None and draft.text else self.words("console.ready"))
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
        """What is typed over a list, or nowhere, is text all the same: it goes into the writing field."""
        typed = event.character if event.is_printable and event.key != "space" else None
        if typed is not None and self._box is None and not isinstance(self.screen, Curtain):
            event.stop()
            self.screen.set_focus(self.writing)
            self.writing.insert(typed)

    @property
    def at_work(self) -> bool:
        """Whether a key that was taken before is still being worked on; one that opened a box, until the box is up."""
        return super().at_work or (self._box is not None and not self._box.ready)

    def on_ready(self) -> None:
        """After the first picture: the calendar of days off takes a moment to load, better now than at a conclusion."""
        self.run_worker(lambda: self.desk.calendar.is_working_day(self.desk.now().date()), thread=True)

    def _watch(self) -> None:
        if self.desk.watch():
            self._changed()
            if self.desk.interrupted_since is None:
                self._say(self.words("console.clock_jumped"), bad=True)
            else:
                self._ask_about_interruption()
        else:
            self._draw_titles()
            if self.desk.unkept:
                self._say("")

    def _keep_draft(self) -> None:
        kept = (self.writing.text, str(self._target))
        if kept != self._kept_draft:
            self._kept_draft = kept
            self._save_draft(*kept, self.writing.cursor_location)

    @work(thread=True, exclusive=True, group="draft")
    def _save_draft(self, text: str, target: str, cursor: tuple[int, int]) -> None:
        self.desk.keep_draft(text, target, cursor)

    # Acts

    def action_act(self, name: str) -> None:
        """Do an act by its name in the registry."""
        if isinstance(self.screen, Curtain):
            return
        act = ACTS[name]
        if self._box is not None and not act.in_box and act.key is not None and name not in ("help", "palette"):
            if self._box.act == name:
                self._box.give()
                return
            if self._box.touched:
                title = self.words(f"command.{self._box.act or 'help'}")
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

    def give(self, command: Command) -> bool:
        """Give a command to the meeting and say what came of it."""
        try:
            self.desk.give(command)
        except Refusal as refusal:
            self._refused(refusal)
            return False
        return True

    def _refused(self, refusal: Refusal) -> None:
        self._say(self.words.refusal(refusal), bad=True)
        if self._box is not None:
            self._box.refuse(self.words.refusal(refusal))

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
            if self._box is None:
                self._open_review()
        elif step.act is not None:
            if self._box is None:
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
        if self._box is not None:
            self._box.give()
            return
        state = self.desk.meeting.state
        turn = None if self._target.turn is None else state.turns.get(self._target.turn)
        if not self.writing.text.strip():
            self._say(self.words("console.nothing_typed"), bad=True)
        elif turn is None or turn.void or turn.began is None:
            self._say(self.words("console.no_target"), bad=True)
        elif self.give(writing.written(turn, self._target.question, self.writing.text.strip())):
            self.writing.load_text("")
            self._target = writing.after_answer(state, self._target)
            self._changed()

    def _undo(self) -> None:
        """Take back the latest command; a text that was written goes back into the field where that is empty."""
        last = self.desk.meeting.next_undo
        if not self.give(DIRECT["undo"]) or last is None or self.writing.text.strip():
            return
        found = writing.taken_back(last, self.desk.meeting.state)
        if found is not None:
            self._target, text = found
            self.writing.begin_with(text)
            self._draw_titles()

    def _redo(self) -> None:
        """Give the command again that was taken back; its own text does not stay in the field as well."""
        meeting, back = self.desk.meeting, None
        if meeting.next_redo is not None:
            back = writing.taken_back(meeting.next_redo, meeting.state)
        if self.give(DIRECT["redo"]) and back is not None and back[1] == self.writing.text:
            self.writing.load_text("")
            self._changed()

    def _aim_at_floor(self) -> None:
        state = self.desk.meeting.state
        self._target = writing.next_target(state, self._target, console_view.default_aim(state))
        self._draw_titles()
        self.writing.focus()

    def _mute(self) -> None:
        self._muted = not self._muted
        self._say(self.words("console.muted" if self._muted else "console.unmuted"))

    def _hide_or_show(self) -> None:
        """Hide the present turn from the hall, or show it again."""
        state = self.desk.meeting.state
        turn = state.held or state.floor
        self.give(c.Hide(on=turn is None or not turn.hidden))

    @work(thread=True, exclusive=True, group="minutes", exit_on_error=False)
    def _write_minutes(self, closing: dt.datetime | None = None) -> None:
        try:
            paths = [self.desk.write_minutes()] if closing is None else self.desk.write_minutes_to_sign(closing)
        except Exception as error:  # noqa: BLE001
            # Whatever is wrong with a paper, the meeting goes on.
            reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
            self.call_from_thread(self._say, self.words("console.minutes_failed", reason=reason), bad=True)
        else:
            self.call_from_thread(self._tell_minutes, paths, closing is not None)

    def _tell_minutes(self, paths: Sequence[Path], closing_typed: bool) -> None:
        """Where the minutes are, whole however long the path is, and what they still lack."""
        lines = [self.words("console.minutes_written", path="\n".join(map(str, paths)))]
        gaps = [gap for gap in self._gaps() if not (closing_typed and gap.code == "not_adjourned")]
        if gaps:
            lines.append("\n" + self.words("console.minutes_lack"))
        lines += ["• " + self.words(f"gap.{gap.code}", numbers=console_view.numbers(gap.numbers)) for gap in gaps]
        self._say(self.words("console.minutes_are_there"))
        if self._box is None:
            self._open_page("minutes", Content("\n".join(lines)))

    def _write_minutes_to_sign(self, time: dt.time) -> None:
        """Write the minutes for a meeting that closes at a time today, unless it cannot close then."""
        state = self.desk.meeting.state
        try:
            closing = closing_at(state, time, self.desk.now().astimezone(state.setup.tz).date())
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._close_box()
        self._write_minutes(closing)

    def _gaps(self) -> list[Gap]:
        from moderator.meeting.minutes_gaps import missing

        return missing(self.desk.meeting, self.desk.calendar)

    def action_shift(self, step: int) -> None:
        """Move the person under the cursor up or down in the waiting order."""
        order = list(self.desk.meeting.state.waiting)
        here = self.waiting.cursor
        there = here + step
        if 0 <= there < len(order):
            order[here], order[there] = order[there], order[here]
            self.give(c.Reorder(order=tuple(str(entry) for entry in order)))

    def action_withdraw_row(self) -> None:
        """Take the person under the cursor out of the waiting order."""
        entry = self.waiting.key
        if isinstance(entry, Entry):
            self.give(c.Withdraw(who=entry.who))

    def action_back_to_writing(self) -> None:
        """Return to the text."""
        self.writing.focus()

    @on(RowList.Chosen, "#waiting")
    def _call_row(self, event: RowList.Chosen) -> None:
        entry = self.waiting.key
        if isinstance(entry, Entry):
            self.give(c.Call(entry=str(entry)))

    @on(RowList.Chosen, "#questions")
    def _work_on_question(self, event: RowList.Chosen) -> None:
        """The next step of the question under the cursor."""
        number = self.questions.key
        if not isinstance(number, int):
            return
        status = self.desk.meeting.state.questions[number].status
        following = {"new": "assign", "assigned": "call_answer", "answered": "conclude"}
        self._open_form(following.get(status, "edit_question"))

    # Boxes

    def _scene(self) -> Scene:
        from screens.form import Aim, Scene

        state = self.desk.meeting.state
        marked = tuple(n for n in reversed(self.questions.keys) if isinstance(n, int) and n in self.questions.marked)
        entry = self.waiting.key
        return Scene(
            state=state,
            now=self.desk.now(),
            calendar=self.desk.calendar,
            words=self.words,
            aim=Aim(
                questions=marked or self._likely_questions(),
                who=entry.who if isinstance(entry, Entry) and self.waiting.has_focus else None,
                turn=self._target.turn,
            ),
            interrupted_since=self.desk.interrupted_since,
        )

    def _likely_questions(self) -> tuple[int, ...]:
        """The question under the cursor, else the one that waits longest for its next step."""
        key = self.questions.key
        if self.questions.has_focus and isinstance(key, int):
            return (key,)
        return ()

    def _open_form(
        self, name: str, questions: tuple[int, ...] = (), texts: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        scene = self._scene()
        scene = _proposing(scene, questions) if questions else self._with_questions(name, scene)
        if self._cannot(name, scene):
            return
        box = self._form_box(name, scene, texts)
        first = box.form.fields[0]
        if first.kind == "pick" and first.required and not first.free and not first.choices(scene):
            self._say(self.words("console.nothing_there", title=self.words(f"command.{name}")), bad=True)
            return
        is_new = box.parent is None
        self._open(box)
        if not is_new:
            box.begin(scene, texts)

    def _form_box(self, name: str, scene: Scene, texts: Mapping[str, str]) -> FormBox:
        """The box of an act: made when it is first asked for and kept, for making one takes long."""
        box = self._kept_boxes.get(name)
        if box is None:
            from screens.box import FormBox
            from screens.forms import FORMS, register_form

            form = register_form(self.desk.known_people()) if name == "register" else FORMS[name]
            rows = max(5, min(12, self.size.height - 19))
            box = FormBox(name, ACTS[name].command, form, scene, rows, texts)
            self._kept_boxes[name] = box
        return box

    def _cannot(self, name: str, scene: Scene) -> bool:
        """Say at once why an act is off, before its box asks for anything."""
        probe = _PROBES.get(name)
        if probe is None:
            return False
        try:
            self.desk.meeting.decide(probe, scene.now)
        except Refusal as refusal:
            self._say(self.words.refusal(refusal), bad=True)
            return True
        return False

    def _with_questions(self, name: str, scene: Scene) -> Scene:
        if scene.aim.questions:
            return scene
        turn = None if scene.aim.turn is None else scene.state.turns.get(scene.aim.turn)
        if name == "answer" and turn is not None and turn.kind == "answer":
            return _proposing(scene, turn.questions)
        for proposal in proposals(scene.state, scene.state.rounds):
            if proposal.kind == name and proposal.questions:
                return _proposing(scene, proposal.questions)
        wanted = {
            "assign": ("new",),
            "call_answer": ("assigned", "new"),
            "answer": ("assigned", "new"),
            "conclude": ("answered", "assigned", "new"),
        }
        for status in wanted.get(name, ()):
            for question in scene.state.questions.values():
                if question.status == status:
                    return _proposing(scene, (question.number,))
        return scene

    def _open(self, box: Box) -> None:
        if self._box is None and self.focused in (self.writing, self.waiting, self.questions):
            self._return_to = self.focused
        if self._box is not None and self._box is not box:
            self._put_away(self._box)
        self._box = box
        box.add_class("part")
        put(box, self.places.box)
        for part in (self.writing_title, self.writing, self.questions):
            part.display = False
        if box.parent is None:
            self.screen.mount(box)
        else:
            box.display = True

    def _put_away(self, box: Box) -> None:
        box.leave()
        if box.act is not None:
            box.display = False
        else:
            box.remove()

    def on_box_closed(self) -> None:
        """Go back to where the keys went before."""
        self._close_box()

    def _close_box(self) -> None:
        if self._box is None:
            return
        box, self._box = self._box, None
        if self._complained:
            self._say("")
        for part in (self.writing_title, self.writing, self.questions):
            part.display = True
        self.screen.set_focus(self._return_to or self.writing)
        self._put_away(box)

    def on_form_box_given(self, event: FormBox.Given) -> None:
        """Give the commands of a form that was filled in."""
        closing = event.values.get("closing")
        if isinstance(closing, dt.time):
            self._write_minutes_to_sign(closing)
            return
        again = self._concluded_again(event.commands)
        if not all(self.give(command) for command in event.commands):
            return
        event.box.taken()
        self.questions.marked.clear()
        at_the_floor = any(isinstance(command, c.Register) and command.now for command in event.commands)
        if event.box.form.stays and not at_the_floor:
            event.box.begin(self._scene())
        else:
            self._close_box()
        for number, texts in again.items():
            self._open_form("conclude", (number,), texts)

    def _concluded_again(self, commands: Sequence[Command]) -> dict[int, Mapping[str, str]]:
        """What a question that is reopened to be concluded otherwise had as its conclusion."""
        from screens.forms import conclusion_again

        scene = self._scene()
        reopened = [command.question for command in commands if isinstance(command, c.Reopen)]
        return {number: texts for number in reopened if (texts := conclusion_again(scene, number))}

    def _open_review(self) -> None:
        state = self.desk.meeting.state
        owed = [q.number for q in state.questions.values() if q.status == "answered"]
        owed = owed or [q.number for q in state.questions.values() if q.status in ("new", "assigned")]
        if owed:
            from screens.review import ReviewBox

            self._open(ReviewBox(self._scene(), owed))
        else:
            self._say(self.words("console.nothing_to_conclude"), bad=True)

    def on_review_box_given(self, event: ReviewBox.Given) -> None:
        """Conclude what was looked through."""
        if all(self.give(command) for command in event.commands):
            self._close_box()

    def _open_attendance(self) -> None:
        from screens.attendance_box import AttendanceBox

        self._open(AttendanceBox(self._scene))

    def on_attendance_box_given(self, event: AttendanceBox.Given) -> None:
        """Put down who has come or stayed away; the box stays for the next."""
        if self.give(event.command):
            event.box.recorded()

    def _open_palette(self) -> None:
        from screens.box import PickBox
        from screens.form import Choice

        words = self.words
        choices = []
        for act in ACTS.values():
            key = f" ({key_name(act.key)})" if act.key else ""
            label = f"{words(f'command.{act.name}')}{key} – {words(f'command.{act.name}.help')}"
            choices.append(Choice(act.name, label, words(f"command.{act.name}")))
        self._open(
            PickBox(
                words("command.palette"),
                words("console.box.hint_palette"),
                words("console.no_such_command"),
                choices,
                max(3, self.places.box.height - 3),
            )
        )

    def on_pick_box_picked(self, event: PickBox.Picked) -> None:
        """Do what was picked in the palette."""
        back = self._return_to
        self._close_box()
        self.action_act(event.value)
        self._return_to = back

    def _open_help(self) -> None:
        from screens.help_page import help_page

        page = help_page(self.words, self.desk.meeting, self.desk.now())
        self._open_page("help", page)

    def _open_papers(self) -> None:
        from screens.papers import PapersBox

        self._open(PapersBox(self.words, max(3, self.places.box.height - 3)))

    def on_papers_box_chosen(self, event: PapersBox.Chosen) -> None:
        """Show a paper as it stands, with what the meeting still lacks."""
        from screens.papers import PaperPage

        self._open(PaperPage(self.words, event.name, self.desk.paper_text(event.name), self._gaps()))

    def on_paper_page_wanted(self, event: PaperPage.Wanted) -> None:
        """Write the paper that was read."""
        self._close_box()
        self._write_paper(event.name)

    @work(thread=True, exclusive=True, group="papers", exit_on_error=False)
    def _write_paper(self, name: str) -> None:
        try:
            paths = self.desk.write_paper(name)
        except Exception as error:  # noqa: BLE001
            # Whatever is wrong with a paper, the meeting goes on.
            reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
            self.call_from_thread(self._say, self.words("papers.failed", reason=reason), bad=True)
        else:
            told = (
                self.words("papers.written", path=", ".join(map(str, paths))) if paths else self.words("papers.empty")
            )
            self.call_from_thread(self._say, told)

    def _open_advice(self) -> None:
        from screens.advice_page import advice_page

        page = advice_page(self.desk.meeting.state, self.desk.now(), self.words)
        self._open_page("advice", page)

    def _open_page(self, name: str, page: Content) -> None:
        from screens.box import PageBox

        self._open(PageBox(self.words(f"command.{name}"), self.words("console.box.hint_page"), page))

    def _confirm(self, name: str) -> None:
        from screens.box import PageBox

        self._confirms = name
        words = [self.words(f"console.confirm.{name}")]
        if name == "quit" and self.desk.failure is not None:
            words = [self.words("console.confirm.quit_failed")]
        if name == "sign":
            gaps = self._gaps()
            words += ["• " + self.words(f"gap.{g.code}", numbers=console_view.numbers(g.numbers)) for g in gaps]
        text = Content("\n".join(words))
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
        self.desk.keep_draft(self.writing.text, str(self._target), self.writing.cursor_location)

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


def _proposing(scene: Scene, questions: tuple[int, ...]) -> Scene:
    """The scene of a box about questions that nobody pointed at."""
    return replace(scene, aim=replace(scene.aim, questions=questions, proposed=True))
