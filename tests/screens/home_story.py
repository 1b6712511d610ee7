"""The home screen over a data folder that keeps what a test says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Event

from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.widget import Widget

from moderator.meeting.commands import Command
from moderator.meeting.meeting import Meeting
from moderator.meeting.working_days import Calendar
from screens.board_view import OwedLine
from screens.box import PageBox
from screens.drawn import Line, Part
from screens.home import HomeApp
from screens.home_face import Destination, Left
from screens.home_shelf import NotDone
from screens.home_view import Kept, MeetingLine
from screens.pane import Pane
from screens.words import words
from tests.meeting.story import Story

VI, EN = words("vi"), words("en")
TODAY = dt.date(2026, 11, 26)

OPEN = MeetingLine(
    "xuan-hoa-2026", "Đối thoại xã Xuân Hòa", "Hội trường xã", TODAY, dt.time(7, 30), "open", 24, 12, unconcluded=5
)
COMING = MeetingLine("xuan-an-2026", "Đối thoại xã Xuân An", "Nhà văn hóa", dt.date(2026, 12, 3), dt.time(8, 0))
UNDATED = MeetingLine("xuan-lam", "Đối thoại xã Xuân Lâm")
PAST = MeetingLine("xuan-hoa-2025", "Đối thoại năm ngoái", day=dt.date(2025, 11, 20), stage="signed", questions=31)
DAMAGED = MeetingLine("hong-mot-cho", "Hội nghị cũ", day=dt.date(2025, 6, 1), stage="adjourned", trouble="damaged")
UNREADABLE = MeetingLine("khong-doc", trouble="unreadable")


def owed(number: int, days_left: int | None, **more: object) -> OwedLine:
    last_day = None if days_left is None else TODAY + dt.timedelta(days_left)
    line = OwedLine("xuan-hoa-2025", "Đối thoại năm ngoái", number, number + 10, "reply", "", "Phòng Kinh tế")
    return replace(line, last_day=last_day, days_left=days_left, **more)


def duty(name: str, days_left: int | None, **more: object) -> OwedLine:
    last_day = None if days_left is None else TODAY + dt.timedelta(days_left)
    line = OwedLine("xuan-hoa-2026", "Đối thoại xã Xuân Hòa", 0, None, source="Quy chế điều 6")
    return replace(line, duty=name, last_day=last_day, days_left=days_left, **more)


LATE = owed(1, -12, text="Sửa mương thoát nước\nở tổ 3")
SOON = owed(2, 7, official="Ngô Văn Đất")
LATER = owed(3, 8, estimated=True)
NO_DAY = owed(4, None)
KEPT = Kept(TODAY, (PAST, UNREADABLE, COMING, OPEN, DAMAGED, UNDATED), (NO_DAY, LATER, SOON, LATE))


REPORT = duty("report", 3)
PUBLISHED = duty("results_published", -1, done=True, done_told="7/TB 25/11/2026", places=("thôn Đông", "thôn Tây"))
AT_DONG = owed(5, 2, places=("thôn Đông",), body="Công an xã")
REPLIED = owed(6, -5, done=True, done_told="12/UBND 20/11/2026")
BOARD = replace(KEPT, owed=(*KEPT.owed, REPORT, PUBLISHED, AT_DONG, REPLIED))


def text(parts: list[Part]) -> str:
    return "".join(said for said, _ in parts)


@dataclass
class Shelf:
    """A data folder that keeps what a test says.

    Attributes:
        full: nothing can be read.
        has_sample: the sample meeting lies there.
        held: a console holds the meetings.
        worded: set when the papers may come.
    """

    kept: Kept = KEPT
    proposed_file: str = "/home/thu-ky/hoi-nghi.toml"
    files: set[str] = field(default_factory=set)
    full: bool = False
    has_sample: bool = False
    held: bool = False
    made: list[str] = field(default_factory=list)
    given: list[tuple[str, Command]] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    written: list[tuple[str, str, int | None]] = field(default_factory=list)
    worded: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.worded.set()

    def look(self) -> Kept:
        if self.full:
            raise NotDone("hết chỗ trên đĩa")
        return self.kept

    def make(self, file: str) -> str | None:
        if file.endswith("sai.toml"):
            raise NotDone("sai.toml: title: thiếu khóa này")
        if file not in self.files:
            return None
        self.made.append(file)
        self.kept = replace(self.kept, meetings=(*self.kept.meetings, replace(COMING, id="moi", title="Hội nghị mới")))
        return "moi"

    def write_template(self, file: str) -> str:
        if file in self.files:
            raise NotDone(f"{file} đã có")
        self.files.add(file)
        return file

    def now(self) -> dt.datetime:
        return dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)

    def office(self) -> Calendar:
        return Calendar()

    def read(self, meeting: str) -> Meeting:
        if meeting == "khong-doc":
            raise NotDone("không đọc được sổ")
        return Story().meeting

    def give(self, meeting: str, commands: Sequence[Command]) -> str:
        if self.held:
            raise NotDone("đang mở ở cửa sổ khác")
        self.given += [(meeting, command) for command in commands]
        return "✓ đã ghi"

    def take_back(self, meeting: str) -> str:
        self.taken_back.append(meeting)
        return "↶ đã rút"

    def paper_text(self, meeting: str, name: str) -> str:
        assert self.worded.wait(10)
        return f"VĂN BẢN {name} của {meeting} [b]{{x}}[/b]"

    def write_paper(self, meeting: str, name: str, promise: int | None = None) -> str:
        if meeting == "khong-doc":
            raise NotDone("không đọc được sổ")
        self.written.append((meeting, name, promise))
        return f"/giay/{meeting}/{name}.docx"


def app_of(shelf: Shelf | None = None, told: str = "", at: str = "", left: Left | None = None) -> HomeApp:
    return HomeApp(shelf or Shelf(), VI, told=told, at=at, left=left)


def shown(pilot: Pilot[Destination], selector: str) -> str:
    """What a part of the screen really draws."""
    widget: Widget = pilot.app.query_one(selector)
    if not widget.display or not widget.size:
        return ""
    return "\n".join(strip.text.rstrip() for strip in widget.render_lines(Region(0, 0, *widget.size)))


def lines_of(pilot: Pilot[Destination], selector: str) -> tuple[Line, ...]:
    """The lines that a pane really draws, none while it is not to be seen."""
    pane = pilot.app.query_one(selector, Pane)
    return pane.lines if shown(pilot, selector) else ()


def in_manner(pilot: Pilot[Destination], selector: str, manner: str) -> str:
    """What a pane draws in a manner, on one line."""
    said = [text for line in lines_of(pilot, selector) for text, its in line.parts if its == manner]
    return " ".join(" ".join(said).split())


def turn_wheel(pilot: Pilot[Destination], selector: str, turned: type[MouseScrollDown] | type[MouseScrollUp]) -> None:
    """Turn the wheel of the mouse over a part of the screen, as the terminal tells of it."""
    x, y = pilot.app.query_one(selector).region.offset + Offset(1, 1)
    event = turned(None, x, y, 0, 0, 0, False, False, False, screen_x=x, screen_y=y)
    pilot.app.post_message(event)


def page_of(app: HomeApp) -> str:
    """What the page says that stands in the box, nothing while none does."""
    box = app.box
    return text(list(box.text)) if isinstance(box, PageBox) and box.is_open else ""


def is_boxed(app: HomeApp) -> bool:
    """Whether a box stands in the place of the lists, and the keys go to it."""
    work, boxes, search = (app.query_one(part) for part in ("#work", "#box", "#search"))
    boxed = app.box is not None
    assert boxes.display is boxed
    assert work.display is not boxed
    assert app.focused is (boxes if boxed else search)
    return boxed
