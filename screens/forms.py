"""The boxes of the console: which fields each act asks for, and what they propose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import officeholders
from moderator.meeting.promises import due_by
from moderator.meeting.setup import Attendee
from moderator.meeting.state import Entry
from moderator.meeting.text import fold
from moderator.meeting.wording import drafted_conclusion, in_running_text
from screens import choices
from screens.console_view import default_aim, numbers
from screens.form import Choice, Field, FieldProblem, Form, Scene, built, date_of

HONORIFICS = ("Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Bác", "Em", "Cụ")


def parted_name(typed: str) -> tuple[str, str]:
    """Honorific and name of "ông Nguyễn Văn An"; an honorific in front counts when a name follows it."""
    first, _, rest = typed.strip().partition(" ")
    for honorific in HONORIFICS:
        if rest.strip() and first.casefold() == honorific.casefold():
            return honorific, rest.strip()
    return "", typed.strip()


def _questions(scene: Scene) -> str:
    return numbers(scene.aim.questions)


def _question(scene: Scene) -> str:
    return str(scene.aim.questions[0]) if scene.aim.questions else ""


def _who(scene: Scene) -> str:
    return "" if scene.aim.who is None else str(scene.aim.who)


def _turn(scene: Scene) -> str:
    turn = scene.aim.turn or default_aim(scene.state)
    return "" if turn is None else str(turn)


def _order(scene: Scene) -> str:
    return ", ".join(str(entry) for entry in scene.state.waiting)


def _last_speaker(scene: Scene) -> str:
    for turn in reversed(scene.state.turns.values()):
        if turn.counted and turn.who is not None and turn.kind in ("speech", "follow_up"):
            return str(turn.who)
    return ""


def _fill_registration(scene: Scene, who: str) -> Mapping[str, str]:
    card = scene.state.registrations[int(who)].card
    names = ("honorific", "name", "place", "organisation", "topic", "summary")
    return {name: getattr(card, name) for name in names}


def _fill_question(scene: Scene, number: str) -> Mapping[str, str]:
    question = scene.state.questions[int(number)]
    return {"text": question.text, "field": question.field, "kind": question.kind, "who": str(question.who)}


def _fill_answer(scene: Scene, which: str) -> Mapping[str, str]:
    number, _, place = which.partition(":")
    answer = scene.state.questions[int(number)].answers[int(place) - 1]
    return {"text": answer.text, "official": answer.official}


def _fill_note(scene: Scene, number: str) -> Mapping[str, str]:
    return {"text": scene.state.turns[int(number)].note}


def _build_edit_answer(scene: Scene, values: dict[str, Any]) -> Command:
    number, _, place = values["answer_of"].partition(":")
    return c.EditAnswer(question=int(number), answer=int(place), text=values["text"] or "", official=values["official"])


def _build_reorder(scene: Scene, values: dict[str, Any]) -> Command:
    """Entries left out stay behind those that were typed, in their old order."""
    typed = [part for part in (values["order"] or "").replace(",", " ").split() if part]
    try:
        entries = [Entry.parse(part) for part in typed]
    except ValueError as wrong:
        raise FieldProblem("order", "entry", text=str(wrong)) from None
    left_out = [entry for entry in scene.state.waiting if entry not in entries]
    return c.Reorder(order=tuple(str(entry) for entry in (*entries, *left_out)))


def _build_adjourn(scene: Scene, values: dict[str, Any]) -> Command:
    settled: dict[str, c.Settling] = {}
    for how in ("withdrawn", "written"):
        for who in values[how] or ():
            settled[str(who)] = how
    return c.Adjourn(waiting=settled)


def _build_assign(scene: Scene, values: dict[str, Any]) -> Command:
    return c.Assign(
        questions=values["questions"],
        official=values["official"],
        along=_codes(scene, "along", values["along"]),
    )


def _conclusion_in_words(scene: Scene, texts: Mapping[str, str]) -> str:
    """The sentence that the minutes will carry: body and date as they follow from the official and the rules."""
    outcome = OUTCOMES.get(texts["outcome"])
    if outcome is None:
        return ""
    if texts["text"].strip():
        return texts["text"].strip()
    people = officeholders(scene.state.setup)
    asked = [scene.state.questions[number] for number in scene.aim.questions if number in scene.state.questions]
    assigned = next((question.officials[0] for question in asked if question.officials), "")
    official = people.get(texts["official"] or ("" if outcome.task == "forward" else assigned))
    body = texts["body"] or ("" if official is None else official.body)
    if outcome.task is None:
        return drafted_conclusion(outcome.code, reason=texts["reason"])
    today = scene.now.astimezone(scene.state.setup.tz).date()
    try:
        said = date_of("due", texts["due"].strip(), today) if texts["due"].strip() else None
    except FieldProblem:
        said = None
    due = due_by(scene.state, outcome.code, outcome.task, said, scene.calendar)
    return drafted_conclusion(outcome.code, in_running_text(body), due.last_day, due.estimated, texts["reason"])


def _codes(scene: Scene, field: str, typed: str | None) -> tuple[str, ...]:
    """Officials meant by parts of their names or posts, separated by commas."""
    found: list[str] = []
    for part in (typed or "").split(","):
        wanted = fold(part)
        if not wanted:
            continue
        hits = [o.value for o in choices.officials(scene) if wanted in fold(o.label) or part.strip() == o.value]
        if len(hits) != 1:
            raise FieldProblem(field, "official", text=part.strip())
        found.append(hits[0])
    return tuple(found)


def register_form(people: Sequence[Attendee]) -> Form:
    """The box for registering: known people by a part of their name, everybody else typed once."""

    def known(scene: Scene) -> Sequence[Choice]:
        return [Choice(f"#{place}", _introduced(person)) for place, person in enumerate(people)]

    def meant(value: str) -> Attendee | None:
        return people[int(value[1:])] if value.startswith("#") and value[1:].isdigit() else None

    def fill(scene: Scene, value: str) -> Mapping[str, str]:
        person = meant(value)
        return {} if person is None else {"place": person.place, "organisation": person.organisation}

    def build(scene: Scene, values: dict[str, Any]) -> Command:
        how = values.pop("how")
        person = meant(values["name"] or "")
        if person is None:
            values["honorific"], values["name"] = parted_name(values["name"] or "")
        else:
            values["honorific"], values["name"] = person.honorific, person.name
        if how != "in_writing":
            values["summary"] = values.pop("text")
        values |= {"channel": "in_writing" if how == "in_writing" else "in_person"}
        return built(
            c.Register, values | {"now": how == "now", "again": how == "again", "anonymous": how == "anonymous"}
        )

    return Form(
        (
            Field("name", "pick", choices=known, fills=fill, free=True, first=True),
            Field("place"),
            Field("topic"),
            Field("asked_seconds", "seconds"),
            Field("how", "pick", choices=_how, starts=lambda scene: "in_person", required=True),
            Field("organisation"),
            Field("phone"),
            _TEXT,
        ),
        build=build,
        stays=True,
    )


def _introduced(person: Attendee) -> str:
    name = f"{person.honorific} {person.name}".strip()
    return ", ".join(part for part in (name, person.place or person.organisation) if part)


def _how(scene: Scene) -> Sequence[Choice]:
    return choices.worded("console.how", ("in_person", "in_writing", "now", "again", "anonymous"), scene)


def _kinds(scene: Scene) -> Sequence[Choice]:
    return choices.worded("kind", choices.QUESTION_KINDS, scene)


def _ends(scene: Scene) -> Sequence[Choice]:
    return choices.worded("console.recall", ("end", "top"), scene)


def _reminders(scene: Scene) -> Sequence[Choice]:
    return choices.worded("reminder", ("time", "topic", "order"), scene)


_QUESTIONS = Field("questions", "numbers", starts=_questions, required=True)
_TEXT = Field("text", "area")


def _nothing(scene: Scene, value: str) -> Mapping[str, str]:
    """Enter goes on to the next field and fills none."""
    return {}


FORMS: dict[str, Form] = {
    "agenda": Form(
        (Field("item", "pick", choices=choices.agenda, starts=choices.next_agenda_item, required=True),),
        build=lambda scene, values: c.Agenda(item=int(values["item"])),  # type: ignore[call-overload]
    ),
    "break": Form((Field("minutes", "number", starts=lambda scene: "15"),)),
    "adjourn": Form((Field("withdrawn", "numbers"), Field("written", "numbers")), build=_build_adjourn),
    "edit_registration": Form(
        (
            Field("who", "pick", choices=choices.registrations, starts=_who, fills=_fill_registration, required=True),
            Field("honorific"),
            Field("name"),
            Field("place"),
            Field("organisation"),
            Field("topic"),
            Field("summary"),
            Field("phone"),
            Field("asked_seconds", "seconds"),
        )
    ),
    "withdraw": Form((Field("who", "pick", choices=choices.waiting_people, starts=_who, required=True),)),
    "recall": Form(
        (
            Field("who", "pick", choices=choices.gone_people, required=True),
            Field("to", "pick", choices=_ends, starts=lambda scene: "end"),
        )
    ),
    "reorder": Form((Field("order", starts=_order, required=True),), build=_build_reorder),
    "call": Form(
        (Field("entry", "pick", choices=choices.waiting_entries, required=True),),
    ),
    "statement": Form(
        (Field("statement", "pick", choices=choices.officials, starts=lambda s: s.state.chair, required=True),)
    ),
    "reading": Form((Field("reading", "numbers", starts=choices.written_unread, required=True),)),
    "extend": Form((Field("seconds", "seconds", starts=lambda scene: "1:00", required=True),)),
    "backdate": Form((Field("seconds", "seconds", starts=lambda scene: "0:20", required=True),)),
    "follow_up": Form(
        (
            Field("question", "pick", choices=choices.standing_questions, starts=_question, required=True),
            Field("who", "pick", choices=choices.registrations, free=False),
        )
    ),
    "correct_time": Form(
        (
            Field("turn", "pick", choices=choices.ended_turns, fills=_nothing, required=True),
            Field("spoken", "seconds", required=True),
        )
    ),
    "recover": Form((Field("choice", "pick", choices=choices.recovery, starts=lambda s: "paused", required=True),)),
    "note": Form(
        (Field("turn", "pick", choices=choices.turns, starts=_turn, fills=_fill_note, required=True), _TEXT),
    ),
    "question": Form(
        (
            Field("who", "pick", choices=choices.registrations, starts=_last_speaker, fills=_nothing, required=True),
            Field("text", "area", required=True),
            Field("field", "pick", choices=choices.fields),
            Field("kind", "pick", choices=_kinds, starts=lambda scene: "question"),
        )
    ),
    "edit_question": Form(
        (
            Field("question", "pick", choices=choices.questions, starts=_question, fills=_fill_question, required=True),
            Field("text", "area", required=True),
            Field("field", "pick", choices=choices.fields),
            Field("kind", "pick", choices=_kinds),
            Field("who", "pick", choices=choices.registrations),
        )
    ),
    "join": Form(
        (
            Field(
                "question", "pick", choices=choices.standing_questions, starts=_question, fills=_nothing, required=True
            ),
            Field("into", "pick", choices=choices.standing_questions, required=True),
        )
    ),
    "unjoin": Form((Field("question", "pick", choices=choices.joined_questions, required=True),)),
    "drop_question": Form(
        (
            Field(
                "question", "pick", choices=choices.standing_questions, starts=_question, fills=_nothing, required=True
            ),
            Field("reason", required=True),
        )
    ),
    "assign": Form(
        (
            _QUESTIONS,
            Field(
                "official",
                "pick",
                choices=choices.officials,
                starts=choices.proposed_official,
                required=True,
                first=True,
            ),
            Field("along"),
        ),
        build=_build_assign,
    ),
    "call_answer": Form(
        (
            _QUESTIONS,
            Field(
                "official",
                "pick",
                choices=choices.officials,
                starts=choices.proposed_official,
                required=True,
                first=True,
            ),
        ),
    ),
    "answer": Form(
        (
            _QUESTIONS,
            Field(
                "official",
                "pick",
                choices=choices.officials,
                starts=choices.proposed_official,
                required=True,
                fills=_nothing,
                first=True,
            ),
            Field("text", "area", required=True),
        )
    ),
    "edit_answer": Form(
        (
            Field("answer_of", "pick", choices=choices.answered_questions, fills=_fill_answer, required=True),
            Field("text", "area", required=True),
            Field("official", "pick", choices=choices.officials),
        ),
        build=_build_edit_answer,
    ),
    "conclude": Form(
        (
            _QUESTIONS,
            Field(
                "outcome", "pick", choices=choices.outcomes, starts=choices.proposed_outcome, required=True, first=True
            ),
            Field("body", "pick", choices=choices.bodies, free=True),
            Field("official", "pick", choices=choices.officials),
            Field("due", "date"),
            Field("reason"),
            _TEXT,
        ),
        preview=_conclusion_in_words,
    ),
    "reopen": Form((Field("question", "pick", choices=choices.closed_questions, starts=_question, required=True),)),
    "message": Form((Field("text", starts=lambda scene: scene.state.message),)),
    "remind": Form((Field("kind", "pick", choices=_reminders, starts=lambda scene: "time", required=True),)),
    "reply": Form(
        (
            Field("promise", "pick", choices=choices.promises_owed, fills=_nothing, required=True),
            Field("number"),
            Field("date", "date"),
            _TEXT,
        )
    ),
    "extend_promise": Form(
        (
            Field("promise", "pick", choices=choices.promises_owed, fills=_nothing, required=True),
            Field("due", "date", required=True),
            Field("reason", required=True),
        )
    ),
    "done": Form(
        (
            Field("duty", "pick", choices=choices.duties, fills=_nothing, required=True),
            Field("date", "date"),
            Field("number"),
            Field("place"),
        )
    ),
}
