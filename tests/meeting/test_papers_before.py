"""What the papers before a meeting say, and the last days that the real plans order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from math import ceil
from pathlib import Path

import pytest
from msgspec import structs

from data.meeting_file import read_meeting_file
from data.sample import sample_meeting
from moderator.meeting.attendance_sheet import attendance_sheet
from moderator.meeting.emergency_form import emergency_form
from moderator.meeting.invitation import invitation
from moderator.meeting.loudspeaker import loudspeaker
from moderator.meeting.meeting import Meeting, made
from moderator.meeting.notice import notice
from moderator.meeting.page_room import PAGE, height
from moderator.meeting.paper import BlankLine, CutLine, PageBreak, Paper, Paragraph, Table, form_line
from moderator.meeting.prepared_answers import prepared_answers
from moderator.meeting.registration_slip import registration_slip
from moderator.meeting.script import script
from moderator.meeting.setup import AgendaItem, Attendee, Official, Person, Rule, Setup
from moderator.meeting.wording import GAP, GAP_DAY, GAP_TIME
from moderator.meeting.working_days import Calendar
from tests.meeting.story import Story

PLANS = Path(__file__).parent.parent / "plans"
CALENDAR = Calendar()
LEAST = Setup(title="Đối thoại với Nhân dân", authority="ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", chairs=(Person(name="Lê Thật"),))
ALL: tuple[Callable[[Meeting, Calendar], Paper | tuple[Paper, ...]], ...] = (
    notice,
    invitation,
    prepared_answers,
    attendance_sheet,
    registration_slip,
    script,
    emergency_form,
)


def meeting(setup: Setup) -> Meeting:
    return Meeting([made(setup, dt.datetime(2026, 11, 2, tzinfo=dt.UTC))])


def plan(name: str) -> Setup:
    return read_meeting_file(PLANS / f"{name}.toml")


def said(paper: Paper) -> str:
    return paper.plain_text()


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.body if isinstance(block, Table)]


def row_with(paper: Paper, text: str) -> tuple[str, ...]:
    (found,) = [row for table in tables(paper) for row in table.rows if any(text in cell for cell in row)]
    return found


# --- the last days of the plans


def test_long_phung_is_told_a_week_before_and_by_loudspeaker_three_days_before() -> None:
    told = said(notice(meeting(sample_meeting()), CALENDAR))
    assert "được thông báo, niêm yết để Nhân dân biết chậm nhất ngày 19 tháng 11 năm 2026." in told
    assert "trên hệ thống truyền thanh chậm nhất ngày 23 tháng 11 năm 2026." in told
    # Ten days after 26/11 is a Sunday.
    assert "gửi đến các thôn, tổ dân phố chậm nhất ngày 07 tháng 12 năm 2026." in told


def test_lac_thuong_gathers_opinions_and_sends_invitations_by_the_days_of_its_plan() -> None:
    told = said(notice(meeting(plan("lac-thuong-2023")), CALENDAR))
    assert "gửi Ủy ban nhân dân xã Thống Kênh chậm nhất ngày 14 tháng 6 năm 2023." in told
    assert "Giấy mời được gửi đến đại biểu chậm nhất ngày 15 tháng 6 năm 2023." in told
    rows = script(meeting(plan("lac-thuong-2023")), CALENDAR)
    assert row_with(rows, "Gửi giấy mời")[2] == "chậm nhất ngày 15 tháng 6 năm 2023"
    assert "mục IV.5" in row_with(rows, "Gửi giấy mời")[3]


def test_ha_trungs_slip_is_pointed_out_to_the_chair_and_not_mended() -> None:
    paper = script(meeting(plan("ha-trung-2021")), CALENDAR)
    opinions = row_with(paper, "Tổng hợp ý kiến")
    assert "ngày 19 tháng 11 năm 2021" in opinions[2]
    assert "SAU NGÀY HỘI NGHỊ" in opinions[2]
    assert row_with(paper, "Thông báo công khai")[2] == "chậm nhất ngày 21 tháng 10 năm 2021"


def test_pho_chau_asks_for_answers_seven_working_days_before_once_the_day_is_known() -> None:
    setup = structs.replace(plan("pho-chau-2023"), starts=dt.datetime(2021, 10, 28, 8, 0))
    letters = prepared_answers(meeting(setup), CALENDAR)
    assert len(letters) == 4
    for letter in letters:
        assert "chậm nhất ngày 19 tháng 10 năm 2021." in said(letter)
        assert "Cách tính thời hạn: 07 ngày làm việc trước 28/10/2021, không tính thứ Bảy, Chủ nhật" in said(letter)
        assert "theo Kế hoạch, mục II.4.1." in said(letter)


def test_without_a_day_the_term_itself_is_told_and_no_day_is_made_up() -> None:
    letter, *_ = prepared_answers(meeting(plan("pho-chau-2023")), CALENDAR)
    assert "chậm nhất 07 ngày làm việc trước ngày tổ chức hội nghị." in said(letter)
    assert "thời gian cụ thể sẽ có thông báo sau" in said(letter)
    chairs_words = script(meeting(plan("pho-chau-2023")), CALENDAR)
    assert "chậm nhất 10 ngày làm việc sau ngày kết thúc hội nghị" in row_with(chairs_words, "Tiếp thu ý kiến; giao")[1]
    assert "chậm nhất 05 ngày làm việc sau ngày kết thúc hội nghị" in said(chairs_words)


def test_a_day_that_rests_on_days_off_not_announced_is_told_as_provisional() -> None:
    rules = (Rule(name="notice", amount=7),)
    setup = structs.replace(LEAST, starts=dt.datetime(2031, 3, 20, 8, 0), rules=rules)
    assert "chậm nhất ngày 13 tháng 3 năm 2031 (tạm tính)." in said(notice(meeting(setup), CALENDAR))


# --- notice and invitation


def test_the_notice_names_officeholders_and_no_citizen() -> None:
    setup = sample_meeting()
    told = said(notice(meeting(setup), CALENDAR))
    assert "7 giờ 30 phút, ngày 26 tháng 11 năm 2026 (thứ Năm)" in told
    assert "thôn Phú Hòa (12 người)" in told
    assert "Hội Nông dân xã (10 người)" in told
    assert not [each.name for each in setup.attendance if each.name and each.name in told]
    assert "mỗi người không quá 5 phút, trao đổi thêm không quá 2 phút" in told
    assert "trả lời riêng bằng văn bản" in told


def test_the_invitation_names_officeholders_and_counts_everybody_else() -> None:
    setup = sample_meeting()
    told = said(invitation(meeting(setup), CALENDAR))
    assert "- Ông Lê Quang Tấn, Phó Bí thư Thường trực Đảng ủy xã;" in told
    assert "- Bà Huỳnh Thị Ngọc Trâm, Trưởng phòng Văn hóa - Xã hội;" in told
    assert not [each.name for each in setup.attendance if each.name and each.name in told]


def test_the_invitation_follows_the_order_of_its_form() -> None:
    told = said(invitation(meeting(sample_meeting()), CALENDAR))
    parts = ("trân trọng kính mời:", "Tới dự: ", "Chủ trì: ", "Thời gian: ", "Địa điểm: ", "Trân trọng kính mời")
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_the_notice_cites_bases_and_plan() -> None:
    paper = notice(meeting(sample_meeting()), CALENDAR)
    assert paper.base_lines[-1] == (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 11 năm 2026 của Ủy ban nhân dân xã Long Phụng."
    )
    assert (paper.type_name, paper.subject.partition(" giữa")[0]) == (
        "THÔNG BÁO",
        "Tổ chức Hội nghị đối thoại trực tiếp",
    )


def test_what_is_not_settled_is_left_as_room_to_write() -> None:
    for paper in (notice(meeting(LEAST), CALENDAR), invitation(meeting(LEAST), CALENDAR)):
        assert f"{GAP_TIME}, {GAP_DAY}" in said(paper)
        assert GAP in said(paper)


# --- letters for prepared answers


def test_one_letter_to_each_body_with_the_fields_of_all_its_officials() -> None:
    officials = (
        Official(code="a", name="Võ Thành", honorific="Ông", body="Phòng Kinh tế", fields=("dat-dai",)),
        Official(code="b", name="Lê Nga", honorific="Bà", body="phòng kinh tế", fields=("xay-dung", "dat-dai")),
        Official(code="c", name="Trần Mạnh", honorific="Ông", body="Công an xã", fields=("an-ninh",)),
    )
    economy, police = prepared_answers(meeting(structs.replace(LEAST, officials=officials)), CALENDAR)
    assert "Kính gửi: Phòng Kinh tế." in said(economy)
    assert "lĩnh vực: đất đai; xây dựng." in said(economy)
    assert "Cử ông Võ Thành; bà Lê Nga dự hội nghị" in said(economy)
    assert "Kính gửi: Công an xã." in said(police)
    assert economy.is_letter
    assert economy.subject.startswith("V/v ")


def test_the_subject_of_a_letter_is_short_and_whom_it_goes_to_is_not_bold() -> None:
    letter, *_ = prepared_answers(meeting(sample_meeting()), CALENDAR)
    assert letter.subject == "V/v chuẩn bị nội dung trả lời tại hội nghị đối thoại ngày 26/11/2026"
    addressee = letter.body[0]
    assert isinstance(addressee, Paragraph)
    assert addressee.style == "centred"
    assert not any(run.bold for run in addressee.runs)


def test_an_official_of_the_issuing_body_itself_is_written_to_in_person() -> None:
    deputy, *_ = prepared_answers(meeting(sample_meeting()), CALENDAR)
    assert "Kính gửi: Ông Đặng Quốc Thịnh, Phó Chủ tịch Ủy ban nhân dân xã." in said(deputy)
    assert "đề nghị ông Đặng Quốc Thịnh" in said(deputy)


def test_nobody_to_answer_gives_one_letter_to_fill_in() -> None:
    (letter,) = prepared_answers(meeting(LEAST), CALENDAR)
    assert f"Kính gửi: {GAP}." in said(letter)


def test_questions_known_already_go_to_their_body_without_their_askers_and_nothing_that_the_law_protects() -> None:
    story = Story(opened=False)
    for text, kind in (("Đường thôn ngập", "question"), ("Tố ông X", "denunciation"), ("Thái độ cán bộ", "conduct")):
        story.do("register", name="Hoàng Bảo", place="thôn Hạ", channel="in_writing", text=text, again=True)
        number = story.state["questions"][-1]["question"]
        story.do("edit_question", question=number, field="dat-dai", kind=kind)
    land, police = prepared_answers(story.meeting, story.calendar)
    assert "+ Ý kiến số 1 (thôn Hạ): Đường thôn ngập." in said(land)
    assert "Đường thôn ngập" not in said(police)
    for letter in (land, police):
        assert not [word for word in ("Hoàng Bảo", "Tố ông X", "Thái độ") if word in said(letter)]


# --- the list to sign


def test_groups_get_a_row_for_each_of_their_people() -> None:
    group = Attendee(organisation="Hội Nông dân xã", count=7)
    person = Attendee(name="Trần Lực", honorific="Ông", place="thôn Hạ")
    paper = attendance_sheet(meeting(structs.replace(LEAST, attendance=(group, person))), CALENDAR)
    hosts, named, farmers, others = tables(paper)
    assert [row[:3] for row in hosts.rows] == [("01", "Ông/Bà Lê Thật", "")]
    assert [row[:3] for row in named.rows] == [("02", "Ông Trần Lực", "thôn Hạ")]
    assert [row[0] for row in farmers.rows] == [f"{number:02d}" for number in range(3, 10)]
    assert others.rows[0][0] == "10"
    assert all(table.row_height >= 8 for table in tables(paper))


def test_a_group_of_a_whole_commune_does_not_fill_the_disk() -> None:
    crowd = Attendee(organisation="Nhân dân toàn xã", count=1_000_000)
    paper = attendance_sheet(meeting(structs.replace(LEAST, attendance=(crowd,))), CALENDAR)
    assert sum(len(table.rows) for table in tables(paper)) < 400


def test_people_stand_in_the_order_of_their_given_names_and_nobody_twice() -> None:
    paper = attendance_sheet(meeting(plan("pho-chau-2023")), CALENDAR)
    names = [row[1] for table in tables(paper) for row in table.rows if row[1]]
    assert names.count("Bà Ngô Thị Bảo Yến") == 1
    assert names[-3:] == ["Bà Trần Thị Mười", "Bà Võ Thị Ái Nhi", "Ông Phan Đình Tựu"]


# --- slips


def test_slips_are_numbered_two_on_a_page_and_ask_for_consent() -> None:
    paper = registration_slip(meeting(sample_meeting()), CALENDAR)
    numbers = [block.text for block in paper.body if isinstance(block, Paragraph) and "PHIẾU ĐĂNG KÝ" in block.text]
    assert numbers == [f"PHIẾU ĐĂNG KÝ PHÁT BIỂU SỐ {number:02d}" for number in range(1, 31)]
    assert sum(isinstance(block, CutLine) for block in paper.body) == 15
    assert sum(isinstance(block, PageBreak) for block in paper.body) == 14
    assert said(paper).count("☐ Tôi đồng ý hiện họ tên trên màn hình hội trường.") == 30
    labels = {blank.label.strip() for block in paper.body if isinstance(block, BlankLine) for blank in block.blanks}
    assert {"Thôn, tổ dân phố:", "Nội dung ý kiến, câu hỏi:", "Điện thoại:"} <= labels
    assert "Thời gian đề nghị phát biểu (không quá 5 phút):" in labels
    assert not paper.numbered


def a_slip(setup: Setup) -> list[Paragraph | BlankLine]:
    """What is printed between the number of the first slip and the line to cut along or the next page."""
    body = registration_slip(meeting(setup), CALENDAR).body
    end = next(place for place, block in enumerate(body) if isinstance(block, CutLine | PageBreak))
    return [block for block in body[:end] if isinstance(block, Paragraph | BlankLine)]


def free_lines(setup: Setup) -> int:
    return sum(block.blanks[0].label == "" for block in a_slip(setup) if isinstance(block, BlankLine))


def test_slips_have_as_many_lines_to_write_on_as_half_a_page_holds() -> None:
    line = height([form_line()])
    for setup in (LEAST, sample_meeting(), sample_meeting("vam-tra-2026")):
        slip = a_slip(setup)
        printed = height(block for block in slip if isinstance(block, Paragraph))
        assert 2 * (printed + line * sum(isinstance(block, BlankLine) for block in slip)) <= PAGE
        assert free_lines(setup) >= 4


def test_a_title_too_long_for_half_a_page_has_a_slip_on_each_page() -> None:
    long = structs.replace(LEAST, title="Hội nghị đối thoại trực tiếp với Nhân dân " * 9)
    body = registration_slip(meeting(long), CALENDAR).body
    assert not any(isinstance(block, CutLine) for block in body)
    assert sum(isinstance(block, PageBreak) for block in body) == 29
    assert free_lines(long) == 6


def test_no_label_of_a_slip_takes_the_room_to_write_behind_it() -> None:
    odd = structs.replace(sample_meeting(), limits=structs.replace(sample_meeting().limits, speech=4 * 60 + 30))
    (asked,) = [block for block in a_slip(odd) if isinstance(block, BlankLine) and "đề nghị" in block.blanks[0].label]
    assert [blank.label for blank in asked.blanks] == ["Thời gian đề nghị phát biểu (không quá 4 phút 30 giây):"]


# --- the text for the loudspeakers


def test_before_the_meeting_the_loudspeakers_call_people_to_it() -> None:
    lines = loudspeaker(meeting(sample_meeting()), CALENDAR).split("\n")
    assert lines[0] == "Kính thưa toàn thể Nhân dân."
    assert "Thời gian: 7 giờ 30 phút, ngày 26 tháng 11 năm 2026 (thứ Năm)." in lines
    assert "Địa điểm: nhà văn hóa thôn Phú Hòa." in lines
    assert "Mỗi người phát biểu không quá 5 phút." in lines
    assert not [line for line in lines if "kết quả" in line or " 0 " in line]
    later = loudspeaker(meeting(plan("pho-chau-2023")), CALENDAR).split("\n")
    assert "Thời gian cụ thể sẽ có thông báo sau." in later


# --- the chair's script


def test_every_secretary_is_introduced() -> None:
    told = said(script(meeting(sample_meeting("vam-tra-2026")), CALENDAR))
    assert "bà Lê Hoàng Oanh, Chánh Văn phòng HĐND và UBND xã; ông Thái Minh Nhật, Công chức" in told


def test_a_day_not_settled_is_told_once() -> None:
    told = said(script(meeting(plan("pho-chau-2023")), CALENDAR))
    assert "\nThời gian cụ thể sẽ có thông báo sau.\n" in told
    assert "hời gian: thời gian" not in told


def test_the_programme_runs_by_the_clock_from_the_start() -> None:
    programme, *_ = tables(script(meeting(sample_meeting()), CALENDAR))
    assert [row[1] for row in programme.rows] == [
        "7 giờ 30 - 7 giờ 40",
        "7 giờ 40 - 8 giờ 00",
        "8 giờ 00 - 10 giờ 45",
        "10 giờ 45 - 11 giờ 00",
    ]


def test_times_stop_where_a_point_has_no_planned_length() -> None:
    agenda = (AgendaItem(title="A", minutes=10), AgendaItem(title="B"), AgendaItem(title="C", minutes=15))
    setup = structs.replace(LEAST, starts=dt.datetime(2026, 11, 26, 7, 30), agenda=agenda)
    programme, *_ = tables(script(meeting(setup), CALENDAR))
    assert [row[1] for row in programme.rows] == ["7 giờ 30 - 7 giờ 40", "", "15 phút"]
    assert "Dự kiến kết thúc" not in said(script(meeting(setup), CALENDAR))


def test_the_script_says_what_the_law_and_the_plans_want_said() -> None:
    told = said(script(meeting(sample_meeting()), CALENDAR))
    for point in (
        "Mỗi người phát biểu không quá 5 phút",
        "được trao đổi thêm, không quá 2 phút",
        "Chủ trì có thể hỏi lại",
        "gửi câu hỏi bằng văn bản qua thư ký",
        "trả lời riêng bằng văn bản, chậm nhất ngày 11 tháng 12 năm 2026",
        "cơ quan nào trả lời và khi nào, chậm nhất ngày 10 tháng 12 năm 2026",
        "theo quy định của pháp luật về khiếu nại, tố cáo",
        "Thông báo kết luận của hội nghị được ban hành chậm nhất ngày 03 tháng 12 năm 2026",
        "tuyên bố bế mạc hội nghị",
    ):
        assert point in told


def test_a_chair_who_presides_by_delegation_says_so() -> None:
    told = said(script(meeting(plan("pho-chau-2023")), CALENDAR))
    assert "Tôi là Trần Duy Khánh, Phó Chủ tịch UBND xã (Chủ tịch UBND xã ủy quyền chủ trì đối thoại)" in told


# --- the form for a power cut


def test_the_emergency_form_goes_on_where_the_meeting_stands() -> None:
    story = Story()
    story.hears("Trần Lực", "Đường ngập", "Tố ông Y")
    story.do("edit_question", question=2, kind="denunciation")
    story.do("register", name="Lê Mận", honorific="Bà", place="thôn Hạ", topic="Nước sạch", asked_seconds=180)
    story.do("register", name="Vũ Kín", anonymous=True)
    paper = emergency_form(story.meeting, story.calendar)
    registrations, turns, questions = tables(paper)
    assert registrations.rows[1] == ("2", "Bà Lê Mận", "thôn Hạ", "Nước sạch", "trực tiếp", "3 phút", "", "")
    assert registrations.rows[0][-1] == "đã phát biểu"
    assert registrations.rows[2][1] == "Một công dân không nêu tên"
    assert registrations.rows[3] == ("4", *[""] * 7)
    assert turns.rows[0][0] == "2"
    assert questions.rows[0][2] == "Đường ngập"
    assert questions.rows[1][1:3] == ("", "(tố cáo: không ghi nội dung)")
    assert questions.rows[2][0] == "3"
    assert questions.rows[2][5].count("☐") == 7
    assert "Số đăng ký tiếp theo là 4, số ý kiến tiếp theo là 3" in said(paper)
    assert paper.landscape


def test_a_topic_that_was_picked_stands_in_the_form_by_its_name() -> None:
    story = Story()
    story.do("register", name="Lê Mận", topic="dat-dai")
    registrations, *_ = tables(emergency_form(story.meeting, story.calendar))
    assert registrations.rows[0][3] == "Đất đai"


@pytest.mark.parametrize("known", [0, 1, 8, 20, 40])
def test_free_rows_fill_their_last_page(known: int) -> None:
    story = Story()
    for number in range(known):
        story.do("register", name=f"Lê Thị {number}", topic="Đường liên thôn")
    registrations, _, questions = tables(emergency_form(story.meeting, story.calendar))
    free = len(registrations.rows) - known
    assert 25 <= free < 25 + 17
    # No known row takes more than a quarter more than a free one; ten rows stand on the first page, 17 on the others.
    assert (ceil(known * 1.25) + free - 10) % 17 == 0
    assert len(questions.rows) == 12


# --- all of them


@pytest.mark.parametrize("setup", [LEAST, *map(plan, ("ha-trung-2021", "lac-thuong-2023", "pho-chau-2023"))])
def test_every_paper_can_be_written_of_every_plan_and_of_the_least_meeting(setup: Setup) -> None:
    for write in ALL:
        worded = write(meeting(setup), CALENDAR)
        for paper in (worded,) if isinstance(worded, Paper) else worded:
            assert setup.title.rstrip(".")[1:] in said(paper)


def test_the_same_meeting_gives_the_same_papers() -> None:
    setup = sample_meeting()
    assert [write(meeting(setup), CALENDAR) for write in ALL] == [write(meeting(setup), CALENDAR) for write in ALL]
