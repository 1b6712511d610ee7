"""Files that people write by hand: their text, and why a value in them does not fit, as a code with parameters."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from moderator.meeting.text import clean

T = TypeVar("T")

_SYNTAX_PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")
_WHERE = re.compile(r"(?P<what>.*?)(?: - at (?:`key` in )?`\$(?P<path>[^`]*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+|\.\.\.)\]")
_NAMED = re.compile(r"Object (?P<how>contains unknown|missing required) field `(?P<name>.*)`", re.DOTALL)
_CHOSEN = re.compile(r"Invalid (?:enum )?value (?P<value>.*)", re.DOTALL)
_KIND = re.compile(r"Expected `(?P<expected>[^`]*)`, got `(?P<got>[^`]*)`")
_BOUND = re.compile(r"Expected `(?P<kind>[^`]*)`(?P<length> of length)? (?P<sign>>=|<=) (?P<bound>-?\d+)")


class Misfit(Exception):
    """What a person wrote does not fit: the key where it stands, a reason code, and parameters for the wording."""

    def __init__(self, key: str, reason: str, **params: Any) -> None:
        super().__init__(f"{key}: {reason} {params}")
        self.key = key
        self.reason = reason
        self.params: dict[str, Any] = params


def read_hand_written(path: Path) -> str:
    """Read a UTF-8 file, with or without a byte order mark; raises Misfit when that is not possible."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise Misfit("", "no_file") from None
    except OSError as problem:
        raise Misfit("", "unreadable_file", problem=problem.strerror or type(problem).__name__) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Misfit("", "not_utf8", line=raw.count(b"\n", 0, problem.start) + 1) from None


def toml_tables(text: str) -> dict[str, Any]:
    """Read the text of a TOML file; raises Misfit with the line where it is not written as TOML."""
    try:
        return tomllib.loads(text)
    except ValueError as problem:
        found = _SYNTAX_PLACE.search(str(problem))
        line, column = (int(found["line"]), int(found["column"])) if found else (text.count("\n") + 1, None)
        detail = _SYNTAX_PLACE.sub("", str(problem)).strip()
        raise Misfit("", "bad_toml", line=line, column=column, detail=detail) from None


def cleaned(value: Any) -> Any:
    """Give the same value with every text in it, keys included, as it may enter the program."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): cleaned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [cleaned(each) for each in value]
    return value


def shaped(value: object, kind: type[T], *, native: Iterable[type] = ()) -> T:
    """Turn plain values into a struct; raises Misfit with the first thing that does not fit.

    Args:
        value: what the parser gave.
        kind: the struct wanted.
        native: kinds that the file format has itself, so that a text is not taken for them.
    """
    try:
        return msgspec.convert(value, kind, builtin_types=native)
    except msgspec.ValidationError as problem:
        raise _misfit(str(problem), kind) from None


def _misfit(message: str, kind: type) -> Misfit:
    where = _WHERE.fullmatch(message)
    what, path = (where["what"], where["path"] or "") if where else (message, "")
    key = _numbered_from_one(path)
    if named := _NAMED.fullmatch(what):
        reason = "unknown_key" if named["how"] == "contains unknown" else "missing_key"
        return Misfit(f"{key}.{named['name']}".lstrip("."), reason)
    if chosen := _CHOSEN.fullmatch(what):
        value = chosen["value"].removeprefix("'").removesuffix("'")
        return Misfit(key, "not_one_of", value=value, allowed=_allowed(kind, path))
    if other := _KIND.fullmatch(what):
        return Misfit(key, "wrong_kind", expected=other["expected"].removesuffix(" | null"), got=other["got"])
    if bound := _BOUND.fullmatch(what):
        return _out_of_bounds(key, bound)
    if what.startswith("Invalid RFC3339"):
        return Misfit(key, "bad_date")
    if what == "Number out of range":
        return Misfit(key, "bad_number")
    return Misfit(key, "unfit")


def _out_of_bounds(key: str, found: re.Match[str]) -> Misfit:
    bound = int(found["bound"])
    if found["length"]:
        return Misfit(key, "blank") if found["sign"] == ">=" else Misfit(key, "too_long", most=bound)
    return Misfit(key, "too_small", least=bound) if found["sign"] == ">=" else Misfit(key, "too_large", most=bound)


def _numbered_from_one(path: str) -> str:
    """People count the parts of a list from one; parsers from nought."""
    return re.sub(r"\[(\d+)\]", lambda found: f"[{int(found[1]) + 1}]", path).lstrip(".")


def _allowed(kind: type, path: str) -> tuple[str, ...]:
    """The words that may stand at a place where only certain words may stand."""
    here: inspect.Type | None = inspect.type_info(kind)
    for step in _STEP.finditer(path):
        here = _inside(here, step["key"])
    if isinstance(here, inspect.UnionType):
        here = next((each for each in here.types if isinstance(each, inspect.LiteralType)), None)
    return tuple(str(each) for each in here.values) if isinstance(here, inspect.LiteralType) else ()


def _inside(here: inspect.Type | None, key: str | None) -> inspect.Type | None:
    if isinstance(here, inspect.UnionType):
        here = next((each for each in here.types if not isinstance(each, inspect.NoneType)), None)
    if isinstance(here, inspect.StructType):
        return next((each.type for each in here.fields if each.encode_name == key), None)
    if isinstance(here, (inspect.VarTupleType, inspect.ListType)):
        return here.item_type
    if isinstance(here, inspect.DictType):
        return here.value_type
    return None
