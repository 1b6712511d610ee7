"""The list of people, the agenda, the details and the terms of the meeting, mended while it goes on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from moderator.meeting import commands as c
from moderator.meeting.hall_view import Moment, hall_view
from moderator.meeting.minutes import minutes
from moderator.meeting.people import officeholders
from moderator.meeting.refusals import Refusal
from tests.meeting.story import Story


def told(story: Story) -> str:
    return minutes(story.meeting, story.calendar).plain_text()


def test_somebody_on_no_list_takes_the_floor_at_once(story: Story) -> None:
    story.do("add_official", name="Lê Thị Điện", honorific="Bà", body="Điện lực")
    story.do("call", statement="le-thi-dien")
    story.do("start")
    story.after(20).do("end")
    assert (story.turns[1]["official"], story.turns[1]["name"]) == ("le-thi-dien", "Lê Thị Điện")
    assert "Bà Lê Thị Điện, phát biểu." in told(story)


def test_an_added_official_is_given_questions_and_promises_by_field(story: Story) -> None:
    story.do("add_official", code="dien-luc", name="Lê Thị Điện", body="Điện lực", fields=["nuoc-sach"])
    story.hears("An", "Mất điện?")
    story.do("assign", questions=[1], official="dien-luc")
    story.do("conclude", questions=[1], outcome="written")
    assert story.promises[1]["body"] == "Điện lực"


def test_an_added_official_is_gone_with_the_undo(story: Story) -> None:
    story.do("add_official", name="Lê Thị Điện")
    story.do("undo")
    story.refuses("unknown_official", "call", statement="le-thi-dien")


@pytest.mark.parametrize("code", ["chair", "chair-7", "secretary", " ", "x" * 65])
def test_codes_of_chairs_and_secretaries_are_not_given_away(story: Story, code: str) -> None:
    story.refuses("bad_code", "add_official", name="Lê Thị Điện", code=code)


@pytest.mark.parametrize("name", ["Chair", "Secretary 2", f"chair {'0' * 70}"])
def test_whoever_is_called_like_a_chair_gets_a_code_of_his_own(story: Story, name: str) -> None:
    before = officeholders(story.meeting.setup).keys()
    story.do("add_official", name=name)
    (code,) = officeholders(story.meeting.setup).keys() - before
    assert code.startswith("dai-bieu-")
    assert len(code) <= 64


def test_a_code_is_one_persons(story: Story) -> None:
    story.refuses("code_taken", "add_official", name="Lê Thị Điện", code="hdnd")
    story.do("add_official", name="Lê Thị Điện")
    story.do("add_official", name="Lê Thị Diên")
    assert {"le-thi-dien", "le-thi-dien-2"} <= officeholders(story.meeting.setup).keys()
    story.do("add_official", name="***")
    assert "dai-bieu" in officeholders(story.meeting.setup)


@pytest.mark.parametrize("name", ["", "  "])
def test_nobody_is_without_a_name(story: Story, name: str) -> None:
    story.refuses("blank", "add_official", name=name)
    story.refuses("blank", "edit_official", code="hdnd", name=name)


@pytest.mark.parametrize("code", ["dia-chinh", "hdnd", "chair-2", "secretary"])
def test_everybody_with_a_part_can_be_mended(story: Story, code: str) -> None:
    story.do("edit_official", code=code, name="Đỗ Thị Sửa", post="Phó Trưởng phòng")
    person = officeholders(story.meeting.setup)[code]
    assert (person.name, person.post) == ("Đỗ Thị Sửa", "Phó Trưởng phòng")
    assert "Đỗ Thị Sửa, Phó Trưởng phòng" in told(story)
    story.do("undo")
    assert officeholders(story.meeting.setup)[code].name != "Đỗ Thị Sửa"


def test_only_what_is_given_of_an_official_changes(story: Story) -> None:
    story.do("edit_official", code="dia-chinh", fields=["dat-dai", "xay-dung"])
    official = story.meeting.setup.officials[0]
    assert (official.name, official.body, official.fields) == ("Ngô Văn Đất", "Phòng Kinh tế", ("dat-dai", "xay-dung"))
    story.refuses("nothing_to_change", "edit_official", code="dia-chinh")
    story.refuses("unknown_field", "edit_official", code="dia-chinh", fields=["bay-len-sao-hoa"])
    story.refuses("answers_for_no_body", "edit_official", code="hdnd", body="Hội đồng nhân dân")


def test_the_agenda_grows_at_its_end_and_is_mended(story: Story) -> None:
    story.do("add_agenda", title="Trao quà", minutes=5)
    story.do("agenda", item=4)
    story.do("edit_agenda", item=4, title="Trao quà Tết")
    assert [(item.title, item.minutes) for item in story.meeting.setup.agenda][3:] == [("Trao quà Tết", 5)]
    assert "Trao quà Tết" in told(story)
    story.refuses("unknown_agenda_item", "edit_agenda", item=5, title="?")
    story.refuses("blank", "add_agenda", title=" ")


def test_details_change_one_by_one(story: Story) -> None:
    story.do("edit_meeting", place="Nhà văn hóa thôn Đông", limits={"speech": 180}, projector={"names": "full"})
    setup = story.meeting.setup
    assert (setup.place, setup.limits.speech, setup.limits.answer) == ("Nhà văn hóa thôn Đông", 180, 600)
    assert (setup.projector.names, setup.projector.topics) == ("full", "field")
    assert "Địa điểm: Nhà văn hóa thôn Đông." in told(story)
    story.do("undo")
    assert (story.meeting.setup.place, story.meeting.setup.limits.speech) == ("", 300)


def test_a_turn_that_was_called_keeps_its_limit(story: Story) -> None:
    story.register("An", "Bình")
    story.do("call")
    story.do("edit_meeting", limits={"speech": 60})
    assert story.floor["limit"] == 300
    story.do("call")
    assert story.floor["limit"] == 60


def test_a_start_with_an_offset_is_told_in_the_meetings_zone() -> None:
    story = Story(opened=False)
    story.do("edit_meeting", starts="2026-11-26T01:00:00Z")
    assert story.state["meeting"]["starts"] == "2026-11-26T08:00:00+07:00"


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("nothing_to_change", {}),
        ("blank", {"title": " "}),
        ("blank", {"chairs": []}),
        ("blank", {"attendance": [{"count": 3}]}),
        ("bad_zone", {"zone": "Hà Nội"}),
        ("bad_code", {"guests": [{"name": "Khách"}]}),
        ("code_taken", {"guests": [{"name": "Một", "code": "k"}, {"name": "Hai", "code": "k"}]}),
        ("code_taken", {"guests": [{"name": "Một", "code": "dia-chinh"}]}),
        ("code_taken", {"fields": [{"name": "Một", "code": "k"}, {"name": "Hai", "code": "k"}]}),
    ],
)
def test_details_that_make_no_sense_are_refused(story: Story, code: str, changes: dict[str, Any]) -> None:
    story.refuses(code, "edit_meeting", **changes)


def test_nobody_who_spoke_or_owes_is_taken_off_the_list(story: Story) -> None:
    story.do("call", statement="hdnd")
    story.do("start")
    story.refuses("code_in_use", "edit_meeting", guests=[])
    story.do("edit_meeting", chairs=[{"name": "Trần Văn Chủ"}])
    assert list(officeholders(story.meeting.setup))[:2] == ["chair", "dia-chinh"]


def test_one_paper_is_settled_without_touching_the_others(story: Story) -> None:
    story.do("edit_meeting", papers=[{"name": "minutes", "number": "05"}, {"name": "notice", "number": "01"}])
    story.do("edit_meeting", papers=[{"name": "minutes", "number": "06"}])
    assert [(paper.name, paper.number) for paper in story.meeting.setup.papers] == [("minutes", "06"), ("notice", "01")]


def test_a_value_that_no_file_could_hold_is_refused(story: Story) -> None:
    for command in (c.AddAgenda(title="Mục", minutes=-1), c.EditMeeting(limits=c.GivenLimits(speech=10**30))):
        with pytest.raises(Refusal) as refused:
            story.meeting.decide(command, story.now.astimezone(dt.UTC))
        assert refused.value.code == "unfit_value"


def test_the_id_and_the_lists_with_commands_of_their_own_are_no_details() -> None:
    for key in ("id", "agenda", "officials", "rules"):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"do": "edit_meeting", key: "x"}, c.AnyCommand)


def test_a_new_term_dates_the_promises_anew(story: Story) -> None:
    story.hears("An", "Đường?")
    story.do("conclude", questions=[1], outcome="written")
    assert story.promises[1]["due"] == "2026-12-11"
    story.do("edit_rule", name="written_reply", amount=20, reason="Theo quy chế tiếp công dân")
    assert story.promises[1]["due"] == "2026-12-16"
    mended = "Thời hạn “Trả lời bằng văn bản” được điều chỉnh thành 20 ngày. Lý do: Theo quy chế tiếp công dân."
    assert mended in told(story)
    story.do("edit_rule", name="written_reply", date="2026-12-20")
    assert story.promises[1]["due"] == "2026-12-20"
    story.do("undo")
    story.do("undo")
    assert story.promises[1]["due"] == "2026-12-11"


def test_a_term_that_the_meeting_file_left_out_can_be_added(story: Story) -> None:
    story.refuses("rule_without_term", "edit_rule", name="report", source="Kế hoạch")
    story.refuses("rule_with_two_terms", "edit_rule", name="report", amount=3, date="2026-12-01")
    story.do("edit_rule", name="report", amount=3, unit="working_days")
    assert story.meeting.setup.rules[-1].name == "report"
    story.do("done", duty="report")


def test_a_term_said_anew_takes_the_place_of_all_of_its_name() -> None:
    story = Story(rules=[{"name": "written_reply", "amount": 5}, {"name": "report", "amount": 1},
                         {"name": "written_reply", "amount": 9}])  # fmt: skip
    story.do("edit_rule", name="written_reply", amount=7)
    assert [(rule.name, rule.amount) for rule in story.meeting.setup.rules] == [("written_reply", 7), ("report", 1)]


def test_the_list_is_mended_until_signing(story: Story) -> None:
    story.do("adjourn")
    story.do("edit_official", code="hdnd", post="Phó Chủ tịch HĐND")
    story.do("sign")
    story.refuses("signed", "edit_official", code="hdnd", post="Chủ tịch HĐND")


def test_the_hall_reads_what_was_changed_and_nothing_of_attendance_or_incidents(story: Story) -> None:
    story.do("edit_meeting", place="Nhà văn hóa thôn Đông")
    story.do("edit_agenda", item=1, title="Chào cờ")
    story.do("agenda", item=1)
    story.do("attend", name="Hồ Văn Khách", present=False, reason="ốm")
    story.do("incident", text="Có người gây rối")
    story.do("conclude_meeting", text="Chưa đạt yêu cầu")
    now = story.now.astimezone(dt.UTC)
    view = hall_view(story.meeting.state, Moment(now, now), story.calendar)
    assert (view.place, view.agenda) == ("Nhà văn hóa thôn Đông", "Chào cờ")
    shown = msgspec.json.encode(view).decode()
    assert not any(secret in shown for secret in ("Khách", "ốm", "gây rối", "Chưa đạt"))
