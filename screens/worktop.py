"""What lies before the secretary while no box is open: the text that is being typed, over the questions."""

from __future__ import annotations

from textual.geometry import Offset, Size
from textual.message import Message

from screens.drawn import Line, Part
from screens.rows import Rows
from screens.sheet import Sheet
from screens.text_field import TextField

_LEAST_TEXT = 4


class Worktop(Sheet):
    """The text over the questions, the latest first; Space marks several for one answer or conclusion.

    Attributes:
        text: what is being typed.
        questions: a row for each question.
        at: the one of both that the keys go to.
    """

    class Chosen(Message):
        """Enter was pressed on a question."""

    class Emptied(Message):
        """The last letter of the text was deleted."""

    def __init__(self) -> None:
        """Begin in the text."""
        self.text = TextField(several=True)
        self.questions = Rows(marks=True, headed=True)
        self.at: TextField | Rows = self.text
        self._heading = Line()
        self._text_height = 0

    def head(self, heading: Part) -> None:
        """Say over the text what it is written to."""
        self._heading = Line((heading,), "heading")

    def press(self, key: str) -> bool:
        """Esc goes back to the text; Enter chooses a question; all else is for where the cursor is."""
        if self.at is self.questions and key == "escape":
            self.at = self.text
        elif self.at is self.questions and key == "enter":
            if self.questions.keys:
                self.tell(self.Chosen())
        else:
            had_text = bool(self.text.text)
            done = self.at.press(key)
            if had_text and not self.text.text:
                self.tell(self.Emptied())
            return done
        return True

    def type(self, text: str) -> bool:
        """What is typed over the questions is text all the same."""
        self.at = self.text
        return self.text.type(text)

    @property
    def typing(self) -> TextField | None:
        """The text, while the keys go there."""
        return self.text if self.at is self.text else None

    @property
    def caret(self) -> Offset | None:
        """In the text, under its heading."""
        caret = self.text.caret
        return None if caret is None else caret + Offset(0, 1)

    def lines(self, size: Size) -> list[Line]:
        """The heading, the text, the questions."""
        self.text.in_use = self.in_use and self.at is self.text
        self.questions.in_use = self.in_use and self.at is self.questions
        height = min(max(_LEAST_TEXT, size.height * 2 // 5), max(0, size.height - 1))
        self._text_height = height
        text = [Line(line.parts, "quiet") for line in self.text.lines(Size(size.width, height))]
        return [self._heading, *text, *self.questions.lines(Size(size.width, size.height - 1 - height))]

    def click(self, at: Offset, times: int) -> None:
        """Go to what is pressed."""
        if 1 <= at.y <= self._text_height:
            self.at = self.text
            self.text.click(at - Offset(0, 1), times)
        elif at.y > self._text_height:
            self.at = self.questions
            self.questions.click(at - Offset(0, 1 + self._text_height), times)

    def scroll(self, step: int) -> None:
        """Scroll where the cursor is."""
        self.at.scroll(step)
