"""Files in the data folder that an office writes for all its meetings: read as TOML, or refused with their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from data.hand_written import Misfit, cleaned, read_hand_written, toml_tables

T = TypeVar("T")

_HEADING = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-.\"' ]+?)\s*=")


class OfficeFileError(Exception):
    """A file of the office that is refused whole.

    Attributes:
        file: the file's name.
        line: where in the file, from 1; 0 when the file itself is meant or the reason tells the line.
        key: the key that is meant, empty for none.
        reason: why, as a code.
        params: what the wording of the reason needs.
    """

    def __init__(self, file: str, line: int, key: str, reason: str, params: dict[str, Any]) -> None:
        super().__init__(f"{file}: {line}: {key}: {reason} {params}")
        self.file = file
        self.line = line
        self.key = key
        self.reason = reason
        self.params = params


def read_office_file(path: Path, understood: Callable[[dict[str, Any]], T]) -> T:
    """Read a file of the office as what `understood` makes of its tables; raises OfficeFileError."""
    text = ""
    try:
        text = read_hand_written(path)
        try:
            return understood(cleaned(toml_tables(text)))
        except RecursionError:
            raise Misfit("", "too_deep") from None
    except Misfit as misfit:
        line = line_of(text, misfit.key)
        raise OfficeFileError(str(path), line, misfit.key, misfit.reason, misfit.params) from None


def line_of(text: str, key: str) -> int:
    """The line on which a key such as "conclusion.written" or "days_off[2]" stands, 0 where none does."""
    wanted = key.partition("[")[0]
    table, found = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            table = _bare(heading[1])
            # What should be a value may stand there as a table.
            found = found or (number if table == wanted else 0)
        elif (named := _KEY.match(line)) and ".".join(filter(None, (table, _bare(named[1])))) == wanted:
            return number
    return found


def _bare(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))
