"""Boxes: where an act asks for what it needs, while the floor above goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens.form import Choice
from screens.picker import Picker


def tell(line: Static, text: str) -> None:
    """Have a line say something; the same again costs nothing, while Textual would lay out the screen anew."""
    if str(line.content) != text:
        line.update(Content(text))


class Box(Vertical):
    """Something that asks, in the place of the writing field until it is closed.

    Attributes:
        ready: the keys go to it; until then they wait.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False, priority=True)]

    act: str | None = None
    """The act whose form this is; None where it is no form."""

    @dataclass
    class Closed(Message):
        """The box was left without giving anything more."""

        box: Box

    def __init__(self, title: str, hint: str) -> None:
        """Head the box with a title; the hint says which keys end it."""
        super().__init__(classes="box")
        self.ready = False
        self.heading = Static(Content(title), classes="box-title")
        self.hint = Static(Content(hint), classes="box-hint")

    def on_descendant_focus(self) -> None:
        """The keys go to the box by now."""
        self.ready = True

    def action_close(self) -> None:
        """Leave the box."""
        self.post_message(self.Closed(self))

    @property
    def touched(self) -> bool:
        """Whether something stands in the box that would be lost with it."""
        return False

    def give(self) -> None:
        """Give what the box asked for; a box that asks for nothing ignores it."""

    def follow(self) -> None:
        """Show the meeting as it is after a change; a box whose questions stay the same ignores it."""

    def refuse(self, sentence: str) -> None:
        """Say why what was given was not taken; a box that asks for nothing ignores it."""

    def leave(self) -> None:
        """Let the keys go elsewhere; what the box keeps for the next time, it keeps."""
        self.trap_focus(False)


class PickBox(Box):
    """One choice among many: the palette."""

    @dataclass
    class Picked(Message):
        """Something was chosen."""

        box: PickBox
        value: str

    def __init__(
        self, title: str, hint: str, nothing: str, choices: Sequence[Choice], rows: int, proposed: str = ""
    ) -> None:
        """Offer the choices, so many in sight at once; `nothing` is said when none matches or nothing was meant yet."""
        super().__init__(title, hint)
        self._nothing = nothing
        self._proposed = proposed
        self._picker = Picker(choices, proposed, rows=rows)

    def compose(self) -> ComposeResult:
        """Title, field and list."""
        yield self.heading
        yield self._picker
        yield self.hint

    def on_mount(self) -> None:
        """Begin typing."""
        self.trap_focus()
        self.screen.set_focus(self._picker.input)

    @on(Picker.Taken)
    def _taken(self, event: Picker.Taken) -> None:
        event.stop()
        # One stray Enter does nothing: something was proposed, typed or pointed at.
        meant = self._proposed or event.picker.typed.strip() or event.picker.rows.cursor
        if event.picker.value and meant:
            self.post_message(self.Picked(self, event.picker.value))
        elif event.picker.typed.strip():
            tell(self.hint, self._nothing)


class PageBox(Box):
    """Something to read; another key than the one that asked may confirm it."""

    @dataclass
    class Confirmed(Message):
        """The confirming key was pressed."""

        box: PageBox

    def __init__(self, title: str, hint: str, text: Content, confirming: str | None = None) -> None:
        """Show a text; `confirming` is the key that confirms, where there is something to confirm."""
        super().__init__(title, hint)
        self._page = VerticalScroll(Static(text), classes="page", can_focus=True)
        self._confirming = confirming

    def compose(self) -> ComposeResult:
        """Title, text and hint."""
        yield self.heading
        yield self._page
        yield self.hint

    def on_mount(self) -> None:
        """Let the arrows scroll, and the confirming key confirm."""
        self.trap_focus()
        self._page.focus()
        if self._confirming is not None:
            self._bindings.bind(self._confirming, "confirm", show=False, priority=True)

    def action_confirm(self) -> None:
        """Confirm."""
        self.post_message(self.Confirmed(self))
