"""What stands in a pane: something that draws its lines and takes the keys, without being a widget of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.geometry import Offset, Size
from textual.message import Message

from screens.drawn import Line

if TYPE_CHECKING:
    from screens.pane import Pane
    from screens.text_field import TextField


class Sheet:
    """Drawn into a pane as large as there is room.

    To put one up, or another in its place, lays out nothing: that is why a box opens as fast as a line changes.

    Attributes:
        pane: the widget it stands in, None while it stands nowhere.
        in_use: the keys go to it.
    """

    pane: Pane | None = None
    in_use = False

    def lines(self, size: Size) -> Sequence[Line]:
        """Draw it anew for a room, from its first line on."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Take a key; False for one that means nothing here."""
        return False

    def type(self, text: str) -> bool:
        """Take what was typed or pasted; False where nothing can be typed."""
        field = self.typing
        if field is None:
            return False
        field.insert(text)
        return True

    def click(self, at: Offset, times: int) -> None:
        """Take a click of the mouse, the second or third of a row for times 2 or 3."""

    def scroll(self, step: int) -> None:
        """Show what stands so many lines further down."""

    @property
    def typing(self) -> TextField | None:
        """The field that is typed into, None for none."""
        return None

    @property
    def caret(self) -> Offset | None:
        """Where the next letter will stand, as it was last drawn: input methods open their windows there."""
        return None

    def tell(self, message: Message) -> None:
        """Tell the screen something; a sheet that stands nowhere tells nobody."""
        if self.pane is not None:
            self.pane.app.post_message(message)

    def redraw(self) -> None:
        """Show what has changed otherwise than by a key or the mouse."""
        if self.pane is not None:
            self.pane.redraw()
