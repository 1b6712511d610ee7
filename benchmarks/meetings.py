"""Meetings of any size, made by the commands that a secretary gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, islice, product
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec

from data import durable
from data.folder import DataFolder
from data.journal import JournalWriter
from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.meeting import Meeting, encode_record, made
from moderator.meeting.setup import Setup

MEETING_ID = "benchmark"
STARTS = dt.datetime(2026, 11, 26, 0, 30, tzinfo=dt.UTC)
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
_MIDDLES = ("Văn", "Thị", "Minh", "Ngọc", "Đức")
_GIVEN = ("Vượng", "Hạnh", "Quyền", "Thơm", "Khởi", "Lượng", "Nghiêm", "Phước", "Sương", "Tuyết")
_OUTCOMES = ("settled", "written", "study", "beyond", "noted")
_FIELDS = ("dat-dai", "an-ninh")
_OFFICIALS = ("dia-chinh", "cong-an")
_ASKED = (
    "Đoạn đường liên thôn từ nhà văn hóa đến cầu Bà Rén hư hỏng nặng từ mùa mưa năm ngoái,"
    " đề nghị Ủy ban nhân dân xã cho biết khi nào sửa chữa và lấy từ nguồn kinh phí nào ({number})?"
)
_ANSWERED = (
    "Đoạn đường này đã được đưa vào kế hoạch đầu tư công trung hạn; Phòng Kinh tế đang lập hồ sơ,"
    " dự kiến khởi công trong quý I và hoàn thành trước mùa mưa ({number})."
)
_CONCLUDED = "Giao Phòng Kinh tế chủ trì, phối hợp với thôn kiểm tra thực tế và trả lời bằng văn bản ({number})."
_SETUP: dict[str, Any] = {
    "id": MEETING_ID,
    "title": "Hội nghị đối thoại trực tiếp với Nhân dân",
    "authority": "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
    "locality": "Long Phụng",
    "place": "Hội trường Ủy ban nhân dân xã",
    "starts": dt.datetime(2026, 11, 26, 7, 30),
    "chairs": [{"name": "Trần Văn Chủ", "honorific": "Ông", "post": "Chủ tịch Ủy ban nhân dân xã"}],
    "secretaries": [{"name": "Phạm Thị Ghi", "honorific": "Bà", "post": "Công chức Văn phòng"}],
    "limits": {"speech": 300, "follow_up": 120, "answer": 600},
    "agenda": [{"title": "Khai mạc"}, {"title": "Đối thoại"}, {"title": "Kết luận"}],
    "officials": [
        {"code": _OFFICIALS[0], "name": "Ngô Văn Đất", "body": "Phòng Kinh tế", "fields": [_FIELDS[0]]},
        {"code": _OFFICIALS[1], "name": "Vũ Văn An", "body": "Công an xã", "fields": [_FIELDS[1]]},
    ],
    "rules": [
        {"name": "conclusion_notice", "amount": 5, "unit": "working_days"},
        {"name": "written_reply", "amount": 15, "unit": "working_days"},
        {"name": "study_reply", "amount": 60},
        {"name": "beyond_notice", "amount": 10, "unit": "working_days"},
    ],
}


class Sitting:
    """A meeting in the course of being driven, on a clock that only its commands move."""

    def __init__(self) -> None:
        setup = msgspec.convert(_SETUP, Setup)
        self.now = STARTS - dt.timedelta(hours=12)
        self.meeting = Meeting([made(setup, self.now)])
        self._people: Iterator[c.Register] = _people()

    @classmethod
    def of(cls, meeting: Meeting) -> Sitting:
        """Go on with a meeting that stands."""
        sitting = cls()
        sitting.meeting, sitting.now = meeting, meeting.records[-1].at
        sitting._people = islice(_people(), meeting.state.numbers.who, None)
        return sitting

    def give(self, command: Command, seconds: float = 1.0) -> None:
        """Let a command stand, some seconds after the one before."""
        self.now += dt.timedelta(seconds=seconds)
        self.meeting.apply(self.meeting.decide(command, self.now))

    def open(self) -> None:
        """Open the meeting at its hour."""
        self.now = STARTS
        self.give(c.Open())

    def register(self) -> None:
        """Let one more person register."""
        self.give(next(self._people))

    def hear(self, questions: int = 1) -> range:
        """Let the first who waits speak, and put down so many questions."""
        self.give(c.Call())
        self.give(c.Start())
        first = self.meeting.state.numbers.question + 1
        for number in range(first, first + questions):
            self.give(c.Question(text=_ASKED.format(number=number), field=_FIELDS[number % 2]), 20)
        self.give(c.End(), 60)
        return range(first, first + questions)

    def settle(self, numbers: range) -> None:
        """Have questions assigned, answered on the floor and concluded."""
        for number in numbers:
            official = _OFFICIALS[number % 2]
            self.give(c.Assign(questions=(number,), official=official))
            self.give(c.Call(official=official, questions=(number,)))
            self.give(c.Start())
            self.give(c.Answer(questions=(number,), official=official, text=_ANSWERED.format(number=number)), 60)
            self.give(c.End())
            outcome: Any = _OUTCOMES[number % len(_OUTCOMES)]
            text = _CONCLUDED.format(number=number)
            self.give(c.Conclude(questions=(number,), outcome=outcome, text=text, body="Phòng Kinh tế"))


def _people() -> Iterator[c.Register]:
    for village in count(1):
        for number, (family, middle, given) in enumerate(product(_FAMILIES, _MIDDLES, _GIVEN)):
            yield c.Register(
                name=f"{family} {middle} {given}",
                honorific="Bà" if middle == "Thị" else "Ông",
                place=f"thôn {village}",
                topic=_FIELDS[number % 2],
            )


def of_events(events: int, waiting: int = 40) -> Meeting:
    """A meeting under way after so many events, with some people waiting and one of them on the floor."""
    sitting = Sitting()
    for _ in range(min(waiting, events // 4)):
        sitting.register()
    sitting.open()
    room = events - 16
    while sitting.meeting.event_count < room:
        sitting.register()
        sitting.settle(sitting.hear())
    sitting.give(c.Call())
    sitting.give(c.Start())
    while sitting.meeting.event_count < events:
        sitting.register()
    return sitting.meeting


def crowded(waiting: int, questions: int) -> Meeting:
    """A meeting with a speech on the floor, a long waiting order and questions at every stage of their handling."""
    sitting = Sitting()
    for _ in range(waiting + 1 + questions // 2):
        sitting.register()
    sitting.open()
    while sitting.meeting.state.numbers.question < questions:
        numbers = sitting.hear(2)
        if numbers[0] % 3:
            sitting.settle(numbers)
    sitting.give(c.Call())
    sitting.give(c.Start())
    return sitting.meeting


def concluded(questions: int) -> Meeting:
    """An adjourned meeting, every question of which was answered and concluded."""
    sitting = Sitting()
    sitting.open()
    while sitting.meeting.state.numbers.question < questions:
        sitting.register()
        sitting.settle(sitting.hear())
    sitting.give(c.Adjourn())
    return sitting.meeting


@contextmanager
def unflushed() -> Iterator[None]:
    """Write without waiting for the disk, to lay down quickly what is not itself measured."""
    with mock.patch.object(durable, "flush", return_value=None):
        yield


def lay_down(meeting: Meeting, root: Path) -> DataFolder:
    """A data folder that holds the meeting, its journal written by the real writer."""
    folder = DataFolder(root)
    with unflushed():
        journal, _ = JournalWriter.open(folder.make_meeting(meeting.setup.id).journal)
        with journal:
            for record in meeting.records:
                journal.append(encode_record(record))
    return folder
