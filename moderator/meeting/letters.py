"""What the letters to those who asked have in common: to whom they go, and how they quote the question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moderator.meeting.events import Registered
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import addressed
from moderator.meeting.paper import Block, centred
from moderator.meeting.people import person_key
from moderator.meeting.state import AskedQuestion
from moderator.meeting.wording import within_sentence


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody to whom a letter can be sent, with the question that he or she asked."""

    card: Registered
    question: AskedQuestion

    @property
    def named(self) -> str:
        """Honorific and name; of a body that asked, its name."""
        if not self.card.name:
            return self.card.organisation
        return addressed(self.card.honorific, self.card.name)

    @property
    def in_sentence(self) -> str:
        """The same inside a sentence."""
        return within_sentence(self.named) if self.card.name else self.named

    @property
    def with_place(self) -> str:
        """Name and village, as a letter is addressed."""
        return ", ".join(part for part in (self.named, self.card.place) if part)


def askers(account: Account, question: AskedQuestion) -> Iterator[Asker]:
    """Who is to have a letter on a question: its asker, and whoever asked what was joined into it, each once.

    Somebody who gave no name has none: the answer goes into the public notice.
    """
    met: set[tuple[str, str]] = set()
    for number in (question.number, *account.joined.get(question.number, ())):
        asked = account.state.questions[number]
        card = account.state.registrations[asked.who].card
        if number in account.kept_back.substance or asked.dropped is not None or not has_address(card):
            continue
        if person_key(card) not in met:
            met.add(person_key(card))
            yield Asker(card, asked)


def has_address(card: Registered) -> bool:
    """Whether a letter can be sent to somebody: not without a name."""
    return not card.anonymous and bool(card.name or card.organisation)


def to(addressee: str) -> Block:
    """The line that says to whom a letter goes."""
    return centred(f"Kính gửi: {addressee}.")


def quoted(text: str) -> str:
    """A question in quotation marks, as it was asked."""
    return f"“{text.strip()}”"
