"""The published view: the one small file that the writer of a meeting leaves for the hall's display."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from data import durable
from moderator.meeting.hall import HallView

_encoder = msgspec.json.Encoder()
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | durable.BINARY

Trouble = Literal["", "absent", "newer", "unreadable"]
Signature = tuple[int, int, int]

KNOWN_FORMAT = HallView().format
SUFFIX = ".json"

# A reader that holds the file open keeps Windows from replacing it; it does so for less than a millisecond.
_ATTEMPTS = 20
_PAUSE_SECONDS = 0.01

# From this age on the sign of life counts as missing, and a folder is searched for a livelier file.
QUIET_SECONDS = 5.0
_SEARCH_SECONDS = 1.0


class Seen(Struct, frozen=True, kw_only=True):
    """What a look at the published file found.

    Attributes:
        view: the view last read; None while there is none that can be read.
        age_seconds: time since the writer's last sign of life; None without a file.
        changed: the file says something else than at the look before.
        trouble: why there is no view; empty when there is one.
    """

    view: HallView | None = None
    age_seconds: float | None = None
    changed: bool = False
    trouble: Trouble = ""


def publish(path: Path, view: HallView) -> None:
    """Replace the published file in one step, so that a reader finds the old view or the new one, never a part.

    It is not flushed to the disk: after a power cut the view is made anew from the journal.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        _write(beside, _encoder.encode(view))
        _replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def touch(path: Path) -> bool:
    """Give the sign of life, due each second; False when the file is gone and must be published again."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def newest(folder: Path) -> Path | None:
    """The published file with the latest sign of life in the folder, None when there is none."""
    found: list[tuple[int, str]] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(SUFFIX) and not entry.name.startswith("."):
                with contextlib.suppress(OSError):
                    found.append((entry.stat().st_mtime_ns, entry.name))
    return folder / max(found)[1] if found else None


class Follower:
    """Reads a published file whenever it changes, or in a folder the file of the meeting that is open now."""

    def __init__(
        self,
        path: Path,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Follow a file, or the newest file of a folder (a path whose name does not end in ".json")."""
        self._folder = None if path.suffix == SUFFIX else path
        self._path = path if self._folder is None else None
        self._wall = wall
        self._monotonic = monotonic
        self._searched: float | None = None
        self._seen = Seen(trouble="absent")
        self._forget()

    def poll(self) -> Seen:
        """Look at the file; it is opened only when its status changed, and never raises on what it finds there."""
        instant = self._monotonic()
        before = self._seen
        self._choose(instant)
        self._look(instant)
        age = None if self._signature is None else max(0.0, instant - self._alive)
        changed = (self._seen.view, self._seen.trouble) != (before.view, before.trouble)
        self._seen = Seen(view=self._seen.view, age_seconds=age, changed=changed, trouble=self._seen.trouble)
        return self._seen

    def _forget(self) -> None:
        self._signature: Signature | None = None
        self._raw: bytes | None = None
        self._alive = 0.0

    def _choose(self, instant: float) -> None:
        """In a folder, stay with a meeting that lives, so that two open meetings do not alternate on the wall."""
        if self._folder is None:
            return
        view, age = self._seen.view, self._seen.age_seconds
        if view is not None and view.live and age is not None and age <= QUIET_SECONDS:
            return
        if self._searched is not None and 0 <= instant - self._searched < _SEARCH_SECONDS:
            return
        self._searched = instant
        path = newest(self._folder)
        if path != self._path:
            self._path = path
            self._forget()

    def _look(self, instant: float) -> None:
        if self._path is None:
            self._seen = Seen(trouble="absent")
            return
        try:
            status = self._path.stat()
            signature = (status.st_mtime_ns, status.st_size, status.st_ino)
            if signature == self._signature:
                return
            raw = self._path.read_bytes()
        except FileNotFoundError:
            self._forget()
            self._seen = Seen(trouble="absent")
            return
        except OSError:
            # Windows refuses a file that is being replaced: what was read last stands until the next look.
            return
        # The wall clock tells the age at first sight only: set by hand, it would make a living writer look dead.
        self._alive = instant if self._signature is not None else instant - max(0.0, self._wall() - status.st_mtime)
        self._signature = signature
        if raw != self._raw:
            self._raw = raw
            self._seen = _read(raw)


class _Head(Struct):
    format: int = KNOWN_FORMAT


def _read(raw: bytes) -> Seen:
    try:
        if msgspec.json.decode(raw, type=_Head).format > KNOWN_FORMAT:
            return Seen(trouble="newer")
        return Seen(view=msgspec.json.decode(raw, type=HallView))
    except (ValueError, RecursionError):
        return Seen(trouble="unreadable")


def _write(path: Path, content: bytes) -> None:
    try:
        fd = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        fd = os.open(path, _NEW, 0o666)
    try:
        durable.write_all(fd, content)
    finally:
        os.close(fd)


def _replace(source: Path, target: Path) -> None:
    for _ in range(_ATTEMPTS - 1):
        try:
            os.replace(source, target)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    os.replace(source, target)
