"""The hall's display itself: what stands on its rows as the meeting goes on."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from moderator.meeting.hall import HallClock, HallNext, HallPerson, HallView
from screens.big_text import draw
from screens.hall_layout import Row
from screens.projector import ProjectorApp

NOW = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
SIZES = [(40, 12), (80, 24), (120, 36), (240, 67)]
DEADLINE_SECONDS = 10.0

BEFORE = HallView(phase="before", title="Hội nghị đối thoại", authority="UBND XÃ", place="Hội trường xã")
SPEECH = HallView(
    title="Hội nghị đối thoại",
    agenda="Ý kiến của Nhân dân",
    phase="speech",
    turn_kind="speech",
    person=HallPerson(number=12, name="Bà N.T.Á", place="thôn Đông", topic="Đất đai"),
    clock=HallClock(anchor=NOW, seconds=28, rate=1, limit=300, warn=30),
    upcoming=(HallNext(person=HallPerson(number=15, name="Ông N.V.A"), kind="speech"),),
    waiting=1,
)


@dataclass
class Desk:
    """What the display would find in the published file, and the instant at which it looks."""

    view: HallView | None = None
    age_seconds: float | None = 0.0
    trouble: str = ""
    now: datetime = NOW

    def app(self) -> ProjectorApp:
        return ProjectorApp(lambda: self, now=lambda: self.now)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, on_screen(pilot)
        await asyncio.sleep(0)
        await pilot.pause()


def on_screen(pilot: Pilot[None]) -> str:
    """The text that the terminal really got, row by row."""
    wall = pilot.app.wall  # type: ignore[attr-defined]
    strips = wall.render_lines(Region(0, 0, *wall.size))
    return "\n".join(strip.text for strip in strips)


def says(pilot: Pilot[None], text: str) -> bool:
    """Whether a text stands on the wall, in the terminal's letters or drawn at some scale."""
    wall = on_screen(pilot)
    if text in " ".join(wall.split()):
        return True
    dots = pixels(wall.split("\n"))
    return any(stands_in(dots, pixels(draw(text, scale, face))) for scale in range(1, 10) for face in ("tall", "small"))


def pixels(rows: Sequence[str]) -> list[str]:
    """Half blocks as rows of dots: letters may begin in the lower half of a row."""
    uppers, lowers = str.maketrans("▀▄█", "# #"), str.maketrans("▀▄█", " ##")
    return [half for row in rows for half in (row.translate(uppers), row.translate(lowers))]


def stands_in(wall: list[str], letters: list[str]) -> bool:
    """Whether the rows with ink stand under each other in the same columns."""
    inked = [number for number, row in enumerate(letters) if "#" in row]
    if not inked:
        return False
    needle = letters[inked[0] : inked[-1] + 1]
    for top in range(len(wall) - len(needle) + 1):
        at = wall[top].find(needle[0])
        while at >= 0:
            if all(wall[top + down].startswith(row, at) for down, row in enumerate(needle)):
                return True
            at = wall[top].find(needle[0], at + 1)
    return False


@pytest.mark.parametrize("size", SIZES)
async def test_a_speech_from_the_call_to_over_time(size: tuple[int, int]) -> None:
    desk = Desk(trouble="absent")
    async with desk.app().run_test(size=size) as pilot:
        await until(pilot, lambda: says(pilot, "Chờ bàn"))

        desk.view, desk.trouble = BEFORE, ""
        await until(pilot, lambda: says(pilot, "SẮP") and says(pilot, "trường"))

        desk.view = SPEECH
        await until(pilot, lambda: says(pilot, "4:32"))
        assert says(pilot, "Bà N.T.Á")
        assert says(pilot, "PHÁT BIỂU")
        assert says(pilot, "15")

        desk.now = NOW + timedelta(seconds=1)
        await until(pilot, lambda: says(pilot, "4:31"))
        assert not says(pilot, "4:32")

        desk.now = NOW + timedelta(seconds=250)
        await until(pilot, lambda: says(pilot, "0:22"))
        assert says(pilot, "SẮP HẾT GIỜ")

        desk.now = NOW + timedelta(seconds=300)
        await until(pilot, lambda: says(pilot, "+0:28"))
        assert says(pilot, "QUÁ GIỜ")
        assert says(pilot, "Bà N.T.Á")


async def test_the_layout_follows_the_size_of_the_display() -> None:
    async with Desk(SPEECH).app().run_test(size=(240, 67)) as pilot:
        await until(pilot, lambda: says(pilot, "4:32"))
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await until(pilot, lambda: len(pilot.app.wall.rows) == height and says(pilot, "4:32"))  # type: ignore[attr-defined] # noqa: B023
            assert says(pilot, "Bà N.T.Á")


async def test_nothing_is_drawn_again_while_nothing_changes_and_a_second_draws_the_clock_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk(SPEECH)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: says(pilot, "4:32"))
        app = pilot.app
        assert isinstance(app, ProjectorApp)
        drawn: list[Region] = []
        monkeypatch.setattr(app.wall, "refresh", lambda *regions, **_: drawn.extend(regions))
        for twentieth in range(30):
            desk.now = NOW + timedelta(seconds=twentieth / 20)
            app.look()
        rows = [region.y for region in drawn]
        assert {app.wall.rows[y].part for y in rows} == {"clock"}
        assert len(rows) == len(set(rows))
        drawn.clear()
        app.look()
        assert drawn == []


async def test_what_people_wrote_is_text_and_never_markup() -> None:
    name = "[/b][@click=app.quit]x[red]"
    desk = Desk(HallView(phase="speech", person=HallPerson(name=name), message="[bold]Xin[/] chú ý日"))
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: says(pilot, name))
        assert says(pilot, "[bold]Xin[/] chú ý日")
        await pilot.click(offset=(40, 12))
        await pilot.pause()
        assert pilot.app.is_running
        assert pilot.app.return_code is None


async def test_stray_keys_do_nothing_and_one_key_ends_the_display() -> None:
    async with Desk(SPEECH).app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: says(pilot, "4:32"))
        before = on_screen(pilot)
        await pilot.press("q", "escape", "enter", "space", "ctrl+c", "ctrl+p", "tab", "f1", "f5", "f10")
        assert pilot.app.is_running
        assert len(pilot.app.screen_stack) == 1
        assert on_screen(pilot) == before
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_blackout_is_dark_and_the_picture_returns() -> None:
    desk = Desk(SPEECH)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: says(pilot, "4:32"))
        desk.view = HallView(phase="blackout", message="Xin chú ý")
        await until(pilot, lambda: not on_screen(pilot).strip())
        desk.view = SPEECH
        await until(pilot, lambda: says(pilot, "4:32"))


async def test_every_state_has_its_own_colour_and_a_readable_contrast() -> None:
    desk = Desk(SPEECH)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        colours = set()
        for seconds in (0, 250, 300):
            desk.now = NOW + timedelta(seconds=seconds)
            pilot.app.look()  # type: ignore[attr-defined]
            await pilot.pause()
            style = _style_of(pilot, "state")
            colours.add(style[1])
            assert _contrast(*style) >= 4.5
            assert _contrast(*_style_of(pilot, "clock")) >= 4.5
        assert len(colours) == 3


def _style_of(pilot: Pilot[None], part: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    wall = pilot.app.wall  # type: ignore[attr-defined]
    rows: tuple[Row, ...] = wall.rows
    y = next(y for y, row in enumerate(rows) if row.part == part and row.text.strip())
    style = next(segment.style for segment in wall.render_line(y) if segment.style and segment.text.strip())
    return tuple(style.color.triplet), tuple(style.bgcolor.triplet)


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    def light(colour: tuple[int, int, int]) -> float:
        red, green, blue = (
            part / 255 / 12.92 if part / 255 <= 0.03928 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


async def test_without_colours_the_words_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    desk = Desk(SPEECH, now=NOW + timedelta(seconds=300))
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: says(pilot, "▲ QUÁ GIỜ") and says(pilot, "+0:28"))


async def test_in_english() -> None:
    desk = Desk(SPEECH)
    app = ProjectorApp(lambda: desk, lang="en", now=lambda: desk.now)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: says(pilot, "SPEAKING") and says(pilot, "Bà N.T.Á"))


def test_the_display_needs_nothing_that_stores_or_prints() -> None:
    loaded = "import sys, screens.projector; print(*(set(sys.modules) & {'data', 'tinydb', 'docx', 'openpyxl'}))"
    answer = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == ""
