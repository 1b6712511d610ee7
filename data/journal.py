"""The journal file: numbered, checked lines, each on the disk before it counts; what they say is not its business.

A line is one JSON object: `{"v":1,"n":12,"crc":"89abcdef","body":{...}}`. `v` is the version of what stands in the
body, `n` counts from 1, and `crc` is the CRC-32 of version, number and body, begun with the `crc` of the line before.
This frame itself never changes, so every program can check every journal.

Bytes after the last good line are a torn tail when they are what an interrupted append leaves: no line end, or, where
a power cut kept the length but not the content, a single last line with zero bytes in a row. No acknowledged line
looks like this. Every other line that does not fit, also one that is good up to its very line end, is damage and told
with its place.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import zlib
from binascii import hexlify
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import msgspec

from data import durable
from data.writer_lock import WriterLock

VERSION = 1

DamageReason = Literal["frame", "version", "number", "checksum"]
FailureReason = Literal["full", "write", "flush", "changed", "interrupted", "closed"]

_HEAD = re.compile(rb'\{"v":([1-9][0-9]{0,5}),"n":([1-9][0-9]{0,17})')
_CHECK_LENGTH = len(b',"crc":"89abcdef","body":')
_RAW = msgspec.json.Decoder(msgspec.Raw)
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Damage(msgspec.Struct, frozen=True):
    """Where a journal stops being readable: line from 1, offset in bytes, and in which way.

    The reason is "frame" (not a line of a journal), "version" (the same, in a line that says to be of a newer
    version), "number" (a line is missing, doubled or misplaced) or "checksum" (changed after it was written).
    """

    line: int
    offset: int
    reason: DamageReason


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a journal holds.

    Attributes:
        bodies: the bodies of the good lines, in order, up to the first damage.
        size: bytes of the file.
        end: bytes up to the end of the last good line.
        torn: bytes of a torn tail, 0 where there is none.
        damage: the first damage, None where there is none.
        newer: a good line was written by a newer version of the program.
        last_crc: the checksum that the next line is chained to.
    """

    bodies: list[bytes]
    size: int
    end: int
    torn: int
    damage: Damage | None
    newer: bool
    last_crc: int

    @property
    def records(self) -> int:
        """The number of good lines."""
        return len(self.bodies)

    @property
    def whole(self) -> bool:
        """Whether every byte of the file is part of a good line."""
        return self.end == self.size


class JournalError(Exception):
    """A journal cannot be written to; reading stays possible."""


class JournalDamaged(JournalError):
    """Opening for writing was refused: what follows the damage would hang in the air."""

    def __init__(self, damage: Damage) -> None:
        super().__init__(f"{damage.reason} at line {damage.line}, byte {damage.offset}")
        self.damage = damage
        self.line = damage.line
        self.offset = damage.offset
        self.reason = damage.reason


class JournalNewer(JournalError):
    """Opening for writing was refused: a newer version of the program has written to this journal."""


class JournalFailed(JournalError):
    """The record is not acknowledged, and this writer takes no more.

    The reason is "full" (no room on the disk), "write" or "flush" (the system refused), "changed" (somebody else
    removed or changed the file), "interrupted" (an append was broken off) or "closed".
    """

    def __init__(self, reason: FailureReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def read_journal(path: Path) -> Reading:
    """Read and check a journal through without changing anything.

    While somebody writes to it, a torn tail may be the line that is just being written.
    """
    return _examine(durable.read(path))


def _examine(content: bytes) -> Reading:
    bodies: list[bytes] = []
    end = crc = torn = 0
    newer = False
    damage: Damage | None = None
    for number, line in enumerate(BytesIO(content), 1):
        # Nearly every line is just what would be written here: that is found out without taking it apart.
        head = _head(number)
        start = len(head) + _CHECK_LENGTH
        body = line[start:-2]
        chained = zlib.crc32(body, zlib.crc32(head, crc))
        if line[:start] == head + _check_of(chained) and line.endswith(b"}\n"):
            crc = chained
        elif not line.endswith(b"\n"):
            # No append leaves a sign after a whole line that is neither its line end nor the zero of a power cut.
            if not line.endswith(b"\0") and not isinstance(_check(line[:-1], number, crc), str):
                damage = Damage(number, end, "frame")
            else:
                torn = len(line)
            break
        else:
            checked = _check(line[:-1], number, crc)
            if isinstance(checked, str):
                if end + len(line) == len(content) and b"\0\0" in line:
                    torn = len(line)
                else:
                    damage = Damage(number, end, checked)
                break
            version, body, crc = checked
            newer = newer or version > VERSION
        bodies.append(body)
        end += len(line)
    return Reading(bodies=bodies, size=len(content), end=end, torn=torn, damage=damage, newer=newer, last_crc=crc)


def _check(line: bytes, number: int, last_crc: int) -> tuple[int, bytes, int] | DamageReason:
    match = _HEAD.match(line)
    if match is None:
        return "frame"
    head = match.group()
    version = int(match[1])
    start = len(head) + _CHECK_LENGTH
    body = line[start:-1]
    crc = zlib.crc32(body, zlib.crc32(head, last_crc))
    if line.startswith(_check_of(crc), len(head)) and line.endswith(b"}") and int(match[2]) == number:
        return version, body, crc
    if version > VERSION:
        return "version"
    return "number" if int(match[2]) != number else "checksum"


def _line(number: int, body: bytes, last_crc: int) -> tuple[bytes, int]:
    head = _head(number)
    crc = zlib.crc32(body, zlib.crc32(head, last_crc))
    return b"%b%b%b}\n" % (head, _check_of(crc), body), crc


def _head(number: int) -> bytes:
    return b'{"v":%d,"n":%d' % (VERSION, number)


def _check_of(crc: int) -> bytes:
    return b',"crc":"%b","body":' % hexlify(crc.to_bytes(4, "big"))


class JournalWriter:
    """The one writer of a journal; to be used by one thread at a time.

    Attributes:
        path: the journal.
        kept_aside: the file that took the bytes of a torn tail on opening, None when nothing was torn.
    """

    def __init__(self, path: Path, fd: int, lock: WriterLock, reading: Reading, kept_aside: Path | None) -> None:
        self.path = path
        self.kept_aside = kept_aside
        self._fd = fd
        self._lock = lock
        self._records = reading.records
        self._end = reading.end
        self._crc = reading.last_crc
        self._failure: JournalFailed | None = None

    @classmethod
    def open(cls, path: Path, *, since: datetime | None = None) -> tuple[JournalWriter, Reading]:
        """Open a journal for writing, a new one where there is none, and return what it held before.

        Raises MeetingHeld, JournalDamaged or JournalNewer. A torn tail is told in the reading, kept aside and cut.
        """
        lock = WriterLock.take(path.with_suffix(".lock"), since=since or datetime.now(UTC))
        try:
            durable.clear_leftovers(path.parent)
            with contextlib.suppress(FileExistsError):
                durable.write_new(path, b"")
            content = durable.read(path)
            reading = _examine(content)
            if reading.damage:
                raise JournalDamaged(reading.damage)
            if reading.newer:
                raise JournalNewer
            kept_aside = _keep_aside(path, reading.records + 1, content[reading.end :]) if reading.torn else None
            _settle(path, content[: reading.end])
            fd = os.open(path, os.O_WRONLY | os.O_APPEND | durable.BINARY)
        except BaseException:
            lock.release()
            raise
        return cls(path, fd, lock, reading, kept_aside), reading

    @property
    def records(self) -> int:
        """The number of records acknowledged so far."""
        return self._records

    @property
    def failed(self) -> JournalFailed | None:
        """Why this writer takes no more, None while it does."""
        return self._failure

    def append(self, body: bytes) -> int:
        """Write one record, a JSON object on one line, and return its number once it is on the disk.

        Raises ValueError for a body that is no such object, and JournalFailed, then and ever after, when the
        disk did not take it: such a record may or may not be there when the journal is opened again.
        """
        if self._failure:
            raise JournalFailed(self._failure.reason, self._failure.detail)
        _demand_object(body)
        line, crc = _line(self._records + 1, body, self._crc)
        # Stands until the record is acknowledged: whatever breaks the append off must not let another one follow.
        self._failure = JournalFailed("interrupted")
        try:
            durable.write_all(self._fd, line)
        except OSError as error:
            raise self._fail("full" if error.errno in _NO_ROOM else "write", error) from error
        try:
            durable.flush(self._fd)
            state = os.fstat(self._fd)
        except OSError as error:
            raise self._fail("full" if error.errno in _NO_ROOM else "flush", error) from error
        if state.st_size != self._end + len(line) or state.st_nlink == 0:
            raise self._fail("changed")
        self._records += 1
        self._end += len(line)
        self._crc = crc
        self._failure = None
        return self._records

    def close(self) -> None:
        """Take no more and let another writer in."""
        if self._fd < 0:
            return
        fd, self._fd = self._fd, -1
        self._failure = self._failure or JournalFailed("closed")
        try:
            # Every acknowledged byte has been flushed: there is nothing left that closing could lose.
            with contextlib.suppress(OSError):
                os.close(fd)
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _fail(self, reason: FailureReason, error: OSError | None = None) -> JournalFailed:
        self._failure = JournalFailed(reason, error.strerror or str(error) if error else "")
        return JournalFailed(reason, self._failure.detail)


def _demand_object(body: bytes) -> None:
    if not (body.startswith(b"{") and body.endswith(b"}")) or b"\n" in body or b"\r" in body:
        raise ValueError("a record is one JSON object on one line")
    body.decode()
    _RAW.decode(body)


def _keep_aside(path: Path, number: int, torn: bytes) -> Path:
    count = 1
    while True:
        aside = path.with_name(f"torn-{number}-{count}.bin")
        try:
            durable.write_new(aside, torn)
        except FileExistsError:
            count += 1
        else:
            return aside


def _settle(path: Path, good: bytes) -> None:
    """Cut the file to its good lines and have the last of them, acknowledged or not, surely on the disk."""
    last = good.rfind(b"\n", 0, -1) + 1
    fd = os.open(path, os.O_WRONLY | durable.BINARY)
    try:
        os.ftruncate(fd, len(good))
        # After a failed flush the system may take a line for saved that is in memory only, unless it is written anew.
        os.lseek(fd, last, os.SEEK_SET)
        durable.write_all(fd, good[last:])
        durable.flush(fd)
    finally:
        os.close(fd)
