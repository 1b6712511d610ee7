"""The office's own days and wording: taken whole, or refused with the line and the reason."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from data.days_off import DaysOff, read_days_off
from data.office_file import OfficeFileError, line_of
from data.phrases_file import phrases_as_toml, read_phrases
from moderator.meeting.wording import USUAL_PHRASES


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "co-quan.toml"


def refused(file: Path, text: str | bytes) -> tuple[int, str, str]:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(OfficeFileError) as refusal:
        (read_phrases if isinstance(text, str) and "# phrases" in text else read_days_off)(file)
    assert refusal.value.file == str(file)
    return refusal.value.line, refusal.value.key, refusal.value.reason


def test_without_files_the_country_counts_and_the_usual_words_are_used(file: Path) -> None:
    assert read_days_off(file) == DaysOff()
    assert read_phrases(file) is USUAL_PHRASES


def test_the_days_of_an_office_are_read(file: Path) -> None:
    file.write_text(
        """
        # Thông báo của UBND tỉnh
        days_off = [2027-02-05, 2027-02-10]
        worked = [
            2027-02-13,
        ]
        announced_years = [2027, 2028]
        """,
        encoding="utf-8-sig",
    )
    assert read_days_off(file) == DaysOff(
        days_off=(date(2027, 2, 5), date(2027, 2, 10)), worked=(date(2027, 2, 13),), announced_years=(2027, 2028)
    )


@pytest.mark.parametrize(
    ("text", "line", "key", "reason"),
    [
        ("days_of = [2027-02-05]", 1, "days_of", "unknown_key"),
        ("\nworked = []\n[days_off]\na = 1", 3, "days_off", "wrong_kind"),
        ("# x\ndays_off = 2027-02-05", 2, "days_off", "wrong_kind"),
        ('worked = [2027-02-13]\ndays_off = [2027-02-05, "2027-02-06"]', 2, "days_off[2]", "wrong_kind"),
        ("days_off = [2027-02-05T08:00:00]", 1, "days_off[1]", "wrong_kind"),
        ("days_off = [2027-02-05]\nworked = [2027-02-13, 2027-02-05]", 2, "worked[2]", "day_off_and_worked"),
        ("announced_years = [0]", 1, "announced_years[1]", "too_small"),
        ("announced_years = [2027, true]", 1, "announced_years[2]", "wrong_kind"),
        ("days_off = [2027-02-30]", 0, "", "bad_toml"),
        ("days_off = [", 0, "", "bad_toml"),
        (b"days_off = [] # \xff", 0, "", "not_utf8"),
    ],
)
def test_days_that_do_not_fit_are_refused_with_their_place(
    file: Path, text: str | bytes, line: int, key: str, reason: str
) -> None:
    assert refused(file, text) == (line, key, reason)


def test_a_folder_in_the_place_of_a_file_is_told(file: Path) -> None:
    file.mkdir()
    with pytest.raises(OfficeFileError) as refusal:
        read_days_off(file)
    assert refusal.value.reason == "unreadable_file"


def test_own_phrases_take_the_place_of_the_usual_ones(file: Path) -> None:
    file.write_text('no_later_than = "xong trước {day}"\n[conclusion]\nnoted = "Xin ghi nhận."', encoding="utf-8")
    phrases = read_phrases(file)

    assert (phrases["no_later_than"], phrases["conclusion.noted"]) == ("xong trước {day}", "Xin ghi nhận.")
    assert phrases["conclusion.written"] == USUAL_PHRASES["conclusion.written"]
    assert list(phrases) == list(USUAL_PHRASES)


@pytest.mark.parametrize(
    ("text", "line", "key", "reason"),
    [
        ('[conclusion]\nnoted = "A"\nnote = "B"', 4, "conclusion.note", "unknown_key"),
        ('[conclusions]\nnoted = "A"', 3, "conclusions.noted", "unknown_key"),
        ('[[conclusion]]\nnoted = "A"', 2, "conclusion", "unknown_key"),
        ('[conclusion]\nwritten = "Giao {body} trả lời."', 3, "conclusion.written", "unfit_phrase"),
        ('[conclusion]\nwritten = "Giao {body} {by} {reason}."', 3, "conclusion.written", "unfit_phrase"),
        ('[conclusion]\nwritten = "Giao {body!r} {by}."', 3, "conclusion.written", "unfit_phrase"),
        ('[conclusion]\nwritten = "Giao {body:>9} {by}."', 3, "conclusion.written", "unfit_phrase"),
        ('[conclusion]\nwritten = "Giao {body.__class__} {by}."', 3, "conclusion.written", "unfit_phrase"),
        ('[conclusion]\nwritten = "Giao {body {by}."', 3, "conclusion.written", "unfit_phrase"),
        ('[conclusion]\nnoted = " "', 3, "conclusion.noted", "unfit_phrase"),
        ('[conclusion]\nnoted = "Ghi nhận {0}"', 3, "conclusion.noted", "unfit_phrase"),
        ("reason = 3", 2, "reason", "wrong_kind"),
        ("reason = [1]", 2, "reason", "wrong_kind"),
        ('reason = "Vì {reason}', 0, "", "bad_toml"),
    ],
)
def test_phrases_that_do_not_fit_are_refused_with_their_line(
    file: Path, text: str, line: int, key: str, reason: str
) -> None:
    assert refused(file, f"# phrases\n{text}") == (line, key, reason)


def test_the_table_that_is_printed_can_be_kept_as_the_file(file: Path) -> None:
    text = phrases_as_toml(USUAL_PHRASES)
    assert tomllib.loads(text)["conclusion"]["written"] == USUAL_PHRASES["conclusion.written"]
    file.write_text(text, encoding="utf-8")
    assert read_phrases(file) == USUAL_PHRASES


def test_quotes_and_line_breaks_of_a_phrase_are_kept(file: Path) -> None:
    odd = 'Ghi nhận "như vậy" \\ \nxuống dòng {{x}}'
    file.write_text(phrases_as_toml(type(USUAL_PHRASES)({"conclusion.noted": odd})), encoding="utf-8")
    assert read_phrases(file)["conclusion.noted"] == odd


def test_a_key_is_found_under_its_table() -> None:
    text = '[outcome]\nnoted = 1\n[ conclusion ] # x\n"noted" = 2\nreason.x = 3'
    assert line_of(text, "conclusion.noted") == 4
    assert line_of(text, "outcome.noted") == 2
    assert line_of(text, "conclusion.reason.x") == 5
    assert line_of(text, "noted") == 0
