"""Whom the registering box knows: made longer by each who registers, it is what it would be made anew."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given

from moderator.meeting.setup import Attendee
from moderator.meeting.working_days import Calendar
from screens import choices
from screens.form import Aim, Choice, Scene
from screens.known_people import KnownPeople
from screens.pick_field import PickField
from screens.words import words
from tests.meeting.any_commands import COURSES, Course
from tests.meeting.story import Story
from tests.meeting.test_properties import BEGIN, begun, played, usual

LISTED = (Attendee(name="An", place="thôn Đông"), Attendee(name="Bình", honorific="Bà"), Attendee(name="Lê Văn Lạ"))
CALENDAR = Calendar()


def scene_of(story: Story) -> Scene:
    return Scene(story.meeting.state, story.now, story.calendar, words("vi"), Aim())


@usual
@given(COURSES)
def test_made_longer_it_is_what_it_would_be_made_anew(course: Course) -> None:
    kept = KnownPeople(LISTED)
    kept.offered(Scene(begun().state, BEGIN, CALENDAR, words("vi"), Aim()))
    for meeting, now in played(course):
        scene = Scene(meeting.state, now, CALENDAR, words("vi"), Aim())
        anew = KnownPeople(LISTED)
        assert [*kept.offered(scene)] == [*anew.offered(scene)]
        for name in ("An", "Bình", "Lê Văn Lạ"):
            assert kept.same_name(scene, name, "") == anew.same_name(scene, name, "")


def test_who_registers_again_is_known_by_the_latest_number() -> None:
    story, known = Story(), KnownPeople(LISTED)
    for number in (1, 2):
        story.register("Bình")
        notes = [choice.note for choice in known.offered(scene_of(story))]
        assert notes == ["", "", f"đã đăng ký số {number}"]
        story.do("withdraw", who=number)


def test_a_name_of_the_list_that_was_mended_reads_as_it_was_mended() -> None:
    story, known = Story(), KnownPeople((Attendee(name="Trương Văn Thới", place="ấp Hạ"),))
    story.register("Trương Văn Thới", place="ấp Hạ")
    story.do("edit_registration", who=1, name="Trương Văn Thời")
    (choice,) = known.offered(scene_of(story))
    assert choice.label == "Trương Văn Thời, ấp Hạ"
    meant = known.meant(scene_of(story), choice.value)
    assert meant is not None
    assert meant.name == "Trương Văn Thời"


def test_a_stranger_comes_behind_the_choices_that_are_offered_already() -> None:
    story, known = Story(), KnownPeople(LISTED)
    offered = known.offered(scene_of(story))
    picker = PickField(offered, free="Thêm “{text}”")
    picker.type("xu")
    assert picker.value == "xu"
    story.register("Xuân")
    assert known.offered(scene_of(story)) is offered
    picker.clear()
    picker.type("xu")
    assert picker.label == "Xuân"


def test_who_is_on_the_list_goes_behind_and_what_was_offered_before_stays() -> None:
    story, known = Story(), KnownPeople(LISTED)
    offered = known.offered(scene_of(story))
    before = [*offered]
    story.register("An", place="thôn Đông")
    assert labels(known.offered(scene_of(story))) == ["Bà Bình", "Lê Văn Lạ", "An, thôn Đông"]
    assert [*offered] == before


def test_what_was_edited_is_put_into_words_anew() -> None:
    story = Story()
    story.hears("Lê Văn An", "Bao giờ sửa đường?")
    assert labels(choices.registrations(scene_of(story))) == ["Số 1 · Lê Văn An"]
    story.do("edit_registration", who=1, name="Lê Văn Khác")
    assert labels(choices.registrations(scene_of(story))) == ["Số 1 · Lê Văn Khác"]

    assert labels(choices.questions(scene_of(story))) == ["1. Bao giờ sửa đường?"]
    story.do("edit_question", question=1, text="Bao giờ sửa cầu?")
    assert labels(choices.questions(scene_of(story))) == ["1. Bao giờ sửa cầu?"]


def labels(offered: Sequence[Choice]) -> list[str]:
    return [choice.label for choice in offered]
