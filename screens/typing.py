"""Fields for Vietnamese typing: what enters is NFC, whatever the input method or the clipboard sends."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea


class LineInput(Input):
    """One line of text; a pasted text of several lines becomes one."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Compose letters and marks that came apart, so that Backspace takes a whole letter."""
        if not unicodedata.is_normalized("NFC", event.value):
            before = event.value[: self.cursor_position]
            with self.prevent(Input.Changed):
                self.value = unicodedata.normalize("NFC", event.value)
            self.cursor_position = len(unicodedata.normalize("NFC", before))

    def _on_paste(self, event: events.Paste) -> None:
        # The base class, which takes the first line only, handles the event after this.
        event.text = " ".join(event.text.split())


class WritingArea(TextArea):
    """Several lines of text."""

    DEFAULT_CLASSES: ClassVar[str] = "writing-area"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "to_the_beginning", show=False),
        Binding("ctrl+end", "to_the_end", show=False),
    ]

    def begin_with(self, text: str) -> None:
        """Hold a text, with the cursor behind it."""
        self.load_text(text)
        self.action_to_the_end()

    def action_to_the_beginning(self) -> None:
        """Put the cursor before the text."""
        self.move_cursor((0, 0))

    def action_to_the_end(self) -> None:
        """Put the cursor behind the text."""
        self.move_cursor(self.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Compose letters and marks that came apart."""
        if unicodedata.is_normalized("NFC", self.text):
            return
        row, column = self.cursor_location
        line = self.document.get_line(row)
        composed = len(unicodedata.normalize("NFC", line[:column]))
        with self.prevent(TextArea.Changed):
            self.load_text(unicodedata.normalize("NFC", self.text))
        self.move_cursor((row, composed))
