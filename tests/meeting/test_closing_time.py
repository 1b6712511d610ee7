"""The closing time typed beforehand: what it means, and when it cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from moderator.meeting.closing_time import closing_at
from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_public import public_minutes
from moderator.meeting.paper import Paper
from moderator.meeting.refusals import Refusal
from moderator.meeting.time_of_day import time_of_day
from tests.meeting.story import DAY, Story

HALF_PAST_ELEVEN = dt.time(11, 30)
CLOSING = dt.datetime(2026, 11, 26, 4, 30, tzinfo=dt.UTC)  # half past eleven in Vietnam


def is_time(typed: str) -> bool:
    try:
        time_of_day(typed)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("typed", ["11:30", " 11h30 ", "11H30", "11 giờ 30", "11 giờ 30 phút"])
def test_a_time_is_read_as_people_write_it(typed: str) -> None:
    assert time_of_day(typed) == HALF_PAST_ELEVEN


def test_a_full_hour_needs_no_minutes() -> None:
    assert time_of_day("11h") == time_of_day("11 giờ") == dt.time(11)


@pytest.mark.parametrize("typed", ["", "11", "11:", "24:00", "11:60", "11:3", "-1:30", "11:30:00", "١١:٣٠", "h30"])
def test_anything_else_is_no_time(typed: str) -> None:
    assert not is_time(typed)


def test_it_is_a_time_of_the_meetings_day_in_the_meetings_zone(story: Story) -> None:
    assert closing_at(story.meeting.state, HALF_PAST_ELEVEN, DAY + dt.timedelta(days=3)) == CLOSING


def test_before_the_opening_it_is_a_time_of_the_planned_day() -> None:
    state = Story(opened=False).meeting.state
    assert closing_at(state, HALF_PAST_ELEVEN, DAY - dt.timedelta(days=3)) == CLOSING


def test_without_a_planned_day_it_is_a_time_of_today() -> None:
    state = Story(opened=False, starts=None).meeting.state
    assert closing_at(state, HALF_PAST_ELEVEN, DAY) == CLOSING


def test_a_meeting_cannot_close_before_what_happened_in_it(story: Story) -> None:
    story.at("11:31:20").hears("Lê Thị An", "Bao giờ sửa đường?", seconds=60)
    state = story.meeting.state
    with pytest.raises(Refusal) as refused:
        closing_at(state, HALF_PAST_ELEVEN, DAY)
    assert (refused.value.code, refused.value.params) == (
        "closing_too_early",
        {"time": "11:30", "latest": "11:32"},
    )
    assert closing_at(state, dt.time(11, 32), DAY) == CLOSING + dt.timedelta(minutes=2)


def test_a_meeting_cannot_close_before_its_opening(story: Story) -> None:
    with pytest.raises(Refusal, match="closing_too_early"):
        closing_at(story.meeting.state, dt.time(7, 29), DAY)


def test_a_meeting_cannot_close_before_the_turn_that_runs_began(story: Story) -> None:
    story.register("Lê Thị An")
    story.do("call")
    story.at("11:40").do("start")
    with pytest.raises(Refusal, match="closing_too_early"):
        closing_at(story.meeting.state, HALF_PAST_ELEVEN, DAY)


def test_a_meeting_that_was_adjourned_has_its_time(story: Story) -> None:
    story.at("11:08").do("adjourn")
    with pytest.raises(Refusal) as refused:
        closing_at(story.meeting.state, HALF_PAST_ELEVEN, DAY)
    assert (refused.value.code, refused.value.params) == ("closing_known", {"time": "11:08"})


@pytest.mark.parametrize("worded", [minutes, public_minutes])
def test_the_minutes_tell_it_while_the_meeting_goes_on_and_the_real_one_afterwards(
    worded: Callable[..., Paper], story: Story
) -> None:
    def ending() -> str:
        return worded(story.meeting, story.calendar, CLOSING).ending

    assert ending() == "Hội nghị kết thúc vào 11 giờ 30 phút, ngày 26 tháng 11 năm 2026./."
    story.at("11:08").do("adjourn")
    assert ending() == "Hội nghị kết thúc vào 11 giờ 08 phút, ngày 26 tháng 11 năm 2026./."
