"""The villages of a meeting (thôn, ấp, tổ dân phố ...), as far as anybody of them was invited or has registered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
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
    # "Bình Phú" is "ấp Bình Phú" once more, where only one village has the name.
    bare = Counter(_bare(village) for key, village in villages.items() if _bare(village) != key)
    return {key: village for key, village in villages.items() if bare[key] != 1}


def village_in(villages: Mapping[str, str], place: str) -> str:
    """The village out of an address as the meeting spells it; an address that names none stands for itself."""
    return village_meant(villages, _flat(unit_of(place)) or _flat(place))


def village_meant(villages: Mapping[str, str], typed: str) -> str:
    """What was typed as a place, spelled as the meeting spells the one village that it names, with its unit or without.

    Whatever names none of them, or several, stays as it was typed.
    """
    wanted = fold(typed)
    if wanted in villages:
        return villages[wanted]
    named = [village for village in villages.values() if _bare(village) == wanted]
    return named[0] if len(named) == 1 else typed


@lru_cache(maxsize=4096)
def _bare(village: str) -> str:
    """The folded name of a village without the word for its unit."""
    return fold(without_unit(village))


def villages_left(villages: Mapping[str, str], done: Iterable[DoneDuty]) -> tuple[str, ...]:
    """The villages in which something is still to be done; what was done without naming any was done in all."""
    places = [each.place for each in done]
    if any(not place.strip() for place in places):
        return ()
    reached = {fold(village_in(villages, part)) for place in places for part in _BETWEEN.split(place)}
    return tuple(village for key, village in villages.items() if key not in reached)


def _flat(text: str) -> str:
    return " ".join(text.split())
