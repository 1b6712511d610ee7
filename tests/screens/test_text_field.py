"""What is typed is edited as office workers know it, kept as whole letters, and drawn within its room."""

from __future__ import annotations

import unicodedata
from copy import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset, Size

from screens.drawn import Line
from screens.letters import begins_letter
from screens.text_field import TextField

ROOM = Size(21, 4)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def field_with(text: str = "", *, several: bool = True, cursor: int | None = None, room: Size = ROOM) -> TextField:
    """A field that the keys go to, drawn once; the cursor stands behind the text, or at a place."""
    field = TextField(several=several)
    field.in_use = True
    field.begin_with(text)
    if cursor is not None:
        put_cursor(field, cursor)
    field.lines(room)
    return field


def put_cursor(field: TextField, cursor: int) -> None:
    before = field.text[:cursor]
    field.move_to(before.count("\n"), len(before) - before.rfind("\n") - 1)


def press(field: TextField, *keys: str) -> None:
    """Press keys as a pane does: what is no key is typed."""
    for key in keys:
        letter = " " if key == "space" else key
        if not field.press(key) and len(letter) == 1:
            field.type(letter)


def type_text(field: TextField, text: str) -> None:
    for letter in text:
        press(field, letter)


def drawn(field: TextField, room: Size = ROOM) -> list[str]:
    return [line.text.rstrip(" ▐") for line in field.lines(room)]


# Moving


@pytest.mark.parametrize(
    ("key", "cursor", "goes_to"),
    [
        ("left", 9, 8),
        ("left", 0, 0),
        ("left", 8, 7),
        ("right", 7, 8),
        ("right", 15, 15),
        ("ctrl+left", 7, 4),
        ("ctrl+left", 4, 0),
        ("ctrl+left", 8, 7),
        ("ctrl+left", 0, 0),
        ("ctrl+right", 0, 4),
        ("ctrl+right", 1, 4),
        ("ctrl+right", 4, 7),
        ("ctrl+right", 7, 8),
        ("ctrl+right", 15, 15),
        ("home", 12, 8),
        ("end", 8, 15),
        ("ctrl+e", 1, 7),
        ("ctrl+home", 12, 0),
        ("ctrl+end", 1, 15),
    ],
)
@pytest.mark.parametrize("marks", [False, True])
def test_keys_move_the_cursor_and_mark_with_shift(key: str, cursor: int, goes_to: int, marks: bool) -> None:
    # Places:        0123456 7 89...
    field = field_with("một hai\nba bốn.", cursor=cursor)
    *before, last = key.split("+")
    assert field.press("+".join([*before, *(["shift"] if marks else []), last]))
    assert field.cursor == goes_to
    assert len(field.selected) == (abs(goes_to - cursor) if marks else 0)


def test_marking_goes_on_from_where_it_began_and_an_arrow_leaves_what_is_marked() -> None:
    field = field_with("một hai", cursor=4)
    press(field, "shift+right", "shift+right")
    assert field.selected == "ha"
    press(field, "shift+left", "shift+left", "shift+left", "shift+left")
    assert field.selected == "t "
    press(field, "right")
    assert (field.cursor, field.selected) == (4, "")
    press(field, "shift+home", "left")
    assert (field.cursor, field.selected) == (0, "")
    press(field, "ctrl+shift+right", "ctrl+shift+right")
    assert field.selected == "một hai"
    press(field, "shift+end", "shift+left")
    assert field.selected == "một ha"


def test_up_and_down_keep_to_where_they_began_through_shorter_lines() -> None:
    field = field_with("con đường liên xã\nkhông\n\nbị hỏng từ năm ngoái", cursor=12)
    assert field.location == (0, 12)
    columns = []
    for _ in range(3):
        press(field, "down")
        columns.append(field.location)
    assert columns == [(1, 5), (2, 0), (3, 12)]
    press(field, "up", "up", "up")
    assert field.location == (0, 12)
    press(field, "down", "left", "up")
    assert field.location == (0, 4)
    press(field, "up")
    assert field.cursor == 0
    press(field, "ctrl+end", "down")
    assert field.cursor == len(field.text)


def test_up_and_down_go_by_cells_past_letters_of_two() -> None:
    field = field_with("会議会議\nabcdefgh", cursor=2)
    press(field, "down")
    assert field.location == (1, 4)
    press(field, "left", "up")
    # The second cell of a letter belongs to it.
    assert field.location == (0, 1)


def test_lines_as_shown_are_what_home_end_and_the_arrows_mean() -> None:
    field = field_with("người dân thôn Đông hỏi đường", cursor=0)
    assert drawn(field) == ["người dân thôn Đông", "hỏi đường", "", ""]
    press(field, "end")
    assert field.cursor == len("người dân thôn Đông")
    press(field, "right", "end", "home")
    assert field.cursor == len("người dân thôn Đông ")
    press(field, "up", "down", "end")
    assert field.cursor == len(field.text)


def test_pages_go_on_by_all_but_one_line_in_sight_and_stop_at_the_ends() -> None:
    field = field_with("\n".join(f"dòng {number}" for number in range(9)), cursor=2)
    rows = []
    for _ in range(4):
        press(field, "pagedown")
        rows.append(field.location)
    assert rows == [(3, 2), (6, 2), (8, 2), (8, 2)]
    press(field, "pageup", "shift+pageup")
    assert field.location == (2, 2)
    assert field.selected == "ng 2\ndòng 3\ndòng 4\ndò"
    press(field, "pageup", "pageup")
    assert field.location == (0, 2)


@pytest.mark.parametrize("height", [0, 1])
def test_pages_go_on_also_where_one_line_is_in_sight(height: int) -> None:
    field = field_with("a\nb\nc", cursor=0, room=Size(20, height))
    press(field, "pagedown")
    assert field.location == (1, 0)


def test_one_line_leaves_up_and_down_and_enter_to_others() -> None:
    field = field_with("một", several=False)
    for key in ("up", "down", "pageup", "pagedown", "shift+up", "enter", "shift+enter", "escape", "tab", "f4"):
        assert not field.press(key)
    assert field.text == "một"


# Changing


@pytest.mark.parametrize(
    ("key", "cursor", "text"),
    [
        ("backspace", 7, "một ha\nba bốn"),
        ("backspace", 8, "một haiba bốn"),
        ("backspace", 0, "một hai\nba bốn"),
        ("shift+backspace", 1, "ột hai\nba bốn"),
        ("delete", 0, "ột hai\nba bốn"),
        ("delete", 7, "một haiba bốn"),
        ("delete", 14, "một hai\nba bốn"),
        ("ctrl+d", 8, "một hai\na bốn"),
        ("ctrl+backspace", 7, "một \nba bốn"),
        ("alt+backspace", 6, "một i\nba bốn"),
        ("ctrl+w", 4, "hai\nba bốn"),
        ("ctrl+backspace", 8, "một haiba bốn"),
        ("ctrl+delete", 0, "hai\nba bốn"),
        ("alt+delete", 5, "một h\nba bốn"),
        ("ctrl+delete", 7, "một haiba bốn"),
        ("ctrl+u", 7, "\nba bốn"),
        ("super+backspace", 11, "một hai\nbốn"),
        ("ctrl+u", 8, "một haiba bốn"),
        ("ctrl+k", 3, "một\nba bốn"),
        ("ctrl+k", 7, "một haiba bốn"),
        ("ctrl+shift+k", 2, "ba bốn"),
        ("ctrl+shift+k", 14, "một hai\n"),
    ],
)
def test_keys_delete_what_they_say(key: str, cursor: int, text: str) -> None:
    field = field_with("một hai\nba bốn", cursor=cursor)
    assert field.press(key)
    assert field.text == text
    press(field, "ctrl+z")
    assert field.text == "một hai\nba bốn"


@pytest.mark.parametrize(
    "key", ["backspace", "delete", "ctrl+backspace", "ctrl+delete", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+d"]
)
def test_every_key_that_deletes_takes_what_is_marked_and_no_more(key: str) -> None:
    field = field_with("một hai ba", cursor=4)
    press(field, "shift+right", "shift+right", "shift+right", key)
    assert (field.text, field.cursor, field.selected) == ("một  ba", 4, "")


def test_what_is_typed_takes_the_place_of_what_is_marked() -> None:
    field = field_with("một hai ba", cursor=4)
    press(field, "ctrl+shift+right", "b", "ố", "n", "space")
    assert field.text == "một bốn ba"
    press(field, "ctrl+a", "x")
    assert (field.text, field.cursor) == ("x", 1)
    press(field, "ctrl+a", "enter")
    assert field.text == "\n"


def test_nothing_pasted_takes_the_place_of_nothing() -> None:
    field = field_with("một hai")
    field.select_all()
    for nothing in ("", "\x1b\x07", "\ud800"):
        field.type(nothing)
    assert (field.text, field.selected) == ("một hai", "một hai")
    press(field, "ctrl+z")
    assert field.text == "một hai"


# Taking back


def test_words_are_taken_back_one_after_the_other_and_brought_again() -> None:
    field = field_with()
    type_text(field, "một hai  ba")
    texts = []
    for _ in range(4):
        press(field, "ctrl+z")
        texts.append(field.text)
    assert texts == ["một hai  ", "một ", "", ""]
    press(field, "ctrl+y", "ctrl+y", "ctrl+shift+z", "ctrl+y")
    assert field.text == "một hai  ba"


def test_a_line_a_paste_and_what_was_typed_elsewhere_are_taken_back_by_themselves() -> None:
    field = field_with()
    type_text(field, "một")
    press(field, "enter")
    field.type("từ nơi khác")
    type_text(field, "!")
    press(field, "home", "x")
    texts = []
    for _ in range(5):
        press(field, "ctrl+z")
        texts.append(field.text)
    assert texts == ["một\ntừ nơi khác!", "một\ntừ nơi khác", "một\n", "một", ""]


def test_letters_deleted_one_after_the_other_come_back_together_and_nothing_typed_is_lost() -> None:
    field = field_with("trước ")
    type_text(field, "chào")
    press(field, *["backspace"] * 6)
    assert field.text == "trướ"
    press(field, "ctrl+z")
    assert field.text == "trước chào"
    press(field, "ctrl+z")
    assert field.text == "trước "
    press(field, "ctrl+home", "delete", "delete", "ctrl+z")
    assert field.text == "trước "


def test_a_word_deleted_with_more_than_itself_is_no_slip_of_the_same_word() -> None:
    field = field_with("trước ")
    type_text(field, "chào")
    press(field, *["backspace"] * 6, "x")
    texts = []
    for _ in range(3):
        press(field, "ctrl+z")
        texts.append(field.text)
    assert texts == ["trướ", "trước chào", "trước "]


def test_after_something_new_nothing_is_brought_again() -> None:
    field = field_with("một")
    press(field, "backspace", "ctrl+z", "x", "ctrl+y")
    assert field.text == "mộtx"


def test_what_a_field_begins_with_is_not_taken_back() -> None:
    field = field_with("một")
    type_text(field, "x")
    field.begin_with("hai")
    press(field, "ctrl+z", "ctrl+y")
    assert field.text == "hai"


# Vietnamese


def test_letters_that_come_apart_are_composed_key_by_key() -> None:
    field = field_with()
    type_text(field, unicodedata.normalize("NFD", "Việt Nam, đường Nguyễn Huệ"))
    assert field.text == "Việt Nam, đường Nguyễn Huệ"
    assert field.cursor == len(field.text)
    press(field, "backspace", "backspace")
    assert field.text == "Việt Nam, đường Nguyễn H"


@pytest.mark.parametrize("several", [False, True])
def test_letters_that_come_apart_are_composed_in_a_paste_and_with_what_stands_there(several: bool) -> None:
    field = field_with("Viê", several=several)
    field.type("\u0323t Na\u0306")
    assert field.text == "Việt Nă"
    put_cursor(field, 0)
    field.type(unicodedata.normalize("NFD", "Nước "))
    assert (field.text, field.cursor) == ("Nước Việt Nă", 5)


@pytest.mark.parametrize(
    "keys",
    [
        # Telex, as an input method sends it: what was typed is deleted, and the syllable comes whole.
        ["v", "i", "e", "t", "backspace", "backspace", "ệ", "t"],
        # VNI, one letter at a time.
        ["v", "i", "e", "backspace", "ê", "t", "backspace", "backspace", "ệ", "t"],
        ["v", "i", "e", "t", *["backspace"] * 4, "v", "i", "ệ", "t"],
        ["v", "i", "e", "t", *["backspace"] * 2, "e", "\u0323", "\u0302", "t"],
    ],
)
def test_what_an_input_method_sends_is_one_word_typed(keys: list[str]) -> None:
    field = field_with("nước ")
    press(field, *keys)
    assert (field.text, field.cursor) == ("nước việt", 9)
    press(field, "ctrl+z")
    assert field.text == "nước "
    press(field, "ctrl+y")
    assert field.text == "nước việt"


# What may enter


@pytest.mark.parametrize(
    ("pasted", "several", "one"),
    [
        ("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn", "một hai ba bốn"),
        ("ô Excel\r\n", "ô Excel\n", "ô Excel"),
        ("từ\x0bWord\u2028và\u2029mạng\x85nữa", "từ\nWord\nvà\nmạng\nnữa", "từ Word và mạng nữa"),
        ("\x1b[31mđỏ\x1b[0m\x00\x07\x9b", "[31mđỏ[0m", "[31mđỏ[0m"),
        ("a\tb", "a   b", "a   b"),
        ("lẻ\ud800\udfff!", "lẻ!", "lẻ!"),
        (f"nhà {FAMILY}", f"nhà {FAMILY}", f"nhà {FAMILY}"),
        ("שלום 会議 👍🏽", "שלום 会議 👍🏽", "שלום 会議 👍🏽"),
        ("[b]đậm[/b] \\[x]", "[b]đậm[/b] \\[x]", "[b]đậm[/b] \\[x]"),
    ],
)
def test_what_is_pasted_tells_the_terminal_nothing_and_loses_no_word(pasted: str, several: str, one: str) -> None:
    for expected, field in ((several, field_with()), (one, field_with(several=False))):
        field.type(pasted)
        assert field.text == expected
        assert field.text.encode()


@pytest.mark.parametrize(
    ("letter", "cells"), [("🏽", 0), ("q\u0303", 1), ("👍🏽", 2), (FAMILY, 2), ("e\u0316\u0317", 1), ("❤\ufe0f", 2)]
)
def test_marks_and_what_is_joined_are_no_letters_of_their_own(letter: str, cells: int) -> None:
    assert cell_len(letter) == cells
    field = field_with(f"a{letter}b")
    before = 1 if cells else 0
    press(field, "left", "left")
    assert field.cursor == before
    press(field, "shift+right")
    assert field.selected == f"a{letter}"[before:]
    press(field, "right", "backspace")
    assert field.text == ("a" * before) + "b"
    press(field, "ctrl+z", "ctrl+home", *["right"] * before, "delete")
    assert field.text == ("a" * before) + "b"


def test_the_cursor_never_stands_within_a_letter() -> None:
    field = field_with(" \u0316", cursor=1)
    press(field, "q", "x")
    assert field.text == " q\u0316x"
    field.move_to(0, 2)
    assert field.cursor == 1


# The mouse


def test_the_mouse_puts_the_cursor_and_marks_a_word_or_everything() -> None:
    field = field_with("người dân thôn Đông hỏi\nđường")
    field.click(Offset(2, 1), 1)
    assert field.location == (0, 22)
    field.click(Offset(90, 1), 1)
    assert field.location == (0, 23)
    field.click(Offset(-3, 2), 1)
    assert field.location == (1, 0)
    field.click(Offset(1, 90), 1)
    assert field.cursor == len(field.text)
    for x in (6, 7, 8, 9):
        field.click(Offset(x, 0), 2)
        assert field.selected == "dân"
    field.click(Offset(90, 2), 2)
    assert field.selected == "đường"
    field.click(Offset(0, 0), 3)
    assert field.selected == field.text
    field = field_with("a  b", cursor=0)
    field.click(Offset(2, 0), 2)
    assert field.selected == ""


def test_the_mouse_finds_letters_on_a_line_that_is_longer_than_its_room() -> None:
    field = field_with("".join(f"{number % 10}" for number in range(50)), several=False, room=Size(11, 1))
    assert drawn(field, Size(11, 1)) == ["0123456789"]
    field.click(Offset(3, 0), 1)
    assert field.cursor == 43
    assert drawn(field, Size(11, 1)) == ["01234567890"[:10]]
    field.click(Offset(90, 0), 1)
    assert field.cursor == 50


def test_the_wheel_moves_what_is_in_sight_and_not_the_cursor() -> None:
    field = field_with("\n".join(f"dòng {number}" for number in range(9)), cursor=0)
    press(field, "shift+end")
    field.scroll(3)
    assert drawn(field) == ["dòng 3", "dòng 4", "dòng 5", "dòng 6"]
    assert field.caret is None
    assert field.selected == "dòng 0"
    field.scroll(30)
    assert drawn(field) == ["dòng 5", "dòng 6", "dòng 7", "dòng 8"]
    field.scroll(-1)
    assert drawn(field)[0] == "dòng 4"
    type_text(field, "x")
    assert drawn(field)[:2] == ["x", "dòng 1"]
    assert field.caret == Offset(1, 0)
    field.scroll(5)
    assert drawn(field, Size(20, 3)) == ["x", "dòng 1", "dòng 2"]


# As it is drawn


def test_a_line_shows_the_cursor_and_as_much_of_the_text_as_there_is_room_for() -> None:
    room = Size(9, 1)
    field = field_with("một hai ba bốn", several=False, room=room)
    assert (drawn(field, room), field.caret) == (["i ba bốn"], Offset(8, 0))
    press(field, *["backspace"] * 3)
    assert (drawn(field, room), field.caret) == ([" hai ba"], Offset(8, 0))
    press(field, "home")
    assert (drawn(field, room), field.caret) == (["một hai b"], Offset(0, 0))
    press(field, "end", *["backspace"] * 6)
    assert (drawn(field, room), field.caret) == (["một h"], Offset(5, 0))
    press(field, "ctrl+z")
    field.in_use = False
    assert drawn(field, room) == ["một hai …"]


def test_what_is_marked_and_where_the_cursor_is_can_be_seen() -> None:
    field = field_with("một hai", cursor=0)
    press(field, "shift+right", "shift+right", "shift+right")
    lines = field.lines(ROOM)
    assert lines[0].parts == (("một", "marked"), (" ", "caret"), ("hai", "field"), (" " * 13, "field"), (" ", "field"))
    press(field, "end")
    assert field.lines(ROOM)[0].parts[:2] == (("một hai", "field"), (" ", "caret"))
    field.in_use = False
    assert field.lines(ROOM) == [Line((("một hai", ""),)), Line(), Line(), Line()]
    assert field.caret is None


def test_a_field_that_is_empty_shows_what_belongs_there() -> None:
    field = TextField(hint="tên người hỏi")
    assert field.lines(Size(9, 1)) == [Line((("tên ngườ…", "faint"),))]
    field.in_use = True
    assert field.lines(Size(16, 1)) == [Line((("t", "caret"), ("ên người hỏi" + "   ", "faint")))]
    assert field.caret == Offset(0, 0)
    field.type("x")
    assert drawn(field, Size(16, 1)) == ["x"]


def test_an_empty_field_in_use_is_seen_as_one() -> None:
    lines = field_with(room=Size(5, 2)).lines(Size(5, 2))
    assert lines[0].parts == ((" ", "caret"), ("   ", "field"), (" ", "field"))
    assert lines[1].parts == ((" " * 4, "field"), (" ", "field"))


def test_the_cursor_in_spaces_that_hang_over_a_line_stands_in_its_last_cell() -> None:
    room = Size(7, 2)
    field = field_with("abcd" + " " * 9 + "e", cursor=10, room=room)
    assert field.lines(room)[0].parts == (("abcd ", "field"), (" ", "caret"), ("", "field"), (" ", "field"))
    assert field.caret == Offset(5, 0)


def test_beside_more_lines_than_there_is_room_for_stands_a_bar() -> None:
    field = field_with("\n".join(f"dòng {number}" for number in range(8)), cursor=0)
    assert [line.text[-1] for line in field.lines(ROOM)] == ["▐", "▐", " ", " "]
    press(field, "ctrl+end")
    assert [line.text[-1] for line in field.lines(ROOM)] == [" ", " ", "▐", "▐"]
    field.in_use = False
    assert [line.text[-1] for line in field.lines(ROOM)] == [" ", " ", "▐", "▐"]
    field.begin_with("một dòng")
    assert [line.text for line in field.lines(ROOM)] == ["một dòng", "", "", ""]


def test_what_belongs_into_several_lines_is_broken_at_words() -> None:
    field = TextField(several=True, hint="câu hỏi như người dân nói")
    assert drawn(field, Size(13, 4)) == ["câu hỏi như", "người dân", "nói", ""]
    field.in_use = True
    assert drawn(field, Size(13, 2)) == ["câu hỏi như", "người dân"]
    assert field.caret == Offset(0, 0)


def test_the_cursor_line_stays_in_sight_in_a_smaller_room() -> None:
    field = field_with("\n".join("abcdefgh"))
    assert drawn(field) == ["e", "f", "g", "h"]
    assert drawn(field, Size(20, 2)) == ["g", "h"]
    assert drawn(field, Size(20, 6)) == ["c", "d", "e", "f", "g", "h"]
    press(field, "ctrl+home")
    assert drawn(field, Size(20, 2)) == ["a", "b"]


def test_very_long_texts_are_edited_like_others() -> None:
    word = field_with("ề" * 100_000)
    lines = field_with("\n".join(f"dòng {number}" for number in range(5_000)))
    line = field_with("đ" * 100_000, several=False)
    for field in (word, lines, line):
        text = field.text
        press(field, "x", "up", "ctrl+left", "home", "y", "ctrl+end", "z", "pageup", "ctrl+home", "delete")
        assert len(field.text) == len(text) + 2
        assert len(field.lines(ROOM)) == ROOM.height
        press(field, *["ctrl+z"] * 4)
        assert field.text == text


# Whatever happens

_LETTERS = st.text(
    st.one_of(
        st.sampled_from(
            "aeoduw  \n.ẹê\u0301\u0302\u0323\u031b\u0316\u200d\ufe0f\u200b會👍🏽👨א\x1b\t\r\xa0\u3000\u2028\ud800"
        ),
        st.characters(),
    ),
    max_size=12,
)
_STEPS = st.one_of(
    _LETTERS.map(lambda text: ("type", text)),
    st.builds(
        lambda before, key: ("press", before + key),
        st.sampled_from(["", "shift+", "ctrl+", "ctrl+shift+"]),
        st.sampled_from(["left", "right", "up", "down", "home", "end", "pageup", "pagedown"]),
    ),
    st.sampled_from(
        ["backspace", "delete", "enter", "ctrl+a", "ctrl+z", "ctrl+y", "ctrl+w", "ctrl+delete", "ctrl+u", "ctrl+k"]
    ).map(lambda key: ("press", key)),
    st.tuples(st.just("click"), st.tuples(st.integers(-1, 9), st.integers(0, 4), st.integers(1, 3))),
    st.tuples(st.just("scroll"), st.integers(-3, 3)),
    st.tuples(st.just("room"), st.builds(Size, st.integers(0, 9), st.integers(0, 4))),
)


def do(field: TextField, step: tuple[str, object], room: Size) -> Size:
    """Do a step, and say in which room the field stands after it."""
    match step:
        case "type", str(text):
            field.type(text)
        case "press", str(key):
            field.press(key)
        case "click", (int(x), int(y), int(times)):
            field.click(Offset(x, y), times)
        case "scroll", int(lines):
            field.scroll(lines)
        case "room", Size() as other:
            return other
    return room


def check_text(field: TextField) -> None:
    text = field.text
    assert 0 <= field.cursor <= len(text)
    assert begins_letter(text, field.cursor)
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text.replace("\n", ""))
    assert field.several or "\n" not in text
    assert field.selected in text
    line, column = field.location
    assert text.split("\n")[line][:column] == text[: field.cursor].rpartition("\n")[2]


def check_lines(field: TextField, room: Size, *, followed: bool) -> None:
    lines = field.lines(room)
    assert len(lines) == room.height
    widths = [sum(cell_len(text) for text, _ in line.parts) for line in lines]
    assert all(width == room.width for width in widths) or not room.width
    carets = [
        (sum(cell_len(before) for before, _ in line.parts[:index]), y, text)
        for y, line in enumerate(lines)
        for index, (text, manner) in enumerate(line.parts)
        if manner == "caret"
    ]
    if not room:
        assert not carets
        assert field.caret is None
    elif field.caret is None:
        assert not carets
        assert not followed
    else:
        ((x, y, text),) = carets
        assert field.caret == Offset(x, y)
        assert 1 <= cell_len(text) <= 2
        assert 0 <= x < room.width
        assert 0 <= y < room.height


@settings(deadline=None)
@given(st.booleans(), _LETTERS, st.lists(_STEPS, max_size=25))
def test_whatever_is_done_a_field_holds_whole_letters_and_shows_its_cursor_in_its_room(
    several: bool, begins: str, steps: list[tuple[str, object]]
) -> None:
    room = Size(8, 3)
    field = field_with(begins, several=several, room=room)
    for step in steps:
        room = do(field, step, room)
        check_text(field)
        check_lines(field, room, followed=step[0] not in ("scroll", "room"))
    field.in_use = False
    for line in field.lines(room):
        assert cell_len(line.text) <= room.width


_STEPS_AT_REST = st.sampled_from(
    [
        *[("scroll", step) for step in (-1, 1)],
        *[("press", key) for key in ("up", "down", "ctrl+home", "backspace")],
        *[("room", Size(*size)) for size in ((8, 3), (8, 2), (3, 3))],
        ("type", "x"),
        ("begin", "một\nhai\nba\nbốn\nnăm"),
        ("hint", "Tên"),
        ("hint", "Thôn"),
        ("use", True),
        ("use", False),
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.booleans(), st.lists(_STEPS_AT_REST, min_size=3, max_size=25))
def test_a_field_at_rest_shows_what_it_would_show_if_it_were_drawn_anew(
    several: bool, steps: list[tuple[str, object]]
) -> None:
    room = Size(8, 3)
    field = field_with("một\nhai\nba\nbốn\nnăm", several=several, room=room)
    field.in_use = False
    for step in steps:
        match step:
            case "use", bool(in_use):
                field.in_use = in_use
            case "hint", str(hint):
                field.begin_with("")
                field.hint = hint
            case "begin", str(text):
                field.begin_with(text)
            case _:
                room = do(field, step, room)
        anew = copy(field)
        anew._at_rest = ()
        assert field.lines(room) == anew.lines(room)
        assert field.caret == anew.caret
        pressed = copy(field)
        for each in (pressed, anew):
            each.click(Offset(2, 2), 1)
        assert pressed.cursor == anew.cursor


@settings(deadline=None)
@given(st.booleans(), _LETTERS, st.lists(_STEPS, max_size=25))
def test_whatever_is_done_all_of_it_is_taken_back_and_brought_again(
    several: bool, begins: str, steps: list[tuple[str, object]]
) -> None:
    field = field_with(begins, several=several)
    first = field.text
    for step in steps:
        do(field, step, ROOM)
    press(field, *["ctrl+y"] * len(steps))
    texts = [field.text]
    for _ in steps:
        press(field, "ctrl+z")
        texts.append(field.text)
    assert texts[-1] == first
    for _ in steps:
        press(field, "ctrl+y")
        assert field.text in texts
        check_text(field)
    assert field.text == texts[0]


@settings(deadline=None)
@given(_LETTERS, st.lists(st.sampled_from(["left", "right", "up", "down", "ctrl+left", "end", "home"]), max_size=8))
def test_what_is_marked_is_what_stands_between_where_marking_began_and_the_cursor(text: str, keys: list[str]) -> None:
    field = field_with(text, room=Size(8, 3))
    press(field, "up", "left")
    began = field.cursor
    for key in keys:
        press(field, key.replace("ctrl+", "ctrl+shift+") if "ctrl" in key else f"shift+{key}")
        assert field.selected == field.text[min(began, field.cursor) : max(began, field.cursor)]
    before, after = field.text[: min(began, field.cursor)], field.text[max(began, field.cursor) :]
    press(field, "x")
    assert field.text == unicodedata.normalize("NFC", f"{before}x{after}")
