"""A terminal of a fixed size that takes every byte an app draws and looks at nothing but when it came."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

SIZE = (120, 36)
Frame = Callable[[str], None]


def draw_on(app: App[Any], on_frame: Frame) -> None:
    """Have an app draw all that a real terminal would be sent, and call somebody with each piece."""

    class Terminal(HeadlessDriver):
        @property
        def is_headless(self) -> bool:
            # Textual leaves out making the terminal's sequences for a headless one, which is part of what is measured.
            return False

        def write(self, data: str) -> None:
            on_frame(data)

    app.driver_class = Terminal


class Frames:
    """When something was drawn last."""

    def __init__(self) -> None:
        self.count = 0
        self.last = 0.0
        self.computed = 0.0

    def __call__(self, data: str) -> None:
        """Take note of a piece drawn."""
        self.count += 1
        self.last = time.perf_counter()
        self.computed = time.process_time()
