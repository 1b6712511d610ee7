"""Runs in a process of its own: presses keys and tells how long each took to change the screen."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.pilot import Pilot

from benchmarks.terminal import SIZE, Frames, draw_on

if TYPE_CHECKING:
    from screens.console import ConsoleApp

_QUIET_SECONDS = 0.03
_PATIENCE_SECONDS = 10.0
_BETWEEN_BARE_SECONDS = 0.05, 0.15
_WARM_UP = 4
_TURNS = 3
_NAME = "nguyen"
_OTHER_BOXES = {
    "f5": "open assigning (F5)",
    "f7": "open concluding (F7)",
    "ctrl+g": "open following up, among a thousand people (Ctrl+G)",
    "f9": "open the palette (F9)",
    "f1": "open the help (F1)",
}
# Nobody's finger is faster after the picture. Each time elsewhere in the second, which draws the clock once.
_A_MOMENT_SECONDS = 1.0, 2.0

# What is told of a press: seconds until the screen stood, the seconds computed meanwhile, and when it was.
Press = tuple[float, float, float]
Presses = Callable[["ConsoleApp", Frames], Awaitable[dict[str, list[Press]]]]


def bare() -> None:
    """Any key of the bare app, over and over until somebody ends it."""
    from benchmarks.bare import BareApp

    app = BareApp()
    frames = Frames()

    async def press(pilot: Pilot[object]) -> None:
        await _press_often(app, frames, ("x",), 0)
        while True:
            await asyncio.sleep(random.uniform(*_BETWEEN_BARE_SECONDS))
            _tell(await _press(app, frames, "x"))

    draw_on(app, frames)
    app.run(size=SIZE, auto_pilot=press)


def console(root: str, meeting_id: str, times: str) -> None:
    """The console's keys: letters, arrows, commands, an undo, a box."""
    _at_the_console(root, meeting_id, lambda app, frames: _press_console(app, frames, int(times)))


def first_times(root: str, meeting_id: str) -> None:
    """What is pressed for the first time, a moment after the first picture."""
    _at_the_console(root, meeting_id, _press_first)


def _at_the_console(root: str, meeting_id: str, presses: Presses) -> None:
    # As the front door does before anything is loaded.
    gc.disable()
    from pathlib import Path

    from benchmarks.seated import sit_down
    from data.folder import DataFolder
    from moderator.clock import Clock
    from moderator.desk import read_meeting

    stands = read_meeting(DataFolder(Path(root)), meeting_id).state.last_instant
    desk, app = sit_down(root, meeting_id, Clock(stands))
    frames = Frames()

    async def press(pilot: Pilot[object]) -> None:
        _tell(await presses(app, frames))
        app.exit()

    draw_on(app, frames)
    try:
        app.run(size=SIZE, auto_pilot=press)
    finally:
        desk.close()


async def _press_first(app: ConsoleApp, frames: Frames) -> dict[str, list[Press]]:
    await asyncio.sleep(random.uniform(*_A_MOMENT_SECONDS))
    taken = {
        "open registering for the first time (F3)": [await _press(app, frames, "f3")],
        "the first letter of a name": [await _press(app, frames, "n")],
    }
    for key in ("backspace", "escape"):
        await _press(app, frames, key)
    for key, what in _OTHER_BOXES.items():
        taken[f"{what} for the first time"] = [await _press(app, frames, key)]
        await _press(app, frames, "escape")
    return taken


def _tell(taken: dict[str, list[Press]] | Press) -> None:
    # An app that runs keeps what is printed to itself.
    os.write(1, json.dumps(taken).encode() + b"\n")


async def _press_console(app: ConsoleApp, frames: Frames, times: int) -> dict[str, list[Press]]:
    taken: dict[str, list[Press]] = {}
    # A machine that is slow for a while is so for a part of each key's presses, not for all of one key's.
    for turn in range(_TURNS):
        for what, presses in (await _press_in_turn(app, frames, times // _TURNS, turn)).items():
            taken.setdefault(what, []).extend(presses)
    return taken


async def _press_in_turn(app: ConsoleApp, frames: Frames, times: int, turn: int) -> dict[str, list[Press]]:
    taken: dict[str, list[Press]] = {}
    app.go_to(app.writing)
    taken["a letter in the text"] = await _press_often(app, frames, ("a",), times)
    app.go_to(app.waiting)
    taken["an arrow in the waiting order"] = await _press_often(app, frames, ("down",), times)
    app.go_to(app.questions)
    taken["an arrow in the questions"] = await _press_often(app, frames, ("down",), times)
    app.go_to(app.writing)
    taken["pause and go on (F8)"] = await _press_often(app, frames, ("f8",), times)
    taken["hide from the hall (Ctrl+S)"] = await _press_often(app, frames, ("ctrl+s",), times)
    taken["undo and redo (F10, Ctrl+R)"] = await _press_often(app, frames, ("f10", "ctrl+r"), times)
    await _press(app, frames, "f3")
    keys = [*_NAME, "ctrl+u"]
    typed = await _press_often(app, frames, keys, times // len(keys) * len(keys), warm_up=len(keys))
    taken["a letter of a name among a thousand"] = [press for place, press in enumerate(typed, 1) if place % len(keys)]
    given, next_names = [], []
    for number in range(times // 2):
        for letter in f"somebody{turn * times + number}":
            await _press(app, frames, letter)
        await asyncio.sleep(random.uniform(0.0, 0.5))
        given.append(await _press(app, frames, "f4"))
        next_names.append(await _press(app, frames, _NAME[0]))
        await _press(app, frames, "ctrl+u")
    taken["register somebody new (F4)"], taken["the first letter of the next name"] = given, next_names
    await _press(app, frames, "escape")
    box = await _press_often(app, frames, ("f3", "escape"), times)
    taken["open registering again (F3)"], taken["close it (Esc)"] = box[0::2], box[1::2]
    for key, what in _OTHER_BOXES.items():
        taken[f"{what} again"] = (await _press_often(app, frames, (key, "escape"), times))[0::2]
    opened = await _press_often(app, frames, ("ctrl+g", _NAME[0], "escape"), times // 3 * 3, warm_up=3)
    taken["the first letter of what is followed up, among 500 questions"] = opened[1::3]
    return taken


async def _press_often(
    app: App[Any], frames: Frames, keys: Sequence[str], times: int, *, warm_up: int = _WARM_UP
) -> list[Press]:
    await _settle(frames)
    gc.collect()
    taken = []
    for number in range(warm_up + times):
        # At another place in the beat of the screen's own timer each time, as fingers are.
        await asyncio.sleep(random.uniform(0.0, 0.03))
        taken.append(await _press(app, frames, keys[number % len(keys)]))
    return taken[warm_up:]


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
    return frames.last - began, frames.computed - computed, began


async def _settle(frames: Frames) -> None:
    """Wait until nothing more is drawn: the last piece completes the picture."""
    while time.perf_counter() - frames.last < _QUIET_SECONDS:
        await asyncio.sleep(_QUIET_SECONDS)
