"""The address book knows people, officials and fields again at the next meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.address_book import AddressBook
from moderator.meeting.setup import Attendee, Field, Official

AN = Attendee(name="Lê Thị An", honorific="Bà", place="thôn Đông")
LAND = Official(code="dia-chinh", name="Ngô Văn Đất", fields=("dat-dai",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "address-book.json"


def test_looking_makes_nothing(path: Path) -> None:
    book = AddressBook(path)

    assert (book.people(), book.officials(), book.fields()) == ([], [], [])
    book.remember()
    assert not path.exists()


def test_whoever_was_met_is_known_to_the_next_program(path: Path) -> None:
    AddressBook(path).remember([AN], [LAND], [Field(code="cho", name="Chợ")])

    book = AddressBook(path)
    assert book.people() == [AN]
    assert book.officials() == [LAND]
    assert book.fields() == [Field(code="cho", name="Chợ")]


def test_one_person_is_one_folded_name_and_place_and_the_latest_word_counts(path: Path) -> None:
    book = AddressBook(path)
    book.remember([AN, Attendee(name="LE THI AN", place="thon dong", organisation="Hội Phụ nữ")])
    book.remember([Attendee(name="Lê Thị An", place="thôn Tây")])

    assert [(one.name, one.place, one.organisation) for one in book.people()] == [
        ("LE THI AN", "thon dong", "Hội Phụ nữ"),
        ("Lê Thị An", "thôn Tây", ""),
    ]


def test_groups_and_the_nameless_are_nobody_to_be_proposed(path: Path) -> None:
    book = AddressBook(path)
    book.remember([Attendee(organisation="Hội Nông dân", count=10), Attendee(name=" ", place="thôn Đông")])

    assert book.people() == []


def test_what_is_known_already_costs_no_writing(path: Path) -> None:
    AddressBook(path).remember([AN], [LAND])
    before = path.stat().st_mtime_ns, path.stat().st_ino

    AddressBook(path).remember([AN], [LAND])

    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


BINH = Attendee(name="Võ Văn Bình", place="thôn Tây")


def test_whoever_came_to_no_other_meeting_is_forgotten_with_it(path: Path) -> None:
    book = AddressBook(path)
    book.remember([AN, BINH], [LAND], meeting="xuan-hoa")
    book.remember([Attendee(name="VO VAN BINH", place="thon tay")], meeting="xuan-loc")

    assert book.forget("xuan-hoa") == 1
    assert [one.name for one in book.people()] == ["VO VAN BINH"]
    assert book.officials() == [LAND]
    assert AN.name not in path.read_text(encoding="utf-8")
    assert (book.forget("xuan-loc"), book.people()) == (1, [])


def test_a_forgotten_meeting_is_not_remembered_again(path: Path) -> None:
    AddressBook(path).remember([AN], meeting="xuan-hoa")
    AddressBook(path).forget("xuan-hoa")

    AddressBook(path).remember([AN], [LAND], meeting="xuan-hoa")

    assert (AddressBook(path).people(), AddressBook(path).officials()) == ([], [LAND])
    AddressBook(path).remember([AN], meeting="xuan-loc")
    assert AddressBook(path).people() == [AN]


def test_an_entry_that_names_no_meeting_is_found_by_who_came(path: Path) -> None:
    AddressBook(path).remember([AN, BINH])

    assert AddressBook(path).forget("xuan-hoa", [Attendee(name="LE THI AN", place="thon dong")]) == 1
    assert AddressBook(path).people() == [BINH]
