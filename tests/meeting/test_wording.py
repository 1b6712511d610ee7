"""The sentences that papers and the console share."""

from __future__ import annotations

import datetime as dt

import pytest

from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.wording import (
    GAP,
    GAP_DAY,
    closed,
    drafted_conclusion,
    field_in_words,
    in_running_text,
    led,
    no_later_than,
    outcome_name,
    within_sentence,
)

DUE = dt.date(2026, 12, 28)


def test_every_outcome_has_a_name_and_a_draft() -> None:
    for outcome in OUTCOMES:
        assert outcome_name(outcome)
        drafted = drafted_conclusion(outcome, "Phòng Kinh tế", DUE)
        assert drafted[0].isupper()
        assert drafted.endswith(".")
        assert "{" not in drafted


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        ("settled", "Nội dung đã được trả lời, giải trình tại hội nghị."),
        ("written", "Tiếp thu ý kiến; giao Phòng Kinh tế trả lời bằng văn bản chậm nhất ngày 28 tháng 12 năm 2026."),
        (
            "study",
            (
                "Giao Phòng Kinh tế nghiên cứu, xem xét, giải quyết và trả lời bằng văn bản chậm nhất"
                " ngày 28 tháng 12 năm 2026."
            ),
        ),
        (
            "beyond",
            (
                "Nội dung vượt thẩm quyền giải quyết của địa phương; tiếp thu, kiến nghị Phòng Kinh tế xem xét,"
                " giải quyết và thông báo cho người có ý kiến biết chậm nhất ngày 28 tháng 12 năm 2026."
            ),
        ),
        (
            "off_topic",
            (
                "Nội dung nằm ngoài phạm vi đối thoại; tiếp nhận ý kiến và giao Phòng Kinh tế trả lời riêng"
                " bằng văn bản chậm nhất ngày 28 tháng 12 năm 2026."
            ),
        ),
        (
            "procedure",
            (
                "Nội dung thuộc trình tự khiếu nại, tố cáo, không xem xét, giải quyết tại hội nghị; hướng dẫn người"
                " có ý kiến thực hiện theo quy định của pháp luật về khiếu nại, tố cáo."
            ),
        ),
        ("noted", "Tiếp thu, ghi nhận ý kiến."),
    ],
)
def test_each_outcome_drafts_its_sentence(outcome: str, sentence: str) -> None:
    assert drafted_conclusion(outcome, "Phòng Kinh tế", DUE) == sentence


def test_a_draft_leaves_a_space_for_what_is_missing() -> None:
    drafted = drafted_conclusion("written")
    assert f"giao {GAP} trả lời" in drafted
    assert GAP_DAY in drafted


def test_a_question_beyond_authority_goes_upward_even_when_no_body_is_named() -> None:
    assert "kiến nghị cấp có thẩm quyền xem xét" in drafted_conclusion("beyond", due=DUE)


def test_a_date_that_rests_on_unannounced_holidays_says_so() -> None:
    assert no_later_than(DUE, True) == "chậm nhất ngày 28 tháng 12 năm 2026 (tạm tính)"
    assert "tạm tính" not in no_later_than(None, True)


def test_the_reason_stands_in_a_sentence_of_its_own() -> None:
    assert drafted_conclusion("study", "A", DUE, reason="Chờ dự toán").endswith(" năm 2026. Lý do: Chờ dự toán.")
    assert "Lý do" not in drafted_conclusion("study", "A", DUE, reason="  ")


def test_braces_in_a_body_are_text() -> None:
    assert "giao {due} {0} trả lời" in drafted_conclusion("written", "{due} {0}", DUE)


def test_outcomes_are_named_as_in_the_papers() -> None:
    assert outcome_name("off_topic") == "ngoài nội dung, trả lời riêng bằng văn bản"


@pytest.mark.parametrize(
    ("typed", "ended"),
    [("Đã rõ", "Đã rõ."), ("Bao giờ xong?", "Bao giờ xong?"), (" Đã rõ\n", "Đã rõ."), ("", ""), ("a: b;", "a: b;")],
)
def test_what_was_typed_ends_as_a_sentence(typed: str, ended: str) -> None:
    assert closed(typed) == ended


def test_a_lead_that_was_typed_already_is_not_repeated() -> None:
    assert led("Chủ trì hỏi lại", "nước yếu lúc nào?") == "Chủ trì hỏi lại: nước yếu lúc nào?"
    assert led("Chủ trì hỏi lại", "Chủ trì hỏi lại: lúc nào?") == "Chủ trì hỏi lại: lúc nào?"


def test_inside_a_sentence_a_capital_goes_and_an_acronym_stays() -> None:
    assert within_sentence("Ông Nguyễn Văn An") == "ông Nguyễn Văn An"
    assert within_sentence("UBND xã") == "UBND xã"
    assert within_sentence("") == ""


def test_a_field_is_called_a_field_once() -> None:
    assert field_in_words("Đất đai") == "lĩnh vực đất đai"
    assert field_in_words("Lĩnh vực khác") == "lĩnh vực khác"


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ỦY BAN NHÂN DÂN XÃ LONG PHỤNG", "Ủy ban nhân dân xã Long Phụng"),
        ("UỶ BAN NHÂN DÂN PHƯỜNG THÀNH CÔNG", "Ủy ban nhân dân phường Thành Công"),
        ("HỘI ĐỒNG NHÂN DÂN ĐẶC KHU LÝ SƠN", "Hội đồng nhân dân đặc khu Lý Sơn"),
        ("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân"),
        ("CÔNG AN XÃ", "CÔNG AN XÃ"),
        ("Phòng Kinh tế", "Phòng Kinh tế"),
        ("", ""),
    ],
)
def test_the_name_of_a_council_in_capitals_is_written_out_in_a_sentence(printed: str, written: str) -> None:
    assert in_running_text(printed) == written
