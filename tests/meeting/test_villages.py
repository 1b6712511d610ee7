"""A village is spelled as the meeting spells it, however it was typed."""

from __future__ import annotations

import pytest

from moderator.meeting.text import fold
from moderator.meeting.villages import village_in, village_meant, villages_of
from tests.meeting.story import Story

VILLAGES = {fold(name): name for name in ("ấp Bình Phú", "ấp Bình Phú Đông", "tổ dân phố 3", "Rạch Gừa")}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("binh phu", "ấp Bình Phú"),
        ("Bình Phú", "ấp Bình Phú"),
        ("ap binh phu", "ấp Bình Phú"),
        ("rach gua", "Rạch Gừa"),
        ("3", "tổ dân phố 3"),
        ("binh", "binh"),
        ("Bình Phú Tây", "Bình Phú Tây"),
        ("số 5, ấp Bình Phú", "số 5, ấp Bình Phú"),
        ("", ""),
    ],
)
def test_one_village_is_meant_or_what_was_typed_stays(typed: str, meant: str) -> None:
    assert village_meant(VILLAGES, typed) == meant


def test_two_villages_of_a_name_are_not_told_apart_by_it() -> None:
    villages = {fold(name): name for name in ("ấp Đông", "thôn Đông")}
    assert village_meant(villages, "dong") == "dong"
    assert village_meant(villages, "thon dong") == "thôn Đông"


def test_a_village_that_was_typed_without_its_unit_is_no_village_of_its_own() -> None:
    story = Story(attendance=[{"name": "Lê Mận", "place": "ấp Bình Phú"}])
    for name, place in (("An", "Bình Phú"), ("Ba", "binh phu"), ("Tư", "Rạch Gừa"), ("Năm", "số 3, ấp Bình Phú")):
        story.do("register", name=name, place=place)
    villages = villages_of(story.meeting.state)
    assert [*villages.values()] == ["ấp Bình Phú", "Rạch Gừa"]
    assert village_in(villages, "Bình Phú") == village_in(villages, "tổ 2, ấp Bình Phú") == "ấp Bình Phú"
