"""An official paper as plain values: what it says and in which parts, not how any file format holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"

_BLANK = "………………"

ParagraphStyle = Literal["body", "heading_1", "heading_2", "heading_3", "centred", "item", "form"]
Alignment = Literal["left", "centre", "right", "justified"]


class Run(Struct, frozen=True):
    """A stretch of literal text in one weight and slant; line breaks and tabs in it are kept."""

    text: str
    bold: bool = False
    italic: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph of runs; `first_line` indents its first line where the style has an indent."""

    runs: tuple[Run, ...]
    style: ParagraphStyle = "body"
    first_line: bool = True
    keep_with_next: bool = False

    @property
    def text(self) -> str:
        """The words of the paragraph without their weight and slant."""
        return "".join(run.text for run in self.runs)


class Column(Struct, frozen=True):
    """A column of a table: its heading, its width relative to the other columns, how its cells are aligned."""

    title: str
    width: float = 1.0
    align: Alignment = "left"


class Table(Struct, frozen=True):
    """A table with a heading row; every row has one literal text per column.

    Attributes:
        row_height: least height of a row in millimetres, so that it can be written in by hand; 0 for that of its text.
        small: smaller letters in tighter cells, for many columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    row_height: float = 0
    small: bool = False

    def __post_init__(self) -> None:
        if not self.columns or any(column.width <= 0 for column in self.columns):
            raise ValueError("a table needs columns, each with a width above 0")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells for {len(self.columns)} columns")


class Signature(Struct, frozen=True):
    """Room for one signature: the post in one or more lines, and the name, empty while it is not known."""

    post: str
    name: str = ""


class SignatureColumns(Struct, frozen=True):
    """Signatures side by side, from left to right; None leaves a column free."""

    columns: tuple[Signature | None, ...]

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("signature columns need at least one column")


class Blank(Struct, frozen=True):
    """A place to write by hand: its label, and how much of the line it takes relative to the others."""

    label: str = ""
    share: float = 1.0


class BlankLine(Struct, frozen=True):
    """A dotted line of a form, with one place to write or several."""

    blanks: tuple[Blank, ...]

    def __post_init__(self) -> None:
        if not self.blanks or any(blank.share <= 0 for blank in self.blanks):
            raise ValueError("a line of a form needs blanks, each with a share above 0")


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page."""


class CutLine(Struct, frozen=True):
    """A dashed line along which a page of several slips is cut."""


Block = Paragraph | Table | SignatureColumns | BlankLine | PageBreak | CutLine


class Head(Struct, frozen=True, kw_only=True):
    """The head of a paper: bodies, number line, and place and date (None where the kind of paper has none)."""

    issuer: str
    superior: str = ""
    number: str = ""
    place_and_date: str | None = None


class Paper(Struct, frozen=True, kw_only=True):
    """An official paper from its head to its recipients.

    Attributes:
        code: short name of the kind of paper, such as "minutes"; never holds personal data.
        type_name: "BIÊN BẢN", "THÔNG BÁO"; empty for a letter, whose subject then stands under its number.
        subject: what the paper is about (trích yếu); may have several lines.
        bases: the legal bases, each without closing punctuation of its own.
        ending: the closing sentence, kept on one page with the signatures.
        signatures: rows of signatures; a single one stands on the right beside the recipients.
        recipients: who receives the paper, without dash and closing punctuation.
        head: None for slips and forms that have none.
        landscape: whether the pages lie, for wide tables.
        numbered: whether the pages after the first carry their number; slips that are cut apart do not.
    """

    code: str
    head: Head | None
    type_name: str = ""
    subject: str = ""
    bases: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    ending: str = ""
    signatures: tuple[SignatureColumns, ...] = ()
    recipients: tuple[str, ...] = ()
    landscape: bool = False
    numbered: bool = True

    @property
    def is_letter(self) -> bool:
        """Whether the paper is a letter (công văn), which names no type."""
        return self.head is not None and not self.type_name

    @property
    def base_lines(self) -> tuple[str, ...]:
        """The legal bases as printed: each closed by ";", the last one by "."."""
        return tuple(_closed(self.bases, ";"))

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        """The recipients as printed: "- ...;", the last one closed by "."."""
        return tuple(f"- {line}" for line in _closed(self.recipients, ";"))

    def plain_text(self) -> str:
        """The whole paper as lines of text in reading order, for a preview."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if self.head is not None:
            yield from _head_lines(self.head)
        yield from (line for line in (self.type_name, self.subject) if line)
        yield from self.base_lines
        for block in self.body:
            yield from _block_lines(block)
        if self.ending:
            yield self.ending
        for row in self.signatures:
            yield from _block_lines(row)
        if self.recipients:
            yield RECIPIENTS
            yield from self.recipient_lines


def bold(text: str) -> Run:
    """A run in bold."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """A run in italics."""
    return Run(text, italic=True)


def para(*parts: str | Run, first_line: bool = True, keep_with_next: bool = False) -> Paragraph:
    """A paragraph of the body, made of plain strings and runs."""
    return Paragraph(_runs(parts), "body", first_line, keep_with_next)


def heading(text: str, level: Literal[1, 2, 3] = 1) -> Paragraph:
    """A heading, which never stands alone at the foot of a page."""
    styles: dict[int, ParagraphStyle] = {1: "heading_1", 2: "heading_2", 3: "heading_3"}
    return Paragraph((Run(text),), styles[level], keep_with_next=True)


def centred(*parts: str | Run, keep_with_next: bool = False) -> Paragraph:
    """A centred paragraph."""
    return Paragraph(_runs(parts), "centred", keep_with_next=keep_with_next)


def item(*parts: str | Run, marker: str = "-") -> Paragraph:
    """An item of a list behind its marker, such as "-" or "a)"."""
    return Paragraph((Run(f"{marker} "), *_runs(parts)), "item")


def table(
    columns: Iterable[Column], rows: Iterable[Iterable[str]] = (), *, row_height: float = 0, small: bool = False
) -> Table:
    """A table from any columns and rows; refuses a row that does not fit the columns."""
    return Table(tuple(columns), tuple(tuple(row) for row in rows), row_height, small)


def form_line(*parts: str | Run) -> Paragraph:
    """A line of a form without a place to write, such as boxes to tick."""
    return Paragraph(_runs(parts), "form", first_line=False)


def blanks(*parts: str | Blank) -> BlankLine:
    """A dotted line to write on, with a label before each blank; labels given as plain text share it evenly."""
    return BlankLine(tuple(Blank(part) if isinstance(part, str) else part for part in parts or ("",)))


def signatures(*columns: Signature | None) -> SignatureColumns:
    """One row of signatures from left to right."""
    return SignatureColumns(columns)


def _runs(parts: tuple[str | Run, ...]) -> tuple[Run, ...]:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def _closed(lines: tuple[str, ...], mark: str) -> Iterator[str]:
    # What people typed may already end with a mark, and in the wrong place of the list.
    for place, line in enumerate(lines, 1):
        yield line.rstrip(" \t\r\n;.,") + ("." if place == len(lines) else mark)


def _head_lines(head: Head) -> Iterator[str]:
    yield from (line for line in (head.superior, head.issuer) if line)
    yield COUNTRY
    yield MOTTO
    yield from (line for line in (head.number, head.place_and_date) if line)


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Table():
            yield " | ".join(_one_line(column.title) for column in block.columns)
            for row in block.rows:
                yield " | ".join(_one_line(cell) for cell in row)
        case SignatureColumns():
            for signature in block.columns:
                if signature is not None:
                    yield signature.post
                    yield signature.name
        case BlankLine():
            yield " ".join(f"{blank.label} {_BLANK}".strip() for blank in block.blanks)
        case PageBreak() | CutLine():
            yield ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
