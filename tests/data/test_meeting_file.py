"""The meeting file is taken whole or refused with one clear reason."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.meeting_file import MeetingFileError, make_id, parse_meeting, read_meeting_file
from data.sample import sample_meeting
from moderator.meeting.deadlines import count
from moderator.meeting.fields import USUAL_FIELDS, fields_of
from moderator.meeting.setup import PaperSigner, Setup
from moderator.meeting.working_days import Calendar

PLANS = Path(__file__).parent.parent / "plans"
LEAST = """
title = "Đối thoại với Nhân dân"
authority = "ỦY BAN NHÂN DÂN XÃ TÂN PHÚ"
chairs = [{ name = "Lê Văn Thật" }]
"""


def meeting(more: str = "") -> Setup:
    return parse_meeting(LEAST + more, "tan-phu.toml")


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(MeetingFileError) as refused:
        parse_meeting(text, "tan-phu.toml")
    assert refused.value.file == "tan-phu.toml"
    return refused.value.key, refused.value.reason


def test_title_authority_and_chair_are_enough() -> None:
    setup = meeting()
    assert (setup.title, setup.chairs[0].name) == ("Đối thoại với Nhân dân", "Lê Văn Thật")
    assert (setup.zone, setup.starts, setup.limits.speech, setup.limits.warn) == ("+07:00", None, 0, 30)
    assert (setup.projector.names, setup.projector.topics) == ("initials", "field")
    assert setup.id == "doi-thoai-voi-nhan-dan"


def test_the_id_is_made_from_title_and_day() -> None:
    setup = meeting("starts = 2026-11-26T07:30:00")
    assert setup.starts == datetime(2026, 11, 26, 7, 30)
    assert setup.id == "doi-thoai-voi-nhan-dan-2026-11-26"


def test_a_start_with_an_offset_is_told_in_the_meetings_zone() -> None:
    assert meeting("starts = 2026-11-26T00:30:00Z").starts == datetime(2026, 11, 26, 7, 30)
    assert meeting('starts = 2026-11-26T09:30:00+09:00\nzone = "+08:00"').starts == datetime(2026, 11, 26, 8, 30)


@pytest.mark.parametrize(
    ("more", "key", "reason"),
    [
        ('venue = "Nhà văn hóa"', "venue", "unknown_key"),
        ("limits = { speach = 300 }", "limits.speach", "unknown_key"),
        ('units = "ấp"', "units", "wrong_kind"),
        ('units = ["ấp", " "]', "units[2]", "blank"),
        ('secretaries = [{ name = "A", delegation = "x" }]', "secretaries[1].delegation", "unknown_key"),
        ('secretaries = [{ name = "A", code = "x" }]', "secretaries[1].code", "unknown_key"),
        ('officials = [{ code = "a", name = "A" }, { code = "b" }]', "officials[2].name", "missing_key"),
        ('guests = [{ name = "A" }]', "guests[1].code", "missing_key"),
        ("place = 3", "place", "wrong_kind"),
        ("limits = { speech = 300.0 }", "limits.speech", "wrong_kind"),
        ("limits = { speech = true }", "limits.speech", "wrong_kind"),
        ('limits = { speech = "300" }', "limits.speech", "wrong_kind"),
        ("limits = { speech = -1 }", "limits.speech", "too_small"),
        ("limits = { speech = 1000001 }", "limits.speech", "too_large"),
        ('bases = ["a", 3]', "bases[2]", "wrong_kind"),
        ('plan = { number = "1", date = 2026-11-02T00:00:00 }', "plan.date", "wrong_kind"),
        ('starts = "2026-11-26T07:30:00"', "starts", "wrong_kind"),
        ("starts = 07:30:00", "starts", "wrong_kind"),
        ("starts = 2026-11-26", "starts", "starts_without_time"),
        ("starts = 9999-12-31T23:59:00-12:00", "starts", "bad_date"),
        ('zone = "Asia/Ho_Chi_Minh"', "zone", "bad_zone"),
        ('zone = "+15:00"', "zone", "bad_zone"),
        ('id = "Long Phụng"', "id", "bad_id"),
        (f'id = "{"a" * 65}"', "id", "bad_id"),
        ('agenda = [{ title = "  " }]', "agenda[1].title", "blank"),
        ('officials = [{ code = "", name = "A" }]', "officials[1].code", "blank"),
        ('officials = [{ code = " ", name = "A" }]', "officials[1].code", "blank"),
        (f'officials = [{{ code = "{"a" * 65}", name = "A" }}]', "officials[1].code", "too_long"),
        ('officials = [{ code = "chair", name = "A" }]', "officials[1].code", "reserved_code"),
        ('officials = [{ code = "chair-2", name = "A" }]', "officials[1].code", "reserved_code"),
        ('guests = [{ code = "secretary", name = "A" }]', "guests[1].code", "reserved_code"),
        (
            'officials = [{ code = "a", name = "A", fields = ["dat-dai", "x"] }]',
            "officials[1].fields[2]",
            "unknown_field",
        ),
        ('fields = [{ code = "x", name = "X" }, { code = "x", name = "Y" }]', "fields[2].code", "code_given_twice"),
        ("attendance = [{ count = 3 }]", "attendance[1]", "nobody_named"),
        ('rules = [{ name = "notice" }]', "rules[1]", "rule_without_term"),
        ('papers = [{ name = "nonsense" }]', "papers[1].name", "not_one_of"),
        ('papers = [{ number = "5" }]', "papers[1].name", "missing_key"),
        (
            'papers = [{ name = "notice", signer = { authority = "Q.", name = "A" } }]',
            "papers[1].signer.authority",
            "not_one_of",
        ),
        ('papers = [{ name = "notice", signer = { post = "Chủ tịch" } }]', "papers[1].signer.name", "missing_key"),
        ('papers = [{ name = "notice", signer = { name = " " } }]', "papers[1].signer.name", "blank"),
        ('papers = [{ name = "notice" }, { name = "report" }, { name = "notice" }]', "papers[3]", "paper_given_twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(more: str, key: str, reason: str) -> None:
    assert refusal(LEAST + more) == (key, reason)


def test_what_is_settled_about_a_paper_is_read_as_it_was_given() -> None:
    (paper,) = meeting(
        '[[papers]]\nname = "notice"\nnumber = "5/TB-UBND"\ndate = 2026-11-16\n'
        'signer = { authority = "KT.", post = "Phó Chủ tịch", name = "Vũ Ký" }\nrecipients = ["Các thôn", "Lưu: VT"]'
    ).papers
    assert (paper.name, paper.number, paper.date) == ("notice", "5/TB-UBND", date(2026, 11, 16))
    assert paper.signer == PaperSigner(authority="KT.", post="Phó Chủ tịch", name="Vũ Ký")
    assert paper.recipients == ("Các thôn", "Lưu: VT")


def test_one_code_means_one_person_among_guests_and_officials() -> None:
    with pytest.raises(MeetingFileError) as refused:
        meeting('guests = [{ code = "mttq", name = "A" }]\nofficials = [{ code = "mttq", name = "B" }]')
    assert (refused.value.key, refused.value.reason) == ("officials[1].code", "code_given_twice")
    assert refused.value.params == {"value": "mttq", "first": "guests[1].code"}


@pytest.mark.parametrize("required", ["title", "authority", "chairs"])
def test_required_keys_must_be_there_and_say_something(required: str) -> None:
    others = "\n".join(line for line in LEAST.splitlines() if not line.startswith(required))
    nothing = "[]" if required == "chairs" else '""'
    assert refusal(others) == (required, "missing_key")
    assert refusal(f"{others}\n{required} = {nothing}") == (required, "blank")


def test_a_wrong_word_comes_with_the_words_that_may_stand_there() -> None:
    with pytest.raises(MeetingFileError) as refused:
        meeting('projector = { names = "all" }')
    assert (refused.value.key, refused.value.reason) == ("projector.names", "not_one_of")
    assert refused.value.params == {"value": "all", "allowed": ("full", "initials")}
    with pytest.raises(MeetingFileError) as refused:
        meeting('rules = [{ name = "report", amount = 1 }, { name = "notice", amount = 1, when = "during" }]')
    assert refused.value.key == "rules[2].when"
    assert refused.value.params["allowed"] == ("after", "before")


def test_a_slip_of_writing_is_told_with_line_and_column() -> None:
    with pytest.raises(MeetingFileError) as refused:
        parse_meeting('title = "A"\nauthority = "B\n', "tan-phu.toml")
    assert refused.value.reason == "bad_toml"
    assert (refused.value.params["line"], refused.value.params["column"]) == (2, 15)


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 100_000, "a = " + "9" * 5000, 'title = "\\ud800"', "starts = 2026-02-30"]
)
def test_no_text_breaks_the_reader(text: str) -> None:
    assert refusal(text)[1] in ("too_deep", "bad_toml")


@given(text=st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(MeetingFileError):
        parse_meeting(text, "tan-phu.toml")


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    def reason(path: Path) -> tuple[str, dict[str, object]]:
        with pytest.raises(MeetingFileError) as refused:
            read_meeting_file(path)
        assert refused.value.file == str(path)
        return refused.value.reason, refused.value.params

    assert reason(tmp_path / "none.toml") == ("no_file", {})
    assert reason(tmp_path)[0] == "unreadable_file"
    old = tmp_path / "old.toml"
    old.write_bytes(LEAST.encode() + 'place = "Hội trường"'.encode("utf-16-le"))
    assert reason(old)[0] == "not_utf8"
    old.write_bytes(b'title = "A"\nplace = "\xd0\xc2"\n')
    assert reason(old) == ("not_utf8", {"line": 2})


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "notepad.toml"
    path.write_bytes(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode())
    assert read_meeting_file(path) == meeting()


def test_text_is_composed_and_kept_literally() -> None:
    decomposed = unicodedata.normalize("NFD", "Hội trường")
    assert meeting(f'place = "{decomposed}"').place == "Hội trường"
    assert meeting('place = "[b]=1+1\\u0007\\u200d</w:t>"').place == "[b]=1+1\ufffd\u200d</w:t>"


def test_fields_of_the_file_come_beside_the_usual_ones() -> None:
    setup = meeting(
        'fields = [{ code = "dat-dai", name = "Đất đai, địa chính" }, { code = "cho", name = "Chợ" }]\n'
        'officials = [{ code = "a", name = "A", fields = ["cho", "giao-thong"] }]'
    )
    fields = fields_of(setup)
    assert fields["dat-dai"].name == "Đất đai, địa chính"
    assert list(fields) == [usual.code for usual in USUAL_FIELDS] + ["cho"]


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        ("Đối thoại – Ủy ban (Thôn 3)", date(2026, 1, 5), "doi-thoai-uy-ban-thon-3-2026-01-05"),
        ("會議", None, "hoi-nghi"),
        ("!!!", date(2026, 1, 5), "hoi-nghi-2026-01-05"),
        ("đ" * 80, None, "d" * 64),
        ("một hai " * 20, date(2026, 1, 5), "mot-hai-mot-hai-mot-hai-mot-hai-mot-hai-mot-hai-mot-2026-01-05"),
    ],
)
def test_ids_are_made_of_plain_letters(title: str, day: date | None, expected: str) -> None:
    assert make_id(title, day) == expected


@given(title=st.text(), day=st.none() | st.dates())
def test_every_id_has_the_shape_of_an_id(title: str, day: date | None) -> None:
    made = make_id(title, day)
    assert 1 <= len(made) <= 64
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")


def test_the_sample_is_a_whole_morning_with_people_from_several_villages() -> None:
    setup = sample_meeting()
    assert (setup.id, setup.starts) == ("long-phung-2025", datetime(2026, 11, 26, 7, 30))
    people = [each for each in setup.attendance if each.name]
    assert len(people) >= 40
    assert len({each.place for each in people}) == 5
    assert sum(each.count for each in setup.attendance) > 100


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        (
            "ha-trung-2021",
            {
                "notice": (7, "days", "before", None),
                "opinions": (None, "days", None, date(2021, 11, 19)),
                "written_reply": (30, "days", "after", None),
            },
        ),
        (
            "pho-chau-2023",
            {
                "prepared_answers": (7, "working_days", "before", None),
                "conclusion_notice": (5, "working_days", "after", None),
                "written_reply": (10, "working_days", "after", None),
                "study_reply": (10, "working_days", "after", None),
                "report": (10, "working_days", "after", None),
            },
        ),
        (
            "lac-thuong-2023",
            {
                "opinions": (None, "days", None, date(2023, 6, 14)),
                "invitations": (None, "days", None, date(2023, 6, 15)),
                "report": (None, "days", None, date(2023, 6, 29)),
            },
        ),
    ],
)
def test_the_plans_keep_their_terms(plan: str, rules: dict[str, tuple[object, ...]]) -> None:
    setup = read_meeting_file(PLANS / f"{plan}.toml")
    assert setup.id == plan
    assert {rule.name: (rule.amount, rule.unit, rule.when, rule.date) for rule in setup.rules} == rules
    assert all(rule.source for rule in setup.rules)


def test_the_plans_differ_as_the_communes_do() -> None:
    ha_trung, pho_chau, lac_thuong = (
        read_meeting_file(PLANS / f"{plan}.toml") for plan in ("ha-trung-2021", "pho-chau-2023", "lac-thuong-2023")
    )
    assert ha_trung.limits.speech == 300
    assert (pho_chau.starts, pho_chau.limits.speech) == (None, 0)
    assert pho_chau.chairs[0].delegation
    assert [each.count for each in lac_thuong.attendance] == [5, 10, 20, 5, 15]


def test_a_fixed_last_day_goes_before_an_amount() -> None:
    rules = meeting('rules = [{ name = "report", amount = 1, date = 2026-12-01 }]').rules
    term = count(rules[0], date(2026, 11, 26), Calendar())
    assert term is not None
    assert term.last_day == date(2026, 12, 1)
