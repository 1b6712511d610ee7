"""The erasure that the law asks for: what is kept about the people of a meeting beside its record."""

from __future__ import annotations

from dataclasses import dataclass

from data.address_book import AddressBook
from data.contacts import Contacts
from data.folder import DataFolder
from data.journal import read_journal
from moderator.desk import UnreadableRecord, people_of, records_of
from moderator.meeting.meeting import Meeting
from moderator.meeting.setup import Attendee


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased of a meeting's people.

    Attributes:
        phones: telephone numbers.
        people: entries of the address book, of people who came to no other meeting.
    """

    phones: int
    people: int


def forget_people(folder: DataFolder, meeting_id: str) -> Forgotten:
    """Erase telephone numbers and who is proposed for having come to a meeting; its journal and papers stay."""
    phones = Contacts(folder.contacts).erase(meeting_id)
    return Forgotten(phones, AddressBook(folder.address_book).forget(meeting_id, _people_of(folder, meeting_id)))


def _people_of(folder: DataFolder, meeting_id: str) -> list[Attendee]:
    """Who came, as far as the journal can be read: the rest is found by the meeting that the address book names."""
    try:
        return people_of(Meeting(records_of(read_journal(folder.meeting(meeting_id).journal).bodies)))
    except (OSError, UnreadableRecord):
        return []
