"""What the rules ask of the office, and when it counts as done."""

from __future__ import annotations

import datetime as dt

import pytest

from moderator.meeting.duties import Duty, duties_of
from tests.meeting.story import Story

RULES = [
    {"name": "notice", "amount": 5, "unit": "working_days", "source": "Luật"},
    {"name": "notice", "amount": 10, "unit": "working_days", "source": "Quy chế"},
    {"name": "results_published", "amount": 3},
    {"name": "written_reply", "amount": 15},
    {"name": "beyond_notice", "amount": 10},
]


@pytest.fixture
def story() -> Story:
    story = Story(rules=RULES)
    story.hears("An", "Đường?", "Điện?")
    return story


def duty(story: Story, name: str) -> Duty:
    return next(each for each in duties_of(story.meeting.state, story.calendar) if each.name == name)


def test_each_name_among_the_rules_is_one_duty_by_its_earliest_day(story: Story) -> None:
    duties = duties_of(story.meeting.state, story.calendar)

    assert [each.name for each in duties] == ["notice", "results_published", "written_reply", "beyond_notice"]
    assert (duties[0].last_day, duties[0].source) == (dt.date(2026, 11, 11), "Quy chế")
    assert duties[1].last_day == dt.date(2026, 11, 30)


def test_a_duty_is_overdue_the_day_after_its_last_day_until_it_is_done(story: Story) -> None:
    assert duty(story, "results_published").status(dt.date(2026, 11, 30)) == "open"
    assert duty(story, "results_published").status(dt.date(2026, 12, 1)) == "overdue"

    story.do("done", duty="results_published", number="7/TB", place="thôn Đông")
    story.do("done", duty="results_published", number="7/TB", place="thôn Tây")

    done = duty(story, "results_published")
    assert done.status(dt.date(2026, 12, 1)) == "done"
    assert [each.place for each in done.done] == ["thôn Đông", "thôn Tây"]
    story.do("undo")
    story.do("undo")
    assert not duty(story, "results_published").kept


def test_the_term_of_replies_is_kept_when_the_last_of_them_is_sent(story: Story) -> None:
    story.do("conclude", questions=[1, 2], outcome="written")
    story.do("adjourn")
    assert not duty(story, "written_reply").kept
    assert duty(story, "beyond_notice").kept

    story.do("reply", promise=1)
    assert not duty(story, "written_reply").kept
    story.do("reply", promise=2)
    assert duty(story, "written_reply").kept


def test_before_the_meeting_is_over_nothing_says_that_no_reply_will_be_owed(story: Story) -> None:
    assert not duty(story, "written_reply").kept


def test_a_duty_that_nothing_dates_is_never_overdue() -> None:
    story = Story(opened=False, starts=None, rules=[{"name": "report", "amount": 3}])

    assert duty(story, "report").last_day is None
    assert duty(story, "report").status(dt.date.max) == "open"


def invited_and_registered() -> Story:
    """A meeting of three villages: two that were invited, and one of which somebody came."""
    group = {"organisation": "Hội Nông dân", "place": "Thôn  Tây", "count": 3}
    attendance = [{"name": "Mời", "place": "thôn Đông"}, group]
    story = Story(rules=[*RULES, {"name": "loudspeaker", "amount": 3}], attendance=attendance)
    story.register("An", place="tổ 5, thôn Nam")
    story.register("Bình", place="thon dong")
    story.register("Cúc", place="số 12 đường Lê Lợi")
    return story


def test_what_is_sent_or_broadcast_stands_open_for_every_village_that_is_left() -> None:
    story = invited_and_registered()
    assert duty(story, "notice").places_left == ()
    assert duty(story, "loudspeaker").places_left == ("thôn Đông", "Thôn Tây", "thôn Nam")

    story.do("done", duty="loudspeaker", place="thôn đông; Thôn Nam")
    assert duty(story, "loudspeaker").places_left == ("Thôn Tây",)
    assert not duty(story, "loudspeaker").kept
    assert duty(story, "results_published").places_left == ("thôn Đông", "Thôn Tây", "thôn Nam")

    story.do("done", duty="loudspeaker", place="thôn Tây")
    assert duty(story, "loudspeaker").kept


def test_what_was_done_without_naming_a_village_was_done_in_all() -> None:
    story = invited_and_registered()
    story.do("done", duty="results_published", place="thôn Đông")
    story.do("done", duty="results_published", number="7/TB")

    assert duty(story, "results_published").kept
    assert duty(story, "results_published").places_left == ()
