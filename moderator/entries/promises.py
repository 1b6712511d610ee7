"""What is owed after the meetings: by whom, by when."""

from __future__ import annotations

import datetime as dt

from data.catalogue import Card, Catalogue, Owed
from moderator.csv_text import csv_text
from moderator.entries.meetings import tell_troubles
from moderator.session import Session
from moderator.terminal import in_columns, tell

CSV_COLUMNS = (
    "meeting", "title", "promise", "question", "outcome", "kind", "body", "official",
    "due", "estimated", "status", "text", "reply_number", "reply_date",
)  # fmt: skip


def promises(session: Session, *, unreplied: bool, overdue: bool, today: dt.date | None, as_csv: bool) -> int:
    """Print the promises of all meetings by last day; `unreplied` and `overdue` leave out the others."""
    cards = Catalogue(session.folder, session.office).refresh()
    now = session.now()
    owed = [(card, each, each.status(today or card.today(now))) for card in cards for each in card.promises]
    owed = [row for row in owed if (not unreplied or row[2] != "replied") and (not overdue or row[2] == "overdue")]
    owed.sort(key=lambda row: (row[1].last_day or dt.date.max, row[0].id, row[1].promise.number))
    if as_csv:
        tell(csv_text([CSV_COLUMNS, *(_cells(*row) for row in owed)]))
    elif owed:
        heads = ("due", "status", "meeting", "number", "question", "official", "body", "text")
        head = tuple(session.words(f"cli.promises.{name}") for name in heads)
        for line in in_columns([head, *(_row(session, *row) for row in owed)]):
            tell(line)
    else:
        tell(session.words("cli.no_promises"))
    return tell_troubles(session, cards)


def _row(session: Session, card: Card, owed: Owed, status: str) -> tuple[str, ...]:
    promise = owed.promise
    due = "–" if owed.last_day is None else f"{owed.last_day:%d/%m/%Y}"
    if owed.estimated:
        due = session.words("cli.estimated", day=due)
    return (
        due,
        session.words(f"cli.promise.{status}"),
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
    )
