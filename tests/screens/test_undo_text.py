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
        ("pause", {}, "Tạm dừng / tiếp tục: số 1, An"),
        ("ask_back", {}, "Chủ trì hỏi lại: số 1, An"),
        ("call", {}, "Mời phát biểu: số 2, Bình"),
        ("call", {"statement": "chair"}, "Mời báo cáo: Ông Trần Văn Chủ"),
        ("call", {"official": "dia-chinh", "questions": [1]}, "Mời trả lời: Ngô Văn Đất"),
        ("call", {"reading": [1]}, "Đọc ý kiến bằng văn bản: Bà Phạm Thị Ghi"),
        ("assign", {"questions": [1], "official": "dia-chinh"}, "Phân công trả lời: ý kiến số 1"),
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


def test_undo_itself_can_be_named(story: Story) -> None:
    assert told(story, "undo") == "Hoàn tác"
