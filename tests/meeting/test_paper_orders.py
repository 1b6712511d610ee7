"""Number, date, signature and recipients of a paper, as given and as usual."""

from __future__ import annotations

import datetime as dt

import pytest

from moderator.meeting.paper import Signature
from moderator.meeting.paper_names import PAPER_NAMES
from moderator.meeting.paper_orders import order_for, short_post
from moderator.meeting.setup import PaperDetails, PaperSigner, Person, Setup, SigningAuthority


def setup(*papers: PaperDetails, post: str = "Chủ tịch Ủy ban nhân dân xã", name: str = "Lê Thật") -> Setup:
    return Setup(
        title="Đối thoại",
        authority="ỦY BAN NHÂN DÂN XÃ TÂN PHÚ",
        locality="Tân Phú",
        chairs=(Person(name=name, honorific="Ông", post=post),),
        papers=papers,
    )


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("", "Số:      /TB-UBND"),
        ("5", "Số: 05/TB-UBND"),
        ("15", "Số: 15/TB-UBND"),
        ("7/TB-UBND", "Số: 07/TB-UBND"),
        ("Số: 15/TB-VP", "Số: 15/TB-VP"),
        ("12a/TB-UBND", "Số: 12a/TB-UBND"),
        ("Số: 12a/TB-UBND", "Số: 12a/TB-UBND"),
        ("9" * 5000, f"Số: {'9' * 5000}"),
    ],
)
def test_the_number_is_written_as_the_decree_wants_it(given: str, line: str) -> None:
    assert order_for(setup(PaperDetails(name="notice", number=given)), "notice").number == line


def test_a_paper_of_the_house_has_no_number_line() -> None:
    assert order_for(setup(), "attendance_sheet").number == ""


def test_the_day_is_written_out_or_left_as_room() -> None:
    dated = setup(PaperDetails(name="notice", date=dt.date(2026, 2, 5)))
    assert order_for(dated, "notice").place_and_date == "Tân Phú, ngày 05 tháng 02 năm 2026"
    assert order_for(dated, "invitation").place_and_date == "Tân Phú, ngày      tháng      năm       "


@pytest.mark.parametrize(
    ("signer", "signed"),
    [
        (("TM.", "Chủ tịch"), "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        (("KT.", "Phó Chủ tịch UBND xã"), "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
        (("TL.", "Chánh Văn phòng HĐND và UBND xã"), "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
    ],
)
def test_the_signers_authority_stands_above_the_post(signer: tuple[SigningAuthority, str], signed: str) -> None:
    authority, post = signer
    details = PaperDetails(name="notice", signer=PaperSigner(authority=authority, post=post, name="Vũ Ký"))
    assert order_for(setup(details), "notice").signature == Signature(signed, "Vũ Ký")
    assert order_for(setup(details), "report").signature.name == "Lê Thật"


@pytest.mark.parametrize(
    ("post", "signed", "name"),
    [
        ("Chủ tịch Ủy ban nhân dân xã", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Lê Thật"),
        ("Phó Chủ tịch UBND xã", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Lê Thật"),
        ("", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Lê Thật"),
        # The council chairs together with the committee and signs none of its papers.
        ("Chủ tịch Hội đồng nhân dân xã", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", ""),
    ],
)
def test_the_chair_signs_where_nobody_is_named(post: str, signed: str, name: str) -> None:
    assert order_for(setup(post=post), "notice").signature == Signature(signed, name)


@pytest.mark.parametrize(
    ("post", "short"),
    [
        ("Chủ tịch Uỷ ban nhân dân xã", "CHỦ TỊCH"),
        ("Chủ tịch Ủy ban MTTQ Việt Nam xã", "CHỦ TỊCH ỦY BAN MTTQ VIỆT NAM XÃ"),
    ],
)
def test_a_post_leaves_out_the_body_that_the_head_names(post: str, short: str) -> None:
    assert short_post(post) == short


def test_recipients_are_as_given_or_usual_and_end_in_the_file() -> None:
    given = setup(PaperDetails(name="report", recipients=("Huyện ủy", "Lưu: VT")))
    assert order_for(given, "report").recipients == ("Huyện ủy", "Lưu: VT")
    usual = [order_for(setup(), name).recipients for name in PAPER_NAMES]
    assert all(recipients[-1].startswith("Lưu: VT") for recipients in usual if recipients)
