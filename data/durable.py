"""Files that are either as they were or as they were meant to be, also after a power cut."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import time
from pathlib import Path

# A file that somebody reads cannot be replaced on Windows, and one that is being replaced cannot be opened there.
PATIENCE: tuple[float, ...] = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2) if sys.platform == "win32" else ()
BINARY: int = getattr(os, "O_BINARY", 0)
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY, errno.ENOSYS})
_LEFTOVER = re.compile(r"\..+\.[0-9a-f]{12}\.tmp")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

if sys.platform == "darwin":
    import fcntl

    def flush(fd: int) -> None:
        """Have everything written to an open file reach the disk itself."""
        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
            os.fsync(fd)

else:

    def flush(fd: int) -> None:
        """Have everything written to an open file reach the disk itself."""
        os.fsync(fd)


def flush_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk, where the platform lets a folder be flushed."""
    if sys.platform != "win32":
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            flush(fd)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        finally:
            os.close(fd)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, readable by their owner alone; one that stands is left as it is."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    flush_folder(folder.parent)


def write_all(fd: int, content: bytes) -> None:
    """Write every byte, however many calls the system needs for it."""
    written = os.write(fd, content)
    while written < len(content):
        written += os.write(fd, content[written:])


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet and flush it together with its name."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    try:
        write_all(fd, content)
        flush(fd)
    finally:
        os.close(fd)
    flush_folder(path.parent)


def replace(path: Path, content: bytes, *, flushed: bool = True) -> None:
    """Put new content in the place of a file at one stroke; whoever reads it sees the old or the new, never a mixture.

    Without `flushed` a power cut may leave either of them, or nothing readable.
    """
    new = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
        try:
            write_all(fd, content)
            if flushed:
                flush(fd)
        finally:
            os.close(fd)
        _move(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    if flushed:
        flush_folder(path.parent)


def _move(new: Path, path: Path) -> None:
    for wait in PATIENCE:
        try:
            os.replace(new, path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(new, path)


def read(path: Path) -> bytes:
    """Read a file that somebody may be replacing at this moment."""
    for wait in PATIENCE:
        try:
            return path.read_bytes()
        except PermissionError:
            time.sleep(wait)
    return path.read_bytes()


def clear_leftovers(folder: Path) -> None:
    """Remove what writers that were killed left half written; only for a folder that nobody else writes to."""
    for path in folder.iterdir():
        if _LEFTOVER.fullmatch(path.name):
            with contextlib.suppress(OSError):
                path.unlink()


def without_lone_surrogates(text: str) -> str:
    """Put U+FFFD in the place of halves of characters, which no file can hold, and keep the length."""
    return _LONE_SURROGATE.sub("\ufffd", text)
