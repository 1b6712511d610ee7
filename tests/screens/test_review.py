"""One look at all questions without a conclusion: their outcomes are turned with the arrows and given together."""

from __future__ import annotations

from textual.geometry import Size

from moderator.meeting import commands as c
from screens.form import Aim, Scene
from screens.review import ReviewBox
from screens.words import words
from tests.meeting.story import Story

ROOM = Size(51, 16)


def box_about(*questions: str) -> ReviewBox:
    story = Story()
    story.hears("Lê Mận", *questions)
    scene = Scene(story.meeting.state, story.now, story.calendar, words("vi"), Aim())
    box = ReviewBox(scene, [*story.meeting.state.questions])
    box.in_use = True
    return box


def rows_of(box: ReviewBox) -> list[str]:
    return [line.text.rstrip() for line in box.lines(ROOM) if "✓" in line.text or "◂" in line.text]


def test_the_arrows_turn_the_outcome_of_the_row_under_the_cursor_and_of_no_other() -> None:
    box = box_about("Đường hỏng", "Mương tắc")
    before = rows_of(box)
    assert [row[:2] for row in before] == ["✓ ", "✓ "]
    told = [line.text for line in box.lines(ROOM)][-3:]
    assert box.press("right")
    after = rows_of(box)
    assert after[0] != before[0]
    assert after[1] == before[1]
    assert [line.text for line in box.lines(ROOM)][-3:] != told
    assert box.press("left")
    assert rows_of(box) == before


def test_what_is_left_out_is_not_concluded_and_what_is_alike_is_concluded_together() -> None:
    box = box_about("Đường hỏng", "Mương tắc", "Điện yếu")
    given: list[ReviewBox.Given] = []
    box.tell = given.append  # type: ignore[method-assign, assignment]
    assert box.press("space")
    assert rows_of(box)[0].startswith("  ")
    assert box.press("enter")
    (conclusion,) = given[0].commands
    assert isinstance(conclusion, c.Conclude)
    assert conclusion.questions == (2, 3)


def test_the_keys_are_named_whole_on_the_narrowest_screen() -> None:
    for language in ("vi", "en"):
        assert len(words(language)("console.box.hint_review")) <= ROOM.width
