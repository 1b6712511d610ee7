"""Runs in a process of its own: tells when the first whole picture has been drawn, then ends."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from benchmarks.terminal import SIZE, draw_on

if TYPE_CHECKING:
    from textual.app import App


def bare() -> None:
    """A bare app's."""
    from benchmarks.bare import LINE, BareApp

    tell_first_picture(BareApp(), (LINE,))


def console(root: str, meeting_id: str) -> None:
    """The console's: it stands when the first rows of both lists are there."""
    # As the front door does before anything is loaded.
    gc.disable()
    from benchmarks.seated import sit_down

    desk, app = sit_down(root, meeting_id)
    state = desk.meeting.state
    waiting = state.registrations[state.waiting[0].who].card.name
    asked = state.questions[max(state.questions)].text
    tell_first_picture(app, (waiting, asked[:20]))


def tell_first_picture(app: App[Any], signs: Sequence[str]) -> None:
    """Run an app until all signs have been drawn."""
    missing = set(signs)

    def look(data: str) -> None:
        missing.difference_update([sign for sign in missing if sign in data])
        if not missing:
            os.write(1, b"drawn\n")
            # The parent has what it waits for; what comes after is not measured.
            os._exit(0)

    draw_on(app, look)
    app.run(size=SIZE)
