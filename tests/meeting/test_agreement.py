"""Shows of hands."""

from __future__ import annotations

from typing import Any

import pytest

from moderator.meeting.minutes import minutes
from tests.meeting.story import Story


@pytest.fixture
def story() -> Story:
    """An has asked about the road, and the chair has concluded on it."""
    story = Story()
    story.hears("An", "Đường?", "Nước?")
    story.do("conclude", questions=[1], outcome="settled")
    return story


def told(story: Story) -> str:
    return minutes(story.meeting, story.calendar).plain_text()


def test_hands_are_counted_on_a_question_a_conclusion_and_the_minutes(story: Story) -> None:
    story.do("agree", on="question", question=2, for_=30, against=2, other=1)
    story.do("agree", on="conclusion", question=1, all=True)
    story.do("agree", on="minutes", for_=40, against=1)
    assert story.state["agreements"][0] == {
        "on": "question", "question": 2, "for": 30, "against": 2, "other": 1, "all": False,
    }  # fmt: skip
    text = told(story)
    assert (
        "giơ tay lấy ý kiến về nội dung này: 30 người nhất trí, 02 người không nhất trí, 01 người có ý kiến khác."
        in text
    )
    assert "về kết luận của chủ trì: toàn thể đại biểu dự họp nhất trí." in text
    assert "với sự nhất trí của 40 đại biểu dự họp (01 người không nhất trí) và được lập" in text


def test_until_hands_were_counted_the_minutes_leave_a_space(story: Story) -> None:
    assert "với sự nhất trí của …………………… đại biểu dự họp và" in told(story)
    story.do("agree", on="minutes", all=True)
    assert "với sự nhất trí của toàn thể đại biểu dự họp và" in told(story)


def test_the_latest_count_stands_and_undo_brings_the_one_before(story: Story) -> None:
    story.do("agree", on="question", question=2, for_=30)
    story.do("agree", on="question", question=2, for_=31)
    assert [row["for"] for row in story.state["agreements"]] == [31]
    story.do("undo")
    assert [row["for"] for row in story.state["agreements"]] == [30]


def test_a_conclusion_that_is_taken_back_takes_its_hands_along(story: Story) -> None:
    story.do("agree", on="question", question=1, all=True)
    story.do("agree", on="conclusion", question=1, all=True)
    story.do("reopen", question=1)
    assert [row["on"] for row in story.state["agreements"]] == ["question"]


def test_the_general_conclusion_is_the_one_without_a_question(story: Story) -> None:
    story.refuses("no_general_conclusion", "agree", on="conclusion", all=True)
    story.do("conclude_meeting", text="Tốt")
    story.do("agree", on="conclusion", all=True, for_=45)
    lines = told(story).splitlines()
    assert lines[lines.index("II. KẾT LUẬN CHUNG CỦA CHỦ TRÌ") + 2].endswith(
        "toàn thể đại biểu dự họp nhất trí (45 người)."
    )


@pytest.mark.parametrize(
    ("code", "params"),
    [
        ("count_missing", {"on": "minutes"}),
        ("count_out_of_range", {"on": "minutes", "for": -1}),
        ("not_everybody", {"on": "minutes", "all": True, "against": 1}),
        ("minutes_of_no_question", {"on": "minutes", "question": 1, "all": True}),
        ("questions_missing", {"on": "question", "all": True}),
        ("unknown_question", {"on": "question", "question": 9, "all": True}),
        ("no_conclusion", {"on": "conclusion", "question": 2, "all": True}),
    ],
)
def test_hands_on_nothing_are_refused(story: Story, code: str, params: dict[str, Any]) -> None:
    story.refuses(code, "agree", **params)


def test_no_hands_are_told_of_a_denunciation(story: Story) -> None:
    story.do("agree", on="question", question=2, for_=30)
    story.do("edit_question", question=2, kind="denunciation")
    assert "giơ tay" not in told(story)
