"""A front door over a data folder of its own, with a clock that stands."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from data.folder import DataFolder
from moderator.command_line import main

NOW = dt.datetime(2026, 11, 26, 1, 0, tzinfo=dt.UTC)  # eight o'clock in Vietnam
MEETING = """
id = "xuan-hoa-2026"
title = "Hội nghị đối thoại xã Xuân Hòa"
authority = "ỦY BAN NHÂN DÂN XÃ XUÂN HÒA"
starts = 2026-11-26T07:30:00
chairs = [{ name = "Trần Văn Chủ", honorific = "Ông", post = "Chủ tịch" }]
secretaries = [{ name = "Phạm Thị Ghi" }]
[limits]
speech = 300
[[officials]]
code = "dia-chinh"
name = "Ngô Văn Đất"
body = "Phòng Kinh tế"
fields = ["dat-dai"]
[[attendance]]
name = "Đinh Thị Mời"
place = "thôn Đông"
[[rules]]
name = "written_reply"
amount = 15
"""


@dataclass
class Told:
    """What a call of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The output as JSON."""
        told: dict[str, Any] = json.loads(self.out)
        return told

    @property
    def refused(self) -> str:
        """The one line on stderr that says why nothing was done."""
        assert self.code == 1
        assert "Traceback" not in self.err
        (line,) = self.err.splitlines()
        return line


class Door:
    """Calls the program as a person at the command line does."""

    def __init__(self, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Stand before a data folder that holds nothing yet."""
        self.root = root
        self.folder = DataFolder(root)
        self.now = NOW
        self._tmp_path = tmp_path
        self._capsys = capsys

    def __call__(self, *argv: str | Path, lang: str = "en") -> Told:
        """Call the program with its data folder."""
        self._capsys.readouterr()
        code = main(["--data", str(self.root), "--lang", lang, *map(str, argv)], now=lambda: self.now)
        told = self._capsys.readouterr()
        return Told(code, told.out, told.err)

    def file(self, name: str, text: str) -> Path:
        """Write a file by hand."""
        path = self._tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    def script(self, *lines: dict[str, Any]) -> Path:
        """Write a script."""
        return self.file("script.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))

    def meeting(self, more: str = "") -> str:
        """Make the plain meeting, with more at the end of its file."""
        told = self("new", self.file("meeting.toml", MEETING + more))
        assert (told.code, told.err) == (0, "")
        return told.out.strip()

    def play(self, *lines: dict[str, Any], speed: str = "max") -> Told:
        """Play a script on the plain meeting, which is made when it is not there."""
        if not self.folder.has_meeting("xuan-hoa-2026"):
            self.meeting()
        return self("rehearse", self.script(*lines), "--meeting", "xuan-hoa-2026", "--speed", speed)

    def journal(self, meeting_id: str = "xuan-hoa-2026") -> Path:
        """The journal file of a meeting."""
        return self.folder.meeting(meeting_id).journal


@pytest.fixture
def door(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Door:
    """The front door."""
    return Door(tmp_path / "kept", tmp_path, capsys)


OPENED: list[dict[str, Any]] = [
    {"at": "07:20:00", "do": "register", "name": "Lê Thị An", "place": "thôn Đông", "phone": "0900 000 001"},
    {"at": "07:21:00", "do": "register", "name": "Võ Văn Bình", "place": "thôn Tây"},
    {"at": "07:30:00", "do": "open"},
]
SPOKEN: list[dict[str, Any]] = [
    *OPENED,
    {"at": "07:40:00", "do": "call"},
    {"at": "07:40:10", "do": "start"},
    {"at": "07:42:10", "do": "end"},
    {"at": "07:42:20", "do": "question", "text": "=HYPERLINK(1) đường hỏng", "field": "dat-dai"},
    {"at": "07:43:00", "do": "assign", "questions": [1], "official": "dia-chinh"},
    {
        "at": "07:44:00",
        "do": "conclude",
        "questions": [1],
        "outcome": "written",
        "tasks": [{"kind": "work", "body": "=cmd()", "due": "2026-12-01", "text": "+84 [b]{x}[/b]"}],
    },
]


@pytest.fixture
def opened() -> list[dict[str, Any]]:
    """Two people registered and the meeting opened."""
    return list(OPENED)


@pytest.fixture
def spoken() -> list[dict[str, Any]]:
    """The first of them spoke, and the chair concluded on what was asked."""
    return list(SPOKEN)
