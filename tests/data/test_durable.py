"""A file is as it was or as it was meant to be."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from data import durable


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The order in which the system was asked to flush and to replace."""
    seen: list[str] = []
    real_flush, real_replace = durable.flush, os.replace

    def flush(fd: int) -> None:
        seen.append("flush folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "flush file")
        real_flush(fd)

    def replace(old: Path, new: Path) -> None:
        seen.append("replace")
        real_replace(old, new)

    monkeypatch.setattr(durable, "flush", flush)
    monkeypatch.setattr(os, "replace", replace)
    return seen


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be flushed there")
def test_new_content_is_flushed_before_it_takes_the_place(tmp_path: Path, calls: list[str]) -> None:
    durable.replace(tmp_path / "view.json", b"one")
    assert calls == ["flush file", "replace", "flush folder"]
    calls.clear()
    durable.replace(tmp_path / "view.json", b"two", flushed=False)
    assert calls == ["replace"]
    assert (tmp_path / "view.json").read_bytes() == b"two"
    assert names(tmp_path) == ["view.json"]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_failure_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "view.json"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, step, full)
        with pytest.raises(OSError, match="No space"):
            durable.replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["view.json"]


def test_a_file_that_is_being_read_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "view.json"
    waits: list[float] = []
    real = os.replace

    def busy(old: Path, new: Path) -> None:
        if len(waits) < 2:
            raise PermissionError(errno.EACCES, "in use")
        real(old, new)

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(durable, "PATIENCE", (1.0, 2.0, 3.0))
    durable.replace(path, b"new")
    assert waits == [1.0, 2.0]
    assert path.read_bytes() == b"new"


def test_patience_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def busy(*_: object) -> bytes:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(Path, "read_bytes", busy)
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(durable, "PATIENCE", (1.0, 2.0))
    with pytest.raises(PermissionError):
        durable.replace(tmp_path / "view.json", b"new")
    assert waits == [1.0, 2.0]
    with pytest.raises(PermissionError):
        durable.read(tmp_path / "view.json")
    assert waits == [1.0, 2.0, 1.0, 2.0]
    assert names(tmp_path) == []


def test_only_leftovers_of_killed_writers_are_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "draft.json"
    path.write_bytes(b"kept")
    (tmp_path / ".notes.tmp").write_bytes(b"of somebody else")

    def killed(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as process:
        process.setattr(os, "replace", killed)
        process.setattr(Path, "unlink", killed)
        with pytest.raises(OSError):  # noqa: PT011 - the simulated kill has no message
            durable.replace(path, b"half")
    assert len(names(tmp_path)) == 3
    durable.clear_leftovers(tmp_path)
    assert names(tmp_path) == [".notes.tmp", "draft.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_what_is_kept_is_the_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "meetings" / "long-phung"
    durable.make_folder(folder)
    durable.make_folder(folder)
    durable.replace(folder / "draft.json", b"{}")
    durable.write_new(folder / "torn-1-1.bin", b"")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").rglob("*")}
    assert modes == {"meetings": 0o700, "long-phung": 0o700, "draft.json": 0o600, "torn-1-1.bin": 0o600}


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    durable.write_new(tmp_path / "torn-1-1.bin", b"first")
    with pytest.raises(FileExistsError):
        durable.write_new(tmp_path / "torn-1-1.bin", b"second")
    assert (tmp_path / "torn-1-1.bin").read_bytes() == b"first"


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    durable.replace(tmp_path / "a", b"one\ntwo\r\n\x1a")
    assert durable.read(tmp_path / "a") == b"one\ntwo\r\n\x1a"
