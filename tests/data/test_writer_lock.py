"""One writer at a time, and everybody else is told who it is."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.writer_lock import Holder, MeetingHeld, WriterLock, is_held, read_holder

ROOT = Path(__file__).resolve().parents[2]
MORNING = datetime(2026, 11, 26, 0, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.lock"


def test_the_holder_says_who_it_is_and_leaves_without_a_trace(path: Path) -> None:
    lock = WriterLock.take(path, since=MORNING)
    assert is_held(path)
    assert read_holder(path) == Holder(pid=os.getpid(), host=socket.gethostname(), since=MORNING)
    lock.release()
    assert not is_held(path)
    assert read_holder(path) is None
    lock.release()
    WriterLock.take(path, since=MORNING).release()


def test_asking_about_a_meeting_nobody_opened_makes_no_file(path: Path) -> None:
    assert not is_held(path)
    assert not path.exists()


def test_a_second_writer_in_another_process_is_told_who_holds(path: Path) -> None:
    lock = WriterLock.take(path, since=MORNING)
    child = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from data.writer_lock import MeetingHeld, WriterLock, is_held
path = Path(sys.argv[1])
assert is_held(path)
try:
    WriterLock.take(path, since=datetime(2026, 11, 26, 9, tzinfo=UTC))
except MeetingHeld as held:
    print(held.holder.pid, held.holder.since.isoformat())
"""
    run = subprocess.run([sys.executable, "-c", child, path], cwd=ROOT, capture_output=True, text=True, check=True)
    lock.release()
    assert run.stdout.split() == [str(os.getpid()), MORNING.isoformat()]


def test_a_killed_holder_leaves_the_meeting_free(path: Path) -> None:
    child = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from data.writer_lock import WriterLock
lock = WriterLock.take(Path(sys.argv[1]), since=datetime(2026, 11, 26, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", child, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert is_held(path)
        process.kill()
        process.wait()
    assert not is_held(path)
    lock = WriterLock.take(path, since=MORNING)
    holder = read_holder(path)
    lock.release()
    assert holder is not None
    assert holder.pid == os.getpid()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\0", b'{"pid":1}', b'{"pid":1,"host":"x","since":"2026-11-26"}'])
def test_a_holder_that_cannot_be_read_is_unknown(path: Path, content: bytes) -> None:
    lock = WriterLock.take(path, since=MORNING)
    path.with_suffix(".holder").write_bytes(content)
    with pytest.raises(MeetingHeld) as refusal:
        WriterLock.take(path, since=MORNING)
    lock.release()
    assert refusal.value.holder is None
