"""What undo would take back is named with its person, question, promise or turn."""

from __future__ import annotations

from typing import Any

import pytest

from screens.undo_text import LONGEST_TEXT, undone_text
from screens.words import words
from tests.meeting.story import Story, command_of

VI = words("vi")


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
        ("adjourn", {}, "Bế mạc"),
    ],
)
def test_each_act_is_named_with_what_it_was_about(story: Story, do: str, params: dict[str, Any], expected: str) -> None:
    assert told(story, do, **params) == expected


def test_a_promise_is_named_by_its_number(story: Story) -> None:
    told(story, "conclude", questions=[1], outcome="written")

    assert told(story, "reply", promise=1) == "Ghi văn bản trả lời: nội dung theo dõi số 1"


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
