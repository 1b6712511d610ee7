"""Text as people type it: cleaned at every door, and found again without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

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
    return _kind_of_match(fold(fragment), fold(text)) is not None


def rank(fragment: str, text: str) -> int | None:
    """Say how well `fragment` finds `text`: 0 is best, higher is worse, None when it does not.

    From best to worst: the whole text; as whole words the last one (by which people are called), then those at the
    beginning, then those anywhere; as the beginning of a word the last one, then the text itself, then its words one
    after the other; each typed word begins some word; anywhere inside. Within each of these the text that has the
    accents as typed comes first.
    """
    kind = _kind_of_match(fold(fragment), fold(text))
    if kind is None:
        return None
    return 2 * kind + (0 if _accents_agree(fragment, text) else 1)


def meant(fragment: str, texts: Sequence[Sequence[str]]) -> list[int]:
    """The places of those that a fragment most likely means, each of which has several texts to be found by.

    Who is found by a whole text leaves behind who is found by whole words, and these who is found by beginnings of
    words; several are left where the fragment does not tell them apart. The inside of a word means nobody.
    """
    wanted = fold(fragment)
    found: dict[int, list[int]] = {}
    for place, each in enumerate(texts):
        kinds = [kind for text in each if (kind := _kind_of_match(wanted, fold(text))) is not None]
        if wanted and kinds and min(kinds) < len(_CLOSENESS):
            found.setdefault(_CLOSENESS[min(kinds)], []).append(place)
    return found[min(found)] if found else []


# The whole text, whole words, beginnings of words: by the kinds of a match.
_CLOSENESS = (0, 1, 1, 1, 2, 2, 2, 2)


def _kind_of_match(wanted: str, found: str) -> int | None:
    if wanted == found:
        return 0
    place = found.find(wanted)
    if place < 0:
        return 7 if _each_begins(wanted, found) else None
    last = found.rpartition(" ")[2]
    if last == wanted:
        return 1
    while place >= 0 and wanted:
        if not found[place - 1 : place].isalnum() and not found[place + len(wanted) :][:1].isalnum():
            return 3 if place else 2
        place = found.find(wanted, place + 1)
    if " " not in wanted and last.startswith(wanted):
        return 4
    if found.startswith(wanted):
        return 5
    if f" {wanted}" in found:
        return 6
    return 7 if _each_begins(wanted, found) else 8


def _each_begins(wanted: str, found: str) -> bool:
    words = found.split(" ")
    return all(any(word.startswith(part) for word in words) for part in wanted.split(" "))


def _accents_agree(fragment: str, text: str) -> bool:
    words = unicodedata.normalize("NFC", text).casefold().split()
    parts = unicodedata.normalize("NFC", fragment).casefold().split()
    return all(any(word.startswith(part) for word in words) for part in parts)


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
