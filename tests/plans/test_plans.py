"""Four meetings by real plans run from the first registration to the minutes, and do what each plan orders."""

from __future__ import annotations

import datetime as dt
import json
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from moderator.command_line import main
from moderator.meeting import commands as c
from moderator.meeting.fields import fields_of
from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_gaps import Gap, missing
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.refusals import Refusal
from moderator.meeting.wording import outcome_name
from tests.plans.played import (
    CALENDAR,
    FOLDER,
    NAMES,
    SAMPLE,
    Hall,
    Played,
    Term,
    Told,
    state_of,
    terms_of,
    text_of,
    told,
)

DATED_OUTCOMES = ("written", "study", "beyond", "off_topic")


def in_order(text: str, *parts: str) -> None:
    places = [text.index(part) for part in parts]
    assert places == sorted(places), list(zip(parts, places, strict=True))


# What every plan orders


def test_everything_goes_as_the_rehearsal_expects_and_the_meeting_comes_to_its_end(plan: Played) -> None:
    refused = sum(line.refused for line in plan.lines)
    assert len(plan.meeting.records) == 1 + len(plan.lines) - refused
    assert plan.state["meeting"]["stage"] in ("adjourned", "signed")
    assert plan.state["floor"] is None
    assert plan.state["waiting"] == []


def test_nobody_who_registered_is_lost(plan: Played) -> None:
    settled = {"heard", "absent", "withdrawn", "in_writing", "carried_over"}
    assert {row["status"] for row in plan.state["registrations"]} <= settled
    unheard = plan.text.partition("NGƯỜI ĐĂNG KÝ CHƯA PHÁT BIỂU")[2].partition("NỘI DUNG GIAO GIẢI QUYẾT")[0]
    for who, row in plan.registrations.items():
        if row["status"] in ("absent", "withdrawn", "carried_over"):
            assert f"{row['name']}, {row['place']} (số đăng ký {who})" in unheard


def test_every_opinion_is_concluded_or_joined_to_one_that_is(plan: Played) -> None:
    for question in plan.questions.values():
        root = plan.questions[question["joined_into"] or question["question"]]
        assert root["conclusion"] is not None, question["question"]


def test_what_was_not_settled_at_the_meeting_has_a_body_that_answers_for_it(plan: Played) -> None:
    owed = {promise.question for promise in plan.promises if promise.body}
    unsettled = {
        number
        for number, question in plan.questions.items()
        if question["conclusion"] and question["conclusion"]["outcome"] in DATED_OUTCOMES
    }
    assert unsettled
    assert unsettled <= owed


def test_the_figures_add_up(plan: Played) -> None:
    figures = plan.state["statistics"]
    parts = (*OUTCOMES, "unconcluded", "joined", "dropped")
    assert figures["questions"] == sum(figures[part] for part in parts) == len(plan.questions)
    spoken = dict.fromkeys(("citizen", "official", "nobody"), 0.0)
    people = set()
    for turn in plan.state["turns"]:
        side = "citizen" if turn["kind"] in ("speech", "follow_up") else "official"
        spoken["nobody" if turn["kind"] == "clarification" else side] += turn["spoken"]
        if side == "citizen":
            people.add(turn["name"])
    assert (figures["citizen_seconds"], figures["official_seconds"]) == (spoken["citizen"], spoken["official"])
    assert figures["people_heard"] == len(people)


def test_the_minutes_name_hosts_guests_bases_and_agenda(plan: Played) -> None:
    setup = plan.setup
    secretary, chair = setup.secretaries[0], setup.chairs[0]
    for text in (plan.text, plan.docx_text):
        in_order(text, "BIÊN BẢN", setup.title, "Thời gian bắt đầu:", "Địa điểm:", "Thành phần tham dự:")
        assert f"Địa điểm: {setup.place}." in text
        assert f"Chủ trì (chủ tọa): {chair.honorific} {chair.name}, {chair.post}" in text
        assert f"Thư ký (người ghi biên bản): {secretary.honorific} {secretary.name}, {secretary.post}" in text
        for guest in setup.guests:
            assert f"{guest.name}, {guest.post}" in text
        assert all(base.rstrip(";.") in text for base in setup.bases)
        in_order(text, *(f". {item.title}\n" for item in setup.agenda))
        in_order(text[text.index("Hội nghị kết thúc vào") :], "THƯ KÝ", "CHỦ TỌA", "Nơi nhận:")
        ending = text[text.index("Hội nghị kết thúc vào") :]
        assert secretary.name in ending
        assert chair.name in ending
        assert all(signer.name in ending for signer in setup.signers)


def test_the_minutes_give_each_opinion_once_or_keep_the_silence_of_the_law(plan: Played) -> None:
    for number, question in plan.questions.items():
        for text in (plan.text, plan.docx_text):
            if question["kind"] in ("complaint", "denunciation"):
                assert question["text"] not in text
                assert question["conclusion"]["text"] not in text
                assert text.count(f"Ý kiến số {number}:") == 1
            else:
                assert text.count(question["text"]) == 1
                assert text.count(f"Ý kiến số {number} (") + text.count(f"Ý kiến số {number} của") == 1


def test_the_minutes_give_each_answer_with_the_post_of_who_gave_it(plan: Played) -> None:
    setup = plan.setup
    people = {each.code: each for each in setup.officials} | {"chair": setup.chairs[0]}
    answers = [answer for question in plan.questions.values() for answer in question["answers"]]
    assert answers
    for answer in answers:
        person = people[answer["official"]]
        line = f"- {person.honorific} {person.name}, {person.post}, trả lời: {answer['text']}"
        assert line in plan.text
        assert line in plan.docx_text


def test_the_minutes_give_each_conclusion_with_its_outcome_body_and_last_day(plan: Played) -> None:
    for question in plan.questions.values():
        conclusion = question["conclusion"]
        if conclusion is None or conclusion["outcome"] == "procedure":
            continue
        line = f"- Chủ trì kết luận ({outcome_name(conclusion['outcome'])}): {conclusion['text']}"
        assert line in plan.text
        assert line in plan.docx_text
        if conclusion["reason"]:
            assert f"Lý do: {conclusion['reason']}." in plan.text
    table = [line.split(" | ") for line in plan.text.split("\n") if line.count(" | ") == 3][1:]
    assert len(table) == len(plan.promises)
    for promise in plan.promises:
        last = date.fromisoformat(promise.due) if promise.due else None
        day = "……" if last is None else f"{last.day:02}/{last.month:0{2 if last.month < 3 else 1}}/{last.year}"
        number, body = str(promise.question), str(promise.body)
        rows = [row for row in table if row[0] == number and body in row[2] and day in row[3]]
        assert rows, promise


def test_the_docx_says_what_the_preview_says(plan: Played) -> None:
    lines = [line for line in plan.text.split("\n") if line and " | " not in line]
    written = {" ".join(line.split()) for line in plan.docx_text.split("\n")}
    assert [line for line in lines if " ".join(line.split()) not in written] == []


def test_an_undone_command_leaves_no_trace_in_the_minutes(ha_trung: Played) -> None:
    taken_back = "Vỉa hè phố chợ bị chiếm làm chỗ để xe"
    assert any(taken_back in str(line.command) for line in ha_trung.lines)
    assert taken_back not in ha_trung.text
    assert sorted(ha_trung.questions) == [1, 3, 4, 5, 6]


# Hà Trung 2021: 30 days, opinions collected after the meeting, an asker without a name


def test_ha_trung_counts_its_terms_from_28_october(ha_trung: Played) -> None:
    assert ha_trung.terms == {
        "notice": Term(date(2021, 10, 21), False),
        "opinions": Term(date(2021, 11, 19), False),
        "written_reply": Term(date(2021, 11, 29), False),
    }
    assert terms_of(ha_trung.empty().meeting) == ha_trung.terms


def test_ha_trung_may_collect_opinions_until_after_its_meeting(ha_trung: Played) -> None:
    assert ha_trung.setup.starts is not None
    assert ha_trung.terms["opinions"].last_day > ha_trung.setup.starts.date()


def test_ha_trung_promises(ha_trung: Played) -> None:
    office = "Bộ phận Địa chính - Xây dựng"
    assert ha_trung.promises == [
        Told(3, "settled", "work", "Công an thị trấn", "cong-an", "2021-11-30", False),
        Told(4, "written", "reply", office, "dia-chinh", "2021-11-29", False),
        Told(5, "beyond", "forward", "Điện lực Hà Trung", None, "2021-11-12", False),
        Told(6, "study", "reply", office, "dia-chinh", "2021-12-31", False),
    ]


def test_ha_trung_figures(ha_trung: Played) -> None:
    assert ha_trung.state["statistics"] == {
        "people_heard": 3,
        "questions": 5,
        "settled": 2,
        "written": 1,
        "study": 1,
        "beyond": 1,
        "off_topic": 0,
        "procedure": 0,
        "noted": 0,
        "unconcluded": 0,
        "joined": 0,
        "dropped": 0,
        "citizen_seconds": 275 + 270 + 235,
        "official_seconds": 440 + 1050 + 270 + 305 + 170 + 800,
    }


def test_ha_trung_hears_people_in_the_order_of_registering(ha_trung: Played) -> None:
    assert ha_trung.heard == [("speech", 1), ("speech", 2), ("speech", 5)]
    assert {who: row["status"] for who, row in ha_trung.registrations.items()} == {
        1: "heard",
        2: "heard",
        3: "in_writing",
        4: "absent",
        5: "heard",
        6: "carried_over",
    }
    assert ha_trung.registrations[6]["late"]


def test_ha_trung_minutes_tell_begin_end_and_base(ha_trung: Played) -> None:
    assert "Thời gian bắt đầu: 8 giờ 00 phút, ngày 28 tháng 10 năm 2021." in ha_trung.text
    assert "Hội nghị kết thúc vào 9 giờ 13 phút, ngày 28 tháng 10 năm 2021./." in ha_trung.text
    assert "Căn cứ Điều 125 Luật Tổ chức chính quyền địa phương ngày 19/6/2015." in ha_trung.text


def test_ha_trung_tells_who_decides_what_is_beyond_the_town_and_by_when(ha_trung: Played) -> None:
    assert (
        "Cơ quan có thẩm quyền: Điện lực Hà Trung; thông báo cho người có ý kiến chậm nhất ngày 12 tháng 11 năm 2021."
        in ha_trung.text
    )
    assert "5 | " in ha_trung.text
    assert "Kiến nghị Điện lực Hà Trung | 12/11/2021" in ha_trung.text


def test_ha_trung_takes_the_opinion_of_somebody_who_gave_no_name(ha_trung: Played) -> None:
    assert "của một công dân không nêu tên (số đăng ký 3):" in ha_trung.text
    assert ha_trung.questions[1]["asker"] is None
    assert 1 not in {promise.question for promise in ha_trung.promises}


@pytest.fixture
def off_topic_at_ha_trung(ha_trung: Played) -> Hall:
    """The late registrant is still heard, and leaves the topic."""
    hall = ha_trung.before("adjourn")
    hall.do(c.Call(who=6))
    hall.do(c.Start())
    hall.do(c.Question(text="Bao giờ có kết quả xổ số kiến thiết?", field="khac"))
    hall.do(c.Remind(kind="topic"))
    hall.do(c.End())
    hall.do(c.Conclude(questions=(7,), outcome="off_topic", official="van-hoa", text="Tiếp nhận, trả lời riêng."))
    return hall


def test_ha_trung_answers_what_leaves_the_topic_in_writing_within_the_30_days(off_topic_at_ha_trung: Hall) -> None:
    hall = off_topic_at_ha_trung
    hall.do(c.Adjourn())
    assert told(state_of(hall.meeting, hall.now))[-1] == Told(
        7, "off_topic", "reply", "Bộ phận Văn hóa - Xã hội", "van-hoa", "2021-11-29", False
    )
    assert (
        "Chủ trì kết luận (ngoài nội dung, trả lời riêng bằng văn bản): Tiếp nhận, trả lời riêng."
        " Cơ quan trả lời: Bộ phận Văn hóa - Xã hội; thời hạn: chậm nhất ngày 29 tháng 11 năm 2021."
    ) in minutes(hall.meeting, CALENDAR).plain_text()


def test_ha_trung_is_asked_for_a_day_where_its_plan_gives_none(ha_trung: Played) -> None:
    hall = ha_trung.before("adjourn")
    hall.do(c.Reopen(question=5))
    hall.do(c.Conclude(questions=(5,), outcome="beyond", body="Điện lực Hà Trung"))
    hall.do(c.Adjourn())
    undated = told(state_of(hall.meeting, hall.now))[-1]
    assert (undated.question, undated.due, undated.estimated) == (5, None, False)
    assert Gap("promise_without_date", (5,)) in missing(hall.meeting, CALENDAR)


# Phổ Châu 2023: working days, a deputy in the chair, a day that the plan leaves open


def test_pho_chau_has_no_dates_while_nobody_knows_the_day(pho_chau: Played) -> None:
    assert pho_chau.setup.starts is None
    assert terms_of(pho_chau.before("open").meeting) == {}
    assert state_of(pho_chau.before("open").meeting, pho_chau.lines[0].at)["meeting"]["starts"] is None


def test_pho_chau_counts_its_working_days_from_15_june(pho_chau: Played) -> None:
    assert pho_chau.terms == {
        "prepared_answers": Term(date(2023, 6, 6), False),
        "conclusion_notice": Term(date(2023, 6, 22), False),
        "written_reply": Term(date(2023, 6, 29), False),
        "study_reply": Term(date(2023, 6, 29), False),
        "report": Term(date(2023, 6, 29), False),
    }


def test_pho_chau_can_ask_for_prepared_answers_once_the_day_is_announced(pho_chau: Played) -> None:
    announced = structs.replace(pho_chau.setup, starts=dt.datetime(2023, 6, 15, 7, 30))
    hall = Hall(announced, dt.datetime(2023, 6, 1, tzinfo=dt.UTC))
    assert terms_of(hall.meeting)["prepared_answers"] == Term(date(2023, 6, 6), False)


def test_pho_chau_counts_from_the_day_it_ends_on(pho_chau: Played) -> None:
    hall = pho_chau.before("adjourn")
    hall.do(c.Adjourn(), dt.datetime(2023, 6, 15, 17, 10, tzinfo=dt.UTC))  # past midnight in the hall
    assert terms_of(hall.meeting)["conclusion_notice"] == Term(date(2023, 6, 23), False)
    assert [promise.due for promise in told(state_of(hall.meeting, hall.now))] == ["2023-06-30", "2023-06-30"]


def test_pho_chau_promises(pho_chau: Played) -> None:
    assert pho_chau.promises == [
        Told(2, "written", "reply", "Văn phòng - Thống kê", "van-phong", "2023-06-29", False),
        Told(3, "study", "reply", "Văn phòng - Thống kê", "van-phong", "2023-06-29", False),
    ]


def test_pho_chau_figures(pho_chau: Played) -> None:
    assert pho_chau.state["statistics"] == {
        "people_heard": 3,
        "questions": 4,
        "settled": 1,
        "written": 1,
        "study": 1,
        "beyond": 0,
        "off_topic": 0,
        "procedure": 0,
        "noted": 0,
        "unconcluded": 0,
        "joined": 1,
        "dropped": 0,
        "citizen_seconds": (100 + 125) + 190 + 225,
        "official_seconds": 265 + 645 + 230 + 290 + 510,
    }


def test_pho_chau_hears_people_as_the_chair_steers(pho_chau: Played) -> None:
    assert pho_chau.heard == [("speech", 3), ("speech", 1), ("speech", 2)]
    assert pho_chau.registrations[4]["status"] == "withdrawn"


def test_pho_chau_lets_everybody_speak_without_a_limit(pho_chau: Played) -> None:
    assert {turn["limit"] for turn in pho_chau.state["turns"]} == {None}


def test_pho_chau_chair_asks_back_on_nobodys_time(pho_chau: Played) -> None:
    assert (pho_chau.turns[4]["kind"], pho_chau.turns[4]["spoken"]) == ("clarification", 25)
    assert pho_chau.turns[3]["spoken"] == 225
    assert "Chủ trì hỏi lại: những lần nào phải bổ sung giấy tờ?" in pho_chau.text


def test_pho_chau_minutes_say_by_whose_mandate_the_deputy_presides(pho_chau: Played) -> None:
    assert (
        "Chủ trì (chủ tọa): Ông Trần Duy Khánh, Phó Chủ tịch UBND xã (Chủ tịch UBND xã ủy quyền chủ trì đối thoại)."
        in pho_chau.text
    )


def test_pho_chau_minutes_tell_begin_and_end_of_the_day_it_turned_out_to_be(pho_chau: Played) -> None:
    assert "Thời gian bắt đầu: 7 giờ 30 phút, ngày 15 tháng 6 năm 2023." in pho_chau.text
    assert "Hội nghị kết thúc vào 8 giờ 21 phút, ngày 15 tháng 6 năm 2023./." in pho_chau.text


def test_pho_chau_keeps_the_second_conclusion_and_the_mended_answer(pho_chau: Played) -> None:
    assert pho_chau.questions[3]["conclusion"]["outcome"] == "study"
    assert "Đã giải thích." not in pho_chau.text
    assert "hồ sơ vay vốn do Văn phòng nhận rồi chuyển các bộ phận." in pho_chau.text
    assert "Ý kiến này được gộp với ý kiến số 2" in pho_chau.text


# Lạc Thượng 2023: fixed last days, the time that people asked for, a denunciation, quotas


def test_lac_thuong_keeps_its_fixed_last_days(lac_thuong: Played) -> None:
    assert lac_thuong.terms == {
        "opinions": Term(date(2023, 6, 14), False),
        "invitations": Term(date(2023, 6, 15), False),
        "report": Term(date(2023, 6, 29), False),
    }
    assert terms_of(lac_thuong.empty().meeting) == lac_thuong.terms


def test_lac_thuong_promises(lac_thuong: Played) -> None:
    environment = "Địa chính - Nông nghiệp - Môi trường"
    assert lac_thuong.promises == [
        Told(2, "settled", "work", environment, "moi-truong", "2023-07-31", False),
        Told(3, "written", "reply", "Địa chính - Xây dựng", "dia-chinh", "2023-07-19", False),
        Told(5, "written", "reply", "Văn hóa - Xã hội", "van-hoa", None, False),
    ]


def test_lac_thuong_minutes_leave_a_space_for_the_day_that_nobody_named_and_say_so(lac_thuong: Played) -> None:
    assert Gap("promise_without_date", (3,)) in missing(lac_thuong.meeting, CALENDAR)
    assert "Cơ quan trả lời: Văn hóa - Xã hội; thời hạn: chậm nhất ngày …… tháng …… năm" in lac_thuong.text


def test_lac_thuong_figures(lac_thuong: Played) -> None:
    assert lac_thuong.state["statistics"] == {
        "people_heard": 3,
        "questions": 5,
        "settled": 2,
        "written": 2,
        "study": 0,
        "beyond": 0,
        "off_topic": 0,
        "procedure": 1,
        "noted": 0,
        "unconcluded": 0,
        "joined": 0,
        "dropped": 0,
        "citizen_seconds": 190 + 225 + 55 + 255,
        "official_seconds": 510 + 1110 + 235 + 215 + 200 + 680,
    }


def test_lac_thuong_hears_people_in_order_and_lets_them_follow_up(lac_thuong: Played) -> None:
    assert lac_thuong.heard == [("speech", 1), ("speech", 2), ("follow_up", 1), ("speech", 3)]
    assert lac_thuong.questions[2]["follow_ups"] == [6]
    assert "Ông Đỗ Văn Chín trao đổi thêm: Ông Chín đề nghị nếu quá hạn" in lac_thuong.text


def test_lac_thuong_gives_everybody_the_time_that_they_asked_for(lac_thuong: Played) -> None:
    limits = {turn["who"]: turn["limit"] for turn in lac_thuong.state["turns"] if turn["kind"] == "speech"}
    assert limits == {1: 180, 2: 300, 3: 240}
    assert lac_thuong.turns[3]["spoken"] == 190
    assert lac_thuong.turns[8]["spoken"] == 255


def test_lac_thuong_asks_about_every_topic_of_its_plan(lac_thuong: Played) -> None:
    names = {field.name for field in fields_of(lac_thuong.setup).values()}
    assert names >= {
        "Tham gia xây dựng Đảng, chính quyền",
        "Thực hiện nghị quyết đại hội Đảng các cấp",
        "Xây dựng nông thôn mới, dồn điền đổi thửa",
        "Chăn nuôi gắn với bảo đảm vệ sinh môi trường",
        "Hoạt động của HTX dịch vụ nông nghiệp",
        "Đất đai",
        "An ninh trật tự, tệ nạn xã hội",
    }
    assert "Ý kiến số 2 (lĩnh vực chăn nuôi gắn với bảo đảm vệ sinh môi trường):" in lac_thuong.text
    assert "Ý kiến số 3 (lĩnh vực xây dựng nông thôn mới, dồn điền đổi thửa):" in lac_thuong.text
    assert "Ý kiến số 4 (lĩnh vực an ninh trật tự, tệ nạn xã hội):" in lac_thuong.text


def test_lac_thuong_minutes_count_the_places_of_each_organisation(lac_thuong: Played) -> None:
    assert (
        "Hội Cựu chiến binh, thôn Lạc Thượng (05 người); Hội Nông dân, thôn Lạc Thượng (10 người);"
        " Hội Phụ nữ, thôn Lạc Thượng (20 người); Đoàn Thanh niên, thôn Lạc Thượng (05 người);"
        " Hội Người cao tuổi, thôn Lạc Thượng (15 người)."
    ) in lac_thuong.text


def test_lac_thuong_takes_in_writing_what_there_was_no_time_to_hear(lac_thuong: Played) -> None:
    assert lac_thuong.registrations[5]["status"] == "in_writing"
    assert lac_thuong.questions[5]["text"] == "Đề nghị xã hỗ trợ làm sân bóng của thôn"
    assert "Chuyển sang gửi ý kiến bằng văn bản: ông Bùi Đức Lâm" in lac_thuong.text


def test_lac_thuong_minutes_neither_name_who_denounces_nor_say_what(lac_thuong: Played) -> None:
    for text in (lac_thuong.text, lac_thuong.docx_text):
        assert "Ý kiến số 1: nội dung thuộc trình tự tố cáo, được tiếp nhận" in text
        for secret in ("Hến", "thu tiền", "phiếu thu", "Tố cáo cán bộ thôn"):
            assert secret not in text
    assert "Hến" in str(lac_thuong.lines)


def test_lac_thuong_minutes_tell_begin_and_end_and_are_signed_by_the_head_of_the_village(lac_thuong: Played) -> None:
    assert "Thời gian bắt đầu: 8 giờ 00 phút, ngày 19 tháng 6 năm 2023." in lac_thuong.text
    assert "Hội nghị kết thúc vào 9 giờ 09 phút, ngày 19 tháng 6 năm 2023./." in lac_thuong.text
    in_order(lac_thuong.text[lac_thuong.text.index("CHỦ TỌA") :], "Trưởng thôn Lạc Thượng", "Đinh Công Bằng")


def test_lac_thuong_takes_only_replies_once_it_is_signed(lac_thuong: Played) -> None:
    hall = lac_thuong.until(len(lac_thuong.lines))
    for command in (c.Register(name="Trần Văn Muộn"), c.Call(), c.Conclude(questions=(5,), outcome="noted"), c.Undo()):
        with pytest.raises(Refusal):
            hall.do(command)
    hall.do(c.Reply(promise=2, number="45/UBND-ĐC", date=date(2023, 7, 18)))
    replied = state_of(hall.meeting, hall.now)["promises"][1]
    assert (replied["status"], replied["reply"]["number"]) == ("replied", "45/UBND-ĐC")


# From the command line


def rehearsed(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Play a plan from the command line into a data folder; the id of the meeting."""
    if name == SAMPLE:
        sample = FOLDER.parent.parent / "data" / "sample" / f"{name}.jsonl"
        call = ["rehearse", str(sample), "--speed", "max"]
    else:
        files = (str(FOLDER / f"{name}.jsonl"), "--new", str(FOLDER / f"{name}.toml"))
        call = ["rehearse", *files, "--speed", "max"]
    code = main(["--data", str(folder), *call], now=lambda: dt.datetime(2026, 12, 1, tzinfo=dt.UTC))
    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    return name


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_runs_from_the_command_line_to_its_minutes(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played = Played(name)
    meeting_id = rehearsed(name, tmp_path, capsys)

    assert main(["--data", str(tmp_path), "show", meeting_id, "--json"], now=lambda: played.lines[-1].at) == 0
    shown = json.loads(capsys.readouterr().out)
    expected = played.state
    assert {key: shown[key] for key in shown if key != "next_undo"} == {
        key: expected[key] for key in expected if key != "next_undo"
    }

    assert main(["--data", str(tmp_path), "export", meeting_id, "--only", "minutes"]) == 0
    (path,) = capsys.readouterr().out.splitlines()
    assert Path(path).suffix == ".docx"
    assert text_of(Path(path)) == played.docx_text

    assert main(["--data", str(tmp_path), "check", meeting_id]) == 0


def test_a_plan_is_not_played_over_the_meeting_that_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = rehearsed("ha-trung-2021", tmp_path, capsys)
    files = (str(FOLDER / f"{name}.jsonl"), "--new", str(FOLDER / f"{name}.toml"))
    assert main(["--data", str(tmp_path), "rehearse", *files, "--speed", "max"]) == 1
    assert name in capsys.readouterr().err
