"""The list of people with a part in the meeting, which grows and is mended while it goes on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import msgspec

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.fields import fields_of
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import RESERVED_CODE, known_officeholder, numbered_code, officeholders
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Official, Person, Setup
from moderator.meeting.state import MeetingState
from moderator.meeting.text import fold

LONGEST_CODE = 64


def codes_in_use(state: MeetingState) -> frozenset[str]:
    """The codes of everybody who held the floor, was given a question, answered, owes something or presided."""
    used: set[str | None] = {state.chair}
    used.update(presiding.code for presiding in state.presided)
    used.update(turn.official for turn in state.turns.values())
    used.update(promise.official for promise in state.promises.values())
    for question in state.questions.values():
        used.update(question.officials)
        used.update(answer.official for answer in question.answers)
    return frozenset(code for code in used if code)


def check_code(setup: Setup, code: str) -> None:
    """Refuse a code that somebody has, that stands for chairs or secretaries, or that cannot be typed again."""
    if not code.strip() or len(code) > LONGEST_CODE or RESERVED_CODE.fullmatch(code):
        raise Refusal("bad_code", code=code)
    if code in officeholders(setup):
        raise Refusal("code_taken", code=code)


def check_fields(setup: Setup, codes: Iterable[str]) -> None:
    """Refuse a field that the meeting does not have."""
    known = fields_of(setup)
    for code in codes:
        if code not in known:
            raise Refusal("unknown_field", field=code)


def code_from_name(setup: Setup, name: str) -> str:
    """A code that nobody has yet, made from a name: "nguyen-van-an", then "nguyen-van-an-2"."""
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(name)))
    if RESERVED_CODE.fullmatch(slug):
        # However it were numbered, it would stay a chair's or a secretary's.
        slug = f"dai-bieu-{slug}"
    slug = slug[: LONGEST_CODE - 4].strip("-") or "dai-bieu"
    taken = officeholders(setup)
    place = 0
    while (code := numbered_code(slug, place)) in taken:
        place += 1
    return code


def _add(state: MeetingState, command: c.AddOfficial, at: dt.datetime) -> Iterator[e.Event]:
    if not command.name.strip():
        raise Refusal("blank", key="name")
    if command.code:
        check_code(state.setup, command.code)
    check_fields(state.setup, command.fields)
    yield e.OfficialAdded(
        official=Official(
            code=command.code or code_from_name(state.setup, command.name),
            name=command.name,
            honorific=command.honorific,
            post=command.post,
            body=command.body,
            fields=command.fields,
        )
    )


def _edit(state: MeetingState, command: c.EditOfficial, at: dt.datetime) -> Iterator[e.Event]:
    code = known_officeholder(state.setup, command.code).code
    keys = ("name", "honorific", "post", "body", "fields")
    changes = {key: value for key in keys if (value := getattr(command, key)) is not None}
    if not changes:
        raise Refusal("nothing_to_change")
    if command.name is not None and not command.name.strip():
        raise Refusal("blank", key="name")
    for official in state.setup.officials:
        if official.code == code:
            check_fields(state.setup, command.fields or ())
            yield e.OfficialEdited(official=msgspec.structs.replace(official, **changes))
            return
    if command.body is not None or command.fields is not None:
        raise Refusal("answers_for_no_body", code=code)
    yield e.PersonEdited(code=code, person=msgspec.structs.replace(_person(state.setup, code), **changes))


def _person(setup: Setup, code: str) -> Person:
    return next(person for _, place, person in _people(setup) if place == code)


def _people(setup: Setup) -> Iterator[tuple[str, str, Person]]:
    """Chairs, secretaries and guests with their part of the setup and their code."""
    for part, role in (("chairs", "chair"), ("secretaries", "secretary")):
        for place, person in enumerate(getattr(setup, part)):
            yield part, numbered_code(role, place), person
    for guest in setup.guests:
        yield "guests", guest.code, guest


def _added(state: MeetingState, event: e.OfficialAdded, at: dt.datetime) -> None:
    state.setup = msgspec.structs.replace(state.setup, officials=(*state.setup.officials, event.official))


def _edited(state: MeetingState, event: e.OfficialEdited, at: dt.datetime) -> None:
    new = event.official
    officials = tuple(new if each.code == new.code else each for each in state.setup.officials)
    state.setup = msgspec.structs.replace(state.setup, officials=officials)


def _person_edited(state: MeetingState, event: e.PersonEdited, at: dt.datetime) -> None:
    parts: dict[str, list[Person]] = {}
    for part, code, person in _people(state.setup):
        parts.setdefault(part, []).append(event.person if code == event.code else person)
    state.setup = msgspec.structs.replace(state.setup, **{part: tuple(people) for part, people in parts.items()})


DECISIONS: Decisions = {c.AddOfficial: _add, c.EditOfficial: _edit}
CHANGES: Changes = {
    e.OfficialAdded: _added,
    e.OfficialEdited: _edited,
    e.PersonEdited: _person_edited,
}
