"""Puts a finished paper on the disk, beside its path when another program holds it open there."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from data.durable import make_folder, replace


def write_paper_file(content: bytes, path: Path) -> Path:
    """Write the content and say where: beside the path, under a numbered name, when the path is open elsewhere."""
    make_folder(path.parent)
    try:
        replace(path, content)
    except PermissionError:
        free = _free_name(path)
        replace(free, content)
        return free
    return path


def _free_name(path: Path) -> Path:
    # A numbered paper that already stands may hold somebody's corrections.
    candidates = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(candidate for candidate in candidates if not candidate.exists())
