"""What opens a screen: the desk is there while it stands and closed after it, and what goes wrong is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from data.address_book import AddressBook
from data.writer_lock import WriterLock, is_held
from moderator.desk import make_meeting
from moderator.meeting import commands as c
from screens.console import ConsoleApp
from screens.projector import ProjectorApp
from tests.moderator.conftest import NOW, Door

Script = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test may open screens: whoever sits there is played by the test."""
    monkeypatch.setenv("TEXTUAL_DRIVER", "a.driver:of.the.test")


@pytest.fixture
def at_console(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[ConsoleApp], None]], None]:
    """Say what the secretary does once the console is open."""

    def does(act: Callable[[ConsoleApp], None]) -> None:
        monkeypatch.setattr(ConsoleApp, "run", lambda app: act(app))

    return does


AtConsole = Callable[[Callable[[ConsoleApp], None]], None]


def test_the_console_sits_at_the_meetings_desk_and_leaves_it(door: Door, at_console: AtConsole) -> None:
    door.meeting()
    held: list[bool] = []

    def opens(app: ConsoleApp) -> None:
        held.append(is_held(door.folder.meeting("xuan-hoa-2026").lock))
        app.desk.give(c.Open())
        app.desk.give(c.Register(name="Lê Thị An", place="thôn Đông"))

    at_console(opens)

    assert door("run", "xuan").code == 0
    assert held == [True]
    assert not is_held(door.folder.meeting("xuan-hoa-2026").lock)
    assert door("show", "xuan", "--json").json["meeting"]["stage"] == "open"
    assert "Lê Thị An" in [one.name for one in AddressBook(door.folder.address_book).people()]


def test_a_meeting_that_is_held_is_not_opened_twice(door: Door, at_console: AtConsole) -> None:
    door.meeting()
    at_console(lambda app: pytest.fail("opened"))
    lock = WriterLock.take(door.folder.meeting("xuan-hoa-2026").lock, since=NOW)
    try:
        assert "since 08:00 26/11/2026" in door("run", "xuan").refused
    finally:
        lock.release()


def test_the_demo_lays_the_sample_once_and_keeps_its_people_to_itself(door: Door, at_console: AtConsole) -> None:
    at_console(lambda app: None if app.desk.meeting.state.opened_at else app.desk.give(c.Open()) and None)

    assert door("demo").code == 0
    assert door("demo").code == 0
    assert door.folder.meeting_ids() == ["long-phung-2025"]
    assert not door.folder.address_book.exists()


def test_a_fresh_demo_is_laid_beside_and_nothing_is_deleted(door: Door, at_console: AtConsole) -> None:
    opened: list[str] = []
    at_console(lambda app: opened.append(app.desk.meeting.setup.id))

    for _ in range(3):
        assert door("demo", "--fresh").code == 0
    assert opened == ["long-phung-2025", "long-phung-2025-2", "long-phung-2025-3"]
    assert door.folder.meeting_ids() == opened


def test_an_error_in_the_console_is_told_with_its_report_and_the_desk_is_left(
    door: Door, at_console: AtConsole
) -> None:
    door.meeting()

    def fails(app: ConsoleApp) -> None:
        app.failure = RuntimeError("[b]broken")

    at_console(fails)

    line = door("run", "xuan").refused
    (report,) = (door.root / "reports").iterdir()
    assert str(report) in line
    assert "[b]broken" in report.read_text(encoding="utf-8")
    assert not is_held(door.folder.meeting("xuan-hoa-2026").lock)


def test_a_rehearsal_on_the_console_plays_what_is_due_at_each_tick(
    door: Door, at_console: AtConsole, opened: Script
) -> None:
    def ticks(app: ConsoleApp) -> None:
        assert app._on_tick is not None
        app._on_tick()
        assert app.desk.meeting.state.stage == "preparing"
        app.desk.clock._anchor += dt.timedelta(minutes=2)  # type: ignore[attr-defined]
        app._on_tick()
        assert len(app.desk.meeting.state.registrations) == 2

    at_console(ticks)
    door.meeting()

    told = door("rehearse", door.script(*opened), "--meeting", "xuan", "--speed", "2")

    assert (told.code, told.err) == (0, "")
    assert told.out == "xuan-hoa-2026: 2 of 3 lines played, 2 went as expected\n"
    assert door("show", "xuan", "--json").json["meeting"]["stage"] == "preparing"


def test_a_rehearsal_on_the_console_tells_what_went_otherwise(
    door: Door, at_console: AtConsole, opened: Script
) -> None:
    def ticks(app: ConsoleApp) -> None:
        app.desk.clock._anchor += dt.timedelta(hours=2)  # type: ignore[attr-defined]
        assert app._on_tick is not None
        app._on_tick()

    at_console(ticks)
    door.meeting()
    script = door.script(*opened, {"at": "07:31:00", "do": "start"})

    told = door("rehearse", script, "--meeting", "xuan", "--speed", "60")

    assert told.refused.startswith("line 4 (start)")


def test_the_projector_follows_a_meeting_or_the_one_that_is_open(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def looks(app: ProjectorApp) -> None:
        seen = app._follow()
        shown.append(seen.view.meeting if seen.view is not None else seen.trouble)

    monkeypatch.setattr(ProjectorApp, "run", looks)
    assert door("projector").code == 0
    door.meeting()
    assert door("projector", "xuan").code == 0
    door.play({"at": "07:30:00", "do": "open"})
    assert door("projector", "xuan").code == 0
    assert door("projector").code == 0

    assert shown == ["absent", "absent", "xuan-hoa-2026", "xuan-hoa-2026"]
    assert "nha-trang" in door("projector", "nha-trang").refused


def test_a_fresh_copy_of_the_sample_says_so_in_its_own_journal(door: Door, at_console: AtConsole) -> None:
    from data.sample import sample_meeting

    make_meeting(door.folder, sample_meeting(), NOW)
    at_console(lambda app: None)

    door("demo", "--fresh")

    assert door("show", "long-phung-2025-2", "--json").json["meeting"]["id"] == "long-phung-2025-2"
