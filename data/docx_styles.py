"""How every part of an official paper looks, after Nghị định 30/2020/NĐ-CP, Phụ lục I: one table of styles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

FONT: Final = "Times New Roman"
LANGUAGE: Final = "vi-VN"
BODY_POINTS: Final = 14
FIRST_LINE: Final = 720  # 1.27 cm, in twentieths of a point as all lengths of a style
_SINGLE: Final = 240
_LOOSE: Final = 264  # 1.1 lines

Justification = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one kind of paragraph; `name` is what the word processor shows for it."""

    name: str
    points: int = BODY_POINTS
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Justification = "left"
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = _SINGLE
    keep_next: bool = False
    outline: int | None = None
    own: bool = True

    def shown(self, text: str) -> str:
        """The text in the case in which a reader sees it."""
        return text.upper() if self.caps else text

    @property
    def run(self) -> str:
        """The run properties, which a passage keeps when it is pasted into another document."""
        weight = "<w:b/><w:bCs/>" if self.bold else ""
        slant = "<w:i/><w:iCs/>" if self.italic else ""
        case = "<w:caps/>" if self.caps else ""
        size = f'<w:sz w:val="{self.points * 2}"/><w:szCs w:val="{self.points * 2}"/>'
        return f"<w:rPr>{weight}{slant}{case}{size}</w:rPr>"

    @property
    def paragraph(self) -> str:
        """The paragraph properties of the style."""
        keep = "<w:keepNext/><w:keepLines/>" if self.keep_next else ""
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        return (
            f"<w:pPr>{keep}<w:widowControl/>"
            f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="auto"/>'
            f'<w:ind w:firstLine="{self.first_line}"/><w:jc w:val="{self.align}"/>{outline}</w:pPr>'
        )


_BODY: Final = Look("Body Text", align="both", first_line=FIRST_LINE, after=120, line=_LOOSE, own=False)
_HEADING: Final = replace(_BODY, bold=True, keep_next=True)

LOOKS: Final[dict[str, Look]] = {
    "Normal": Look("Normal", own=False),
    "BodyText": _BODY,
    "ListParagraph": replace(_BODY, name="List Paragraph"),
    "Heading1": replace(_HEADING, name="heading 1", outline=0),
    "Heading2": replace(_HEADING, name="heading 2", outline=1),
    "Heading3": replace(_HEADING, name="heading 3", italic=True, outline=2),
    "Centred": Look("Căn giữa", align="center", after=120, line=_LOOSE),
    "Ending": replace(_BODY, name="Kết thúc", keep_next=True, own=True),
    "Country": Look("Quốc hiệu", points=13, bold=True, align="center"),
    "Motto": Look("Tiêu ngữ", points=14, bold=True, align="center"),
    "Superior": Look("Cơ quan cấp trên", points=13, caps=True, align="center"),
    "Issuer": Look("Cơ quan ban hành", points=13, bold=True, caps=True, align="center"),
    "Number": Look("Số, ký hiệu", points=13, align="center", before=120),
    "LetterSubject": Look("Trích yếu công văn", points=13, align="center"),
    "PlaceAndDate": Look("Địa danh, thời gian", points=14, italic=True, align="center", before=120),
    "Title": Look("Title", bold=True, caps=True, align="center", before=360, keep_next=True, own=False),
    "Subtitle": Look("Subtitle", bold=True, align="center", keep_next=True, own=False),
    "Base": replace(_BODY, name="Căn cứ", italic=True, own=True),
    # Further apart than print, so that a line can be written by hand.
    "FormLine": Look("Dòng để điền", points=13, before=130),
    "TableHeading": Look("Đầu bảng", points=12, bold=True, align="center", before=40, after=40),
    "TableText": Look("Ô bảng", points=12, before=40, after=40),
    "SmallTableHeading": Look("Đầu bảng chữ nhỏ", points=11, bold=True, align="center", before=40, after=40),
    "SmallTableText": Look("Ô bảng chữ nhỏ", points=11, before=20, after=20),
    "Post": Look("Chức vụ người ký", bold=True, caps=True, align="center", before=120, keep_next=True),
    # Room above the name for a signature by hand and a seal: about four lines.
    "Signer": Look("Người ký", bold=True, align="center", before=1300, after=120),
    "RecipientsHeading": Look("Nơi nhận", points=12, bold=True, italic=True, before=120, keep_next=True),
    "Recipient": Look("Danh sách nơi nhận", points=11),
    "Header": Look("header", points=14, align="center", own=False),
}


def styles_xml() -> str:
    """All styles as a string of elements, to stand in the styles part of a document."""
    return _DEFAULTS + "".join(_style(style_id, look) for style_id, look in LOOKS.items())


def _style(style_id: str, look: Look) -> str:
    kind = ' w:default="1"' if style_id == "Normal" else ' w:customStyle="1"' if look.own else ""
    based = "" if style_id == "Normal" else '<w:basedOn w:val="Normal"/>'
    run = _FONT_AND_LANGUAGE if style_id == "Normal" else look.run
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style_id}"><w:name w:val="{look.name}"/>{based}'
        f"<w:qFormat/>{look.paragraph}{run}</w:style>"
    )


_FONT_AND_LANGUAGE: Final = (
    f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    f'<w:sz w:val="{BODY_POINTS * 2}"/><w:szCs w:val="{BODY_POINTS * 2}"/>'
    f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr>'
)
_DEFAULTS: Final = (
    f"<w:docDefaults><w:rPrDefault>{_FONT_AND_LANGUAGE}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
