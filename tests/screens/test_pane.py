"""A pane shows one sheet and hands it the keys, what is pasted, and the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.events import Key, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Paste
from textual.geometry import Offset, Size
from textual.strip import Strip

from screens.drawn import Line, Lines
from screens.form import Choice
from screens.pane import Pane
from screens.pick_field import PickField
from screens.rows import Rows
from screens.sheet import Sheet
from screens.text_field import TextField
from tests.screens.desk_story import until

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


class Notes(Sheet):
    """Notes what it is told; takes "a" and the arrows, and no typing."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.drawn = 0

    def lines(self, size: Size) -> list[Line]:
        self.drawn += 1
        return [Line(((f"{size.width}x{size.height} {self.in_use}", ""),)), Line(((f"{self.told[-1:]}", "dim"),))]

    def press(self, key: str) -> bool:
        self.told.append(key)
        return key in ("a", "up", "down")

    def click(self, at: Offset, times: int) -> None:
        self.told.append((at, times))

    def scroll(self, step: int) -> None:
        self.told.append(step)


class Desktop(App[None]):
    """A pane with a frame, over another."""

    CSS = "Pane { height: 6; width: 24; } #over { border-left: solid red; margin: 1 0 0 2; }"

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.pane = Pane(sheet, id="over")
        self.other = Pane(Rows(), id="under")
        self.keys: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.pane
        yield self.other

    def on_mount(self) -> None:
        self.pane.focus()

    def on_key(self, event: Key) -> None:
        self.keys.append(event.key)

    @property
    def lines(self) -> list[str]:
        return text_of(self.pane)

    def marked(self) -> str:
        return "".join(text for line in self.pane.lines for text, manner in line.parts if manner == "marked")


def text_of(lines: Lines) -> list[str]:
    return [read(lines.render_line(y)) for y in range(lines.size.height)]


def read(strip: Strip) -> str:
    return "".join(segment.text for segment in strip).rstrip()


def field_with(text: str, *, several: bool = True) -> TextField:
    field = TextField(several=several)
    field.begin_with(text)
    return field


async def test_a_key_goes_to_the_sheet_and_what_it_does_not_want_goes_on() -> None:
    sheet = Notes()
    app = Desktop(sheet)
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "up", "f4")
        assert sheet.told == ["a", "b", "up", "f4"]
        assert app.keys == ["b", "f4"]


async def test_a_sheet_knows_its_room_and_whether_the_keys_go_to_it() -> None:
    sheet, following = Notes(), Notes()
    app = Desktop(sheet)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.lines[0] == " 21x6 True")
        app.other.focus()
        await until(pilot, lambda: app.lines[0] == " 21x6 False")
        assert not sheet.in_use
        app.pane.focus()
        app.pane.styles.width = 14
        await until(pilot, lambda: app.lines[0] == " 11x6 True")
        app.pane.put(following)
        assert following.in_use
        assert (sheet.in_use, sheet.pane, following.pane) == (False, None, app.pane)
        await until(pilot, lambda: following.drawn > 0)
        drawn = sheet.drawn
        sheet.redraw()
        await pilot.press("a")
        assert sheet.drawn == drawn
        app.pane.put(following)
        assert following.pane is app.pane


async def test_many_changes_are_drawn_together() -> None:
    sheet = Notes()
    app = Desktop(sheet)
    async with app.run_test() as pilot:
        await until(pilot, lambda: sheet.drawn > 0)
        before = sheet.drawn
        for number in range(10):
            sheet.told.append(number)
            sheet.redraw()
        await until(pilot, lambda: app.lines[1] == " [9]")
        assert sheet.drawn == before + 1


async def test_the_mouse_and_the_wheel_are_told_where_in_the_sheet_they_are() -> None:
    sheet = Notes()
    app = Desktop(sheet)
    async with app.run_test() as pilot:
        # A cell of frame, a cell of room, and the first of the sheet.
        await pilot.click(Pane, offset=(2, 1))
        await pilot.click(Pane, offset=(9, 3), times=2)
        assert sheet.told == [(Offset(0, 1), 1), (Offset(7, 3), 1), (Offset(7, 3), 2)]
        at = {"x": 1, "y": 1, "delta_x": 0, "delta_y": 1, "button": 0, "shift": False, "meta": False, "ctrl": False}
        app.pane.post_message(MouseScrollDown(app.pane, **at))
        app.pane.post_message(MouseScrollUp(app.pane, **at))
        await until(pilot, lambda: sheet.told[3:] == [3, -3])


async def test_typing_and_pasting_reach_the_field_and_the_screen_as_text() -> None:
    field = field_with("")
    app = Desktop(field)
    async with app.run_test() as pilot:
        await pilot.press("[", "b", "]", "space", "ấ", "enter")
        app.pane.post_message(Paste("[/red]\x1b[31m\r\nhai"))
        await until(pilot, lambda: app.lines[:3] == [" [b] ấ", " [/red][31m", " hai"])
        assert app.keys == []
        await pilot.press("ctrl+s")
        assert app.keys == ["ctrl+s"]
        assert field.text == "[b] ấ\n[/red][31m\nhai"


async def test_what_an_input_method_sends_in_one_burst_is_typed() -> None:
    field = field_with("")
    app = Desktop(field)
    async with app.run_test() as pilot:
        burst = [*"nuoc", *["\x7f"] * 3, *"ước", " ", *"viet", *["\x7f"] * 2, "e", "\u0302", "\u0323", "t"]
        for sign in burst:
            app.pane.post_message(Key("backspace" if sign == "\x7f" else sign, sign))
        await until(pilot, lambda: app.lines[0] == " nước việt")
        assert field.text == "nước việt"


async def test_copy_cut_and_paste_go_through_the_clipboard() -> None:
    field = field_with("một hai")
    app = Desktop(field)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+a", "ctrl+v")
        assert field.text == "một hai"
        await pilot.press("ctrl+c", "ctrl+end", "ctrl+v")
        assert field.text == "một haimột hai"
        await pilot.press("ctrl+c", "ctrl+x")
        assert (app.clipboard, field.text) == ("một hai", "một haimột hai")
        await pilot.press("ctrl+shift+left", "ctrl+x")
        assert (app.clipboard, field.text) == ("hai", "một haimột ")
        await pilot.press("ctrl+home", "shift+insert", "shift+home", "shift+delete", "ctrl+insert")
        assert (app.clipboard, field.text) == ("hai", "một haimột ")
        await pilot.press("ctrl+z", "ctrl+z")
        assert field.text == "một haimột "
        assert app.keys == []


async def test_what_is_cut_from_a_pick_is_searched_no_more() -> None:
    picker = PickField([Choice("a", "Anh"), Choice("b", "Bình")])
    picker.enter()
    app = Desktop(picker)
    async with app.run_test() as pilot:
        await pilot.press("b", "ì", "n", "h")
        assert picker.value == "b"
        await pilot.press("ctrl+a", "ctrl+x")
        assert (app.clipboard, picker.typed, picker.value) == ("bình", "", "a")
        await pilot.press("ctrl+v")
        assert (picker.typed, picker.value) == ("bình", "b")


async def test_without_a_field_copying_is_left_to_others() -> None:
    sheet = Notes()
    app = Desktop(sheet)
    async with app.run_test() as pilot:
        app.pane.post_message(Paste("một"))
        await pilot.press("ctrl+v", "shift+delete")
        assert sheet.told == ["ctrl+v", "shift+delete"]
        assert app.keys == ["ctrl+v", "shift+delete"]


async def test_input_methods_open_their_windows_where_the_next_letter_goes() -> None:
    field = field_with("một\nhai")
    app = Desktop(field)
    async with app.run_test() as pilot:
        begin = app.pane.content_region.offset + Offset(1, 0)
        await until(pilot, lambda: app.cursor_position == begin + Offset(3, 1))
        await pilot.press("x", "up")
        await until(pilot, lambda: app.cursor_position == begin + Offset(3, 0))
        await pilot.press("home")
        await until(pilot, lambda: app.cursor_position == begin)
        app.other.focus()
        await until(pilot, lambda: field.caret is None)


async def test_the_mouse_marks_what_it_goes_over_and_a_click_puts_the_cursor() -> None:
    field = field_with("một hai ba\nbốn năm")
    app = Desktop(field)
    async with app.run_test() as pilot:
        begins = app.pane.content_region.offset + Offset(1, 0)

        def mouse(kind: type[MouseEvent], x: int, y: int, button: int = 1) -> None:
            """What the terminal tells of the mouse, by places in the sheet."""
            at = begins + Offset(x, y)
            app.post_message(kind(None, at.x, at.y, 0, 0, button, False, False, False, screen_x=at.x, screen_y=at.y))

        mouse(MouseDown, 4, 0)
        mouse(MouseMove, 4, 0)
        mouse(MouseMove, 7, 0)
        await until(pilot, lambda: app.marked() == "hai")
        mouse(MouseMove, 3, 1)
        await until(pilot, lambda: field.selected == "hai ba\nbốn")
        mouse(MouseMove, 0, 0)
        await until(pilot, lambda: field.selected == "một ")
        mouse(MouseUp, 0, 0)
        mouse(MouseMove, 9, 1, button=0)
        await pilot.press("x")
        assert field.text == "xhai ba\nbốn năm"
        for _ in range(2):
            mouse(MouseDown, 2, 0)
            mouse(MouseMove, 2, 0)
            mouse(MouseUp, 2, 0)
        await until(pilot, lambda: field.selected == "xhai")
        await pilot.click(Pane, offset=(4, 1))
        assert (field.location, field.selected) == ((1, 2), "")
        await pilot.click(Pane, offset=(4, 1), times=2)
        assert field.selected == "bốn"
        await pilot.click(Pane, offset=(4, 1), times=3)
        assert field.selected == field.text


async def test_a_mouse_that_slips_in_a_list_marks_nothing() -> None:
    picker = PickField([Choice("a", "Anh"), Choice("b", "Bình An")])
    picker.enter()
    app = Desktop(picker)
    async with app.run_test() as pilot:
        await pilot.press("n")
        at = app.pane.content_region.offset + Offset(3, 2)
        for kind, x in ((MouseDown, at.x), (MouseMove, at.x - 1), (MouseMove, at.x - 2), (MouseUp, at.x - 2)):
            app.post_message(kind(None, x, at.y, 0, 0, 1, False, False, False, screen_x=x, screen_y=at.y))
        await until(pilot, lambda: picker.rows.cursor == 1)
        assert picker.field.selected == ""


async def test_there_may_be_no_room_at_all() -> None:
    for sheet in (field_with("một hai"), field_with(f"một {FAMILY}", several=False), PickField([Choice("a", "Anh")])):
        app = Desktop(sheet)
        async with app.run_test() as pilot:
            for width, height in ((1, 1), (2, 1), (3, 1), (4, 1), (0, 6), (24, 0), (5, 2)):
                app.pane.styles.width, app.pane.styles.height = width, height
                await pilot.press("x", "left")
            await until(pilot, lambda app=app: app.pane.size == Size(4, 2) and bool(app.lines[0]))


async def test_lines_show_their_text_within_the_room_they_have() -> None:
    class Wall(App[None]):
        def compose(self) -> ComposeResult:
            yield Lines()

    app = Wall()
    async with app.run_test(size=(12, 4)) as pilot:
        lines = app.query_one(Lines)
        shown: Sequence[Line] = [Line((("[red]a[/]", "bad"),)), Line((("một hai ba bốn", ""),), "alarm")]
        lines.show(shown)
        await pilot.pause()
        assert text_of(lines)[:3] == [" [red]a[/]", " một hai b…", ""]
        lines.show([Line()])
        assert text_of(lines)[0] == ""
