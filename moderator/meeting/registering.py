"""Registering to speak: one number per wish, for people in the hall and for written questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.floor import clear_floor, stage_speech
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import known_registration, person_key
from moderator.meeting.questions import drop
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import Entry, MeetingState, Registration, RegistrationStatus

LONGEST_ASKED = 24 * 3600
WITHDRAWN_IN_WRITING = "Người gửi rút ý kiến"
_EDITABLE = (
    "name", "honorific", "place", "organisation", "topic", "summary", "slip",
    "asked_seconds", "show_name", "show_topic", "anonymous",
)  # fmt: skip


def _register(state: MeetingState, command: c.Register, at: dt.datetime) -> Iterator[e.Event]:
    if not command.name.strip() and not command.anonymous:
        raise Refusal("name_missing")
    _check_asked(command.asked_seconds)
    in_writing = command.channel == "in_writing"
    text = command.text if command.text.strip() else command.summary
    if in_writing and command.now:
        raise Refusal("writing_cannot_speak")
    if in_writing and not text.strip():
        raise Refusal("text_missing")
    card = e.Registered(
        who=state.numbers.who + 1,
        channel=command.channel,
        late=not state.registration_open,
        **{name: getattr(command, name) for name in _EDITABLE},
    )
    if not in_writing and not command.again:
        _check_not_waiting(state, card)
    yield card
    if in_writing:
        yield e.QuestionRaised(question=state.numbers.question + 1, who=card.who, text=text)
    if command.now:
        yield from clear_floor(state)
        turn = state.numbers.turn + 1
        yield stage_speech(state, turn, card)
        yield e.TurnStarted(turn=turn)


def _check_not_waiting(state: MeetingState, card: e.Registered) -> None:
    for who in state.people.get(person_key(card), ()):
        floor = state.held or state.floor
        staged = floor is not None and floor.state == "staged" and floor.entry == Entry(who)
        if staged or Entry(who) in state.waiting:
            raise Refusal("already_waiting", who=who, name=card.name)


def _check_asked(seconds: int | None) -> None:
    if seconds is not None and not 0 < seconds <= LONGEST_ASKED:
        raise Refusal("seconds_out_of_range", seconds=seconds, most=LONGEST_ASKED)


def _edit(state: MeetingState, command: c.EditRegistration, at: dt.datetime) -> Iterator[e.Event]:
    registration = state.registrations[known_registration(state, command.who)]
    if command == c.EditRegistration(who=command.who):
        raise Refusal("nothing_to_change")
    changes = {name: value for name in _EDITABLE if (value := getattr(command, name)) is not None}
    anonymous = changes.get("anonymous", registration.card.anonymous)
    if not changes.get("name", registration.card.name).strip() and not anonymous:
        raise Refusal("name_missing")
    _check_asked(command.asked_seconds)
    channel = None if command.channel == registration.card.channel else command.channel
    if channel is not None and registration.status not in ("waiting", "in_writing"):
        raise Refusal("not_waiting", who=command.who)
    if changes or channel is not None or command.text is None:
        yield e.RegistrationEdited(who=command.who, channel=channel, **changes)
    if channel == "in_writing":
        text = command.text or str(changes.get("summary", registration.card.summary))
        if not text.strip():
            raise Refusal("text_missing")
        yield e.QuestionRaised(question=state.numbers.question + 1, who=command.who, text=text)
    elif command.text is not None:
        if not command.text.strip():
            raise Refusal("text_missing")
        question = _written_question(state, command.who)
        if question is None:
            raise Refusal("no_written_question", who=command.who)
        yield e.QuestionEdited(question=question, text=command.text)


def _written_question(state: MeetingState, who: int) -> int | None:
    """The question that a person handed in and that was not dropped."""
    for question in state.questions.values():
        if question.who == who and question.turn is None and question.dropped is None:
            return question.number
    return None


def _withdraw(state: MeetingState, command: c.Withdraw, at: dt.datetime) -> Iterator[e.Event]:
    who = known_registration(state, command.who)
    floor = state.held or state.floor
    if floor is not None and floor.entry is not None and floor.entry.who == who:
        if floor.began is not None:
            raise Refusal("has_the_floor", who=who)
        yield e.TurnDropped(turn=floor.number)
        yield e.Withdrawn(who=who)
        return
    status = state.registrations[who].status
    follows_up = any(entry.who == who for entry in state.waiting)
    if status == "in_writing" and not follows_up:
        question = _written_question(state, who)
        if question is not None:
            yield from drop(state, question, WITHDRAWN_IN_WRITING)
    elif status not in ("waiting", "absent", "carried_over") and not follows_up:
        raise Refusal("not_waiting", who=who)
    yield e.Withdrawn(who=who)


def _registered(state: MeetingState, event: e.Registered, at: dt.datetime) -> None:
    state.numbers = replace(state.numbers, who=max(state.numbers.who, event.who))
    status: RegistrationStatus = "in_writing"
    if event.channel == "in_person":
        # Who comes after the end is kept for the next meeting.
        status = "carried_over" if state.stage == "adjourned" else "waiting"
    state.keep_registration(Registration(event, status, at))
    _count_in(state, event)
    if status == "waiting":
        join_end(state, Entry(event.who))


def join_end(state: MeetingState, entry: Entry) -> None:
    """Put a first speech at the end of the waiting order."""
    state.join_order(entry)
    floor = state.held or state.floor
    if floor is not None:
        state.change_turn(floor.number, behind=(*floor.behind, entry))


def _count_in(state: MeetingState, card: e.Registered) -> None:
    key = person_key(card)
    state.people[key] = (*state.people.get(key, ()), card.who)


def _edited(state: MeetingState, event: e.RegistrationEdited, at: dt.datetime) -> None:
    registration = state.registrations[event.who]
    before = person_key(registration.card)
    state.people[before] = tuple(who for who in state.people[before] if who != event.who)
    status = registration.status
    changes = {name: value for name in _EDITABLE if (value := getattr(event, name)) is not None}
    if event.channel is not None:
        changes["channel"] = event.channel
        if event.channel == "in_person":
            status = "waiting"
            join_end(state, Entry(event.who))
        else:
            status = "in_writing"
            state.leave_order(Entry(event.who))
    card = replace(registration.card, **changes)
    state.keep_registration(replace(registration, card=card, status=status))
    _count_in(state, card)


def _withdrawn(state: MeetingState, event: e.Withdrawn, at: dt.datetime) -> None:
    state.set_order([entry for entry in state.waiting if entry.who != event.who])
    state.absent = [entry for entry in state.absent if entry.who != event.who]
    registration = state.registrations[event.who]
    # Who has spoken, or has a written question that stands, took back no more than a follow-up.
    in_writing = registration.status == "in_writing" and _written_question(state, event.who) is not None
    if registration.status != "heard" and not in_writing:
        state.change_registration(event.who, status="withdrawn")


def _opened(state: MeetingState, event: e.RegistrationOpened, at: dt.datetime) -> None:
    state.registration_open = True


def _closed(state: MeetingState, event: e.RegistrationClosed, at: dt.datetime) -> None:
    state.registration_open = False


def _open(state: MeetingState, command: c.OpenRegistration, at: dt.datetime) -> Iterator[e.Event]:
    yield e.RegistrationOpened()


def _close(state: MeetingState, command: c.CloseRegistration, at: dt.datetime) -> Iterator[e.Event]:
    yield e.RegistrationClosed()


DECISIONS: Decisions = {
    c.Register: _register,
    c.EditRegistration: _edit,
    c.Withdraw: _withdraw,
    c.OpenRegistration: _open,
    c.CloseRegistration: _close,
}
CHANGES: Changes = {
    e.Registered: _registered,
    e.RegistrationEdited: _edited,
    e.Withdrawn: _withdrawn,
    e.RegistrationOpened: _opened,
    e.RegistrationClosed: _closed,
}
