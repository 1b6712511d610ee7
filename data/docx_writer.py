"""Writes an official paper as a docx file: the same paper always gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from data.docx_body import body_xml
from data.docx_page import lay_out_page, page_of_earlier_paper
from data.docx_parts import page_end
from data.docx_styles import LANGUAGE, styles_xml
from data.docx_text import clean
from data.paper_file import write_paper_file
from moderator.meeting.paper import Paper

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can name
_UNIX: Final = 3
_DOCUMENT: Final = "word/document.xml"
_BODY: Final = b"<w:body>"
_PROPERTY_LENGTH: Final = 255
_UNUSED: Final = frozenset({"thumbnail", "customXml", "numbering", "stylesWithEffects"})


def write_docx(paper: Paper | Sequence[Paper], path: Path) -> Path:
    """Write the paper and say where: beside the path, under a numbered name, when the path is open elsewhere.

    Several papers go into one file, each on pages of its own that are numbered from 1.
    """
    return write_paper_file(docx_bytes(paper), path)


def docx_bytes(paper: Paper | Sequence[Paper]) -> bytes:
    """The paper, or at least one in a sequence, as the content of a docx file."""
    papers = (paper,) if isinstance(paper, Paper) else paper
    *earlier, last = papers
    document = docx.Document()
    _drop_unused_parts(document)
    _set_styles(document)
    _set_language_and_layout_rules(document)
    _set_properties(document, last)
    lay_out_page(document, last.landscape, last.numbered)
    saved = BytesIO()
    document.save(saved)
    parts = [
        body_xml(each) + page_end(page_of_earlier_paper(document, each.landscape, each.numbered)) for each in earlier
    ]
    return _pack(saved, "".join((*parts, body_xml(last))))


def _drop_unused_parts(document: Document) -> None:
    """Leave out what the library's template carries and no official paper needs."""
    for owner in (document.part.package, document.part):
        for rel_id, relationship in list(owner.rels.items()):
            if relationship.reltype.rpartition("/")[2] in _UNUSED:
                del owner.rels[rel_id]


def _set_styles(document: Document) -> None:
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    styles.extend(parse_xml(f"<w:styles {nsdecls('w')}>{styles_xml()}</w:styles>"))


def _set_language_and_layout_rules(document: Document) -> None:
    settings = document.settings.element
    (language,) = settings.xpath("w:themeFontLang")
    language.getparent().replace(language, parse_xml(f'<w:themeFontLang {nsdecls("w")} w:val="{LANGUAGE}"/>'))
    # A line that ends with a break of its own must not be stretched across the justified page.
    (rules,) = settings.xpath("w:compat")
    rules.insert(0, parse_xml(f"<w:doNotExpandShiftReturn {nsdecls('w')}/>"))
    for mode in settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), "15")


def _set_properties(document: Document, paper: Paper) -> None:
    """Name the body and the paper; people and the hour of writing stay out."""
    # The subject of a letter commonly names the citizen whom it answers.
    title = "Công văn" if paper.is_letter else f"{paper.type_name} {paper.subject}".strip()
    properties = document.core_properties
    properties.title = _property(title)
    properties.author = properties.last_modified_by = _property(paper.head.issuer if paper.head else "")
    properties.comments = ""
    properties.language = LANGUAGE
    part = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for dated in part.element.xpath("dcterms:created | dcterms:modified"):
        part.element.remove(dated)


def _property(text: str) -> str:
    return " ".join(clean(text).split())[:_PROPERTY_LENGTH]


def _pack(saved: BytesIO, body: str) -> bytes:
    """Rewrite the saved package with the body in its place and without the hour of writing.

    The body goes in as text: moving a long table into a parsed document costs time by the square of its rows.
    """
    result = BytesIO()
    with ZipFile(saved) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _DOCUMENT:
                content = content.replace(_BODY, _BODY + body.encode(), 1)
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            target.writestr(entry, content)
    return result.getvalue()
