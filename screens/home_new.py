"""The box of the home screen that makes a new meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from screens.box import Box
from screens.typing import LineInput
from screens.words import Words


class NewBox(Box):
    """Asks for the file of a new meeting, and offers to write one to fill in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "write_template", show=False)]

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
        """Propose a file."""
        super().__init__(words("home.new"), words("home.new.hint"))
        self._words = words
        self.file = LineInput(proposed, compact=True, select_on_focus=True)
        self.answer = Static("", classes="box-problem")

    def compose(self) -> ComposeResult:
        """Title, the file, what came of it, and how it goes."""
        yield self.heading
        with Horizontal(classes="field"):
            yield Static(Content(self._words("home.new.file")), classes="field-label")
            yield self.file
        yield self.answer
        yield Static(Content(self._words("home.new.explain")), classes="page")
        yield self.hint

    def on_mount(self) -> None:
        """Begin at the file."""
        self.trap_focus()
        self.file.focus()

    def tell(self, sentence: str, *, good: bool = False) -> None:
        """Say what came of it; the file stays as typed."""
        self.answer.set_class(good, "-good")
        self.answer.update(Content(sentence))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.give()

    def give(self) -> None:
        """Give the file."""
        if self._has_file():
            self.post_message(self.Given(self, self.file.value))

    def action_write_template(self) -> None:
        """Ask for a template."""
        if self._has_file():
            self.post_message(self.TemplateWanted(self, self.file.value))

    def _has_file(self) -> bool:
        if not self.file.value.strip():
            self.tell(self._words("home.new.empty"))
            return False
        return True
