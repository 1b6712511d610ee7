"""The head of a docx: bodies, country and motto, number, place and date, then the type and the subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from data.docx_page import TEXT_WIDTH
from data.docx_parts import balanced, cell, element, indents, row, spacer, table_end, table_start
from data.docx_styles import LOOKS
from data.line_width import balanced_room, widest_line
from moderator.meeting.paper import COUNTRY, MOTTO, Paper

_LEFT: Final = 3742  # 66 mm, which leaves the 99 mm that the name of the country needs on one line
_RIGHT: Final = TEXT_WIDTH - _LEFT
_LEFT_ROOM: Final = _LEFT - 170  # 3 mm away from the name of the country
_MOTTO_LENGTH: Final = 3428  # the motto in bold 14 pt
_RULE_SHARE: Final = 0.4  # between a third and a half of the line above
_GAP: Final = spacer(240, keep=True)


def head_xml(paper: Paper) -> Iterator[str]:
    """The head in two columns, and under it the title of a paper that has a type."""
    head = paper.head
    superior = balanced("Superior", head.superior, _LEFT, _LEFT_ROOM) if head.superior else ""
    issuer = balanced("Issuer", head.issuer, _LEFT, _LEFT_ROOM) + _rule_under("Issuer", head.issuer, _LEFT, _LEFT_ROOM)
    nation = element("Country", COUNTRY) + element("Motto", MOTTO) + _rule(_MOTTO_LENGTH, _RIGHT)
    number = element("Number", head.number)
    if paper.is_letter and paper.subject:
        number += balanced("LetterSubject", paper.subject, _LEFT, _LEFT_ROOM)
    yield table_start((_LEFT, _RIGHT))
    yield row(cell(_LEFT, superior + issuer) + cell(_RIGHT, nation))
    yield row(cell(_LEFT, number) + cell(_RIGHT, element("PlaceAndDate", head.place_and_date or "")))
    yield table_end()
    if not paper.is_letter:
        yield element("Title", paper.type_name)
        if paper.subject:
            yield balanced("Subtitle", paper.subject, TEXT_WIDTH, TEXT_WIDTH)
            yield _rule_under("Subtitle", paper.subject, TEXT_WIDTH, TEXT_WIDTH)
    yield _GAP


def _rule_under(style: str, text: str, width: int, room: int) -> str:
    look = LOOKS[style]
    shown = look.shown(text)
    line = widest_line(shown, look.points, balanced_room(shown, look.points, room / 20))
    return _rule(line * 20 * _RULE_SHARE, width)


def _rule(length: float, width: int) -> str:
    return (
        '<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="0" w:line="40" w:lineRule="exact"/>'
        f"{indents(length, width)}</w:pPr></w:p>"
    )
