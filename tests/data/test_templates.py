"""A set-up kept as a template says again what meetings have in common, and nothing that belongs to one alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.meeting_file import MeetingFileError, parse_meeting
from data.templates import Templates, UnknownTemplate
from moderator.meeting.setup import Limits, Official, Person, PlanCitation, Rule, Setup

FIRST = Setup(
    id="ky-mot",
    title="Kỳ một",
    authority="UBND xã Xuân Hòa",
    starts=dt.datetime(2026, 11, 26, 7, 30),
    plan=PlanCitation(number="12/KH-UBND"),
    chairs=(Person(name="Trần Văn Chủ"),),
    officials=(Official(code="dia-chinh", name="Ngô Văn Đất"),),
    limits=Limits(speech=300),
    rules=(Rule(name="written_reply", amount=15), Rule(name="report", date=dt.date(2026, 12, 30))),
)


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    templates = Templates(tmp_path / "kept" / "templates.json")
    templates.keep("thường kỳ", FIRST)
    return templates


def test_the_next_meeting_takes_over_what_its_file_leaves_out(templates: Templates) -> None:
    given = templates.tables("thường kỳ")

    second = parse_meeting('title = "Kỳ hai"\n[limits]\nspeech = 180', "second.toml", given)

    assert (second.id, second.title, second.starts, second.plan) == ("ky-hai", "Kỳ hai", None, None)
    assert (second.authority, second.chairs, second.officials) == (FIRST.authority, FIRST.chairs, FIRST.officials)
    assert second.limits == Limits(speech=180)
    assert second.rules == (Rule(name="written_reply", amount=15),)


def test_a_file_with_a_template_is_checked_like_any_other(templates: Templates) -> None:
    given = templates.tables("thường kỳ")

    with pytest.raises(MeetingFileError) as refused:
        parse_meeting('title = "x"\nguests = [{ code = "dia-chinh", name = "y" }]', "second.toml", given)
    assert refused.value.reason == "code_given_twice"


def test_a_template_of_the_same_name_takes_the_place_of_the_one_before(templates: Templates) -> None:
    templates.keep("thường kỳ", Setup(title="t", authority="UBND xã khác", chairs=(Person(name="x"),)))
    templates.keep("bất thường", FIRST)

    assert templates.names() == ("bất thường", "thường kỳ")
    assert templates.tables("thường kỳ")["authority"] == "UBND xã khác"


def test_an_unknown_template_is_told_with_those_that_there_are(templates: Templates) -> None:
    with pytest.raises(UnknownTemplate) as unknown:
        templates.tables("khác")
    assert unknown.value.names == ("thường kỳ",)
