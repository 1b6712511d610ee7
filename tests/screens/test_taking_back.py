"""F10 and Ctrl+R, seen from the boxes and from the text that is being typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from moderator.desk import Desk
from moderator.meeting import commands as c
from screens.form_box import FormBox
from tests.screens.desk_story import Time, console, let_speak, screen_text, sit_down, type_text, until

OFFERED = "phiếu dở"


@pytest.fixture
def desk(tmp_path: Path, time: Time) -> Iterator[Desk]:
    """Somebody speaks, and two more wait."""
    desk = sit_down(tmp_path, time)
    let_speak(desk)
    for name in ("Bùi Thị Chờ", "Cao Văn Đợi"):
        desk.give(c.Register(name=name))
    yield desk
    desk.close()


async def test_what_stands_again_is_not_offered_to_be_filled_in_once_more(desk: Desk, time: Time) -> None:
    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f3")
        await type_text(pilot, "Trần Thị Mới")
        await pilot.press("f4", "escape", "f10")
        await until(pilot, lambda: app.boxes_left.keys() == {"register"})
        await pilot.press("ctrl+r")
        await until(pilot, lambda: app.boxes_left == {})
        await pilot.press("f3")
        await until(pilot, lambda: app.box is not None)
        assert OFFERED not in screen_text(app)


async def test_what_was_merely_proposed_is_not_offered_when_it_is_taken_back(desk: Desk, time: Time) -> None:
    desk.give(c.Question(text="Sổ đỏ?", field="dat-dai"))
    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f5", "enter")
        await until(pilot, lambda: desk.meeting.state.questions[1].officials == ("dia-chinh",))
        await pilot.press("f10")
        await until(pilot, lambda: not desk.meeting.state.questions[1].officials)
        assert app.boxes_left == {}


async def test_a_box_in_which_nothing_was_typed_follows_what_is_taken_back(desk: Desk, time: Time) -> None:
    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f3")
        await type_text(pilot, "vuong")
        await pilot.press("f4")
        await until(pilot, lambda: "đã đăng ký số 4" in screen_text(app))
        await pilot.press("f10")
        await until(pilot, lambda: "đã đăng ký số 4" not in screen_text(app))
        assert isinstance(app.box, FormBox)
        await type_text(pilot, "nửa")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: 4 in desk.meeting.state.registrations)
        assert app.box.typing.text == "nửa"


async def test_a_box_about_a_question_stays_about_it(desk: Desk, time: Time) -> None:
    for text in ("Sổ đỏ?", "Trộm chó?"):
        desk.give(c.Question(text=text))
    desk.give(c.Pause())
    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        # As the floor key does with its other proposals.
        app._open_form("assign", (2,))
        await pilot.press("f10")
        await until(pilot, lambda: "Đã hoàn tác" in screen_text(app))
        assert isinstance(app.box, FormBox)
        assert app.box.texts["questions"] == "2"
        # The question itself is taken back: the box is about the one that is left.
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.box, FormBox) and app.box.texts["questions"] == "1")


async def test_a_text_that_is_emptied_is_for_whoever_has_the_floor(desk: Desk, time: Time) -> None:
    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        await type_text(pilot, "gi")
        desk.give(c.End())
        desk.give(c.Call())
        assert desk.meeting.state.on_floor == 2
        await pilot.press("backspace")
        assert app._target.turn == 1
        await pilot.press("backspace")
        await until(pilot, lambda: app._target.turn == 2)
        assert "Bùi Thị Chờ" in app.worktop.lines(app.size)[0].text


async def test_what_is_typed_before_anybody_speaks_is_for_whoever_is_called_then(tmp_path: Path, time: Time) -> None:
    desk = sit_down(tmp_path / "before", time)
    for command in (c.Open(), c.Register(name="Lê Văn Hòa")):
        desk.give(command)
    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        await type_text(pilot, "Cầu?")
        desk.give(c.Call())
        desk.give(c.Start())
        await pilot.press("f4")
        await until(pilot, lambda: len(desk.meeting.state.questions) == 1)
        assert desk.meeting.state.questions[1].turn == 1
    desk.close()
