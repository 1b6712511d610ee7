"""The body of a docx from a paper, written as XML in one pass whose time grows with the paper's length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from data.docx_closing import closing_xml, signatures_xml
from data.docx_head import head_xml
from data.docx_parts import GRID, cell, element, row, shares, spacer, table_end, table_start
from data.docx_styles import LOOKS
from data.docx_text import run_xml
from moderator.meeting.paper import (
    Alignment,
    Block,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    SignatureColumns,
    Table,
)

_STYLES: Final[dict[ParagraphStyle, str]] = {
    "body": "BodyText",
    "heading_1": "Heading1",
    "heading_2": "Heading2",
    "heading_3": "Heading3",
    "centred": "Centred",
    "item": "ListParagraph",
}
_JUSTIFICATIONS: Final[dict[Alignment, str]] = {
    "left": "left",
    "centre": "center",
    "right": "right",
    "justified": "both",
}
_CELL_MARGIN: Final = 85
_AFTER_TABLE: Final = 120
_NEW_PAGE: Final = spacer(20, inside='<w:br w:type="page"/>')


def body_xml(paper: Paper) -> str:
    """The paper from head to recipients as the elements of a document's body, in order."""
    return "".join(_elements(paper))


def _elements(paper: Paper) -> Iterator[str]:
    yield from head_xml(paper)
    for base in paper.base_lines:
        yield element("Base", base)
    for block in paper.body:
        yield from _block(block)
    if paper.ending:
        yield element("Ending", paper.ending)
    yield from closing_xml(paper)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Table():
            yield from _table(block)
        case SignatureColumns():
            yield from signatures_xml((block,))
        case PageBreak():
            yield _NEW_PAGE


def _paragraph(paragraph: Paragraph) -> str:
    properties = _properties(paragraph.style, paragraph.first_line, paragraph.keep_with_next)
    runs = "".join([run_xml(run.text, _emphasis(run.bold, run.italic)) for run in paragraph.runs])
    return f"<w:p>{properties}{runs}</w:p>"


@cache
def _properties(style: ParagraphStyle, first_line: bool, keep: bool) -> str:
    together = "<w:keepNext/>" if keep else ""
    indent = "" if first_line else '<w:ind w:firstLine="0"/>'
    return f'<w:pPr><w:pStyle w:val="{_STYLES[style]}"/>{together}{indent}</w:pPr>'


@cache
def _emphasis(bold: bool, italic: bool) -> str:
    if not (bold or italic):
        return ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    slant = "<w:i/><w:iCs/>" if italic else ""
    return f"<w:rPr>{weight}{slant}</w:rPr>"


def _table(table: Table) -> Iterator[str]:
    widths = shares([column.width for column in table.columns])
    titles = [element("TableHeading", column.title, keep=True) for column in table.columns]
    yield table_start(widths, borders=GRID, margin=_CELL_MARGIN)
    yield row("".join(map(cell, widths, titles)), repeated=True)
    properties = [
        f'<w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="{_JUSTIFICATIONS[column.align]}"/></w:pPr>'
        for column in table.columns
    ]
    look = LOOKS["TableText"].run
    for texts in table.rows:
        paragraphs = [f"<w:p>{start}{run_xml(text, look)}</w:p>" for start, text in zip(properties, texts, strict=True)]
        yield row("".join(map(cell, widths, paragraphs)))
    yield table_end(_AFTER_TABLE)
