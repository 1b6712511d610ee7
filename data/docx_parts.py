"""The smallest pieces of a docx body: paragraphs in one of the paper's styles, spacers, tables and their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from data.docx_styles import LOOKS
from data.docx_text import run_xml
from data.line_width import balanced_room

EMPTY: Final = "<w:p/>"
GRID: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def element(style: str, text: str, *, keep: bool = False, inset: str = "") -> str:
    """A paragraph that says one part of the paper, in the style of that part."""
    together = "<w:keepNext/>" if keep else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{together}{inset}</w:pPr>'
    return f"<w:p>{properties}{run_xml(text, LOOKS[style].run)}</w:p>"


def balanced(style: str, text: str, width: int, room: int) -> str:
    """A centred element that is inset until its lines, however many they are, come out of about one length."""
    return element(style, text, inset=balancing_indents(style, text, width, room))


def balancing_indents(style: str, text: str, width: int, room: int) -> str:
    """The indents that make the lines of a centred text come out of about one length."""
    look = LOOKS[style]
    return indents(balanced_room(look.shown(text), look.points, room / 20) * 20, width)


def indents(length: float, width: int) -> str:
    """The indents that leave a length in the middle of a width."""
    side = round((width - length) / 2)
    return f'<w:ind w:left="{side}" w:right="{side}"/>'


def spacer(height: int, *, keep: bool = False, inside: str = "") -> str:
    """An empty paragraph of exactly that height in twentieths of a point."""
    together = "<w:keepNext/>" if keep else ""
    return (
        f'<w:p><w:pPr>{together}<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="2"/></w:rPr>{inside}</w:r></w:p>'
    )


def page_end(page: str) -> str:
    """The end of a paper that another one follows, with the page on which it stood."""
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{page}</w:pPr></w:p>'


def shares(widths: Sequence[float], room: int) -> list[int]:
    """The room divided in proportion, without losing a fraction."""
    total, reached, used, parts = sum(widths), 0.0, 0, []
    for width in widths:
        reached += width
        edge = round(room * reached / total)
        parts.append(edge - used)
        used = edge
    return parts


def table_start(widths: Sequence[int], *, borders: str = "", margin: int = 0) -> str:
    """The opening of a table of fixed columns as wide as the text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{lines}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def table_end(height: int = 20, *, keep: bool = False) -> str:
    """The end of a table and a spacer: without one, two tables that touch would become one."""
    return "</w:tbl>" + spacer(height, keep=keep)


def row(cells: str, *, repeated: bool = False, height: int = 0, breaks: bool = False) -> str:
    """A row that only breaks across pages where told so; a repeated one heads the table on every page.

    The height is the least that the row takes, in twentieths of a point.
    """
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    heading = "<w:tblHeader/>" if repeated else ""
    whole = "" if breaks else "<w:cantSplit/>"
    return f"<w:tr><w:trPr>{whole}{tall}{heading}</w:trPr>{cells}</w:tr>"


def cell(width: int, content: str, *, span: int = 1) -> str:
    """A cell holding whole paragraphs, at least one, over one or more columns."""
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}</w:tcPr>{content or EMPTY}</w:tc>'
