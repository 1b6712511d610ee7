"""How high paragraphs stand on an upright A4 page, reckoned rather too high, for papers that must end in time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from moderator.meeting.paper import Paragraph, ParagraphStyle

PAGE: Final = 728.0
"""Points between the upper and the lower margin of a page."""

_LINE: Final = 467.0  # points between the margins at the sides
_INDENT: Final = 36.0
_LINE_HEIGHT: Final = 1.15  # of the size, in Times New Roman
_BOLDER: Final = 1.13
_NARROW: Final = frozenset("fijlt.,:;!'‘’()[]|/- \u00a0")
_EMS: Final = {0.45: "acersz?“”", 0.6: '"+=<>~^ơư', 0.79: "mwƠƯ&", 0.95: "MW", 1.0: "…—%@"}
_EM: Final = {letter: ems for ems, letters in _EMS.items() for letter in letters}
_SMALL: Final = 0.5
_CAPITAL: Final = 0.73
_FOREIGN: Final = 1.3


class _Look(NamedTuple):
    points: float
    leading: float
    apart: float
    indent: float = 0.0
    bold: bool = False


_BODY: Final = _Look(14, 1.1, 6, _INDENT)
_LOOKS: Final[dict[ParagraphStyle, _Look]] = {
    "body": _BODY,
    "item": _BODY,
    "heading_1": _BODY._replace(bold=True),
    "heading_2": _BODY._replace(bold=True),
    "heading_3": _BODY._replace(bold=True),
    "centred": _BODY._replace(indent=0),
    "form": _Look(13, 1, 6.5),
}


def height(paragraphs: Iterable[Paragraph]) -> float:
    """The points that paragraphs take one below the other, with the space between them."""
    return sum(map(_height, paragraphs))


def lines_of(text: str, points: float, *, bold: bool = False) -> int:
    """Into how many lines a text of that size breaks between the margins."""
    return _lines([(text, bold)], points, 0.0)


def _height(paragraph: Paragraph) -> float:
    look = _LOOKS[paragraph.style]
    runs = [(run.text, run.bold or look.bold) for run in paragraph.runs]
    lines = _lines(runs, look.points, look.indent if paragraph.first_line else 0.0)
    return lines * look.points * _LINE_HEIGHT * look.leading + look.apart


def _lines(runs: Iterable[tuple[str, bool]], points: float, indent: float) -> int:
    """Break at spaces as a word processor does; what is wider than a line is cut where the line ends."""
    count, reached = 1, indent
    for word in _words(runs, points):
        if word is None:
            count, reached = count + 1, 0.0
            continue
        reached += word
        if reached > _LINE:
            count += 1
            reached = word
            while reached > _LINE:
                count += 1
                reached -= _LINE * 0.9
    return count


def _words(runs: Iterable[tuple[str, bool]], points: float) -> Iterator[float | None]:
    """The width of each word with the space before it, None for the end of a line."""
    width = 0.0
    for text, bold in runs:
        for letter in text:
            if letter in " \n":
                yield width
                width = 0.0
            if letter == "\n":
                yield None
            else:
                width += _em(letter) * points * (_BOLDER if bold else 1.0)
    yield width


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    """The width of a letter as a part of the size; marks above and below letters take none."""
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if letter in _NARROW:
        return 0.34
    plain = unicodedata.normalize("NFD", letter)
    # A horn makes a letter wider, an accent does not.
    base = unicodedata.normalize("NFC", plain[:2]) if plain[1:2] == "\u031b" else plain[0]
    if base in _EM:
        return _EM[base]
    if not (base.isascii() or base in "đĐ–"):
        return _FOREIGN
    return _CAPITAL if base.isupper() else _SMALL
