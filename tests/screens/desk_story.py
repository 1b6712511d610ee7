"""A desk in a folder of its own, on a clock that the test moves, and patience for what the screen will show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from textual.pilot import Pilot

from data.folder import DataFolder
from moderator.clock import Clock
from moderator.desk import Desk, make_meeting
from moderator.meeting import commands as c
from moderator.meeting.setup import Setup
from moderator.meeting.working_days import Calendar
from screens.console import ConsoleApp
from screens.drawn import Line
from screens.words import words

BEGINS = dt.datetime(2026, 11, 26, 0, 30, tzinfo=dt.UTC)
SETUP: dict[str, Any] = {
    "id": "long-phung-2026",
    "title": "Hội nghị đối thoại với Nhân dân",
    "authority": "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
    "starts": dt.datetime(2026, 11, 26, 7, 30),
    "chairs": [{"name": "Trần Văn Chủ", "honorific": "Ông", "post": "Chủ tịch"}],
    "secretaries": [{"name": "Phạm Thị Ghi", "honorific": "Bà"}],
    "limits": {"speech": 300, "follow_up": 120, "answer": 600},
    "agenda": [{"title": "Khai mạc"}, {"title": "Đối thoại"}],
    "officials": [
        {
            "code": "dia-chinh",
            "name": "Ngô Văn Đất",
            "honorific": "Ông",
            "body": "Phòng Kinh tế",
            "fields": ["dat-dai"],
        },
        {"code": "cong-an", "name": "Vũ Văn An", "honorific": "Ông", "body": "Công an xã", "fields": ["an-ninh"]},
    ],
    "attendance": [
        {"name": "Nguyễn Thị Vượng", "honorific": "Bà", "place": "thôn Đông"},
        {"name": "Lê Văn Hòa", "honorific": "Ông", "place": "thôn Đoài"},
        {"name": "Đỗ [b]Văn[/b] Tài", "honorific": "Ông", "place": "thôn [/foo]"},
    ],
    "rules": [{"name": "written_reply", "amount": 10, "unit": "working_days"}],
}


class Time:
    """The computer's two clocks, moved by hand."""

    def __init__(self) -> None:
        """Begin at half past seven on the day of the meeting."""
        self.passed = 0.0
        self.set_ahead = 0.0

    def wall(self) -> dt.datetime:
        """The clock that people may set."""
        return BEGINS + dt.timedelta(seconds=self.passed + self.set_ahead)

    def monotonic(self) -> float:
        """The clock that nobody can set."""
        return self.passed

    def clock(self) -> Clock:
        """A session's clock over both."""
        return Clock(wall=self.wall, monotonic=self.monotonic)


def sit_down(folder: Path, time: Time, **changes: Any) -> Desk:
    """A desk at the meeting, which is made at the first time."""
    data = DataFolder(folder)
    setup = msgspec.convert(SETUP | changes, Setup)
    if not data.has_meeting(setup.id):
        make_meeting(data, setup, BEGINS)
    return Desk(data, setup.id, time.clock(), Calendar())


def console(desk: Desk, time: Time, *, curtain: bool = False) -> ConsoleApp:
    """The console in Vietnamese over a desk."""
    return ConsoleApp(desk, words("vi"), curtain=curtain, monotonic=time.monotonic)


def let_speak(desk: Desk) -> None:
    """Open the meeting and give the floor to the first who registered."""
    for command in (c.Open(), c.Register(name="Lê Văn Hòa"), c.Call(), c.Start()):
        desk.give(command)


async def until(pilot: Pilot[Any], condition: Callable[[], bool]) -> None:
    """Wait until something is so; fails after ten seconds."""
    for _ in range(1000):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError("it did not come to pass")


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type a text letter by letter, as keys that carry their character."""
    for letter in text:
        await pilot.press("space" if letter == " " else letter)


def screen_text(app: ConsoleApp) -> str:
    """Everything that stands on the screen, row by row."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)


def status(app: ConsoleApp) -> Line:
    """The line that says what just happened, or why not; it stands on "alarm" for the latter."""
    return app.top.lines[-1]
