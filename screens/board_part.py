"""The board on the home screen: which lines it shows, in which groups, and the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from screens import board_view
from screens.board_view import CHOOSINGS, GROUPINGS, BoardLine, Choosing, Grouping, GroupLine, OwedLine
from screens.drawn import Part
from screens.home_list import ListPart
from screens.home_view import Kept
from screens.words import Words


class BoardPart(ListPart):
    """What is owed, by last day or in groups; the cursor is always on a line that can be worked on.

    Attributes:
        choosing: the kind of lines that are shown.
        grouping: what the lines are grouped by.
    """

    def __init__(self, words: Words, choosing: Choosing = CHOOSINGS[0], grouping: Grouping = GROUPINGS[0]) -> None:
        """Begin with nothing owed."""
        super().__init__("owed", words)
        self.choosing = choosing
        self.grouping = grouping
        self._chosen: list[OwedLine] = []
        self._found: list[OwedLine] = []
        self._board: list[BoardLine] = []

    def show(self, kept: Kept, typed: str) -> None:
        """Show the lines that the choice and a search leave."""
        words = self.words
        self._chosen = board_view.chosen_owed(board_view.ordered_owed(kept.owed), self.choosing)
        self._found = board_view.found_owed(self._chosen, typed, words)
        self._board = board = board_view.grouped_owed(self._found, self.grouping, words, typed)
        by = self.grouping
        self.show_rows(
            _keys_of(board),
            lambda index, width: board_view.board_row(board[index], width, words, by),
            words("home.none_found", typed=typed) if self._chosen else self._nothing(),
        )
        self._off_heading(1)

    def _nothing(self) -> str:
        if self.choosing == "open":
            return self.words("home.no_owed")
        return self.words("board.none_chosen", choosing=self.words(f"board.choosing.{self.choosing}"))

    def head(self) -> list[Part]:
        """How many lines there are, which ones, and how urgent they are."""
        return board_view.board_heading(
            self._found, self._chosen, self.words, self.choosing, self.grouping, self.heading_room
        )

    @property
    def line(self) -> OwedLine | None:
        """The line under the cursor, None where there is none."""
        line = self._board[self.rows.cursor] if self._board else None
        return line if isinstance(line, OwedLine) else None

    @property
    def place(self) -> str:
        """The village under which the line under the cursor stands, empty where it stands under none."""
        headings = (line for line in reversed(self._board[: self.rows.cursor]) if isinstance(line, GroupLine))
        return next((heading.place for heading in headings), "")

    @property
    def meeting(self) -> str:
        """Id of the meeting of the line under the cursor."""
        return self.line.meeting if self.line else ""

    def details(self, width: int) -> list[Part]:
        """All about the line under the cursor."""
        return board_view.owed_details(self.line, width, self.words) if self.line else []

    def hint(self) -> str:
        """What can be done about it."""
        return board_view.owed_hint(self.line, self.words, self.place) if self.line else ""

    def group(self) -> None:
        """Group by the next thing."""
        self.grouping = GROUPINGS[(GROUPINGS.index(self.grouping) + 1) % len(GROUPINGS)]

    def choose(self) -> None:
        """Show the next kind of lines."""
        self.choosing = CHOOSINGS[(CHOOSINGS.index(self.choosing) + 1) % len(CHOOSINGS)]

    def go_to(self, key: tuple[str, int, str]) -> None:
        """Put the cursor on a line, where it is shown."""
        for index, line in enumerate(self._board):
            if isinstance(line, OwedLine) and line.key == key:
                self.rows.move_to(index)
                return

    def begin(self) -> None:
        """Put the cursor on the first line."""
        super().begin()
        self._off_heading(1)

    def move(self, step: int) -> None:
        """Move by lines."""
        super().move(step)
        self._off_heading(step)

    def page(self, step: int) -> None:
        """Move by as many rows as are in sight."""
        super().page(step)
        self._off_heading(step)

    def _off_heading(self, step: int) -> None:
        """A line that can be worked on follows each heading."""
        if self._board and self.line is None:
            self.rows.move_to(self.rows.cursor + ((step if self.rows.cursor else 0) or 1))


def _keys_of(board: Sequence[BoardLine]) -> list[tuple[object, ...]]:
    """What each row stands for; a line that stands in several groups is another row in each."""
    keys: list[tuple[object, ...]] = []
    group = ""
    for line in board:
        if isinstance(line, GroupLine):
            group = line.title
            keys.append((group,))
        else:
            keys.append((group, *line.key))
    return keys
