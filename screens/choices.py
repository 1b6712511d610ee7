"""What the forms offer to pick from, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar, get_args

from moderator.meeting.commands import QuestionKind
from moderator.meeting.events import Registered
from moderator.meeting.fields import fields_of
from moderator.meeting.finding import meant
from moderator.meeting.likely import likely_fields, likely_officials
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import officeholders
from moderator.meeting.setup import Field as PublicField
from moderator.meeting.setup import RuleName
from moderator.meeting.state import AskedQuestion, Promise, Turn
from screens.console_view import citizen, clock, holder, remaining
from screens.form import Choice, FieldProblem, Scene, Worded
from screens.words import Words

MOST_TOGETHER = 30
MOST_NAMED = 4
QUESTION_KINDS: tuple[QuestionKind, ...] = ("question", "conduct", "complaint", "denunciation")


def officials(scene: Scene) -> Sequence[Choice]:
    """Everybody who may answer, chairs first."""
    return [
        Choice(code, f"{person.addressed}, {person.post}" if person.post else person.addressed, called=person.name)
        for code, person in officeholders(scene.state.setup).items()
    ]


def official_meant(scene: Scene, field: str, typed: str) -> str:
    """The code of who is meant by a part of a name, a post or a body; raises FieldProblem naming the candidates."""
    found = officials_meant(scene, typed)
    people = officeholders(scene.state.setup)
    if len(found) == 1:
        return found[0]
    if not found:
        raise FieldProblem(field, "no_official", text=typed.strip())
    told = [people[code] for code in found[:MOST_NAMED]]
    names = [f"{person.name} ({person.body})" if person.body else person.name for person in told]
    names += ["…"] * (len(found) > MOST_NAMED)
    raise FieldProblem(field, "official", text=typed.strip(), names=", ".join(names))


def officials_named(scene: Scene, typed: str) -> list[str]:
    """Codes of everybody whom a code or a part of a name may mean."""
    people = officeholders(scene.state.setup)
    if typed.strip() in people:
        return [typed.strip()]
    codes = list(people)
    return [codes[place] for place in meant(typed, [(each.name, each.addressed) for each in people.values()])]


def officials_meant(scene: Scene, typed: str) -> list[str]:
    """Codes of everybody whom a part of a name, a post or a body may mean, by name before the others."""
    people = officeholders(scene.state.setup)
    codes = list(people)
    # "viet" is Mr Việt, not everybody of a front of Việt Nam.
    return officials_named(scene, typed) or [
        codes[place] for place in meant(typed, [(each.post, each.body) for each in people.values()])
    ]


def _likely_official(scene: Scene, question: AskedQuestion) -> str:
    if question.officials:
        return question.officials[0]
    likely = likely_officials(scene.state, question.text, question.field, but=question.number)
    return likely[0] if likely else ""


def proposed_official(scene: Scene) -> str:
    """Who most likely answers: whoever is assigned already, else by field and words, else the chair."""
    return scene.once(_most_likely_official)


def _most_likely_official(scene: Scene) -> str:
    for number in scene.aim.questions:
        likely = _likely_official(scene, scene.state.questions[number])
        if likely:
            return likely
    return scene.state.chair


def assigned_together(scene: Scene) -> tuple[int, ...]:
    """The questions to assign: those that were marked, else of those proposed the ones for the first one's official."""
    return scene.once(_for_one_official)


def _for_one_official(scene: Scene) -> tuple[int, ...]:
    asked = scene.aim.questions
    if not scene.aim.proposed or len(asked) < 2:
        return asked
    questions = scene.state.questions
    first = _likely_official(scene, questions[asked[0]])
    like = (number for number in asked[:MOST_TOGETHER] if _likely_official(scene, questions[number]) == first)
    return tuple(like)


def likely_field(scene: Scene, question: AskedQuestion, official: str) -> str:
    """The field of a question: its own, else what its words tell among those of the official, else his only one."""
    if question.field:
        return question.field
    person = officeholders(scene.state.setup).get(official)
    his = () if person is None else person.fields
    told = likely_fields(scene.state, question.text)
    for field in told:
        if field in his:
            return field
    if len(his) == 1:
        return his[0]
    return told[0] if told and not his else ""


def proposed_field(scene: Scene) -> str:
    """The field that all questions to be assigned have in common, nothing where they differ."""
    return scene.once(_common_field)


def _common_field(scene: Scene) -> str:
    official = proposed_official(scene)
    asked = [scene.state.questions[number] for number in assigned_together(scene)[:MOST_TOGETHER]]
    fields = {likely_field(scene, question, official) for question in asked}
    return fields.pop() if len(fields) == 1 else ""


def bodies(scene: Scene) -> Sequence[Choice]:
    """Every body that an official stands for."""
    names = dict.fromkeys(official.body for official in scene.state.setup.officials if official.body)
    return [Choice(name, name) for name in names]


def topics(scene: Scene) -> Sequence[Choice]:
    """The fields of public affairs by their names: what most people want to speak about."""
    return [Choice(field.name, field.name) for field in _ordered_fields(scene)]


Thing = TypeVar("Thing")


class WordedOnce(Generic[Thing]):
    """Choices of things that are numbered: a thousand are put into words once.

    What stands in the state of a meeting is replaced, never changed.
    """

    def __init__(self, word: Callable[[Scene, Thing], Choice]) -> None:
        """Word each thing so."""
        self._word = word
        self._kept: dict[int, tuple[Thing, Words, Choice]] = {}

    def __call__(self, scene: Scene, number: int, thing: Thing) -> Choice:
        """The choice of a thing that has a number."""
        kept = self._kept.get(number)
        if kept is None or kept[0] is not thing or kept[1] is not scene.words:
            kept = self._kept[number] = thing, scene.words, self._word(scene, thing)
        return kept[2]


def _worded_card(scene: Scene, card: Registered) -> Choice:
    label = scene.words("console.number_and_name", who=card.who, name=citizen(scene.state, card.who))
    return Choice(str(card.who), label, called=card.name)


_registrations_worded = WordedOnce(_worded_card)


def _registration(scene: Scene, who: int) -> Choice:
    return _registrations_worded(scene, who, scene.state.registrations[who].card)


def registrations(scene: Scene) -> Sequence[Choice]:
    """Everybody who registered, the latest first."""
    numbers = [str(who) for who in reversed(scene.state.registrations)]
    return Worded(numbers, lambda who: _registration(scene, int(who)))


def waiting_people(scene: Scene) -> Sequence[Choice]:
    """Everybody who waits, in order."""
    people = dict.fromkeys(entry.who for entry in scene.state.waiting)
    return [_registration(scene, who) for who in people]


def waiting_entries(scene: Scene) -> Sequence[Choice]:
    """Every waiting entry, in order."""
    found = []
    for entry in scene.state.waiting:
        label = scene.words("console.number_and_name", who=entry.who, name=citizen(scene.state, entry.who))
        if entry.question is not None:
            label += " · " + scene.words("console.follow_up_on", question=entry.question)
        found.append(Choice(str(entry), label, called=scene.state.registrations[entry.who].card.name))
    return found


def gone_people(scene: Scene) -> Sequence[Choice]:
    """Who was absent or withdrew and may wait again."""
    absent = dict.fromkeys(entry.who for entry in scene.state.absent)
    withdrawn = [r.who for r in scene.state.registrations.values() if r.status == "withdrawn"]
    return [_registration(scene, who) for who in (*absent, *withdrawn)]


def question_label(question: AskedQuestion) -> str:
    """A question in one line: number and the beginning of its text."""
    return f"{question.number}. {question.text}".replace("\n", " ")


def _worded_question(scene: Scene, question: AskedQuestion) -> Choice:
    """A question, found by its number before the numbers in its text."""
    return Choice(str(question.number), question_label(question), called=str(question.number))


_questions_worded = WordedOnce(_worded_question)


def _question(scene: Scene, number: int) -> Choice:
    return _questions_worded(scene, number, scene.state.questions[number])


def _numbered(scene: Scene, found: Iterable[AskedQuestion]) -> Worded:
    return Worded([str(question.number) for question in found], lambda number: _question(scene, int(number)))


def questions(scene: Scene) -> Sequence[Choice]:
    """Every question, the latest first."""
    return _numbered(scene, reversed(scene.state.questions.values()))


def standing_questions(scene: Scene) -> Worded:
    """Questions that are neither joined nor dropped, the latest first."""
    asked = reversed(scene.state.questions.values())
    return _numbered(scene, (question for question in asked if question.status not in ("joined", "dropped")))


def to_join_into(scene: Scene) -> Sequence[Choice]:
    """The same behind a row that stands for none: nothing is joined into a question that nobody chose."""
    return standing_questions(scene).behind(Choice("", scene.words("unset.question")))


def joined_questions(scene: Scene) -> Sequence[Choice]:
    """Questions that were joined into another."""
    return _numbered(scene, (question for question in scene.state.questions.values() if question.joined_into))


def closed_questions(scene: Scene) -> Sequence[Choice]:
    """Questions with a conclusion, and dropped ones."""
    asked = reversed(scene.state.questions.values())
    return _numbered(scene, (question for question in asked if question.status in ("concluded", "dropped")))


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


def _ordered_fields(scene: Scene) -> list[PublicField]:
    """The fields of public affairs, those that the meeting file names first."""
    known = fields_of(scene.state.setup)
    own = {field.code: known[field.code] for field in scene.state.setup.fields}
    return list((own | known).values())


def fields(scene: Scene) -> Sequence[Choice]:
    """The fields of public affairs, those that the meeting file names first."""
    return [Choice(field.code, field.name) for field in _ordered_fields(scene)]


def fields_meant(scene: Scene, typed: str) -> tuple[str, ...]:
    """Codes of the fields meant by parts of their names; raises FieldProblem of the field `fields`."""
    known = _ordered_fields(scene)
    found: dict[str, None] = {}
    for part in typed.replace(",", ";").split(";"):
        if not part.strip():
            continue
        hits = [known[place] for place in meant(part, [(field.name, field.code) for field in known])]
        if len(hits) != 1:
            names = ", ".join(field.name for field in hits[:MOST_NAMED])
            raise FieldProblem("fields", "fields" if hits else "no_field", text=part.strip(), names=names)
        found[hits[0].code] = None
    return tuple(found)


def matters(scene: Scene) -> Sequence[Choice]:
    """What hands may be shown on: "minutes", "conclusion", "question:4", "conclusion:4"."""
    state, words = scene.state, scene.words
    found = [Choice("minutes", words("agreed.minutes"))]
    if state.general_conclusion is not None:
        found.insert(0, Choice("conclusion", words("agreed.conclusion")))
    for question in reversed(state.questions.values()):
        if question.status in ("joined", "dropped"):
            continue
        for on in ("conclusion", "question"):
            if on == "question" or question.conclusion is not None:
                label = capital(words(f"agreed.{on}_of", question=question.number))
                text = " ".join(question.text.split())
                found.append(Choice(f"{on}:{question.number}", f"{label} – {text}", called=str(question.number)))
    return found


def proposed_matter(scene: Scene) -> str:
    """What hands are most likely shown on: the question aimed at, towards the end the minutes, else what came last."""
    state = scene.state
    for number in scene.aim.questions:
        question = state.questions[number]
        if question.status not in ("joined", "dropped"):
            return f"{'question' if question.conclusion is None else 'conclusion'}:{number}"
    if state.general_conclusion is not None and ("conclusion", None) not in state.agreements:
        return "conclusion"
    if state.general_conclusion is not None or state.stage in ("adjourned", "signed"):
        return "minutes"
    standing = [q for q in state.questions.values() if q.status not in ("joined", "dropped")]
    concluded = [(q.conclusion.at, q.number) for q in standing if q.conclusion is not None]
    if concluded:
        return f"conclusion:{max(concluded)[1]}"
    return f"question:{standing[-1].number}" if standing else "minutes"


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


def worded(prefix: str, values: Sequence[str], scene: Scene) -> Sequence[Choice]:
    """Choices whose words stand in the catalogues under a prefix."""
    return _worded(prefix, tuple(values), scene.words)


@lru_cache(maxsize=32)
def _worded(prefix: str, values: tuple[str, ...], words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(value, words(f"{prefix}.{value}")) for value in values)


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


def other_president(scene: Scene) -> str:
    """Who would take the chair from whoever has it."""
    return next((choice.value for choice in presidents(scene) if choice.value != scene.state.chair), "")


def presidents(scene: Scene) -> Sequence[Choice]:
    """The chairs of the meeting."""
    return [choice for choice in officials(scene) if choice.value == "chair" or choice.value.startswith("chair-")]


def rules(scene: Scene) -> Sequence[Choice]:
    """Every kind of term, those that the meeting has first."""
    own = dict.fromkeys(rule.name for rule in scene.state.setup.rules)
    return worded("duty", list(own | dict.fromkeys(get_args(RuleName))), scene)
