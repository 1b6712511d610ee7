"""How what was filled into a box becomes a command, or several."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.likely import in_charge
from moderator.meeting.people import officeholders
from moderator.meeting.plausible_days import check_duty, check_extension, check_reply
from moderator.meeting.roster import code_from_name
from moderator.meeting.state import Entry
from moderator.meeting.time_of_day import time_of_day
from screens import choices
from screens.form import HONORIFICS, Field, FieldProblem, Scene, built, read_value
from screens.form_tasks import task_typed, tasks_typed

MOST_SECONDS = 1_000_000


def parted_name(typed: str) -> tuple[str, str]:
    """Honorific and name of "ông Nguyễn Văn An"; an honorific in front counts when a name follows it."""
    first, _, rest = typed.strip().partition(" ")
    for honorific in HONORIFICS:
        if rest.strip() and first.casefold() == honorific.casefold():
            return honorific, rest.strip()
    return "", typed.strip()


def given_reply(scene: Scene, values: dict[str, Any]) -> Command:
    """A reply on a day that can be meant; raises Refusal for another one."""
    command = built(c.Reply, values)
    promise = scene.state.promises.get(command.promise or 0)
    if promise is not None:
        check_reply(scene.state, promise, command.date, scene.today)
    return command


def given_extension(scene: Scene, values: dict[str, Any]) -> Command:
    """A last day that is later than the one there is; raises Refusal for another one."""
    command = built(c.ExtendPromise, values)
    promise = scene.state.promises.get(command.promise or 0)
    if promise is not None:
        check_extension(scene.state, promise, command.due, scene.calendar)
    return command


def given_done(scene: Scene, values: dict[str, Any]) -> Command:
    """A duty that was done on a day that can be meant; raises Refusal for another one."""
    command = built(c.Done, values)
    check_duty(scene.state, command.duty, command.date, scene.today)
    return command


def given_edit_answer(scene: Scene, values: dict[str, Any]) -> Command:
    """The mended answer; its question and place are picked together."""
    number, _, place = values["answer_of"].partition(":")
    return c.EditAnswer(question=int(number), answer=int(place), text=values["text"] or "", official=values["official"])


def given_reorder(scene: Scene, values: dict[str, Any]) -> Command:
    """Entries left out stay behind those that were typed, in their old order."""
    typed = [part for part in (values["order"] or "").replace(",", " ").split() if part]
    try:
        entries = [Entry.parse(part) for part in typed]
    except ValueError as wrong:
        raise FieldProblem("order", "entry", text=str(wrong)) from None
    left_out = [entry for entry in scene.state.waiting if entry not in entries]
    return c.Reorder(order=tuple(str(entry) for entry in (*entries, *left_out)))


def given_adjourn(scene: Scene, values: dict[str, Any]) -> Command:
    """Adjourning, with what becomes of those who still wait."""
    settled: dict[str, c.Settling] = {}
    for how in ("withdrawn", "written"):
        for who in values[how] or ():
            settled[str(who)] = how
    return c.Adjourn(waiting=settled)


def given_assign(scene: Scene, values: dict[str, Any]) -> Command:
    """The assignment, others along with the official meant by parts of their names, with the fields that are new."""
    fields = fields_given(scene, values["questions"], values["official"], values["field"] or "")
    return c.Assign(
        questions=values["questions"],
        official=values["official"],
        along=along_meant(scene, values["along"] or ""),
        fields={str(number): field for number, field in fields.items()},
    )


def fields_given(scene: Scene, questions: Sequence[int], official: str, chosen: str) -> dict[int, str]:
    """The fields that assigning gives to questions, where they had another one or none.

    A field that the box only proposed is worked out anew for each question, and for whoever was chosen.
    """
    proposed = chosen == choices.proposed_field(scene)
    found = {}
    for number in questions:
        question = scene.state.questions.get(number)
        if question is None:
            continue
        field = choices.likely_field(scene, question, official) if proposed or not chosen else chosen
        if field != question.field:
            found[number] = field
    return found


def along_meant(scene: Scene, typed: str) -> tuple[str, ...]:
    """Officials meant by parts of their names, posts or bodies, separated by commas; raises FieldProblem."""
    parts = (part for part in typed.split(",") if part.strip())
    return tuple(dict.fromkeys(choices.official_meant(scene, "along", part) for part in parts))


def given_statement(scene: Scene, values: dict[str, Any]) -> Command | Sequence[Command]:
    """Somebody who is not on the list is put there first, and then takes the floor."""
    meant = values["statement"]
    if meant in officeholders(scene.state.setup):
        return c.Call(statement=meant)
    honorific, name = parted_name(meant)
    code = code_from_name(scene.state.setup, name)
    return (
        c.AddOfficial(code=code, name=name, honorific=honorific, post=values["post"] or ""),
        c.Call(statement=code),
    )


def given_conclude(scene: Scene, values: dict[str, Any]) -> Command:
    """The conclusion with its further tasks; who sees to it is named where the meeting knows."""
    if values.get("official") is None:
        asked, body = values.get("questions") or (), values.get("body") or ""
        values["official"] = in_charge(scene.state, values["outcome"], asked, body)
    return built(c.Conclude, values | {"tasks": tasks_typed(scene, values.pop("tasks") or "") or None})


def general_tasks(scene: Scene) -> str:
    """The directives that the general conclusion gave so far, as they are typed."""
    general = scene.state.general_conclusion
    made = () if general is None else general.promises
    return "\n".join(task_typed(scene, scene.state.promises[number]) for number in made)


def given_conclude_meeting(scene: Scene, values: dict[str, Any]) -> Command:
    """The general conclusion with its directives; those that stand as they were are not given anew."""
    typed = values["tasks"] or ""
    as_before = typed.strip() == general_tasks(scene).strip()
    return c.ConcludeMeeting(text=values["text"], tasks=None if as_before else tasks_typed(scene, typed))


def given_agree(scene: Scene, values: dict[str, Any]) -> Command:
    """A show of hands; without any count it was by all."""
    on, _, number = values["on"].partition(":")
    counts = {name: values[name] for name in ("in_favour", "against", "other")}
    everybody = all(count is None for count in counts.values())
    return c.Agree(on=on, question=int(number) if number else None, everybody=everybody, **counts)


def given_message(scene: Scene, values: dict[str, Any]) -> Command:
    """A message to the hall; nothing typed takes off the one on show."""
    if values["text"] is None and not scene.state.message:
        raise FieldProblem("text", "empty")
    return c.Message(text=values["text"] or "")


def given_edit_meeting(scene: Scene, values: dict[str, Any]) -> Command:
    """What is changed about the meeting, limits among it."""
    limits = {name: values.pop(f"limit_{name}") for name in ("speech", "follow_up", "answer")}
    given = {name: value for name, value in limits.items() if value is not None}
    for name, value in given.items():
        if not 0 <= value <= MOST_SECONDS:
            raise FieldProblem(f"limit_{name}", "unfit", text=value)
    return built(c.EditMeeting, values | {"limits": c.GivenLimits(**given) if given else None})


def given_official(scene: Scene, values: dict[str, Any]) -> Command:
    """Somebody new on the list; the meeting makes the code of the name."""
    honorific, name = parted_name(values["name"] or "")
    values |= {"name": name, "honorific": values["honorific"] or honorific or None}
    return built(c.AddOfficial, values | {"fields": choices.fields_meant(scene, values["fields"] or "")})


def given_rule(scene: Scene, values: dict[str, Any]) -> Command:
    """A term: an amount, or a fixed last day."""
    if values["date"] is not None:
        values |= {"amount": None, "unit": None}
    return built(c.EditRule, values)


def given_past_turn(scene: Scene, values: dict[str, Any]) -> Command:
    """A turn that was timed on paper."""
    values["began"] = _began(values["began"])
    values.pop("official" if values["kind"] in ("speech", "follow_up") else "who")
    return built(c.PastTurn, values)


def _began(typed: str) -> str:
    """A time of day as people type it, or a full instant."""
    # To the second, as a stopwatch has it: 9:05:10.
    exact = f"0{typed}" if typed[1:2] == ":" else typed
    for read, text in ((time_of_day, typed), (dt.time.fromisoformat, exact)):
        with contextlib.suppress(ValueError):
            return f"{read(text):%H:%M:%S}"
    try:
        dt.datetime.fromisoformat(typed)
    except ValueError:
        raise FieldProblem("began", "time", text=typed) from None
    return typed


def mended(
    command: type[Command], fields: Sequence[Field], fill: Callable[[Scene, str], Mapping[str, str]]
) -> Callable[[Scene, dict[str, Any]], Command]:
    """Give of an edit box only what differs from what is there.

    A field that was emptied empties what it is about, once the box had been filled at all: something else still
    stands there as it was.
    """
    key, *others = fields

    def build(scene: Scene, values: dict[str, Any]) -> Command:
        filled = fill(scene, values[key.name])
        today = scene.today
        before = {field.name: _read(field, filled.get(field.name, ""), today) for field in others}
        was_filled = any(old is not None and values[name] == old for name, old in before.items())
        given = {key.name: values[key.name]}
        for field in others:
            value = values[field.name]
            if value is None and before[field.name] is not None and was_filled and field.kind in ("line", "area"):
                given[field.name] = ""
            elif value is not None and value != before[field.name]:
                given[field.name] = value
        if "fields" in given:
            given["fields"] = choices.fields_meant(scene, given["fields"])
        return built(command, given)

    return build


def _read(field: Field, text: str, today: dt.date) -> object | None:
    return read_value(field, text, today) if text.strip() else None
