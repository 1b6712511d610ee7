"""What a commune calls the units that it consists of (thôn, ấp, tổ dân phố ...), as papers and forms name them."""

from __future__ import annotations

from typing import Final

from moderator.meeting.setup import Setup
from moderator.meeting.text import fold
from moderator.meeting.wording import within_sentence

# The two names under which the law gathers all others.
_USUAL: Final = ("thôn", "tổ dân phố")
_SHORT: Final = {"to dan pho": "TDP"}


def units_in_words(setup: Setup) -> str:
    """Give "thôn, tổ dân phố", as a sentence names all of them."""
    return ", ".join(_units(setup))


def units_in_brief(setup: Setup) -> str:
    """Give "thôn/TDP", as the heading of a column names them."""
    return "/".join(_SHORT.get(fold(unit), unit) for unit in _units(setup))


def unit_heads(setup: Setup) -> str:
    """Give "Trưởng thôn, Tổ trưởng tổ dân phố": who heads them, as a post is written."""
    return ", ".join(
        f"Tổ trưởng {unit}" if fold(unit).startswith("to ") else f"Trưởng {unit}" for unit in _units(setup)
    )


def _units(setup: Setup) -> tuple[str, ...]:
    given = (" ".join(unit.split()) for unit in setup.units)
    return tuple(within_sentence(unit) for unit in given if unit) or _USUAL
