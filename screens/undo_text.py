"""What a command did, in a few words: for the line that says what undo would take back, or what was just done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from moderator.meeting import events as e
from moderator.meeting.events import Event, Record
from moderator.meeting.people import officeholders
from moderator.meeting.setup import AgendaItem, Limits, Rule
from moderator.meeting.state import Entry, MeetingState
from screens.words import Words

# On a screen of 80 cells the key that takes it back stays in sight behind it.
LONGEST_TEXT = 35
# Acts with a short name of their own here leave more room.
_LONGEST_FACTS = 44

# Acts on the whole meeting, however many turns they end or hold on the way.
_ABOUT_ALL = frozenset({"open", "adjourn", "sign", "end_break", "open_registration", "close_registration"})
# Pause and resume share a key and its name; the others' names leave no room for what they were about.
_OWN_NAMES = frozenset({"pause", "resume", "edit_meeting", "edit_rule"})
_FACT_LABELS = {"title": "field.title", "place": "field.venue", "topic": "field.topic"}


def undone_text(words: Words, record: Record, state: MeetingState) -> str:
    """The name of the record's command and what it was about: a person, a question, a time, a term."""
    attended = [event for event in record.events if isinstance(event, e.AttendanceTaken)]
    if attended:
        from screens.attendance_text import told_in_words

        return told_in_words(words, state.setup, attended)
    name = words(f"undo.{own}") if (own := _own_name(record, state)) else words(f"command.{_name_of(record)}")
    subject = "" if record.do in _ABOUT_ALL else _subject(words, record, state)
    return words("undo.what", name=name, subject=subject) if subject else name


def _own_name(record: Record, state: MeetingState) -> str:
    """What a command did where its act is named for something else, or at length: "" for most."""
    if record.do in _OWN_NAMES:
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
    # What was taken back left no turn; whose it was is in what happened.
    turn = last if isinstance(last, e.TurnStaged | e.TurnKeyedIn) else state.turns.get(number)
    if turn is None:
        return words("undo.turn", turn=number)
    if turn.who is not None:
        return _person(words, state, turn.who)
    person = officeholders(state.setup).get(turn.official or "")
    return words("undo.turn", turn=number) if person is None else person.addressed


def _turn_and_time(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """Whose turn, and the time that it was given, began earlier or is said to have lasted."""
    last = happened[-1]
    if isinstance(last, e.TimeCorrected):
        time = _clock(last.spoken)
    else:
        seconds: int = last.seconds  # type: ignore[attr-defined]
        sign = ("−" if seconds < 0 else "+") if isinstance(last, e.TurnExtended) else ""
        time = sign + _clock(abs(seconds))
    return f"{_turn(words, state, happened)} ({time})"


def _clock(seconds: float) -> str:
    # Whoever prints a meeting does without the console but for this.
    from screens.console_view import clock

    return clock(seconds)


def _cut(text: str, detail: str = "", longest: int = LONGEST_TEXT) -> str:
    """A text on one line and a detail in brackets; where both are too long the text is cut."""
    line, behind = " ".join(text.split()), f" ({detail})" if detail else ""
    room = longest - len(behind)
    return (line if len(line) <= room else line[: room - 1] + "…") + behind


def _promise(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    return words("undo.promise", promise=happened[-1].promise)  # type: ignore[attr-defined]


def _message(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    text: str = happened[-1].text  # type: ignore[attr-defined]
    return _cut(text)


def _agenda(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    item: int = happened[-1].item  # type: ignore[attr-defined]
    return words("undo.agenda", item=item)


def _planned(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """An item of the agenda as it stands from now on."""
    last = happened[-1]
    item: AgendaItem = last.item  # type: ignore[attr-defined]
    title = item.title
    if isinstance(last, e.AgendaEdited):
        title = words("undo.agenda_item", item=last.number, title=title)
    return _cut(title, words("undo.minutes", minutes=item.minutes) if item.minutes else "")


def _break(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    minutes: int | None = happened[-1].minutes  # type: ignore[attr-defined]
    return "" if minutes is None else words("undo.minutes", minutes=minutes)


def _rhythm(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    rounds: int = happened[-1].rounds  # type: ignore[attr-defined]
    return words("undo.rounds", rounds=rounds) if rounds else words("undo.one_by_one")


def _order(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """Who comes first from now on, as far as there is room."""
    order: tuple[str, ...] = happened[-1].order  # type: ignore[attr-defined]
    return _cut(words("undo.number", who=", ".join(str(Entry.parse(entry).who) for entry in order)))


def _facts(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """Which facts of the meeting were edited, and its limits as they stand from now on."""
    told: list[str] = []
    for event in happened:
        for name in event.__struct_fields__:
            value = getattr(event, name)
            if value is None:
                continue
            if isinstance(value, Limits):
                limits = {"speech": value.speech, "follow_up": value.follow_up, "answer": value.answer}
                told += [f"{words(f'field.limit_{which}')} {_clock(limit)}" for which, limit in limits.items()]
            else:
                told.append(words(_FACT_LABELS.get(name, "undo.other_facts")))
    return _cut(", ".join(dict.fromkeys(told)), longest=_LONGEST_FACTS)


def _rule(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """Which term, and how long it is or when it ends."""
    rule: Rule = happened[-1].rule  # type: ignore[attr-defined]
    term = f"{rule.date:%d/%m/%Y}" if rule.date is not None else f"{rule.amount} {words(f'unit.{rule.unit}')}"
    return _cut(words(f"duty.{rule.name}"), term, _LONGEST_FACTS)


def _duty(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    return words(f"duty.{happened[-1].duty}")  # type: ignore[attr-defined]


def _general(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """How the general conclusion begins, and how many directives it gave."""
    text: str | None = happened[-1].text  # type: ignore[attr-defined]
    promises: tuple[e.PromiseMade, ...] | None = happened[-1].promises  # type: ignore[attr-defined]
    tasks = words("undo.tasks", count=len(promises)) if promises else ""
    return _cut(text, tasks) if text and text.strip() else tasks


def _recovered(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    """How the clock went on after the interruption."""
    choice: str = happened[-1].choice  # type: ignore[attr-defined]
    since: dt.datetime = happened[-1].since  # type: ignore[attr-defined]
    return words(f"undo.recovered.{choice}", time=f"{since.astimezone(state.setup.tz):%H:%M}")


def _official(words: Words, state: MeetingState, happened: Sequence[Event]) -> str:
    last = happened[-1]
    name: str = last.person.name if isinstance(last, e.PersonEdited) else last.official.name  # type: ignore[attr-defined]
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
    ((e.BreakBegan,), _break),
    ((e.Registered, e.RegistrationEdited, e.Withdrawn, e.Recalled, e.FollowUpAsked), _people),
    ((e.Assigned,), _assigned),
    (
        (
            e.QuestionRaised, e.QuestionEdited, e.QuestionJoined, e.QuestionParted, e.QuestionDropped,
            e.QuestionReopened, e.Answered, e.AnswerEdited, e.Concluded,
        ),
        _questions,
    ),
    ((e.Agreed,), _agreed),
    ((e.PromiseReplied, e.PromiseExtended), _promise),
    ((e.TurnWentOn, e.TurnKeyedIn), _turn),
    ((e.TurnStaged,), _turn),
    (
        (
            e.TurnStarted, e.TurnResumed, e.TurnPaused, e.TurnEnded, e.TurnPutBack, e.MarkedAbsent,
            e.TurnDropped, e.Noted, e.Reminded, e.TurnHidden,
        ),
        _turn,
    ),
    ((e.TurnExtended, e.TurnBackdated, e.TimeCorrected), _turn_and_time),
    ((e.Recovered,), _recovered),
    ((e.MessageShown, e.IncidentNoted), _message),
    ((e.AgendaMoved,), _agenda),
    ((e.AgendaAdded, e.AgendaEdited), _planned),
    ((e.MeetingEdited,), _facts),
    ((e.RuleEdited,), _rule),
    ((e.RhythmSet,), _rhythm),
    ((e.Reordered,), _order),
    ((e.MeetingConcluded,), _general),
    ((e.DutyDone,), _duty),
    ((e.OfficialAdded, e.OfficialEdited, e.PersonEdited), _official),
    ((e.ChairTook,), _chair),
)  # fmt: skip
