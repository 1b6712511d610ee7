"""What can be asked of a meeting: one small value per act, named as in the registry and the rehearsal file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from moderator.meeting.setup import (
    Attendee,
    Count,
    Field,
    Names,
    PaperDetails,
    Person,
    PlanCitation,
    RuleName,
    Signer,
    Topics,
    Unit,
)

Channel = Literal["in_person", "in_writing"]
TaskKind = Literal["reply", "work", "forward"]
QuestionKind = Literal["question", "conduct", "complaint", "denunciation"]
Settling = Literal["carried_over", "withdrawn", "written"]
ReminderKind = Literal["time", "topic", "order"]
PastTurnKind = Literal["speech", "follow_up", "answer", "statement", "reading"]
AgreedOn = Literal["question", "conclusion", "minutes"]
LocalTime = Annotated[
    str,
    Meta(pattern=r"^(?:\d{4}-\d\d-\d\d[T ])?(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?$"),
]


class Command(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="do"):
    """An act that somebody asks for; it changes nothing until the Meeting has decided."""


class Open(Command, frozen=True, tag="open"):
    """Open the meeting."""


class Adjourn(Command, frozen=True, tag="adjourn"):
    """End the floor; `waiting` says what becomes of who still waits (registration number as text)."""

    waiting: dict[str, Settling] = {}


class Sign(Command, frozen=True, tag="sign"):
    """Freeze the meeting after the papers are signed; cannot be undone."""


class Break(Command, frozen=True, tag="break"):
    """Begin a break, of so many minutes when given."""

    minutes: int | None = None


class EndBreak(Command, frozen=True, tag="end_break"):
    """End the break; the floor stays paused."""


class Agenda(Command, frozen=True, tag="agenda"):
    """Move to an item of the agenda, counted from 1."""

    item: int


class OpenRegistration(Command, frozen=True, tag="open_registration"):
    """Take registrations without marking them late."""


class CloseRegistration(Command, frozen=True, tag="close_registration"):
    """Mark later registrations as late."""


class Register(Command, frozen=True, tag="register"):
    """Register a person to speak, or a written question."""

    name: str = ""
    honorific: str = ""
    place: str = ""
    organisation: str = ""
    topic: str = ""
    summary: str = ""
    phone: str = ""
    slip: str = ""
    asked_seconds: int | None = None
    channel: Channel = "in_person"
    text: str = ""
    show_name: bool | None = None
    show_topic: bool | None = None
    anonymous: bool = False
    again: bool = False
    now: bool = False


class EditRegistration(Command, frozen=True, tag="edit_registration"):
    """Mend a registration; only the fields given change."""

    who: int
    name: str | None = None
    honorific: str | None = None
    place: str | None = None
    organisation: str | None = None
    topic: str | None = None
    summary: str | None = None
    phone: str | None = None
    slip: str | None = None
    asked_seconds: int | None = None
    channel: Channel | None = None
    text: str | None = None
    show_name: bool | None = None
    show_topic: bool | None = None
    anonymous: bool | None = None


class Withdraw(Command, frozen=True, tag="withdraw"):
    """Take a person's wishes to speak out of the waiting order."""

    who: int


class Call(Command, frozen=True, tag="call"):
    """Stage a turn: the first waiting, a person, an entry, an answer, a statement or a reading."""

    who: int | None = None
    entry: str | None = None
    official: str | None = None
    questions: tuple[int, ...] = ()
    statement: str | None = None
    reading: tuple[int, ...] = ()


class Start(Command, frozen=True, tag="start"):
    """Start the staged turn's clock."""

    turn: int | None = None


class Pause(Command, frozen=True, tag="pause"):
    """Hold the running clock."""

    turn: int | None = None


class Resume(Command, frozen=True, tag="resume"):
    """Let the held clock go on; an open clarification ends."""

    turn: int | None = None


class End(Command, frozen=True, tag="end"):
    """End the started turn; the end of a clarification gives the floor back, paused."""

    turn: int | None = None


class Absent(Command, frozen=True, tag="absent"):
    """Mark the called person as not there."""

    turn: int | None = None


class PutBack(Command, frozen=True, tag="put_back"):
    """Undo the calling of a person, who returns to the old place in the waiting order."""

    turn: int | None = None


class Extend(Command, frozen=True, tag="extend"):
    """Give the turn more seconds, or fewer when negative."""

    seconds: int


class Backdate(Command, frozen=True, tag="backdate"):
    """Say that the turn on the floor began so many seconds before its clock was started."""

    seconds: int


class Recall(Command, frozen=True, tag="recall"):
    """Put an absent or withdrawn person back into the waiting order."""

    who: int
    to: Literal["end", "top"] = "end"


class Reorder(Command, frozen=True, tag="reorder"):
    """Give every waiting entry its new place."""

    order: tuple[int | str, ...]


class AskBack(Command, frozen=True, tag="ask_back"):
    """The chair asks the speaker back: the turn is held and a clarification runs."""


class FollowUp(Command, frozen=True, tag="follow_up"):
    """Somebody wants to come back to a question; waits before every first speech."""

    question: int
    who: int | None = None


class Question(Command, frozen=True, tag="question"):
    """Put down a question."""

    text: str
    field: str = ""
    who: int | None = None
    kind: QuestionKind = "question"


class EditQuestion(Command, frozen=True, tag="edit_question"):
    """Mend a question; only what is given changes."""

    question: int
    text: str | None = None
    field: str | None = None
    kind: QuestionKind | None = None
    who: int | None = None


class Join(Command, frozen=True, tag="join"):
    """Join a question into another, which then stands for both."""

    question: int
    into: int


class Unjoin(Command, frozen=True, tag="unjoin"):
    """Part a joined question again."""

    question: int


class DropQuestion(Command, frozen=True, tag="drop_question"):
    """Take a question off the list, with the reason."""

    question: int
    reason: str = ""


class Assign(Command, frozen=True, tag="assign", rename={"along": "with"}):
    """Say who answers: an official, and others along with him; `fields` are theirs (by number as text)."""

    questions: tuple[int, ...]
    official: str
    along: tuple[str, ...] = ()
    fields: dict[str, str] = {}


class Answer(Command, frozen=True, tag="answer"):
    """Put down what was answered, for one question or several."""

    questions: tuple[int, ...] = ()
    official: str | None = None
    text: str = ""


class EditAnswer(Command, frozen=True, tag="edit_answer"):
    """Mend an answer of a question, counted from 1."""

    question: int
    answer: int
    text: str | None = None
    official: str | None = None


class Note(Command, frozen=True, tag="note"):
    """Put down what was said in a turn that raises no question."""

    turn: int
    text: str


class Task(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Work that a conclusion gives to a body; each task becomes one promise."""

    kind: TaskKind
    body: str | None = None
    official: str | None = None
    due: date | None = None
    text: str = ""


class Conclude(Command, frozen=True, tag="conclude"):
    """The chair concludes on questions; body, official, due and reason belong to the outcome's own task."""

    questions: tuple[int, ...]
    outcome: Literal["settled", "written", "study", "beyond", "off_topic", "procedure", "noted"]
    text: str = ""
    body: str | None = None
    official: str | None = None
    due: date | None = None
    reason: str = ""
    tasks: tuple[Task, ...] = ()


class Reopen(Command, frozen=True, tag="reopen"):
    """Take back the conclusion on a question, or its being dropped."""

    question: int


class CorrectTime(Command, frozen=True, tag="correct_time"):
    """Set the spoken seconds of an ended turn; the journal keeps both."""

    turn: int
    spoken: float


class Message(Command, frozen=True, tag="message"):
    """Show a message to the hall; an empty text clears it."""

    text: str = ""


class Remind(Command, frozen=True, tag="remind"):
    """Remind the speaker of time, topic or order before the hall."""

    kind: ReminderKind


class Hide(Command, frozen=True, tag="hide"):
    """Hide the present turn from the hall, or show it again."""

    on: bool = True


class Blackout(Command, frozen=True, tag="blackout"):
    """Darken the hall's display, or light it again."""

    on: bool = True


class Recover(Command, frozen=True, tag="recover"):
    """Say how the clock goes on after an interruption that was noticed at `since`, the last sign of life."""

    choice: Literal["paused", "ran_on"]
    since: datetime | None = None


class Chair(Command, frozen=True, tag="chair"):
    """Say who presides from now, and by whose delegation."""

    code: str
    delegation: str = ""


class AddOfficial(Command, frozen=True, tag="add_official"):
    """Put somebody on the list who may answer and hold the floor; a code left out is made from the name."""

    name: str
    code: str = ""
    honorific: str = ""
    post: str = ""
    body: str = ""
    fields: tuple[str, ...] = ()


class EditOfficial(Command, frozen=True, tag="edit_official"):
    """Mend an official, guest, chair or secretary; only the fields given change."""

    code: str
    name: str | None = None
    honorific: str | None = None
    post: str | None = None
    body: str | None = None
    fields: tuple[str, ...] | None = None


class AddAgenda(Command, frozen=True, tag="add_agenda"):
    """Put an item at the end of the agenda."""

    title: str
    minutes: Count = 0


class EditAgenda(Command, frozen=True, tag="edit_agenda"):
    """Mend an item of the agenda, counted from 1; only what is given changes."""

    item: int
    title: str | None = None
    minutes: Count | None = None


class GivenLimits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Speaking limits in seconds that are to change; 0 means no limit."""

    speech: Count | None = None
    follow_up: Count | None = None
    answer: Count | None = None
    warn: Count | None = None


class GivenProjector(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is to change in how much of a person the hall may read."""

    names: Names | None = None
    topics: Topics | None = None


class EditMeeting(Command, frozen=True, tag="edit_meeting"):
    """Change what the meeting file settled; only what is given changes, a list is replaced whole.

    Of `papers` only those change that are named. The agenda, officials and rules have commands of their own.
    """

    title: str | None = None
    authority: str | None = None
    superior: str | None = None
    locality: str | None = None
    units: tuple[str, ...] | None = None
    place: str | None = None
    starts: datetime | None = None
    zone: str | None = None
    topic: str | None = None
    plan: PlanCitation | None = None
    bases: tuple[str, ...] | None = None
    chairs: tuple[Person, ...] | None = None
    secretaries: tuple[Person, ...] | None = None
    guests: tuple[Person, ...] | None = None
    signers: tuple[Signer, ...] | None = None
    limits: GivenLimits | None = None
    projector: GivenProjector | None = None
    fields: tuple[Field, ...] | None = None
    attendance: tuple[Attendee, ...] | None = None
    papers: tuple[PaperDetails, ...] | None = None


class EditRule(Command, frozen=True, tag="edit_rule"):
    """Set a term of the meeting, with the reason; an amount takes the place of a fixed date and the other way round."""

    name: RuleName
    amount: Count | None = None
    unit: Unit | None = None
    when: Literal["before", "after"] | None = None
    date: date | None = None
    source: str | None = None
    reason: str = ""


class Attend(Command, frozen=True, tag="attend"):
    """Say of somebody invited, of an organisation or of all of whom nothing was said (`rest`) who has come."""

    name: str = ""
    place: str = ""
    organisation: str = ""
    present: bool | int = True
    reason: str = ""
    substitute: str = ""
    official: str = ""
    rest: bool = False


class GoOn(Command, frozen=True, tag="go_on"):
    """Let the turn that ended last run again; the time between is a pause."""

    turn: int | None = None


class PastTurn(Command, frozen=True, tag="past_turn"):
    """Key in a turn that was timed on paper; `began` is a time on the meeting's day or a full local instant."""

    began: LocalTime
    spoken: float
    kind: PastTurnKind = "speech"
    who: int | None = None
    official: str | None = None
    questions: tuple[int, ...] = ()
    note: str = ""


class Rhythm(Command, frozen=True, tag="rhythm"):
    """Say how many people speak before their questions are answered; 0: one by one."""

    rounds: int


class ConcludeMeeting(Command, frozen=True, tag="conclude_meeting"):
    """The chair's general conclusion: an assessment, and directives that belong to no question.

    Given again, it replaces what is given and leaves the other as it was.
    """

    text: str | None = None
    tasks: tuple[Task, ...] | None = None


class Agree(Command, frozen=True, tag="agree", rename={"in_favour": "for", "everybody": "all"}):
    """A show of hands on a question, on a conclusion (the general one without a question), or on the minutes."""

    on: AgreedOn
    question: int | None = None
    in_favour: int | None = None
    against: int | None = None
    other: int | None = None
    everybody: bool = False


class Incident(Command, frozen=True, tag="incident"):
    """Put down something that happened in the hall and belongs into the minutes."""

    text: str


class Undo(Command, frozen=True, tag="undo"):
    """Take back the latest command that stands."""


class Redo(Command, frozen=True, tag="redo"):
    """Give again the command that was taken back last."""


class Reply(Command, frozen=True, tag="reply"):
    """Record the reply that keeps a promise."""

    promise: int | None = None
    question: int | None = None
    number: str = ""
    date: date | None = None
    text: str = ""


class ExtendPromise(Command, frozen=True, tag="extend_promise"):
    """Give a promise a later last day, with the reason that the citizen is told."""

    due: date
    promise: int | None = None
    question: int | None = None
    reason: str = ""


class Done(Command, frozen=True, tag="done"):
    """Record that a duty of the meeting is done."""

    duty: str
    date: date | None = None
    number: str = ""
    place: str = ""


AnyCommand = (
    Open | Adjourn | Sign | Break | EndBreak | Agenda | OpenRegistration | CloseRegistration
    | Register | EditRegistration | Withdraw | Call | Start | Pause | Resume | End | Absent | PutBack
    | Extend | Backdate | Recall | Reorder | AskBack | FollowUp | Question | EditQuestion | Join | Unjoin
    | DropQuestion | Assign | Answer | EditAnswer | Note | Conclude | Reopen | CorrectTime | Message
    | Remind | Hide | Blackout | Recover | Undo | Redo | Reply | ExtendPromise | Done
    | Chair | AddOfficial | EditOfficial | AddAgenda | EditAgenda | EditMeeting | EditRule | Attend
    | GoOn | PastTurn | Rhythm | ConcludeMeeting | Agree | Incident
)  # fmt: skip
