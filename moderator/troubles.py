"""Why the program could not do something, in a line that a secretary understands."""

from __future__ import annotations

import datetime as dt
import errno
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from data.folder import AmbiguousMeeting, UnknownMeeting
from data.journal import Damage, JournalDamaged, JournalFailed, JournalNewer
from data.writer_lock import MeetingHeld
from moderator.desk import MeetingExists, UnreadableRecord, read_meeting, write_report
from moderator.meeting.refusals import Refusal
from moderator.session import Session, Stopped
from screens.words import Words


def reason_of(words: Words, error: Exception) -> str | None:
    """What an error means to the secretary; None for one that nobody expects."""
    # Most calls have no trouble, and need not wait until all that could raise one is loaded.
    from data.documents import DocumentsBusy
    from data.meeting_file import MeetingFileError
    from data.office_file import OfficeFileError
    from data.rehearsal_file import RehearsalFileError
    from data.templates import UnknownTemplate

    match error:
        case Stopped():
            return error.reason
        case Refusal():
            return words.refusal(error)
        case JournalFailed():
            return words(f"refusal.journal_{error.reason}", detail=error.detail)
        case UnknownMeeting():
            return words("cli.unknown_meeting", beginning=error.beginning)
        case AmbiguousMeeting():
            return words("cli.ambiguous_meeting", beginning=error.beginning, candidates=", ".join(error.candidates))
        case UnknownTemplate():
            return words("cli.unknown_template", name=error.name, names=", ".join(error.names) or "–")
        case MeetingFileError():
            return ": ".join(filter(None, (error.file, error.key, misfit(words, error.reason, error.params))))
        case OfficeFileError():
            line = words("file.line", line=error.line) if error.line else ""
            return ": ".join(filter(None, (error.file, line, error.key, misfit(words, error.reason, error.params))))
        case RehearsalFileError():
            # A reason about the file itself names the line in its own words.
            named = error.line and "line" not in error.params
            line = words("file.line", line=error.line) if named else ""
            key = str(error.params.get("key", ""))
            return ": ".join(filter(None, (error.file, line, key, misfit(words, error.reason, error.params))))
        case DocumentsBusy():
            return words("cli.busy", file=str(error))
        case OSError():
            return _of_system(words, error)
    return None


def reason_or_report(words: Words, error: Exception, session: Session | None) -> str:
    """The line for any error: what nobody expected is written down beside the data."""
    reason = reason_of(words, error)
    if reason is not None:
        return reason
    path = "–"
    with suppress(OSError):
        if session is not None:
            path = str(write_report(session.folder, session.now(), "".join(traceback.format_exception(error))))
    return words("cli.crashed", path=path)


def misfit(words: Words, reason: str, params: dict[str, Any]) -> str:
    """Why something in a file written by hand does not fit."""
    told = dict(params)
    if "allowed" in told:
        told["allowed"] = ", ".join(map(str, params["allowed"]))
    for side in ("expected", "got"):
        if side in told and words.has(kind := f"file.kind.{told[side]}"):
            told[side] = words(kind)
    return words(f"file.{reason}", **told)


def damage(words: Words, found: Damage) -> str:
    """Where a journal stops being readable, and in which way."""
    return words("cli.damage", line=found.line, offset=found.offset, how=words(f"cli.damage.{found.reason}"))


def _of_system(words: Words, error: OSError) -> str:
    name = f"cli.system.{errno.errorcode.get(error.errno or 0, '')}"
    reason = words(name) if words.has(name) else error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


@contextmanager
def about(session: Session, meeting_id: str) -> Iterator[None]:
    """Say of which meeting it is that something about its journal went wrong."""
    words = session.words
    try:
        yield
    except MeetingExists:
        raise Stopped(words("cli.exists", id=meeting_id)) from None
    except MeetingHeld as held:
        raise Stopped(_held(session, meeting_id, held)) from None
    except JournalDamaged as damaged:
        raise Stopped(words("cli.damaged", id=meeting_id, where=damage(words, damaged.damage))) from None
    except JournalNewer:
        raise Stopped(words("cli.newer", id=meeting_id)) from None
    except UnreadableRecord as unreadable:
        raise Stopped(words("cli.unreadable", id=meeting_id, record=unreadable.record)) from None


def _held(session: Session, meeting_id: str, held: MeetingHeld) -> str:
    holder = held.holder
    if holder is None:
        return session.words("cli.held", id=meeting_id)
    zone: dt.tzinfo = dt.UTC
    with suppress(JournalDamaged, UnreadableRecord, OSError):
        zone = read_meeting(session.folder, meeting_id).setup.tz
    since = f"{holder.since.astimezone(zone):%H:%M %d/%m/%Y}"
    return session.words("cli.held_by", id=meeting_id, pid=holder.pid, host=holder.host, since=since)
