"""The catalogue: every meeting and what was promised in it, looked up without reading all journals again.

It only repeats what the journals say: a card is made anew whenever its journal, or what dates are counted with, is
not what it was, and a catalogue that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct
from tinydb import where

from data.documents import open_documents
from data.folder import DataFolder
from data.journal import read_journal
from moderator import __version__
from moderator.meeting.duties import Duty, duties_of
from moderator.meeting.meeting import Meeting, decode_record
from moderator.meeting.people import officeholders
from moderator.meeting.promises import Due, PromiseStatus, due_of, status_on
from moderator.meeting.setup import USUAL_ZONE, parse_zone
from moderator.meeting.state import MeetingState, Promise, Stage
from moderator.meeting.villages import village_in, villages_of
from moderator.meeting.working_days import Calendar

Trouble = Literal["", "damaged", "unreadable"]

_TABLE = "meetings"
_FORMAT = 3


class Owed(Struct, frozen=True, kw_only=True):
    """A promise with what else is needed to chase it.

    Attributes:
        official: name of the official who owes it, empty where none was named.
        last_day: the day by which it is owed, None where nothing dates it.
        estimated: that day rests on holidays not yet announced.
        places: the villages of those who asked.
    """

    promise: Promise
    official: str = ""
    last_day: dt.date | None = None
    estimated: bool = False
    places: tuple[str, ...] = ()

    def status(self, today: dt.date) -> PromiseStatus:
        """How it stands on a day."""
        return status_on(self.promise, Due(self.last_day, self.estimated), today)


class Card(Struct, frozen=True, kw_only=True):
    """One meeting in the catalogue.

    Attributes:
        starts: planned local start.
        opened_at: when it was really opened.
        adjourned_at: when the floor was closed for good.
        duties: what the rules ask of the office.
        trouble: "damaged" when the journal stops being readable somewhere, so that what stands here may be old;
            "unreadable" when it cannot be read at all, or was written by a newer version that this one does not know.
    """

    id: str
    title: str = ""
    authority: str = ""
    place: str = ""
    zone: str = USUAL_ZONE
    starts: dt.datetime | None = None
    opened_at: dt.datetime | None = None
    adjourned_at: dt.datetime | None = None
    stage: Stage = "preparing"
    registrations: int = 0
    questions: int = 0
    unconcluded: int = 0
    promises: tuple[Owed, ...] = ()
    duties: tuple[Duty, ...] = ()
    trouble: Trouble = ""

    @property
    def day(self) -> dt.date | None:
        """The local date of the meeting: of its opening, before that of its planned start."""
        if self.opened_at is not None:
            return self.opened_at.astimezone(parse_zone(self.zone)).date()
        return None if self.starts is None else self.starts.date()

    @property
    def adjourned_on(self) -> dt.date | None:
        """The local date on which the floor was closed for good, None while it is not."""
        return None if self.adjourned_at is None else self.adjourned_at.astimezone(parse_zone(self.zone)).date()

    def today(self, now: dt.datetime) -> dt.date:
        """The date at an instant where the meeting is."""
        return now.astimezone(parse_zone(self.zone)).date()


class Catalogue:
    """The cards of all meetings, kept in step with the journals."""

    def __init__(self, folder: DataFolder, calendar: Calendar) -> None:
        """Look up the meetings of a data folder; last days are counted by the calendar."""
        self._folder = folder
        self._calendar = calendar
        self._counted_with = _counted_with(calendar)

    def refresh(self) -> list[Card]:
        """The cards of all meetings by day, the undated last; journals that did not change are not read."""
        kept = self._kept()
        cards: list[Card] = []
        changed: dict[str, dict[str, Any]] = {}
        ids = self._folder.meeting_ids()
        for meeting_id in ids:
            journal = self._folder.meeting(meeting_id).journal
            sign = self._sign(journal)
            row = kept.get(meeting_id)
            card = _card_of(row) if row is not None and row["sign"] == sign else None
            if card is None:
                card = _card(meeting_id, journal, self._calendar)
                changed[meeting_id] = {"id": meeting_id, "sign": sign, "card": msgspec.to_builtins(card)}
            cards.append(card)
        gone = kept.keys() - set(ids)
        if changed or gone:
            self._keep(changed, gone)
        return sorted(cards, key=lambda card: (card.day or dt.date.max, card.id))

    def _sign(self, journal: Path) -> str:
        """What the file would not have in common with another state of it."""
        try:
            status = journal.stat()
        except OSError:
            return ""
        return f"{self._counted_with} {status.st_size} {status.st_mtime_ns}"

    def _kept(self) -> dict[str, Any]:
        try:
            return {row["id"]: row for row in open_documents(self._folder.catalogue).table(_TABLE).all()}
        except (OSError, KeyError, TypeError):
            return {}

    def _keep(self, changed: dict[str, dict[str, Any]], gone: set[str]) -> None:
        with contextlib.suppress(OSError):
            documents = open_documents(self._folder.catalogue)
            with documents.together():
                table = documents.table(_TABLE)
                table.remove(where("id").one_of([*changed, *gone]))
                table.insert_multiple(changed.values())


def _counted_with(calendar: Calendar) -> str:
    # Each release of the package knows other days off, so last days counted with another one may be wrong.
    from holidays.version import __version__ as holidays_version

    own = hashlib.sha256(" ".join(calendar.own_days).encode()).hexdigest()[:16] if calendar.own_days else "-"
    return f"{_FORMAT} {__version__} {holidays_version} {own}"


def _card_of(row: Any) -> Card | None:
    try:
        return msgspec.convert(row["card"], Card)
    except (KeyError, TypeError, msgspec.ValidationError):
        return None


def _card(meeting_id: str, journal: Path, calendar: Calendar) -> Card:
    try:
        reading = read_journal(journal)
        meeting = Meeting(decode_record(body) for body in reading.bodies)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        # One journal that makes no sense must not take the others off the list.
        return Card(id=meeting_id, trouble="unreadable")
    state = meeting.state
    people = officeholders(state.setup)
    places = _places_by_question(state)
    owed = []
    for promise in state.promises.values():
        due = due_of(state, promise, calendar)
        official = people.get(promise.official or "")
        owed.append(
            Owed(
                promise=promise,
                official="" if official is None else official.name,
                last_day=due.last_day,
                estimated=due.estimated,
                places=tuple(places.get(promise.question or 0, ())),
            )
        )
    return Card(
        id=meeting_id,
        title=state.setup.title,
        authority=state.setup.authority,
        place=state.setup.place,
        zone=state.setup.zone,
        starts=state.setup.starts,
        opened_at=state.opened_at,
        adjourned_at=state.adjourned_at,
        stage=state.stage,
        registrations=len(state.registrations),
        questions=len(state.questions),
        unconcluded=sum(q.status in ("new", "assigned", "answered") for q in state.questions.values()),
        promises=tuple(owed),
        duties=tuple(duties_of(state, calendar)),
        trouble="" if reading.damage is None else "damaged",
    )


def _places_by_question(state: MeetingState) -> dict[int, list[str]]:
    """The villages of those who asked each question, or asked what was joined into it, each once."""
    villages = villages_of(state)
    places: dict[int, list[str]] = {}
    for question in state.questions.values():
        place = village_in(villages, state.registrations[question.who].card.place)
        told = places.setdefault(question.joined_into or question.number, [])
        if place and place not in told:
            told.append(place)
    return places
