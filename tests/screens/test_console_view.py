"""What the console shows as plain values, and which boxes it opens at which stage."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from moderator.desk import Desk
from moderator.meeting import commands as c
from moderator.meeting.state import MeetingState
from screens.console_rows import RowsMadeOf, question_row, waiting_row
from screens.console_view import floor_step, numbers_in_brief
from screens.drawn import Part
from screens.registry import ACTS
from screens.words import words
from tests.meeting.any_commands import COURSES, Course
from tests.meeting.story import Story
from tests.meeting.test_properties import begun, played, usual
from tests.screens.desk_story import Time, console, sit_down, status

WORDS = words("vi")
NEVER_AFTER_ADJOURNING = {
    "adjourn", "backdate", "break", "call", "call_answer", "extend", "follow_up", "past_turn",
    "reading", "recall", "recover", "reorder", "rhythm", "statement",
}  # fmt: skip
OFFICE = {"reply", "extend_promise", "done"}
# Boxes of their own, and the one that makes a paper.
OTHER_BOXES = {"attend", "minutes_signing"}


@usual
@given(COURSES)
def test_the_rows_stay_the_same_while_what_they_are_made_of_does(course: Course) -> None:
    made_before, waiting_before, questions_before = rows_of(begun().state)
    for meeting, _ in played(course):
        made_of, waiting, questions = rows_of(meeting.state)
        if made_of == made_before:
            assert (waiting, questions) == (waiting_before, questions_before)
        so_many, and_so_many = made_of.as_before(made_before)
        assert waiting[:so_many] == waiting_before[:so_many]
        assert questions[:and_so_many] == questions_before[:and_so_many]
        made_before, waiting_before, questions_before = made_of, waiting, questions


def rows_of(state: MeetingState) -> tuple[RowsMadeOf, list[list[Part]], list[list[Part]]]:
    return (
        RowsMadeOf.of(state),
        [waiting_row(state, entry, WORDS) for entry in state.waiting],
        [question_row(state, question, WORDS, 100) for question in reversed(state.questions.values())],
    )


def test_who_registers_leaves_the_rows_above_as_they_are() -> None:
    story = Story()
    story.register("An", place="thôn Đông")
    before = RowsMadeOf.of(story.meeting.state)
    story.register("Bình", place="thôn Tây")
    assert RowsMadeOf.of(story.meeting.state).as_before(before) == (1, 0)

    story.do("withdraw", who=1)
    assert RowsMadeOf.of(story.meeting.state).as_before(before) == (0, 0)


@pytest.mark.parametrize(
    ("numbers", "brief"),
    [
        ((), ""),
        ((3,), "3"),
        ((3, 4), "3, 4"),
        ((3, 4, 5), "3–5"),
        ((1, 3, 4, 5, 9, 10), "1, 3–5, 9, 10"),
        ((1, 3, 5, 7, 9, 11), "1, 3, 5, 7, 9, 11"),
        ((1, 3, 5, 7, 9, 11, 13), "1, 3, 5 … (7)"),
        ((1, 3, 4, 5, 7, 9, 11, 13, 15), "1, 3–5, 7 … (9)"),
        (tuple(range(14, 48)), "14–47"),
        ((9, 2, 3, 4, 1), "9, 2–4, 1"),
    ],
)
def test_numbers_in_brief(numbers: tuple[int, ...], brief: str) -> None:
    assert numbers_in_brief(numbers) == brief


def test_the_floor_key_tells_many_numbers_in_brief_and_proposes_them_all() -> None:
    story = Story()
    story.hears("An", *(f"Ý kiến {number}?" for number in range(34)))
    state = story.meeting.state
    assert floor_step(state, WORDS).label == "Phân công trả lời ý kiến số 1–34"

    story.do("assign", questions=list(range(2, 35, 2)), official="cong-an")
    steps = [floor_step(state, WORDS, which) for which in range(floor_step(state, WORDS).place[1])]
    assign = next(step for step in steps if step.act == "assign")
    assert assign.label == "Phân công trả lời ý kiến số 1, 3, 5 … (17)"
    assert assign.questions == tuple(range(1, 35, 2))
    answer = next(step for step in steps if isinstance(step.command, c.Call) and step.command.official)
    assert answer.label == "Mời Vũ Văn An trả lời ý kiến số 2, 4, 6 … (17)"
    assert all(len(other) < 60 for step in steps for other in step.others)


@pytest.fixture
def desk(tmp_path: Path, time: Time) -> Desk:
    """Adjourned, with somebody heard, a question that is owed a reply, one without a conclusion and one dropped."""
    desk = sit_down(tmp_path, time)
    for command in (
        c.Open(),
        c.Register(name="Lê Văn Hòa"),
        c.Call(),
        c.Start(),
        c.End(),
        c.Question(text="Đường ngập?"),
        c.Question(text="Điện yếu?"),
        c.Question(text="Rác ở chợ?"),
        c.Answer(questions=(1,), official="dia-chinh", text="Sẽ sửa"),
        c.Conclude(questions=(1,), outcome="written"),
        c.DropQuestion(question=3, reason="Trùng"),
        c.Adjourn(),
    ):
        desk.give(command)
    return desk


async def boxes_refused(desk: Desk, time: Time) -> dict[str, str]:
    """Each act that asks and opens no box, with what is said instead."""
    app = console(desk, time)
    refused = {}
    async with app.run_test(size=(120, 36)) as pilot:
        for name in (act.name for act in ACTS.values() if act.asks and act.name not in OTHER_BOXES):
            app.action_act(name)
            await pilot.pause()
            if app.box is None:
                assert status(app).ground == "alarm"
                refused[name] = status(app).text
            else:
                app.on_box_closed()
            assert app.box is None
    return refused


async def test_after_adjourning_no_box_opens_for_the_floor_but_one_for_registering(desk: Desk, time: Time) -> None:
    refused = await boxes_refused(desk, time)

    by_stage = {name for name, said in refused.items() if said.strip() == WORDS("refusal.adjourned")}
    assert by_stage == NEVER_AFTER_ADJOURNING
    # There is nobody to withdraw, no question that was joined, and nobody speaks who could be reminded.
    assert refused.keys() - by_stage == {"withdraw", "unjoin", "remind"}
    desk.close()


async def test_after_signing_only_the_boxes_of_the_office_open(desk: Desk, time: Time) -> None:
    desk.give(c.Sign())
    refused = await boxes_refused(desk, time)

    asks = {act.name for act in ACTS.values() if act.asks} - OTHER_BOXES
    assert refused.keys() == asks - OFFICE
    assert {text.strip() for text in refused.values()} == {WORDS("refusal.signed")}
    desk.close()


async def test_before_the_opening_no_box_opens_for_the_floor(tmp_path: Path, time: Time) -> None:
    desk = sit_down(tmp_path, time)
    refused = await boxes_refused(desk, time)

    floor = {"adjourn", "backdate", "break", "call", "call_answer", "extend", "past_turn", "reading", "statement"}
    assert {name for name, said in refused.items() if WORDS("refusal.not_open") in said} == floor | {"recover"}
    assert "register" not in refused
    desk.close()


@pytest.mark.parametrize("key", ["f3", "f5", "f7"])
async def test_a_key_says_at_once_that_the_papers_are_signed(desk: Desk, time: Time, key: str) -> None:
    desk.give(c.Sign())
    app = console(desk, time)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert app.box is None
        assert status(app).text.strip() == WORDS("refusal.signed")
    desk.close()


async def test_somebody_called_by_a_question_mark_keeps_nobody_from_registering(tmp_path: Path, time: Time) -> None:
    desk = sit_down(tmp_path, time)
    desk.give(c.Register(name="?"))
    app = console(desk, time)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        assert app.box is not None
    desk.close()
