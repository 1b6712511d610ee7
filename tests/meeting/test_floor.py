"""Calling, starting, ending; absent people; calls that went wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meeting.story import Story


@pytest.fixture
def abc(story: Story) -> Story:
    """An, Bình and Chi wait."""
    story.register("An", "Bình", "Chi")
    return story


def test_f1_calling_loads_the_clock_and_starts_nothing(abc: Story) -> None:
    abc.do("call")
    abc.after(60)
    assert abc.floor == {
        "turn": 1,
        "kind": "speech",
        "who": 1,
        "official": None,
        "name": "An",
        "questions": [],
        "state": "staged",
        "limit": 300,
        "extended": 0,
        "spoken": 0.0,
        "left": 300.0,
    }
    assert abc.waiting == ["2", "3"]
    assert abc.status(1) == "on_floor"
    assert abc.state["turns"] == []


def test_f2_starting_runs_the_clock_from_that_instant(abc: Story) -> None:
    abc.at("08:00").do("call")
    abc.at("08:00:20").do("start")
    abc.at("08:01:20")
    assert (abc.floor["state"], abc.floor["spoken"], abc.floor["left"]) == ("running", 60.0, 240.0)
    assert abc.turns[1] == {
        "turn": 1,
        "kind": "speech",
        "who": 1,
        "official": None,
        "name": "An",
        "questions": [],
        "began": "2026-11-26T08:00:20+07:00",
        "ended": None,
        "spoken": 60.0,
        "limit": 300,
        "extended": 0,
        "corrected": False,
        "note": None,
    }


def test_f3_a_second_start_is_refused_and_the_beginning_stays(abc: Story) -> None:
    abc.at("08:00").do("call")
    abc.do("start")
    abc.after(10).refuses("already_started", "start")
    abc.do("pause")
    abc.after(10).refuses("already_started", "start")
    assert abc.turns[1]["began"] == "2026-11-26T08:00:00+07:00"
    assert abc.floor["spoken"] == 10.0


@pytest.mark.parametrize("held", [False, True])
def test_f4_the_next_call_ends_what_runs_or_is_paused(abc: Story, held: bool) -> None:
    abc.do("call")
    abc.do("start")
    abc.after(50)
    if held:
        abc.do("pause")
        abc.after(50)
    abc.do("call")
    assert abc.floor["who"] == 2
    assert abc.turns[1]["ended"] == abc.now.isoformat()
    assert abc.turns[1]["spoken"] == 50.0
    assert abc.status(1) == "heard"


def test_f4_the_next_call_ends_the_clarification_too(abc: Story) -> None:
    abc.do("call")
    abc.do("start")
    abc.after(50).do("ask_back")
    abc.after(20).do("call")
    assert abc.floor["who"] == 2
    assert [(turn["spoken"], turn["ended"]) for turn in abc.turns.values()] == [
        (50.0, abc.now.isoformat()),
        (20.0, abc.now.isoformat()),
    ]


def test_f4b_who_was_only_called_is_put_back(abc: Story) -> None:
    abc.do("call")
    abc.do("call", who=2)
    assert abc.floor["who"] == 2
    assert abc.waiting == ["1", "3"]
    assert abc.status(1) == "waiting"
    assert abc.state["turns"] == []


def test_f5_calling_out_of_order_leaves_the_rest_in_order(abc: Story) -> None:
    abc.do("call", who=3)
    assert abc.floor["who"] == 3
    assert abc.waiting == ["1", "2"]


def test_f5_an_entry_is_called_by_its_own_name(abc: Story) -> None:
    abc.do("call", entry="2")
    assert abc.floor["who"] == 2
    abc.refuses("entry_not_waiting", "call", entry="2")
    abc.refuses("entry_not_waiting", "call", entry="1f1")


@pytest.mark.parametrize("entry", ["", "x", "f", "f1", "3f", "3f7f1", "-1", "1 ", "¹", "٣", "1e0", "9" * 5000])
def test_what_is_no_entry_is_refused(abc: Story, entry: str) -> None:
    abc.refuses("unknown_entry", "call", entry=entry)


def test_f6_who_is_absent_leaves_without_a_trace_in_the_times(abc: Story) -> None:
    abc.do("call")
    abc.after(30).do("absent")
    assert abc.state["floor"] is None
    assert abc.state["turns"] == []
    assert abc.status(1) == "absent"
    assert abc.waiting == ["2", "3"]
    assert abc.figures["people_heard"] == 0
    assert abc.figures["citizen_seconds"] == 0.0


@pytest.mark.parametrize(("to", "order"), [("end", ["2", "3", "1"]), ("top", ["1", "2", "3"])])
def test_f6_who_was_absent_can_be_recalled(abc: Story, to: str, order: list[str]) -> None:
    abc.do("call")
    abc.do("absent")
    abc.do("recall", who=1, to=to)
    assert abc.waiting == order
    assert abc.status(1) == "waiting"
    abc.refuses("not_absent", "recall", who=1)


def test_f6_who_was_absent_can_be_carried_over(abc: Story) -> None:
    abc.do("call")
    abc.do("absent")
    abc.do("adjourn", waiting={"1": "carried_over"})
    assert abc.status(1) == "carried_over"


def test_f6_who_withdrew_can_be_recalled(abc: Story) -> None:
    abc.do("withdraw", who=1)
    abc.do("recall", who=1)
    assert abc.waiting == ["2", "3", "1"]
    assert abc.status(1) == "waiting"


def test_f6_only_a_called_citizen_can_be_absent(abc: Story) -> None:
    abc.refuses("floor_empty", "absent")
    abc.do("call", statement="dia-chinh")
    abc.refuses("not_a_citizen", "absent")
    abc.do("call")
    abc.do("start")
    abc.refuses("already_started", "absent")


def test_f7_the_wrong_person_started_returns_to_the_same_place(abc: Story) -> None:
    abc.do("call", who=2)
    abc.do("start")
    abc.after(15).do("put_back")
    assert abc.waiting == ["1", "2", "3"]
    assert abc.status(2) == "waiting"
    assert abc.state["floor"] is None
    assert abc.state["turns"] == []
    assert abc.figures["citizen_seconds"] == 0.0
    assert [record.do for record in abc.meeting.records][-3:] == ["call", "start", "put_back"]


def test_f7_a_clarification_goes_with_the_turn_that_is_put_back(abc: Story) -> None:
    abc.do("call")
    abc.do("start")
    abc.after(15).do("ask_back")
    abc.after(15).do("end")
    abc.do("put_back")
    assert abc.state["turns"] == []


def test_f8_an_early_end_shows_the_unused_time_and_leaves_the_order(abc: Story) -> None:
    abc.do("call")
    abc.do("start")
    abc.after(100).do("end")
    turn = abc.turns[1]
    assert turn["limit"] + turn["extended"] - turn["spoken"] == 200.0
    assert abc.waiting == ["2", "3"]
    assert abc.state["floor"] is None


def test_f9_calling_when_nobody_waits_does_nothing_and_says_why(story: Story) -> None:
    story.refuses("nobody_waits", "call")


def test_f9_calling_when_nobody_waits_leaves_the_floor_alone(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.refuses("nobody_waits", "call")
    story.do("start")
    story.refuses("nobody_waits", "call")
    assert story.floor["state"] == "running"


def test_f10_only_a_started_turn_ends_and_only_once(abc: Story) -> None:
    abc.refuses("floor_empty", "end")
    abc.do("call")
    abc.refuses("not_started", "end")
    abc.do("start")
    abc.after(10).do("end")
    abc.after(10).refuses("floor_empty", "end")
    assert abc.turns[1]["spoken"] == 10.0


@pytest.mark.parametrize("do", ["start", "pause", "resume", "end", "absent", "put_back", "ask_back"])
def test_an_empty_floor_takes_nothing(abc: Story, do: str) -> None:
    abc.refuses("floor_empty", do)


@pytest.mark.parametrize("do", ["start", "pause", "resume", "end", "absent", "put_back"])
@pytest.mark.parametrize("meant", [0, 2, -1, 10**30])
def test_u5_a_press_that_means_another_turn_is_refused(abc: Story, do: str, meant: int) -> None:
    abc.do("call")
    refused = abc.refuses("another_turn", do, turn=meant)
    assert refused.params["floor"] == 1


def test_u5_a_press_that_means_the_turn_on_the_floor_is_taken(abc: Story) -> None:
    abc.do("call")
    for do in ("start", "pause", "resume", "end"):
        abc.do(do, turn=1)
    assert abc.turns[1]["ended"] is not None


def test_u5_a_press_for_the_speaker_does_not_touch_an_open_clarification(abc: Story) -> None:
    abc.do("call")
    abc.do("start")
    abc.do("ask_back")
    for do in ("end", "pause", "put_back"):
        abc.refuses("another_turn", do, turn=1)
    abc.do("resume", turn=1)
    assert (abc.floor["turn"], abc.floor["state"]) == (1, "running")


class TestPutBackFindsTheOldPlace:
    """Bình, the second of three, was called; then the order changed; then he is put back."""

    @pytest.fixture(params=[[], ["start"], ["start", "pause"], ["start", "ask_back"]], ids=" ".join)
    def called(self, request: pytest.FixtureRequest, abc: Story) -> Story:
        abc.do("call", who=2)
        for do in request.param:
            abc.do(do)
        return abc

    def stands_again(self, called: Story, *order: str) -> None:
        if called.floor["kind"] == "clarification":
            called.do("end")
        called.do("put_back")
        assert called.waiting == list(order)

    def test_when_nothing_changed(self, called: Story) -> None:
        self.stands_again(called, "1", "2", "3")

    def test_when_somebody_registered(self, called: Story) -> None:
        called.register("Dung")
        self.stands_again(called, "1", "2", "3", "4")

    def test_when_all_behind_are_gone_and_somebody_registered(self, called: Story) -> None:
        called.do("withdraw", who=3)
        called.register("Dung")
        self.stands_again(called, "1", "2", "4")

    def test_when_all_behind_are_gone(self, called: Story) -> None:
        called.do("withdraw", who=3)
        self.stands_again(called, "1", "2")

    def test_when_everybody_is_gone(self, called: Story) -> None:
        called.do("withdraw", who=3)
        called.do("withdraw", who=1)
        self.stands_again(called, "2")

    def test_when_all_before_are_gone(self, called: Story) -> None:
        called.do("withdraw", who=1)
        self.stands_again(called, "2", "3")

    def test_when_the_others_were_reordered(self, called: Story) -> None:
        called.register("Dung")
        called.do("reorder", order=[4, 1, 3])
        self.stands_again(called, "2", "4", "1", "3")

    def test_when_the_one_before_went_behind(self, called: Story) -> None:
        called.do("reorder", order=[3, 1])
        self.stands_again(called, "2", "3", "1")

    def test_when_somebody_was_recalled_to_the_end(self, called: Story) -> None:
        called.do("withdraw", who=1)
        called.do("recall", who=1)
        self.stands_again(called, "2", "3", "1")

    def test_when_somebody_was_recalled_to_the_top(self, called: Story) -> None:
        called.do("withdraw", who=1)
        called.do("recall", who=1, to="top")
        self.stands_again(called, "1", "2", "3")

    def test_when_a_follow_up_was_asked_for(self, called: Story) -> None:
        called.do("question", text="Đường?", who=1)
        called.do("follow_up", question=1)
        self.stands_again(called, "1f1", "1", "2", "3")


def test_who_was_only_called_stands_at_the_old_place_when_others_are_called_instead(abc: Story) -> None:
    abc.register("Dung")
    abc.do("call", who=2)
    abc.do("call", who=3)
    assert abc.waiting == ["1", "2", "4"]
    abc.do("call", who=1)
    assert abc.waiting == ["2", "3", "4"]
    abc.do("put_back")
    assert abc.waiting == ["1", "2", "3", "4"]


def test_a_follow_up_put_back_stands_before_those_asked_for_later(abc: Story) -> None:
    abc.do("question", text="Đường?", who=1)
    for who in (1, 2, 3):
        abc.do("follow_up", question=1, who=who)
    assert abc.waiting == ["1f1", "2f1", "3f1", "1", "2", "3"]
    abc.do("call", entry="2f1")
    abc.do("withdraw", who=3)
    abc.register("Dung")
    abc.do("follow_up", question=1, who=4)
    assert abc.waiting == ["1f1", "4f1", "1", "2", "4"]
    abc.do("put_back")
    assert abc.waiting == ["1f1", "2f1", "4f1", "1", "2", "4"]


def test_a_follow_up_asked_for_again_while_it_runs_and_then_put_back_is_one_wish(abc: Story) -> None:
    abc.do("question", text="Đường?", who=1)
    abc.do("follow_up", question=1, who=1)
    abc.do("follow_up", question=1, who=2)
    abc.do("call")
    abc.refuses("already_waiting", "follow_up", question=1, who=1)
    abc.do("start")
    abc.do("follow_up", question=1, who=1)
    assert abc.waiting == ["2f1", "1f1", "1", "2", "3"]
    abc.do("put_back")
    assert abc.waiting == ["1f1", "2f1", "1", "2", "3"]


@pytest.mark.parametrize(
    "ways",
    [
        {"who": 1, "entry": "1"},
        {"who": 1, "official": "dia-chinh"},
        {"statement": "chair", "official": "dia-chinh"},
        {"reading": [1], "statement": "chair"},
        {"questions": [1]},
        {"who": 1, "questions": [1]},
        {"statement": "chair", "questions": [1]},
    ],
)
def test_a_call_that_means_two_things_is_refused(abc: Story, ways: dict[str, Any]) -> None:
    abc.do("question", text="?", who=1)
    abc.refuses("call_unclear", "call", **ways)


@pytest.mark.parametrize("code", ["chair", "chair-2", "secretary", "hdnd", "dia-chinh"])
def test_everybody_with_a_code_makes_a_statement_without_limit(story: Story, code: str) -> None:
    story.do("call", statement=code)
    story.do("start")
    story.after(1000)
    assert (story.floor["kind"], story.floor["official"], story.floor["who"]) == ("statement", code, None)
    assert (story.floor["limit"], story.floor["left"], story.floor["spoken"]) == (None, None, 1000.0)


@pytest.mark.parametrize("code", ["", "chair-3", "secretary-2", "ai-do", "Chair"])
def test_a_code_that_nobody_has_is_refused(story: Story, code: str) -> None:
    story.refuses("unknown_official", "call", statement=code)
    story.refuses("unknown_official", "call", official=code, questions=[1])


def test_the_secretary_reads_written_questions(story: Story) -> None:
    for text in ("Nước?", "Đường?"):
        story.do("register", name=text, channel="in_writing", text=text)
    story.do("call", reading=[2, 1, 2])
    assert (story.floor["kind"], story.floor["official"], story.floor["questions"]) == ("reading", "secretary", [2, 1])
    assert story.floor["name"] == "Phạm Thị Ghi"
    assert story.floor["limit"] is None
    story.refuses("unknown_question", "call", reading=[1, 3])


def test_a_reading_needs_no_secretary_in_the_meeting_file() -> None:
    story = Story(secretaries=[])
    story.do("register", name="An", channel="in_writing", text="Nước?")
    story.do("call", reading=[1])
    assert (story.floor["official"], story.floor["name"]) == (None, None)


def test_a_person_is_called_by_number_the_first_entry_first(abc: Story) -> None:
    abc.do("question", text="Đường?", who=1)
    abc.do("follow_up", question=1, who=3)
    abc.do("call", who=3)
    assert (abc.floor["kind"], abc.floor["questions"], abc.floor["limit"]) == ("follow_up", [1], 120)
    assert abc.status(3) == "on_floor"
    abc.do("start")
    abc.do("end")
    assert abc.status(3) == "waiting"
    abc.do("call", who=3)
    assert abc.floor["kind"] == "speech"
    abc.do("start")
    abc.do("end")
    abc.refuses("not_waiting", "call", who=3)


def test_a_turn_has_its_number_from_the_call_and_numbers_are_not_given_twice(abc: Story) -> None:
    abc.do("call")
    abc.do("put_back")
    abc.do("call")
    assert abc.floor["turn"] == 2
    abc.do("undo")
    abc.do("call")
    assert abc.floor["turn"] == 3
