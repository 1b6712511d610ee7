"""The meeting file to fill in: a real one, that explains itself and is never taken for somebody's meeting."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import get_args

import pytest

from data import durable
from data.meeting_file import parse_meeting, read_meeting_file
from data.meeting_template import is_untouched, template_text, write_template
from moderator.meeting.setup import RuleName


def test_the_template_as_it_is_written_is_a_meeting_file(tmp_path: Path) -> None:
    path = tmp_path / "hội nghị.toml"

    write_template(path)

    setup = read_meeting_file(path)
    assert [chair.name for chair in setup.chairs] == ["Nguyễn Văn A"]
    assert setup.limits.speech == 300
    assert {rule.name for rule in setup.rules} == {"notice", "results_published", "written_reply", "study_reply"}


def test_what_the_template_offers_in_comments_can_be_used() -> None:
    offered = re.sub(r"(?m)^( *)# (?=\[\[|\{ |[a-z]+ = )", r"\1", template_text())

    setup = parse_meeting(offered, "mau.toml")

    assert setup.starts is not None
    assert setup.plan is not None
    assert [guest.code for guest in setup.guests] == ["mttq"]
    assert [attendee.count for attendee in setup.attendance] == [0, 10]
    assert len(setup.signers) == 1
    assert setup.units == ("ấp", "khu phố")


def test_the_template_names_every_rule() -> None:
    assert [name for name in get_args(RuleName) if name not in template_text()] == []


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "hoi-nghi.toml"
    path.write_text("của tôi", encoding="utf-8")

    with pytest.raises(FileExistsError):
        write_template(path)

    assert path.read_text(encoding="utf-8") == "của tôi"


def test_a_full_disk_leaves_no_half_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(durable, "write_all", full)

    with pytest.raises(OSError, match="no space"):
        write_template(tmp_path / "hoi-nghi.toml")

    assert list(tmp_path.iterdir()) == []


def test_it_is_known_whether_somebody_filled_it_in(tmp_path: Path) -> None:
    path = tmp_path / "hoi-nghi.toml"
    write_template(path)
    # Notepad writes a byte order mark and CRLF.
    saved = tmp_path / "notepad.toml"
    saved.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert is_untouched(path)
    assert is_untouched(saved)

    path.write_text(template_text().replace("Nguyễn Văn A", "Lê Văn Chủ"), encoding="utf-8")
    assert not is_untouched(path)
    assert not is_untouched(tmp_path / "khong-co.toml")
