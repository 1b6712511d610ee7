"""What happened in a meeting: small immutable values, written to the journal and never changed."""

# Annotations are not postponed here: each would be compiled anew at every start, before a journal can be decoded.
import datetime as dt
from typing import Literal

from msgspec import Struct

from moderator.meeting.commands import (
    AgreedOn,
    Channel,
    PastTurnKind,
    QuestionKind,
    ReminderKind,
    Settling,
    TaskKind,
)
from moderator.meeting.setup import (
    AgendaItem,
    Attendee,
    Field,
    Limits,
    Official,
    PaperDetails,
    Person,
    PlanCitation,
    ProjectorChoice,
    Rule,
    Setup,
    Signer,
)

TurnKind = Literal["speech", "follow_up", "clarification", "answer", "statement", "reading"]


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="is"):
    """Something that happened, at the instant of the record that holds it."""


class MeetingMade(Event, frozen=True, tag="meeting_made"):
    """The meeting was set up; always the first event of a journal."""

    setup: Setup


class Opened(Event, frozen=True, tag="opened"):
    """The meeting was opened."""


class BreakBegan(Event, frozen=True, tag="break_began"):
    """A break began."""

    minutes: int | None = None


class BreakEnded(Event, frozen=True, tag="break_ended"):
    """The break ended."""


class Adjourned(Event, frozen=True, tag="adjourned"):
    """The floor was closed for good."""


class Signed(Event, frozen=True, tag="signed"):
    """The papers were signed and the meeting frozen."""


class AgendaMoved(Event, frozen=True, tag="agenda_moved"):
    """The meeting went to an item of its agenda."""

    item: int


class RegistrationOpened(Event, frozen=True, tag="registration_opened"):
    """Registrations are in time again."""


class RegistrationClosed(Event, frozen=True, tag="registration_closed"):
    """Registrations from now on are late."""


class Registered(Event, frozen=True, tag="registered"):
    """A person registered; phone numbers are kept elsewhere, so that they can be erased."""

    who: int
    name: str = ""
    honorific: str = ""
    place: str = ""
    organisation: str = ""
    topic: str = ""
    summary: str = ""
    slip: str = ""
    asked_seconds: int | None = None
    channel: Channel = "in_person"
    show_name: bool | None = None
    show_topic: bool | None = None
    anonymous: bool = False
    late: bool = False


class RegistrationEdited(Event, frozen=True, tag="registration_edited"):
    """A registration was mended; None means unchanged."""

    who: int
    name: str | None = None
    honorific: str | None = None
    place: str | None = None
    organisation: str | None = None
    topic: str | None = None
    summary: str | None = None
    slip: str | None = None
    asked_seconds: int | None = None
    channel: Channel | None = None
    show_name: bool | None = None
    show_topic: bool | None = None
    anonymous: bool | None = None


class Withdrawn(Event, frozen=True, tag="withdrawn"):
    """A person took back the wish to speak; every waiting entry of that number is gone."""

    who: int


class Settled(Event, frozen=True, tag="settled"):
    """At adjourning it was settled what becomes of somebody who had not spoken."""

    who: int
    how: Settling


class Recalled(Event, frozen=True, tag="recalled"):
    """An absent or withdrawn person waits again."""

    entry: str
    top: bool = False


class Reordered(Event, frozen=True, tag="reordered"):
    """The waiting entries were given a new order."""

    order: tuple[str, ...]


class FollowUpAsked(Event, frozen=True, tag="follow_up_asked"):
    """Somebody asked to come back to a question."""

    who: int
    question: int


class TurnStaged(Event, frozen=True, tag="turn_staged"):
    """Somebody was called; the clock is loaded and stands still.

    `entry` is the waiting entry that was called; `within` the turn that a clarification interrupts.
    """

    turn: int
    kind: TurnKind
    who: int | None = None
    official: str | None = None
    questions: tuple[int, ...] = ()
    limit: int | None = None
    entry: str | None = None
    within: int | None = None


class TurnStarted(Event, frozen=True, tag="turn_started"):
    """The clock of a staged turn was started."""

    turn: int


class TurnPaused(Event, frozen=True, tag="turn_paused"):
    """The clock was held."""

    turn: int


class TurnResumed(Event, frozen=True, tag="turn_resumed"):
    """The clock went on."""

    turn: int


class TurnEnded(Event, frozen=True, tag="turn_ended"):
    """The turn ended."""

    turn: int


class TurnPutBack(Event, frozen=True, tag="turn_put_back"):
    """The turn counts as never called; its person waits at the old place again."""

    turn: int


class MarkedAbsent(Event, frozen=True, tag="marked_absent"):
    """The called person was not there."""

    turn: int


class TurnDropped(Event, frozen=True, tag="turn_dropped"):
    """A called person withdrew before starting."""

    turn: int


class TurnExtended(Event, frozen=True, tag="turn_extended"):
    """The turn was given more seconds, or fewer."""

    turn: int
    seconds: int


class TurnBackdated(Event, frozen=True, tag="turn_backdated"):
    """The turn began so many seconds earlier than its clock."""

    turn: int
    seconds: int


class TimeCorrected(Event, frozen=True, tag="time_corrected"):
    """The spoken seconds of an ended turn were set."""

    turn: int
    spoken: float


class QuestionRaised(Event, frozen=True, tag="question_raised"):
    """A question was put down; `turn` is the turn it was raised in."""

    question: int
    who: int
    text: str
    field: str = ""
    kind: QuestionKind = "question"
    turn: int | None = None


class QuestionEdited(Event, frozen=True, tag="question_edited"):
    """A question was mended; None means unchanged."""

    question: int
    text: str | None = None
    field: str | None = None
    kind: QuestionKind | None = None
    who: int | None = None


class QuestionJoined(Event, frozen=True, tag="question_joined"):
    """A question was joined into another."""

    question: int
    into: int


class QuestionParted(Event, frozen=True, tag="question_parted"):
    """A joined question stands by itself again."""

    question: int


class QuestionDropped(Event, frozen=True, tag="question_dropped"):
    """A question was taken off the list."""

    question: int
    reason: str = ""


class QuestionReopened(Event, frozen=True, tag="question_reopened"):
    """The conclusion (with its promises) or the dropping of a question was taken back."""

    question: int


class Assigned(Event, frozen=True, tag="assigned"):
    """Questions were given to officials, the first of whom is responsible."""

    questions: tuple[int, ...]
    officials: tuple[str, ...]


class Answered(Event, frozen=True, tag="answered"):
    """An answer was put down for questions."""

    questions: tuple[int, ...]
    official: str
    text: str = ""
    turn: int | None = None


class AnswerEdited(Event, frozen=True, tag="answer_edited"):
    """An answer (counted from 1) was mended; None means unchanged."""

    question: int
    answer: int
    text: str | None = None
    official: str | None = None


class Noted(Event, frozen=True, tag="noted"):
    """What was said in a turn was put down."""

    turn: int
    text: str


class PromiseMade(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One task of a conclusion, with the number that it keeps; a date only where one was given."""

    promise: int
    kind: TaskKind
    body: str = ""
    official: str | None = None
    due: dt.date | None = None
    text: str = ""
    own: bool = True


class Concluded(Event, frozen=True, tag="concluded"):
    """The chair concluded on a question."""

    question: int
    outcome: str
    text: str = ""
    reason: str = ""
    promises: tuple[PromiseMade, ...] = ()


class MeetingConcluded(Event, frozen=True, tag="meeting_concluded"):
    """The chair's general conclusion stands so from now on; None means unchanged."""

    text: str | None = None
    promises: tuple[PromiseMade, ...] | None = None


class Agreed(Event, frozen=True, tag="agreed"):
    """Hands were shown on something; None where a number was not told."""

    on: AgreedOn
    question: int | None = None
    in_favour: int | None = None
    against: int | None = None
    other: int | None = None
    everybody: bool = False


class ChairTook(Event, frozen=True, tag="chair_took"):
    """Somebody presides from now on."""

    chair: str
    delegation: str = ""


class OfficialAdded(Event, frozen=True, tag="official_added"):
    """Somebody was put on the list of officials."""

    official: Official


class OfficialEdited(Event, frozen=True, tag="official_edited"):
    """An official, found by his code, stands so from now on."""

    official: Official


class PersonEdited(Event, frozen=True, tag="person_edited"):
    """A chair, secretary or guest, found by the code, stands so from now on."""

    code: str
    person: Person


class AgendaAdded(Event, frozen=True, tag="agenda_added"):
    """The agenda has one more item."""

    item: AgendaItem


class AgendaEdited(Event, frozen=True, tag="agenda_edited"):
    """An item of the agenda, counted from 1, stands so from now on."""

    number: int
    item: AgendaItem


class MeetingEdited(Event, frozen=True, tag="meeting_edited"):
    """Parts of what was settled about the meeting were replaced; None means unchanged."""

    title: str | None = None
    authority: str | None = None
    superior: str | None = None
    locality: str | None = None
    units: tuple[str, ...] | None = None
    place: str | None = None
    starts: dt.datetime | None = None
    zone: str | None = None
    topic: str | None = None
    plan: PlanCitation | None = None
    bases: tuple[str, ...] | None = None
    chairs: tuple[Person, ...] | None = None
    secretaries: tuple[Person, ...] | None = None
    guests: tuple[Person, ...] | None = None
    signers: tuple[Signer, ...] | None = None
    limits: Limits | None = None
    projector: ProjectorChoice | None = None
    fields: tuple[Field, ...] | None = None
    attendance: tuple[Attendee, ...] | None = None
    papers: tuple[PaperDetails, ...] | None = None


class RuleEdited(Event, frozen=True, tag="rule_edited"):
    """A term of the meeting stands so from now on."""

    rule: Rule
    reason: str = ""


class AttendanceTaken(Event, frozen=True, tag="attendance_taken"):
    """Somebody invited has come or not, or so many of a group; `present` counts people."""

    present: int
    name: str = ""
    place: str = ""
    organisation: str = ""
    reason: str = ""
    substitute: str = ""


class TurnWentOn(Event, frozen=True, tag="turn_went_on"):
    """A turn that had ended runs again."""

    turn: int


class TurnKeyedIn(Event, frozen=True, tag="turn_keyed_in"):
    """A turn that was timed on paper; `entry` is the waiting wish that it was."""

    turn: int
    kind: PastTurnKind
    began: dt.datetime
    spoken: float
    who: int | None = None
    official: str | None = None
    questions: tuple[int, ...] = ()
    limit: int | None = None
    entry: str | None = None
    note: str = ""


class RhythmSet(Event, frozen=True, tag="rhythm_set"):
    """So many people speak before their questions are answered; 0: one by one."""

    rounds: int


class IncidentNoted(Event, frozen=True, tag="incident_noted"):
    """Something happened in the hall that belongs into the minutes."""

    text: str


class MessageShown(Event, frozen=True, tag="message_shown"):
    """A message was shown to the hall, or cleared when empty."""

    text: str = ""


class Reminded(Event, frozen=True, tag="reminded"):
    """The speaker was reminded before the hall."""

    turn: int
    kind: ReminderKind


class TurnHidden(Event, frozen=True, tag="turn_hidden"):
    """A turn was hidden from the hall, or shown again."""

    turn: int
    on: bool


class BlackedOut(Event, frozen=True, tag="blacked_out"):
    """The hall's display was darkened or lit."""

    on: bool


class Recovered(Event, frozen=True, tag="recovered"):
    """After an interruption it was said how the clock goes on; `since` is the last sign of life."""

    choice: Literal["paused", "ran_on"]
    since: dt.datetime


class Undone(Event, frozen=True, tag="undone"):
    """A record was taken back, named by its number in the journal."""

    record: int


class Redone(Event, frozen=True, tag="redone"):
    """A record that had been taken back stands again."""

    record: int


class PromiseReplied(Event, frozen=True, tag="promise_replied"):
    """A promise was kept by a written reply."""

    promise: int
    date: dt.date
    number: str = ""
    text: str = ""


class PromiseExtended(Event, frozen=True, tag="promise_extended"):
    """A promise was given another last day."""

    promise: int
    due: dt.date
    reason: str = ""


class DutyDone(Event, frozen=True, tag="duty_done"):
    """A duty that the rules put on the meeting was done."""

    duty: str
    date: dt.date
    number: str = ""
    place: str = ""


AnyEvent = (
    MeetingMade | Opened | BreakBegan | BreakEnded | Adjourned | Signed | AgendaMoved | RegistrationOpened
    | RegistrationClosed | Registered | RegistrationEdited | Withdrawn | Settled | Recalled | Reordered
    | FollowUpAsked | TurnStaged | TurnStarted | TurnPaused | TurnResumed | TurnEnded | TurnPutBack
    | MarkedAbsent | TurnDropped | TurnExtended | TurnBackdated | TimeCorrected | QuestionRaised
    | QuestionEdited | QuestionJoined | QuestionParted | QuestionDropped | QuestionReopened | Assigned
    | Answered | AnswerEdited | Noted | Concluded | MessageShown | Reminded | TurnHidden | BlackedOut
    | Recovered | Undone | Redone | PromiseReplied | PromiseExtended | DutyDone
    | MeetingConcluded | Agreed | ChairTook | OfficialAdded | OfficialEdited | PersonEdited | AgendaAdded
    | AgendaEdited | MeetingEdited | RuleEdited | AttendanceTaken | TurnWentOn | TurnKeyedIn | RhythmSet
    | IncidentNoted
)  # fmt: skip


class Record(Struct, frozen=True, kw_only=True):
    """One line of the journal: a command's name, its instant (UTC) and the events it led to."""

    at: dt.datetime
    do: str
    events: tuple[AnyEvent, ...]
