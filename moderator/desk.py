"""The secretary's desk: one open meeting, its journal, its clock, and what is published of it."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from data.draft import Draft, load_draft, save_draft
from data.folder import DataFolder, MeetingFolder
from data.journal import JournalDamaged, JournalFailed, JournalWriter, read_journal
from data.published import publish, touch
from data.sign_of_life import beat, last_beat
from data.writer_lock import is_held
from moderator.clock import Clock
from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.events import MeetingMade, Record, Registered
from moderator.meeting.hall_view import Moment, hall_view
from moderator.meeting.meeting import Meeting, decode_record, decode_records, encode_record, made
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Attendee, Setup
from moderator.meeting.text import clean, fold
from moderator.meeting.working_days import Calendar

if TYPE_CHECKING:
    from data.contacts import Contacts

# A sign of life that was written at another time than it tells comes from a rehearsal's clock.
_REHEARSED_SECONDS = 5.0


class MeetingExists(Exception):
    """A meeting of this id was made before."""


class UnreadableRecord(Exception):
    """A line of the journal is whole, but says something that this version does not know."""

    def __init__(self, record: int) -> None:
        super().__init__(record)
        self.record = record


def records_of(bodies: list[bytes]) -> list[Record]:
    """Decode the bodies of a journal, the first of which made the meeting.

    Raises UnreadableRecord with the number of the first that is no such record.
    """
    try:
        records = decode_records(bodies)
    except msgspec.DecodeError:
        raise UnreadableRecord(_first_unreadable(bodies)) from None
    if not records or not isinstance(next(iter(records[0].events), None), MeetingMade):
        raise UnreadableRecord(1)
    return records


def _first_unreadable(bodies: list[bytes]) -> int:
    for number, body in enumerate(bodies, start=1):
        try:
            decode_record(body)
        except msgspec.DecodeError:
            return number
    return len(bodies)


def make_meeting(folder: DataFolder, setup: Setup, at: dt.datetime) -> None:
    """Lay a new meeting into the data folder; raises MeetingExists when its id is taken."""
    journal, reading = JournalWriter.open(folder.make_meeting(setup.id).journal)
    with journal:
        if reading.records:
            raise MeetingExists(setup.id)
        journal.append(encode_record(made(setup, at)))


def read_meeting(folder: DataFolder, meeting_id: str) -> Meeting:
    """A meeting without becoming its writer; raises JournalDamaged or UnreadableRecord."""
    reading = read_journal(folder.meeting(meeting_id).journal)
    if reading.damage is not None:
        raise JournalDamaged(reading.damage)
    return Meeting(records_of(reading.bodies))


def instant_for_readers(folder: MeetingFolder, meeting: Meeting, now: dt.datetime) -> dt.datetime:
    """The instant for which a reader computes clocks: now while a console holds the meeting, else its last sign.

    A console that rehearses has a time of its own, of which its last sign is all that a reader knows.
    """
    beat = last_beat(folder.alive)
    signs = [sign for sign in (meeting.state.last_instant, beat) if sign is not None]
    if not is_held(folder.lock):
        return min(now, max(signs)) if signs else now
    return max(signs) if beat is not None and _is_rehearsed(folder.alive, beat) else now


def _is_rehearsed(alive: Path, beat: dt.datetime) -> bool:
    with contextlib.suppress(OSError):
        return abs(alive.stat().st_mtime - beat.timestamp()) > _REHEARSED_SECONDS
    return False


def people_of(meeting: Meeting) -> list[Attendee]:
    """Whoever was invited or has registered under a name."""
    cards = [registration.card for registration in meeting.state.registrations.values()]
    came = [
        Attendee(name=card.name, honorific=card.honorific, place=card.place, organisation=card.organisation)
        for card in cards
        if not card.anonymous
    ]
    return [*meeting.setup.attendance, *came]


def remember_people(folder: DataFolder, meeting: Meeting) -> None:
    """Put those who registered, and the officials, into the address book, to be proposed at the next meeting."""
    from data.address_book import AddressBook

    setup = meeting.setup
    book = AddressBook(folder.address_book)
    book.remember(people_of(meeting), setup.officials, setup.fields, meeting=setup.id)


def write_report(folder: DataFolder, at: dt.datetime, text: str) -> Path:
    """Write a report of an unexpected error beside the data and say where it is."""
    path = folder.make_reports() / f"{at:%Y%m%d-%H%M%S}.txt"
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return path


def cleaned(command: Command) -> Command:
    """The command with every text in it made fit to keep (NFC, no control characters)."""
    again: Command = _cleaned(command)
    return again


def _cleaned(value: Any) -> Any:
    """A value with its texts cleaned; the very same one where they were clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, msgspec.Struct):
        changes = {}
        for name in value.__struct_fields__:
            told = getattr(value, name)
            if (again := _cleaned(told)) is not told:
                changes[name] = again
        return msgspec.structs.replace(value, **changes) if changes else value
    if isinstance(value, (tuple, list)):
        return tuple(map(_cleaned, value)) if value else ()
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()} if value else value
    return value


class Desk:
    """The one writer of a meeting: takes commands, keeps them, applies them and publishes what the hall may see.

    Attributes:
        meeting: the meeting as it stands; nothing is in it that is not on the disk.
        calendar: the days off by which terms are counted.
        failure: why nothing more can be written, None while all is well.
        interrupted_since: the last sign of life before an interruption that nobody has judged yet.
        behind: the computer's clock had not reached the last record, so the meeting's time goes on from there.
        torn_aside: the file that took a torn tail of the journal on opening, None when it was whole.
        unkept: what beside the journal could not be written when it was last tried ("hall", "alive", "draft",
            "phone" or "address_book"), with the reason that the system gave.
    """

    def __init__(
        self, folder: DataFolder, meeting_id: str, clock: Clock, calendar: Calendar, *, hall: bool = True
    ) -> None:
        """Become the writer; raises MeetingHeld, JournalDamaged, JournalNewer or UnreadableRecord.

        Without `hall` nothing is published, so that what the office does later never comes up in a hall.
        """
        self._folder = folder
        self._for_hall = hall
        self._place = folder.meeting(meeting_id)
        self._hall = folder.hall(meeting_id)
        self._journal, reading = JournalWriter.open(self._place.journal)
        try:
            self.meeting = Meeting(records_of(reading.bodies))
        except BaseException:
            self._journal.close()
            raise
        self.clock = clock
        self.calendar = calendar
        self.torn_aside = self._journal.kept_aside
        self.failure: Refusal | None = None
        self.interrupted_since = self._interruption()
        last = self.interrupted_since or self.meeting.state.last_instant
        self.behind = last is not None and clock.begin_no_earlier(last)
        self.unkept: dict[str, str] = {}
        self._followers: list[Callable[[], None]] = []
        self._put_off: Callable[[Callable[[], None]], object] | None = None
        self._is_due = False

    def _interruption(self) -> dt.datetime | None:
        state = self.meeting.state
        if state.floor is None or state.floor.state != "running" or state.last_instant is None:
            return None
        return max(state.last_instant, last_beat(self._place.alive) or state.last_instant)

    def on_change(self, follower: Callable[[], None]) -> None:
        """Call somebody after every change."""
        self._followers.append(follower)

    def publish_when(self, put_off: Callable[[Callable[[], None]], object]) -> None:
        """Let a screen that draws first say when a change is published: it is to call what it is given in a moment.

        Should it forget, the change is published with the next look at the clock, or when the desk is left.
        """
        self._put_off = put_off

    def now(self) -> dt.datetime:
        """The meeting's time now, never before what has already happened."""
        now = self.clock.now()
        return max(now, self.meeting.state.last_instant or now)

    def give(self, command: Command, at: dt.datetime | None = None) -> Record:
        """Take a command: on the disk first, then in the meeting, then before the hall; raises Refusal."""
        if self.failure is not None:
            raise self.failure
        command = cleaned(command)
        if isinstance(command, c.Recover) and command.since is None and self.interrupted_since is not None:
            command = msgspec.structs.replace(command, since=self.interrupted_since)
        record = self.meeting.decide(command, at or self.now())
        try:
            self._journal.append(encode_record(record))
        except JournalFailed as failed:
            self.failure = Refusal(f"journal_{failed.reason}", detail=failed.detail)
            self._tell()
            raise self.failure from failed
        self.meeting.apply(record)
        if isinstance(command, c.Recover):
            self.interrupted_since = None
        self._keep_contact(command, record)
        self._publish_soon()
        self._tell()
        return record

    def _publish_soon(self) -> None:
        if self._put_off is None:
            self.publish()
        elif not self._is_due:
            self._is_due = True
            self._put_off(self._publish_if_due)

    def _publish_if_due(self) -> None:
        if self._is_due:
            self.publish()

    def _tell(self) -> None:
        for follower in self._followers:
            follower()

    def _keep_contact(self, command: Command, record: Record) -> None:
        """Phone numbers stay out of the journal, so that the law's erasure can reach them."""
        if isinstance(command, c.Register) and command.phone:
            who = next(event.who for event in record.events if isinstance(event, Registered))
        elif isinstance(command, c.EditRegistration) and command.phone is not None:
            who = command.who
        else:
            return
        with self._trying("phone"):
            self.contacts.keep(self.meeting.setup.id, who, command.phone)

    @cached_property
    def contacts(self) -> Contacts:
        """The contact details of people who registered, opened when first needed."""
        from data.contacts import Contacts

        return Contacts(self._folder.contacts)

    @contextmanager
    def _trying(self, what: str) -> Iterator[None]:
        """What stands beside the journal never stops the meeting: a failure is remembered until it works again."""
        try:
            yield
        except OSError as problem:
            self.unkept[what] = problem.strerror or str(problem)
        else:
            self.unkept.pop(what, None)

    def watch(self) -> bool:
        """Once a second: give the signs of life, and notice a jump of the computer's clock; True when it jumped."""
        before = self.clock.now()
        jump = self.clock.jump()
        if jump:
            self.clock.follow_jump()
            floor = self.meeting.state.floor
            if jump > 0 and floor is not None and floor.state == "running":
                self.interrupted_since = max(before, self.meeting.state.last_instant or before)
            self.publish()
        floor = self.meeting.state.floor
        if floor is not None and floor.state == "running" and self.interrupted_since is None:
            with self._trying("alive"):
                beat(self._place.alive, self.now())
        if self._is_due or "hall" in self.unkept or not self._touched():
            self.publish()
        return bool(jump)

    def _touched(self) -> bool:
        # Windows may refuse while somebody reads the file; the next second tries again.
        with contextlib.suppress(PermissionError):
            return touch(self._hall)
        return True

    def publish(self, live: bool = True) -> None:
        """Publish what the hall may see now."""
        self._is_due = False
        if not self._for_hall:
            return
        moment = Moment(self.now(), self.clock.real(), self.clock.rate)
        interrupted = self.interrupted_since is not None
        view = hall_view(self.meeting.state, moment, self.calendar, live=live, interrupted=interrupted)
        with self._trying("hall"):
            publish(self._hall, view)

    def keep_draft(
        self, text: str, target: str, cursor: tuple[int, int], boxes: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Keep what is being typed, in the writing field and in boxes."""
        kept = {act: {field: clean(typed) for field, typed in texts.items()} for act, texts in boxes.items()}
        with self._trying("draft"):
            draft = Draft(text=clean(text), target=target, cursor=cursor, saved=self.now(), boxes=kept)
            save_draft(self._place.draft, draft)

    def draft(self) -> Draft | None:
        """What was being typed when the desk was last left."""
        return load_draft(self._place.draft)

    def known_people(self) -> Sequence[Attendee]:
        """Who may come to speak: the invited, then the people of earlier meetings, each once."""
        invited = [attendee for attendee in self.meeting.setup.attendance if attendee.name]
        known: dict[tuple[str, str], Attendee] = {}
        for each in (*invited, *self._earlier_people):
            known.setdefault((fold(each.name), fold(each.place)), each)
        return [*known.values()]

    @cached_property
    def _earlier_people(self) -> tuple[Attendee, ...]:
        from data.address_book import AddressBook

        people: list[Attendee] = []
        with self._trying("address_book"):
            people = AddressBook(self._folder.address_book).people()
        return tuple(people)

    @property
    def _as_it_stands(self) -> Meeting:
        # Papers are worded in a thread of their own, while keys go on changing the meeting itself.
        return Meeting(self.meeting.records)

    def write_minutes(self) -> Path:
        """Write the minutes as they stand into the meeting's folder of papers and say where."""
        (path,) = self.write_paper("minutes")
        return path

    def write_minutes_to_sign(self, closing: dt.datetime) -> list[Path]:
        """Write the minutes and their reading form for a meeting that is going to end then, and say where."""
        from moderator.papers import write_papers

        folder = self._folder.make_papers(self.meeting.setup.id)
        names = ("minutes", "minutes_reading")
        return write_papers(self._as_it_stands, self.calendar, folder, names, self._today(), closing)

    def write_paper(self, name: str) -> list[Path]:
        """Write a paper into the meeting's folder of papers and say where; nowhere when it says nothing."""
        from moderator.papers import write_papers

        folder = self._folder.make_papers(self.meeting.setup.id)
        return write_papers(self._as_it_stands, self.calendar, folder, (name,), self._today())

    def paper_text(self, name: str) -> str:
        """A paper as it stands, to be read before it is written; empty when it says nothing."""
        from moderator.papers import paper_text

        return paper_text(self._as_it_stands, self.calendar, name, self._today())

    def _today(self) -> dt.date:
        return self.now().astimezone(self.meeting.setup.tz).date()

    def close(self) -> None:
        """Leave the meeting to the next writer, and tell the hall that the desk was left in good order."""
        try:
            self.publish(live=False)
        finally:
            self._journal.close()
