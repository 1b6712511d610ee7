"""The search that forgives accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator.meeting.finding import Findables, findable, matches, meant, rank

ANYTHING = st.text(st.characters(exclude_categories=()))


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


@given(ANYTHING)
def test_a_text_finds_itself(text: str) -> None:
    assert matches(text, text)


LETTERS = "anâNđ1 -(\u0301\u200b"


@given(
    st.text(LETTERS, max_size=4),
    st.lists(st.tuples(st.text(LETTERS, max_size=6), st.text(LETTERS, max_size=9)), max_size=6),
)
def test_among_many_the_best_comes_first_by_name_before_the_rest(fragment: str, things: list[tuple[str, str]]) -> None:
    by_name = [(rank(fragment, called) if called else None, place) for place, (called, _) in enumerate(things)]
    named = sorted(each for each in by_name if each[0] is not None)
    by_rest = [(rank(fragment, things[place][1]), place) for found, place in by_name if found is None]
    rest = sorted(each for each in by_rest if each[0] is not None)

    ready = Findables([findable(called, said) for called, said in things])
    best = [place for _, place in [*named, *rest]]
    assert ready.best(fragment) == ready.best(fragment) == best
    assert ready.best(fragment, range(0, len(things), 2)) == [place for place in best if not place % 2]


@given(
    st.text(LETTERS, max_size=2),
    st.lists(st.lists(st.tuples(st.text(LETTERS, max_size=6), st.text(LETTERS, max_size=9)), max_size=3), max_size=3),
)
def test_what_comes_behind_is_found_as_if_it_had_been_there(fragment: str, added: list[list[tuple[str, str]]]) -> None:
    made_longer = Findables()
    things = []
    for more in added:
        more_things = [findable(called, said) for called, said in more]
        things += more_things
        made_longer.add(more_things)
        assert len(made_longer) == len(things)
        assert made_longer.best(fragment) == Findables(things).best(fragment)
