"""The body of a docx from a paper, written as XML in one pass whose time grows with the paper's length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Final

from data.docx_closing import closing_xml, signatures_xml
from data.docx_head import head_xml
from data.docx_page import text_height, text_width
from data.docx_parts import GRID, balancing_indents, cell, element, row, shares, spacer, table_end, table_start
from data.docx_styles import LOOKS
from data.docx_text import run_xml
from moderator.meeting.paper import (
    Alignment,
    BlankLine,
    Block,
    CutLine,
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
    "form": "FormLine",
}
_JUSTIFICATIONS: Final[dict[Alignment, str]] = {
    "left": "left",
    "centre": "center",
    "right": "right",
    "justified": "both",
}
_CELL_MARGIN: Final = 85
_SMALL_CELL_MARGIN: Final = 55
_LETTER: Final = 9  # about the width of a letter in a cell, for each point of its size
_LINE: Final = 23  # the height of a line in a cell, for each point of the size of its letters
_WHOLE_SHARE: Final = 0.6  # of a page: no row that is less high breaks, and no page is left emptier than that
_AFTER_TABLE: Final = 120
_TWIPS_A_MM: Final = 1440 / 25.4
_LEADER: Final = "<w:r><w:tab/></w:r>"
_CUT: Final = (
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="dashed" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    '<w:spacing w:before="120" w:after="240" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
)
_NEW_PAGE: Final = spacer(20, inside='<w:br w:type="page"/>')


def body_xml(paper: Paper) -> str:
    """The paper from head to recipients as the elements of a document's body, in order."""
    return "".join(_elements(paper, text_width(paper.landscape)))


def _elements(paper: Paper, room: int) -> Iterator[str]:
    yield from head_xml(paper, room)
    for base in paper.base_lines:
        yield element("Base", base)
    for block in paper.body:
        yield from _block(block, room, text_height(paper.landscape))
    if paper.ending:
        yield element("Ending", paper.ending)
    yield from closing_xml(paper, room)


def _block(block: Block, room: int, page: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block, room)
        case Table():
            yield from _table(block, room, page)
        case SignatureColumns():
            yield from signatures_xml((block,), room)
        case BlankLine():
            yield _blank_line(block, room)
        case PageBreak():
            yield _NEW_PAGE
        case CutLine():
            yield _CUT


def _paragraph(paragraph: Paragraph, room: int) -> str:
    inset = ""
    if paragraph.style == "centred":
        inset = balancing_indents(_STYLES["centred"], paragraph.text, room, room)
    properties = _properties(paragraph.style, paragraph.first_line, paragraph.keep_with_next, inset)
    runs = "".join([run_xml(run.text, _emphasis(run.bold, run.italic)) for run in paragraph.runs])
    return f"<w:p>{properties}{runs}</w:p>"


@cache
def _properties(style: ParagraphStyle, first_line: bool, keep: bool, inset: str) -> str:
    together = "<w:keepNext/>" if keep else ""
    indent = inset if first_line else '<w:ind w:firstLine="0"/>'
    return f'<w:pPr><w:pStyle w:val="{_STYLES[style]}"/>{together}{indent}</w:pPr>'


@cache
def _emphasis(bold: bool, italic: bool) -> str:
    if not (bold or italic):
        return ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    slant = "<w:i/><w:iCs/>" if italic else ""
    return f"<w:rPr>{weight}{slant}</w:rPr>"


def _blank_line(line: BlankLine, room: int) -> str:
    """Labels, each followed by a dotted leader up to where the next one begins."""
    ends = accumulate(shares([blank.share for blank in line.blanks], room))
    stops = "".join(f'<w:tab w:val="left" w:leader="dot" w:pos="{end}"/>' for end in ends)
    look = LOOKS["FormLine"].run
    runs = "".join(f"{run_xml(blank.label and f'{blank.label} ', look)}{_LEADER}" for blank in line.blanks)
    return f'<w:p><w:pPr><w:pStyle w:val="FormLine"/><w:tabs>{stops}</w:tabs></w:pPr>{runs}</w:p>'


def _lines(text: str, letters: int) -> int:
    """About how many lines a text takes in a cell that is so many letters wide."""
    return sum(1 + len(line) // letters for line in text.splitlines())


def _table(table: Table, room: int, page: int) -> Iterator[str]:
    size, margin = ("Small", _SMALL_CELL_MARGIN) if table.small else ("", _CELL_MARGIN)
    widths = shares([column.width for column in table.columns], room)
    height = round(table.row_height * _TWIPS_A_MM)
    titles = [element(f"{size}TableHeading", column.title, keep=True) for column in table.columns]
    yield table_start(widths, borders=GRID, margin=margin)
    yield row("".join(map(cell, widths, titles)), repeated=True)
    properties = [
        f'<w:pPr><w:pStyle w:val="{size}TableText"/><w:jc w:val="{_JUSTIFICATIONS[column.align]}"/></w:pPr>'
        for column in table.columns
    ]
    look = LOOKS[f"{size}TableText"]
    letters = [max(1, (width - 2 * margin) // (_LETTER * look.points)) for width in widths]
    # A higher row had better break than leave a page empty, or lose what no page holds.
    most = page * _WHOLE_SHARE // (_LINE * look.points)
    for texts in table.rows:
        paragraphs = [
            f"<w:p>{start}{run_xml(text, look.run)}</w:p>" for start, text in zip(properties, texts, strict=True)
        ]
        breaks = max(map(_lines, texts, letters)) > most
        yield row("".join(map(cell, widths, paragraphs)), height=height, breaks=breaks)
    yield table_end(_AFTER_TABLE)
