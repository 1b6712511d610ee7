"""A field to pick from: type a part of it without accents, arrows move, Enter takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from rich.cells import cell_len
from textual.geometry import Offset, Size

from moderator.meeting.finding import Findable, Findables
from screens.drawn import Line, Part
from screens.form import Choice, values_of
from screens.row_text import cut
from screens.rows import Rows
from screens.sheet import Sheet
from screens.text_field import TextField

_LEAST_OF_A_LABEL = 50
"""Per cent of a row."""


class PickField(Sheet):
    """A line that is typed into over a list of choices.

    The list opens with the field and closes when a choice was taken, so that a form stays short.

    Attributes:
        field: the line that is typed into.
        rows: what it finds.
        is_open: the list stands under the line.
    """

    def __init__(
        self, choices: Sequence[Choice] = (), proposed: str = "", *, free: str = "", most_rows: int = 7
    ) -> None:
        """Offer choices, with the cursor on the proposed value; `free` words the row that takes the typed text."""
        self._free = free
        self._most_rows = most_rows
        self._taken: str | None = None
        self._taken_value = ""
        self._is_lost = False
        self._entered = False
        self._choices: Sequence[Choice] = ()
        self._values: Sequence[str] = ()
        self._findables: Findables | None = None
        self._sought = ""
        self._places: list[int] = []
        self.field = TextField()
        self.rows = Rows(keeps_cursor=True)
        self.offer(choices, proposed)

    def offer(self, choices: Sequence[Choice], proposed: str) -> None:
        """Offer other choices, with nothing typed and the cursor on the proposed value."""
        if choices is not self._choices:
            self._choices, self._values, self._findables = choices, values_of(choices), None
        self._proposed, self._sought = proposed, ""
        self.clear()
        self.propose(proposed)

    def go_on_with(self, choices: Sequence[Choice]) -> None:
        """Offer what there is to pick by now; what was typed, pointed at or taken stays, as far as it is there.

        Where what it stood for is gone, it stands for nothing: never for what has come into that place.
        """
        at, untouched, taken = self._stands_for(), self._untouched, self._taken
        gone = None
        if taken is not None and not self.is_new and self._taken_value not in values_of(choices):
            gone = next((each for each in self._choices if each.value == self._taken_value), None)
        if choices is not self._choices:
            self._choices, self._values, self._findables = choices, values_of(choices), None
        self._sought = ""
        if gone is not None and self._free:
            self.put_back(f"{gone.called or gone.label}\n")
            return
        self._search()
        self._taken = None if gone is not None else taken
        values = values_of(self._found)
        self._is_lost |= gone is not None or bool(at and not untouched and at not in values)
        self.rows.move_to(values.index(at) if at in values and not untouched else 0)

    def propose(self, value: str) -> None:
        """Put the cursor on a value."""
        if not value and not self.rows.cursor:
            return
        self._is_lost = False
        values = self._values if self._found is self._choices else values_of(self._found)
        if value in values:
            self.rows.move_to(values.index(value))

    def clear(self) -> None:
        """Open the list again, with nothing typed."""
        self.begin_with("")

    def begin_with(self, text: str) -> None:
        """Hold a text as if it had been typed."""
        self.field.begin_with(text)
        self._search_again()

    def _search_again(self) -> None:
        self._taken = None
        self._is_lost = False
        self._search()
        self.rows.begin_again()

    def _search(self) -> None:
        self._found: Sequence[Choice]
        typed = self.field.text.strip()
        if typed:
            # Whoever types on looks among what was found so far: longer fragments find nothing else.
            goes_on = self._sought and typed.startswith(self._sought)
            self._places = self._made_ready().best(typed, sorted(self._places) if goes_on else None)
            new = [Choice(typed, self._free.format(text=typed))] if self._free else []
            self._found = _Found(self._choices, self._places, new)
        else:
            self._found = self._choices
        self._sought = typed
        shown = self._found
        self.rows.show_rows(range(len(shown)), lambda index, width: _drawn(shown[index], width))

    def get_ready(self) -> None:
        """Make the choices ready to be searched."""
        self._made_ready()

    def _made_ready(self) -> Findables:
        if self._findables is None:
            self._findables = Findables()
        # What is offered may have become longer.
        if len(self._findables) < len(self._choices):
            self._findables.add(_findable(self._choices[len(self._findables) :]))
        return self._findables

    # Keys

    def press(self, key: str) -> bool:
        """Arrows go to the list, all else to the line."""
        if key in ("up", "down", "pageup", "pagedown"):
            if self.is_open and self._is_lost:
                # The cursor comes to stand on the first row, and goes on from there.
                self._is_lost = False
                return True
            return not self.is_open or self.rows.press(key)
        return self._typed(lambda: self.field.press(key))

    def type(self, text: str) -> bool:
        """Type into the line."""
        return self._typed(lambda: self.field.type(text))

    def _typed(self, act: Callable[[], bool]) -> bool:
        before = self.field.text
        done = act()
        if self.field.text != before:
            self._search_again()
        return done

    def click(self, at: Offset, times: int) -> None:
        """Put the cursor where the mouse pressed, in the line or in the list."""
        if not at.y:
            self.field.click(at, times)
        elif self.is_open:
            self._is_lost = False
            self.rows.click(at - Offset(0, 1), times)

    def scroll(self, step: int) -> None:
        """Show other choices."""
        self.rows.scroll(step)

    def enter(self) -> None:
        """The keys come here: open the list, unless a choice was taken; what is typed next takes the text's place."""
        self._entered = True
        self.field.select_all()

    def leave(self) -> None:
        """The keys go elsewhere: close the list, and read as what was chosen, from its beginning."""
        self._entered = False
        if self._taken is None and self.typed.strip() and self.value:
            self.take(self.label)

    @property
    def is_open(self) -> bool:
        """Whether the list stands under the line."""
        return self._entered and self._taken is None

    # What it stands for

    @property
    def value(self) -> str:
        """The value under the cursor, what was set from outside, or nothing where nothing matches."""
        if self._taken is not None:
            return self._taken_value
        if self._untouched:
            # Somebody must be meant: Enter on an untouched field takes nobody by chance.
            return ""
        return self._stands_for()

    def _stands_for(self) -> str:
        index = self.rows.cursor
        return self._found[index].value if index < len(self._found) and not self._is_lost else ""

    @property
    def _untouched(self) -> bool:
        return bool(self._free) and not self._proposed and not self.typed.strip() and self.rows.cursor == 0

    @property
    def label(self) -> str:
        """How the value under the cursor reads."""
        index = self.rows.cursor
        return self._found[index].label if index < len(self._found) and not self._is_lost else ""

    @property
    def typed(self) -> str:
        """The text in the line as typed."""
        return self.field.text

    @property
    def kept(self) -> str:
        """What stands here, to be put back later; a line break tells from what was typed what was chosen.

        Behind a text it marks one of one's own that was taken, before a value the choice under the cursor.
        """
        if self._taken is not None and self.is_new:
            return f"{self.typed}\n"
        return f"\n{self.value}" if self.value and not self.typed else self.typed

    def hold(self, value: str) -> None:
        """Stand for a value: of the list, or one of one's own where that may be."""
        if value and self._free and value not in self._values:
            self.put_back(f"{value}\n")
        else:
            self.propose(value)

    def put_back(self, kept: str) -> None:
        """Hold again what was kept; where nothing was, what is proposed stays."""
        if kept.startswith("\n"):
            self.propose(kept.removeprefix("\n"))
        elif kept.endswith("\n") and self._free:
            self.begin_with(kept.removesuffix("\n"))
            self.rows.move_to(len(self._found) - 1)
            self.take(self.label)
        elif kept.strip():
            self.begin_with(kept)

    @property
    def is_new(self) -> bool:
        """Whether the value is something new that was typed, not one of the choices."""
        value = self.value
        return bool(self._free) and value not in self._values

    def take(self, shown: str) -> None:
        """Close the list with the present value, showing it as a text; a new value reads as it was typed."""
        self._taken_value = self.value
        if self.is_new:
            shown = self._taken_value
        self._taken = shown
        self.field.begin_with(shown)

    # As it is drawn

    @property
    def height(self) -> int:
        """How many lines it fills now."""
        return 1 + (max(1, min(self._most_rows, len(self._found))) if self.is_open else 0)

    @property
    def typing(self) -> TextField:
        """The line."""
        return self.field

    @property
    def caret(self) -> Offset | None:
        """The cursor of the line."""
        return self.field.caret

    def lines(self, size: Size) -> list[Line]:
        """The line, and the list while it is open."""
        self.field.in_use = self.in_use
        self.rows.keeps_cursor = not self._is_lost
        # While nothing is typed, the field reads as what it stands for.
        self.field.hint = "" if self._untouched and self._stands_for() else self.label
        line = self.field.lines(Size(size.width, min(1, size.height)))
        rows = self.rows.lines(Size(size.width, size.height - 1)) if self.is_open else ()
        return [*line, *rows]


class _Found(Sequence[Choice]):
    """Choices that were found, each looked up when it is asked for: of a thousand those in sight."""

    def __init__(self, among: Sequence[Choice], places: Sequence[int], new: Sequence[Choice]) -> None:
        self._among, self._places, self._new = among, places, new

    def __len__(self) -> int:
        return len(self._places) + len(self._new)

    @overload
    def __getitem__(self, index: int) -> Choice: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Choice]: ...
    def __getitem__(self, index: int | slice) -> Choice | Sequence[Choice]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if index < len(self._places):
            return self._among[self._places[index]]
        return self._new[index - len(self._places)]


def found_among(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that a fragment finds: by how they are called before what else is said of them, the best first."""
    return [choices[place] for place in Findables(_findable(choices)).best(typed)]


def _findable(choices: Iterable[Choice]) -> Iterator[Findable]:
    return (choice.found_by for choice in choices)


def _drawn(choice: Choice, width: int) -> list[Part]:
    """A row: where both have no room, the label is cut before what else is said, but only so far."""
    if not choice.note:
        return [(choice.label, "")]
    note = f" · {choice.note}"
    room = max(width - cell_len(note), width * _LEAST_OF_A_LABEL // 100)
    return [(cut(choice.label, room), ""), (note, "dim")]
