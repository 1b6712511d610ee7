"""Days that can hardly be meant are asked about where they are typed; a script may say what it knows better."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from moderator.meeting.plausible_days import check_duty, check_extension, check_reply
from moderator.meeting.refusals import Refusal
from moderator.meeting.working_days import Calendar
from tests.meeting.story import Story

DAY = dt.date(2026, 11, 26)
TODAY = dt.date(2026, 12, 5)


@pytest.fixture
def story() -> Story:
    """Two questions were concluded upon with a written reply, the second by a day that the chair named."""
    story = Story()
    story.hears("An", "Đường?", "Nước?")
    story.do("conclude", questions=[1], outcome="written")
    story.do("conclude", questions=[2], outcome="written", due="2026-12-30")
    return story


def refused(check: Any, *args: Any) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        check(*args)
    return refusal.value


def test_a_reply_is_dated_from_the_day_of_the_meeting_to_today(story: Story) -> None:
    state = story.meeting.state
    promise = state.promises[1]
    ahead = refused(check_reply, state, promise, dt.date(2026, 12, 6), TODAY)
    assert (ahead.code, ahead.params) == ("day_ahead", {"date": "06/12/2026", "today": "05/12/2026"})
    for day in (dt.date(2026, 11, 25), dt.date(2020, 1, 1), dt.date.min):
        early = refused(check_reply, state, promise, day, TODAY)
        assert (early.code, early.params["earliest"]) == ("day_before_meeting", "26/11/2026")
    for day in (DAY, TODAY, None):
        check_reply(state, promise, day, TODAY)


def test_what_was_concluded_before_the_opening_may_be_replied_to_before_it() -> None:
    story = Story(opened=False)
    story.do("register", name="An", channel="in_writing", text="Đường?")
    story.do("conclude", questions=[1], outcome="written")
    state = story.meeting.state
    eve = dt.date(2026, 11, 25)
    assert refused(check_reply, state, state.promises[1], dt.date(2026, 11, 24), eve).code == "day_before_meeting"
    check_reply(state, state.promises[1], eve, eve)


def test_a_meeting_that_is_keyed_in_days_later_was_on_its_planned_day() -> None:
    story = Story(opened=False)
    story.at("2026-11-28T08:00").do("open")
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="written")
    check_reply(story.meeting.state, story.meeting.state.promises[1], dt.date(2026, 11, 27), TODAY)


def test_a_duty_after_the_meeting_is_ticked_from_its_day_to_today(story: Story) -> None:
    state = story.meeting.state
    assert refused(check_duty, state, "conclusion_notice", dt.date(2027, 12, 25), TODAY).code == "day_ahead"
    assert refused(check_duty, state, "conclusion_notice", dt.date(2026, 11, 25), TODAY).code == "day_before_meeting"
    check_duty(state, "conclusion_notice", DAY, TODAY)


@pytest.mark.parametrize(
    ("duty", "rule"),
    [
        ("notice", {"amount": 5}),
        ("report", {"amount": 3, "when": "before"}),
        ("report", {"date": dt.date(2026, 11, 20)}),
        ("loudspeaker", None),
    ],
)
def test_a_duty_before_the_meeting_is_ticked_on_any_day_up_to_today(duty: str, rule: dict[str, Any] | None) -> None:
    state = Story(opened=False, rules=[] if rule is None else [{"name": duty} | rule]).meeting.state
    eve = dt.date(2026, 11, 25)
    assert refused(check_duty, state, duty, DAY, eve).code == "day_ahead"
    for day in (dt.date(2026, 10, 30), eve, None):
        check_duty(state, duty, day, eve)


def test_a_promise_is_extended_to_a_day_after_the_one_it_has(story: Story) -> None:
    state = story.meeting.state
    by_rule = refused(check_extension, state, state.promises[1], dt.date(2026, 12, 11), Calendar())
    assert (by_rule.code, by_rule.params["last_day"]) == ("extension_not_later", "11/12/2026")
    named = refused(check_extension, state, state.promises[2], dt.date(2026, 12, 30), Calendar())
    assert named.code == "extension_not_later"
    for day in (dt.date(2020, 1, 1), DAY):
        assert refused(check_extension, state, state.promises[1], day, Calendar()).code == "extension_before_meeting"
    check_extension(state, state.promises[1], dt.date(2026, 12, 12), Calendar())
    check_extension(state, state.promises[2], dt.date(2026, 12, 31), Calendar())


def test_a_script_gives_any_day(story: Story) -> None:
    story.do("extend_promise", promise=1, due="2026-12-01", reason="Chờ")
    story.do("reply", promise=1, date="2027-12-25")
    story.do("done", duty="conclusion_notice", date="2020-01-01")
