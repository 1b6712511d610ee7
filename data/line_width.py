"""How wide lines of bold Times New Roman run, near enough to balance them and to draw rules in proportion."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, count, takewhile

# Thousandths of the size, letter by letter, from the metrics of the bold face: whole numbers, so that the same letters
# are exactly as wide however they are added up.
_SPACE = 250
_SIGN = 330
_DIGIT = 500
_WIDTHS = {
    333: "fjt", 278: "il", 389: "sI", 444: "cerz", 500: "agovxyJ", 556: "bdđhknpquS", 611: "FP",
    667: "BELTZ", 722: "wACDĐNRUVXY", 778: "GHKOQ", 833: "m", 944: "M", 1000: "W…",
}  # fmt: skip
_THOUSANDTHS = {letter: thousandths for thousandths, letters in _WIDTHS.items() for letter in letters}
_SLACK = 1.04  # room for what the estimate is off by
_TIGHT = 1.01
_STEP = 2.0
_NO_BREAK = "\u00a0"
_BREAKS = re.compile(rf"[^\S{_NO_BREAK}]+")
_COUNCIL = re.compile(r"(?:ủy ban|uỷ ban|hội đồng) nhân dân", re.IGNORECASE)


def with_councils_whole(text: str, points: float, room: float, *, caps: bool = False) -> str:
    """The text with the names of councils and committees that no line divides, where that takes no more lines."""
    whole = _COUNCIL.sub(lambda name: name[0].replace(" ", _NO_BREAK), text)
    broken, before = (_lines(each.upper() if caps else each, points, room) for each in (whole, text))
    return whole if len(broken) == len(before) and max(broken) <= room else text


def balanced_room(text: str, points: float, room: float) -> float:
    """The least room in which text of that size takes no more lines than it does in the room given.

    It is a little less or more where that keeps the name of a council or committee on one line.
    """
    whole = with_councils_whole(text, points, room)
    lines = len(_lines(whole, points, room))
    fitting, tight = room, 0.0
    while fitting - tight > 1.0:
        middle = (fitting + tight) / 2
        broken = _lines(whole, points, middle)
        if len(broken) <= lines and max(broken) <= middle:
            fitting = middle
        else:
            tight = middle
    least = min(fitting * _SLACK, room)
    narrower = takewhile(lambda each: each > fitting * _TIGHT, (least - step * _STEP for step in count()))
    wider = takewhile(lambda each: each < room, (least + step * _STEP for step in count(1)))
    return next((each for each in chain(narrower, wider) if _breaks_alike(text, whole, points, each)), least)


def _breaks_alike(text: str, whole: str, points: float, room: float) -> bool:
    """Whether a text breaks as it does with its councils whole, also where the estimate is a little off."""
    return all(
        _lines(text, points, each) == _lines(whole, points, each) for each in (room / _TIGHT, room, room * _TIGHT)
    )


def widest_line(text: str, points: float, room: float) -> float:
    """Width in points of the widest line when text of that size is broken at spaces to fit the room."""
    return min(max(_lines(text, points, room)), room)


def _lines(text: str, points: float, room: float) -> list[float]:
    """Width of every line."""
    widths = []
    most = room * 1000 / points
    for line in text.splitlines() or [""]:
        reached = 0
        for word in filter(None, _BREAKS.split(line)):
            width = sum(map(_thousandths, word))
            joined = reached + _SPACE + width
            if reached and joined > most:
                widths.append(reached)
                reached = width
            else:
                reached = joined if reached else width
        widths.append(reached)
    return [width * points / 1000 for width in widths]


def _thousandths(character: str) -> int:
    if character == _NO_BREAK:
        return _SPACE
    base = unicodedata.normalize("NFD", character)[0]
    if unicodedata.combining(base):
        return 0
    return _THOUSANDTHS.get(base, _DIGIT if base.isalnum() else _SIGN)
