"""Registering to speak."""

from __future__ import annotations

import pytest

from moderator.meeting.meeting import encode_record
from tests.meeting.story import Story


def test_r1_the_first_to_register_gets_number_one_and_waits(story: Story) -> None:
    story.do("register", name="Nguyễn Thị An", place="thôn 1", topic="đường làng")
    assert story.state["registrations"] == [
        {
            "who": 1,
            "name": "Nguyễn Thị An",
            "place": "thôn 1",
            "topic": "đường làng",
            "channel": "in_person",
            "late": False,
            "status": "waiting",
        }
    ]
    assert story.state["waiting"] == [
        {
            "entry": "1",
            "who": 1,
            "name": "Nguyễn Thị An",
            "place": "thôn 1",
            "topic": "đường làng",
            "turns_before": 0,
            "kind": "speech",
            "question": None,
        }
    ]


@pytest.mark.parametrize("name", ["Nguyễn Thị An", "NGUYỄN THỊ AN", "nguyen thi an", " Nguyễn  Thị An "])
def test_r2_who_waits_already_is_refused_however_the_name_is_typed(story: Story, name: str) -> None:
    story.do("register", name="Nguyễn Thị An", place="Thôn Đông")
    refused = story.refuses("already_waiting", "register", name=name, place="thon dong")
    assert refused.params["who"] == 1
    assert story.waiting == ["1"]


def test_r2_the_secretary_can_insist_on_a_second_wish(story: Story) -> None:
    story.register("An")
    story.do("register", name="An", again=True)
    assert story.waiting == ["1", "2"]
    story.refuses("already_waiting", "register", name="An")


def test_r2_the_same_name_from_another_place_is_another_person(story: Story) -> None:
    story.do("register", name="An", place="thôn 1")
    story.do("register", name="An", place="thôn 2")
    assert story.waiting == ["1", "2"]


def test_r2_two_people_without_a_name_are_never_taken_for_one(story: Story) -> None:
    story.do("register", anonymous=True, topic="đường")
    story.do("register", anonymous=True, topic="nước")
    assert story.waiting == ["1", "2"]
    assert [row["name"] for row in story.state["registrations"]] == [None, None]


def test_r2_an_edited_name_is_the_one_that_counts(story: Story) -> None:
    story.register("Anh")
    story.do("edit_registration", who=1, name="An")
    story.refuses("already_waiting", "register", name="An")
    story.do("register", name="Anh")
    assert story.waiting == ["1", "2"]


def test_r3_who_speaks_now_does_not_count_as_waiting(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.do("start")
    story.do("register", name="An")
    assert story.waiting == ["2"]
    assert story.floor["who"] == 1


def test_r3_who_waits_to_follow_up_may_register_for_something_else(story: Story) -> None:
    story.hears("An", "Đường?")
    story.do("follow_up", question=1)
    story.do("register", name="An")
    assert story.waiting == ["1f1", "2"]


def test_r4_after_closing_a_registration_is_late_and_who_waits_goes_on_waiting(story: Story) -> None:
    story.register("An")
    story.do("close_registration")
    assert story.state["meeting"]["registration"] == "closed"
    story.do("register", name="Bình")
    assert [row["late"] for row in story.state["registrations"]] == [False, True]
    assert story.waiting == ["1", "2"]
    story.do("close_registration")
    story.do("open_registration")
    story.do("register", name="Chi")
    assert [row["late"] for row in story.state["registrations"]] == [False, True, False]
    story.do("open_registration")
    assert story.state["meeting"]["registration"] == "open"


def test_who_writes_instead_of_speaking_leaves_the_waiting_order_and_asks(story: Story) -> None:
    story.register("An", "Bình")
    story.do("edit_registration", who=1, channel="in_writing", text="Bao giờ có nước?")
    assert story.waiting == ["2"]
    assert story.status(1) == "in_writing"
    assert story.questions[1]["text"] == "Bao giờ có nước?"
    story.do("edit_registration", who=1, channel="in_person")
    assert story.waiting == ["2", "1"]
    story.refuses("text_missing", "edit_registration", who=2, channel="in_writing")


def test_somebody_who_is_called_but_has_not_begun_still_waits(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.refuses("already_waiting", "register", name="An")
    story.do("start")
    story.do("register", name="An")


def test_r5_closed_registration_touches_no_turn(story: Story) -> None:
    story.register("An", "Bình")
    story.do("close_registration")
    story.do("call")
    story.do("start")
    story.after(30).do("end")
    story.do("correct_time", turn=1, spoken=25)
    story.do("call")
    assert story.floor["who"] == 2
    assert story.turns[1]["spoken"] == 25.0


def test_r6_a_name_that_is_on_no_list_is_taken_on_the_spot() -> None:
    story = Story(attendance=[{"name": "Người Được Mời", "place": "thôn 3"}])
    story.do("register", name="Khách Lạ", place="thôn 9", topic="nước sạch")
    assert story.waiting == ["1"]


def test_r7_a_written_question_gets_a_number_and_a_question_and_no_place(story: Story) -> None:
    story.register("An")
    story.do("register", name="Bình", channel="in_writing", text="Bao giờ có nước sạch?")
    assert story.waiting == ["1"]
    assert story.status(2) == "in_writing"
    assert story.questions[1]["who"] == 2
    assert story.questions[1]["asker"] == "Bình"
    assert story.questions[1]["text"] == "Bao giờ có nước sạch?"
    assert story.questions[1]["status"] == "new"


def test_r7_who_wrote_may_also_speak_and_write_again(story: Story) -> None:
    for text in ("Một?", "Hai?"):
        story.do("register", name="Bình", channel="in_writing", text=text)
    story.do("register", name="Bình")
    assert story.waiting == ["3"]
    assert [question["who"] for question in story.questions.values()] == [1, 2]


def test_r7_a_slips_summary_is_the_question_when_no_text_is_typed(story: Story) -> None:
    story.do("register", name="Bình", channel="in_writing", summary="Nước sạch", text="  ")
    assert story.questions[1]["text"] == "Nước sạch"


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_written_question_needs_a_text(story: Story, text: str) -> None:
    story.refuses("text_missing", "register", name="Bình", channel="in_writing", text=text)


def test_a_written_question_does_not_speak(story: Story) -> None:
    story.refuses("writing_cannot_speak", "register", name="Bình", channel="in_writing", text="?", now=True)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_registration_needs_a_name_unless_anonymous(story: Story, name: str) -> None:
    story.refuses("name_missing", "register", name=name)
    story.do("register", name="An")
    story.refuses("name_missing", "edit_registration", who=1, name=name)
    story.do("edit_registration", who=1, name=name, anonymous=True)


@pytest.mark.parametrize("seconds", [-1, 0, 86401, 10**30])
def test_asked_seconds_must_make_sense(story: Story, seconds: int) -> None:
    story.refuses("seconds_out_of_range", "register", name="An", asked_seconds=seconds)
    story.register("An")
    story.refuses("seconds_out_of_range", "edit_registration", who=1, asked_seconds=seconds)


@pytest.mark.parametrize(("asked", "limit"), [(None, 300), (120, 120), (900, 300)])
def test_who_asks_for_less_time_gets_it_and_nobody_gets_more(story: Story, asked: int | None, limit: int) -> None:
    story.do("register", name="An", asked_seconds=asked)
    story.do("call")
    assert story.floor["limit"] == limit


def test_r8_numbers_stay_when_somebody_withdraws(story: Story) -> None:
    story.register("An", "Bình", "Chi")
    story.do("withdraw", who=2)
    story.register("Dung")
    assert story.waiting == ["1", "3", "4"]
    assert story.status(2) == "withdrawn"
    story.refuses("not_waiting", "withdraw", who=2)


def test_r8_a_number_taken_back_is_not_given_again(story: Story) -> None:
    story.register("An", "Bình")
    story.do("undo")
    story.register("Chi")
    assert [row["who"] for row in story.state["registrations"]] == [1, 3]
    assert story.waiting == ["1", "3"]


def test_who_speaks_already_registers_and_speaks_in_one_step(story: Story) -> None:
    story.register("An", "Bình")
    story.do("call")
    story.do("start")
    story.after(40).do("register", name="Chi", now=True)
    assert story.floor | {"spoken": None} == story.floor | {"who": 3, "state": "running", "turn": 2, "spoken": None}
    assert story.turns[1]["spoken"] == 40.0
    assert story.waiting == ["2"]
    story.after(10)
    assert story.floor["spoken"] == 10.0
    assert story.floor["left"] == 290.0


def test_who_was_only_called_goes_back_to_the_old_place_before_a_speaker_who_stands_up(story: Story) -> None:
    story.register("An", "Bình")
    story.do("call")
    story.do("register", name="Chi", now=True)
    assert story.floor["who"] == 3
    assert story.waiting == ["1", "2"]
    assert list(story.turns) == [2]


def test_the_called_person_may_withdraw_but_not_the_one_who_speaks(story: Story) -> None:
    story.register("An", "Bình")
    story.do("call")
    story.do("withdraw", who=1)
    assert story.state["floor"] is None
    assert story.status(1) == "withdrawn"
    story.do("call")
    story.do("start")
    story.refuses("has_the_floor", "withdraw", who=2)
    story.do("ask_back")
    story.refuses("has_the_floor", "withdraw", who=2)
    assert story.waiting == []
    assert story.turns.keys() == {2, 3}


def test_withdrawing_takes_every_wish_of_that_number(story: Story) -> None:
    story.hears("An", "Đường?")
    story.register("Bình")
    story.do("follow_up", question=1, who=2)
    assert story.waiting == ["2f1", "2"]
    story.do("withdraw", who=2)
    assert story.waiting == []
    assert story.status(2) == "withdrawn"


def test_who_was_heard_stays_heard_when_a_follow_up_is_withdrawn(story: Story) -> None:
    story.hears("An", "Đường?")
    story.do("follow_up", question=1)
    assert story.status(1) == "heard"
    story.do("withdraw", who=1)
    assert story.waiting == []
    assert story.status(1) == "heard"
    story.refuses("not_waiting", "withdraw", who=1)


def test_withdrawing_a_written_question_drops_it_with_its_reason(story: Story) -> None:
    story.do("register", name="Bình", channel="in_writing", text="Nước?")
    story.do("withdraw", who=1)
    assert story.questions[1]["status"] == "dropped"
    assert story.questions[1]["dropped"]
    assert story.status(1) == "withdrawn"
    story.refuses("not_absent", "recall", who=1)


def test_a_written_question_stands_when_only_its_follow_up_is_withdrawn(story: Story) -> None:
    story.do("register", name="Bình", channel="in_writing", text="Nước?")
    story.do("follow_up", question=1)
    story.do("withdraw", who=1)
    assert story.waiting == []
    assert story.status(1) == "in_writing"
    assert story.questions[1]["status"] == "new"
    story.do("follow_up", question=1)
    story.do("call")
    story.do("withdraw", who=1)
    assert story.state["floor"] is None
    assert story.status(1) == "in_writing"


def test_a_written_question_that_is_concluded_or_stands_for_others_is_not_withdrawn(story: Story) -> None:
    for name in ("An", "Bình", "Chi"):
        story.do("register", name=name, channel="in_writing", text="Nước?")
    story.do("join", question=2, into=1)
    story.refuses("others_joined", "withdraw", who=1)
    story.refuses("question_joined", "withdraw", who=2)
    story.do("conclude", questions=[3], outcome="noted")
    story.refuses("already_concluded", "withdraw", who=3)


def test_a_written_question_dropped_before_keeps_its_reason(story: Story) -> None:
    story.do("register", name="An", channel="in_writing", text="Nước?")
    story.do("drop_question", question=1, reason="Trùng")
    story.do("withdraw", who=1)
    assert story.questions[1]["dropped"] == "Trùng"
    assert story.status(1) == "withdrawn"


def test_an_edit_changes_only_what_is_given(story: Story) -> None:
    story.do("register", name="An", place="thôn 1", topic="đường", asked_seconds=60)
    story.do("edit_registration", who=1, topic="cầu")
    (row,) = story.state["registrations"]
    assert (row["name"], row["place"], row["topic"]) == ("An", "thôn 1", "cầu")
    story.do("call")
    assert story.floor["limit"] == 60


def test_the_text_of_a_written_question_is_mended_through_its_registration(story: Story) -> None:
    story.do("register", name="An", channel="in_writing", text="Nươc?")
    story.do("edit_registration", who=1, text="Nước?", place="thôn 1")
    assert story.questions[1]["text"] == "Nước?"
    assert story.state["registrations"][0]["place"] == "thôn 1"
    story.refuses("text_missing", "edit_registration", who=1, text=" ")
    story.register("Bình")
    story.refuses("no_written_question", "edit_registration", who=2, text="Gì?")


@pytest.mark.parametrize("do", ["edit_registration", "withdraw", "recall", "call"])
@pytest.mark.parametrize("who", [0, -1, 2, 10**30])
def test_numbers_that_nobody_has_are_refused(story: Story, do: str, who: int) -> None:
    story.register("An")
    story.refuses("unknown_registration", do, who=who)


def test_a_phone_number_never_reaches_the_journal(story: Story) -> None:
    registered = story.do("register", name="An", phone="0912345678", slip="A7")
    edited = story.do("edit_registration", who=1, phone="0987654321")
    assert b"0912345678" not in encode_record(registered)
    assert b"0987654321" not in encode_record(edited)
    assert b"A7" in encode_record(registered)


def test_a_mending_mends_something() -> None:
    story = Story()
    story.hears("An", "Bao giờ sửa đường?")
    story.refuses("nothing_to_change", "edit_registration", who=1)
    story.refuses("nothing_to_change", "edit_question", question=1)
    story.refuses("nothing_to_change", "edit_agenda", item=1)
