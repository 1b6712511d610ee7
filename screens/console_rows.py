"""The rows of the console's two lists: who waits, and the questions."""

from __future__ import annotations

from typing import NamedTuple

from moderator.meeting.fields import field_name, fields_of
from moderator.meeting.glance import Glance
from moderator.meeting.people import officeholders, person_key
from moderator.meeting.setup import Setup
from moderator.meeting.state import AskedQuestion, Entry, MeetingState
from screens.console_view import citizen
from screens.drawn import Part
from screens.words import Words

_WIDE_ROW = 88
_STATUS_MANNERS = {"new": "bad", "assigned": "warn", "answered": "good", "concluded": "dim"}


class RowsMadeOf(NamedTuple):
    """All that the rows of the two lists are made of."""

    setup: Setup
    glance: Glance

    @classmethod
    def of(cls, state: MeetingState) -> RowsMadeOf:
        """What they are made of now."""
        return cls(state.setup, Glance.at(state))

    def as_before(self, before: RowsMadeOf) -> tuple[int, int]:
        """How many of the first rows of each list are as before: all of them when only somebody came behind."""
        now, then = self.glance, before.glance
        came = now.registrations_since(then) if self.setup == before.setup else None
        # Who has been heard under another number is told of whoever waits.
        if came is None or any(registration.status == "heard" for registration in came):
            return 0, 0
        return (
            then.waiting if now.waits_as_before(then) else 0,
            then.questions if now.asks_as_before(then) else 0,
        )


def waiting_row(state: MeetingState, entry: Entry, words: Words) -> list[Part]:
    """One row of the waiting order."""
    card = state.registrations[entry.who].card
    row: list[Part] = [(f"{entry.who:>3} ", "dim")]
    if entry.question is not None:
        row.append((words("console.follow_up_on", question=entry.question) + " ", "warn"))
    row.append((citizen(state, entry.who, with_place=False), "strong"))
    # What bears on the order stands where a narrow list does not cut it.
    if entry.question is None and _heard_before(state, entry.who):
        row.append((" " + words("console.heard_before"), "dim"))
    if card.late:
        row.append((" " + words("console.late"), "warn"))
    place = f" {card.place}" if card.place else ""
    topic = f" · {field_name(state.setup, card.topic) or card.topic}" if card.topic else ""
    row.append((place + topic, "dim"))
    return row


def _heard_before(state: MeetingState, who: int) -> bool:
    """Whether the same person has spoken under another number."""
    numbers_of_person = state.people.get(person_key(state.registrations[who].card), ())
    return any(state.registrations[number].status == "heard" for number in numbers_of_person)


def question_row(state: MeetingState, question: AskedQuestion, words: Words, width: int = 0) -> list[Part]:
    """One row of the questions: number, how far it has come, who answers, where there is room who asks, text."""
    status = question.status
    row: list[Part] = [
        (f"{question.number:>3} ", "dim"),
        (words(f"console.question.{status}") + " ", _STATUS_MANNERS.get(status, "dim")),
    ]
    if question.conclusion is not None:
        row.append((words(f"outcome.{question.conclusion.outcome}.short") + " ", "dim"))
    elif question.joined_into is not None:
        row.append((f"→{question.joined_into} ", "dim"))
    elif question.officials:
        person = officeholders(state.setup).get(question.officials[0])
        row.append((f"{person.name if person else question.officials[0]} ", "strong"))
    if question.kind != "question":
        row.append((words(f"console.kind.{question.kind}") + " ", "bad"))
    if width >= _WIDE_ROW:
        field = fields_of(state.setup).get(question.field)
        asks = citizen(state, question.who, with_place=False)
        row.append((f"{asks}{f' · {field.name}' if field else ''}: ", "dim"))
    row.append((question.text, ""))
    return row
