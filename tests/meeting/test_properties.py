"""What holds in every meeting, whatever is done in it and in which order."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from moderator.meeting import events as e
from moderator.meeting.commands import Open, Redo, Register, Undo
from moderator.meeting.meeting import Meeting, decode_record, encode_record, made
from moderator.meeting.overview import overview
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import Entry, MeetingState, Numbers
from moderator.meeting.working_days import Calendar
from tests.meeting.any_commands import COURSES, WILD_COURSES, Course
from tests.meeting.story import setup_of

BEGIN = dt.datetime(2026, 11, 26, 0, 30, tzinfo=dt.UTC)
CALENDAR = Calendar()
usual = settings(max_examples=60, deadline=None)


def begun() -> Meeting:
    """A meeting that is open, with three people waiting and two questions handed in."""
    meeting = Meeting([made(setup_of(), BEGIN)])
    written = [Register(name=name, channel="in_writing", text="Đường?") for name in ("An", "Dung")]
    waiting = [Register(name=name) for name in ("An", "Bình", "Chi")]
    for command in (Open(), *written, *waiting):
        meeting.apply(meeting.decide(command, BEGIN))
    return meeting


def played(course: Course) -> Iterator[tuple[Meeting, dt.datetime]]:
    """Play a course, leaving out what is refused; the meeting after each command that was taken."""
    meeting, now = begun(), BEGIN
    for pause, command in course:
        now += pause
        try:
            record = meeting.decide(command, now)
        except Refusal:
            continue
        meeting.apply(record)
        yield meeting, max(now, record.at)


def after(course: Course) -> tuple[Meeting, dt.datetime]:
    """The meeting at the end of a course, a minute after its last command."""
    meeting, now = begun(), BEGIN
    for meeting, now in played(course):  # noqa: B007
        pass
    return meeting, now + dt.timedelta(minutes=1)


def seen(meeting: Meeting, now: dt.datetime) -> dict[str, Any]:
    """The overview without what an undo does not lead back: the count of events."""
    undo = meeting.next_undo
    state = overview(meeting, now, now.date(), CALENDAR, None if undo is None else undo.do)
    del state["events"]
    return state


def whole(meeting: Meeting) -> MeetingState:
    """All that follows from the journal, but for the numbers given and the latest instant."""
    return replace(meeting.state, numbers=Numbers(), last_instant=None)


@usual
@given(WILD_COURSES)
def test_whatever_is_asked_is_taken_or_refused_and_a_refusal_changes_nothing(course: Course) -> None:
    meeting, now = begun(), BEGIN
    for pause, command in course:
        now += pause
        before = seen(meeting, now)
        try:
            record = meeting.decide(command, now)
        except Refusal:
            assert seen(meeting, now) == before
        else:
            assert seen(meeting, now) == before, "deciding changed the meeting"
            meeting.apply(record)
        seen(meeting, now)


@usual
@given(WILD_COURSES)
def test_every_record_comes_back_from_the_journal_as_it_went(course: Course) -> None:
    meeting, _ = after(course)
    for record in meeting.records:
        assert decode_record(encode_record(record)) == record


@usual
@given(COURSES)
def test_folding_the_journal_anew_leads_to_the_same_meeting(course: Course) -> None:
    meeting, now = after(course)
    anew = Meeting(decode_record(encode_record(record)) for record in meeting.records)
    assert anew.state == meeting.state
    assert anew.event_count == meeting.event_count
    assert (anew.next_undo, anew.next_redo) == (meeting.next_undo, meeting.next_redo)
    assert seen(anew, now) == seen(meeting, now)


@usual
@given(COURSES)
def test_undo_leads_back_and_redo_leads_forth(course: Course) -> None:
    meeting, now = begun(), BEGIN
    for pause, command in course:
        now = max(now + pause, now)
        before, whole_before = seen(meeting, now), whole(Meeting(meeting.records))
        try:
            record = meeting.decide(command, now)
        except Refusal:
            continue
        meeting.apply(record)
        if isinstance(command, Undo | Redo) or record.do == "sign":
            continue
        done, whole_done = seen(meeting, now), whole(Meeting(meeting.records))
        meeting.apply(meeting.decide(Undo(), now))
        assert seen(meeting, now) == before
        assert whole(meeting) == whole_before
        meeting.apply(meeting.decide(Redo(), now))
        assert seen(meeting, now) == done
        assert whole(meeting) == whole_done


@usual
@given(COURSES)
def test_one_turn_at_a_time(course: Course) -> None:
    for meeting, _ in played(course):
        state = meeting.state
        live = [turn for turn in state.turns.values() if turn.ended is None and not turn.void]
        running = [turn for turn in live if turn.running_since is not None]
        assert len(running) <= 1
        assert {turn.number for turn in live} == {turn.number for turn in (state.floor, state.held) if turn}
        assert not running or running == [state.floor]
        if state.stage != "open":
            assert not running


@usual
@given(COURSES)
def test_no_second_is_counted_twice_and_none_is_lost(course: Course) -> None:
    meeting, now = after(course)
    ran = times_run(standing(meeting.records), now)
    spans = sorted(span for times in ran.values() for span in times)
    counted = {turn.number: turn for turn in meeting.state.turns.values() if turn.counted}
    assert ran.keys() == counted.keys()
    # Of a time that was corrected to less, what it no longer takes is free to be keyed in from paper.
    # A turn that ended in the instant of its start takes no time from anybody.
    kept = sorted(
        (began, ended)
        for number, times in ran.items()
        if counted[number].corrected is None
        for began, ended in times
        if began < ended
    )
    for (_, earlier_ended), (later_began, _) in pairwise(kept):
        assert earlier_ended <= later_began
    for number, turn in counted.items():
        if turn.corrected is None:
            spoken = sum((end - begin for begin, end in ran[number]), dt.timedelta())
            assert turn.spoken(now) == spoken.total_seconds()
    if spans:
        uncorrected = sum(turn.spoken(now) for turn in counted.values() if turn.corrected is None)
        assert uncorrected <= (now - spans[0][0]).total_seconds() + 1e-6


def standing(records: Iterable[e.Record]) -> list[e.Record]:
    """The records that no undo took back."""
    numbered = dict(enumerate(records, start=1))
    gone: set[int] = set()
    for record in numbered.values():
        for event in record.events:
            if isinstance(event, e.Undone):
                gone.add(event.record)
            elif isinstance(event, e.Redone):
                gone.remove(event.record)
    return [record for number, record in numbered.items() if number not in gone]


def times_run(records: Iterable[e.Record], now: dt.datetime) -> dict[int, list[tuple[dt.datetime, dt.datetime]]]:
    """From when to when each turn's clock ran, told by the events alone."""
    ran: dict[int, list[tuple[dt.datetime, dt.datetime]]] = {}
    since: dict[int, dt.datetime] = {}
    within: dict[int, int | None] = {}
    for record in records:
        for event in record.events:
            match event:
                case e.TurnStaged():
                    within[event.turn] = event.within
                case e.TurnStarted():
                    ran[event.turn] = []
                    since[event.turn] = record.at
                case e.TurnKeyedIn():
                    ran[event.turn] = [(event.began, event.began + dt.timedelta(seconds=event.spoken))]
                case e.TurnResumed() | e.TurnWentOn():
                    since[event.turn] = record.at
                case e.TurnPaused() | e.TurnEnded():
                    if event.turn in since:
                        ran[event.turn].append((since.pop(event.turn), record.at))
                case e.Recovered(choice="paused"):
                    ((turn, began),) = since.items()
                    ran[turn].append((began, event.since))
                    del since[turn]
                case e.TurnBackdated():
                    if ran[event.turn]:
                        (first, last), *others = ran[event.turn]
                        ran[event.turn] = [(first - dt.timedelta(seconds=event.seconds), last), *others]
                    else:
                        since[event.turn] -= dt.timedelta(seconds=event.seconds)
                case e.TurnPutBack() | e.MarkedAbsent() | e.TurnDropped():
                    for turn in (event.turn, *(inner for inner, outer in within.items() if outer == event.turn)):
                        ran.pop(turn, None)
                        since.pop(turn, None)
    for turn, began in since.items():
        ran[turn].append((began, now))
    return ran


@usual
@given(COURSES)
def test_nobody_is_lost(course: Course) -> None:
    for meeting, now in played(course):
        state = meeting.state
        assert len(set(state.waiting)) == len(state.waiting)
        assert len(set(state.absent)) == len(state.absent)
        assert not set(state.waiting) & set(state.absent)
        shown = {row["who"]: row["status"] for row in seen(meeting, now)["registrations"]}
        assert shown.keys() == state.registrations.keys()
        for who, registration in state.registrations.items():
            if registration.card.channel == "in_writing":
                continue
            held = state.held or state.floor
            speaks = held is not None and held.entry == Entry(who)
            places = (Entry(who) in state.waiting) + (Entry(who) in state.absent) + speaks
            if registration.status in ("waiting", "absent"):
                assert places == 1, (who, registration.status)
                if not speaks:
                    assert (Entry(who) in state.absent) == (registration.status == "absent") or held is not None
            else:
                assert places == 0, (who, registration.status)
            assert shown[who] in {
                "waiting", "on_floor", "heard", "absent", "withdrawn", "carried_over", "in_writing"
            }  # fmt: skip
            if speaks:
                assert shown[who] == "on_floor"
            if state.stage == "adjourned":
                assert shown[who] not in ("waiting", "on_floor")
        if state.stage == "adjourned":
            assert state.waiting == []


@usual
@given(COURSES)
def test_numbers_are_given_once_and_never_change_hands(course: Course) -> None:
    meeting, _ = after(course)
    given_numbers: dict[str, list[int]] = {"who": [], "turn": [], "question": [], "promise": []}
    for record in meeting.records:
        for event in record.events:
            if isinstance(event, e.Registered):
                given_numbers["who"].append(event.who)
            elif isinstance(event, e.TurnStaged | e.TurnKeyedIn):
                given_numbers["turn"].append(event.turn)
            elif isinstance(event, e.QuestionRaised):
                given_numbers["question"].append(event.question)
            elif isinstance(event, e.Concluded | e.MeetingConcluded):
                given_numbers["promise"] += [promise.promise for promise in event.promises or ()]
    for numbers in given_numbers.values():
        assert numbers == list(range(1, len(numbers) + 1))
    state = meeting.state
    for kept in (state.registrations, state.questions, state.promises):
        assert list(kept) == sorted(kept)
    began = [turn.began for turn in state.turns.values() if turn.began is not None and turn.counted]
    assert began == sorted(began)
    for numbered in (state.turns, state.questions, state.promises):
        assert [row.number for row in numbered.values()] == list(numbered)


@usual
@given(COURSES)
def test_the_figures_add_up(course: Course) -> None:
    meeting, now = after(course)
    state = seen(meeting, now)
    figures = state["statistics"]
    parts = Counter(
        question["conclusion"]["outcome"]
        if question["status"] == "concluded"
        else question["status"]
        if question["status"] in ("joined", "dropped")
        else "unconcluded"
        for question in state["questions"]
    )
    outcomes = ("settled", "written", "study", "beyond", "off_topic", "procedure", "noted")
    assert {key: figures[key] for key in (*outcomes, "unconcluded", "joined", "dropped")} == {
        key: parts[key] for key in (*outcomes, "unconcluded", "joined", "dropped")
    }
    assert figures["questions"] == len(state["questions"]) == parts.total()
    for key, kinds in (
        ("citizen_seconds", ("speech", "follow_up")),
        ("official_seconds", ("answer", "statement", "reading")),
    ):
        shown = sum(turn["spoken"] for turn in state["turns"] if turn["kind"] in kinds)
        assert figures[key] == pytest.approx(shown, abs=0.05 * (len(state["turns"]) + 1) + 1e-6)
    assert figures["people_heard"] <= sum(turn["ended"] is not None for turn in state["turns"])


@usual
@given(COURSES)
def test_a_question_that_stands_behind_another_stands_behind_one_that_is_there(course: Course) -> None:
    for meeting, _ in played(course):
        questions = meeting.state.questions
        for question in questions.values():
            if question.joined_into is not None and question.dropped is None:
                into = questions[question.joined_into]
                assert into.joined_into is None
                assert into.dropped is None
        promised = [number for q in questions.values() if q.conclusion for number in q.conclusion.promises]
        general = meeting.state.general_conclusion
        promised += general.promises if general is not None else ()
        assert sorted(promised) == list(meeting.state.promises)
