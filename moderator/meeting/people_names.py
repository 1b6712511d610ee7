"""People's names: their initials, how they are shown, and their order in a list."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD_BREAK = re.compile(r"[\s\-‐‑‒–—]+")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: chr(0x80 + place) for place, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}

WordKey = tuple[str, str]


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """Give "N.V.A" for "Nguyễn Văn An": the first letter of each word, as it is written, in upper case.

    A hyphen parts words; what has no letter is left out, so a number typed into a name does not show.
    """
    words = _WORD_BREAK.split(unicodedata.normalize("NFC", name))
    letters = (next((character for character in word if character.isalpha()), "") for word in words)
    return ".".join(letter.upper() for letter in letters if letter)


def shown(honorific: str, name: str, full: bool) -> str:
    """Give the person as others may read it: "Ông Nguyễn Văn An" in full, else "Ông N.V.A"."""
    return f"{honorific.strip()} {name.strip() if full else initials(name)}".strip()


def sort_key(name: str) -> tuple[WordKey, ...]:
    """Order people as Vietnamese lists do: by given name (the last word), then family name, then middle names.

    Within each word the letters decide before the tone, wherever the tone mark stands (hòa, hoà). Names that
    differ in case only are equal, so a stable sort keeps them in the order in which they came.
    """
    words = name.split()
    return tuple(_word_key(word) for word in (*words[-1:], *words[:-1]))


@lru_cache(maxsize=4096)
def _word_key(word: str) -> WordKey:
    places = []
    tones = []
    for character in unicodedata.normalize("NFC", word.casefold()):
        base, tone = _without_tone(character)
        tones.append(tone)
        if base and unicodedata.category(base) not in ("Mn", "Cf"):
            places.append(_PLACES.get(base, base))
    return "".join(places), "".join(tones)


def _without_tone(character: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", character)
    tone = "".join(_TONES.get(mark, "") for mark in marks)
    rest = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", rest)[:1], tone
