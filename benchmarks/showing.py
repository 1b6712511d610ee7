"""Runs in a process of its own: follows the published view and tells when it has which message."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from data.published import Follower
from screens.projector import LOOK_SECONDS, ProjectorApp

MARK = "Thông báo "
_MESSAGE = re.compile(f"{MARK}[0-9]{{4}}")


def projector(path: str) -> None:
    """The projector, until the process is ended; it tells what it has drawn."""
    from benchmarks.terminal import SIZE, draw_on

    def look(data: str) -> None:
        for message in _MESSAGE.findall(data):
            _tell(message)

    app = ProjectorApp(Follower(Path(path)).poll)
    draw_on(app, look)
    app.run(size=SIZE)


def follower(path: str) -> None:
    """The bare following, as often as the projector looks; it tells what it has read."""
    following = Follower(Path(path))
    while True:
        seen = following.poll()
        if seen.changed and seen.view is not None:
            _tell(seen.view.message)
        time.sleep(LOOK_SECONDS)


def _tell(message: str) -> None:
    os.write(1, f"{time.time()} {message}\n".encode())
