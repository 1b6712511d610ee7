"""A paper as plain values: what it says, in which order, and what it refuses."""

from __future__ import annotations

import pytest

from moderator.meeting.paper import (
    Column,
    Head,
    PageBreak,
    Paper,
    Run,
    Signature,
    SignatureColumns,
    bold,
    centred,
    heading,
    italic,
    item,
    para,
    signatures,
    table,
)


def minutes(**changes: object) -> Paper:
    parts: dict[str, object] = {
        "code": "minutes",
        "head": Head(issuer="ỦY BAN NHÂN DÂN XÃ LONG PHỤNG", number="Số: 05/BB-UBND"),
        "type_name": "BIÊN BẢN",
        "subject": "Hội nghị đối thoại\nvới Nhân dân năm 2026",
        "body": (
            heading("1. Ý kiến của Nhân dân"),
            para(bold("Bà Trần Thị Mơ: "), "đường Gò Cỏ ngập nước."),
            item("Kết luận: trả lời bằng văn bản."),
            table([Column("STT"), Column("Nội dung")], [("1", "Sửa đường\nGò Cỏ")]),
        ),
        "ending": "Hội nghị kết thúc vào 11 giờ 00 phút./.",
        "signatures": (signatures(Signature("THƯ KÝ", "Lê Thị Sen"), Signature("CHỦ TỌA", "Võ Văn Bền")),),
        "recipients": ("Các thôn", "Lưu: VT, Hồ sơ"),
    }
    return Paper(**{**parts, **changes})  # type: ignore[arg-type]


def test_preview_tells_the_whole_paper_in_reading_order() -> None:
    assert minutes().plain_text().splitlines() == [
        "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BB-UBND",
        "BIÊN BẢN",
        "Hội nghị đối thoại",
        "với Nhân dân năm 2026",
        "1. Ý kiến của Nhân dân",
        "Bà Trần Thị Mơ: đường Gò Cỏ ngập nước.",
        "- Kết luận: trả lời bằng văn bản.",
        "STT | Nội dung",
        "1 | Sửa đường Gò Cỏ",
        "Hội nghị kết thúc vào 11 giờ 00 phút./.",
        "THƯ KÝ",
        "Lê Thị Sen",
        "CHỦ TỌA",
        "Võ Văn Bền",
        "Nơi nhận:",
        "- Các thôn;",
        "- Lưu: VT, Hồ sơ.",
    ]


def test_preview_of_a_notice_has_the_superior_body_and_place_and_date_in_their_places() -> None:
    head = Head(
        superior="UBND TỈNH QUẢNG NGÃI",
        issuer="UBND XÃ LONG PHỤNG",
        number="Số: 07/TB-UBND",
        place_and_date="Long Phụng, ngày 05 tháng 3 năm 2026",
    )
    lines = minutes(head=head, type_name="THÔNG BÁO").plain_text().splitlines()
    assert lines[:7] == [
        "UBND TỈNH QUẢNG NGÃI",
        "UBND XÃ LONG PHỤNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 07/TB-UBND",
        "Long Phụng, ngày 05 tháng 3 năm 2026",
        "THÔNG BÁO",
    ]


def test_a_paper_that_is_nearly_empty_has_no_empty_parts_in_its_preview() -> None:
    paper = Paper(code="notice", head=Head(issuer="UBND XÃ LONG PHỤNG"), body=(PageBreak(), centred("Phụ lục")))
    assert paper.plain_text().splitlines() == [
        "UBND XÃ LONG PHỤNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        "Phụ lục",
    ]


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ((), ()),
        (("Luật A",), ("Luật A.",)),
        (("Luật A", "Kế hoạch B"), ("Luật A;", "Kế hoạch B.")),
        (("Luật A.", "Kế hoạch B;"), ("Luật A;", "Kế hoạch B.")),
    ],
)
def test_bases_are_closed_by_semicolons_and_a_full_stop(given: tuple[str, ...], printed: tuple[str, ...]) -> None:
    assert minutes(bases=given).base_lines == printed


def test_recipients_are_closed_like_bases_behind_a_dash() -> None:
    paper = minutes(recipients=("Như Điều 3", "Các thôn;", "Lưu: VT, Hồ sơ."))
    assert paper.recipient_lines == ("- Như Điều 3;", "- Các thôn;", "- Lưu: VT, Hồ sơ.")


def test_a_paper_without_a_type_is_a_letter() -> None:
    assert minutes(type_name="").is_letter
    assert not minutes().is_letter


def test_paragraphs_are_built_from_strings_and_runs() -> None:
    paragraph = para("Ông ", bold("Bền"), " nói: ", italic("đã sửa"))
    assert paragraph.runs == (Run("Ông "), Run("Bền", bold=True), Run(" nói: "), Run("đã sửa", italic=True))
    assert paragraph.text == "Ông Bền nói: đã sửa"


def test_headings_stay_with_what_they_head() -> None:
    assert [heading("Mục", level).style for level in (1, 2, 3)] == ["heading_1", "heading_2", "heading_3"]
    assert heading("Mục").keep_with_next
    assert not para("Nội dung").keep_with_next


def test_an_item_stands_behind_its_marker() -> None:
    assert item("sửa đường").text == "- sửa đường"
    assert item("sửa đường", marker="a)").text == "a) sửa đường"


def test_a_row_that_does_not_fit_its_table_is_refused() -> None:
    with pytest.raises(ValueError, match="row 2 has 1 cells for 2 columns"):
        table([Column("STT"), Column("Nội dung")], [("1", "Sửa đường"), ("2",)])


@pytest.mark.parametrize("columns", [[], [Column("STT", width=0)], [Column("STT", width=-1)]])
def test_a_table_without_room_for_its_columns_is_refused(columns: list[Column]) -> None:
    with pytest.raises(ValueError, match="width above 0"):
        table(columns)


def test_signatures_without_a_column_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one column"):
        SignatureColumns(())


def test_text_in_a_paper_is_literal() -> None:
    text = "[b]{0} %s <w:p> =1+1"
    assert text in minutes(body=(para(text),)).plain_text()
