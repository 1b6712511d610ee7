"""Templates: the set-ups of meetings kept under a name, so that the next meeting file says only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from tinydb import where

from data.documents import open_documents
from moderator.meeting.setup import Setup

_TABLE = "set-ups"
# What belongs to one meeting alone, and would be wrong without a word in the next.
_OF_ONE_MEETING = ("id", "title", "starts", "plan")


class UnknownTemplate(LookupError):
    """No template has this name; `names` are those that there are."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class Templates:
    """Set-ups by name."""

    def __init__(self, path: Path) -> None:
        """Open the file of templates; nothing is made before the first is kept."""
        self._table = open_documents(path).table(_TABLE)

    def keep(self, name: str, setup: Setup) -> None:
        """Keep a set-up under a name, in the place of the one before."""
        kept = msgspec.to_builtins(setup)
        for key in _OF_ONE_MEETING:
            kept.pop(key, None)
        kept["rules"] = [rule for rule in kept.pop("rules", ()) if "date" not in rule]
        self._table.upsert({"name": name, "setup": kept}, where("name") == name)

    def names(self) -> tuple[str, ...]:
        """The names of all templates, in order."""
        return tuple(sorted(str(row["name"]) for row in self._table.all()))

    def tables(self, name: str) -> dict[str, Any]:
        """The keys of a meeting file that a template gives; raises UnknownTemplate."""
        found = self._table.search(where("name") == name)
        if not found:
            raise UnknownTemplate(name, self.names())
        return dict(found[0]["setup"])
