"""The outcomes a conclusion may have, each with its own task and the rule that dates it."""

from __future__ import annotations

from msgspec import Struct

from moderator.meeting.commands import TaskKind
from moderator.meeting.setup import RuleName


class Outcome(Struct, frozen=True):
    """One way in which the chair concludes on a question.

    Attributes:
        task: kind of the outcome's own task, None when nothing is owed.
        rules: names of the rules that date that task; the first one in the meeting's file counts.
    """

    code: str
    task: TaskKind | None = None
    rules: tuple[RuleName, ...] = ()


OUTCOMES: dict[str, Outcome] = {
    outcome.code: outcome
    for outcome in (
        Outcome("settled"),
        Outcome("written", "reply", ("written_reply",)),
        Outcome("study", "reply", ("study_reply",)),
        Outcome("beyond", "forward", ("beyond_notice",)),
        Outcome("off_topic", "reply", ("off_topic_reply", "written_reply")),
        Outcome("procedure"),
        Outcome("noted"),
    )
}
TASK_RULES: dict[TaskKind, tuple[RuleName, ...]] = {
    "reply": ("written_reply",),
    "forward": ("beyond_notice",),
    "work": (),
}


def rules_of(outcome: str | None, kind: TaskKind) -> tuple[RuleName, ...]:
    """Names of the rules that may date a task of a kind under an outcome, or none; the first to be found wins."""
    own = OUTCOMES.get(outcome or "")
    return own.rules if own is not None and own.task == kind and own.rules else TASK_RULES[kind]
