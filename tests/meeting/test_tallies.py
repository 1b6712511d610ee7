"""What is counted along with the meeting is what counting it anew would find, after whatever was done."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from moderator.meeting.forecast import Pace, everybody_heard_at, pace
from moderator.meeting.going_on import last_ended
from moderator.meeting.proposals import proposals
from moderator.meeting.state import CITIZEN_TURNS, MeetingState, Turn
from moderator.meeting.tallies import Tallies
from screens.console_view import Counters, counters
from tests.meeting.any_commands import COURSES, Course
from tests.meeting.test_properties import begun, played, usual


@usual
@given(COURSES)
def test_what_is_counted_along_is_what_counting_anew_finds(course: Course) -> None:
    meeting = begun()
    assert meeting.state.tallies == anew(meeting.state)
    for meeting, _ in played(course):
        assert meeting.state.tallies == anew(meeting.state)


def anew(state: MeetingState) -> Tallies:
    counted = Tallies.of(state.turns, state.questions, state.waiting)
    # A status that no question has any more is still known to what was counted along.
    for status in state.tallies.by_status:
        counted.by_status.setdefault(status, [])
    return counted


@usual
@given(COURSES)
def test_each_count_is_what_its_name_says(course: Course) -> None:
    for meeting, _ in played(course):
        state = meeting.state
        tallies = state.tallies
        questions = state.questions.values()
        ended = [turn for turn in state.turns.values() if turn.counted and turn.ended is not None]
        assert tallies.follow_ups_waiting == sum(entry.question is not None for entry in state.waiting)
        for status in ("new", "assigned", "answered", "concluded", "joined", "dropped"):
            numbers = [question.number for question in questions if question.status == status]
            assert list(tallies.of_status(status)) == numbers
            assert tallies.count(status) == len(numbers)
        for number in state.turns:
            raised = {question.number for question in questions if question.turn == number}
            assert tallies.raised.get(number, frozenset()) == raised
        assert tallies.read == {
            number for turn in state.turns.values() if turn.kind == "reading" for number in turn.questions
        }
        assert tallies.speeches == sum(turn.kind == "speech" for turn in ended)
        follow_ups = [turn for turn in ended if turn.kind == "follow_up"]
        assert tallies.follow_ups == len(follow_ups)
        assert tallies.follow_up_time.total_seconds() == pytest.approx(sum(turn.spoken(BEGIN) for turn in follow_ups))
        assert counters(state) == open_in(state)
        assert last_ended(state) == latest(state)


BEGIN = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)


def open_in(state: MeetingState) -> Counters:
    """What the console counts, question by question and turn by turn."""
    statuses = [question.status for question in state.questions.values()]
    asked_in = {question.turn for question in state.questions.values()}
    bare = [
        turn
        for turn in state.turns.values()
        if turn.kind == "speech" and turn.ended is not None and turn.counted and not turn.note
    ]
    return Counters(
        unassigned=statuses.count("new"),
        unanswered=statuses.count("assigned"),
        unconcluded=sum(statuses.count(status) for status in ("new", "assigned", "answered")),
        bare=sum(turn.number not in asked_in for turn in bare),
    )


def latest(state: MeetingState) -> Turn | None:
    """The turn that ended last, found among all of them."""
    ended = [turn for turn in state.turns.values() if turn.counted and turn.ended is not None and turn.within is None]
    return max(ended, key=lambda turn: (turn.ended, turn.number), default=None)


@usual
@given(COURSES)
def test_the_pace_is_that_of_all_turns(course: Course) -> None:
    for meeting, now in played(course):
        state = meeting.state
        assert pace(state, now) == pace_of(state, now)
        assert (everybody_heard_at(state, now) is None) == (pace_of(state, now) is None)


def pace_of(state: MeetingState, now: dt.datetime) -> Pace | None:
    """The pace, turn by turn."""
    speeches = [turn for turn in state.turns.values() if turn.kind == "speech" and turn.counted]
    heard = sum(turn.ended is not None for turn in speeches)
    began = min((turn.began for turn in speeches if turn.began is not None), default=None)
    if not heard or began is None:
        return None
    going_on = next((turn.began for turn in speeches if turn.ended is None), None)
    until = going_on or max((turn.ended or now for turn in state.turns.values() if turn.counted), default=now)
    elapsed = (until - began).total_seconds()
    for taken in state.breaks:
        if began <= taken.began < until:
            elapsed -= ((taken.ended or until) - taken.began).total_seconds()
    return Pace(heard, max(1.0, elapsed) / heard)


@usual
@given(COURSES)
def test_what_is_proposed_for_questions_is_owed_to_them(course: Course) -> None:
    for meeting, _ in played(course):
        state = meeting.state
        if state.floor is not None or state.stage != "open":
            continue
        questions = state.questions.values()
        read = {number for turn in state.turns.values() if turn.kind == "reading" for number in turn.questions}
        new = [question for question in questions if question.status == "new"]
        unread = [question.number for question in new if question.turn is None and question.number not in read]
        owed = [("assign", tuple(unread))] if unread else []
        if others := tuple(question.number for question in new if question.number not in unread):
            owed.append(("assign", others))
        if answered := tuple(question.number for question in questions if question.status == "answered"):
            owed.append(("conclude", answered))
        by_official: dict[str, list[int]] = {}
        for question in questions:
            if question.status == "assigned":
                by_official.setdefault(question.officials[0], []).append(question.number)
        owed += [("call_answer", tuple(numbers)) for numbers in by_official.values()]
        proposed = [(each.kind, each.questions) for each in proposals(state) if each.kind in OWED]
        assert sorted(proposed) == sorted(owed)


OWED = ("assign", "conclude", "call_answer")


@usual
@given(COURSES)
def test_the_questions_that_a_speech_touches_are_those_raised_in_it(course: Course) -> None:
    for meeting, _ in played(course):
        state = meeting.state
        for turn in state.turns.values():
            if turn.kind in CITIZEN_TURNS:
                touched = {q.number for q in state.questions.values() if q.turn == turn.number}
                assert state.tallies.raised.get(turn.number, frozenset()) == touched
