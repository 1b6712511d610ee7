"""The waiting order changes when people change it, and never loses anybody."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meeting.story import Story


@pytest.fixture
def abc(story: Story) -> Story:
    """An, Bình and Chi wait."""
    story.register("An", "Bình", "Chi")
    return story


def test_o1_the_last_is_moved_to_the_top(abc: Story) -> None:
    abc.do("reorder", order=["3", 1, "2"])
    assert abc.waiting == ["3", "1", "2"]


@pytest.mark.parametrize(
    "order", [[], [1], [1, 2], [1, 2, 3, 4], [1, 2, 4], [1, 1, 2], [1, 2, 2, 3], [1, 2, "3f1"], [1, 2, 10**18]]
)
def test_o2_an_order_made_on_a_stale_list_is_refused_whole(abc: Story, order: list[Any]) -> None:
    abc.refuses("stale_order", "reorder", order=order)
    assert abc.waiting == ["1", "2", "3"]


@pytest.mark.parametrize("entry", ["", "An", "3f", -1])
def test_o2_an_order_of_what_is_no_entry_is_refused(abc: Story, entry: Any) -> None:
    abc.refuses("unknown_entry", "reorder", order=[1, 2, entry])


def test_o2_an_order_from_before_somebody_registered_loses_nobody(abc: Story) -> None:
    stale = abc.waiting[::-1]
    abc.register("Dung")
    abc.refuses("stale_order", "reorder", order=stale)
    assert abc.waiting == ["1", "2", "3", "4"]


def test_o2_follow_ups_are_part_of_the_order(abc: Story) -> None:
    abc.do("question", text="Đường?", who=1)
    abc.do("follow_up", question=1)
    abc.refuses("stale_order", "reorder", order=[1, 2, 3])
    abc.do("reorder", order=[3, "1f1", 1, 2])
    assert abc.waiting == ["3", "1f1", "1", "2"]


def test_o3_removing_who_waits_does_not_move_the_speakers_clock(abc: Story) -> None:
    abc.do("call")
    abc.do("start")
    abc.after(30)
    before = abc.floor
    abc.do("withdraw", who=2)
    assert abc.floor == before
    abc.after(30)
    assert abc.floor["spoken"] == 60.0
    assert abc.waiting == ["3"]


def test_o4_the_order_changes_while_a_clarification_is_open(abc: Story) -> None:
    abc.do("call")
    abc.do("start")
    abc.do("ask_back")
    abc.do("reorder", order=[3, 2])
    assert abc.waiting == ["3", "2"]
    assert abc.floor["kind"] == "clarification"


def test_o5_who_has_spoken_before_is_told_beside_the_name_and_nothing_moves(story: Story) -> None:
    story.do("register", name="An", place="thôn 1")
    story.do("call")
    story.do("start")
    story.do("end")
    story.do("register", name="An", place="thôn 1")
    story.do("register", name="An", place="thôn 2")
    assert [(row["who"], row["turns_before"]) for row in story.state["waiting"]] == [(2, 1), (3, 0)]
    story.do("question", text="Đường?", who=1)
    story.do("follow_up", question=1)
    story.do("call")
    story.do("start")
    assert [row["turns_before"] for row in story.state["waiting"]] == [1, 0]
    story.do("end")
    assert [row["turns_before"] for row in story.state["waiting"]] == [2, 0]


def test_a_recalled_speech_stands_behind_who_came_meanwhile(abc: Story) -> None:
    abc.do("call")
    abc.do("absent")
    abc.register("Dung")
    abc.do("recall", who=1)
    assert abc.waiting == ["2", "3", "4", "1"]


def test_one_recall_brings_back_every_wish_that_was_missed(story: Story) -> None:
    story.register("An", "Bình")
    story.do("question", text="Đường?", who=1)
    story.do("follow_up", question=1)
    for _ in range(2):
        story.do("call", who=1)
        story.do("absent")
    assert story.waiting == ["2"]
    story.do("recall", who=1)
    assert story.waiting == ["1f1", "2", "1"]


def test_who_was_absent_and_then_withdrew_comes_back_once(abc: Story) -> None:
    abc.do("call")
    abc.do("absent")
    abc.do("withdraw", who=1)
    assert abc.status(1) == "withdrawn"
    abc.do("recall", who=1)
    assert abc.waiting == ["2", "3", "1"]


def test_only_who_is_absent_or_withdrew_can_be_recalled(abc: Story) -> None:
    abc.refuses("not_absent", "recall", who=1)
    abc.do("call")
    abc.refuses("not_absent", "recall", who=1)
    abc.do("start")
    abc.do("end")
    abc.refuses("not_absent", "recall", who=1)
