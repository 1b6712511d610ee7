"""Workbooks read back: dates are dates, texts stay texts, the head stays in sight."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.xlsx_writer import write_xlsx, xlsx_bytes
from moderator.meeting.sheet import Cell, Sheet, SheetColumn

COLUMNS = (SheetColumn("STT", 6, "centre"), SheetColumn("Nội dung", 50), SheetColumn("Thời hạn", 13, "centre"))
HEAD = 3


def sheet(*rows: tuple[Cell, ...], name: str = "Tổng hợp") -> Sheet:
    return Sheet(name=name, title="BẢNG TỔNG HỢP\nnăm 2026", issuer="UBND XÃ LONG PHỤNG", columns=COLUMNS, rows=rows)


def read(written: Sheet) -> Any:
    return openpyxl.load_workbook(BytesIO(xlsx_bytes(written))).active


def text_back(text: str) -> Any:
    return read(sheet((1, text, None))).cell(HEAD + 1, 2)


def test_numbers_texts_and_dates_are_what_they_are() -> None:
    page = read(sheet((4, "Sửa đường", dt.date(2026, 12, 28)), (5, "", None)))
    assert page["A1"].value == "BẢNG TỔNG HỢP\nnăm 2026"
    assert [cell.value for cell in page[HEAD]] == ["STT", "Nội dung", "Thời hạn"]
    assert [cell.value for cell in page[HEAD + 1]] == [4, "Sửa đường", dt.datetime(2026, 12, 28)]
    due = page.cell(HEAD + 1, 3)
    assert due.is_date
    assert due.number_format == "dd/mm/yyyy"
    assert page.cell(HEAD + 2, 3).value is None


@pytest.mark.parametrize("text", ["=1+1", "+84 900", "-5", "@SUM(A1)", "#N/A", '=HYPERLINK("http://a")', "1E5", "TRUE"])
def test_a_text_is_never_a_formula_an_error_or_a_number(text: str) -> None:
    cell = text_back(text)
    assert (cell.value, cell.data_type) == (text, "s")
    # Excel would make a formula of it as soon as somebody edits the cell.
    assert bool(cell.quotePrefix) == (text[0] in "=+-@#")


def test_what_looks_like_an_escape_of_the_format_is_kept() -> None:
    # The format reads _x0041_ as "A"; what was typed so is written with its first sign escaped.
    assert text_back("_x0041_ và _x000D_, _x_").value == "_x005F_x0041_ và _x005F_x000D_, _x_"


def test_blanks_and_line_breaks_are_kept() -> None:
    assert text_back("  hai dòng\nthứ hai ").value == "  hai dòng\nthứ hai "


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    value = text_back(text).value
    assert isinstance(value, str) or not text
    kept = "".join(c for c in text if c.isprintable() and c not in "\r_")
    assert all(character in (value or "") for character in kept)


def test_a_text_longer_than_a_cell_holds_is_cut_in_sight() -> None:
    value = text_back("a" * 40_000).value
    assert len(value) == 32_767
    assert value.endswith("…")


def test_a_day_that_no_workbook_knows_is_told_as_text() -> None:
    assert read(sheet((1, "", dt.date(1890, 5, 1)))).cell(HEAD + 1, 3).value == "1890-05-01"


def test_the_head_stays_in_sight_repeats_in_print_and_filters() -> None:
    page = read(sheet((1, "a", None), (2, "b", None)))
    assert page.freeze_panes == f"A{HEAD + 1}"
    assert page.auto_filter.ref == f"A{HEAD}:C{HEAD + 2}"
    assert page.print_title_rows == f"${HEAD}:${HEAD}"


def test_it_prints_on_lying_a4_as_wide_as_the_page() -> None:
    page = read(sheet((1, "a", None)))
    assert page.page_setup.orientation == "landscape"
    assert int(page.page_setup.paperSize) == 9
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert [page.column_dimensions[letter].width for letter in "ABC"] == [6, 50, 13]


def test_a_row_is_as_high_as_its_wrapped_texts_for_programs_that_do_not_find_out() -> None:
    page = read(
        sheet((1, "Đường", None), (2, "Đường thôn ngập " * 20, None), (3, "a\nb\nc", None), (4, "M" * 9000, None))
    )
    one, many, three, most = (page.row_dimensions[HEAD + place].height for place in (1, 2, 3, 4))
    assert 15 <= one < 22
    assert 6 * 15 <= many < 9 * 18
    assert 3 * 15 <= three < 4 * 17
    assert most == 409


def test_a_heading_that_is_wrapped_is_seen_whole() -> None:
    columns = (SheetColumn("Số, ký hiệu văn bản trả lời", 12),)
    assert read(Sheet(name="a", title="b", issuer="c", columns=columns)).row_dimensions[HEAD].height >= 45


def test_a_name_that_no_tab_may_have_is_mended() -> None:
    assert read(sheet(name="[a]/b:c*" + "d" * 40)).title == " a  b c " + "d" * 23


def test_the_same_sheet_gives_the_same_bytes_and_tells_neither_hour_nor_person() -> None:
    written = sheet((1, "a", dt.date(2026, 1, 2)))
    content = xlsx_bytes(written)
    assert content == xlsx_bytes(written)
    with ZipFile(BytesIO(content)) as package:
        properties = package.read("docProps/core.xml").decode()
        assert all(entry.date_time[0] == 1980 for entry in package.infolist())
    assert "created" not in properties
    assert "UBND XÃ LONG PHỤNG" in properties
    assert "openpyxl" not in properties


def test_it_is_written_where_it_says(tmp_path: Path) -> None:
    path = tmp_path / "giấy tờ" / "bang.xlsx"
    assert write_xlsx(sheet(), path) == path
    assert openpyxl.load_workbook(path).active is not None


def test_a_row_must_fit_the_columns() -> None:
    with pytest.raises(ValueError, match="row 1 has 2 cells for 3 columns"):
        sheet((1, "a"))
