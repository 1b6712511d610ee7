"""What has changed in a state since it was last looked at, found without passing through all that stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from itertools import islice
from operator import is_
from typing import NamedTuple

from moderator.meeting.events import Registered
from moderator.meeting.state import MeetingState, Registration, Reworked


class Glance(NamedTuple):
    """How much stood in a state at one moment, and how often what stood there had been changed by then.

    In one state these numbers tell what has changed since. An undo makes another state, which is compared.
    """

    state: MeetingState
    registrations: int
    waiting: int
    questions: int
    reworked: Reworked

    @classmethod
    def at(cls, state: MeetingState) -> Glance:
        """Look at a state as it is now."""
        return cls(state, len(state.registrations), len(state.waiting), len(state.questions), copy(state.reworked))

    def registrations_since(self, before: Glance) -> list[Registration] | None:
        """The registrations that came since; None where one that was there has changed."""
        if self.state is before.state:
            as_before = self.reworked.registrations == before.reworked.registrations
        else:
            old, new = before.state.registrations.values(), self.state.registrations.values()
            as_before = before._is_still_so and [*islice(new, len(old))] == [*old]
        return self._last_registered(self.registrations - before.registrations) if as_before else None

    def cards_since(self, before: Glance) -> list[Registered] | None:
        """The cards that came since; None where one that was there was edited, even into what it was."""
        if self.state is before.state:
            as_before = self.reworked.cards == before.reworked.cards
        else:
            as_before = (
                before._is_still_so
                and self.registrations >= before.registrations
                and all(map(is_, _cards(before.state), _cards(self.state)))
            )
        if not as_before:
            return None
        return [registration.card for registration in self._last_registered(self.registrations - before.registrations)]

    def waits_as_before(self, before: Glance) -> bool:
        """Whether whoever waited waits still, in the same order, before all who came since."""
        if self.state is before.state:
            return self.reworked.waiting == before.reworked.waiting
        return before._is_still_so and self.state.waiting[: before.waiting] == before.state.waiting

    def asks_as_before(self, before: Glance) -> bool:
        """Whether the questions are the same, and no more."""
        if self.state is before.state:
            return (self.questions, self.reworked.questions) == (before.questions, before.reworked.questions)
        return before._is_still_so and [*self.state.questions.values()] == [*before.state.questions.values()]

    @property
    def _is_still_so(self) -> bool:
        return Glance.at(self.state)[1:] == self[1:]

    def _last_registered(self, count: int) -> list[Registration]:
        return [*islice(reversed(self.state.registrations.values()), count)][::-1]


def _cards(state: MeetingState) -> Iterator[Registered]:
    return (registration.card for registration in state.registrations.values())
