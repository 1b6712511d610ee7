"""The state of a meeting, derived from its events: registrations, waiting order, turns, questions, promises."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec import field as made_by
from msgspec.structs import replace

from moderator.meeting.commands import AgreedOn, QuestionKind, TaskKind
from moderator.meeting.events import Registered, TurnKind
from moderator.meeting.setup import RuleName, Setup
from moderator.meeting.tallies import Tallies, follow_ups_in

Stage = Literal["preparing", "open", "break", "adjourned", "signed"]
RegistrationStatus = Literal["waiting", "heard", "absent", "withdrawn", "in_writing", "carried_over"]
TurnState = Literal["staged", "running", "paused", "ended"]
QuestionStatus = Literal["new", "assigned", "answered", "concluded", "joined", "dropped"]
CITIZEN_TURNS: frozenset[str] = frozenset({"speech", "follow_up"})
_NOTHING = dt.timedelta()


class Stretch(NamedTuple):
    """A stretch of time in which a clock ran."""

    began: dt.datetime
    ended: dt.datetime


class Entry(NamedTuple):
    """A place in the waiting order: a person's first speech, or a follow-up on a question."""

    who: int
    question: int | None = None

    def __str__(self) -> str:
        return str(self.who) if self.question is None else f"{self.who}f{self.question}"

    @classmethod
    def parse(cls, text: str) -> Entry:
        """Read "3" or "3f7"; raises ValueError for anything else."""
        if text.isascii() and text.isdigit():
            return cls(int(text))
        who, mark, question = text.partition("f")
        if not all(part.isascii() and part.isdigit() for part in ((who, question) if mark else (who,))):
            raise ValueError(text)
        return cls(int(who), int(question) if mark else None)


class Registration(Struct, frozen=True):
    """A registered wish to speak, or a written question, under a number that stays."""

    card: Registered
    status: RegistrationStatus
    at: dt.datetime

    @property
    def who(self) -> int:
        """The registration number."""
        return self.card.who


class Turn(Struct, frozen=True, kw_only=True):
    """Somebody's time on the floor, with a clock of its own.

    Attributes:
        limit: seconds allowed without extensions, None for no limit.
        extended: seconds added to the limit.
        spoken_before: time spoken up to the last start or resumption.
        running_since: instant of the last start or resumption, None while held.
        free_from: instant at which the floor was last busy before this turn began.
        corrected: seconds set by hand after the end, and what was spoken after that.
        ran: when the clock ran, up to the last time it was held.
        behind: entries that stood behind this one when it was called, or joined later.
        void: put back, absent or withdrawn: no trace in the times.
    """

    number: int
    kind: TurnKind
    who: int | None
    official: str | None
    questions: tuple[int, ...]
    limit: int | None
    entry: Entry | None
    within: int | None
    staged: dt.datetime
    extended: int = 0
    began: dt.datetime | None = None
    ended: dt.datetime | None = None
    spoken_before: dt.timedelta = _NOTHING
    running_since: dt.datetime | None = None
    free_from: dt.datetime | None = None
    corrected: float | None = None
    ran: tuple[Stretch, ...] = ()
    note: str = ""
    behind: tuple[Entry, ...] = ()
    clarifications: tuple[int, ...] = ()
    reminders: tuple[str, ...] = ()
    hidden: bool = False
    void: bool = False

    @property
    def state(self) -> TurnState:
        """Where the turn stands."""
        if self.ended is not None:
            return "ended"
        if self.began is None:
            return "staged"
        return "paused" if self.running_since is None else "running"

    @property
    def counted(self) -> bool:
        """Whether the turn stands in the record: started and not put back."""
        return self.began is not None and not self.void

    @property
    def length(self) -> dt.timedelta:
        """The time spoken up to the last time the clock was held, as corrected where it was."""
        return self.spoken_before if self.corrected is None else dt.timedelta(seconds=self.corrected)

    def spoken(self, now: dt.datetime) -> float:
        """Seconds spoken until `now`, as corrected where they were."""
        running = _NOTHING if self.running_since is None else max(_NOTHING, now - self.running_since)
        if self.corrected is not None:
            return self.corrected + running.total_seconds()
        return (self.spoken_before + running) / dt.timedelta(seconds=1)

    @property
    def allowed(self) -> int | None:
        """Seconds allowed with extensions, None for no limit."""
        return None if self.limit is None else self.limit + self.extended

    def left(self, now: dt.datetime) -> float | None:
        """Seconds left at `now`, below zero over time, None without a limit."""
        allowed = self.allowed
        return None if allowed is None else allowed - self.spoken(now)


class GivenAnswer(Struct, frozen=True):
    """What an official answered to a question."""

    official: str
    text: str
    turn: int | None


class Conclusion(Struct, frozen=True):
    """What the chair concluded on a question."""

    outcome: str
    text: str
    reason: str
    promises: tuple[int, ...]
    at: dt.datetime


class AskedQuestion(Struct, frozen=True, kw_only=True):
    """A question under its number, from being raised to being concluded."""

    number: int
    who: int
    text: str
    field: str
    kind: QuestionKind
    turn: int | None
    at: dt.datetime
    joined_into: int | None = None
    dropped: str | None = None
    officials: tuple[str, ...] = ()
    answers: tuple[GivenAnswer, ...] = ()
    answer_turns: tuple[int, ...] = ()
    follow_ups: tuple[int, ...] = ()
    conclusion: Conclusion | None = None

    @property
    def status(self) -> QuestionStatus:
        """How far the question has come."""
        if self.dropped is not None:
            return "dropped"
        if self.joined_into is not None:
            return "joined"
        if self.conclusion is not None:
            return "concluded"
        if self.answers or self.answer_turns:
            return "answered"
        return "assigned" if self.officials else "new"


class RecordedReply(Struct, frozen=True):
    """The reply that kept a promise."""

    number: str
    date: dt.date
    text: str


class Promise(Struct, frozen=True, kw_only=True):
    """A task that a conclusion gave to a body.

    Attributes:
        question: None for a directive of the general conclusion, which has no outcome either.
        due: the last day where the chair named one; else it follows from the rules.
        own: the outcome's own task, not a further one.
        extensions: later last days with their reasons, the latest last.
    """

    number: int
    question: int | None
    outcome: str | None
    kind: TaskKind
    body: str
    official: str | None
    due: dt.date | None
    text: str
    own: bool
    extensions: tuple[tuple[dt.date, str], ...] = ()
    reply: RecordedReply | None = None


class BreakTaken(Struct, frozen=True):
    """A break with its planned minutes."""

    began: dt.datetime
    minutes: int | None
    ended: dt.datetime | None = None


class DoneDuty(Struct, frozen=True):
    """A duty that was done."""

    duty: str
    date: dt.date
    number: str
    place: str


class Presiding(Struct, frozen=True):
    """Who presides since an instant, by whose delegation, and who presided before."""

    since: dt.datetime
    code: str
    delegation: str
    before: str


class TakenAttendance(Struct, frozen=True, kw_only=True):
    """Who came of the invited: a person, or so many of a group.

    Attributes:
        name: empty for a group.
        present: how many came; of a person 1 or 0.
        substitute: who came in the place of somebody absent.
    """

    name: str
    place: str
    organisation: str
    present: int
    reason: str
    substitute: str


class GeneralConclusion(Struct, frozen=True):
    """What the chair concluded on the whole meeting, with the directives that belong to no question."""

    text: str = ""
    promises: tuple[int, ...] = ()


class Agreement(Struct, frozen=True, kw_only=True):
    """A show of hands; None where a number was not told."""

    on: AgreedOn
    question: int | None
    in_favour: int | None
    against: int | None
    other: int | None
    everybody: bool


class NotedIncident(Struct, frozen=True):
    """Something that happened in the hall and belongs into the minutes."""

    at: dt.datetime
    text: str


class Numbers(Struct, frozen=True):
    """The highest numbers given so far; a number is never given twice, not even after an undo."""

    who: int = 0
    turn: int = 0
    question: int = 0
    promise: int = 0


class Reworked(Struct):
    """How often something that stands in a list was changed, beside what came behind all that stood there.

    Attributes:
        cards: what somebody is registered as.
        registrations: that, or how far somebody has come.
        waiting: who waits before whom.
        questions: a question.
    """

    cards: int = 0
    registrations: int = 0
    waiting: int = 0
    questions: int = 0


class MeetingState(Struct, dict=True):
    """All that is derived from the events that stand.

    What it holds is immutable or a list or dict of what is immutable: a change puts a new value in the place of the
    old one, so that a copy of the lists and dicts is a copy of the whole.

    Attributes:
        last_instant: instant of the latest record, also of one that was taken back.
        people: registration numbers of each person, by folded name and place.
        on_floor: number of the turn on the floor.
        rounds: how many people speak before the round's answers; 0 for one by one.
        last_ran: the last instant at which a clock was held or ended.
        presided: every change of who presides.
        attended: who came of the invited, by what makes two tellings of it one.
        agreements: the latest show of hands on each thing.
        rule_reasons: why a term was set otherwise than the meeting file did, by the rule's name.
        reworked: what has changed in this state since it was made or copied.
    """

    setup: Setup
    last_instant: dt.datetime | None = None
    numbers: Numbers = made_by(default_factory=Numbers)
    stage: Stage = "preparing"
    registration_open: bool = True
    agenda_item: int | None = None
    agenda_moves: list[tuple[dt.datetime, int]] = made_by(default_factory=list)
    opened_at: dt.datetime | None = None
    adjourned_at: dt.datetime | None = None
    signed_at: dt.datetime | None = None
    breaks: list[BreakTaken] = made_by(default_factory=list)
    chair: str = "chair"
    presided: list[Presiding] = made_by(default_factory=list)
    attended: dict[tuple[str, str, str], TakenAttendance] = made_by(default_factory=dict)
    registrations: dict[int, Registration] = made_by(default_factory=dict)
    people: dict[tuple[str, str], tuple[int, ...]] = made_by(default_factory=dict)
    waiting: list[Entry] = made_by(default_factory=list)
    absent: list[Entry] = made_by(default_factory=list)
    turns: dict[int, Turn] = made_by(default_factory=dict)
    on_floor: int | None = None
    last_ran: dt.datetime | None = None
    questions: dict[int, AskedQuestion] = made_by(default_factory=dict)
    promises: dict[int, Promise] = made_by(default_factory=dict)
    general_conclusion: GeneralConclusion | None = None
    agreements: dict[tuple[AgreedOn, int | None], Agreement] = made_by(default_factory=dict)
    incidents: list[NotedIncident] = made_by(default_factory=list)
    rule_reasons: dict[RuleName, str] = made_by(default_factory=dict)
    duties_done: list[DoneDuty] = made_by(default_factory=list)
    rounds: int = 0
    message: str = ""
    blackout: bool = False

    def __post_init__(self) -> None:
        """Count nothing before it is asked for."""
        self._tallies: Tallies | None = None
        self.reworked = Reworked()

    @property
    def tallies(self) -> Tallies:
        """The turns and questions by what is asked of them."""
        if self._tallies is None:
            self._tallies = Tallies.of(self.turns, self.questions, self.waiting)
        return self._tallies

    def copied(self, *, counted: bool = False) -> MeetingState:
        """A copy that later changes do not reach; one that is `counted` need not count from its beginning."""
        tallies = self.tallies if counted else self._tallies
        values: dict[str, Any] = {name: getattr(self, name) for name in self.__struct_fields__}
        for name, value in values.items():
            if isinstance(value, (list, dict)):
                values[name] = value.copy()
        copy = MeetingState(**values)
        copy._tallies = tallies and tallies.copied()
        return copy

    def join_order(self, entry: Entry, place: int | None = None) -> None:
        """Let an entry wait, at a place or at the end of the waiting order."""
        if place is None:
            self.waiting.append(entry)
        else:
            self.waiting.insert(place, entry)
            self.reworked.waiting += 1
        if self._tallies is not None:
            self._tallies.follow_ups_waiting += entry.question is not None

    def leave_order(self, entry: Entry) -> tuple[Entry, ...]:
        """Let an entry wait no longer; the entries that stood behind it."""
        place = self.waiting.index(entry)
        del self.waiting[place]
        self.reworked.waiting += 1
        if self._tallies is not None:
            self._tallies.follow_ups_waiting -= entry.question is not None
        return tuple(self.waiting[place:] if place else self.waiting)

    def set_order(self, waiting: list[Entry]) -> None:
        """Let these wait, in this order."""
        self.waiting = waiting
        self.reworked.waiting += 1
        if self._tallies is not None:
            self._tallies.follow_ups_waiting = follow_ups_in(waiting)

    def change_registration(self, who: int, **changes: Any) -> None:
        """Let a registration stand otherwise than it did."""
        self.keep_registration(replace(self.registrations[who], **changes))

    def keep_registration(self, registration: Registration) -> None:
        """Let a registration stand so from now on."""
        before = self.registrations.get(registration.who)
        if before is not None:
            self.reworked.registrations += 1
            self.reworked.cards += before.card is not registration.card
        self.registrations[registration.who] = registration

    def change_turn(self, number: int, **changes: Any) -> None:
        """Let a turn stand otherwise than it did."""
        self.keep_turn(replace(self.turns[number], **changes))

    def keep_turn(self, turn: Turn) -> None:
        """Let a turn stand so from now on."""
        if self._tallies is not None:
            self._tallies.turn_changed(self.turns.get(turn.number), turn)
        self.turns[turn.number] = turn

    def change_question(self, number: int, **changes: Any) -> None:
        """Let a question stand otherwise than it did."""
        self.keep_question(replace(self.questions[number], **changes))

    def keep_question(self, question: AskedQuestion) -> None:
        """Let a question stand so from now on."""
        if question.number in self.questions:
            self.reworked.questions += 1
        if self._tallies is not None:
            self._tallies.question_changed(self.questions.get(question.number), question, self.turns)
        self.questions[question.number] = question

    def change_promise(self, number: int, **changes: Any) -> None:
        """Let a promise stand otherwise than it did."""
        self.promises[number] = replace(self.promises[number], **changes)

    @property
    def floor(self) -> Turn | None:
        """The turn that is staged, running or paused; the clarification while one is open."""
        return None if self.on_floor is None else self.turns[self.on_floor]

    @property
    def held(self) -> Turn | None:
        """The turn that an open clarification interrupts."""
        floor = self.floor
        return None if floor is None or floor.within is None else self.turns[floor.within]
