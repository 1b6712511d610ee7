"""Runs in a process of its own: presses keys and tells how long each took to change the screen."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from benchmarks.terminal import SIZE, Frames, draw_on

if TYPE_CHECKING:
    from screens.console import ConsoleApp

_QUIET_SECONDS = 0.05
_PATIENCE_SECONDS = 10.0
_WARM_UP = 4

# What is told of a press: seconds until the screen stood, and the seconds computed meanwhile.
Press = tuple[float, float]


def bare(times: str) -> None:
    """Any key of the bare app."""
    from benchmarks.bare import BareApp

    app = BareApp()
    frames = Frames()

    async def press(pilot: Pilot[object]) -> None:
        _tell({"bare": await _press_often(app, frames, ("x",), int(times))})
        app.exit()

    draw_on(app, frames)
    app.run(size=SIZE, auto_pilot=press)


def console(root: str, meeting_id: str, times: str) -> None:
    """The console's keys: letters, arrows, commands, an undo, a box."""
    from pathlib import Path

    from benchmarks.seated import sit_down
    from data.folder import DataFolder
    from moderator.clock import Clock
    from moderator.desk import read_meeting

    stands = read_meeting(DataFolder(Path(root)), meeting_id).state.last_instant
    desk, app = sit_down(root, meeting_id, Clock(stands))
    frames = Frames()

    async def press(pilot: Pilot[object]) -> None:
        _tell(await _press_console(app, frames, int(times)))
        app.exit()

    draw_on(app, frames)
    try:
        app.run(size=SIZE, auto_pilot=press)
    finally:
        desk.close()


def _tell(taken: dict[str, list[Press]]) -> None:
    # An app that runs keeps what is printed to itself.
    os.write(1, json.dumps(taken).encode() + b"\n")


async def _press_console(app: ConsoleApp, frames: Frames, times: int) -> dict[str, list[Press]]:
    taken: dict[str, list[Press]] = {}
    app.writing.cursor_blink = False
    app.writing.focus()
    taken["a letter in the text"] = await _press_often(app, frames, ("a",), times)
    app.waiting.focus()
    taken["an arrow in the waiting order"] = await _press_often(app, frames, ("down",), times)
    app.questions.focus()
    taken["an arrow in the questions"] = await _press_often(app, frames, ("down",), times)
    app.writing.focus()
    taken["pause and go on (F8)"] = await _press_often(app, frames, ("f8",), times)
    taken["undo and redo (F10, Ctrl+R)"] = await _press_often(app, frames, ("f10", "ctrl+r"), times)
    first, _ = await _press(app, frames, "f3"), await _press(app, frames, "escape")
    taken["open registering for the first time (F3)"] = [first]
    # A cursor that blinks draws of itself, whatever was pressed.
    for line in app.query(Input):
        line.cursor_blink = False
    box = await _press_often(app, frames, ("f3", "escape"), times)
    taken["open registering again (F3)"], taken["close it (Esc)"] = box[0::2], box[1::2]
    return taken


async def _press_often(app: App[Any], frames: Frames, keys: Sequence[str], times: int) -> list[Press]:
    await _settle(frames)
    gc.collect()
    taken = []
    for number in range(_WARM_UP + times):
        # At another place in the beat of the screen's own timer each time, as fingers are.
        await asyncio.sleep(random.uniform(0.0, 0.03))
        taken.append(await _press(app, frames, keys[number % len(keys)]))
    return taken[_WARM_UP:]


async def _press(app: App[Any], frames: Frames, key: str) -> Press:
    event = events.Key(key, key if len(key) == 1 else None)
    event.set_sender(app)
    before = frames.count
    began, computed = time.perf_counter(), time.process_time()
    app.post_message(event)
    while frames.count == before:
        if time.perf_counter() - began > _PATIENCE_SECONDS:
            raise TimeoutError(f"{key} changed nothing on the screen")
        await asyncio.sleep(_QUIET_SECONDS)
    await _settle(frames)
    return frames.last - began, frames.computed - computed


async def _settle(frames: Frames) -> None:
    """Wait until nothing more is drawn: the last piece completes the picture."""
    while time.perf_counter() - frames.last < _QUIET_SECONDS:
        await asyncio.sleep(_QUIET_SECONDS)
