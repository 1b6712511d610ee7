"""A sheet of a workbook as plain values: its title, its columns, and rows of texts, numbers and dates."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

Cell = str | int | dt.date | None


class SheetColumn(Struct, frozen=True):
    """A column: its heading, its width in characters, how its cells are aligned."""

    title: str
    width: float
    align: Literal["left", "centre"] = "left"


class Sheet(Struct, frozen=True, kw_only=True):
    """A table to sort and filter; every row has one cell per column.

    Attributes:
        name: what the tab says.
        title: stands above the table in one or more lines.
        issuer: the body that the workbook comes from.
    """

    name: str
    title: str
    issuer: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells for {len(self.columns)} columns")
