"""Literal text as WordprocessingML: nothing that people typed can become markup or break the file."""

from __future__ import annotations

import re

# XML 1.0 has no way to write these, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("(\r\n|\r|\n|\t)")


def clean(text: str) -> str:
    """The text with every character that XML forbids replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """The cleaned text with the specials of XML escaped."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run_xml(text: str, look: str = "") -> str:
    """A run of text with its properties; line breaks and tabs in the text stay what they are."""
    if not text:
        return ""
    content = escape(text)
    if "\n" in content or "\t" in content or "\r" in content:
        inside = "".join(_piece(piece) for piece in _BREAKS.split(content))
    else:
        inside = _piece(content)
    return f"<w:r>{look}{inside}</w:r>"


def _piece(piece: str) -> str:
    if not piece:
        return ""
    if piece == "\t":
        return "<w:tab/>"
    if piece in ("\r\n", "\r", "\n"):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{piece}</w:t>'
