"""The catalogue says what the journals say, and is never believed against them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest

from data import catalogue as module
from data.catalogue import Card, Catalogue
from data.folder import DataFolder
from data.journal import JournalWriter
from moderator.meeting import events as e
from moderator.meeting.events import Record
from moderator.meeting.meeting import encode_record, made
from moderator.meeting.setup import Official, Person, Rule, Setup
from moderator.meeting.working_days import Calendar

AT = dt.datetime(2026, 11, 26, 1, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 27)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "kept")


def lay(folder: DataFolder, meeting_id: str, starts: dt.datetime | None = None) -> None:
    """Lay a meeting into the folder."""
    setup = Setup(
        id=meeting_id,
        title=f"Hội nghị {meeting_id}",
        authority="UBND xã Xuân Hòa",
        starts=starts,
        chairs=(Person(name="Trần Văn Chủ"),),
        officials=(Official(code="dia-chinh", name="Ngô Văn Đất"),),
        rules=(Rule(name="written_reply", amount=15),),
    )
    write(folder, meeting_id, [made(setup, AT)])


def write(folder: DataFolder, meeting_id: str, records: Iterable[Record]) -> None:
    """Write records to a meeting's journal."""
    with JournalWriter.open(folder.make_meeting(meeting_id).journal)[0] as journal:
        for record in records:
            journal.append(encode_record(record))


def promised(due: dt.date | None = None) -> list[Record]:
    """An asked a question on which a written reply was promised."""
    promise = e.PromiseMade(promise=1, kind="reply", body="Phòng Kinh tế", official="dia-chinh", due=due)
    events: list[e.AnyEvent] = [
        e.Opened(),
        e.Registered(who=1, name="Lê Thị An"),
        e.QuestionRaised(question=1, who=1, text="đường hỏng"),
        e.QuestionRaised(question=2, who=1, text="nước đục"),
        e.Concluded(question=1, outcome="written", promises=(promise,)),
    ]
    return [Record(at=AT, do="x", events=(event,)) for event in events]


def card_of(folder: DataFolder, meeting_id: str) -> Card:
    return next(card for card in Catalogue(folder, Calendar()).refresh() if card.id == meeting_id)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The meetings whose journals were read."""
    read: list[str] = []
    reads = module.read_journal

    def noted(path: Path) -> object:
        read.append(path.parent.name)
        return reads(path)

    monkeypatch.setattr(module, "read_journal", noted)
    return read


def test_an_empty_folder_stays_as_it_is(folder: DataFolder) -> None:
    assert Catalogue(folder, Calendar()).refresh() == []
    assert not folder.root.exists()


def test_a_card_tells_what_the_journal_says(folder: DataFolder) -> None:
    lay(folder, "xuan-hoa")
    write(folder, "xuan-hoa", promised())

    card = card_of(folder, "xuan-hoa")

    assert (card.title, card.stage, card.day) == ("Hội nghị xuan-hoa", "open", dt.date(2026, 11, 26))
    assert (card.registrations, card.questions, card.unconcluded) == (1, 2, 1)
    (owed,) = card.promises
    assert (owed.official, owed.last_day, owed.estimated) == ("Ngô Văn Đất", dt.date(2026, 12, 11), False)
    assert (owed.status(TODAY), owed.status(dt.date(2026, 12, 12))) == ("open", "overdue")


def test_only_a_journal_that_changed_is_read_again(folder: DataFolder, read: list[str]) -> None:
    for meeting_id in ("a", "b", "c"):
        lay(folder, meeting_id)
    Catalogue(folder, Calendar()).refresh()
    assert sorted(read) == ["a", "b", "c"]

    read.clear()
    write(folder, "b", promised(dt.date(2026, 12, 1)))
    cards = Catalogue(folder, Calendar()).refresh()

    assert read == ["b"]
    assert [len(card.promises) for card in cards] == [1, 0, 0]
    assert cards == Catalogue(folder, Calendar()).refresh()


def test_kept_cards_say_the_same_as_new_ones(folder: DataFolder) -> None:
    lay(folder, "xuan-hoa", starts=dt.datetime(2026, 11, 26, 7, 30))
    reply = e.PromiseReplied(promise=1, date=TODAY, number="5/UBND")
    extended = e.PromiseExtended(promise=1, due=dt.date(2027, 1, 5), reason="chờ tỉnh")
    write(folder, "xuan-hoa", [*promised(), *(Record(at=AT, do="x", events=(event,)) for event in (extended, reply))])

    new = Catalogue(folder, Calendar()).refresh()
    assert new[0].promises[0].status(TODAY) == "replied"
    assert Catalogue(folder, Calendar()).refresh() == new


@pytest.mark.parametrize("content", [b"", b"{torn", b"[]", b'{"meetings":{"1":{"id":"xuan-hoa","sign":"","card":7}}}'])
def test_a_catalogue_that_makes_no_sense_is_made_anew(folder: DataFolder, content: bytes) -> None:
    lay(folder, "xuan-hoa")
    before = Catalogue(folder, Calendar()).refresh()
    folder.catalogue.write_bytes(content)

    assert Catalogue(folder, Calendar()).refresh() == before


def test_a_card_that_was_tampered_with_is_not_believed_once_the_journal_changes(folder: DataFolder) -> None:
    lay(folder, "xuan-hoa")
    Catalogue(folder, Calendar()).refresh()
    folder.catalogue.write_bytes(folder.catalogue.read_bytes().replace(b"preparing", b"adjourned"))
    write(folder, "xuan-hoa", [Record(at=AT, do="open", events=(e.Opened(),))])

    assert card_of(folder, "xuan-hoa").stage == "open"


def test_another_version_of_the_program_counts_all_last_days_again(
    folder: DataFolder, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(folder, "xuan-hoa")
    Catalogue(folder, Calendar()).refresh()
    read.clear()
    monkeypatch.setattr(module, "__version__", "99.0")

    Catalogue(folder, Calendar()).refresh()

    assert read == ["xuan-hoa"]


def test_a_meeting_that_is_gone_leaves_the_catalogue(folder: DataFolder) -> None:
    lay(folder, "xuan-hoa")
    lay(folder, "xuan-loc")
    Catalogue(folder, Calendar()).refresh()
    folder.meeting("xuan-hoa").journal.unlink()

    assert [card.id for card in Catalogue(folder, Calendar()).refresh()] == ["xuan-loc"]
    assert b"xuan-hoa" not in folder.catalogue.read_bytes()


def test_meetings_come_by_day_and_the_undated_last(folder: DataFolder) -> None:
    lay(folder, "a-undated")
    lay(folder, "b-late", starts=dt.datetime(2027, 1, 5, 8))
    lay(folder, "c-early", starts=dt.datetime(2026, 1, 5, 8))

    assert [card.id for card in Catalogue(folder, Calendar()).refresh()] == ["c-early", "b-late", "a-undated"]


def test_damage_is_told_and_hides_no_other_meeting(folder: DataFolder) -> None:
    for meeting_id in ("sound", "damaged", "senseless", "torn"):
        lay(folder, meeting_id)
    write(folder, "damaged", promised())
    write(folder, "torn", promised())
    write(folder, "senseless", [])
    journals = {name: folder.meeting(name).journal for name in ("damaged", "senseless", "torn")}
    journals["damaged"].write_bytes(journals["damaged"].read_bytes().replace("hỏng".encode(), b"hong"))
    journals["senseless"].write_bytes(b"nonsense\n")
    journals["torn"].write_bytes(journals["torn"].read_bytes()[:-5])

    cards = {card.id: card for card in Catalogue(folder, Calendar()).refresh()}

    assert {name: card.trouble for name, card in cards.items()} == {
        "sound": "",
        "damaged": "damaged",
        "senseless": "unreadable",
        "torn": "",
    }
    assert (cards["damaged"].registrations, cards["damaged"].questions) == (1, 0)
    assert cards["torn"].promises == ()


def test_where_nothing_can_be_written_the_cards_are_told_all_the_same(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise PermissionError(13, "read-only")

    lay(folder, "xuan-hoa")
    monkeypatch.setattr("data.durable.replace", read_only)

    assert [card.id for card in Catalogue(folder, Calendar()).refresh()] == ["xuan-hoa"]


def test_last_days_are_counted_anew_when_the_office_announces_days_off(folder: DataFolder, read: list[str]) -> None:
    lay(folder, "xuan-hoa")
    write(folder, "xuan-hoa", promised())

    def last_day(calendar: Calendar) -> dt.date | None:
        (card,) = Catalogue(folder, calendar).refresh()
        return card.promises[0].last_day

    assert last_day(Calendar()) == dt.date(2026, 12, 11)
    assert last_day(Calendar(days_off=[dt.date(2026, 12, 11)])) == dt.date(2026, 12, 14)
    read.clear()
    assert last_day(Calendar(days_off=[dt.date(2026, 12, 11)])) == dt.date(2026, 12, 14)
    assert read == []
    assert last_day(Calendar(worked=[dt.date(2026, 12, 12)], days_off=[dt.date(2026, 12, 11)])) == dt.date(2026, 12, 12)
    assert last_day(Calendar()) == dt.date(2026, 12, 11)


def test_a_card_tells_the_duties_and_the_villages_of_those_who_asked(folder: DataFolder) -> None:
    lay(folder, "xuan-hoa")
    asked: list[e.AnyEvent] = [
        e.Registered(who=2, name="Võ Văn Bình", place="thôn  Tây"),
        e.Registered(who=3, name="Đỗ Thị Cúc", place="tổ 2, thôn Đông"),
        e.QuestionRaised(question=3, who=2, text="đường cũng hỏng"),
        e.QuestionRaised(question=4, who=3, text="đường lại hỏng"),
        e.QuestionJoined(question=3, into=1),
        e.QuestionJoined(question=4, into=1),
        e.Adjourned(),
        e.DutyDone(duty="written_reply", date=TODAY, number="7/TB", place="thôn Tây"),
    ]
    write(folder, "xuan-hoa", [*promised(), *(Record(at=AT, do="x", events=(event,)) for event in asked)])

    new, kept = card_of(folder, "xuan-hoa"), card_of(folder, "xuan-hoa")

    assert new == kept
    assert new.promises[0].places == ("thôn Tây", "thôn Đông")
    assert new.adjourned_on == dt.date(2026, 11, 26)
    (duty,) = new.duties
    assert (duty.name, duty.last_day, duty.kept) == ("written_reply", dt.date(2026, 12, 11), True)
    assert [(each.number, each.place) for each in duty.done] == [("7/TB", "thôn Tây")]
