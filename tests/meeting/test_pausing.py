"""Clocks: pausing, extending, starting late, correcting, and going on after an interruption."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.meeting.story import Story


@pytest.fixture
def speaker(story: Story) -> Story:
    """An speaks since eight o'clock, with 300 seconds."""
    story.register("An", "Bình")
    story.at("08:00").do("call")
    story.do("start")
    return story


def test_p1_a_pause_is_not_spoken(speaker: Story) -> None:
    speaker.after(100).do("pause")
    speaker.after(50)
    assert (speaker.floor["state"], speaker.floor["spoken"], speaker.floor["left"]) == ("paused", 100.0, 200.0)
    speaker.do("resume")
    speaker.after(100)
    assert (speaker.floor["state"], speaker.floor["left"]) == ("running", 100.0)
    speaker.do("end")
    assert speaker.turns[1]["spoken"] == 200.0


def test_p2_what_does_not_run_is_not_paused(story: Story) -> None:
    story.register("An")
    story.refuses("floor_empty", "pause")
    story.do("call")
    story.refuses("not_started", "pause")
    story.refuses("not_started", "resume")
    story.do("start")
    story.refuses("already_running", "resume")
    story.do("pause")
    story.refuses("already_paused", "pause")
    story.do("end")
    story.refuses("floor_empty", "pause")


def test_p3_an_extension_adds_to_what_is_left_and_can_be_taken_back(speaker: Story) -> None:
    speaker.after(100).do("extend", seconds=30)
    assert (speaker.floor["limit"], speaker.floor["extended"], speaker.floor["left"]) == (300, 30, 230.0)
    speaker.do("extend", seconds=-30)
    assert (speaker.floor["extended"], speaker.floor["left"]) == (0, 200.0)
    speaker.do("undo")
    speaker.do("undo")
    assert (speaker.floor["extended"], speaker.floor["left"]) == (0, 200.0)


def test_p3_the_called_person_can_be_given_more_before_starting(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.do("extend", seconds=60)
    story.do("start")
    story.after(10).do("end")
    assert (story.turns[1]["limit"], story.turns[1]["extended"]) == (300, 60)


@pytest.mark.parametrize("seconds", [0, -301, 86401, -86401, 10**30, -(10**30)])
def test_p3_an_extension_must_make_sense(speaker: Story, seconds: int) -> None:
    speaker.refuses("seconds_out_of_range", "extend", seconds=seconds)


def test_p3_nothing_is_added_to_no_limit(story: Story) -> None:
    story.refuses("floor_empty", "extend", seconds=30)
    story.do("call", statement="chair")
    story.refuses("no_limit", "extend", seconds=30)


def test_p4_nothing_ends_by_itself_and_the_clock_goes_below_zero(speaker: Story) -> None:
    speaker.after(330.5)
    assert (speaker.floor["state"], speaker.floor["spoken"], speaker.floor["left"]) == ("running", 330.5, -30.5)
    speaker.after(3600)
    assert speaker.floor["left"] == -3630.5


def test_p5_a_limit_as_short_as_the_warning_loads_like_any_other() -> None:
    story = Story(limits={"speech": 30, "warn": 30})
    story.register("An")
    story.do("call")
    story.do("start")
    assert story.floor["left"] == 30.0


@pytest.mark.parametrize("limits", [{}, {"speech": 0, "follow_up": 0, "answer": 0}])
def test_p6_without_a_limit_the_clock_counts_up(limits: dict[str, int]) -> None:
    story = Story(limits=limits)
    story.hears("An", "Đường?")
    assert story.turns[1]["limit"] is None
    story.do("follow_up", question=1)
    story.do("call")
    assert (story.floor["limit"], story.floor["left"]) == (None, None)
    story.do("call", official="dia-chinh", questions=[1])
    story.do("start")
    story.after(90)
    assert (story.floor["limit"], story.floor["spoken"], story.floor["left"]) == (None, 90.0, None)


def test_p7_a_clock_started_late_is_set_earlier(speaker: Story) -> None:
    speaker.after(40).do("backdate", seconds=20)
    assert speaker.floor["spoken"] == 60.0
    assert speaker.turns[1]["began"] == "2026-11-26T07:59:40+07:00"
    speaker.do("pause")
    speaker.do("backdate", seconds=20)
    assert speaker.floor["spoken"] == 80.0
    assert [record.do for record in speaker.meeting.records][-1] == "backdate"


def test_p7_no_second_is_taken_from_the_turn_before(speaker: Story) -> None:
    speaker.after(100).do("call")
    speaker.after(15).do("start")
    speaker.after(5)
    assert speaker.refuses("backdate_overlaps", "backdate", seconds=16).params["most"] == 15
    speaker.do("backdate", seconds=10)
    assert speaker.refuses("backdate_overlaps", "backdate", seconds=6).params["most"] == 5
    speaker.do("backdate", seconds=5)
    assert speaker.floor["spoken"] == 20.0
    assert speaker.turns[2]["began"] == speaker.turns[1]["ended"]


@pytest.mark.parametrize("held", [False, True])
def test_p7_time_that_was_put_back_is_free_again(speaker: Story, held: bool) -> None:
    speaker.after(100)
    if held:
        speaker.do("pause")
    speaker.do("put_back")
    speaker.do("call", who=2)
    speaker.do("start")
    speaker.do("backdate", seconds=100)
    assert speaker.turns[2]["began"] == "2026-11-26T08:00:00+07:00"


def test_p7_a_clarification_does_not_begin_while_the_speaker_spoke(speaker: Story) -> None:
    speaker.after(30).do("ask_back")
    speaker.refuses("backdate_overlaps", "backdate", seconds=1)


@pytest.mark.parametrize("seconds", [0, -1, 86401, 10**30])
def test_p7_setting_earlier_must_make_sense(speaker: Story, seconds: int) -> None:
    speaker.refuses("seconds_out_of_range", "backdate", seconds=seconds)


def test_p7_what_has_not_started_has_no_beginning(story: Story) -> None:
    story.refuses("floor_empty", "backdate", seconds=5)
    story.register("An")
    story.do("call")
    story.refuses("not_started", "backdate", seconds=5)


def test_p8_a_wrong_time_is_corrected_and_the_journal_keeps_both(speaker: Story) -> None:
    speaker.after(100).do("end")
    speaker.do("correct_time", turn=1, spoken=80.25)
    assert (speaker.turns[1]["spoken"], speaker.turns[1]["corrected"]) == (80.3, True)
    assert speaker.turns[1]["ended"] == "2026-11-26T08:01:40+07:00"
    assert speaker.figures["citizen_seconds"] == 80.3
    speaker.do("undo")
    assert (speaker.turns[1]["spoken"], speaker.turns[1]["corrected"]) == (100.0, False)


def test_p8_only_an_ended_turn_is_corrected(speaker: Story) -> None:
    speaker.refuses("not_ended", "correct_time", turn=1, spoken=10)
    speaker.do("put_back")
    speaker.refuses("unknown_turn", "correct_time", turn=1, spoken=10)
    for unknown in (0, -1, 99, 10**30):
        speaker.refuses("unknown_turn", "correct_time", turn=unknown, spoken=10)


@pytest.mark.parametrize("spoken", [-0.1, 86400.1, 1e300, float("nan"), float("inf"), float("-inf")])
def test_p8_a_corrected_time_must_make_sense(speaker: Story, spoken: float) -> None:
    speaker.after(10).do("end")
    speaker.refuses("seconds_out_of_range", "correct_time", turn=1, spoken=spoken)


def test_an_earlier_instant_counts_as_the_latest(speaker: Story) -> None:
    speaker.at("08:05").do("pause")
    speaker.at("08:01").do("resume")
    assert speaker.meeting.records[-1].at == speaker.meeting.records[-2].at
    speaker.at("08:05:10")
    assert speaker.floor["spoken"] == 310.0
    speaker.at("07:00")
    assert speaker.floor["spoken"] == 300.0


def test_no_clock_stands_before_the_last_command(speaker: Story) -> None:
    speaker.at("08:02").do("extend", seconds=30)
    speaker.at("07:00")
    assert speaker.floor["spoken"] == 120.0
    assert speaker.turns[1]["spoken"] == speaker.figures["citizen_seconds"] == 120.0


@pytest.mark.parametrize(("seconds", "shown"), [(0.04, 0.0), (0.05, 0.1), (0.149999, 0.1), (0.15, 0.2), (1.25, 1.3)])
def test_seconds_are_rounded_half_up_to_a_tenth(speaker: Story, seconds: float, shown: float) -> None:
    speaker.after(seconds)
    assert speaker.floor["spoken"] == shown


def test_nothing_left_is_zero_and_not_less_than_zero(speaker: Story) -> None:
    speaker.after(300.04)
    assert str(speaker.floor["left"]) == "0.0"


def test_added_times_are_rounded_as_they_are_and_not_as_floats_add_up(story: Story) -> None:
    story.hears("An", seconds=1.15)
    story.hears("Bình", seconds=2.3)
    assert story.figures["citizen_seconds"] == 3.5


def ago(story: Story, seconds: float) -> dt.datetime:
    return (story.now - dt.timedelta(seconds=seconds)).astimezone(dt.UTC)


@pytest.fixture
def cut(speaker: Story) -> Story:
    """An had 1:10 left when the power went; 40 seconds later the program runs again."""
    speaker.after(230).after(40)
    return speaker


def test_u3_after_a_power_cut_the_clock_can_go_on_where_it_stood(cut: Story) -> None:
    cut.do("recover", choice="paused", since=ago(cut, 40))
    assert (cut.floor["state"], cut.floor["left"]) == ("paused", 70.0)
    cut.after(5).do("resume")
    cut.after(10)
    assert cut.floor["left"] == 60.0


def test_u3_after_a_power_cut_the_clock_can_have_run_on(cut: Story) -> None:
    cut.do("recover", choice="ran_on", since=ago(cut, 40))
    assert (cut.floor["state"], cut.floor["left"]) == ("running", 30.0)


def test_u3_the_choice_can_be_taken_back(cut: Story) -> None:
    cut.do("recover", choice="paused", since=ago(cut, 40))
    cut.do("undo")
    assert (cut.floor["state"], cut.floor["left"]) == ("running", 30.0)


def test_u3_the_last_sign_of_life_is_never_before_the_last_command_nor_in_the_future(cut: Story) -> None:
    cut.do("recover", choice="paused", since=ago(cut, 4000))
    assert cut.floor["spoken"] == 0.0
    cut.do("undo")
    cut.do("recover", choice="paused", since=ago(cut, -4000))
    assert cut.floor["left"] == 30.0


def test_u3_what_was_done_after_the_last_sign_of_life_is_a_sign_itself(cut: Story) -> None:
    cut.after(-40).do("extend", seconds=30)
    cut.after(40).do("recover", choice="paused", since=ago(cut, 100))
    assert cut.floor["spoken"] == 230.0


def test_u3_without_a_sign_of_life_the_last_command_counts(cut: Story) -> None:
    cut.do("recover", choice="paused")
    assert cut.floor["spoken"] == 0.0


def test_u3_a_time_without_a_zone_is_the_meetings(cut: Story) -> None:
    cut.do("recover", choice="paused", since="2026-11-26T08:03:50")
    assert cut.floor["left"] == 70.0


def test_u3_an_interrupted_clarification_is_held_too(speaker: Story) -> None:
    speaker.after(100).do("ask_back")
    speaker.after(60).do("recover", choice="paused", since=ago(speaker, 40))
    assert (speaker.floor["kind"], speaker.floor["state"], speaker.floor["spoken"]) == ("clarification", "paused", 20.0)
    speaker.do("resume")
    assert speaker.floor["left"] == 200.0


@pytest.mark.parametrize("held", [["pause"], ["end"], ["put_back"], ["end", "call"]])
def test_u3_there_is_nothing_to_choose_when_no_clock_runs(speaker: Story, held: list[str]) -> None:
    for do in held:
        speaker.do(do)
    speaker.refuses("nothing_runs", "recover", choice="paused")


def test_remarks_to_the_hall_need_somebody_on_the_floor(story: Story) -> None:
    story.refuses("floor_empty", "remind", kind="time")
    story.refuses("floor_empty", "hide")
    story.register("An")
    story.do("call")
    story.refuses("not_started", "remind", kind="time")
    story.do("hide")
    story.do("start")
    for kind in ("time", "topic", "order"):
        story.do("remind", kind=kind)
    assert story.meeting.state.turns[1].reminders == ("time", "topic", "order")


@pytest.mark.parametrize(
    ("do", "params", "shown", "cleared"),
    [
        ("message", {"text": "Xe ở cổng"}, ("Xe ở cổng", False, False), {"text": ""}),
        ("blackout", {}, ("", True, False), {"on": False}),
        ("hide", {}, ("", False, True), {"on": False}),
    ],
)
def test_what_the_hall_sees_can_be_set_and_cleared(
    speaker: Story, do: str, params: dict[str, Any], shown: tuple[str, bool, bool], cleared: dict[str, Any]
) -> None:
    def seen() -> tuple[str, bool, bool]:
        state = speaker.meeting.state
        return state.message, state.blackout, state.turns[1].hidden

    speaker.do(do, **params)
    assert seen() == shown
    speaker.do(do, **cleared)
    assert seen() == ("", False, False)
    assert speaker.floor["state"] == "running"
