"""The boxes of the console: which fields each act asks for, and what they propose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from moderator.meeting import commands as c
from moderator.meeting.advice import advice_on_assign
from moderator.meeting.closing import closing_gaps
from moderator.meeting.commands import Command
from moderator.meeting.loads import official_loads
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import officeholders
from moderator.meeting.promises import due_by
from moderator.meeting.setup import Attendee
from moderator.meeting.state import Entry
from moderator.meeting.text import fold
from moderator.meeting.wording import drafted_conclusion, in_running_text
from screens import choices
from screens.console_view import citizen, clock, default_aim, numbers
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


def _adjourn_preview(scene: Scene, texts: Mapping[str, str]) -> str:
    """Who still waits and what is still open, before the floor is closed for good."""
    words, state = scene.words, scene.state
    waiting = dict.fromkeys(entry.who for entry in (*state.waiting, *state.absent))
    names = ", ".join(f"{who} {citizen(state, who, with_place=False)}" for who in waiting)
    lines = [words("console.still_waiting", names=names) if waiting else words("console.nobody_waits_any_more")]
    gaps = closing_gaps(state, scene.calendar)
    for code, open_numbers in (
        ("question_without_conclusion", gaps.questions),
        ("promise_without_body", gaps.without_body),
        ("promise_without_date", gaps.without_date),
    ):
        if open_numbers:
            lines.append("• " + words(f"gap.{code}", numbers=numbers(open_numbers)))
    return "\n".join(lines)


def conclusion_in_words(
    scene: Scene,
    outcome: str,
    questions: Sequence[int],
    *,
    body: str = "",
    official: str = "",
    due: str = "",
    reason: str = "",
) -> str:
    """The sentence that the minutes will carry: body and date as they follow from the official and the rules."""
    task = OUTCOMES[outcome].task
    if task is None:
        return drafted_conclusion(outcome, reason=reason)
    people = officeholders(scene.state.setup)
    asked = [scene.state.questions[number] for number in questions if number in scene.state.questions]
    assigned = next((question.officials[0] for question in asked if question.officials), "")
    responsible = people.get(official or ("" if task == "forward" else assigned))
    named = body or ("" if responsible is None else responsible.body)
    today = scene.now.astimezone(scene.state.setup.tz).date()
    try:
        said = date_of("due", due.strip(), today) if due.strip() else None
    except FieldProblem:
        said = None
    counted = due_by(scene.state, outcome, task, said, scene.calendar)
    return drafted_conclusion(outcome, in_running_text(named), counted.last_day, counted.estimated, reason)


def _conclusion_preview(scene: Scene, texts: Mapping[str, str]) -> str:
    if texts["text"].strip():
        return texts["text"].strip()
    if texts["outcome"] not in OUTCOMES:
        return ""
    typed = [int(part) for part in re.findall(r"[0-9]{1,6}", texts["questions"])]
    given = {name: texts[name] for name in ("body", "official", "due", "reason")}
    return conclusion_in_words(scene, texts["outcome"], typed, **given)


def _assign_preview(scene: Scene, texts: Mapping[str, str]) -> str:
    """What speaks against this assignment, and how much the official has on hand already."""
    typed = [int(part) for part in re.findall(r"[0-9]{1,6}", texts["questions"])]
    official = texts["official"]
    lines = [scene.words(f"advice.{code}") for code in advice_on_assign(scene.state, typed, official)]
    load = official_loads(scene.state).get(official)
    if load is not None and (load.assigned or load.owed):
        name = officeholders(scene.state.setup)[official].addressed
        counts = {"assigned": load.assigned, "unanswered": load.unanswered, "owed": load.owed}
        lines.append(scene.words("advice.load", name=name, **counts))
    return "\n".join(lines)


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


def new_code(scene: Scene, name: str) -> str:
    """A code for somebody new, made of the name and given to nobody else."""
    stem = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:48] or "khach"
    taken = officeholders(scene.state.setup)
    code, count = stem, 1
    while code in taken:
        count += 1
        code = f"{stem}-{count}"
    return code


def _build_statement(scene: Scene, values: dict[str, Any]) -> Command | Sequence[Command]:
    """Somebody who is not on the list is put there first, and then takes the floor."""
    meant = values["statement"]
    if meant in officeholders(scene.state.setup):
        return c.Call(statement=meant)
    honorific, name = parted_name(meant)
    code = new_code(scene, name)
    return (
        c.AddOfficial(code=code, name=name, honorific=honorific, post=values["post"] or ""),
        c.Call(statement=code),
    )


def _tasks(scene: Scene, typed: str | None) -> tuple[c.Task, ...]:
    """One task a line: "body; what; last day", the last two may be left out."""
    today = scene.now.astimezone(scene.state.setup.tz).date()
    found = []
    for line in (typed or "").splitlines():
        parts = [part.strip() for part in line.split(";")]
        if not any(parts):
            continue
        body, text, due = (*parts, "", "")[:3]
        found.append(
            c.Task(
                kind="work",
                body=body or None,
                text=text,
                due=date_of("tasks", due, today) if due else None,
            )
        )
    return tuple(found)


def _build_conclude(scene: Scene, values: dict[str, Any]) -> Command:
    return built(c.Conclude, values | {"tasks": _tasks(scene, values.pop("tasks")) or None})


def _build_conclude_meeting(scene: Scene, values: dict[str, Any]) -> Command:
    return c.ConcludeMeeting(text=values["text"], tasks=_tasks(scene, values["tasks"]) or None)


def _general_text(scene: Scene) -> str:
    general = scene.state.general_conclusion
    return "" if general is None else general.text


def _build_agree(scene: Scene, values: dict[str, Any]) -> Command:
    counts = {name: values[name] for name in ("in_favour", "against", "other")}
    everybody = all(count is None for count in counts.values())
    return c.Agree(on=values["on"], question=values["question"], everybody=everybody, **counts)


def _build_attend(scene: Scene, values: dict[str, Any]) -> Command:
    kind, _, rest = (values["attendee"] or "").partition(":")
    attendee = scene.state.setup.attendance[int(rest)] if kind == "invited" else None
    present: bool | int = values["present"] if values["present"] is not None else True
    if attendee is None:
        return c.Attend(name=values["attendee"] or "", present=present)
    by_name = (
        {"name": attendee.name, "place": attendee.place} if attendee.name else {"organisation": attendee.organisation}
    )
    if attendee.name:
        present = bool(present)
    return c.Attend(present=present, reason=values["reason"] or "", substitute=values["substitute"] or "", **by_name)


def _build_edit_meeting(scene: Scene, values: dict[str, Any]) -> Command:
    limits = {name: values.pop(f"limit_{name}") for name in ("speech", "follow_up", "answer")}
    given = {name: value for name, value in limits.items() if value is not None}
    return built(c.EditMeeting, values | {"limits": c.GivenLimits(**given) if given else None})


def _build_official(scene: Scene, values: dict[str, Any]) -> Command:
    honorific, name = parted_name(values["name"] or "")
    values |= {"name": name, "honorific": values["honorific"] or honorific or None}
    return built(c.AddOfficial, values | {"code": new_code(scene, name)})


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


def _build_rule(scene: Scene, values: dict[str, Any]) -> Command:
    if values["date"] is not None:
        values |= {"amount": None, "unit": None}
    return built(c.EditRule, values)


def _build_past_turn(scene: Scene, values: dict[str, Any]) -> Command:
    kind = values["kind"]
    if kind not in ("speech", "follow_up"):
        return c.PastTurn(
            kind=kind,
            official=values["official"],
            questions=values["questions"] or (),
            began=values["began"],
            spoken=values["spoken"],
        )
    return c.PastTurn(
        kind=kind,
        who=None if values["who"] is None else int(values["who"]),
        questions=values["questions"] or (),
        began=values["began"],
        spoken=values["spoken"],
    )


def _past_kinds(scene: Scene) -> Sequence[Choice]:
    return choices.worded("console.turn", ("speech", "follow_up", "answer", "statement", "reading"), scene)


def _units(scene: Scene) -> Sequence[Choice]:
    return choices.worded("unit", ("days", "working_days"), scene)


def _agreed_on(scene: Scene) -> Sequence[Choice]:
    return choices.worded("agreed", ("question", "conclusion", "minutes"), scene)


FORMS: dict[str, Form] = {
    "agenda": Form(
        (Field("item", "pick", choices=choices.agenda, starts=choices.next_agenda_item, required=True),),
        build=lambda scene, values: c.Agenda(item=int(values["item"])),  # type: ignore[call-overload]
    ),
    "break": Form((Field("minutes", "number", starts=lambda scene: "15"),)),
    "adjourn": Form(
        (Field("withdrawn", "numbers"), Field("written", "numbers")), build=_build_adjourn, preview=_adjourn_preview
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
    "reorder": Form((Field("order", starts=_order, required=True),), build=_build_reorder),
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
        build=_build_statement,
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
        preview=_assign_preview,
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
            Field("tasks", "area"),
        ),
        build=_build_conclude,
        preview=_conclusion_preview,
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
        build=_build_attend,
        stays=True,
    ),
    "conclude_meeting": Form(
        (Field("text", "area", starts=_general_text, first=True), Field("tasks", "area")),
        build=_build_conclude_meeting,
    ),
    "agree": Form(
        (
            Field("on", "pick", choices=_agreed_on, starts=lambda s: "minutes", required=True, first=True),
            Field("question", "pick", choices=choices.standing_questions),
            Field("in_favour", "number"),
            Field("against", "number"),
            Field("other", "number"),
        ),
        build=_build_agree,
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
        build=_build_edit_meeting,
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
        build=_build_official,
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
        build=_build_rule,
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
        build=_build_past_turn,
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
