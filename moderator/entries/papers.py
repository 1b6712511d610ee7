"""Papers written from the command line, also while a console holds the meeting."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from moderator.desk import read_meeting
from moderator.meeting.closing_time import closing_at
from moderator.papers import PAPERS, TELLING_THE_CLOSING, write_papers
from moderator.session import Session, Stopped
from moderator.troubles import about


def export(session: Session, beginning: str, only: str | None, to: Path | None, closing: dt.time | None) -> int:
    """Write papers of a meeting as it stands, or as it is going to close, and print where each is."""
    names = tuple(PAPERS) if only is None else tuple(dict.fromkeys(filter(None, map(str.strip, only.split(",")))))
    unknown = [name for name in names if name not in PAPERS]
    if unknown or not names:
        raise Stopped(session.words("cli.unknown_paper", name=", ".join(unknown), names=", ".join(PAPERS)))
    if closing is not None and TELLING_THE_CLOSING.keys().isdisjoint(names):
        raise Stopped(session.words("cli.closing_nowhere", names=", ".join(TELLING_THE_CLOSING)))
    meeting_id = session.folder.resolve(beginning)
    with about(session, meeting_id):
        meeting = read_meeting(session.folder, meeting_id)
    today = session.now().astimezone(meeting.setup.tz).date()
    closes = None if closing is None else closing_at(meeting.state, closing, today)
    folder = session.folder.make_papers(meeting_id) if to is None else to
    for path in write_papers(meeting, session.office, folder, names, today, closes):
        # Made fit to be kept, as other text is, the name of a folder could be that of another or of none.
        print(path)
    return 0
