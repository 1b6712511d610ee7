"""Turns that were timed on paper, keyed in afterwards at their place in the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.floor import LONGEST_SHIFT, speech_limit
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import known_officeholder, known_registration
from moderator.meeting.questions import standing_question
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import Entry, MeetingState, Stretch, Turn

_BY_CITIZENS = ("speech", "follow_up")


def _past_turn(state: MeetingState, command: c.PastTurn, at: dt.datetime) -> Iterator[e.Event]:
    if not 0 < command.spoken <= LONGEST_SHIFT:
        raise Refusal("seconds_out_of_range", seconds=command.spoken, most=LONGEST_SHIFT)
    _check_named(command)
    entry = _entry(state, command)
    questions = tuple(standing_question(state, number).number for number in dict.fromkeys(command.questions))
    began = _began(state, command.began, at)
    ran = Stretch(began, began + dt.timedelta(seconds=command.spoken))
    if ran.ended > at:
        raise Refusal("not_past_yet")
    _check_free(state, ran, at)
    official = None
    if command.official is not None:
        official = known_officeholder(state.setup, command.official).code
    elif command.kind == "reading" and state.setup.secretaries:
        official = known_officeholder(state.setup, "secretary").code
    yield e.TurnKeyedIn(
        turn=state.numbers.turn + 1,
        kind=command.kind,
        began=began,
        spoken=command.spoken,
        who=command.who,
        official=official,
        questions=questions,
        limit=_limit(state, command),
        entry=entry,
        note=command.note,
    )


def _check_named(command: c.PastTurn) -> None:
    """A citizen's turn needs the number, an official's the code; all but speeches and statements need questions."""
    by_citizen = command.kind in _BY_CITIZENS
    named_right = (command.who is not None) == by_citizen and not (by_citizen and command.official is not None)
    if not named_right or (command.kind in ("answer", "statement") and command.official is None):
        raise Refusal("past_turn_unclear")
    wanted = {"speech": 0, "statement": 0, "follow_up": 1}.get(command.kind)
    if wanted is None and not command.questions:
        raise Refusal("questions_missing")
    if wanted is not None and len(command.questions) != wanted:
        raise Refusal("questions_missing" if wanted else "past_turn_unclear")


def _began(state: MeetingState, told: str, at: dt.datetime) -> dt.datetime:
    """The instant meant by a time on the day of opening, or by a full local instant."""
    zone = state.setup.tz
    day = (state.opened_at or at).astimezone(zone).date()
    try:
        if "-" in told[:5]:
            instant = dt.datetime.fromisoformat(told)
        else:
            time = dt.time.fromisoformat(told)
            if time.tzinfo is not None:
                raise ValueError(told)
            instant = dt.datetime.combine(day, time)
        return (instant if instant.tzinfo else instant.replace(tzinfo=zone)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise Refusal("bad_time", value=told) from None


def _check_free(state: MeetingState, ran: Stretch, at: dt.datetime) -> None:
    """No second is counted twice: refuse what reaches into a time at which another clock ran."""
    for turn in state.turns.values():
        if turn.counted and any(each.began < ran.ended and ran.began < each.ended for each in occupied(turn, at)):
            raise Refusal("past_turn_overlaps", turn=turn.number)


def occupied(turn: Turn, now: dt.datetime) -> Iterator[Stretch]:
    """When a turn's clock ran; of a time that was corrected to less, only as much as was left of it."""
    stretches = [*turn.ran]
    if turn.running_since is not None:
        stretches.append(Stretch(turn.running_since, now))
    left = dt.timedelta.max if turn.corrected is None else dt.timedelta(seconds=turn.spoken(now))
    for began, ended in stretches:
        length = min(left, ended - began)
        if length > dt.timedelta():
            yield Stretch(began, began + length)
        left -= length


def _limit(state: MeetingState, command: c.PastTurn) -> int | None:
    limits = state.setup.limits
    match command.kind:
        case "speech":
            return speech_limit(limits, state.registrations[command.who or 0].card.asked_seconds)
        case "follow_up":
            return limits.follow_up or None
        case "answer":
            return limits.answer or None
    return None


def _entry(state: MeetingState, command: c.PastTurn) -> str | None:
    """The wish to speak that the turn was: it leaves the waiting order, wherever it stood."""
    if command.who is None:
        return None
    registration = state.registrations[known_registration(state, command.who)]
    entry = Entry(registration.who, command.questions[0] if command.kind == "follow_up" else None)
    floor = state.held or state.floor
    if floor is not None and floor.entry == entry:
        raise Refusal("has_the_floor", who=entry.who)
    if entry.question is not None:
        return str(entry) if entry in state.waiting or entry in state.absent else None
    if registration.card.channel == "in_writing":
        raise Refusal("writing_cannot_speak")
    return None if registration.status == "heard" else str(entry)


def _keyed_in(state: MeetingState, event: e.TurnKeyedIn, at: dt.datetime) -> None:
    state.numbers = replace(state.numbers, turn=max(state.numbers.turn, event.turn))
    spoken = dt.timedelta(seconds=event.spoken)
    ran = Stretch(event.began, event.began + spoken)
    entry = None if event.entry is None else Entry.parse(event.entry)
    turn = Turn(
        number=event.turn,
        kind=event.kind,
        who=event.who,
        official=event.official,
        questions=event.questions,
        limit=event.limit,
        entry=entry,
        within=None,
        staged=event.began,
        began=ran.began,
        ended=ran.ended,
        spoken_before=spoken,
        ran=(ran,),
        note=event.note,
        behind=() if entry is None else _taken_off_the_order(state, entry),
    )
    for other in list(state.turns.values()):
        if other.began is not None and other.began >= ran.ended:
            state.change_turn(other.number, free_from=max(other.free_from or ran.ended, ran.ended))
    state.last_ran = max(state.last_ran or ran.ended, ran.ended)
    state.keep_turn(turn)
    # A turn counts from when it began: what was said before stands before.
    ordered = sorted(state.turns.values(), key=lambda each: each.began or each.staged)
    state.turns = {each.number: each for each in ordered}
    told = {"answer": "answer_turns", "follow_up": "follow_ups"}.get(turn.kind)
    if told is not None:
        places = {number: place for place, number in enumerate(state.turns)}
        for number in turn.questions:
            turns = sorted((*getattr(state.questions[number], told), turn.number), key=places.__getitem__)
            state.change_question(number, **{told: tuple(turns)})


def _taken_off_the_order(state: MeetingState, entry: Entry) -> tuple[Entry, ...]:
    """Take a wish out of the order as one that was heard; who stood behind it."""
    behind: tuple[Entry, ...] = ()
    if entry in state.waiting:
        behind = state.leave_order(entry)
    elif entry in state.absent:
        state.absent.remove(entry)
    if entry.question is None:
        state.change_registration(entry.who, status="heard")
    return behind


DECISIONS: Decisions = {c.PastTurn: _past_turn}
CHANGES: Changes = {e.TurnKeyedIn: _keyed_in}
