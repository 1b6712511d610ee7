"""A list keeps its place while rows come and go, draws what is in sight and takes what people typed as text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset, Size

from screens.rows import Rows

HEIGHT, WIDTH = 6, 20
ROOM = Size(WIDTH, HEIGHT)


def rows_in_use(*, marks: bool = False, headed: bool = False) -> Rows:
    rows = Rows(marks=marks, headed=headed)
    rows.in_use = True
    return rows


def show(rows: Rows, keys: Sequence[str]) -> list[str]:
    rows.show_rows(keys, lambda index, width: [(keys[index], "")])
    return drawn(rows)


def drawn(rows: Rows) -> list[str]:
    return [line.text.rstrip() for line in rows.lines(ROOM)]


def press(rows: Rows, *keys: str) -> list[str]:
    for key in keys:
        rows.press(key)
        lines = drawn(rows)
    return lines


def numbered(count: int) -> list[str]:
    return [f"row {number}" for number in range(count)]


def test_the_cursor_moves_and_what_it_leaves_behind_is_shown_again_in_the_middle() -> None:
    rows = rows_in_use()
    show(rows, numbered(100))
    lines = press(rows, *["down"] * 5)
    assert rows.top == 0
    assert lines[5].startswith("row 5")
    press(rows, "down")
    assert rows.key == "row 6"
    assert rows.top == 3
    press(rows, "end")
    assert (rows.key, rows.top) == ("row 99", 94)
    press(rows, "pageup")
    assert rows.key == "row 94"
    press(rows, "home", "up")
    assert (rows.key, rows.top) == ("row 0", 0)


def test_the_cursor_and_the_marks_stay_with_their_rows_when_others_come() -> None:
    rows = rows_in_use(marks=True)
    show(rows, ["a", "b", "c"])
    press(rows, "down", "space")
    assert rows.key == "c"
    lines = show(rows, ["z", "a", "b", "c"])
    assert rows.key == "c"
    assert rows.marked == {"b"}
    assert lines[:4] == ["  z", "  a", "✓ b", "  c"]
    show(rows, ["z", "a"])
    assert rows.key == "a"
    assert rows.marked == set()
    show(rows, [])
    assert rows.key is None
    press(rows, "down", "enter", "space", "end")
    assert rows.cursor == 0


def test_space_marks_the_row_under_the_cursor_and_takes_its_mark_away() -> None:
    rows = rows_in_use(marks=True)
    show(rows, ["a", "b"])
    assert press(rows, "space")[:2] == ["✓ a", "  b"]
    assert press(rows, "up", "space")[:2] == ["  a", "  b"]
    assert not rows_in_use().press("space")


@pytest.mark.parametrize("key", ["enter", "escape", "left", "x", "delete", "shift+up", "tab"])
def test_other_keys_are_for_others(key: str) -> None:
    rows = rows_in_use(marks=True)
    show(rows, ["a", "b"])
    assert not rows.press(key)


def test_without_the_keys_a_list_shows_its_first_rows() -> None:
    rows = rows_in_use()
    show(rows, numbered(50))
    press(rows, "end")
    rows.in_use = False
    lines = show(rows, numbered(51))
    assert rows.top == 0
    assert lines[0].startswith("row 0")
    assert not any(manner == "chosen" for line in rows.lines(ROOM) for _, manner in line.parts)


def test_a_list_that_keeps_its_cursor_shows_it_also_while_the_keys_go_elsewhere() -> None:
    rows = Rows(keeps_cursor=True)
    show(rows, numbered(3))
    rows.move_to(2)
    show(rows, ["new", *numbered(3)])
    assert rows.key == "row 2"
    assert [line.parts for line in rows.lines(ROOM)][3] == (("row 2".ljust(WIDTH), "chosen"),)


def test_a_bar_tells_how_far_down_one_is_and_the_wheel_moves_only_what_is_in_sight() -> None:
    rows = rows_in_use()
    lines = show(rows, numbered(12))
    assert [line.endswith("▐") for line in lines] == [True, True, True, False, False, False]
    rows.move_to(11)
    assert [line.endswith("▐") for line in drawn(rows)] == [False, False, False, True, True, True]
    press(rows, "home")
    rows.scroll(3)
    drawn(rows)
    assert (rows.top, rows.key) == (3, "row 0")
    rows.scroll(90)
    assert rows.top == 6
    rows.scroll(-90)
    assert rows.top == 0
    rows.scroll(3)
    assert not any(line.endswith("▐") for line in show(rows, numbered(HEIGHT)))
    assert rows.top == 0


def test_a_heading_stands_over_the_rows_and_a_click_below_it_takes_the_row() -> None:
    rows = rows_in_use(headed=True)
    rows.heading = (("Chờ: 2", ""),)
    assert show(rows, ["một", "hai"]) == ["Chờ: 2", "một", "hai", "", "", ""]
    rows.click(Offset(2, 2), 1)
    assert rows.key == "hai"
    rows.click(Offset(2, 0), 1)
    assert rows.key == "hai"
    rows.click(Offset(2, 1), 1)
    rows.click(Offset(2, 5), 1)
    assert rows.key == "một"


def test_a_click_takes_the_row_that_is_in_sight_there() -> None:
    rows = rows_in_use()
    show(rows, numbered(50))
    rows.scroll(7)
    rows.click(Offset(0, 2), 1)
    assert rows.key == "row 9"


def test_what_people_typed_is_shown_as_typed_and_cut_by_cells() -> None:
    rows = Rows()
    lines = show(rows, ["[b]đậm[/b] \\[x]", "hai\ndòng", "một dòng dài hơn hai mươi ô", "会議会議会議会議会議会議"])
    assert lines[:4] == ["[b]đậm[/b] \\[x]", "hai dòng", "một dòng dài hơn ha…", "会議会議会議会議会 …"]
    rows.in_use = True
    for index, line in enumerate(lines[:4]):
        rows.move_to(index)
        assert drawn(rows)[index] == line


def test_the_cursor_comes_into_sight_in_a_smaller_room() -> None:
    rows = rows_in_use()
    show(rows, numbered(50))
    press(rows, *["down"] * 5)
    assert [line.text.split()[1] for line in rows.lines(Size(WIDTH, 3))] == ["4", "5", "6"]
    assert rows.lines(Size(WIDTH, 0)) == []
    rows.move_to(20)
    assert [line.text.split()[1] for line in rows.lines(Size(WIDTH, 3))] == ["19", "20", "21"]


_STEPS = st.one_of(
    st.sampled_from(["up", "down", "pageup", "pagedown", "home", "end", "space"]),
    st.lists(st.sampled_from("abcdefghijklm"), unique=True),
    st.integers(-9, 9),
    st.builds(Offset, st.integers(-1, 9), st.integers(-1, 9)),
    st.builds(Size, st.integers(-1, 7), st.integers(-1, 7)),
    st.booleans(),
)


def do(rows: Rows, step: object, room: Size) -> Size:
    """Do a step that is not about other rows, and say in which room the list stands after it."""
    match step:
        case str():
            rows.press(step)
        case bool():
            rows.in_use = step
        case int():
            rows.scroll(step)
        case Offset():
            rows.click(step, 1)
        case Size():
            return step
    return room


@settings(deadline=None)
@given(st.booleans(), st.booleans(), st.booleans(), st.lists(_STEPS, max_size=25))
def test_whatever_is_done_the_cursor_is_on_a_row_in_sight_and_the_lines_in_their_room(
    marks: bool, headed: bool, keeps_cursor: bool, steps: list[object]
) -> None:
    rows = Rows(marks=marks, headed=headed, keeps_cursor=keeps_cursor)
    rows.in_use = True
    rows.heading = (("Danh sách dài", ""),)
    room = Size(5, 4)
    rows.lines(room)
    for step in steps:
        before = rows.key
        room = do(rows, step, room)
        if isinstance(step, list):
            keys = step
            rows.show_rows(keys, lambda index, width, keys=keys: [(f"{keys[index]}\n{keys[index] * 5}", "bad")])
            followed = rows.in_use or keeps_cursor
            assert rows.key == before or before is None or before not in keys or not followed
        lines = rows.lines(room)
        assert len(lines) == max(0, room.height)
        assert all(cell_len(line.text) <= max(0, room.width) and "\n" not in line.text for line in lines)
        assert rows.cursor == 0 or rows.cursor < len(rows.keys)
        assert rows.marked <= {*rows.keys}
        height = max(0, room.height - headed)
        assert 0 <= rows.top <= max(0, len(rows.keys) - height)
        if isinstance(step, (str, Offset)) and height and room.width > 1 and rows.key != before:
            assert rows.top <= rows.cursor < rows.top + height
            chosen = [line for line in lines if any(manner == "chosen" for _, manner in line.parts)]
            assert len(chosen) == (rows.in_use or keeps_cursor)


@settings(deadline=None, max_examples=200)
@given(st.booleans(), st.booleans(), st.booleans(), st.lists(_STEPS, min_size=3, max_size=25))
def test_what_is_kept_of_a_picture_is_what_would_be_drawn_anew(
    marks: bool, headed: bool, keeps_cursor: bool, steps: list[object]
) -> None:
    rows = Rows(marks=marks, headed=headed, keeps_cursor=keeps_cursor)
    texts = [*"abcdefgh"]
    show_texts(rows, texts)
    room = Size(5, 4)
    for step in steps:
        room = do(rows, step, room)
        if isinstance(step, list):
            same = takewhile(lambda pair: pair[0] == pair[1], zip(texts, step, strict=False))
            show_texts(rows, step, as_before=len([*same]))
            texts = step
        kept = rows.lines(room)
        anew = Rows(marks=marks, headed=headed, keeps_cursor=keeps_cursor)
        show_texts(anew, texts)
        anew.in_use, anew.rows_in_sight = rows.in_use, rows.rows_in_sight
        anew.cursor, anew.top, anew.marked = rows.cursor, rows.top, rows.marked
        assert anew.lines(room) == kept


def show_texts(rows: Rows, texts: Sequence[str], *, as_before: int = 0) -> None:
    rows.show_rows(texts, lambda index, width: [(texts[index], "")], as_before=as_before)


def test_only_what_is_in_sight_is_drawn_and_only_once() -> None:
    rows = rows_in_use()
    asked: list[int] = []

    def row(index: int, width: int) -> list[tuple[str, str]]:
        asked.append(index)
        return [(f"{index}", "")]

    rows.show_rows(range(1000), row)
    press(rows, "down", "down", "up")
    assert asked == [0, 1, 2, 3, 4, 5]
    rows.show_rows(range(1000), row)
    assert drawn(rows)[0].startswith("0 ")
    assert asked[6:] == [0, 1, 2, 3, 4, 5]
