"""The widget in which sheets stand."""

from __future__ import annotations

from textual.events import Click, Key, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, Paste
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from screens.drawn import Lines
from screens.sheet import Sheet
from screens.soon import Soon

_WHEEL = 3
_COPIES = ("ctrl+c", "super+c", "ctrl+insert")
_CUTS = ("ctrl+x", "super+x", "shift+delete")
_PASTES = ("ctrl+v", "super+v", "shift+insert")


class Pane(Lines, can_focus=True):
    """Shows one sheet at a time and hands it keys, clicks and what is pasted.

    Attributes:
        sheet: what stands in it.
    """

    def __init__(self, sheet: Sheet, *, edge: str = "", id: str | None = None, classes: str | None = None) -> None:
        """Begin with a sheet."""
        super().__init__(edge=edge, id=id, classes=classes)
        self.sheet = sheet
        sheet.pane = self
        self._drawn_in = Size(0, 0)
        self._is_stale = True
        self._draw_soon = Soon(self, self._draw)
        self._pressed: Offset | None = None
        self._marks = False

    def put(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.sheet.in_use = False
        self.sheet.pane = None
        self.sheet = sheet
        sheet.pane = self
        sheet.in_use = self.has_focus
        self.redraw()

    def get_ready(self, sheet: Sheet) -> None:
        """Draw a sheet before it is put up for the first time."""
        sheet.in_use = True
        self.drawn(sheet.lines(self._room))
        sheet.in_use = False

    @property
    def _room(self) -> Size:
        """What a sheet has, without a cell at either side."""
        width, height = self.size
        return Size(max(0, width - 2), height)

    def redraw(self) -> None:
        """Draw what has changed, once for all that changes together."""
        self._is_stale = True
        self._draw_soon()

    def _draw(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        self._drawn_in = self.size
        self.sheet.in_use = self.has_focus
        room = self._room
        self.show(self.sheet.lines(room) if room else ())
        caret = self.sheet.caret
        if caret is not None and self.has_focus:
            self.app.cursor_position = self.content_region.offset + caret + Offset(1, 0)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is asked for; the first picture in a new room is drawn before anybody tells of the room."""
        if self._drawn_in != self.size:
            self._is_stale = True
        self._draw()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.redraw()

    def on_focus(self) -> None:
        """Show where the keys go."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.redraw()

    def on_key(self, event: Key) -> None:
        """Hand a key to the sheet; what it does not want goes on."""
        sheet = self.sheet
        typed = event.character if event.is_printable else None
        if self._clipped(event.key) or sheet.press(event.key) or (typed is not None and sheet.type(typed)):
            event.stop()
            event.prevent_default()
            self.redraw()

    def on_paste(self, event: Paste) -> None:
        """Hand over what was pasted into the terminal."""
        event.stop()
        if self.sheet.type(event.text):
            self.redraw()

    def _clipped(self, key: str) -> bool:
        """Copy, cut or paste."""
        field = self.sheet.typing
        if field is None or key not in (*_COPIES, *_CUTS, *_PASTES):
            return False
        if key in _PASTES:
            self.sheet.type(self.app.clipboard)
        elif field.selected:
            self.app.copy_to_clipboard(field.selected)
            if key in _CUTS:
                # By its key, so that whoever looks at what is typed sees it go.
                self.sheet.press("delete")
        return True

    def on_mouse_down(self, event: MouseDown) -> None:
        """Remember where the mouse was pressed: it may mark from there."""
        self._pressed, self._marks = self._place_of(event), False

    def on_mouse_move(self, event: MouseMove) -> None:
        """Mark what the mouse goes over in the field that is typed into, from where it was pressed."""
        at, pressed = self._place_of(event), self._pressed
        if event.button != 1 or at is None or pressed is None or not (self._marks or self._begins_to_mark(pressed, at)):
            return
        field, caret = self.sheet.typing, self.sheet.caret
        if field is not None and field.caret is not None and caret is not None:
            # The field begins where its own cursor is that of the sheet.
            field.mark_to(at - (caret - field.caret))
            self.redraw()

    def _begins_to_mark(self, pressed: Offset, at: Offset) -> bool:
        """Go where the mouse was pressed, if that is in a text."""
        if at != pressed and self.sheet.typing is not None:
            self.sheet.click(pressed, 1)
            self._is_stale = True
            self._draw()
            caret = self.sheet.caret
            self._marks = caret is not None and caret.y == pressed.y
            self._pressed = pressed if self._marks else None
        return self._marks

    def on_click(self, event: Click) -> None:
        """Hand over where the mouse pressed, unless it marked."""
        at = self._place_of(event)
        if at is not None and not self._marks:
            self.sheet.click(at, event.chain)
            self.redraw()

    def _place_of(self, event: MouseEvent) -> Offset | None:
        """Where the mouse is in the sheet."""
        at = event.get_content_offset(self)
        return None if at is None else at - Offset(1, 0)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Show what stands further down."""
        self._scroll(_WHEEL)
        event.stop()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Show what stands further up."""
        self._scroll(-_WHEEL)
        event.stop()

    def _scroll(self, step: int) -> None:
        self.sheet.scroll(step)
        self.redraw()
