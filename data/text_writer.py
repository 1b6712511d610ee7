"""Writes a plain text, as every editor of an office opens it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from data.docx_text import clean
from data.paper_file import write_paper_file

_MARK: Final = "\ufeff"  # without it, old editors take Vietnamese for another encoding


def write_text(text: str, path: Path) -> Path:
    """Write the text and say where: beside the path when the path is open elsewhere."""
    lines = clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return write_paper_file((_MARK + "".join(f"{line}\r\n" for line in lines)).encode(), path)
