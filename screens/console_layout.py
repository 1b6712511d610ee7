"""Where the parts of the console stand for a size of the terminal."""

from __future__ import annotations

from typing import NamedTuple

from textual.geometry import Region, Size

TOP_LINES = 6
_WIDE = 110


class Places(NamedTuple):
    """A region for each part."""

    top: Region
    waiting: Region
    worktop: Region
    keys: Region


def places(size: Size) -> Places:
    """The floor above, who waits at the left, the worktop at the right, the keys at the foot."""
    width, height = size
    key_lines = 1 if width >= _WIDE else 2
    left = min(max(27, width * (40 if width >= _WIDE else 34) // 100), width)
    middle = max(0, height - TOP_LINES - key_lines)
    return Places(
        top=Region(0, 0, width, TOP_LINES),
        waiting=Region(0, TOP_LINES, left, middle),
        worktop=Region(left, TOP_LINES, width - left, middle),
        keys=Region(0, height - key_lines, width, key_lines),
    )
