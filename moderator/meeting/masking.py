"""Masks personal data in what people typed: names of citizens, phones and numbers of identity, houses and plots.

A name is found as it was registered, with or without accents, and after a form of address by its last words
alone ("ông Đình Khoa", "bà Mận"). A third person whom nobody registered cannot be known here; who publishes a
text reads it first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final, NamedTuple

from moderator.meeting.people_names import initials
from moderator.meeting.text import fold

HIDDEN: Final = "[…]"
ADDRESSES: Final = frozenset(
    {"ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cụ", "cậu", "dì", "mợ", "thím", "dượng", "cháu", "chí"}
    | {"đ/c"}
)
"""Words that address somebody and stand before a name."""
_PLAIN_ADDRESSES: Final = frozenset(fold(word) for word in ADDRESSES)
_WORD: Final = re.compile(r"[^\W\d_]+(?:/c\b)?")
_BETWEEN: Final = re.compile(r"[\s\-‐‑]+")
_NUMBERS: Final = (
    # Phones, then numbers of identity; an amount of money is neither.
    re.compile(r"(?<![\w/])(?:\+?84|0)(?:[ .\-]?\d){8,11}(?![\w/])"),
    re.compile(r"(?<![\w/.])(?:\d{9}|\d{12})(?![\w/]|\s*(?:đ|đồng|VNĐ|VND)\b)", re.IGNORECASE),
    re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"),
)
_NAMED_NUMBERS: Final = re.compile(
    r"(?P<what>\b(?:số nhà|nhà số|căn hộ(?: số)?|thửa(?: đất)?(?: số)?|tờ bản đồ(?: số)?|sinh (?:ngày|năm)|"
    r"CCCD(?: số)?|CMND(?: số)?|căn cước(?: công dân)?(?: số)?|số tài khoản))"
    r"(?P<mark>\s*:?\s*)(?P<number>\d[\d\w/.\-]*\w|\d)",
    re.IGNORECASE,
)
_HOUSE_IN_STREET: Final = re.compile(
    r"\b(?P<what>số)\s+\d[\w/\-]*(?=,?\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\b)", re.IGNORECASE
)


class _Name(NamedTuple):
    """A way in which somebody may be called: words to find, and whether a form of address must stand before."""

    words: tuple[tuple[str, str], ...]  # each without accents, and with them
    addressed: bool
    shown: str


class Mask:
    """Hides the given people, and numbers that belong to a person, in any text."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the full names of everybody to hide."""
        found: dict[tuple[str, ...], dict[_Name, None]] = {}
        for name in dict.fromkeys(names):
            for known in _ways_to_call(name):
                # Half a village shares the first word of its names, and few of them the first two.
                found.setdefault(tuple(plain for plain, _ in known.words[:2]), {})[known] = None
        # The longest first: a whole name goes before its last words.
        self._by_beginning = {
            beginning: sorted(known, key=lambda each: (-len(each.words), each.addressed))
            for beginning, known in found.items()
        }

    def __call__(self, text: str) -> str:
        """The text without what belongs to a person; everything else stays as it was typed."""
        if not text:
            return text
        masked = self._without_names(unicodedata.normalize("NFC", text))
        for pattern in _NUMBERS:
            masked = pattern.sub(HIDDEN, masked)
        masked = _NAMED_NUMBERS.sub(rf"\g<what>\g<mark>{HIDDEN}", masked)
        return _HOUSE_IN_STREET.sub(rf"\g<what> {HIDDEN}", masked)

    def _without_names(self, text: str) -> str:
        if not self._by_beginning:
            return text
        words = [*_WORD.finditer(text)]
        plain = [fold(word.group()) for word in words]
        pieces: list[str] = []
        done = place = 0
        while place < len(words):
            found = self._name_at(text, words, plain, place)
            if found is None:
                place += 1
                continue
            start, end = words[place].start(), words[place + len(found.words) - 1].end()
            shown = found.shown
            if shown.endswith(".") and text[end : end + 1] == ".":
                shown = shown[:-1]
            pieces += [text[done:start], shown]
            done = end
            place += len(found.words)
        return "".join((*pieces, text[done:]))

    def _name_at(self, text: str, words: list[re.Match[str]], plain: list[str], place: int) -> _Name | None:
        """The longest name that begins with a word; a form of address must introduce what is only part of one."""
        longer, alone = tuple(plain[place : place + 2]), (plain[place],)
        beginnings = (longer, alone) if longer != alone else (alone,)
        for known in chain.from_iterable(self._by_beginning.get(each, ()) for each in beginnings):
            last = place + len(known.words)
            if last > len(words) or not all(map(_is_word, words[place:last], known.words)):
                continue
            joined = (text[one.end() : two.start()] for one, two in pairwise(words[place:last]))
            if not all(_BETWEEN.fullmatch(between) for between in joined):
                continue
            if len(known.words) > 2 and not known.addressed:
                return known
            # Short names are also common words: "bà con", "An Phước".
            if not all(word.group()[:1].isupper() for word in words[place:last]):
                continue
            if not known.addressed or _is_addressed(text, words, place):
                return known
        return None


def _ways_to_call(name: str) -> Iterator[_Name]:
    """The whole name, and after a form of address its last words alone."""
    words = [word for word in _BETWEEN.split(name.strip()) if word]
    for first in range(len(words)):
        tail = words[first:]
        whole = first == 0 and len(words) > 1
        shown = initials(" ".join(tail)) if whole else f"{initials(' '.join(tail))}."
        yield _Name(tuple((fold(word), _accented(word)) for word in tail), not whole, shown)


@lru_cache(maxsize=4096)
def _accented(word: str) -> str:
    """A word with its accents, wherever the tone mark stands (hòa, hoà)."""
    marks = unicodedata.normalize("NFD", word.casefold())
    return "".join(sorted(marks, key=unicodedata.combining))


def _is_word(found: re.Match[str], wanted: tuple[str, str]) -> bool:
    """Whether a word is meant, typed with its accents or without any."""
    plain, accented = wanted
    word = found.group()
    return fold(word) == plain and (word.isascii() or _accented(word) == accented)


def _is_addressed(text: str, words: list[re.Match[str]], place: int) -> bool:
    if place == 0:
        return False
    before = words[place - 1]
    between = text[before.end() : words[place].start()]
    # Without accents, "ba" is a form of address only where nothing has them: it also means three.
    forms = _PLAIN_ADDRESSES if text.isascii() else ADDRESSES
    return not between.strip() and before.group().lower() in forms
