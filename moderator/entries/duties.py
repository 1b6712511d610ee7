"""What the rules ask of the office around the meetings, by when, and what of it is done."""

from __future__ import annotations

import datetime as dt

from data.catalogue import Card
from moderator.entries.owed_table import Asked, OwedTable
from moderator.meeting.duties import Duty
from moderator.session import Session

CSV_COLUMNS = (
    "meeting", "title", "duty", "due", "estimated", "status", "done_date", "done_number", "done_places", "source",
    "places_left",
)  # fmt: skip


def duties(session: Session, *, undone: bool, overdue: bool, today: dt.date | None, as_csv: bool) -> int:
    """Print the duties of all meetings by last day; `undone` and `overdue` leave out the others."""
    return _TABLE.tell(session, Asked(undone, overdue, today, as_csv))


def _row(session: Session, card: Card, duty: Duty) -> tuple[str, ...]:
    words = session.words
    told = [" ".join(f"{each.date:%d/%m/%Y} {each.number} {each.place}".split()) for each in duty.done]
    if told and duty.places_left:
        told.append(words("cli.duties.left", places=", ".join(duty.places_left)))
    return card.id, words(f"duty.{duty.name}"), "; ".join(told) or "–"


def _cells(card: Card, duty: Duty, status: str) -> tuple[object, ...]:
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
        "; ".join(duty.places_left),
    )


_TABLE = OwedTable(
    of=lambda card: card.duties,
    done="done",
    words="cli.duties",
    statuses="cli.duty",
    heads=("meeting", "duty", "done"),
    row=_row,
    columns=CSV_COLUMNS,
    cells=_cells,
)
