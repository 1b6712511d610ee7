"""Runs in a process of its own: tells the most memory that it took, in megabytes, after some keys."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.terminal import SIZE, draw_on

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

_KILO = 1024
_SETTLE_SECONDS = 0.5
_PATIENCE_SECONDS = 20.0


def bare() -> None:
    """Of the bare app."""
    from benchmarks.bare import BareApp

    _run(BareApp(), ("x",), lambda: True)


def console(root: str, meeting_id: str, keys: str) -> None:
    """Of the console."""
    _run_console(root, meeting_id, keys.split(), lambda: True)


def console_with_minutes(root: str, meeting_id: str) -> None:
    """Of the console when it has written the minutes, which loads the paper library."""
    from data.folder import DataFolder
    from screens.registry import ACTS

    papers = DataFolder(Path(root)).papers(meeting_id)
    _run_console(root, meeting_id, [ACTS["minutes"].key or ""], lambda: any(papers.glob("*.docx")))


def _run_console(root: str, meeting_id: str, keys: Sequence[str], done: Callable[[], bool]) -> None:
    from benchmarks.seated import sit_down

    desk, app = sit_down(root, meeting_id)
    try:
        _run(app, keys, done)
    finally:
        desk.close()


def _run(app: App[Any], keys: Sequence[str], done: Callable[[], bool]) -> None:
    async def press(pilot: Pilot[Any]) -> None:
        for key in keys:
            await pilot.press(key)
        await asyncio.sleep(_SETTLE_SECONDS)
        began = time.perf_counter()
        while not done():
            if time.perf_counter() - began > _PATIENCE_SECONDS:
                raise TimeoutError("what the keys asked for did not come")
            await asyncio.sleep(_SETTLE_SECONDS)
        app.exit()

    draw_on(app, lambda data: None)
    app.run(size=SIZE, auto_pilot=press)
    os.write(1, f"{_most_megabytes()}\n".encode())


if sys.platform == "linux":

    def _most_megabytes() -> float:
        # The figure that other systems give would here begin with that of the process that started this one.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / _KILO

elif sys.platform != "win32":

    def _most_megabytes() -> float:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (_KILO * _KILO)

else:

    def _most_megabytes() -> float:
        raise NotImplementedError("the most memory that a process took is not told on Windows")
