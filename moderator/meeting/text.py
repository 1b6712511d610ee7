"""Text as people type it: cleaned at every door, and found again without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_REPLACEMENT = "\ufffd"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
# A tab is a C0 character like the others, and DEL is a control character although it stands between C0 and C1.
_UNWANTED = f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]"
_SURROGATE_PAIR = "[\ud800-\udbff][\udc00-\udfff]"
_LINE_BREAK_SIGNS = "\n\u2028\u2029"
_LINE_BREAKS = f"[{_LINE_BREAK_SIGNS}]+"

# Longer texts than these are not searched at each key, and would only fill the memory.
_KEPT_LENGTH = 200
# Đ has no decomposition; the others look like it and come from wrong keyboards and old files.
_CROSSED_D = str.maketrans("đðɖ", "ddd")


def clean(text: str) -> str:
    """Make text fit to be kept: NFC, LF as the only control character, U+FFFD for each other one.

    CRLF becomes LF. Every other control character (the tab and a lone CR too), lone surrogate and noncharacter
    becomes U+FFFD, so that nothing turns empty; zero-width and bidi marks stay. Cleaning twice changes nothing more.
    """
    # Nearly every text is printable: the patterns are only made ready for one that is not.
    if text.isprintable():
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if re.search(_UNWANTED, text):
        # A pair of surrogates is no lone one: it is one character that came in two halves.
        text = re.sub(_SURROGATE_PAIR, _joined, text)
        text = text.replace("\r\n", "\n")
        text = re.sub(_UNWANTED, _REPLACEMENT, text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Clean a field of one line: line breaks at its ends go, each run of them inside becomes one space."""
    return re.sub(_LINE_BREAKS, " ", clean(text).strip(_LINE_BREAK_SIGNS))


def fold(text: str) -> str:
    """Reduce text to what a search compares: no accents, no case, single spaces, no invisible marks."""
    if len(text) <= _KEPT_LENGTH:
        return _kept_fold(text)
    return _fold(text)


def matches(fragment: str, text: str) -> bool:
    """Tell whether typing `fragment` finds `text`; an empty fragment finds everything."""
    return _kind_of_match(_sought(fragment), _findable(text)) is not None


def rank(fragment: str, text: str) -> int | None:
    """Say how well `fragment` finds `text`: 0 is best, higher is worse, None when it does not.

    From best to worst: the whole text; as whole words the last one (by which people are called), then those at the
    beginning, then those anywhere; as the beginning of a word the last one, then the text itself, then its words one
    after the other; each typed word begins some word; anywhere inside. Within each of these the text that has the
    accents as typed comes first.
    """
    seeking, found = _sought(fragment), _findable(text)
    kind = _kind_of_match(seeking, found)
    return None if kind is None else 2 * kind + _misses_accents(seeking, found)


def _misses_accents(seeking: _Sought, found: _Findable) -> bool:
    # A loop, and not all(...): this is asked for a thousand texts at each key.
    for part in seeking.beginnings:  # noqa: SIM110
        if part not in found.composed:
            return True
    return False


class Findables:
    """Things that are searched at each key: by how each is called, else by all that is said of it."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Make them ready: for each how it is called, perhaps nothing, and what is said of it."""
        self._texts = [(_findable(called) if called else None, _findable(said)) for called, said in texts]

    def best(self, fragment: str, among: Iterable[int]) -> list[int]:
        """Of those at some places the places of all that a fragment finds, the best first."""
        seeking, texts = _sought(fragment), self._texts
        by_call: list[tuple[int, int]] = []
        by_all: list[tuple[int, int]] = []
        for place in among:
            called, said = texts[place]
            kind = None if called is None else _kind_of_match(seeking, called)
            if called is not None and kind is not None:
                by_call.append((2 * kind + _misses_accents(seeking, called), place))
                continue
            kind = _kind_of_match(seeking, said)
            if kind is not None:
                by_all.append((2 * kind + _misses_accents(seeking, said), place))
        return [place for ranked in (by_call, by_all) for _, place in sorted(ranked)]


def meant(fragment: str, texts: Sequence[Sequence[str]]) -> list[int]:
    """The places of those that a fragment most likely means, each of which has several texts to be found by.

    Who is found by a whole text leaves behind who is found by whole words, and these who is found by beginnings of
    words; several are left where the fragment does not tell them apart. The inside of a word means nobody.
    """
    wanted = _sought(fragment)
    found: dict[int, list[int]] = {}
    for place, each in enumerate(texts):
        kinds = [kind for text in each if (kind := _kind_of_match(wanted, _findable(text))) is not None]
        if wanted.folded and kinds and min(kinds) < len(_CLOSENESS):
            found.setdefault(_CLOSENESS[min(kinds)], []).append(place)
    return found[min(found)] if found else []


# The whole text, whole words, beginnings of words: by the kinds of a match.
_CLOSENESS = (0, 1, 1, 1, 2, 2, 2, 2)


class _Sought(NamedTuple):
    """A fragment as it is compared with a thousand texts.

    Attributes:
        folded: without accents.
        word: the same as it stands among the words of a text, with a space before and behind.
        begin: the same behind the space that goes before a word.
        parts: of several words, each behind such a space.
        beginnings: each of its words, with the accents as typed, behind the space that goes before a word.
    """

    folded: str
    word: str
    begin: str
    parts: tuple[str, ...]
    beginnings: tuple[str, ...]


class _Findable(NamedTuple):
    """A text as it is searched at each key.

    Attributes:
        folded: without accents.
        words: the same, with spaces in the place of all that parts words, one before and one behind.
        last: the last word.
        composed: with its accents, a space before each word.
    """

    folded: str
    words: str
    last: str
    composed: str


@lru_cache(maxsize=64)
def _sought(fragment: str) -> _Sought:
    folded = fold(fragment)
    parts = unicodedata.normalize("NFC", fragment).casefold().split()
    several = tuple(f" {word}" for word in folded.split(" ")) if " " in folded else ()
    return _Sought(folded, f" {_apart(folded)} ", f" {folded}", several, tuple(f" {part}" for part in parts))


def _apart(text: str) -> str:
    """A text with spaces in the place of all that parts words."""
    return text if text.replace(" ", "").isalnum() else "".join(c if c.isalnum() else " " for c in text)


def _findable(text: str) -> _Findable:
    return _kept_findable(text) if len(text) <= _KEPT_LENGTH else _found_in(text)


def _found_in(text: str) -> _Findable:
    folded = fold(text)
    composed = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return _Findable(folded, f" {_apart(folded)} ", folded.rpartition(" ")[2], f" {composed}")


_kept_findable = lru_cache(maxsize=16_384)(_found_in)


def _kind_of_match(seeking: _Sought, text: _Findable) -> int | None:
    wanted, word, begin, parts, _ = seeking
    found, words, last, _ = text
    if wanted not in found:
        # One word that stands nowhere begins no word either.
        return 7 if parts and _each_begins(parts, found) else None
    if wanted == found:
        return 0
    if last == wanted:
        return 1
    if word in words and wanted and (place := _whole_word(wanted, found)) is not None:
        return 3 if place else 2
    if not parts and last.startswith(wanted):
        return 4
    if found.startswith(wanted):
        return 5
    if begin in found:
        return 6
    return 7 if parts and _each_begins(parts, found) else 8


def _whole_word(wanted: str, found: str) -> int | None:
    """Where it first stands with no letter and no digit at either side."""
    place = found.find(wanted)
    while place >= 0:
        if not found[place - 1 : place].isalnum() and not found[place + len(wanted) :][:1].isalnum():
            return place
        place = found.find(wanted, place + 1)
    return None


def _each_begins(parts: tuple[str, ...], found: str) -> bool:
    """Whether each word that is wanted, behind its space, is the beginning of some word that is there."""
    words = f" {found}"
    return all(part in words for part in parts)


def _joined(pair: re.Match[str]) -> str:
    return pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")


class _FoldedCharacters(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letters = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if _is_visible(c))
        folded = letters.casefold().translate(_CROSSED_D)
        self[code] = folded
        return folded


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in ("Mn", "Me", "Cf")


_FOLDED = _FoldedCharacters()


def _fold(text: str) -> str:
    folded = text.casefold() if text.isascii() else text.translate(_FOLDED)
    return " ".join(folded.split())


_kept_fold = lru_cache(maxsize=16_384)(_fold)
