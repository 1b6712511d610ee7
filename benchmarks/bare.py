"""The bare Textual app that the screens are measured beside: a full screen, one line of which changes at a key."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.getters import query_one
from textual.widgets import Static

LINE = "line that changes:"


class BareApp(App[None]):
    """Text over the whole screen, and a line."""

    CSS = "Static { height: 1fr; } #line { height: 1; }"
    line = query_one("#line", Static)

    def __init__(self) -> None:
        super().__init__()
        self._keys = 0

    def compose(self) -> ComposeResult:
        """Text, then the line."""
        yield Static("\n".join(f"line {number} of a screen" for number in range(35)))
        yield Static(f"{LINE} 0", id="line")

    def on_key(self) -> None:
        """Change the line as any Textual app does."""
        self._keys += 1
        self.line.update(f"{LINE} {self._keys}")
