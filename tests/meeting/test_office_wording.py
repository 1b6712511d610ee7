"""An office words its papers in its own way, and counts by its own days."""

from __future__ import annotations

import datetime as dt

import pytest

from moderator.meeting.assignments import assignments, reminders
from moderator.meeting.conclusion_notice import conclusion_notice
from moderator.meeting.forwarding import forwarding
from moderator.meeting.interim_notices import interim_notices
from moderator.meeting.minutes import minutes
from moderator.meeting.office import Office, phrases_of
from moderator.meeting.opinion_table import summary
from moderator.meeting.prepared_answers import prepared_answers
from moderator.meeting.replies import replies
from moderator.meeting.results_notice import results_notice
from moderator.meeting.script import script
from moderator.meeting.wording import USUAL_PHRASES, Phrases, UnfitPhrase, UnknownPhrase, drafted_conclusion
from moderator.meeting.working_days import Calendar
from tests.meeting.story import Story

OWN = Phrases(
    {
        "outcome.settled": "đã giải đáp tại chỗ",
        "outcome.written": "nhận trả lời sau",
        "conclusion.written": "UBND xã nhận ý kiến, {body} trả lời {by}.",
        "conclusion.study": "{body} nghiên cứu, trả lời {by}.",
        "no_later_than": "xong trước hết {day}",
        "reason": "Vì: {reason}",
        "higher_level": "UBND tỉnh",
    }
)
OFFICE = Office(phrases=OWN)
TODAY = dt.date(2027, 3, 1)


@pytest.fixture
def story() -> Story:
    story = Story()
    for name, text in (("An", "Đường?"), ("Bình", "Điện?"), ("Chi", "Quốc lộ?")):
        story.hears(name, text)
    story.do("conclude", questions=[1], outcome="written", body="Phòng Kinh tế", reason="Cần đo đạc")
    story.do("conclude", questions=[2], outcome="written", body="Phòng Hạ tầng", text="Sẽ trả lời")
    story.do("conclude", questions=[3], outcome="beyond")
    story.do("adjourn")
    return story


def test_the_minutes_are_worded_as_the_office_does(story: Story) -> None:
    own, usual = minutes(story.meeting, OFFICE).plain_text(), minutes(story.meeting, Calendar()).plain_text()

    assert "UBND xã nhận ý kiến, Phòng Kinh tế trả lời xong trước hết ngày 11 tháng 12 năm 2026. Vì: Cần đo đạc." in own
    assert "(nhận trả lời sau): Sẽ trả lời." in own
    assert "kiến nghị UBND tỉnh xem xét" in own
    assert "chậm nhất" not in own
    assert "Tiếp thu ý kiến; giao Phòng Kinh tế trả lời bằng văn bản chậm nhất" in usual


def test_every_paper_that_names_an_outcome_or_a_last_day_says_it_so(story: Story) -> None:
    meeting = story.meeting
    assert "xong trước hết" in conclusion_notice(meeting, OFFICE).plain_text()
    assert "Nhận trả lời sau" in results_notice(meeting, OFFICE).plain_text()
    assert "xong trước hết" in forwarding(meeting, OFFICE)[0].plain_text()
    assert "xong trước hết" in interim_notices(meeting, OFFICE)[0].plain_text()
    assert "UBND xã nhận ý kiến" in script(meeting, OFFICE).plain_text()
    assert "xong trước hết" in prepared_answers(meeting, OFFICE)[0].plain_text()
    story = Story()
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="settled")
    assert "Đã giải đáp tại chỗ" in summary(story.meeting, OFFICE, TODAY).plain_text()


def test_an_office_counts_by_its_own_days_and_says_its_own_words() -> None:
    day = dt.date(2027, 2, 10)
    office = Office(days_off=[day], announced_years=[2027], phrases=OWN)

    assert not office.is_working_day(day)
    assert office.announced(2027)
    assert phrases_of(office) is OWN
    assert phrases_of(Calendar()) is USUAL_PHRASES
    assert Office(days_off=[day]).own_days != Office(worked=[day]).own_days


def test_braces_that_are_doubled_are_braces() -> None:
    phrases = Phrases({"conclusion.noted": "Ghi nhận {{x}}.", "outcome.noted": "{{y}}"})
    assert drafted_conclusion("noted", phrases=phrases) == "Ghi nhận {x}."


def test_a_phrase_that_nobody_says_or_that_cannot_be_filled_in_is_refused() -> None:
    with pytest.raises(UnknownPhrase):
        Phrases({"conclusion.nothing": "x"})
    with pytest.raises(UnfitPhrase) as unfit:
        Phrases({"conclusion.written": "không có chỗ điền"})
    assert unfit.value.wanted == ("body", "by")


def test_a_letter_about_one_promise_leaves_the_others_out(story: Story) -> None:
    meeting, calendar = story.meeting, Calendar()

    assert len(replies(meeting, calendar)) == 2
    (letter,) = replies(meeting, calendar, 2)
    assert "Điện?" in letter.plain_text()
    assert replies(meeting, calendar, 3) == ()
    assert len(assignments(meeting, calendar)) == 3
    (slip,) = assignments(meeting, calendar, 1)
    assert "Phòng Kinh tế" in slip.plain_text()
    assert len(reminders(meeting, calendar, TODAY)) == 3
    (reminder,) = reminders(meeting, calendar, TODAY, 2)
    assert "Phòng Hạ tầng" in reminder.plain_text()
    assert forwarding(meeting, calendar, 3) == forwarding(meeting, calendar)
    assert forwarding(meeting, calendar, 1) == ()
    assert len(interim_notices(meeting, calendar, 3)) == 1
    assert interim_notices(meeting, calendar, 1) == ()
