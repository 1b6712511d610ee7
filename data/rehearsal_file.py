"""The rehearsal file: a meeting to be played, one command a line, in JSON Lines."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, date, datetime, timezone
from pathlib import Path
from typing import Any, get_args

import msgspec

from data.hand_written import Misfit, cleaned, read_hand_written, shaped
from moderator.meeting.commands import AnyCommand

_COMMANDS: dict[str, Any] = {each.__struct_config__.tag: each for each in get_args(AnyCommand)}
_AT = re.compile(
    r"(?:(?P<date>\d{4}-\d\d-\d\d)[T ])?"
    r"(?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?)"
    r"(?P<offset>Z|[+-]\d\d:\d\d)?",
    re.ASCII,
)
_JSON_KINDS = {str: "str", bool: "bool", int: "int", float: "float", list: "array", dict: "object"}


class RehearsalFileError(Exception):
    """A rehearsal file of which nothing is played.

    Attributes:
        file: the file's name.
        line: number of the line from 1; 0 when the file itself is meant.
        reason: why, as a code.
        params: what the wording of the reason needs; `key` where one key of the line is meant.
    """

    def __init__(self, file: str, line: int, reason: str, params: dict[str, Any]) -> None:
        super().__init__(f"{file}: {line}: {reason} {params}")
        self.file = file
        self.line = line
        self.reason = reason
        self.params = params


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a rehearsal: its number, the instant in UTC, the command, and whether a refusal is expected."""

    number: int
    at: datetime
    command: AnyCommand
    refused: bool = False


def read_rehearsal(path: Path, tz: timezone, day: date | None) -> list[Line]:
    """Read a rehearsal file; raises RehearsalFileError with the first thing that is wrong, and then gives nothing.

    Args:
        path: the file.
        tz: the meeting's zone, which times without an offset are in.
        day: the meeting's day; without it the first line must say its day, and times go by the last day said.
    """
    try:
        text = read_hand_written(path)
    except Misfit as misfit:
        line = misfit.params.get("line", 0)
        raise RehearsalFileError(str(path), line, misfit.reason, misfit.params) from None
    return parse_rehearsal(text, str(path), tz, day)


def parse_rehearsal(text: str, name: str, tz: timezone, day: date | None) -> list[Line]:
    """Read the text of the rehearsal file called `name`, as `read_rehearsal` does."""
    lines: list[Line] = []
    said_day = day
    # Only a line feed ends a line: JSON texts may hold other separators.
    for number, row in enumerate(text.split("\n"), start=1):
        if not row.strip():
            continue
        try:
            told = _told(row)
            at = _instant(told.pop("at"), tz, said_day)
            if lines and at < lines[-1].at:
                raise Misfit("at", "earlier_than_before", line_before=lines[-1].number)
            lines.append(Line(number=number, at=at, refused=_refusal_expected(told), command=_command(told)))
        except Misfit as misfit:
            params = {"key": misfit.key, **misfit.params} if misfit.key else misfit.params
            raise RehearsalFileError(name, number, misfit.reason, params) from None
        if day is None:
            said_day = at.astimezone(tz).date()
    return lines


def _told(row: str) -> dict[str, Any]:
    try:
        told = cleaned(
            json.loads(row, object_pairs_hook=_given_once, parse_float=_finite, parse_constant=_no_such_number)
        )
    except json.JSONDecodeError as problem:
        raise Misfit("", "bad_json", column=problem.colno, detail=problem.msg) from None
    except RecursionError:
        raise Misfit("", "too_deep") from None
    except ValueError:
        raise Misfit("", "bad_number") from None
    if not isinstance(told, dict):
        raise Misfit("", "not_an_object")
    for key in ("at", "do"):
        if key not in told:
            raise Misfit(key, "missing_key")
        if not isinstance(told[key], str):
            raise Misfit(key, "wrong_kind", expected="str", got=_kind(told[key]))
    return told


def _given_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        keys = [key for key, _ in pairs]
        raise Misfit(next(key for key in keys if keys.count(key) > 1), "key_given_twice")
    return told


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _no_such_number(digits)


def _no_such_number(word: str) -> float:
    raise Misfit("", "bad_number", value=word)


def _instant(told: str, tz: timezone, day: date | None) -> datetime:
    found = _AT.fullmatch(told)
    if found is None or (found["offset"] and not found["date"]):
        raise Misfit("at", "bad_time", value=told)
    try:
        on = date.fromisoformat(found["date"]) if found["date"] else day
        if on is None:
            raise Misfit("at", "day_unknown", value=told)
        # datetime reads an offset in its own right; the time alone has none and is the meeting's.
        told_instant = datetime.fromisoformat(f"{on.isoformat()}T{found['time']}{found['offset'] or ''}")
        local = told_instant.astimezone(tz) if told_instant.tzinfo else told_instant.replace(tzinfo=tz)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Misfit("at", "bad_time", value=told) from None


def _refusal_expected(told: dict[str, Any]) -> bool:
    refused = told.pop("refused", False)
    if not isinstance(refused, bool):
        raise Misfit("refused", "wrong_kind", expected="bool", got=_kind(refused))
    return refused


def _command(told: dict[str, Any]) -> AnyCommand:
    kind = _COMMANDS.get(told["do"])
    if kind is None:
        raise Misfit("do", "unknown_command", value=told["do"])
    command: AnyCommand = shaped(told, kind)
    return command


def _kind(value: object) -> str:
    return _JSON_KINDS.get(type(value), "null")
