"""A commune that has no thôn is called by its own words in papers and forms."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from data.sample import sample_meeting
from moderator.meeting.deadline_words import DUTY_NAMES, duty_name
from moderator.meeting.hall_view import Moment, hall_view
from moderator.meeting.meeting import Meeting, made
from moderator.meeting.setup import Setup
from moderator.meeting.units import unit_heads, units_in_brief, units_in_words
from moderator.meeting.working_days import Calendar
from moderator.papers import PAPERS, paper_text
from tests.meeting.story import Story, setup_of

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("units", "words", "brief", "heads"),
    [
        ((), "thôn, tổ dân phố", "thôn/TDP", "Trưởng thôn, Tổ trưởng tổ dân phố"),
        (("ấp",), "ấp", "ấp", "Trưởng ấp"),
        (("Bản", " khu  phố "), "bản, khu phố", "bản/khu phố", "Trưởng bản, Trưởng khu phố"),
    ],
)
def test_units_are_called_as_the_meeting_file_says(units: tuple[str, ...], words: str, brief: str, heads: str) -> None:
    setup = setup_of(units=units)
    assert (units_in_words(setup), units_in_brief(setup), unit_heads(setup)) == (words, brief, heads)


def papers_of(setup: Setup) -> dict[str, str]:
    meeting = Meeting([made(setup, dt.datetime(2026, 11, 20, tzinfo=dt.UTC))])
    return {name: paper_text(meeting, CALENDAR, name, dt.date(2026, 11, 20)) for name in PAPERS}


def test_no_paper_of_a_commune_with_other_units_speaks_of_villages() -> None:
    papers = papers_of(sample_meeting("vam-tra-2026"))
    for name, text in papers.items():
        assert not [word for word in ("các thôn", "Trưởng thôn", "Thôn,", "hôn/", "tổ dân phố") if word in text], name
    assert "gửi đến các ấp chậm nhất" in papers["notice"]
    assert "- Các Trưởng ấp;" in papers["notice"]
    assert "địa chỉ (ấp)" in papers["attendance_sheet"]
    assert "Ấp: …" in papers["registration_slip"]
    assert "Ấp, tổ chức" in papers["emergency_form"]
    assert "gửi đến các ấp" in papers["calendar"]
    assert "Địa chỉ (ấp)" in papers["summary"]
    assert "Địa chỉ (ấp)" in papers["summary_xlsx"]


def test_without_a_word_of_its_own_a_commune_has_the_two_of_the_law() -> None:
    papers = papers_of(structs.replace(sample_meeting("vam-tra-2026"), units=()))
    assert "gửi đến các thôn, tổ dân phố chậm nhất" in papers["notice"]
    assert "- Các Trưởng thôn, Tổ trưởng tổ dân phố;" in papers["notice"]
    assert "Thôn, tổ dân phố: …" in papers["registration_slip"]


def test_every_duty_can_be_named() -> None:
    for name in DUTY_NAMES:
        assert "{" not in duty_name(name, setup_of())
    assert duty_name("results_published", setup_of(units=["ấp"])).endswith("gửi đến các ấp")


def test_the_word_can_be_settled_when_the_meeting_is_made_already() -> None:
    story = Story()
    story.do("edit_meeting", units=["ấp"])
    assert units_in_words(story.meeting.setup) == "ấp"
    story.refuses("blank", "edit_meeting", units=["ấp", " "])


def test_before_the_meeting_the_hall_is_told_what_to_name_at_the_desk() -> None:
    for units, told in (([], ""), (["Ấp", "khu phố"], "ấp/khu phố")):
        story = Story(opened=False, units=units)
        now = story.now.astimezone(dt.UTC)
        assert hall_view(story.meeting.state, Moment(now, now), story.calendar).units == told
        story.at("07:30").do("open")
        assert hall_view(story.meeting.state, Moment(now, now), story.calendar).units == ""
