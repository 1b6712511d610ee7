"""Where the parts of the console stand for a size of the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Region, Size

TOP_LINES = 6
_WIDE = 110


@dataclass(frozen=True, slots=True)
class Places:
    """A region for each part; a box stands over the writing field and the questions."""

    top: Region
    waiting: Region
    writing_title: Region
    writing: Region
    questions: Region
    box: Region
    keys: Region


def places(size: Size) -> Places:
    """The floor above, who waits at the left, the text over the questions at the right, the keys at the foot."""
    width, height = size
    key_lines = 1 if width >= _WIDE else 2
    left = min(max(27, width * (40 if width >= _WIDE else 34) // 100), width)
    middle = max(0, height - TOP_LINES - key_lines)
    writing = min(max(4, middle * 2 // 5), max(0, middle - 1))
    right = Region(left, TOP_LINES, width - left, middle)
    return Places(
        top=Region(0, 0, width, TOP_LINES),
        waiting=Region(0, TOP_LINES, left, middle),
        writing_title=Region(right.x, right.y, right.width, min(1, middle)),
        writing=Region(right.x, right.y + 1, right.width, writing),
        questions=Region(right.x, right.y + 1 + writing, right.width, max(0, middle - 1 - writing)),
        box=right,
        keys=Region(0, height - key_lines, width, key_lines),
    )
