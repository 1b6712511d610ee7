"""What is read out before the minutes are adopted, and that it ends on its second page."""

from __future__ import annotations

import datetime as dt
from math import ceil
from typing import Any

import pytest
from msgspec.structs import replace

from moderator.meeting.minutes_reading import minutes_reading
from moderator.meeting.page_room import height
from moderator.meeting.paper import Paper, para
from moderator.meeting.wording import GAP
from tests.meeting.story import Story

# Fewer letters than a line really holds, and a little more room than a line really takes.
LETTERS_A_LINE = {"body": 70, "item": 70, "form": 76}
POINTS_A_LINE = {"body": 17.8, "item": 17.8, "form": 15.0}
POINTS_APART = {"body": 6.0, "item": 6.0, "form": 6.5}
TITLE_POINTS = 110
TWO_PAGES = 2 * 728
USUAL = ("settled", "written", "settled", "study", "settled", "noted", "written", "beyond")
BODIES = ("Phòng Kinh tế", "Công an xã", "Phòng Văn hóa - Xã hội")
PEOPLE = ("Lê Thị Mận", "Trần Văn Lực", "Hồ Thị Diễm My", "Phùng Văn Nghĩa")
DUE = "2026-12-28"
ASKED = "Bao giờ sửa đường liên thôn?"


@pytest.fixture
def asked(story: Story) -> Story:
    """Mrs Mận has asked one question."""
    story.do("register", name="Lê Thị Mận", honorific="Bà", place="thôn Phú Hòa")
    story.do("call", who=1)
    story.do("start")
    story.do("question", text=ASKED)
    story.do("end")
    return story


def conclude(story: Story, question: int = 1, outcome: str = "written", **more: Any) -> None:
    story.do("conclude", questions=[question], outcome=outcome, **more)


def hall_of(count: int, *, text: str = "", words: str = ASKED) -> Story:
    """A meeting with so many questions, concluded as it usually goes."""
    story = Story()
    for number in range(1, count + 1):
        name = PEOPLE[number % len(PEOPLE)]
        story.do("register", name=name, honorific="Bà" if "Thị" in name else "Ông", place=f"thôn {number}")
        story.do("call", who=number)
        story.do("start")
        story.do("question", text=words)
        story.do("end")
        outcome = USUAL[number % len(USUAL)]
        given = {} if outcome in ("settled", "noted") else {"body": BODIES[number % 3], "due": DUE}
        conclude(story, number, outcome, text=text, **given)
    return story


def reading(story: Story, closing: dt.datetime | None = None) -> Paper:
    return minutes_reading(story.meeting, story.calendar, closing)


def told(story: Story) -> str:
    return reading(story).plain_text()


def points(paper: Paper) -> float:
    """How high a paper stands by a plain count of letters and lines."""
    total = TITLE_POINTS + 17.0 * ceil(len(paper.subject) / 50)
    ending = ceil(len(paper.ending) / LETTERS_A_LINE["body"])
    total += ending * POINTS_A_LINE["body"] + POINTS_APART["body"]
    for block in paper.body:
        lines = sum(max(1, ceil(len(line) / LETTERS_A_LINE[block.style])) for line in block.text.split("\n"))
        total += lines * POINTS_A_LINE[block.style] + POINTS_APART[block.style]
    return total


# What is read out


def test_the_hall_hears_when_where_who_presided_and_how_many_came(asked: Story) -> None:
    asked.do("attend", name="Đinh Văn Khách")
    assert "Hội nghị bắt đầu lúc 7 giờ 30 phút, ngày 26 tháng 11 năm 2026, tại ……………………." in told(asked)
    assert "Chủ trì: ông Trần Văn Chủ. Thư ký: bà Phạm Thị Ghi." in told(asked)
    assert (
        "Số người dự: 00 người theo danh sách mời, 01 người ngoài danh sách. Số người phát biểu: 01."
        " Số ý kiến, kiến nghị: 01." in told(asked)
    )


def test_while_nobody_was_counted_room_is_left_for_the_number(asked: Story) -> None:
    assert f"Số người dự: {GAP}. Số người phát biểu: 01." in told(asked)


def test_before_the_opening_only_what_is_known_is_told() -> None:
    text = told(Story(opened=False, place="Hội trường xã"))
    assert "Hội nghị bắt đầu lúc …… giờ …… phút, ngày …… tháng …… năm ………, tại hội trường xã." in text
    assert f"Số người phát biểu: {GAP}. Số ý kiến, kiến nghị: {GAP}." in text


def test_a_question_is_told_with_asker_conclusion_body_and_day(asked: Story) -> None:
    conclude(asked, body="Phòng Kinh tế", due=DUE)
    assert (
        f"Ý kiến số 1 của bà Lê Thị Mận: {ASKED} Chủ trì kết luận: Tiếp thu ý kiến; giao Phòng Kinh tế trả lời bằng"
        " văn bản chậm nhất ngày 28 tháng 12 năm 2026." in told(asked)
    )


def test_the_chairs_own_words_stand_before_body_and_day(asked: Story) -> None:
    conclude(asked, text="Sửa trước Tết", body="Phòng Kinh tế", due=DUE, tasks=[{"kind": "work", "body": "Công an xã"}])
    assert (
        "Chủ trì kết luận (tiếp thu, trả lời bằng văn bản): Sửa trước Tết. Phòng Kinh tế, chậm nhất ngày 28 tháng 12"
        " năm 2026. Đồng thời giao Công an xã; thời hạn: chậm nhất ngày …… tháng …… năm ………." in told(asked)
    )


def test_a_higher_level_is_asked_and_not_given_a_task(asked: Story) -> None:
    conclude(asked, outcome="beyond", text="Xin tỉnh đầu tư", body="Sở Xây dựng", official="dia-chinh", due=DUE)
    assert "Xin tỉnh đầu tư. Kiến nghị Sở Xây dựng, chậm nhất ngày 28 tháng 12 năm 2026." in told(asked)
    for number in range(2, 60):
        asked.hears(f"Trần Văn {number}", ASKED)
        conclude(asked, number, "beyond", official="dia-chinh", due=DUE)
    assert "- Kiến nghị Sở Xây dựng: số 1; hạn 28/12/2026." in told(asked)
    assert f"- Kiến nghị {GAP}: số 2 đến 59; hạn 28/12/2026." in told(asked)
    assert "Phòng Kinh tế" not in told(asked)


def test_whoever_presided_first_is_named_first() -> None:
    story = Story()
    story.at("08:15").do("chair", code="chair-2")
    story.at("09:00").do("chair", code="chair")
    assert "Chủ trì: ông Trần Văn Chủ; bà Lê Thị Phó." in told(story)


@pytest.mark.parametrize("kind", ["complaint", "denunciation"])
def test_what_the_law_keeps_back_is_told_only_as_such(asked: Story, kind: str) -> None:
    asked.do("edit_question", question=1, kind=kind)
    assert "Ý kiến số 1: ý kiến thuộc khiếu nại, tố cáo: đã tiếp nhận." in told(asked)
    conclude(asked, outcome="procedure", text="Hướng dẫn gửi đơn về đường liên thôn")
    assert "Ý kiến số 1: ý kiến thuộc khiếu nại, tố cáo: đã hướng dẫn." in told(asked)
    assert "Mận" not in told(asked)
    assert "đường" not in told(asked)


def test_a_question_joined_into_a_complaint_is_kept_back_with_it(asked: Story) -> None:
    asked.hears("Trần Văn Lực", "Tôi khiếu nại việc đền bù")
    asked.do("edit_question", question=2, kind="complaint")
    asked.do("join", question=1, into=2)
    conclude(asked, question=2, outcome="procedure")
    assert told(asked).count("ý kiến thuộc khiếu nại, tố cáo: đã hướng dẫn") == 2
    assert ASKED not in told(asked)


def test_words_about_somebodys_conduct_are_not_read_out_before_the_hall(asked: Story) -> None:
    asked.do("edit_question", question=1, text="Ông Đất nhũng nhiễu", kind="conduct")
    conclude(asked, text="Kiểm điểm ông Đất", body="Phòng Kinh tế", due=DUE)
    assert "Ý kiến số 1 của bà Lê Thị Mận: tiếp thu, trả lời bằng văn bản; Phòng Kinh tế, hạn 28/12/2026." in told(
        asked
    )
    assert "ông Đất" not in told(asked)


def test_joined_dropped_and_open_questions_say_what_became_of_them(asked: Story) -> None:
    asked.hears("Trần Văn Lực", "Sửa đường", "Câu hỏi nhầm")
    asked.do("join", question=2, into=1)
    asked.do("drop_question", question=3, reason="Rút")
    text = told(asked)
    assert f"Ý kiến số 1 của bà Lê Thị Mận: {ASKED} Chủ trì kết luận: {GAP}." in text
    assert "Sửa đường. Gộp với ý kiến số 1." in text
    assert "Câu hỏi nhầm. Rút khỏi danh sách theo dõi." in text
    asked.do("adjourn")
    assert f"{ASKED} Chưa được chủ trì kết luận." in told(asked)


def test_the_general_conclusion_is_read_with_its_directives(asked: Story) -> None:
    task = {"kind": "work", "body": "Phòng Kinh tế", "text": "rà soát cống", "due": DUE}
    asked.do("conclude_meeting", text="Hội nghị dân chủ", tasks=[task])
    assert (
        "Kết luận chung: Hội nghị dân chủ.\n"
        "- Giao Phòng Kinh tế: rà soát cống; thời hạn: chậm nhất ngày 28 tháng 12 năm 2026.\n" in told(asked)
    )


def test_the_hall_is_asked_and_its_answer_is_told_once_it_was_counted(asked: Story) -> None:
    assert f"Ai nhất trí, xin giơ tay: {GAP} người.\n- Ai không nhất trí: {GAP} người." in told(asked)
    asked.do("agree", on="minutes", **{"for": 110}, against=2)
    assert "Thông qua biên bản: 110 người nhất trí, 02 người không nhất trí." in told(asked)
    assert "xin giơ tay" not in told(asked)


def test_it_ends_with_the_closing_time_typed_beforehand_until_there_is_a_real_one(asked: Story) -> None:
    half_past_eleven = dt.datetime(2026, 11, 26, 4, 30, tzinfo=dt.UTC)
    assert reading(asked).ending == "Hội nghị kết thúc vào …… giờ …… phút, ngày …… tháng …… năm ………."
    assert reading(asked, half_past_eleven).ending == (
        "Hội nghị kết thúc vào 11 giờ 30 phút, ngày 26 tháng 11 năm 2026."
    )
    asked.at("11:08").do("adjourn")
    assert "11 giờ 08 phút" in reading(asked, half_past_eleven).ending


def test_both_who_presided_are_named_and_a_secretary_who_is_missing_is_left_open() -> None:
    story = Story(secretaries=[])
    story.at("08:15").do("chair", code="chair-2")
    assert f"Chủ trì: ông Trần Văn Chủ; bà Lê Thị Phó. Thư ký: {GAP}." in told(story)


# Two pages


def test_a_small_meeting_is_read_out_in_its_full_words() -> None:
    paper = reading(hall_of(1, text="Giao sửa ngay."))
    assert ASKED in paper.plain_text()
    assert "Giao sửa ngay." in paper.plain_text()
    assert points(paper) < TWO_PAGES / 2


def test_the_usual_meeting_is_read_out_with_every_question_in_words() -> None:
    paper = reading(hall_of(17))
    assert paper.plain_text().count(ASKED) == 17
    assert points(paper) <= TWO_PAGES


def test_long_questions_give_way_to_the_chairs_words_and_these_to_the_outcome() -> None:
    chairs_words = told(hall_of(17, words="Vì sao " * 80, text="Giao sửa ngay."))
    assert ("Vì sao" in chairs_words, chairs_words.count("Giao sửa ngay.")) == (False, 17)
    outcome = told(hall_of(17, words="Vì sao " * 80, text="Giao sửa ngay " * 40))
    assert "Giao sửa ngay" not in outcome
    assert "1. Ông Trần Văn Lực: tiếp thu, trả lời bằng văn bản; Công an xã, hạn 28/12/2026." in outcome


def test_forty_questions_still_have_a_line_each() -> None:
    paper = reading(hall_of(40))
    lines = paper.plain_text().split("\n")
    assert all(any(line.startswith(f"{number}. ") for line in lines) for number in range(1, 41))
    assert points(paper) <= TWO_PAGES


@pytest.mark.parametrize("count", [60, 300])
def test_a_large_meeting_is_condensed_by_outcome_and_body(count: int) -> None:
    paper = reading(hall_of(count))
    text = paper.plain_text()
    settled = sum(USUAL[number % len(USUAL)] == "settled" for number in range(1, count + 1))
    assert f"Đã trả lời, giải trình tại hội nghị ({settled} ý kiến): số 2, 4, 8, 10, 12, " in text
    assert "- Công an xã: số 1, " in text
    assert "; hạn 28/12/2026." in text
    assert points(paper) <= TWO_PAGES


def test_beyond_all_numbers_only_figures_are_left() -> None:
    story = hall_of(8)
    questions = story.meeting.state.questions
    for number in range(9, 6001):  # far too many to be played
        questions[number] = replace(questions[1 + number % 8], number=number)
    paper = reading(story)
    assert "Đã trả lời, giải trình tại hội nghị (2250 ý kiến).\n" in paper.plain_text()
    assert "- Công an xã: 01 ý kiến; hạn 28/12/2026." in paper.plain_text()
    assert points(paper) <= TWO_PAGES


def test_numbers_that_follow_each_other_are_told_by_the_first_and_the_last() -> None:
    story = hall_of(60)
    for number in range(20, 31):
        conclude_again(story, number)
    assert "số 2, 4, 8, 10, 12, 16, 18, 20 đến 30, 32, 34, 36," in told(story)


def conclude_again(story: Story, number: int) -> None:
    story.do("reopen", question=number)
    conclude(story, number, "settled")


def test_a_long_general_conclusion_is_cut_after_a_sentence_and_says_where_the_whole_is() -> None:
    story = hall_of(17)
    story.do("conclude_meeting", text="Chủ trì ghi nhận mọi ý kiến của Nhân dân. " * 100)
    paper = reading(story)
    assert "của Nhân dân. Toàn văn ghi trong biên bản." in paper.plain_text()
    assert points(paper) <= TWO_PAGES


def test_many_directives_are_condensed_by_body() -> None:
    story = hall_of(17)
    tasks = [{"kind": "work", "body": BODIES[n % 3], "text": "rà soát " * 40, "due": DUE} for n in range(30)]
    story.do("conclude_meeting", text="Hội nghị dân chủ.", tasks=tasks)
    assert "- Giao Công an xã: 10 nội dung; hạn 28/12/2026." in told(story)
    assert points(reading(story)) <= TWO_PAGES


def test_where_each_question_has_a_body_of_its_own_outcomes_are_counted() -> None:
    story = Story()
    for number in range(1, 91):
        story.hears(f"Người {number}", ASKED)
        conclude(story, number, "written", body=f"Tổ công tác số {number} của xã")
    assert "Tiếp thu, trả lời bằng văn bản: 90 ý kiến.\n" in told(story)


@pytest.mark.parametrize("word", ["W" * 40 + " ", "W", "Ướm ", "漢", "a\n"])
def test_names_of_any_length_stay_within_two_pages(word: str) -> None:
    person = {"name": word * 50, "post": word * 200}
    story = Story(title=word * 300, place=word * 300, chairs=[person] * 9, secretaries=[person] * 9)
    for code in range(2, 10):
        story.do("chair", code=f"chair-{code}")
    for number in range(1, 31):
        story.do("register", name=word * 30, place=f"thôn {number}")
        story.do("call", who=number)
        story.do("start")
        story.do("question", text=word * 200)
        story.do("end")
        conclude(story, number, "written", text=word * 200, body=f"{word * 60}{number}")
    tasks = [{"kind": "work", "body": f"{word * 60}{number}", "text": word * 100} for number in range(30)]
    story.do("conclude_meeting", text=word * 1000, tasks=tasks)
    paper = reading(story)
    assert "30 ý kiến" in paper.plain_text()
    assert height((*paper.body, para(paper.ending))) <= TWO_PAGES - 300
