"""The turn that ended last runs again."""

from __future__ import annotations

import datetime as dt

import pytest

from moderator.meeting.hall_view import Moment, hall_view
from tests.meeting.story import Story


@pytest.fixture
def story() -> Story:
    """An has spoken for a minute; Bình and Chi wait."""
    story = Story()
    story.register("An", "Bình", "Chi")
    story.do("call")
    story.do("start")
    story.after(60).do("end")
    return story


def test_the_gap_is_a_pause(story: Story) -> None:
    story.after(20).do("go_on")
    assert (story.floor["state"], story.floor["spoken"], story.floor["left"]) == ("running", 60.0, 240.0)
    assert story.status(1) == "on_floor"
    story.after(15).do("end")
    assert (story.turns[1]["spoken"], story.status(1)) == (75.0, "heard")
    assert (story.turns[1]["began"][11:19], story.turns[1]["ended"][11:19]) == ("07:30:00", "07:31:35")
    assert story.figures["people_heard"] == 1


def test_who_was_only_called_is_put_back_at_the_old_place(story: Story) -> None:
    story.do("call")
    story.do("go_on")
    assert (story.floor["who"], story.waiting) == (1, ["2", "3"])


def test_what_was_started_is_not_harmed(story: Story) -> None:
    story.do("call")
    story.do("start")
    refused = story.refuses("floor_taken", "go_on")
    assert refused.params == {"turn": 2}
    story.do("pause")
    story.refuses("floor_taken", "go_on")
    story.after(10).do("end")
    story.do("go_on")
    assert story.floor["who"] == 2


def test_without_a_turn_there_is_nothing_to_go_on() -> None:
    Story().refuses("no_turn_ended", "go_on")


def test_a_press_that_means_another_turn_is_refused(story: Story) -> None:
    story.refuses("not_the_last_turn", "go_on", turn=7)
    story.do("go_on", turn=1)
    assert story.floor["turn"] == 1


def test_the_clarification_belongs_to_the_turn_that_it_interrupted(story: Story) -> None:
    story.do("call")
    story.do("start")
    story.after(10).do("ask_back")
    story.after(5).do("end")
    story.refuses("floor_taken", "go_on")
    story.do("end")
    story.do("go_on")
    assert (story.floor["turn"], story.floor["kind"]) == (2, "speech")


def test_a_corrected_time_goes_on_from_the_correction(story: Story) -> None:
    story.do("correct_time", turn=1, spoken=40)
    story.after(5).do("go_on")
    story.after(10)
    assert story.floor["spoken"] == 50.0
    story.do("pause")
    story.after(30).do("resume")
    story.after(5).do("end")
    assert (story.turns[1]["spoken"], story.turns[1]["corrected"]) == (55.0, True)


def test_an_answer_that_goes_on_still_is_one_answer(story: Story) -> None:
    story.do("question", text="Đường?")
    story.do("call", official="dia-chinh", questions=[1])
    story.do("start")
    story.after(30).do("end")
    story.do("go_on")
    assert story.questions[1]["status"] == "new", "it has not ended yet"
    story.after(30).do("end")
    assert (story.questions[1]["status"], story.turns[2]["spoken"]) == ("answered", 60.0)
    assert story.meeting.state.questions[1].answer_turns == (2,)


def test_put_back_after_all_stands_before_who_registered_meanwhile(story: Story) -> None:
    for who in (2, 3):
        story.do("withdraw", who=who)
    story.after(5).register("Dung")
    story.after(5).do("go_on")
    story.do("put_back")
    assert story.waiting == ["1", "4"]
    assert story.turns == {}


def test_undo_ends_the_turn_again_as_it_had_ended(story: Story) -> None:
    before = story.turns
    story.after(20).do("go_on")
    story.after(10).do("undo")
    assert (story.turns, story.state["floor"]) == (before, None)


def test_a_turn_does_not_go_on_in_a_break_or_after_adjourning(story: Story) -> None:
    story.do("break")
    story.refuses("on_break", "go_on")
    story.do("end_break")
    story.do("adjourn")
    story.refuses("adjourned", "go_on")


def test_the_hall_sees_the_speaker_again_with_the_clock_where_it_stood(story: Story) -> None:
    story.do("call")
    story.after(20).do("go_on")
    now = story.now.astimezone(dt.UTC)
    view = hall_view(story.meeting.state, Moment(now, now), story.calendar)
    assert view.person is not None
    assert view.clock is not None
    assert (view.phase, view.person.number, view.clock.seconds, view.clock.rate) == ("speech", 1, 60.0, 1.0)
    assert [each.person.number for each in view.upcoming] == [2, 3]
