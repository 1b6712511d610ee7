"""The office's own wording of its papers, in a file beside the meetings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.hand_written import Misfit
from data.office_file import read_office_file
from moderator.meeting.wording import USUAL_PHRASES, Phrases, UnfitPhrase, UnknownPhrase


def read_phrases(path: Path) -> Phrases:
    """Read the office's phrases, the usual ones where there is no such file; raises OfficeFileError."""
    return read_office_file(path, _phrases) if path.exists() else USUAL_PHRASES


def phrases_as_toml(phrases: Phrases) -> str:
    """The phrases as such a file has them, to be changed and kept."""
    lines: list[str] = []
    table = ""
    # What stands outside the tables has to come first.
    for name in sorted(phrases, key=lambda each: "." in each):
        named, _, key = name.rpartition(".")
        if named != table:
            table = named
            lines += ["", f"[{table}]"]
        lines.append(f"{key} = {json.dumps(phrases[name], ensure_ascii=False)}")
    return "\n".join(lines)


def _phrases(tables: dict[str, Any]) -> Phrases:
    try:
        return Phrases(dict(_flat(tables)))
    except UnknownPhrase as unknown:
        raise Misfit(unknown.name, "unknown_key") from None
    except UnfitPhrase as unfit:
        wanted = " ".join(f"{{{place}}}" for place in unfit.wanted) or "–"
        raise Misfit(unfit.name, "unfit_phrase", wanted=wanted) from None


def _flat(tables: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Each text under the names of its tables, joined by dots."""
    for key, value in tables.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, str):
            yield name, value
        elif name in USUAL_PHRASES:
            raise Misfit(name, "wrong_kind", expected="str", got=_kind(value))
        else:
            raise Misfit(name, "unknown_key")


def _kind(value: object) -> str:
    kinds = {bool: "bool", int: "int", float: "float", list: "array"}
    return kinds.get(type(value), "date")
