"""Tasks as the chair gives them: typed one a line, "who; what; last day", and told in words before they are given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moderator.meeting import commands as c
from moderator.meeting.commands import TaskKind
from moderator.meeting.conclusions import promise_made
from moderator.meeting.dates_in_words import short_date
from moderator.meeting.finding import matches
from moderator.meeting.people import officeholders
from moderator.meeting.promises import due_by
from moderator.meeting.state import Promise
from moderator.meeting.text import fold
from moderator.meeting.wording import in_running_text
from screens.choices import official_meant, officials_meant, officials_named
from screens.form import FieldProblem, Scene, date_of

# How a line begins that is no plain work; folded, as it may be typed without accents.
_BEGINNINGS: dict[str, TaskKind] = {"tra loi": "reply", "kien nghi": "forward"}
_SAID: dict[TaskKind, str] = {"work": "", "reply": "trả lời: ", "forward": "kiến nghị "}
_NAMED_IN_BRACKETS = re.compile(r"(.*?)\(([^()]*)\)\s*")
_LIKE_A_DATE = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def tasks_typed(scene: Scene, typed: str) -> tuple[c.Task, ...]:
    """What was typed as tasks; raises FieldProblem of the field `tasks`."""
    return tuple(_task(scene, line) for line in typed.splitlines() if line.strip(" ;"))


def _task(scene: Scene, line: str) -> c.Task:
    first, *rest = (part.strip() for part in line.split(";"))
    kind, named = _kind_of(first)
    due = None
    if rest and (len(rest) > 1 or _LIKE_A_DATE.fullmatch(rest[0])):
        last = rest.pop()
        due = date_of("tasks", last, scene.today) if last else None
    text = "; ".join(filter(None, rest))
    if kind == "work" and not text:
        # A line of something else that came here by mistake would be taken for a body.
        raise FieldProblem("tasks", "no_work", text=line.strip())
    body, official = _in_charge(scene, kind, named)
    return c.Task(kind=kind, body=body, official=official, due=due, text=text)


def _kind_of(named: str) -> tuple[TaskKind, str]:
    """The kind of task that the beginning of a line says, and who is named behind it."""
    words = named.replace(":", " : ", 1).split()
    kind = _BEGINNINGS.get(fold(" ".join(words[:2])))
    if kind is None:
        return "work", named
    behind = words[3:] if words[2:3] == [":"] else words[2:]
    return kind, " ".join(behind)


def _in_charge(scene: Scene, kind: TaskKind, named: str) -> tuple[str | None, str | None]:
    """Body and official that are meant: in brackets somebody of his own, else whoever the name finds.

    What is put to a higher level names that level as it was typed: it is none of the meeting's own bodies.
    """
    in_brackets = _NAMED_IN_BRACKETS.fullmatch(named)
    said = (in_brackets[1] if in_brackets else named).strip()
    official = official_meant(scene, "tasks", in_brackets[2]) if in_brackets and in_brackets[2].strip() else None
    if kind == "forward":
        if not said:
            raise FieldProblem("tasks", "higher_level")
        return said, official
    if not said:
        return None, official
    people = officeholders(scene.state.setup)
    found = officials_meant(scene, said)
    bodies = {people[code].body for code in found}
    if len(bodies) == 1:
        only = found[0] if len(found) == 1 else None
        body = bodies.pop()
        if not officials_named(scene, said) and not (body and matches(said, body)):
            # What was typed is in the post alone: the office that somebody heads is the body itself.
            body = next((office for code in found if (office := _office_of(people[code].post, said))), said)
        return body or None, official or only
    if found and official is None:
        official_meant(scene, "tasks", said)
    return said, official


def _office_of(post: str, said: str) -> str:
    """The office as a post spells it: "Văn phòng" out of "Chánh Văn phòng", where "van phong" was said."""
    place = fold(post).find(fold(said))
    return post[place:] if place >= 0 and len(fold(post)) == len(post) else ""


def tasks_told(scene: Scene, typed: str, questions: Sequence[int] = (), outcome: str | None = None) -> list[str]:
    """The typed tasks in words, a line each, with what each would become; what is wrong with a line instead of it."""
    lines = []
    for line in typed.splitlines():
        if not line.strip(" ;"):
            continue
        try:
            lines.append("• " + task_told(scene, _task(scene, line), questions, outcome))
        except FieldProblem as problem:
            lines.append("⚠ " + scene.words(f"problem.{problem.code}", **problem.params))
    return lines


def task_told(
    scene: Scene, task: c.Task, questions: Sequence[int] = (), outcome: str | None = None, *, own: bool = False
) -> str:
    """Who is to do what by when, as the promise that the task becomes will say; `own` is the outcome's own task."""
    asked = [scene.state.questions[number] for number in questions if number in scene.state.questions]
    officials = next((question.officials for question in asked if question.officials), ())
    made = promise_made(scene.state, task, 0, own, officials)
    words = scene.words
    person = officeholders(scene.state.setup).get(made.official or "")
    named = in_running_text(made.body)
    if person is not None:
        named = f"{named} ({person.addressed})" if named else person.addressed
    due = due_by(scene.state, outcome, made.kind, made.due, scene.calendar)
    by = words("task.no_due") if due.last_day is None else words("task.by", day=short_date(due.last_day))
    if due.estimated:
        by += " " + words("task.estimated")
    told = words(f"task.{made.kind}", who=named or words("task.nobody"))
    return f"{told}{f': {made.text}' if made.text else ''} · {by}"


def task_typed(scene: Scene, promise: Promise) -> str:
    """The line that gives a task again as it stands."""
    person = officeholders(scene.state.setup).get(promise.official or "")
    named = promise.body
    if person is not None:
        named = f"{named} ({person.name})" if named else person.name
    last = "" if promise.due is None else f"{promise.due:%d/%m/%Y}"
    text = " ".join(promise.text.split())
    return f"{_SAID[promise.kind]}{named}; {text}; {last}"
