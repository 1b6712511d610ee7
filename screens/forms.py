"""The boxes of the console: which fields each act asks for, and what they propose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.fields import fields_of
from moderator.meeting.people import officeholders
from moderator.meeting.question_words import similar_questions
from moderator.meeting.state import CITIZEN_TURNS, Turn
from screens import choices
from screens.console_view import clock, default_aim, numbers
from screens.form import Choice, Field, Form, Scene
from screens.form_given import (
    general_tasks,
    given_adjourn,
    given_agree,
    given_assign,
    given_conclude,
    given_conclude_meeting,
    given_done,
    given_edit_answer,
    given_edit_meeting,
    given_extension,
    given_message,
    given_official,
    given_past_turn,
    given_reorder,
    given_reply,
    given_rule,
    given_statement,
    mended,
    parted_name,
)
from screens.form_previews import (
    before_adding_official,
    before_adjourning,
    before_agreeing,
    before_assigning,
    before_calling,
    before_concluding,
    before_concluding_the_meeting,
    before_giving_tasks,
    before_message,
)
from screens.form_tasks import task_typed
from screens.register_form import PLACE, SLIP


def _questions(scene: Scene) -> str:
    return numbers(scene.aim.questions)


def _together(scene: Scene) -> str:
    return numbers(choices.assigned_together(scene))


def _last_answer(scene: Scene) -> Turn | None:
    """The latest turn in which somebody answered, unless questions were marked for the box."""
    if scene.aim.questions and not scene.aim.proposed:
        return None
    turns = reversed(scene.state.turns.values())
    return next((turn for turn in turns if turn.counted and turn.kind == "answer" and turn.questions), None)


def _answered_last(scene: Scene) -> str:
    turn = _last_answer(scene)
    return _questions(scene) if turn is None else numbers(turn.questions)


def _answerer_last(scene: Scene) -> str:
    turn = _last_answer(scene)
    return choices.proposed_official(scene) if turn is None else turn.official or ""


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
    names = ("honorific", "name", "place", "organisation", "topic", "summary", "slip")
    return {name: getattr(card, name) for name in names} | {
        "asked_seconds": "" if card.asked_seconds is None else clock(card.asked_seconds),
        "show_name": _shown_value(card.show_name),
        "show_topic": _shown_value(card.show_topic),
    }


def _shown_value(agreed: bool | None) -> str:
    return "" if agreed is None else str(agreed).lower()


def _fill_question(scene: Scene, number: str) -> Mapping[str, str]:
    question = scene.state.questions[int(number)]
    return {"text": question.text, "field": question.field, "kind": question.kind, "who": str(question.who)}


def _fill_like(scene: Scene, number: str) -> Mapping[str, str]:
    """The question that this one is most like; where there is none, somebody has to choose."""
    question = scene.state.questions[int(number)]
    like = similar_questions(scene.state, question.text, but=question.number, most=1)
    return {"into": str(like[0].question) if like else ""}


def _fill_answer(scene: Scene, which: str) -> Mapping[str, str]:
    number, _, place = which.partition(":")
    answer = scene.state.questions[int(number)].answers[int(place) - 1]
    return {"text": answer.text, "official": answer.official}


def _fill_note(scene: Scene, number: str) -> Mapping[str, str]:
    return {"text": scene.state.turns[int(number)].note}


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
_FIELDS = Field("fields", hint="hint.fields")
_TASKS = Field("tasks", "area", hint="hint.tasks")


def _nothing(scene: Scene, value: str) -> Mapping[str, str]:
    """Enter goes on to the next field and fills none."""
    return {}


def _general_text(scene: Scene) -> str:
    general = scene.state.general_conclusion
    return "" if general is None else general.text


def _fill_official(scene: Scene, code: str) -> Mapping[str, str]:
    person = officeholders(scene.state.setup)[code]
    names = fields_of(scene.state.setup)
    return {
        "honorific": person.honorific,
        "name": person.name,
        "post": person.post,
        "body": person.body,
        "fields": "; ".join(names[field].name if field in names else field for field in person.fields),
    }


def conclusion_again(scene: Scene, number: int) -> Mapping[str, str]:
    """What the box of a conclusion holds to give the one again that stands on a question; nothing where none does."""
    conclusion = scene.state.questions[number].conclusion
    if conclusion is None:
        return {}
    promises = [scene.state.promises[promise] for promise in conclusion.promises]
    texts = {
        "outcome": conclusion.outcome,
        "text": conclusion.text,
        "reason": conclusion.reason,
        "tasks": "\n".join(task_typed(scene, promise) for promise in promises if not promise.own),
    }
    for promise in promises:
        if promise.own:
            due = "" if promise.due is None else f"{promise.due:%d/%m/%Y}"
            texts |= {"body": promise.body, "official": promise.official or "", "due": due}
    return texts


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


def _after_who_spoke(texts: Mapping[str, str]) -> str:
    """A speech and a statement are about no question that was asked before."""
    return "began" if texts["kind"] in ("speech", "statement") else "questions"


def _after_name(texts: Mapping[str, str]) -> str:
    """A name with an honorific in front of it needs none beside it."""
    return "post" if parted_name(texts.get("name", ""))[0] else "honorific"


def _past_kinds(scene: Scene) -> Sequence[Choice]:
    return choices.worded("console.turn", ("speech", "follow_up", "answer", "statement", "reading"), scene)


def _units(scene: Scene) -> Sequence[Choice]:
    return choices.worded("unit", ("days", "working_days"), scene)


def _edited_meeting(scene: Scene, values: dict[str, object]) -> Command:
    """What differs from what stands there: nothing else is told to have been edited."""
    setup = scene.state.setup
    standing: dict[str, object] = {"title": setup.title, "place": setup.place, "topic": setup.topic} | {
        f"limit_{which}": getattr(setup.limits, which) for which in ("speech", "follow_up", "answer")
    }
    return given_edit_meeting(
        scene, {name: None if value == standing[name] else value for name, value in values.items()}
    )


def _closing(scene: Scene) -> str:
    """The next full five minutes."""
    soon = scene.now.astimezone(scene.state.setup.tz) + _FIVE_MINUTES - dt.timedelta(microseconds=1)
    return f"{soon.hour}:{soon.minute // 5 * 5:02}"


def _mending(
    command: type[Command], fill: Callable[[Scene, str], Mapping[str, str]], key: Field, *fields: Field
) -> Form:
    """A box that mends what is picked first: Enter fills the fields with what is there and goes on to the next."""
    picked = replace(key, fills=fill, then=fields[0].name)
    return Form((picked, *fields), build=mended(command, (picked, *fields), fill))


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
    "edit_registration": _mending(
        c.EditRegistration,
        _fill_registration,
        Field("who", "pick", choices=choices.registrations, starts=_who, required=True),
        Field("honorific", "honorific"),
        Field("name"),
        PLACE,
        Field("organisation"),
        Field("topic"),
        Field("summary", "area"),
        Field("phone"),
        Field("asked_seconds", "seconds"),
        *(replace(field, unset="unset.keep") for field in SLIP),
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
            Field("post", hint="hint.post"),
        ),
        build=given_statement,
    ),
    "reading": Form((Field("reading", "numbers", starts=choices.written_unread, required=True),)),
    "extend": Form((Field("seconds", "seconds", starts=lambda scene: "1:00", required=True),)),
    "backdate": Form((Field("seconds", "seconds", starts=lambda scene: "0:20", required=True),)),
    "follow_up": Form(
        (
            Field(
                "question", "pick", choices=choices.standing_questions, starts=_question, fills=_nothing, required=True
            ),
            Field("who", "pick", choices=choices.registrations, unset="unset.asker"),
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
            Field("text", "area", required=True, first=True),
            Field("field", "pick", choices=choices.fields),
            Field("kind", "pick", choices=_kinds, starts=lambda scene: "question", required=True),
        )
    ),
    "edit_question": _mending(
        c.EditQuestion,
        _fill_question,
        Field("question", "pick", choices=choices.questions, starts=_question, required=True),
        Field("text", "area", required=True),
        Field("field", "pick", choices=choices.fields, unset="unset.keep"),
        Field("kind", "pick", choices=_kinds, unset="unset.keep"),
        Field("who", "pick", choices=choices.registrations, unset="unset.keep"),
    ),
    "join": Form(
        (
            Field(
                "question",
                "pick",
                choices=choices.standing_questions,
                starts=_question,
                fills=_fill_like,
                required=True,
            ),
            Field("into", "pick", choices=choices.to_join_into, required=True),
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
            Field("questions", "numbers", starts=_together, required=True),
            _ANSWERER,
            Field("along", hint="hint.officials"),
            Field("field", "pick", choices=choices.fields, starts=choices.proposed_field, unset="unset.each"),
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
            Field("questions", "numbers", starts=_answered_last, required=True),
            Field(
                "official",
                "pick",
                choices=choices.officials,
                starts=_answerer_last,
                required=True,
                fills=_nothing,
                first=True,
            ),
            Field("text", "area", required=True),
        ),
        preview=before_calling,
    ),
    "edit_answer": Form(
        (
            Field(
                "answer_of",
                "pick",
                choices=choices.answered_questions,
                fills=_fill_answer,
                required=True,
                then="text",
            ),
            Field("text", "area", required=True),
            Field("official", "pick", choices=choices.officials, unset="unset.keep"),
        ),
        build=given_edit_answer,
    ),
    "conclude": Form(
        (
            _QUESTIONS,
            Field(
                "outcome", "pick", choices=choices.outcomes, starts=choices.proposed_outcome, required=True, first=True
            ),
            Field("text", "area", hint="hint.own_words"),
            Field("body", "pick", choices=choices.bodies, free=True, plain=True, unset="unset.of_official"),
            Field("official", "pick", choices=choices.officials, unset="unset.assigned"),
            Field("due", "date", hint="hint.due"),
            Field("reason"),
            replace(_TASKS, told=before_giving_tasks),
        ),
        build=given_conclude,
        preview=before_concluding,
    ),
    "chair": Form(
        (
            Field(
                "code",
                "pick",
                choices=choices.presidents,
                starts=choices.other_president,
                fills=_nothing,
                required=True,
            ),
            Field("delegation"),
        )
    ),
    "rhythm": Form((Field("rounds", "number", starts=lambda s: str(s.state.rounds or 6), required=True),)),
    "conclude_meeting": Form(
        (Field("text", "area", starts=_general_text, first=True), replace(_TASKS, starts=general_tasks)),
        build=given_conclude_meeting,
        preview=before_concluding_the_meeting,
    ),
    "agree": Form(
        (
            Field(
                "on",
                "pick",
                choices=choices.matters,
                starts=choices.proposed_matter,
                fills=_nothing,
                required=True,
                first=True,
            ),
            Field("in_favour", "number", hint="hint.everybody"),
            Field("against", "number"),
            Field("other", "number"),
        ),
        build=given_agree,
        preview=before_agreeing,
    ),
    "incident": Form((Field("text", "area", required=True),)),
    "edit_meeting": Form(
        (
            Field("title", starts=lambda s: s.state.setup.title),
            Field("place", label=lambda s: s.words("field.venue"), starts=lambda s: s.state.setup.place),
            Field("topic", starts=lambda s: s.state.setup.topic),
            Field("limit_speech", "seconds", starts=lambda s: clock(s.state.setup.limits.speech)),
            Field("limit_follow_up", "seconds", starts=lambda s: clock(s.state.setup.limits.follow_up)),
            Field("limit_answer", "seconds", starts=lambda s: clock(s.state.setup.limits.answer)),
        ),
        build=_edited_meeting,
    ),
    "add_agenda": Form((Field("title", required=True, then="minutes"), Field("minutes", "number"))),
    "edit_agenda": _mending(
        c.EditAgenda,
        _fill_agenda,
        Field("item", "pick", choices=choices.agenda, required=True),
        Field("title"),
        Field("minutes", "number"),
    ),
    "add_official": Form(
        (
            Field("name", required=True, then=_after_name),
            Field("honorific", "honorific", then="post"),
            Field("post", then="body"),
            Field("body", "pick", choices=choices.bodies, free=True),
            _FIELDS,
        ),
        build=given_official,
        preview=before_adding_official,
    ),
    "edit_official": replace(
        _mending(
            c.EditOfficial,
            _fill_official,
            Field("code", "pick", choices=choices.officials, required=True),
            Field("honorific", "honorific"),
            Field("name"),
            Field("post"),
            Field("body"),
            _FIELDS,
        ),
        preview=before_adding_official,
    ),
    "edit_rule": Form(
        (
            Field(
                "name",
                "pick",
                label=lambda s: s.words("field.rule"),
                choices=choices.rules,
                fills=_fill_rule,
                then="amount",
                required=True,
            ),
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
            Field(
                "kind",
                "pick",
                choices=_past_kinds,
                starts=lambda s: "speech",
                fills=_nothing,
                then=lambda texts: "who" if texts["kind"] in CITIZEN_TURNS else "official",
                required=True,
            ),
            Field(
                "who",
                "pick",
                label=lambda s: s.words("field.citizen"),
                choices=choices.registrations,
                fills=_nothing,
                then=_after_who_spoke,
            ),
            Field(
                "official",
                "pick",
                label=lambda s: s.words("field.officeholder"),
                choices=choices.officials,
                fills=_nothing,
                then=_after_who_spoke,
            ),
            Field("questions", "numbers"),
            Field("began", required=True),
            Field("spoken", "seconds", required=True),
        ),
        build=given_past_turn,
    ),
    "reopen": Form((Field("question", "pick", choices=choices.closed_questions, starts=_question, required=True),)),
    "message": Form((Field("text"),), build=given_message, preview=before_message),
    "remind": Form((Field("kind", "pick", choices=_reminders, starts=lambda scene: "time", required=True),)),
    "reply": Form(
        (
            Field("promise", "pick", choices=choices.promises_owed, fills=_nothing, required=True),
            Field("number"),
            Field("date", "past_date"),
            _TEXT,
        ),
        build=given_reply,
    ),
    "extend_promise": Form(
        (
            Field("promise", "pick", choices=choices.promises_owed, fills=_nothing, required=True),
            Field("due", "date", required=True),
            Field("reason", required=True),
        ),
        build=given_extension,
    ),
    "done": Form(
        (
            Field("duty", "pick", choices=choices.duties, fills=_nothing, required=True),
            Field("date", "past_date"),
            Field("number"),
            PLACE,
        ),
        build=given_done,
    ),
}
