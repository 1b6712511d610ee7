"""What every screen has in common: no traceback for people, and garbage collected again after the start."""

from __future__ import annotations

import gc

import pytest
from textual.app import ComposeResult

from screens.console import ConsoleApp
from screens.drawn import Line, Lines
from screens.home import HomeApp
from screens.projector import ProjectorApp
from screens.quiet_app import QuietApp
from tests.screens.desk_story import until


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


class Told(QuietApp[None]):
    """Tells what came when."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        """Some lines."""
        self.shown = Lines()
        yield self.shown

    def post_display_hook(self) -> None:
        """Tell of a picture."""
        self.told.append("picture")
        super().post_display_hook()


async def test_what_waits_for_the_picture_is_done_behind_it_and_once() -> None:
    app = Told()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.told.clear()
        app.after_picture(lambda: app.told.append("published"))
        app.shown.show([Line((("An", ""),))])
        await until(pilot, lambda: "published" in app.told)
        assert app.told == ["picture", "published"]
        app.shown.show([Line((("Bình", ""),))])
        await until(pilot, lambda: len(app.told) > 2)
        assert app.told == ["picture", "published", "picture"]


async def test_without_a_picture_it_is_done_all_the_same() -> None:
    app = Told()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.told.clear()
        app.after_picture(lambda: app.told.append("published"))
        await until(pilot, lambda: bool(app.told))
        assert app.told == ["published"]


async def test_what_fails_behind_the_picture_ends_the_app_as_any_other_failure_does() -> None:
    app = Told()
    with pytest.raises(ZeroDivisionError):
        await failing(app)
    assert isinstance(app.failure, ZeroDivisionError)


async def failing(app: Told) -> None:
    async with app.run_test() as pilot:
        app.after_picture(lambda: divmod(1, 0))
        await until(pilot, lambda: app.failure is not None)
