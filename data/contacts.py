"""Contact details of people who registered, kept apart from the journal so that the law's erasure can reach them."""

from __future__ import annotations

from pathlib import Path

from tinydb import where
from tinydb.queries import QueryInstance

from data.documents import open_documents

_TABLE = "contacts"


class Contacts:
    """Phone numbers by meeting and registration number."""

    def __init__(self, path: Path) -> None:
        """Open the file of contacts; nothing is made before the first is kept."""
        self._table = open_documents(path).table(_TABLE)

    def keep(self, meeting_id: str, who: int, phone: str) -> None:
        """Keep a person's phone number in the place of the one before; an empty one is removed."""
        if phone:
            self._table.upsert({"meeting": meeting_id, "who": who, "phone": phone}, _of(meeting_id, who))
        elif self._table.contains(_of(meeting_id, who)):
            self._table.remove(_of(meeting_id, who))

    def phone(self, meeting_id: str, who: int) -> str:
        """A person's phone number, empty when none is kept."""
        found = self._table.search(_of(meeting_id, who))
        return str(found[0]["phone"]) if found else ""

    def erase(self, meeting_id: str) -> int:
        """Remove every phone number of a meeting and say how many there were."""
        of_meeting = where("meeting") == meeting_id
        return len(self._table.remove(of_meeting)) if self._table.contains(of_meeting) else 0


def _of(meeting_id: str, who: int) -> QueryInstance:
    both: QueryInstance = (where("meeting") == meeting_id) & (where("who") == who)
    return both
