"""Text at every door, and the search that forgives accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator.meeting.text import clean, clean_line, fold, matches, meant, rank

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


@pytest.mark.parametrize(
    "fragment", ["an", "nguyễn v", "ng an", "an ng", "van", "uyen van", "Ý", "", " ", "NGUYEN VAN AN Y"]
)
def test_a_few_letters_find_a_person(fragment: str) -> None:
    assert matches(fragment, "Nguyễn Văn An Ý")


@pytest.mark.parametrize("fragment", ["en an", "nguyen tran", "nguyenvan", "vn"])
def test_other_letters_do_not(fragment: str) -> None:
    assert not matches(fragment, "Nguyễn Văn An Ý")
    assert rank(fragment, "Nguyễn Văn An Ý") is None


def test_proposals_come_best_first() -> None:
    people = [
        "Trần Loan",
        "Lê Văn Anh Tú",
        "Phạm Thị Ân",
        "Anh Đức Thọ",
        "Đỗ Văn An",
        "Ân",
        "An",
    ]
    found = sorted((place, name) for name in people if (place := rank("an", name)) is not None)
    assert [name for _, name in found] == [
        "An",
        "Ân",
        "Đỗ Văn An",
        "Phạm Thị Ân",
        "Anh Đức Thọ",
        "Lê Văn Anh Tú",
        "Trần Loan",
    ]


def test_words_in_their_order_come_before_words_in_any_order() -> None:
    people = ["Văn Nguyễn Tú", "Lê Nguyễn Văn Tú", "Nguyễn Văn Tú"]
    assert sorted(people, key=lambda name: rank("nguyen van", name) or 0) == [
        "Nguyễn Văn Tú",
        "Lê Nguyễn Văn Tú",
        "Văn Nguyễn Tú",
    ]


def test_accents_as_typed_decide_between_equals() -> None:
    assert sorted(["Lê Hoa", "Lê Hòa", "Lê Hóa"], key=lambda name: rank("hóa", name) or 0)[0] == "Lê Hóa"


@pytest.mark.parametrize(
    ("typed", "best_first"),
    [
        ("lua", ["Quách Thị Lụa", "Tô Minh Luân"]),
        ("nghi", ["Trần Hữu Nghị", "Ngô Thanh Nghiêm", "Hợp tác xã Nông nghiệp Vàm Trà"]),
        ("nguyen", ["Lê Khôi Nguyên", "Nguyễn Văn An", "Lê Nguyễn Văn", "Đặng Nguyênh"]),
        ("3", ["3", "Số 3 · An", "Số 30 · An"]),
    ],
)
def test_a_whole_word_comes_before_the_beginning_of_one(typed: str, best_first: list[str]) -> None:
    ranks = [rank(typed, text) for text in best_first]
    assert ranks == sorted(ranks, key=lambda place: -1 if place is None else place)
    assert None not in ranks
    assert ranks[0] != ranks[-1]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("phong kinh te", [0]),
        ("kinh te", [0]),
        ("phong", [0, 2]),
        ("nghi", [1]),
        ("tra", [1]),
        ("ong", []),
        ("z", []),
        ("", []),
    ],
)
def test_a_fragment_means_who_is_found_best_by_it(typed: str, places: list[int]) -> None:
    people = [
        ("Lâm Quốc Việt", "Phòng Kinh tế"),
        ("Trần Hữu Nghị", "Hợp tác xã Nông nghiệp"),
        ("Đặng Thanh Phong", "Trung tâm"),
    ]
    assert meant(typed, people) == places


@given(ANYTHING, ANYTHING)
def test_what_is_ranked_is_what_matches(fragment: str, text: str) -> None:
    assert (rank(fragment, text) is not None) == matches(fragment, text)
    assert matches(text, text)
