"""Writes a sheet as an xlsx workbook: filters, a head that stays in sight, real dates, and texts that stay texts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from data.docx_text import clean
from data.paper_file import write_paper_file
from moderator.meeting.sheet import Cell, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FONT: Final = "Times New Roman"
_DATE_FORMAT: Final = "dd/mm/yyyy"
_LONGEST: Final = 32_767  # characters in one cell
_LONGEST_NAME: Final = 31
_TITLE_ROWS: Final = 2  # the title, and a free line under it
_HEAD_ROW: Final = _TITLE_ROWS + 1
_LINE: Final = 15.75  # points
_AROUND: Final = 3.0
_HIGHEST: Final = 409.0  # points that a row may have
_ARROW: Final = 2.5  # letters
_NARROWER: Final = 1.15  # letters of the usual text are narrower than the digits by which columns are measured
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can name
_FIRST_DATE: Final = dt.date(1900, 3, 1)  # before it, workbooks count a day that never was
_UNIX: Final = 3
_PROPERTIES: Final = "docProps/core.xml"
_DATED: Final = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_ESCAPE_LIKE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN_IN_NAME: Final = re.compile(r"[\[\]:*?/\\]")


def write_xlsx(sheet: Sheet, path: Path) -> Path:
    """Write the sheet as a workbook and say where: beside the path when the path is open elsewhere."""
    return write_paper_file(xlsx_bytes(sheet), path)


def xlsx_bytes(sheet: Sheet) -> bytes:
    """The sheet as the content of an xlsx file; the same sheet always gives the same bytes."""
    # The library takes longer to load than a meeting to be read; only who writes a workbook waits for it.
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = _FORBIDDEN_IN_NAME.sub(" ", clean(sheet.name))[:_LONGEST_NAME]
    _fill(page, sheet)
    _lay_out(page, sheet)
    _set_properties(book, sheet)
    saved = BytesIO()
    book.save(saved)
    return _without_hours(saved)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    thin = Side(style="thin")
    grid = Border(left=thin, right=thin, top=thin, bottom=thin)
    bold, plain = Font(name=_FONT, size=12, bold=True), Font(name=_FONT, size=12)
    _put(page.cell(1, 1), sheet.title)
    page.cell(1, 1).font = Font(name=_FONT, size=14, bold=True)
    page.cell(1, 1).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(sheet.columns))
    page.row_dimensions[1].height = 20 * (1 + sheet.title.count("\n"))
    widths = [column.width for column in sheet.columns]
    # The arrow of the filter stands beside the heading.
    page.row_dimensions[_HEAD_ROW].height = _height(
        [column.title for column in sheet.columns], [width - _ARROW for width in widths]
    )
    for number, column in enumerate(sheet.columns, 1):
        head = page.cell(_HEAD_ROW, number)
        _put(head, column.title)
        head.font, head.border = bold, grid
        head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    looks = [
        Alignment(horizontal="center" if column.align == "centre" else "left", vertical="top", wrap_text=True)
        for column in sheet.columns
    ]
    for place, row in enumerate(sheet.rows, _HEAD_ROW + 1):
        for number, value in enumerate(row, 1):
            cell = page.cell(place, number)
            _put(cell, value)
            cell.font, cell.border, cell.alignment = plain, grid, looks[number - 1]
        page.row_dimensions[place].height = _height(row, widths)


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """The points that a row takes: not every program finds out by itself how high wrapped texts stand."""
    lines = (_lines(value, width) if isinstance(value, str) else 1 for value, width in zip(row, widths, strict=True))
    return min(max(lines, default=1) * _LINE + _AROUND, _HIGHEST)


def _lines(text: str, width: float) -> int:
    """Into about how many lines a text is wrapped in a cell that is so many letters wide."""
    count, width = 0, width * _NARROWER
    for line in text.splitlines() or [""]:
        count, reached = count + 1, 0.0
        for word in line.split():
            reached += len(word) + (reached > 0)
            if reached > width:
                count, reached = count + 1, float(len(word))
            while reached > width > 1:
                count, reached = count + 1, reached - width
    return count


def _put(cell: Any, value: Cell) -> None:
    """Put a value into a cell; a text is one whatever it begins with, also when somebody edits it."""
    if isinstance(value, dt.date) and value >= _FIRST_DATE:
        cell.value = value
        cell.number_format = _DATE_FORMAT
    elif isinstance(value, int):
        cell.value = value
    elif value is not None:
        text = clean(value if isinstance(value, str) else value.isoformat())
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _ESCAPE_LIKE.sub("_x005F_", text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        cell.value = text[:_LONGEST]
        cell.data_type = "s"
        if text[:1] in ("=", "+", "-", "@", "'", "#"):
            cell.quotePrefix = True


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    last = get_column_letter(len(sheet.columns))
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.auto_filter.ref = f"A{_HEAD_ROW}:{last}{_HEAD_ROW + len(sheet.rows)}"
    page.freeze_panes = f"A{_HEAD_ROW + 1}"
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top = page.page_margins.bottom = 0.79
    page.oddHeader.center.text = "&P"
    page.HeaderFooter.differentFirst = True


def _set_properties(book: Workbook, sheet: Sheet) -> None:
    """Name the body and the table; people stay out."""
    properties = book.properties
    properties.creator = properties.lastModifiedBy = " ".join(clean(sheet.issuer).split())
    properties.title = " ".join(clean(sheet.title).split())
    properties.language = "vi-VN"


def _without_hours(saved: BytesIO) -> bytes:
    """Rewrite the saved package without the hour of writing."""
    result = BytesIO()
    with ZipFile(saved) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:
                content = _DATED.sub(b"", content)
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            target.writestr(entry, content)
    return result.getvalue()
