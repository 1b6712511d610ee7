"""The colours of what is drawn line by line, by the theme.

They are mixed here and not by rules of the style sheet: those of twenty manners, worked out for each widget anew, would
be a good part of the time until the first picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color

_TEXT = "text"
_TEXT_SHARE = 0.87


class Ink(NamedTuple):
    """How a piece of text looks.

    Attributes:
        color: a colour of the theme, or white; the colour of what it is laid over, where it is empty.
        share: how much of it shows, the ground lets the rest through.
        on: a colour of the theme to stand on; empty for the ground as it is.
    """

    color: str = ""
    share: float = 1.0
    on: str = ""
    bold: bool = False
    italic: bool = False


MANNERS: Mapping[str, Ink] = {
    "strong": Ink(bold=True),
    "dim": Ink("foreground", share=0.6),
    "faint": Ink("foreground", share=0.38),
    "said": Ink(italic=True),
    "good": Ink("text-success", bold=True),
    "warn": Ink("text-warning", bold=True),
    "bad": Ink("text-error", bold=True),
    "accent": Ink("text-accent", bold=True),
    "thumb": Ink("primary"),
    "chosen": Ink(_TEXT, on="primary", bold=True),
    "field": Ink(on="panel"),
    "marked": Ink(on="input-selection-background"),
    "caret": Ink("input-cursor-foreground", on="input-cursor-background"),
}
"""Manners of a piece of a line."""

GROUNDS: Mapping[str, Ink] = {
    "head": Ink("white", on="error-darken-2", bold=True),
    "title": Ink(_TEXT, on="primary", bold=True),
    "heading": Ink(_TEXT, on="surface", bold=True),
    "quiet": Ink(on="surface"),
    "alarm": Ink("white", on="error", bold=True),
}
"""Grounds of a whole line."""


def inked(over: Style, ink: Ink, theme: Mapping[str, str]) -> Style:
    """A style that is laid over another, in the colours of a theme."""
    ground = Color.from_rich_color(over.bgcolor)
    if ink.on:
        ground += Color.parse(theme[ink.on])
    color = over.color
    if ink.color == _TEXT:
        color = (ground + ground.get_contrast_text(_TEXT_SHARE)).rich_color
    elif ink.color:
        wanted = Color.parse(theme.get(ink.color, ink.color))
        color = (ground + wanted.multiply_alpha(ink.share)).rich_color
    return over + Style(color=color, bgcolor=ground.rich_color, bold=ink.bold or None, italic=ink.italic or None)
