"""What every app here stands on: no traceback is shown, keys are taken one by one, the focus moves without a flash."""

from __future__ import annotations

import asyncio
import gc
import time
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from textual.app import App
from textual.events import Event, Key
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

# Whatever goes on so long has gone wrong: better a key too early than a keyboard that is dead.
_PATIENCE_SECONDS = 2.0

# A key makes a few thousand, nearly all of them gone when its picture stands: no search interrupts it.
_OBJECTS_BEFORE_COLLECTING = 20_000

# What waits for a picture waits no longer than this.
_A_MOMENT_SECONDS = 0.1

Result = TypeVar("Result")


class QuietScreen(Screen[None]):
    """A screen that is not drawn anew as a whole, and glides nowhere, when the focus moves."""

    # There is nothing on it but what stands in its widgets.
    BLANK = True

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Move the focus; a box brings its field into sight by itself, when its lists have opened and closed."""
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)


class QuietApp(App[Result]):
    """An app that leaves an unexpected error to whoever ran it.

    Attributes:
        failure: the error that ended the app, None after a proper end.
    """

    failure: Exception | None = None

    def __init__(self) -> None:
        """Begin with no key waiting."""
        super().__init__()
        self._keys_waiting: deque[Key] = deque()
        self._waiting_since = 0.0
        self._was_held_back = False
        self._waits_for_picture: list[Callable[[], object]] = []

    async def on_event(self, event: Event) -> None:
        """Take keys one by one: each waits until what those before it set going has come to its end.

        Keys arrive together from input methods, pasted lines and quick hands, and Enter may move the focus or open a
        box: what was typed after it belongs there.
        """
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._keys_waiting or self.at_work:
            self._keys_waiting.append(event)
            if len(self._keys_waiting) == 1:
                self._wait_for_the_next()
        else:
            await super().on_event(event)

    def _wait_for_the_next(self) -> None:
        self._waiting_since = time.monotonic()
        self.call_later(self._take_next_key)

    async def _take_next_key(self, *, quiet: bool = False) -> None:
        if self.at_work and time.monotonic() - self._waiting_since < _PATIENCE_SECONDS:
            # The others do their work while this one stands aside.
            await asyncio.sleep(0)
            self.call_later(self._take_next_key)
        elif not quiet:
            # What they have sent up here by now stands in the queue before the second look.
            self.call_later(self._take_next_key, quiet=True)
        else:
            await super().on_event(self._keys_waiting.popleft())
            if self._keys_waiting:
                self._wait_for_the_next()

    @property
    def at_work(self) -> bool:
        """Whether a key that was taken before is still being worked on."""
        if not self.screen_stack:
            return False
        where = self.focused or self.screen
        return any(node.message_queue_size for node in where.ancestors_with_self if node is not self)

    def after_picture(self, act: Callable[[], object]) -> None:
        """Do something when the next picture stands, in a moment where nothing is drawn, at once after the end."""
        if not self.is_running:
            act()
            return
        self._waits_for_picture.append(act)
        asyncio.get_running_loop().call_later(_A_MOMENT_SECONDS, self._do_what_waits)

    def post_display_hook(self) -> None:
        """Let what waits for the picture go on; the terminal has it by now."""
        if self._waits_for_picture:
            asyncio.get_running_loop().call_soon(self._do_what_waits)

    def _do_what_waits(self) -> None:
        acts, self._waits_for_picture = self._waits_for_picture, []
        for act in acts:
            try:
                act()
            except Exception as error:  # noqa: BLE001
                self._handle_exception(error)

    def get_default_screen(self) -> QuietScreen:
        """The screen below all others."""
        return QuietScreen(id="_default")

    def keep_for_good(self) -> None:
        """Spare what was loaded so far, which stays, from being searched for garbage while keys are pressed."""
        if self._was_held_back:
            gc.freeze()

    def _on_ready(self) -> None:
        if not gc.isenabled():
            # By the front door, until the first picture stands.
            self._was_held_back = True
            self.keep_for_good()
            gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
            gc.enable()

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own would print the traceback over the terminal; tests still get the error from run_test.
        self.failure = error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.exit(return_code=1)
