"""An undo folds from a checkpoint: it leads to what the whole journal leads to, and costs as little late as early."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderator.meeting import meeting as meeting_module
from moderator.meeting.checkpoints import KEPT, SPACING
from moderator.meeting.commands import Command, Note, Redo, Register, Undo
from moderator.meeting.events import Record
from moderator.meeting.meeting import Meeting
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import MeetingState
from moderator.meeting.tallies import Tallies
from tests.meeting.any_commands import COURSES, LIKELY, Course
from tests.meeting.test_properties import begun, played, usual

# Some commands, then some steps back, then some forth again: further than checkpoints lie apart and than they are kept.
_STRETCH = st.tuples(
    st.lists(LIKELY, max_size=SPACING + 3),
    st.integers(0, 2 * SPACING * KEPT) | st.integers(0, 3),
    st.integers(0, 2 * SPACING * KEPT) | st.integers(0, 3),
)
_TO_AND_FRO = st.lists(_STRETCH, min_size=2, max_size=8)


def same_as_whole_journal(meeting: Meeting) -> None:
    """Assert that the meeting is what its journal says when it is folded from its first record."""
    anew = Meeting(meeting.records)
    assert meeting.state == anew.state
    assert (meeting.next_undo, meeting.next_redo) == (anew.next_undo, anew.next_redo)
    # Two dicts may be equal and still be told in another order.
    for name in anew.state.__struct_fields__:
        value = getattr(anew.state, name)
        if isinstance(value, dict):
            assert list(getattr(meeting.state, name)) == list(value), name
    assert meeting.state.tallies.copied() == _counted_anew(meeting.state)


def _counted_anew(state: MeetingState) -> Tallies:
    counted = Tallies.of(state.turns, state.questions, state.waiting)
    for status in state.tallies.by_status:
        counted.by_status.setdefault(status, [])
    return counted


def give(meeting: Meeting, command: Command) -> bool:
    """Give a command a second after the latest; whether it was taken."""
    try:
        record = meeting.decide(command, meeting.records[-1].at + dt.timedelta(seconds=1))
    except Refusal:
        return False
    meeting.apply(record)
    return True


@settings(max_examples=80, deadline=None)
@given(_TO_AND_FRO)
def test_to_and_fro_leads_to_what_the_whole_journal_leads_to(course: list[tuple[list[Command], int, int]]) -> None:
    meeting = begun()
    for commands, back, forth in course:
        for command in commands:
            if give(meeting, command):
                same_as_whole_journal(meeting)
        for command, steps in ((Undo(), back), (Redo(), forth)):
            for _ in range(steps):
                if not give(meeting, command):
                    break
                same_as_whole_journal(meeting)


@usual
@given(COURSES)
def test_after_every_command_the_meeting_is_what_its_journal_says(course: Course) -> None:
    for meeting, _ in played(course):
        same_as_whole_journal(meeting)


@usual
@given(COURSES)
def test_all_that_a_state_holds_is_immutable(course: Course) -> None:
    meeting = begun()
    for meeting, _ in played(course):  # noqa: B007
        pass
    for name in meeting.state.__struct_fields__:
        value = getattr(meeting.state, name)
        held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else (value,)
        for each in held:
            # Whatever could be changed in its place has no hash; a copy of the lists and dicts is one of the whole.
            hash(each)


@usual
@given(COURSES, COURSES)
def test_a_copy_is_not_reached_by_what_comes_later(course: Course, later: Course) -> None:
    meeting = begun()
    for meeting, _ in played(course):  # noqa: B007
        pass
    copy, whole = meeting.state.copied(), Meeting(meeting.records).state
    assert copy == meeting.state
    for pause, command in later:
        try:
            meeting.apply(meeting.decide(command, meeting.records[-1].at + max(pause, dt.timedelta())))
        except Refusal:
            continue
    assert copy == whole


class Counted:
    """Counts how many records are let happen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.records = 0
        change = meeting_module._change

        def counting(state: MeetingState, record: Record) -> None:
            self.records += 1
            change(state, record)

        monkeypatch.setattr(meeting_module, "_change", counting)

    def during(self, meeting: Meeting, command: Command) -> int:
        """How many records happen when a command is given."""
        before = self.records
        assert give(meeting, command)
        return self.records - before


def long_meeting(people: int) -> Meeting:
    meeting = begun()
    for number in range(people):
        assert give(meeting, Register(name=f"Người {number}"))
    return meeting


@pytest.mark.parametrize("opened", [False, True], ids=["under way", "just opened"])
def test_an_undo_costs_as_little_late_as_early(opened: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = long_meeting(1_000)
    if opened:
        meeting = Meeting(meeting.records)
    counted = Counted(monkeypatch)
    for _ in range(SPACING * (KEPT - 1)):
        assert counted.during(meeting, Undo()) <= SPACING
    for _ in range(SPACING * (KEPT - 1)):
        assert counted.during(meeting, Redo()) <= 2 * SPACING
    # However often one goes to and fro.
    for _ in range(200):
        assert counted.during(meeting, Undo()) <= 2 * SPACING
        assert counted.during(meeting, Redo()) <= 2 * SPACING
    same_as_whole_journal(meeting)


def test_further_back_the_journal_is_folded_once_for_many_undos(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = long_meeting(1_000)
    counted = Counted(monkeypatch)
    steps = 10 * SPACING * KEPT
    costs = [counted.during(meeting, Undo()) for _ in range(steps)]
    assert sum(cost > 2 * SPACING for cost in costs) <= steps / (SPACING * (KEPT - 1))
    same_as_whole_journal(meeting)


def test_a_command_taken_back_and_given_anew_many_times_stays_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = long_meeting(500)
    counted = Counted(monkeypatch)
    costs = []
    for number in range(100):
        assert give(meeting, Register(name=f"Khách {number}"))
        costs.append(counted.during(meeting, Undo()))
    assert max(costs) <= 2 * SPACING
    same_as_whole_journal(meeting)


def test_what_was_noted_again_and_again_is_taken_back_to_the_first_note() -> None:
    meeting = begun()
    for command in (Register(name="An", again=True, now=True), *(Note(turn=1, text=str(n)) for n in range(100))):
        assert give(meeting, command)
    for number in reversed(range(100)):
        assert meeting.state.turns[1].note == str(number)
        assert give(meeting, Undo())
    assert meeting.state.turns[1].note == ""
    same_as_whole_journal(meeting)
