"""Papers read back from docx, held against the figures of Nghị định 30/2020/NĐ-CP and against hostile text."""

from __future__ import annotations

import os
import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from data.docx_writer import docx_bytes, write_docx
from data.line_width import _lines as line_widths
from data.line_width import balanced_room, widest_line, with_councils_whole
from moderator.meeting.paper import (
    COUNTRY,
    MOTTO,
    Blank,
    Block,
    Column,
    CutLine,
    Head,
    PageBreak,
    Paper,
    Signature,
    SignatureColumns,
    blanks,
    bold,
    centred,
    form_line,
    heading,
    italic,
    item,
    para,
    signatures,
    table,
)

SUPERIOR = "Ủy ban nhân dân tỉnh Quảng Ngãi"
ISSUER = "Ủy ban nhân dân xã Long Phụng"
NUMBER = "Số: 05/TB-UBND"
PLACE_AND_DATE = "Long Phụng, ngày 05 tháng 3 năm 2026"
SUBJECT = "Hội nghị đối thoại với Nhân dân năm 2026"
BOTH = (signatures(Signature("THƯ KÝ", "Lê Thị Sen"), Signature("CHỦ TỌA\nPHÓ CHỦ TỊCH", "Võ Văn Bền")),)


def paper(
    *body: Block,
    type_name: str = "THÔNG BÁO",
    subject: str = SUBJECT,
    issuer: str = ISSUER,
    signed: tuple[SignatureColumns, ...] = BOTH,
    recipients: tuple[str, ...] = ("Các thôn", "Lưu: VT, Hồ sơ"),
) -> Paper:
    return Paper(
        code="notice",
        head=Head(superior=SUPERIOR, issuer=issuer, number=NUMBER, place_and_date=PLACE_AND_DATE),
        type_name=type_name,
        subject=subject,
        bases=("Căn cứ Luật A", "Căn cứ Kế hoạch B"),
        body=body or (heading("I. Kết quả"), para("Nội dung thứ nhất.")),
        ending="Trên đây là thông báo./.",
        signatures=signed,
        recipients=recipients,
    )


def read(written: Paper) -> Document:
    return docx.Document(BytesIO(docx_bytes(written)))


def paragraphs(document: Document) -> list[DocxParagraph]:
    """Every paragraph in reading order, those of tables too."""
    return [DocxParagraph(element, document) for element in document.element.body.iter(qn("w:p"))]


def find(document: Document, text: str) -> DocxParagraph:
    (found,) = [paragraph for paragraph in paragraphs(document) if paragraph.text == text]
    return found


def only_table(document: Document) -> DocxTable:
    """The one table between the head and the signatures."""
    (found,) = document.tables[1:-1]
    return found


def style_of(paragraph: DocxParagraph) -> Any:
    return paragraph.style


def section_of(document: Document) -> Any:
    return document.sections[0]


def flags(element: Any, name: str) -> int:
    return len(element.xpath(f".//w:{name}"))


# --- the page


def test_page_is_a4_with_the_margins_of_the_decree() -> None:
    section = section_of(read(paper()))
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert Mm(19.9) < section.top_margin < Mm(25)
    assert Mm(19.9) < section.bottom_margin < Mm(25)
    assert Mm(29.9) < section.left_margin < Mm(35)
    assert Mm(14.9) < section.right_margin < Mm(20)


def test_page_number_stands_centred_in_the_top_margin_but_not_on_the_first_page() -> None:
    document = read(paper())
    section = section_of(document)
    (number,) = section.header.paragraphs
    assert number._p.xpath("w:fldSimple/@w:instr") == [" PAGE "]
    assert style_of(number).paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert style_of(number).font.size == Pt(14)
    assert section.different_first_page_header_footer
    assert not section.first_page_header.is_linked_to_previous
    assert [blank.text for blank in section.first_page_header.paragraphs] == [""]
    assert flags(section.first_page_header._element, "fldSimple") == 0
    assert section.header_distance < section.top_margin


def test_times_new_roman_and_vietnamese_hold_for_every_script_and_style() -> None:
    styles = read(paper()).styles.element
    fonts = styles.xpath("//w:rFonts")
    assert len(fonts) >= 2
    for font in fonts:
        assert {font.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
        assert not [name for name in font.attrib if "heme" in name]
    assert set(styles.xpath("//w:lang/@w:val")) == {"vi-VN"}


def test_lines_that_people_broke_are_not_stretched_across_the_page() -> None:
    settings_element: Any = read(paper()).settings.element
    assert settings_element.xpath("w:compat/w:doNotExpandShiftReturn")
    assert settings_element.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]


def lying(*body: Block) -> Paper:
    return Paper(code="summary", head=Head(issuer=ISSUER), type_name="BẢNG TỔNG HỢP", body=body, landscape=True)


def test_a_lying_page_keeps_the_margins_and_gives_its_width_to_the_table() -> None:
    document = read(lying(table(COLUMNS, [("1", "a", "b")])))
    section = section_of(document)
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert Mm(29.9) < section.left_margin < Mm(35)
    assert Mm(14.9) < section.right_margin < Mm(20)
    room = section.page_width.pt - section.left_margin.pt - section.right_margin.pt
    for one in document.tables:
        widths: list[Any] = [column.width for column in one.columns]
        assert sum(width.pt for width in widths) == pytest.approx(room, abs=1)


def test_several_papers_stand_on_pages_of_their_own_each_numbered_from_one() -> None:
    document = docx.Document(BytesIO(docx_bytes([paper(), lying(), paper(recipients=("Công an xã",))])))
    sections: list[Any] = list(document.sections)
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    for section in sections:
        assert section._sectPr.xpath("w:pgNumType/@w:start") == ["1"]
        assert section.different_first_page_header_footer
        assert flags(section.header._element, "fldSimple") == 1
        assert flags(section.first_page_header._element, "fldSimple") == 0
    texts = [paragraph.text for paragraph in paragraphs(document)]
    assert texts.count(COUNTRY) == 3
    assert texts.index("BẢNG TỔNG HỢP") < texts.index("- Công an xã.")


def test_slips_that_are_cut_apart_carry_no_page_number() -> None:
    slips = Paper(code="slip", head=None, subject="Phiếu", body=(para("một"), PageBreak(), para("hai")), numbered=False)
    for document in (read(slips), docx.Document(BytesIO(docx_bytes([slips, paper()])))):
        section: Any = document.sections[0]
        assert flags(section.header._element, "fldSimple") == 0
    assert flags(document.sections[1].header._element, "fldSimple") == 1
    assert [one.text for one in paragraphs(read(slips)) if one.text] == ["một", "hai"]


# --- the parts of the paper


@pytest.mark.parametrize(
    ("text", "smallest", "largest", "is_bold", "is_italic"),
    [
        (COUNTRY, 12, 13, True, False),
        (MOTTO, 13, 14, True, False),
        (SUPERIOR, 12, 13, False, False),
        (ISSUER, 12, 13, True, False),
        (NUMBER, 13, 13, False, False),
        (PLACE_AND_DATE, 13, 14, False, True),
        ("THÔNG BÁO", 13, 14, True, False),
        (SUBJECT, 13, 14, True, False),
        ("Căn cứ Luật A;", 13, 14, False, True),
        ("Căn cứ Kế hoạch B.", 13, 14, False, True),
        ("THƯ KÝ", 13, 14, True, False),
        ("Lê Thị Sen", 13, 14, True, False),
        ("Nơi nhận:", 12, 12, True, True),
        ("- Các thôn;", 11, 11, False, False),
        ("- Lưu: VT, Hồ sơ.", 11, 11, False, False),
    ],
)
def test_every_part_has_the_size_and_style_of_the_decree(
    text: str, smallest: int, largest: int, is_bold: bool, is_italic: bool
) -> None:
    paragraph = find(read(paper()), text)
    (run,) = paragraph.runs
    fonts: list[Any] = [run.font, style_of(paragraph).font]
    for font in fonts:
        assert Pt(smallest) <= font.size <= Pt(largest)
        assert bool(font.bold) is is_bold
        assert bool(font.italic) is is_italic


@pytest.mark.parametrize("text", [SUPERIOR, ISSUER, "THÔNG BÁO", "THƯ KÝ"])
def test_bodies_type_and_posts_are_shown_in_capitals_and_kept_as_they_were_given(text: str) -> None:
    (run,) = find(read(paper()), text).runs
    assert run.font.all_caps


@pytest.mark.parametrize("text", [COUNTRY, MOTTO, ISSUER, NUMBER, PLACE_AND_DATE, "THÔNG BÁO", SUBJECT, "Lê Thị Sen"])
def test_head_title_and_signatures_are_centred(text: str) -> None:
    style = style_of(find(read(paper()), text))
    assert style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize("block", [para("Nội dung."), item("Nội dung.", marker="-")])
def test_body_is_justified_with_an_indent_and_room_between_paragraphs(block: Block) -> None:
    (paragraph,) = [one for one in paragraphs(read(paper(block))) if "Nội dung." in one.text]
    form = style_of(paragraph).paragraph_format
    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert form.first_line_indent == Cm(1.27)
    assert form.space_after >= Pt(6)
    assert 1.0 <= form.line_spacing <= 1.15
    assert style_of(paragraph).font.size == Pt(14)


def test_a_paragraph_may_do_without_its_indent() -> None:
    assert (
        find(read(paper(para("Không thụt.", first_line=False))), "Không thụt.").paragraph_format.first_line_indent == 0
    )
    assert find(read(paper(para("Có thụt."))), "Có thụt.").paragraph_format.first_line_indent is None


def test_headings_are_headings_for_the_word_processor_and_stay_with_their_text() -> None:
    document = read(paper(heading("I. Một"), heading("1. Hai", 2), heading("a) Ba", 3)))
    for level, text in enumerate(("I. Một", "1. Hai", "a) Ba"), 1):
        style = style_of(find(document, text))
        assert style.name == f"Heading {level}"
        assert style.font.bold
        assert style.font.size == Pt(14)
        assert style.paragraph_format.keep_with_next


def test_runs_keep_their_weight_and_slant() -> None:
    paragraph = find(read(paper(para("Ông ", bold("Bền"), italic(" nói")))), "Ông Bền nói")
    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == [
        ("Ông ", None, None),
        ("Bền", True, None),
        (" nói", None, True),
    ]


def test_parts_follow_each_other_as_the_decree_wants() -> None:
    expected = [
        SUPERIOR, ISSUER, COUNTRY, MOTTO, NUMBER, PLACE_AND_DATE, "THÔNG BÁO", SUBJECT, "Căn cứ Luật A;",
        "Căn cứ Kế hoạch B.", "I. Kết quả", "Nội dung thứ nhất.", "Trên đây là thông báo./.", "THƯ KÝ",
        "CHỦ TỌA\nPHÓ CHỦ TỊCH", "Lê Thị Sen", "Võ Văn Bền", "Nơi nhận:", "- Các thôn;", "- Lưu: VT, Hồ sơ.",
    ]  # fmt: skip
    assert [paragraph.text for paragraph in paragraphs(read(paper())) if paragraph.text] == expected


def test_minutes_have_no_place_and_date_beside_their_number() -> None:
    minutes = Paper(code="minutes", head=Head(issuer=ISSUER, number="Số:      /BB-UBND"), type_name="BIÊN BẢN")
    head = read(minutes).tables[0]
    assert [cell.text for cell in head.rows[1].cells] == ["Số:      /BB-UBND", ""]


def test_head_stands_in_two_columns_without_borders() -> None:
    head = read(paper()).tables[0]
    left, right = head.rows[0].cells
    assert (SUPERIOR in left.text, ISSUER in left.text) == (True, True)
    assert (COUNTRY in right.text, MOTTO in right.text) == (True, True)
    assert [cell.text for cell in head.rows[1].cells] == [NUMBER, PLACE_AND_DATE]
    assert flags(head._tbl, "tblBorders") == 0


def rule_below(document: Document, text: str, width: float) -> float:
    """Length in points of the rule that follows a part, in a column that wide."""
    every = paragraphs(document)
    place = next(number for number, paragraph in enumerate(every) if paragraph.text == text)
    form: Any = every[place + 1].paragraph_format
    assert every[place + 1]._p.xpath("w:pPr/w:pBdr/w:top/@w:val") == ["single"]
    return float(width - form.left_indent.pt - form.right_indent.pt)


def test_rules_have_the_length_that_the_decree_gives_them() -> None:
    # The widths of these lines in bold Times New Roman, from its metrics: the body breaks before "xã".
    motto, body, subject = 171.4, 122.4, 253.6
    document = read(paper())
    left, right = (column.width.pt for column in document.tables[0].columns if column.width is not None)
    assert rule_below(document, MOTTO, right) == pytest.approx(motto, rel=0.02)
    assert body / 3 <= rule_below(document, ISSUER, left) <= body / 2
    assert subject / 3 <= rule_below(document, SUBJECT, left + right) <= subject / 2


def test_name_of_the_country_has_room_for_one_line() -> None:
    width: Any = read(paper()).tables[0].columns[1].width
    assert width.pt > 271.3  # in bold Times New Roman of 13 points, from its metrics


def test_a_letter_has_no_title_and_its_subject_under_the_number() -> None:
    document = read(paper(type_name="", subject="V/v trả lời ý kiến công dân"))
    assert document.tables[0].rows[1].cells[0].text == f"{NUMBER}\nV/v trả lời ý kiến công dân"
    (run,) = find(document, "V/v trả lời ý kiến công dân").runs
    assert run.font.size == Pt(13)
    assert not run.bold
    assert not [one for one in paragraphs(document) if style_of(one).name == "Title"]


def test_a_page_break_begins_a_new_page() -> None:
    document = read(paper(para("trước"), PageBreak(), centred("sau")))
    breaks = document.element.body.xpath("//w:br[@w:type='page']")
    assert len(breaks) == 1
    texts = [p.text if not p._p.xpath(".//w:br[@w:type='page']") else "|" for p in paragraphs(document)]
    assert texts[texts.index("trước") :][:3] == ["trước", "|", "sau"]


# --- forms


def test_a_line_to_write_on_is_dotted_up_to_the_margin() -> None:
    line = find(read(paper(blanks(Blank("Họ và tên:", 3), Blank("Thôn:", 1)))), "Họ và tên: \tThôn: \t")
    stops = [(stop.position.mm, stop.leader) for stop in line.paragraph_format.tab_stops]
    assert [leader for _, leader in stops] == [WD_TAB_LEADER.DOTS] * 2
    assert [place for place, _ in stops] == pytest.approx([165 * 3 / 4, 165], abs=0.1)


def test_a_line_without_a_label_is_dots_alone() -> None:
    line = find(read(paper(blanks())), "\t")
    (stop,) = line.paragraph_format.tab_stops
    assert stop.position.mm == pytest.approx(165, abs=0.1)


def test_boxes_to_tick_stand_as_they_are_without_an_indent() -> None:
    line = find(read(paper(form_line("☐ Ông  ☐ Bà"))), "☐ Ông  ☐ Bà")
    assert line.paragraph_format.first_line_indent == 0
    assert style_of(line).font.size == Pt(13)


def test_rows_to_sign_in_are_at_least_as_high_as_asked() -> None:
    element = only_table(read(paper(table(COLUMNS, [("1", "", ""), ("2", "", "")], row_height=9))))._tbl
    heading_row, *others = element.tr_lst
    assert flags(heading_row, "trHeight") == 0
    for one in others:
        (height,) = one.xpath("w:trPr/w:trHeight")
        assert height.get(qn("w:hRule")) == "atLeast"
        assert int(height.get(qn("w:val"))) / 1440 * 25.4 == pytest.approx(9, abs=0.1)


def test_slips_are_cut_along_a_dashed_line() -> None:
    document = read(paper(para("trên"), CutLine(), para("dưới")))
    (cut,) = [one for one in paragraphs(document) if one._p.xpath("w:pPr/w:pBdr/w:bottom")]
    assert cut._p.xpath("w:pPr/w:pBdr/w:bottom/@w:val") == ["dashed"]


# --- signatures and recipients


def test_signatures_stand_side_by_side_with_names_level_and_room_above_them() -> None:
    block = read(paper()).tables[-1]
    assert [cell.text for cell in block.rows[0].cells] == ["THƯ KÝ", "CHỦ TỌA\nPHÓ CHỦ TỊCH"]
    assert [cell.text for cell in block.rows[1].cells] == ["Lê Thị Sen", "Võ Văn Bền"]
    name = style_of(block.rows[1].cells[0].paragraphs[0])
    assert name.paragraph_format.space_before >= Pt(60)


def test_the_end_of_the_paper_stays_on_one_page() -> None:
    further = signatures(Signature("ĐẠI DIỆN MẶT TRẬN", "Hồ Văn Lạc"), None, Signature("NHÂN CHỨNG", "Đỗ Thị Mây"))
    document = read(paper(signed=(*BOTH, further)))
    ending = style_of(find(document, "Trên đây là thông báo./."))
    assert ending.paragraph_format.keep_with_next
    block = document.tables[-1]._tbl
    rows = block.tr_lst
    assert len(rows) == 5
    assert flags(block, "cantSplit") == 5
    styles = document.styles.element
    kept = set(styles.xpath("w:style[w:pPr/w:keepNext]/@w:styleId"))
    for one in block.xpath("w:tr[position()<5]/w:tc/w:p"):
        assert one.xpath("w:pPr/w:keepNext") or one.xpath("w:pPr/w:pStyle/@w:val")[0] in kept


def test_rows_of_signatures_may_have_different_numbers_of_columns() -> None:
    three = signatures(Signature("A", "Một"), None, Signature("C", "Ba"))
    block = read(paper(signed=(*BOTH, three), recipients=())).tables[-1]
    widths = [[cell.width for cell in row.tc_lst] for row in block._tbl.tr_lst]
    assert [len(row) for row in widths] == [2, 2, 3, 3]
    assert len({sum(width or 0 for width in row) for row in widths}) == 1


def test_a_single_signature_stands_right_of_the_recipients() -> None:
    document = read(paper(signed=(signatures(Signature("CHỦ TỊCH", "Võ Văn Bền")),)))
    (left, right) = document.tables[-1].rows[0].cells
    assert left.text == "Nơi nhận:\n- Các thôn;\n- Lưu: VT, Hồ sơ."
    assert right.text == "CHỦ TỊCH\nVõ Văn Bền"
    assert flags(document.tables[-1]._tbl, "cantSplit") == 1


def test_a_single_signature_without_recipients_still_stands_right() -> None:
    document = read(paper(signed=(signatures(Signature("CHỦ TỊCH", "Võ Văn Bền")),), recipients=()))
    assert [cell.text for cell in document.tables[-1].rows[0].cells] == ["", "CHỦ TỊCH\nVõ Văn Bền"]


def test_recipients_without_signatures_are_printed() -> None:
    texts = [paragraph.text for paragraph in read(paper(signed=())).paragraphs]
    assert texts[-3:] == ["Nơi nhận:", "- Các thôn;", "- Lưu: VT, Hồ sơ."]


def test_signatures_may_stand_inside_the_paper() -> None:
    document = read(paper(para("trước"), signatures(Signature("NGƯỜI NHẬN", "Đỗ Thị Mây")), para("sau")))
    texts = [paragraph.text for paragraph in paragraphs(document) if paragraph.text]
    assert texts[texts.index("trước") :][:4] == ["trước", "NGƯỜI NHẬN", "Đỗ Thị Mây", "sau"]


# --- tables


COLUMNS = (Column("STT", 1, "centre"), Column("Nội dung", 6, "justified"), Column("Hạn", 2, "right"))


def test_a_long_table_repeats_its_heading_and_splits_no_row() -> None:
    rows = [(str(number), f"Ý kiến số {number}", "10/12/2026") for number in range(1, 1001)]
    element = only_table(read(paper(table(COLUMNS, rows))))._tbl
    heading_row, *others = element.tr_lst
    assert len(others) == 1000
    assert flags(heading_row, "tblHeader") == 1
    assert flags(element, "tblHeader") == 1
    assert flags(element, "cantSplit") == 1001
    assert others[-1].xpath("w:tc/w:p/w:r/w:t/text()") == ["1000", "Ý kiến số 1000", "10/12/2026"]


@pytest.mark.parametrize(("lying_page", "whole", "high"), [(False, 20, 40), (True, 14, 28)])
def test_a_row_stays_whole_unless_it_takes_most_of_a_page(lying_page: bool, whole: int, high: int) -> None:
    rows = [("1", "\n".join(["dòng"] * lines), "") for lines in (whole, high)]
    written = table(COLUMNS, rows)
    found = read(lying(written)).tables[-1] if lying_page else only_table(read(paper(written)))
    element = found._tbl
    assert [flags(row, "cantSplit") for row in element.tr_lst] == [1, 1, 0]


def test_a_table_of_many_columns_may_have_smaller_letters_in_tighter_cells() -> None:
    written = only_table(read(paper(table(COLUMNS, [("1", "Đường", "")], small=True))))
    assert {style_of(cell.paragraphs[0]).font.size for row in written.rows for cell in row.cells} == {Pt(11)}
    plain = only_table(read(paper(table(COLUMNS, [("1", "Đường", "")]))))
    margins = [int(each._tbl.xpath(".//w:tblCellMar/w:left/@w:w")[0]) for each in (written, plain)]
    assert 0 < margins[0] < margins[1]


def test_a_table_fills_the_text_in_the_proportions_of_its_columns() -> None:
    document = read(paper(table(COLUMNS, [("1", "Sửa đường", "10/12/2026")])))
    section = section_of(document)
    stt, content, due = (float(column.width or 0) for column in only_table(document).columns)
    assert content / stt == pytest.approx(6, rel=0.01)
    assert due / stt == pytest.approx(2, rel=0.01)
    assert stt + content + due == pytest.approx(
        section.page_width - section.left_margin - section.right_margin, rel=0.001
    )


def test_a_table_has_borders_a_bold_centred_heading_and_aligned_columns() -> None:
    found = only_table(read(paper(table(COLUMNS, [("1", "Sửa đường", "10/12/2026")]))))
    sides = found._tbl.xpath("w:tblPr/w:tblBorders/*")
    assert len(sides) == 6
    assert {side.get(qn("w:val")) for side in sides} == {"single"}
    for cell in found.rows[0].cells:
        style = style_of(cell.paragraphs[0])
        assert cell.paragraphs[0].runs[0].bold
        assert style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [cell.paragraphs[0].alignment for cell in found.rows[1].cells] == [
        WD_ALIGN_PARAGRAPH.CENTER,
        WD_ALIGN_PARAGRAPH.JUSTIFY,
        WD_ALIGN_PARAGRAPH.RIGHT,
    ]


def test_tables_never_touch_and_no_cell_is_without_a_paragraph() -> None:
    small = table(COLUMNS, [("1", "", "")])
    body = read(paper(small, small, *BOTH, small)).element.body
    names = [child.tag for child in body]
    assert (qn("w:tbl"), qn("w:tbl")) not in list(pairwise(names))
    assert names[-2:] == [qn("w:p"), qn("w:sectPr")]
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))


# --- text is literal


HOSTILE = [
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "</w:t></w:r></w:p></w:body>",
    "&amp; &#0; &lt; ]]> <!-- -->",
    "=1+1",
    "{0} {name} {} %s %(a)s",
    "[b]đậm[/b]",
    "Nguye\u0302\u0303n",
    "\u202eđảo ngược\u202c \u200f\u200b",
    "  hai khoảng trắng  ",
    "",
    " ",
    "một\n\nhai\tba",
    "\"'`\\",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_it_stands(text: str) -> None:
    document = read(paper(para("«", text, "»"), table([Column(text), Column("x")], [(text, text)])))
    assert [one.text for one in paragraphs(document) if one.text.startswith("«")] == [f"«{text}»"]
    assert [[cell.text for cell in row.cells] for row in only_table(document).rows] == [[text, "x"], [text, text]]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_in_every_part(text: str) -> None:
    marked = f"«{text}»"
    hostile = Paper(
        code="minutes",
        head=Head(superior=marked, issuer=marked, number=marked, place_and_date=marked),
        type_name=marked,
        subject=marked,
        bases=(marked,),
        body=(heading(marked), item(marked), centred(marked)),
        ending=marked,
        signatures=(signatures(Signature(marked, marked), Signature(marked, marked)),),
        recipients=(marked,),
    )
    assert sum(one.text.count(marked) for one in paragraphs(read(hostile))) == 16


@pytest.mark.parametrize("point", [0x00, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_what_xml_forbids_becomes_the_replacement_character(point: int) -> None:
    character = chr(point)
    document = read(paper(para(f"a{character}b"), issuer=f"Xã{character}", subject=f"Hội{character}nghị"))
    find(document, "a\ufffdb")
    assert document.core_properties.author == "Xã\ufffd"
    assert document.core_properties.title == "THÔNG BÁO Hội\ufffdnghị"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_comes_back_from_the_paper(text: str) -> None:
    expected = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    expected = expected.replace("\r\n", "\n").replace("\r", "\n")
    document = read(paper(para(text), subject=f"S{text}", signed=(), recipients=()))
    texts = [one.text for one in paragraphs(document)]
    assert expected in texts
    assert f"S{expected}" in texts


# --- the file


def test_the_same_paper_gives_the_same_bytes() -> None:
    content = docx_bytes(paper())
    assert content == docx_bytes(paper())
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in package.infolist()} == {3}
    assert content != docx_bytes(paper(para("khác")))


def test_properties_name_the_body_and_the_paper_but_no_person_and_no_hour() -> None:
    content = docx_bytes(paper())
    properties = docx.Document(BytesIO(content)).core_properties
    assert properties.author == properties.last_modified_by == ISSUER
    assert properties.title == f"THÔNG BÁO {SUBJECT}"
    assert (properties.created, properties.modified) == (None, None)
    with ZipFile(BytesIO(content)) as package:
        about = package.read("docProps/core.xml").decode() + package.read("docProps/app.xml").decode()
        assert not [name for name in package.namelist() if "thumbnail" in name or "customXml" in name]
    assert "Võ Văn Bền" not in about
    assert "python-docx" not in about


def test_properties_of_a_letter_do_not_repeat_its_subject_which_may_name_a_citizen() -> None:
    document = read(paper(type_name="", subject="V/v trả lời ý kiến của bà Trần Thị Mơ"))
    assert document.core_properties.title == "Công văn"


def test_a_very_long_subject_does_not_break_the_properties() -> None:
    document = read(paper(subject="Hội nghị đối thoại " * 100))
    assert len(document.core_properties.title) == 255


def test_a_paper_is_written_into_a_folder_that_is_made_for_it(tmp_path: Path) -> None:
    target = tmp_path / "giấy tờ" / "minutes.docx"
    assert write_docx(paper(), target) == target
    assert target.read_bytes() == docx_bytes(paper())


def test_a_paper_takes_the_place_of_its_earlier_version(tmp_path: Path) -> None:
    target = tmp_path / "minutes.docx"
    write_docx(paper(para("cũ")), target)
    assert write_docx(paper(para("mới")), target) == target
    assert target.read_bytes() == docx_bytes(paper(para("mới")))
    assert list(tmp_path.iterdir()) == [target]


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A paper that a word processor holds open, so that it cannot be replaced."""
    target = tmp_path / "minutes.docx"
    target.write_bytes(b"open elsewhere")
    really_replace = os.replace

    def refuse(source: Path, destination: Path) -> None:
        if Path(destination) == target:
            raise PermissionError(13, "in use", str(destination))
        really_replace(source, destination)

    monkeypatch.setattr(os, "replace", refuse)
    return target


def test_a_paper_that_is_open_elsewhere_gets_a_neighbour(locked: Path) -> None:
    beside = write_docx(paper(), locked)
    assert beside == locked.with_name("minutes (2).docx")
    assert beside.read_bytes() == docx_bytes(paper())
    assert locked.read_bytes() == b"open elsewhere"
    assert sorted(path.name for path in locked.parent.iterdir()) == ["minutes (2).docx", "minutes.docx"]


def test_a_neighbour_that_stands_already_is_left_alone(locked: Path) -> None:
    corrected = locked.with_name("minutes (2).docx")
    corrected.write_bytes(b"corrected by hand")
    assert write_docx(paper(), locked) == locked.with_name("minutes (3).docx")
    assert corrected.read_bytes() == b"corrected by hand"


def test_a_folder_that_takes_no_paper_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: Path, destination: Path) -> None:
        raise PermissionError(13, "denied", str(destination))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        write_docx(paper(), tmp_path / "minutes.docx")
    assert list(tmp_path.iterdir()) == []


# --- the length of lines


def test_lines_are_balanced_without_adding_one() -> None:
    whole = widest_line("ỦY BAN NHÂN DÂN XÃ LONG PHỤNG", 13, 1000)
    room = balanced_room("ỦY BAN NHÂN DÂN XÃ LONG PHỤNG", 13, 180)
    assert whole > 180 > room > whole / 2
    assert widest_line("ỦY BAN NHÂN DÂN XÃ LONG PHỤNG", 13, room) == pytest.approx(
        widest_line("ỦY BAN NHÂN DÂN", 13, 1000)
    )


def test_no_line_divides_the_name_of_a_council_where_that_takes_no_more_lines() -> None:
    room = balanced_room("ỦY BAN NHÂN DÂN XÃ VÀM TRÀ", 13, 180)
    council = widest_line("ỦY BAN NHÂN DÂN", 13, 1000)
    assert council <= room < widest_line("ỦY BAN NHÂN DÂN XÃ", 13, 1000)
    whole = "Phó Chủ tịch Ủy\u00a0ban\u00a0nhân\u00a0dân xã"
    post = whole.replace("\u00a0", " ")
    assert with_councils_whole(post, 14, 230, caps=True) == whole
    assert with_councils_whole(post, 14, council / 2, caps=True) == post
    assert with_councils_whole("Trưởng phòng Kinh tế", 14, 100) == "Trưởng phòng Kinh tế"


@pytest.mark.parametrize(
    "title",
    [
        "Kết quả Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân năm 2026",
        "Kết quả giải quyết ý kiến tại Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân năm 2026",
        "Giải quyết ý kiến, kiến nghị tại buổi đối thoại do Hội đồng nhân dân xã và Ủy ban nhân dân xã tổ chức",
    ],
)
def test_the_room_of_a_title_lets_it_break_beside_the_name_of_a_council(title: str) -> None:
    whole = with_councils_whole(title, 14, 467)
    assert whole != title
    room = balanced_room(title, 14, 467)
    assert line_widths(title, 14, room) == line_widths(whole, 14, room)
    assert len(line_widths(title, 14, room)) == 2


def test_a_word_wider_than_its_room_takes_all_of_it() -> None:
    assert balanced_room("M" * 100, 14, 200) == 200
    assert widest_line("M" * 100, 14, 200) == 200
