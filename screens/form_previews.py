"""What a box says before it is given: the sentence of the minutes, warnings, what is still open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from moderator.meeting.advice import advice_on_assign
from moderator.meeting.closing import closing_gaps
from moderator.meeting.loads import official_loads
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import officeholders
from moderator.meeting.promises import due_by
from moderator.meeting.wording import drafted_conclusion, in_running_text
from screens.console_view import citizen, numbers
from screens.form import FieldProblem, Scene, date_of


def before_adjourning(scene: Scene, texts: Mapping[str, str]) -> str:
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


def before_concluding(scene: Scene, texts: Mapping[str, str]) -> str:
    """The sentence that the minutes will carry; a typed text goes before the drafted one."""
    typed = [int(part) for part in re.findall(r"[0-9]{1,6}", texts["questions"])]
    lines = questions_told(scene, typed)
    if texts["text"].strip():
        lines.append(f"→ {texts['text'].strip()}")
    elif texts["outcome"] in OUTCOMES:
        given = {name: texts[name] for name in ("body", "official", "due", "reason")}
        lines.append(f"→ {conclusion_in_words(scene, texts['outcome'], typed, **given)}")
    return "\n".join(lines)


def before_assigning(scene: Scene, texts: Mapping[str, str]) -> str:
    """What speaks against this assignment, and how much the official has on hand already."""
    typed = [int(part) for part in re.findall(r"[0-9]{1,6}", texts["questions"])]
    official = texts["official"]
    lines = questions_told(scene, typed)
    lines += [scene.words(f"advice.{code}") for code in advice_on_assign(scene.state, typed, official)]
    load = official_loads(scene.state).get(official)
    if load is not None and (load.assigned or load.owed):
        name = officeholders(scene.state.setup)[official].addressed
        counts = {"assigned": load.assigned, "unanswered": load.unanswered, "owed": load.owed}
        lines.append(scene.words("advice.load", name=name, **counts))
    return "\n".join(lines)


def questions_told(scene: Scene, numbers: Sequence[int]) -> list[str]:
    """The questions that a box is about, a line each, three at most."""
    known = [scene.state.questions[number] for number in numbers if number in scene.state.questions]
    lines = []
    for question in known[:3]:
        text = " ".join(question.text.split())
        lines.append(f"{question.number}. {text if len(text) <= 90 else text[:89] + '…'}")
    return lines + ["…"] * (len(known) > 3)


def before_calling(scene: Scene, texts: Mapping[str, str]) -> str:
    """Which questions are to be answered."""
    return "\n".join(questions_told(scene, [int(part) for part in re.findall(r"[0-9]{1,6}", texts["questions"])]))
