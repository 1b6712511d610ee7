"""How many keys the acts cost that a secretary does all morning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from moderator.desk import Desk
from moderator.meeting import commands as c
from tests.screens.desk_story import Time, console, sit_down, type_text


@pytest.fixture
def desk(tmp_path: Path, time: Time) -> Desk:
    desk = sit_down(tmp_path, time)
    desk.give(c.Open())
    return desk


class Fingers:
    """Presses keys and counts them; letters of names and texts are counted apart."""

    def __init__(self, pilot: Pilot[Any], time: Time) -> None:
        self._pilot = pilot
        self._time = time
        self.keys = 0

    async def press(self, *keys: str) -> None:
        for key in keys:
            self._time.passed += 1
            self.keys += 1
            await self._pilot.press(key)

    async def type(self, text: str) -> None:
        await type_text(self._pilot, text)


def ask(desk: Desk, *texts: str) -> None:
    """Lê Văn Hòa speaks and asks."""
    desk.give(c.Register(name="Lê Văn Hòa"))
    desk.give(c.Call())
    desk.give(c.Start())
    for text in texts:
        desk.give(c.Question(text=text, field="dat-dai"))
    desk.give(c.End())


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_the_next_speaker_is_one_key(desk: Desk, time: Time, size: tuple[int, int]) -> None:
    desk.give(c.Register(name="Lê Văn Hòa"))
    async with console(desk, time).run_test(size=size) as pilot:
        fingers = Fingers(pilot, time)
        await fingers.press("f2")
        floor = desk.meeting.state.floor
        assert floor is not None
        assert (floor.who, fingers.keys) == (1, 1)
    desk.close()


async def test_a_known_person_is_registered_in_at_most_six_keys(desk: Desk, time: Time) -> None:
    async with console(desk, time).run_test(size=(80, 24)) as pilot:
        fingers = Fingers(pilot, time)
        await fingers.press("f3")
        await fingers.type("vuong")
        await fingers.press("enter", "enter")
        assert desk.meeting.state.registrations[1].card.name == "Nguyễn Thị Vượng"
        assert fingers.keys <= 6
    desk.close()


async def test_assigning_to_the_proposed_official_is_two_keys(desk: Desk, time: Time) -> None:
    ask(desk, "Sổ đỏ?")
    async with console(desk, time).run_test(size=(80, 24)) as pilot:
        fingers = Fingers(pilot, time)
        await fingers.press("f5", "enter")
        assert desk.meeting.state.questions[1].officials == ("dia-chinh",)
        assert fingers.keys == 2
    desk.close()


async def test_concluding_with_the_proposed_outcome_is_at_most_three_keys(desk: Desk, time: Time) -> None:
    ask(desk, "Sổ đỏ?")
    desk.give(c.Answer(questions=(1,), official="dia-chinh", text="Tháng sau."))
    async with console(desk, time).run_test(size=(80, 24)) as pilot:
        fingers = Fingers(pilot, time)
        await fingers.press("f7", "enter")
        conclusion = desk.meeting.state.questions[1].conclusion
        assert conclusion is not None
        assert conclusion.outcome == "settled"
        assert fingers.keys <= 3
    desk.close()


async def test_an_answer_that_covers_three_questions_is_at_most_eight_keys(desk: Desk, time: Time) -> None:
    ask(desk, "Một?", "Hai?", "Ba?")
    async with console(desk, time).run_test(size=(80, 24)) as pilot:
        fingers = Fingers(pilot, time)
        # Assign all three as proposed, call, start, write, end.
        await fingers.press("f2", "enter", "f2", "f2")
        await fingers.type("Chung một câu trả lời.")
        await fingers.press("f4", "f2")
        questions = desk.meeting.state.questions.values()
        assert [[answer.text for answer in q.answers] for q in questions] == [["Chung một câu trả lời."]] * 3
        assert fingers.keys <= 8
    desk.close()


async def test_a_reminder_and_the_hiding_of_a_turn_are_one_or_two_keys(desk: Desk, time: Time) -> None:
    desk.give(c.Register(name="Lê Văn Hòa"))
    desk.give(c.Call())
    desk.give(c.Start())
    async with console(desk, time).run_test(size=(80, 24)) as pilot:
        fingers = Fingers(pilot, time)
        await fingers.press("ctrl+s")
        floor = desk.meeting.state.floor
        assert floor is not None
        assert floor.hidden
        await fingers.press("ctrl+b", "enter")
        assert desk.meeting.state.turns[floor.number].reminders == ("time",)
        assert fingers.keys == 3
    desk.close()
