"""The boxes of the console: opened over the text and the questions, given, put away and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.events import Record
from moderator.meeting.proposals import proposals
from moderator.meeting.refusals import Refusal
from moderator.meeting.stages import check_kind
from moderator.meeting.state import Entry
from screens.console_face import ConsoleFace
from screens.registry import ACTS, key_name

# The boxes are loaded when they are first opened: the first picture does not wait for them.
if TYPE_CHECKING:
    from screens.attendance_box import AttendanceBox
    from screens.box import Box, PageBox, PickBox
    from screens.drawn import Part
    from screens.form import Scene
    from screens.form_box import FormBox
    from screens.review import ReviewBox

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


class ConsoleBoxes(ConsoleFace):
    """The console's face with its boxes: one at a time, each about the meeting as it is."""

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
        if self.box is not None:
            self.box.refuse(self.words.refusal(refusal))

    def _scene(self) -> Scene:
        from screens.form import Aim, Scene

        state = self.desk.meeting.state
        marked = tuple(sorted(number for number in self.questions.marked if isinstance(number, int)))
        entry = self.waiting.key
        return Scene(
            state=state,
            now=self.desk.now(),
            calendar=self.desk.calendar,
            words=self.words,
            aim=Aim(
                questions=marked or self._likely_questions(),
                who=entry.who if isinstance(entry, Entry) and self.waiting.in_use else None,
                turn=self._target.turn,
            ),
            interrupted_since=self.desk.interrupted_since,
        )

    def _likely_questions(self) -> tuple[int, ...]:
        """The question under the cursor, none while the keys go elsewhere."""
        key = self.questions.key
        if self.questions.in_use and isinstance(key, int):
            return (key,)
        return ()

    def _open_form(
        self, name: str, questions: tuple[int, ...] = (), texts: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        scene = self._scene_of(name, questions)
        if self._cannot(name, scene):
            return
        box = self._form_box(name, scene)
        first = box.form.fields[0]
        if first.kind == "pick" and first.required and not first.free and not first.choices(scene):
            self._say(self.words("console.nothing_there", title=self.words(f"command.{name}")), bad=True)
            return
        if box is self._box_below:
            box.leave()
        box.begin(scene, texts)
        self._open(box)

    def _form_box(self, name: str, scene: Scene) -> FormBox:
        """The box of an act: made when it is first asked for and kept, for making one takes long."""
        box = self._kept_boxes.get(name)
        if box is None:
            from screens.form_box import FormBox
            from screens.forms import FORMS
            from screens.register_form import register_form

            form = register_form(self.desk.known_people()) if name == "register" else FORMS[name]
            rows = max(5, min(12, self.size.height - 19))
            box = FormBox(name, ACTS[name].command, form, scene, rows, self._scene)
            box.keep(self._left_in_boxes.pop(name, {}))
            self._kept_boxes[name] = box
        return box

    @property
    def boxes_left(self) -> dict[str, Mapping[str, str]]:
        """What stands in boxes and was not given, by act; of those that were not opened again, from the last time."""
        kept = {act: box.left for act, box in self._kept_boxes.items() if box.left}
        return {**self._left_in_boxes, **kept}

    def _scene_of(self, name: str, questions: tuple[int, ...] = ()) -> Scene:
        """The scene of an act's box: about some questions, else about those that it is most likely for."""
        scene = self._scene()
        return _proposing(scene, questions) if questions else self._with_questions(name, scene)

    def _cannot(self, name: str, scene: Scene) -> bool:
        """Say at once why an act is off, before its box asks for anything."""
        refusal = self._why_not(name, scene)
        if refusal is not None:
            self._say(self.words.refusal(refusal), bad=True)
        return refusal is not None

    def _why_not(self, name: str, scene: Scene) -> Refusal | None:
        kind, probe = ACTS[name].command, _PROBES.get(name)
        try:
            if kind is not None:
                check_kind(scene.state, kind)
            if probe is not None:
                self.desk.meeting.decide(probe, scene.now)
        except Refusal as refusal:
            return refusal
        return None

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
        if self.box is None:
            self._return_to = self.at
        elif box.act is not None:
            self._leave_box(but=box)
        elif self.box.act is not None:
            # What is only looked at lies over the box that is being filled in.
            self._box_below = self.box
        else:
            self.box.leave()
        self._show_box(box)

    def _show_box(self, box: Box) -> None:
        self.box = box
        # A click on the waiting order sends no keys there while a box asks.
        self._left_side.can_focus = False
        self.screen.set_focus(self._right_side)
        self._right_side.put(box)

    def _leave_box(self, *, but: Box | None = None) -> None:
        """Leave what is open, and the box that lies below it."""
        for box in (self.box, self._box_below):
            if box is not None and box is not but:
                box.leave()
        self.box = self._box_below = None

    def on_box_closed(self) -> None:
        """Go back to where the keys went before."""
        self._close_box()

    def _close_box(self) -> None:
        if self.box is None:
            return
        below, self._box_below = self._box_below, None
        self._leave_box()
        if self._complained:
            self._say("")
        if below is not None:
            below.follow()
            self._show_box(below)
            return
        self._left_side.can_focus = True
        self._right_side.put(self.worktop)
        self.go_to(self._return_to)

    def on_form_box_given(self, event: FormBox.Given) -> None:
        """Do what a form that was filled in asks for."""
        self._do_what_a_form_asks(event)

    def _do_what_a_form_asks(self, event: FormBox.Given) -> None:
        again = self._concluded_again(event.commands)
        # What was merely proposed is proposed again by itself.
        filled_in = event.box.texts if event.box.touched else {}
        if not all(self.give(command) for command in event.commands):
            return
        if event.commands and event.box.act is not None and filled_in:
            self._filled_in[len(self.desk.meeting.records)] = (event.box.act, filled_in)
        event.box.taken()
        self.questions.marked.clear()
        at_the_floor = any(isinstance(command, c.Register) and command.now for command in event.commands)
        if event.box.form.stays and not at_the_floor:
            event.box.begin(self._scene())
        else:
            self._close_box()
        for number, texts in again.items():
            self._open_form("conclude", (number,), texts)

    def _filled_in_for(self, record: Record) -> tuple[str, Mapping[str, str]]:
        records = self.desk.meeting.records
        number = next((n for n in range(len(records), 0, -1) if records[n - 1] is record), 0)
        return self._filled_in.get(number) or ("", {})

    def _offer_no_more(self, restored: Record) -> None:
        """What was filled in for a record that stands again is not to be taken up once more."""
        act, texts = self._filled_in_for(restored)
        box = self._kept_boxes.get(act)
        if box is not None and box.left == texts:
            box.keep({})
            box.redraw()
        elif act and self._left_in_boxes.get(act) == texts:
            del self._left_in_boxes[act]

    def _look_again(self) -> None:
        """A box in which nothing was typed yet begins anew with what stands now."""
        act = None if self.box is None else self.box.act
        box = self._kept_boxes.get(act or "")
        if act is None or box is None or box is not self.box or box.touched:
            return
        scene = box.seen_in(self._scene_of(act))
        if self._why_not(act, scene) is None:
            box.begin(scene)

    def _offer_again(self, taken_back: Record) -> None:
        """What was filled in for a record that is taken back can be taken up again in its box."""
        act, texts = self._filled_in_for(taken_back)
        box = self._kept_boxes.get(act)
        # What was typed since then and not given comes first.
        if act and box is None:
            self._left_in_boxes.setdefault(act, texts)
        elif box is not None and not box.left:
            box.keep(texts)
            box.redraw()

    def _concluded_again(self, commands: Sequence[Command]) -> dict[int, Mapping[str, str]]:
        """What a question that is reopened to be concluded otherwise had as its conclusion."""
        reopened = [command.question for command in commands if isinstance(command, c.Reopen)]
        if not reopened:
            return {}
        from screens.forms import conclusion_again

        scene = self._scene()
        return {number: texts for number in reopened if (texts := conclusion_again(scene, number))}

    def _open_review(self) -> None:
        state = self.desk.meeting.state
        if self._cannot("conclude", self._scene()):
            return
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
            self.questions.marked.clear()
            self._close_box()

    def _open_attendance(self) -> None:
        from screens.attendance_box import AttendanceBox

        self._open(AttendanceBox(self._scene))

    def on_attendance_box_given(self, event: AttendanceBox.Given) -> None:
        """Put down who has come or stayed away; the box stays for the next."""
        if self.give(event.command):
            event.box.recorded()

    def _open_help(self) -> None:
        self._open(self._help_box())

    def _help_box(self) -> PageBox:
        from screens.help_page import help_page

        return self._page_box("help", help_page(self.words, self.desk.meeting, self.desk.now()))

    def _open_palette(self) -> None:
        self._open(self._palette_box())

    def _palette_box(self) -> PickBox:
        from screens.box import PickBox
        from screens.form import Choice

        words = self.words
        choices = []
        for act in ACTS.values():
            key = f" ({key_name(act.key)})" if act.key else ""
            label = f"{words(f'command.{act.name}')}{key} – {words(f'command.{act.name}.help')}"
            choices.append(Choice(act.name, label, words(f"command.{act.name}")))
        return PickBox(
            words("command.palette"), words("console.box.hint_palette"), words("console.no_such_command"), choices
        )

    def _open_advice(self) -> None:
        from screens.advice_page import advice_page

        page = advice_page(self.desk.meeting.state, self.desk.now(), self.words)
        self._open_page("advice", page)

    def _open_page(self, name: str, page: Sequence[Part]) -> None:
        self._open(self._page_box(name, page))

    def _page_box(self, name: str, page: Sequence[Part]) -> PageBox:
        from screens.box import PageBox

        return PageBox(self.words(f"command.{name}"), self.words("console.box.hint_page"), page)


def _proposing(scene: Scene, questions: tuple[int, ...]) -> Scene:
    """The scene of a box about questions that nobody pointed at."""
    return replace(scene, aim=replace(scene.aim, questions=questions, proposed=True))
