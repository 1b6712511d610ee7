"""Letters as people see them: marks, and what is joined, belong to the letter before them."""

from __future__ import annotations

import re

from rich.cells import cell_len, get_character_cell_size

_JOINER = "\u200d"
_FIRST_MARK = "\u0300"
# Far from all of them, but those of nearly every text: they need not be measured one by one.
_ONE_CELL_EACH = re.compile("[ -~\xa0-\xac\xae-\u02ff\u1e00-\u1eff–—‘’“”…]*")


def is_narrow(text: str) -> bool:
    """Whether every letter of a text is known at once to be one character in one cell."""
    return _ONE_CELL_EACH.fullmatch(text) is not None


def begins_letter(text: str, place: int) -> bool:
    """Whether a letter begins at a place, as at both ends of the text and at each line break."""
    if not 0 < place < len(text):
        return True
    before, sign = text[place - 1], text[place]
    if before == "\n" or sign == "\n":
        return True
    if before == _JOINER:
        return False
    # A mark behind a space stands alone, so that each word is made of whole letters.
    return sign < _FIRST_MARK or before.isspace() or get_character_cell_size(sign) > 0


def letter_behind(text: str, place: int) -> int:
    """Where the letter at a place ends."""
    place += 1
    while not begins_letter(text, place):
        place += 1
    return min(place, len(text))


def letter_before(text: str, place: int) -> int:
    """Where the letter before a place begins."""
    place -= 1
    while not begins_letter(text, place):
        place -= 1
    return max(0, place)


def reach(text: str, begins: int, ends: int, cells: int) -> int:
    """How far whole letters go that have room in so many cells."""
    straight = min(ends, begins + max(0, cells))
    if is_narrow(text[begins:straight]) and begins_letter(text, straight):
        return straight
    place = begins
    while place < ends:
        behind = min(letter_behind(text, place), ends)
        cells -= cell_len(text[place:behind])
        if cells < 0:
            break
        place = behind
    return place


def reach_back(text: str, place: int, cells: int) -> int:
    """From where whole letters up to a place have room in so many cells."""
    straight = max(0, place - max(0, cells))
    if is_narrow(text[straight:place]) and begins_letter(text, straight):
        return straight
    while place > 0:
        before = letter_before(text, place)
        cells -= cell_len(text[before:place])
        if cells < 0:
            break
        place = before
    return place
