"""The box of the home screen that makes a new meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.geometry import Offset, Size
from textual.message import Message

from screens.box import Box
from screens.drawn import Line
from screens.form_box import FIELDS_FROM, LABEL_WIDTH
from screens.row_text import fitted
from screens.text_field import TextField
from screens.words import Words
from screens.wrapping import wrapped_lines

# Where in the body the path begins.
_FILE_AT: Final = Offset(FIELDS_FROM, 1)
_MOST_OF_AN_ANSWER = 6


class NewBox(Box):
    """Asks for the file of a new meeting, and offers to write one to fill in.

    Attributes:
        file: the field in which the path is typed.
        answer: what came of it.
        is_good: the answer is that it was done, not why not.
    """

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
        """Propose a file; what is typed first takes its place."""
        super().__init__(words("home.new"), words("home.new.hint"))
        self._words = words
        self.file = TextField()
        self.file.begin_with(proposed)
        self.file.select_all()
        self.answer = ""
        self.is_good = False

    # Keys

    def press(self, key: str) -> bool:
        """Enter gives the file, F4 asks for a template; all else edits the path."""
        if key == "enter":
            self.give()
        elif key == "f4":
            self._ask_for_template()
        else:
            return self.file.press(key) or super().press(key)
        return True

    @property
    def typing(self) -> TextField:
        """The path."""
        return self.file

    def give(self) -> None:
        """Give the file."""
        if self._has_file():
            self.tell(self.Given(self, self.file.text))

    def _ask_for_template(self) -> None:
        if self._has_file():
            self.tell(self.TemplateWanted(self, self.file.text))

    def _has_file(self) -> bool:
        if not self.file.text.strip():
            self.refuse(self._words("home.new.empty"))
            return False
        return True

    # What came of it

    def refuse(self, sentence: str) -> None:
        """Say why it was not done; the path stays as typed."""
        self._tell_answer(sentence, good=False)

    def tell_written(self, path: str) -> None:
        """Say where the template is."""
        self._tell_answer(self._words("home.new.written", path=path), good=True)

    def _tell_answer(self, sentence: str, *, good: bool) -> None:
        self.answer, self.is_good = sentence, good
        self.redraw()

    # As it is drawn

    def body(self, size: Size) -> Sequence[Line]:
        """The path, what came of it under it, and how it goes."""
        self.file.in_use = self.in_use
        label = (fitted(self._words("home.new.file"), LABEL_WIDTH) + " ", "dim")
        (file,) = self.file.lines(Size(size.width - _FILE_AT.x, 1))
        answer = wrapped_lines(self.answer, size.width, "good" if self.is_good else "bad")
        return [
            Line(),
            Line((label, *file.parts)),
            Line(),
            *(answer[:_MOST_OF_AN_ANSWER] or [Line()]),
            Line(),
            *wrapped_lines(self._words("home.new.explain"), size.width),
        ]

    @property
    def caret(self) -> Offset | None:
        """In the path."""
        caret = self.file.caret
        return None if caret is None else caret + _FILE_AT + Offset(0, 1)

    def click_body(self, at: Offset, times: int) -> None:
        """Put the cursor where the mouse pressed in the path."""
        if at.y == _FILE_AT.y:
            self.file.click(at - _FILE_AT, times)
