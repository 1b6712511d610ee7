"""Where people live: the unit of the commune (thôn, tổ dân phố ...) out of an address, which names nobody's house."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNIT_NAMES: Final = (
    r"\b(?:thôn|làng|bản|ấp|buôn|xóm|tổ dân phố|khu dân cư|khu phố|khối phố|tiểu khu|tdp|kp|thon|lang|ap|xom"
    r"|tieu khu)\b"
)
_UNIT: Final = re.compile(rf"{_UNIT_NAMES}[^,;\n]*", re.IGNORECASE)
_UNIT_WORD: Final = re.compile(rf"^\s*{_UNIT_NAMES}", re.IGNORECASE)


def without_unit(place: str) -> str:
    """A place without the word for the unit before its name: "Bình Phú" of "ấp Bình Phú"."""
    return _UNIT_WORD.sub("", place, count=1).strip()


@lru_cache(maxsize=4096)
def unit_of(place: str) -> str:
    """The thôn or the like out of an address; a place without any number in it is taken for one."""
    words = unicodedata.normalize("NFC", place).strip()
    found = _UNIT.search(words)
    if found is not None:
        return found.group().strip()
    return "" if any(character.isdigit() for character in words) else words
