"""The Meeting: decides on commands, applies what happened, and folds anew after an undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import cast

import msgspec

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
        self.event_count = sum(len(record.events) for record in self.records)
        self._history = History()
        for number, record in enumerate(self.records, start=1):
            self._history.note(number, record)
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
        if self._history.note(len(self.records), record):
            self.state = self._folded()
        else:
            _change(self.state, record)

    def _folded(self) -> MeetingState:
        """The state that follows from the records that stand; numbers once given stay taken."""
        first, *others = self.records
        (start,) = first.events
        if not isinstance(start, MeetingMade):
            raise ValueError("a journal begins with the making of its meeting")
        state = MeetingState(start.setup)
        for number, record in enumerate(others, start=2):
            if number in self._history.gone:
                for event in record.events:
                    _keep_numbers(state.numbers, event)
                state.last_instant = record.at
            else:
                _change(state, record)
        return state


def _change(state: MeetingState, record: Record) -> None:
    for event in record.events:
        change = _CHANGES.get(type(event))
        if change is not None:
            change(state, event, record.at)
    state.last_instant = record.at


def _keep_numbers(numbers: Numbers, event: Event) -> None:
    """Numbers that were given in a record that does not stand are not given again."""
    if isinstance(event, Registered):
        numbers.who = max(numbers.who, event.who)
    elif isinstance(event, TurnStaged | TurnKeyedIn):
        numbers.turn = max(numbers.turn, event.turn)
    elif isinstance(event, QuestionRaised):
        numbers.question = max(numbers.question, event.question)
    elif isinstance(event, Concluded | MeetingConcluded):
        numbers.promise = max((numbers.promise, *(made.promise for made in event.promises or ())))


def _last(numbers: list[int], code: str) -> int:
    if not numbers:
        raise Refusal(code)
    return numbers[-1]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)


def encode_record(record: Record) -> bytes:
    """A record as the JSON object that the journal keeps."""
    return _encoder.encode(record)


def decode_record(body: bytes) -> Record:
    """Read a record back; raises msgspec.DecodeError (or its ValidationError) when it is none."""
    return _decoder.decode(body)
