"""Contact details can be found, mended and erased."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.contacts import Contacts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "contacts.json"


def test_nothing_is_made_before_a_number_is_kept(path: Path) -> None:
    contacts = Contacts(path)

    assert contacts.phone("xuan-hoa", 1) == ""
    assert contacts.erase("xuan-hoa") == 0
    contacts.keep("xuan-hoa", 1, "")
    assert not path.exists()


def test_a_number_is_kept_by_meeting_and_registration(path: Path) -> None:
    contacts = Contacts(path)
    contacts.keep("xuan-hoa", 1, "0900 000 001")
    contacts.keep("xuan-hoa", 2, "0900 000 002")
    contacts.keep("xuan-loc", 1, "0900 000 003")

    later = Contacts(path)
    assert [later.phone("xuan-hoa", 1), later.phone("xuan-hoa", 2)] == ["0900 000 001", "0900 000 002"]
    assert later.phone("xuan-loc", 1) == "0900 000 003"


def test_the_last_number_given_counts_and_an_empty_one_takes_it_away(path: Path) -> None:
    contacts = Contacts(path)
    contacts.keep("xuan-hoa", 1, "0900 000 001")
    contacts.keep("xuan-hoa", 1, "0900 000 009")
    assert contacts.phone("xuan-hoa", 1) == "0900 000 009"

    contacts.keep("xuan-hoa", 1, "")
    assert contacts.phone("xuan-hoa", 1) == ""
    assert b"0900" not in path.read_bytes()


def test_erasing_reaches_every_number_of_one_meeting_and_no_other(path: Path) -> None:
    contacts = Contacts(path)
    for who in (1, 2):
        contacts.keep("xuan-hoa", who, f"0900 000 00{who}")
    contacts.keep("xuan-loc", 1, "0911")

    assert contacts.erase("xuan-hoa") == 2

    assert b"0900" not in path.read_bytes()
    assert Contacts(path).phone("xuan-loc", 1) == "0911"
