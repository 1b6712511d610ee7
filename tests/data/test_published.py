"""The published view: one writer, displays that only read, and nothing that a display finds makes it fall."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec
import pytest

from data import published
from data.published import Follower, newest, publish, touch
from moderator.meeting.hall import HallPerson, HallView

WAITING = HallView(meeting="a", title="Hội nghị đối thoại", phase="waiting")
SPEECH = HallView(meeting="a", phase="speech", person=HallPerson(number=12, name="Bà Trần Thị Bưởi"))


class Clocks:
    """A wall clock and a monotonic clock that move only when told."""

    def __init__(self) -> None:
        self.monotonic_now = 1000.0
        self.wall_now = 1_800_000_000.0

    def go_on(self, seconds: float) -> None:
        self.monotonic_now += seconds
        self.wall_now += seconds

    def wall(self) -> float:
        return self.wall_now

    def monotonic(self) -> float:
        return self.monotonic_now

    def sign(self, path: Path) -> None:
        os.utime(path, (self.wall_now, self.wall_now))


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hall" / "a.json"


def follower(path: Path, clocks: Clocks) -> Follower:
    return Follower(path, wall=clocks.wall, monotonic=clocks.monotonic)


def test_what_is_published_is_read_as_it_was(file: Path, clocks: Clocks) -> None:
    publish(file, SPEECH)
    seen = follower(file, clocks).poll()
    assert (seen.view, seen.changed, seen.trouble) == (SPEECH, True, "")


def test_a_new_view_replaces_the_old_and_leaves_nothing_beside_it(file: Path, clocks: Clocks) -> None:
    publish(file, WAITING)
    following = follower(file, clocks)
    following.poll()
    publish(file, SPEECH)
    seen = following.poll()
    assert (seen.view, seen.changed) == (SPEECH, True)
    assert [path.name for path in file.parent.iterdir()] == ["a.json"]


def test_a_look_without_a_change_does_not_open_the_file(
    file: Path, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(file, WAITING)
    following = follower(file, clocks)
    following.poll()
    opened: list[Path] = []
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path))
    seen = following.poll()
    assert (seen.view, seen.changed, opened) == (WAITING, False, [])


def test_a_sign_of_life_renews_the_age_and_changes_nothing_else(file: Path, clocks: Clocks) -> None:
    publish(file, WAITING)
    clocks.sign(file)
    following = follower(file, clocks)
    assert following.poll().age_seconds == pytest.approx(0, abs=0.01)
    clocks.go_on(4)
    assert following.poll().age_seconds == pytest.approx(4, abs=0.01)
    clocks.sign(file)
    seen = following.poll()
    assert seen.age_seconds == pytest.approx(0, abs=0.01)
    assert (seen.view, seen.changed) == (WAITING, False)


def test_a_file_found_old_is_told_as_old(file: Path, clocks: Clocks) -> None:
    publish(file, WAITING)
    clocks.sign(file)
    clocks.go_on(90)
    assert follower(file, clocks).poll().age_seconds == pytest.approx(90, abs=0.01)


def test_a_wall_clock_set_by_hand_does_not_make_a_living_desk_look_dead(file: Path, clocks: Clocks) -> None:
    publish(file, WAITING)
    clocks.sign(file)
    following = follower(file, clocks)
    following.poll()
    clocks.wall_now += 3600
    clocks.monotonic_now += 1
    assert following.poll().age_seconds == pytest.approx(1, abs=0.01)


def test_touch_tells_when_there_is_nothing_to_touch(file: Path) -> None:
    assert not touch(file)
    publish(file, WAITING)
    os.utime(file, (1, 1))
    assert touch(file)
    assert file.stat().st_mtime > 1


def test_a_file_that_is_not_there_yet_and_goes_away_again(file: Path, clocks: Clocks) -> None:
    following = follower(file, clocks)
    seen = following.poll()
    assert (seen.view, seen.age_seconds, seen.changed, seen.trouble) == (None, None, False, "absent")
    publish(file, WAITING)
    assert following.poll().view == WAITING
    file.unlink()
    seen = following.poll()
    assert (seen.view, seen.age_seconds, seen.changed, seen.trouble) == (None, None, True, "absent")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 200,
        b"\xff\xfe{",
        b'{"title": "\xff"}',
        b"[" * 100_000,
        b"null",
        b'{"format": "one"}',
        b'{"phase": "dancing"}',
        b'{"clock": {"anchor": "yesterday", "seconds": 1, "rate": 1}}',
        msgspec.json.encode(SPEECH)[:-20],
    ],
)
def test_what_cannot_be_read_is_a_calm_state_and_passes_by_itself(raw: bytes, file: Path, clocks: Clocks) -> None:
    publish(file, WAITING)
    following = follower(file, clocks)
    following.poll()
    file.write_bytes(raw)
    seen = following.poll()
    assert (seen.view, seen.trouble, seen.changed) == (None, "unreadable", True)
    publish(file, SPEECH)
    assert following.poll().view == SPEECH


def test_a_newer_format_is_told_even_when_its_shape_is_another(file: Path, clocks: Clocks) -> None:
    publish(file, WAITING)
    file.write_text(json.dumps({"format": WAITING.format + 1, "phase": 7}))
    seen = follower(file, clocks).poll()
    assert (seen.view, seen.trouble) == (None, "newer")


def test_keys_added_within_the_format_do_no_harm(file: Path, clocks: Clocks) -> None:
    publish(file, WAITING)
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), "weather": "mưa"}))
    assert follower(file, clocks).poll().view == WAITING


def test_a_file_that_may_not_be_opened_just_now_leaves_the_last_view(
    file: Path, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(file, WAITING)
    following = follower(file, clocks)
    following.poll()
    publish(file, SPEECH)

    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        assert following.poll().view == WAITING
    assert following.poll().view == SPEECH


def test_publishing_waits_for_a_reader_that_holds_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(file, WAITING)
    refusals = [PermissionError(), PermissionError()]
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(source, target)

    monkeypatch.setattr(published.os, "replace", held)
    monkeypatch.setattr(published.time, "sleep", lambda seconds: None)
    publish(file, SPEECH)
    assert msgspec.json.decode(file.read_bytes(), type=HallView) == SPEECH


def test_publishing_gives_up_after_a_while_and_leaves_the_old_view(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(file, WAITING)
    waited: list[float] = []

    def held(source: Path, target: Path) -> None:
        raise PermissionError(target)

    monkeypatch.setattr(published.os, "replace", held)
    monkeypatch.setattr(published.time, "sleep", waited.append)
    with pytest.raises(PermissionError):
        publish(file, SPEECH)
    assert 0 < sum(waited) < 1
    assert msgspec.json.decode(file.read_bytes(), type=HallView) == WAITING
    assert [path.name for path in file.parent.iterdir()] == ["a.json"]


def test_the_newest_of_a_folder(tmp_path: Path) -> None:
    assert newest(tmp_path / "nowhere") is None
    assert newest(tmp_path) is None
    for age, name in enumerate(["b.json", "a.json", ".c.json.new", ".d.json", "e.txt"]):
        (tmp_path / name).write_text("{}")
        os.utime(tmp_path / name, (1000 + age, 1000 + age))
    assert newest(tmp_path) == tmp_path / "a.json"


def test_without_a_meeting_named_the_living_one_is_followed(tmp_path: Path, clocks: Clocks) -> None:
    morning, evening = tmp_path / "morning.json", tmp_path / "evening.json"
    following = follower(tmp_path, clocks)
    assert following.poll().trouble == "absent"

    publish(morning, HallView(meeting="morning"))
    clocks.sign(morning)
    clocks.go_on(1)
    clocks.sign(morning)
    assert _meeting(following) == "morning"

    # A second desk opens: the display stays with the first while that lives.
    publish(evening, HallView(meeting="evening"))
    for _ in range(3):
        clocks.go_on(1)
        clocks.sign(morning)
        clocks.go_on(0.1)
        clocks.sign(evening)
        assert _meeting(following) == "morning"

    publish(morning, HallView(meeting="morning", live=False))
    clocks.sign(morning)
    _meeting(following)
    clocks.go_on(1)
    clocks.sign(evening)
    assert _meeting(following) == "evening"


def test_a_desk_that_went_silent_gives_way_to_one_that_lives(tmp_path: Path, clocks: Clocks) -> None:
    dead, living = tmp_path / "dead.json", tmp_path / "living.json"
    publish(dead, HallView(meeting="dead"))
    clocks.sign(dead)
    following = follower(tmp_path, clocks)
    assert _meeting(following) == "dead"
    clocks.go_on(6)
    assert _meeting(following) == "dead"
    publish(living, HallView(meeting="living"))
    clocks.go_on(1)
    clocks.sign(living)
    assert _meeting(following) == "living"


def _meeting(following: Follower) -> str:
    view = following.poll().view
    assert view is not None
    return view.meeting
