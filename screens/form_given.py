"""How what was filled into a box becomes a command, or several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.people import officeholders
from moderator.meeting.roster import code_from_name
from moderator.meeting.state import Entry
from moderator.meeting.text import fold
from screens import choices
from screens.form import FieldProblem, Scene, built, date_of

HONORIFICS = ("Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Bác", "Em", "Cụ")


def parted_name(typed: str) -> tuple[str, str]:
    """Honorific and name of "ông Nguyễn Văn An"; an honorific in front counts when a name follows it."""
    first, _, rest = typed.strip().partition(" ")
    for honorific in HONORIFICS:
        if rest.strip() and first.casefold() == honorific.casefold():
            return honorific, rest.strip()
    return "", typed.strip()


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
    """The assignment, others along with the official meant by parts of their names."""
    return c.Assign(
        questions=values["questions"],
        official=values["official"],
        along=_codes(scene, "along", values["along"]),
    )


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


def given_conclude(scene: Scene, values: dict[str, Any]) -> Command:
    """The conclusion with its further tasks."""
    return built(c.Conclude, values | {"tasks": _tasks(scene, values.pop("tasks")) or None})


def given_conclude_meeting(scene: Scene, values: dict[str, Any]) -> Command:
    """The general conclusion with its directives."""
    return c.ConcludeMeeting(text=values["text"], tasks=_tasks(scene, values["tasks"]) or None)


def given_agree(scene: Scene, values: dict[str, Any]) -> Command:
    """A show of hands; without any count it was by all."""
    counts = {name: values[name] for name in ("in_favour", "against", "other")}
    everybody = all(count is None for count in counts.values())
    return c.Agree(on=values["on"], question=values["question"], everybody=everybody, **counts)


def given_attend(scene: Scene, values: dict[str, Any]) -> Command:
    """Who of those invited has come; a group comes by its count."""
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


def given_edit_meeting(scene: Scene, values: dict[str, Any]) -> Command:
    """What is changed about the meeting, limits among it."""
    limits = {name: values.pop(f"limit_{name}") for name in ("speech", "follow_up", "answer")}
    given = {name: value for name, value in limits.items() if value is not None}
    return built(c.EditMeeting, values | {"limits": c.GivenLimits(**given) if given else None})


def given_official(scene: Scene, values: dict[str, Any]) -> Command:
    """Somebody new on the list; the meeting makes the code of the name."""
    honorific, name = parted_name(values["name"] or "")
    values |= {"name": name, "honorific": values["honorific"] or honorific or None}
    return built(c.AddOfficial, values)


def given_rule(scene: Scene, values: dict[str, Any]) -> Command:
    """A term: an amount, or a fixed last day."""
    if values["date"] is not None:
        values |= {"amount": None, "unit": None}
    return built(c.EditRule, values)


def given_past_turn(scene: Scene, values: dict[str, Any]) -> Command:
    """A turn that was timed on paper."""
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
