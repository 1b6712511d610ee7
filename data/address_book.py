"""The address book: people, officials and fields of the meetings so far, proposed again at the next one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tinydb import where

from data.documents import open_documents
from moderator.meeting.setup import Attendee, Field, Official
from moderator.meeting.text import fold

_Kept = TypeVar("_Kept", Attendee, Official, Field)


class AddressBook:
    """Whom the office knows; the latest word on a person goes before earlier ones."""

    def __init__(self, path: Path) -> None:
        """Open the address book; nothing is made before somebody is remembered."""
        self._documents = open_documents(path)

    def people(self) -> list[Attendee]:
        """Citizens of earlier meetings, in the order in which they were first met."""
        return self._all("people", Attendee)

    def officials(self) -> list[Official]:
        """Officials of earlier meetings."""
        return self._all("officials", Official)

    def fields(self) -> list[Field]:
        """Fields that earlier meetings added to the usual ones."""
        return self._all("fields", Field)

    def remember(
        self,
        people: Iterable[Attendee] = (),
        officials: Iterable[Official] = (),
        fields: Iterable[Field] = (),
        *,
        meeting: str = "",
    ) -> None:
        """Remember people by folded name and place, officials by folded name, fields by code, as one change.

        People are remembered with the meeting that they came to; from one that was forgotten nobody is.
        """
        named = [
            Attendee(name=one.name, honorific=one.honorific, place=one.place, organisation=one.organisation)
            for one in people
            if one.name.strip()
        ]
        with self._documents.together():
            if not self._is_forgotten(meeting):
                self._put("people", {_person(one): one for one in named}, meeting)
            self._put("officials", {fold(one.name): one for one in officials})
            self._put("fields", {one.code: one for one in fields})

    def forget(self, meeting: str, people: Iterable[Attendee] = ()) -> int:
        """Forget whoever came to this meeting and to no other, for good, and say how many they were.

        `people` are those of the meeting, by whom entries that name no meeting are found. Officials and fields stay.
        """
        named = {_person(one) for one in people}
        with self._documents.together():
            if not self._is_forgotten(meeting):
                self._documents.table("forgotten").insert({"meeting": meeting})
            table = self._documents.table("people")
            gone = []
            for row in table.all():
                meetings = row.get("meetings", [])
                if meetings and meetings != [meeting] and meeting in meetings:
                    table.update({"meetings": [each for each in meetings if each != meeting]}, doc_ids=[row.doc_id])
                elif meetings == [meeting] or (not meetings and row["key"] in named):
                    gone.append(row.doc_id)
            if gone:
                table.remove(doc_ids=gone)
        return len(gone)

    def _is_forgotten(self, meeting: str) -> bool:
        return bool(meeting) and self._documents.table("forgotten").contains(where("meeting") == meeting)

    def _all(self, table: str, kind: type[_Kept]) -> list[_Kept]:
        return [msgspec.convert(row["value"], kind) for row in self._documents.table(table).all()]

    def _put(self, name: str, values: dict[str, Any], meeting: str = "") -> None:
        """Change what is known and add what is new; what is known already costs no writing."""
        table = self._documents.table(name)
        known = {row["key"]: row for row in table.all()}
        new = []
        for key, value in values.items():
            # As the file gives it back, so that what did not change is seen not to have.
            row: dict[str, Any] = {"key": key, "value": msgspec.json.decode(msgspec.json.encode(value))}
            before = known.get(key)
            if meeting:
                met = [] if before is None else before.get("meetings", [])
                row["meetings"] = list(dict.fromkeys([*met, meeting]))
            if before is None:
                new.append(row)
            elif any(before.get(part) != row[part] for part in row):
                table.update(row, doc_ids=[before.doc_id])
        if new:
            table.insert_multiple(new)


def _person(one: Attendee) -> str:
    return f"{fold(one.name)}|{fold(one.place)}"
