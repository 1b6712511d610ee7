"""What the offices owe over all meetings, as a table: which rows it has, and how it is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from data.catalogue import Card, Catalogue
from moderator.csv_text import csv_text
from moderator.entries.meetings import tell_troubles
from moderator.session import Session
from moderator.terminal import in_columns, tell


class Owing(Protocol):
    """Something that is owed by a last day."""

    @property
    def last_day(self) -> dt.date | None:
        """The last day, None while nothing dates it."""

    @property
    def estimated(self) -> bool:
        """That day rests on holidays not yet announced."""

    def status(self, today: dt.date) -> str:
        """How it stands on a day."""


Kind = TypeVar("Kind", bound=Owing)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are wanted, and in which form.

    Attributes:
        undone: only what is not done yet.
        overdue: only what is overdue.
        today: the day by which that is judged, None for the local date of each meeting.
    """

    undone: bool = False
    overdue: bool = False
    today: dt.date | None = None
    as_csv: bool = False


@dataclass(frozen=True, slots=True)
class OwedTable(Generic[Kind]):
    """One kind of what is owed, as a table.

    Attributes:
        of: all of it in a meeting.
        done: the status in which nothing is left to do.
        words: where the words over the columns stand.
        statuses: where the words for each status stand.
        heads: the columns after the last day and the status.
        row: the cells of these columns.
        columns: the names over the cells as CSV.
        cells: the cells as CSV.
    """

    of: Callable[[Card], Iterable[Kind]]
    done: str
    words: str
    statuses: str
    heads: tuple[str, ...]
    row: Callable[[Session, Card, Kind], tuple[str, ...]]
    columns: tuple[str, ...]
    cells: Callable[[Card, Kind, str], tuple[object, ...]]

    def tell(self, session: Session, asked: Asked) -> int:
        """Print the rows that are wanted by last day, and which meetings could not be read."""
        words = session.words
        cards = Catalogue(session.folder, session.office).refresh()
        rows = self._rows(cards, session.now(), asked)
        if asked.as_csv:
            tell(csv_text([self.columns, *(self.cells(*row) for row in rows)]))
        elif rows:
            told = [tuple(words(f"{self.words}.{name}") for name in ("due", "status", *self.heads))]
            for card, owing, status in rows:
                due = "–" if owing.last_day is None else f"{owing.last_day:%d/%m/%Y}"
                if owing.estimated:
                    due = words("cli.estimated", day=due)
                told.append((due, words(f"{self.statuses}.{status}"), *self.row(session, card, owing)))
            for line in in_columns(told):
                tell(line)
        else:
            tell(words("cli.no_promises"))
        return tell_troubles(session, cards)

    def _rows(self, cards: list[Card], now: dt.datetime, asked: Asked) -> list[tuple[Card, Kind, str]]:
        rows = [(card, each, each.status(asked.today or card.today(now))) for card in cards for each in self.of(card)]
        wanted = [
            row
            for row in rows
            if (not asked.undone or row[2] != self.done) and (not asked.overdue or row[2] == "overdue")
        ]
        return sorted(wanted, key=lambda row: (row[1].last_day or dt.date.max, row[0].id))
