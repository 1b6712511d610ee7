"""Rows as CSV, in which a spreadsheet shows every cell as it is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# What a spreadsheet would take for a formula, from the first sign of a cell.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV text, without the last line's end."""
    told = io.StringIO()
    csv.writer(told, lineterminator="\n").writerows([_as_text(cell) for cell in row] for row in rows)
    return told.getvalue().rstrip("\n")


def _as_text(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_SIGNS) else text
