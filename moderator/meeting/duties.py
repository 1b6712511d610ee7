"""What the office has to do by the rules around a meeting, and what of it is done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from moderator.meeting.outcomes import OUTCOMES, TASK_RULES, rules_of
from moderator.meeting.promises import rule_term
from moderator.meeting.setup import RuleName
from moderator.meeting.state import DoneDuty, MeetingState
from moderator.meeting.villages import VILLAGE_DUTIES, villages_left, villages_of
from moderator.meeting.working_days import Calendar

DutyStatus = Literal["open", "overdue", "done"]

REPLY_RULES: Final[frozenset[str]] = frozenset(
    name for named in (*(o.rules for o in OUTCOMES.values()), *TASK_RULES.values()) for name in named
)
"""The rules that date promises, each of which tells its own last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What one rule of a meeting asks for.

    Attributes:
        last_day: the earliest that the rules of the name set; None while nothing dates it.
        estimated: that day rests on holidays not yet announced.
        source: what orders it.
        done: when, under which number and for which village it was done, in the order in which that was recorded.
        places_left: the villages in which it is still to be done; none where it is no matter of every village.
        kept: nothing is left to do: it was recorded as done, in every village where that is asked, or every promise
            that the rule dates has its reply.
    """

    name: RuleName
    last_day: dt.date | None = None
    estimated: bool = False
    source: str = ""
    done: tuple[DoneDuty, ...] = ()
    places_left: tuple[str, ...] = ()
    kept: bool = False

    def status(self, today: dt.date) -> DutyStatus:
        """How it stands on a day."""
        if self.kept:
            return "done"
        return "overdue" if self.last_day is not None and today > self.last_day else "open"


def duties_of(state: MeetingState, calendar: Calendar) -> list[Duty]:
    """One duty for each name among the meeting's rules, in the order of the meeting file."""
    owed = {
        name
        for promise in state.promises.values()
        if promise.reply is None
        for name in rules_of(promise.outcome, promise.kind)
    }
    villages = villages_of(state)
    duties = []
    for name in dict.fromkeys(rule.name for rule in state.setup.rules):
        term = rule_term(state, name, calendar)
        done = tuple(each for each in state.duties_done if each.duty == name)
        left = villages_left(villages, done) if name in VILLAGE_DUTIES else ()
        # Until the meeting is over, promises may still be made.
        by_replies = name in REPLY_RULES and state.adjourned_at is not None and name not in owed
        duties.append(
            Duty(
                name=name,
                last_day=None if term is None else term.last_day,
                estimated=term is not None and term.estimated,
                source="" if term is None else term.rule.source,
                done=done,
                places_left=left,
                kept=(bool(done) and not left) or by_replies,
            )
        )
    return duties
