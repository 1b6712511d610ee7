"""A glance tells what has changed since the one before as comparing all would, after whatever was done."""

from __future__ import annotations

from operator import is_

from hypothesis import given

from moderator.meeting.glance import Glance
from moderator.meeting.state import MeetingState
from tests.meeting.any_commands import COURSES, Course
from tests.meeting.story import Story
from tests.meeting.test_properties import begun, played, usual


@usual
@given(COURSES)
def test_what_is_said_to_be_as_before_is(course: Course) -> None:
    glances = [Stood(begun().state)]
    for meeting, _ in played(course):
        now = Stood(meeting.state)
        # Somebody may look again only after several things have happened.
        for before in glances[-3:]:
            now.agrees_with(before)
        glances.append(now)


class Stood:
    """All that stood there at a glance."""

    def __init__(self, state: MeetingState) -> None:
        self.glance = Glance.at(state)
        self.registrations = [*state.registrations.values()]
        self.cards = [registration.card for registration in self.registrations]
        self.waiting = [*state.waiting]
        self.questions = [*state.questions.values()]

    def agrees_with(self, before: Stood) -> None:
        came = self.glance.registrations_since(before.glance)
        if came is not None:
            assert [*before.registrations, *came] == self.registrations
        cards = self.glance.cards_since(before.glance)
        if cards is not None:
            assert [*before.cards, *cards] == self.cards
            assert all(map(is_, before.cards, self.cards))
        if self.glance.waits_as_before(before.glance):
            assert self.waiting[: len(before.waiting)] == before.waiting
        if self.glance.asks_as_before(before.glance):
            assert self.questions == before.questions


def test_who_comes_behind_changes_nothing_before() -> None:
    story = Story()
    story.register("An")
    before = Glance.at(story.meeting.state)
    story.register("Bình")
    now = Glance.at(story.meeting.state)
    assert [registration.who for registration in now.registrations_since(before) or ()] == [2]
    assert [card.name for card in now.cards_since(before) or ()] == ["Bình"]
    assert now.waits_as_before(before)
    assert now.asks_as_before(before)


def test_what_is_taken_back_and_restored_is_as_before() -> None:
    story = Story()
    story.hears("An", "Bao giờ sửa đường?")
    before = Glance.at(story.meeting.state)
    story.do("blackout", on=True)
    story.do("undo")
    now = Glance.at(story.meeting.state)
    assert now.state is not before.state
    assert now.registrations_since(before) == now.cards_since(before) == []
    assert now.waits_as_before(before)
    assert now.asks_as_before(before)


def test_what_has_changed_is_told_apart() -> None:
    story = Story()
    story.register("An", "Bình", "Chi")
    before = Glance.at(story.meeting.state)
    story.do("call")
    called = Glance.at(story.meeting.state)
    assert not called.waits_as_before(before)
    assert called.cards_since(before) == []

    story.do("edit_registration", who=2, topic="Chợ")
    edited = Glance.at(story.meeting.state)
    assert edited.registrations_since(called) is None
    assert edited.cards_since(called) is None
    assert edited.waits_as_before(called)

    story.do("reorder", order=["3", "2"])
    moved = Glance.at(story.meeting.state)
    assert not moved.waits_as_before(edited)
    assert moved.registrations_since(edited) == []


def test_a_question_that_was_mended_is_another_one() -> None:
    story = Story()
    story.hears("An", "Bao giờ sửa đường?")
    before = Glance.at(story.meeting.state)
    story.do("edit_question", question=1, text="Bao giờ sửa cầu?")
    assert not Glance.at(story.meeting.state).asks_as_before(before)
