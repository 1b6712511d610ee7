"""The chair's conclusion on the whole meeting, incidents, and what closing asks about."""

from __future__ import annotations

from typing import Any

import pytest

from moderator.meeting.closing import closing_gaps
from moderator.meeting.minutes import minutes
from tests.meeting.story import Story

TASKS: list[dict[str, Any]] = [
    {"kind": "work", "body": "Văn phòng", "text": "Rà soát biển báo", "due": "2026-12-31"},
    {"kind": "reply", "official": "dia-chinh", "text": "Báo cáo tiến độ"},
]


def told(story: Story) -> str:
    return minutes(story.meeting, story.calendar).plain_text()


def test_each_directive_is_a_promise_without_a_question(story: Story) -> None:
    story.do("conclude_meeting", text="Hội nghị đạt yêu cầu", tasks=TASKS)
    assert story.state["general_conclusion"] == {"text": "Hội nghị đạt yêu cầu", "promises": [1, 2]}
    first, second = story.promises[1], story.promises[2]
    assert (first["question"], first["outcome"], first["kind"], first["due"]) == (None, None, "work", "2026-12-31")
    assert (second["body"], second["due"]) == ("Phòng Kinh tế", "2026-12-11"), "a reply is dated by its rule"
    story.do("undo")
    assert (story.state["general_conclusion"], story.promises) == (None, {})


def test_given_again_it_changes_what_is_given_under_new_numbers(story: Story) -> None:
    story.do("conclude_meeting", text="Tốt", tasks=TASKS)
    story.do("conclude_meeting", text="Rất tốt")
    assert story.state["general_conclusion"] == {"text": "Rất tốt", "promises": [1, 2]}
    story.do("conclude_meeting", tasks=TASKS[:1])
    assert story.state["general_conclusion"] == {"text": "Rất tốt", "promises": [3]}
    assert list(story.promises) == [3]


def test_a_directive_that_was_replied_to_stands(story: Story) -> None:
    story.do("conclude_meeting", text="Tốt", tasks=TASKS)
    story.do("reply", promise=1, number="01/UBND")
    story.refuses("already_replied", "conclude_meeting", tasks=[])
    story.do("conclude_meeting", text="Rất tốt")
    assert story.promises[1]["status"] == "replied"


def test_directives_can_be_taken_back_while_the_assessment_stands(story: Story) -> None:
    story.do("conclude_meeting", text="Tốt", tasks=TASKS)
    story.do("conclude_meeting", tasks=[])
    assert story.state["general_conclusion"] == {"text": "Tốt", "promises": []}


@pytest.mark.parametrize("params", [{}, {"text": " "}, {"tasks": []}])
def test_a_conclusion_says_something(story: Story, params: dict[str, Any]) -> None:
    story.refuses("text_missing", "conclude_meeting", **params)


def test_nobody_unknown_is_given_work(story: Story) -> None:
    story.refuses("unknown_official", "conclude_meeting", tasks=[{"kind": "work", "official": "ai-do"}])


def test_the_minutes_tell_it_before_the_list_of_what_was_promised(story: Story) -> None:
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="written", body="Phòng A")
    story.do("conclude_meeting", text="Hội nghị đạt yêu cầu", tasks=TASKS)
    story.do("adjourn")
    lines = told(story).splitlines()
    place = lines.index("II. KẾT LUẬN CHUNG CỦA CHỦ TRÌ")
    assert lines[place + 1 : place + 3] == [
        "Hội nghị đạt yêu cầu.",
        "1. Giao Văn phòng: Rà soát biển báo; thời hạn: chậm nhất ngày 31 tháng 12 năm 2026.",
    ]
    assert lines[place + 4] == "III. NỘI DUNG GIAO GIẢI QUYẾT, TRẢ LỜI"
    assert "Kết luận chung | Rà soát biển báo | Văn phòng | 31/12/2026" in lines
    assert "IV. TỔNG HỢP KẾT QUẢ" in lines


def test_several_bodies_of_one_question_have_a_day_each(story: Story) -> None:
    story.hears("An", "Đường?")
    story.do(
        "conclude",
        questions=[1],
        outcome="written",
        official="dia-chinh",
        tasks=[{"kind": "work", "body": "Phòng B", "due": "2026-12-01"}, {"kind": "forward", "body": "Sở C"}],
    )
    assert [(p["body"], p["due"]) for p in story.promises.values()] == [
        ("Phòng Kinh tế", "2026-12-11"),
        ("Phòng B", "2026-12-01"),
        ("Sở C", "2026-12-10"),
    ]


def test_texts_askers_and_officials_are_mended_until_signing(story: Story) -> None:
    story.hears("An", "Đường?")
    story.hears("Bình")
    story.do("answer", questions=[1], official="chair", text="Có")
    story.do("adjourn")
    story.do("edit_question", question=1, text="Đường làng?", who=2)
    story.do("edit_answer", question=1, answer=1, text="Sẽ có", official="dia-chinh")
    question = story.questions[1]
    assert (question["text"], question["asker"]) == ("Đường làng?", "Bình")
    assert question["answers"] == [{"official": "dia-chinh", "text": "Sẽ có"}]
    story.do("conclude_meeting", text="Tốt")
    story.do("sign")
    for do in ("edit_question", "edit_answer"):
        story.refuses("signed", do, question=1, **({"answer": 1} if do == "edit_answer" else {}))


def test_incidents_are_told_where_they_happened(story: Story) -> None:
    story.at("07:40").hears("An")
    story.at("07:45").do("incident", text="Mất điện, hội nghị tạm dừng")
    story.at("07:50").hears("Bình")
    assert story.state["incidents"] == [{"at": "2026-11-26T07:45:00+07:00", "text": "Mất điện, hội nghị tạm dừng"}]
    text = told(story)
    note = "Ghi nhận lúc 7 giờ 45 phút: Mất điện, hội nghị tạm dừng."
    assert text.index("An (số đăng ký 1)") < text.index(note) < text.index("Bình (số đăng ký 2)")
    story.refuses("text_missing", "incident", text=" ")
    story.at("09:00").do("adjourn")
    story.after(60).do("incident", text="Có người bỏ về")
    assert "\nCó người bỏ về.\n" in told(story), "it was put down later than it happened"


def test_reminders_are_counted_for_the_person_and_told(story: Story) -> None:
    story.do("register", name="An", now=True)
    for kind in ("time", "time", "order"):
        story.do("remind", kind=kind)
    story.do("end")
    story.do("register", name="an", now=True)
    story.do("remind", kind="topic")
    story.do("end")
    assert story.state["reminders"] == [{"who": 1, "count": 4}]
    text = told(story)
    assert "Chủ trì nhắc người phát biểu về thời gian (02 lần), trật tự." in text
    assert "Chủ trì nhắc người phát biểu về nội dung đối thoại." in text


def test_closing_asks_about_everything_that_is_open() -> None:
    story = Story(rules=[])
    story.hears("An", "Đường?", "Nước?", "Rác?", "Điện?")
    story.register("Bình", "Chi")
    story.do("call")
    story.do("absent")
    story.do("conclude", questions=[2], outcome="written")
    story.do("conclude", questions=[3], outcome="written", body="Phòng A", due="2026-12-01")
    story.do("drop_question", question=4, reason="Trùng")
    story.do("conclude_meeting", tasks=[{"kind": "work", "body": "Phòng B"}])
    found = closing_gaps(story.meeting.state, story.calendar)
    assert (found.waiting, found.questions, found.without_body, found.without_date) == ((2, 3), (1,), (1,), (1, 3))
    story.do("extend_promise", promise=1, due="2027-01-01", reason="Chờ kinh phí")
    assert closing_gaps(story.meeting.state, story.calendar).without_date == (3,)


def test_closing_asks_nothing_when_nothing_is_open() -> None:
    story = Story()
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="written", official="dia-chinh")
    assert not closing_gaps(story.meeting.state, story.calendar)


def test_adjourning_settles_everybody(story: Story) -> None:
    story.register("An", "Bình", "Chi", "Dung")
    story.do("call")
    story.do("absent")
    story.do("call")
    story.do("adjourn", waiting={"1": "withdrawn", "3": "written"})
    assert [story.status(who) for who in (1, 2, 3, 4)] == ["withdrawn", "carried_over", "in_writing", "carried_over"]
