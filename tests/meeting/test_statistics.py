"""The figures of a meeting."""

from __future__ import annotations

import pytest

from tests.meeting.story import Story

OUTCOMES = ("settled", "written", "study", "beyond", "off_topic", "procedure", "noted")


def test_a_meeting_that_has_only_opened_has_figures_of_nothing(story: Story) -> None:
    assert story.figures == {
        "people_heard": 0,
        "questions": 0,
        "settled": 0,
        "written": 0,
        "study": 0,
        "beyond": 0,
        "off_topic": 0,
        "procedure": 0,
        "noted": 0,
        "unconcluded": 0,
        "joined": 0,
        "dropped": 0,
        "citizen_seconds": 0.0,
        "official_seconds": 0.0,
    }


def test_questions_are_the_sum_of_what_became_of_them(story: Story) -> None:
    story.hears("An", *(f"Ý kiến {number}?" for number in range(1, 13)))
    for number, outcome in enumerate(OUTCOMES, start=1):
        story.do("conclude", questions=[number], outcome=outcome)
    story.do("conclude", questions=[8], outcome="written")
    story.do("join", question=9, into=1)
    story.do("drop_question", question=10, reason="Trùng")
    found = story.figures
    assert found["questions"] == 12
    assert [found[outcome] for outcome in OUTCOMES] == [1, 2, 1, 1, 1, 1, 1]
    assert (found["unconcluded"], found["joined"], found["dropped"]) == (2, 1, 1)
    assert found["questions"] == sum(found[key] for key in (*OUTCOMES, "unconcluded", "joined", "dropped"))


def test_a_question_counts_once_whatever_happened_to_it(story: Story) -> None:
    story.hears("An", "Một?", "Hai?")
    story.do("join", question=1, into=2)
    story.do("conclude", questions=[2], outcome="settled")
    story.do("unjoin", question=1)
    assert [story.figures[key] for key in ("questions", "settled", "unconcluded", "joined")] == [2, 1, 1, 0]
    story.do("reopen", question=2)
    assert [story.figures[key] for key in ("questions", "settled", "unconcluded", "joined")] == [2, 0, 2, 0]


def test_a_person_who_spoke_twice_is_one_person(story: Story) -> None:
    story.hears("An", "Đường?")
    story.hears("AN")
    story.do("follow_up", question=1)
    story.do("call")
    story.do("start")
    story.do("end")
    assert story.figures["people_heard"] == 1


def test_the_same_name_from_two_places_and_the_nameless_are_each_their_own(story: Story) -> None:
    for params in ({"name": "An", "place": "thôn 1"}, {"name": "An", "place": "thôn 2"}, {"anonymous": True}):
        story.do("register", now=True, **params)
    story.do("register", now=True, anonymous=True)
    story.do("end")
    assert story.figures["people_heard"] == 4


def test_who_still_speaks_was_absent_or_was_put_back_is_not_yet_heard(story: Story) -> None:
    story.register("An", "Bình", "Chi")
    story.do("call")
    story.do("absent")
    story.do("call")
    story.do("start")
    story.after(10).do("put_back")
    story.do("call")
    story.do("start")
    story.after(7)
    assert story.figures["people_heard"] == 0
    assert story.figures["citizen_seconds"] == 7.0
    story.do("end")
    assert story.figures["people_heard"] == 1


@pytest.mark.parametrize("kind", ["statement", "answer", "reading"])
def test_statements_answers_and_readings_are_official(story: Story, kind: str) -> None:
    story.do("register", name="An", channel="in_writing", text="Đường?")
    if kind == "statement":
        story.do("call", statement="chair")
    elif kind == "answer":
        story.do("call", official="dia-chinh", questions=[1])
    else:
        story.do("call", reading=[1])
    story.do("start")
    story.after(42.5)
    assert (story.figures["citizen_seconds"], story.figures["official_seconds"]) == (0.0, 42.5)
    story.do("ask_back")
    story.after(60).do("end")
    story.do("end")
    assert (story.figures["citizen_seconds"], story.figures["official_seconds"]) == (0.0, 42.5)
    assert story.figures["people_heard"] == 0


def test_corrected_times_count_as_corrected(story: Story) -> None:
    story.hears("An", seconds=60)
    story.hears("Bình", seconds=30)
    story.do("correct_time", turn=1, spoken=45.5)
    assert story.figures["citizen_seconds"] == 75.5


def test_an_answer_recorded_without_a_clock_takes_nobodys_time(story: Story) -> None:
    story.hears("An", "Đường?", seconds=10)
    story.do("answer", questions=[1], official="chair", text="Có")
    assert story.figures["official_seconds"] == 0.0
