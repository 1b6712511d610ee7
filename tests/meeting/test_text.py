"""Text at every door, and what a search compares of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator.meeting.text import clean, clean_line, fold

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Đường liên thôn hỏng", "Đường liên thôn hỏng"),
        (unicodedata.normalize("NFD", "Đường ở Bến Lở"), "Đường ở Bến Lở"),
        ("dòng một\r\ndòng hai", "dòng một\ndòng hai"),
        ("dòng một\rdòng hai", "dòng một\ufffddòng hai"),
        ("\r", "\ufffd"),
        ("dòng một\r\r\n\ndòng hai", "dòng một\ufffd\n\ndòng hai"),
        ("bell\x07", "bell\ufffd"),
        ("\x1b[31mđỏ", "\ufffd[31mđỏ"),
        ("cột\tcột", "cột\ufffdcột"),
        ("\x00", "\ufffd"),
        ("del\x7f", "del\ufffd"),
        ("nel\x85", "nel\ufffd"),
        ("\ud800", "\ufffd"),
        ("\udc00\ud800", "\ufffd\ufffd"),
        ("nửa \ud83d\ude00", "nửa 😀"),
        ("\ufdd0\ufffe\U0010ffff", "\ufffd\ufffd\ufffd"),
        ("\ud83f\udffe", "\ufffd"),
        ("\u200bẩn\u200e\u202e\ufeff", "\u200bẩn\u200e\u202e\ufeff"),
        ("[b]=1+1 & <w:t> {0} %s[/b]", "[b]=1+1 & <w:t> {0} %s[/b]"),
        ("  hai  khoảng  ", "  hai  khoảng  "),
        ("", ""),
    ],
)
def test_what_is_typed_is_kept_clean(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(ANYTHING)
def test_clean_text_is_whole_and_stays_as_it_is(typed: str) -> None:
    kept = clean(typed)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert bool(kept) == bool(typed)
    assert not {c for c in kept if unicodedata.category(c) in ("Cc", "Cs")} - {"\n"}
    assert not [c for c in kept if 0xFDD0 <= ord(c) <= 0xFDEF or ord(c) & 0xFFFE == 0xFFFE]
    kept.encode()


def test_a_field_of_one_line_has_no_line_breaks() -> None:
    assert clean_line("\nNguyễn Văn An\r\n\r\nthôn 3\r\n") == "Nguyễn Văn An thôn 3"
    assert clean_line("một\u2028hai\u2029ba") == "một hai ba"
    assert clean_line("  như đã gõ ") == "  như đã gõ "


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Nguyễn Văn Đức", "nguyen van duc"),
        ("ĐẶNG THỊ ƯỚC", "dang thi uoc"),
        (unicodedata.normalize("NFD", "Lê Thị Hằng"), "le thi hang"),
        ("Ðặng", "dang"),
        ("  thôn   Bến\u00a0Lở\n", "thon ben lo"),
        ("Ng\u200buyễn\u202e \ufeffAn", "nguyen an"),
        ("A. [Lan]", "a. [lan]"),
        ("ỮỠẶỆỘ", "uoaeo"),
        ("", ""),
    ],
)
def test_a_search_key_has_no_accents(written: str, key: str) -> None:
    assert fold(written) == key


@pytest.mark.parametrize(("old", "new"), [("hòa", "hoà"), ("thủy", "thuỷ"), ("Ủy ban", "Uỷ ban")])
def test_both_ways_of_placing_a_tone_find_each_other(old: str, new: str) -> None:
    assert old != new
    assert fold(old) == fold(new)


@given(ANYTHING)
def test_a_search_key_is_the_key_of_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANYTHING)
def test_a_long_text_folds_like_its_words(text: str) -> None:
    assert fold(" ".join([text] * 300)) == fold(" ".join([fold(text)] * 300))
