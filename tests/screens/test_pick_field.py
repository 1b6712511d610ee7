"""A field to pick from finds by a part of what is meant, and takes nobody by chance."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset, Size

from screens.form import Choice
from screens.pick_field import PickField, found_among

PEOPLE = [
    Choice("1", "số 1 Nguyễn Thị Vượng", "Nguyễn Thị Vượng", "thôn Đông"),
    Choice("2", "số 2 Lê Văn Hòa", "Lê Văn Hòa"),
    Choice("3", "số 3 Đỗ [b]Hòa[/b]", "Đỗ [b]Hòa[/b]"),
]
ROOM = Size(32, 5)


def entered(*, free: str = "", proposed: str = "", most_rows: int = 7) -> PickField:
    """A field that the keys came to."""
    picker = PickField(PEOPLE, proposed, free=free, most_rows=most_rows)
    picker.in_use = True
    picker.enter()
    return picker


def shown(picker: PickField, room: Size = ROOM) -> list[str]:
    return [line.text.rstrip() for line in picker.lines(room)]


def test_the_list_opens_with_the_field_and_what_is_typed_finds_without_accents() -> None:
    picker = entered()
    assert shown(picker) == [
        "số 1 Nguyễn Thị Vượng",
        "số 1 Nguyễn Thị Vượ… · thôn Đông",
        "số 2 Lê Văn Hòa",
        "số 3 Đỗ [b]Hòa[/b]",
        "",
    ]
    picker.type("hoa")
    assert picker.value == "2"
    assert shown(picker)[:3] == ["hoa", "số 2 Lê Văn Hòa", "số 3 Đỗ [b]Hòa[/b]"]
    picker.press("down")
    assert (picker.value, picker.label) == ("3", "số 3 Đỗ [b]Hòa[/b]")
    picker.type("x")
    assert (picker.value, picker.label) == ("", "")
    assert shown(picker) == ["hoax", "", "", "", ""]
    picker.press("ctrl+a")
    picker.press("backspace")
    assert picker.value == "1"
    picker.press("down")
    picker.press("down")
    picker.type("h")
    assert picker.value == "2"
    picker.press("backspace")
    picker.type(unicodedata.normalize("NFD", "vượng"))
    assert (picker.typed, picker.value) == ("vượng", "1")


def test_what_else_is_said_of_a_choice_is_seen_also_where_its_label_is_long() -> None:
    long = Choice("1", "Bà Nguyễn Thị Hồng Nhung, ấp Rạch Gừa", note="đã đăng ký số 12")
    picker = PickField([long])
    picker.enter()
    assert shown(picker, Size(60, 2))[1] == "Bà Nguyễn Thị Hồng Nhung, ấp Rạch Gừa · đã đăng ký số 12"
    assert shown(picker, Size(50, 2))[1] == "Bà Nguyễn Thị Hồng Nhung, ấp R… · đã đăng ký số 12"
    assert shown(picker, Size(30, 2))[1] == "Bà Nguyễn Thị … · đã đăng ký …"


def test_the_best_come_first_and_how_one_is_called_before_what_else_is_said() -> None:
    choices = [
        Choice("1", "đường vào Hòa Bình", "đường"),
        Choice("2", "Hòa", "Hòa"),
        Choice("3", "Bình Hòa", "Bình Hòa"),
    ]
    assert [choice.value for choice in found_among(choices, "hoa")] == ["2", "3", "1"]
    assert found_among(choices, "zz") == []


def test_arrows_and_pages_move_in_the_list_and_other_keys_edit_the_line() -> None:
    picker = PickField([Choice(f"{number}", f"thôn {number}") for number in range(20)], "3", most_rows=4)
    picker.in_use = True
    picker.enter()
    assert picker.height == 5
    assert len(picker.lines(Size(20, picker.height))) == 5
    assert picker.value == "3"
    values = []
    for key in ("down", "pagedown", "up", "pageup", "pageup", "up"):
        assert picker.press(key)
        values.append(picker.value)
    assert values == ["4", "7", "6", "3", "0", "0"]
    picker.type("thon 1")
    assert picker.value == "1"
    for key in ("home", "delete", "end", "shift+left"):
        assert picker.press(key)
    assert (picker.typed, picker.field.selected) == ("hon 1", "1")
    for key in ("enter", "tab", "escape", "f4", "shift+up"):
        assert not picker.press(key)


def test_a_choice_that_was_taken_closes_the_list_until_something_else_is_typed() -> None:
    picker = entered()
    picker.type("hoa")
    assert picker.is_open
    picker.take(picker.label)
    assert not picker.is_open
    assert picker.height == 1
    assert (picker.value, picker.typed) == ("2", "số 2 Lê Văn Hòa")
    picker.press("down")
    assert picker.value == "2"
    picker.press("ctrl+z")
    assert (picker.value, picker.typed) == ("2", "số 2 Lê Văn Hòa")
    picker.leave()
    picker.enter()
    assert not picker.is_open
    assert picker.field.selected == "số 2 Lê Văn Hòa"
    picker.type("v")
    assert picker.is_open
    assert picker.value == "1"


def test_leaving_takes_what_was_found_and_reads_from_its_beginning() -> None:
    picker = entered()
    picker.type("vuong")
    picker.leave()
    picker.in_use = False
    assert (picker.value, picker.height) == ("1", 1)
    assert shown(picker, Size(12, 1)) == ["số 1 Nguyễn…"]
    picker = entered()
    picker.leave()
    assert (picker.typed, picker.value) == ("", "1")
    picker = entered()
    picker.type("không ai")
    picker.leave()
    assert (picker.typed, picker.value) == ("không ai", "")


def test_somebody_new_is_what_was_typed_and_nobody_is_taken_by_chance() -> None:
    picker = entered(free="Thêm “{text}”")
    assert picker.value == ""
    assert shown(picker)[0] == ""
    assert picker.is_new
    picker.press("down")
    assert (picker.value, picker.is_new) == ("2", False)
    picker.type("  Mai {Lão} ")
    assert (picker.value, picker.is_new) == ("Mai {Lão}", True)
    assert shown(picker)[1] == "Thêm “Mai {Lão}”"
    picker.take(picker.label)
    assert (picker.typed, picker.value) == ("Mai {Lão}", "Mai {Lão}")
    picker = entered(free="Thêm “{text}”", proposed="2")
    assert picker.value == "2"


def test_other_choices_come_with_nothing_typed_and_the_proposed_one_under_the_cursor() -> None:
    picker = entered()
    picker.type("hoa")
    picker.take(picker.label)
    picker.offer([Choice("a", "A"), Choice("b", "B")], "b")
    assert (picker.typed, picker.value, picker.is_open) == ("", "b", True)
    picker.propose("a")
    assert picker.value == "a"
    picker.propose("nobody")
    assert picker.value == "a"
    picker.begin_with("b")
    assert (picker.typed, picker.value) == ("b", "b")
    picker.clear()
    assert picker.value == "a"


def test_cutting_and_taking_back_search_again() -> None:
    picker = entered()
    picker.type("hoa")
    picker.press("ctrl+a")
    picker.press("delete")
    assert picker.value == "1"
    picker.press("ctrl+z")
    assert (picker.typed, picker.value) == ("hoa", "2")


def test_the_mouse_goes_into_the_line_or_to_a_choice_of_the_list_that_is_open() -> None:
    picker = entered()
    picker.type("hoa")
    shown(picker)
    picker.click(Offset(1, 0), 1)
    assert picker.caret == Offset(3, 0)
    shown(picker)
    assert picker.caret == Offset(1, 0)
    picker.click(Offset(9, 2), 1)
    assert picker.value == "3"
    picker.take(picker.label)
    picker.click(Offset(9, 1), 1)
    assert picker.rows.cursor == 1
    picker = entered(most_rows=2)
    shown(picker, Size(20, 3))
    picker.scroll(1)
    picker.click(Offset(0, 2), 1)
    assert picker.value == "3"


def test_a_pasted_text_of_several_lines_is_one_line() -> None:
    picker = entered()
    picker.type("Lê\r\nVăn\tHòa\n")
    assert (picker.typed, picker.value) == ("Lê Văn Hòa", "2")


_STEPS = st.one_of(
    st.sampled_from(["up", "down", "pagedown", "backspace", "ctrl+a", "ctrl+z", "left", "delete"]),
    st.sampled_from(["take", "leave", "enter"]).map(lambda name: (name,)),
    st.text("hoa1 ậ\n\x1b\u0301", max_size=4).map(lambda text: ("type", text)),
    st.builds(Size, st.integers(0, 9), st.integers(0, 5)),
    st.builds(Offset, st.integers(-1, 9), st.integers(0, 5)),
)


@pytest.mark.parametrize("free", ["", "Thêm “{text}”"])
@settings(deadline=None)
@given(steps=st.lists(_STEPS, max_size=15))
def test_whatever_is_done_it_stands_for_a_choice_or_what_was_typed_and_stays_in_its_room(
    free: str, steps: list[object]
) -> None:
    picker = entered(free=free)
    room = ROOM
    for step in steps:
        match step:
            case str():
                picker.press(step)
            case "type", str(text):
                picker.type(text)
            case ("take",):
                picker.take(picker.label)
            case ("leave",):
                picker.leave()
            case ("enter",):
                picker.enter()
            case Size():
                room = step
            case Offset():
                picker.click(step, 1)
        assert picker.value in {"", "1", "2", "3"} or (free and picker.value == picker.typed.strip())
        lines = picker.lines(room)
        assert len(lines) == min(room.height, 1) + (max(0, room.height - 1) if picker.is_open else 0)
        assert all(cell_len(line.text) <= room.width for line in lines)
        assert picker.height == 1 or picker.is_open
