"""What the floor key proposes, one by one and in rounds."""

from __future__ import annotations

from moderator.meeting.proposals import Proposal, proposals
from tests.meeting.story import Story


def first(story: Story, rounds: int = 0) -> Proposal:
    return proposals(story.meeting.state, rounds)[0]


def speak(story: Story, *questions: str) -> None:
    """The first who waits speaks for a minute and asks."""
    story.do("call")
    story.after(5).do("start")
    for text in questions:
        story.after(10).do("question", text=text)
    story.after(45).do("end")


def test_the_key_opens_the_meeting_and_ends_its_breaks() -> None:
    story = Story(opened=False).at("07:30")
    assert first(story).kind == "open"
    story.do("open")
    story.do("break", minutes=10)
    assert first(story).kind == "end_break"
    story.do("end_break")
    story.do("adjourn")
    assert proposals(story.meeting.state) == ()


def test_a_turn_is_called_started_and_ended_by_the_same_key() -> None:
    story = Story()
    story.do("register", name="An")
    assert first(story).kind == "call"
    story.do("call")
    assert [p.kind for p in proposals(story.meeting.state)] == ["start", "absent", "put_back"]
    story.do("start")
    assert first(story).kind == "end"
    story.do("ask_back")
    assert first(story).kind == "resume"
    story.do("resume")
    story.do("pause")
    assert first(story).kind == "resume"


def test_one_by_one_a_question_is_assigned_answered_followed_up_and_concluded_before_the_next_speaker() -> None:
    story = Story()
    story.do("register", name="An")
    story.do("register", name="Bình")
    speak(story, "Đường?")
    assert (first(story).kind, first(story).questions) == ("assign", (1,))
    story.do("assign", questions=[1], official="dia-chinh")
    assert (first(story).kind, first(story).official) == ("call_answer", "dia-chinh")
    story.do("call", official="dia-chinh", questions=[1])
    story.after(5).do("start")
    story.after(60).do("end")
    story.do("follow_up", question=1)
    assert (first(story).kind, first(story).who) == ("call_follow_up", 1)
    story.do("call")
    story.after(5).do("start")
    story.after(60).do("end")
    assert (first(story).kind, first(story).questions) == ("conclude", (1,))
    story.do("conclude", questions=[1], outcome="settled")
    assert (first(story).kind, first(story).who) == ("call", 2)


def test_another_proposal_stands_behind_the_first() -> None:
    story = Story()
    story.do("register", name="An")
    story.do("register", name="Bình")
    speak(story, "Đường?")
    assert [p.kind for p in proposals(story.meeting.state)] == ["assign", "call", "go_on"]


def test_in_rounds_so_many_speak_before_the_answers_grouped_by_official() -> None:
    story = Story()
    for name in ("An", "Bình", "Chi", "Dung"):
        story.do("register", name=name)
    speak(story, "Một", "Hai")
    assert (first(story, 2).kind, first(story, 2).place) == ("call", (2, 2))
    speak(story, "Ba")
    story.do("assign", questions=[1, 3], official="dia-chinh")
    story.do("assign", questions=[2], official="cong-an")
    assert (first(story, 2).official, first(story, 2).questions) == ("dia-chinh", (1, 3))
    story.do("call", official="dia-chinh", questions=[1, 3])
    story.after(5).do("start")
    story.after(60).do("end")
    assert (first(story, 2).official, first(story, 2).questions) == ("cong-an", (2,))
    story.do("call", official="cong-an", questions=[2])
    story.after(5).do("start")
    story.after(60).do("end")
    assert (first(story, 2).kind, first(story, 2).questions) == ("conclude", (1, 2, 3))
    story.do("conclude", questions=[1, 2, 3], outcome="settled")
    assert (first(story, 2).kind, first(story, 2).place) == ("call", (1, 2))


def test_a_round_is_cut_short_when_nobody_waits() -> None:
    story = Story()
    story.do("register", name="An")
    speak(story, "Một")
    assert first(story, 6).kind == "assign"


def test_written_questions_wait_until_nobody_in_the_hall_does() -> None:
    story = Story()
    story.do("register", name="Giấy", channel="in_writing", text="Đèn đường?")
    story.do("register", name="An")
    assert [p.kind for p in proposals(story.meeting.state)] == ["call", "assign", "statement"]
    story.do("call", reading=[1])
    story.after(5).do("start")
    story.after(60).do("end")
    assert first(story).kind == "assign"


def test_before_anybody_has_spoken_the_chair_is_called_to_report() -> None:
    assert first(Story()).kind == "statement"


def test_when_all_is_said_and_concluded_the_meeting_is_adjourned() -> None:
    story = Story()
    story.do("call", statement="chair")
    story.after(5).do("start")
    story.after(60).do("end")
    assert [p.kind for p in proposals(story.meeting.state)] == ["adjourn", "go_on"]
