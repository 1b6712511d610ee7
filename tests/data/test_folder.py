"""What lies where, and which meeting is meant."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.folder import (
    AmbiguousMeeting,
    BadMeetingId,
    DataFolder,
    UnknownMeeting,
    default_root,
    is_meeting_id,
)
from data.journal import JournalWriter


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def hold(folder: DataFolder, *ids: str) -> None:
    for meeting_id in ids:
        with JournalWriter.open(folder.make_meeting(meeting_id).journal)[0] as writer:
            writer.append(b'{"do":"open"}')


def test_every_thing_has_its_place(folder: DataFolder) -> None:
    meeting = folder.meeting("long-phung-2025")
    home = folder.root / "meetings" / "long-phung-2025"
    assert (meeting.journal, meeting.lock) == (home / "journal.jsonl", home / "journal.lock")
    assert (meeting.draft, meeting.alive) == (home / "draft.json", home / "alive")
    assert folder.hall("long-phung-2025") == folder.root / "hall" / "long-phung-2025.json"
    assert folder.papers("long-phung-2025") == folder.root / "papers" / "long-phung-2025"
    assert folder.catalogue == folder.root / "catalogue.json"
    assert folder.contacts == folder.root / "contacts.json"
    assert not folder.root.exists(), "asking for a path makes nothing"


def test_folders_are_made_when_needed(folder: DataFolder) -> None:
    meeting = folder.make_meeting("xuan-hoa")
    assert meeting.root.is_dir()
    assert folder.hall("xuan-hoa").parent.is_dir()
    assert folder.make_papers("xuan-hoa").is_dir()
    assert folder.make_reports().is_dir()


def test_the_writer_locks_the_file_that_the_folder_names(folder: DataFolder) -> None:
    meeting = folder.make_meeting("xuan-hoa")
    with JournalWriter.open(meeting.journal)[0]:
        assert meeting.lock.exists()


def test_torn_bytes_are_found_again(folder: DataFolder) -> None:
    hold(folder, "xuan-hoa")
    meeting = folder.meeting("xuan-hoa")
    assert meeting.torn() == []
    with meeting.journal.open("ab") as file:
        file.write(b'{"v":1')
    JournalWriter.open(meeting.journal)[0].close()
    assert [aside.read_bytes() for aside in meeting.torn()] == [b'{"v":1']


def test_meetings_are_those_that_something_is_recorded_of(folder: DataFolder) -> None:
    assert folder.meeting_ids() == []
    hold(folder, "xuan-hoa", "long-phung-2025")
    folder.make_meeting("broken-off")
    JournalWriter.open(folder.make_meeting("also-broken-off").journal)[0].close()
    (folder.root / "meetings" / "Thumbs.db").write_bytes(b"")
    (folder.root / "meetings" / "note").write_bytes(b"")
    (folder.root / "meetings" / "Con Của Ai").mkdir()
    assert folder.meeting_ids() == ["long-phung-2025", "xuan-hoa"]
    assert folder.has_meeting("xuan-hoa")
    assert not folder.has_meeting("broken-off")


def test_an_exact_id_wins_over_longer_ones(folder: DataFolder) -> None:
    hold(folder, "long", "long-phung", "xuan-hoa")
    assert folder.resolve("long") == "long"
    assert folder.resolve("long-p") == "long-phung"
    assert folder.resolve("x") == "xuan-hoa"


def test_a_beginning_of_several_names_them_all(folder: DataFolder) -> None:
    hold(folder, "long-phung-2025", "long-phung-2026", "xuan-hoa")
    with pytest.raises(AmbiguousMeeting) as refusal:
        folder.resolve("long")
    assert refusal.value.beginning == "long"
    assert refusal.value.candidates == ("long-phung-2025", "long-phung-2026")


@pytest.mark.parametrize("beginning", ["", "y", "xuan-hoa-", "XUAN", "../xuan-hoa", "*", "x\n"])
def test_what_no_id_begins_with_is_unknown(folder: DataFolder, beginning: str) -> None:
    hold(folder, "xuan-hoa")
    with pytest.raises(UnknownMeeting) as refusal:
        folder.resolve(beginning)
    assert refusal.value.beginning == beginning


@pytest.mark.parametrize(
    "bad", ["", "..", ".", "a/b", "a\\b", "../../etc", "A", "đông", "a b", "a\n", "a\0", "a.b", "x" * 65, "C:"]
)
def test_what_is_no_id_never_reaches_a_path(folder: DataFolder, bad: str) -> None:
    for place in (folder.meeting, folder.hall, folder.papers, folder.make_meeting, folder.make_papers):
        with pytest.raises(BadMeetingId):
            place(bad)
    assert not folder.root.exists()


@given(text=st.text(max_size=70))
def test_every_path_stays_in_the_data_folder(text: str) -> None:
    folder = DataFolder(Path("/data"))
    if is_meeting_id(text):
        assert folder.meeting(text).root.parent == Path("/data/meetings")
        assert folder.hall(text).parent == Path("/data/hall")
    else:
        with pytest.raises(BadMeetingId):
            folder.meeting(text)


def test_the_data_folder_is_the_one_named_else_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MODERATOR_DATA", str(tmp_path))
    assert default_root() == tmp_path
    for nothing_named in ("", None):
        if nothing_named is None:
            monkeypatch.delenv("MODERATOR_DATA")
        else:
            monkeypatch.setenv("MODERATOR_DATA", nothing_named)
        assert default_root() == platformdirs.user_data_path("moderator", appauthor=False)
