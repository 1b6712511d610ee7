"""The box of an act: its fields, what it would put down, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from moderator.meeting.commands import Command
from screens.box import Box, tell
from screens.drawn import Line, Lines
from screens.form import Choice, Field, FieldProblem, Form, Scene, built, read_value
from screens.picker import Picker
from screens.row_text import cut, flat
from screens.typing import LineInput, WritingArea

LABEL_WIDTH = 13
_LEFT_SHOWN = 24
_LEAST_AREA = 4
# Title, problem and keys.
_FRAME_LINES = 4


class FormBox(Box):
    """A form as a box: Tab moves on, Enter gives, F4 gives from a field of several lines."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "take_up_again", show=False, priority=True)]

    @dataclass
    class Given(Message):
        """The form was filled in."""

        box: FormBox
        commands: Sequence[Command]
        values: Mapping[str, object]

    def __init__(
        self,
        name: str,
        command: type[Command] | None,
        form: Form,
        scene: Scene,
        rows: int,
        texts: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Ask for the fields of an act, which may give no command; a list of choices has room for so many rows."""
        super().__init__(scene.words(f"command.{name}"), "")
        self.act = name
        self._command = command
        self.form = form
        self._scene = scene
        self._rows = rows
        self._first_texts = texts
        self._left: Mapping[str, str] = {}
        self._was_taken = False
        self.problem = Static("", classes="box-problem")
        self.preview = Static("", classes="box-preview")
        self.labels = Lines(classes="field-labels")
        # A cell of room at either side.
        self.labels.styles.width = LABEL_WIDTH + 2
        self._height_of_areas = _LEAST_AREA
        self._draws_soon = False
        self.editors: dict[str, Picker | LineInput | WritingArea] = {f.name: self._editor(f) for f in form.fields}

    def _editor(self, field: Field) -> Picker | LineInput | WritingArea:
        hint = self._scene.words(field.hint) if field.hint else ""
        if field.kind == "area":
            area = WritingArea(compact=True, highlight_cursor_line=False, placeholder=hint)
            area.add_class("form-area")
            return area
        if field.kind == "pick":
            free = self._scene.words("console.new_value", text="{text}") if field.free else ""
            return Picker(free=free, rows=self._rows)
        return LineInput(compact=True, select_on_focus=True, placeholder=hint)

    def on_resize(self) -> None:
        """Share the room: the preview takes a third at most, a field of several lines what the others leave."""
        self.preview.styles.max_height = max(3, self.size.height // 3)
        areas = [editor for editor in self.editors.values() if isinstance(editor, WritingArea)]
        room = self.size.height * 2 // 3 - _FRAME_LINES - (len(self.editors) - len(areas))
        self._height_of_areas = max(_LEAST_AREA, room // max(1, len(areas)))
        for area in areas:
            area.styles.height = self._height_of_areas
        self._draw_labels()

    def _draw_labels(self) -> None:
        """Put each label beside the first line of its field."""
        lines: list[Line] = []
        for field in self.form.fields:
            editor = self.editors[field.name]
            lines.append(Line(((field.labelled(self._scene), "dim"),)))
            if isinstance(editor, Picker):
                lines += [Line()] * editor.open_rows
            elif isinstance(editor, WritingArea):
                lines += [Line()] * (self._height_of_areas - 1)
        self.labels.show(lines)
        self.labels.styles.height = len(lines)

    def _offered(self, field: Field) -> Sequence[Choice]:
        offered = field.choices(self._scene)
        if field.required or field.first:
            return offered
        return [Choice("", self._scene.words(field.unset)), *offered]

    def compose(self) -> ComposeResult:
        """Title, a row for each field, and what is wrong."""
        yield self.heading
        with VerticalScroll(classes="box-fields", can_focus=False), Horizontal(classes="fields"):
            yield self.labels
            yield Vertical(*self.editors.values(), classes="fields")
        if self.form.preview is not None:
            yield self.preview
        yield self.problem
        yield self.hint

    @on(Picker.Changed)
    @on(Input.Changed)
    @on(TextArea.Changed)
    def _draw_soon(self) -> None:
        """Draw once for all that has changed: a box that opens fills many fields together."""
        if not self._draws_soon:
            self._draws_soon = True
            self.call_later(self._draw)

    def _draw(self) -> None:
        self._draws_soon = False
        if not self.display:
            return
        self._draw_labels()
        if self.form.preview is not None:
            tell(self.preview, self.form.preview(self._scene, self._values))
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """A preview that grew takes no room from the field that has the cursor."""
        focused = self.app.focused
        if focused is not None and self in focused.ancestors:
            (focused.parent if isinstance(focused.parent, Picker) else focused).scroll_visible(animate=False)

    @on(Input.Changed)
    def _follow_questions(self, event: Input.Changed) -> None:
        """Propose who and what fits the questions that the box is about by now."""
        if event.input is not self.editors.get("questions"):
            return
        numbers = (int(part) for part in re.findall(r"[0-9]{1,6}", event.value))
        asked = tuple(number for number in numbers if number in self._scene.state.questions)
        if not asked or asked == self._scene.aim.questions:
            return
        self._scene = replace(self._scene, aim=replace(self._scene.aim, questions=asked, proposed=False))
        for field in self.form.fields:
            editor = self.editors[field.name]
            if isinstance(editor, Picker) and not editor.typed.strip():
                editor.propose(field.starts(self._scene))

    def on_mount(self) -> None:
        """Ask for the first time."""
        self.begin(self._scene, self._first_texts)

    def begin(self, scene: Scene, texts: Mapping[str, str] = MappingProxyType({})) -> None:
        """Ask anew: every field as it starts or as given, the cursor in the one that decides."""
        self._scene = scene
        self._was_taken = False
        self.trap_focus()
        tell(self.problem, "")
        for field in self.form.fields:
            editor = self.editors[field.name]
            starts = field.starts(scene)
            if isinstance(editor, Picker):
                editor.offer(self._offered(field), starts)
            elif isinstance(editor, WritingArea):
                editor.begin_with(starts)
            else:
                editor.value = starts
        self._fill(texts)
        self._focus(self._deciding)
        self._say_keys()
        self._draw()

    def on_descendant_focus(self) -> None:
        """Say the keys of the field that has the cursor."""
        super().on_descendant_focus()
        self._say_keys()
        self._draw_soon()

    def on_descendant_blur(self) -> None:
        """A list that closes moves the fields below it."""
        self._draw_soon()

    def _say_keys(self) -> None:
        if self._left and not self.touched:
            code = "hint_left"
        elif isinstance(self.app.focused, WritingArea):
            code = "hint_area"
        else:
            code = "hint_stays" if self.form.stays else "hint"
        left = cut(flat(max(self._left.values(), key=len, default="")), _LEFT_SHOWN)
        tell(self.hint, self._scene.words(f"console.box.{code}", left=left))

    def leave(self) -> None:
        """Let the keys go elsewhere; what was filled in and not given can be taken up again."""
        super().leave()
        if self.touched and not self._was_taken:
            self._left = self._texts

    def taken(self) -> None:
        """The meeting took what the box gave: nothing of it is left."""
        self._was_taken, self._left = True, {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ctrl+Z is the field's own undo but for a box that begins and has something to take up."""
        return action != "take_up_again" or bool(self._left and not self.touched)

    def action_take_up_again(self) -> None:
        """Put back what stood in the fields when the box was left before it was given."""
        for name, text in self._left.items():
            self._put_back(name, text)
        self._left = {}
        self._say_keys()

    @property
    def left(self) -> Mapping[str, str]:
        """What stands in it and was not given, by field; what it keeps for the next time while it is put away."""
        return self._texts if self.ready and self.display and self.touched and not self._was_taken else self._left

    def keep(self, texts: Mapping[str, str]) -> None:
        """Offer texts to be taken up the next time."""
        self._left = {name: text for name, text in texts.items() if name in self.editors}

    @property
    def _deciding(self) -> str:
        return next((field for field in self.form.fields if field.first), self.form.fields[0]).name

    def _focus(self, name: str) -> None:
        editor = self.editors[name]
        # At once, not by a message: what is typed next belongs there, and one picture shows all of it.
        if isinstance(editor, Picker):
            editor.open()
        self.screen.set_focus(editor.input if isinstance(editor, Picker) else editor)

    @on(Picker.Taken)
    def _picked(self, event: Picker.Taken) -> None:
        event.stop()
        field = next(f for f in self.form.fields if self.editors[f.name] is event.picker)
        # A name that is on no list goes on to the next field: it is never made by one stray Enter.
        last = field is self.form.fields[-1]
        if field.fills is None and (last or field.plain or not event.picker.is_new):
            self.give()
            return
        value = event.picker.value
        if not value:
            typed = event.picker.typed
            self._tell(FieldProblem(field.name, "no_match" if typed else "empty", text=typed))
            return
        event.picker.take(event.picker.label)
        if field.fills is not None:
            self._fill(field.fills(self._scene, value))
        self._go_on(field)

    @property
    def touched(self) -> bool:
        """Whether something was typed that the box did not propose."""
        for field in self.form.fields:
            editor = self.editors[field.name]
            if isinstance(editor, Picker):
                if editor.typed:
                    return True
            elif self._text(field.name) != field.starts(self._scene):
                return True
        return False

    def _fill(self, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            editor = self.editors.get(name)
            if isinstance(editor, Picker):
                editor.propose(text)
            elif isinstance(editor, WritingArea):
                editor.begin_with(text)
            elif editor is not None:
                editor.value = text

    def _go_on(self, field: Field) -> None:
        """On to the field that it names, else to the next that is still empty, else simply to the next."""
        if field.then:
            self._focus(field.then if isinstance(field.then, str) else field.then(self._values))
            return
        names = [f.name for f in self.form.fields]
        after = names[names.index(field.name) + 1 :]
        empty = [name for name in after if not self._text(name)]
        if after:
            self._focus((empty or after)[0])

    def _text(self, name: str) -> str:
        editor = self.editors[name]
        if isinstance(editor, Picker):
            return editor.value
        return editor.text if isinstance(editor, TextArea) else editor.value

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.give()

    def give(self) -> None:
        """Read every field and give the command, or say what is wrong where."""
        today = self._scene.now.astimezone(self._scene.state.setup.tz).date()
        try:
            for field in self.form.fields:
                editor = self.editors[field.name]
                if isinstance(editor, Picker) and editor.typed and not editor.value:
                    raise FieldProblem(field.name, "no_match", text=editor.typed)
            values = {f.name: read_value(f, self._text(f.name), today) for f in self.form.fields}
            given = self._commands_of(values)
        except FieldProblem as problem:
            self._tell(problem)
            return
        tell(self.problem, "")
        self.post_message(self.Given(self, given, values))

    def _commands_of(self, values: dict[str, object]) -> Sequence[Command]:
        if self.form.build is None:
            return () if self._command is None else (built(self._command, values),)
        given = self.form.build(self._scene, dict(values))
        return (given,) if isinstance(given, Command) else given

    def _tell(self, problem: FieldProblem) -> None:
        sentence = self._scene.words(f"problem.{problem.code}", **problem.params)
        label = next(field.labelled(self._scene) for field in self.form.fields if field.name == problem.field)
        tell(self.problem, f"{label}: {sentence}")
        self._focus(problem.field)

    def refuse(self, sentence: str) -> None:
        """Say why the meeting did not take it; what was filled in stays, and the cursor where it is."""
        tell(self.problem, sentence)

    @property
    def _values(self) -> dict[str, str]:
        """What the fields stand for."""
        return {field.name: self._text(field.name) for field in self.form.fields}

    @property
    def _texts(self) -> dict[str, str]:
        """What stands in the fields, as typed."""
        return {
            name: editor.typed if isinstance(editor, Picker) else self._text(name)
            for name, editor in self.editors.items()
        }

    def _put_back(self, name: str, text: str) -> None:
        editor = self.editors[name]
        if isinstance(editor, Picker):
            editor.input.value = text
        elif isinstance(editor, WritingArea):
            editor.begin_with(text)
        else:
            editor.value = text
