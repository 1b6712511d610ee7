"""What the rules ask of the office around the meetings, by when, and what of it is done."""

from __future__ import annotations

import datetime as dt

from data.catalogue import Card, Catalogue
from moderator.csv_text import csv_text
from moderator.entries.meetings import tell_troubles
from moderator.meeting.duties import Duty, DutyStatus
from moderator.session import Session
from moderator.terminal import in_columns, tell

CSV_COLUMNS = (
    "meeting", "title", "duty", "due", "estimated", "status", "done_date", "done_number", "done_places", "source",
)  # fmt: skip

Row = tuple[Card, Duty, DutyStatus]


def duties(session: Session, *, undone: bool, overdue: bool, today: dt.date | None, as_csv: bool) -> int:
    """Print the duties of all meetings by last day; `undone` and `overdue` leave out the others."""
    cards = Catalogue(session.folder, session.office).refresh()
    now = session.now()
    rows: list[Row] = [(card, each, each.status(today or card.today(now))) for card in cards for each in card.duties]
    rows = [row for row in rows if (not undone or row[2] != "done") and (not overdue or row[2] == "overdue")]
    rows.sort(key=lambda row: (row[1].last_day or dt.date.max, row[0].id))
    if as_csv:
        tell(csv_text([CSV_COLUMNS, *(_cells(*row) for row in rows)]))
    elif rows:
        heads = ("due", "status", "meeting", "duty", "done")
        head = tuple(session.words(f"cli.duties.{name}") for name in heads)
        for line in in_columns([head, *(_row(session, *row) for row in rows)]):
            tell(line)
    else:
        tell(session.words("cli.no_promises"))
    return tell_troubles(session, cards)


def _row(session: Session, card: Card, duty: Duty, status: DutyStatus) -> tuple[str, ...]:
    words = session.words
    due = "–" if duty.last_day is None else f"{duty.last_day:%d/%m/%Y}"
    if duty.estimated:
        due = words("cli.estimated", day=due)
    told = [" ".join(f"{each.date:%d/%m/%Y} {each.number} {each.place}".split()) for each in duty.done]
    return due, words(f"cli.duty.{status}"), card.id, words(f"duty.{duty.name}"), "; ".join(told) or "–"


def _cells(card: Card, duty: Duty, status: DutyStatus) -> tuple[object, ...]:
    return (
        card.id,
        card.title,
        duty.name,
        duty.last_day or "",
        "true" if duty.estimated else "false",
        status,
        duty.done[-1].date if duty.done else "",
        "; ".join(dict.fromkeys(each.number for each in duty.done if each.number)),
        "; ".join(dict.fromkeys(each.place for each in duty.done if each.place)),
        duty.source,
    )
