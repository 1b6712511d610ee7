"""The journal loses nothing that was acknowledged and never reads damage as data."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import durable, journal
from data.journal import (
    Damage,
    JournalDamaged,
    JournalFailed,
    JournalNewer,
    JournalWriter,
    read_journal,
)
from data.writer_lock import MeetingHeld, WriterLock, is_held

ROOT = Path(__file__).resolve().parents[2]
MORNING = datetime(2026, 11, 26, 0, 30, tzinfo=UTC)

EVENING = [
    {"do": "register", "name": "Bà Đỗ Thị Mười", "place": "thôn Đông", "topic": "đường liên thôn"},
    {"do": "call"},
    {"do": "start", "text": "dòng một\ndòng hai"},
    {"do": "question", "text": 'Khi nào "làm" xong? {} \\ 👍'},
]


def bodies_of(records: list[dict[str, str]]) -> list[bytes]:
    return [msgspec.json.encode(record) for record in records]


def written(path: Path, bodies: list[bytes]) -> bytes:
    with JournalWriter.open(path)[0] as writer:
        for body in bodies:
            writer.append(body)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def test_what_was_appended_is_read_in_order(path: Path) -> None:
    bodies = bodies_of(EVENING)
    writer, before = JournalWriter.open(path)
    with writer:
        assert before.records == 0
        assert [writer.append(body) for body in bodies] == [1, 2, 3, 4]
    reading = read_journal(path)
    assert reading.bodies == bodies
    assert reading.whole
    assert (reading.torn, reading.damage, reading.newer) == (0, None, False)


def test_each_line_is_json_that_anybody_can_read(path: Path) -> None:
    content = written(path, bodies_of(EVENING))
    lines = [json.loads(line) for line in content.decode().splitlines()]
    assert [line["n"] for line in lines] == [1, 2, 3, 4]
    assert [line["body"] for line in lines] == EVENING
    assert {line["v"] for line in lines} == {1}
    assert content.endswith(b"}\n")


def test_the_format_of_the_first_release_stays_readable(path: Path) -> None:
    path.write_bytes(
        b'{"v":1,"n":1,"crc":"a4069544","body":{"do":"open"}}\n{"v":1,"n":2,"crc":"60d1c769","body":{"do":"call"}}\n'
    )
    reading = read_journal(path)
    assert reading.whole
    assert reading.bodies == [b'{"do":"open"}', b'{"do":"call"}']


def test_a_reopened_journal_goes_on_where_it_stopped(path: Path) -> None:
    first, second, *_ = bodies_of(EVENING)
    written(path, [first])
    writer, before = JournalWriter.open(path)
    with writer:
        assert before.bodies == [first]
        assert writer.records == 1
        assert writer.append(second) == 2
    assert read_journal(path).bodies == [first, second]
    assert read_journal(path).whole


@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8),
    sessions=st.integers(1, 3),
)
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], sessions: int
) -> None:
    path = tmp_path_factory.mktemp("meeting") / "journal.jsonl"
    bodies = [msgspec.json.encode({"text": text, text: 1}) for text in texts]
    for start in range(sessions):
        written(path, bodies[start::sessions])
    ordered = [body for start in range(sessions) for body in bodies[start::sessions]]
    assert read_journal(path).bodies == ordered
    assert read_journal(path).whole


@pytest.mark.parametrize(
    "body",
    [b"", b"1", b"[]", b'{"a":1', b'{"a":\n1}', b'{"a":\r1}', b'{"a":1}{"b":2}', b'{"a":"\xff"}', b'{"a":1,}', b"{}\n"],
)
def test_a_body_that_is_no_object_on_one_line_is_refused_and_nothing_breaks(path: Path, body: bytes) -> None:
    with JournalWriter.open(path)[0] as writer:
        with pytest.raises(ValueError):  # noqa: PT011 - decoding errors of three kinds, all of them ValueErrors
            writer.append(body)
        assert path.read_bytes() == b""
        assert writer.append(b"{}") == 1


def test_every_prefix_recovers_all_complete_lines(path: Path) -> None:
    bodies = bodies_of(EVENING)
    content = written(path, bodies)
    for length in range(len(content) + 1):
        prefix = content[:length]
        path.write_bytes(prefix)
        complete = prefix.count(b"\n")
        torn = prefix[prefix.rfind(b"\n") + 1 :]
        assert read_journal(path).torn == len(torn)
        assert path.read_bytes() == prefix, "reading changes nothing"
        writer, reading = JournalWriter.open(path)
        with writer:
            assert reading.bodies == bodies[:complete]
            assert reading.damage is None
            if torn:
                assert writer.kept_aside is not None
                assert writer.kept_aside.read_bytes() == torn
            else:
                assert writer.kept_aside is None
            assert writer.append(b'{"do":"again"}') == complete + 1
        assert read_journal(path).bodies == [*bodies[:complete], b'{"do":"again"}']
        assert read_journal(path).whole


def test_every_flipped_bit_is_told(path: Path) -> None:
    bodies = bodies_of(EVENING)
    content = written(path, bodies)
    for place in range(len(content)):
        line = content.count(b"\n", 0, place)
        for bit in range(8):
            flipped = bytearray(content)
            flipped[place] ^= 1 << bit
            path.write_bytes(flipped)
            reading = read_journal(path)
            assert reading.bodies == bodies[: len(reading.bodies)], (place, bit)
            assert not reading.newer, (place, bit)
            assert reading.damage is not None, (place, bit)
            # A line break put into a line, or taken from its end, damages the line it is in.
            assert reading.damage.line == line + 1, (place, bit)
            assert (reading.records, reading.torn) == (line, 0), (place, bit)


def test_damage_is_refused_with_its_place_and_left_as_it_is(path: Path) -> None:
    content = written(path, bodies_of(EVENING))
    damaged = content.replace("thôn Đông".encode(), "thôn Đoài".encode())
    path.write_bytes(damaged)
    with pytest.raises(JournalDamaged) as refusal:
        JournalWriter.open(path)
    assert (refusal.value.line, refusal.value.offset, refusal.value.reason) == (1, 0, "checksum")
    assert path.read_bytes() == damaged
    assert not is_held(path.with_suffix(".lock")), "a refusal lets go of the lock"


@pytest.mark.parametrize(
    ("change", "damage"),
    [
        (lambda lines: [lines[0], lines[2], lines[3]], Damage(2, 0, "number")),
        (lambda lines: [lines[0], lines[0], lines[1]], Damage(2, 0, "number")),
        (lambda lines: [lines[0], b"\n", lines[1]], Damage(2, 0, "frame")),
        (lambda lines: [lines[0], lines[1][:-1] + b"\r\n", lines[2]], Damage(2, 0, "checksum")),
        (lambda lines: [lines[0], lines[1].replace(b'"v":1', b'"v":2'), lines[2]], Damage(2, 0, "version")),
        (lambda lines: [lines[0], lines[1][:9] + b"\0\0" + lines[1][11:], lines[2]], Damage(2, 0, "frame")),
        (lambda lines: [lines[0], lines[1][:-5] + b"\n"], Damage(2, 0, "checksum")),
    ],
    ids=["missing", "doubled", "empty", "carriage-return", "version", "zeros-inside", "last-line-cut-short"],
)
def test_lines_that_do_not_fit_are_damage(path: Path, change: object, damage: Damage) -> None:
    assert callable(change)
    lines = written(path, bodies_of(EVENING)).splitlines(keepends=True)
    path.write_bytes(b"".join(change(lines)))
    reading = read_journal(path)
    assert reading.damage == Damage(damage.line, len(lines[0]), damage.reason)
    assert reading.records == 1


def test_numbers_begin_with_one_and_leave_none_out(path: Path) -> None:
    head, body = b'{"v":1,"n":2', b'{"do":"open"}'
    checksum = zlib.crc32(body, zlib.crc32(head))
    path.write_bytes(b'%b,"crc":"%08x","body":%b}\n' % (head, checksum, body))
    assert read_journal(path).damage == Damage(1, 0, "number")


def test_a_line_of_another_meeting_does_not_fit_in(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a" / "journal.jsonl", tmp_path / "b" / "journal.jsonl"
    for folder in (ours, theirs):
        folder.parent.mkdir()
    mine = written(ours, [b'{"do":"open"}', b'{"do":"call"}']).splitlines(keepends=True)
    other = written(theirs, [b'{"do":"agenda"}', b'{"do":"call"}']).splitlines(keepends=True)
    ours.write_bytes(mine[0] + other[1])
    assert read_journal(ours).damage == Damage(2, len(mine[0]), "checksum")


@pytest.mark.parametrize("holes", [(0, 70), (10, 12), (30, 69)])
def test_a_last_line_of_zeros_after_a_power_cut_is_torn_and_kept_aside(path: Path, holes: tuple[int, int]) -> None:
    bodies = bodies_of(EVENING)
    content = written(path, bodies)
    start = content.rfind(b"\n", 0, -1) + 1
    last = bytearray(content[start:])
    last[slice(*holes)] = bytes(holes[1] - holes[0])
    path.write_bytes(content[:start] + last)
    writer, reading = JournalWriter.open(path)
    with writer:
        assert (reading.bodies, reading.torn, reading.damage) == (bodies[:3], len(last), None)
        assert writer.kept_aside is not None
        assert writer.kept_aside.read_bytes() == last


def test_torn_bytes_of_two_power_cuts_are_both_kept(path: Path) -> None:
    written(path, bodies_of(EVENING)[:1])
    for torn in (b'{"v":1,"n":2', b'{"v"'):
        with path.open("ab") as file:
            file.write(torn)
        JournalWriter.open(path)[0].close()
    assert sorted(aside.read_bytes() for aside in path.parent.glob("torn-*.bin")) == [b'{"v"', b'{"v":1,"n":2']
    assert read_journal(path).whole


def test_torn_bytes_are_on_the_disk_before_they_are_cut(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = written(path, bodies_of(EVENING))[:-3]
    path.write_bytes(content)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable, "write_new", full)
    with pytest.raises(OSError, match="No space"):
        JournalWriter.open(path)
    assert path.read_bytes() == content


def test_a_journal_of_a_newer_version_can_only_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = bodies_of(EVENING)
    written(path, bodies[:2])
    with monkeypatch.context() as newer_program:
        newer_program.setattr(journal, "VERSION", 2)
        content = written(path, bodies[2:])
        assert not read_journal(path).newer
    path.write_bytes(content + b'{"v":2,')
    reading = read_journal(path)
    assert reading.newer
    assert reading.bodies == bodies
    with pytest.raises(JournalNewer):
        JournalWriter.open(path)
    assert path.read_bytes() == content + b'{"v":2,', "not even a torn tail is cut"
    assert not is_held(path.with_suffix(".lock"))


def test_reading_a_journal_that_is_not_there_makes_none(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_journal(path)
    assert not path.exists()


def test_a_second_writer_is_told_who_holds_the_meeting(path: Path) -> None:
    writer, _ = JournalWriter.open(path, since=MORNING)
    with writer:
        with pytest.raises(MeetingHeld) as refusal:
            JournalWriter.open(path)
        assert refusal.value.holder is not None
        assert refusal.value.holder.pid == os.getpid()
        assert refusal.value.holder.since == MORNING
        assert writer.append(b"{}") == 1
    with JournalWriter.open(path)[0] as next_writer:
        assert next_writer.append(b"{}") == 2


class TestFailures:
    @pytest.fixture
    def writer(self, path: Path) -> JournalWriter:
        writer, _ = JournalWriter.open(path)
        writer.append(b'{"do":"open"}')
        return writer

    def test_a_full_disk_keeps_all_that_was_acknowledged(
        self, path: Path, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = os.write
        room = 20

        def nearly_full(fd: int, content: bytes) -> int:
            nonlocal room
            if not room:
                raise OSError(errno.ENOSPC, "No space left on device")
            taken, room = min(room, len(content)), room - min(room, len(content))
            return real(fd, content[:taken])

        with monkeypatch.context() as disk:
            disk.setattr(os, "write", nearly_full)
            with pytest.raises(JournalFailed) as failure:
                writer.append(b'{"do":"call"}')
        assert (failure.value.reason, failure.value.detail) == ("full", "No space left on device")
        with pytest.raises(JournalFailed) as later:
            writer.append(b'{"do":"start"}')
        assert later.value.reason == "full"
        assert writer.failed is not None
        reading = read_journal(path)
        assert (reading.bodies, reading.torn) == ([b'{"do":"open"}'], 20)
        writer.close()
        again, reading = JournalWriter.open(path)
        with again:
            assert reading.torn == 20
            assert again.append(b'{"do":"call"}') == 2

    def test_after_a_failed_flush_nothing_more_is_taken(
        self, path: Path, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(fd: int) -> None:
            raise OSError(errno.EIO, "Input/output error")

        with monkeypatch.context() as disk:
            disk.setattr(durable, "flush", broken)
            with pytest.raises(JournalFailed) as failure:
                writer.append(b'{"do":"call"}')
        assert failure.value.reason == "flush"
        assert writer.records == 1
        content = path.read_bytes()
        with pytest.raises(JournalFailed):
            writer.append(b'{"do":"start"}')
        assert path.read_bytes() == content
        assert read_journal(path).bodies[0] == b'{"do":"open"}'
        writer.close()
        with JournalWriter.open(path)[0] as again:
            again.append(b'{"do":"start"}')
        assert read_journal(path).whole

    def test_the_last_line_is_written_anew_before_the_next_may_follow(
        self, path: Path, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        writer.append(b'{"do":"call"}')
        writer.close()
        content = path.read_bytes()
        asked: list[bytes | str] = []
        real_write, real_flush = durable.write_all, durable.flush

        def write_all(fd: int, line: bytes) -> None:
            asked.append(line)
            real_write(fd, line)

        def flush(fd: int) -> None:
            asked.append("flush")
            real_flush(fd)

        lock = WriterLock.take(path.with_suffix(".lock"), since=MORNING)
        monkeypatch.setattr(WriterLock, "take", lambda *_, **__: lock)
        monkeypatch.setattr(durable, "write_all", write_all)
        monkeypatch.setattr(durable, "flush", flush)
        JournalWriter.open(path)[0].close()
        assert asked == [content.splitlines(keepends=True)[1], "flush"]
        assert path.read_bytes() == content

    def test_a_line_that_the_system_takes_in_pieces_is_whole(
        self, path: Path, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = os.write
        with monkeypatch.context() as disk:
            disk.setattr(os, "write", lambda fd, content: real(fd, content[:3]))
            assert writer.append(b'{"do":"call"}') == 2
        writer.close()
        assert read_journal(path).records == 2
        assert read_journal(path).whole

    def test_an_append_that_was_broken_off_is_never_followed_by_another(
        self, path: Path, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken_off(fd: int) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as keys:
            keys.setattr(durable, "flush", broken_off)
            with pytest.raises(KeyboardInterrupt):
                writer.append(b'{"do":"call"}')
        with pytest.raises(JournalFailed) as failure:
            writer.append(b'{"do":"start"}')
        assert failure.value.reason == "interrupted"
        writer.close()
        assert read_journal(path).whole

    @pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
    def test_a_file_removed_under_the_writer_is_noticed(self, path: Path, writer: JournalWriter) -> None:
        path.unlink()
        with pytest.raises(JournalFailed) as failure:
            writer.append(b'{"do":"call"}')
        assert failure.value.reason == "changed"

    def test_a_line_written_by_somebody_else_is_noticed(self, path: Path, writer: JournalWriter) -> None:
        with path.open("ab") as file:
            file.write(b"hello\n")
        with pytest.raises(JournalFailed) as failure:
            writer.append(b'{"do":"call"}')
        assert failure.value.reason == "changed"
        assert read_journal(path).bodies == [b'{"do":"open"}']

    def test_a_closed_writer_takes_nothing(self, path: Path, writer: JournalWriter) -> None:
        writer.close()
        writer.close()
        with pytest.raises(JournalFailed) as failure:
            writer.append(b'{"do":"call"}')
        assert failure.value.reason == "closed"
        assert read_journal(path).records == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_real_limit_of_the_system_tears_the_last_line_only(path: Path) -> None:
    child = """
import resource, sys
from pathlib import Path
from data.journal import JournalFailed, JournalWriter
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
writer, _ = JournalWriter.open(Path(sys.argv[1]))
try:
    while True:
        print(writer.append(b'{"text":"' + b"x" * 60 + b'"}'), flush=True)
except JournalFailed as failure:
    print(failure.reason, flush=True)
"""
    run = subprocess.run([sys.executable, "-c", child, path], cwd=ROOT, capture_output=True, text=True, check=True)
    *acknowledged, reason = run.stdout.split()
    assert reason == "full"
    reading = read_journal(path)
    assert reading.records == int(acknowledged[-1])
    assert reading.torn > 0
    assert reading.damage is None


APPENDING = """
import sys
from pathlib import Path
from data.journal import JournalWriter
writer, _ = JournalWriter.open(Path(sys.argv[1]))
while True:
    number = writer.append(b'{"number":%d,"text":"' % (writer.records + 1) + b"x" * 5000 + b'"}')
    print(number, flush=True)
"""


def test_a_killed_console_loses_nothing_it_acknowledged(path: Path) -> None:
    acknowledged = 0
    for stop_after in (1, 40, 90):
        with subprocess.Popen(
            [sys.executable, "-c", APPENDING, path], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            for _ in range(stop_after):
                acknowledged = int(child.stdout.readline())
            if stop_after == 40:
                with pytest.raises(MeetingHeld) as refusal:
                    JournalWriter.open(path)
                assert refusal.value.holder is not None
                assert refusal.value.holder.pid == child.pid
            child.kill()
            acknowledged = max(acknowledged, *map(int, child.stdout.read().split()), 0)
        writer, reading = JournalWriter.open(path)
        writer.close()
        assert reading.damage is None
        assert acknowledged <= reading.records <= acknowledged + 1
        assert [msgspec.json.decode(body)["number"] for body in reading.bodies] == list(range(1, reading.records + 1))
        assert read_journal(path).whole
