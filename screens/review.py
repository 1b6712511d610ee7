"""One look at every question without a conclusion, to conclude them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from moderator.meeting import commands as c
from moderator.meeting.outcomes import OUTCOMES
from screens.box import Box
from screens.choices import outcome_of
from screens.drawn import Part
from screens.form import Scene
from screens.form_previews import conclusion_in_words
from screens.row_list import RowList

_OUTCOMES = tuple(OUTCOMES)


class _Questions(RowList):
    """The questions; left and right change the outcome of the row under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other(-1)", show=False),
        Binding("right", "other(1)", show=False),
    ]

    @dataclass
    class Turned(Message):
        """Another outcome is wanted for the row under the cursor."""

        step: int

    def action_other(self, step: int) -> None:
        """Ask for another outcome."""
        self.post_message(self.Turned(step))


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
        self.rows = _Questions(marks=True)
        self.sentence = Static("", classes="box-preview")

    def compose(self) -> ComposeResult:
        """Title, rows and the sentence of the row under the cursor."""
        yield self.heading
        yield self.rows
        yield self.sentence
        yield self.hint

    def on_mount(self) -> None:
        """Show the rows, all of them marked."""
        self.trap_focus()
        self._draw()
        self.rows.marked.update(self._outcomes)
        self.rows.focus()
        self._say()

    def _draw(self) -> None:
        numbers = list(self._outcomes)
        self.rows.show_rows(numbers, lambda index, width: self._row(numbers[index]))

    def _row(self, number: int) -> list[Part]:
        outcome = self.scene_word(self._outcomes[number])
        return [(f"{number:>3} ", "dim"), (f"◂{outcome}▸ ", "warn"), (self._scene.state.questions[number].text, "")]

    def scene_word(self, outcome: str) -> str:
        """The short word of an outcome."""
        return self._scene.words(f"outcome.{outcome}.short")

    def _say(self) -> None:
        number = self.rows.key
        if isinstance(number, int):
            sentence = conclusion_in_words(self._scene, self._outcomes[number], (number,))
            self.sentence.update(Content(sentence))

    def on_row_list_moved(self) -> None:
        """Say what the minutes would carry for this question."""
        self._say()

    def on__questions_turned(self, event: _Questions.Turned) -> None:
        """Take the next outcome for the question under the cursor."""
        number = self.rows.key
        if isinstance(number, int):
            place = _OUTCOMES.index(self._outcomes[number]) + event.step
            self._outcomes[number] = _OUTCOMES[place % len(_OUTCOMES)]
            self._draw()
            self._say()

    def on_row_list_chosen(self) -> None:
        """Enter concludes."""
        self.give()

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
        self.post_message(self.Given(self, commands))
