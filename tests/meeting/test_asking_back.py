"""Within a turn: the chair asks back; after the answer: citizens follow up."""

from __future__ import annotations

import pytest

from tests.meeting.story import Story


@pytest.fixture
def asked(story: Story) -> Story:
    """An has spoken 100 of 300 seconds when the chair asks back."""
    story.register("An", "Bình")
    story.at("08:00").do("call")
    story.do("start")
    story.after(100).do("ask_back")
    return story


def test_q1_the_speaker_is_held_while_the_clarification_counts_up(asked: Story) -> None:
    asked.after(25)
    assert asked.floor == {
        "turn": 2,
        "kind": "clarification",
        "who": 1,
        "official": None,
        "name": "An",
        "questions": [],
        "state": "running",
        "limit": None,
        "extended": 0,
        "spoken": 25.0,
        "left": None,
    }
    assert (asked.turns[1]["spoken"], asked.turns[1]["ended"]) == (100.0, None)
    assert asked.status(1) == "on_floor"
    asked.do("resume")
    assert (asked.floor["turn"], asked.floor["state"], asked.floor["left"]) == (1, "running", 200.0)
    assert asked.turns[2]["spoken"] == 25.0


def test_q1_ending_the_clarification_gives_the_floor_back_paused(asked: Story) -> None:
    asked.after(25).do("end")
    asked.after(5)
    assert (asked.floor["turn"], asked.floor["state"], asked.floor["left"]) == (1, "paused", 200.0)
    asked.do("resume")
    asked.after(1)
    assert asked.floor["left"] == 199.0


def test_q1_a_held_speaker_can_be_asked_back_too(asked: Story) -> None:
    asked.after(25).do("end")
    asked.after(5).do("ask_back")
    asked.after(10).do("resume")
    assert [turn["spoken"] for turn in asked.turns.values()] == [100.0, 25.0, 10.0]
    assert asked.floor["left"] == 200.0


def test_q1_a_held_clarification_ends_when_the_speaker_goes_on(asked: Story) -> None:
    asked.after(25).do("pause")
    asked.after(25).do("resume")
    assert (asked.floor["turn"], asked.floor["left"]) == (1, 200.0)
    assert asked.turns[2]["spoken"] == 25.0


def test_q1_a_clarification_counts_for_nobodys_time(asked: Story) -> None:
    asked.after(25).do("end")
    asked.do("end")
    assert (asked.figures["citizen_seconds"], asked.figures["official_seconds"]) == (100.0, 0.0)
    assert asked.figures["people_heard"] == 1


def test_q1_nobody_is_asked_back_twice_at_once_or_before_starting(asked: Story) -> None:
    asked.refuses("already_asked_back", "ask_back")
    asked.do("call")
    asked.refuses("not_started", "ask_back")


def test_q1_an_official_is_asked_back_by_code(asked: Story) -> None:
    asked.do("call", statement="dia-chinh")
    asked.do("start")
    asked.after(10).do("ask_back")
    assert (asked.floor["who"], asked.floor["official"]) == (None, "dia-chinh")


def test_q1_a_clarification_put_back_leaves_the_speaker_held(asked: Story) -> None:
    asked.after(25).do("put_back")
    assert (asked.floor["turn"], asked.floor["state"], asked.floor["spoken"]) == (1, "paused", 100.0)
    assert asked.turns.keys() == {1}


def test_q1_what_was_said_in_it_is_put_down(asked: Story) -> None:
    asked.do("note", turn=2, text="Hỏi rõ thửa đất")
    assert asked.turns[2]["note"] == "Hỏi rõ thửa đất"
    asked.do("note", turn=2, text="")
    assert asked.turns[2]["note"] is None
    for unknown in (0, 3, -1, 10**30):
        asked.refuses("unknown_turn", "note", turn=unknown, text="gì")


def test_q1_a_question_put_down_meanwhile_is_the_speakers(asked: Story) -> None:
    asked.do("question", text="Đường?")
    assert asked.questions[1]["who"] == 1
    assert asked.meeting.state.questions[1].turn == 1


@pytest.fixture
def answered(story: Story) -> Story:
    """An's question was answered; Bình and Chi wait."""
    story.hears("An", "Đường?")
    story.register("Bình", "Chi")
    story.do("call", official="dia-chinh", questions=[1])
    story.do("start")
    story.after(60).do("end")
    return story


def test_q2_a_follow_up_waits_before_every_first_speech(answered: Story) -> None:
    answered.do("follow_up", question=1)
    assert answered.waiting == ["1f1", "2", "3"]
    row = answered.state["waiting"][0]
    assert (row["kind"], row["question"], row["who"], row["turns_before"]) == ("follow_up", 1, 1, 1)
    assert answered.status(1) == "heard"
    answered.do("call")
    assert (answered.floor["kind"], answered.floor["questions"], answered.floor["limit"]) == ("follow_up", [1], 120)
    answered.do("start")
    assert answered.questions[1]["follow_ups"] == [answered.floor["turn"]]
    answered.after(20).do("end")
    assert answered.figures["citizen_seconds"] == 80.0


def test_q2_anybody_may_follow_up_and_keeps_the_place_of_the_speech(answered: Story) -> None:
    answered.do("follow_up", question=1, who=3)
    assert answered.waiting == ["3f1", "2", "3"]
    assert answered.status(3) == "waiting"


def test_q2_a_follow_up_put_back_or_missed_leaves_no_trace(answered: Story) -> None:
    answered.do("follow_up", question=1)
    answered.do("call")
    answered.do("start")
    answered.after(5).do("put_back")
    assert answered.questions[1]["follow_ups"] == []
    answered.do("call")
    answered.do("absent")
    assert answered.questions[1]["follow_ups"] == []
    assert answered.waiting == ["2", "3"]
    assert answered.status(1) == "heard"
    answered.do("recall", who=1)
    assert answered.waiting == ["1f1", "2", "3"]


def test_q2_who_missed_a_follow_up_may_ask_for_it_again(answered: Story) -> None:
    answered.do("follow_up", question=1)
    answered.do("call")
    answered.do("absent")
    answered.do("follow_up", question=1)
    assert answered.waiting == ["1f1", "2", "3"]
    answered.refuses("not_absent", "recall", who=1)


def test_q3_first_asked_first_heard_on_one_or_several_questions(answered: Story) -> None:
    answered.do("question", text="Nước?", who=2)
    answered.do("follow_up", question=1, who=3)
    answered.do("follow_up", question=2, who=1)
    answered.do("follow_up", question=1, who=1)
    assert answered.waiting == ["3f1", "1f2", "1f1", "2", "3"]
    answered.refuses("already_waiting", "follow_up", question=1)


def test_q3_a_follow_up_needs_a_question_that_stands(answered: Story) -> None:
    answered.do("question", text="Nước?", who=2)
    answered.do("question", text="Trùng?", who=2)
    answered.do("join", question=2, into=1)
    answered.do("drop_question", question=3, reason="Trùng")
    answered.refuses("question_joined", "follow_up", question=2)
    answered.refuses("question_dropped", "follow_up", question=3)
    answered.refuses("unknown_registration", "follow_up", question=1, who=9)
    for unknown in (0, 9, -1, 10**30):
        answered.refuses("unknown_question", "follow_up", question=unknown)


def test_q3_a_concluded_question_can_be_followed_up(answered: Story) -> None:
    answered.do("conclude", questions=[1], outcome="settled")
    answered.do("follow_up", question=1)
    assert answered.waiting == ["1f1", "2", "3"]
