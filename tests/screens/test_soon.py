"""What is put off until all that a key does is done."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult

from screens.drawn import Line, Lines
from screens.quiet_app import QuietApp
from screens.soon import Soon


class Board(QuietApp[None]):
    """Two widgets that are drawn together."""

    def compose(self) -> ComposeResult:
        """One above the other."""
        self.upper, self.lower = Lines(), Lines()
        yield from (self.upper, self.lower)


async def test_however_often_it_is_asked_for_it_is_done_once_and_again_when_it_is_asked_for_later() -> None:
    app, done = Board(), []
    async with app.run_test() as pilot:
        soon = Soon(app.upper, lambda: done.append("drawn"))
        for _ in range(3):
            soon()
        assert done == []
        await pilot.pause()
        assert done == ["drawn"]
        soon()
        await pilot.pause()
        assert done == ["drawn", "drawn"]


async def test_what_two_widgets_put_off_stands_in_one_picture() -> None:
    app = Board()
    async with app.run_test(size=(20, 4)) as pilot:
        uppers = Soon(app.upper, lambda: app.upper.show([Line((("An", ""),))]))
        lowers = Soon(app.lower, lambda: app.lower.show([Line((("Bình", ""),))]))
        await pilot.pause()
        pictures: list[set[object]] = []
        update = app.screen._compositor.update_widgets
        app.screen._compositor.update_widgets = lambda widgets: (pictures.append({*widgets}), update(widgets))[1]  # type: ignore[method-assign]
        uppers()
        lowers()
        await pilot.pause()
        assert pictures == [{app.upper, app.lower}]


async def test_a_failure_ends_the_app_as_any_other_does() -> None:
    app = Board()
    with pytest.raises(ZeroDivisionError):
        await failing(app)
    assert isinstance(app.failure, ZeroDivisionError)


async def failing(app: Board) -> None:
    async with app.run_test() as pilot:
        Soon(app.upper, lambda: divmod(1, 0))()
        await pilot.pause()


async def test_nothing_is_done_for_a_widget_that_is_gone() -> None:
    app, done = Board(), []
    async with app.run_test() as pilot:
        soon = Soon(app.upper, lambda: done.append("drawn"))
        await app.upper.remove()
        soon()
        await pilot.pause()
    soon()
    assert done == []
