"""Boxes: where an act asks for what it needs, while the floor above goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Offset, Size
from textual.message import Message

from screens.drawn import Line, Part
from screens.form import Choice
from screens.pick_field import PickField
from screens.scrolling import beside_bar, thumb
from screens.sheet import Sheet
from screens.text_field import TextField
from screens.wrapping import wrapped, wrapped_lines

_GROUND = "quiet"
_MOST_OF_A_PROBLEM = 3


class Box(Sheet):
    """Something that asks, in the place of the writing field until it is closed.

    Attributes:
        title: what stands over it.
        hint: which keys end it.
        problem: what is wrong with what was given; nothing while nothing is.
        act: the act that it asks for; None where it is a page or a list.
        gives_way: nothing is typed here, and what is typed all the same is meant for what lies below.
        is_open: it stands in a pane.
    """

    act: str | None = None
    gives_way = False

    @dataclass
    class Closed(Message):
        """The box was left without giving anything more."""

        box: Box

    def __init__(self, title: str, hint: str) -> None:
        """Head the box with a title; the hint says which keys end it."""
        self.title = title
        self.hint = hint
        self.problem = ""
        self.room = Size(0, 0)

    @property
    def is_open(self) -> bool:
        """Whether it stands in a pane."""
        return self.pane is not None

    def press(self, key: str) -> bool:
        """Esc leaves the box."""
        if key != "escape":
            return False
        self.close()
        return True

    def close(self) -> None:
        """Leave the box."""
        self.tell(self.Closed(self))

    @property
    def touched(self) -> bool:
        """Whether something stands in the box that would be lost with it."""
        return False

    def give(self) -> None:
        """Give what the box asked for; a box that asks for nothing ignores it."""

    def follow(self) -> None:
        """Take the meeting as it is after a change; a box whose questions stay the same ignores it."""

    def refuse(self, sentence: str) -> None:
        """Say why what was given was not taken; what was filled in stays."""
        self.problem = sentence
        self.redraw()

    def leave(self) -> None:
        """The keys go elsewhere; what the box keeps for the next time, it keeps."""

    # As it is drawn: title, body, foot, problem, hint

    def lines(self, size: Size) -> list[Line]:
        """The title above, what is wrong and the keys below, and between them what the box is about."""
        self.room = size
        foot = [*self.foot(size), *wrapped_lines(self.problem, size.width, "bad")[:_MOST_OF_A_PROBLEM]]
        room = Size(size.width, max(0, size.height - 2 - len(foot)))
        body = [*self.body(room)][: room.height]
        below = [*body, *[Line()] * (room.height - len(body)), *foot, Line(((self.hint, "dim"),))]
        return [Line(((self.title, ""),), "title"), *(Line(line.parts, line.ground or _GROUND) for line in below)]

    def body(self, size: Size) -> Sequence[Line]:
        """What the box is about."""
        raise NotImplementedError

    def foot(self, size: Size) -> Sequence[Line]:
        """What stands over the keys, in the room of the whole box."""
        return ()

    def click(self, at: Offset, times: int) -> None:
        """Hand a click below the title to the body."""
        if at.y:
            self.click_body(at - Offset(0, 1), times)

    def click_body(self, at: Offset, times: int) -> None:
        """Take a click in the body."""


class PickBox(Box):
    """One choice among many: the palette."""

    @dataclass
    class Picked(Message):
        """Something was chosen."""

        box: PickBox
        value: str

    def __init__(self, title: str, hint: str, nothing: str, choices: Sequence[Choice], proposed: str = "") -> None:
        """Offer the choices; `nothing` is said when none matches or nothing was meant yet."""
        super().__init__(title, hint)
        self._nothing = nothing
        self._proposed = proposed
        self.picker = PickField(choices, proposed, most_rows=len(choices))
        self.picker.enter()

    def body(self, size: Size) -> Sequence[Line]:
        """The line that is typed into and what it finds."""
        self.picker.in_use = self.in_use
        return self.picker.lines(size)

    @property
    def typing(self) -> TextField:
        """The line that is typed into."""
        return self.picker.field

    @property
    def caret(self) -> Offset | None:
        """In the line under the title."""
        caret = self.picker.caret
        return None if caret is None else caret + Offset(0, 1)

    def press(self, key: str) -> bool:
        """Enter takes what is under the cursor."""
        self.problem = ""
        if key == "enter":
            self.give()
            return True
        return self.picker.press(key) or super().press(key)

    def type(self, text: str) -> bool:
        """Type a part of what is meant."""
        self.problem = ""
        return self.picker.type(text)

    def click_body(self, at: Offset, times: int) -> None:
        """Put the cursor on what is pressed; pressed twice, it is taken."""
        self.picker.click(at, times)
        if at.y and times == 2:
            self.give()

    def scroll(self, step: int) -> None:
        """Show other choices."""
        self.picker.rows.scroll(step)

    def give(self) -> None:
        """Take what is under the cursor; one stray Enter does nothing."""
        meant = self._proposed or self.picker.typed.strip() or self.picker.rows.cursor
        if self.picker.value and meant:
            self.picked(self.picker.value)
        elif self.picker.typed.strip():
            self.refuse(self._nothing)

    def picked(self, value: str) -> None:
        """Tell what was chosen."""
        self.tell(self.Picked(self, value))


class PageBox(Box):
    """Something to read; another key than the one that asked may confirm it."""

    @dataclass
    class Confirmed(Message):
        """The confirming key was pressed."""

        box: PageBox

    def __init__(self, title: str, hint: str, text: Sequence[Part], confirming: str | None = None) -> None:
        """Show a text; `confirming` is the key that confirms, where there is something to confirm."""
        super().__init__(title, hint)
        self.text = text
        self.gives_way = confirming is None
        self._confirming = confirming
        self._top = 0
        self._most = 0
        self._page = 1

    def press(self, key: str) -> bool:
        """Arrows and pages scroll, the confirming key confirms."""
        steps = {
            "up": -1,
            "down": 1,
            "pageup": -self._page,
            "pagedown": self._page,
            "space": self._page,
            "home": -self._most,
            "end": self._most,
        }
        if key in steps:
            self.scroll(steps[key])
        elif key == self._confirming:
            self.tell(self.Confirmed(self))
        else:
            return super().press(key)
        return True

    def scroll(self, step: int) -> None:
        """Show what stands further down."""
        self._top = max(0, min(self._top + step, self._most))

    def body(self, size: Size) -> Sequence[Line]:
        """As much of the text as there is room for, and where in it that stands."""
        height, lines = size.height, wrapped(self.text, size.width - 2)
        self._page, self._most = max(1, height - 1), max(0, len(lines) - height)
        self._top = min(self._top, self._most)
        seen = lines[self._top : self._top + height]
        return beside_bar([Line(parts) for parts in seen], thumb(self._top, height, len(lines)), size.width)
