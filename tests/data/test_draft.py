"""What was being typed is there after a power cut."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.draft import Draft, load_draft, save_draft

MORNING = datetime(2026, 11, 26, 1, 12, 40, tzinfo=UTC)


def draft(text: str, target: str = "turn 7") -> Draft:
    return Draft(text=text, target=target, cursor=(0, len(text)), saved=MORNING)


def test_the_latest_draft_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    assert load_draft(path) is None
    save_draft(path, draft("Đề nghị xã"))
    save_draft(path, draft("Đề nghị xã làm sớm đoạn đường\nqua thôn Đông"))
    assert load_draft(path) == draft("Đề nghị xã làm sớm đoạn đường\nqua thôn Đông")
    assert [entry.name for entry in tmp_path.iterdir()] == ["draft.json"]


@given(text=st.text(), target=st.text())
def test_any_text_is_kept(tmp_path_factory: pytest.TempPathFactory, text: str, target: str) -> None:
    path = tmp_path_factory.mktemp("meeting") / "draft.json"
    save_draft(path, draft(text, target))
    assert load_draft(path) == draft(text, target)


def test_halves_of_characters_do_not_stop_the_keeping(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    save_draft(path, draft("hỏi \ud83d rồi", "turn \udc4d"))
    assert load_draft(path) == draft("hỏi \ufffd rồi", "turn \ufffd")


@pytest.mark.parametrize(
    "garbage",
    [b"", b"\0" * 40, b"{", b"null", b'{"text":"\xff","target":"","saved":"2026-11-26T01:12:40Z"}', b'{"text":1}'],
)
def test_garbage_is_no_draft(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "draft.json"
    path.write_bytes(garbage)
    assert load_draft(path) is None
    save_draft(path, draft("lại từ đầu"))
    assert load_draft(path) == draft("lại từ đầu")


def test_a_full_disk_keeps_the_draft_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "draft.json"
    save_draft(path, draft("câu đầu"))

    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            save_draft(path, draft("câu đầu, câu hai"))
    assert load_draft(path) == draft("câu đầu")
