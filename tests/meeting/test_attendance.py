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


def test_officials_and_guests_are_meant_by_their_codes(story: Story) -> None:
    story.do("attend", official="cong-an", present=False, reason="đi công tác", substitute="ông Vũ Văn Bình")
    story.do("attend", official="hdnd")
    rows = story.state["attendance"]["people"]
    assert [(row["name"], row["present"]) for row in rows] == [("Vũ Văn An", 0), ("Hồ Văn Khách", 1)]
    assert "Vũ Văn An (vắng mặt: đi công tác; ông Vũ Văn Bình dự thay)" in told(story)
    story.refuses("unknown_official", "attend", official="ai-do")


def test_an_official_and_a_citizen_of_one_name_are_told_apart() -> None:
    story = Story(attendance=[{"name": "Vũ Văn An", "place": "thôn Đông"}])
    story.do("attend", official="cong-an", present=False)
    assert figures(story) == (1, 0, 0, 0, 1)
    story.do("attend", name="Vũ Văn An", place="thôn Đông")
    assert figures(story) == (1, 1, 0, 0, 0)
    story.do("attend", name="Vũ Văn An", place="thôn Nam")
    assert "Dự ngoài danh sách mời: 01 người." in told(story), "somebody of a village is no official"


def test_who_was_put_down_without_an_invitation_by_mistake_can_be_taken_out_again(story: Story) -> None:
    story.do("attend", organisation="Báo địa phương", present=12)
    story.do("attend", organisation="Báo địa phương", present=0)
    story.do("attend", name="Người Lạ", place="thôn Nam")
    story.do("attend", name="Người Lạ", place="thôn Nam", present=False)
    assert "Dự ngoài danh sách mời" not in told(story)


def test_groups_that_came_without_an_invitation_are_named_with_their_number(story: Story) -> None:
    story.do("attend", organisation="Học sinh Trường THPT Long Phụng", present=12)
    story.do("attend", name="Người Lạ")
    assert "Dự ngoài danh sách mời: 13 người." in told(story)
    assert "Học sinh Trường THPT Long Phụng (12 người)" in told(story)


def test_all_the_rest_have_come_and_one_undo_takes_it_back(story: Story) -> None:
    story.do("attend", name="Lý Thị Hoa", present=False, reason="ốm")
    story.do("attend", organisation="Hội Nông dân", present=8)
    story.do("attend", rest=True)
    assert figures(story) == (13, 10, 3, 0, 0), "who stayed away stays away"
    names = {row["name"] for row in story.state["attendance"]["people"]}
    assert {"Vũ Văn An", "Ngô Văn Đất", "Hồ Văn Khách"} <= names, "officials and guests are called over as well"
    assert not {"Trần Văn Chủ", "Phạm Thị Ghi"} & names
    assert "Đoàn Thanh niên" not in {row["organisation"] for row in story.state["attendance"]["people"]}
    story.refuses("nobody_unmarked", "attend", rest=True)
    story.do("undo")
    assert figures(story) == (13, 8, 3, 0, 2)


@pytest.mark.parametrize("params", [{"name": "Lý Thị Hoa"}, {"present": False}, {"reason": "ốm"}])
def test_all_the_rest_takes_nothing_beside_it(story: Story, params: dict[str, Any]) -> None:
    story.refuses("rest_goes_alone", "attend", rest=True, **params)
