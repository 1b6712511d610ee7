"""What the forms offer to pick from, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from moderator.meeting.commands import QuestionKind
from moderator.meeting.fields import fields_of
from moderator.meeting.likely import likely_officials
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import officeholders
from moderator.meeting.setup import RuleName
from moderator.meeting.state import AskedQuestion, Promise, Registration, Turn
from screens.console_view import citizen, clock, holder, remaining
from screens.form import Choice, Scene

QUESTION_KINDS: tuple[QuestionKind, ...] = ("question", "conduct", "complaint", "denunciation")


def officials(scene: Scene) -> Sequence[Choice]:
    """Everybody who may answer, chairs first."""
    return [
        Choice(code, f"{person.addressed}, {person.post}" if person.post else person.addressed)
        for code, person in officeholders(scene.state.setup).items()
    ]


def proposed_official(scene: Scene) -> str:
    """Who most likely answers: whoever is assigned already, else by field and words, else the chair."""
    for number in scene.aim.questions:
        question = scene.state.questions[number]
        if question.officials:
            return question.officials[0]
        likely = likely_officials(scene.state, question.text, question.field, but=question.number)
        if likely:
            return likely[0]
    return scene.state.chair


def bodies(scene: Scene) -> Sequence[Choice]:
    """Every body that an official stands for."""
    names = dict.fromkeys(official.body for official in scene.state.setup.officials if official.body)
    return [Choice(name, name) for name in names]


def _registration(scene: Scene, registration: Registration) -> Choice:
    who = registration.who
    label = scene.words("console.number_and_name", who=who, name=citizen(scene.state, who))
    return Choice(str(who), label)


def registrations(scene: Scene) -> Sequence[Choice]:
    """Everybody who registered, the latest first."""
    return [_registration(scene, each) for each in reversed(scene.state.registrations.values())]


def waiting_people(scene: Scene) -> Sequence[Choice]:
    """Everybody who waits, in order."""
    people = dict.fromkeys(entry.who for entry in scene.state.waiting)
    return [_registration(scene, scene.state.registrations[who]) for who in people]


def waiting_entries(scene: Scene) -> Sequence[Choice]:
    """Every waiting entry, in order."""
    found = []
    for entry in scene.state.waiting:
        label = scene.words("console.number_and_name", who=entry.who, name=citizen(scene.state, entry.who))
        if entry.question is not None:
            label += " · " + scene.words("console.follow_up_on", question=entry.question)
        found.append(Choice(str(entry), label))
    return found


def gone_people(scene: Scene) -> Sequence[Choice]:
    """Who was absent or withdrew and may wait again."""
    absent = dict.fromkeys(entry.who for entry in scene.state.absent)
    withdrawn = [r.who for r in scene.state.registrations.values() if r.status == "withdrawn"]
    return [_registration(scene, scene.state.registrations[who]) for who in (*absent, *withdrawn)]


def question_label(question: AskedQuestion) -> str:
    """A question in one line: number and the beginning of its text."""
    return f"{question.number}. {question.text}".replace("\n", " ")


def questions(scene: Scene) -> Sequence[Choice]:
    """Every question, the latest first."""
    return [Choice(str(q.number), question_label(q)) for q in reversed(scene.state.questions.values())]


def standing_questions(scene: Scene) -> Sequence[Choice]:
    """Questions that are neither joined nor dropped, the latest first."""
    return [
        Choice(str(q.number), question_label(q))
        for q in reversed(scene.state.questions.values())
        if q.status not in ("joined", "dropped")
    ]


def joined_questions(scene: Scene) -> Sequence[Choice]:
    """Questions that were joined into another."""
    return [Choice(str(q.number), question_label(q)) for q in scene.state.questions.values() if q.joined_into]


def closed_questions(scene: Scene) -> Sequence[Choice]:
    """Questions with a conclusion, and dropped ones."""
    return [
        Choice(str(q.number), question_label(q))
        for q in reversed(scene.state.questions.values())
        if q.status in ("concluded", "dropped")
    ]


def written_unread(scene: Scene) -> str:
    """Numbers of the written questions that nobody has read out yet."""
    state = scene.state
    read = {
        number for turn in state.turns.values() if turn.kind == "reading" and turn.counted for number in turn.questions
    }
    return ", ".join(
        str(q.number)
        for q in state.questions.values()
        if q.number not in read
        and q.status not in ("joined", "dropped")
        and state.registrations[q.who].card.channel == "in_writing"
    )


def answered_questions(scene: Scene) -> Sequence[Choice]:
    """Every answer that was put down: "question:answer"."""
    people = officeholders(scene.state.setup)
    return [
        Choice(
            f"{q.number}:{place}", f"{q.number}. {people[answer.official].addressed}: {answer.text}".replace("\n", " ")
        )
        for q in reversed(scene.state.questions.values())
        for place, answer in enumerate(q.answers, start=1)
    ]


def _turn(scene: Scene, turn: Turn) -> Choice:
    spoken = clock(turn.spoken(scene.now))
    kind = scene.words(f"console.turn.{turn.kind}")
    return Choice(str(turn.number), f"{turn.number}. {kind} {holder(scene.state, turn, scene.words)} {spoken}")


def turns(scene: Scene) -> Sequence[Choice]:
    """Every turn, the latest first."""
    return [_turn(scene, turn) for turn in reversed(scene.state.turns.values()) if turn.counted]


def ended_turns(scene: Scene) -> Sequence[Choice]:
    """Every ended turn, the latest first."""
    return [_turn(scene, t) for t in reversed(scene.state.turns.values()) if t.counted and t.ended is not None]


def fields(scene: Scene) -> Sequence[Choice]:
    """The fields of public affairs."""
    return [Choice(field.code, field.name) for field in fields_of(scene.state.setup).values()]


def agenda(scene: Scene) -> Sequence[Choice]:
    """The items of the agenda."""
    return [Choice(str(place), f"{place}. {item.title}") for place, item in enumerate(scene.state.setup.agenda, 1)]


def next_agenda_item(scene: Scene) -> str:
    """The item after the present one."""
    return str(min((scene.state.agenda_item or 0) + 1, len(scene.state.setup.agenda)))


def outcomes(scene: Scene) -> Sequence[Choice]:
    """The seven outcomes."""
    return [Choice(code, scene.words(f"outcome.{code}")) for code in OUTCOMES]


def outcome_of(question: AskedQuestion) -> str:
    """What the chair most likely concludes: settled once answered, the procedure for complaints, else in writing."""
    if question.kind in ("complaint", "denunciation"):
        return "procedure"
    return "settled" if question.status == "answered" else "written"


def proposed_outcome(scene: Scene) -> str:
    """The likely outcome of the first question aimed at."""
    for number in scene.aim.questions:
        return outcome_of(scene.state.questions[number])
    return "settled"


def worded(prefix: str, values: Sequence[str], scene: Scene) -> list[Choice]:
    """Choices whose words stand in the catalogues under a prefix."""
    return [Choice(value, scene.words(f"{prefix}.{value}")) for value in values]


def _about(scene: Scene, promise: Promise) -> str:
    if promise.question is None:
        return promise.text
    return question_label(scene.state.questions[promise.question])


def promises_owed(scene: Scene) -> Sequence[Choice]:
    """Promises without a reply."""
    return [
        Choice(str(p.number), f"{p.number}. {p.body} · {_about(scene, p)}")
        for p in scene.state.promises.values()
        if p.reply is None
    ]


def duties(scene: Scene) -> Sequence[Choice]:
    """The duties that the meeting's rules set."""
    names = dict.fromkeys(rule.name for rule in scene.state.setup.rules)
    return worded("duty", list(names), scene)


def recovery(scene: Scene) -> Sequence[Choice]:
    """The two ways in which a clock may go on after an interruption, each with what it would show."""
    turn = scene.state.floor
    found = []
    for way, instant in (("paused", scene.interrupted_since or scene.now), ("ran_on", scene.now)):
        shown = "" if turn is None else remaining(turn, instant)
        found.append(Choice(way, scene.words(f"console.recover.{way}", time=shown)))
    return found


def presidents(scene: Scene) -> Sequence[Choice]:
    """The chairs of the meeting."""
    return [choice for choice in officials(scene) if choice.value == "chair" or choice.value.startswith("chair-")]


def attendees(scene: Scene) -> Sequence[Choice]:
    """Everybody who was invited, people and groups: "invited:" and the place on the list."""
    found = []
    for place, attendee in enumerate(scene.state.setup.attendance):
        name = f"{attendee.honorific} {attendee.name}".strip()
        label = ", ".join(part for part in (name, attendee.place, attendee.organisation) if part)
        if attendee.count:
            label += f" ({attendee.count})"
        found.append(Choice(f"invited:{place}", label))
    return found


def rules(scene: Scene) -> Sequence[Choice]:
    """Every kind of term, those that the meeting has first."""
    own = dict.fromkeys(rule.name for rule in scene.state.setup.rules)
    return worded("duty", list(own | dict.fromkeys(get_args(RuleName))), scene)
