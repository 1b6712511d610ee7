"""The state as `moderator show --json` prints it: names, shapes, absent values."""

from __future__ import annotations

import json

import pytest

from tests.meeting.story import Story

SHAPES = {
    "meeting": "id title stage registration agenda_item starts opened_at adjourned_at chair",
    "floor": "turn kind who official name questions state limit extended spoken left",
    "waiting": "entry who name place topic turns_before kind question",
    "registrations": "who name place topic channel late status",
    "turns": "turn kind who official name questions began ended spoken limit extended corrected note",
    "questions": "question who asker text field kind joined_into dropped officials answers follow_ups conclusion "
    "status",
    "promises": "promise question outcome kind body official due estimated text status reply",
    "statistics": "people_heard questions settled written study beyond off_topic procedure noted unconcluded joined "
    "dropped citizen_seconds official_seconds",
}

ADDED = ["rhythm", "presiding", "attendance", "reminders", "general_conclusion", "agreements", "incidents"]


@pytest.fixture
def full() -> Story:
    """A meeting with one of everything, An on the floor."""
    story = Story()
    story.hears("Giang", "Đường?")
    story.do("answer", questions=[1], official="chair", text="Có")
    story.do("conclude", questions=[1], outcome="written")
    story.do("reply", promise=1)
    story.register("An", "Bình")
    story.do("call")
    return story


def test_the_keys_are_those_that_scripts_rely_on(full: Story) -> None:
    state = full.state
    assert list(state) == [*SHAPES, "next_undo", "events", *ADDED]
    for part, keys in SHAPES.items():
        rows = state[part] if isinstance(state[part], list) else [state[part]]
        assert rows
        for row in rows:
            assert list(row) == keys.split(), part
    (question,) = state["questions"]
    assert list(question["answers"][0]) == ["official", "text"]
    assert list(question["conclusion"]) == ["outcome", "text", "reason"]
    assert list(state["promises"][0]["reply"]) == ["number", "date", "text"]


def test_a_meeting_without_anything_has_empty_lists_and_no_floor() -> None:
    state = Story(opened=False).state
    assert state["floor"] is None
    assert [state[part] for part in ("waiting", "registrations", "turns", "questions", "promises")] == [[]] * 5
    assert (state["meeting"]["stage"], state["next_undo"], state["events"]) == ("preparing", None, 1)


def test_it_is_json_as_it_stands(full: Story) -> None:
    assert json.loads(json.dumps(full.state, allow_nan=False)) == full.state


def test_absent_values_are_null_and_not_empty_text(full: Story) -> None:
    full.do("answer", questions=[1], official="chair")
    state = full.state
    assert state["questions"][0]["answers"][1] == {"official": "chair", "text": None}
    assert [state["registrations"][0][key] for key in ("place", "topic")] == [None, None]
    assert state["questions"][0]["field"] is None
    assert state["questions"][0]["conclusion"] == {"outcome": "written", "text": None, "reason": None}
    assert [state["promises"][0][key] for key in ("body", "official", "text")] == [None, None, None]
    assert state["turns"][0]["note"] is None


def test_every_event_counts_also_those_taken_back(story: Story) -> None:
    assert story.state["events"] == 2
    story.do("register", name="An", channel="in_writing", text="Nước?")
    assert story.state["events"] == 4
    story.do("undo")
    assert story.state["events"] == 5
    story.do("redo")
    assert story.state["events"] == 6


@pytest.mark.parametrize("zone", ["+07:00", "-03:30", "+00:00"])
def test_instants_are_told_in_the_meetings_zone(zone: str) -> None:
    story = Story(zone=zone)
    told = story.state["meeting"]
    assert told["opened_at"].endswith(zone)
    assert told["starts"] == f"2026-11-26T07:30:00{zone}"


def test_text_is_told_as_it_was_typed(story: Story) -> None:
    for text in ("[b]đậm[/b]", "=1+1", "{0} %s", "<w:t>&amp;", "a\nb", "\u200bẩn"):
        story.do("register", name=text, topic=text, again=True)
        assert story.state["registrations"][-1]["name"] == text
        assert story.state["waiting"][-1]["topic"] == text


def test_a_staged_turn_is_on_the_floor_but_not_among_the_turns(full: Story) -> None:
    assert (full.floor["turn"], full.floor["spoken"]) == (2, 0.0)
    assert list(full.turns) == [1]
    full.do("start")
    assert list(full.turns) == [1, 2]
    assert full.turns[2]["ended"] is None


def test_who_waits_with_a_follow_up_keeps_the_status_of_the_speech(full: Story) -> None:
    full.do("follow_up", question=1, who=2)
    assert [full.status(who) for who in (1, 2, 3)] == ["heard", "on_floor", "waiting"]
    full.do("start")
    full.do("end")
    assert full.status(2) == "heard"
    assert full.waiting == ["2f1", "3"]


def test_the_state_is_a_copy_that_nothing_reaches_back_from(full: Story) -> None:
    seen = full.state
    seen["turns"][0]["questions"].append(99)
    seen["questions"][0]["officials"].append("ai-do")
    seen["waiting"].clear()
    assert full.turns[1]["questions"] == [1]
    assert full.questions[1]["officials"] == []
    assert full.waiting == ["3"]
