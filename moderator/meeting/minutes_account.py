"""What every part of the minutes tells from: the state of the meeting, and what follows from it once for all parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by

from moderator.meeting.commands import TaskKind
from moderator.meeting.fields import fields_of
from moderator.meeting.minutes_people import citizen, inside, officeholder
from moderator.meeting.minutes_privacy import KeptBack, kept_back
from moderator.meeting.office import phrases_of
from moderator.meeting.people import Officeholder, officeholders
from moderator.meeting.promises import Due, due_by
from moderator.meeting.setup import Field
from moderator.meeting.state import MeetingState, Promise, Turn
from moderator.meeting.wording import Phrases, in_running_text
from moderator.meeting.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Account:
    """The meeting as the minutes read it.

    Attributes:
        people: everybody who is meant by a code.
        fields: the fields of public affairs by code.
        kept_back: the questions whose substance stays out.
        raised: numbers of the questions raised in each turn.
        joined: numbers of the questions joined into each question.
        places: the place of each turn in the course of the meeting.
    """

    state: MeetingState
    calendar: Calendar
    people: Mapping[str, Officeholder]
    fields: Mapping[str, Field]
    kept_back: KeptBack
    raised: Mapping[int, list[int]]
    joined: Mapping[int, list[int]]
    places: Mapping[int, int]
    _by_rule: dict[tuple[str | None, TaskKind], Due] = made_by(default_factory=dict)

    @property
    def phrases(self) -> Phrases:
        """The phrases with which the office words its papers."""
        return phrases_of(self.calendar)

    @property
    def is_over(self) -> bool:
        """Whether the floor is closed for good, so that a space can no longer be filled by what happens."""
        return self.state.adjourned_at is not None

    def due(self, promise: Promise) -> Due:
        """The last day as the meeting left it; what was extended later belongs to other papers."""
        if promise.due is not None:
            return Due(promise.due)
        key = (promise.outcome, promise.kind)
        if key not in self._by_rule:
            self._by_rule[key] = due_by(self.state, promise.outcome, promise.kind, None, self.calendar)
        return self._by_rule[key]

    def responsible(self, promise: Promise) -> str:
        """The body that a task was given to, else its official; empty when nobody was named.

        Of what is forwarded it is the higher level, never who sees to the forwarding.
        """
        if promise.body or promise.kind == "forward":
            return in_running_text(promise.body)
        return inside(officeholder(self.people, promise.official)) if promise.official else ""

    def citizen(self, who: int) -> str:
        """Who registered under a number, as a sentence begins with it."""
        return citizen(self.state.registrations[who].card)

    def officeholder(self, code: str | None) -> str:
        """The person meant by a code, with post, as a sentence begins with it."""
        return officeholder(self.people, code)

    def touches_kept_back(self, turn: Turn) -> bool:
        """Whether what was said in a turn may repeat what is kept back."""
        numbers = (*turn.questions, *self.raised.get(turn.number, ()))
        return any(number in self.kept_back.substance for number in numbers)


def account_of(state: MeetingState, calendar: Calendar) -> Account:
    """Read a meeting for its minutes; costs one pass over the questions."""
    raised: dict[int, list[int]] = {}
    joined: dict[int, list[int]] = {}
    for question in state.questions.values():
        if question.turn is not None:
            raised.setdefault(question.turn, []).append(question.number)
        if question.joined_into is not None:
            joined.setdefault(question.joined_into, []).append(question.number)
    return Account(
        state=state,
        calendar=calendar,
        people=officeholders(state.setup),
        fields=fields_of(state.setup),
        kept_back=kept_back(state),
        raised=raised,
        joined=joined,
        places={number: place for place, number in enumerate(state.turns)},
    )
