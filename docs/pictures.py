"""Draw the pictures of this folder anew, from the real screens in the middle of the sample meeting.

From the root of the repository: python docs/pictures.py
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

# The pictures are of the source beside this file, whatever is installed.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from textual.app import App

from data.folder import DataFolder
from data.published import Follower
from data.rehearsal_file import read_rehearsal
from data.sample import sample_meeting
from moderator.clock import StandingClock
from moderator.desk import Desk, make_meeting
from moderator.meeting.working_days import Calendar
from moderator.rehearsal import Player
from screens.console import ConsoleApp
from screens.projector import ProjectorApp
from screens.words import words

HERE = Path(__file__).resolve().parent
SCRIPT = HERE.parent / "data" / "sample" / "long-phung-2025.jsonl"
# The fourth minute of a speech: two questions are put down, and the third is being typed.
MOMENT = dt.time(8, 9, 20)
TYPED = "Đoạn cua trước cổng chợ Bình An đã xảy ra ba vụ va chạm trong năm, đề nghị làm"
CONSOLE_SIZE = (112, 28)
PROJECTOR_SIZE = (96, 28)
FONTS = "'Cascadia Mono', Consolas, Menlo, 'Liberation Mono', monospace"


def draw(folder: Path) -> list[Path]:
    """Draw the console and the projector into a folder and say where they are."""
    with TemporaryDirectory() as kept:
        return asyncio.run(_draw(folder, DataFolder(Path(kept))))


async def _draw(folder: Path, kept: DataFolder) -> list[Path]:
    setup = sample_meeting()
    assert setup.starts is not None
    moment = dt.datetime.combine(setup.starts.date(), MOMENT, setup.tz)
    lines = [line for line in read_rehearsal(SCRIPT, setup.tz, setup.starts.date()) if line.at <= moment]
    make_meeting(kept, setup, lines[0].at)
    desk = Desk(kept, setup.id, StandingClock(moment, wall=lambda: moment), Calendar())
    try:
        Player(desk, lines[:-1]).play_all()
        console = ConsoleApp(desk, words("vi"), curtain=False)
        console.title = "moderator run"
        async with console.run_test(size=CONSOLE_SIZE) as pilot:
            # The last command comes while the console is open, so that its status line tells it.
            Player(desk, lines[-1:]).play_all()
            console.writing.begin_with(TYPED)
            console.worktop.redraw()
            await pilot.pause()
            drawn = [_keep(console, folder / "console.svg")]
        projector = ProjectorApp(Follower(kept.hall(setup.id)).poll, "vi", lambda: moment)
        projector.title = "moderator projector"
        async with projector.run_test(size=PROJECTOR_SIZE) as pilot:
            await pilot.pause()
            drawn.append(_keep(projector, folder / "projector.svg"))
    finally:
        desk.close()
    return drawn


def _keep(app: App[Any], path: Path) -> Path:
    # A picture fetches nothing from the network, is drawn in letters that the reader's computer has, and is the same
    # bytes each time it shows the same.
    svg = re.sub(r"@font-face\s*\{.*?\}", "", app.export_screenshot(), flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", path.stem, svg)
    svg = svg.replace("Fira Code, monospace", FONTS)
    path.write_text("\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    for picture in draw(HERE):
        sys.stdout.write(f"{picture.relative_to(Path.cwd()) if picture.is_relative_to(Path.cwd()) else picture}\n")
