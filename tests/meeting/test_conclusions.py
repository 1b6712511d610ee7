"""Conclusions and what they promise: tasks, terms, replies."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from moderator.meeting.closing import closing_gaps
from moderator.meeting.outcomes import OUTCOMES
from tests.meeting.story import PLAIN, Story


@pytest.fixture
def asked(story: Story) -> Story:
    """Three questions wait for their conclusion."""
    story.hears("An", "Đường?", "Nước?", "Rác?")
    return story


# The meeting is planned for Thursday 26 November 2026; the rules are those of the plain meeting file.
@pytest.mark.parametrize(
    ("outcome", "task", "due", "estimated"),
    [
        ("settled", None, None, False),
        ("written", "reply", "2026-12-11", False),
        ("study", "reply", "2027-01-25", True),
        ("beyond", "forward", "2026-12-10", False),
        ("off_topic", "reply", "2026-12-11", False),
        ("procedure", None, None, False),
        ("noted", None, None, False),
    ],
)
def test_each_outcome_promises_its_task_by_its_rule(
    asked: Story, outcome: str, task: str | None, due: str | None, estimated: bool
) -> None:
    asked.do("conclude", questions=[1], outcome=outcome, text="Giao Phòng Kinh tế", reason="Cần khảo sát")
    assert asked.questions[1]["conclusion"] == {
        "outcome": outcome,
        "text": "Giao Phòng Kinh tế",
        "reason": "Cần khảo sát",
    }
    assert asked.questions[1]["status"] == "concluded"
    assert asked.figures[outcome] == 1
    assert list(asked.promises.values()) == (
        []
        if task is None
        else [
            {
                "promise": 1,
                "question": 1,
                "outcome": outcome,
                "kind": task,
                "body": None,
                "official": None,
                "due": due,
                "estimated": estimated,
                "text": None,
                "status": "open",
                "reply": None,
            }
        ]
    )


def test_the_table_of_outcomes_is_the_one_tested() -> None:
    assert list(OUTCOMES) == ["settled", "written", "study", "beyond", "off_topic", "procedure", "noted"]


def test_off_topic_goes_by_a_rule_of_its_own_where_there_is_one() -> None:
    story = Story(rules=[*PLAIN["rules"], {"name": "off_topic_reply", "amount": 3}])
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="off_topic")
    assert story.promises[1]["due"] == "2026-11-30"


@pytest.mark.parametrize("outcome", [outcome.code for outcome in OUTCOMES.values() if outcome.task])
def test_without_a_rule_the_date_is_left_open_and_nothing_is_refused(outcome: str) -> None:
    story = Story(rules=[])
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome=outcome)
    assert (story.promises[1]["due"], story.promises[1]["estimated"]) == (None, False)
    assert story.seen_on(dt.date(2099, 1, 1))["promises"][0]["status"] == "open"


def test_without_any_date_to_count_from_only_a_fixed_day_dates() -> None:
    story = Story(opened=False, starts=None)
    story.do("register", name="An", channel="in_writing", text="Nước?")
    story.do("conclude", questions=[1], outcome="written")
    assert story.promises[1]["due"] is None
    fixed = Story(opened=False, starts=None, rules=[{"name": "written_reply", "date": dt.date(2026, 12, 30)}])
    fixed.do("register", name="An", channel="in_writing", text="Nước?")
    fixed.do("conclude", questions=[1], outcome="written")
    assert fixed.promises[1]["due"] == "2026-12-30"


def test_of_several_rules_the_earliest_counts() -> None:
    story = Story(rules=[{"name": "written_reply", "amount": 15}, {"name": "written_reply", "amount": 4}])
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="written")
    assert story.promises[1]["due"] == "2026-11-30"


def test_a_day_that_the_chair_names_goes_before_the_rule(asked: Story) -> None:
    asked.do("conclude", questions=[1], outcome="study", due="2027-03-01")
    assert (asked.promises[1]["due"], asked.promises[1]["estimated"]) == ("2027-03-01", False)


def test_terms_are_counted_anew_from_the_day_of_adjourning(asked: Story) -> None:
    asked.do("conclude", questions=[1], outcome="written")
    asked.do("conclude", questions=[2], outcome="written", due="2026-12-01")
    asked.at("2026-11-30T00:30").do("adjourn")
    assert [promise["due"] for promise in asked.promises.values()] == ["2026-12-15", "2026-12-01"]
    asked.do("undo")
    assert asked.promises[1]["due"] == "2026-12-11"


def test_the_day_of_adjourning_is_the_meetings_own_and_not_utc() -> None:
    story = Story(zone="-05:00", starts=None)
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="written")
    # 09:00 at +07:00, the story's clock, is nine in the evening of the day before at -05:00.
    story.at("2026-11-30T09:00").do("adjourn")
    assert story.state["meeting"]["adjourned_at"] == "2026-11-29T21:00:00-05:00"
    assert story.promises[1]["due"] == "2026-12-14"


def test_body_official_and_reason_given_directly_are_the_default_tasks(asked: Story) -> None:
    asked.do(
        "conclude",
        questions=[1],
        outcome="written",
        body="Phòng Văn hóa",
        official="dia-chinh",
        tasks=[
            {"kind": "work", "body": "Trạm Y tế", "text": "Phun thuốc", "due": "2026-12-05"},
            {"kind": "reply"},
            {"kind": "forward"},
        ],
    )
    seen = [(p["promise"], p["kind"], p["body"], p["official"], p["due"], p["text"]) for p in asked.promises.values()]
    assert seen == [
        (1, "reply", "Phòng Văn hóa", "dia-chinh", "2026-12-11", None),
        (2, "work", "Trạm Y tế", None, "2026-12-05", "Phun thuốc"),
        (3, "reply", None, None, "2026-12-11", None),
        (4, "forward", None, None, "2026-12-10", None),
    ]


def test_who_sees_to_a_forwarding_does_not_name_the_higher_level(asked: Story) -> None:
    asked.do("assign", questions=[1, 2], official="cong-an")
    asked.do("conclude", questions=[1], outcome="beyond", official="dia-chinh")
    asked.do("conclude", questions=[2], outcome="settled", tasks=[{"kind": "forward", "official": "dia-chinh"}])
    asked.do("conclude", questions=[3], outcome="beyond", official="dia-chinh", body="Sở Xây dựng")
    named = [(promise["body"], promise["official"]) for promise in asked.promises.values()]
    assert named == [(None, "dia-chinh"), (None, "dia-chinh"), ("Sở Xây dựng", "dia-chinh")]
    gaps = closing_gaps(asked.meeting.state, asked.calendar)
    assert (gaps.without_body, gaps.without_higher_level) == ((), (1, 2))
    assert gaps


@pytest.mark.parametrize("outcome", ["settled", "procedure", "noted"])
def test_an_outcome_that_owes_nothing_may_carry_further_tasks(asked: Story, outcome: str) -> None:
    asked.do("conclude", questions=[1], outcome=outcome, body="không dùng", tasks=[{"kind": "work", "body": "Đội xe"}])
    assert [(p["kind"], p["body"], p["due"]) for p in asked.promises.values()] == [("work", "Đội xe", None)]


def test_the_body_is_the_officials_own(asked: Story) -> None:
    asked.do("conclude", questions=[1], outcome="written", official="cong-an")
    assert (asked.promises[1]["official"], asked.promises[1]["body"]) == ("cong-an", "Công an xã")
    asked.do("conclude", questions=[2], outcome="written", official="chair")
    assert asked.promises[2]["body"] == "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG"


def test_who_was_assigned_owes_the_reply_but_forwards_to_others(asked: Story) -> None:
    asked.do("assign", questions=[1, 2], official="dia-chinh", with_=["cong-an"])
    asked.do("conclude", questions=[1], outcome="written")
    asked.do("conclude", questions=[2], outcome="beyond")
    assert (asked.promises[1]["official"], asked.promises[1]["body"]) == ("dia-chinh", "Phòng Kinh tế")
    assert (asked.promises[2]["official"], asked.promises[2]["body"]) == (None, None)


def test_one_conclusion_on_several_questions_makes_a_promise_for_each(asked: Story) -> None:
    asked.do("conclude", questions=[1, 3, 1], outcome="written", tasks=[{"kind": "work"}])
    assert [(p["promise"], p["question"], p["kind"]) for p in asked.promises.values()] == [
        (1, 1, "reply"),
        (2, 1, "work"),
        (3, 3, "reply"),
        (4, 3, "work"),
    ]


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"questions": []}, "questions_missing"),
        ({"questions": [9]}, "unknown_question"),
        ({"questions": [1], "official": "ai-do"}, "unknown_official"),
        ({"questions": [1], "tasks": [{"kind": "work", "official": "ai-do"}]}, "unknown_official"),
    ],
)
def test_a_conclusion_names_questions_and_people_that_exist(asked: Story, params: dict[str, Any], code: str) -> None:
    asked.refuses(code, "conclude", outcome="noted", **params)


def test_a_conclusion_stands_until_it_is_reopened(asked: Story) -> None:
    asked.do("assign", questions=[1], official="dia-chinh")
    asked.do("conclude", questions=[1], outcome="written")
    asked.refuses("already_concluded", "conclude", questions=[1, 2], outcome="noted")
    asked.refuses("already_concluded", "assign", questions=[1], official="chair")
    asked.do("reopen", question=1)
    assert (asked.questions[1]["conclusion"], asked.questions[1]["status"]) == (None, "assigned")
    assert asked.promises == {}
    asked.do("conclude", questions=[1], outcome="written")
    assert asked.promises.keys() == {2}
    asked.refuses("not_concluded", "reopen", question=2)


def test_what_was_replied_to_is_not_reopened(asked: Story) -> None:
    asked.do("conclude", questions=[1], outcome="written")
    asked.do("reply", promise=1)
    asked.refuses("already_replied", "reopen", question=1)


def test_a_promise_is_overdue_the_day_after_its_last_day(asked: Story) -> None:
    asked.do("conclude", questions=[1], outcome="written")
    for day, status in ((11, "open"), (12, "overdue")):
        (promise,) = asked.seen_on(dt.date(2026, 12, day))["promises"]
        assert promise["status"] == status


def test_an_extended_promise_has_another_last_day_and_can_be_overdue_again(asked: Story) -> None:
    asked.do("conclude", questions=[1], outcome="study")
    asked.do("extend_promise", promise=1, due="2026-12-20", reason="Chờ đo đạc")
    assert (asked.promises[1]["due"], asked.promises[1]["estimated"]) == ("2026-12-20", False)
    assert asked.promises[1]["status"] == "extended"
    assert asked.seen_on(dt.date(2026, 12, 21))["promises"][0]["status"] == "overdue"
    asked.do("extend_promise", question=1, due="2026-12-31", reason="Chờ thẩm định")
    assert asked.promises[1]["due"] == "2026-12-31"


def test_a_reply_keeps_the_promise_for_good(asked: Story) -> None:
    asked.do("conclude", questions=[1], outcome="written")
    asked.do("adjourn")
    asked.do("sign")
    asked.at("2027-01-05T00:30").do("reply", promise=1, number="12/UBND", text="Đã sửa")
    assert asked.promises[1]["reply"] == {"number": "12/UBND", "date": "2027-01-05", "text": "Đã sửa"}
    assert asked.promises[1]["status"] == "replied"
    asked.refuses("already_replied", "reply", promise=1)
    asked.refuses("already_replied", "extend_promise", promise=1, due="2027-02-01")
    asked.do("undo")
    asked.do("reply", question=1, date="2026-12-01")
    assert asked.promises[1]["reply"] == {"number": None, "date": "2026-12-01", "text": None}


@pytest.mark.parametrize("reason", ["", " \n "])
def test_an_extension_needs_the_reason_that_the_citizen_is_told(asked: Story, reason: str) -> None:
    asked.do("conclude", questions=[1], outcome="study")
    asked.refuses("reason_missing", "extend_promise", promise=1, due="2026-12-20", reason=reason)
    asked.refuses("reason_missing", "extend_promise", question=1, due="2026-12-20")
    assert asked.promises[1]["status"] == "open"


@pytest.mark.parametrize(
    ("do", "params"), [("reply", {}), ("extend_promise", {"due": "2027-01-01", "reason": "Chờ đo đạc"})]
)
def test_a_promise_is_meant_by_its_number_or_by_a_question_with_one_open(
    asked: Story, do: str, params: dict[str, Any]
) -> None:
    asked.do("conclude", questions=[1], outcome="written", tasks=[{"kind": "work"}])
    asked.refuses("promise_missing", do, **params)
    asked.refuses("promise_missing", do, promise=1, question=1, **params)
    asked.refuses("not_one_promise", do, question=1, **params)
    asked.refuses("not_one_promise", do, question=2, **params)
    asked.do("reply", promise=2)
    asked.do(do, question=1, **params)
    for unknown in (0, 3, -1, 10**30):
        asked.refuses("unknown_promise", do, promise=unknown, **params)


def test_a_duty_is_done_on_the_day_given_or_today(asked: Story) -> None:
    asked.do("done", duty="conclusion_notice", date="2026-11-30", number="7/TB", place="thôn 1")
    asked.at("2026-12-01T00:10").do("done", duty="conclusion_notice", place="thôn 2")
    done = asked.meeting.state.duties_done
    assert [(duty.date.isoformat(), duty.number, duty.place) for duty in done] == [
        ("2026-11-30", "7/TB", "thôn 1"),
        ("2026-12-01", "", "thôn 2"),
    ]
    for unknown in ("", "gì đó"):
        asked.refuses("unknown_duty", "done", duty=unknown)
