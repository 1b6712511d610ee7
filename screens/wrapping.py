"""Texts broken into lines at words, by cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from rich.cells import cell_len

from screens.drawn import Line, Part
from screens.letters import is_narrow, letter_behind, reach

_WORD = re.compile(r"\S+\s*|\s+")


def line_starts(text: str, width: int) -> tuple[int, ...]:
    """Where each line of a text without line breaks begins; spaces hang over the end of a line.

    A word that is wider than a line is broken between its letters.
    """
    starts = [0]
    width = max(1, width)
    measure = len if is_narrow(text) else cell_len
    used = place = 0
    for word in _WORD.findall(text):
        bare = word.rstrip()
        wide = measure(bare)
        if used and used + wide > width:
            starts.append(place)
            used = 0
        if wide > width:
            breaks = [0, *_breaks(bare, width)]
            starts += [place + each for each in breaks[1:]]
            used += measure(word[breaks[-1] :])
        else:
            used += measure(word)
        place += len(word)
    return tuple(starts)


def _breaks(word: str, width: int) -> Iterator[int]:
    """Where a word that is wider than a line is broken; a letter that is wider than a line stands on one alone."""
    place = 0
    while True:
        place = max(reach(word, place, len(word), width), letter_behind(word, place))
        if place >= len(word):
            return
        yield place


class BrokenText:
    """A text as it stands broken into lines; what stays the same from one key to the next is not broken anew."""

    def __init__(self) -> None:
        """Begin empty."""
        self._text = ""
        self._width = 1
        self._rows = [(0, 0)]
        self._starts: dict[str, tuple[int, ...]] = {}

    def rows(self, text: str, width: int) -> list[tuple[int, int]]:
        """Begin and end of each line; the end of a line that goes on below is the begin of the next."""
        if width != self._width:
            self._starts.clear()
        elif text == self._text:
            return self._rows
        before, self._starts, self._rows = self._starts, {}, []
        self._text, self._width = text, width
        begins = 0
        for paragraph in text.split("\n"):
            starts = before.get(paragraph) or line_starts(paragraph, width)
            self._starts[paragraph] = starts
            ends = begins + len(paragraph)
            if len(starts) == 1:
                self._rows.append((begins, ends))
            else:
                self._rows += pairwise((*(begins + start for start in starts), ends))
            begins = ends + 1
        return self._rows


def wrapped(parts: Iterable[Part], width: int) -> list[tuple[Part, ...]]:
    """Parts on as many lines as they need; a line break in a text begins a new line."""
    return [*_wrapped(tuple(parts), width)]


@lru_cache(maxsize=64)
def _wrapped(parts: tuple[Part, ...], width: int) -> tuple[tuple[Part, ...], ...]:
    text = "".join(piece for piece, _ in parts)
    manners = [manner for piece, manner in parts for _ in piece]
    return tuple(
        _joined(text[begins:ends].rstrip(), manners[begins:ends]) for begins, ends in BrokenText().rows(text, width)
    )


def _joined(text: str, manners: list[str]) -> tuple[Part, ...]:
    """A text as parts, one for each stretch of the same manner."""
    parts: list[Part] = []
    begins = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or manners[index] != manners[begins]:
            parts.append((text[begins:index], manners[begins]))
            begins = index
    return tuple(parts)


def wrapped_lines(text: str, width: int, manner: str = "", ground: str = "") -> list[Line]:
    """A text in one manner on as many lines as it needs, none for an empty one."""
    return [Line(parts, ground) for parts in wrapped([(text, manner)], width)] if text else []
