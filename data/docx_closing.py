"""The close of a docx: the signatures, kept together on one page, and the recipients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import lcm

from data.docx_parts import EMPTY, balanced, cell, element, row, shares, table_end, table_start
from data.docx_styles import LOOKS
from data.line_width import with_councils_whole
from moderator.meeting.paper import RECIPIENTS, Paper, Signature, SignatureColumns

_BETWEEN_POSTS = 170  # 3 mm
_KEPT = "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"


def closing_xml(paper: Paper, room: int) -> Iterator[str]:
    """A single signature with the recipients on its left, or all signatures with the recipients below."""
    recipients = _recipients(paper)
    match paper.signatures:
        case (SignatureColumns(columns=(Signature() as only,)),):
            left, right = shares((1, 1), room)
            yield table_start((left, right))
            signature = _post(only.post, right) + element("Signer", only.name)
            yield row(cell(left, recipients) + cell(right, signature))
            yield table_end()
        case ():
            yield recipients
        case rows:
            yield from signatures_xml(rows, room, recipients)


def signatures_xml(rows: Sequence[SignatureColumns], room: int, below: str = "") -> Iterator[str]:
    """Rows of signatures, and what stands below them, as one table that no page divides.

    Posts stand in one row and names in the next, so that names are level under posts of unequal height.
    """
    grid = shares([1] * lcm(*(len(signatures.columns) for signatures in rows)), room)
    yield table_start(grid)
    for place, signatures in enumerate(rows, 1):
        width = room // len(signatures.columns)
        yield _row(grid, [_KEPT if one is None else _post(one.post, width) for one in signatures.columns])
        keep = bool(below) or place < len(rows)
        free = _KEPT if keep else EMPTY
        names = [free if one is None else element("Signer", one.name, keep=keep) for one in signatures.columns]
        yield _row(grid, names)
    if below:
        yield _row(grid, [below])
    yield table_end()


def _post(post: str, width: int) -> str:
    look, room = LOOKS["Post"], width - _BETWEEN_POSTS
    return balanced("Post", with_councils_whole(post, look.points, room / 20, caps=look.caps), width, room)


def _row(grid: Sequence[int], contents: Sequence[str]) -> str:
    span = len(grid) // len(contents)
    starts = range(0, len(grid), span)
    return row(
        "".join(
            cell(sum(grid[start : start + span]), content, span=span)
            for start, content in zip(starts, contents, strict=True)
        )
    )


def _recipients(paper: Paper) -> str:
    if not paper.recipients:
        return ""
    lines = paper.recipient_lines
    listed = [element("Recipient", line, keep=place < len(lines)) for place, line in enumerate(lines, 1)]
    return element("RecipientsHeading", RECIPIENTS) + "".join(listed)
