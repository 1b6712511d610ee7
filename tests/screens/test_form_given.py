"""How what stands in a box becomes a command, and what the box says of it before."""

from __future__ import annotations

import pytest

from moderator.meeting import commands as c
from screens.form import Aim, FieldProblem, Scene
from screens.form_given import given_conclude
from screens.forms import FORMS
from screens.words import words
from tests.meeting.story import Story

ASKS = words("vi")("console.which_higher_level")


@pytest.fixture
def scene() -> Scene:
    """One question, given to an official, waits for its conclusion."""
    story = Story()
    story.hears("An", "Quốc lộ ngập?")
    story.do("assign", questions=[1], official="dia-chinh")
    return Scene(story.meeting.state, story.now, story.calendar, words("vi"), Aim(questions=(1,)))


def concluded(scene: Scene, tasks: str) -> tuple[c.Task, ...]:
    command = given_conclude(scene, {"questions": (1,), "outcome": "settled", "tasks": tasks})
    assert isinstance(command, c.Conclude)
    return command.tasks


def preview(scene: Scene, **given: str) -> str:
    form = FORMS["conclude"]
    texts = {field.name: "" for field in form.fields} | {"questions": "1"} | given
    assert form.preview is not None
    return form.preview(scene, texts)


@pytest.mark.parametrize("asking", ["Kiến nghị", "kiến  nghị", "kien nghi"])
def test_a_body_behind_asking_is_a_higher_level(scene: Scene, asking: str) -> None:
    work, forward = concluded(scene, f"Công an xã; tuần tra\n{asking} Sở Xây dựng tỉnh; làm cống dọc; 2026-12-20")
    assert (work.kind, work.body, work.text) == ("work", "Công an xã", "tuần tra")
    assert (forward.kind, forward.body, forward.text) == ("forward", "Sở Xây dựng tỉnh", "làm cống dọc")
    assert str(forward.due) == "2026-12-20"


def test_asking_nobody_is_not_taken(scene: Scene) -> None:
    with pytest.raises(FieldProblem) as problem:
        concluded(scene, "Kiến nghị; làm cống dọc")
    assert (problem.value.field, problem.value.code) == ("tasks", "higher_level")


def test_the_box_asks_which_higher_level_and_proposes_nobody_of_the_commune(scene: Scene) -> None:
    asked = preview(scene, outcome="beyond", official="dia-chinh")
    assert ASKS in asked
    assert "kiến nghị cấp có thẩm quyền" in asked
    assert "Phòng Kinh tế" not in asked
    assert ASKS in preview(scene, outcome="beyond", text="Xin tỉnh đầu tư")


def test_the_box_does_not_ask_what_stands_there_or_is_not_wanted(scene: Scene) -> None:
    named = preview(scene, outcome="beyond", official="dia-chinh", body="Sở Xây dựng")
    assert ASKS not in named
    assert "kiến nghị Sở Xây dựng" in named
    assert ASKS not in preview(scene, outcome="written")


@pytest.mark.parametrize("body", ["", "Sở Xây dựng"])
@pytest.mark.parametrize("text", ["", "Xin tỉnh đầu tư"])
@pytest.mark.parametrize(
    ("official", "named"), [("", "Ngô Văn Đất"), ("cong-an", "Vũ Văn An")], ids=["assigned", "chosen"]
)
def test_who_sees_to_what_is_put_to_a_higher_level_is_named(
    scene: Scene, body: str, text: str, official: str, named: str
) -> None:
    told = preview(scene, outcome="beyond", body=body, text=text, official=official)

    assert f"• Người: {named}" in told.splitlines()
    assert told.count(named) == 1


def test_nobody_is_named_where_nobody_was_assigned_or_has_answered() -> None:
    story = Story()
    story.hears("An", "Quốc lộ ngập?")
    unknown = Scene(story.meeting.state, story.now, story.calendar, words("vi"), Aim(questions=(1,)))

    assert "Người:" not in preview(unknown, outcome="beyond", body="Sở Xây dựng")


@pytest.mark.parametrize("text", ["", "Nhất trí"])
def test_who_answered_without_being_assigned_is_told_as_he_will_be_recorded(text: str) -> None:
    story = Story()
    story.hears("An", "Quốc lộ ngập?")
    story.do("answer", questions=[1], official="cong-an", text="Sẽ dọn")
    scene = Scene(story.meeting.state, story.now, story.calendar, words("vi"), Aim(questions=(1,)))

    assert "giao công an xã" in preview(scene, outcome="written", text=text).lower()
    command = given_conclude(scene, {"questions": (1,), "outcome": "written", "tasks": ""})
    assert isinstance(command, c.Conclude)
    assert command.official == "cong-an"
