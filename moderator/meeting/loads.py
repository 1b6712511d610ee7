"""How much each official has on hand: questions given, still unanswered, and promises owed."""

from __future__ import annotations

from dataclasses import dataclass

from moderator.meeting.people import officeholders
from moderator.meeting.state import MeetingState


@dataclass(slots=True)
class OfficialLoad:
    """What one official has on hand.

    Attributes:
        assigned: questions given to him, first or along with others.
        unanswered: those among them that wait for an answer.
        owed: promises without a reply.
    """

    code: str
    assigned: int = 0
    unanswered: int = 0
    owed: int = 0


def official_loads(state: MeetingState) -> dict[str, OfficialLoad]:
    """The load of every official and of everybody else who was given something, in the order of the list."""
    loads = {official.code: OfficialLoad(official.code) for official in state.setup.officials}
    for code in officeholders(state.setup):
        loads.setdefault(code, OfficialLoad(code))
    for question in state.questions.values():
        if not question.officials or question.status in ("joined", "dropped"):
            continue
        for code in question.officials:
            if code in loads:
                loads[code].assigned += 1
                loads[code].unanswered += question.status == "assigned"
    for promise in state.promises.values():
        if promise.reply is None and promise.official in loads:
            loads[promise.official].owed += 1
    own = {official.code for official in state.setup.officials}
    return {code: load for code, load in loads.items() if code in own or load.assigned or load.owed}
