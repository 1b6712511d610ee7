"""A lock on a file: one holder at a time, in this process or another, and none that outlives its end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.file_lock import FileLock

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.lock"


def test_one_holds_and_the_others_wait(path: Path) -> None:
    one, other = FileLock(path), FileLock(path)
    assert one.take()
    assert one.is_held
    assert not other.take()
    assert not other.take(patience=0.02)
    assert not other.is_held
    one.free()
    assert not one.is_held
    assert other.take()
    other.free()


def test_it_is_taken_as_soon_as_it_is_free(path: Path) -> None:
    child = """
import sys
from pathlib import Path
from data.file_lock import FileLock
assert FileLock(Path(sys.argv[1])).take(patience=30)
print("taken", flush=True)
"""
    lock = FileLock(path)
    assert lock.take()
    with subprocess.Popen([sys.executable, "-c", child, path], cwd=ROOT, stdout=subprocess.PIPE) as process:
        lock.free()
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"taken"]


def test_freeing_what_is_not_held_does_nothing(path: Path) -> None:
    lock = FileLock(path)
    lock.free()
    assert lock.take()
    lock.free()
    lock.free()
    assert not lock.is_held


def test_a_lock_that_cannot_be_tried_is_an_error(path: Path) -> None:
    with pytest.raises(OSError, match="lock"):
        FileLock(path / "below" / "some.lock").take()


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be removed there")
def test_a_file_that_was_removed_is_held_by_nobody(path: Path) -> None:
    one = FileLock(path)
    assert one.take()
    path.unlink()
    other = FileLock(path)
    assert other.take()
    other.free()
    one.free()


@pytest.mark.skipif(sys.platform == "win32", reason="there the package is what holds the file")
def test_it_is_the_lock_that_earlier_releases_held(path: Path) -> None:
    package = pytest.importorskip("filelock").FileLock(path, fallback_to_soft=False)
    lock = FileLock(path)
    with package:
        assert not lock.take()
    assert lock.take()
    with pytest.raises(TimeoutError):
        package.acquire(timeout=0)
    lock.free()
