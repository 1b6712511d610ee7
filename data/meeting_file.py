"""The meeting file: what is settled about a meeting before it happens, written by hand in TOML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import msgspec

from data.hand_written import Misfit, cleaned, read_hand_written, shaped, toml_tables
from moderator.meeting.fields import fields_of
from moderator.meeting.people import RESERVED_CODE
from moderator.meeting.setup import Setup, parse_zone
from moderator.meeting.text import fold

LONGEST_ID = 64

_ID = re.compile(r"[a-z0-9-]{1,64}")
_TOML_TIMES = (datetime, date, time)
# The struct is one for all people; in the file each part of the meeting has keys of its own.
_PEOPLE_KEYS = {
    "chairs": {"name", "honorific", "post", "delegation"},
    "secretaries": {"name", "honorific", "post"},
    "guests": {"code", "name", "honorific", "post"},
}


class MeetingFileError(Exception):
    """A meeting file that is refused whole.

    Attributes:
        file: the file's name.
        key: where in the file, as in `officials[2].code` (lists count from 1); empty when no key is meant.
        reason: why, as a code.
        params: what the wording of the reason needs.
    """

    def __init__(self, file: str, key: str, reason: str, params: dict[str, Any]) -> None:
        super().__init__(f"{file}: {key}: {reason} {params}")
        self.file = file
        self.key = key
        self.reason = reason
        self.params = params


def read_meeting_file(path: Path, given: Mapping[str, Any] | None = None) -> Setup:
    """Read a meeting file; raises MeetingFileError with the first thing that is wrong.

    A key that the file leaves out is taken from `given`, where it stands as a file would have it.
    """
    try:
        text = read_hand_written(path)
    except Misfit as misfit:
        raise MeetingFileError(str(path), misfit.key, misfit.reason, misfit.params) from None
    return parse_meeting(text, str(path), given)


def parse_meeting(text: str, name: str, given: Mapping[str, Any] | None = None) -> Setup:
    """Read the text of the meeting file called `name`, as `read_meeting_file` does.

    `starts` comes out in the meeting's zone and without an offset, and `id` is made where the file gives none.
    """
    try:
        try:
            return _meeting({**(given or {}), **toml_tables(text)})
        except RecursionError:
            raise Misfit("", "too_deep") from None
    except Misfit as misfit:
        raise MeetingFileError(name, misfit.key, misfit.reason, misfit.params) from None


def make_id(title: str, starts: date | None) -> str:
    """Make a meeting's id from its title, cut at a word, and the day when it is known."""
    day = f"-{starts.isoformat()[:10]}" if starts else ""
    room = LONGEST_ID - len(day)
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(title))) or "hoi-nghi"
    if len(slug) > room:
        slug = slug[: room + 1].rpartition("-")[0] or slug[:room]
    return slug + day


def _meeting(tables: dict[str, Any]) -> Setup:
    tables = cleaned(tables)
    starts = tables.get("starts")
    if isinstance(starts, date) and not isinstance(starts, datetime):
        raise Misfit("starts", "starts_without_time")
    setup = shaped(tables, Setup, native=_TOML_TIMES)
    _check_keys_of_people(tables)
    _check_names(setup)
    _check_codes(setup)
    _check_rules(setup)
    _check_papers(setup)
    starts = _local_start(setup)
    if setup.id and not _ID.fullmatch(setup.id):
        raise Misfit("id", "bad_id", value=setup.id)
    return msgspec.structs.replace(setup, starts=starts, id=setup.id or make_id(setup.title, starts))


def _local_start(setup: Setup) -> datetime | None:
    try:
        zone = parse_zone(setup.zone)
    except ValueError:
        raise Misfit("zone", "bad_zone", value=setup.zone) from None
    if setup.starts is None or setup.starts.tzinfo is None:
        return setup.starts
    try:
        return setup.starts.astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        raise Misfit("starts", "bad_date") from None


def _check_keys_of_people(tables: dict[str, Any]) -> None:
    for part, known in _PEOPLE_KEYS.items():
        for place, person in _numbered(tables.get(part, ())):
            for key in person:
                if key not in known:
                    raise Misfit(f"{part}[{place}].{key}", "unknown_key")


def _check_names(setup: Setup) -> None:
    """What must be given must also say something."""
    given = [("title", setup.title), ("authority", setup.authority)]
    given += [(f"units[{place}]", unit) for place, unit in _numbered(setup.units)]
    for part in ("chairs", "secretaries", "guests", "signers", "officials", "fields"):
        given += [(f"{part}[{place}].name", each.name) for place, each in _numbered(getattr(setup, part))]
    given += [(f"agenda[{place}].title", each.title) for place, each in _numbered(setup.agenda)]
    for key, text in given:
        if not text.strip():
            raise Misfit(key, "blank")
    for place, each in _numbered(setup.attendance):
        if not (each.name.strip() or each.organisation.strip() or each.place.strip()):
            raise Misfit(f"attendance[{place}]", "nobody_named")


def _check_codes(setup: Setup) -> None:
    for place, guest in _numbered(setup.guests):
        if not guest.code:
            raise Misfit(f"guests[{place}].code", "missing_key")
    people = [(f"guests[{place}].code", each.code) for place, each in _numbered(setup.guests)]
    people += [(f"officials[{place}].code", each.code) for place, each in _numbered(setup.officials)]
    for key, code in people:
        if RESERVED_CODE.fullmatch(code):
            raise Misfit(key, "reserved_code", value=code)
    _check_given_once(people)
    _check_given_once((f"fields[{place}].code", each.code) for place, each in _numbered(setup.fields))
    known = fields_of(setup)
    for place, official in _numbered(setup.officials):
        for which, code in _numbered(official.fields):
            if code not in known:
                raise Misfit(f"officials[{place}].fields[{which}]", "unknown_field", value=code, allowed=tuple(known))


def _check_given_once(codes: Iterable[tuple[str, str]]) -> None:
    first_place: dict[str, str] = {}
    for key, code in codes:
        if not code.strip():
            raise Misfit(key, "blank")
        if first_place.setdefault(code, key) != key:
            raise Misfit(key, "code_given_twice", value=code, first=first_place[code])


def _check_rules(setup: Setup) -> None:
    for place, rule in _numbered(setup.rules):
        if rule.amount is None and rule.date is None:
            raise Misfit(f"rules[{place}]", "rule_without_term", name=rule.name)


def _check_papers(setup: Setup) -> None:
    for place, paper in _numbered(setup.papers):
        if paper.signer is not None and not paper.signer.name.strip():
            raise Misfit(f"papers[{place}].signer.name", "blank")
    first_place: dict[str, int] = {}
    for place, paper in _numbered(setup.papers):
        first = first_place.setdefault(paper.name, place)
        if first != place:
            raise Misfit(f"papers[{place}]", "paper_given_twice", value=paper.name, first=f"papers[{first}]")


def _numbered(parts: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(parts, start=1)
