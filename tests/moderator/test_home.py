"""What the home screen asks of the data folder, and where it leads."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from data.meeting_template import template_text
from moderator.entries import home as home_entry
from moderator.entries.home import SessionShelf, home
from moderator.session import Session, Stopped
from screens.home import Destination, NotDone
from screens.words import words
from tests.moderator.conftest import MEETING, NOW, Door

Script = list[dict[str, Any]]


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

    assert [line.number for line in shelf.look().owed] == [2]


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

    path = Path(shelf.write_minutes("xuan-hoa-2026"))

    assert path.suffix == ".docx"
    assert path.is_relative_to(door.folder.papers("xuan-hoa-2026"))
    door.journal().write_bytes(b"hong\n" + door.journal().read_bytes())
    with pytest.raises(NotDone, match="xuan-hoa-2026"):
        shelf.write_minutes("xuan-hoa-2026")


class Visits:
    """Home screens that are left as a test says, one after the other."""

    def __init__(self, *leaving: Destination | Exception | None) -> None:
        self.leaving = list(leaving)
        self.seen: list[tuple[str, str]] = []

    def __call__(self, shelf: object, spoken: object, *, told: str, at: str) -> Visits:
        self.seen.append((told, at))
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
    visits = visit(monkeypatch, Destination("run", "a"), Destination("projector", "b"), Destination("demo"), None)

    def held(session: Session, meeting: str) -> int:
        raise Stopped(f"{meeting} đang mở ở cửa sổ khác")

    went: list[str] = []
    monkeypatch.setattr(home_entry, "run", held)
    monkeypatch.setattr(home_entry, "projector", lambda session, meeting: went.append(meeting))
    monkeypatch.setattr(home_entry, "demo", lambda session, fresh: went.append(f"demo {fresh}"))

    assert home(session) == 0
    assert visits.seen == [("", ""), ("a đang mở ở cửa sổ khác", "a"), ("", "b"), ("", "")]
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
