"""Undo takes back what was done last and only that; redo brings it back at its own instants."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from moderator.meeting.meeting import Meeting
from moderator.meeting.state import MeetingState, Numbers
from tests.meeting.story import Story


def meeting_in_full_swing() -> Story:
    """An was heard with three questions, one concluded and one joined; Bình was absent, Chi withdrew; Dung speaks."""
    story = Story()
    story.hears("An", "Đường?", "Nước?", "Rác?")
    story.do("answer", questions=[1], official="chair", text="Có")
    story.do("conclude", questions=[2], outcome="written")
    story.do("question", text="Điện?")
    story.do("join", question=4, into=1)
    story.register("Bình", "Chi", "Dung", "Em", "Giang")
    story.do("call")
    story.do("absent")
    story.do("withdraw", who=3)
    story.do("call")
    story.after(20).do("start")
    story.after(30)
    return story


def with_a_called_person() -> Story:
    story = meeting_in_full_swing()
    story.do("call")
    return story


def with_a_held_speaker() -> Story:
    story = meeting_in_full_swing()
    story.do("pause")
    story.after(5)
    return story


def with_a_clarification() -> Story:
    story = meeting_in_full_swing()
    story.do("ask_back")
    story.after(5)
    return story


def on_a_break() -> Story:
    story = meeting_in_full_swing()
    story.do("break")
    story.after(5)
    return story


def before_the_opening() -> Story:
    return Story(opened=False)


COMMANDS: list[tuple[Callable[[], Story], str, dict[str, Any]]] = [
    (before_the_opening, "open", {}),
    (meeting_in_full_swing, "adjourn", {}),
    (meeting_in_full_swing, "adjourn", {"waiting": {"5": "written", "6": "withdrawn", "2": "carried_over"}}),
    (with_a_clarification, "adjourn", {}),
    (on_a_break, "adjourn", {}),
    (with_a_clarification, "break", {"minutes": 10}),
    (meeting_in_full_swing, "break", {}),
    (on_a_break, "end_break", {}),
    (meeting_in_full_swing, "agenda", {"item": 2}),
    (meeting_in_full_swing, "close_registration", {}),
    (meeting_in_full_swing, "register", {"name": "Hoa"}),
    (meeting_in_full_swing, "register", {"name": "Hoa", "now": True}),
    (with_a_called_person, "register", {"name": "Hoa", "now": True}),
    (meeting_in_full_swing, "register", {"name": "Hoa", "channel": "in_writing", "text": "Chợ?"}),
    (meeting_in_full_swing, "edit_registration", {"who": 5, "name": "Ém", "place": "thôn 2"}),
    (meeting_in_full_swing, "withdraw", {"who": 5}),
    (with_a_called_person, "withdraw", {"who": 5}),
    (meeting_in_full_swing, "call", {}),
    (with_a_called_person, "call", {"who": 6}),
    (with_a_clarification, "call", {"entry": "6"}),
    (meeting_in_full_swing, "call", {"official": "dia-chinh", "questions": [1, 3]}),
    (meeting_in_full_swing, "call", {"statement": "chair"}),
    (meeting_in_full_swing, "call", {"reading": [3]}),
    (with_a_called_person, "start", {}),
    (meeting_in_full_swing, "pause", {}),
    (with_a_clarification, "pause", {}),
    (with_a_held_speaker, "resume", {}),
    (with_a_clarification, "resume", {}),
    (meeting_in_full_swing, "end", {}),
    (with_a_clarification, "end", {}),
    (with_a_called_person, "absent", {}),
    (meeting_in_full_swing, "put_back", {}),
    (with_a_called_person, "put_back", {}),
    (with_a_clarification, "put_back", {}),
    (meeting_in_full_swing, "extend", {"seconds": 30}),
    (with_a_called_person, "extend", {"seconds": -30}),
    (meeting_in_full_swing, "backdate", {"seconds": 20}),
    (meeting_in_full_swing, "recall", {"who": 2}),
    (meeting_in_full_swing, "recall", {"who": 3, "to": "top"}),
    (meeting_in_full_swing, "reorder", {"order": [6, 5]}),
    (meeting_in_full_swing, "ask_back", {}),
    (with_a_held_speaker, "ask_back", {}),
    (meeting_in_full_swing, "follow_up", {"question": 1}),
    (meeting_in_full_swing, "follow_up", {"question": 3, "who": 6}),
    (meeting_in_full_swing, "question", {"text": "Chợ?"}),
    (meeting_in_full_swing, "edit_question", {"question": 1, "text": "Chợ?", "who": 4, "kind": "conduct"}),
    (meeting_in_full_swing, "join", {"question": 3, "into": 2}),
    (meeting_in_full_swing, "join", {"question": 1, "into": 3}),
    (meeting_in_full_swing, "unjoin", {"question": 4}),
    (meeting_in_full_swing, "drop_question", {"question": 3, "reason": "Trùng"}),
    (meeting_in_full_swing, "assign", {"questions": [1, 3], "official": "cong-an", "with": ["chair"]}),
    (meeting_in_full_swing, "answer", {"questions": [1, 3], "official": "chair", "text": "Sẽ làm"}),
    (meeting_in_full_swing, "edit_answer", {"question": 1, "answer": 1, "text": "Không", "official": "chair-2"}),
    (meeting_in_full_swing, "note", {"turn": 1, "text": "Ghi thêm"}),
    (meeting_in_full_swing, "conclude", {"questions": [1, 3], "outcome": "study", "tasks": [{"kind": "work"}]}),
    (meeting_in_full_swing, "reopen", {"question": 2}),
    (meeting_in_full_swing, "correct_time", {"turn": 1, "spoken": 33}),
    (meeting_in_full_swing, "recover", {"choice": "paused"}),
    (meeting_in_full_swing, "reply", {"promise": 1, "number": "1/UBND"}),
    (meeting_in_full_swing, "extend_promise", {"promise": 1, "due": "2027-01-01", "reason": "Chờ"}),
    (meeting_in_full_swing, "done", {"duty": "conclusion_notice"}),
    (meeting_in_full_swing, "message", {"text": "Chào"}),
    (meeting_in_full_swing, "remind", {"kind": "topic"}),
    (meeting_in_full_swing, "hide", {}),
    (meeting_in_full_swing, "blackout", {}),
]


def name(case: tuple[Callable[[], Story], str, dict[str, Any]]) -> str:
    begin, do, params = case
    return f"{do} {params} {begin.__name__}"


def seen(story: Story) -> dict[str, Any]:
    return {part: value for part, value in story.state.items() if part != "events"}


def whole(meeting: Meeting) -> MeetingState:
    """All that follows from the journal, also what no overview tells; the numbers given so far stay given."""
    return replace(meeting.state, numbers=Numbers(), last_instant=None)


@pytest.mark.parametrize("case", COMMANDS, ids=name)
def test_u1_undo_leads_back_to_the_state_before_and_the_journal_holds_both(case: tuple[Any, str, Any]) -> None:
    begin, do, params = case
    story: Story = begin()
    # Folding anew makes another state of the same journal, which the command below does not change.
    before = seen(story), whole(Meeting(story.meeting.records))
    records = len(story.meeting.records)
    story.do(do, **params)
    after = seen(story), whole(Meeting(story.meeting.records))
    assert after[1] != before[1]
    assert after[0]["next_undo"] == do
    story.do("undo")
    assert (seen(story), whole(story.meeting)) == before
    assert [record.do for record in story.meeting.records[records:]] == [do, "undo"]
    story.do("redo")
    assert (seen(story), whole(story.meeting)) == after


def test_u1_saying_that_the_clock_ran_on_changes_nothing_and_is_taken_back_alone() -> None:
    story = meeting_in_full_swing()
    before = seen(story)
    story.do("recover", choice="ran_on")
    assert seen(story) == before | {"next_undo": "recover"}
    story.do("undo")
    assert seen(story) == before


@pytest.mark.parametrize("case", COMMANDS, ids=name)
def test_u1_a_command_taken_back_and_given_later_counts_from_later(case: tuple[Any, str, Any]) -> None:
    begin, do, params = case
    story: Story = begin()
    story.do(do, **params)
    story.do("undo")
    story.after(10).do(do, **params)
    assert story.state["next_undo"] == do
    assert Meeting(story.meeting.records).state == story.meeting.state


def test_u1_the_clock_of_a_turn_goes_on_as_if_the_pause_had_never_been(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.do("start")
    story.after(100).do("pause")
    story.after(50).do("undo")
    assert (story.floor["state"], story.floor["spoken"]) == ("running", 150.0)
    story.after(50).do("redo")
    assert (story.floor["state"], story.floor["spoken"]) == ("paused", 100.0)


def test_u1_the_turn_that_a_call_ended_runs_again(story: Story) -> None:
    story.register("An", "Bình")
    story.do("call")
    story.do("start")
    story.after(100).do("call")
    story.after(5).do("start")
    story.after(20)
    story.do("undo")
    story.do("undo")
    assert (story.floor["who"], story.floor["spoken"]) == (1, 125.0)
    assert story.waiting == ["2"]


def test_u2_only_what_was_done_last_is_undone_and_it_is_told_what(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.do("start")
    story.after(10).do("pause")
    story.after(10).do("resume")
    story.after(10)
    assert story.state["next_undo"] == "resume"
    story.do("undo")
    assert (story.floor["state"], story.floor["spoken"]) == ("paused", 10.0)
    assert story.state["next_undo"] == "pause"
    story.do("undo")
    assert (story.floor["state"], story.floor["spoken"]) == ("running", 30.0)
    assert story.state["next_undo"] == "start"
    assert story.meeting.next_redo is not None
    assert story.meeting.next_redo.do == "pause"


def test_u2_undo_tells_the_record_with_all_that_happened_in_it(story: Story) -> None:
    record = story.do("register", name="An")
    assert story.meeting.next_undo == record
    assert story.meeting.next_redo is None
    story.do("undo")
    assert story.meeting.next_redo == record


def test_everything_can_be_taken_back_and_brought_back_step_by_step() -> None:
    story = meeting_in_full_swing()
    steps = []
    while story.meeting.next_undo is not None:
        steps.append(seen(story))
        story.do("undo")
    assert story.state["meeting"]["stage"] == "preparing"
    assert story.state["registrations"] == []
    story.refuses("nothing_to_undo", "undo")
    for step in reversed(steps):
        story.do("redo")
        assert seen(story) == step
    story.refuses("nothing_to_redo", "redo")


def test_a_new_command_ends_the_redo_list(story: Story) -> None:
    story.register("An", "Bình")
    story.do("undo")
    story.do("undo")
    story.do("redo")
    story.do("register", name="Chi")
    story.refuses("nothing_to_redo", "redo")
    assert story.waiting == ["1", "3"]
    story.do("undo")
    assert story.waiting == ["1"]
    story.do("redo")
    assert story.waiting == ["1", "3"]


def test_a_refused_command_leaves_the_redo_list(story: Story) -> None:
    story.register("An")
    story.do("undo")
    story.refuses("nobody_waits", "call")
    story.do("redo")
    assert story.waiting == ["1"]


def test_the_making_of_the_meeting_is_not_taken_back() -> None:
    story = Story(opened=False)
    assert story.state["next_undo"] is None
    story.refuses("nothing_to_undo", "undo")
    story.refuses("nothing_to_redo", "redo")


def test_r8_no_number_is_given_twice_by_undoing(story: Story) -> None:
    for _ in range(2):
        story.do("register", name="An", channel="in_writing", text="Nước?")
        story.do("conclude", questions=[story.state["questions"][-1]["question"]], outcome="written")
        story.do("call", statement="chair")
        for _ in range(3):
            story.do("undo")
    story.do("register", name="An", channel="in_writing", text="Nước?")
    story.do("conclude", questions=[3], outcome="written")
    story.do("call", statement="chair")
    assert [story.state["registrations"][0]["who"], *story.questions, *story.promises] == [3, 3, 3]
    assert story.floor["turn"] == 3
    assert Meeting(story.meeting.records).state == story.meeting.state


def test_r8_a_promise_that_ended_with_its_conclusion_keeps_its_number(story: Story) -> None:
    story.hears("An", "Nước?")
    story.do("conclude", questions=[1], outcome="written")
    story.do("reopen", question=1)
    story.do("conclude", questions=[1], outcome="study")
    assert story.promises.keys() == {2}
