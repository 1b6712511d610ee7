"""The page of an official paper: A4, its margins, and the page number in the top margin from page 2 on."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

TEXT_WIDTH: Final = 9354  # A4 less its margins: 165 mm in twentieths of a point
_LEFT, _RIGHT, _TOP, _BOTTOM = Mm(30), Mm(15), Mm(20), Mm(20)
_HEADER_DISTANCE = Mm(10)
_PAGE_NUMBER: Final = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def lay_out_page(document: Document) -> None:
    """Set paper size and margins, and number the pages after the first."""
    section = document.sections[0]
    section.orientation = WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance = section.footer_distance = _HEADER_DISTANCE
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number._p.append(parse_xml(_PAGE_NUMBER))
