"""What is got ready after the first picture is ready, and nobody notices."""

from __future__ import annotations

from pathlib import Path

from screens.form_box import FormBox
from tests.screens.desk_story import Time, console, let_speak, sit_down, type_text


async def test_the_boxes_with_a_key_are_made_and_none_offers_what_nobody_typed(tmp_path: Path) -> None:
    time = Time()
    desk = sit_down(tmp_path, time)
    let_speak(desk)
    app = console(desk, time)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        assert {"register", "assign", "call_answer", "conclude", "follow_up", "extend", "remind"} <= {*app._kept_boxes}
        assert app.boxes_left == {}
        await pilot.press("f3")
        assert isinstance(app.box, FormBox)
        assert (app.box.typing.text, app.box.touched) == ("", False)
        before = app.box.texts
        await pilot.press("ctrl+z")
        assert app.box.texts == before
    desk.close()


async def test_what_would_be_refused_is_not_got_ready(tmp_path: Path) -> None:
    time = Time()
    desk = sit_down(tmp_path, time)
    app = console(desk, time)
    async with app.run_test():
        await app.workers.wait_for_complete()
        assert "register" in app._kept_boxes
        assert "extend" not in app._kept_boxes
    desk.close()


async def test_what_was_left_the_last_time_is_still_offered(tmp_path: Path) -> None:
    time = Time()
    desk = sit_down(tmp_path, time)
    desk.keep_draft("", "", (0, 0), {"register": {"name": "Trần Thị Nửa"}})
    app = console(desk, time)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        assert app.boxes_left == {"register": {"name": "Trần Thị Nửa"}}
        await pilot.press("f3", "ctrl+z")
        assert isinstance(app.box, FormBox)
        assert app.box.typing.text == "Trần Thị Nửa"
    desk.close()


async def test_a_box_that_is_open_by_then_is_left_alone(tmp_path: Path) -> None:
    time = Time()
    desk = sit_down(tmp_path, time)
    app = console(desk, time)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("f3")
        await type_text(pilot, "le van")
        app._get_box_ready("register", "z")
        assert isinstance(app.box, FormBox)
        assert app.box.typing.text == "le van"
        # The help lies over it.
        await pilot.press("f1")
        app._get_box_ready("register", "z")
        await pilot.press("escape")
        assert app.box.typing.text == "le van"
    desk.close()
