"""Who presides, and how the minutes tell that somebody took over."""

from __future__ import annotations

from moderator.meeting.minutes import minutes
from moderator.meeting.presiding import delegation_of, everybody_who_presided
from tests.meeting.story import Story


def told(story: Story) -> str:
    return minutes(story.meeting, story.calendar).plain_text()


def test_the_first_chair_presides_until_another_takes_over(story: Story) -> None:
    assert story.state["meeting"]["chair"] == "chair"
    story.at("08:15").do("chair", code="chair-2", delegation="Giấy ủy quyền số 05")
    assert story.state["meeting"]["chair"] == "chair-2"
    assert story.state["presiding"] == [
        {"since": "2026-11-26T08:15:00+07:00", "chair": "chair-2", "delegation": "Giấy ủy quyền số 05"}
    ]
    story.do("undo")
    assert (story.state["meeting"]["chair"], story.state["presiding"]) == ("chair", [])


def test_a_guest_may_preside_but_nobody_unknown(story: Story) -> None:
    story.refuses("unknown_official", "chair", code="ai-do")
    story.do("chair", code="hdnd")
    assert story.state["meeting"]["chair"] == "hdnd"
    assert everybody_who_presided(story.meeting.state) == ("chair", "hdnd")


def test_who_presides_does_not_take_over_from_himself_unless_the_delegation_is_mended(story: Story) -> None:
    story.refuses("already_presides", "chair", code="chair")
    story.do("chair", code="chair", delegation="Quyết định số 10")
    assert delegation_of(story.meeting.state, "chair") == "Quyết định số 10"
    story.refuses("already_presides", "chair", code="chair", delegation="Quyết định số 10")


def test_the_minutes_tell_when_and_by_whose_delegation_and_who_ended_it_signs(story: Story) -> None:
    story.at("08:15").do("chair", code="hdnd", delegation="Giấy ủy quyền số 05")
    text = told(story)
    assert "Từ 8 giờ 15 phút, ông Hồ Văn Khách, chủ trì hội nghị (Giấy ủy quyền số 05), thay ông Trần Văn Chủ." in text
    assert "Chủ trì (chủ tọa): Ông Trần Văn Chủ; bà Lê Thị Phó; ông Hồ Văn Khách (Giấy ủy quyền số 05)." in text
    assert text.partition("CHỦ TỌA\n")[2].splitlines()[0] == "Hồ Văn Khách"


def test_a_change_before_the_opening_is_no_part_of_the_course() -> None:
    story = Story(opened=False)
    story.do("chair", code="chair-2")
    story.at("07:30").do("open")
    text = told(story)
    assert "thay ông Trần Văn Chủ" not in text
    assert text.partition("CHỦ TỌA\n")[2].splitlines()[0] == "Lê Thị Phó"


def test_both_who_presided_close_the_meeting_in_the_words_of_the_minutes() -> None:
    story = Story(agenda=[{"title": "Kết luận hội nghị"}])
    story.do("agenda", item=1)
    for code in ("chair", "chair-2"):
        story.do("call", statement=code)
        story.do("start")
        story.after(30).do("end")
        if code == "chair":
            story.do("chair", code="chair-2")
    assert told(story).count("phát biểu kết luận hội nghị") == 2


def signers(story: Story) -> list[list[tuple[str, str]]]:
    rows = minutes(story.meeting, story.calendar).signatures
    return [[(each.post, each.name) for each in row.columns if each is not None] for row in rows]


def test_whoever_handed_over_signs_below_with_the_further_signers() -> None:
    story = Story(signers=[{"name": "Hồ Văn Khách", "post": "Đại diện HĐND xã"}])
    assert signers(story)[1:] == [[("Đại diện HĐND xã", "Hồ Văn Khách")]]
    story.at("08:15").do("chair", code="chair-2")
    assert signers(story) == [
        [("THƯ KÝ", "Phạm Thị Ghi"), ("CHỦ TỌA", "Lê Thị Phó")],
        [("Đại diện HĐND xã", "Hồ Văn Khách"), ("CHỦ TỌA\n(đến 8 giờ 15 phút)", "Trần Văn Chủ")],
    ]


def test_whoever_took_the_chair_back_signs_once_and_the_deputy_below() -> None:
    story = Story()
    story.at("08:15").do("chair", code="chair-2")
    story.at("09:00").do("chair", code="chair")
    assert signers(story) == [
        [("THƯ KÝ", "Phạm Thị Ghi"), ("CHỦ TỌA", "Trần Văn Chủ")],
        [("CHỦ TỌA\n(đến 9 giờ 00 phút)", "Lê Thị Phó")],
    ]


def test_nobody_signs_twice_nor_for_a_chair_handed_over_before_the_opening() -> None:
    story = Story(opened=False, signers=[{"name": "Lê Thị Phó", "post": "Phó Chủ tịch"}])
    story.do("chair", code="chair-2")
    story.at("07:30").do("open")
    story.at("08:15").do("chair", code="hdnd")
    assert signers(story) == [
        [("THƯ KÝ", "Phạm Thị Ghi"), ("CHỦ TỌA", "Hồ Văn Khách")],
        [("Phó Chủ tịch", "Lê Thị Phó")],
    ]


def test_a_secretary_who_is_missing_leaves_room_for_a_name() -> None:
    assert signers(Story(secretaries=[])) == [[("THƯ KÝ", ""), ("CHỦ TỌA", "Trần Văn Chủ")]]
