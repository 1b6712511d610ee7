"""The home screen, and what it asks of the data folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.catalogue import Card, Catalogue, Owed
from data.meeting_template import is_untouched, write_template
from moderator.desk import read_meeting
from moderator.entries.meetings import new_meeting
from moderator.entries.screens import demo, need_terminal, projector, run
from moderator.meeting.setup import parse_zone
from moderator.meeting.text import clean_line
from moderator.meeting.working_days import Calendar
from moderator.papers import write_papers
from moderator.session import Session
from moderator.troubles import about, reason_of, reason_or_report
from screens.home import Destination, HomeApp, NotDone
from screens.home_view import Kept, MeetingLine, OwedLine

# The day on the screen's head; each meeting counts in its own zone.
_ZONE = parse_zone("+07:00")


def home(session: Session) -> int:
    """Open the home screen, and come back to it from every screen that is opened there."""
    need_terminal(session)
    shelf = SessionShelf(session)
    told = at = ""
    while True:
        app = HomeApp(shelf, session.words, told=told, at=at)
        chosen = app.run()
        if app.failure is not None:
            raise app.failure
        if chosen is None:
            return app.return_code or 0
        told, at = _go(session, chosen), chosen.meeting


def _go(session: Session, chosen: Destination) -> str:
    """Go where the home screen sends and say what went wrong there, nothing when nothing did."""
    try:
        if chosen.act == "run":
            run(session, chosen.meeting)
        elif chosen.act == "projector":
            projector(session, chosen.meeting)
        else:
            demo(session, fresh=False)
    except Exception as error:  # noqa: BLE001
        # What goes wrong with one meeting does not take the others from the screen.
        return reason_or_report(session.words, error, session)
    return ""


class SessionShelf:
    """The data folder of a session, as the home screen needs it."""

    def __init__(self, session: Session) -> None:
        """Look at the data folder of a session."""
        self._session = session

    @property
    def proposed_file(self) -> str:
        """A file among the person's documents, else in the home folder."""
        documents = Path.home() / "Documents"
        return str((documents if documents.is_dir() else Path.home()) / "hoi-nghi.toml")

    def look(self) -> Kept:
        """Every meeting, and every promise without a reply."""
        now = self._session.now()
        with self._telling():
            cards = Catalogue(self._session.folder).refresh()
        return Kept(
            today=now.astimezone(_ZONE).date(),
            meetings=tuple(_meeting_line(card) for card in cards),
            owed=tuple(
                _owed_line(card, owed, card.today(now))
                for card in cards
                for owed in card.promises
                if owed.promise.reply is None
            ),
        )

    def make(self, file: str) -> str | None:
        """Make a meeting from a meeting file; the template as it was written is none yet."""
        with self._telling():
            path = _path(file)
            if not path.exists():
                return None
            if is_untouched(path):
                raise NotDone(self._session.words("home.new.untouched", path=path))
            return new_meeting(self._session, path)

    def write_template(self, file: str) -> str:
        """Write a meeting file to fill in."""
        words = self._session.words
        with self._telling():
            path = _path(file)
            if path.exists():
                raise NotDone(words("home.new.exists", path=path))
            if not path.parent.is_dir():
                raise NotDone(words("home.new.no_folder", path=path.parent))
            write_template(path)
        return str(path)

    def write_minutes(self, meeting: str) -> str:
        """Write the minutes into the meeting's folder of papers."""
        session = self._session
        with self._telling():
            with about(session, meeting):
                read = read_meeting(session.folder, meeting)
            (path,) = write_papers(read, Calendar(), session.folder.make_papers(meeting), ("minutes",))
        return str(path)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Word what goes wrong; what nobody expects goes on."""
        try:
            yield
        except NotDone:
            raise
        except Exception as error:
            reason = reason_of(self._session.words, error)
            if reason is None:
                raise
            raise NotDone(reason) from None


def _path(typed: str) -> Path:
    """The file that was typed or pasted; a file manager pastes it in quotes. Without an ending it is a meeting file."""
    path = Path(clean_line(typed).strip().strip("\"'"))
    # Without a home folder a tilde is a name like any other.
    with suppress(RuntimeError):
        path = path.expanduser()
    path = path.absolute()
    return path if path.suffix or path.is_dir() else path.with_suffix(".toml")


def _meeting_line(card: Card) -> MeetingLine:
    starts: dt.datetime | None = card.starts
    return MeetingLine(
        id=card.id,
        title=card.title,
        place=card.place,
        day=card.day,
        # The planned time says nothing about a meeting that was opened on another day.
        starts=starts.time() if starts is not None and starts.date() == card.day else None,
        stage=card.stage,
        registrations=card.registrations,
        questions=card.questions,
        unconcluded=card.unconcluded,
        trouble=card.trouble,
    )


def _owed_line(card: Card, owed: Owed, today: dt.date) -> OwedLine:
    promise = owed.promise
    return OwedLine(
        meeting=card.id,
        meeting_title=card.title,
        number=promise.number,
        question=promise.question,
        kind=promise.kind,
        text=promise.text,
        body=promise.body,
        official=owed.official,
        last_day=owed.last_day,
        days_left=None if owed.last_day is None else (owed.last_day - today).days,
        estimated=owed.estimated,
        extended=bool(promise.extensions),
    )
