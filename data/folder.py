"""The data folder: what lies where."""

from __future__ import annotations

import os
import re
from pathlib import Path

from data import durable

_ID = re.compile("[a-z0-9-]{1,64}")


class BadMeetingId(ValueError):
    """Something that can be no meeting's id, and so never becomes part of a path."""


class UnknownMeeting(LookupError):
    """No meeting has this id or an id that begins so."""

    def __init__(self, beginning: str) -> None:
        super().__init__(beginning)
        self.beginning = beginning


class AmbiguousMeeting(LookupError):
    """Several ids begin so; `candidates` are all of them, in order."""

    def __init__(self, beginning: str, candidates: tuple[str, ...]) -> None:
        super().__init__(beginning, candidates)
        self.beginning = beginning
        self.candidates = candidates


class MeetingFolder:
    """What is kept of one meeting."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.journal = root / "journal.jsonl"
        self.lock = root / "journal.lock"
        self.draft = root / "draft.json"
        self.alive = root / "alive"

    def torn(self) -> list[Path]:
        """The files that took torn bytes of the journal."""
        return sorted(self.root.glob("torn-*.bin"))


class DataFolder:
    """Everything that the program keeps; asking for a path makes nothing, only the `make_...` methods do."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.catalogue = root / "catalogue.json"
        self.contacts = root / "contacts.json"
        self.address_book = root / "address-book.json"
        self.templates = root / "templates.json"
        self.halls = root / "hall"
        self.reports = root / "reports"
        self.days_off = root / "ngay-nghi.toml"
        self.phrases = root / "tu-ngu.toml"

    def meeting(self, meeting_id: str) -> MeetingFolder:
        """The folder of one meeting, whether it exists or not."""
        return MeetingFolder(self.root / "meetings" / _checked(meeting_id))

    def hall(self, meeting_id: str) -> Path:
        """The published view of one meeting."""
        return self.halls / f"{_checked(meeting_id)}.json"

    def papers(self, meeting_id: str) -> Path:
        """The folder for the papers of one meeting."""
        return self.root / "papers" / _checked(meeting_id)

    def make_meeting(self, meeting_id: str) -> MeetingFolder:
        """Make the folder of a meeting and the one its published view goes to."""
        folder = self.meeting(meeting_id)
        durable.make_folder(folder.root)
        durable.make_folder(self.hall(meeting_id).parent)
        return folder

    def make_papers(self, meeting_id: str) -> Path:
        """Make the folder for the papers of a meeting."""
        folder = self.papers(meeting_id)
        durable.make_folder(folder)
        return folder

    def make_reports(self) -> Path:
        """Make the folder for reports of errors."""
        durable.make_folder(self.reports)
        return self.reports

    def meeting_ids(self) -> list[str]:
        """The ids of all meetings that something is recorded of, in order."""
        try:
            names = os.listdir(self.root / "meetings")
        except FileNotFoundError:
            return []
        return sorted(name for name in names if _ID.fullmatch(name) and self.has_meeting(name))

    def has_meeting(self, meeting_id: str) -> bool:
        """Say whether something is recorded of this very meeting; a creation that was broken off leaves none.

        What cannot be read may well be a meeting: that is for whoever opens it to tell.
        """
        try:
            with self.meeting(meeting_id).journal.open("rb") as journal:
                return journal.readline().endswith(b"\n")
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True

    def resolve(self, beginning: str) -> str:
        """The id that is meant: the exact one, else the only one that begins so."""
        ids = self.meeting_ids()
        if beginning in ids:
            return beginning
        candidates = tuple(known for known in ids if beginning and known.startswith(beginning))
        if not candidates:
            raise UnknownMeeting(beginning)
        if len(candidates) > 1:
            raise AmbiguousMeeting(beginning, candidates)
        return candidates[0]


def default_root() -> Path:
    """The data folder where none is named: MODERATOR_DATA, else the platform's place for a user's data."""
    named = os.environ.get("MODERATOR_DATA")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("moderator", appauthor=False)


def is_meeting_id(text: str) -> bool:
    """Say whether a text can be the id of a meeting."""
    return _ID.fullmatch(text) is not None


def _checked(meeting_id: str) -> str:
    if not is_meeting_id(meeting_id):
        raise BadMeetingId(meeting_id)
    return meeting_id
