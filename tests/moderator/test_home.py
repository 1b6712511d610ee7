"""What the home screen asks of the data folder, and where it leads."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from data.meeting_template import template_text
from data.sample import sample_meeting
from data.writer_lock import WriterLock
from moderator.desk import make_meeting, read_meeting
from moderator.entries import home as home_entry
from moderator.entries.home import SessionShelf, home
from moderator.meeting import commands as c
from moderator.meeting.commands import Command
from moderator.papers import PAPERS
from moderator.session import Session, Stopped
from screens.board_view import OwedLine
from screens.home_face import Destination, Left
from screens.home_shelf import NotDone
from screens.words import words
from tests.moderator.conftest import MEETING, NOW, Door

Script = list[dict[str, Any]]
RULES = """
[[rules]]
name = "notice"
amount = 5
source = "Quy chế"
[[rules]]
name = "results_published"
amount = 3
unit = "working_days"
"""


@pytest.fixture
def session(door: Door) -> Session:
    return Session(door.folder, words("vi"), lambda: NOW)


@pytest.fixture
def shelf(session: Session) -> SessionShelf:
    return SessionShelf(session)


def test_an_empty_folder_keeps_nothing(shelf: SessionShelf) -> None:
    kept = shelf.look()

    assert (kept.today, kept.meetings, kept.owed) == (dt.date(2026, 11, 26), (), ())


def test_a_meeting_and_what_it_promised_are_kept(door: Door, shelf: SessionShelf, spoken: Script) -> None:
    door.play(*spoken)

    kept = shelf.look()

    (meeting,) = kept.meetings
    assert (meeting.id, meeting.stage, meeting.day) == ("xuan-hoa-2026", "open", dt.date(2026, 11, 26))
    assert meeting.starts == dt.time(7, 30)
    assert (meeting.registrations, meeting.questions, meeting.unconcluded) == (2, 1, 0)
    reply, work = kept.owed
    assert (reply.kind, reply.days_left, reply.question) == ("reply", 15, 1)
    assert (work.kind, work.days_left, work.text) == ("work", 5, "+84 [b]{x}[/b]")


def test_a_promise_with_its_reply_is_no_longer_owed(door: Door, shelf: SessionShelf, spoken: Script) -> None:
    door.play(*spoken, {"at": "07:50:00", "do": "reply", "promise": 1, "number": "9/UBND", "date": "2026-11-26"})

    assert [(line.number, line.done) for line in shelf.look().owed] == [(1, True), (2, False)]


def test_a_journal_that_cannot_be_read_is_shown_beside_the_others(door: Door, shelf: SessionShelf) -> None:
    door.meeting()
    door.folder.make_meeting("hong").journal.write_bytes(b"hong\n" * 3)

    troubles = {meeting.id: meeting.trouble for meeting in shelf.look().meetings}
    assert troubles["xuan-hoa-2026"] == ""
    assert troubles["hong"] in ("damaged", "unreadable")


def test_a_template_is_filled_in_and_becomes_a_meeting(shelf: SessionShelf, tmp_path: Path) -> None:
    typed = f'  "{tmp_path}/hoi-nghi"  '
    file = tmp_path / "hoi-nghi.toml"

    assert shelf.make(typed) is None
    assert shelf.write_template(typed) == str(file)
    with pytest.raises(NotDone, match="vẫn là tệp mẫu"):
        shelf.make(typed)
    with pytest.raises(NotDone, match="đã có, không ghi đè"):
        shelf.write_template(typed)

    file.write_text(template_text().replace("XÃ ...", "XÃ XUÂN HÒA"), encoding="utf-8")
    made = shelf.make(typed)

    assert [meeting.id for meeting in shelf.look().meetings] == [made]
    with pytest.raises(NotDone, match=str(made)):
        shelf.make(typed)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("sai.toml", MEETING.replace("title", "titel"), "sai.toml: titel: không có khóa này"),
        ("sai.toml", "title = ", "dòng 1: không đúng cách viết TOML"),
        ("", "", "không đọc được tệp"),
    ],
)
def test_a_file_that_is_no_meeting_file_is_refused_with_place_and_reason(
    shelf: SessionShelf, tmp_path: Path, name: str, content: str, reason: str
) -> None:
    if name:
        (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(NotDone, match=reason):
        shelf.make(f"{tmp_path}/{name}")
    assert shelf.look().meetings == ()


@pytest.mark.parametrize("typed", ["/khong-co/thu-muc/a.toml", "a" * 5000, "~khongcoainhuthe/a.toml", "/a\x00b/c"])
def test_a_path_that_leads_nowhere_is_refused_with_a_reason(shelf: SessionShelf, typed: str) -> None:
    with pytest.raises(NotDone):
        shelf.write_template(typed)


def test_minutes_are_written_from_the_home_screen(door: Door, shelf: SessionShelf, spoken: Script) -> None:
    door.play(*spoken)

    path = Path(shelf.write_paper("xuan-hoa-2026", "minutes"))

    assert path.suffix == ".docx"
    assert path.is_relative_to(door.folder.papers("xuan-hoa-2026"))
    door.journal().write_bytes(b"hong\n" + door.journal().read_bytes())
    with pytest.raises(NotDone, match="xuan-hoa-2026"):
        shelf.write_paper("xuan-hoa-2026", "minutes")


# The board

OVER: Script = [{"at": "07:50:00", "do": "adjourn"}]
SIGNED: Script = [*OVER, {"at": "07:51:00", "do": "sign"}]
REPLY = c.Reply(promise=1, number="12/UBND", date=dt.date(2026, 11, 26), text="Đã sửa")


@pytest.fixture
def signed(door: Door, spoken: Script) -> str:
    """A meeting that is over and signed, with a reply and some work owed."""
    door.meeting(RULES)
    door.play(*spoken, *SIGNED)
    return "xuan-hoa-2026"


def owed_by(shelf: SessionShelf, key: int | str) -> OwedLine:
    return next(line for line in shelf.look().owed if key in (line.number, line.duty))


def records(door: Door) -> int:
    return len(read_meeting(door.folder, "xuan-hoa-2026").records)


def test_duties_stand_beside_the_promises_but_not_the_terms_of_replies(shelf: SessionShelf, signed: str) -> None:
    lines = shelf.look().owed

    assert [line.duty or line.number for line in lines] == [1, 2, "notice", "results_published"]
    assert [line.status for line in lines] == ["open", "open", "overdue", "open"]
    assert lines[0].places == ("thôn Đông",)
    assert lines[2].source == "Quy chế"


def test_a_reply_is_recorded_from_the_board_and_taken_back(door: Door, shelf: SessionShelf, signed: str) -> None:
    told = shelf.give(signed, (REPLY,))

    assert told.startswith("✓ ")
    line = owed_by(shelf, 1)
    assert (line.done, line.done_told) == (True, "12/UBND 26/11/2026")
    assert "12/UBND" in door("promises", "--csv").out

    assert shelf.take_back(signed).startswith("↶ ")
    assert not owed_by(shelf, 1).done


def test_a_promise_is_extended_with_its_reason_and_a_duty_is_ticked_for_each_village(
    shelf: SessionShelf, signed: str
) -> None:
    shelf.give(signed, (c.ExtendPromise(promise=1, due=dt.date(2026, 12, 30), reason="Chờ đo đạc"),))
    for place in ("thôn Đông", "thôn Tây"):
        shelf.give(signed, (c.Done(duty="results_published", number="7/TB", place=place),))

    extended, published = owed_by(shelf, 1), owed_by(shelf, "results_published")
    assert (extended.extended, extended.days_left) == (True, 34)
    assert (published.done, published.places) == (True, ("thôn Đông", "thôn Tây"))
    assert published.done_told == "7/TB 26/11/2026"
    with pytest.raises(NotDone, match="lý do"):
        shelf.give(signed, (c.ExtendPromise(promise=1, due=dt.date(2026, 12, 31)),))


def test_what_is_sent_to_every_village_is_open_until_the_last_of_them_has_it(shelf: SessionShelf, signed: str) -> None:
    assert owed_by(shelf, "results_published").places == ("thôn Đông", "thôn Tây")
    assert owed_by(shelf, "notice").places == ()

    shelf.give(signed, (c.Done(duty="results_published", number="7/TB", place="thôn Tây"),))

    published = owed_by(shelf, "results_published")
    assert (published.done, published.places, published.places_done) == (False, ("thôn Đông",), ("thôn Tây",))
    shelf.give(signed, (c.Done(duty="results_published"),))
    assert owed_by(shelf, "results_published").done
    shelf.take_back(signed)
    assert owed_by(shelf, "results_published").places == ("thôn Đông",)


@pytest.mark.parametrize(
    "command",
    [c.Reopen(question=1), c.EditMeeting(place="Nơi khác"), c.Conclude(questions=(1,), outcome="noted"), c.Open()],
)
def test_a_signed_meeting_takes_nothing_else_from_the_board(
    door: Door, shelf: SessionShelf, signed: str, command: Command
) -> None:
    before = records(door)

    with pytest.raises(NotDone, match="đã ký"):
        shelf.give(signed, (command,))
    with pytest.raises(NotDone, match="không phải trả lời"):
        shelf.take_back(signed)
    assert records(door) == before


def test_the_sample_is_in_the_folder_once_it_was_laid_there(door: Door, shelf: SessionShelf, signed: str) -> None:
    assert not shelf.has_sample
    make_meeting(door.folder, sample_meeting(), door.now)
    assert shelf.has_sample


def test_only_what_the_office_recorded_is_taken_back(door: Door, shelf: SessionShelf, spoken: Script) -> None:
    door.play(*spoken, *OVER)

    with pytest.raises(NotDone, match="không phải trả lời"):
        shelf.take_back("xuan-hoa-2026")
    shelf.give("xuan-hoa-2026", (REPLY,))
    shelf.take_back("xuan-hoa-2026")
    with pytest.raises(NotDone, match="không phải trả lời"):
        shelf.take_back("xuan-hoa-2026")
    assert read_meeting(door.folder, "xuan-hoa-2026").state.stage == "adjourned"


def test_a_meeting_at_a_console_is_not_written_to_and_its_holder_is_told(
    door: Door, shelf: SessionShelf, signed: str
) -> None:
    before = records(door)
    lock = WriterLock.take(door.folder.meeting(signed).lock, since=door.now)
    try:
        for act in (lambda: shelf.give(signed, (REPLY,)), lambda: shelf.take_back(signed)):
            with pytest.raises(NotDone, match=rf"{os.getpid()}.*08:00 26/11/2026"):
                act()
    finally:
        lock.release()

    assert records(door) == before
    assert shelf.give(signed, (REPLY,))


def test_a_meeting_in_session_is_left_to_its_console(door: Door, shelf: SessionShelf, spoken: Script) -> None:
    door.play(*spoken, {"at": "07:45:00", "do": "call"}, {"at": "07:45:10", "do": "start"})
    before = records(door)

    with pytest.raises(NotDone, match="đang họp"):
        shelf.give("xuan-hoa-2026", (REPLY,))
    assert records(door) == before


def test_what_the_office_records_never_comes_up_in_a_hall(door: Door, shelf: SessionShelf, signed: str) -> None:
    hall = door.folder.hall(signed)
    hall.unlink()

    shelf.give(signed, (REPLY,))

    assert not hall.exists()


def test_a_torn_journal_is_told_when_something_is_recorded(door: Door, shelf: SessionShelf, signed: str) -> None:
    with door.journal().open("ab") as journal:
        journal.write(b"nua dong")

    assert "torn-" in shelf.give(signed, (REPLY,))


def test_the_letter_of_the_moment_holds_that_promise_alone(door: Door, shelf: SessionShelf, signed: str) -> None:
    shelf.give(signed, (REPLY,))

    letter = Path(shelf.write_paper(signed, "replies", 1))

    assert letter.name == "cong-van-tra-loi-1.docx"
    assert "Đã sửa" in "\n".join(each.text for each in docx.Document(str(letter)).paragraphs)
    assert not (letter.parent / "cong-van-tra-loi.docx").exists()
    with pytest.raises(NotDone, match="không có nội dung"):
        shelf.write_paper(signed, "replies", 2)


def test_a_reminder_is_written_as_of_today(door: Door, session: Session, signed: str) -> None:
    late = SessionShelf(replace(session, now=lambda: NOW + dt.timedelta(days=6)))

    with pytest.raises(NotDone):
        SessionShelf(session).write_paper(signed, "reminders", 2)
    assert Path(late.write_paper(signed, "reminders", 2)).name == "phieu-don-doc-2.docx"
    with pytest.raises(NotDone):
        late.write_paper(signed, "reminders", 1)


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_read_before_it_is_written_and_nothing_is_written_for_it(
    door: Door, shelf: SessionShelf, signed: str, name: str
) -> None:
    told = shelf.paper_text(signed, name)

    assert told or name in ("reminders", "interim_notices", "forwarding", "procedure_letters")
    assert not door.folder.papers(signed).exists()


def test_the_offices_own_days_off_count_on_the_board(door: Door, shelf: SessionShelf, signed: str) -> None:
    assert owed_by(shelf, "results_published").last_day == dt.date(2026, 12, 1)
    door.folder.days_off.write_text("days_off = [2026-11-30]", encoding="utf-8")
    assert owed_by(shelf, "results_published").last_day == dt.date(2026, 12, 2)
    door.folder.days_off.write_text("days_off = [\n  2026-11-31]", encoding="utf-8")
    with pytest.raises(NotDone, match=r"ngay-nghi\.toml: dòng 2: không đúng cách viết TOML"):
        shelf.look()


class Visits:
    """Home screens that are left as a test says, one after the other."""

    def __init__(self, *leaving: Destination | Exception | None) -> None:
        self.leaving = list(leaving)
        self.seen: list[tuple[str, str]] = []
        self.left_before: list[Left | None] = []

    def __call__(self, shelf: object, spoken: object, *, told: str, at: str, left: Left | None) -> Visits:
        self.seen.append((told, at))
        self.left_before.append(left)
        return self

    def run(self) -> Destination | None:
        left = self.leaving.pop(0)
        self.failure = left if isinstance(left, Exception) else None
        return left if isinstance(left, Destination) else None

    return_code = 0


def visit(monkeypatch: pytest.MonkeyPatch, *leaving: Destination | Exception | None) -> Visits:
    visits = Visits(*leaving)
    monkeypatch.setattr(home_entry, "HomeApp", visits)
    monkeypatch.setattr(home_entry, "need_terminal", lambda session: None)
    return visits


def test_from_every_screen_one_comes_home_and_what_went_wrong_is_told(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = Left("an phước", "overdue", "place", ("a", 1, ""))
    visits = visit(monkeypatch, Destination("run", "a", left), Destination("projector", "b"), Destination("demo"), None)

    def held(session: Session, meeting: str) -> int:
        raise Stopped(f"{meeting} đang mở ở cửa sổ khác")

    went: list[str] = []
    monkeypatch.setattr(home_entry, "run", held)
    monkeypatch.setattr(home_entry, "projector", lambda session, meeting: went.append(meeting))
    monkeypatch.setattr(home_entry, "demo", lambda session, fresh: went.append(f"demo {fresh}"))

    assert home(session) == 0
    assert visits.seen == [("", ""), ("a đang mở ở cửa sổ khác", "a"), ("", "b"), ("", "")]
    assert visits.left_before == [None, left, Left(), Left()]
    assert went == ["b", "demo False"]


def test_an_error_of_the_home_screen_itself_goes_to_the_front_door(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit(monkeypatch, ZeroDivisionError("hỏng"))

    with pytest.raises(ZeroDivisionError):
        home(session)


def test_without_a_terminal_the_home_screen_says_so(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    monkeypatch.setattr("sys.__stdin__", None)

    assert door().refused
