"""The villages of a meeting (thôn, ấp, tổ dân phố ...), as far as anybody of them was invited or has registered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from moderator.meeting.addresses import unit_of, without_unit
from moderator.meeting.setup import RuleName
from moderator.meeting.state import DoneDuty, MeetingState
from moderator.meeting.text import fold

VILLAGE_DUTIES: Final[frozenset[RuleName]] = frozenset({"loudspeaker", "results_published"})
"""The rules that ask for something in every village: what is broadcast there, and what is sent and posted there."""

# Several villages may be ticked with one entry.
_BETWEEN: Final = re.compile(r"[,;\n]")


def villages_of(state: MeetingState) -> Mapping[str, str]:
    """Every village by its folded name, spelled as on the list of those invited, else as in the first registration."""
    villages: dict[str, str] = {}
    for place in (
        *(row.place for row in state.setup.attendance),
        *(registration.card.place for registration in state.registrations.values()),
    ):
        village = _flat(unit_of(place))
        if village:
            villages.setdefault(fold(village), village)
    return villages


def village_in(villages: Mapping[str, str], place: str) -> str:
    """The village out of an address as the meeting spells it; an address that names none stands for itself."""
    village = _flat(unit_of(place)) or _flat(place)
    return villages.get(fold(village), village)


def village_meant(villages: Mapping[str, str], typed: str) -> str:
    """What was typed as a place, spelled as the meeting spells the one village that it names, with its unit or without.

    Whatever names none of them, or several, stays as it was typed.
    """
    wanted = fold(typed)
    found = [village for key, village in villages.items() if wanted in (key, fold(without_unit(village)))]
    return found[0] if len(found) == 1 else typed


def villages_left(villages: Mapping[str, str], done: Iterable[DoneDuty]) -> tuple[str, ...]:
    """The villages in which something is still to be done; what was done without naming any was done in all."""
    places = [each.place for each in done]
    if any(not place.strip() for place in places):
        return ()
    reached = {fold(village_in(villages, part)) for place in places for part in _BETWEEN.split(place)}
    return tuple(village for key, village in villages.items() if key not in reached)


def _flat(text: str) -> str:
    return " ".join(text.split())
