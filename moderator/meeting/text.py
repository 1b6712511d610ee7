"""Text as people type it: cleaned at every door, and reduced to what a search compares."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REPLACEMENT = "\ufffd"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
# A tab is a C0 character like the others, and DEL is a control character although it stands between C0 and C1.
_UNWANTED = f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]"
_SURROGATE_PAIR = "[\ud800-\udbff][\udc00-\udfff]"
_LINE_BREAK_SIGNS = "\n\u2028\u2029"
_LINE_BREAKS = f"[{_LINE_BREAK_SIGNS}]+"

# Longer texts than these are not searched at each key, and would only fill the memory.
KEPT_LENGTH = 200
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
    if len(text) <= KEPT_LENGTH:
        return _kept_fold(text)
    return _fold(text)


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
