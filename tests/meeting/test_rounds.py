"""The rhythm of the dialogue, as a setting of the meeting."""

from __future__ import annotations

from moderator.meeting.proposals import proposals
from tests.meeting.story import Story


def test_the_rhythm_is_kept_and_taken_back(story: Story) -> None:
    assert story.state["rhythm"] == 0
    story.do("rhythm", rounds=3)
    assert story.state["rhythm"] == 3
    story.do("undo")
    assert story.state["rhythm"] == 0


def test_the_floor_proposes_by_it(story: Story) -> None:
    story.hears("An", "Đường?")
    story.register("Bình")
    assert proposals(story.meeting.state, story.meeting.state.rounds)[0].kind == "assign"
    story.do("rhythm", rounds=2)
    assert proposals(story.meeting.state, story.meeting.state.rounds)[0].kind == "call"


def test_a_rhythm_may_be_set_before_the_opening_but_not_after_adjourning() -> None:
    story = Story(opened=False)
    story.do("rhythm", rounds=5)
    story.at("07:30").do("open")
    story.do("adjourn")
    story.refuses("adjourned", "rhythm", rounds=2)


def test_rounds_are_counted_by_people(story: Story) -> None:
    for rounds in (-1, 1001):
        story.refuses("count_out_of_range", "rhythm", rounds=rounds)
