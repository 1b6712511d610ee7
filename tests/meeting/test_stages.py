"""The meeting's course: which stage takes what, breaks, the agenda, adjourning, signing."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from moderator.meeting.commands import AnyCommand, Command, Register
from moderator.meeting.refusals import Refusal
from moderator.meeting.stages import check_kind
from tests.meeting.story import Story, command_of

# For each command parameters that the prepared stories below can take where their stage allows it.
PARAMS: dict[str, dict[str, Any]] = {
    "open": {},
    "adjourn": {},
    "sign": {},
    "break": {"minutes": 10},
    "end_break": {},
    "agenda": {"item": 2},
    "open_registration": {},
    "close_registration": {},
    "register": {"name": "Dung", "channel": "in_writing", "text": "Điện?"},
    "edit_registration": {"who": 1, "topic": "cầu"},
    "withdraw": {"who": 3},
    "call": {},
    "start": {},
    "pause": {},
    "resume": {},
    "end": {},
    "absent": {},
    "put_back": {},
    "extend": {"seconds": 30},
    "backdate": {"seconds": 5},
    "recall": {"who": 4},
    "reorder": {"order": [3]},
    "ask_back": {},
    "follow_up": {"question": 1},
    "question": {"text": "Thêm?", "who": 3},
    "edit_question": {"question": 1, "text": "Đường?"},
    "join": {"question": 2, "into": 1},
    "unjoin": {"question": 4},
    "drop_question": {"question": 2, "reason": "Trùng"},
    "assign": {"questions": [1], "official": "chair"},
    "answer": {"questions": [1], "official": "chair", "text": "Có"},
    "edit_answer": {"question": 1, "answer": 1, "text": "Có"},
    "note": {"turn": 1, "text": "Ghi"},
    "conclude": {"questions": [1], "outcome": "settled"},
    "reopen": {"question": 3},
    "correct_time": {"turn": 1, "spoken": 50},
    "message": {"text": "Chào"},
    "remind": {"kind": "time"},
    "hide": {},
    "blackout": {},
    "recover": {"choice": "paused"},
    "undo": {},
    "redo": {},
    "reply": {"promise": 1},
    "extend_promise": {"promise": 1, "due": "2027-01-01", "reason": "Chờ"},
    "done": {"duty": "conclusion_notice"},
    "chair": {"code": "chair-2"},
    "add_official": {"name": "Lê Thị Mới"},
    "edit_official": {"code": "dia-chinh", "post": "Trưởng phòng"},
    "add_agenda": {"title": "Bế mạc"},
    "edit_agenda": {"item": 1, "minutes": 5},
    "edit_meeting": {"place": "Hội trường xã"},
    "edit_rule": {"name": "written_reply", "amount": 20},
    "attend": {"name": "Hồ Văn Khách"},
    "go_on": {},
    "past_turn": {"who": 3, "began": "07:00", "spoken": 60},
    "rhythm": {"rounds": 3},
    "conclude_meeting": {"text": "Hội nghị đạt yêu cầu"},
    "agree": {"on": "question", "question": 1, "all": True},
    "incident": {"text": "Mất điện"},
}
FLOOR = {
    "call", "start", "pause", "resume", "end", "absent", "put_back", "extend", "backdate", "ask_back", "recover",
    "go_on", "past_turn",
}  # fmt: skip
OFFICE = {"reply", "extend_promise", "done"}


def prepared() -> Story:
    """Before the opening, with four questions handed in, two concluded, one joined, and two who would speak."""
    story = Story(opened=False)
    for name in ("An", "Bình"):
        story.do("register", name=name, channel="in_writing", text="Đường?")
    story.register("Chi", "Giang")
    story.do("withdraw", who=4)
    story.do("question", text="Rác?", who=3)
    story.do("question", text="Điện?", who=3)
    story.do("conclude", questions=[3], outcome="written")
    story.do("join", question=4, into=1)
    story.do("answer", questions=[1], official="chair", text="Có")
    return story


def opened() -> Story:
    """Open, with Em heard and Phúc speaking."""
    story = prepared()
    story.at("07:30").do("open")
    story.hears("Em")
    story.do("register", name="Phúc", now=True)
    return story


def on_break() -> Story:
    story = opened()
    story.after(60).do("break")
    return story


def adjourned() -> Story:
    story = opened()
    story.after(60).do("adjourn")
    return story


def signed() -> Story:
    story = adjourned()
    story.do("sign")
    return story


STAGES = {"preparing": prepared, "open": opened, "break": on_break, "adjourned": adjourned, "signed": signed}


def never(story: Story, kind: type[Command]) -> str | None:
    """The reason for which the stage takes no command of a kind, None when it takes some."""
    try:
        check_kind(story.meeting.state, kind)
    except Refusal as refused:
        return refused.code
    return None


@pytest.mark.parametrize("stage", ["preparing", "open", "break", "adjourned", "signed"])
def test_what_a_stage_never_takes_is_known_before_it_is_filled_in(stage: str) -> None:
    story = STAGES[stage]()
    for kind in get_args(AnyCommand):
        do = str(kind.__struct_config__.tag)
        code = why_not(story, do, **PARAMS[do])
        by_stage = {"preparing": "not_open", "break": "on_break"}.get(stage, stage)
        # Beginning a break in a break is refused for the break, but not by the table.
        is_stages = code == by_stage and (do, stage) != ("break", "break")
        assert never(story, kind) == (code if is_stages else None), do


@pytest.mark.parametrize("stage", ["preparing", "open", "break", "adjourned"])
def test_registering_is_taken_until_the_papers_are_signed(stage: str) -> None:
    check_kind(STAGES[stage]().meeting.state, Register)


def test_every_command_is_tried() -> None:
    assert {command.__struct_config__.tag for command in get_args(AnyCommand)} == set(PARAMS)


def why_not(story: Story, do: str, **params: Any) -> str | None:
    """The reason for which the stage refuses a command, None when it takes it or the command has another reason."""
    try:
        story.meeting.decide(command_of(do, params), story.now)
    except Refusal as refused:
        return refused.code
    return None


@pytest.mark.parametrize("do", sorted(PARAMS))
class TestWhatEachStageTakes:
    """The stage table, command by command; a refusal for another reason than the stage is not the stage's."""

    def test_preparing_takes_everything_but_the_floor(self, do: str) -> None:
        code = why_not(prepared(), do, **PARAMS[do])
        if do in FLOOR | {"break", "end_break", "adjourn"}:
            assert code == "not_open"
        else:
            assert code == {
                "sign": "not_adjourned",
                "note": "unknown_turn",
                "correct_time": "unknown_turn",
                "remind": "floor_empty",
                "hide": "floor_empty",
                "redo": "nothing_to_redo",
            }.get(do)

    def test_open_takes_everything(self, do: str) -> None:
        assert why_not(opened(), do, **PARAMS[do]) == {
            "open": "already_open",
            "end_break": "no_break",
            "sign": "not_adjourned",
            "start": "already_started",
            "resume": "already_running",
            "go_on": "floor_taken",
            "absent": "already_started",
            "redo": "nothing_to_redo",
            "backdate": "backdate_overlaps",
        }.get(do)

    def test_a_break_takes_everything_but_starting_a_turn(self, do: str) -> None:
        code = why_not(on_break(), do, **PARAMS[do])
        assert code == {
            "start": "on_break",
            "resume": "on_break",
            "ask_back": "on_break",
            "go_on": "on_break",
            "break": "on_break",
            "open": "already_open",
            "sign": "not_adjourned",
            "pause": "already_paused",
            "absent": "already_started",
            "backdate": "backdate_overlaps",
            "recover": "nothing_runs",
            "redo": "nothing_to_redo",
        }.get(do)

    def test_after_adjourning_everything_goes_on_but_the_floor(self, do: str) -> None:
        code = why_not(adjourned(), do, **PARAMS[do])
        if do in FLOOR | {"break", "end_break", "adjourn", "reorder", "recall", "follow_up", "rhythm"}:
            assert code == "adjourned"
        else:
            assert code == {
                "open": "already_open",
                "remind": "floor_empty",
                "hide": "floor_empty",
                "redo": "nothing_to_redo",
            }.get(do)

    def test_a_signed_meeting_takes_replies_extensions_and_duties(self, do: str) -> None:
        code = why_not(signed(), do, **PARAMS[do])
        if do in OFFICE:
            assert code is None
        else:
            assert code == {"undo": "nothing_to_undo", "redo": "nothing_to_redo"}.get(do, "signed")


def test_nobody_speaks_at_once_unless_the_meeting_is_open() -> None:
    for stage, code in (("preparing", "not_open"), ("break", "on_break"), ("adjourned", "adjourned")):
        STAGES[stage]().refuses(code, "register", name="Dung", now=True)


def test_people_register_to_speak_until_adjourning() -> None:
    for stage in ("preparing", "open", "break"):
        story = STAGES[stage]()
        story.do("register", name="Dung")
        assert story.state["waiting"][-1]["name"] == "Dung"
    story = adjourned()
    story.do("register", name="Dung")
    assert story.state["waiting"] == []
    assert story.state["registrations"][-1]["status"] == "carried_over"


def test_the_course_of_a_meeting_is_told(story: Story) -> None:
    assert story.state["meeting"] == {
        "id": "long-phung-2026",
        "title": "Hội nghị đối thoại trực tiếp với Nhân dân",
        "stage": "open",
        "registration": "open",
        "agenda_item": None,
        "starts": "2026-11-26T07:30:00+07:00",
        "opened_at": "2026-11-26T07:30:00+07:00",
        "adjourned_at": None,
        "chair": "chair",
    }
    story.at("11:00").do("adjourn")
    assert story.state["meeting"]["stage"] == "adjourned"
    assert story.state["meeting"]["adjourned_at"] == "2026-11-26T11:00:00+07:00"
    story.do("sign")
    assert story.state["meeting"]["stage"] == "signed"


def test_a_meeting_without_a_time_yet_is_opened_all_the_same() -> None:
    story = Story(starts=None)
    assert story.state["meeting"]["starts"] is None
    assert story.state["meeting"]["stage"] == "open"


def test_a_break_holds_the_floor_and_its_end_leaves_it_held(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.do("start")
    story.after(100).do("break", minutes=15)
    assert story.state["meeting"]["stage"] == "break"
    story.after(900).do("end_break")
    story.after(5)
    assert (story.floor["state"], story.floor["spoken"]) == ("paused", 100.0)
    story.do("resume")
    story.after(10)
    assert story.floor["spoken"] == 110.0


def test_a_break_holds_a_clarification_too(story: Story) -> None:
    story.register("An")
    story.do("call")
    story.do("start")
    story.after(100).do("ask_back")
    story.after(10).do("break")
    story.after(600).do("end")
    assert (story.floor["turn"], story.floor["state"], story.floor["spoken"]) == (1, "paused", 100.0)
    assert story.turns[2]["spoken"] == 10.0


def test_a_called_person_waits_through_the_break_or_is_called_in_it(story: Story) -> None:
    story.register("An", "Bình")
    story.do("call")
    story.do("break")
    assert story.floor["state"] == "staged"
    story.do("call", who=2)
    assert (story.floor["who"], story.waiting) == (2, ["1"])
    story.refuses("on_break", "start")
    story.do("end_break")
    story.do("start")


@pytest.mark.parametrize("minutes", [0, -1, 1441, 10**30])
def test_a_break_has_minutes_that_make_sense_or_none(story: Story, minutes: int) -> None:
    story.refuses("minutes_out_of_range", "break", minutes=minutes)
    story.do("break")


def test_the_agenda_goes_forward_and_back(story: Story) -> None:
    for item in (1, 3, 2):
        story.do("agenda", item=item)
        assert story.state["meeting"]["agenda_item"] == item
    for unknown in (0, 4, -1, 10**30):
        assert story.refuses("unknown_agenda_item", "agenda", item=unknown).params["most"] == 3


class TestAdjourning:
    """What becomes of the floor and of who waits."""

    def test_what_runs_ends_with_its_clarification(self, story: Story) -> None:
        story.register("An")
        story.do("call")
        story.do("start")
        story.after(30).do("ask_back")
        story.after(10).do("adjourn")
        assert story.state["floor"] is None
        assert [(turn["spoken"], turn["ended"]) for turn in story.turns.values()] == [
            (30.0, story.now.isoformat()),
            (10.0, story.now.isoformat()),
        ]
        assert story.status(1) == "heard"

    def test_who_waits_or_was_only_called_is_carried_over(self, story: Story) -> None:
        story.register("An", "Bình")
        story.do("call")
        story.do("adjourn")
        assert [story.status(who) for who in (1, 2)] == ["carried_over", "carried_over"]
        assert (story.waiting, story.state["floor"], story.turns) == ([], None, {})

    def test_the_secretary_may_say_otherwise_for_each(self, story: Story) -> None:
        story.register("An", "Bình")
        story.do("register", name="Chi", topic="Nước", summary="Bao giờ có nước?")
        story.do("register", name="Dung", topic="Điện")
        story.register("Em")
        story.do("call")
        story.do("adjourn", waiting={"1": "withdrawn", "2": "carried_over", "3": "written", "4": "written"})
        assert [story.status(who) for who in range(1, 6)] == [
            "withdrawn",
            "carried_over",
            "in_writing",
            "in_writing",
            "carried_over",
        ]
        assert [(question["who"], question["text"]) for question in story.questions.values()] == [
            (3, "Bao giờ có nước?"),
            (4, "Điện"),
        ]

    def test_who_was_absent_stays_so_unless_something_is_said(self, story: Story) -> None:
        story.register("An", "Bình")
        for _ in range(2):
            story.do("call")
            story.do("absent")
        story.do("adjourn", waiting={"2": "written"})
        assert [story.status(who) for who in (1, 2)] == ["absent", "in_writing"]
        assert [entry.who for entry in story.meeting.state.absent] == [1]

    @pytest.mark.parametrize("key", ["", "An", "3f", "-1", "1.0", "9" * 5000])
    def test_a_key_that_is_no_number_is_refused(self, story: Story, key: str) -> None:
        story.register("An")
        story.refuses("unknown_entry", "adjourn", waiting={key: "written"})

    @pytest.mark.parametrize("who", ["0", "2", "3", "99999999999999999999"])
    def test_only_who_still_waits_can_be_settled(self, story: Story, who: str) -> None:
        story.register("An")
        story.hears("Bình")
        story.refuses("not_waiting", "adjourn", waiting={who: "written"})

    def test_a_break_ends_with_the_meeting(self, story: Story) -> None:
        story.do("break")
        story.after(600).do("adjourn")
        assert story.state["meeting"]["stage"] == "adjourned"
        assert story.meeting.state.breaks[-1].ended == story.now

    def test_who_was_carried_over_may_still_withdraw(self, story: Story) -> None:
        story.register("An")
        story.do("adjourn")
        story.do("withdraw", who=1)
        assert story.status(1) == "withdrawn"

    def test_it_can_be_taken_back(self, story: Story) -> None:
        story.register("An", "Bình")
        story.do("call")
        story.do("start")
        story.after(30)
        before = story.state
        story.do("adjourn", waiting={"2": "written"})
        story.do("undo")
        assert story.state | {"events": 0} == before | {"events": 0}


def test_signing_cannot_be_taken_back_nor_what_was_before_it(story: Story) -> None:
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="written")
    story.do("adjourn")
    story.do("sign")
    assert story.meeting.next_undo is None
    story.refuses("nothing_to_undo", "undo")
    story.do("reply", promise=1)
    assert story.state["next_undo"] == "reply"
    story.do("undo")
    assert story.promises[1]["status"] == "open"
    story.refuses("nothing_to_undo", "undo")
    story.do("redo")
    assert story.promises[1]["status"] == "replied"
