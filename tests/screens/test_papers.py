"""A paper is read on the console before it is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from data import paper_file
from moderator.desk import Desk
from screens.papers import PaperPage, PapersBox
from tests.screens.desk_story import Time, console, screen_text, sit_down, type_text, until


@pytest.fixture
def desk(tmp_path: Path, time: Time) -> Desk:
    return sit_down(tmp_path, time)


async def test_a_paper_is_read_with_what_is_lacking_and_written_with_f4(desk: Desk, time: Time, tmp_path: Path) -> None:
    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f9")
        await type_text(pilot, "van ban")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.at, PapersBox))
        await type_text(pilot, "giay moi")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.at, PaperPage))
        page = app.at
        assert isinstance(page, PaperPage)
        await until(pilot, lambda: "GIẤY MỜI" in screen_text(app))
        told = "".join(text for text, _ in page.text)
        assert "GIẤY MỜI" in told
        assert "Hội nghị chưa bế mạc: chưa có giờ kết thúc (F9, Bế mạc)." in told
        assert not (tmp_path / "papers").exists()

        await pilot.press("f4")
        await until(pilot, lambda: "✓ Đã xuất:" in screen_text(app))
        assert not page.is_open
        assert app.at is app.writing

    assert (tmp_path / "papers" / "long-phung-2026" / "giay-moi.docx").stat().st_size > 0


async def test_a_paper_with_nothing_in_it_says_so_and_a_full_disk_is_told(
    desk: Desk, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    app = console(desk, time)
    async with app.run_test(size=(120, 36)) as pilot:
        app._open_papers()
        await until(pilot, lambda: isinstance(app.at, PapersBox))
        await type_text(pilot, "phieu don doc")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.at, PaperPage))
        await until(pilot, lambda: "không có nội dung nào để viết" in screen_text(app))
        await pilot.press("f4")
        await until(pilot, lambda: app.at is app.writing)
        await until(pilot, lambda: "không có nội dung nào để viết" in screen_text(app))

        monkeypatch.setattr(paper_file, "replace", full)
        app._write_paper("invitation")
        await until(pilot, lambda: "Không xuất được văn bản" in screen_text(app))
