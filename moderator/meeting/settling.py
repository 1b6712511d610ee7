"""What the meeting file settled and the meeting settles anew: its details, agenda and terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.fields import fields_of
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import officeholders
from moderator.meeting.refusals import Refusal
from moderator.meeting.roster import check_code, codes_in_use
from moderator.meeting.setup import AgendaItem, PaperDetails, Rule, Setup, parse_zone
from moderator.meeting.state import MeetingState

_REPLACED = (
    "title", "authority", "superior", "locality", "units", "place", "zone", "topic", "plan", "bases",
    "chairs", "secretaries", "guests", "signers", "fields", "attendance",
)  # fmt: skip
_NEVER_BLANK = ("title", "authority")
_NAMED = ("chairs", "secretaries", "guests", "signers", "fields")
_Happened = TypeVar("_Happened", bound=e.Event)


def _add_agenda(state: MeetingState, command: c.AddAgenda, at: dt.datetime) -> Iterator[e.Event]:
    if not command.title.strip():
        raise Refusal("blank", key="title")
    yield _readable(e.AgendaAdded(item=AgendaItem(title=command.title, minutes=command.minutes)))


def _edit_agenda(state: MeetingState, command: c.EditAgenda, at: dt.datetime) -> Iterator[e.Event]:
    agenda = state.setup.agenda
    if not 1 <= command.item <= len(agenda):
        raise Refusal("unknown_agenda_item", item=command.item, most=len(agenda))
    if command.title is not None and not command.title.strip():
        raise Refusal("blank", key="title")
    changes = _given(command, "title", "minutes")
    if not changes:
        raise Refusal("nothing_to_change")
    yield _readable(
        e.AgendaEdited(number=command.item, item=msgspec.structs.replace(agenda[command.item - 1], **changes))
    )


def _edit_meeting(state: MeetingState, command: c.EditMeeting, at: dt.datetime) -> Iterator[e.Event]:
    setup = state.setup
    changes = _given(command, *_REPLACED)
    if command.starts is not None:
        changes["starts"] = _local(command.starts, command.zone or setup.zone)
    if command.limits is not None:
        changes["limits"] = msgspec.structs.replace(
            setup.limits, **_given(command.limits, "speech", "follow_up", "answer", "warn")
        )
    if command.projector is not None:
        changes["projector"] = msgspec.structs.replace(setup.projector, **_given(command.projector, "names", "topics"))
    if command.papers is not None:
        changes["papers"] = _papers(setup.papers, command.papers)
    if not changes:
        raise Refusal("nothing_to_change")
    event = _readable(e.MeetingEdited(**changes))
    _check(state, event)
    yield event


def _given(command: Any, *names: str) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(command, name)) is not None}


def _local(starts: dt.datetime, zone: str) -> dt.datetime:
    try:
        return starts if starts.tzinfo is None else starts.astimezone(parse_zone(zone)).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise Refusal("bad_time", value=starts.isoformat()) from None


def _papers(old: tuple[PaperDetails, ...], new: tuple[PaperDetails, ...]) -> tuple[PaperDetails, ...]:
    """Those named anew in the place of those of the same name."""
    by_name = {each.name: each for each in (*old, *new)}
    return tuple(by_name.values())


def _readable(event: _Happened) -> _Happened:
    """The event, once its journal is sure to be read again; a script may have made a value that no file could hold."""
    try:
        return msgspec.convert(msgspec.to_builtins(event), type(event))
    except msgspec.ValidationError:
        raise Refusal("unfit_value") from None


def _check(state: MeetingState, event: e.MeetingEdited) -> None:
    """Refuse what would leave a part of the meeting without its name or its code."""
    for key in _NEVER_BLANK:
        if (text := getattr(event, key)) is not None and not text.strip():
            raise Refusal("blank", key=key)
    for part in _NAMED:
        if any(not each.name.strip() for each in getattr(event, part) or ()):
            raise Refusal("blank", key=f"{part}.name")
    if any(not unit.strip() for unit in event.units or ()):
        raise Refusal("blank", key="units")
    for row in event.attendance or ():
        if not (row.name.strip() or row.organisation.strip() or row.place.strip()):
            raise Refusal("blank", key="attendance.name")
    if event.chairs is not None and not event.chairs:
        raise Refusal("blank", key="chairs")
    if event.zone is not None:
        try:
            parse_zone(event.zone)
        except ValueError:
            raise Refusal("bad_zone", zone=event.zone) from None
    setup = _changed(state.setup, event)
    if event.guests is not None:
        without_guests = msgspec.structs.replace(setup, guests=())
        for place, guest in enumerate(event.guests):
            check_code(msgspec.structs.replace(without_guests, guests=event.guests[:place]), guest.code)
    for code in sorted(codes_in_use(state) - officeholders(setup).keys()):
        raise Refusal("code_in_use", code=code)
    if event.fields is not None:
        for place, field in enumerate(event.fields):
            if field.code in {each.code for each in event.fields[:place]}:
                raise Refusal("code_taken", code=field.code)
        used = {question.field for question in state.questions.values() if question.field}
        used.update(code for official in setup.officials for code in official.fields)
        for code in sorted(used - fields_of(setup).keys()):
            raise Refusal("code_in_use", code=code)


def _edit_rule(state: MeetingState, command: c.EditRule, at: dt.datetime) -> Iterator[e.Event]:
    if command.amount is not None and command.date is not None:
        raise Refusal("rule_with_two_terms")
    old = next((rule for rule in state.setup.rules if rule.name == command.name), Rule(name=command.name))
    changes = _given(command, "amount", "unit", "when", "date", "source")
    if command.amount is not None:
        changes["date"] = None
    elif command.date is not None:
        changes["amount"] = None
    rule = msgspec.structs.replace(old, **changes)
    if rule.amount is None and rule.date is None:
        raise Refusal("rule_without_term")
    yield _readable(e.RuleEdited(rule=rule, reason=command.reason))


def _changed(setup: Setup, event: e.MeetingEdited) -> Setup:
    names = (field for field in event.__struct_fields__)
    return msgspec.structs.replace(setup, **_given(event, *names))


def _meeting_edited(state: MeetingState, event: e.MeetingEdited, at: dt.datetime) -> None:
    state.setup = _changed(state.setup, event)


def _agenda_added(state: MeetingState, event: e.AgendaAdded, at: dt.datetime) -> None:
    state.setup = msgspec.structs.replace(state.setup, agenda=(*state.setup.agenda, event.item))


def _agenda_edited(state: MeetingState, event: e.AgendaEdited, at: dt.datetime) -> None:
    agenda = list(state.setup.agenda)
    agenda[event.number - 1] = event.item
    state.setup = msgspec.structs.replace(state.setup, agenda=tuple(agenda))


def _rule_edited(state: MeetingState, event: e.RuleEdited, at: dt.datetime) -> None:
    """The rule takes the place of all of its name: what was said last is the term that counts."""
    rules = [rule for rule in state.setup.rules if rule.name != event.rule.name]
    place = next((n for n, rule in enumerate(state.setup.rules) if rule.name == event.rule.name), len(rules))
    state.setup = msgspec.structs.replace(state.setup, rules=(*rules[:place], event.rule, *rules[place:]))
    state.rule_reasons[event.rule.name] = event.reason


DECISIONS: Decisions = {
    c.AddAgenda: _add_agenda,
    c.EditAgenda: _edit_agenda,
    c.EditMeeting: _edit_meeting,
    c.EditRule: _edit_rule,
}
CHANGES: Changes = {
    e.AgendaAdded: _agenda_added,
    e.AgendaEdited: _agenda_edited,
    e.MeetingEdited: _meeting_edited,
    e.RuleEdited: _rule_edited,
}
