"""The command line: every command, its exit code, and one line for what cannot be done."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import docx
import pytest

from data.folder import DataFolder
from data.writer_lock import WriterLock
from moderator import __version__
from moderator.command_line import ENTRY_POINTS, main
from tests.moderator.conftest import MEETING, Door

ROOT = Path(__file__).resolve().parents[2]
Script = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test runs where nobody sits before a screen."""
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    monkeypatch.setattr(sys, "__stdin__", None)


# How a call is read


def test_the_version_is_told(door: Door) -> None:
    assert door("--version").out == f"moderator {__version__}\n"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("entry", ENTRY_POINTS, ids=lambda entry: entry.name)
def test_every_command_explains_itself_with_an_example(door: Door, entry: Any, lang: str) -> None:
    told = door(entry.name, "--help", lang=lang)

    assert (told.code, told.err) == (0, "")
    assert f"  moderator {entry.name}" in told.out.splitlines()[-1]
    assert ("cách dùng: " in told.out) == (lang == "vi")


def test_the_program_explains_itself(door: Door) -> None:
    told = door("--help", lang="vi")

    assert told.code == 0
    assert all(f"    {entry.name}" in told.out for entry in ENTRY_POINTS)


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        (["dance"], "'dance'"),
        (["run"], "missing ID"),
        (["show", "a", "--xml"], "--xml"),
        (["rehearse", "a", "--speed", "0"], "at most 3600"),
        (["rehearse", "a", "--speed", "nan"], "at most 3600"),
        (["rehearse", "a", "--meeting", "b", "--new", "c"], "--meeting"),
        (["promises", "--today", "26/11/2026"], "2026-11-26"),
        (["promises", "--today"], "needs a value"),
        (["list", "--lang", "fr"], "fr"),
    ],
)
def test_a_wrong_call_is_explained_in_one_line(door: Door, argv: list[str], reason: str) -> None:
    told = door(*argv)

    assert told.code == 2
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert line.startswith(("Wrong usage: ", "Sai cách dùng: "))
    assert reason in line
    assert not door.root.exists()


def test_the_data_folder_may_be_named_behind_the_command_or_in_the_environment(
    door: Door, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    door.meeting()
    capsys.readouterr()

    assert main(["list", "--data", str(door.root)]) == 0
    assert "xuan-hoa-2026" in capsys.readouterr().out
    monkeypatch.setenv("MODERATOR_DATA", str(door.root))
    assert main(["list"]) == 0
    assert "xuan-hoa-2026" in capsys.readouterr().out


# Making and listing meetings


def test_a_new_meeting_is_told_by_its_id(door: Door) -> None:
    assert door.meeting() == "xuan-hoa-2026"
    assert door("show", "xuan", "--json").json["meeting"]["stage"] == "preparing"


def test_an_id_made_from_the_title_is_kept_in_the_journal(door: Door) -> None:
    made = door("new", door.file("meeting.toml", MEETING.replace('id = "xuan-hoa-2026"', ""))).out.strip()

    assert made == "hoi-nghi-doi-thoai-xa-xuan-hoa-2026-11-26"
    assert door("show", made, "--json").json["meeting"]["id"] == made


def test_a_meeting_is_not_made_twice(door: Door) -> None:
    door.meeting()
    before = door.journal().read_bytes()

    assert "xuan-hoa-2026" in door("new", door.file("meeting.toml", MEETING)).refused
    assert door.journal().read_bytes() == before


def test_a_broken_off_creation_does_not_stand_in_the_way(door: Door) -> None:
    door.meeting()
    door.journal().write_bytes(door.journal().read_bytes()[:40])

    assert door.meeting() == "xuan-hoa-2026"
    assert door("check").code == 0


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("starts", "begins"), "begins"),
        (("speech = 300", 'speech = "long"'), "limits.speech"),
        (("authority", "# authority"), "authority"),
        (('fields = ["dat-dai"]', 'fields = ["x"]'), "officials[1].fields[1]"),
        (("speech = 300", "speech ="), "TOML"),
    ],
)
def test_a_wrong_meeting_file_is_refused_with_file_key_and_reason(
    door: Door, change: tuple[str, str], key: str
) -> None:
    told = door("new", door.file("meeting.toml", MEETING.replace(*change)))

    assert "meeting.toml" in told.refused
    assert key in told.refused
    assert not door.root.exists()


def test_a_missing_meeting_file_is_told(door: Door) -> None:
    assert "there is no such file" in door("new", "nowhere.toml").refused


def test_a_template_gives_what_the_next_meeting_file_leaves_out(door: Door) -> None:
    assert door("new", door.file("first.toml", MEETING), "--keep", "thường kỳ").code == 0
    short = door.file("second.toml", 'title = "Kỳ hai"\nstarts = 2026-12-26T07:30:00\n[limits]\nspeech = 180\n')

    made = door("new", short, "--like", "thường kỳ").out.strip()
    state = door("show", made, "--json").json

    assert made == "ky-hai-2026-12-26"
    assert state["meeting"]["title"] == "Kỳ hai"
    assert (
        door("rehearse", door.script({"at": "08:00:00", "do": "open"}), "--meeting", made, "--speed", "max").code == 0
    )
    assert "thường kỳ" in door("new", short, "--like", "unknown").refused


def test_meetings_are_listed_by_day(door: Door) -> None:
    door.meeting()
    later = MEETING.replace("xuan-hoa-2026", "aa-later").replace("2026-11-26", "2027-01-05")
    undated = MEETING.replace("xuan-hoa-2026", "ab-undated").replace("starts = 2026-11-26T07:30:00", "")
    for text in (later, undated):
        door("new", door.file("other.toml", text))

    rows = door("list", lang="vi").out.splitlines()[1:]
    assert [row.split()[0] for row in rows] == ["xuan-hoa-2026", "aa-later", "ab-undated"]
    assert "26/11/2026" in rows[0]
    assert "chuẩn bị" in rows[0]


def test_an_empty_data_folder_is_not_made_by_looking(door: Door) -> None:
    for command in ("list", "check", "promises"):
        assert door(command).code == 0
    assert not door.root.exists()


def test_any_unique_beginning_of_an_id_will_do(door: Door) -> None:
    door.meeting()
    door("new", door.file("other.toml", MEETING.replace("xuan-hoa-2026", "xuan-loc-2026")))

    assert door("show", "xuan-l", "--json").json["meeting"]["id"] == "xuan-loc-2026"
    assert "xuan-hoa-2026, xuan-loc-2026" in door("show", "xuan").refused
    assert "nha-trang" in door("show", "nha-trang").refused
    for wicked in ("../kept", "", "a/b"):
        assert door("show", wicked).code == 1


# Rehearsing


def test_a_script_is_played_at_its_own_instants(door: Door, spoken: Script) -> None:
    told = door.play(*spoken)

    assert (told.code, told.err) == (0, "")
    assert told.out == "xuan-hoa-2026: 9 lines played, 9 went as expected\n"
    (turn,) = door("show", "xuan", "--json").json["turns"]
    assert (turn["began"], turn["spoken"]) == ("2026-11-26T07:40:10+07:00", 120.0)


def test_each_line_that_went_otherwise_is_told_and_the_rest_is_played(door: Door, opened: Script) -> None:
    told = door.play(
        *opened,
        {"at": "07:31:00", "do": "start"},
        {"at": "07:32:00", "do": "call", "refused": True},
        {"at": "07:33:00", "do": "open", "refused": True},
        {"at": "07:34:00", "do": "message", "text": "xin chào"},
    )

    assert told.code == 1
    first, second = told.err.splitlines()
    assert first.startswith("line 4 (start) was refused: ")
    assert second.startswith("line 5 (call) was taken")
    assert told.out == "xuan-hoa-2026: 7 lines played, 5 went as expected\n"


def test_nothing_is_played_of_a_script_with_an_unreadable_line(door: Door, opened: Script) -> None:
    told = door.play(*opened, {"at": "07:31:00", "do": "register", "nickname": "An"})

    assert "line 4" in told.refused
    assert "nickname" in told.refused
    assert door("show", "xuan", "--json").json["events"] == 1


def test_nothing_is_made_for_a_script_that_cannot_be_read(door: Door) -> None:
    made = door.file("meeting.toml", MEETING)

    assert door("rehearse", door.script({"at": "x", "do": "open"}), "--new", made, "--speed", "max").refused
    assert not door.root.exists()


def test_a_script_in_an_old_encoding_is_told_by_its_line(door: Door) -> None:
    script = door.script({"at": "08:00:00", "do": "open"})
    script.write_bytes(script.read_bytes() + b'{"at": "08:01:00", "do": "message", "text": "\xd0"}\n')

    assert door("rehearse", script, "--speed", "max").refused.endswith(
        "script.jsonl: line 2 is not UTF-8 text; save the file as UTF-8"
    )
    assert not door.folder.meeting_ids()


def test_a_script_that_begins_before_what_already_happened_is_not_played(door: Door, opened: Script) -> None:
    door.play(*opened)
    events = door("show", "xuan", "--json").json["events"]

    told = door.play({"at": "07:29:59", "do": "message", "text": "x"})

    assert "07:30:00 26/11/2026" in told.refused
    assert door("show", "xuan", "--json").json["events"] == events
    assert door.play({"at": "07:30:00", "do": "message", "text": "x"}).code == 0


def test_a_meeting_can_be_made_and_played_in_one_call(door: Door, spoken: Script) -> None:
    file = door.file("meeting.toml", MEETING)

    assert door("rehearse", door.script(*spoken), "--new", file, "--speed", "max").code == 0
    assert "xuan-hoa-2026" in door("rehearse", door.script(*spoken), "--new", file, "--speed", "max").refused


def test_without_a_meeting_the_sample_is_played_and_each_time_on_a_copy_of_its_own(door: Door) -> None:
    script = ROOT / "data" / "sample" / "long-phung-2025.jsonl"
    ids = []
    for _ in range(2):
        told = door("rehearse", script, "--speed", "max")
        assert (told.code, told.err) == (0, "")
        ids.append(told.out.partition(":")[0])

    assert ids == ["long-phung-2025", "long-phung-2025-2"]
    first, second = (door("show", each, "--json").json for each in ids)
    assert first["questions"] == second["questions"]
    assert (first["meeting"]["stage"], len(first["promises"]) > 0) == ("adjourned", True)


def test_an_untouched_sample_is_taken_as_it_stands(door: Door, opened: Script) -> None:
    empty = door.file("empty.jsonl", "\n")
    assert door("rehearse", empty, "--speed", "max").out.startswith("long-phung-2025: 0 lines")

    assert door("rehearse", door.script(*opened), "--speed", "max").out.startswith("long-phung-2025: 3 lines")


@pytest.mark.parametrize("plan", sorted((ROOT / "tests" / "plans").glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_plan_is_played_as_it_expects(door: Door, plan: Path) -> None:
    told = door("rehearse", plan, "--new", plan.with_suffix(".toml"), "--speed", "max")

    assert (told.code, told.err) == (0, "")
    assert door("check").code == 0


# Showing and checking


def test_the_state_names_what_undo_would_take_back(door: Door, spoken: Script) -> None:
    door.play(*spoken)

    assert door("show", "xuan", "--json", lang="vi").json["next_undo"] == "Kết luận: ý kiến số 1"
    door.play({"at": "07:50:00", "do": "undo"})
    assert door("show", "xuan", "--json", lang="vi").json["next_undo"] == "Phân công trả lời: ý kiến số 1 → Ngô Văn Đất"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_state_can_be_read_by_people(door: Door, spoken: Script, lang: str) -> None:
    door.play(*spoken, {"at": "07:50:00", "do": "follow_up", "question": 1}, {"at": "07:51:00", "do": "call", "who": 2})

    told = door("show", "xuan", lang=lang)

    assert told.code == 0
    assert "=HYPERLINK(1) đường hỏng" in told.out
    assert "Võ Văn Bình" in told.out
    assert re.search(r"^  1f1\. Lê Thị An", told.out, re.MULTILINE)


def test_a_running_clock_stops_at_the_last_event_when_no_console_holds_the_meeting(door: Door, opened: Script) -> None:
    door.play(*opened, {"at": "07:40:00", "do": "call"}, {"at": "07:40:10", "do": "start"})
    door.play({"at": "07:41:00", "do": "message", "text": "x"})

    assert door("show", "xuan", "--json").json["floor"]["spoken"] == 50.0


def test_a_running_clock_goes_on_while_a_console_holds_the_meeting(door: Door, opened: Script) -> None:
    door.play(*opened, {"at": "07:40:00", "do": "call"}, {"at": "07:40:10", "do": "start"})
    lock = WriterLock.take(door.folder.meeting("xuan-hoa-2026").lock, since=door.now)
    try:
        assert door("show", "xuan", "--json").json["floor"]["spoken"] == 1190.0
    finally:
        lock.release()


def test_a_whole_journal_is_told_with_its_events_and_last_instant(door: Door, opened: Script) -> None:
    door.play(*opened)

    told = door("check", "xuan")

    assert (told.code, told.err) == (0, "")
    assert told.out == "xuan-hoa-2026: whole. 4 lines, 4 events, the last at 07:30:00 26/11/2026.\n"


def test_a_torn_tail_is_told_with_its_place_and_changes_nothing(door: Door, opened: Script) -> None:
    door.play(*opened)
    torn = door.journal().read_bytes()[:-20]
    door.journal().write_bytes(torn)

    told = door("check")

    assert (told.code, told.err) == (0, "")
    assert "torn bytes in line 4" in told.out
    assert "3 lines" in told.out
    assert door.journal().read_bytes() == torn
    assert door("show", "xuan", "--json").json["meeting"]["stage"] == "preparing"


def test_a_damaged_journal_is_told_with_its_place_and_never_shown_as_data(door: Door, spoken: Script) -> None:
    door.play(*spoken)
    lines = door.journal().read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"B\xc3\xacnh", b"Binhh")
    door.journal().write_bytes(b"".join(lines))

    checked = door("check", "xuan")
    assert "at line 3" in checked.refused
    assert "DAMAGED at line 3" in checked.out
    for call in (["show", "xuan"], ["show", "xuan", "--json"], ["export", "xuan"]):
        told = door(*call)
        assert "at line 3" in told.refused
        assert told.out == ""
    assert "xuan-hoa-2026" in door("list").refused
    assert "xuan-hoa-2026" in door("promises").refused
    assert "at line 3" in door.play({"at": "09:00:00", "do": "open"}).refused


def test_one_damaged_journal_does_not_hide_the_other_meetings(door: Door, opened: Script) -> None:
    door.play(*opened)
    door("new", door.file("other.toml", MEETING.replace("xuan-hoa-2026", "an-loc-2026")))
    door.journal().write_bytes(b"no journal\n" + door.journal().read_bytes())

    told = door("list")

    assert told.code == 1
    assert "an-loc-2026" in told.out
    assert "UNREADABLE" in told.out


def test_a_journal_of_a_newer_version_is_shown_but_not_written(door: Door, opened: Script) -> None:
    door.play(*opened)
    _as_newer(door.journal())

    assert "written by a newer version" in door("check").out
    assert door("show", "xuan", "--json").code == 0
    assert "newer version" in door.play({"at": "09:00:00", "do": "agenda", "item": 1}).refused


def _as_newer(journal: Path) -> None:
    """Let the last line of a journal say that it is of another version."""
    import zlib

    *before, last = journal.read_bytes().splitlines(keepends=True)
    crc = int(re.search(rb'"crc":"(\w{8})"', before[-1])[1], 16)  # type: ignore[index]
    head, body = b'{"v":2,"n":%d' % (len(before) + 1), last[last.index(b'"body":') + 7 : -2]
    check = zlib.crc32(body, zlib.crc32(head, crc))
    journal.write_bytes(b"".join(before) + head + b',"crc":"%08x","body":%b}\n' % (check, body))


# Promises


def test_what_is_owed_is_listed_by_last_day(door: Door, spoken: Script) -> None:
    door.play(*spoken)

    head, first, second = door("promises", lang="vi").out.splitlines()

    assert head.startswith("HẠN")
    assert first.startswith("01/12/2026  đang giải quyết  xuan-hoa-2026")
    assert second.startswith("11/12/2026")
    assert "Ngô Văn Đất" in second


def test_a_body_of_two_lines_is_owed_on_one(door: Door, spoken: Script) -> None:
    door.play(*spoken[:-1], {**spoken[-1], "body": "Phòng Kinh tế\nTrung tâm Phục vụ"})

    assert len(door("promises").out.splitlines()) == 3
    assert "Phòng Kinh tế Trung tâm Phục vụ" in door("promises").out


def test_overdue_is_judged_by_the_day_that_is_asked_for(door: Door, spoken: Script) -> None:
    door.play(*spoken)

    assert "There is nothing" in door("promises", "--overdue").out
    (_, row) = door("promises", "--overdue", "--today", "2026-12-02").out.splitlines()
    assert "OVERDUE" in row
    door.now = dt.datetime(2026, 12, 1, 17, 30, tzinfo=dt.UTC)  # half past midnight of 2 December in Vietnam
    assert len(door("promises", "--overdue").out.splitlines()) == 2


def test_a_reply_ends_what_is_owed(door: Door, spoken: Script) -> None:
    door.play(*spoken, {"at": "08:00:00", "do": "reply", "promise": 1, "number": "15/UBND"})

    assert len(door("promises").out.splitlines()) == 3
    assert len(door("promises", "--open").out.splitlines()) == 2


def test_a_directive_of_the_general_conclusion_is_owed_without_a_question(door: Door, spoken: Script) -> None:
    task = {"kind": "work", "body": "Văn phòng", "text": "Rà soát biển báo"}
    door.play(*spoken, {"at": "08:00:00", "do": "conclude_meeting", "text": "Tốt", "tasks": [task]})
    last = door("promises").out.splitlines()[-1].split()
    assert (last[0], "Rà" in last) == ("–", True), "nothing dates work, so it stands last"
    *_, row = csv.DictReader(io.StringIO(door("promises", "--csv").out))
    assert (row["promise"], row["question"], row["outcome"], row["body"]) == ("3", "", "", "Văn phòng")


def test_the_csv_gives_formulas_and_markup_as_they_were_typed(door: Door, spoken: Script) -> None:
    door.play(*spoken)

    rows = list(csv.DictReader(io.StringIO(door("promises", "--csv").out)))

    assert [(row["promise"], row["due"], row["status"]) for row in rows] == [
        ("2", "2026-12-01", "open"),
        ("1", "2026-12-11", "open"),
    ]
    assert (rows[0]["body"], rows[0]["text"]) == ("=cmd()", "+84 [b]{x}[/b]")
    assert [row["places"] for row in rows] == ["thôn Đông", "thôn Đông"]


# Papers, keys, contacts


def test_the_minutes_can_be_written_before_anything_happened(door: Door, tmp_path: Path) -> None:
    door.meeting()

    (told,) = door("export", "xuan", "--only", "minutes", "--to", tmp_path / "papers").out.splitlines()

    assert Path(told).parent == tmp_path / "papers"
    assert any("BIÊN BẢN" in paragraph.text for paragraph in docx.Document(told).paragraphs)


def test_a_paper_is_told_by_the_path_at_which_it_is(door: Door, tmp_path: Path) -> None:
    door.meeting()
    folder = tmp_path / unicodedata.normalize("NFD", "tài liệu")

    assert Path(door("export", "xuan", "--only", "minutes", "--to", folder).out.rstrip("\n")).is_file()


def test_papers_go_to_the_folder_of_the_meeting_also_while_a_console_holds_it(door: Door, spoken: Script) -> None:
    door.play(*spoken)
    lock = WriterLock.take(door.folder.meeting("xuan-hoa-2026").lock, since=door.now)
    try:
        told = [Path(line) for line in door("export", "xuan").out.splitlines()]
    finally:
        lock.release()

    assert {"bien-ban.docx", "bang-tong-hop.xlsx", "lich-thoi-han.ics"} <= {path.name for path in told}
    assert {path.parent for path in told} == {door.folder.papers("xuan-hoa-2026")}
    assert all(path.stat().st_size > 0 for path in told)


@pytest.mark.parametrize("only", ["poem", "minutes,poem", ","])
def test_an_unknown_paper_is_refused_with_those_that_there_are(door: Door, only: str) -> None:
    door.meeting()

    assert "minutes" in door("export", "xuan", "--only", only).refused
    assert not door.folder.papers("xuan-hoa-2026").exists()


def closing_of(path: str) -> str:
    """The closing sentence of the minutes in a file."""
    texts = [paragraph.text for paragraph in docx.Document(path).paragraphs]
    (sentence,) = [text for text in texts if text.startswith("Hội nghị kết thúc vào")]
    return sentence


def test_the_minutes_can_be_signed_in_the_hall_with_a_closing_time_typed_beforehand(door: Door, spoken: Script) -> None:
    door.play(*spoken)

    told = door("export", "xuan", "--only", "minutes,minutes_public,minutes_reading,report", "--closing", "11:30")

    full, public, reading, _ = told.out.splitlines()
    assert [Path(path).name for path in (full, public, reading)] == [
        "bien-ban.docx",
        "bien-ban-cong-khai.docx",
        "bien-ban-doc-thong-qua.docx",
    ]
    for path in (full, public, reading):
        assert "11 giờ 30 phút, ngày 26 tháng 11 năm 2026" in closing_of(path)


@pytest.mark.parametrize("typed", ["24:30", "noon", "11:75", "1130"])
def test_a_closing_time_that_is_none_is_wrong_usage(door: Door, typed: str) -> None:
    door.meeting()

    told = door("export", "xuan", "--only", "minutes", "--closing", typed)

    assert told.code == 2
    assert f"{typed} is no time of day" in told.err
    assert len(told.err.splitlines()) == 1


def test_a_closing_time_is_refused_when_the_meeting_cannot_close_then(door: Door, spoken: Script) -> None:
    door.play(*spoken)
    assert "cannot close at 07:41" in door("export", "xuan", "--only", "minutes", "--closing", "07:41").refused

    door.play({"at": "07:59:00", "do": "adjourn"})

    assert "adjourned at 07:59" in door("export", "xuan", "--closing", "11:30").refused
    assert not door.folder.papers("xuan-hoa-2026").exists()


def test_a_closing_time_goes_only_with_papers_that_tell_it(door: Door) -> None:
    door.meeting()

    refused = door("export", "xuan", "--only", "report", "--closing", "11:30").refused

    assert refused == "--closing only goes with minutes, minutes_public, minutes_reading"


def test_every_act_is_told_with_its_key(door: Door) -> None:
    told = door("keys", lang="vi")

    assert re.search(r"^ +F3 +register +Đăng ký phát biểu", told.out, re.MULTILINE)
    assert told.code == 0


def test_phone_numbers_stay_out_of_the_journal_and_can_be_forgotten(door: Door, opened: Script) -> None:
    door.play(*opened)
    assert b"0900 000 001" not in door.journal().read_bytes()
    assert b"0900 000 001" in door.folder.contacts.read_bytes()

    told = door("forget", "xuan").out.splitlines()
    assert told[0] == "xuan-hoa-2026: 1 phone numbers erased, 1 people taken off the address book"
    assert told[1].startswith("Kept: the journal")

    assert b"0900 000 001" not in door.folder.contacts.read_bytes()
    told = door("forget", "xuan").out.splitlines()
    assert told[0] == "xuan-hoa-2026: 0 phone numbers erased, 0 people taken off the address book"


# Who may write, and what can go wrong


def test_who_holds_a_meeting_is_told_in_the_meetings_time(door: Door) -> None:
    door.meeting()
    lock = WriterLock.take(door.folder.meeting("xuan-hoa-2026").lock, since=door.now)
    try:
        told = door.play({"at": "09:00:00", "do": "open"})
    finally:
        lock.release()

    assert f"process {os.getpid()}" in told.refused
    assert "since 08:00 26/11/2026" in told.refused


@pytest.mark.parametrize("argv", [[], ["run", "xuan"], ["demo"], ["projector"]])
def test_a_screen_is_not_opened_where_there_is_no_terminal(door: Door, argv: list[str]) -> None:
    door.meeting()

    assert "terminal" in door(*argv).refused
    assert door.folder.meeting_ids() == ["xuan-hoa-2026"]


def test_a_rehearsal_on_the_console_makes_nothing_where_there_is_no_terminal(door: Door, opened: Script) -> None:
    assert "terminal" in door("rehearse", door.script(*opened)).refused
    assert not door.root.exists()


def test_what_nobody_expected_is_written_down_beside_the_data(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    door.meeting()
    monkeypatch.setattr("data.catalogue.Catalogue.refresh", lambda self: 1 / 0)

    line = door("list").refused

    (report,) = (door.root / "reports").iterdir()
    assert str(report) in line
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_a_full_disk_is_told_in_the_users_words(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    door.meeting()
    monkeypatch.setattr("data.paper_file.replace", full)

    assert door("export", "xuan", lang="vi").refused == "hết chỗ trên đĩa"


def test_a_data_folder_that_is_a_file_is_told(door: Door, tmp_path: Path) -> None:
    door.root = door.file("kept.txt", "")
    door.folder = DataFolder(door.root)

    assert "kept.txt" in door("new", door.file("meeting.toml", MEETING)).refused


def test_an_interruption_by_the_keyboard_is_no_error(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("data.catalogue.Catalogue.refresh", interrupted)

    told = door("list")
    assert (told.code, told.err) == (130, "")


# As a program of its own


def program(*argv: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program with a console that knows no Vietnamese."""
    return subprocess.run(
        [sys.executable, "-m", "moderator", *map(str, argv)],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def test_the_program_speaks_utf_8_whatever_the_code_page(door: Door) -> None:
    door.meeting()

    told = program("--data", door.root, "list")
    assert "Hội nghị đối thoại xã Xuân Hòa" in told.stdout.decode()
    refused = program("--data", door.root, "show", "\udcff\x1b[31m")
    assert refused.returncode == 1
    assert refused.stderr.decode().startswith("Không có hội nghị nào")
    assert b"\x1b" not in refused.stderr


def test_a_reader_that_has_seen_enough_causes_no_traceback(door: Door) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "moderator", "keys"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_an_output_that_is_full_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "moderator", "--lang", "en", "keys"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (told.returncode, told.stderr.decode()) == (1, "no room left on the disk\n")


def test_a_journal_that_cannot_be_opened_does_not_keep_the_others_from_being_checked(
    door: Door, opened: Script
) -> None:
    door.play(*opened)
    program("--data", door.root, "new", door.file("other.toml", MEETING.replace("xuan-hoa-2026", "aa-first")))
    door.folder.meeting("aa-first").journal.unlink()
    door.folder.meeting("aa-first").journal.mkdir()

    told = program("--data", door.root, "check")

    assert told.returncode == 1
    assert "xuan-hoa-2026: nguyên vẹn" in told.stdout.decode()
    assert told.stderr.decode().startswith("aa-first: ")
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.parametrize("argv", [["list"], ["show", "xuan"], ["check"], ["keys"]])
def test_what_is_only_read_opens_without_screens_and_papers(door: Door, argv: list[str]) -> None:
    door.meeting()
    tell = "import sys; from moderator.command_line import main; main(sys.argv[1:]); print(*sorted(sys.modules))"

    told = subprocess.run(
        [sys.executable, "-c", tell, "--data", str(door.root), *argv],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    loaded = set(told.stdout.decode().splitlines()[-1].split())
    assert "moderator.command_line" in loaded
    assert loaded.isdisjoint({"textual", "docx", "rich"})
