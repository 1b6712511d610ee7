"""One writer for each meeting: the lock, and who holds it."""

from __future__ import annotations

import os
import socket
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from data import durable
from data.file_lock import FileLock

# Whoever only asks whether the lock is held takes it for an instant; a writer outlasts that.
_PATIENCE = 0.2


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """The program that writes to a meeting: its process, its computer and since when."""

    pid: int
    host: str
    since: Annotated[datetime, msgspec.Meta(tz=True)]


class MeetingHeld(Exception):
    """Another program writes to the meeting; `holder` is None when it did not say who it is."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(f"held by {holder}")
        self.holder = holder


class WriterLock:
    """The right to write to a meeting, free again as soon as its holder ends, however it ends."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path = path
        self._lock = lock

    @classmethod
    def take(cls, path: Path, *, since: datetime) -> WriterLock:
        """Take the lock that the file at `path` stands for and say so, or raise MeetingHeld."""
        lock = FileLock(path)
        if not lock.take(_PATIENCE):
            raise MeetingHeld(read_holder(path))
        try:
            holder = Holder(pid=os.getpid(), host=socket.gethostname(), since=since)
            durable.replace(_holder_path(path), msgspec.json.encode(holder), flushed=False)
        except BaseException:
            lock.free()
            raise
        return cls(path, lock)

    def release(self) -> None:
        """Let another writer in."""
        if self._lock.is_held:
            try:
                _holder_path(self._path).unlink(missing_ok=True)
            finally:
                self._lock.free()


def is_held(path: Path) -> bool:
    """Say whether some program, this one included, holds the lock now."""
    if not path.exists():
        return False
    lock = FileLock(path)
    try:
        held = not lock.take()
    except OSError:
        # A lock that cannot be tried here (a copy on a read-only disk) is held by nobody here.
        return False
    lock.free()
    return held


def read_holder(path: Path) -> Holder | None:
    """Read who took the lock last without releasing it in order; meaningful while the lock is held."""
    try:
        return msgspec.json.decode(durable.read(_holder_path(path)), type=Holder)
    except (OSError, ValueError):
        return None


def _holder_path(path: Path) -> Path:
    # Not in the lock file itself: on Windows nobody else can read bytes that are locked.
    return path.with_suffix(".holder")
