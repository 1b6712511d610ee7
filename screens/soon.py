"""What is drawn as soon as all that a key does is done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.widget import Widget


class Soon:
    """Lets a widget do something once, however often it is asked for meanwhile, when what goes on now is done.

    Not by a message of the widget's own, which costs as much as drawing some lines does. What several widgets put off
    they do together, so that one picture shows all of it: Textual draws no second one for a sixtieth of a second.
    """

    def __init__(self, widget: Widget, act: Callable[[], object]) -> None:
        """Put off an act of a widget; an error in it ends the app as any other does."""
        self._widget = widget
        self._act = act
        self._is_due = False

    def __call__(self) -> None:
        """Ask for it."""
        if not self._is_due and self._widget.is_running:
            self._is_due = True
            asyncio.get_running_loop().call_soon(self._do)

    def _do(self) -> None:
        self._is_due = False
        if not self._widget.is_running:
            return
        try:
            self._act()
        except Exception as error:  # noqa: BLE001
            self._widget.app._handle_exception(error)
