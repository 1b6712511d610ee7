"""The home screen: what is shown in which order, what a search leaves, and where each key leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args

import pytest
from rich.cells import cell_len
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.meeting.meeting import Meeting
from moderator.meeting.state import Stage
from moderator.meeting.working_days import Calendar
from screens.board_view import (
    GroupLine,
    OwedLine,
    board_heading,
    board_row,
    chosen_owed,
    found_owed,
    grouped_owed,
    next_paper,
    ordered_owed,
    owed_details,
    owed_hint,
)
from screens.box import FormBox
from screens.form import FieldProblem, date_of
from screens.home import Destination, HomeApp, NewBox, NotDone
from screens.home_keys import ACTS, help_parts, key_line
from screens.home_view import (
    Kept,
    MeetingLine,
    found_meetings,
    meeting_details,
    meeting_row,
    meetings_heading,
    ordered_meetings,
)
from screens.papers import PaperPage, PapersBox
from screens.picker import Picker
from screens.row_list import Part
from screens.row_text import fitted
from screens.typing import LineInput, WritingArea
from screens.words import Words, words
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


def text(parts: list[Part]) -> str:
    return "".join(said for said, _ in parts)


# What is shown


def test_meetings_open_now_come_first_then_by_date_the_latest_first() -> None:
    assert [meeting.id for meeting in ordered_meetings(KEPT.meetings)] == [
        "xuan-hoa-2026",
        "xuan-lam",
        "xuan-an-2026",
        "xuan-hoa-2025",
        "hong-mot-cho",
        "khong-doc",
    ]


def test_promises_come_by_last_day_and_those_without_one_at_the_end() -> None:
    assert [line.number for line in ordered_owed(KEPT.owed)] == [1, 2, 3, 4]


def test_a_meeting_row_says_its_stage_with_a_sign_and_its_date() -> None:
    row = text(meeting_row(OPEN, 78, VI))

    assert row.startswith("● ĐANG HỌP")
    assert "26/11/2026" in row
    assert "12 ý kiến" in row
    assert row.endswith("Đối thoại xã Xuân Hòa")


@pytest.mark.parametrize("speak", [VI, EN], ids=["vi", "en"])
def test_no_two_stages_read_alike_and_all_leave_the_date_in_its_column(speak: Words) -> None:
    rows = [text(meeting_row(replace(OPEN, stage=stage), 78, speak)) for stage in get_args(Stage)]

    assert {row.index("26/11/2026") for row in rows} == {15}
    assert len({row[0] for row in rows}) == len({row[2:15] for row in rows}) == 5
    assert "…" not in "".join(row[:15] for row in rows)


def test_a_damaged_meeting_says_what_to_do() -> None:
    for meeting in (DAMAGED, UNREADABLE):
        assert text(meeting_row(meeting, 78, VI)).startswith("✗ ")
        assert f"moderator check {meeting.id}" in text(meeting_details(meeting, 78, VI))
    assert "✗ sổ hỏng 2" in text(meetings_heading(KEPT.meetings, KEPT.meetings, VI))


def test_the_details_of_a_meeting_hold_all_that_its_row_cuts() -> None:
    told = text(meeting_details(OPEN, 78, VI))

    for part in ("Xuân Hòa", "07:30 26/11/2026", "Hội trường xã", "24 đăng ký", "chưa kết luận 5", "xuan-hoa-2026"):
        assert part in told


def test_promises_say_how_they_stand_to_their_last_day() -> None:
    stands = [text(board_row(line, 78, VI))[:17].strip() for line in (LATE, owed(1, 0), SOON, LATER, NO_DAY)]

    assert stands == ["✗ quá 12 ngày", "! hạn HÔM NAY", "! còn 7 ngày", "· còn 8 ngày", "? chưa có hạn"]
    assert "~04/12/2026" in text(board_row(LATER, 78, VI))


def test_a_promise_row_names_who_owes_it_and_what() -> None:
    assert "Ngô Văn Đất" in text(board_row(SOON, 78, VI))
    assert text(board_row(SOON, 78, VI)).endswith("Trả lời ý kiến số 12")
    assert "Phòng Kinh tế" in text(board_row(LATE, 78, VI))
    assert text(board_row(LATE, 78, VI)).endswith("Sửa mương thoát nước ở tổ 3")


def test_the_heading_counts_promises_by_urgency() -> None:
    told = text(board_heading(KEPT.owed, KEPT.owed, VI))

    assert told == "THEO DÕI: 4 · ✗ quá hạn 1 · ! trong 7 ngày 1 · sau đó 1 · ? chưa có hạn 1"


@pytest.mark.parametrize("typed", ["xuan hoa", "HỘI TRƯỜNG", "đang họp", "26/11/2026"])
def test_a_meeting_is_found_without_accents_by_what_stands_in_its_row(typed: str) -> None:
    assert OPEN in found_meetings(KEPT.meetings, typed, VI)
    assert UNDATED not in found_meetings(KEPT.meetings, typed, VI)


@pytest.mark.parametrize("typed", ["muong thoat", "qua 12"])
def test_a_promise_is_found_without_accents_by_what_stands_in_its_row(typed: str) -> None:
    assert found_owed(KEPT.owed, typed, VI) == [LATE]


def test_an_empty_search_finds_everything() -> None:
    assert found_meetings(KEPT.meetings, "", VI) == list(KEPT.meetings)
    assert found_owed(KEPT.owed, "", VI) == list(KEPT.owed)


@pytest.mark.parametrize("width", [0, 1, 3, 5, 7, 40])
def test_names_are_cut_by_cells_whatever_their_letters(width: int) -> None:
    for name in ("Nguyễn Thị Ánh", "会議会議会議会議", "e\u0323\u0302" * 9):
        assert cell_len(fitted(name, width)) == width
        assert fitted(name, width).endswith("…") == (0 < width < cell_len(name))


def test_the_details_of_long_texts_keep_to_four_lines() -> None:
    long = "Hội nghị đối thoại " * 40
    for width in (78, 118, 198):
        meeting = replace(OPEN, title=long, place=long)
        promise = replace(LATE, text=long, official=long)
        for parts in (meeting_details(meeting, width, VI), owed_details(promise, width, VI)):
            heading, facts = text(parts).split("\n")
            assert heading.endswith("…")
            assert facts.endswith("…")
            assert cell_len(heading) < 2 * width
            assert cell_len(facts) < 2 * width


@pytest.mark.parametrize("speak", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize("where", ["meetings", "board"])
def test_two_lines_at_80_columns_hold_every_key_and_the_help_explains_each(speak: Words, where: Any) -> None:
    lines = key_line(speak, 78, where).split("\n")

    assert len(lines) == 2
    assert max(map(cell_len, lines)) <= 78
    for act in ACTS:
        assert (f"{act.printed} {speak(f'home.key.{act.name}')}" in " · ".join(lines)) == (act.where in ("", where))
        assert any(said.strip() == act.printed for said, _ in help_parts(speak))


def test_no_key_of_the_home_screen_does_two_things() -> None:
    assert len({act.key for act in ACTS}) == len({act.name for act in ACTS}) == len(ACTS)


# What the keys do


@dataclass
class Shelf:
    """A data folder that keeps what a test says."""

    kept: Kept = KEPT
    proposed_file: str = "/home/thu-ky/hoi-nghi.toml"
    files: set[str] = field(default_factory=set)
    full: bool = False
    held: bool = False
    made: list[str] = field(default_factory=list)
    given: list[tuple[str, Command]] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    written: list[tuple[str, str, int | None]] = field(default_factory=list)

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
        return f"VĂN BẢN {name} của {meeting} [b]{{x}}[/b]"

    def write_paper(self, meeting: str, name: str, promise: int | None = None) -> str:
        if meeting == "khong-doc":
            raise NotDone("không đọc được sổ")
        self.written.append((meeting, name, promise))
        return f"/giay/{meeting}/{name}.docx"


def app_of(shelf: Shelf | None = None, **more: str) -> HomeApp:
    return HomeApp(shelf or Shelf(), VI, **more)


def shown(pilot: Pilot[Destination], selector: str) -> str:
    """What a part of the screen really draws."""
    widget: Widget = pilot.app.query_one(selector)
    if not widget.display or not widget.size:
        return ""
    return "\n".join(strip.text.rstrip() for strip in widget.render_lines(Region(0, 0, *widget.size)))


async def test_enter_opens_the_meeting_that_is_open_now() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        assert shown(pilot, "#meetings").strip().startswith("● ĐANG HỌP")
        await pilot.press("enter")

    assert app.return_value == Destination("run", "xuan-hoa-2026")


async def test_arrows_go_down_the_meetings_and_f6_shows_the_hall() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        assert "Xuân An" in shown(pilot, "#details")
        await pilot.press("f6")

    assert app.return_value == Destination("projector", "xuan-an-2026")


async def test_tab_goes_to_the_promises_and_enter_to_the_meeting_of_one() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        assert shown(pilot, "#owed-title").strip().startswith("▸")
        assert not shown(pilot, "#meetings-title").strip().startswith("▸")
        assert "Sửa mương thoát nước ở tổ 3" in shown(pilot, "#details")
        await pilot.press("enter")

    assert app.return_value == Destination("run", "xuan-hoa-2025")


async def test_what_is_typed_is_sought_in_both_lists_and_esc_brings_all_back() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"muong")
        assert "HỘI NGHỊ: 0/6" in shown(pilot, "#meetings-title")
        assert "Không có gì khớp “muong”" in shown(pilot, "#no-meetings")
        assert shown(pilot, "#owed-title").strip().startswith("▸ THEO DÕI: 1/4")
        await pilot.press("escape")
        assert "HỘI NGHỊ: 6 " in shown(pilot, "#meetings-title")
        await pilot.press(*"[/b]{x}")
        assert "Không có gì khớp “[/b]{x}”" in shown(pilot, "#no-meetings")
        await pilot.press("enter")
        assert "Chưa có hội nghị nào ở dòng đang chọn" in shown(pilot, "#status")

    assert app.return_value is None


async def test_an_empty_folder_says_what_to_press_and_f4_opens_the_sample() -> None:
    app = app_of(Shelf(Kept(TODAY)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "F4: mở hội nghị mẫu" in shown(pilot, "#no-meetings")
        assert "F3: lập hội nghị mới" in shown(pilot, "#no-meetings")
        assert "Chưa có nội dung nào phải theo dõi" in shown(pilot, "#no-owed")
        await pilot.press("enter", "f12")
        assert "F4 mở hội nghị mẫu" in shown(pilot, "#status")
        await pilot.press("f4")

    assert app.return_value == Destination("demo")


async def test_a_new_meeting_begins_with_a_template_and_ends_under_the_cursor() -> None:
    shelf = Shelf()
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "enter")
        assert "Chưa có tệp này. F4" in shown(pilot, ".box-problem")
        await pilot.press("f4")
        assert "Đã ghi tệp mẫu: /home/thu-ky/hoi-nghi.toml" in shown(pilot, ".box-problem")
        await pilot.press("enter")
        await pilot.pause()
        assert not app.query(NewBox)
        assert "Đã lập hội nghị" in shown(pilot, "#status")
        await pilot.press("enter")

    assert shelf.made == ["/home/thu-ky/hoi-nghi.toml"]
    assert app.return_value == Destination("run", "moi")


async def test_a_meeting_file_is_refused_in_its_box_and_nothing_else_happens_there() -> None:
    shelf = Shelf(files={"a"})
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", *"sai.toml", "enter")
        assert "sai.toml: title: thiếu khóa này" in shown(pilot, ".box-problem")
        box = app.query_one(NewBox)
        box.file.value = "a"
        await pilot.press("f4")
        assert "a đã có" in shown(pilot, ".box-problem")
        box.file.value = "  "
        await pilot.press("f4")
        assert "Hãy gõ đường dẫn" in shown(pilot, ".box-problem")
        await pilot.press("f6")
        assert "Esc đóng" in shown(pilot, "#status")
        await pilot.press("escape", "enter")

    assert shelf.made == []
    assert app.return_value == Destination("run", "xuan-hoa-2026")


async def test_f12_writes_the_minutes_and_says_where_or_why_not() -> None:
    async with app_of().run_test(size=(80, 24)) as pilot:
        await pilot.press("f12")
        assert "/giay/xuan-hoa-2026/minutes.docx" in shown(pilot, "#status")
        await pilot.press("pagedown", "pagedown", "f12")
        assert "không đọc được sổ" in shown(pilot, "#status")


async def test_coming_back_the_cursor_is_where_it_was_and_what_went_wrong_is_told() -> None:
    async with app_of(told="Hội nghị đang mở ở cửa sổ khác.", at="xuan-an-2026").run_test(size=(80, 24)) as pilot:
        assert "Hội nghị đang mở ở cửa sổ khác." in shown(pilot, "#status")
        assert "Xuân An" in shown(pilot, "#details")


async def test_f5_reads_again_and_a_folder_that_cannot_be_read_keeps_what_was_shown() -> None:
    shelf = Shelf(Kept(TODAY, (COMING,)))
    async with app_of(shelf).run_test(size=(80, 24)) as pilot:
        assert "HỘI NGHỊ: 1" in shown(pilot, "#meetings-title")
        shelf.kept = KEPT
        await pilot.press("f5")
        assert "HỘI NGHỊ: 6" in shown(pilot, "#meetings-title")
        shelf.full = True
        await pilot.press("f5")
        assert "hết chỗ trên đĩa" in shown(pilot, "#status")
        assert "HỘI NGHỊ: 6" in shown(pilot, "#meetings-title")


async def test_what_people_typed_is_shown_as_it_is() -> None:
    odd = "[/b] [red]x[/red] {0} %s\n<a>"
    kept = Kept(TODAY, (replace(OPEN, title=odd, place=odd),), (replace(LATE, text=odd, official=odd, body=odd),))
    async with app_of(Shelf(kept)).run_test(size=(200, 60)) as pilot:
        for part in ("#meetings", "#owed", "#details"):
            assert "[/b] [red]x[/red] {0} %s <a>" in shown(pilot, part)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_every_part_stands_on_the_screen(size: tuple[int, int]) -> None:
    app = app_of()
    async with app.run_test(size=size) as pilot:
        rows = [app.query_one(part).region for part in ("#head", "#search", "#details", "#status", "#keys")]
        assert all(region.height >= 1 and region.bottom <= size[1] for region in rows)
        assert app.query_one("#meetings").region.height >= 6
        assert app.query_one("#owed").region.height >= 4
        assert "F1 Trợ giúp" in shown(pilot, "#keys")
        assert "Ctrl+Q Thoát" in shown(pilot, "#keys")
        assert (app.query_one("#owed").region.x > 0) is (size[0] >= 150)


async def test_f1_explains_the_keys_and_the_signs() -> None:
    app = app_of()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f1")
        page = app.query_one(".page Static", Static)
        told = str(page.render())
        assert all(act.printed in told for act in ACTS)
        assert "● đang họp" in told
        await pilot.press("escape")
        assert not app.query(".page")


# The board


REPORT = duty("report", 3)
PUBLISHED = duty("results_published", -1, done=True, done_told="7/TB 25/11/2026", places=("thôn Đông", "thôn Tây"))
AT_DONG = owed(5, 2, places=("thôn Đông",), body="Công an xã")
REPLIED = owed(6, -5, done=True, done_told="12/UBND 20/11/2026")
BOARD = replace(KEPT, owed=(*KEPT.owed, REPORT, PUBLISHED, AT_DONG, REPLIED))


def numbers_and_duties(lines: Sequence[object]) -> list[object]:
    return [line.duty or line.number for line in lines if isinstance(line, OwedLine)]


def test_the_board_shows_what_is_open_due_this_week_overdue_or_all() -> None:
    lines = ordered_owed(BOARD.owed)

    assert numbers_and_duties(chosen_owed(lines, "open")) == [1, 5, "report", 2, 3, 4]
    assert numbers_and_duties(chosen_owed(lines, "soon")) == [5, "report", 2]
    assert numbers_and_duties(chosen_owed(lines, "overdue")) == [1]
    assert numbers_and_duties(chosen_owed(lines, "all")) == [1, 6, "results_published", 5, "report", 2, 3, 4]


def test_the_board_is_grouped_by_body_by_meeting_and_by_village() -> None:
    lines = ordered_owed(BOARD.owed)

    def titles(by: Any) -> list[tuple[str, int]]:
        return [(line.title, line.count) for line in grouped_owed(lines, by, VI) if isinstance(line, GroupLine)]

    assert titles("day") == []
    assert titles("body") == [("Phòng Kinh tế", 5), ("Văn phòng", 2), ("Công an xã", 1)]
    assert titles("meeting") == [
        ("Đối thoại năm ngoái (xuan-hoa-2025)", 6),
        ("Đối thoại xã Xuân Hòa (xuan-hoa-2026)", 2),
    ]
    assert titles("place") == [("(không riêng thôn nào)", 6), ("thôn Đông", 2), ("thôn Tây", 1)]


def test_a_duty_is_told_by_its_name_its_source_and_how_it_was_done() -> None:
    assert text(board_row(REPORT, 78, VI)).endswith("Văn phòng           Báo cáo kết quả")
    assert "Quy chế điều 6" in text(owed_details(REPORT, 78, VI))
    assert text(board_row(PUBLISHED, 78, VI)).startswith("✓ đã xong")
    told = text(owed_details(PUBLISHED, 78, VI))
    assert "7/TB 25/11/2026" in told
    assert "thôn Đông, thôn Tây" in told


@pytest.mark.parametrize("typed", ["thon dong", "THÔN TÂY", "cong bo", "7/TB"])
def test_a_duty_is_found_without_accents_by_village_name_and_number(typed: str) -> None:
    assert PUBLISHED in found_owed(BOARD.owed, typed, VI)
    assert REPORT not in found_owed(BOARD.owed, typed, VI)


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        (SOON, "replies"),
        (REPLIED, "replies"),
        (LATE, "reminders"),
        (replace(SOON, extended=True), "interim_notices"),
        (replace(SOON, kind="forward"), "forwarding"),
        (replace(SOON, kind="work"), "assignments"),
        (replace(SOON, kind="work", extended=True), "assignments"),
        (replace(LATE, kind="forward"), "reminders"),
        (REPORT, "report"),
        (PUBLISHED, "results_notice"),
    ],
)
def test_each_line_asks_for_the_paper_of_the_moment(line: OwedLine, paper: str) -> None:
    assert next_paper(line) == paper
    assert VI(f"paper.{paper}") in owed_hint(line, VI)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20/11", dt.date(2026, 11, 20)),
        ("26/11", dt.date(2026, 11, 26)),
        ("27/11", dt.date(2025, 11, 27)),
        ("5/12/2026", dt.date(2026, 12, 5)),
    ],
)
def test_the_day_of_something_done_is_the_last_such_day(typed: str, day: dt.date) -> None:
    assert date_of("date", typed, TODAY, past=True) == day
    with pytest.raises(FieldProblem):
        date_of("date", "31/11", TODAY, past=True)


async def test_ctrl_g_groups_and_the_cursor_stays_on_lines_that_can_be_worked_on() -> None:
    app = app_of(Shelf(BOARD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        assert "theo cơ quan" in shown(pilot, "#owed-title")
        assert "── Phòng Kinh tế (4)" in shown(pilot, "#owed")
        assert "Sửa mương thoát nước" in shown(pilot, "#details")
        await pilot.press("up")
        assert "Sửa mương thoát nước" in shown(pilot, "#details")
        await pilot.press("down", "down", "down", "down")
        assert "Công an xã" in shown(pilot, "#details")
        await pilot.press("up")
        assert "Phòng Kinh tế" in shown(pilot, "#details")
        await pilot.press("ctrl+g")
        assert "theo hội nghị" in shown(pilot, "#owed-title")
        await pilot.press("ctrl+g")
        assert "theo thôn" in shown(pilot, "#owed-title")
        await pilot.press("ctrl+g")
        assert "──" not in shown(pilot, "#owed")


async def test_ctrl_l_goes_round_the_choices_and_an_empty_one_says_so() -> None:
    app = app_of(Shelf(replace(KEPT, owed=(LATE, REPLIED))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l")
        assert "trong 7 ngày tới" in shown(pilot, "#no-owed")
        await pilot.press("ctrl+l")
        assert "THEO DÕI: 1 · quá hạn" in shown(pilot, "#owed-title")
        await pilot.press("ctrl+l")
        assert "THEO DÕI: 2 · tất cả" in shown(pilot, "#owed-title")
        assert "✓ đã xong" in shown(pilot, "#owed")


async def test_f2_records_the_reply_of_the_promise_under_the_cursor() -> None:
    shelf = Shelf(BOARD)
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "f2")
        box = app.query_one(FormBox)
        assert not box.query(Picker)
        assert "Sửa mương thoát nước ở tổ 3" in shown(pilot, ".box-preview")
        number, date = box.query(LineInput)
        number.value, date.value = "12/UBND", "20/11"
        box.query_one(WritingArea).load_text("Đã sửa.\nXong.")
        box.query_one(WritingArea).focus()
        await pilot.press("f4")
        await pilot.pause()
        assert not app.query(FormBox)
        assert "✓ đã ghi" in shown(pilot, "#status")

    reply = c.Reply(promise=1, number="12/UBND", date=dt.date(2026, 11, 20), text="Đã sửa.\nXong.")
    assert shelf.given == [("xuan-hoa-2025", reply)]


async def test_f2_ticks_a_duty_with_its_village_and_f7_extends_only_with_a_reason() -> None:
    shelf = Shelf(BOARD)
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "down", "f2")
        await pilot.press("tab", "tab", *"Dong", "enter")
        await pilot.press("up", "f7", *"30/12", "enter")
        assert "Lý do" in shown(pilot, ".box-problem")
        await pilot.press(*"cho", "enter")
        await pilot.press("down", "f7")
        assert not app.query(FormBox)
        assert "Chỉ gia hạn được" in shown(pilot, "#status")

    assert shelf.given == [
        ("xuan-hoa-2026", c.Done(duty="report", place="Dong")),
        ("xuan-hoa-2025", c.ExtendPromise(promise=5, due=dt.date(2026, 12, 30), reason="cho")),
    ]


async def test_what_a_held_meeting_does_not_take_is_told_in_the_box_and_what_was_typed_stays() -> None:
    app = app_of(Shelf(BOARD, held=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "f2", *"12", "enter")
        await pilot.pause()
        assert "đang mở ở cửa sổ khác" in shown(pilot, ".box-problem")
        assert app.query_one(FormBox).query(LineInput).first().value == "12"


async def test_f8_writes_the_paper_of_the_moment_for_the_line_alone() -> None:
    shelf = Shelf(BOARD)
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        assert "Chưa chọn dòng nào" in shown(pilot, "#status")
        await pilot.press("tab", "f8", "down", "f8", "down", "f8")
        assert "/giay/xuan-hoa-2026/report.docx" in shown(pilot, "#status")

    assert shelf.written == [
        ("xuan-hoa-2025", "reminders", 1),
        ("xuan-hoa-2025", "replies", 5),
        ("xuan-hoa-2026", "report", None),
    ]


async def test_f10_takes_back_in_the_meeting_of_the_line() -> None:
    shelf = Shelf(BOARD)
    async with app_of(shelf).run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "f10")
        assert "↶ đã rút" in shown(pilot, "#status")

    assert shelf.taken_back == ["xuan-hoa-2025"]


async def test_f9_shows_a_paper_with_what_is_lacking_before_f4_writes_it() -> None:
    shelf = Shelf()
    app = app_of(shelf)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f9", *"thong bao ket luan", "enter")
        await pilot.pause()
        page = str(app.query_one(PaperPage).query_one(".page Static", Static).render())
        assert "VĂN BẢN conclusion_notice của xuan-hoa-2026 [b]{x}[/b]" in page
        assert "Hội nghị chưa bế mạc" in page
        assert shelf.written == []
        await pilot.press("f4")
        await pilot.pause()
        assert not app.query(PaperPage)
        assert "/giay/xuan-hoa-2026/conclusion_notice.docx" in shown(pilot, "#status")
        await pilot.press("f9", *"khong co", "enter")
        assert app.query_one(PapersBox)

    assert shelf.written == [("xuan-hoa-2026", "conclusion_notice", None)]


async def test_a_search_and_f5_keep_the_grouping_and_the_cursor_off_the_headings() -> None:
    app = app_of(Shelf(BOARD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "ctrl+g", "ctrl+g", *"bao cao")
        assert "Báo cáo kết quả" in shown(pilot, "#details")
        await pilot.press("escape", "f5")
        assert "theo thôn" in shown(pilot, "#owed-title")
        assert app._line is not None
