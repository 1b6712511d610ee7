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
    attended = [event for event in record.events if isinstance(event, e.AttendanceTaken)]
    if attended:
        from screens.attendance_text import told_in_words

        return told_in_words(words, state.setup, attended)
    name = words(f"undo.{own}") if (own := _own_name(record, state)) else words(f"command.{_name_of(record)}")
    subject = "" if record.do in _ABOUT_ALL else _subject(words, record, state)
    return words("undo.what", name=name, subject=subject) if subject else name


def _own_name(record: Record, state: MeetingState) -> str:
    """What a command did where its act is named for something else: "" for most."""
    if record.do in ("pause", "resume"):
        # One key does both.
        return record.do
    for event in record.events:
        if isinstance(event, e.MessageShown) and not event.text.strip():
            return "message_off"
        # Who was heard already, or has a written question that stands, gave up a follow-up alone.
        if isinstance(event, e.Withdrawn) and len(record.events) == 1:
            registration = state.registrations.get(event.who)
            if registration is not None and registration.status in ("heard", "in_writing"):
                return "withdraw_follow_up"
    return ""


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
    # A registration that was taken back is in the state no more, but its name is in what happened.
    names = {event.who: event.name for event in happened if isinstance(event, e.Registered) and event.name}
    whos = []
    for event in happened:
        entry = getattr(event, "entry", None)
        whos.append(Entry.parse(entry).who if entry is not None else event.who)  # type: ignore[attr-defined]
    return ", ".join(
        words("undo.person", who=who, name=names[who]) if who in names else _person(words, state, who)
        for who in dict.fromkeys(whos)
    )


def _questions(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    numbers: list[int] = []
    for event in happened:
        several = getattr(event, "questions", None)
        numbers += several if several is not None else (event.question,)  # type: ignore[attr-defined]
    return words("undo.question", numbers=", ".join(map(str, dict.fromkeys(numbers))))


def _assigned(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """Which questions, and to whom."""
    people = officeholders(state.setup)
    codes: tuple[str, ...] = happened[-1].officials  # type: ignore[attr-defined]
    names = [people[code].addressed if code in people else code for code in codes]
    return words("undo.assigned", questions=_questions(words, state, happened), names=", ".join(names))


def _turn(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    last = happened[-1]
    number: int = last.turn  # type: ignore[attr-defined]
    # A call that was taken back left no turn; who was called is in what happened.
    turn = last if isinstance(last, e.TurnStaged) else state.turns.get(number)
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


def _agreed(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """On what hands were shown, and how many."""
    for event in happened:
        if isinstance(event, e.Agreed):
            counts = event.in_favour, event.against, event.other
            hands = hands_told(words, *counts, everybody=event.everybody)
            return words("undo.agreed", matter=matter_told(words, event.on, event.question), hands=hands)
    return ""


def matter_told(words: Words, on: str, question: int | None) -> str:
    """On what hands are shown: the minutes, the general conclusion, a question or the conclusion on it."""
    return words(f"agreed.{on}") if question is None else words(f"agreed.{on}_of", question=question)


def hands_told(
    words: Words, in_favour: int | None, against: int | None, other: int | None, *, everybody: bool = False
) -> str:
    """How many were for it, against it and of another opinion, as far as they were counted."""
    if everybody:
        return words("agreed.everybody")
    counted = (("in_favour", in_favour), ("against", against), ("other", other))
    return ", ".join(words(f"agreed.{name}", count=count) for name, count in counted if count is not None)


_Tell = Callable[[Words, MeetingState, Sequence[Event]], str]
# The first kind that happened says what the command was about.
_TELLERS: tuple[tuple[tuple[type[Event], ...], _Tell], ...] = (
    ((e.Registered, e.RegistrationEdited, e.Withdrawn, e.Recalled, e.FollowUpAsked), _people),
    (
        (
            e.QuestionRaised, e.QuestionEdited, e.QuestionJoined, e.QuestionParted, e.QuestionDropped,
            e.QuestionReopened, e.Answered, e.AnswerEdited, e.Concluded,
        ),
        _questions,
    ),
    ((e.Assigned,), _assigned),
    ((e.Agreed,), _agreed),
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
)  # fmt: skip
