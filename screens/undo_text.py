"""What a command did, in a few words: for the line that says what undo would take back, or what was just done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from moderator.meeting import events as e
from moderator.meeting.events import Event, Record
from moderator.meeting.people import officeholders
from moderator.meeting.state import Entry, MeetingState
from screens.words import Words

LONGEST_TEXT = 40

# Acts on the whole meeting, however many turns they end or hold on the way.
_ABOUT_ALL = frozenset({"open", "adjourn", "sign", "break", "end_break", "open_registration", "close_registration"})


def undone_text(words: Words, record: Record, state: MeetingState) -> str:
    """The name of the record's command and what it was about: a person, a question, a promise."""
    name = words(f"command.{_name_of(record)}")
    subject = "" if record.do in _ABOUT_ALL else _subject(words, record, state)
    return words("undo.what", name=name, subject=subject) if subject else name


def _name_of(record: Record) -> str:
    """The act's name in the registry, which tells apart what one command serves for."""
    for event in record.events:
        if isinstance(event, e.TurnStaged) and record.do == "call":
            return {"answer": "call_answer", "statement": "statement", "reading": "reading"}.get(event.kind, "call")
        if isinstance(event, e.TurnHidden):
            return "hide" if event.on else "show_turn"
        if isinstance(event, e.BlackedOut):
            return "blackout" if event.on else "light"
    return record.do


def _subject(words: Words, record: Record, state: MeetingState) -> str:
    for kinds, tell in _TELLERS:
        happened = [event for event in record.events if isinstance(event, kinds)]
        if happened:
            return tell(words, state, happened)
    return ""


def _person(words: Words, state: MeetingState, who: int) -> str:
    registration = state.registrations.get(who)
    name = "" if registration is None else registration.card.name
    return words("undo.person", who=who, name=name) if name else words("undo.number", who=who)


def _people(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    whos = []
    for event in happened:
        entry = getattr(event, "entry", None)
        whos.append(Entry.parse(entry).who if entry is not None else event.who)  # type: ignore[attr-defined]
    return ", ".join(_person(words, state, who) for who in dict.fromkeys(whos))


def _questions(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    numbers: list[int] = []
    for event in happened:
        several = getattr(event, "questions", None)
        numbers += several if several is not None else (event.question,)  # type: ignore[attr-defined]
    return words("undo.question", numbers=", ".join(map(str, dict.fromkeys(numbers))))


def _turn(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    number: int = happened[-1].turn  # type: ignore[attr-defined]
    turn = state.turns.get(number)
    if turn is None:
        return words("undo.turn", turn=number)
    if turn.who is not None:
        return _person(words, state, turn.who)
    person = officeholders(state.setup).get(turn.official or "")
    return words("undo.turn", turn=number) if person is None else person.addressed


def _promise(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    return words("undo.promise", promise=happened[-1].promise)  # type: ignore[attr-defined]


def _message(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    text: str = happened[-1].text  # type: ignore[attr-defined]
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1] + "…"


def _agenda(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    item: int = happened[-1].item  # type: ignore[attr-defined]
    return words("undo.agenda", item=item)


def _official(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    name: str = happened[-1].official.name  # type: ignore[attr-defined]
    return name


def _chair(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    person = officeholders(state.setup).get(happened[-1].chair)  # type: ignore[attr-defined]
    return "" if person is None else person.addressed


def _attendee(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    came = happened[-1]
    name: str = came.name or came.organisation  # type: ignore[attr-defined]
    return name


_Tell = Callable[[Words, MeetingState, Sequence[Event]], str]
# The first kind that happened says what the command was about.
_TELLERS: tuple[tuple[tuple[type[Event], ...], _Tell], ...] = (
    ((e.Registered, e.RegistrationEdited, e.Withdrawn, e.Recalled, e.FollowUpAsked), _people),
    (
        (
            e.QuestionRaised, e.QuestionEdited, e.QuestionJoined, e.QuestionParted, e.QuestionDropped,
            e.QuestionReopened, e.Assigned, e.Answered, e.AnswerEdited, e.Concluded,
        ),
        _questions,
    ),
    ((e.PromiseReplied, e.PromiseExtended), _promise),
    ((e.TurnWentOn, e.TurnKeyedIn), _turn),
    ((e.TurnStaged,), _turn),
    (
        (
            e.TurnStarted, e.TurnResumed, e.TurnPaused, e.TurnEnded, e.TurnPutBack, e.MarkedAbsent,
            e.TurnDropped, e.TurnExtended, e.TurnBackdated, e.TimeCorrected, e.Noted, e.Reminded, e.TurnHidden,
        ),
        _turn,
    ),
    ((e.MessageShown, e.IncidentNoted), _message),
    ((e.AgendaMoved,), _agenda),
    ((e.OfficialAdded, e.OfficialEdited), _official),
    ((e.ChairTook,), _chair),
    ((e.AttendanceTaken,), _attendee),
)  # fmt: skip
