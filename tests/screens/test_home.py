"""The home screen: what is shown in which order, what a search leaves, and where each key leads."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any, get_args

import pytest
from rich.cells import cell_len
from textual.events import MouseScrollDown, MouseScrollUp, Paste
from textual.geometry import Offset

from moderator.meeting.state import Stage
from screens.board_view import found_owed, owed_details
from screens.home_face import Destination, Left
from screens.home_keys import ACTS, help_parts, key_line
from screens.home_new import NewBox
from screens.home_view import (
    Kept,
    found_meetings,
    meeting_details,
    meeting_row,
    meetings_heading,
    ordered_meetings,
)
from screens.papers import PaperPage, PapersBox
from screens.row_text import fitted
from screens.words import Words
from tests.screens.desk_story import type_text, until
from tests.screens.home_story import (
    BOARD,
    COMING,
    DAMAGED,
    EN,
    KEPT,
    LATE,
    OPEN,
    TODAY,
    UNDATED,
    UNREADABLE,
    VI,
    Shelf,
    app_of,
    in_manner,
    is_boxed,
    lines_of,
    page_of,
    shown,
    text,
    turn_wheel,
)

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


@pytest.mark.parametrize("typed", ["xuan hoa", "HỘI TRƯỜNG", "đang họp", "26/11/2026"])
def test_a_meeting_is_found_without_accents_by_what_stands_in_its_row(typed: str) -> None:
    assert OPEN in found_meetings(KEPT.meetings, typed, VI)
    assert UNDATED not in found_meetings(KEPT.meetings, typed, VI)


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


async def test_an_empty_folder_says_what_to_press_and_f4_asks_before_it_lays_the_sample() -> None:
    app = app_of(Shelf(Kept(TODAY)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "F4: mở hội nghị mẫu" in shown(pilot, "#no-meetings")
        assert "F3: lập hội nghị mới" in shown(pilot, "#no-meetings")
        assert "Chưa có nội dung nào phải theo dõi" in shown(pilot, "#no-owed")
        await pilot.press("enter", "f12")
        assert "F4 mở hội nghị mẫu" in shown(pilot, "#status")
        await pilot.press("f4")
        assert is_boxed(app)
        assert "đều là hư cấu" in page_of(app)
        assert "cạnh các hội nghị của cơ quan" in page_of(app)
        assert "Enter mở hội nghị mẫu · Esc trở lại" in shown(pilot, "#box")
        await pilot.press("enter")

    assert app.return_value == Destination("demo")


async def test_one_f4_too_many_lays_no_sample_and_esc_leaves_it() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4", "f4", "f4", *"xuan")
        assert is_boxed(app)
        await pilot.press("escape")
        assert not is_boxed(app)
        assert app.search.text == ""
        assert app.return_value is None
        # Enter confirms the question alone: on any other page it does nothing.
        await pilot.press("f1", "enter")
        assert is_boxed(app)

    assert app.return_value is None


async def test_a_sample_that_lies_there_opens_without_a_question() -> None:
    app = app_of(Shelf(has_sample=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")

    assert app.return_value == Destination("demo")


async def test_a_new_meeting_begins_with_a_template_and_ends_under_the_cursor() -> None:
    shelf = Shelf()
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "enter")
        await until(pilot, lambda: "Chưa có tệp này. F4" in in_manner(pilot, "#box", "bad"))
        await pilot.press("f4")
        await until(pilot, lambda: "Đã ghi tệp mẫu: /home/thu-ky/hoi-nghi.toml" in in_manner(pilot, "#box", "good"))
        assert in_manner(pilot, "#box", "bad") == ""
        await pilot.press("enter")
        await until(pilot, lambda: not is_boxed(app))
        assert "Đã lập hội nghị" in shown(pilot, "#status")
        await pilot.press("enter")

    assert shelf.made == ["/home/thu-ky/hoi-nghi.toml"]
    assert app.return_value == Destination("run", "moi")


async def test_a_meeting_file_is_refused_in_its_box_and_nothing_else_happens_there() -> None:
    shelf = Shelf(files={"a"})
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", *"sai.toml", "enter")
        await until(pilot, lambda: "sai.toml: title: thiếu khóa này" in in_manner(pilot, "#box", "bad"))
        assert isinstance(app.box, NewBox)
        assert app.box.file.text == "sai.toml"
        await pilot.press("ctrl+u", "a", "f4")
        await until(pilot, lambda: "a đã có" in in_manner(pilot, "#box", "bad"))
        await pilot.press("ctrl+u", "space", "space", "f4")
        await until(pilot, lambda: "Hãy gõ đường dẫn" in in_manner(pilot, "#box", "bad"))
        await pilot.press("f6")
        assert "Esc đóng" in shown(pilot, "#status")
        await pilot.press("escape", "enter")

    assert shelf.made == []
    assert app.return_value == Destination("run", "xuan-hoa-2026")


async def test_f12_writes_the_minutes_and_says_where_or_why_not() -> None:
    async with app_of().run_test(size=(80, 24)) as pilot:
        await pilot.press("f12")
        await until(pilot, lambda: "/giay/xuan-hoa-2026/minutes.docx" in shown(pilot, "#status"))
        await pilot.press("pagedown", "pagedown", "f12")
        await until(pilot, lambda: "không đọc được sổ" in shown(pilot, "#status"))


async def test_coming_back_the_cursor_is_where_it_was_and_what_went_wrong_is_told() -> None:
    app = app_of(told="Hội nghị đang mở ở cửa sổ khác.", at="xuan-an-2026")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Hội nghị đang mở ở cửa sổ khác." in shown(pilot, "#box"))
        await pilot.press(*"dang go", "f2", "enter")
        assert app.search.text == ""
        assert app.is_running
        await pilot.press("escape")
        assert not is_boxed(app)
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
        for told in (page_of(app), shown(pilot, "#box")):
            assert all(act.printed in told for act in ACTS)
            assert "● đang họp" in told
        await pilot.press("escape")
        assert not is_boxed(app)


async def test_f9_shows_a_paper_with_what_is_lacking_before_f4_writes_it() -> None:
    shelf = Shelf()
    app = app_of(shelf)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f9")
        assert lines_of(pilot, "#box")[0].text == "VĂN BẢN – xuan-hoa-2026"
        await pilot.press(*"thong bao ket luan", "enter")
        await until(pilot, lambda: "VĂN BẢN" in page_of(app))
        page = shown(pilot, "#box")
        assert "VĂN BẢN conclusion_notice của xuan-hoa-2026 [b]{x}[/b]" in page
        assert "Hội nghị chưa bế mạc" in page
        assert shelf.written == []
        await pilot.press("f4")
        await until(pilot, lambda: "/giay/xuan-hoa-2026/conclusion_notice.docx" in shown(pilot, "#status"))
        assert not is_boxed(app)
        await pilot.press("f9", *"khong co", "enter")
        await until(pilot, lambda: "Không có văn bản nào khớp" in in_manner(pilot, "#box", "bad"))
        assert is_boxed(app)
        assert isinstance(app.box, PapersBox)

    assert shelf.written == [("xuan-hoa-2026", "conclusion_notice", None)]


async def test_while_a_paper_is_worded_the_keys_go_on_working() -> None:
    shelf = Shelf()
    shelf.worded.clear()
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "enter")
        await until(pilot, lambda: "Đang soạn" in page_of(app))
        await pilot.press("escape", *"xuan an")
        await until(pilot, lambda: "HỘI NGHỊ: 1/6" in shown(pilot, "#meetings-title"))
        await pilot.press("f9", "enter")
        await until(pilot, lambda: "Đang soạn" in page_of(app))
        shelf.worded.set()
        await until(pilot, lambda: "VĂN BẢN minutes của xuan-an-2026" in page_of(app))


async def test_a_paper_that_comes_after_its_page_was_closed_comes_up_nowhere() -> None:
    shelf = Shelf()
    shelf.worded.clear()
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "enter")
        await until(pilot, lambda: isinstance(app.box, PaperPage))
        await pilot.press("escape")
        shelf.worded.set()
        await app.workers.wait_for_complete()
        await until(pilot, lambda: not is_boxed(app))
        assert shown(pilot, "#box") == ""
        assert "Enter trở lại bàn thư ký" in shown(pilot, "#status")


async def test_a_paper_that_cannot_be_read_closes_its_page_and_says_why() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"khong-doc", "f9", "enter")
        await until(pilot, lambda: "không đọc được sổ" in shown(pilot, "#status"))
        assert not is_boxed(app)


class LongPapers(Shelf):
    """A data folder whose papers have a hundred lines."""

    def paper_text(self, meeting: str, name: str) -> str:
        return "\n".join(f"dòng {number} [/b]" for number in range(1, 101))


async def test_a_long_paper_is_scrolled_by_lines_by_pages_and_with_the_wheel() -> None:
    app = app_of(LongPapers())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "enter")
        await until(pilot, lambda: "dòng 1 [/b]" in shown(pilot, "#box"))
        assert "▐" in in_manner(pilot, "#box", "thumb")
        await pilot.press("down", "pagedown")
        await until(pilot, lambda: "dòng 1 [/b]" not in shown(pilot, "#box"))
        assert "dòng 30 [/b]" in shown(pilot, "#box")
        await pilot.press("end")
        await until(pilot, lambda: "dòng 100 [/b]" in shown(pilot, "#box"))
        before = shown(pilot, "#box")
        turn_wheel(pilot, "#box", MouseScrollUp)
        await until(pilot, lambda: shown(pilot, "#box") != before)
        assert "dòng 97 [/b]" in shown(pilot, "#box")
        assert "dòng 98 [/b]" not in shown(pilot, "#box")
        await pilot.resize_terminal(80, 40)
        await until(pilot, lambda: "dòng 100 [/b]" in shown(pilot, "#box"))
        await pilot.press("home")
        await until(pilot, lambda: "Hội nghị còn thiếu" in shown(pilot, "#box"))


# What is typed


async def test_after_a_box_what_is_typed_takes_the_place_of_what_was_sought() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Gõ để tìm" in shown(pilot, "#search")
        await pilot.press(*"muong", "f1", *"nothing", "tab", "escape")
        assert app.search.text == "muong"
        assert in_manner(pilot, "#search", "marked") == "muong"
        # The ground of a field among others is for boxes.
        assert in_manner(pilot, "#search", "field") == ""
        await type_text(pilot, "xuan an")
        assert app.search.text == "xuan an"
        await until(pilot, lambda: "HỘI NGHỊ: 1/6" in shown(pilot, "#meetings-title"))


async def test_what_is_pasted_cut_or_taken_back_is_sought_at_once() -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        # As some input methods send it: letters and marks apart.
        app.post_message(Paste(unicodedata.normalize("NFD", "Sửa\nmương")))
        await until(pilot, lambda: "THEO DÕI: 1/4" in shown(pilot, "#owed-title"))
        assert app.search.text == "Sửa mương"
        await pilot.press("ctrl+a", "ctrl+x")
        await until(pilot, lambda: "THEO DÕI: 4" in shown(pilot, "#owed-title"))
        assert app.search.text == ""
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "THEO DÕI: 1/4" in shown(pilot, "#owed-title"))
        await pilot.press("ctrl+w")
        await until(pilot, lambda: app.search.text == "Sửa ")
        await pilot.press("home", "delete", "left")
        await until(pilot, lambda: app.search.text == "ửa ")


async def test_the_path_of_a_new_meeting_is_pasted_and_mended_with_the_mouse() -> None:
    shelf = Shelf(files={"/tài liệu/họp [b].toml"})
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "tab")
        app.post_message(Paste("/tài liệu/hp [b].toml"))
        await until(pilot, lambda: "/tài liệu/hp [b].toml" in shown(pilot, "#box"))
        assert isinstance(app.box, NewBox)
        place = shown(pilot, "#box").splitlines()[2].index("p [b]")
        await pilot.click("#box", offset=(place, 2))
        await pilot.press("ọ", "f4")
        await until(pilot, lambda: "/tài liệu/họp [b].toml đã có" in in_manner(pilot, "#box", "bad"))
        assert app.cursor_position == app.query_one("#box").region.offset + Offset(place + 1, 2)
        await pilot.press("enter")
        await until(pilot, lambda: not is_boxed(app))

    assert shelf.made == ["/tài liệu/họp [b].toml"]


# Coming back


async def test_the_home_screen_is_found_as_it_was_left() -> None:
    app = app_of(Shelf(BOARD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "ctrl+l", *"cong an", "enter")
    assert app.return_value == Destination("run", "xuan-hoa-2025")
    left = app.return_value.left
    assert left == Left("cong an", "soon", "body", ("xuan-hoa-2025", 5, ""))

    async with app_of(Shelf(BOARD), at=app.return_value.meeting, left=left).run_test(size=(80, 24)) as pilot:
        assert shown(pilot, "#owed-title").strip().startswith("▸ THEO DÕI: 1/3 · trong 7 ngày tới · theo cơ quan")
        assert "Trả lời ý kiến số 15" in shown(pilot, "#details")
        await pilot.press("escape", "ctrl+l")
        assert "quá hạn" in shown(pilot, "#owed-title")


async def test_the_list_that_is_not_worked_in_keeps_its_place() -> None:
    app = app_of(Shelf(BOARD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "tab", "down", "f5", "tab")
        assert "Xuân An" in shown(pilot, "#details")
        await pilot.press("tab")
        assert app.board.line is not None
        assert app.board.line.number == 5


async def test_the_mouse_chooses_a_row_and_pressed_twice_opens_its_meeting() -> None:
    app = app_of(Shelf(BOARD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#owed", offset=(4, 1))
        assert shown(pilot, "#owed-title").strip().startswith("▸")
        assert app.board.line is not None
        assert app.board.line.number == 5
        await pilot.click("#meetings", offset=(4, 2), times=2)

    assert app.return_value == Destination("run", "xuan-an-2026")


async def test_the_mouse_beside_the_rows_makes_their_list_the_one_that_is_worked_in_and_opens_nothing() -> None:
    app = app_of()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("down")
        await pilot.click("#owed", offset=(4, 9), times=2)
        await until(pilot, lambda: shown(pilot, "#owed-title").strip().startswith("▸"))
        assert app.board.line is not None
        assert app.board.line.number == 1
        assert app.is_running
        await type_text(pilot, "muong")
        assert app.search.text == "muong"

    assert app.return_value is None


async def test_the_cursor_is_seen_in_the_list_that_is_worked_in_and_the_wheel_leaves_it_where_it_is() -> None:
    many = tuple(replace(COMING, id=f"hop-{number:03}", title=f"Họp số {number}.") for number in range(60))
    app = app_of(Shelf(replace(BOARD, meetings=many)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Họp số 0." in in_manner(pilot, "#meetings", "chosen")
        assert in_manner(pilot, "#owed", "chosen") == ""
        turn_wheel(pilot, "#meetings", MouseScrollDown)
        await until(pilot, lambda: "Họp số 0." not in shown(pilot, "#meetings"))
        assert app.meetings.meeting == "hop-000"
        await pilot.press("tab")
        assert in_manner(pilot, "#meetings", "chosen") == ""
        assert "Sửa mương thoát nước" in in_manner(pilot, "#owed", "chosen")
        await pilot.press("shift+tab", "pagedown")
        sight = app.query_one("#meetings").size.height
        assert f"Họp số {sight - 1}." in in_manner(pilot, "#meetings", "chosen")
        await pilot.press("pageup")
        assert "Họp số 0." in in_manner(pilot, "#meetings", "chosen")
