"""What opens a screen: the console, the projector and the demo."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from data.published import Follower
from data.sample import sample_meeting
from moderator.clock import Clock
from moderator.desk import Desk, make_meeting, remember_people
from moderator.samples import fresh_sample, is_sample
from moderator.session import Session, Stopped
from moderator.terminal import has_terminal
from moderator.troubles import about


def run(session: Session, beginning: str) -> int:
    """Open the console of a meeting."""
    need_terminal(session)
    meeting_id = session.folder.resolve(beginning)
    with about(session, meeting_id):
        desk = Desk(session.folder, meeting_id, Clock(), session.office)
    code = sit_at(session, desk)
    if not is_sample(meeting_id):
        # The sample's people are invented: they are nobody's to be proposed at a real meeting.
        with contextlib.suppress(OSError):
            remember_people(session.folder, desk.meeting)
    return code


def demo(session: Session, fresh: bool) -> int:
    """Lay the sample meeting into the data folder, or another copy beside it, and open its console."""
    need_terminal(session)
    setup = fresh_sample(session.folder) if fresh else sample_meeting()
    with about(session, setup.id):
        if not session.folder.has_meeting(setup.id):
            make_meeting(session.folder, setup, session.now())
    return run(session, setup.id)


def projector(session: Session, beginning: str | None) -> int:
    """Show the hall what is published of a meeting, of the one that is open now where none is named."""
    from screens.projector import ProjectorApp

    need_terminal(session)
    folder = session.folder
    path = folder.halls if beginning is None else folder.hall(folder.resolve(beginning))
    app = ProjectorApp(Follower(path).poll, session.words.language)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def sit_at(session: Session, desk: Desk, on_tick: Callable[[], None] | None = None) -> int:
    """Open the console at a desk and close the desk after it; an unexpected error is reported to a file."""
    from screens.console import ConsoleApp

    try:
        # A rehearsal does not wait until somebody says that the hall sees the right screen.
        app = ConsoleApp(desk, session.words, curtain=on_tick is None, on_tick=on_tick)
        app.run()
        if app.failure is not None:
            raise app.failure
        return app.return_code or 0
    finally:
        desk.close()


def need_terminal(session: Session) -> None:
    """Stop before anything is made when no screen can be opened."""
    if not has_terminal():
        raise Stopped(session.words("cli.no_terminal"))
