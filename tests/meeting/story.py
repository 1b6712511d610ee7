"""A meeting told as a story: what was done when, on a clock that the story alone moves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from moderator.meeting.commands import AnyCommand, Command
from moderator.meeting.events import Record
from moderator.meeting.meeting import Meeting, decode_record, encode_record, made
from moderator.meeting.overview import overview
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Setup
from moderator.meeting.working_days import Calendar

DAY = dt.date(2026, 11, 26)
PLAIN: dict[str, Any] = {
    "id": "long-phung-2026",
    "title": "Hội nghị đối thoại trực tiếp với Nhân dân",
    "authority": "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
    "locality": "Long Phụng",
    "starts": dt.datetime(2026, 11, 26, 7, 30),
    "chairs": [{"name": "Trần Văn Chủ", "honorific": "Ông"}, {"name": "Lê Thị Phó", "honorific": "Bà"}],
    "secretaries": [{"name": "Phạm Thị Ghi", "honorific": "Bà"}],
    "guests": [{"code": "hdnd", "name": "Hồ Văn Khách", "honorific": "Ông"}],
    "limits": {"speech": 300, "follow_up": 120, "answer": 600},
    "agenda": [{"title": "Khai mạc"}, {"title": "Đối thoại"}, {"title": "Kết luận"}],
    "officials": [
        {"code": "dia-chinh", "name": "Ngô Văn Đất", "body": "Phòng Kinh tế", "fields": ["dat-dai"]},
        {"code": "cong-an", "name": "Vũ Văn An", "body": "Công an xã", "fields": ["an-ninh"]},
    ],
    "rules": [
        {"name": "conclusion_notice", "amount": 5, "unit": "working_days"},
        {"name": "written_reply", "amount": 15},
        {"name": "study_reply", "amount": 60},
        {"name": "beyond_notice", "amount": 10, "unit": "working_days"},
    ],
}


def setup_of(**changes: Any) -> Setup:
    """The plain meeting file with some keys given otherwise."""
    return msgspec.convert(PLAIN | changes, Setup)


def command_of(name: str, params: dict[str, Any]) -> Command:
    """The command that a line of a rehearsal file would mean; a key like `with_` loses its last sign."""
    line = {"do": name} | {key.rstrip("_"): value for key, value in params.items()}
    command: Command = msgspec.convert(line, AnyCommand)
    return command


class Story:
    """One meeting, played command by command."""

    def __init__(self, *, opened: bool = True, **changes: Any) -> None:
        """Make the meeting the evening before; most stories begin when it has been opened at half past seven."""
        self.calendar = Calendar()
        self.now = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
        self.meeting = Meeting([made(setup_of(**changes), self.now.astimezone(dt.UTC))])
        if opened:
            self.at("07:30").do("open")

    def at(self, time: str) -> Story:
        """Move the clock to a time on the day of the meeting, or to a full local instant."""
        instant = dt.datetime.fromisoformat(time if "T" in time else f"{DAY}T{time}")
        self.now = instant.replace(tzinfo=self.now.tzinfo)
        return self

    def after(self, seconds: float) -> Story:
        """Move the clock on by some seconds."""
        self.now += dt.timedelta(seconds=seconds)
        return self

    def do(self, name: str, /, **params: Any) -> Record:
        """Give a command that is taken; it reaches the meeting as the journal would give it back."""
        record = self.meeting.decide(command_of(name, params), self.now.astimezone(dt.UTC))
        self.meeting.apply(decode_record(encode_record(record)))
        return record

    def refuses(self, code: str, name: str, /, **params: Any) -> Refusal:
        """Give a command that is refused for a reason; nothing may have changed."""
        before, records = self.state, len(self.meeting.records)
        with pytest.raises(Refusal) as refused:
            self.meeting.decide(command_of(name, params), self.now.astimezone(dt.UTC))
        assert refused.value.code == code
        assert (self.state, len(self.meeting.records)) == (before, records)
        return refused.value

    def register(self, *names: str, **params: Any) -> None:
        """Register people one after the other."""
        for name in names:
            self.do("register", name=name, **params)

    def hears(self, name: str, *questions: str, seconds: float = 60) -> None:
        """Let a new person speak for a while and raise questions."""
        self.do("register", name=name)
        self.do("call", entry=str(self.state["registrations"][-1]["who"]))
        self.do("start")
        self.after(seconds).do("end")
        for text in questions:
            self.do("question", text=text)

    @property
    def state(self) -> dict[str, Any]:
        """All that the outside may know of the meeting now."""
        return self.seen_on(self.now.date())

    def seen_on(self, today: dt.date) -> dict[str, Any]:
        """The state with the promises judged on a day."""
        undo = self.meeting.next_undo
        return overview(
            self.meeting, self.now.astimezone(dt.UTC), today, self.calendar, None if undo is None else undo.do
        )

    @property
    def floor(self) -> dict[str, Any]:
        """Who has the floor."""
        floor = self.state["floor"]
        assert floor is not None, "nobody has the floor"
        return dict(floor)

    @property
    def waiting(self) -> list[str]:
        """The entries that wait, in their order."""
        return [row["entry"] for row in self.state["waiting"]]

    @property
    def turns(self) -> dict[int, dict[str, Any]]:
        """The turns by number."""
        return {row["turn"]: row for row in self.state["turns"]}

    @property
    def questions(self) -> dict[int, dict[str, Any]]:
        """The questions by number."""
        return {row["question"]: row for row in self.state["questions"]}

    @property
    def promises(self) -> dict[int, dict[str, Any]]:
        """The promises by number."""
        return {row["promise"]: row for row in self.state["promises"]}

    @property
    def figures(self) -> dict[str, Any]:
        """The statistics."""
        return dict(self.state["statistics"])

    def status(self, who: int) -> str:
        """How a registration stands."""
        return str({row["who"]: row["status"] for row in self.state["registrations"]}[who])
