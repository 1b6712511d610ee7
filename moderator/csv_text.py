"""Rows as CSV: what people typed comes out as they typed it, so that a script reads the same text as the screen shows.

CSV knows no kinds of cells. A sign put before "=1+1" to keep a spreadsheet from reckoning would change the text for
every other reader, and "- Sửa đường" and "+84 ..." with it; the paper `summary_xlsx` has cells that are text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV text, without the last line's end."""
    told = io.StringIO()
    csv.writer(told, lineterminator="\n").writerows(rows)
    return told.getvalue().removesuffix("\n")
