"""What a box says before it is given: the sentence of the minutes, warnings, what is still open."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Mapping, Sequence

from moderator.meeting import commands as c
from moderator.meeting.advice import advice_on_assign
from moderator.meeting.closing import closing_gaps
from moderator.meeting.commands import TaskKind
from moderator.meeting.fields import fields_of
from moderator.meeting.likely import in_charge
from moderator.meeting.loads import official_loads
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.minutes_gaps import Gap
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import officeholders
from moderator.meeting.promises import due_by
from moderator.meeting.wording import drafted_conclusion, in_running_text
from screens import choices
from screens.console_view import citizen
from screens.form import FieldProblem, Scene, date_of
from screens.form_given import along_meant, fields_given
from screens.form_tasks import task_told, tasks_told
from screens.gap_text import gaps_told
from screens.row_text import cut
from screens.undo_text import hands_told, matter_told

_LONGEST_TOLD = 100
_MOST_TOLD = 12


def before_adjourning(scene: Scene, texts: Mapping[str, str]) -> str:
    """Who still waits and what is still open, before the floor is closed for good."""
    words, state = scene.words, scene.state
    waiting = dict.fromkeys(entry.who for entry in (*state.waiting, *state.absent))
    names = ", ".join(f"{who} {citizen(state, who, with_place=False)}" for who in waiting)
    lines = [words("console.still_waiting", names=names) if waiting else words("console.nobody_waits_any_more")]
    gaps = closing_gaps(state, scene.calendar)
    lacking = (
        Gap("question_without_conclusion", gaps.questions),
        Gap("promise_without_body", gaps.without_body),
        Gap("promise_without_higher_level", gaps.without_higher_level),
        Gap("promise_without_date", gaps.without_date),
    )
    lines += gaps_told([gap for gap in lacking if gap.numbers], state, words)
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
    # Whoever sees to a forwarding belongs to the commune: the higher level is only what was typed as such.
    responsible = None if task == "forward" else people.get(official or assigned)
    named = body or ("" if responsible is None else responsible.body)
    said = _day(scene, due)
    counted = due_by(scene.state, outcome, task, said, scene.calendar)
    return drafted_conclusion(outcome, in_running_text(named), counted.last_day, counted.estimated, reason)


def _day(scene: Scene, typed: str) -> dt.date | None:
    """A typed day, nothing while it is none."""
    with contextlib.suppress(FieldProblem):
        return date_of("due", typed.strip(), scene.today) if typed.strip() else None
    return None


def before_concluding(scene: Scene, texts: Mapping[str, str]) -> str:
    """The sentence that the minutes will carry, typed or drafted, who owes what by when, and the further tasks.

    To which higher level something goes is asked for.
    """
    typed = _numbers(texts["questions"])
    lines = []
    outcome = OUTCOMES.get(texts["outcome"])
    official = "" if outcome is None else _in_charge(scene, outcome.code, typed, texts)
    given = {name: texts[name] for name in ("body", "due", "reason")}
    if texts["text"].strip():
        lines.append(f"→ {texts['text'].strip()}")
        if outcome is not None and outcome.task is not None:
            lines.append("• " + _own_task(scene, outcome.code, outcome.task, typed, texts, official))
    elif outcome is not None:
        lines.append(f"→ {conclusion_in_words(scene, outcome.code, typed, official=official, **given)}")
    if outcome is not None and outcome.task == "forward":
        if not texts["body"].strip():
            lines.append(scene.words("console.which_higher_level"))
        # Neither the sentence nor the task names who sees to it: both name the higher level.
        person = officeholders(scene.state.setup).get(official)
        if person is not None:
            lines.append(f"• {scene.words('field.official')}: {person.addressed}")
    lines += tasks_told(scene, texts["tasks"], typed, texts["outcome"])
    # What is going to be recorded comes first: a small screen shows no more than the beginning.
    return "\n".join([*lines, *questions_told(scene, typed)])


def before_giving_tasks(scene: Scene, texts: Mapping[str, str]) -> str:
    """The further tasks of a conclusion as they are understood; all that it says while there are none."""
    told = tasks_told(scene, texts["tasks"], _numbers(texts["questions"]), texts["outcome"])
    return "\n".join(told) or before_concluding(scene, texts)


def _in_charge(scene: Scene, outcome: str, questions: Sequence[int], texts: Mapping[str, str]) -> str:
    """Who will be recorded as seeing to it: as chosen, else as giving the box finds him; empty for nobody."""
    return texts["official"] or in_charge(scene.state, outcome, questions, texts["body"].strip()) or ""


def _own_task(
    scene: Scene, outcome: str, kind: TaskKind, questions: Sequence[int], texts: Mapping[str, str], official: str
) -> str:
    """What the outcome itself lets somebody owe, which a conclusion in words of its own need not say."""
    body, named = texts["body"].strip() or None, None if kind == "forward" else official or None
    task = c.Task(kind=kind, body=body, official=named, due=_day(scene, texts["due"]))
    return task_told(scene, task, questions, outcome, own=True)


def before_concluding_the_meeting(scene: Scene, texts: Mapping[str, str]) -> str:
    """What the typed directives become."""
    return "\n".join(tasks_told(scene, texts["tasks"]))


def before_agreeing(scene: Scene, texts: Mapping[str, str]) -> str:
    """What will be recorded of a show of hands."""
    counts = [_numbers(texts[name]) for name in ("in_favour", "against", "other")]
    given = [numbers[0] if numbers else None for numbers in counts]
    everybody = all(not texts[name].strip() for name in ("in_favour", "against", "other"))
    on, _, number = texts["on"].partition(":")
    if not on:
        return ""
    matter = matter_told(scene.words, on, int(number) if number else None)
    return f"→ {capital(matter)}: {hands_told(scene.words, *given, everybody=everybody)}"


def before_message(scene: Scene, texts: Mapping[str, str]) -> str:
    """What stands before the hall, and that Enter takes it off."""
    shown = scene.state.message
    return scene.words("console.message_on_show", text=shown) if shown else scene.words("console.no_message_on_show")


def before_adding_official(scene: Scene, texts: Mapping[str, str]) -> str:
    """Which fields the typed parts of names mean."""
    try:
        codes = choices.fields_meant(scene, texts["fields"])
    except FieldProblem as problem:
        return _problem(scene, problem)
    names = [field.name for code, field in fields_of(scene.state.setup).items() if code in codes]
    return f"{scene.words('field.fields')}: {'; '.join(names)}" if names else ""


def before_assigning(scene: Scene, texts: Mapping[str, str]) -> str:
    """What speaks against it, who answers, what he has on hand, and each question with the field it is given.

    What is said of them all stands before the questions: many of those would push it out of a small screen.
    """
    typed = _numbers(texts["questions"])
    official = texts["official"]
    people = officeholders(scene.state.setup)
    lines = [scene.words(f"advice.{code}") for code in advice_on_assign(scene.state, typed, official)]
    if texts["along"].strip():
        try:
            along = along_meant(scene, texts["along"])
        except FieldProblem as problem:
            lines.append(_problem(scene, problem))
        else:
            codes = [code for code in dict.fromkeys((official, *along)) if code in people]
            lines.append("→ " + ", ".join(people[code].addressed for code in codes))
    load = official_loads(scene.state).get(official)
    if load is not None and (load.assigned or load.owed):
        counts = {"assigned": load.assigned, "unanswered": load.unanswered, "owed": load.owed}
        lines.append(scene.words("advice.load", name=people[official].addressed, **counts))
    given = fields_given(scene, typed, official, texts["field"])
    return "\n".join([*lines, *questions_told(scene, typed, given)])


def _problem(scene: Scene, problem: FieldProblem) -> str:
    sentence = scene.words(f"problem.{problem.code}", **problem.params)
    return f"⚠ {scene.words(f'field.{problem.field}')}: {sentence}"


def _numbers(text: str) -> list[int]:
    return [int(part) for part in re.findall(r"[0-9]{1,6}", text)]


def questions_told(scene: Scene, numbers: Sequence[int], given: Mapping[int, str] | None = None) -> list[str]:
    """The questions that a box is about, a dozen lines at most, with their fields; `given` are new ones.

    Each of several has one line of the narrowest screen.
    """
    known = [scene.state.questions[number] for number in numbers if number in scene.state.questions]
    names = fields_of(scene.state.setup)
    room = _LONGEST_TOLD if len(known) == 1 else _LONGEST_TOLD // 2
    lines = []
    shown = known if len(known) <= _MOST_TOLD else known[: _MOST_TOLD - 1]
    for question in shown:
        text = " ".join(question.text.split())
        field = names.get((given or {}).get(question.number, question.field))
        told = f" [{field.name}]" if field is not None else ""
        lines.append(cut(f"{question.number}.{told} {text}", room))
    return lines + ["…"] * (len(known) > len(shown))


def before_calling(scene: Scene, texts: Mapping[str, str]) -> str:
    """Which questions are to be answered."""
    return "\n".join(questions_told(scene, _numbers(texts["questions"])))
