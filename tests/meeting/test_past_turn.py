"""Turns that were timed on paper, keyed in at their place in the meeting."""

from __future__ import annotations

from typing import Any

import pytest

from moderator.meeting.minutes import minutes
from tests.meeting.story import Story


@pytest.fixture
def story() -> Story:
    """Opened at half past seven; An spoke from eight for a minute, now it is a quarter past; Bình and Chi wait."""
    story = Story()
    story.register("An", "Bình", "Chi")
    story.at("08:00").do("call")
    story.do("start")
    story.after(60).do("end")
    story.do("question", text="Đường?")
    return story.at("08:15")


def test_it_stands_where_it_belongs_and_the_person_was_heard(story: Story) -> None:
    story.do("past_turn", who=3, began="07:40:10", spoken=95)
    turn = story.state["turns"][0]
    assert {key: turn[key] for key in ("turn", "kind", "who", "began", "ended", "spoken", "limit", "corrected")} == {
        "turn": 2,
        "kind": "speech",
        "who": 3,
        "began": "2026-11-26T07:40:10+07:00",
        "ended": "2026-11-26T07:41:45+07:00",
        "spoken": 95.0,
        "limit": 300,
        "corrected": False,
    }
    assert (story.status(3), story.waiting, story.figures["people_heard"]) == ("heard", ["2"], 2)
    story.do("undo")
    assert (story.status(3), story.waiting, list(story.turns)) == ("waiting", ["2", "3"], [1])


def test_the_minutes_tell_it_in_its_place_with_its_question(story: Story) -> None:
    story.do("past_turn", who=3, began="07:40", spoken=95)
    story.do("question", text="Nước?", who=3)
    story.do("question", text="Rác?")
    assert [q["who"] for q in story.questions.values()] == [1, 3, 1], "An spoke last, whatever was keyed in later"
    text = minutes(story.meeting, story.calendar).plain_text()
    assert text.index("Chi (số đăng ký 3)") < text.index("Nước?") < text.index("An (số đăng ký 1)")


@pytest.mark.parametrize(
    ("began", "spoken", "overlaps"),
    [("07:59:00", 60, False), ("07:59:01", 60, True), ("08:00:59", 60, True), ("08:01:00", 60, False),
     ("08:00:10", 5, True), ("07:50", 3600, True)],
)  # fmt: skip
def test_no_second_is_counted_twice(story: Story, began: str, spoken: float, overlaps: bool) -> None:
    if not overlaps:
        story.do("past_turn", who=2, began=began, spoken=spoken)
    elif began == "07:50":
        story.refuses("not_past_yet", "past_turn", who=2, began=began, spoken=spoken)
    else:
        refused = story.refuses("past_turn_overlaps", "past_turn", who=2, began=began, spoken=spoken)
        assert refused.params == {"turn": 1}


def test_a_pause_has_room_for_what_was_said_in_it_but_a_running_clock_has_none(story: Story) -> None:
    story.do("call")
    story.do("start")
    story.after(60).do("pause")
    story.after(120).do("resume")
    story.after(60)
    story.do("past_turn", who=3, began="08:16:30", spoken=60)
    story.refuses("past_turn_overlaps", "past_turn", official="chair", kind="statement", began="08:18:30", spoken=5)


def test_of_a_clock_that_nobody_stopped_what_was_corrected_away_is_free(story: Story) -> None:
    story.do("correct_time", turn=1, spoken=20)
    story.do("past_turn", who=2, began="08:00:20", spoken=40)
    story.refuses("past_turn_overlaps", "past_turn", who=3, began="08:00:10", spoken=5)


def test_a_turn_started_later_cannot_be_dated_back_into_it(story: Story) -> None:
    story.do("call")
    story.do("start")
    story.after(60)
    story.do("past_turn", who=3, began="08:10", spoken=240)
    refused = story.refuses("backdate_overlaps", "backdate", seconds=61)
    assert refused.params["most"] == 60
    story.do("backdate", seconds=60)


def test_putting_back_leaves_the_time_on_paper_taken(story: Story) -> None:
    story.do("call")
    story.do("start")
    story.after(60).do("past_turn", who=3, began="08:10", spoken=240)
    story.do("put_back")
    story.do("call")
    story.do("start")
    story.refuses("backdate_overlaps", "backdate", seconds=200)


def test_a_full_instant_may_be_given(story: Story) -> None:
    for began in ("2026-11-26T07:40:00", "2026-11-26 00:40:00Z"):
        story.do("past_turn", who=2, began=began, spoken=10)
        assert story.state["turns"][0]["began"] == "2026-11-26T07:40:00+07:00"
        story.do("undo")
    story.refuses("bad_time", "past_turn", who=2, began="2026-02-30T07:40", spoken=10)


@pytest.mark.parametrize(
    ("code", "params"),
    [
        ("past_turn_unclear", {}),
        ("past_turn_unclear", {"official": "chair"}),
        ("past_turn_unclear", {"who": 2, "official": "chair"}),
        ("past_turn_unclear", {"who": 2, "questions": [1]}),
        ("past_turn_unclear", {"kind": "statement"}),
        ("past_turn_unclear", {"kind": "answer", "questions": [1]}),
        ("questions_missing", {"kind": "answer", "official": "chair"}),
        ("questions_missing", {"kind": "follow_up", "who": 2}),
        ("questions_missing", {"kind": "reading"}),
        ("unknown_registration", {"who": 9}),
        ("unknown_question", {"kind": "reading", "questions": [9]}),
        ("unknown_official", {"kind": "statement", "official": "ai-do"}),
        ("seconds_out_of_range", {"who": 2, "spoken": 0}),
    ],
)
def test_whose_turn_it_was_must_be_clear(story: Story, code: str, params: dict[str, Any]) -> None:
    story.refuses(code, "past_turn", **({"began": "07:40", "spoken": 30} | params))


def test_answers_and_follow_ups_stand_under_their_question_in_the_order_of_the_meeting(story: Story) -> None:
    story.do("follow_up", question=1, who=2)
    story.do("call", official="dia-chinh", questions=[1])
    story.do("start")
    story.after(60).do("end")
    story.do("past_turn", kind="follow_up", who=2, questions=[1], began="08:10", spoken=20, note="Bao giờ xong?")
    story.do("past_turn", kind="answer", official="chair", questions=[1], began="08:05", spoken=20, note="Sẽ làm.")
    assert "2f1" not in story.waiting
    assert story.status(2) == "waiting", "the first speech is still to come"
    assert [turn["kind"] for turn in story.state["turns"]] == ["speech", "answer", "follow_up", "answer"]
    text = minutes(story.meeting, story.calendar).plain_text()
    assert text.index("Sẽ làm.") < text.index("Bao giờ xong?") < text.index("Ngô Văn Đất, đã trả lời")
    assert story.figures["official_seconds"] == 80.0


def test_the_absent_and_the_carried_over_may_have_spoken_after_all(story: Story) -> None:
    story.do("call")
    story.do("absent")
    story.do("past_turn", who=2, began="07:40", spoken=30)
    assert story.status(2) == "heard"
    story.refuses("not_absent", "recall", who=2)


def test_who_holds_the_floor_with_this_wish_is_timed_there(story: Story) -> None:
    story.do("call")
    story.refuses("has_the_floor", "past_turn", who=2, began="07:40", spoken=30)


def test_who_was_heard_may_have_spoken_twice(story: Story) -> None:
    story.do("past_turn", who=1, began="07:40", spoken=30)
    assert (story.status(1), story.figures["people_heard"], len(story.turns)) == ("heard", 1, 2)


def test_a_written_question_is_no_speech(story: Story) -> None:
    story.do("register", name="Dung", channel="in_writing", text="Rác?")
    story.refuses("writing_cannot_speak", "past_turn", who=4, began="07:40", spoken=30)


def test_the_last_one_keyed_in_goes_on_when_it_ended_last(story: Story) -> None:
    story.do("past_turn", who=2, began="08:10", spoken=30)
    story.do("go_on")
    assert (story.floor["who"], story.floor["spoken"]) == (2, 30.0)
    story.do("put_back")
    assert (story.waiting, story.status(2)) == (["2", "3"], "waiting")
