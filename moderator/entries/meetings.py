"""Meetings made, listed, shown and checked."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from pathlib import Path

from data.catalogue import Card, Catalogue
from data.journal import Reading, read_journal
from data.meeting_file import read_meeting_file
from moderator.desk import (
    UnreadableRecord,
    instant_for_readers,
    make_meeting,
    read_meeting,
    records_of,
    remember_people,
)
from moderator.meeting.meeting import Meeting
from moderator.meeting.overview import overview
from moderator.session import Session
from moderator.terminal import complain, in_columns, tell
from moderator.troubles import about, damage, reason_of
from screens.overview_text import overview_lines
from screens.undo_text import undone_text


def new(session: Session, file: Path, like: str | None = None, keep: str | None = None) -> int:
    """Make a meeting from its file and print its id."""
    tell(new_meeting(session, file, like, keep))
    return 0


def new_meeting(session: Session, file: Path, like: str | None = None, keep: str | None = None) -> str:
    """Make a meeting from its file, with what a template adds, and give its id."""
    given = {}
    if like is not None:
        from data.templates import Templates

        given = Templates(session.folder.templates).tables(like)
    setup = read_meeting_file(file, given)
    with about(session, setup.id):
        make_meeting(session.folder, setup, session.now())
        meeting = read_meeting(session.folder, setup.id)
    if keep is not None:
        from data.templates import Templates

        Templates(session.folder.templates).keep(keep, setup)
    # The address book only saves typing: the meeting is made without it too.
    with contextlib.suppress(OSError):
        remember_people(session.folder, meeting)
    return setup.id


def list_meetings(session: Session) -> int:
    """Print the meetings by day."""
    words = session.words
    cards = Catalogue(session.folder, session.office).refresh()
    if not cards:
        tell(words("cli.no_meetings"))
        return 0
    heads = tuple(words(f"cli.list.{name}") for name in ("id", "day", "stage", "counts", "title"))
    for line in in_columns([heads, *(_listed(session, card) for card in cards)]):
        tell(line)
    return tell_troubles(session, cards)


def _listed(session: Session, card: Card) -> tuple[str, ...]:
    words = session.words
    stage = words(f"cli.trouble.{card.trouble}") if card.trouble else words(f"cli.stage.{card.stage}")
    counts = words(
        "cli.list.counted",
        registrations=card.registrations,
        questions=card.questions,
        unconcluded=card.unconcluded,
    )
    day = "–" if card.day is None else f"{card.day:%d/%m/%Y}"
    return card.id, day, stage, counts, " ".join(card.title.split())


def tell_troubles(session: Session, cards: list[Card]) -> int:
    """Say which journals could not be read to their end; the exit code that follows from it."""
    troubled = [card for card in cards if card.trouble]
    for card in troubled:
        complain(session.words(f"cli.listed_{card.trouble}", id=card.id))
    return 1 if troubled else 0


def show(session: Session, beginning: str, as_json: bool) -> int:
    """Print one meeting's state, as JSON or to be read."""
    words = session.words
    meeting_id = session.folder.resolve(beginning)
    with about(session, meeting_id):
        meeting = read_meeting(session.folder, meeting_id)
    now = session.now()
    undo = meeting.next_undo
    state = overview(
        meeting,
        instant_for_readers(session.folder.meeting(meeting_id), meeting, now),
        now.astimezone(meeting.setup.tz).date(),
        session.office,
        None if undo is None else undone_text(words, undo, meeting.state),
    )
    if as_json:
        tell(json.dumps(state, ensure_ascii=False, indent=2))
    else:
        for line in overview_lines(state, words):
            tell(line)
    return 0


def check(session: Session, beginning: str | None) -> int:
    """Read journals through and say whether they are whole; a torn tail is no damage, for nobody relied on it."""
    words = session.words
    ids = session.folder.meeting_ids() if beginning is None else [session.folder.resolve(beginning)]
    if not ids:
        tell(words("cli.no_meetings"))
    return max([_check(session, meeting_id) for meeting_id in ids], default=0)


def _check(session: Session, meeting_id: str) -> int:
    words = session.words
    try:
        reading = read_journal(session.folder.meeting(meeting_id).journal)
    except OSError as problem:
        # A file that the system does not give out must not keep the others from being checked.
        complain(f"{meeting_id}: {reason_of(words, problem)}")
        return 1
    unreadable = 0
    try:
        meeting = Meeting(records_of(reading.bodies))
    except UnreadableRecord as problem:
        unreadable = problem.record
        found = words("cli.check.records", records=unreadable - 1)
    else:
        last = meeting.records[-1].at.astimezone(meeting.setup.tz)
        found = words(
            "cli.check.events",
            records=reading.records,
            events=meeting.event_count,
            last=f"{last:%H:%M:%S %d/%m/%Y}",
        )
    tell(f"{meeting_id}: {_verdict(session, reading, unreadable)}. {found}.")
    if reading.damage is not None:
        complain(words("cli.damaged", id=meeting_id, where=damage(words, reading.damage)))
        return 1
    if unreadable and not reading.torn:
        complain(words("cli.unreadable", id=meeting_id, record=unreadable))
        return 1
    return 0


def _verdict(session: Session, reading: Reading, unreadable: int) -> str:
    words = session.words
    if reading.damage is not None:
        return words("cli.check.damaged", where=damage(words, reading.damage))
    if reading.torn:
        return words("cli.check.torn", line=reading.records + 1, offset=reading.end, bytes=reading.torn)
    if unreadable:
        return words("cli.check.unreadable", line=unreadable)
    return words("cli.check.newer" if reading.newer else "cli.check.whole")


def forget(session: Session, beginning: str) -> int:
    """Erase what is kept of a meeting's people beside its record; the meeting itself stays."""
    _erase(session, [session.folder.resolve(beginning)])
    return 0


def forget_before(session: Session, day: dt.date) -> int:
    """Erase what is kept of the people of every meeting that was adjourned before a day."""
    cards = Catalogue(session.folder, session.office).refresh()
    over = [card.id for card in cards if (adjourned := card.adjourned_on) is not None and adjourned < day]
    if over:
        _erase(session, over)
    else:
        tell(session.words("cli.none_before", day=f"{day:%d/%m/%Y}"))
    return tell_troubles(session, cards)


def _erase(session: Session, ids: list[str]) -> None:
    from moderator.forgetting import forget_people

    for meeting_id in ids:
        forgotten = forget_people(session.folder, meeting_id)
        tell(session.words("cli.forgotten", id=meeting_id, phones=forgotten.phones, people=forgotten.people))
    tell(session.words("cli.forgotten.kept"))
