"""The box of an act: its fields, what it would put down, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rich.cells import cell_len
from textual.geometry import Offset, Size
from textual.message import Message

from moderator.meeting.commands import Command
from moderator.meeting.refusals import Refusal
from screens.box import Box
from screens.drawn import Line
from screens.form import Choice, Field, FieldProblem, Form, Scene, Tell, Worded, built, read_value
from screens.pick_field import PickField
from screens.row_text import cut, fitted, flat
from screens.scrolling import beside_bar, thumb
from screens.text_field import TextField
from screens.wrapping import wrapped_lines

LABEL_WIDTH = 13
FIELDS_FROM = LABEL_WIDTH + 1
_LEAST_LEFT = 8
_LEAST_AREA = 4

Editor = TextField | PickField


class FormBox(Box):
    """A form as a box: Tab moves on, Enter gives, F4 gives from a field of several lines."""

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
        scene_now: Callable[[], Scene] | None = None,
    ) -> None:
        """Ask for the fields of an act, which may give no command; a list of choices has room for so many rows.

        While it is filled in the box follows the meeting by the scene as it is now, where it is told whom to ask.
        """
        super().__init__(scene.words(f"command.{name}"), "")
        self.act = name
        self._command = command
        self.form = form
        self._scene = scene
        self._rows = rows
        self._scene_now = scene_now
        self._is_behind = False
        self._left: Mapping[str, str] = {}
        self._began: Mapping[str, str] = {}
        self._filled: dict[str, str] = {}
        self._filled_in: dict[str, Mapping[str, str]] = {}
        self._labels: Mapping[str, str] = {}
        self._was_taken = False
        self._is_asked = False
        self._first_line = 0
        self._places: list[range] = []
        self._told: tuple[Tell, Mapping[str, str], str] | None = None
        self._offers: dict[str, tuple[Sequence[Choice], Sequence[Choice]]] = {}
        self.editors: dict[str, Editor] = {field.name: self._editor(field) for field in form.fields}
        self._at = self._deciding

    def _editor(self, field: Field) -> Editor:
        hint = self._scene.words(field.hint) if field.hint else ""
        if field.kind == "pick":
            free = self._scene.words("console.new_value", text="{text}") if field.free else ""
            return PickField(free=free, most_rows=self._rows)
        return TextField(several=field.kind == "area", hint=hint)

    def _offered(self, field: Field) -> Sequence[Choice]:
        offered = field.choices(self._scene)
        if field.required or field.first:
            return offered
        kept = self._offers.get(field.name)
        if kept is None or kept[0] is not offered:
            unset = Choice("", self._scene.words(field.unset))
            behind = offered.behind(unset) if isinstance(offered, Worded) else [unset, *offered]
            kept = self._offers[field.name] = offered, behind
        return kept[1]

    def begin(self, scene: Scene, texts: Mapping[str, str] = MappingProxyType({})) -> None:
        """Ask anew: every field as it starts or as given, the cursor in the one that decides."""
        if isinstance(self.at, PickField):
            self.at.leave()
        self._scene = scene
        self._is_behind = False
        self._was_taken = False
        self._is_asked = True
        self._filled, self._filled_in = {}, {}
        self._labels = {field.name: field.labelled(scene) for field in self.form.fields}
        self._told = None
        self._first_line = 0
        self.problem = ""
        for field in self.form.fields:
            editor = self.editors[field.name]
            starts = field.starts(scene)
            if isinstance(editor, PickField):
                editor.offer(self._offered(field), starts)
            else:
                editor.begin_with(starts)
        self._fill(texts)
        self._at = self._deciding
        self._go_to(self._deciding)
        self._began = self._typed
        self.redraw()

    def seen_in(self, scene: Scene) -> Scene:
        """The scene as this box sees it: about the same questions as before, while there are all of them."""
        aim = self._scene.aim
        if not aim.questions or any(number not in scene.state.questions for number in aim.questions):
            return scene
        return replace(scene, aim=replace(scene.aim, questions=aim.questions, proposed=aim.proposed))

    def follow(self) -> None:
        """Let what is offered and told follow the meeting before the next picture or key; what was filled in stays."""
        self._is_behind = True

    def _catch_up(self) -> None:
        if not self._is_behind or self._scene_now is None:
            return
        self._is_behind = False
        scene, aim = self._scene_now(), self._scene.aim
        still = tuple(number for number in aim.questions if number in scene.state.questions)
        self._scene = replace(scene, aim=replace(aim, questions=still))
        self._told = None
        for field in self.form.fields:
            editor = self.editors[field.name]
            if isinstance(editor, PickField):
                before = editor.value
                editor.go_on_with(self._offered(field))
                if editor.value != before and self._filled.get(field.name) == before:
                    # What followed from a choice that is gone stays until another one is made.
                    self._filled[field.name] = editor.value

    def get_ready(self) -> None:
        """Make the choices ready to be searched."""
        for editor in self.editors.values():
            if isinstance(editor, PickField):
                editor.get_ready()

    @property
    def _deciding(self) -> str:
        return next((field for field in self.form.fields if field.first), self.form.fields[0]).name

    @property
    def at(self) -> Editor:
        """The field that has the cursor."""
        return self.editors[self._at]

    @property
    def _field(self) -> Field:
        return next(field for field in self.form.fields if field.name == self._at)

    def _go_to(self, name: str) -> None:
        self._settle()
        here, there = self.editors[self._at], self.editors[name]
        if isinstance(here, PickField):
            here.leave()
        self._at = name
        if isinstance(there, PickField):
            there.enter()
        elif not there.several:
            there.select_all()

    def _settle(self) -> None:
        """Fill in what follows from the choice under the cursor, however its field is left."""
        field, picker = self._field, self.at
        if isinstance(picker, PickField) and field.fills is not None:
            value = picker.value
            if value and value != self._filled.get(field.name):
                self._filled[field.name] = value
                texts = field.fills(self._scene, value)
                before = self._filled_in.get(field.name, {})
                # What followed from another choice goes with it, unless it was mended by hand.
                gone = {name for name, text in before.items() if name not in texts and self._text(name) == text}
                self._fill({each.name: each.starts(self._scene) for each in self.form.fields if each.name in gone})
                self._fill(texts)
                self._filled_in[field.name] = {name: self._text(name) for name in texts}

    def _go_by(self, step: int) -> None:
        names = list(self.editors)
        self._go_to(names[(names.index(self._at) + step) % len(names)])

    # Keys

    def press(self, key: str) -> bool:
        """Tab moves on, Enter gives, Ctrl+Z brings back what was left; all else is for the field with the cursor."""
        self._catch_up()
        editor = self.at
        if key in ("tab", "shift+tab"):
            self._go_by(1 if key == "tab" else -1)
        elif key == "ctrl+z" and self._can_take_up:
            self.take_up_again()
        elif key == "enter" and isinstance(editor, PickField):
            self._pick(editor)
        elif key == "enter" and isinstance(editor, TextField) and not editor.several:
            if self._enter_goes_on:
                self._go_on(self._field)
            else:
                self.give()
        else:
            return self._edited(lambda: editor.press(key)) or super().press(key)
        return True

    def type(self, text: str) -> bool:
        """Type into the field with the cursor."""
        self._catch_up()
        return self._edited(lambda: self.at.type(text))

    def _edited(self, act: Callable[[], bool]) -> bool:
        """Let the field with the cursor be edited; what was wrong with a text is said until it is another one."""
        before = self.typing.text
        done = act()
        if self.typing.text != before:
            self.problem = ""
            self._follow_questions()
        # What stands there already is what would be mended: it follows the cursor of its list, until a hand mends it.
        follows = self._filled_in.get(self._at, {})
        if follows and not self._field.free and all(self._text(name) == text for name, text in follows.items()):
            self._settle()
        return done

    @property
    def typing(self) -> TextField:
        """The field with the cursor, or its line."""
        editor = self.at
        return editor.field if isinstance(editor, PickField) else editor

    def _follow_questions(self) -> None:
        """Propose who and what fits the questions that the box is about by now."""
        editor = self.editors.get("questions")
        if self._at == "questions" and isinstance(editor, TextField):
            numbers = (int(part) for part in re.findall(r"[0-9]{1,6}", editor.text))
            asked = tuple(number for number in numbers if number in self._scene.state.questions)
            if asked and asked != self._scene.aim.questions:
                self._scene = replace(self._scene, aim=replace(self._scene.aim, questions=asked, proposed=False))
                for field in self.form.fields:
                    pick = self.editors[field.name]
                    if isinstance(pick, PickField) and not pick.typed.strip():
                        pick.propose(field.starts(self._scene))

    def _pick(self, picker: PickField) -> None:
        field, value = self._field, picker.value
        if not self._enter_goes_on:
            self.give()
            return
        if not value:
            typed = picker.typed
            self._tell(FieldProblem(field.name, "no_match" if typed else "empty", text=typed))
            return
        picker.take(picker.label)
        self._settle()
        self._go_on(field)

    @property
    def _enter_goes_on(self) -> bool:
        """Whether Enter goes on to another field from here, instead of giving."""
        field, editor = self._field, self.at
        if isinstance(editor, TextField):
            return bool(field.then)
        # A name that is on no list goes on to the next field: it is never made by one stray Enter.
        is_last = field is self.form.fields[-1]
        return field.fills is not None or not (is_last or field.plain or not editor.is_new)

    def _go_on(self, field: Field) -> None:
        """On to the field that it names, else to the next that is still empty, else simply to the next."""
        if field.then:
            self._go_to(field.then if isinstance(field.then, str) else field.then(self._values))
            return
        names = list(self.editors)
        after = names[names.index(field.name) + 1 :]
        empty = [name for name in after if not self._text(name)]
        if after:
            self._go_to((empty or after)[0])

    def _fill(self, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            editor = self.editors.get(name)
            if isinstance(editor, PickField):
                editor.hold(text)
            elif editor is not None:
                editor.begin_with(text)

    # What was typed and not given

    def leave(self) -> None:
        """The keys go elsewhere; what was filled in and not given can be taken up again."""
        # A part of a name may yet become that of somebody new.
        if self._is_asked and self.touched and not (self._field.free and self.typing.text.strip()):
            self._settle()
        self._left = self.left
        self._is_asked = False

    def taken(self) -> None:
        """The meeting took what the box gave: nothing of it is left; of another slip, what was left of that."""
        self._was_taken = True
        if all(self.texts[name].strip().startswith(text.strip()) for name, text in self._left.items()):
            self._left = {}

    @property
    def _can_take_up(self) -> bool:
        # Ctrl+Z is the field's own undo but for a box that begins and has something to take up.
        return bool(self._left and not self.touched and not self.typing.was_changed)

    def take_up_again(self) -> None:
        """Put back what stood in the fields when the box was left before it was given."""
        for name, text in self._left.items():
            editor = self.editors[name]
            if isinstance(editor, PickField):
                editor.put_back(text)
            else:
                editor.begin_with(text)
        self._left = {}
        self._filled, self._filled_in = self._values, {}

    @property
    def left(self) -> Mapping[str, str]:
        """What stands in it and was not given, by field; what it keeps for the next time while it is put away."""
        return self.texts if self._is_asked and self.touched and not self._was_taken else self._left

    def keep(self, texts: Mapping[str, str]) -> None:
        """Offer texts to be taken up the next time."""
        self._left = {name: text for name, text in texts.items() if name in self.editors}

    @property
    def touched(self) -> bool:
        """Whether something was typed that did not stand there when the box began."""
        return self._typed != self._began

    # What it gives

    def give(self) -> None:
        """Read every field and give the command, or say what is wrong where."""
        self._catch_up()
        self._settle()
        today = self._scene.today
        try:
            for field in self.form.fields:
                editor = self.editors[field.name]
                if isinstance(editor, PickField) and editor.typed and not editor.value:
                    raise FieldProblem(field.name, "no_match", text=editor.typed)
            values = {f.name: read_value(f, self._text(f.name), today) for f in self.form.fields}
            given = self._commands_of(values)
        except FieldProblem as problem:
            self._tell(problem)
            return
        except Refusal as refusal:
            self.refuse(self._scene.words.refusal(refusal))
            return
        self.problem = ""
        self.tell(self.Given(self, given, values))

    def _commands_of(self, values: dict[str, object]) -> Sequence[Command]:
        if self.form.build is None:
            return () if self._command is None else (built(self._command, values),)
        given = self.form.build(self._scene, dict(values))
        return (given,) if isinstance(given, Command) else given

    def _tell(self, problem: FieldProblem) -> None:
        sentence = self._scene.words(f"problem.{problem.code}", **problem.params)
        if problem.field != self._at:
            self._go_to(problem.field)
        self.refuse(f"{self._labels[problem.field]}: {sentence}")

    def _text(self, name: str) -> str:
        editor = self.editors[name]
        return editor.value if isinstance(editor, PickField) else editor.text

    @property
    def _values(self) -> dict[str, str]:
        """What the fields stand for."""
        return {field.name: self._text(field.name) for field in self.form.fields}

    @property
    def _typed(self) -> dict[str, str]:
        """What stands in the lines of the fields."""
        return {
            name: editor.typed if isinstance(editor, PickField) else editor.text
            for name, editor in self.editors.items()
        }

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields, to be put back later."""
        return {
            name: editor.kept if isinstance(editor, PickField) else editor.text for name, editor in self.editors.items()
        }

    # As it is drawn

    def lines(self, size: Size) -> list[Line]:
        """The fields, what the box would put down, what is wrong, and the keys of the field with the cursor."""
        self._catch_up()
        words = self._scene.words
        if self._can_take_up:
            room = size.width - cell_len(words("console.box.hint_left", left=""))
            left = cut(flat(self._told_of_left), max(_LEAST_LEFT, room))
            self.hint = words("console.box.hint_left", left=left)
        elif isinstance(self.at, TextField) and self.at.several:
            self.hint = words("console.box.hint_area")
        elif self._enter_goes_on:
            self.hint = words("console.box.hint_on")
        else:
            self.hint = words("console.box.hint_stays" if self.form.stays else "console.box.hint")
        return super().lines(size)

    @property
    def _told_of_left(self) -> str:
        """By what one knows what was left: the name that was typed, else the longest text."""
        typed = {name: text for name, text in self._left.items() if not text.startswith("\n")}
        names = (typed.get(field.name) for field in self.form.fields if field.free)
        return next(filter(None, names), None) or max(typed.values(), key=len, default="")

    def foot(self, size: Size) -> Sequence[Line]:
        """What the box would put down, in a third of the room at most."""
        tell = self._field.told or self.form.preview
        if tell is None:
            return ()
        values = self._values
        if self._told is None or self._told[:2] != (tell, values):
            self._told = tell, values, tell(self._scene, values)
        told, most = wrapped_lines(self._told[2], size.width, "said"), max(3, size.height // 3)
        if len(told) <= most:
            return told
        more = Line((("…", "said"),))
        # Where a field has something of its own told, what was typed last is told last.
        own = self._field.told and self.typing.text
        return [more, *told[1 - most :]] if own else [*told[: most - 1], more]

    def body(self, size: Size) -> Sequence[Line]:
        """Each label beside the first line of its field; the field with the cursor and its list in sight."""
        width = size.width - FIELDS_FROM
        area = self._height_of_areas(size.height)
        drawn: list[Line] = []
        self._places = []
        for name, editor in self.editors.items():
            editor.in_use = self.in_use and name == self._at
            height = editor.height if isinstance(editor, PickField) else area if editor.several else 1
            self._places.append(range(len(drawn), len(drawn) + height))
            drawn += self._labelled(name, editor.lines(Size(width - 1, height)))
        here = self._places[list(self.editors).index(self._at)]
        self._first_line = min(max(self._first_line, here.stop - size.height), here.start)
        self._first_line = max(0, min(self._first_line, len(drawn) - size.height))
        seen = drawn[self._first_line : self._first_line + size.height]
        return beside_bar(seen, thumb(self._first_line, size.height, len(drawn)), size.width)

    def _labelled(self, name: str, lines: Sequence[Line]) -> list[Line]:
        label = (fitted(self._labels[name], LABEL_WIDTH) + " ", "dim")
        blank = (" " * FIELDS_FROM, "")
        return [Line((blank if place else label, *line.parts)) for place, line in enumerate(lines)]

    def _height_of_areas(self, room: int) -> int:
        """What the other fields, and the list that is open, leave to each field of several lines."""
        areas = 0
        for editor in self.editors.values():
            if isinstance(editor, TextField) and editor.several:
                areas += 1
            else:
                room -= editor.height if isinstance(editor, PickField) else 1
        return max(_LEAST_AREA, room // max(1, areas))

    @property
    def caret(self) -> Offset | None:
        """In the field with the cursor."""
        caret = self.at.caret
        if caret is None or not self._places:
            return None
        place = self._places[list(self.editors).index(self._at)].start - self._first_line
        return caret + Offset(FIELDS_FROM, 1 + place)

    # The mouse

    def click_body(self, at: Offset, times: int) -> None:
        """Go to the field that is pressed; a choice that is pressed twice is taken."""
        line = at.y + self._first_line
        for name, place in zip(self.editors, self._places, strict=False):
            if line in place:
                if name != self._at:
                    self._go_to(name)
                editor = self.at
                inside = Offset(at.x - FIELDS_FROM, line - place.start)
                editor.click(inside, times)
                if isinstance(editor, PickField) and inside.y and times == 2:
                    self._pick(editor)
                return

    def scroll(self, step: int) -> None:
        """Scroll the list that is open, or the field of several lines with the cursor."""
        editor = self.at
        if isinstance(editor, PickField):
            editor.rows.scroll(step)
        else:
            editor.scroll(step)
