"""What is owed after the meetings: by whom, by when."""

from __future__ import annotations

import datetime as dt

from data.catalogue import Card, Owed
from moderator.entries.owed_table import Asked, OwedTable
from moderator.session import Session

CSV_COLUMNS = (
    "meeting", "title", "promise", "question", "outcome", "kind", "body", "official",
    "due", "estimated", "status", "text", "reply_number", "reply_date", "places",
)  # fmt: skip


def promises(session: Session, *, unreplied: bool, overdue: bool, today: dt.date | None, as_csv: bool) -> int:
    """Print the promises of all meetings by last day; `unreplied` and `overdue` leave out the others."""
    return _TABLE.tell(session, Asked(unreplied, overdue, today, as_csv))


def _row(session: Session, card: Card, owed: Owed) -> tuple[str, ...]:
    promise = owed.promise
    return (
        card.id,
        str(promise.number),
        "–" if promise.question is None else str(promise.question),
        " ".join(owed.official.split()) or "–",
        " ".join(promise.body.split()) or "–",
        " ".join(promise.text.split()) or session.words(f"cli.kind.{promise.kind}"),
    )


def _cells(card: Card, owed: Owed, status: str) -> tuple[object, ...]:
    promise, reply = owed.promise, owed.promise.reply
    return (
        card.id,
        card.title,
        promise.number,
        "" if promise.question is None else promise.question,
        promise.outcome or "",
        promise.kind,
        promise.body,
        owed.official,
        owed.last_day or "",
        "true" if owed.estimated else "false",
        status,
        promise.text,
        "" if reply is None else reply.number,
        "" if reply is None else reply.date,
        "; ".join(owed.places),
    )


_TABLE = OwedTable(
    of=lambda card: card.promises,
    done="replied",
    words="cli.promises",
    statuses="cli.promise",
    heads=("meeting", "number", "question", "official", "body", "text"),
    row=_row,
    columns=CSV_COLUMNS,
    cells=_cells,
)
