"""The pages of official papers: A4 upright or lying, the margins, and page numbers in the top margin from page 2 on."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Length, Mm

_SHORT_SIDE, _LONG_SIDE = Mm(210), Mm(297)
_LEFT, _RIGHT, _TOP, _BOTTOM = Mm(30), Mm(15), Mm(20), Mm(20)
_HEADER_DISTANCE = Mm(10)
_EMU_A_TWIP: Final = 635
_PAGE_NUMBER: Final = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
_FROM_ONE: Final = f'<w:pgNumType {nsdecls("w")} w:start="1"/>'


def text_width(landscape: bool) -> int:
    """The width between the margins in twentieths of a point: 165 mm upright, 252 mm lying."""
    side: int = _LONG_SIDE if landscape else _SHORT_SIDE
    return (side - _LEFT - _RIGHT) // _EMU_A_TWIP


def text_height(landscape: bool) -> int:
    """The height between the margins in twentieths of a point: 257 mm upright, 170 mm lying."""
    side: int = _SHORT_SIDE if landscape else _LONG_SIDE
    return (side - _TOP - _BOTTOM) // _EMU_A_TWIP


def lay_out_page(document: Document, landscape: bool, numbered: bool) -> None:
    """Set paper size and margins of the document's last paper, and number its pages after the first."""
    section = document.sections[0]
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance = section.footer_distance = _HEADER_DISTANCE
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number._p.append(parse_xml(_PAGE_NUMBER))
    (columns,) = section._sectPr.xpath("w:cols")
    columns.addprevious(parse_xml(_FROM_ONE))
    _turn(section, landscape)
    if not numbered:
        _leave_unnumbered(section)


def page_of_earlier_paper(document: Document, landscape: bool, numbered: bool) -> str:
    """The page, as laid out for the last paper, for one that stands before it in the same document."""
    last: Any = document.sections[0]
    copy = Section(deepcopy(last._sectPr), last._document_part)
    _turn(copy, landscape)
    if not numbered:
        _leave_unnumbered(copy)
    return str(copy._sectPr.xml)


def _leave_unnumbered(section: Section) -> None:
    """Let every page have the empty header that the first page has."""
    (first,), (others,) = (
        section._sectPr.xpath(f"w:headerReference[@w:type='{kind}']") for kind in ("first", "default")
    )
    others.set(qn("r:id"), first.get(qn("r:id")))


def _turn(section: Section, landscape: bool) -> None:
    width, height = (_LONG_SIDE, _SHORT_SIDE) if landscape else (_SHORT_SIDE, _LONG_SIDE)
    section.orientation = WD_ORIENTATION.LANDSCAPE if landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Length(width), Length(height)
