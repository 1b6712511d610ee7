"""A box asks for what an act needs: which field has the cursor, what Enter does there, what is told below."""

from __future__ import annotations

from functools import partial

import pytest
from textual.geometry import Size

from screens.form import Aim, Scene
from screens.form_box import FormBox
from screens.forms import FORMS
from screens.pick_field import PickField
from screens.register_form import register_form
from screens.registry import ACTS
from screens.text_field import TextField
from screens.words import words
from tests.meeting.story import Story

SMALL = Size(51, 16)


def scene(story: Story, *questions: int) -> Scene:
    return Scene(story.meeting.state, story.now, story.calendar, words("vi"), Aim(questions=questions))


def box_of(act: str, story: Story, *questions: int) -> FormBox:
    form = register_form(story.meeting.setup.attendance) if act == "register" else FORMS[act]
    box = FormBox(act, ACTS[act].command, form, scene(story, *questions), 5)
    box.begin(scene(story, *questions))
    box.in_use = True
    return box


def press(box: FormBox, *keys: str) -> None:
    for key in keys:
        assert box.press(key)


def type_text(box: FormBox, text: str) -> None:
    for letter in text:
        assert box.type(letter)


def texts_of(box: FormBox, room: Size = SMALL) -> list[str]:
    lines = box.lines(room)
    assert len(lines) == room.height
    return [line.text.rstrip(" ▐") for line in lines]


@pytest.fixture
def story() -> Story:
    """Somebody speaks and has asked something."""
    story = Story()
    story.hears("Lê Mận", "Đường liên thôn ngập khi mưa, đề nghị nâng cấp và khơi thông cống")
    return story


def test_somebody_new_is_led_from_the_name_to_the_place_to_the_topic(story: Story) -> None:
    box = box_of("register", story)
    for typed, hinted in (("Mai Lão", "Enter hoặc Tab ô kế"), ("thôn Hạ", "Enter hoặc Tab ô kế"), ("", "Enter ghi")):
        assert hinted in texts_of(box)[-1]
        type_text(box, typed)
        if hinted != "Enter ghi":
            press(box, "enter")
    assert box.at is box.editors["topic"]


def test_the_next_slip_has_one_list_open(story: Story) -> None:
    box = box_of("register", story)
    press(box, "tab", "tab")
    assert box.at is box.editors["topic"]
    box.begin(scene(story))
    opened = [name for name, editor in box.editors.items() if isinstance(editor, PickField) and editor.is_open]
    assert opened == ["name"]


def test_a_box_that_begins_again_is_filled_in_again(story: Story) -> None:
    box = box_of("edit_question", story, 1)
    text = box.texts["text"]
    press(box, "tab", "tab")
    box.begin(scene(story, 1))
    assert text.startswith("Đường liên thôn")
    assert box.texts["text"] == text


def test_words_of_ones_own_that_were_taken_are_taken_again_when_the_slip_is_brought_back(story: Story) -> None:
    box = box_of("register", story)
    type_text(box, "Mai Lão")
    press(box, "enter", "enter")
    type_text(box, "Nước sạch")
    press(box, "down", "tab")
    topic = box.editors["topic"]
    assert isinstance(topic, PickField)
    assert topic.value == "Nước sạch"
    box.leave()

    box.begin(scene(story))
    assert not box.touched
    assert "phiếu dở: Mai Lão" in texts_of(box)[-1]
    press(box, "ctrl+z")
    assert (topic.value, topic.is_new) == ("Nước sạch", True)
    name = box.editors["name"]
    assert isinstance(name, PickField)
    assert (name.value, name.is_new) == ("Mai Lão", True)


def test_whom_a_slip_was_about_is_kept_with_it(story: Story) -> None:
    story.hears("Trần Văn Nửa")
    for moves, who in (((), "2"), (("down",), "1")):
        box = box_of("question", story)
        person = box.editors["who"]
        assert isinstance(person, PickField)
        press(box, *["shift+tab"] * [*box.editors].index("text"), *moves, *["tab"] * [*box.editors].index("text"))
        type_text(box, "Mương tắc")
        assert person.value == who
        box.leave()
        box.begin(scene(story))
        press(box, "ctrl+z")
        assert person.value == who
        assert box.typing.text == "Mương tắc"


def test_a_box_that_opens_again_begins_at_its_first_field(story: Story) -> None:
    box = box_of("conclude", story, 1)
    press(box, *["tab"] * 6)
    assert not any("Ý kiến số" in text for text in texts_of(box))
    box.begin(scene(story, 1))
    assert "Ý kiến số" in texts_of(box)[1]


def test_the_tasks_are_told_as_they_are_understood_while_they_are_typed(story: Story) -> None:
    box = box_of("conclude", story, 1)
    press(box, "tab")
    type_text(box, "Giao các bên cùng làm và báo cáo lại cho Ủy ban nhân dân xã trước kỳ họp tới " * 4)
    press(box, *["tab"] * 5)
    assert box.at is box.editors["tasks"]
    assert not any("công an" in text for text in texts_of(box))
    type_text(box, "công an xã; tuần tra; 5/12")
    assert any("tuần tra" in text for text in texts_of(box)[-6:-1])


def test_a_text_has_all_the_room_that_the_other_fields_leave(story: Story) -> None:
    box = box_of("edit_question", story, 1)
    press(box, *["tab"] * [*box.editors].index("text"))
    assert box.at is box.editors["text"]
    # The list that was open is closed: from the title to the hint no line is left over.
    assert all(line.parts for line in box.lines(SMALL)[1:-1])


def test_what_is_wrong_is_said_until_the_text_is_another_one(story: Story) -> None:
    box = box_of("extend", story)
    type_text(box, "8")
    press(box, "enter")
    told = " ".join(texts_of(box))
    assert "“8” là phút hay giây? Gõ 8:00 nếu là phút, 0:08 nếu là giây." in " ".join(told.split())
    type_text(box, ":")
    assert not box.problem


@pytest.mark.parametrize("keys", [("tab",), ("enter",), ("f4",), ("down", "up", "tab")])
def test_whoever_is_chosen_brings_the_village_along_however_the_field_is_left(keys: tuple[str, ...]) -> None:
    box = box_of(
        "register", Story(attendance=[{"name": "Lê Mận", "place": "ấp Bình Phú", "organisation": "Hội Nông dân"}])
    )
    type_text(box, "man")
    for key in keys:
        if key == "f4":
            box.give()
        else:
            press(box, key)
    place, organisation = box.editors["place"], box.editors["organisation"]
    assert isinstance(place, TextField)
    assert isinstance(organisation, TextField)
    assert (place.text, organisation.text) == ("ấp Bình Phú", "Hội Nông dân")


def test_what_was_mended_after_a_choice_is_not_filled_in_again(story: Story) -> None:
    box = box_of("edit_question", story, 1)
    press(box, "tab")
    text = box.typing
    assert text.text.startswith("Đường liên thôn")
    press(box, "ctrl+a")
    type_text(box, "Mương tắc")
    press(box, "shift+tab", "tab")
    assert text.text == "Mương tắc"


def test_what_has_no_room_below_is_seen_to_be_more() -> None:
    story = Story()
    story.hears(
        "Lê Mận", *(f"Ý kiến thứ {number}: đường liên thôn ngập khi mưa, đề nghị nâng cấp" for number in range(6))
    )
    numbers = tuple(story.meeting.state.questions)
    told = [line.text for line in box_of("assign", story, *numbers).foot(SMALL)]
    assert (len(told), told[-1]) == (5, "…")
    whole = [line.text for line in box_of("assign", story, *numbers).foot(Size(90, 60))]
    assert "…" not in whole
    assert any("Ý kiến thứ 5" in line for line in whole)


def test_a_slip_in_the_year_is_asked_about_and_nothing_is_lost(story: Story) -> None:
    story.do("conclude", questions=[1], outcome="written")
    box = box_of("reply", story)
    press(box, "enter")
    type_text(box, "12/TB")
    press(box, "tab")
    type_text(box, "25/12/2027")
    press(box, "enter")
    assert "chưa tới" in " ".join(texts_of(box))
    assert box.typing.text == "25/12/2027"


def test_a_slip_that_is_taken_up_is_about_what_it_was_about_though_another_is_proposed(story: Story) -> None:
    box = box_of("edit_question", story, 1)
    press(box, "tab")
    type_text(box, " nặng")
    box.leave()
    story.hears("Trần Văn Nửa", "Cống tắc nước")
    box.begin(scene(story, 2))
    press(box, "ctrl+z")
    question, text = box.editors["question"], box.editors["text"]
    assert isinstance(question, PickField)
    assert isinstance(text, TextField)
    assert question.value == "1"
    assert text.text.endswith("nặng")


def test_what_was_chosen_and_not_settled_is_settled_when_the_box_is_left(story: Story) -> None:
    story.hears("Trần Văn Nửa", "Cống tắc nước")
    box = box_of("edit_question", story, 1)
    type_text(box, "Cống tắc")
    box.leave()
    box.begin(scene(story, 1))
    press(box, "ctrl+z")
    text = box.editors["text"]
    assert isinstance(text, TextField)
    assert text.text == "Cống tắc nước"


def test_a_part_of_a_name_fills_in_nobodys_home_when_the_box_is_left() -> None:
    story = Story()
    story.register("Lê Văn Ân", place="ấp Bình Phú")
    box = box_of("register", story)
    type_text(box, "an")
    box.leave()
    assert (box.left["name"], box.left["place"]) == ("an", "")


def test_a_body_of_its_own_stands_there_when_a_conclusion_is_opened_again(story: Story) -> None:
    story.do("conclude", questions=[1], outcome="study", body="Công ty Thoát nước")
    story.do("reopen", question=1)
    box = box_of("conclude", story, 1)
    box.begin(scene(story, 1), {"outcome": "study", "body": "Công ty Thoát nước"})
    body = box.editors["body"]
    assert isinstance(body, PickField)
    assert (body.value, body.is_new) == ("Công ty Thoát nước", True)
    assert not box.touched


# The meeting goes on while a box is being filled in


def following(act: str, story: Story, *questions: int) -> FormBox:
    """A box that is told of each change of the meeting."""
    form = register_form(story.meeting.setup.attendance) if act == "register" else FORMS[act]
    now = partial(scene, story, *questions)
    box = FormBox(act, ACTS[act].command, form, now(), 5, now)
    box.begin(now())
    box.in_use = True
    return box


def test_who_was_registered_by_mistake_is_no_longer_offered_in_a_box_that_is_being_filled_in(story: Story) -> None:
    story.register("Phan Văn Hường", place="ấp Rạch Gừa")
    box = following("register", story)
    type_text(box, "hường")
    assert any("đã đăng ký số 2" in line for line in texts_of(box, Size(70, 24)))
    story.do("undo")
    box.follow()
    told = texts_of(box, Size(70, 24))
    assert not any("đã đăng ký" in line or "Cùng họ tên" in line for line in told)
    assert box.texts["name"] == "hường"
    type_text(box, " em")
    assert not any("Hường, ấp" in line for line in texts_of(box, Size(70, 24)))


def test_what_is_told_of_somebody_who_was_taken_from_the_list_follows_the_floor(story: Story) -> None:
    story.register("Phan Văn Hường", place="ấp Rạch Gừa")
    box = following("register", story)
    type_text(box, "hường")
    press(box, "enter")
    assert any("Đang chờ phát biểu với số 2" in line for line in texts_of(box, Size(70, 24)))
    story.do("call")
    story.do("start")
    box.follow()
    assert not any("Đang chờ phát biểu" in line for line in texts_of(box, Size(70, 24)))
    assert value_of(box, "name") == "\0who2"


@pytest.mark.parametrize("typed", ["hường", "Phan Văn Hường, ấp R"])
def test_a_choice_that_is_gone_leaves_its_name_and_not_a_namesake(story: Story, typed: str) -> None:
    story.register("Phan Văn Hường", place="thôn Hạ", honorific="Bà", organisation="Hội A")
    story.register("Phan Văn Hường", place="ấp Rạch Gừa")
    box = following("register", story)
    type_text(box, typed)
    press(box, *["down"] * (typed == "hường"), "enter")
    assert value_of(box, "name") == "\0who3"
    press(box, "shift+tab")
    type_text(box, "ấp Tay")
    story.do("undo")
    box.follow()
    box.lines(SMALL)
    assert value_of(box, "name") == "Phan Văn Hường"
    press(box, "shift+tab", "tab")
    assert (box.texts["place"], box.texts["organisation"]) == ("ấp Tay", "")


def value_of(box: FormBox, name: str) -> str:
    picker = box.editors[name]
    assert isinstance(picker, PickField)
    return picker.value


def test_where_what_is_mended_is_taken_back_nothing_else_is_mended(story: Story) -> None:
    story.do("question", text="Bao giờ sửa cầu?")
    box = following("edit_question", story, 2)
    press(box, "tab")
    type_text(box, " Gấp")
    story.do("undo")
    box.follow()
    box.lines(SMALL)
    box.give()
    assert value_of(box, "question") == ""
    assert "chưa có gì" in box.problem
    assert box.texts["text"] == "Bao giờ sửa cầu? Gấp"
    # Also when the meeting goes on once more.
    box.follow()
    box.lines(SMALL)
    assert value_of(box, "question") == ""
    assert not any(manner == "chosen" for line in box.lines(SMALL) for _, manner in line.parts)
    press(box, "down")
    assert value_of(box, "question") == "1"
    assert any(manner == "chosen" for line in box.lines(SMALL) for _, manner in line.parts)


def test_who_is_called_meanwhile_is_not_withdrawn_in_somebody_elses_place(story: Story) -> None:
    story.register("Bình", "Chi")
    box = following("withdraw", story)
    assert value_of(box, "who") == "2"
    story.do("call")
    box.follow()
    box.lines(SMALL)
    assert value_of(box, "who") == ""
    type_text(box, "chi")
    assert value_of(box, "who") == "3"


def test_who_comes_meanwhile_puts_nobody_under_the_cursor(story: Story) -> None:
    box = following("register", story)
    story.register("Ân", place="thôn Hạ")
    box.follow()
    box.lines(SMALL)
    picker = box.editors["name"]
    assert isinstance(picker, PickField)
    assert picker.value == ""
    type_text(box, "ân")
    assert "Ân, thôn Hạ" in picker.label


def test_the_choice_under_the_cursor_stays_while_others_come(story: Story) -> None:
    box = following("edit_question", story, 1)
    story.do("question", text="Bao giờ sửa cầu?")
    box.follow()
    box.lines(SMALL)
    picker = box.editors["question"]
    assert isinstance(picker, PickField)
    assert picker.value == "1"
    assert [choice.value for choice in picker._choices] == ["2", "1"]


# What follows from a choice


def test_what_is_mended_follows_the_cursor_of_the_list(story: Story) -> None:
    story.do("question", text="Bao giờ sửa cầu?")
    box = box_of("edit_question", story, 1)
    press(box, "up")
    assert box.texts["text"] == "Bao giờ sửa cầu?"
    type_text(box, "1")
    assert box.texts["text"].startswith("Đường liên thôn")


def test_what_a_hand_mended_stays_while_the_cursor_passes_over_the_list(story: Story) -> None:
    story.do("question", text="Bao giờ sửa cầu?")
    box = box_of("edit_question", story, 2)
    press(box, "tab")
    type_text(box, " Gấp")
    press(box, "shift+tab", "down", "up")
    assert value_of(box, "question") == "2"
    assert box.texts["text"] == "Bao giờ sửa cầu? Gấp"


def test_the_home_of_another_person_does_not_stay_with_a_new_name(story: Story) -> None:
    story.register("Phan Văn Hường", place="ấp Rạch Gừa", organisation="Hội Nông dân")
    box = box_of("register", story)
    type_text(box, "hường")
    press(box, "enter")
    assert (box.texts["place"], box.texts["organisation"]) == ("ấp Rạch Gừa", "Hội Nông dân")
    press(box, "shift+tab", "shift+tab", "ctrl+a", "delete")
    assert box.at is box.editors["name"]
    type_text(box, "Trần Văn Mới")
    press(box, "enter")
    assert (box.texts["place"], box.texts["organisation"]) == ("", "")
    assert box.at is box.editors["place"]


def test_a_home_that_was_mended_by_hand_stays_with_a_new_name(story: Story) -> None:
    story.register("Phan Văn Hường", place="ấp Rạch Gừa", organisation="Hội Nông dân")
    box = box_of("register", story)
    type_text(box, "hường")
    press(box, "enter", "shift+tab")
    type_text(box, "ấp Hạ")
    press(box, "shift+tab", "ctrl+a", "delete")
    type_text(box, "Trần Văn Mới")
    press(box, "enter")
    assert (box.texts["place"], box.texts["organisation"]) == ("ấp Hạ", "")


def test_of_a_slip_that_was_left_its_name_is_told(story: Story) -> None:
    box = box_of("register", story)
    type_text(box, "Mai Lão")
    press(box, "enter", "tab", "tab", "tab", "tab")
    type_text(box, "Hội Cựu chiến binh huyện")
    box.leave()
    box.begin(scene(story))
    assert "Mai Lão" in texts_of(box, Size(70, 16))[-1]
