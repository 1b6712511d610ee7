"""The second sample, Vàm Trà: a day of two rounds with two chairs, a power cut, and all that a real hall does."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Struct, structs

from data.rehearsal_file import Line
from data.sample import DAY_OF_TWO_ROUNDS, sample_rehearsal
from moderator.__main__ import main
from moderator.meeting import commands as c
from moderator.meeting.attendance import figures, invited, taken, taking_part, uninvited
from moderator.meeting.commands import Command
from moderator.meeting.hall import HallView
from moderator.meeting.hall_view import Moment, hall_view
from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_gaps import missing
from moderator.meeting.minutes_public import public_minutes
from moderator.meeting.past_turns import occupied
from moderator.meeting.proposals import proposals
from moderator.meeting.setup import AgendaItem
from moderator.samples import is_sample
from tests.plans.played import CALENDAR, Hall, Played, Term, Told, encoded, state_of, text_of

FILES = Path(__file__).parent.parent / "data" / "sample"
SECRET = "BÍ MẬT"
HALL_ACTS = (
    c.Chair, c.AddOfficial, c.EditOfficial, c.AddAgenda, c.EditAgenda, c.EditMeeting, c.EditRule, c.Attend,
    c.GoOn, c.PastTurn, c.Rhythm, c.ConcludeMeeting, c.Agree, c.Incident,
)  # fmt: skip
NAMED = {1, 2, 5, 11, 18}
INITIALS = {
    3: "Ông N.H.Â",
    6: "Bà H.K.T",
    7: "Ông L.V.B",
    8: "Ông T.M.L",
    9: "Bà C.T.Ú.H",
    12: "Bà N.T.N.D",
    13: "Ông H.T.L",
    14: "Bà L.T.C.N",
    15: "Ông T.V.T",
    16: "Ông Đ.T.D",
    17: "Bà L.T.T.A",
    19: "Ông M.V.P",
    20: "Bà V.T.S.E",
}


@pytest.fixture(scope="module")
def day() -> Played:
    """The whole day, played from its first line to its last."""
    return Played(DAY_OF_TWO_ROUNDS)


def seen(meeting: Meeting, at: dt.datetime, *, interrupted: bool = False) -> HallView:
    return hall_view(meeting.state, Moment(at, at), CALENDAR, interrupted=interrupted)


def place_of(day: Played, wanted: Callable[[Command], bool], which: int = 0) -> int:
    return [place for place, line in enumerate(day.lines) if wanted(line.command)][which]


def after(day: Played, wanted: Command, which: int = 0) -> Hall:
    """The hall right after a line that gives this very command."""
    return day.until(1 + place_of(day, lambda command: command == wanted, which))


# It plays


def test_it_is_played_with_its_own_meeting_file_from_the_command_line(
    day: Played, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--data", str(tmp_path)]
    files = [str(FILES / f"{DAY_OF_TWO_ROUNDS}.jsonl"), "--new", str(FILES / f"{DAY_OF_TWO_ROUNDS}.toml")]
    assert main([*folder, "rehearse", *files, "--speed", "max"], now=lambda: day.lines[0].at) == 0
    assert capsys.readouterr().err == ""

    assert main([*folder, "show", DAY_OF_TWO_ROUNDS, "--json"], now=lambda: day.lines[-1].at) == 0
    shown = json.loads(capsys.readouterr().out)
    expected = json.loads(encoded(day.state))
    assert {key: shown[key] for key in shown if key != "next_undo"} == {
        key: expected[key] for key in expected if key != "next_undo"
    }

    assert main([*folder, "export", DAY_OF_TWO_ROUNDS, "--only", "minutes"]) == 0
    (path,) = capsys.readouterr().out.splitlines()
    assert text_of(Path(path)) == day.docx_text
    assert main([*folder, "check", DAY_OF_TWO_ROUNDS]) == 0


def test_its_people_are_invented_too() -> None:
    assert is_sample(DAY_OF_TWO_ROUNDS)
    assert is_sample(f"{DAY_OF_TWO_ROUNDS}-2")
    assert not is_sample("2026")


def test_all_that_a_hall_does_is_rehearsed(day: Played) -> None:
    given = {type(line.command) for line in day.lines}
    office = {c.Reply, c.ExtendPromise, c.Done, c.Sign}
    known = {value for value in vars(c).values() if isinstance(value, type) and issubclass(value, c.Command)}
    assert known - given == office | {c.Command, c.OpenRegistration, c.Withdraw}
    assert {command.kind for command in commands(day, c.Remind)} == {"time", "topic", "order"}
    assert {command.on for command in commands(day, c.Agree)} == {"question", "conclusion", "minutes"}
    assert {command.kind for command in commands(day, c.PastTurn)} == {"speech", "answer", "statement"}
    assert len([line for line in day.lines if line.refused]) == 1


def commands(day: Played, kind: type[Any]) -> list[Any]:
    return [line.command for line in day.lines if isinstance(line.command, kind)]


# How the day went


def test_the_order_of_the_turns_is_the_order_in_which_people_spoke(day: Played) -> None:
    assert day.heard == [
        ("speech", 1),
        ("speech", 2),
        ("speech", 3),
        ("speech", 5),
        ("follow_up", 5),
        ("follow_up", 11),
        ("speech", 6),
        ("speech", 8),
        ("speech", 9),
        ("speech", 11),
        ("speech", 12),
        ("speech", 7),
        ("speech", 16),
        ("speech", 18),
        ("speech", 19),
        ("speech", 17),
        ("follow_up", 1),
        ("speech", 20),
    ]


def test_the_figures_are_these(day: Played) -> None:
    speeches = (270, 355, 220, 230, 220, 200, 252, 270, 255, 215, 210, 210, 200, 210, 240)
    follow_ups = (90, 105, 110)
    answers = (600, 280, 250, 280, 390, 160, 420, 310, 180, 250, 240, 170, 260)
    statements_and_reading = (390, 1050, 130, 280, 240, 300, 1020, 690)
    assert day.state["statistics"] == {
        "people_heard": 14,
        "questions": 20,
        "settled": 6,
        "written": 5,
        "study": 3,
        "beyond": 1,
        "off_topic": 1,
        "procedure": 1,
        "noted": 1,
        "unconcluded": 0,
        "joined": 1,
        "dropped": 1,
        "citizen_seconds": sum(speeches) + sum(follow_ups),
        "official_seconds": sum(answers) + sum(statements_and_reading),
    }


def test_the_terms_stand_as_the_plan_and_the_chair_set_them(day: Played) -> None:
    assert day.terms == {
        "notice": Term(date(2026, 12, 3), False),
        "prepared_answers": Term(date(2026, 12, 3), False),
        "conclusion_notice": Term(date(2026, 12, 17), False),
        "results_published": Term(date(2026, 12, 21), False),  # 20 December is a Sunday
        "written_reply": Term(date(2026, 12, 31), False),  # the chair made it 15 working days
        "study_reply": Term(date(2027, 1, 11), True),  # 9 January is a Saturday
        "beyond_notice": Term(date(2026, 12, 21), False),
        "off_topic_reply": Term(date(2026, 12, 24), False),
    }
    assert day.before("edit_rule").meeting.state.setup.rules[4].amount == 30


def test_every_promise_has_its_body_and_last_day(day: Played) -> None:
    economy, culture, services = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Cung ứng dịch vụ công"
    gate, village = "Ban nhân dân ấp Rạch Gừa", "Ban nhân dân ấp Thạnh Hưng"
    counter, power = "Trung tâm Phục vụ hành chính công", "Đội Quản lý điện khu vực Vàm Trà"
    general = [
        (None, None, "work", "Văn phòng HĐND và UBND xã", "secretary", "2026-12-15", False),
        (None, None, "work", economy, "kinh-te", "2027-01-22", False),
        (None, None, "reply", "Ban nhân dân các ấp", None, "2027-01-29", False),
    ]
    of_questions = [
        Told(3, "study", "reply", economy, "kinh-te", "2026-12-31", False),
        Told(3, "study", "work", services, "dich-vu-cong", "2026-12-18", False),
        Told(3, "study", "work", gate, None, "2026-12-15", False),
        Told(3, "study", "forward", "Chi cục Thủy lợi tỉnh", "kinh-te", "2026-12-22", False),
        Told(4, "written", "reply", economy, "kinh-te", "2026-12-31", False),
        Told(4, "written", "work", village, None, "2027-01-15", False),
        Told(5, "written", "reply", economy, "kinh-te", "2026-12-31", False),
        Told(6, "settled", "work", power, "dien-luc", "2027-01-29", False),
        Told(10, "beyond", "forward", "Sở Nông nghiệp và Môi trường tỉnh", "kinh-te", "2026-12-21", False),
        Told(10, "beyond", "work", "Ban Chỉ huy Quân sự xã", "quan-su", "2026-12-20", False),
        Told(10, "beyond", "reply", economy, "kinh-te", "2026-12-31", False),
        Told(1, "study", "reply", services, "dich-vu-cong", "2027-01-11", True),
        Told(1, "study", "work", services, "dich-vu-cong", "2027-01-04", False),
        Told(8, "written", "reply", counter, "hanh-chinh-cong", "2026-12-31", False),
        Told(11, "settled", "work", services, "dich-vu-cong", "2026-12-15", False),
        Told(11, "settled", "reply", "Ban Quản lý chợ Vàm Trà", None, "2027-01-05", False),
        Told(12, "off_topic", "reply", economy, "kinh-te", "2026-12-24", False),
        Told(14, "written", "reply", culture, "van-hoa-xa-hoi", "2026-12-31", False),
        Told(15, "settled", "work", economy, "kinh-te", "2026-12-25", False),
        Told(15, "settled", "work", gate, None, "2026-12-16", False),
        Told(18, "study", "reply", economy, "kinh-te", "2027-01-11", True),
        Told(16, "settled", "work", village, None, "2027-01-15", False),
        Told(20, "written", "reply", culture, "van-hoa-xa-hoi", "2026-12-31", False),
    ]
    assert [*map(tuple, day.promises)] == [*map(tuple, of_questions[:-1]), *general, tuple(of_questions[-1])]


def test_four_people_speak_in_the_morning_before_the_floor_key_calls_for_their_answers(day: Played) -> None:
    for spoken, who in ((1, 2), (2, 3), (3, 5)):
        hall = day.until(1 + place_of(day, lambda command: isinstance(command, c.End), 1 + spoken + (spoken > 2)))
        first = proposals(hall.meeting.state, hall.meeting.state.rounds)[0]
        assert (first.kind, first.who, first.place) == ("call", who, (spoken + 1, 4))
    hall = after(day, c.Assign(questions=(6,), official="dien-luc"))
    first = proposals(hall.meeting.state, hall.meeting.state.rounds)[0]
    assert (first.kind, first.official, first.questions) == ("call_answer", "kinh-te", (3, 4, 5))
    assert day.state["rhythm"] == 3


def test_an_official_who_was_on_no_list_and_a_guest_answer(day: Played) -> None:
    answers = {turn["official"]: turn["questions"] for turn in day.turns.values() if turn["kind"] == "answer"}
    assert (answers["dien-luc"], answers["mttq"]) == ([6], [16])
    assert [official.code for official in day.setup.officials].count("dien-luc") == 0
    assert [turn["official"] for turn in day.turns.values() if turn["kind"] == "statement"] == [
        "secretary",
        "chair",
        "hdnd",
        "chair-2",
        "mttq",
        "chair",
        "secretary",
    ]


def test_somebody_else_presides_in_the_afternoon_until_the_chair_is_back(day: Played) -> None:
    assert [(row["since"], row["chair"]) for row in day.state["presiding"]] == [
        (day.time("13:30:45"), "chair-2"),
        (day.time("14:39:00"), "chair"),
    ]
    assert day.state["meeting"]["chair"] == "chair"


def test_follow_ups_are_by_the_asker_and_by_others(day: Played) -> None:
    follow_ups = {
        n: [(turn, day.turns[turn]["who"]) for turn in q["follow_ups"]]
        for n, q in day.questions.items()
        if q["follow_ups"]
    }
    assert follow_ups == {6: [(10, 5)], 3: [(11, 11)], 15: [(39, 1)]}
    assert {n: day.questions[n]["who"] for n in follow_ups} == {6: 5, 3: 1, 15: 19}


def test_a_turn_that_went_on_counts_without_the_gap(day: Played) -> None:
    turn = day.turns[11]
    assert (turn["began"], turn["ended"], turn["spoken"]) == (day.time("09:06:42"), day.time("09:08:37"), 80 + 25)


def test_the_power_cut_leaves_every_second_counted_once(day: Played) -> None:
    # The clock of the answer stood from the last sign of life; what was timed on paper followed.
    hall = after(day, c.Recover(choice="paused", since=dt.datetime(2026, 12, 10, 10, 22, 25)))
    floor = state_of(hall.meeting, hall.now)["floor"]
    assert (floor["turn"], floor["state"], floor["spoken"]) == (23, "paused", 360)
    assert (day.turns[23]["spoken"], day.turns[23]["corrected"]) == (420, True)
    on_paper = [day.turns[number] for number in (24, 25, 26)]
    assert [(turn["began"], turn["spoken"]) for turn in on_paper] == [
        (day.time("10:24:30"), 255),
        (day.time("10:29:20"), 310),
        (day.time("10:35:10"), 280),
    ]
    ran = sorted(
        stretch
        for turn in day.meeting.state.turns.values()
        if turn.counted and turn.kind != "clarification"
        for stretch in occupied(turn, day.lines[-1].at)
    )
    assert all(one.ended <= two.began for one, two in pairwise(ran))


def test_a_question_asked_on_paper_belongs_to_the_turn_on_paper(day: Played) -> None:
    question = day.meeting.state.questions[11]
    assert (question.turn, question.answer_turns) == (24, (25,))
    assert [(answer.official, answer.turn) for answer in question.answers] == [("dich-vu-cong", 25)]


def test_what_was_put_down_wrong_is_mended(day: Played) -> None:
    assert "năng suất" in day.questions[3]["text"]
    assert "công trình thủy lợi" in day.questions[3]["answers"][0]["text"]
    assert (day.questions[15]["who"], day.meeting.state.questions[15].turn) == (19, 32)
    assert day.questions[11]["answers"][0]["official"] == "dich-vu-cong"
    assert day.registrations[15]["topic"] == "Bến đò Vàm Lịch không có phao cứu sinh"
    assert day.questions[10]["joined_into"] is None
    assert day.questions[19]["joined_into"] == 18


def test_limits_of_the_afternoon_are_shorter(day: Played) -> None:
    assert {day.turns[number]["limit"] for number in (3, 12, 28)} == {300}
    assert {day.turns[number]["limit"] for number in (31, 40)} == {240}
    assert (day.turns[8]["limit"], day.turns[41]["limit"]) == (600, 480)
    assert day.turns[5]["limit"] == 240  # asked for on the slip
    assert (day.turns[4]["extended"], day.turns[4]["began"]) == (60, day.time("08:31:55"))


def test_the_agenda_grows_by_an_item(day: Played) -> None:
    agenda = day.meeting.setup.agenda
    assert agenda[3] == AgendaItem(title="Đối thoại đợt 2 và làm rõ các nội dung của đợt 1", minutes=130)
    assert agenda[5] == AgendaItem(title="Thông qua biên bản hội nghị", minutes=10)
    assert day.state["meeting"]["agenda_item"] == 6


def test_attendance_is_taken_by_person_and_by_count(day: Played) -> None:
    state = day.meeting.state
    counted = figures(state, invited(state.setup))
    assert msgspec.structs.astuple(counted) == (108, 17 + 13 + 15 + 8 + 9 + 46, 3 + 2 + 1, 1, 0)
    assert [told.present for told in uninvited(state)] == [12]
    away = {who.code: taken(state, who) for who in taking_part(state.setup) if taken(state, who)}
    assert {code: told.present for code, told in away.items() if told is not None} == {"quan-su": 0}


def test_who_still_waits_is_settled_one_by_one(day: Played) -> None:
    assert {who: row["status"] for who, row in day.registrations.items() if row["status"] != "heard"} == {
        4: "in_writing",
        10: "in_writing",
        13: "withdrawn",
        14: "in_writing",
        15: "carried_over",
    }
    assert day.questions[20]["who"] == 14


# What the secretary would sign


def test_the_minutes_lack_nothing(day: Played) -> None:
    assert missing(day.meeting, CALENDAR) == []


@pytest.mark.parametrize(
    "told",
    [
        "Thời gian bắt đầu: 8 giờ 00 phút, ngày 10 tháng 12 năm 2026.",
        (
            "+ Ông Hồ Chí Tâm, Chỉ huy trưởng Ban Chỉ huy Quân sự xã (vắng mặt: dự tập huấn ở tỉnh; ông Bành Quốc Duy,"
            " Phó Chỉ huy trưởng, dự thay);"
        ),
        "+ Ông Ngô Hoàng Em, Đội trưởng Đội Quản lý điện khu vực Vàm Trà.",
        (
            "- Tổng số được mời theo danh sách: 108 người; có mặt 108 người (trong đó 06 người ngoài số được mời);"
            " vắng 06 người; dự thay 01 người."
        ),
        "ông Trần Hữu Nghị, ấp Cái Dứa (đi công tác; ông Kha Minh Trí, Phó Trưởng ấp, dự thay);",
        "Hội Nông dân xã vắng 02 người (hai hội viên đi trực cống);",
        "- Dự ngoài danh sách mời: 12 người.",
        "- Công dân đăng ký phát biểu, gửi ý kiến: 19 người.",
        "- Chủ trì hỏi lại: phần đất mua năm 2011 có giấy tay hay không? Ông Ân: có giấy tay,",
        "- Chủ trì nhắc người phát biểu về thời gian.",
        "- Chủ trì nhắc người phát biểu về nội dung đối thoại.",
        "- Chủ trì nhắc người phát biểu về trật tự.",
        "- Ông Dương Chí Nguyện, Trưởng ấp Vàm Lịch (số đăng ký 11) trao đổi thêm: Đề nghị lắp thước đo mặn tại cống,",
        "- Ông Đoàn Quốc Thắng trao đổi thêm: Đề nghị kéo luôn một lần cả 1,4 km,",
        "- Bà Đinh Thị Hồng Sương, Chủ tịch Ủy ban MTTQ Việt Nam xã, trả lời: Mặt trận xã hỗ trợ một xe đẩy",
        (
            "Lý do: Phải thẩm định dự toán. Đồng thời:\n"
            "+ Giao Trung tâm Cung ứng dịch vụ công: Đắp đập tạm giữ ngọt, lắp thước đo mặn tại cống Rạch Gừa;"
            " thời hạn: chậm nhất ngày 18 tháng 12 năm 2026.\n"
            "+ Giao Ban nhân dân ấp Rạch Gừa: Phân công người trực đóng mở cống, nhắn lịch cho các ấp; thời hạn:"
            " chậm nhất ngày 15 tháng 12 năm 2026.\n"
            "+ Giao ông Lâm Quốc Việt, Trưởng phòng Kinh tế, kiến nghị Chi cục Thủy lợi tỉnh: Hỗ trợ kinh phí thay"
            " mới toàn bộ cửa cống; thông báo cho người có ý kiến chậm nhất ngày 22 tháng 12 năm 2026.\n"
        ),
        (
            "- Hội nghị giơ tay lấy ý kiến về nội dung này: 86 người nhất trí, 03 người không nhất trí, 05 người"
            " có ý kiến khác."
        ),
        "- Hội nghị giơ tay lấy ý kiến về kết luận của chủ trì: toàn thể đại biểu dự họp nhất trí.",
        (
            "Bà Lê Hoàng Oanh, Chánh Văn phòng HĐND và UBND xã, đọc ý kiến gửi bằng văn bản:\n"
            "Ý kiến số 1 (lĩnh vực điện, nước sạch) của bà Trần Thị Bé Năm, ấp Cái Dứa (số đăng ký 4):"
        ),
        "Ý kiến số 2 (lĩnh vực an ninh, trật tự) của một công dân không nêu tên (số đăng ký 10):",
        "Ghi nhận lúc 10 giờ 45 phút: Mất điện toàn hội trường từ 10 giờ 22 phút đến 10 giờ 43 phút;",
        "Ghi nhận lúc 14 giờ 04 phút: Một số người dự nói chen",
        "Hội nghị giải lao từ 9 giờ 30 phút đến 9 giờ 45 phút.",
        "Hội nghị nghỉ trưa từ 11 giờ 04 phút đến 13 giờ 30 phút.",
        (
            "4. Đối thoại đợt 2 và làm rõ các nội dung của đợt 1\n"
            "Từ 13 giờ 30 phút, bà Nguyễn Thị Mộng Cầm, Phó Chủ tịch Ủy ban nhân dân xã, chủ trì hội nghị (theo Giấy ủy"
            " quyền số 31/GUQ-UBND ngày 10/12/2026 của Chủ tịch Ủy ban nhân dân xã), thay ông Huỳnh Tấn Khải,"
        ),
        "Từ 14 giờ 39 phút, ông Huỳnh Tấn Khải, Chủ tịch Ủy ban nhân dân xã, tiếp tục chủ trì hội nghị.",
        "- Ý kiến này được rút khỏi danh sách theo dõi. Lý do: Bà Tuyết Anh xin rút:",
        "- Ý kiến này được gộp với ý kiến số 18 để trả lời và kết luận chung.",
        "Một công dân phát biểu.\n- Nội dung được ghi tại mục “Nội dung thuộc trình tự khiếu nại, tố cáo”.",
        "Ý kiến số 9: nội dung thuộc trình tự tố cáo, được tiếp nhận và không xem xét, giải quyết tại hội nghị.",
        (
            "- Chủ trì kết luận: Tiếp thu ý kiến; giao Phòng Văn hóa - Xã hội trả lời bằng văn bản chậm nhất ngày"
            " 31 tháng 12 năm 2026."
        ),
        "Ông Huỳnh Tấn Khải, Chủ tịch Ủy ban nhân dân xã, phát biểu kết luận hội nghị:",
        (
            "8. Thông qua biên bản hội nghị\n"
            "Bà Lê Hoàng Oanh, Chánh Văn phòng HĐND và UBND xã, đọc biên bản để hội nghị thông qua:"
        ),
        (
            "- Chuyển sang gửi ý kiến bằng văn bản: bà Lương Thị Cẩm Nhung, ấp Cái Dứa (số đăng ký 14).\n"
            "- Chưa phát biểu, được chuyển sang hội nghị sau: ông Trương Văn Thới, ấp Vàm Lịch (số đăng ký 15).\n"
            "- Rút đăng ký phát biểu: ông Hà Tấn Lộc, ấp Bình Phú (số đăng ký 13)."
        ),
        "III. KẾT LUẬN CHUNG CỦA CHỦ TRÌ\nHội nghị diễn ra dân chủ, thẳng thắn,",
        (
            "2. Giao Phòng Kinh tế: Rà soát toàn bộ cống, đập trước mùa mặn, báo cáo Chủ tịch Ủy ban nhân dân xã;"
            " thời hạn: chậm nhất ngày 22 tháng 01 năm 2027."
        ),
        "- Thời hạn “Trả lời bằng văn bản” được điều chỉnh thành 15 ngày làm việc. Lý do: Chủ trì thống nhất rút ngắn",
        "Biên bản đã được thông qua tại hội nghị với sự nhất trí của toàn thể đại biểu dự họp",
        "Hội nghị kết thúc vào 15 giờ 20 phút, ngày 10 tháng 12 năm 2026./.",
        "THƯ KÝ\nLê Hoàng Oanh\nCHỦ TỌA\nHuỳnh Tấn Khải\n",
    ],
)
def test_the_minutes_tell_each_act(day: Played, told: str) -> None:
    assert told in day.text


def test_the_minutes_tell_nothing_that_was_taken_back_or_mended(day: Played) -> None:
    for gone in ("46 ha lúa của ấp mất trắng", "nguồn duy tu thủy lợi", "bảo hiểm y tế hộ nghèo", "0900 000 203"):
        assert gone.casefold() in str(day.lines).casefold()
        assert gone.casefold() not in day.text.casefold()
        assert gone.casefold() not in day.docx_text.casefold()
    assert "Đội trưởng Đội Quản lý điện khu vực," not in day.text


def test_no_paper_tells_who_denounced_whom(day: Played) -> None:
    public = public_minutes(day.meeting, CALENDAR).plain_text()
    for text in (day.text, day.docx_text, public):
        for secret in ("Lưu Bá Phát", "bao chiếm", "nhận tiền làm ngơ", "Cao Thị Út Hiền", "Út Hiền"):
            assert secret not in text


def test_the_public_minutes_name_nobody_of_the_people(day: Played) -> None:
    public = public_minutes(day.meeting, CALENDAR).plain_text()
    assert "ông T.H.N, ấp Cái Dứa (ông K.M.T dự thay);" in public
    for registration in day.meeting.state.registrations.values():
        if registration.card.name:
            assert registration.card.name not in public


# What the hall reads


def looks(day: Played, lines: list[Line] | None = None) -> Iterator[tuple[Line, Meeting, HallView]]:
    """The display after every line, a second before the next one, and where the program might have been cut off."""
    hall = day.empty()
    given = lines or day.lines
    following = [line.at for line in given[1:]] + [given[-1].at + dt.timedelta(minutes=1)]
    for line, then in zip(hall.play(given), following, strict=True):
        for at in (line.at, max(line.at, then - dt.timedelta(seconds=1))):
            yield line, hall.meeting, seen(hall.meeting, at)
        yield line, hall.meeting, seen(hall.meeting, line.at, interrupted=True)


def marked(value: Any, key: str = "", of: type | None = None) -> Any:
    """The same command with a mark in every text that the secretary alone may read."""
    if isinstance(value, Struct):
        if isinstance(value, c.Message):
            return value
        names = value.__struct_fields__
        return structs.replace(value, **{name: marked(getattr(value, name), name, type(value)) for name in names})
    if isinstance(value, tuple) and value and isinstance(value[0], Struct):
        return tuple(marked(each) for each in value)
    secret = {"text", "reason", "note", "summary", "phone", "slip", "delegation", "substitute", "source"}
    if isinstance(value, str) and value and (key in secret or (key == "organisation" and of is c.Register)):
        return f"{SECRET} {value}"
    return value


def test_no_text_of_the_secretary_reaches_the_hall(day: Played) -> None:
    lines = [structs.replace(line, command=marked(line.command)) for line in day.lines]
    assert sum(SECRET in encoded(line.command) for line in lines) > 80
    for line, _, view in looks(day, lines):
        assert SECRET not in encoded(view), line.number


def test_people_are_named_in_full_only_where_they_agreed(day: Played) -> None:
    shown: dict[int, set[str]] = {}
    for line, meeting, view in looks(day):
        told = encoded(view)
        for who, registration in meeting.state.registrations.items():
            agreed = {meeting.state.registrations[one].card.name for one in NAMED & meeting.state.registrations.keys()}
            if registration.card.name and registration.card.name not in agreed:
                assert registration.card.name not in told, (line.number, who)
        people = [view.person, *(each.person for each in view.upcoming)]
        for person in people:
            if person is not None and person.number is not None and person.name:
                shown.setdefault(person.number, set()).add(person.name)
    cards = {who: each.card for who, each in day.meeting.state.registrations.items()}
    full = {who: f"{cards[who].honorific} {cards[who].name}" for who in NAMED}
    assert shown == {who: {name} for who, name in (full | INITIALS).items()}


def test_a_turn_is_hidden_before_a_word_of_it_is_typed(day: Played) -> None:
    for number, who in ((8, 8), (9, 9)):
        asked = place_of(day, lambda command: isinstance(command, c.Question), number - 3)
        hall = day.until(asked)
        assert number not in hall.meeting.state.questions
        view = seen(hall.meeting, day.lines[asked].at)
        assert (view.phase, view.person, view.clock) == ("hidden", None, None)
        floor = hall.meeting.state.floor
        assert floor is not None
        assert floor.who == who


def test_the_denunciation_and_the_opinion_on_conduct_are_never_numbered(day: Played) -> None:
    for line, meeting, view in looks(day):
        numbers = {
            *view.questions,
            *(each.question for each in view.upcoming),
            *(each.question for each in view.results),
        }
        raised = {8, 9} & meeting.state.questions.keys()
        assert raised.isdisjoint(numbers), line.number
        told = encoded(view)
        for secret in ("Lưu Bá Phát", "cộc lốc", "quầy số 4", "0900 000 203"):
            assert secret not in told, line.number
    last = seen(day.meeting, day.lines[-1].at)
    assert {each.question for each in last.results} == set(day.questions) - {8, 9, 17}


def test_who_is_absent_or_has_withdrawn_stands_nowhere(day: Played) -> None:
    gone = set()
    for line, meeting, view in looks(day):
        registrations = meeting.state.registrations
        away = {who for who, each in registrations.items() if each.status in ("absent", "withdrawn")}
        floor = meeting.state.held or meeting.state.floor
        away -= {floor.who} if floor is not None and floor.who is not None else set()
        gone |= away
        people = [view.person, *(each.person for each in view.upcoming)]
        assert away.isdisjoint(person.number for person in people if person is not None), line.number
    assert gone == {7, 13}


def test_the_hall_is_dark_only_while_it_is_darkened(day: Played) -> None:
    dark = [view.phase for line, _, view in looks(day) if line.command == c.Blackout()]
    assert set(dark) == {"blackout"}
    assert seen(after(day, c.Blackout(on=False)).meeting, day.lines[-1].at).phase == "waiting"


def test_every_phase_of_a_meeting_is_seen(day: Played) -> None:
    assert {view.phase for _, _, view in looks(day)} == {
        "before",
        "report",
        "called",
        "speech",
        "asked_back",
        "answer",
        "waiting",
        "break",
        "blackout",
        "interrupted",
        "hidden",
        "closing",
    }


# Undo


def places_of_hall_acts() -> list[int]:
    lines = sample_rehearsal(DAY_OF_TWO_ROUNDS)
    return [place for place, line in enumerate(lines) if isinstance(line.command, HALL_ACTS)]


@pytest.mark.parametrize("place", places_of_hall_acts())
def test_undo_of_each_act_of_the_hall_brings_back_what_was_before(day: Played, place: int) -> None:
    line = day.lines[place]
    hall = day.until(place)
    before = copy.deepcopy(hall.meeting.state)
    told = minutes(hall.meeting, CALENDAR).plain_text()
    later = line.at + dt.timedelta(minutes=1)
    looked = seen(hall.meeting, later)

    hall.do(line.command, line.at)
    done = copy.deepcopy(hall.meeting.state)
    assert rest_of(done) != rest_of(before)
    hall.do(c.Undo(), line.at)

    assert rest_of(hall.meeting.state) == rest_of(before)
    assert minutes(hall.meeting, CALENDAR).plain_text() == told
    assert seen(hall.meeting, later) == looked

    hall.do(c.Redo(), line.at)
    assert rest_of(hall.meeting.state) == rest_of(done)


def rest_of(state: Any) -> Any:
    """A state without what an undo keeps: the latest instant, and the numbers given, which nobody gets again."""
    return {name: getattr(state, name) for name in state.__struct_fields__ if name not in ("last_instant", "numbers")}
