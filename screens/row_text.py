"""Texts on a line of a list: flat, cut by cells, dated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from screens.drawn import Part

SPACIOUS = 100
"""From this width on a row has room for more than it needs."""


@lru_cache(maxsize=4096)
def fitted(text: str, width: int) -> str:
    """A text that fills a width of cells, cut with "…" where it is longer."""
    return set_cell_size(cut(text, width), width)


@lru_cache(maxsize=4096)
def cut(text: str, width: int) -> str:
    """A text that is no wider than some cells, with "…" where it is longer."""
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)) + "…"


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def dated(day: dt.date | None) -> str:
    """A date, a dash for none."""
    return "–" if day is None else f"{day:%d/%m/%Y}"


def counted(shown: int, of: int) -> str:
    """A number, or how many of how many while a search leaves some out."""
    return str(of) if shown == of else f"{shown}/{of}"


def two_and_two(heading: str, facts: Sequence[str], width: int) -> list[Part]:
    """A heading on two lines and facts on two more."""
    # Lines break at words, so that two of them hold a little less than their cells.
    room = 2 * width - 14
    return [(cut(heading, room) + "\n", "strong"), (cut(" · ".join(filter(None, facts)), room), "")]
