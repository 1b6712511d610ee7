"""Texts are broken at words and between whole letters, and nothing of them is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from screens import letters
from screens.drawn import Line, Part
from screens.letters import begins_letter, letter_before, letter_behind, reach, reach_back
from screens.scrolling import beside_bar, filling, fitting, thumb
from screens.wrapping import BrokenText, line_starts, wrapped, wrapped_lines

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
# As fields hold them: no control characters but line breaks.
LINES = st.text(
    st.one_of(
        st.sampled_from("aeođ  .ệ\u0301\u0316\u200d\ufe0f\u200b會👍🏽👨א\xa0\u3000…"),
        st.characters(exclude_categories=("Cc", "Cs")),
    ),
    max_size=30,
)
TEXTS = st.lists(LINES, max_size=3).map("\n".join)
WIDTHS = st.integers(-1, 12)


def broken(text: str, width: int) -> list[str]:
    return [text[begins:ends] for begins, ends in pairwise((*line_starts(text, width), len(text)))]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("một hai ba", 10, ["một hai ba"]),
        ("một hai ba", 9, ["một hai ", "ba"]),
        ("một hai ba", 7, ["một hai ", "ba"]),
        ("một hai ba", 6, ["một ", "hai ba"]),
        ("một     hai", 4, ["một     ", "hai"]),
        ("   một", 4, ["   ", "một"]),
        ("hai từdàilắm ba", 5, ["hai ", "từdài", "lắm ", "ba"]),
        ("từdàilắm ba", 5, ["từdài", "lắm ", "ba"]),
        ("từdàilắm ba", 6, ["từdàil", "ắm ba"]),
        ("会議会議", 5, ["会議", "会議"]),
        ("会議", 1, ["会", "議"]),
        (f"{FAMILY}{FAMILY}a", 3, [FAMILY, f"{FAMILY}a"]),
        ("q\u0303q\u0303q\u0303", 2, ["q\u0303q\u0303", "q\u0303"]),
        ("một \u0316hai", 4, ["một ", "\u0316hai"]),
        ("abc", 0, ["a", "b", "c"]),
    ],
)
def test_lines_break_at_words_and_long_words_between_letters(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines


@settings(deadline=None)
@given(LINES, WIDTHS)
def test_nothing_is_lost_and_only_spaces_hang_over_a_line(text: str, width: int) -> None:
    lines = broken(text, width)
    assert "".join(lines) == text
    for line in lines:
        wide = cell_len(line.rstrip())
        # A letter that is wider than the line has to stand somewhere.
        assert wide <= max(1, width) or letter_behind(line, 0) == len(line.rstrip())
        assert line or lines == [""]
    for start in line_starts(text, width):
        assert begins_letter(text, start)


@settings(deadline=None)
@given(LINES, st.integers(1, 12))
def test_no_line_is_broken_before_it_has_to_be(text: str, width: int) -> None:
    for line, following in pairwise(broken(text, width)):
        word = following.split()[0] if following.split() else following
        begin = word if line[-1:].isspace() else word[: letter_behind(word, 0)]
        assert cell_len(line + begin) > width


@settings(deadline=None)
@given(st.lists(LINES, max_size=5), st.lists(st.tuples(st.integers(0, 4), LINES, WIDTHS), max_size=6))
def test_a_text_that_changes_is_broken_as_if_it_were_new(
    paragraphs: list[str], changes: list[tuple[int, str, int]]
) -> None:
    paragraphs = paragraphs or [""]
    text = BrokenText()
    for place, paragraph, width in changes:
        paragraphs[place % len(paragraphs)] = paragraph
        whole = "\n".join(paragraphs)
        rows = text.rows(whole, width)
        assert rows == BrokenText().rows(whole, width)
        assert [whole[begins:ends] for begins, ends in rows] == [
            line for each in whole.split("\n") for line in broken(each, width)
        ]


def test_parts_keep_their_manners_over_the_lines() -> None:
    parts: list[Part] = [("Câu 1: ", "strong"), ("đường hỏng\ntừ ", ""), ("lâu", "bad")]
    assert wrapped(parts, 11) == [
        (("Câu 1:", "strong"),),
        (("đường hỏng", ""),),
        (("từ ", ""), ("lâu", "bad")),
    ]
    assert wrapped([("a\n\nb", "dim")], 5) == [(("a", "dim"),), (), (("b", "dim"),)]
    assert wrapped([], 5) == [()]
    assert wrapped_lines("", 5) == []
    assert wrapped_lines("một hai", 4, "bad", "quiet") == [
        Line((("một", "bad"),), "quiet"),
        Line((("hai", "bad"),), "quiet"),
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "strong", "bad"])), max_size=4), WIDTHS)
def test_wrapped_parts_read_as_the_text_and_each_letter_keeps_its_manner(parts: list[Part], width: int) -> None:
    lines = wrapped(parts, width)
    shown = [(sign, manner) for line in lines for text, manner in line for sign in text if not sign.isspace()]
    assert shown == [(sign, manner) for text, manner in parts for sign in text if not sign.isspace()]


# Letters


def test_what_is_taken_for_narrow_at_once_is_one_letter_in_one_cell() -> None:
    narrow = [chr(code) for code in range(0x3000) if letters.is_narrow(chr(code))]
    assert set("aZ 0~ăđệơưỲ…“”–") <= {*narrow}
    assert all(get_character_cell_size(sign) == 1 for sign in narrow)
    assert all(begins_letter(f"a{sign}", 1) for sign in narrow)


@settings(deadline=None)
@given(TEXTS)
def test_letters_follow_each_other_without_a_gap_and_measure_what_the_text_measures(text: str) -> None:
    places = [0]
    while places[-1] < len(text):
        places.append(letter_behind(text, places[-1]))
    assert all(begins_letter(text, place) for place in places)
    assert [letter_before(text, place) for place in places[1:]] == places[:-1]
    assert [place for place in range(len(text) + 1) if begins_letter(text, place)] == places
    for line in text.split("\n"):
        assert cell_len(line) == sum(cell_len(text) for text in whole_letters(line))


def whole_letters(text: str) -> list[str]:
    places = [place for place in range(len(text) + 1) if begins_letter(text, place)]
    return [text[begins:ends] for begins, ends in pairwise(places)]


def test_marks_go_with_their_letter_and_stand_alone_behind_a_space() -> None:
    assert reach("aq\u0303", 0, 3, 2) == 3
    assert reach_back("\u0303a", 2, 1) == 1
    assert reach_back("q\u0303a", 3, 1) == 2
    assert not begins_letter("q\u0303", 1)
    assert begins_letter(" \u0303", 1)
    assert begins_letter("\n\u0303", 1)


@settings(deadline=None)
@given(LINES, st.data())
def test_as_many_letters_are_reached_as_there_are_cells_for(text: str, data: st.DataObject) -> None:
    stops = [place for place in range(len(text) + 1) if begins_letter(text, place)]
    begins, ends = sorted((data.draw(st.sampled_from(stops)), data.draw(st.sampled_from(stops))))
    cells = data.draw(WIDTHS)
    place = reach(text, begins, ends, cells)
    assert begins <= place <= ends
    assert place == begins or cell_len(text[begins:place]) <= cells
    # What has no width may stay behind.
    following = text[place : letter_behind(text, place)]
    assert place == ends or not cell_len(following) or cell_len(text[begins:place] + following) > cells
    back = reach_back(text, ends, cells)
    assert back == ends or cell_len(text[back:ends]) <= cells
    before = text[letter_before(text, back) : back]
    assert back == 0 or not cell_len(before) or cell_len(before + text[back:ends]) > cells


# Beside a scroll bar


@given(st.integers(0, 200), st.integers(0, 20), st.integers(0, 200))
def test_the_scroll_bar_says_how_far_down_one_is(count: int, height: int, first: int) -> None:
    bar = thumb(min(first, max(0, count - height)), height, count)
    if bar is None:
        assert count <= height or not height
        return
    assert 0 <= bar.start < bar.stop <= height
    assert thumb(0, height, count) == range(len(bar))
    assert thumb(count - height, height, count) == range(height - len(bar), height)


def test_lines_beside_a_bar_are_cut_to_its_side() -> None:
    lines = [Line((("một hai", "bad"), (" ba", "dim")), "quiet"), Line((("hai\ndòng", ""),)), Line()]
    shown = beside_bar(lines, range(1), 9)
    assert [line.text for line in shown] == ["một hai…▐", "hai dòng ", " " * 9]
    assert shown[0].ground == "quiet"
    assert beside_bar(lines, None, 9) == lines
    assert beside_bar(lines, range(1), 0) == lines


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "bad"])), max_size=4), WIDTHS)
def test_parts_are_cut_to_a_line_and_fill_it(parts: list[Part], width: int) -> None:
    flat = "".join(text for text, _ in parts).replace("\n", " ")
    fit = "".join(text for text, _ in fitting(parts, width))
    assert cell_len(fit) <= max(0, width)
    if 0 < cell_len(flat) <= width:
        assert fit == flat
    filled = filling(parts, width)
    assert sum(cell_len(text) for text, _ in filled) == max(0, width)
