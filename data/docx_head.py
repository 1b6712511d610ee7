"""The head of a docx: bodies, country and motto, number, place and date, then the type and the subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from data.docx_parts import balanced, cell, element, indents, row, shares, spacer, table_end, table_start
from data.docx_styles import LOOKS
from data.line_width import balanced_room, widest_line
from moderator.meeting.paper import COUNTRY, MOTTO, Head, Paper

_LEFT_SHARE: Final = 0.4  # of an upright page: 66 mm, which leaves the name of the country 99 mm, one line
_AWAY: Final = 170  # 3 mm between the two columns
_MOTTO_LENGTH: Final = 3428  # the motto in bold 14 pt
_RULE_SHARE: Final = 0.4  # between a third and a half of the line above
_GAP: Final = spacer(240, keep=True)


def head_xml(paper: Paper, room: int) -> Iterator[str]:
    """The head in two columns, and under it the title of a paper that has a type."""
    if paper.head is not None:
        yield from _two_columns(paper.head, paper.subject if paper.is_letter else "", room)
    if paper.type_name:
        yield element("Title", paper.type_name)
        if paper.subject:
            yield balanced("Subtitle", paper.subject, room, room)
            yield _rule_under("Subtitle", paper.subject, room, room)
    if paper.head is not None or paper.type_name:
        yield _GAP


def _two_columns(head: Head, letter_subject: str, room: int) -> Iterator[str]:
    left, right = shares((_LEFT_SHARE, 1 - _LEFT_SHARE), room)
    left_room = left - _AWAY
    superior = balanced("Superior", head.superior, left, left_room) if head.superior else ""
    issuer = balanced("Issuer", head.issuer, left, left_room) + _rule_under("Issuer", head.issuer, left, left_room)
    nation = element("Country", COUNTRY) + element("Motto", MOTTO) + _rule(_MOTTO_LENGTH, right)
    yield table_start((left, right))
    yield row(cell(left, superior + issuer) + cell(right, nation))
    if head.number or head.place_and_date or letter_subject:
        yield row(
            cell(left, _number(head, letter_subject, left))
            + cell(right, element("PlaceAndDate", head.place_and_date or ""))
        )
    yield table_end()


def _number(head: Head, letter_subject: str, left: int) -> str:
    number = element("Number", head.number)
    if letter_subject:
        number += balanced("LetterSubject", letter_subject, left, left - _AWAY)
    return number


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
