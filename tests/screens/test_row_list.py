"""A list keeps its place while rows come and go, draws what is in sight and takes what people typed as text."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.strip import Strip
from textual.widgets import Input

from screens.drawn import Line, Lines
from screens.row_list import RowList

HEIGHT, WIDTH = 6, 20


class Shown(App[None]):
    """A list of six lines under nothing else but a field that takes the focus away."""

    CSS = f"RowList {{ height: {HEIGHT}; width: {WIDTH}; }}"

    def __init__(self, *, marks: bool = False, headed: bool = False) -> None:
        super().__init__()
        self.rows = RowList(marks=marks, headed=headed)
        self.field = Input()

    def compose(self) -> ComposeResult:
        yield self.rows
        yield self.field

    def show(self, keys: Sequence[str]) -> None:
        self.rows.show_rows(keys, lambda index, width: [(keys[index], "")])

    @property
    def lines(self) -> list[str]:
        return [text_of(self.rows.render_line(y)) for y in range(self.rows.size.height)]


def text_of(strip: Strip) -> str:
    return "".join(segment.text for segment in strip).rstrip()


def wheel_down(rows: RowList) -> MouseScrollDown:
    return MouseScrollDown(rows, x=1, y=1, delta_x=0, delta_y=1, button=0, shift=False, meta=False, ctrl=False)


def numbered(count: int) -> list[str]:
    return [f"row {number}" for number in range(count)]


async def test_the_cursor_moves_and_what_it_leaves_behind_is_shown_again_in_the_middle() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        app.rows.focus()
        app.show(numbered(100))
        await pilot.press(*["down"] * 5)
        assert app.rows.top == 0
        assert app.lines[5].startswith("row 5")
        await pilot.press("down")
        assert app.rows.key == "row 6"
        assert app.rows.top == 3
        await pilot.press("end")
        assert (app.rows.key, app.rows.top) == ("row 99", 94)
        await pilot.press("pageup")
        assert app.rows.key == "row 94"
        await pilot.press("home", "up")
        assert (app.rows.key, app.rows.top) == ("row 0", 0)


async def test_the_cursor_and_the_marks_stay_with_their_rows_when_others_come() -> None:
    app = Shown(marks=True)
    async with app.run_test() as pilot:
        app.rows.focus()
        app.show(["a", "b", "c"])
        await pilot.press("down", "space")
        assert app.rows.key == "c"
        app.show(["z", "a", "b", "c"])
        assert app.rows.key == "c"
        assert app.rows.marked == {"b"}
        assert app.lines[:4] == ["  z", "  a", "✓ b", "  c"]
        app.show(["z", "a"])
        assert app.rows.key == "a"
        assert app.rows.marked == set()
        app.show([])
        assert app.rows.key is None
        await pilot.press("down", "enter", "space", "end")
        assert app.rows.cursor == 0


async def test_without_the_focus_a_list_shows_its_first_rows() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        app.rows.focus()
        app.show(numbered(50))
        await pilot.press("end")
        app.field.focus()
        await pilot.pause()
        app.show(numbered(51))
        assert app.rows.top == 0
        assert app.lines[0].startswith("row 0")


async def test_a_bar_tells_how_far_down_one_is_and_the_wheel_moves_only_what_is_in_sight() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        app.rows.focus()
        app.show(numbered(12))
        assert [line.endswith("▐") for line in app.lines] == [True, True, True, False, False, False]
        app.rows.move_to(11)
        assert [line.endswith("▐") for line in app.lines] == [False, False, False, True, True, True]
        await pilot.press("home")
        app.rows.post_message(wheel_down(app.rows))
        await pilot.pause()
        assert (app.rows.top, app.rows.key) == (3, "row 0")
        app.show(numbered(HEIGHT))
        assert not any(line.endswith("▐") for line in app.lines)


async def test_a_heading_stands_over_the_rows_and_a_click_below_it_takes_the_row() -> None:
    app = Shown(headed=True)
    async with app.run_test() as pilot:
        app.rows.focus()
        app.rows.show_heading([("Chờ: 2", "")])
        app.show(["một", "hai"])
        assert app.lines == [" Chờ: 2", " một", " hai", "", "", ""]
        await pilot.click(RowList, offset=(2, 2))
        assert app.rows.key == "hai"
        await pilot.click(RowList, offset=(2, 0))
        assert app.rows.key == "hai"


async def test_what_people_typed_is_shown_as_typed_and_cut_by_cells() -> None:
    app = Shown()
    async with app.run_test():
        app.show(["[b]đậm[/b] \\[x]", "hai\ndòng", "một dòng dài hơn hai mươi ô", "会議会議会議会議会議会議"])
        assert app.lines[:4] == ["[b]đậm[/b] \\[x]", "hai dòng", "một dòng dài hơn ha…", "会議会議会議会議会 …"]


async def test_lines_show_their_text_within_the_room_they_have() -> None:
    class Wall(App[None]):
        def compose(self) -> ComposeResult:
            yield Lines()

    app = Wall()
    async with app.run_test(size=(12, 4)) as pilot:
        lines = app.query_one(Lines)
        lines.show([Line((("[red]a[/]", "bad"),)), Line((("một hai ba bốn", ""),), "alarm")])
        await pilot.pause()
        assert [text_of(lines.render_line(y)) for y in range(3)] == [" [red]a[/]", " một hai b…", ""]
        lines.show([Line()])
        assert text_of(lines.render_line(0)) == ""
