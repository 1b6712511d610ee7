"""The address book: people, officials and fields of the meetings so far, proposed again at the next one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

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
        self, people: Iterable[Attendee] = (), officials: Iterable[Official] = (), fields: Iterable[Field] = ()
    ) -> None:
        """Remember people by folded name and place, officials by folded name, fields by code, as one change."""
        named = [
            Attendee(name=one.name, honorific=one.honorific, place=one.place, organisation=one.organisation)
            for one in people
            if one.name.strip()
        ]
        with self._documents.together():
            self._put("people", {f"{fold(one.name)}|{fold(one.place)}": one for one in named})
            self._put("officials", {fold(one.name): one for one in officials})
            self._put("fields", {one.code: one for one in fields})

    def _all(self, table: str, kind: type[_Kept]) -> list[_Kept]:
        return [msgspec.convert(row["value"], kind) for row in self._documents.table(table).all()]

    def _put(self, name: str, values: dict[str, Any]) -> None:
        """Change what is known and add what is new; what is known already costs no writing."""
        table = self._documents.table(name)
        known = {row["key"]: (row.doc_id, row["value"]) for row in table.all()}
        # As the file gives it back, so that what did not change is seen not to have.
        rows = {key: msgspec.json.decode(msgspec.json.encode(value)) for key, value in values.items()}
        for key, value in rows.items():
            if key in known and known[key][1] != value:
                table.update({"value": value}, doc_ids=[known[key][0]])
        new = [{"key": key, "value": value} for key, value in rows.items() if key not in known]
        if new:
            table.insert_multiple(new)
