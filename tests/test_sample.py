"""The sample meeting, Long Phụng: a whole morning by a real plan, with everything that can happen to a secretary."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from datetime import date

import pytest
from msgspec import structs

from data.rehearsal_file import Line
from moderator.meeting import commands as c
from moderator.meeting.hall import HallView
from moderator.meeting.hall_view import Moment, hall_view
from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_gaps import missing
from moderator.meeting.outcomes import OUTCOMES
from tests.plans.played import CALENDAR, SAMPLE, Hall, Played, Term, Told, state_of, terms_of


@pytest.fixture(scope="module")
def sample() -> Played:
    """The sample meeting, played from its first line to its last."""
    return Played(SAMPLE)


def seen(meeting: Meeting, at: dt.datetime, *, interrupted: bool = False) -> HallView:
    return hall_view(meeting.state, Moment(at, at), CALENDAR, interrupted=interrupted)


def at_line(sample: Played, wanted: c.Command) -> Hall:
    """The hall right after the first line that gives this very command."""
    return sample.until(1 + next(place for place, line in enumerate(sample.lines) if line.command == wanted))


# What its plan and the law order


def test_every_term_before_and_after_has_its_last_day(sample: Played) -> None:
    assert sample.terms == {
        "notice": Term(date(2026, 11, 19), False),
        "loudspeaker": Term(date(2026, 11, 23), False),
        "conclusion_notice": Term(date(2026, 12, 3), False),
        "results_published": Term(date(2026, 12, 7), False),  # 6 December is a Sunday
        "written_reply": Term(date(2026, 12, 28), False),  # 26 December is a Saturday
        "study_reply": Term(date(2026, 12, 28), False),
        "beyond_notice": Term(date(2026, 12, 10), False),
        "off_topic_reply": Term(date(2026, 12, 11), False),
    }


def test_the_terms_stand_from_the_day_the_meeting_is_made(sample: Played) -> None:
    assert terms_of(sample.empty().meeting) == sample.terms


def test_a_meeting_in_a_year_without_announced_holidays_has_its_terms_marked_as_estimated(sample: Played) -> None:
    later = structs.replace(sample.setup, starts=dt.datetime(2031, 11, 26, 7, 30))
    terms = terms_of(Hall(later, dt.datetime(2031, 11, 1, tzinfo=dt.UTC)).meeting)
    assert {name for name, term in terms.items() if term.estimated} == set(sample.terms)


def test_every_promise_has_its_body_and_last_day(sample: Played) -> None:
    economy, culture = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
    services = "Trung tâm Cung ứng dịch vụ công"
    assert sample.promises == [
        Told(2, "study", "reply", economy, "phong-kinh-te", "2026-12-28", False),
        Told(2, "study", "work", economy, "phong-kinh-te", "2027-01-29", False),
        Told(3, "written", "reply", services, "dich-vu-cong", "2026-12-28", False),
        Told(3, "written", "work", services, "dich-vu-cong", "2026-12-10", False),
        Told(4, "written", "reply", economy, "phong-kinh-te", "2026-12-28", False),
        Told(7, "settled", "work", services, "dich-vu-cong", "2026-12-18", False),
        Told(9, "written", "reply", culture, "van-hoa-xa-hoi", "2026-12-28", False),
        Told(1, "study", "reply", services, "dich-vu-cong", "2026-12-28", False),
        Told(14, "beyond", "forward", "Sở Xây dựng tỉnh Quảng Ngãi", "pho-chu-tich", "2026-12-10", False),
        Told(15, "off_topic", "reply", culture, "van-hoa-xa-hoi", "2026-12-11", False),
    ]


def test_more_time_than_the_30_days_takes_a_reason_and_leaves_the_minutes_as_they_were_signed(sample: Played) -> None:
    hall = sample.until(len(sample.lines))
    hall.do(c.Sign())
    before = minutes(hall.meeting, CALENDAR).plain_text()
    hall.do(c.ExtendPromise(promise=1, due=date(2027, 1, 29), reason="Chờ HĐND xã họp thông qua vốn"))
    promise = state_of(hall.meeting, hall.now)["promises"][0]
    assert (promise["due"], promise["status"]) == ("2027-01-29", "extended")
    assert hall.meeting.state.promises[1].extensions == ((date(2027, 1, 29), "Chờ HĐND xã họp thông qua vốn"),)
    assert minutes(hall.meeting, CALENDAR).plain_text() == before


def test_what_is_owed_is_overdue_the_day_after_its_last_day(sample: Played) -> None:
    def owed(day: int) -> Counter[str]:
        morning = dt.datetime(2026, 12, day, 1, tzinfo=dt.UTC)
        return Counter(row["status"] for row in state_of(sample.meeting, morning)["promises"])

    assert owed(28)["overdue"] == 4  # 10, 10, 11 and 18 December
    assert owed(29)["overdue"] == 9
    assert owed(10)["overdue"] == 0


def test_whoever_leaves_the_topic_is_told_and_gets_an_answer_in_writing(sample: Played) -> None:
    assert seen(at_line(sample, c.Remind(kind="topic")).meeting, sample.lines[-1].at).reminder == "topic"
    assert (
        "Ngoài nội dung đối thoại; tiếp nhận và trả lời riêng bằng văn bản, hướng dẫn nơi tư vấn pháp luật."
        " Cơ quan trả lời: Phòng Văn hóa - Xã hội; thời hạn: chậm nhất ngày 11 tháng 12 năm 2026." in sample.text
    )


def test_the_minutes_cite_plan_and_law_and_tell_begin_and_end(sample: Played) -> None:
    for text in (sample.text, sample.docx_text):
        assert "Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 11 năm 2026 của Ủy ban nhân dân xã Long Phụng." in text
        assert "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;" in text
        assert "Thời gian bắt đầu: 7 giờ 30 phút, ngày 26 tháng 11 năm 2026." in text
        assert "Hội nghị giải lao từ 9 giờ 10 phút đến 9 giờ 26 phút." in text
        assert "Hội nghị kết thúc vào 11 giờ 08 phút, ngày 26 tháng 11 năm 2026./." in text


def test_the_minutes_lack_nothing(sample: Played) -> None:
    assert missing(sample.meeting, CALENDAR) == []


def test_the_minutes_say_nothing_of_the_complaint_but_where_it_was_sent(sample: Played) -> None:
    for text in (sample.text, sample.docx_text):
        assert "Ý kiến số 12: nội dung thuộc trình tự khiếu nại, được tiếp nhận" in text
        for secret in ("86 m²", "đất vườn", "giải phóng mặt bằng", "hủy quyết định"):
            assert secret not in text


def test_no_phone_stands_in_the_minutes(sample: Played) -> None:
    assert "0900 000 103" not in sample.text
    assert "0900 000 103" not in sample.docx_text


# What it shows to whoever learns the program


def test_sixteen_people_from_five_villages_register(sample: Played) -> None:
    places = Counter(row["place"] for row in sample.registrations.values())
    assert sum(places.values()) == 16
    assert set(places) == {"thôn Phú Hòa", "thôn Tân Lập", "thôn Bình An", "thôn Đông Thành", "thôn An Phước"}
    assert {who for who, row in sample.registrations.items() if row["late"]} == {14, 15, 16}
    assert {who: row["status"] for who, row in sample.registrations.items() if row["status"] != "heard"} == {
        4: "in_writing",
        13: "in_writing",
        16: "carried_over",
    }


def test_people_are_heard_in_this_order(sample: Played) -> None:
    assert sample.heard == [
        ("speech", 1),
        ("speech", 2),
        ("speech", 3),
        ("follow_up", 1),
        ("speech", 5),
        ("speech", 10),
        ("speech", 6),
        ("follow_up", 6),
        ("follow_up", 11),
        ("speech", 7),
        ("speech", 9),
        ("speech", 11),
        ("follow_up", 11),
        ("speech", 12),
        ("speech", 14),
        ("speech", 15),
        ("speech", 8),
    ]


def test_the_oldest_is_called_out_of_order_and_nobody_else_loses_a_place(sample: Played) -> None:
    hall = at_line(sample, c.Call(who=10))
    floor = state_of(hall.meeting, hall.now)["floor"]
    assert floor["who"] == 10
    assert [row["entry"] for row in state_of(hall.meeting, hall.now)["waiting"]] == ["6", "7", "8", "9", "11", "12"]


def test_all_seven_outcomes_occur_and_the_figures_are_these(sample: Played) -> None:
    figures = sample.state["statistics"]
    assert all(figures[outcome] for outcome in OUTCOMES)
    assert figures == {
        "people_heard": 13,
        "questions": 17,
        "settled": 7,
        "written": 3,
        "study": 2,
        "beyond": 1,
        "off_topic": 1,
        "procedure": 1,
        "noted": 1,
        "unconcluded": 0,
        "joined": 1,
        "dropped": 0,
        "citizen_seconds": 230
        + 316
        + 377
        + 83
        + 205
        + 220
        + 240
        + 75
        + 55
        + 230
        + 270
        + 250
        + 140
        + 235
        + 200
        + 185
        + 220,
        "official_seconds": sum(
            (328, 953, 57, 383, 165, 295, 340, 235, 380, 305, 210, 57, 215, 215, 200, 310, 425, 1360)
        ),
    }
    assert "Hội nghị đã nghe 13 người phát biểu và tiếp nhận 17 ý kiến, kiến nghị, trong đó:" in sample.text
    assert "- Đã trả lời, giải trình tại hội nghị: 07 ý kiến;" in sample.text


def test_one_turn_raises_three_questions(sample: Played) -> None:
    assert [number for number, question in sample.questions.items() if question["who"] == 3] == [4, 5, 6]
    assert "Ông Phạm Đình Khoa, thôn Bình An (số đăng ký 3) phát biểu, nêu 03 ý kiến, kiến nghị:" in sample.text


def test_one_answer_serves_several_questions(sample: Played) -> None:
    answers = [turn for turn in sample.state["turns"] if turn["kind"] == "answer"]
    served = {turn["turn"]: turn["questions"] for turn in answers if len(turn["questions"]) > 1}
    assert served == {8: [2, 6], 12: [4, 5], 17: [8, 9]}


def test_two_written_opinions_are_read_out_by_the_secretary(sample: Played) -> None:
    readings = [turn for turn in sample.state["turns"] if turn["kind"] == "reading"]
    assert [(turn["official"], turn["questions"]) for turn in readings] == [("secretary", [1]), ("secretary", [10])]
    assert sample.text.count("đọc ý kiến gửi bằng văn bản:") == 2


def test_the_chair_asks_back_while_the_speakers_clock_is_held(sample: Played) -> None:
    clarification = sample.turns[5]
    assert (clarification["kind"], clarification["who"], clarification["spoken"]) == ("clarification", 2, 25)
    assert sample.turns[4]["spoken"] == 130 + 186


def test_follow_ups_belong_to_their_questions_also_by_somebody_else(sample: Played) -> None:
    assert {n: q["follow_ups"] for n, q in sample.questions.items() if q["follow_ups"]} == {
        1: [26],
        2: [9],
        8: [19],
        9: [18],
    }
    assert sample.turns[19]["who"] == 11 != sample.questions[8]["who"]


def test_times_are_begun_earlier_prolonged_overrun_and_corrected(sample: Played) -> None:
    assert sample.turns[3]["began"] == sample.time("07:54:30")
    assert (sample.turns[4]["limit"], sample.turns[4]["extended"]) == (300, 60)
    assert sample.turns[6]["spoken"] > sample.turns[6]["limit"]
    assert sample.turns[26]["spoken"] > sample.turns[26]["limit"]
    assert [number for number, turn in sample.turns.items() if turn["corrected"]] == [13]
    assert sample.turns[20]["limit"] == 240  # asked for on the slip


def test_somebody_is_absent_comes_back_and_is_heard_last(sample: Played) -> None:
    hall = at_line(sample, c.Absent())
    assert state_of(hall.meeting, hall.now)["registrations"][7]["status"] == "absent"
    hall = at_line(sample, c.Recall(who=8, to="end"))
    assert state_of(hall.meeting, hall.now)["waiting"][-1]["who"] == 8
    assert sample.heard[-1] == ("speech", 8)


def test_a_conclusion_is_taken_back_and_another_one_stands(sample: Played) -> None:
    assert "Đã trả lời tại hội nghị." in str(sample.lines)
    assert sample.questions[9]["conclusion"]["outcome"] == "written"
    assert "Đã trả lời tại hội nghị." not in sample.text


def test_a_second_slip_of_the_same_person_is_refused(sample: Played) -> None:
    (refused,) = [line for line in sample.lines if line.refused]
    assert isinstance(refused.command, c.Register)
    assert refused.command.name == "nguyen thi bich thuy"
    assert sum(row["name"] == "Nguyễn Thị Bích Thủy" for row in sample.registrations.values()) == 1


def test_nearly_every_command_of_the_floor_is_rehearsed(sample: Played) -> None:
    given = {type(line.command) for line in sample.lines}
    floor = {c.Call, c.Start, c.Pause, c.Resume, c.End, c.Absent, c.PutBack, c.Extend, c.Backdate, c.Recall, c.AskBack}
    secretary = {c.Question, c.EditQuestion, c.Join, c.Assign, c.Answer, c.Note, c.Conclude, c.CorrectTime, c.FollowUp}
    hall = {c.Open, c.Agenda, c.Break, c.EndBreak, c.CloseRegistration, c.Adjourn, c.Message, c.Remind, c.Hide}
    assert floor | secretary | hall | {c.Undo, c.Redo} <= given


# What the hall sees of it


def looks(sample: Played) -> list[tuple[Line, HallView]]:
    """The display after every line and a second before the next one."""
    hall = sample.empty()
    following = [line.at for line in sample.lines[1:]] + [sample.lines[-1].at]
    return [
        (line, seen(hall.meeting, at))
        for line, then in zip(hall.play(sample.lines), following, strict=True)
        for at in (line.at, max(line.at, then - dt.timedelta(seconds=1)))
    ]


def test_the_hall_sees_every_phase_of_a_meeting(sample: Played) -> None:
    phases = {view.phase for _, view in looks(sample)}
    phases.add(seen(at_line(sample, c.Pause()).meeting, sample.lines[-1].at, interrupted=True).phase)
    signed = sample.until(len(sample.lines))
    signed.do(c.Sign())
    phases.add(seen(signed.meeting, signed.now).phase)
    assert phases == {
        "before",
        "report",
        "called",
        "speech",
        "asked_back",
        "answer",
        "waiting",
        "break",
        "interrupted",
        "hidden",
        "closing",
        "after",
    }


def test_the_hall_sees_the_clock_run_over_time(sample: Played) -> None:
    over = [
        view.person.number
        for _, view in looks(sample)
        if view.phase == "speech"
        and view.person is not None
        and view.clock is not None
        and view.clock.limit is not None
        and view.clock.seconds > view.clock.limit
    ]
    assert set(over) == {3, 11}  # the third speech by 77 seconds, a follow-up by 20


def test_the_hall_sees_who_is_called_and_the_next_three(sample: Played) -> None:
    first = next(view for line, view in looks(sample) if line.command == c.Call() and view.phase == "called")
    assert first.person is not None
    assert (first.person.number, first.person.name, first.person.place) == (1, "Ông Trần Văn Lực", "thôn Phú Hòa")
    assert [following.person.number for following in first.upcoming] == [2, 3, 5]
    assert first.waiting == 9


def test_the_hall_sees_the_speakers_clock_held_while_the_chair_asks_back(sample: Played) -> None:
    _, view = next((line, view) for line, view in looks(sample) if view.phase == "asked_back")
    assert view.held is not None
    assert (view.held.seconds, view.held.rate, view.held.limit) == (130, 0, 300)
    assert view.clock is not None
    assert (view.clock.rate, view.clock.limit) == (1, None)


def test_the_hall_sees_who_answers_which_questions(sample: Played) -> None:
    hall = at_line(sample, c.Call(official="phong-kinh-te", questions=(2, 6)))
    hall.do(c.Start())
    view = seen(hall.meeting, hall.now)
    assert view.person is not None
    assert (view.phase, view.questions) == ("answer", (2, 6))
    assert (view.person.name, view.person.post) == ("Ông Võ Thành Nhơn", "Trưởng phòng Kinh tế")


def test_the_hall_sees_nothing_of_a_turn_from_the_moment_it_is_hidden(sample: Played) -> None:
    hall = at_line(sample, c.Hide(on=True))
    assert 12 not in hall.meeting.state.questions
    view = seen(hall.meeting, hall.now)
    assert (view.phase, view.person, view.clock) == ("hidden", None, None)
    hall.do(c.Hide(on=False))
    assert seen(hall.meeting, hall.now).phase == "speech"


def test_the_hall_sees_when_the_break_ends_and_who_is_first_afterwards(sample: Played) -> None:
    view = next(view for _, view in looks(sample) if view.phase == "break")
    assert view.break_ends is not None
    assert view.break_ends.astimezone(sample.setup.tz).isoformat() == sample.time("09:25:45")
    assert view.upcoming[0].person.number == 7


def test_the_hall_sees_where_and_until_when_the_results_are_posted(sample: Played) -> None:
    view = seen(sample.meeting, sample.lines[-1].at)
    assert (view.posted_until, view.estimated) == (date(2026, 12, 7), False)
    assert view.posted_at == "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG"
    assert {result.question: result.outcome for result in view.results} == {
        1: "study",
        2: "study",
        3: "written",
        4: "written",
        5: "settled",
        6: "settled",
        7: "settled",
        8: "settled",
        9: "written",
        10: "settled",
        11: "settled",
        13: "study",
        14: "beyond",
        15: "off_topic",
        16: "noted",
        17: "settled",
    }
    assert view.unconcluded == 0
