"""An app that never shows a traceback to a person."""

from __future__ import annotations

import gc
from typing import TypeVar

from textual.app import App
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

Result = TypeVar("Result")


class QuietScreen(Screen[None]):
    """A screen that is not drawn anew as a whole when the focus goes from one widget to another."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)


class QuietApp(App[Result]):
    """An app that leaves an unexpected error to whoever ran it.

    Attributes:
        failure: the error that ended the app, None after a proper end.
    """

    failure: Exception | None = None

    def get_default_screen(self) -> QuietScreen:
        """The screen below all others."""
        return QuietScreen(id="_default")

    def _on_ready(self) -> None:
        if not gc.isenabled():
            # The front door held collecting back: what start-up made stays for good and need not be searched again.
            gc.freeze()
            gc.enable()

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own would print the traceback over the terminal; tests still get the error from run_test.
        self.failure = error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.exit(return_code=1)
