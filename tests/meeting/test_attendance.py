"""Who came of those invited, with reasons and substitutes."""

from __future__ import annotations

from typing import Any

import pytest

from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_public import public_minutes
from tests.meeting.story import Story

INVITED: list[dict[str, Any]] = [
    {"name": "Nguyễn Văn Tèo", "honorific": "Ông", "place": "thôn Đông"},
    {"name": "Nguyễn Văn Tèo", "honorific": "Ông", "place": "thôn Tây"},
    {"name": "Lý Thị Hoa", "honorific": "Bà", "place": "thôn Tây"},
    {"organisation": "Hội Nông dân", "count": 10},
    {"organisation": "Đoàn Thanh niên"},
]


@pytest.fixture
def story() -> Story:
    return Story(attendance=INVITED)


def figures(story: Story) -> tuple[int, ...]:
    found = story.state["attendance"]
    return tuple(found[key] for key in ("invited", "present", "absent", "substitutes", "unmarked"))


def told(story: Story) -> str:
    return minutes(story.meeting, story.calendar).plain_text()


def test_nothing_is_said_of_anybody_at_first(story: Story) -> None:
    assert figures(story) == (13, 0, 0, 0, 13)
    assert story.state["attendance"]["people"] == []
    assert "Tổng số được mời" not in told(story)


def test_people_are_found_without_accents_and_groups_are_counted(story: Story) -> None:
    story.do("attend", name="ly thi hoa")
    story.do("attend", organisation="hoi nong dan", present=8)
    assert figures(story) == (13, 9, 2, 0, 2)
    assert [row["name"] or row["organisation"] for row in story.state["attendance"]["people"]] == [
        "Lý Thị Hoa",
        "Hội Nông dân",
    ]


def test_two_of_a_name_are_told_apart_by_their_place(story: Story) -> None:
    refused = story.refuses("attendee_unclear", "attend", name="Nguyễn Văn Tèo")
    assert refused.params["count"] == 2
    story.do("attend", name="Nguyễn Văn Tèo", place="Thôn Tây", present=False, reason="bận việc nhà")
    (row,) = story.state["attendance"]["people"]
    assert (row["place"], row["present"], row["reason"]) == ("thôn Tây", 0, "bận việc nhà")


def test_who_sent_a_substitute_has_not_come_himself(story: Story) -> None:
    story.do("attend", name="Lý Thị Hoa", substitute="ông Lý Văn Thay")
    assert figures(story) == (13, 0, 1, 1, 12)
    story.do("attend", name="Lý Thị Hoa")
    assert figures(story) == (13, 1, 0, 0, 12), "what was said last counts"
    story.do("undo")
    assert figures(story) == (13, 0, 1, 1, 12)


def test_all_or_nobody_of_a_group(story: Story) -> None:
    story.do("attend", organisation="Hội Nông dân", present=True)
    assert figures(story)[1] == 10
    story.do("attend", organisation="Hội Nông dân", present=False)
    assert figures(story)[1:3] == (0, 10)
    story.refuses("count_missing", "attend", organisation="Đoàn Thanh niên")
    story.do("attend", organisation="Đoàn Thanh niên", present=4)
    assert figures(story)[1:3] == (4, 10)


@pytest.mark.parametrize(
    ("code", "params"),
    [
        ("attendee_missing", {}),
        ("attendee_missing", {"name": "  "}),
        ("not_invited", {"name": "Người Lạ", "present": False}),
        ("count_out_of_range", {"organisation": "Hội Nông dân", "present": -1}),
        ("count_out_of_range", {"name": "Lý Thị Hoa", "present": 2}),
    ],
)
def test_what_cannot_be_is_refused(story: Story, code: str, params: dict[str, Any]) -> None:
    story.refuses(code, "attend", **params)


def test_who_came_uninvited_is_counted_apart(story: Story) -> None:
    story.do("attend", name="Người Lạ")
    story.do("attend", organisation="Báo địa phương", present=2)
    assert figures(story) == (13, 0, 0, 0, 13)
    assert [row["invited"] for row in story.state["attendance"]["people"]] == [0, 0]
    assert "Dự ngoài danh sách mời: 03 người." in told(story)


def test_the_minutes_tell_figures_reasons_and_substitutes(story: Story) -> None:
    story.do("attend", name="Nguyễn Văn Tèo", place="thôn Đông", present=False, reason="ốm", substitute="bà Tèo")
    story.do("attend", organisation="Hội Nông dân", present=8, reason="đi tập huấn")
    story.do("attend", name="Lý Thị Hoa")
    text = told(story)
    assert (
        "Tổng số được mời theo danh sách: 13 người; có mặt 09 người; vắng 03 người; dự thay 01 người; "
        "chưa ghi nhận 01 người." in text
    )
    assert (
        "Vắng mặt: ông Nguyễn Văn Tèo, thôn Đông (ốm; bà Tèo dự thay); Hội Nông dân vắng 02 người (đi tập huấn)."
        in text
    )


def test_an_absent_official_is_told_beside_his_name(story: Story) -> None:
    story.do("attend", name="Vũ Văn An", present=False, reason="đi công tác", substitute="ông Vũ Văn Bình")
    assert "Ông/Bà Vũ Văn An (vắng mặt: đi công tác; ông Vũ Văn Bình dự thay)." in told(story)
    assert figures(story) == (13, 0, 0, 0, 13), "officials are no part of the list of those invited"


def test_the_public_minutes_name_no_citizen_and_no_reason(story: Story) -> None:
    story.do("attend", name="Lý Thị Hoa", present=False, reason="ốm", substitute="Lý Văn Thay")
    text = public_minutes(story.meeting, story.calendar).plain_text()
    assert "Vắng mặt: bà L.T.H" in text
    assert not any(secret in text for secret in ("Hoa", "ốm", "Thay"))
