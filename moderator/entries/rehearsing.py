"""Rehearsals: a script played through at once, or on a console whose clock keeps its pace."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from data.meeting_file import read_meeting_file
from data.rehearsal_file import Line, read_rehearsal
from moderator.clock import Clock, StandingClock
from moderator.desk import Desk, make_meeting, read_meeting
from moderator.entries.screens import need_terminal, sit_at
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting import made as made_record
from moderator.meeting.setup import Setup
from moderator.rehearsal import Difference, Player
from moderator.samples import sample_to_play
from moderator.session import Session, Stopped
from moderator.terminal import complain, tell
from moderator.troubles import about

# Time to look at the console before the first command comes.
LEAD_SECONDS = 3.0


def rehearse(session: Session, file: Path, beginning: str | None, new_file: Path | None, speed: float | None) -> int:
    """Play a script: at once without a speed, else on the console with a clock so many times as fast."""
    if speed is not None:
        need_terminal(session)
    setup, exists = _meeting_meant(session, beginning, new_file)
    with about(session, setup.id):
        meeting = read_meeting(session.folder, setup.id) if exists else Meeting([made_record(setup, session.now())])
    lines = read_rehearsal(file, meeting.setup.tz, _day(meeting))
    last = meeting.state.last_instant
    if lines and last is not None and lines[0].at < last:
        told = f"{last.astimezone(meeting.setup.tz):%H:%M:%S %d/%m/%Y}"
        raise Stopped(session.words("cli.rehearse.too_early", line=lines[0].number, id=setup.id, last=told))
    if not exists:
        with about(session, setup.id):
            make_meeting(session.folder, setup, session.now())
    return _play(session, setup.id, lines, speed)


def _meeting_meant(session: Session, beginning: str | None, new_file: Path | None) -> tuple[Setup, bool]:
    """The meeting to be played, and whether it stands already."""
    folder = session.folder
    if beginning is not None:
        meeting_id = folder.resolve(beginning)
        with about(session, meeting_id):
            return read_meeting(folder, meeting_id).setup, True
    if new_file is not None:
        setup = read_meeting_file(new_file)
        if folder.has_meeting(setup.id):
            raise Stopped(session.words("cli.exists", id=setup.id))
        return setup, False
    return sample_to_play(folder)


def _day(meeting: Meeting) -> dt.date | None:
    """The meeting's day, which the times of a script are on."""
    if meeting.setup.starts is not None:
        return meeting.setup.starts.date()
    opened = meeting.state.opened_at
    return None if opened is None else opened.astimezone(meeting.setup.tz).date()


def _play(session: Session, meeting_id: str, lines: list[Line], speed: float | None) -> int:
    begins = lines[0].at if lines else session.now()
    clock = (
        StandingClock(begins)
        if speed is None
        else Clock(begins - dt.timedelta(seconds=LEAD_SECONDS) * speed, rate=speed)
    )
    with about(session, meeting_id):
        desk = Desk(session.folder, meeting_id, clock, session.office)
    player = Player(desk, lines)
    if speed is None:
        try:
            player.play_all()
        finally:
            desk.close()
    else:
        sit_at(session, desk, player.play_due)
    for difference in player.differences:
        complain(_told(session, difference))
    key = "cli.rehearse.played_part" if player.left else "cli.rehearse.played"
    tell(
        session.words(
            key,
            id=meeting_id,
            played=player.played,
            lines=len(lines),
            expected=player.played - len(player.differences),
        )
    )
    return 1 if player.differences else 0


def _told(session: Session, difference: Difference) -> str:
    words = session.words
    line, refusal = difference.line, difference.refusal
    do = str(line.command.__struct_config__.tag)
    if refusal is None:
        return words("cli.rehearse.taken", line=line.number, do=do)
    return words("cli.rehearse.refused", line=line.number, do=do, reason=words.refusal(refusal))
