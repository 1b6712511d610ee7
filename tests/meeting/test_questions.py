"""Questions: raised, mended, joined, dropped, assigned, answered."""

from __future__ import annotations

from typing import Any

import pytest

from moderator.meeting.events import Answered
from tests.meeting.story import Story


@pytest.fixture
def three(story: Story) -> Story:
    """An's turn raised questions 1 and 2, Bình's question 3."""
    story.hears("An", "Đường?", "Nước?")
    story.hears("Bình", "Rác?")
    return story


def test_q4_an_official_answers_any_time_and_each_answer_has_a_clock(three: Story) -> None:
    three.do("assign", questions=[1], official="dia-chinh", with_=["cong-an"])
    for code, seconds in (("dia-chinh", 60), ("cong-an", 30), ("chair", 15)):
        three.do("call", official=code, questions=[1])
        assert (three.floor["kind"], three.floor["limit"], three.floor["questions"]) == ("answer", 600, [1])
        three.do("start")
        three.after(seconds)
        three.do("answer", text=f"{code} trả lời")
        three.do("end")
    assert three.questions[1]["answers"] == [
        {"official": "dia-chinh", "text": "dia-chinh trả lời"},
        {"official": "cong-an", "text": "cong-an trả lời"},
        {"official": "chair", "text": "chair trả lời"},
    ]
    assert three.figures["official_seconds"] == 105.0


def test_q5_one_answer_covers_several_questions(three: Story) -> None:
    three.do("call", official="dia-chinh", questions=[1, 3, 1])
    three.do("start")
    assert three.questions[1]["status"] == "new"
    three.after(60).do("end")
    assert three.turns[3]["questions"] == [1, 3]
    assert [question["status"] for question in three.questions.values()] == ["answered", "new", "answered"]
    three.do("answer", text="Quý I sẽ sửa")
    for number in (1, 3):
        assert three.questions[number]["answers"] == [{"official": "dia-chinh", "text": "Quý I sẽ sửa"}]
    assert three.questions[2]["answers"] == []


def test_q6_each_question_of_one_turn_goes_its_own_way(three: Story) -> None:
    three.do("question", text="Điện?", who=1)
    assert {three.meeting.state.questions[number].turn for number in (1, 2, 4)} == {1}
    three.do("assign", questions=[1], official="dia-chinh")
    three.do("conclude", questions=[2], outcome="settled")
    assert [three.questions[number]["status"] for number in (1, 2, 4)] == ["assigned", "concluded", "new"]


def test_a_question_is_numbered_and_tells_who_asked(three: Story) -> None:
    assert three.questions[3] == {
        "question": 3,
        "who": 2,
        "asker": "Bình",
        "text": "Rác?",
        "field": None,
        "kind": "question",
        "joined_into": None,
        "dropped": None,
        "officials": [],
        "answers": [],
        "follow_ups": [],
        "conclusion": None,
        "status": "new",
    }


def test_a_question_belongs_to_the_citizen_who_speaks_or_spoke_last(story: Story) -> None:
    story.refuses("nobody_spoke", "question", text="Gì?")
    story.register("An", "Bình")
    story.do("call")
    story.refuses("nobody_spoke", "question", text="Gì?")
    story.do("start")
    story.do("question", text="Một?")
    story.do("call")
    story.do("question", text="Hai?")
    story.do("start")
    story.do("question", text="Ba?")
    story.do("call", statement="chair")
    story.do("start")
    story.do("question", text="Bốn?")
    assert [question["who"] for question in story.questions.values()] == [1, 1, 2, 2]


def test_a_question_asked_while_following_up_is_of_who_follows_up(three: Story) -> None:
    three.do("follow_up", question=3, who=1)
    three.do("call")
    three.do("start")
    three.do("question", text="Thêm?")
    assert three.questions[4]["who"] == 1
    assert three.meeting.state.questions[4].turn == 3


def test_a_turn_that_was_put_back_raised_nothing_by_default(three: Story) -> None:
    three.register("Chi")
    three.do("call")
    three.do("start")
    three.do("put_back")
    three.do("question", text="Thêm?")
    assert three.questions[4]["who"] == 2


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_a_question_needs_a_text(three: Story, text: str) -> None:
    three.refuses("text_missing", "question", text=text)
    three.refuses("text_missing", "edit_question", question=1, text=text)


def test_a_field_must_be_known_to_the_meeting() -> None:
    story = Story(fields=[{"code": "cho-phien", "name": "Chợ phiên"}])
    story.hears("An")
    for field in ("dat-dai", "cho-phien", ""):
        story.do("question", text="?", field=field)
    assert [question["field"] for question in story.questions.values()] == ["dat-dai", "cho-phien", None]
    story.refuses("unknown_field", "question", text="?", field="mat-trang")
    story.refuses("unknown_field", "edit_question", question=1, field="mat-trang")


def test_an_edit_changes_only_what_is_given(three: Story) -> None:
    three.do("edit_question", question=1, kind="complaint")
    three.do("edit_question", question=1, field="dat-dai")
    three.do("edit_question", question=1, text="Đường liên thôn?")
    question = three.questions[1]
    assert (question["kind"], question["field"], question["text"]) == ("complaint", "dat-dai", "Đường liên thôn?")
    assert question["who"] == 1
    three.do("edit_question", question=1, who=2)
    assert (three.questions[1]["who"], three.questions[1]["asker"]) == (2, "Bình")
    assert three.meeting.state.questions[1].turn == 2
    three.refuses("unknown_registration", "edit_question", question=1, who=9)


def test_a_joined_question_stands_behind_the_other_and_parts_again(three: Story) -> None:
    three.do("join", question=3, into=1)
    assert (three.questions[3]["joined_into"], three.questions[3]["status"]) == (1, "joined")
    for do, params in (
        ("assign", {"official": "chair"}),
        ("conclude", {"outcome": "noted"}),
        ("answer", {"official": "chair"}),
    ):
        assert three.refuses("question_joined", do, questions=[1, 3], **params).params["into"] == 1
    three.refuses("question_joined", "join", question=3, into=2)
    three.refuses("question_joined", "join", question=2, into=3)
    three.refuses("question_joined", "drop_question", question=3, reason="Trùng")
    three.do("unjoin", question=3)
    assert (three.questions[3]["joined_into"], three.questions[3]["status"]) == (None, "new")
    three.refuses("not_joined", "unjoin", question=3)


def test_what_was_joined_goes_along_when_the_other_is_joined(three: Story) -> None:
    three.do("join", question=3, into=2)
    three.do("join", question=2, into=1)
    assert [question["joined_into"] for question in three.questions.values()] == [None, 1, 1]


def test_no_question_is_joined_into_itself_nor_once_concluded(three: Story) -> None:
    three.refuses("join_itself", "join", question=1, into=1)
    three.do("conclude", questions=[1], outcome="noted")
    three.refuses("already_concluded", "join", question=1, into=2)
    three.do("join", question=2, into=1)


def test_a_dropped_question_keeps_its_reason_until_reopened(three: Story) -> None:
    three.do("drop_question", question=1, reason="Không phải ý kiến")
    assert (three.questions[1]["dropped"], three.questions[1]["status"]) == ("Không phải ý kiến", "dropped")
    three.refuses("question_dropped", "conclude", questions=[1], outcome="noted")
    three.refuses("question_dropped", "call", official="chair", questions=[1])
    three.refuses("question_dropped", "call", reading=[1])
    three.do("reopen", question=1)
    assert (three.questions[1]["dropped"], three.questions[1]["status"]) == (None, "new")


@pytest.mark.parametrize("reason", ["", " "])
def test_dropping_needs_a_reason(three: Story, reason: str) -> None:
    three.refuses("reason_missing", "drop_question", question=1, reason=reason)


def test_a_question_that_stands_for_others_is_not_dropped(three: Story) -> None:
    three.do("join", question=3, into=1)
    assert three.refuses("others_joined", "drop_question", question=1, reason="Trùng").params["other"] == 3


def test_assigning_anew_replaces_and_names_each_official_once(three: Story) -> None:
    three.do("assign", questions=[1, 2, 1], official="dia-chinh", with_=["cong-an", "dia-chinh"])
    assert three.questions[1]["officials"] == three.questions[2]["officials"] == ["dia-chinh", "cong-an"]
    assert three.questions[2]["status"] == "assigned"
    three.do("assign", questions=[1], official="chair")
    assert three.questions[1]["officials"] == ["chair"]


def test_an_assignment_that_gives_a_field_is_taken_back_in_one_step(three: Story) -> None:
    three.do("assign", questions=[1, 2], official="dia-chinh", fields={"1": "dat-dai", "2": "an-ninh"})
    assert [three.questions[number]["field"] for number in (1, 2)] == ["dat-dai", "an-ninh"]
    three.do("undo")
    assert [(three.questions[number]["field"], three.questions[number]["officials"]) for number in (1, 2)] == [
        (None, []),
        (None, []),
    ]


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"questions": [], "official": "chair"}, "questions_missing"),
        ({"questions": [9], "official": "chair"}, "unknown_question"),
        ({"questions": [1], "official": "ai-do"}, "unknown_official"),
        ({"questions": [1], "official": ""}, "unknown_official"),
        ({"questions": [1], "official": "chair", "with": ["ai-do"]}, "unknown_official"),
        ({"questions": [1], "official": "chair", "fields": {"2": "dat-dai"}}, "not_assigned_here"),
        ({"questions": [1], "official": "chair", "fields": {"một": "dat-dai"}}, "not_assigned_here"),
        ({"questions": [1], "official": "chair", "fields": {"01": "dat-dai"}}, "not_assigned_here"),
        ({"questions": [1], "official": "chair", "fields": {"1": "khong-co"}}, "unknown_field"),
    ],
)
def test_an_assignment_names_questions_and_people_that_exist(three: Story, params: dict[str, Any], code: str) -> None:
    three.refuses(code, "assign", **params)


def test_an_official_called_without_numbers_answers_what_was_assigned(three: Story) -> None:
    three.refuses("nothing_to_answer", "call", official="dia-chinh")
    three.do("assign", questions=[1, 3], official="dia-chinh")
    three.do("call", official="dia-chinh")
    assert three.floor["questions"] == [1, 3]


def test_an_answer_is_by_default_on_what_the_floor_answers(three: Story) -> None:
    three.do("call", official="cong-an", questions=[3])
    three.do("start")
    three.do("answer", text="Sẽ thu gom")
    three.do("ask_back")
    three.do("answer", text="Hai ngày một lần")
    assert [answer["official"] for answer in three.questions[3]["answers"]] == ["cong-an", "cong-an"]
    assert [answer.turn for answer in three.meeting.state.questions[3].answers] == [3, 3]


def test_an_answer_on_something_else_is_by_who_is_assigned_or_named(three: Story) -> None:
    three.refuses("questions_missing", "answer", text="?")
    three.refuses("official_missing", "answer", questions=[1], text="?")
    three.do("assign", questions=[1], official="dia-chinh")
    three.do("call", official="cong-an", questions=[3])
    three.do("start")
    (answered,) = three.do("answer", questions=[1], text="Có").events
    assert answered == Answered(questions=(1,), official="dia-chinh", text="Có", turn=None)
    three.do("answer", questions=[1], official="chair-2", text="Thêm")
    assert [answer["official"] for answer in three.questions[1]["answers"]] == ["dia-chinh", "chair-2"]
    three.refuses("unknown_official", "answer", questions=[1], official="ai-do")


def test_an_answer_is_mended_by_its_place(three: Story) -> None:
    three.do("answer", questions=[1, 3], official="chair", text="Mọt")
    three.do("edit_answer", question=1, answer=1, text="Một")
    three.do("edit_answer", question=1, answer=1, official="chair-2")
    assert three.questions[1]["answers"] == [{"official": "chair-2", "text": "Một"}]
    assert three.questions[3]["answers"] == [{"official": "chair", "text": "Mọt"}]
    for answer in (0, 2, -1, 10**30):
        three.refuses("unknown_answer", "edit_answer", question=1, answer=answer)
    three.refuses("unknown_official", "edit_answer", question=1, answer=1, official="ai-do")


def test_a_concluded_question_can_still_be_answered(three: Story) -> None:
    three.do("conclude", questions=[1], outcome="written")
    three.do("answer", questions=[1], official="chair", text="Nói thêm")
    assert three.questions[1]["status"] == "concluded"


@pytest.mark.parametrize("number", [0, -1, 9, 10**30])
@pytest.mark.parametrize(
    ("do", "params"),
    [
        ("edit_question", {}),
        ("unjoin", {}),
        ("join", {"into": 1}),
        ("drop_question", {"reason": "Trùng"}),
        ("edit_answer", {"answer": 1}),
        ("reopen", {}),
        ("follow_up", {}),
    ],
)
def test_numbers_that_no_question_has_are_refused(three: Story, do: str, params: dict[str, Any], number: int) -> None:
    three.refuses("unknown_question", do, question=number, **params)


@pytest.mark.parametrize("number", [0, -1, 9, 10**30])
def test_lists_with_a_number_that_no_question_has_are_refused(three: Story, number: int) -> None:
    three.refuses("unknown_question", "join", question=1, into=number)
    three.refuses("unknown_question", "assign", questions=[1, number], official="chair")
    three.refuses("unknown_question", "answer", questions=[1, number], official="chair")
    three.refuses("unknown_question", "conclude", questions=[1, number], outcome="noted")
    three.refuses("unknown_question", "call", official="chair", questions=[1, number])
