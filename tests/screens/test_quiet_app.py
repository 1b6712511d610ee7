"""What every screen has in common: no traceback for people, and garbage collected again after the start."""

from __future__ import annotations

import gc

import pytest

from screens.console import ConsoleApp
from screens.home import HomeApp
from screens.projector import ProjectorApp
from screens.quiet_app import QuietApp


@pytest.mark.parametrize("screen", [ConsoleApp, HomeApp, ProjectorApp])
def test_every_screen_is_a_quiet_one(screen: type[object]) -> None:
    assert issubclass(screen, QuietApp)


async def test_what_the_front_door_held_back_is_collected_again_once_the_screen_stands() -> None:
    gc.disable()
    try:
        async with QuietApp[None]().run_test() as pilot:
            for _ in range(1000):
                if gc.isenabled():
                    break
                await pilot.pause(0.01)
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
