"""The board: what is owed, in which order and groups, and how it is recorded where it is seen to be owed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

import pytest
from rich.cells import cell_len

from moderator.meeting import commands as c
from moderator.meeting.commands import TaskKind
from moderator.meeting.setup import RuleName
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
from screens.form import FieldProblem, date_of
from screens.form_box import FormBox
from screens.pick_field import PickField
from screens.text_field import TextField
from screens.words import Words
from tests.screens.desk_story import type_text, until
from tests.screens.home_story import (
    AT_DONG,
    BOARD,
    EN,
    KEPT,
    LATE,
    LATER,
    NO_DAY,
    PUBLISHED,
    REPLIED,
    REPORT,
    SOON,
    TODAY,
    VI,
    Shelf,
    app_of,
    duty,
    in_manner,
    is_boxed,
    owed,
    shown,
    text,
)


def test_promises_come_by_last_day_and_those_without_one_at_the_end() -> None:
    assert [line.number for line in ordered_owed(KEPT.owed)] == [1, 2, 3, 4]


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


@pytest.mark.parametrize("typed", ["muong thoat", "qua 12"])
def test_a_promise_is_found_without_accents_by_what_stands_in_its_row(typed: str) -> None:
    assert found_owed(KEPT.owed, typed, VI) == [LATE]


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
        ("xuan-hoa-2025: Đối thoại năm ngoái", 6),
        ("xuan-hoa-2026: Đối thoại xã Xuân Hòa", 2),
    ]
    assert titles("place") == [("thôn Đông", 2), ("thôn Tây", 1), ("(không riêng thôn nào)", 6)]


def test_a_duty_is_told_by_its_name_its_source_and_how_it_was_done() -> None:
    assert text(board_row(REPORT, 78, VI)).endswith("Văn phòng           Báo cáo kết quả")
    assert text(board_row(REPORT, 78, VI, "body")).endswith("xuan-hoa-2026       Báo cáo kết quả")
    assert "Văn phòng                   xuan-hoa-2026       Báo cáo kết quả" in text(board_row(REPORT, 118, VI, "body"))
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
        await until(pilot, lambda: "Sửa mương thoát nước ở tổ 3" in in_manner(pilot, "#box", "said"))
        box = app.box
        assert isinstance(box, FormBox)
        assert not any(isinstance(editor, PickField) for editor in box.editors.values())
        await type_text(pilot, "12/UBND")
        await pilot.press("tab", *"20/11", "tab")
        await type_text(pilot, "Đã sửa.")
        await pilot.press("enter")
        await type_text(pilot, "Xong.")
        assert box.at is box.editors["text"]
        await pilot.press("f4")
        await until(pilot, lambda: not is_boxed(app))
        assert "✓ đã ghi" in shown(pilot, "#status")

    reply = c.Reply(promise=1, number="12/UBND", date=dt.date(2026, 11, 20), text="Đã sửa.\nXong.")
    assert shelf.given == [("xuan-hoa-2025", reply)]


async def test_a_slip_in_the_year_is_asked_about_before_anything_is_given() -> None:
    shelf = Shelf(BOARD)
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "down", "f2", *"20/11/2062", "enter")
        await until(pilot, lambda: "20/11/2062 chưa tới" in in_manner(pilot, "#box", "bad"))
        assert is_boxed(app)
    assert shelf.given == []


async def test_f2_ticks_a_duty_with_its_village_and_f7_extends_only_with_a_reason() -> None:
    shelf = Shelf(BOARD)
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "down", "f2")
        assert "để trống ngày là hôm nay" in shown(pilot, "#status")
        await pilot.press("tab", "tab", *"Dong", "enter")
        await pilot.press("up", "f7")
        assert "cần cả hạn mới và lý do" in shown(pilot, "#status")
        assert "hôm nay" not in shown(pilot, "#status")
        await pilot.press(*"30/12", "enter")
        await until(pilot, lambda: "Lý do" in in_manner(pilot, "#box", "bad"))
        await pilot.press(*"cho", "enter")
        await pilot.press("down", "f7")
        assert not is_boxed(app)
        assert "Chỉ gia hạn được" in shown(pilot, "#status")

    assert shelf.given == [
        ("xuan-hoa-2026", c.Done(duty="report", place="Dong")),
        ("xuan-hoa-2025", c.ExtendPromise(promise=5, due=dt.date(2026, 12, 30), reason="cho")),
    ]


async def test_what_a_held_meeting_does_not_take_is_told_in_the_box_and_what_was_typed_stays() -> None:
    app = app_of(Shelf(BOARD, held=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "f2", *"12", "enter")
        await until(pilot, lambda: "đang mở ở cửa sổ khác" in in_manner(pilot, "#box", "bad"))
        assert is_boxed(app)
        assert isinstance(app.box, FormBox)
        number = app.box.editors["number"]
        assert isinstance(number, TextField)
        assert number.text == "12"


async def test_f8_writes_the_paper_of_the_moment_for_the_line_alone() -> None:
    shelf = Shelf(BOARD)
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        assert "Chưa chọn dòng nào" in shown(pilot, "#status")
        await pilot.press("tab")
        for paper in ("xuan-hoa-2025/reminders", "xuan-hoa-2025/replies", "xuan-hoa-2026/report"):
            await pilot.press("f8")
            await until(pilot, lambda path=f"/giay/{paper}.docx": path in shown(pilot, "#status"))
            await pilot.press("down")

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


async def test_a_search_and_f5_keep_the_grouping_and_the_cursor_off_the_headings() -> None:
    app = app_of(Shelf(BOARD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "ctrl+g", "ctrl+g", *"bao cao")
        assert "Báo cáo kết quả" in shown(pilot, "#details")
        await pilot.press("escape", "f5")
        assert "theo thôn" in shown(pilot, "#owed-title")
        assert app.board.line is not None


async def test_after_taking_back_the_cursor_is_where_it_was_recorded() -> None:
    app = app_of(Shelf(BOARD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "f2", *"12", "enter")
        await until(pilot, lambda: "Trả lời ý kiến số 15: ✓ đã ghi" in shown(pilot, "#status"))
        await pilot.press("up", "f10")
        assert app.board.line is not None
        assert app.board.line.number == 5


def test_a_group_says_how_many_of_its_lines_are_overdue_and_keeps_that_in_sight() -> None:
    late = [replace(LATE, number=number, meeting_title="Hội nghị đối thoại " * 20) for number in (1, 2)]
    row = text(board_row(grouped_owed([*late, LATER], "meeting", VI)[0], 78, VI))

    assert row.startswith("── xuan-hoa-2025: Hội nghị")
    assert row.endswith("… (3) · ✗ quá hạn 2")
    assert cell_len(row) == 78


def test_a_narrow_heading_leaves_out_what_is_not_urgent() -> None:
    lines = list(KEPT.owed) * 200

    told = text(board_heading(lines, lines, VI, "all", "place", 60))

    assert told == "THEO DÕI: 800 · tất cả · theo thôn · ✗ quá hạn 200"


@pytest.mark.parametrize("speak", [VI, EN], ids=["vi", "en"])
def test_every_hint_keeps_to_one_line_at_80_columns(speak: Words) -> None:
    lines = [replace(SOON, kind=kind, extended=extended) for kind in get_args(TaskKind) for extended in (False, True)]
    lines += [LATE, REPLIED, *(duty(name, 3) for name in get_args(RuleName))]

    assert [hint for line in lines if cell_len(hint := owed_hint(line, speak, "ấp Thạnh Hưng")) > 78] == []


# Villages


SENT = duty("results_published", 2, places=("thôn Đông", "thôn Tây"), places_done=("thôn Bắc",), done_told="7/TB 25/11")
AT_TAY = owed(7, 4, places=("THÔN TÂY",))
TO_VILLAGES = replace(KEPT, owed=(SENT, AT_DONG, AT_TAY, REPORT))


def test_what_goes_to_every_village_stands_under_each_that_is_left() -> None:
    board = grouped_owed(ordered_owed(TO_VILLAGES.owed), "place", VI)

    assert [line.title if isinstance(line, GroupLine) else line.duty or line.number for line in board] == [
        *("thôn Đông", 5, "results_published"),
        *("thôn Tây", "results_published", 7),
        *("(không riêng thôn nào)", "report"),
    ]
    sought = grouped_owed([SENT, AT_DONG], "place", VI, "thon tay")
    assert [line.title for line in sought if isinstance(line, GroupLine)] == ["thôn Tây", "thôn Đông"]
    told = text(owed_details(SENT, 118, VI))
    assert "đã có: thôn Bắc" in told
    assert "còn: thôn Đông, thôn Tây" in told
    assert found_owed(TO_VILLAGES.owed, "thon bac", VI) == [SENT]


async def test_f2_ticks_what_is_sent_in_the_village_under_the_cursor_or_everywhere_or_elsewhere() -> None:
    shelf = Shelf(TO_VILLAGES)
    app = app_of(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "ctrl+g", "ctrl+g", "down")
        assert "F2 ghi đã làm ở thôn Đông" in shown(pilot, "#status")
        await pilot.press("down")
        assert "F2 ghi đã làm ở thôn Tây" in shown(pilot, "#status")
        await pilot.press("f2", "enter")
        await until(pilot, lambda: "Công bố, niêm yết kết quả: ✓ đã ghi" in shown(pilot, "#status"))
        await pilot.press("ctrl+g", *"niem yet", "f2", "enter")
        await until(pilot, lambda: len(shelf.given) == 2)
        # A name that is on no list is not made by one stray Enter.
        await pilot.press("f2", *"xom Ba", "enter", "enter")
        await until(pilot, lambda: len(shelf.given) == 3)

    assert [command.place for _, command in shelf.given if isinstance(command, c.Done)] == ["thôn Tây", "", "xom Ba"]
