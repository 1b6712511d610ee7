"""The floor: one turn at a time, staged, running or paused, each with a clock of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import known_officeholder, known_registration
from moderator.meeting.questions import standing_question
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Limits
from moderator.meeting.state import CITIZEN_TURNS, Entry, MeetingState, Stretch, Turn

LONGEST_SHIFT = 24 * 3600


def clear_floor(state: MeetingState) -> Iterator[e.Event]:
    """End what runs or is held, its clarification too; put back what was only staged."""
    floor = state.floor
    if floor is None:
        return
    if floor.state == "staged":
        yield e.TurnPutBack(turn=floor.number)
        return
    yield e.TurnEnded(turn=floor.number)
    if floor.within is not None:
        yield e.TurnEnded(turn=floor.within)


def pause_floor(state: MeetingState) -> Iterator[e.Event]:
    """Hold whatever clock runs."""
    floor = state.floor
    if floor is not None and floor.state == "running":
        yield e.TurnPaused(turn=floor.number)


def speech_limit(limits: Limits, asked: int | None) -> int | None:
    """Seconds for a first speech: what the person asked for, within the meeting's limit."""
    if asked is None:
        return limits.speech or None
    return min(asked, limits.speech) if limits.speech else asked


def stage_speech(state: MeetingState, turn: int, card: e.Registered) -> e.TurnStaged:
    """The staging of a registration's first speech."""
    return e.TurnStaged(
        turn=turn,
        kind="speech",
        who=card.who,
        limit=speech_limit(state.setup.limits, card.asked_seconds),
        entry=str(card.who),
    )


def _call(state: MeetingState, command: c.Call, at: dt.datetime) -> Iterator[e.Event]:
    ways = (
        command.who is not None,
        command.entry is not None,
        command.official is not None,
        command.statement is not None,
        bool(command.reading),
    )
    if sum(ways) > 1 or (command.questions and command.official is None):
        raise Refusal("call_unclear")
    turn = state.numbers.turn + 1
    if command.official is not None:
        staged = _staged_answer(state, turn, command.official, command.questions)
    elif command.statement is not None:
        staged = e.TurnStaged(
            turn=turn, kind="statement", official=known_officeholder(state.setup, command.statement).code
        )
    elif command.reading:
        numbers = tuple(standing_question(state, number).number for number in dict.fromkeys(command.reading))
        reader = known_officeholder(state.setup, "secretary").code if state.setup.secretaries else None
        staged = e.TurnStaged(turn=turn, kind="reading", official=reader, questions=numbers)
    else:
        staged = _staged_entry(state, turn, _called_entry(state, command))
    yield from clear_floor(state)
    yield staged


def _staged_answer(state: MeetingState, turn: int, official: str, questions: tuple[int, ...]) -> e.TurnStaged:
    code = known_officeholder(state.setup, official).code
    numbers = tuple(dict.fromkeys(standing_question(state, number).number for number in questions))
    if not numbers:
        numbers = tuple(q.number for q in state.questions.values() if q.status == "assigned" and code in q.officials)
    if not numbers:
        raise Refusal("nothing_to_answer", code=code)
    limit = state.setup.limits.answer or None
    return e.TurnStaged(turn=turn, kind="answer", official=code, questions=numbers, limit=limit)


def _called_entry(state: MeetingState, command: c.Call) -> Entry:
    if command.entry is not None:
        try:
            entry = Entry.parse(command.entry)
        except ValueError:
            raise Refusal("unknown_entry", entry=command.entry) from None
        if entry not in state.waiting:
            raise Refusal("entry_not_waiting", entry=command.entry)
        return entry
    if command.who is not None:
        who = known_registration(state, command.who)
        for entry in state.waiting:
            if entry.who == who:
                return entry
        raise Refusal("not_waiting", who=who)
    if not state.waiting:
        raise Refusal("nobody_waits")
    return state.waiting[0]


def _staged_entry(state: MeetingState, turn: int, entry: Entry) -> e.TurnStaged:
    if entry.question is None:
        return stage_speech(state, turn, state.registrations[entry.who].card)
    return e.TurnStaged(
        turn=turn,
        kind="follow_up",
        who=entry.who,
        questions=(entry.question,),
        limit=state.setup.limits.follow_up or None,
        entry=str(entry),
    )


def _meant(state: MeetingState, turn: int | None) -> Turn:
    """The turn on the floor, when it is the one that the press means."""
    floor = state.floor
    if floor is None:
        raise Refusal("floor_empty")
    if turn is not None and turn != floor.number:
        raise Refusal("another_turn", turn=turn, floor=floor.number)
    return floor


def _start(state: MeetingState, command: c.Start, at: dt.datetime) -> Iterator[e.Event]:
    floor = _meant(state, command.turn)
    if floor.state != "staged":
        raise Refusal("already_started")
    yield e.TurnStarted(turn=floor.number)


def _pause(state: MeetingState, command: c.Pause, at: dt.datetime) -> Iterator[e.Event]:
    floor = _meant(state, command.turn)
    if floor.state != "running":
        raise Refusal("not_started" if floor.state == "staged" else "already_paused")
    yield e.TurnPaused(turn=floor.number)


def _resume(state: MeetingState, command: c.Resume, at: dt.datetime) -> Iterator[e.Event]:
    # With a clarification open, going on may be meant of either turn: it ends the one and resumes the other.
    held = state.held
    floor = _meant(state, None if held is not None and command.turn == held.number else command.turn)
    if floor.state == "staged":
        raise Refusal("not_started")
    if floor.within is not None:
        yield e.TurnEnded(turn=floor.number)
        yield e.TurnResumed(turn=floor.within)
        return
    if floor.state == "running":
        raise Refusal("already_running")
    yield e.TurnResumed(turn=floor.number)


def _end(state: MeetingState, command: c.End, at: dt.datetime) -> Iterator[e.Event]:
    floor = _meant(state, command.turn)
    if floor.state == "staged":
        raise Refusal("not_started")
    yield e.TurnEnded(turn=floor.number)


def _absent(state: MeetingState, command: c.Absent, at: dt.datetime) -> Iterator[e.Event]:
    floor = _meant(state, command.turn)
    if floor.kind not in CITIZEN_TURNS:
        raise Refusal("not_a_citizen")
    if floor.state != "staged":
        raise Refusal("already_started")
    yield e.MarkedAbsent(turn=floor.number)


def _put_back(state: MeetingState, command: c.PutBack, at: dt.datetime) -> Iterator[e.Event]:
    yield e.TurnPutBack(turn=_meant(state, command.turn).number)


def _extend(state: MeetingState, command: c.Extend, at: dt.datetime) -> Iterator[e.Event]:
    # A clarification has no limit: who asks for more time then means the speaker.
    floor = state.held or _meant(state, None)
    allowed = floor.allowed
    if allowed is None:
        raise Refusal("no_limit")
    if command.seconds == 0 or abs(command.seconds) > LONGEST_SHIFT or allowed + command.seconds < 0:
        raise Refusal("seconds_out_of_range", seconds=command.seconds, most=LONGEST_SHIFT)
    yield e.TurnExtended(turn=floor.number, seconds=command.seconds)


def _backdate(state: MeetingState, command: c.Backdate, at: dt.datetime) -> Iterator[e.Event]:
    floor = _meant(state, None)
    if floor.began is None:
        raise Refusal("not_started")
    if not 0 < command.seconds <= LONGEST_SHIFT:
        raise Refusal("seconds_out_of_range", seconds=command.seconds, most=LONGEST_SHIFT)
    earliest = floor.free_from
    if earliest is not None and floor.began - dt.timedelta(seconds=command.seconds) < earliest:
        room = int((floor.began - earliest).total_seconds())
        raise Refusal("backdate_overlaps", seconds=command.seconds, most=room)
    yield e.TurnBackdated(turn=floor.number, seconds=command.seconds)


def _correct_time(state: MeetingState, command: c.CorrectTime, at: dt.datetime) -> Iterator[e.Event]:
    turn = known_turn(state, command.turn)
    if turn.ended is None:
        raise Refusal("not_ended", turn=turn.number)
    if not 0 <= command.spoken <= LONGEST_SHIFT:
        raise Refusal("seconds_out_of_range", seconds=command.spoken, most=LONGEST_SHIFT)
    yield e.TimeCorrected(turn=turn.number, spoken=command.spoken)


def known_turn(state: MeetingState, number: int) -> Turn:
    """A turn that stands in the record; refuses a number that none has."""
    turn = state.turns.get(number)
    if turn is None or not turn.counted:
        raise Refusal("unknown_turn", turn=number)
    return turn


def _ask_back(state: MeetingState, command: c.AskBack, at: dt.datetime) -> Iterator[e.Event]:
    floor = _meant(state, None)
    if floor.within is not None:
        raise Refusal("already_asked_back")
    if floor.state == "staged":
        raise Refusal("not_started")
    if floor.state == "running":
        yield e.TurnPaused(turn=floor.number)
    number = state.numbers.turn + 1
    yield e.TurnStaged(turn=number, kind="clarification", who=floor.who, official=floor.official, within=floor.number)
    yield e.TurnStarted(turn=number)


def _note(state: MeetingState, command: c.Note, at: dt.datetime) -> Iterator[e.Event]:
    yield e.Noted(turn=known_turn(state, command.turn).number, text=command.text)


def _recover(state: MeetingState, command: c.Recover, at: dt.datetime) -> Iterator[e.Event]:
    floor = state.floor
    if floor is None or floor.running_since is None:
        raise Refusal("nothing_runs")
    last = state.last_instant or at
    since = command.since or last
    if since.tzinfo is None:
        since = since.replace(tzinfo=state.setup.tz)
    yield e.Recovered(choice=command.choice, since=min(at, max(last, since)).astimezone(dt.UTC))


def _staged(state: MeetingState, event: e.TurnStaged, at: dt.datetime) -> None:
    state.numbers = replace(state.numbers, turn=max(state.numbers.turn, event.turn))
    entry = None if event.entry is None else Entry.parse(event.entry)
    turn = Turn(
        number=event.turn,
        kind=event.kind,
        who=event.who,
        official=event.official,
        questions=event.questions,
        limit=event.limit,
        entry=entry,
        within=event.within,
        staged=at,
        behind=() if entry is None else state.leave_order(entry),
    )
    state.keep_turn(turn)
    state.on_floor = event.turn


def _started(state: MeetingState, event: e.TurnStarted, at: dt.datetime) -> None:
    turn = replace(state.turns[event.turn], began=at, running_since=at, free_from=state.last_ran)
    state.keep_turn(turn)
    if turn.within is not None:
        state.change_turn(turn.within, clarifications=(*state.turns[turn.within].clarifications, turn.number))
    if turn.kind == "follow_up":
        for number in turn.questions:
            state.change_question(number, follow_ups=(*state.questions[number].follow_ups, turn.number))


def _held(state: MeetingState, turn: Turn, at: dt.datetime) -> Turn:
    """The turn with its clock held, if it ran."""
    if turn.running_since is None:
        return turn
    held_at = max(at, turn.running_since)
    state.last_ran = at
    return replace(
        turn,
        spoken_before=turn.spoken_before + (held_at - turn.running_since),
        corrected=None if turn.corrected is None else turn.corrected + (held_at - turn.running_since).total_seconds(),
        ran=(*turn.ran, Stretch(turn.running_since, held_at)),
        running_since=None,
    )


def _paused(state: MeetingState, event: e.TurnPaused, at: dt.datetime) -> None:
    state.keep_turn(_held(state, state.turns[event.turn], at))


def _resumed(state: MeetingState, event: e.TurnResumed, at: dt.datetime) -> None:
    state.change_turn(event.turn, running_since=at)


def _ended(state: MeetingState, event: e.TurnEnded, at: dt.datetime) -> None:
    turn = replace(_held(state, state.turns[event.turn], at), ended=at)
    state.keep_turn(turn)
    state.on_floor = turn.within
    if turn.kind == "speech" and turn.who is not None:
        state.change_registration(turn.who, status="heard")
    if turn.kind == "answer":
        for number in turn.questions:
            state.change_question(number, answer_turns=(*state.questions[number].answer_turns, turn.number))


def _leave(state: MeetingState, turn: Turn) -> None:
    """Take a turn off the floor without a trace in the times."""
    state.change_turn(turn.number, void=True, running_since=None)
    if turn.began is not None:
        ran = (other.ran[-1].ended for other in state.turns.values() if other.ran and other.counted)
        state.last_ran = max(ran, default=None)
    for number in turn.clarifications:
        state.change_turn(number, void=True)
    if turn.kind == "follow_up" and turn.began is not None:
        for number in turn.questions:
            others = tuple(other for other in state.questions[number].follow_ups if other != turn.number)
            state.change_question(number, follow_ups=others)
    state.on_floor = turn.within


def _was_put_back(state: MeetingState, event: e.TurnPutBack, at: dt.datetime) -> None:
    turn = state.turns[event.turn]
    _leave(state, turn)
    if turn.entry is None:
        return
    if turn.entry in state.waiting:
        # The follow-up was asked for again while it ran: it is one wish, at the earlier place.
        state.leave_order(turn.entry)
    behind = set(turn.behind)
    for place, entry in enumerate(state.waiting):
        if entry in behind:
            state.join_order(turn.entry, place)
            return
    state.join_order(turn.entry)


def _marked_absent(state: MeetingState, event: e.MarkedAbsent, at: dt.datetime) -> None:
    turn = state.turns[event.turn]
    _leave(state, turn)
    if turn.entry is None:
        return
    state.absent.append(turn.entry)
    if turn.entry.question is None:
        state.change_registration(turn.entry.who, status="absent")


def _dropped(state: MeetingState, event: e.TurnDropped, at: dt.datetime) -> None:
    _leave(state, state.turns[event.turn])


def _extended(state: MeetingState, event: e.TurnExtended, at: dt.datetime) -> None:
    state.change_turn(event.turn, extended=state.turns[event.turn].extended + event.seconds)


def _backdated(state: MeetingState, event: e.TurnBackdated, at: dt.datetime) -> None:
    turn = state.turns[event.turn]
    earlier = dt.timedelta(seconds=event.seconds)
    changes: dict[str, Any] = {"spoken_before": turn.spoken_before + earlier}
    if turn.corrected is not None:
        changes["corrected"] = turn.corrected + earlier.total_seconds()
    if turn.began is not None:
        changes["ran"] = (Stretch(turn.began - earlier, turn.began), *turn.ran)
        changes["began"] = turn.began - earlier
    state.change_turn(turn.number, **changes)


def _corrected(state: MeetingState, event: e.TimeCorrected, at: dt.datetime) -> None:
    state.change_turn(event.turn, corrected=event.spoken)


def _noted(state: MeetingState, event: e.Noted, at: dt.datetime) -> None:
    state.change_turn(event.turn, note=event.text)


def _recovered(state: MeetingState, event: e.Recovered, at: dt.datetime) -> None:
    floor = state.floor
    if event.choice == "paused" and floor is not None and floor.running_since is not None:
        state.keep_turn(_held(state, floor, max(event.since, floor.running_since)))


DECISIONS: Decisions = {
    c.Call: _call,
    c.Start: _start,
    c.Pause: _pause,
    c.Resume: _resume,
    c.End: _end,
    c.Absent: _absent,
    c.PutBack: _put_back,
    c.Extend: _extend,
    c.Backdate: _backdate,
    c.CorrectTime: _correct_time,
    c.AskBack: _ask_back,
    c.Note: _note,
    c.Recover: _recover,
}
CHANGES: Changes = {
    e.TurnStaged: _staged,
    e.TurnStarted: _started,
    e.TurnPaused: _paused,
    e.TurnResumed: _resumed,
    e.TurnEnded: _ended,
    e.TurnPutBack: _was_put_back,
    e.MarkedAbsent: _marked_absent,
    e.TurnDropped: _dropped,
    e.TurnExtended: _extended,
    e.TurnBackdated: _backdated,
    e.TimeCorrected: _corrected,
    e.Noted: _noted,
    e.Recovered: _recovered,
}
