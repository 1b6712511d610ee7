"""What the minutes say of meetings that go one way or another."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from moderator.meeting import commands as c
from moderator.meeting.meeting import Meeting, made
from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_gaps import Gap, missing
from moderator.meeting.paper import Paper, Paragraph, Table
from moderator.meeting.setup import (
    AgendaItem,
    Attendee,
    Official,
    Person,
    PlanCitation,
    Rule,
    Setup,
    Signer,
)
from moderator.meeting.wording import GAP, GAP_DAY, GAP_TIME
from moderator.meeting.working_days import Calendar

SETUP = Setup(
    title="Hội nghị đối thoại với Nhân dân",
    authority="ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
    place="Nhà văn hóa thôn Phú Hòa",
    plan=PlanCitation(number="12/KH-UBND", date=dt.date(2026, 3, 2)),
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",),
    chairs=(Person(name="Nguyễn Hữu Trực", honorific="Ông", post="Chủ tịch Ủy ban nhân dân xã"),),
    secretaries=(Person(name="Trương Thị Dung", honorific="Bà", post="Chánh Văn phòng"),),
    guests=(Person(code="mttq", name="Cao Văn Thiện", honorific="Ông", post="Chủ tịch Ủy ban MTTQ xã"),),
    signers=(Signer(name="Cao Văn Thiện", post="Đại diện Ủy ban MTTQ xã"),),
    agenda=(AgendaItem(title="Khai mạc"), AgendaItem(title="Báo cáo tình hình"), AgendaItem(title="Đối thoại")),
    officials=(
        Official(code="kt", name="Võ Thành Nhơn", honorific="Ông", post="Trưởng phòng Kinh tế", body="Phòng Kinh tế"),
        Official(code="ca", name="Trần Đức Mạnh", honorific="Ông", post="Phó Trưởng Công an xã", body="Công an xã"),
    ),
    attendance=(
        Attendee(name="Trần Văn Lực", honorific="Ông", place="thôn Phú Hòa"),
        Attendee(organisation="Hội Nông dân xã", count=8),
    ),
    rules=(Rule(name="written_reply", amount=30), Rule(name="beyond_notice", amount=10, unit="working_days")),
)
MORNING = dt.datetime(2026, 8, 20, 0, 30, tzinfo=dt.UTC)  # 7:30 in the hall
CALENDAR = Calendar()


class Hall:
    """A meeting whose clock goes on ten seconds with each command."""

    def __init__(self, setup: Setup = SETUP) -> None:
        self.now = MORNING
        self.meeting = Meeting([made(setup, self.now)])

    def do(self, *commands: c.Command) -> None:
        for command in commands:
            self.now += dt.timedelta(seconds=10)
            self.meeting.apply(self.meeting.decide(command, self.now))

    def register(self, name: str = "Trần Văn Lực", **more: Any) -> None:
        self.do(c.Register(**{"name": name, "honorific": "Ông", "place": "thôn Phú Hòa"} | more))

    def hears(self, *texts: str, who: int | None = None, kind: Any = "question", note: str = "") -> None:
        self.do(c.Call(who=who), c.Start())
        self.do(*(c.Question(text=text, kind=kind, field="giao-thong") for text in texts))
        if note:
            self.do(c.Note(turn=self.meeting.state.numbers.turn, text=note))
        self.do(c.End())

    def answers(self, official: str, question: int, text: str = "") -> None:
        self.do(c.Call(official=official, questions=(question,)), c.Start())
        if text:
            self.do(c.Answer(text=text))
        self.do(c.End())

    @property
    def paper(self) -> Paper:
        return minutes(self.meeting, CALENDAR)

    @property
    def text(self) -> str:
        return self.paper.plain_text()


@pytest.fixture
def hall() -> Hall:
    """An open meeting in which nobody has registered."""
    opened = Hall()
    opened.do(c.Open())
    return opened


@pytest.fixture
def asked(hall: Hall) -> Hall:
    """A citizen has asked one question."""
    hall.register()
    hall.hears("Bao giờ sửa đường liên thôn?")
    return hall


def in_order(text: str, *parts: str) -> None:
    places = [text.index(part) for part in parts]
    assert places == sorted(places), list(zip(parts, places, strict=True))


def lines_with(text: str, part: str) -> list[str]:
    return [line for line in text.split("\n") if part in line]


# The form


def test_the_parts_stand_in_the_order_of_the_form(asked: Hall) -> None:
    asked.do(c.Adjourn())
    in_order(
        asked.text,
        "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số:      /BB-UBND",
        "BIÊN BẢN",
        "Hội nghị đối thoại với Nhân dân",
        "Thời gian bắt đầu:",
        "Địa điểm:",
        "Thành phần tham dự:",
        "Chủ trì (chủ tọa):",
        "Thư ký (người ghi biên bản):",
        "Căn cứ Luật",
        "Nội dung (theo diễn biến hội nghị):",
        "NỘI DUNG GIAO GIẢI QUYẾT, TRẢ LỜI",
        "TỔNG HỢP KẾT QUẢ",
        "Biên bản đã được thông qua",
        "Hội nghị kết thúc vào",
        "THƯ KÝ",
        "CHỦ TỌA",
        "Nơi nhận:",
        "- Lưu: VT, Hồ sơ.",
    )
    assert asked.text.endswith("- Lưu: VT, Hồ sơ.")
    assert asked.paper.head.place_and_date is None


def test_opening_and_closing_are_told_in_words_of_the_meetings_zone(hall: Hall) -> None:
    hall.do(c.Adjourn())
    assert "Thời gian bắt đầu: 7 giờ 30 phút, ngày 20 tháng 8 năm 2026." in hall.text
    assert hall.paper.ending == "Hội nghị kết thúc vào 7 giờ 30 phút, ngày 20 tháng 8 năm 2026./."


def test_the_secretary_signs_left_and_the_chair_right_and_others_below(hall: Hall) -> None:
    first, second = hall.paper.signatures
    assert [(each.post, each.name) for each in first.columns if each] == [
        ("THƯ KÝ", "Trương Thị Dung"),
        ("CHỦ TỌA", "Nguyễn Hữu Trực"),
    ]
    assert [each.name for each in second.columns if each] == ["Cao Văn Thiện"]


def test_further_signers_stand_two_by_two() -> None:
    signers = tuple(Signer(name=name) for name in ("Một", "Hai", "Ba"))
    _, *rows = Hall(structs.replace(SETUP, signers=signers)).paper.signatures
    assert [[each.name for each in row.columns if each] for row in rows] == [["Một", "Hai"], ["Ba"]]


def test_who_took_part_is_listed_by_name_post_and_number(asked: Hall) -> None:
    text = asked.text
    assert "- Đại biểu tham dự: ông Cao Văn Thiện, Chủ tịch Ủy ban MTTQ xã." in text
    assert "+ Ông Võ Thành Nhơn, Trưởng phòng Kinh tế;\n+ Ông Trần Đức Mạnh, Phó Trưởng Công an xã." in text
    assert "Đại diện Nhân dân được mời theo danh sách: 01 người." in text
    assert "Hội Nông dân xã (08 người)" in text
    assert "- Công dân đăng ký phát biểu, gửi ý kiến: 01 người." in text


def test_bases_and_plan_are_cited_and_closed(hall: Hall) -> None:
    assert (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\n"
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã Long Phụng.\n"
    ) in hall.text


def test_a_chair_by_delegation_is_named_with_it() -> None:
    chair = Person(name="Đặng Thịnh", honorific="Ông", post="Phó Chủ tịch", delegation="theo Giấy ủy quyền số 3")
    setup = Setup(title="Hội nghị", authority="UBND XÃ", chairs=(chair,))
    text = minutes(Meeting([made(setup, MORNING)]), CALENDAR).plain_text()
    assert "Chủ trì (chủ tọa): Ông Đặng Thịnh, Phó Chủ tịch (theo Giấy ủy quyền số 3)." in text
    assert f"Thư ký (người ghi biên bản): {GAP}." in text


# Stages


def test_before_the_meeting_spaces_stand_where_things_will_happen() -> None:
    text = Hall().text
    assert f"Thời gian bắt đầu: {GAP_TIME}, {GAP_DAY}." in text
    assert f"Hội nghị kết thúc vào {GAP_TIME}, {GAP_DAY}./." in text
    in_order(text, "Chương trình hội nghị:", "1. Khai mạc.", "3. Đối thoại.", "…" * 30, "II. NỘI DUNG GIAO")
    assert "None" not in text


def test_during_the_meeting_the_minutes_tell_what_happened_so_far(asked: Hall) -> None:
    asked.register("Lê Văn Hai")
    asked.do(c.Call(), c.Start())
    assert "Ông Lê Văn Hai, thôn Phú Hòa (số đăng ký 2) phát biểu." in asked.text
    assert f"- Chủ trì kết luận: {GAP}" in asked.text
    assert GAP_TIME in asked.paper.ending


def test_a_question_without_a_conclusion_is_told_as_such_after_the_meeting(asked: Hall) -> None:
    asked.do(c.Adjourn())
    assert "- Ý kiến này chưa được chủ trì kết luận tại hội nghị." in asked.text
    assert "- Chưa được chủ trì kết luận: 01 ý kiến." in asked.text


def test_what_the_office_does_later_does_not_change_the_minutes(asked: Hall) -> None:
    asked.do(c.Conclude(questions=(1,), outcome="written", official="kt"), c.Adjourn(), c.Sign())
    signed = asked.paper
    asked.do(c.ExtendPromise(promise=1, due=dt.date(2027, 1, 15), reason="Chờ đo đạc"))
    asked.do(c.Reply(promise=1, number="20/UBND", date=dt.date(2027, 1, 12)))
    assert asked.paper == signed


def test_the_same_records_give_the_same_minutes(asked: Hall) -> None:
    asked.do(c.Conclude(questions=(1,), outcome="study", official="kt"))
    assert minutes(Meeting(asked.meeting.records), Calendar()) == asked.paper


# The course


def test_a_question_is_told_with_answer_follow_up_and_conclusion(asked: Hall) -> None:
    asked.do(c.Assign(questions=(1,), official="kt"))
    asked.answers("kt", 1, "Đã lập dự toán")
    asked.do(c.FollowUp(question=1), c.Call(), c.Start(), c.End(), c.Note(turn=3, text="Năm nào khởi công?"))
    asked.answers("chair", 1, "Năm 2027")
    asked.do(c.Conclude(questions=(1,), outcome="settled"))
    assert (
        "Ông Trần Văn Lực, thôn Phú Hòa (số đăng ký 1) phát biểu:\n"
        "Ý kiến số 1 (lĩnh vực giao thông): Bao giờ sửa đường liên thôn?\n"
        "- Ông Võ Thành Nhơn, Trưởng phòng Kinh tế, trả lời: Đã lập dự toán.\n"
        "- Ông Trần Văn Lực trao đổi thêm: Năm nào khởi công?\n"
        "- Ông Nguyễn Hữu Trực, Chủ tịch Ủy ban nhân dân xã, trả lời: Năm 2027.\n"
        "- Chủ trì kết luận: Nội dung đã được trả lời, giải trình tại hội nghị.\n"
    ) in asked.text


def test_an_answer_without_words_is_told_all_the_same(asked: Hall) -> None:
    asked.answers("kt", 1)
    assert "- Ông Võ Thành Nhơn, Trưởng phòng Kinh tế, đã trả lời, giải trình tại hội nghị." in asked.text


def test_the_note_of_an_answer_tells_what_no_answer_does(asked: Hall) -> None:
    asked.answers("kt", 1)
    asked.do(c.Note(turn=2, text="Sẽ dặm vá ổ gà"))
    assert "- Ông Võ Thành Nhơn, Trưởng phòng Kinh tế, trả lời: Sẽ dặm vá ổ gà." in asked.text


def test_one_answer_stands_under_each_of_its_questions(hall: Hall) -> None:
    hall.register()
    hall.hears("Câu thứ nhất", "Câu thứ hai")
    hall.do(c.Call(official="kt", questions=(1, 2)), c.Start(), c.Answer(text="Trả lời chung"), c.End())
    assert "phát biểu, nêu 02 ý kiến, kiến nghị:" in hall.text
    assert len(lines_with(hall.text, "trả lời: Trả lời chung.")) == 2


def test_who_was_to_answer_is_told_while_nobody_has(asked: Hall) -> None:
    asked.do(c.Assign(questions=(1,), official="kt", along=("ca",)))
    assigned = (
        "- Chủ trì phân công ông Võ Thành Nhơn, Trưởng phòng Kinh tế, trả lời; phối hợp: ông Trần Đức Mạnh,"
        " Phó Trưởng Công an xã."
    )
    assert assigned in asked.text
    asked.answers("kt", 1, "Xong")
    assert assigned not in asked.text


def test_the_chair_asking_back_is_told_within_the_turn(hall: Hall) -> None:
    hall.register()
    hall.do(c.Call(), c.Start(), c.AskBack(), c.End(), c.Resume(), c.Question(text="Nước yếu"), c.End())
    assert "- Chủ trì hỏi lại để làm rõ nội dung.\nÝ kiến số 1" in hall.text
    hall.do(c.Note(turn=2, text="yếu lúc nào? Ông Lực: buổi chiều"))
    assert "- Chủ trì hỏi lại: yếu lúc nào? Ông Lực: buổi chiều.\nÝ kiến số 1" in hall.text


def test_a_question_raised_in_a_follow_up_stands_under_it(asked: Hall) -> None:
    asked.do(c.FollowUp(question=1), c.Call(), c.Start(), c.Question(text="Còn cống?"), c.End())
    text = asked.text
    in_order(text, "- Ông Trần Văn Lực đã trao đổi thêm.", "trao đổi thêm và nêu ý kiến:", "Ý kiến số 2: Còn cống?")


def test_joined_and_dropped_questions_say_what_became_of_them(hall: Hall) -> None:
    hall.register()
    hall.hears("Rác tồn", "Gom rác", "Nói nhầm")
    hall.do(c.Join(question=2, into=1), c.DropQuestion(question=3, reason="Người nêu rút"))
    text = hall.text
    assert "Ý kiến số 1 (lĩnh vực giao thông; gộp ý kiến số 2): Rác tồn." in text
    assert "- Ý kiến này được gộp với ý kiến số 1 để trả lời và kết luận chung." in text
    assert "- Ý kiến này được rút khỏi danh sách theo dõi. Lý do: Người nêu rút." in text


def test_reports_stand_under_their_item_with_what_was_said(hall: Hall) -> None:
    hall.do(c.Agenda(item=1), c.Call(statement="secretary"), c.Start(), c.End())
    hall.do(c.Agenda(item=2), c.Call(statement="chair"), c.Start(), c.End(), c.Note(turn=2, text="Thu đạt 91%"))
    assert (
        "1. Khai mạc\n"
        "Bà Trương Thị Dung, Chánh Văn phòng, phát biểu.\n"
        "2. Báo cáo tình hình\n"
        "Ông Nguyễn Hữu Trực, Chủ tịch Ủy ban nhân dân xã, trình bày báo cáo:\n"
        "Thu đạt 91%.\n"
    ) in hall.text


def test_an_item_taken_before_its_time_is_told_and_one_touched_in_passing_is_not(hall: Hall) -> None:
    hall.do(c.Agenda(item=1), c.Agenda(item=2), c.Agenda(item=1), c.Call(statement="chair"), c.Start(), c.End())
    hall.do(c.Agenda(item=3), c.Call(statement="mttq"), c.Start(), c.End(), c.Agenda(item=2))
    hall.do(c.Call(statement="chair"), c.Start(), c.End())
    text = hall.text
    in_order(text, "1. Khai mạc", "2. Đối thoại", "được thực hiện trước nội dung “Báo cáo tình hình”.", "3. Báo cáo")
    assert len(lines_with(text, "Khai mạc")) == 1


def test_going_back_to_an_item_continues_it(hall: Hall) -> None:
    for number in (1, 2, 1):
        hall.do(c.Agenda(item=number), c.Call(statement="chair"), c.Start(), c.End())
    in_order(hall.text, "1. Khai mạc\n", "2. Báo cáo tình hình\n", "3. Khai mạc (tiếp theo)\n")


def test_a_break_is_told_with_its_times(hall: Hall) -> None:
    hall.do(c.Break(minutes=15))
    assert "Hội nghị giải lao từ 7 giờ 30 phút." in hall.text
    hall.now += dt.timedelta(minutes=16)
    hall.do(c.EndBreak())
    assert "Hội nghị giải lao từ 7 giờ 30 phút đến 7 giờ 46 phút." in hall.text


def test_a_written_question_stands_where_it_was_read_else_on_its_own(hall: Hall) -> None:
    hall.register("Lê Thị Mận", honorific="Bà", channel="in_writing", text="Dời bãi rác")
    hall.register()
    hall.hears("Sửa đường")
    own_heading = (
        "1. Ý kiến gửi bằng văn bản\nÝ kiến số 1 của bà Lê Thị Mận, thôn Phú Hòa (số đăng ký 1): Dời bãi rác.\n"
    )
    assert own_heading in hall.text
    hall.do(c.Call(reading=(1,)), c.Start(), c.End())
    assert own_heading not in hall.text
    assert (
        "Bà Trương Thị Dung, Chánh Văn phòng, đọc ý kiến gửi bằng văn bản:\n"
        "Ý kiến số 1 của bà Lê Thị Mận, thôn Phú Hòa (số đăng ký 1): Dời bãi rác.\n"
    ) in hall.text


def test_no_question_is_lost_with_a_turn_that_was_put_back(hall: Hall) -> None:
    hall.register()
    hall.do(c.Call(), c.Start(), c.Question(text="Sửa đường"), c.PutBack())
    assert (
        "Ý kiến ghi nhận thêm\nÝ kiến số 1 của ông Trần Văn Lực, thôn Phú Hòa (số đăng ký 1): Sửa đường." in hall.text
    )


def test_every_question_is_told_once_whatever_its_way(hall: Hall) -> None:
    hall.register("Một", channel="in_writing", text="Văn bản một")
    hall.register("Hai", channel="in_writing", text="Văn bản hai")
    hall.register("Ba")
    hall.hears("Trực tiếp một", "Trực tiếp hai")
    hall.do(c.Call(reading=(2, 3)), c.Start(), c.End(), c.Adjourn())
    for number in range(1, 5):
        assert len([line for line in hall.text.split("\n") if line.startswith(f"Ý kiến số {number} ")]) == 1


def test_registrations_are_counted_before_the_first_speech(hall: Hall) -> None:
    hall.register()
    hall.register("Bà Mận", channel="in_writing", text="Rác")
    hall.do(c.CloseRegistration())
    hall.register("Lê Văn Hai")
    hall.hears("Sửa đường")
    in_order(
        hall.text,
        "Thư ký hội nghị đã tiếp nhận 02 lượt đăng ký phát biểu trực tiếp và 01 ý kiến gửi bằng văn bản; trong đó có 01"
        " lượt đăng ký sau khi hết thời gian đăng ký.",
        "(số đăng ký 1) phát biểu:",
    )


def test_who_was_not_heard_is_told_with_what_became_of_the_wish(hall: Hall) -> None:
    for name in ("Vắng", "Rút", "Chuyển", "Gửi"):
        hall.register(name, summary="Xem lại giá thuê" if name == "Gửi" else "")
    hall.do(c.Call(), c.Absent(), c.Withdraw(who=2), c.Adjourn(waiting={"4": "written"}))
    text = hall.text
    assert "- Vắng mặt khi được mời phát biểu: ông Vắng, thôn Phú Hòa (số đăng ký 1)." in text
    assert "- Rút đăng ký phát biểu: ông Rút, thôn Phú Hòa (số đăng ký 2)." in text
    assert "- Chưa phát biểu, được chuyển sang hội nghị sau: ông Chuyển, thôn Phú Hòa (số đăng ký 3)." in text
    assert "- Chuyển sang gửi ý kiến bằng văn bản: ông Gửi, thôn Phú Hòa (số đăng ký 4)." in text
    assert "Ý kiến số 1 của ông Gửi, thôn Phú Hòa (số đăng ký 4): Xem lại giá thuê." in text


def test_a_corrected_time_is_simply_the_time(asked: Hall) -> None:
    asked.do(c.CorrectTime(turn=1, spoken=600))
    assert "của Nhân dân: khoảng 10 phút;" in asked.text
    assert "sửa" not in asked.text.replace("sửa đường", "")


# Conclusions and promises


def test_a_conclusion_typed_is_followed_by_body_and_date(asked: Hall) -> None:
    asked.do(
        c.Conclude(questions=(1,), outcome="written", official="kt", text="Lập dự toán, trả lời", reason="Chờ vốn")
    )
    assert (
        "- Chủ trì kết luận (tiếp thu, trả lời bằng văn bản): Lập dự toán, trả lời. Cơ quan trả lời: Phòng Kinh tế;"
        " thời hạn: chậm nhất ngày 21 tháng 9 năm 2026. Lý do: Chờ vốn.\n"
    ) in asked.text


def test_a_conclusion_without_words_is_drafted_from_outcome_body_and_rule(asked: Hall) -> None:
    asked.do(c.Conclude(questions=(1,), outcome="beyond", body="Sở Xây dựng", official="kt"))
    assert (
        "- Chủ trì kết luận: Nội dung vượt thẩm quyền giải quyết của địa phương; tiếp thu, kiến nghị Sở Xây dựng"
        " xem xét, giải quyết và thông báo cho người có ý kiến biết chậm nhất ngày 07 tháng 9 năm 2026.\n"
    ) in asked.text


def test_further_tasks_are_told_with_the_conclusion(asked: Hall) -> None:
    task = c.Task(kind="work", official="kt", due=dt.date(2026, 12, 20), text="Dặm vá ổ gà")
    asked.do(c.Conclude(questions=(1,), outcome="settled", tasks=(task,)))
    assert (
        "tại hội nghị. Đồng thời giao Phòng Kinh tế: Dặm vá ổ gà; thời hạn: chậm nhất ngày 20 tháng 12 năm 2026."
    ) in asked.text


def promise_rows(paper: Paper) -> list[tuple[str, ...]]:
    (table,) = [block for block in paper.body if isinstance(block, Table)]
    return list(table.rows)


def test_the_list_of_promises_names_question_work_body_and_last_day(hall: Hall) -> None:
    hall.register()
    hall.hears("Một", "Hai", "Ba", "Bốn")
    hall.do(c.Conclude(questions=(4,), outcome="study", official="kt", due=dt.date(2027, 1, 5)))
    hall.do(c.Conclude(questions=(1,), outcome="written", body="Công an xã", text="Tuần tra và trả lời"))
    hall.do(c.Conclude(questions=(2,), outcome="beyond", body="Sở Xây dựng", official="kt"))
    hall.do(c.Conclude(questions=(3,), outcome="settled", tasks=(c.Task(kind="work"),)))
    assert promise_rows(hall.paper) == [
        ("1", "Tuần tra và trả lời", "Công an xã", "21/9/2026"),
        (
            "2",
            (
                "Kiến nghị cấp có thẩm quyền xem xét, giải quyết ý kiến số 2 về lĩnh vực giao thông;"
                " thông báo cho người có ý kiến"
            ),
            "Ông Võ Thành Nhơn, Trưởng phòng Kinh tế\n(kiến nghị Sở Xây dựng)",
            "07/9/2026",
        ),
        ("3", "Thực hiện nội dung chủ trì kết luận đối với ý kiến số 3 về lĩnh vực giao thông", GAP, GAP),
        (
            "4",
            "Nghiên cứu, xem xét, giải quyết và trả lời bằng văn bản ý kiến số 4 về lĩnh vực giao thông",
            "Phòng Kinh tế\n(ông Võ Thành Nhơn)",
            "05/01/2027",
        ),
    ]


def test_a_last_day_that_is_only_worked_out_says_so(hall: Hall) -> None:
    hall.register()
    hall.hears("Một")
    hall.do(c.Conclude(questions=(1,), outcome="written", official="kt"))
    hall.now += dt.timedelta(days=365)
    hall.do(c.Adjourn())
    assert promise_rows(hall.paper)[0][3] == "20/9/2027\n(tạm tính)"
    assert "chậm nhất ngày 20 tháng 9 năm 2027 (tạm tính)." in hall.text


def test_the_chair_who_promises_is_named_by_the_body_as_a_sentence_writes_it(asked: Hall) -> None:
    asked.do(c.Conclude(questions=(1,), outcome="written", official="chair"))
    assert "giao Ủy ban nhân dân xã Long Phụng trả lời bằng văn bản" in asked.text


def test_a_meeting_that_promised_nothing_says_so(hall: Hall) -> None:
    hall.do(c.Adjourn())
    assert "Hội nghị không có nội dung phải giải quyết, trả lời sau hội nghị." in hall.text


def test_the_figures_name_every_outcome_even_when_it_is_none(asked: Hall) -> None:
    asked.do(c.Conclude(questions=(1,), outcome="settled"), c.Adjourn())
    text = asked.text
    assert "Hội nghị đã nghe 01 người phát biểu và tiếp nhận 01 ý kiến, kiến nghị, trong đó:" in text
    assert "- Đã trả lời, giải trình tại hội nghị: 01 ý kiến;" in text
    assert "- Vượt thẩm quyền, kiến nghị cấp có thẩm quyền: 00 ý kiến;" in text
    assert "- Tiếp thu, ghi nhận: 00 ý kiến." in text
    assert "gộp với ý kiến khác" not in text
    assert "của Nhân dân: 20 giây; " in text


# What is kept back

SECRET = "Đơn giá bồi thường áp sai loại đất"


def with_secret(hall: Hall, kind: Any, outcome: Any = "procedure") -> str:
    """A citizen raises a question of another procedure, and everything is put down about it."""
    hall.register("Ngô Thị Lành", honorific="Bà", topic=SECRET, summary=SECRET, slip=SECRET)
    hall.do(c.Call(), c.Start(), c.AskBack(), c.End(), c.Resume(), c.Question(text=SECRET, kind=kind), c.End())
    hall.do(c.Note(turn=1, text=SECRET), c.Note(turn=2, text=SECRET))
    hall.answers("kt", 1, SECRET)
    hall.do(c.Note(turn=3, text=SECRET), c.FollowUp(question=1), c.Call(), c.Start(), c.End())
    hall.do(c.Note(turn=4, text=SECRET))
    task = c.Task(kind="work", official="kt", text=SECRET)
    hall.do(c.Conclude(questions=(1,), outcome=outcome, text=SECRET, reason=SECRET, tasks=(task,)))
    hall.do(c.Adjourn())
    return hall.text


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [("complaint", "procedure"), ("denunciation", "procedure"), ("question", "procedure"), ("complaint", "written")],
)
def test_the_substance_of_another_procedure_stays_out(hall: Hall, kind: str, outcome: str) -> None:
    text = with_secret(hall, kind, outcome)
    assert SECRET not in text
    assert "Ý kiến số 1: nội dung thuộc trình tự " in text
    assert "được tiếp nhận và không xem xét, giải quyết tại hội nghị." in text


def test_a_complaint_names_who_brought_it_and_the_guidance(hall: Hall) -> None:
    text = with_secret(hall, "complaint")
    assert "Bà Ngô Thị Lành, thôn Phú Hòa (số đăng ký 1) phát biểu:" in text
    assert "Chủ trì đã hướng dẫn người có ý kiến thực hiện theo quy định của pháp luật về khiếu nại." in text
    assert promise_rows(hall.paper)[0][1] == "Thực hiện theo quy định của pháp luật về khiếu nại"


@pytest.mark.parametrize("kind", ["denunciation", "question"])
def test_whoever_may_have_denounced_somebody_is_not_named(hall: Hall, kind: str) -> None:
    text = with_secret(hall, kind)
    assert "Lành" not in text
    assert "Một công dân phát biểu." in text
    assert "Nội dung thuộc trình tự khiếu nại, tố cáo\nÝ kiến số 1: nội dung thuộc trình tự" in text


def test_whoever_also_asked_something_else_is_named_for_that_alone(hall: Hall) -> None:
    hall.register()
    hall.hears("Sửa đường")
    hall.do(c.Question(text=SECRET, kind="denunciation"))
    text = hall.text
    assert SECRET not in text
    named = "Ông Trần Văn Lực, thôn Phú Hòa (số đăng ký 1) phát biểu:\nÝ kiến số 1 (lĩnh vực giao thông): Sửa đường.\n"
    assert named in text
    assert "tố cáo\nÝ kiến số 2: nội dung thuộc trình tự tố cáo" in text


def test_a_denunciation_in_writing_is_not_tied_to_its_sender(hall: Hall) -> None:
    hall.register("Lê Thị Mận", channel="in_writing", text=SECRET)
    hall.do(c.EditQuestion(question=1, kind="denunciation"), c.Call(reading=(1,)), c.Start(), c.End(), c.Adjourn())
    assert SECRET not in hall.text
    assert "Mận" not in hall.text


def test_a_question_joined_into_a_complaint_stays_out_with_it(hall: Hall) -> None:
    hall.register()
    hall.hears("Đền bù", SECRET)
    hall.do(c.EditQuestion(question=1, kind="complaint"), c.Join(question=2, into=1))
    assert SECRET not in hall.text


def test_a_complaint_joined_into_a_question_is_not_tied_to_it(hall: Hall) -> None:
    hall.register()
    hall.hears("Sửa đường", SECRET)
    hall.do(c.EditQuestion(question=2, kind="complaint"), c.Join(question=2, into=1))
    assert SECRET not in hall.text
    assert "gộp" not in hall.text.split("TỔNG HỢP")[0]


def test_an_opinion_on_conduct_stands_in_these_minutes(hall: Hall) -> None:
    hall.register()
    hall.hears("Cán bộ một cửa nói năng khó nghe", kind="conduct")
    assert "Cán bộ một cửa nói năng khó nghe." in hall.text


def test_somebody_who_gave_no_name_is_not_named(hall: Hall) -> None:
    hall.register("Lê Văn Kín", anonymous=True)
    hall.hears("Sửa đường")
    hall.do(c.FollowUp(question=1), c.Call(), c.Start(), c.End())
    text = hall.text
    assert "Một công dân không nêu tên (số đăng ký 1) phát biểu:" in text
    assert "- Một công dân không nêu tên đã trao đổi thêm." in text
    assert "Kín" not in text


# Text and gaps

HOSTILE = "[bold]{x} %s</w:t> =1+1 & <b>\nhàng hai 👩‍👩‍👧 \u202e*"


def test_any_text_is_told_as_it_stands(hall: Hall) -> None:
    hall.register(HOSTILE, honorific=HOSTILE, place=HOSTILE, organisation="[/]")
    hall.hears(HOSTILE, note=HOSTILE)
    hall.answers("kt", 1, HOSTILE)
    hall.do(c.Note(turn=1, text=HOSTILE))
    hall.do(c.Conclude(questions=(1,), outcome="written", text=HOSTILE, body=HOSTILE, reason=HOSTILE))
    paragraphs = [block.text for block in hall.paper.body if isinstance(block, Paragraph)]
    assert f"Ý kiến số 1 (lĩnh vực giao thông): {HOSTILE}." in paragraphs
    assert any(text.endswith(f"trả lời: {HOSTILE}.") for text in paragraphs)
    assert any(f": {HOSTILE}. Cơ quan trả lời: {HOSTILE}; thời hạn" in text for text in paragraphs)
    assert any(text.startswith(f"{HOSTILE} {HOSTILE}, [/], {HOSTILE} (số đăng ký 1) phát biểu") for text in paragraphs)
    assert promise_rows(hall.paper)[0][1:3] == (HOSTILE, HOSTILE)


def test_who_came_without_an_honorific_leaves_both_open(hall: Hall) -> None:
    hall.register("Lê Văn Hai", honorific="")
    hall.hears("Sửa đường")
    assert "Ông/Bà Lê Văn Hai, thôn Phú Hòa" in hall.text


def test_what_the_minutes_lack_is_listed_with_its_numbers(hall: Hall) -> None:
    hall.register()
    hall.hears("Một", "Hai")
    hall.do(c.Conclude(questions=(1,), outcome="study"))
    hall.do(c.Call(statement="chair"), c.Start(), c.End())
    assert missing(hall.meeting, CALENDAR) == [
        Gap("not_adjourned"),
        Gap("question_without_conclusion", (2,)),
        Gap("promise_without_body", (1,)),
        Gap("promise_without_date", (1,)),
        Gap("turn_without_words", (2,)),
    ]


def test_a_higher_level_that_nobody_named_is_a_gap_and_never_a_body_of_the_commune(hall: Hall) -> None:
    hall.register()
    hall.hears("Một", "Hai")
    hall.do(c.Conclude(questions=(1,), outcome="beyond", official="kt", text="Xin tỉnh cho ý kiến"))
    hall.do(c.Conclude(questions=(2,), outcome="beyond", official="kt"))
    assert f"Cơ quan có thẩm quyền: {GAP}; thông báo cho người có ý kiến" in hall.text
    assert "kiến nghị cấp có thẩm quyền xem xét" in hall.text
    assert "kiến nghị Phòng Kinh tế" not in hall.text
    charged = f"Ông Võ Thành Nhơn, Trưởng phòng Kinh tế\n(kiến nghị {GAP})"
    assert [row[2] for row in promise_rows(hall.paper)] == [charged, charged]
    assert Gap("promise_without_higher_level", (1, 2)) in missing(hall.meeting, CALENDAR)


def test_complete_minutes_lack_nothing(asked: Hall) -> None:
    asked.answers("kt", 1, "Xong")
    asked.do(c.Conclude(questions=(1,), outcome="written", official="kt"), c.Adjourn())
    assert missing(asked.meeting, CALENDAR) == []


def test_before_the_meeting_opening_closing_and_secretary_are_missing() -> None:
    setup = Setup(title="Hội nghị", authority="UBND XÃ", chairs=(Person(name="An"),))
    gaps = missing(Meeting([made(setup, MORNING)]), CALENDAR)
    assert [gap.code for gap in gaps] == ["not_opened", "not_adjourned", "no_secretary"]
