"""Which paper the office writes next about something that it owes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from moderator.meeting.commands import TaskKind
from moderator.meeting.paper_names import PaperName
from moderator.meeting.promises import PromiseStatus
from moderator.meeting.setup import RuleName

_LETTERS: Final[Mapping[TaskKind, PaperName]] = {
    "reply": "replies",
    "forward": "forwarding",
    "work": "assignments",
}
PAPERS_OF_DUTIES: Final[Mapping[RuleName, PaperName]] = {
    "notice": "notice",
    "loudspeaker": "loudspeaker",
    "prepared_answers": "prepared_answers",
    "opinions": "summary",
    "invitations": "invitation",
    "conclusion_notice": "conclusion_notice",
    "results_published": "results_notice",
    "report": "report",
}
"""The paper by which a duty is done."""


def paper_of_promise(kind: TaskKind, status: PromiseStatus) -> PaperName:
    """The paper that a promise asks for as it stands: a reminder when it is late, else the letter of its kind.

    Whoever asked is told of an extension and its reason.
    """
    if status == "overdue":
        return "reminders"
    if status == "extended" and kind != "work":
        return "interim_notices"
    return _LETTERS[kind]
