"""What undo would take back is named with its person, question, promise or turn."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len

from screens.undo_text import LONGEST_TEXT, undone_text
from screens.words import LANGUAGES, Language, words
from tests.meeting.story import Story, command_of

VI = words("vi")
NARROW = 78
"""The cells of the line on a screen of 80."""


def told(story: Story, do: str, **params: Any) -> str:
    """Give a command and say what it was."""
    record = story.meeting.decide(command_of(do, params), story.now)
    story.meeting.apply(record)
    return undone_text(VI, record, story.meeting.state)


@pytest.fixture
def story() -> Story:
    """An has asked a question, and Bình waits."""
    story = Story()
    for do, params in (
        ("register", {"name": "An"}),
        ("register", {"name": "Bình"}),
        ("call", {}),
        ("start", {}),
        ("question", {"text": "đường hỏng"}),
    ):
        told(story, do, **params)
    return story


@pytest.mark.parametrize(
    ("do", "params", "expected"),
    [
        ("register", {"name": "Cúc [b]"}, "Đăng ký phát biểu: số 3, Cúc [b]"),
        ("register", {"name": "Cúc", "now": True}, "Đăng ký phát biểu: số 3, Cúc"),
        ("edit_registration", {"who": 2, "topic": "x"}, "Sửa đăng ký: số 2, Bình"),
        ("withdraw", {"who": 2}, "Rút đăng ký: số 2, Bình"),
        ("pause", {}, "Tạm dừng: số 1, An"),
        ("ask_back", {}, "Chủ trì hỏi lại: số 1, An"),
        ("call", {}, "Mời phát biểu: số 2, Bình"),
        ("call", {"statement": "chair"}, "Mời báo cáo: Ông Trần Văn Chủ"),
        ("call", {"official": "dia-chinh", "questions": [1]}, "Mời trả lời: Ngô Văn Đất"),
        ("call", {"reading": [1]}, "Đọc ý kiến bằng văn bản: Bà Phạm Thị Ghi"),
        ("assign", {"questions": [1], "official": "dia-chinh"}, "Phân công trả lời: ý kiến số 1 → Ngô Văn Đất"),
        (
            "assign",
            {"questions": [1], "official": "dia-chinh", "with": ["chair"]},
            "Phân công trả lời: ý kiến số 1 → Ngô Văn Đất, Ông Trần Văn Chủ",
        ),
        (
            "assign",
            {"questions": [1], "official": "dia-chinh", "fields": {"1": "dat-dai"}},
            "Phân công trả lời: ý kiến số 1 → Ngô Văn Đất",
        ),
        ("agree", {"on": "minutes", "all": True}, "Lấy biểu quyết: Biên bản – tất cả nhất trí"),
        (
            "agree",
            {"on": "question", "question": 1, "for": 86, "against": 3, "other": 5},
            "Lấy biểu quyết: ý kiến số 1 – 86 đồng ý, 3 không đồng ý, 5 ý kiến khác",
        ),
        ("message", {"text": ""}, "Bỏ thông báo khỏi màn hình"),
        ("conclude", {"questions": [1], "outcome": "written"}, "Kết luận: ý kiến số 1"),
        ("follow_up", {"question": 1}, "Trao đổi thêm: số 1, An"),
        ("hide", {}, "Ẩn lượt này: số 1, An"),
        ("hide", {"on": False}, "Hiện lại lượt này: số 1, An"),
        ("blackout", {}, "Tắt màn hình hội trường"),
        ("blackout", {"on": False}, "Bật màn hình hội trường"),
        ("message", {"text": "Xin\nmời {x}"}, "Thông báo lên màn hình: Xin mời {x}"),
        ("agenda", {"item": 2}, "Chuyển mục chương trình: mục 2"),
        ("break", {}, "Giải lao"),
        ("break", {"minutes": 15}, "Giải lao: 15 phút"),
        ("rhythm", {"rounds": 6}, "Nhịp đối thoại: mỗi đợt 6 người"),
        ("rhythm", {"rounds": 0}, "Nhịp đối thoại: từng người một"),
        ("add_agenda", {"title": "Trao [b]quà"}, "Thêm mục chương trình: Trao [b]quà"),
        ("add_agenda", {"title": "Trao quà", "minutes": 5}, "Thêm mục chương trình: Trao quà (5 phút)"),
        ("edit_agenda", {"item": 2, "minutes": 90}, "Sửa mục chương trình: mục 2, Đối thoại (90 phút)"),
        ("edit_agenda", {"item": 2, "title": "Hỏi, đáp"}, "Sửa mục chương trình: mục 2, Hỏi, đáp"),
        (
            "edit_rule",
            {"name": "written_reply", "amount": 10, "unit": "working_days"},
            "Sửa thời hạn: Trả lời bằng văn bản (10 ngày làm việc)",
        ),
        ("edit_rule", {"name": "report", "date": "2026-12-05"}, "Sửa thời hạn: Báo cáo kết quả (05/12/2026)"),
        ("extend", {"seconds": 60}, "Thêm giờ: số 1, An (+1:00)"),
        ("extend", {"seconds": -90}, "Thêm giờ: số 1, An (−1:30)"),
        ("backdate", {"seconds": 20}, "Đã nói từ trước: số 1, An (0:20)"),
        ("edit_meeting", {"title": "Đối thoại", "place": "Nhà văn hóa"}, "Sửa thông tin: Tên, Địa điểm"),
        (
            "edit_meeting",
            {"limits": {"speech": 180}},
            "Sửa thông tin: Phát biểu 3:00, Trao đổi 2:00, Trả lời 10:00",
        ),
        (
            "edit_meeting",
            {"topic": "Nước sạch", "locality": "Long Phụng", "superior": "HUYỆN"},
            "Sửa thông tin: thông tin khác, Nội dung",
        ),
        ("edit_official", {"code": "cong-an", "body": "Công an"}, "Sửa người trả lời, đại biểu: Vũ Văn An"),
        ("edit_official", {"code": "chair", "post": "Chủ tịch"}, "Sửa người trả lời, đại biểu: Trần Văn Chủ"),
        ("edit_official", {"code": "hdnd", "name": "Hồ Khách"}, "Sửa người trả lời, đại biểu: Hồ Khách"),
        ("chair", {"code": "chair-2"}, "Đổi chủ trì: Bà Lê Thị Phó"),
        ("recover", {"choice": "paused", "since": "2026-11-26T07:30:00"}, "Sau gián đoạn: đồng hồ dừng lúc 07:30"),
        ("recover", {"choice": "ran_on"}, "Sau gián đoạn: đồng hồ vẫn chạy từ 07:30"),
        ("conclude_meeting", {"text": "Hội nghị\ntốt {x}"}, "Kết luận chung: Hội nghị tốt {x}"),
        (
            "conclude_meeting",
            {"text": "Tốt", "tasks": [{"kind": "reply"}, {"kind": "work"}]},
            "Kết luận chung: Tốt (giao 2 việc)",
        ),
        ("conclude_meeting", {"tasks": [{"kind": "work", "text": "Đo"}]}, "Kết luận chung: giao 1 việc"),
        ("incident", {"text": "Mất điện"}, "Ghi sự việc: Mất điện"),
        ("done", {"duty": "conclusion_notice"}, "Xong việc theo luật: Thông báo kết luận"),
        ("adjourn", {}, "Bế mạc"),
    ],
)
def test_each_act_is_named_with_what_it_was_about(story: Story, do: str, params: dict[str, Any], expected: str) -> None:
    assert told(story, do, **params) == expected


def test_a_promise_is_named_by_its_number(story: Story) -> None:
    told(story, "conclude", questions=[1], outcome="written")

    assert told(story, "reply", promise=1) == "Ghi văn bản trả lời: nội dung theo dõi số 1"


def test_a_corrected_time_is_told_with_whose_turn_it_was(story: Story) -> None:
    told(story, "end")

    assert told(story, "correct_time", turn=1, spoken=205) == "Sửa thời gian lượt: số 1, An (3:25)"


def test_a_new_order_is_told_by_who_comes_first(story: Story) -> None:
    told(story, "register", name="Cúc")
    told(story, "follow_up", question=1)

    assert told(story, "reorder", order=[3, "1f1", 2]) == "Đổi thứ tự phát biểu: số 3, 1, 2"


def test_a_turn_that_was_keyed_in_and_taken_back_is_called_by_its_person(story: Story) -> None:
    told(story, "end")
    assert told(story, "past_turn", who=2, began="07:20", spoken=90) == "Nhập lượt đã nói: số 2, Bình"
    keyed_in = story.meeting.records[-1]
    told(story, "undo")

    assert undone_text(VI, keyed_in, story.meeting.state) == "Nhập lượt đã nói: số 2, Bình"


LONG = "Đề nghị Ủy ban nhân dân xã xem xét " * 9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("do", "params"),
    [
        ("message", {"text": LONG}),
        ("incident", {"text": LONG}),
        ("add_agenda", {"title": LONG, "minutes": 120}),
        ("edit_agenda", {"item": 3, "title": LONG, "minutes": 120}),
        ("edit_rule", {"name": "prepared_answers", "amount": 10, "unit": "working_days"}),
        ("edit_rule", {"name": "off_topic_reply", "date": "2026-12-05"}),
        ("edit_meeting", {"title": LONG, "place": LONG, "topic": LONG, "limits": {"speech": 3600}}),
        ("edit_meeting", {"limits": {"speech": 180, "answer": 900}}),
        ("conclude_meeting", {"text": LONG, "tasks": [{"kind": "reply"}] * 12}),
        ("recover", {"choice": "paused"}),
        ("recover", {"choice": "ran_on"}),
        ("done", {"duty": "prepared_answers"}),
    ],
)
def test_what_was_done_leaves_the_key_that_takes_it_back_in_sight(
    story: Story, language: Language, do: str, params: dict[str, Any]
) -> None:
    speak = words(language)
    record = story.do(do, **params)
    what = undone_text(speak, record, story.meeting.state)

    assert what.startswith(speak(f"undo.{do}" if speak.has(f"undo.{do}") else f"command.{do}") + ": ")
    assert cell_len(speak("console.done", what=what)) <= NARROW


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_order_is_cut(language: Language) -> None:
    story = Story()
    story.register(*(f"Người {number}" for number in range(40)))
    record = story.do("reorder", order=[*range(40, 0, -1)])
    what = undone_text(words(language), record, story.meeting.state)

    assert "40, 39, 38, " in what
    assert what.endswith("…")
    assert cell_len(words(language)("console.done", what=what)) <= NARROW


def test_the_anonymous_are_named_by_their_number_alone(story: Story) -> None:
    assert told(story, "register", anonymous=True) == "Đăng ký phát biểu: số 3"


def test_a_long_message_is_cut(story: Story) -> None:
    cut = told(story, "message", text="x" * 500)

    assert cut.endswith("…")
    assert len(cut.partition(": ")[2]) == LONGEST_TEXT


def test_giving_up_a_follow_up_is_no_withdrawal(story: Story) -> None:
    told(story, "end")
    told(story, "follow_up", question=1)

    assert told(story, "withdraw", who=1) == "Rút trao đổi thêm: số 1, An"
    assert told(story, "withdraw", who=2) == "Rút đăng ký: số 2, Bình"


def test_undo_itself_can_be_named(story: Story) -> None:
    assert told(story, "undo") == "Hoàn tác"


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"organisation": "Hội Nông dân xã", "present": 12}, "Có mặt: Hội Nông dân xã 12/15"),
        ({"organisation": "Hội Nông dân xã"}, "Có mặt: Hội Nông dân xã 15/15"),
        ({"organisation": "Hội Nông dân xã", "present": 0, "reason": "bận"}, "Vắng: Hội Nông dân xã 0/15 (bận)"),
        ({"organisation": "Báo [b]", "present": 4}, "Có mặt: Báo [b] 4"),
        ({"name": "le man"}, "Có mặt: bà Lê Mận"),
        ({"name": "Lê Mận", "present": False}, "Vắng: bà Lê Mận"),
        (
            {"official": "cong-an", "present": False, "reason": "đi họp", "substitute": "ông Bình"},
            "Vắng: Vũ Văn An (đi họp; thay: ông Bình)",
        ),
        ({"name": "Người Lạ"}, "Có mặt: Người Lạ"),
        ({"rest": True}, "Có mặt: 19 người còn lại chưa ghi"),
    ],
)
def test_attendance_says_who_has_come_and_who_stayed_away(params: dict[str, Any], expected: str) -> None:
    invited = [{"name": "Lê Mận", "honorific": "Bà"}, {"organisation": "Hội Nông dân xã", "count": 15}]
    assert told(Story(attendance=invited), "attend", **params) == expected


def test_a_long_reason_leaves_room_for_the_key_that_takes_it_back() -> None:
    line = told(Story(), "attend", official="hdnd", present=False, reason="họp " * 40)

    assert line.endswith("…)")
    assert len(line) < 60


def test_what_is_undone_is_called_by_the_persons_name() -> None:
    story = Story()
    told(story, "register", name="Lê Văn An")
    told(story, "call")
    called, registered = story.meeting.records[-1], story.meeting.records[-2]
    told(story, "undo")
    assert undone_text(VI, called, story.meeting.state).endswith("số 1, Lê Văn An")
    told(story, "undo")
    assert undone_text(VI, registered, story.meeting.state).endswith("số 1, Lê Văn An")
