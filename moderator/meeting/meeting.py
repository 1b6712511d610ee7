"""The Meeting: decides on commands, applies what happened, and folds anew after an undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import cast

import msgspec
from msgspec.structs import replace

from moderator.meeting import (
    agreement,
    attendance,
    conclusions,
    display,
    floor,
    general_conclusion,
    going_on,
    incidents,
    order,
    past_turns,
    presiding,
    questions,
    registering,
    rhythm,
    roster,
    settling,
    stages,
)
from moderator.meeting import commands as c
from moderator.meeting.checkpoints import Checkpoints, in_equal_steps
from moderator.meeting.commands import Command
from moderator.meeting.events import (
    AnyEvent,
    Concluded,
    Event,
    MeetingConcluded,
    MeetingMade,
    QuestionRaised,
    Record,
    Redone,
    Registered,
    TurnKeyedIn,
    TurnStaged,
    Undone,
)
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.history import History
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Setup
from moderator.meeting.state import MeetingState, Numbers

_TOPICS = (
    stages, registering, order, floor, questions, conclusions, display,
    presiding, roster, settling, attendance, going_on, past_turns, rhythm, general_conclusion, agreement, incidents,
)  # fmt: skip
_DECISIONS: Decisions = {command: decide for topic in _TOPICS for command, decide in topic.DECISIONS.items()}
_CHANGES: Changes = {event: change for topic in _TOPICS for event, change in topic.CHANGES.items()}


def made(setup: Setup, at: dt.datetime) -> Record:
    """The first record of a meeting's journal."""
    return Record(at=at, do="new", events=(MeetingMade(setup=setup),))


def name_of(command: Command) -> str:
    """The name of a command, as in the registry and the rehearsal file."""
    return str(command.__struct_config__.tag)


class Meeting:
    """A meeting, derived from its records.

    Attributes:
        records: every record in the order of the journal; record numbers count from 1.
        state: what follows from the records that stand.
        event_count: events in all records, also in those that were taken back.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        """Fold the records of a journal, the first of which made the meeting."""
        self.records: list[Record] = list(records)
        self.event_count = 0
        self._history = History()
        for number, record in enumerate(self.records, start=1):
            self.event_count += len(record.events)
            self._history.note(number, record)
        self._checkpoints = Checkpoints()
        self.state = self._folded()

    @property
    def setup(self) -> Setup:
        """How the meeting is set up now."""
        return self.state.setup

    @property
    def next_undo(self) -> Record | None:
        """The record that an undo would take back."""
        standing = self._history.standing
        return self.records[standing[-1] - 1] if standing else None

    @property
    def next_redo(self) -> Record | None:
        """The record that a redo would restore."""
        taken_back = self._history.taken_back
        return self.records[taken_back[-1] - 1] if taken_back else None

    def decide(self, command: Command, at: dt.datetime) -> Record:
        """What a command leads to at an instant; raises Refusal and changes nothing.

        An instant before the latest record counts as that record's: time in a meeting never goes back.
        """
        at = max(at, self.state.last_instant or at)
        stages.check_stage(self.state, command)
        happened: Iterable[Event]
        if isinstance(command, c.Undo):
            happened = (Undone(record=_last(self._history.standing, "nothing_to_undo")),)
        elif isinstance(command, c.Redo):
            happened = (Redone(record=_last(self._history.taken_back, "nothing_to_redo")),)
        else:
            happened = _DECISIONS[type(command)](self.state, command, at)
        return Record(at=at, do=name_of(command), events=cast("tuple[AnyEvent, ...]", tuple(happened)))

    def apply(self, record: Record) -> None:
        """Let a record stand; never fails on a record that was decided here or read from a whole journal."""
        self.records.append(record)
        self.event_count += len(record.events)
        number = len(self.records)
        changed = self._history.note(number, record)
        if changed is None:
            self._checkpoints.take_in_time(len(self._history.commands) - 1, number, self.state)
            _change(self.state, record)
            self.state.last_instant = record.at
        else:
            self.state = self._folded(changed)

    def _folded(self, changed: int = 0) -> MeetingState:
        """The state that follows from the records that stand, when one was taken back or restored, or from the first.

        Numbers once given stay taken. Up to the record that changed all is as it was, so a checkpoint before it will
        do to begin with.
        """
        commands, gone = self._history.commands, self._history.gone
        checkpoint = self._checkpoints.latest_up_to(changed)
        if checkpoint is None:
            (start,) = self.records[0].events
            if not isinstance(start, MeetingMade):
                raise ValueError("a journal begins with the making of its meeting")
            done, state = 0, MeetingState(start.setup)
        else:
            done, state = checkpoint.commands, checkpoint.state.copied(counted=True)
        due = in_equal_steps(commands, gone, done)
        for number in commands[done:]:
            record = self.records[number - 1]
            if number in due:
                self._checkpoints.take(due[number], number, state)
            if number in gone:
                for event in record.events:
                    state.numbers = _kept_numbers(state.numbers, event)
            else:
                _change(state, record)
        if len(self.records) > 1:
            state.last_instant = self.records[-1].at
        return state


def _change(state: MeetingState, record: Record) -> None:
    at = record.at
    for event in record.events:
        change = _CHANGES.get(type(event))
        if change is not None:
            change(state, event, at)


def _kept_numbers(numbers: Numbers, event: Event) -> Numbers:
    """Numbers that were given in a record that does not stand are not given again."""
    if isinstance(event, Registered):
        return replace(numbers, who=max(numbers.who, event.who))
    if isinstance(event, TurnStaged | TurnKeyedIn):
        return replace(numbers, turn=max(numbers.turn, event.turn))
    if isinstance(event, QuestionRaised):
        return replace(numbers, question=max(numbers.question, event.question))
    if isinstance(event, Concluded | MeetingConcluded):
        return replace(numbers, promise=max((numbers.promise, *(made.promise for made in event.promises or ()))))
    return numbers


def _last(numbers: list[int], code: str) -> int:
    if not numbers:
        raise Refusal(code)
    return numbers[-1]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)


def encode_record(record: Record) -> bytes:
    """A record as the JSON object that the journal keeps."""
    return _encoder.encode(record)


def decode_records(bodies: Iterable[bytes]) -> list[Record]:
    """Read records back; raises msgspec.DecodeError (or its ValidationError) when one of them is none."""
    return list(map(_decoder.decode, bodies))


def decode_record(body: bytes) -> Record:
    """Read a record back; raises msgspec.DecodeError (or its ValidationError) when it is none."""
    return _decoder.decode(body)
