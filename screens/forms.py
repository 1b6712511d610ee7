"""The boxes of the console: which fields each act asks for, and what they propose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.people import officeholders
from moderator.meeting.setup import Attendee
from screens import choices
from screens.console_view import clock, default_aim, numbers
from screens.form import Choice, Field, Form, Scene, built
from screens.form_given import (
    given_adjourn,
    given_agree,
    given_assign,
    given_attend,
    given_conclude,
    given_conclude_meeting,
    given_edit_answer,
    given_edit_meeting,
    given_official,
    given_past_turn,
    given_reorder,
    given_rule,
    given_statement,
    parted_name,
)
from screens.form_previews import before_adjourning, before_assigning, before_calling, before_concluding


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


_FIVE_MINUTES = dt.timedelta(minutes=5)
_QUESTIONS = Field("questions", "numbers", starts=_questions, required=True)
_ANSWERER = Field(
    "official", "pick", choices=choices.officials, starts=choices.proposed_official, required=True, first=True
)
_TEXT = Field("text", "area")


def _nothing(scene: Scene, value: str) -> Mapping[str, str]:
    """Enter goes on to the next field and fills none."""
    return {}


def _general_text(scene: Scene) -> str:
    general = scene.state.general_conclusion
    return "" if general is None else general.text


def _fill_official(scene: Scene, code: str) -> Mapping[str, str]:
    person = officeholders(scene.state.setup)[code]
    return {"honorific": person.honorific, "name": person.name, "post": person.post, "body": person.body}


def _fill_agenda(scene: Scene, item: str) -> Mapping[str, str]:
    planned = scene.state.setup.agenda[int(item) - 1]
    return {"title": planned.title, "minutes": str(planned.minutes)}


def _fill_rule(scene: Scene, name: str) -> Mapping[str, str]:
    for rule in scene.state.setup.rules:
        if rule.name == name:
            amount = "" if rule.amount is None else str(rule.amount)
            day = "" if rule.date is None else f"{rule.date:%d/%m/%Y}"
            return {"amount": amount, "unit": rule.unit, "date": day, "source": rule.source}
    return {}


def _past_kinds(scene: Scene) -> Sequence[Choice]:
    return choices.worded("console.turn", ("speech", "follow_up", "answer", "statement", "reading"), scene)


def _units(scene: Scene) -> Sequence[Choice]:
    return choices.worded("unit", ("days", "working_days"), scene)


def _agreed_on(scene: Scene) -> Sequence[Choice]:
    return choices.worded("agreed", ("question", "conclusion", "minutes"), scene)


def _closing(scene: Scene) -> str:
    """The next full five minutes."""
    soon = scene.now.astimezone(scene.state.setup.tz) + _FIVE_MINUTES - dt.timedelta(microseconds=1)
    return f"{soon.hour}:{soon.minute // 5 * 5:02}"


FORMS: dict[str, Form] = {
    "minutes_signing": Form((Field("closing", "time", starts=_closing, required=True),)),
    "agenda": Form(
        (Field("item", "pick", choices=choices.agenda, starts=choices.next_agenda_item, required=True),),
        build=lambda scene, values: c.Agenda(item=int(values["item"])),  # type: ignore[call-overload]
    ),
    "break": Form((Field("minutes", "number", starts=lambda scene: "15"),)),
    "adjourn": Form(
        (Field("withdrawn", "numbers"), Field("written", "numbers")), build=given_adjourn, preview=before_adjourning
    ),
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
    "reorder": Form((Field("order", starts=_order, required=True),), build=given_reorder),
    "call": Form(
        (Field("entry", "pick", choices=choices.waiting_entries, required=True),),
    ),
    "statement": Form(
        (
            Field(
                "statement",
                "pick",
                choices=choices.officials,
                starts=lambda s: s.state.chair,
                free=True,
                required=True,
                first=True,
            ),
            Field("post"),
        ),
        build=given_statement,
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
            _ANSWERER,
            Field("along"),
        ),
        build=given_assign,
        preview=before_assigning,
    ),
    "call_answer": Form(
        (
            _QUESTIONS,
            _ANSWERER,
        ),
        preview=before_calling,
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
        build=given_edit_answer,
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
            Field("tasks", "area"),
        ),
        build=given_conclude,
        preview=before_concluding,
    ),
    "chair": Form((Field("code", "pick", choices=choices.presidents, required=True), Field("delegation"))),
    "rhythm": Form((Field("rounds", "number", starts=lambda s: str(s.state.rounds or 6), required=True),)),
    "attend": Form(
        (
            Field("attendee", "pick", choices=choices.attendees, fills=_nothing, free=True, required=True, first=True),
            Field("present", "number", starts=lambda scene: "1"),
            Field("reason"),
            Field("substitute"),
        ),
        build=given_attend,
        stays=True,
    ),
    "conclude_meeting": Form(
        (Field("text", "area", starts=_general_text, first=True), Field("tasks", "area")),
        build=given_conclude_meeting,
    ),
    "agree": Form(
        (
            Field("on", "pick", choices=_agreed_on, starts=lambda s: "minutes", required=True, first=True),
            Field("question", "pick", choices=choices.standing_questions),
            Field("in_favour", "number"),
            Field("against", "number"),
            Field("other", "number"),
        ),
        build=given_agree,
    ),
    "incident": Form((Field("text", "area", required=True),)),
    "edit_meeting": Form(
        (
            Field("title", starts=lambda s: s.state.setup.title),
            Field("place", starts=lambda s: s.state.setup.place),
            Field("topic", starts=lambda s: s.state.setup.topic),
            Field("limit_speech", "seconds", starts=lambda s: clock(s.state.setup.limits.speech)),
            Field("limit_follow_up", "seconds", starts=lambda s: clock(s.state.setup.limits.follow_up)),
            Field("limit_answer", "seconds", starts=lambda s: clock(s.state.setup.limits.answer)),
        ),
        build=given_edit_meeting,
    ),
    "add_agenda": Form((Field("title", required=True), Field("minutes", "number"))),
    "edit_agenda": Form(
        (
            Field("item", "pick", choices=choices.agenda, fills=_fill_agenda, required=True),
            Field("title"),
            Field("minutes", "number"),
        )
    ),
    "add_official": Form(
        (
            Field("name", required=True),
            Field("honorific"),
            Field("post"),
            Field("body", "pick", choices=choices.bodies, free=True),
        ),
        build=given_official,
    ),
    "edit_official": Form(
        (
            Field("code", "pick", choices=choices.officials, fills=_fill_official, required=True),
            Field("honorific"),
            Field("name"),
            Field("post"),
            Field("body"),
        )
    ),
    "edit_rule": Form(
        (
            Field("name", "pick", choices=choices.rules, fills=_fill_rule, required=True),
            Field("amount", "number"),
            Field("unit", "pick", choices=_units, starts=lambda s: "days"),
            Field("date", "date"),
            Field("source"),
            Field("reason", required=True),
        ),
        build=given_rule,
    ),
    "past_turn": Form(
        (
            Field("kind", "pick", choices=_past_kinds, starts=lambda s: "speech", fills=_nothing, required=True),
            Field("who", "pick", choices=choices.registrations),
            Field("official", "pick", choices=choices.officials),
            Field("questions", "numbers"),
            Field("began", required=True),
            Field("spoken", "seconds", required=True),
        ),
        build=given_past_turn,
    ),
    "reopen": Form((Field("question", "pick", choices=choices.closed_questions, starts=_question, required=True),)),
    "message": Form((Field("text", starts=lambda scene: scene.state.message),)),
    "remind": Form((Field("kind", "pick", choices=_reminders, starts=lambda scene: "time", required=True),)),
    "reply": Form(
        (
            Field("promise", "pick", choices=choices.promises_owed, fills=_nothing, required=True),
            Field("number"),
            Field("date", "past_date"),
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
            Field("date", "past_date"),
            Field("number"),
            Field("place"),
        )
    ),
}
