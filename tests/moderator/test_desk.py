"""The desk: on the disk first, then in the meeting, then before the hall; and nothing beside it stops the meeting."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from data import durable
from data.folder import DataFolder
from data.journal import read_journal
from data.sign_of_life import beat, last_beat
from data.writer_lock import MeetingHeld
from moderator.clock import Clock
from moderator.desk import (
    Desk,
    MeetingExists,
    UnreadableRecord,
    instant_for_readers,
    make_meeting,
    read_meeting,
    remember_people,
    write_report,
)
from moderator.meeting import commands as c
from moderator.meeting.hall import HallView
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Attendee, Official, Person, Setup
from moderator.meeting.working_days import Calendar

START = dt.datetime(2026, 11, 26, 1, 0, tzinfo=dt.UTC)
SETUP = Setup(
    id="xuan-hoa",
    title="Hội nghị đối thoại",
    authority="UBND xã Xuân Hòa",
    chairs=(Person(name="Trần Văn Chủ"),),
    officials=(Official(code="dia-chinh", name="Ngô Văn Đất"),),
    attendance=(Attendee(name="Đinh Thị Mời", place="thôn Đông"), Attendee(organisation="Hội Nông dân", count=10)),
)


class Time:
    """The computer's clocks, moved by the test."""

    def __init__(self) -> None:
        self.wall = START
        self.ticks = 0.0

    def passes(self, seconds: float) -> None:
        self.wall += dt.timedelta(seconds=seconds)
        self.ticks += seconds

    def clock(self) -> Clock:
        return Clock(wall=lambda: self.wall, monotonic=lambda: self.ticks)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "kept")
    make_meeting(folder, SETUP, START)
    return folder


@pytest.fixture
def desk(folder: DataFolder, time: Time) -> Iterator[Desk]:
    desk = Desk(folder, "xuan-hoa", time.clock(), Calendar())
    yield desk
    desk.close()


def hall(folder: DataFolder) -> HallView:
    return msgspec.json.decode(folder.hall("xuan-hoa").read_bytes(), type=HallView)


def speaking(desk: Desk, time: Time) -> None:
    """An speaks since ten seconds."""
    for command in (c.Open(), c.Register(name="An"), c.Call(), c.Start()):
        desk.give(command)
    time.passes(10)


def test_what_was_taken_is_on_the_disk_and_before_the_hall(folder: DataFolder, desk: Desk) -> None:
    desk.give(c.Open())
    desk.give(c.Register(name="Lê Thị An", place="thôn Đông", topic="đường"))

    assert read_meeting(folder, "xuan-hoa").state == desk.meeting.state
    assert hall(folder).waiting == 1
    assert hall(folder).live


def test_what_was_refused_leaves_nothing(folder: DataFolder, desk: Desk) -> None:
    before = folder.meeting("xuan-hoa").journal.read_bytes()

    with pytest.raises(Refusal, match="not_open"):
        desk.give(c.Call())

    assert folder.meeting("xuan-hoa").journal.read_bytes() == before


def test_followers_are_told_after_the_change(desk: Desk) -> None:
    stages: list[str] = []
    desk.on_change(lambda: stages.append(desk.meeting.state.stage))

    desk.give(c.Open())

    assert stages == ["open"]


def test_text_is_made_fit_to_keep(desk: Desk) -> None:
    desk.give(c.Register(name="Nguye\u0302\u0303n\x1b[31m\ud800", topic="[b]a\r\nb[/b] {x}"))

    card = desk.meeting.state.registrations[1].card
    assert card.name == "Nguyễn\ufffd[31m\ufffd"
    assert card.topic == "[b]a\nb[/b] {x}"


def test_a_full_disk_refuses_and_from_then_on_the_meeting_is_only_read(
    folder: DataFolder, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    desk.on_change(lambda: told.append(desk.failure))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(durable, "write_all", full)
        with pytest.raises(Refusal, match="journal_full"):
            desk.give(c.Open())

    assert desk.meeting.state.stage == "preparing"
    assert told == [desk.failure]
    with pytest.raises(Refusal, match="journal_full"):
        desk.give(c.Register(name="An"))
    assert read_journal(folder.meeting("xuan-hoa").journal).records == 1


def test_what_stands_beside_the_journal_never_stops_the_meeting(
    folder: DataFolder, desk: Desk, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        for place in ("publish", "beat", "save_draft"):
            full.setattr(f"moderator.desk.{place}", broken)
        full.setattr("data.contacts.Contacts.keep", broken)
        desk.give(c.Register(name="Bình", phone="0900 000 002"))
        speaking(desk, time)
        desk.keep_draft("đang gõ", "turn 1", (0, 7), {"register": {"name": "Lê Văn"}})
        desk.watch()
        assert set(desk.unkept) == {"hall", "alive", "draft", "phone"}

    desk.watch()
    desk.keep_draft("đang gõ", "turn 1", (0, 7), {"register": {"name": "Lê Văn"}})
    assert set(desk.unkept) == {"phone"}
    assert hall(folder).phase == "speech"


def test_phone_numbers_are_kept_beside_and_can_be_mended(folder: DataFolder, desk: Desk) -> None:
    desk.give(c.Register(name="An", phone="0900 000 001"))
    assert desk.contacts.phone("xuan-hoa", 1) == "0900 000 001"
    desk.give(c.EditRegistration(who=1, phone="0900 000 009"))
    desk.give(c.EditRegistration(who=1, topic="đường"))
    assert desk.contacts.phone("xuan-hoa", 1) == "0900 000 009"
    desk.give(c.EditRegistration(who=1, phone=""))
    assert desk.contacts.phone("xuan-hoa", 1) == ""
    assert b"0900" not in folder.meeting("xuan-hoa").journal.read_bytes()


def test_there_is_one_writer(folder: DataFolder, desk: Desk, time: Time) -> None:
    with pytest.raises(MeetingHeld):
        Desk(folder, "xuan-hoa", time.clock(), Calendar())

    desk.close()
    Desk(folder, "xuan-hoa", time.clock(), Calendar()).close()
    assert not hall(folder).live


def test_a_desk_that_cannot_read_its_journal_lets_go_of_it(folder: DataFolder, time: Time) -> None:
    from data.journal import JournalWriter

    with JournalWriter.open(folder.meeting("xuan-hoa").journal)[0] as journal:
        journal.append(b'{"at":"2026-11-26T01:00:00Z","do":"dance","events":[{"is":"danced"}]}')
    for _ in range(2):
        with pytest.raises(UnreadableRecord) as unreadable:
            Desk(folder, "xuan-hoa", time.clock(), Calendar())
        assert unreadable.value.record == 2


def test_a_meeting_is_made_once(folder: DataFolder) -> None:
    with pytest.raises(MeetingExists):
        make_meeting(folder, SETUP, START)
    assert read_journal(folder.meeting("xuan-hoa").journal).records == 1


def test_after_a_power_cut_the_clock_goes_on_either_way(folder: DataFolder, desk: Desk, time: Time) -> None:
    speaking(desk, time)
    desk.watch()
    desk._journal.close()  # the power is cut: nothing is published, nothing is said
    time.passes(40)
    later = Desk(folder, "xuan-hoa", time.clock(), Calendar())
    try:
        assert later.interrupted_since == START + dt.timedelta(seconds=10)
        later.give(c.Recover(choice="paused"))
        floor = later.meeting.state.floor
        assert floor is not None
        assert (floor.state, floor.spoken(later.now())) == ("paused", 10.0)
        assert later.interrupted_since is None
    finally:
        later.close()


def test_a_sleep_of_the_computer_is_offered_as_an_interruption(desk: Desk, time: Time) -> None:
    speaking(desk, time)
    time.wall += dt.timedelta(seconds=600)

    assert desk.watch()

    assert desk.interrupted_since == START + dt.timedelta(seconds=10)
    desk.give(c.Recover(choice="ran_on"))
    floor = desk.meeting.state.floor
    assert floor is not None
    assert floor.spoken(desk.now()) == 610.0
    assert not desk.watch()


def test_a_clock_set_back_does_not_take_the_meeting_back(desk: Desk, time: Time) -> None:
    speaking(desk, time)
    time.wall -= dt.timedelta(hours=1)

    assert desk.watch()

    assert desk.interrupted_since is None
    assert desk.give(c.Pause()).at == START + dt.timedelta(seconds=10)


def test_the_sign_of_life_is_given_while_a_clock_runs(folder: DataFolder, desk: Desk, time: Time) -> None:
    alive = folder.meeting("xuan-hoa").alive
    desk.watch()
    assert last_beat(alive) is None

    speaking(desk, time)
    desk.watch()
    assert last_beat(alive) == START + dt.timedelta(seconds=10)


def test_a_screen_may_draw_first_and_have_the_hall_told_in_a_moment(folder: DataFolder, desk: Desk) -> None:
    moments: list[Callable[[], None]] = []
    desk.publish_when(moments.append)

    desk.give(c.Register(name="An"))
    desk.give(c.Register(name="Bình"))

    assert not folder.hall("xuan-hoa").exists()
    (moment,) = moments
    moment()
    assert hall(folder).waiting == 2
    desk.give(c.Register(name="Chi"))
    assert len(moments) == 2


def test_what_a_screen_forgot_to_have_published_is_published_in_the_next_second(folder: DataFolder, desk: Desk) -> None:
    forgotten: list[Callable[[], None]] = []
    desk.publish_when(forgotten.append)
    desk.give(c.Register(name="An"))

    desk.watch()

    assert hall(folder).waiting == 1
    published = folder.hall("xuan-hoa").stat().st_ino
    for late in forgotten:
        late()
    assert folder.hall("xuan-hoa").stat().st_ino == published, "what was published is not published again"


def test_a_desk_that_is_left_has_nothing_to_publish_any_more(folder: DataFolder, time: Time) -> None:
    forgotten: list[Callable[[], None]] = []
    desk = Desk(folder, "xuan-hoa", time.clock(), Calendar())
    desk.publish_when(forgotten.append)
    desk.give(c.Register(name="An"))
    desk.close()

    for late in forgotten:
        late()
    assert not hall(folder).live
    assert hall(folder).waiting == 1


def test_the_hall_gets_its_view_again_when_somebody_removed_it(folder: DataFolder, desk: Desk) -> None:
    desk.give(c.Open())
    folder.hall("xuan-hoa").unlink()

    desk.watch()

    assert hall(folder).meeting == "xuan-hoa"


def test_what_is_being_typed_is_there_for_the_next_desk(folder: DataFolder, desk: Desk, time: Time) -> None:
    boxes = {"question": {"text": "Nửa câu"}}
    desk.keep_draft("Đường hỏng từ", "turn 3", (0, 13), boxes)
    desk.close()

    again = Desk(folder, "xuan-hoa", time.clock(), Calendar())
    draft = again.draft()
    again.close()
    assert draft is not None
    assert (draft.text, draft.target, draft.cursor, draft.boxes) == ("Đường hỏng từ", "turn 3", (0, 13), boxes)


def test_the_invited_and_the_people_of_earlier_meetings_are_proposed(
    folder: DataFolder, desk: Desk, time: Time
) -> None:
    assert [person.name for person in desk.known_people()] == ["Đinh Thị Mời"]
    desk.give(c.Register(name="Lê Thị An", place="thôn Tây", phone="0900"))
    desk.give(c.Register(name="Người Kín", place="thôn Tây", anonymous=True))
    desk.close()
    remember_people(folder, desk.meeting)

    again = Desk(folder, "xuan-hoa", time.clock(), Calendar())
    names = [person.name for person in again.known_people()]
    again.close()
    assert "Lê Thị An" in names
    assert "Người Kín" not in names


def test_a_broken_address_book_proposes_the_invited_alone(folder: DataFolder, desk: Desk) -> None:
    folder.address_book.mkdir()

    assert [person.name for person in desk.known_people()] == ["Đinh Thị Mời"]
    assert "address_book" in desk.unkept


def test_readers_take_the_last_sign_when_no_console_holds_the_meeting(
    folder: DataFolder, desk: Desk, time: Time
) -> None:
    speaking(desk, time)
    place = folder.meeting("xuan-hoa")
    now = START + dt.timedelta(hours=1)
    assert instant_for_readers(place, desk.meeting, now) == now

    desk.watch()
    desk._journal.close()
    assert instant_for_readers(place, desk.meeting, now) == START + dt.timedelta(seconds=10)


def test_readers_of_a_rehearsal_take_its_own_time(folder: DataFolder, desk: Desk, time: Time) -> None:
    speaking(desk, time)
    place = folder.meeting("xuan-hoa")
    beat(place.alive, START + dt.timedelta(seconds=9))
    os.utime(place.alive, (START.timestamp() + 9, START.timestamp() + 9))
    now = START + dt.timedelta(days=900)
    assert instant_for_readers(place, desk.meeting, now) == now

    os.utime(place.alive, (now.timestamp(), now.timestamp()))
    assert instant_for_readers(place, desk.meeting, now) == START + dt.timedelta(seconds=9)


def test_an_unexpected_error_is_written_down(folder: DataFolder) -> None:
    path = write_report(folder, START, "Traceback: \ud800")

    assert path.parent == folder.reports
    assert "Traceback" in path.read_text(encoding="utf-8")


def test_the_minutes_to_sign_go_there_with_their_reading_form(folder: DataFolder, desk: Desk) -> None:
    paths = desk.write_minutes_to_sign(START)

    assert [path.name for path in paths] == ["bien-ban.docx", "bien-ban-doc-thong-qua.docx"]
    assert {path.parent for path in paths} == {folder.papers("xuan-hoa")}


def test_the_minutes_go_to_the_folder_of_papers(folder: DataFolder, desk: Desk) -> None:
    path = desk.write_minutes()

    assert path.parent == folder.papers("xuan-hoa")
    assert path.stat().st_size > 0


def test_a_paper_can_be_read_before_it_is_written(folder: DataFolder, desk: Desk) -> None:
    assert "GIẤY MỜI" in desk.paper_text("invitation")
    assert desk.paper_text("reminders") == ""
    assert not folder.papers("xuan-hoa").exists()

    assert [path.name for path in desk.write_paper("invitation")] == ["giay-moi.docx"]
    assert desk.write_paper("reminders") == []


def test_a_desk_that_is_not_for_the_hall_publishes_nothing(folder: DataFolder, time: Time) -> None:
    desk = Desk(folder, "xuan-hoa", time.clock(), Calendar(), hall=False)
    desk.give(c.Register(name="Lê Thị An"))
    desk.watch()
    desk.close()

    assert not folder.hall("xuan-hoa").exists()
