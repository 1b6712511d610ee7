"""One look at every question without a conclusion, to conclude them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Offset, Size
from textual.message import Message

from moderator.meeting import commands as c
from moderator.meeting.outcomes import OUTCOMES
from screens.box import Box
from screens.choices import outcome_of
from screens.drawn import Line, Part
from screens.form import Scene
from screens.form_previews import conclusion_in_words
from screens.rows import Rows
from screens.wrapping import wrapped_lines

_OUTCOMES = tuple(OUTCOMES)
_MOST_OF_A_SENTENCE = 9


class ReviewBox(Box):
    """A row for each question with the outcome proposed for it; Enter concludes all that are not left out."""

    @dataclass
    class Given(Message):
        """The conclusions were confirmed."""

        box: ReviewBox
        commands: Sequence[c.Command]

    def __init__(self, scene: Scene, questions: Sequence[int]) -> None:
        """Propose an outcome for each question."""
        super().__init__(scene.words("command.review"), scene.words("console.box.hint_review"))
        self._scene = scene
        self._outcomes = {number: outcome_of(scene.state.questions[number]) for number in questions}
        self.rows = Rows(marks=True, keeps_cursor=True)
        self._show()
        self.rows.marked.update(self._outcomes)

    def _show(self) -> None:
        numbers = list(self._outcomes)
        self.rows.show_rows(numbers, lambda index, width: self._row(numbers[index]))

    def _row(self, number: int) -> list[Part]:
        outcome = self._scene.words(f"outcome.{self._outcomes[number]}.short")
        return [(f"{number:>3} ", "dim"), (f"◂{outcome}▸ ", "warn"), (self._scene.state.questions[number].text, "")]

    def body(self, size: Size) -> Sequence[Line]:
        """A row for each question."""
        return self.rows.lines(size)

    def foot(self, size: Size) -> Sequence[Line]:
        """What the minutes would carry for the question under the cursor."""
        number = self.rows.key
        if not isinstance(number, int):
            return ()
        sentence = conclusion_in_words(self._scene, self._outcomes[number], (number,))
        return wrapped_lines(sentence, size.width, "said")[:_MOST_OF_A_SENTENCE]

    def press(self, key: str) -> bool:
        """Left and right change the outcome of the row under the cursor, Enter concludes."""
        if key in ("left", "right"):
            self._turn(1 if key == "right" else -1)
        elif key == "enter":
            self.give()
        else:
            return self.rows.press(key) or super().press(key)
        return True

    def _turn(self, step: int) -> None:
        number = self.rows.key
        if isinstance(number, int):
            place = _OUTCOMES.index(self._outcomes[number]) + step
            self._outcomes[number] = _OUTCOMES[place % len(_OUTCOMES)]
            self._show()

    def click_body(self, at: Offset, times: int) -> None:
        """Put the cursor on a question."""
        self.rows.click(at, times)

    def scroll(self, step: int) -> None:
        """Show what stands further down."""
        self.rows.scroll(step)

    def give(self) -> None:
        """Conclude the marked questions, together where the outcome is the same."""
        together: dict[str, list[int]] = {}
        for number, outcome in self._outcomes.items():
            if number in self.rows.marked:
                together.setdefault(outcome, []).append(number)
        commands = [
            c.Conclude(questions=tuple(numbers), outcome=outcome)  # type: ignore[arg-type]
            for outcome, numbers in together.items()
        ]
        self.tell(self.Given(self, commands))
