"""The home screen, and what it asks of the data folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from data.catalogue import Card, Catalogue, Owed
from data.meeting_template import is_untouched, write_template
from data.sample import NAME
from moderator.clock import Clock
from moderator.desk import Desk, read_meeting
from moderator.entries.meetings import new_meeting
from moderator.entries.screens import demo, need_terminal, projector, run
from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.duties import REPLY_RULES, Duty
from moderator.meeting.meeting import Meeting
from moderator.meeting.office import Office
from moderator.meeting.setup import parse_zone
from moderator.meeting.text import clean_line
from moderator.session import Session
from moderator.troubles import about, reason_of, reason_or_report
from screens.board_view import OwedLine
from screens.home import HomeApp
from screens.home_face import Destination, Left
from screens.home_shelf import NotDone
from screens.home_view import Kept, MeetingLine
from screens.undo_text import undone_text

# The day on the screen's head; each meeting counts in its own zone.
_ZONE = parse_zone("+07:00")
# What the office records later; only this is taken back from the home screen.
_OFFICE = frozenset({"reply", "extend_promise", "done"})
_IN_SESSION = frozenset({"open", "break"})


def home(session: Session) -> int:
    """Open the home screen, and come back to it from every screen that is opened there."""
    need_terminal(session)
    shelf = SessionShelf(session)
    told = at = ""
    left: Left | None = None
    while True:
        app = HomeApp(shelf, session.words, told=told, at=at, left=left)
        chosen = app.run()
        if app.failure is not None:
            raise app.failure
        if chosen is None:
            return app.return_code or 0
        told, at, left = _go(session, chosen), chosen.meeting, chosen.left


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

    @property
    def has_sample(self) -> bool:
        """Whether the sample meeting lies in the data folder."""
        return self._session.folder.has_meeting(NAME)

    def look(self) -> Kept:
        """Every meeting, with all that was promised in it and that the rules ask around it."""
        now = self._session.now()
        with self._telling():
            cards = Catalogue(self._session.folder, self._session.office).refresh()
        return Kept(
            today=now.astimezone(_ZONE).date(),
            meetings=tuple(_meeting_line(card) for card in cards),
            owed=tuple(line for card in cards for line in _owed_lines(card, card.today(now))),
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

    def now(self) -> dt.datetime:
        """The present instant."""
        return self._session.now()

    def office(self) -> Office:
        """The office as its files say now."""
        with self._telling():
            return self._session.office

    def read(self, meeting: str) -> Meeting:
        """A meeting as its journal tells it, also while a console holds it."""
        session = self._session
        with self._telling(), about(session, meeting):
            return read_meeting(session.folder, meeting)

    def give(self, meeting: str, commands: Sequence[Command]) -> str:
        """Record something at a desk that is opened for it alone."""
        words = self._session.words
        with self._at_desk(meeting) as desk:
            records = [desk.give(command) for command in commands]
            told = [words("board.recorded", what=undone_text(words, each, desk.meeting.state)) for each in records]
            return "\n".join([*told, *self._torn(desk)])

    def take_back(self, meeting: str) -> str:
        """Take back a reply, an extension or a duty at a desk that is opened for it alone."""
        words = self._session.words
        with self._at_desk(meeting) as desk:
            last = desk.meeting.next_undo
            if last is None or last.do not in _OFFICE:
                raise NotDone(words("board.nothing_to_take_back"))
            what = undone_text(words, last, desk.meeting.state)
            desk.give(c.Undo())
            return "\n".join([words("board.taken_back", what=what), *self._torn(desk)])

    def _torn(self, desk: Desk) -> list[str]:
        torn = desk.torn_aside
        return [] if torn is None else [self._session.words("console.torn", path=torn)]

    @contextmanager
    def _at_desk(self, meeting: str) -> Iterator[Desk]:
        """A desk that nobody in a hall sees; refused while a console is open or the meeting is still in session."""
        session = self._session
        with self._telling(), about(session, meeting):
            # What is recorded while a clock runs would hide when the console was last alive.
            if read_meeting(session.folder, meeting).state.stage in _IN_SESSION:
                raise NotDone(session.words("board.in_session"))
            desk = Desk(session.folder, meeting, Clock(wall=session.now), session.office, hall=False)
            try:
                yield desk
            finally:
                desk.close()

    def paper_text(self, meeting: str, name: str) -> str:
        """A paper as it would be written today."""
        from moderator.papers import paper_text

        read = self.read(meeting)
        with self._telling():
            return paper_text(read, self._session.office, name, self._today(read))

    def write_paper(self, meeting: str, name: str, promise: int | None = None) -> str:
        """Write a paper, or only its letters about a promise, into the meeting's folder of papers."""
        from moderator.papers import write_letter, write_papers

        session = self._session
        read = self.read(meeting)
        with self._telling():
            office, folder, today = session.office, session.folder.make_papers(meeting), self._today(read)
            if promise is None:
                written = write_papers(read, office, folder, (name,), today)
            else:
                letter = write_letter(read, office, folder, name, promise, today)
                written = [] if letter is None else [letter]
        if not written:
            raise NotDone(session.words("papers.empty"))
        return "\n".join(map(str, written))

    def _today(self, meeting: Meeting) -> dt.date:
        return self._session.now().astimezone(meeting.setup.tz).date()

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


def _owed_lines(card: Card, today: dt.date) -> Iterator[OwedLine]:
    """Every promise, and every duty but those that are told by the promises they date."""
    yield from (_promise_line(card, owed, today) for owed in card.promises)
    yield from (_duty_line(card, duty, today) for duty in card.duties if duty.name not in REPLY_RULES)


def _promise_line(card: Card, owed: Owed, today: dt.date) -> OwedLine:
    promise, reply = owed.promise, owed.promise.reply
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
        places=owed.places,
        done=reply is not None,
        done_told="" if reply is None else f"{reply.number} {reply.date:%d/%m/%Y}".strip(),
    )


def _duty_line(card: Card, duty: Duty, today: dt.date) -> OwedLine:
    ticked = tuple(dict.fromkeys(each.place for each in duty.done if each.place))
    done = [" ".join(f"{each.number} {each.date:%d/%m/%Y}".split()) for each in duty.done]
    return OwedLine(
        meeting=card.id,
        meeting_title=card.title,
        number=0,
        question=None,
        last_day=duty.last_day,
        days_left=None if duty.last_day is None else (duty.last_day - today).days,
        estimated=duty.estimated,
        duty=duty.name,
        places=duty.places_left or ticked,
        places_done=ticked if duty.places_left else (),
        done=duty.kept,
        done_told="; ".join(dict.fromkeys(done)),
        source=duty.source,
    )
