"""Names of people: masked for the hall, and in the order of Vietnamese lists."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator.meeting.people_names import initials, shown, sort_key


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Nguyễn Văn An", "N.V.A"),
        ("Đỗ Thị Ước", "Đ.T.Ư"),
        (unicodedata.normalize("NFD", "Đỗ Thị Ước"), "Đ.T.Ư"),
        ("nguyễn  văn an ", "N.V.A"),
        ("An", "A"),
        ("Y-Bhăm Niê", "Y.B.N"),
        ("H'Hen Niê", "H.N"),
        ("Trần Văn Tư (Ba Đen)", "T.V.T.B.Đ"),
        ("Lê Văn Tám 0912345678", "L.V.T"),
        ("[b]Lan[/b]", "B"),
        ("- - -", ""),
        ("   ", ""),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.lists(st.text(st.characters(categories=["Lu"], max_codepoint=0x1FFF), min_size=4), min_size=2))
def test_initials_give_no_word_away(words: list[str]) -> None:
    masked = initials(" ".join(words))
    assert not [word for word in words if word in masked]
    assert masked.count(".") == len(words) - 1


def test_the_hall_reads_a_name_in_full_only_when_it_may() -> None:
    assert shown("Ông", "Nguyễn Văn An", full=False) == "Ông N.V.A"
    assert shown("Bà", "Trần Thị Bưởi", full=True) == "Bà Trần Thị Bưởi"
    assert shown("", "Trần Thị Bưởi", full=True) == "Trần Thị Bưởi"
    assert shown("", "Trần Thị Bưởi", full=False) == "T.T.B"
    assert shown("Ông", "", full=False) == "Ông"
    assert shown("", "", full=True) == ""


def in_order(*names: str) -> None:
    """Check that names given in their right order come back to it from any other."""
    mixed = list(names)
    random.Random(30).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == list(names)


def test_the_given_name_goes_first_then_the_family_then_the_middle() -> None:
    in_order(
        "Trần Văn An",
        "Lê Văn Bình",
        "Nguyễn Bình",
        "Nguyễn Thị Bình",
        "Nguyễn Văn Bình",
        "Nguyễn Văn Minh Bình",
        "Phan Bình",
        "An Cường",
    )


def test_letters_stand_as_in_the_alphabet() -> None:
    in_order("A", "Ă", "Â", "B", "C", "D", "Đ", "E", "Ê", "G", "N", "O", "Ô", "Ơ", "P", "T", "U", "Ư", "V", "Y")


def test_tones_decide_after_the_letters() -> None:
    in_order("ma", "mà", "mả", "mã", "má", "mạ", "man", "mán", "măn", "mân")
    in_order("Dũng", "Dụng", "Dương", "Đức")
    in_order("Hóa", "Hòai")


def test_one_person_alone_stands_before_those_with_a_family_name() -> None:
    in_order("An", "Bùi An", "Bùi Án")


def test_case_and_place_of_the_tone_mark_make_no_difference() -> None:
    assert sort_key("LÊ HÒA") == sort_key("Lê Hoà") == sort_key(unicodedata.normalize("NFD", "lê hòa"))
    assert sort_key("  Lê  Hòa\u200b ") == sort_key("Lê Hòa")
    assert sort_key("") == ()


@given(st.lists(st.text()))
def test_any_text_has_a_place_in_the_list(names: list[str]) -> None:
    ordered = sorted(names, key=sort_key)
    assert sorted(ordered, key=sort_key) == ordered
