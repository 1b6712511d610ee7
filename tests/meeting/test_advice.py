"""Foresight and fairness as advice: nothing here changes the meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from moderator.meeting.advice import advice_on_assign, is_absent
from moderator.meeting.fairness import first_time_speakers, places_not_heard, talking_time
from moderator.meeting.forecast import agenda_standing, everybody_heard_at, limit_for_all, planned_end
from moderator.meeting.likely import likely_fields, likely_officials
from moderator.meeting.loads import official_loads
from moderator.meeting.question_words import similar_questions
from moderator.meeting.state import Entry, MeetingState
from tests.meeting.story import Story

PLANNED: dict[str, Any] = {
    "agenda": [
        {"title": "Khai mạc", "minutes": 10},
        {"title": "Đối thoại", "minutes": 60},
        {"title": "Kết luận", "minutes": 20},
    ]
}


def clock(story: Story, instant: dt.datetime | None) -> str | None:
    return None if instant is None else instant.astimezone(story.now.tzinfo).strftime("%H:%M:%S")


def now(story: Story) -> dt.datetime:
    return story.now.astimezone(dt.UTC)


def state(story: Story) -> MeetingState:
    return story.meeting.state


class TestForecast:
    def test_nothing_is_foreseen_before_the_first_speech_has_ended(self, story: Story) -> None:
        story.register("An")
        assert everybody_heard_at(state(story), now(story)) is None

    def test_each_speech_to_come_takes_what_speeches_and_answers_took(self, story: Story) -> None:
        story.hears("An", "Đường?", seconds=60)
        story.do("call", official="chair", questions=[1])
        story.do("start")
        story.after(120).do("end")
        story.register("Bình", "Chi")
        assert clock(story, everybody_heard_at(state(story), now(story))) == "07:39:00"

    def test_who_speaks_now_is_taken_for_what_is_left_of_a_speech(self, story: Story) -> None:
        story.hears("An", seconds=100)
        story.register("Bình", "Chi")
        story.do("call")
        assert clock(story, everybody_heard_at(state(story), now(story))) == "07:35:00"
        story.do("start")
        story.after(40)
        assert clock(story, everybody_heard_at(state(story), now(story))) == "07:35:00"

    def test_a_break_of_known_length_is_waited_for(self, story: Story) -> None:
        story.hears("An", seconds=60)
        story.register("Bình")
        story.do("break", minutes=10)
        story.after(60)
        assert clock(story, everybody_heard_at(state(story), now(story))) == "07:42:00"

    def test_the_planned_end_is_the_sum_of_the_agenda_from_the_opening(self, story: Story) -> None:
        assert planned_end(state(story)) is None
        planned = Story(**PLANNED)
        assert clock(planned, planned_end(state(planned))) == "09:00:00"
        assert planned_end(state(Story(opened=False, **PLANNED))) is None

    def test_the_limit_lets_all_speak_by_the_planned_end_with_their_answers(self) -> None:
        story = Story(**PLANNED)
        story.at("07:40").do("agenda", item=1)
        story.do("agenda", item=2)
        story.hears("An", "Đường?", seconds=60)
        story.do("call", official="chair", questions=[1])
        story.do("start")
        story.after(60).do("end")
        story.register("Bình", "Chi", "Dung", "Em")
        # 58 minutes are left of which the conclusion takes none: four times a speech with a minute of answer.
        assert limit_for_all(state(story), now(story)) == (58 * 60 // 4 - 60)
        story.at("08:39")
        assert limit_for_all(state(story), now(story)) == 0

    def test_without_a_plan_or_without_anybody_no_limit_is_proposed(self, story: Story) -> None:
        story.register("An")
        assert limit_for_all(state(story), now(story)) is None
        assert limit_for_all(state(Story(**PLANNED)), now(story)) is None

    @pytest.mark.parametrize(
        ("item", "began", "looked", "behind"),
        [(1, "07:30", "07:35", 0), (1, "07:30", "07:45", 300), (2, "07:35", "07:50", -300), (2, "07:50", "08:00", 600)],
    )
    def test_the_agenda_is_ahead_or_behind(self, item: int, began: str, looked: str, behind: int) -> None:
        story = Story(**PLANNED)
        assert agenda_standing(state(story), now(story)) is None
        story.at("07:30").do("agenda", item=1)
        if item == 2:
            story.at(began).do("agenda", item=2)
        story.at(looked)
        found = agenda_standing(state(story), now(story))
        assert found is not None
        assert (found.item, found.behind) == (item, behind)
        assert found.ends == planned_end(state(story)) + dt.timedelta(seconds=behind)  # type: ignore[operator]


class TestFairness:
    def test_who_has_not_spoken_under_any_number_speaks_for_the_first_time(self, story: Story) -> None:
        story.hears("An", "Đường?")
        story.do("register", name="an")
        story.register("Bình")
        story.do("follow_up", question=1)
        assert first_time_speakers(state(story)) == {Entry(3)}

    def test_villages_that_nobody_was_heard_of_yet(self) -> None:
        story = Story(attendance=[{"organisation": "Dân thôn Đông", "place": "thôn Đông", "count": 9}])
        story.do("register", name="An", place="thôn Tây")
        story.do("register", name="Bình", place="Thôn Nam")
        found = [(each.place, each.waiting, each.invited) for each in places_not_heard(state(story))]
        assert found == [("thôn Tây", 1, False), ("Thôn Nam", 1, False), ("thôn Đông", 0, True)]
        story.do("call")
        story.do("start")
        story.after(60).do("end")
        assert [each.place for each in places_not_heard(state(story))] == ["Thôn Nam", "thôn Đông"]

    def test_talking_time_is_shared_between_citizens_and_officials(self, story: Story) -> None:
        assert talking_time(state(story), now(story)).citizens_share is None
        story.hears("An", seconds=60)
        story.do("call", statement="chair")
        story.do("start")
        story.after(180)
        found = talking_time(state(story), now(story))
        assert (found.citizens, found.officials, found.citizens_share) == (60.0, 180.0, 0.25)

    def test_loads(self, story: Story) -> None:
        story.hears("An", "Đường?", "Nước?", "Rác?", "Điện?")
        story.do("assign", questions=[1, 2, 3], official="dia-chinh", with_=["hdnd"])
        story.do("answer", questions=[1], official="dia-chinh", text="Có")
        story.do("conclude", questions=[2], outcome="written")
        story.do("drop_question", question=3, reason="Trùng")
        loads = {
            code: (each.assigned, each.unanswered, each.owed) for code, each in official_loads(state(story)).items()
        }
        assert loads == {"dia-chinh": (2, 0, 1), "cong-an": (0, 0, 0), "hdnd": (2, 0, 0)}


class TestWords:
    def test_the_words_of_a_question_tell_its_field(self, story: Story) -> None:
        assert likely_fields(state(story), "Bao giờ cấp sổ đỏ?")[0] == "dat-dai"
        assert likely_fields(state(story), "RAC THAI o bai rac boc mui hoi")[0] == "moi-truong"
        assert likely_fields(state(story), "Xin cảm ơn") == []

    def test_a_meetings_own_field_is_found_by_its_name(self) -> None:
        story = Story(fields=[{"code": "du-lich", "name": "Du lịch"}])
        assert likely_fields(state(story), "Phát triển du lịch cộng đồng") == ["du-lich"]

    def test_the_likely_official_answers_for_that_field(self, story: Story) -> None:
        assert likely_officials(state(story), "Bao giờ cấp sổ đỏ?") == ["dia-chinh"]
        assert likely_officials(state(story), "Nạn trộm cắp, đánh bạc") == ["cong-an"]
        assert likely_officials(state(story), "Bao giờ cấp sổ đỏ?", "an-ninh") == ["cong-an"], "the field was chosen"
        assert likely_officials(state(story), "Xin cảm ơn") == []

    def test_what_was_assigned_before_counts(self, story: Story) -> None:
        story.hears("An", "Chó thả rông trong thôn")
        story.do("assign", questions=[1], official="hdnd")
        assert likely_officials(state(story), "Nhiều chó thả rông quá") == ["hdnd"]

    def test_a_question_already_asked_is_found_without_accents(self, story: Story) -> None:
        story.hears("An", "Đường thôn Đông ngập nước khi mưa", "Bao giờ cấp sổ đỏ cho dân thôn Tây?")
        assert [
            like.question for like in similar_questions(state(story), "de nghi sua duong thon dong hay bi ngap")
        ] == [1]
        assert similar_questions(state(story), "Lương hưu chi trả chậm") == []
        assert similar_questions(state(story), "Đường thôn Đông ngập nước khi mưa", but=1) == []

    def test_nothing_is_joined_into_what_is_kept_back_or_gone(self, story: Story) -> None:
        story.hears("An", "Đường ngập nước", "Đường ngập nước", "Đường ngập nước")
        story.do("edit_question", question=1, kind="denunciation")
        story.do("drop_question", question=2, reason="Trùng")
        assert [like.question for like in similar_questions(state(story), "Đường ngập nước")] == [3]


class TestAssigning:
    def test_an_opinion_on_somebodys_conduct_does_not_go_to_him(self, story: Story) -> None:
        story.hears("An", "Ông Ngô Văn Đất nhận phong bì", "Cán bộ một cửa thái độ không tốt", "Đường?")
        for number in (1, 2):
            story.do("edit_question", question=number, kind="conduct")
        assert advice_on_assign(state(story), [1], "dia-chinh") == ["concerns_official"]
        assert advice_on_assign(state(story), [1], "cong-an") == ["about_conduct"]
        assert advice_on_assign(state(story), [2, 3], "dia-chinh") == ["about_conduct"]
        assert advice_on_assign(state(story), [3], "dia-chinh") == []

    def test_his_body_is_meant_as_well(self, story: Story) -> None:
        story.hears("An", "phong kinh te gay kho khan")
        story.do("edit_question", question=1, kind="conduct")
        assert advice_on_assign(state(story), [1], "dia-chinh") == ["concerns_official"]

    def test_complaints_have_a_procedure_of_their_own(self, story: Story) -> None:
        story.hears("An", "Tôi khiếu nại quyết định thu hồi")
        story.do("edit_question", question=1, kind="complaint")
        assert advice_on_assign(state(story), [1], "dia-chinh") == ["other_procedure"]

    def test_who_has_not_come_answers_in_writing(self, story: Story) -> None:
        story.hears("An", "Đường?")
        story.do("attend", name="Ngô Văn Đất", present=False)
        assert is_absent(state(story), "dia-chinh")
        assert advice_on_assign(state(story), [1], "dia-chinh") == ["official_absent"]
        assert advice_on_assign(state(story), [1], "cong-an") == []
