"""The office after the meeting, from the command line: duties, its own days and wording, what is forgotten."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import docx
import pytest

from data.address_book import AddressBook
from moderator.desk import read_meeting, remember_people
from moderator.entries.duties import CSV_COLUMNS
from tests.moderator.conftest import MEETING, Door

Script = list[dict[str, Any]]
RULES = """
[[rules]]
name = "notice"
amount = 5
source = "=Quy chế"
[[rules]]
name = "results_published"
amount = 3
unit = "working_days"
"""
ADJOURNED: Script = [{"at": "07:50:00", "do": "adjourn"}]


@pytest.fixture
def over(door: Door, spoken: Script) -> str:
    """A meeting that is over, with its duties."""
    door.meeting(RULES)
    assert door.play(*spoken, *ADJOURNED).code == 0
    return "xuan-hoa-2026"


def rows(told: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(told)))


# Duties


def test_duties_are_listed_by_last_day_with_how_they_stand(door: Door, over: str) -> None:
    told = door("duties")

    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["20/11/2026", "01/12/2026", "11/12/2026"]
    assert "OVERDUE" in lines[0]
    assert "Notice of the meeting" in lines[0]
    assert len(door("duties", "--overdue").out.splitlines()) == 2
    assert len(door("duties", "--overdue", "--today", "2026-12-02").out.splitlines()) == 3


def test_a_duty_that_was_done_says_when_where_and_under_which_number(door: Door, over: str) -> None:
    for at, place in (("08:00:00", "thôn Đông"), ("08:01:00", "thôn Tây")):
        door.play({"at": at, "do": "done", "duty": "results_published", "number": "7/TB", "place": place})

    told = rows(door("duties", "--csv").out)
    assert tuple(told[0]) == CSV_COLUMNS
    published = next(row for row in told if row["duty"] == "results_published")
    assert (published["status"], published["done_date"], published["done_number"], published["done_places"]) == (
        "done",
        "2026-11-26",
        "7/TB",
        "thôn Đông; thôn Tây",
    )
    assert next(row for row in told if row["duty"] == "notice")["source"] == "=Quy chế"
    assert [row["duty"] for row in rows(door("duties", "--csv", "--open").out)] == ["notice", "written_reply"]
    assert "7/TB thôn Tây" in door("duties").out


def test_what_goes_to_every_village_is_done_when_the_last_of_them_has_it(door: Door, over: str) -> None:
    def published() -> dict[str, str]:
        return next(row for row in rows(door("duties", "--csv").out) if row["duty"] == "results_published")

    assert (published()["status"], published()["places_left"]) == ("open", "thôn Đông; thôn Tây")
    door.play({"at": "08:00:00", "do": "done", "duty": "results_published", "place": "thon dong"})
    assert (published()["status"], published()["places_left"]) == ("open", "thôn Tây")
    assert "26/11/2026 thon dong; left: thôn Tây" in door("duties").out
    door.play({"at": "08:01:00", "do": "done", "duty": "results_published", "place": "thôn Tây"})
    assert (published()["status"], published()["places_left"]) == ("done", "")


def test_promises_keep_their_rows_whatever_the_duties(door: Door, over: str) -> None:
    told = rows(door("promises", "--csv").out)

    assert [(row["promise"], row["kind"]) for row in told] == [("2", "work"), ("1", "reply")]


# Days off


def due(door: Door) -> dict[str, Any]:
    return next(promise for promise in door("show", "xuan", "--json").json["promises"] if promise["promise"] == 1)


@pytest.fixture
def next_year(door: Door, spoken: Script) -> str:
    """A meeting whose reply is due on a Friday of a year that nobody has announced."""
    assert door("new", door.file("meeting.toml", MEETING.replace("amount = 15", "amount = 43"))).code == 0
    assert door.play(*spoken, *ADJOURNED).code == 0
    return "xuan-hoa-2026"


def test_the_days_that_the_office_announced_count_everywhere(door: Door, next_year: str) -> None:
    assert (due(door)["due"], due(door)["estimated"]) == ("2027-01-08", True)

    door.folder.days_off.write_text(
        "days_off = [2027-01-08]\nworked = [2027-01-09]\nannounced_years = [2027]", encoding="utf-8"
    )

    assert (due(door)["due"], due(door)["estimated"]) == ("2027-01-09", False)
    assert "09/01/2027" in door("promises").out
    assert rows(door("duties", "--csv").out)[0]["due"] == "2027-01-09"
    (path,) = door("export", next_year, "--only", "minutes").out.splitlines()
    assert "ngày 09 tháng 01 năm 2027" in words_in(path)


@pytest.mark.parametrize(
    "call",
    [
        ("show", "xuan"),
        ("list",),
        ("promises",),
        ("duties",),
        ("phrases",),
        ("export", "xuan", "--only", "minutes"),
        ("forget", "--before", "2027-01-01"),
    ],
    ids=" ".join,
)
def test_a_file_of_days_that_does_not_fit_is_told_in_one_line_wherever_days_count(
    door: Door, over: str, call: tuple[str, ...]
) -> None:
    door.folder.days_off.write_text("days_off = []\nworked = [2027-01-09, 8]", encoding="utf-8")

    reason = door(*call).refused
    assert reason == f"{door.folder.days_off}: line 2: worked[2]: expected a date, found a whole number"


def test_a_console_is_not_opened_on_wrong_days_and_the_journal_stays_free(door: Door, over: str) -> None:
    before = door.journal().read_bytes()
    door.folder.days_off.write_text("x = 1", encoding="utf-8")

    assert "line 1: x" in door.play({"at": "09:00:00", "do": "sign"}).refused
    assert door.journal().read_bytes() == before
    door.folder.days_off.unlink()
    assert door.play({"at": "09:00:00", "do": "sign"}).code == 0


# Wording


def words_in(path: str) -> str:
    return "\n".join(each.text for each in docx.Document(path).paragraphs)


def test_the_papers_are_worded_as_the_office_does(door: Door, over: str) -> None:
    door.folder.phrases.write_text(
        '[conclusion]\nwritten = "UBND xã nhận ý kiến; {body} trả lời {by}."', encoding="utf-8"
    )

    (path,) = door("export", over, "--only", "minutes").out.splitlines()

    assert "UBND xã nhận ý kiến; Phòng Kinh tế trả lời chậm nhất" in words_in(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[conclusion]\nwritten = "Giao {body}."', "dòng 2: conclusion.written: phải có đúng những chỗ điền này"),
        ('[ket-luan]\nwritten = "x"', "dòng 2: ket-luan.written: không có khóa này"),
        ("\nreason = ", "dòng 2: không đúng cách viết TOML"),
    ],
)
def test_wording_that_does_not_fit_is_told_with_its_line(door: Door, over: str, text: str, reason: str) -> None:
    door.folder.phrases.write_text(text, encoding="utf-8")

    told = door("export", over, "--only", "minutes", lang="vi").refused
    assert told.startswith(f"{door.folder.phrases}: {reason}")


def test_the_phrases_are_printed_as_the_file_that_would_change_them(door: Door, over: str) -> None:
    told = door("phrases")
    assert told.out.startswith(f"# Phrases of the papers. Change them in {door.folder.phrases}")

    door.folder.phrases.write_text(told.out.replace("Tiếp thu, ghi nhận ý kiến.", "Xin ghi nhận."), encoding="utf-8")

    assert 'noted = "Xin ghi nhận."' in door("phrases").out


# What is forgotten


def kept(door: Door) -> bytes:
    path: Path = door.folder.contacts
    return path.read_bytes()


def test_phone_numbers_of_meetings_over_before_a_day_are_forgotten_and_counted(door: Door, opened: Script) -> None:
    for meeting_id, phone in (("xuan-an", "0900 000 002"), ("xuan-loc", "0900 000 003")):
        file = door.file(f"{meeting_id}.toml", MEETING.replace("xuan-hoa-2026", meeting_id))
        assert door("new", file).code == 0
        script = [{**line, "phone": phone} if line["do"] == "register" else line for line in opened]
        closing = ADJOURNED if meeting_id == "xuan-an" else []
        assert door("rehearse", door.script(*script, *closing), "--meeting", meeting_id, "--speed", "max").code == 0
    door.play(*opened, *ADJOURNED)

    assert door("forget", "--before", "2026-11-26").out == "No meeting was adjourned before 26/11/2026.\n"
    assert b"0900 000 002" in kept(door)
    told = door("forget", "--before", "2026-11-27")

    # Whoever was invited is still expected at the third meeting.
    assert told.out.splitlines()[:-1] == [
        "xuan-an: 2 phone numbers erased, 0 people taken off the address book",
        "xuan-hoa-2026: 1 phone numbers erased, 0 people taken off the address book",
    ]
    assert b"0900 000 002" not in kept(door)
    assert b"0900 000 001" not in kept(door)
    assert b"0900 000 003" in kept(door)


def test_forgetting_wants_a_meeting_or_a_day_and_not_both(door: Door) -> None:
    assert (door("forget").code, door("forget", "a", "--before", "2026-11-27").code) == (2, 2)
    assert "give one of ID --before" in door("forget").err
    assert "is no date" in door("forget", "--before", "26/11").err


def test_a_meeting_that_cannot_be_read_is_told_when_others_are_forgotten(door: Door, over: str) -> None:
    door.folder.make_meeting("hong").journal.write_bytes(b"hong\n" * 3)

    told = door("forget", "--before", "2026-11-27")

    assert told.out.splitlines()[0].startswith("xuan-hoa-2026: 1 phone numbers erased")
    assert told.code == 1
    assert "hong" in told.err


def met(door: Door, *meetings: str) -> None:
    """Let the consoles of meetings be left, so that their people are known."""
    for meeting_id in meetings:
        remember_people(door.folder, read_meeting(door.folder, meeting_id))


def known(door: Door) -> list[str]:
    return [one.name for one in AddressBook(door.folder.address_book).people()]


def test_who_came_to_the_forgotten_meeting_alone_is_proposed_no_more(door: Door, over: str) -> None:
    file = door.file("xuan-an.toml", MEETING.replace("xuan-hoa-2026", "xuan-an"))
    assert door("new", file).code == 0
    came_again = {"at": "07:20:00", "do": "register", "name": "VÕ VĂN BÌNH", "place": "thôn Tây"}
    assert door("rehearse", door.script(came_again), "--meeting", "xuan-an", "--speed", "max").code == 0
    met(door, over, "xuan-an")
    assert known(door) == ["Đinh Thị Mời", "Lê Thị An", "VÕ VĂN BÌNH"]

    told = door("forget", over, lang="vi").out.splitlines()

    assert told[0] == "xuan-hoa-2026: đã xóa 1 số điện thoại, 1 người trong sổ địa chỉ"
    assert known(door) == ["Đinh Thị Mời", "VÕ VĂN BÌNH"]
    assert "Lê Thị An" not in door.folder.address_book.read_text(encoding="utf-8")
    assert [one.name for one in AddressBook(door.folder.address_book).officials()] == ["Ngô Văn Đất"]
    # A reply is recorded at its console later, and its people stay forgotten.
    met(door, over)
    assert known(door) == ["Đinh Thị Mời", "VÕ VĂN BÌNH"]
    door("forget", "xuan-an")
    assert known(door) == []


def test_people_are_forgotten_also_where_the_journal_cannot_be_read(door: Door, over: str) -> None:
    met(door, over)
    door.journal(over).write_bytes(b"hong\n" * 3)

    assert "1 phone numbers erased, 3 people" in door("forget", over).out
    assert known(door) == []
