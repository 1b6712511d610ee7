"""Lines of which only some are in sight, and the scroll bar that says which."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

from screens.drawn import Line, Part
from screens.row_text import cut


def thumb(first: int, height: int, count: int) -> range | None:
    """The heights that the thumb of the scroll bar covers where so many lines have that much room; None for no bar."""
    if not height or count <= height:
        return None
    length = max(1, height * height // count)
    begins = round((height - length) * first / (count - height))
    return range(begins, begins + length)


def beside_bar(seen: Sequence[Line], bar: range | None, width: int) -> list[Line]:
    """The lines in sight in a width of cells, with the scroll bar in the last of them where there is one."""
    if bar is None or width <= 0:
        return [*seen]
    return [filled(line.parts, width - 1, "▐" if place in bar else " ", line.ground) for place, line in enumerate(seen)]


@lru_cache(maxsize=1024)
def filled(parts: tuple[Part, ...], width: int, bar: str = "", ground: str = "") -> Line:
    """A line that fills a width of cells, with its cell of a scroll bar behind that; at most keys it is the same."""
    return Line((*filling(parts, width), (bar, "thumb")) if bar else filling(parts, width), ground)


def fitting(parts: Sequence[Part], width: int) -> tuple[Part, ...]:
    """Parts on one line in a width of cells, cut with "…" where they are longer."""
    fit: list[Part] = []
    room = width
    for text, manner in parts:
        if room <= 0:
            break
        flat = text.replace("\n", " ")
        fit.append((cut(flat, room), manner))
        room -= cell_len(flat)
    return tuple(fit)


def filling(parts: Sequence[Part], width: int) -> tuple[Part, ...]:
    """Parts that fill a width of cells exactly, cut with "…" where they are longer."""
    fit = fitting(parts, width)
    room = width - sum(cell_len(text) for text, _ in fit)
    return (*fit, (" " * room, "")) if room > 0 else fit
