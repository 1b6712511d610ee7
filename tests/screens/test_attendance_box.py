"""Stories of attendance: people come in one after the other, and the secretary finds and marks them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from moderator.desk import Desk
from moderator.meeting import commands as c
from moderator.meeting.state import TakenAttendance
from screens.attendance_box import AttendanceBox
from screens.console import ConsoleApp
from tests.screens.desk_story import Time, console, screen_text, sit_down, status, type_text, until

SIZES = [(80, 24), (120, 36)]
INVITED: list[dict[str, Any]] = [
    {"name": "Nguyễn Thị Vượng", "honorific": "Bà", "place": "thôn Đông", "organisation": "Chi hội Phụ nữ"},
    {"name": "Lê Văn Hòa", "honorific": "Ông", "place": "thôn Đoài"},
    {"name": "Đỗ [b]Văn[/b] Tài", "honorific": "Ông", "place": "thôn [/foo]"},
    {"organisation": "Hội Nông dân xã", "count": 15},
    {"organisation": "Hội Liên hiệp Phụ nữ xã", "count": 8},
    {"organisation": "Nhân dân thôn Đông", "place": "thôn Đông"},
]
GUESTS = [{"code": "hdnd", "name": "Hồ Chí Tâm", "honorific": "Ông", "post": "Phó Chủ tịch HĐND xã"}]


@pytest.fixture
def desk(tmp_path: Path, time: Time) -> Desk:
    return sit_down(tmp_path, time, attendance=INVITED, guests=GUESTS)


@asynccontextmanager
async def calling_over(desk: Desk, time: Time, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The console with the box open."""
    async with console(desk, time).run_test(size=size) as pilot:
        await pilot.press("f9")
        await type_text(pilot, "diem danh")
        await pilot.press("enter")
        await until(pilot, lambda: "chưa ghi" in screen_text(app_of(pilot)))
        yield pilot


def app_of(pilot: Pilot[None]) -> ConsoleApp:
    app = pilot.app
    assert isinstance(app, ConsoleApp)
    return app


def box_of(pilot: Pilot[None]) -> AttendanceBox:
    box = app_of(pilot).at
    assert isinstance(box, AttendanceBox)
    return box


def told(desk: Desk) -> dict[str, TakenAttendance]:
    """What is on record, by the name of the person or the group."""
    return {each.name or each.organisation: each for each in desk.meeting.state.attended.values()}


def box_lines(pilot: Pilot[None]) -> list[str]:
    """The box as it reads, line by line."""
    return [row.split("│", 1)[1].strip() for row in screen_text(app_of(pilot)).splitlines() if "│" in row]


def under_cursor(pilot: Pilot[None]) -> str:
    rows = box_of(pilot).rows
    return "".join(text for text, _ in rows._draw(rows.cursor, 80))


@pytest.mark.parametrize("size", SIZES)
async def test_a_fragment_and_enter_mark_who_has_come_and_the_next_is_ready(
    desk: Desk, time: Time, size: tuple[int, int]
) -> None:
    async with calling_over(desk, time, size) as pilot:
        assert "Có mặt 0/29 · vắng 0 · chưa ghi 29" in screen_text(app_of(pilot))
        await type_text(pilot, "hoa")
        assert "Enter → Có mặt: ông Lê Văn Hòa" in screen_text(app_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Lê Văn Hòa"].present == 1)
        assert status(app_of(pilot)).text.startswith("✓ Có mặt: ông Lê Văn Hòa ")
        assert "Có mặt 1/29 · vắng 0 · chưa ghi 28" in screen_text(app_of(pilot))
        assert box_of(pilot).fragment.text == ""
        assert under_cursor(pilot) == "– Ông Đỗ [b]Văn[/b] Tài · thôn [/foo]"
        assert "✓ Ông Lê Văn Hòa" in screen_text(app_of(pilot))

        await pilot.press("enter", "enter", "enter")
        await until(pilot, lambda: len(told(desk)) == 4)
        assert told(desk)["Hội Nông dân xã"].present == 15
        assert told(desk)["Hội Liên hiệp Phụ nữ xã"].present == 8
    desk.close()


async def test_who_is_on_record_moves_down_and_the_rest_stays_in_its_order(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await pilot.press("down", "enter")
        keys = box_of(pilot).rows.keys
        assert keys[0] == ("nguyen thi vuong", "thon dong", "")
        assert keys[-1] == ("le van hoa", "thon doai", "")
        assert "Đỗ" in under_cursor(pilot)
        await pilot.press("up", "enter")
        assert told(desk)["Nguyễn Thị Vượng"].present == 1
    desk.close()


async def test_an_organisation_comes_before_people_who_belong_to_one(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "phu nu")
        assert under_cursor(pilot).startswith("– Hội Liên hiệp Phụ nữ xã (8)")
        await pilot.press("down")
        assert under_cursor(pilot).startswith("– Bà Nguyễn Thị Vượng")
    desk.close()


async def test_a_number_behind_the_name_of_a_group_counts_it(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "hoi nong dan 12")
        assert "Enter → Có mặt: Hội Nông dân xã 12/15" in screen_text(app_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Hội Nông dân xã"].present == 12)
        assert status(app_of(pilot)).text.startswith("✓ Có mặt: Hội Nông dân xã 12/15 ")
        assert "✓ Hội Nông dân xã 12/15" in screen_text(app_of(pilot))
        assert "Có mặt 12/29 · vắng 3 · chưa ghi 14" in screen_text(app_of(pilot))

        assert under_cursor(pilot).startswith("– Hội Liên hiệp")
        await type_text(pilot, "6")
        assert "Enter → Có mặt: Hội Liên hiệp Phụ nữ xã 6/8" in screen_text(app_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Hội Liên hiệp Phụ nữ xã"].present == 6)
    desk.close()


async def test_a_group_of_which_nobody_knows_the_number_asks_for_it(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "nhan dan")
        await pilot.press("enter")
        assert "gõ số người đến rồi Enter" in screen_text(app_of(pilot))
        assert told(desk) == {}
        await type_text(pilot, " 46")
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Nhân dân thôn Đông"].present == 46)
        assert "✓ Nhân dân thôn Đông 46" in screen_text(app_of(pilot))
    desk.close()


@pytest.mark.parametrize("size", SIZES)
async def test_an_absent_guest_with_reason_and_substitute(desk: Desk, time: Time, size: tuple[int, int]) -> None:
    async with calling_over(desk, time, size) as pilot:
        await type_text(pilot, "tam")
        await pilot.press("tab")
        assert "Ghi vắng: Ông Hồ Chí Tâm" in screen_text(app_of(pilot))
        await type_text(pilot, "tập huấn")
        await pilot.press("tab")
        await type_text(pilot, "ông Duy")
        await pilot.press("enter")
        await until(pilot, lambda: "Hồ Chí Tâm" in told(desk))
        away = told(desk)["Hồ Chí Tâm"]
        assert (away.present, away.reason, away.substitute) == (0, "tập huấn", "ông Duy")
        assert status(app_of(pilot)).text.startswith("✓ Vắng: ông Hồ Chí Tâm (tập huấn; thay: ông Duy) ")
        await until(pilot, lambda: "✗ Ông Hồ Chí Tâm – tập huấn; thay: ông Duy" in screen_text(app_of(pilot)))
        assert "Ghi vắng" not in screen_text(app_of(pilot))
        assert box_of(pilot).typing is box_of(pilot).fragment

        await type_text(pilot, "tam")
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Hồ Chí Tâm"].present == 1)
    desk.close()


async def test_what_was_told_of_an_absence_can_be_mended(desk: Desk, time: Time) -> None:
    desk.give(c.Attend(organisation="Hội Nông dân xã", present=12, reason="đi tập huấn"))
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "nong dan 13")
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Hội Nông dân xã"].present == 13)
        assert told(desk)["Hội Nông dân xã"].reason == "đi tập huấn"
        await type_text(pilot, "nong dan")
        await pilot.press("tab")
        await type_text(pilot, "x")
        await pilot.press("enter")
        assert "Có mặt: “x” không phải là số." in screen_text(app_of(pilot))
        await pilot.press("backspace")
        await type_text(pilot, "14")
        await pilot.press("tab")
        await type_text(pilot, "ốm")
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Hội Nông dân xã"].present == 14)
        assert told(desk)["Hội Nông dân xã"].reason == "ốm"
    desk.close()


@pytest.mark.parametrize("size", SIZES)
async def test_who_comes_beyond_the_number_invited_comes_besides_so_that_the_others_add_up(
    desk: Desk, time: Time, size: tuple[int, int]
) -> None:
    async with calling_over(desk, time, size) as pilot:
        await type_text(pilot, "hoi nong dan 21")
        await pilot.press("enter")
        await until(pilot, lambda: "Có mặt 15/29 · vắng 0 · chưa ghi 14 · thêm 6" in screen_text(app_of(pilot)))
        await type_text(pilot, "phu nu 5")
        await pilot.press("enter")
        await until(pilot, lambda: "Có mặt 20/29 · vắng 3 · chưa ghi 6 · thêm 6" in screen_text(app_of(pilot)))
        await type_text(pilot, "nhan dan 40")
        await pilot.press("enter")
        await until(pilot, lambda: "Có mặt 20/29 · vắng 3 · chưa ghi 6 · thêm 46" in screen_text(app_of(pilot)))
        await type_text(pilot, "Học sinh THPT 120")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "Có mặt 20/29 · vắng 3 · chưa ghi 6 · thêm 166" in screen_text(app_of(pilot)))
    desk.close()


async def test_a_group_that_stands_on_no_list(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "Học sinh THPT 12")
        assert under_cursor(pilot) == "+ Học sinh THPT (đoàn ngoài danh sách, 12 người)"
        await pilot.press("enter")
        assert "Ghi có mặt, ngoài danh sách mời" in screen_text(app_of(pilot))
        assert told(desk) == {}, "nobody is made by one stray Enter"
        await pilot.press("enter")
        await until(pilot, lambda: "Học sinh THPT" in told(desk))
        came = told(desk)["Học sinh THPT"]
        assert (came.name, came.organisation, came.present) == ("", "Học sinh THPT", 12)
        assert status(app_of(pilot)).text.startswith("✓ Có mặt: Học sinh THPT 12 ")
        await until(pilot, lambda: "Có mặt 0/29 · vắng 0 · chưa ghi 29 · thêm 12" in screen_text(app_of(pilot)))
        assert under_cursor(pilot).startswith("– Bà Nguyễn Thị Vượng")
    desk.close()


async def test_a_person_who_stands_on_no_list(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "bà Võ Lan, thôn Nam")
        await pilot.press("tab")
        assert "không có trong danh sách" in screen_text(app_of(pilot))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "bà Võ Lan" in told(desk))
        assert told(desk)["bà Võ Lan"].place == "thôn Nam"
        await until(pilot, lambda: "✓ bà Võ Lan (ngoài danh sách) · thôn Nam" in screen_text(app_of(pilot)))
    desk.close()


async def test_what_is_wrong_stands_where_enter_was_told_until_something_else_is_meant(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "vo lan")
        assert box_lines(pilot)[2].startswith("Enter →")
        await pilot.press("tab")
        wrong = box_lines(pilot)
        assert " ".join(wrong[2:4]) == "“vo lan” không có trong danh sách mời nên không ghi vắng được."
        assert wrong[4] == "+ vo lan (người ngoài danh sách)"
        await pilot.press("left")
        assert box_lines(pilot) == wrong, "nothing else is meant"
        await pilot.press("backspace")
        assert box_lines(pilot)[2].startswith("Enter →")
        assert "ghi vắng được" not in screen_text(app_of(pilot))
    desk.close()


async def test_a_mark_leaves_a_long_list_where_it_is(tmp_path: Path, time: Time) -> None:
    people = [{"name": f"Người Thứ {number}"} for number in range(60)]
    desk = sit_down(tmp_path, time, attendance=people, officials=[])
    async with calling_over(desk, time) as pilot:
        await pilot.press("pagedown", "pagedown", "pagedown")
        await pilot.press("up", "up")
        before, name = box_lines(pilot), under_cursor(pilot)
        place = before.index(next(line for line in before if line.startswith(name)))
        await pilot.press("enter")
        await until(pilot, lambda: "chưa ghi 59" in screen_text(app_of(pilot)))
        after = box_lines(pilot)
        assert [line.rstrip(" ▐") for line in after[3:place]] == [line.rstrip(" ▐") for line in before[3:place]]
        assert after[place].startswith(under_cursor(pilot))
        assert before[place + 1].rstrip(" ▐") == under_cursor(pilot), "the next stands where the last one stood"
    desk.close()


async def test_a_space_and_a_number_that_is_taken_back_leave_the_cursor_where_it_is(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await pilot.press("down", "down", "down", "space")
        assert under_cursor(pilot).startswith("– Hội Nông dân xã")
        await pilot.press("backspace", "1", "2")
        assert "Hội Nông dân xã 12/15" in screen_text(app_of(pilot))
        await pilot.press("backspace", "backspace")
        assert under_cursor(pilot).startswith("– Hội Nông dân xã")
        await pilot.press("down", "up", "1", "0", "enter")
        await until(pilot, lambda: told(desk)["Hội Nông dân xã"].present == 10)
    desk.close()


async def test_the_mouse_points_at_somebody_and_goes_to_a_field(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await pilot.click("#worktop", offset=(8, box_lines(pilot).index("– Ông Lê Văn Hòa · thôn Đoài")))
        assert under_cursor(pilot) == "– Ông Lê Văn Hòa · thôn Đoài"
        assert "Enter → Có mặt: ông Lê Văn Hòa" in screen_text(app_of(pilot))
        await pilot.press("tab")
        await type_text(pilot, "ốm")
        await pilot.click("#worktop", offset=(20, box_lines(pilot).index("Đi thay")))
        await type_text(pilot, "bà Tư")
        await pilot.click("#worktop", offset=(8, box_lines(pilot).index("– Hội Nông dân xã (15)")))
        assert under_cursor(pilot) == "– Hội Nông dân xã (15)"
        await pilot.press("enter")
        await until(pilot, lambda: "Lê Văn Hòa" in told(desk))
        assert told(desk).keys() == {"Lê Văn Hòa"}, "the fields are about whom they name"
        away = told(desk)["Lê Văn Hòa"]
        assert (away.present, away.reason, away.substitute) == (0, "ốm", "bà Tư")
        await type_text(pilot, "oai")
        await pilot.click("#worktop", offset=(1, 1))
        await type_text(pilot, "d")
        assert box_of(pilot).fragment.text == "doai"
    desk.close()


async def test_the_key_that_writes_gives_as_enter_does(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "nhan dan")
        await pilot.press("f4")
        assert box_lines(pilot)[2] == "Chưa có số được mời: gõ số người đến rồi Enter"
        await pilot.press("tab", "x", "f4")
        assert "Có mặt: “x” không phải là số." in screen_text(app_of(pilot))
        await pilot.press("backspace", "7", "f4")
        await until(pilot, lambda: told(desk)["Nhân dân thôn Đông"].present == 7)
        assert box_of(pilot).typing is box_of(pilot).fragment
        assert not box_of(pilot).touched
    desk.close()


async def test_what_was_typed_to_find_somebody_gives_way_after_the_fields(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "hoa")
        await pilot.press("tab", "escape")
        assert under_cursor(pilot).startswith("– Ông Lê Văn Hòa")
        await type_text(pilot, "tam")
        assert box_of(pilot).fragment.text == "tam"
        assert under_cursor(pilot).startswith("– Ông Hồ Chí Tâm")
    desk.close()


async def test_a_reason_that_was_left_stands_there_when_its_person_is_asked_about_again(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "tam")
        await pilot.press("tab")
        await type_text(pilot, "tập huấn")
        await pilot.press("escape")
        await type_text(pilot, "hoa")
        await pilot.press("tab")
        assert "tập huấn" not in screen_text(app_of(pilot))
        await pilot.press("escape")
        await type_text(pilot, "tam")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: "Hồ Chí Tâm" in told(desk))
        assert told(desk)["Hồ Chí Tâm"].reason == "tập huấn"
    desk.close()


async def test_a_number_typed_with_the_name_comes_before_one_that_was_left(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        for count, left in (("12", "14"), ("13", "")):
            await type_text(pilot, f"nong dan {count}")
            await pilot.press("tab", "shift+tab")
            await type_text(pilot, left)
            await pilot.press("enter" if not left else "escape")
        await until(pilot, lambda: "Hội Nông dân xã" in told(desk))
        assert (told(desk)["Hội Nông dân xã"].present, told(desk)["Hội Nông dân xã"].substitute) == (13, "")
    desk.close()


async def test_escape_leaves_the_fields_first_and_nothing_is_put_down(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await pilot.press("tab")
        await type_text(pilot, "ốm")
        box = box_of(pilot)
        assert box.typing is not box.fragment
        await pilot.press("escape")
        assert box_of(pilot).typing is box.fragment
        assert told(desk) == {}
        await pilot.press("escape")
        await until(pilot, lambda: app_of(pilot).at is app_of(pilot).writing)
        assert not box.is_open
        assert "chưa ghi" not in screen_text(app_of(pilot))
    desk.close()


async def test_all_the_rest_in_one_key_and_one_undo_in_the_open_box(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "hoa")
        await pilot.press("tab", "enter", "ctrl+y")
        await until(pilot, lambda: "Có mặt 28/29 · vắng 1 · chưa ghi 0" in screen_text(app_of(pilot)))
        assert status(app_of(pilot)).text.startswith("✓ Có mặt: 28 người còn lại chưa ghi ")
        await pilot.press("ctrl+y")
        assert "không còn ai chưa ghi" in screen_text(app_of(pilot))
        await pilot.press("f10")
        await until(pilot, lambda: "Có mặt 0/29 · vắng 1 · chưa ghi 28" in screen_text(app_of(pilot)))
        await pilot.press("f10")
        await until(pilot, lambda: "Có mặt 0/29 · vắng 0 · chưa ghi 29" in screen_text(app_of(pilot)))
    desk.close()


async def test_the_first_unsaid_is_ready_when_the_rest_is_taken_back(tmp_path: Path, time: Time) -> None:
    desk = sit_down(tmp_path, time, attendance=INVITED[:5], officials=[])
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "hoa")
        await pilot.press("tab", "enter", "ctrl+y")
        await until(pilot, lambda: "chưa ghi 0" in screen_text(app_of(pilot)))
        assert under_cursor(pilot).startswith("✗ Ông Lê Văn Hòa")
        await pilot.press("f10")
        await until(pilot, lambda: "chưa ghi 25" in screen_text(app_of(pilot)))
        assert under_cursor(pilot).startswith("– Bà Nguyễn Thị Vượng")
        assert "Enter → Có mặt: bà Nguyễn Thị Vượng" in screen_text(app_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "Có mặt 1/26 · vắng 1 · chưa ghi 24" in screen_text(app_of(pilot)))
        assert told(desk)["Lê Văn Hòa"].present == 0
    desk.close()


async def test_who_is_meant_stays_under_the_cursor_when_something_is_taken_back(tmp_path: Path, time: Time) -> None:
    desk = sit_down(tmp_path, time, attendance=INVITED[:5], officials=[])
    async with calling_over(desk, time) as pilot:
        await pilot.press("ctrl+y", "down", "down", "f10")
        await until(pilot, lambda: "chưa ghi 26" in screen_text(app_of(pilot)))
        assert under_cursor(pilot).startswith("– Ông Đỗ"), "pointed at"
        await type_text(pilot, "hoa")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "chưa ghi 0" in screen_text(app_of(pilot)))
        assert under_cursor(pilot).startswith("✓ Ông Lê Văn Hòa"), "searched for"
        await pilot.press("tab", "f10")
        await until(pilot, lambda: "chưa ghi 26" in screen_text(app_of(pilot)))
        await pilot.press("escape")
        assert under_cursor(pilot).startswith("– Ông Lê Văn Hòa"), "asked about"
    desk.close()


async def test_enter_on_who_is_on_record_already_puts_nothing_down_twice(desk: Desk, time: Time) -> None:
    desk.give(c.Attend(name="Lê Văn Hòa"))
    records = len(desk.meeting.records)
    async with calling_over(desk, time) as pilot:
        await type_text(pilot, "hoa")
        assert "Đã ghi · Có mặt: ông Lê Văn Hòa" in screen_text(app_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: box_of(pilot).fragment.text == "")
        assert len(desk.meeting.records) == records
        assert "Đỗ" in under_cursor(pilot)
    desk.close()


async def test_one_enter_too_many_makes_nobody_present_who_stayed_away(tmp_path: Path, time: Time) -> None:
    desk = sit_down(tmp_path, time, attendance=INVITED[:2], officials=[])
    async with calling_over(desk, time) as pilot:
        await pilot.press("tab", "enter", "enter")
        await until(pilot, lambda: "Đã ghi hết" in screen_text(app_of(pilot)))
        await pilot.press("enter", "enter")
        assert told(desk)["Nguyễn Thị Vượng"].present == 0
        await type_text(pilot, "vuong")
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Nguyễn Thị Vượng"].present == 1)
    desk.close()


async def test_a_name_is_text_and_a_meeting_without_a_list_says_what_to_do(tmp_path: Path, time: Time) -> None:
    desk = sit_down(tmp_path, time, attendance=[], officials=[], guests=[])
    async with calling_over(desk, time) as pilot:
        assert "gõ tên người hoặc đoàn đã đến" in screen_text(app_of(pilot))
        await pilot.press("enter", "tab", "up", "down")
        await type_text(pilot, "[b]Ai[/b]")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "[b]Ai[/b]" in told(desk))
        await until(pilot, lambda: "✓ [b]Ai[/b]" in screen_text(app_of(pilot)))
    desk.close()


async def test_the_floor_goes_on_over_the_open_box(desk: Desk, time: Time) -> None:
    async with calling_over(desk, time) as pilot:
        await pilot.press("f2")
        assert desk.meeting.state.stage == "open"
        await pilot.press("enter")
        await until(pilot, lambda: told(desk)["Nguyễn Thị Vượng"].present == 1)
    desk.close()
