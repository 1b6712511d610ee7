"""The sign of life says when the console was last running, or nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sign_of_life import beat, last_beat

MORNING = datetime(2026, 11, 26, 0, 30, 5, 123456, tzinfo=UTC)


def test_the_last_beat_counts(tmp_path: Path) -> None:
    path = tmp_path / "alive"
    assert last_beat(path) is None
    for second in range(3):
        beat(path, MORNING + timedelta(seconds=second))
        assert last_beat(path) == MORNING + timedelta(seconds=second)
    assert [entry.name for entry in tmp_path.iterdir()] == ["alive"]


def test_the_instant_keeps_its_zone(tmp_path: Path) -> None:
    local = MORNING.astimezone(timezone(timedelta(hours=7)))
    beat(tmp_path / "alive", local)
    read = last_beat(tmp_path / "alive")
    assert read is not None
    assert read == local
    assert read.utcoffset() == timedelta(hours=7)


def test_an_instant_without_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zone"):
        beat(tmp_path / "alive", MORNING.replace(tzinfo=None))
    assert not (tmp_path / "alive").exists()


def test_every_prefix_and_every_flipped_bit_is_no_instant(tmp_path: Path) -> None:
    path = tmp_path / "alive"
    beat(path, MORNING)
    content = path.read_bytes()
    for length in range(len(content) - 1):
        path.write_bytes(content[:length])
        assert last_beat(path) is None
    for place in range(len(content) - 1):
        for bit in range(8):
            flipped = bytearray(content)
            flipped[place] ^= 1 << bit
            path.write_bytes(flipped)
            assert last_beat(path) in (None, MORNING), (place, bit)


@given(garbage=st.binary(max_size=60))
def test_garbage_is_no_instant(tmp_path_factory: pytest.TempPathFactory, garbage: bytes) -> None:
    path = tmp_path_factory.mktemp("meeting") / "alive"
    path.write_bytes(garbage)
    assert last_beat(path) is None
