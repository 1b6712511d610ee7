"""The meeting's course: opening, agenda, breaks, adjourning, signing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.floor import clear_floor, pause_floor
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import BreakTaken, Entry, MeetingState

FLOOR_COMMANDS: frozenset[str] = frozenset(
    {
        "call", "start", "pause", "resume", "end", "absent", "put_back", "extend", "backdate", "ask_back",
        "break", "end_break", "adjourn", "recover", "go_on", "past_turn",
    }
)  # fmt: skip
STARTING_COMMANDS: frozenset[str] = frozenset({"start", "resume", "ask_back", "go_on"})
ORDER_COMMANDS: frozenset[str] = frozenset({"reorder", "recall", "follow_up", "rhythm"})
OFFICE_COMMANDS: frozenset[str] = frozenset({"reply", "extend_promise", "done", "undo", "redo"})
LONGEST_BREAK = 24 * 60


def check_stage(state: MeetingState, command: c.Command) -> None:
    """Refuse what the present stage does not take."""
    _check(state, type(command), takes_floor=isinstance(command, c.Register) and command.now)


def check_kind(state: MeetingState, kind: type[c.Command]) -> None:
    """Refuse a kind of command of which the present stage takes none, whatever it says."""
    _check(state, kind, takes_floor=False)


def _check(state: MeetingState, kind: type[c.Command], *, takes_floor: bool) -> None:
    do = str(kind.__struct_config__.tag)
    stage = state.stage
    if stage == "signed" and do not in OFFICE_COMMANDS:
        raise Refusal("signed")
    if stage == "preparing" and (do in FLOOR_COMMANDS or takes_floor):
        raise Refusal("not_open")
    if stage == "adjourned" and (do in FLOOR_COMMANDS or do in ORDER_COMMANDS or takes_floor):
        raise Refusal("adjourned")
    if stage == "break" and (do in STARTING_COMMANDS or takes_floor):
        raise Refusal("on_break")


def _open(state: MeetingState, command: c.Open, at: dt.datetime) -> Iterator[e.Event]:
    if state.stage != "preparing":
        raise Refusal("already_open")
    yield e.Opened()


def _break(state: MeetingState, command: c.Break, at: dt.datetime) -> Iterator[e.Event]:
    if state.stage == "break":
        raise Refusal("on_break")
    if command.minutes is not None and not 0 < command.minutes <= LONGEST_BREAK:
        raise Refusal("minutes_out_of_range", minutes=command.minutes, most=LONGEST_BREAK)
    yield from pause_floor(state)
    yield e.BreakBegan(minutes=command.minutes)


def _end_break(state: MeetingState, command: c.EndBreak, at: dt.datetime) -> Iterator[e.Event]:
    if state.stage != "break":
        raise Refusal("no_break")
    yield e.BreakEnded()


def _agenda(state: MeetingState, command: c.Agenda, at: dt.datetime) -> Iterator[e.Event]:
    if not 1 <= command.item <= len(state.setup.agenda):
        raise Refusal("unknown_agenda_item", item=command.item, most=len(state.setup.agenda))
    yield e.AgendaMoved(item=command.item)


def _adjourn(state: MeetingState, command: c.Adjourn, at: dt.datetime) -> Iterator[e.Event]:
    said: dict[int, c.Settling] = {}
    for key, how in command.waiting.items():
        try:
            said[Entry.parse(key).who] = how
        except ValueError:
            raise Refusal("unknown_entry", entry=key) from None
    floor = state.held or state.floor
    open_wishes = {entry.who for entry in (*state.waiting, *state.absent)}
    if floor is not None and floor.state == "staged" and floor.entry is not None:
        open_wishes.add(floor.entry.who)
    for who in said:
        if who not in open_wishes:
            raise Refusal("not_waiting", who=who)
    yield from clear_floor(state)
    question_numbers = count(state.numbers.question + 1)
    for who in sorted(open_wishes):
        status = state.registrations[who].status
        if status in ("waiting", "absent") and (status == "waiting" or who in said):
            yield e.Settled(who=who, how=said.get(who, "carried_over"))
            card = state.registrations[who].card
            if said.get(who) == "written" and (text := card.summary or card.topic):
                yield e.QuestionRaised(question=next(question_numbers), who=who, text=text)
    yield e.Adjourned()


def _sign(state: MeetingState, command: c.Sign, at: dt.datetime) -> Iterator[e.Event]:
    if state.stage != "adjourned":
        raise Refusal("not_adjourned")
    yield e.Signed()


def _opened(state: MeetingState, event: e.Opened, at: dt.datetime) -> None:
    state.stage = "open"
    state.opened_at = at


def _break_began(state: MeetingState, event: e.BreakBegan, at: dt.datetime) -> None:
    state.stage = "break"
    state.breaks.append(BreakTaken(at, event.minutes))


def _break_ended(state: MeetingState, event: e.BreakEnded, at: dt.datetime) -> None:
    state.stage = "open"
    state.breaks[-1] = replace(state.breaks[-1], ended=at)


def _agenda_moved(state: MeetingState, event: e.AgendaMoved, at: dt.datetime) -> None:
    state.agenda_item = event.item
    state.agenda_moves.append((at, event.item))


def _settled(state: MeetingState, event: e.Settled, at: dt.datetime) -> None:
    state.change_registration(event.who, status="in_writing" if event.how == "written" else event.how)
    state.absent = [entry for entry in state.absent if entry.who != event.who]


def _adjourned(state: MeetingState, event: e.Adjourned, at: dt.datetime) -> None:
    if state.stage == "break":
        state.breaks[-1] = replace(state.breaks[-1], ended=at)
    state.stage = "adjourned"
    state.adjourned_at = at
    state.set_order([])


def _signed(state: MeetingState, event: e.Signed, at: dt.datetime) -> None:
    state.stage = "signed"
    state.signed_at = at


DECISIONS: Decisions = {
    c.Open: _open,
    c.Break: _break,
    c.EndBreak: _end_break,
    c.Agenda: _agenda,
    c.Adjourn: _adjourn,
    c.Sign: _sign,
}
CHANGES: Changes = {
    e.Opened: _opened,
    e.BreakBegan: _break_began,
    e.BreakEnded: _break_ended,
    e.AgendaMoved: _agenda_moved,
    e.Settled: _settled,
    e.Adjourned: _adjourned,
    e.Signed: _signed,
}
