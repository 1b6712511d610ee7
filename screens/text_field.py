"""A text that is being typed, on one line or several, with its cursor, what is marked in it, and undo.

What enters is NFC, whatever the input method or the clipboard sends: letters and marks that come apart are composed, so
that Backspace takes a whole letter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Literal, NamedTuple

from rich.cells import cell_len
from textual.geometry import Offset, Size

from screens.drawn import Line, Part
from screens.letters import begins_letter, letter_before, letter_behind, reach, reach_back
from screens.row_text import cut
from screens.scrolling import beside_bar, thumb
from screens.sheet import Sheet
from screens.wrapping import BrokenText, wrapped_lines

_MOST_UNDONE = 500
_TAB = 4
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# How large a field is taken to be before it was drawn.
_UNDRAWN = Size(80, 24)

_Doing = Literal["", "types", "corrects", "erases"]
# What is taken back in one step with what went on before it.
_ONE_STEP = {("corrects", "corrects"), ("corrects", "erases"), ("erases", "erases")}


class _Stood(NamedTuple):
    """How a text stood before it was changed."""

    text: str
    cursor: int


class TextField(Sheet):
    """One line of text, or several.

    Attributes:
        text: what stands in it.
        cursor: before which letter the next one goes.
        hint: what is shown while nothing stands in it.
    """

    def __init__(self, *, several: bool = False, hint: str = "") -> None:
        """Begin empty."""
        self.several = several
        self.hint = hint
        self.text = ""
        self.cursor = 0
        self._anchor: int | None = None
        self._undone: list[_Stood] = []
        self._redone: list[_Stood] = []
        self._doing: _Doing = ""
        self._typed_from = 0
        self._goal: int | None = None
        self._room = _UNDRAWN
        self._broken = BrokenText()
        # The first line in sight, of one line the first letter in sight.
        self._first = 0
        self._follows = True
        self._caret: Offset | None = None
        self._at_rest: tuple[object, ...] = ()
        self._lines_at_rest: Sequence[Line] = ()

    # The text

    def begin_with(self, text: str) -> None:
        """Hold a text, with the cursor behind it and nothing to take back."""
        self.text = self._fit(text)
        self._undone.clear()
        self._redone.clear()
        self._first = 0
        self._go(len(self.text))

    def _fit(self, text: str) -> str:
        """What may stand in it: one line stays one, and no character tells the terminal anything."""
        if not text.isprintable():
            text = _LINE_BREAKS.sub("\n", text).expandtabs(_TAB)
            if not self.several and "\n" in text:
                text = " ".join(text.split())
            text = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs"))
        return unicodedata.normalize("NFC", text)

    @property
    def location(self) -> tuple[int, int]:
        """Line and column of the cursor, from 0."""
        return self.text.count("\n", 0, self.cursor), self.cursor - self._paragraph[0]

    def move_to(self, line: int, column: int) -> None:
        """Put the cursor on a line and a column, from 0, as far as there are so many."""
        texts = self.text.split("\n")
        line = max(0, min(line, len(texts) - 1))
        self._go(sum(len(text) + 1 for text in texts[:line]) + max(0, min(column, len(texts[line]))))

    @property
    def _span(self) -> tuple[int, int]:
        anchor = self.cursor if self._anchor is None else self._anchor
        return min(anchor, self.cursor), max(anchor, self.cursor)

    @property
    def selected(self) -> str:
        """What is marked."""
        return self.text[slice(*self._span)]

    def select_all(self) -> None:
        """Mark everything: what is typed next takes its place."""
        self._go(0)
        self._go(len(self.text), marks=True)

    def insert(self, text: str) -> None:
        """Put a text in the place of what is marked, or at the cursor; nothing takes the place of nothing."""
        self._follows = True
        text = self._fit(text)
        if not text:
            return
        begins, ends = self._span
        typed = begins == ends and len(text) == 1 and text != "\n"
        if typed and self._goes_on_with(text):
            if self._doing == "corrects":
                # As input methods write a syllable: letters, Backspaces, other letters. That is one thing to take back.
                self._undone.pop()
        else:
            self._keep()
            self._typed_from = begins
        self._replace(begins, ends, text)
        self._doing = "types" if typed else ""

    def _replace(self, begins: int, ends: int, text: str) -> None:
        before = self.text[:begins] + text
        self.text, cursor = before + self.text[ends:], len(before)
        if not unicodedata.is_normalized("NFC", self.text):
            self.text = unicodedata.normalize("NFC", self.text)
            cursor = len(unicodedata.normalize("NFC", before))
        while not begins_letter(self.text, cursor):
            cursor += 1
        self._redone.clear()
        self._go(cursor)

    # What is taken back: words as they were typed, and each other change

    def _keep(self) -> None:
        """Keep how it stands, to come back to it."""
        self._undone.append(_Stood(self.text, self.cursor))
        del self._undone[:-_MOST_UNDONE]

    def _goes_on_with(self, text: str) -> bool:
        """Whether a letter belongs to the word that is being typed."""
        begins_word = not text.isspace() and self.text[self.cursor - 1 : self.cursor].isspace()
        return self._doing == "corrects" or (self._doing == "types" and not begins_word)

    def _take_back(self, stack: list[_Stood], other: list[_Stood]) -> None:
        if stack:
            other.append(_Stood(self.text, self.cursor))
            self.text, cursor = stack.pop()
            self._go(cursor)

    # Keys

    def press(self, key: str) -> bool:
        """Move, mark, delete, take back; False for a key that is none of these."""
        self._follows = True
        plain = key.replace("shift+", "")
        marks = plain != key
        if plain in ("up", "down", "pageup", "pagedown"):
            if self.several:
                self._go_rows(plain, marks=marks)
            return self.several
        place = self._place_of(plain, marks=marks)
        if place is not None:
            self._go(place, marks=marks)
            return True
        return self._edit(key)

    def _place_of(self, key: str, *, marks: bool) -> int | None:
        """Where a key puts the cursor, None for a key that moves nothing along the line."""
        begins, ends = self._span
        leaves_marked = begins < ends and not marks
        match key:
            case "left":
                return begins if leaves_marked else letter_before(self.text, self.cursor)
            case "right":
                return ends if leaves_marked else letter_behind(self.text, self.cursor)
            case "ctrl+left":
                return self._word_left
            case "ctrl+right":
                return self._word_right
            case "home":
                return self._line[0]
            case "end" | "ctrl+e":
                return self._line[1]
            case "ctrl+home":
                return 0
            case "ctrl+end":
                return len(self.text)
        return None

    def _edit(self, key: str) -> bool:
        match key:
            case "enter" | "shift+enter" if self.several:
                self.insert("\n")
            case "ctrl+a" | "ctrl+shift+a":
                self.select_all()
            case "ctrl+z" | "super+z":
                self._take_back(self._undone, self._redone)
            case "ctrl+y" | "super+y" | "ctrl+shift+z":
                self._take_back(self._redone, self._undone)
            case _:
                span = self._deleted_by(key)
                if span is None:
                    return False
                self._delete(key, *span)
        return True

    def _deleted_by(self, key: str) -> tuple[int, int] | None:
        """From where to where a key deletes while nothing is marked, None for a key that deletes nothing."""
        text, cursor = self.text, self.cursor
        match key:
            case "backspace" | "shift+backspace":
                return letter_before(text, cursor), cursor
            case "delete" | "ctrl+d":
                return cursor, letter_behind(text, cursor)
            case "ctrl+w" | "ctrl+backspace" | "alt+backspace":
                return self._word_left, cursor
            case "ctrl+delete" | "alt+delete":
                return cursor, self._word_right
            case "ctrl+u" | "super+backspace":
                # At the end of a line it takes the line break, so that the key never does nothing.
                begins = self._line[0]
                return begins if begins < cursor else letter_before(text, cursor), cursor
            case "ctrl+k":
                ends = self._line[1]
                return cursor, ends if ends > cursor else letter_behind(text, cursor)
            case "ctrl+shift+k":
                begins, ends = self._paragraph
                return begins, min(ends + 1, len(text))
        return None

    def _delete(self, key: str, begins: int, ends: int) -> None:
        """Delete what is marked, else from one place to another."""
        marked = self._span
        one_letter = marked[0] == marked[1] and key in ("backspace", "shift+backspace", "delete")
        if marked[0] < marked[1]:
            begins, ends = marked
        if begins == ends:
            return
        was = self._doing
        doing: _Doing = "erases" if one_letter else ""
        if doing and was in ("types", "corrects") and self._typed_from <= begins < self.cursor:
            doing = "corrects"
        if not doing or (was, doing) not in _ONE_STEP:
            self._keep()
        self._replace(begins, ends, "")
        self._doing = doing

    @property
    def _paragraph(self) -> tuple[int, int]:
        """From where to where the cursor's line goes, as it is typed."""
        ends = self.text.find("\n", self.cursor)
        return self.text.rfind("\n", 0, self.cursor) + 1, len(self.text) if ends < 0 else ends

    @property
    def _word_left(self) -> int:
        """Where the word before the cursor begins; at the begin of a line, the end of the one above."""
        begins = self._paragraph[0]
        if begins == self.cursor:
            return max(0, begins - 1)
        words = self.text[begins : self.cursor].rstrip()
        return begins + len(words) - len(words.rsplit(None, 1)[-1]) if words else begins

    @property
    def _word_right(self) -> int:
        """Where the word behind the cursor begins; at the end of a line, the begin of the one below."""
        ends = self._paragraph[1]
        if ends == self.cursor:
            return min(ends + 1, len(self.text))
        here = self.text[self.cursor : ends]
        word = "" if here[0].isspace() else here.split(None, 1)[0]
        return ends - len(here[len(word) :].lstrip())

    def _go(self, place: int, *, marks: bool = False) -> None:
        """Put the cursor to a place; whatever was being typed is typed."""
        if not marks:
            self._anchor = None
        elif self._anchor is None:
            self._anchor = self.cursor
        while not begins_letter(self.text, place):
            place -= 1
        self.cursor = place
        self._doing = ""
        self._goal = None
        self._follows = True

    # Lines as they are shown

    def _rows(self) -> list[tuple[int, int]]:
        """Begin and end of each line as shown."""
        if not self.several:
            return [(0, len(self.text))]
        # A cell at the end for the cursor behind the last letter.
        return self._broken.rows(self.text, max(1, self._room.width - 1))

    def _row_of_cursor(self, rows: list[tuple[int, int]]) -> int:
        return bisect_right(rows, self.cursor, key=itemgetter(0)) - 1

    @property
    def _line(self) -> tuple[int, int]:
        """The first and the last place of the cursor's line as shown."""
        rows = self._rows()
        row = self._row_of_cursor(rows)
        return rows[row][0], self._last_place(rows, row)

    def _last_place(self, rows: list[tuple[int, int]], row: int) -> int:
        """The end of a line; of one that goes on below, where its last letter begins: its end is the next line's."""
        ends = rows[row][1]
        goes_on = row + 1 < len(rows) and rows[row + 1][0] == ends
        return letter_before(self.text, ends) if goes_on else ends

    def _go_rows(self, key: str, *, marks: bool) -> None:
        """Go up or down, as many cells along the line as where that began."""
        rows = self._rows()
        row = self._row_of_cursor(rows)
        goal = self._goal
        if goal is None:
            goal = cell_len(self.text[rows[row][0] : self.cursor])
        page = max(1, self._room.height - 1)
        row += {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[key]
        if key.startswith("page"):
            row = max(0, min(row, len(rows) - 1))
        self._go(self._at(rows, row, goal), marks=marks)
        self._goal = goal

    def _at(self, rows: list[tuple[int, int]], row: int, cells: int) -> int:
        """The place so many cells along a line as shown; before the text and behind it where there is no such line."""
        if row < 0:
            return 0
        if row >= len(rows):
            return len(self.text)
        return reach(self.text, rows[row][0], self._last_place(rows, row), cells)

    def click(self, at: Offset, times: int) -> None:
        """Put the cursor where the mouse pressed; twice marks a word, three times everything."""
        self._go(self._under(at))
        if times == 2:
            self._select_word()
        elif times > 2:
            self.select_all()

    def mark_to(self, at: Offset) -> None:
        """Mark from where marking began as far as the mouse has gone."""
        self._go(self._under(at), marks=True)

    def _under(self, at: Offset) -> int:
        """Which place the mouse points to."""
        if self.several:
            return self._at(self._rows(), self._first + at.y, at.x)
        return reach(self.text, min(self._first, len(self.text)), len(self.text), at.x)

    def _select_word(self) -> None:
        behind_letter = self.text[self.cursor - 1 : self.cursor].strip()
        begins = self._word_left if behind_letter else self.cursor
        self._go(begins)
        self._go(begins + len(self.text[begins : self._word_right].rstrip()), marks=True)

    def scroll(self, step: int) -> None:
        """Show what stands further down, wherever the cursor is, until the next key."""
        if self.several:
            self._first = max(0, min(self._first + step, len(self._rows()) - self._room.height))
            self._follows = False

    @property
    def was_changed(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undone)

    @property
    def typing(self) -> TextField:
        """It is typed into."""
        return self

    @property
    def caret(self) -> Offset | None:
        """Where the cursor stood when it was last drawn."""
        return self._caret

    # As it is drawn

    def lines(self, size: Size) -> Sequence[Line]:
        """As much of the text as there is room for, the cursor in sight; beside several lines a scroll bar."""
        if not self.in_use and self._at_rest == self._shown_in(size):
            self._caret = None
            return self._lines_at_rest
        lines = self._drawn_in(size)
        if not self.in_use:
            self._at_rest, self._lines_at_rest = self._shown_in(size), lines
        return lines

    def _shown_in(self, size: Size) -> tuple[object, ...]:
        """All that it is drawn from while the keys go elsewhere: most fields of a form stay as they are."""
        return self.text, self.hint, self.cursor, self._first, self._follows, self._room, size

    def _drawn_in(self, size: Size) -> list[Line]:
        if not self.several or size.width < 2:
            return self._in_sight(size)
        lines = self._in_sight(Size(size.width - 1, size.height))
        bar = thumb(self._first, size.height, len(self._rows()))
        if bar is not None or not self.in_use:
            return beside_bar(lines, bar, size.width)
        return [Line((*line.parts, (" ", "field"))) for line in lines]

    def _in_sight(self, size: Size) -> list[Line]:
        self._follows = self._follows or size != self._room
        self._room = size
        self._caret = None
        if size.width <= 0 or size.height <= 0:
            return [Line()] * size.height
        if self.hint and not self.text:
            lines = self._drawn_hint()[: size.height]
        else:
            rows = self._rows()
            row = self._row_of_cursor(rows)
            self._first = self._first_row(row, len(rows)) if self.several else self._first_letter()
            seen = rows[self._first : self._first + size.height] if self.several else [(self._first, len(self.text))]
            at = row - self._first if self.several else 0
            lines = [self._drawn(y, *places, has_cursor=y == at) for y, places in enumerate(seen)]
        empty = Line(((" " * size.width, "field"),)) if self.in_use else Line()
        return [*lines, *[empty] * (size.height - len(lines))]

    def _first_row(self, row: int, count: int) -> int:
        """The first line in sight."""
        height = self._room.height
        first = self._first
        if self._follows:
            first = max(min(first, row), row - height + 1)
        return max(0, min(first, count - height))

    def _first_letter(self) -> int:
        """The first letter in sight: the cursor in sight, and no room wasted behind the text."""
        if not self.in_use:
            return 0
        room = self._room.width - 1
        first = min(self._first, self.cursor, reach_back(self.text, len(self.text), room))
        return max(first, reach_back(self.text, self.cursor, room))

    def _drawn_hint(self) -> list[Line]:
        """The hint on one line, or on several; the cursor stands on its first letter."""
        width = self._room.width
        if self.several:
            lines = wrapped_lines(self.hint, width, "faint")
        else:
            lines = [Line(((cut(self.hint.replace("\n", " "), width), "faint"),))]
        if not self.in_use:
            return lines
        first = lines[0].text
        behind = _under_cursor(first, 0, len(first))
        self._caret = Offset(0, 0)
        beside = " " * (width - cell_len(first))
        return [Line(((first[:behind], "caret"), (first[behind:] + beside, "faint"))), *lines[1:]]

    def _drawn(self, y: int, begins: int, ends: int, *, has_cursor: bool) -> Line:
        """A line as shown, with what is marked in it and the cursor."""
        text, width = self.text, self._room.width
        end = reach(text, begins, ends, width)
        if not self.in_use:
            goes_on = end < ends and not self.several
            shown = text[begins : reach(text, begins, ends, width - 1)] + "…" if goes_on else text[begins:end]
            return Line(((shown.rstrip(), ""),))
        caret = behind = -1
        if has_cursor:
            caret = self.cursor
            behind = _under_cursor(text, caret, end)
            if not cell_len(text[caret:behind]):
                # Behind the text, and also where spaces hang over the end of the line.
                caret = behind = end = reach(text, begins, min(caret, end), width - 1)
        marked_from, marked_to = (max(begins, min(place, end)) for place in self._span)
        cuts = {begins, end, marked_from, marked_to} | ({caret, behind} if has_cursor else set())
        parts: list[Part] = []
        used = 0
        for start, stop in pairwise(sorted(cuts)):
            manner = "marked" if marked_from <= start < marked_to else "field"
            if start == caret:
                self._caret, manner = Offset(used, y), "caret"
            parts.append((text[start:stop], manner))
            used += cell_len(text[start:stop])
        if has_cursor and caret == end:
            self._caret = Offset(used, y)
            parts.append((" ", "caret"))
            used += 1
        return Line((*parts, (" " * (width - used), "field")))


def _under_cursor(text: str, cursor: int, ends: int) -> int:
    """Where what shows the cursor ends: what has no width cannot, so that it comes to stand on the next letter too."""
    behind = cursor
    while behind < ends and not cell_len(text[cursor:behind]):
        behind = letter_behind(text, behind)
    return behind
