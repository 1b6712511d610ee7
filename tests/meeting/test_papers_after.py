"""What the papers after a meeting say: to whom, by when, and what they leave out."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from data.docx_writer import docx_bytes
from moderator.meeting.addresses import unit_of
from moderator.meeting.assignments import assignments, reminders
from moderator.meeting.conclusion_notice import conclusion_notice
from moderator.meeting.dates_in_words import day_in_words, short_date
from moderator.meeting.deadline_calendar import deadline_calendar
from moderator.meeting.deadline_words import DUTY_NAMES, counted_in_words, terms_in_words
from moderator.meeting.deadlines import count
from moderator.meeting.events import PromiseExtended, Record
from moderator.meeting.forwarding import forwarding
from moderator.meeting.interim_notices import interim_notices
from moderator.meeting.loudspeaker import loudspeaker
from moderator.meeting.masking import Mask
from moderator.meeting.meeting import Meeting as Folded
from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_public import public_minutes
from moderator.meeting.opinion_table import summary, summary_sheet
from moderator.meeting.paper import Paper, Table
from moderator.meeting.people import officeholders
from moderator.meeting.procedure_letters import procedure_letters
from moderator.meeting.promises import terms_of
from moderator.meeting.replies import replies
from moderator.meeting.report import report
from moderator.meeting.results_notice import results_notice
from moderator.meeting.setup import RULES_BEFORE, Rule
from moderator.meeting.wording import GAP
from moderator.meeting.working_days import Calendar
from moderator.papers import PAPERS, write_papers
from tests.meeting.story import Story
from tests.plans.played import Played

CALENDAR = Calendar()
LATER = dt.date(2027, 3, 1)
SECRET = "Cán bộ X nhận tiền của dân"
HOSTILE = "=1+1 [bold]{x} %s</w:t> & <b>\nhàng hai \u202e*"
SUMMARY_COLUMNS = (
    "STT",
    "Họ và tên",
    "Địa chỉ (thôn/TDP)",
    "Nội dung ý kiến, kiến nghị",
    "Lĩnh vực",
    "Thẩm quyền",
    "Cơ quan, người trả lời",
    "Trả lời tại hội nghị",
    "Thời hạn",
    "Số, ký hiệu văn bản trả lời",
    "Kết quả",
    "Ghi chú",
)


class Meeting(Story):
    """A story whose people come from a village, and whose papers are read."""

    def asks(self, name: str, text: str, *, kind: str = "question", field: str = "dat-dai", **card: Any) -> int:
        """Let somebody speak and ask, and give the number of the question."""
        given = {"honorific": "Ông", "place": "số nhà 12, thôn Phú Hòa, xã Long Phụng"} | card
        self.do("register", name=name, again=True, **given)
        self.do("call", entry=str(self.state["registrations"][-1]["who"]))
        self.do("start")
        self.after(60).do("question", text=text, kind=kind, field=field)
        self.after(5).do("end")
        return int(self.state["questions"][-1]["question"])

    def concludes(self, question: int, outcome: str, **params: Any) -> None:
        """Let the chair conclude."""
        self.do("conclude", questions=[question], outcome=outcome, **params)

    def closes(self) -> Meeting:
        """Adjourn at eleven."""
        self.at("11:00").do("adjourn")
        return self

    def public(self) -> dict[str, str]:
        """Every paper that is published, as text."""
        return published_papers(self.meeting)

    def inside(self) -> dict[str, str]:
        """The papers of the office and the letters, as text."""
        return {
            "summary": summary(self.meeting, CALENDAR, LATER).plain_text(),
            "sheet": repr(summary_sheet(self.meeting, CALENDAR, LATER)),
            "assignments": text_of(assignments(self.meeting, CALENDAR)),
            "reminders": text_of(reminders(self.meeting, CALENDAR, LATER)),
            "replies": text_of(replies(self.meeting, CALENDAR)),
            "interim": text_of(interim_notices(self.meeting, CALENDAR)),
            "procedure": text_of(procedure_letters(self.meeting, CALENDAR)),
        }


@pytest.fixture
def hall() -> Meeting:
    """An open meeting."""
    return Meeting()


@pytest.fixture
def full() -> Meeting:
    """A meeting with a question of every kind and outcome, adjourned on 26 November 2026."""
    story = Meeting()
    story.asks("Trần Văn Lực", "Bao giờ sửa đường?")
    story.concludes(1, "settled", text="Sửa xong trong tháng 12.")
    story.asks("Lê Thị Mận", "Nước yếu, gọi tôi số 0912 345 678.", honorific="Bà", place="thôn Tân Lập")
    story.concludes(2, "written", official="dia-chinh", text="Trả lời bà Mận bằng văn bản.")
    story.asks("Phạm Đình Khoa", "Xin giao đất xen kẹt.")
    story.concludes(3, "study", official="dia-chinh", reason="Phải rà soát quy hoạch")
    story.asks("Mai Xuân Hòa", "Quốc lộ ngập.", field="giao-thong")
    story.concludes(4, "beyond", body="Sở Xây dựng", official="dia-chinh")
    story.asks("Ngô Văn Cáo", SECRET, kind="denunciation")
    story.concludes(5, "procedure", text=SECRET)
    story.asks("Dương Thị Nại", "Đền bù sai, hủy quyết định", kind="complaint", honorific="Bà")
    story.concludes(6, "procedure", text="Đền bù sai")
    story.asks("Võ Giấu", "Cán bộ hẹn nhiều lần", anonymous=True)
    story.concludes(7, "written", official="cong-an")
    return story.closes()


def published_papers(meeting: Folded) -> dict[str, str]:
    """The papers that others may read, as text."""
    return {
        "minutes": public_minutes(meeting, CALENDAR).plain_text(),
        "notice": conclusion_notice(meeting, CALENDAR).plain_text(),
        "results": results_notice(meeting, CALENDAR).plain_text(),
        "loudspeaker": loudspeaker(meeting, CALENDAR),
        "report": report(meeting, CALENDAR, LATER).plain_text(),
        "calendar": "\n".join(f"{day.title} {day.text}" for day in deadline_calendar(meeting, CALENDAR)),
        "forwarding": text_of(forwarding(meeting, CALENDAR)),
    }


def text_of(papers: tuple[Paper, ...]) -> str:
    return "\n".join(paper.plain_text() for paper in papers)


def rows_of(paper: Paper) -> list[tuple[str, ...]]:
    (table,) = [block for block in paper.body if isinstance(block, Table)]
    return list(table.rows)


def in_order(text: str, *parts: str) -> None:
    places = [text.index(part) for part in parts]
    assert places == sorted(places), list(zip(parts, places, strict=True))


def addressees(papers: tuple[Paper, ...]) -> list[str]:
    lines = [line for paper in papers for line in paper.plain_text().split("\n")]
    return [line.removeprefix("Kính gửi: ") for line in lines if line.startswith("Kính gửi:")]


def days_of(story: Story) -> dict[str, dt.date]:
    found = deadline_calendar(story.meeting, CALENDAR)
    return {day.uid.removeprefix("long-phung-2026-").partition("@")[0]: day.day for day in found}


# How a last day was counted


def told(base: dt.date, **rule: Any) -> str:
    term = count(Rule(**rule), base, CALENDAR)
    assert term is not None
    return counted_in_words(term)


HELD = dt.date(2021, 10, 28)


def test_working_days_say_which_days_they_leave_out() -> None:
    words = "10 ngày làm việc từ 28/10/2021, không tính thứ Bảy, Chủ nhật"
    assert told(HELD, name="written_reply", amount=10, unit="working_days") == words
    short = told(dt.date(2021, 11, 1), name="written_reply", amount=3, unit="working_days")
    assert short == "03 ngày làm việc từ 01/11/2021"
    holidays = told(dt.date(2026, 11, 20), name="conclusion_notice", amount=5, unit="working_days")
    assert holidays == "05 ngày làm việc từ 20/11/2026, không tính 05 ngày nghỉ hằng tuần và ngày lễ"
    swapped = told(dt.date(2026, 8, 20), name="conclusion_notice", amount=5, unit="working_days")
    assert swapped == "05 ngày làm việc từ 20/8/2026, không tính 01 ngày nghỉ"


def test_an_end_on_a_day_off_says_where_it_went() -> None:
    assert told(HELD, name="written_reply", amount=30) == (
        "30 ngày từ 28/10/2021; ngày 27/11/2021 là thứ Bảy nên tính đến ngày làm việc tiếp theo 29/11/2021"
    )
    back = told(dt.date(2021, 9, 12), name="notice", amount=7)
    assert back == (
        "07 ngày trước 12/9/2021; ngày 05/9/2021 là Chủ nhật nên tính đến ngày làm việc liền trước 01/9/2021"
    )
    holiday = told(dt.date(2026, 11, 14), name="results_published", amount=10)
    assert "ngày 24/11/2026 là ngày nghỉ nên tính đến ngày làm việc tiếp theo 25/11/2026" in holiday


def test_a_term_before_the_meeting_counts_backwards() -> None:
    words = "07 ngày làm việc trước 28/10/2021, không tính thứ Bảy, Chủ nhật"
    assert told(HELD, name="prepared_answers", amount=7, unit="working_days") == words


def test_a_fixed_day_is_told_as_it_stands() -> None:
    assert told(HELD, name="report", date=dt.date(2023, 6, 29)) == "ngày ấn định: 29/6/2023"


def test_a_year_without_announcement_is_told() -> None:
    assert told(dt.date(2027, 3, 1), name="written_reply", amount=5).endswith("(tạm tính, chưa có thông báo lịch nghỉ)")


def test_of_two_rules_the_earlier_wins_and_both_are_shown() -> None:
    rules = [
        {"name": "written_reply", "amount": 30, "source": "Kế hoạch, mục II"},
        {"name": "written_reply", "amount": 10, "unit": "working_days", "source": "Quy chế"},
    ]
    story = Meeting(rules=rules)
    story.asks("Trần Văn Lực", "Bao giờ sửa đường?")
    story.concludes(1, "written", official="dia-chinh")
    story.closes()
    (promise,) = story.meeting.state.promises.values()
    words = terms_in_words(terms_of(story.meeting.state, promise, CALENDAR))
    assert words == (
        "10 ngày làm việc từ 26/11/2026, không tính thứ Bảy, Chủ nhật; theo Quy chế (thời hạn đến sớm hơn; thời hạn"
        " khác: 30 ngày từ 26/11/2026; ngày 26/12/2026 là thứ Bảy nên tính đến ngày làm việc tiếp theo 28/12/2026;"
        " theo Kế hoạch, mục II, đến 28/12/2026)"
    )
    (slip,) = assignments(story.meeting, CALENDAR)
    assert rows_of(slip)[0][3:] == ("10/12/2026", words)


def test_every_duty_has_a_name() -> None:
    assert {*DUTY_NAMES} >= RULES_BEFORE
    for name in DUTY_NAMES:
        assert Rule(name=name).name == name


# The notice of the conclusion


def test_the_conclusion_notice_has_its_parts_in_the_order_of_the_form(full: Meeting) -> None:
    paper = conclusion_notice(full.meeting, CALENDAR)
    in_order(
        paper.plain_text(),
        "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "/TB-UBND",
        "Long Phụng, ngày",
        "THÔNG BÁO",
        "Kết luận của đồng chí Trần Văn Chủ\ntại Hội nghị đối thoại trực tiếp với Nhân dân",
        "Ngày 26 tháng 11 năm 2026",
        "07 người phát biểu với 07 ý kiến",
        "I. ĐÁNH GIÁ CHUNG",
        "Ý kiến số 1 (lĩnh vực đất đai): Sửa xong trong tháng 12.",
        "02 ý kiến thuộc trình tự khiếu nại, tố cáo",
        "II. NHIỆM VỤ",
        "1. Phòng Kinh tế",
        "Ý kiến số 2 (lĩnh vực đất đai): Trả lời bà M. bằng văn bản. Thời hạn: chậm nhất ngày 11 tháng 12 năm 2026.",
        "Cơ quan có thẩm quyền: Sở Xây dựng. Thời hạn: chậm nhất ngày 10 tháng 12 năm 2026.",
        "2. Công an xã",
        "thực hiện./.",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "Nơi nhận:",
    )


def test_the_docx_of_the_notice_stands_in_the_order_of_the_form(full: Meeting) -> None:
    document = docx.Document(BytesIO(docx_bytes(conclusion_notice(full.meeting, CALENDAR))))
    styles = [
        str(style.get(qn("w:val")))
        for element in document.element.body.iter(qn("w:p"))
        for style in element.iter(qn("w:pStyle"))
    ]
    order = ["Issuer", "Country", "Motto", "Number", "PlaceAndDate", "Title", "Subtitle", "BodyText", "Heading1"]
    order += ["Heading2", "Ending", "RecipientsHeading", "Recipient", "Post", "Signer"]
    assert [style for style in dict.fromkeys(styles) if style in order] == order


def test_the_docx_of_a_letter_has_its_subject_under_its_number(full: Meeting) -> None:
    document = docx.Document(BytesIO(docx_bytes(replies(full.meeting, CALENDAR)[:1])))
    styles = [str(style.get(qn("w:val"))) for style in document.element.body.iter(qn("w:pStyle"))]
    order = ["Issuer", "Country", "Motto", "Number", "LetterSubject", "PlaceAndDate", "Centred", "BodyText", "Heading1"]
    order += ["Ending", "RecipientsHeading", "Recipient", "Post", "Signer"]
    assert [style for style in dict.fromkeys(styles) if style in order] == order
    assert "Title" not in styles


def test_the_general_conclusion_stands_as_the_assessment(hall: Meeting) -> None:
    hall.do("conclude_meeting", text="Hội nghị dân chủ, thẳng thắn.")
    text = conclusion_notice(hall.closes().meeting, CALENDAR).plain_text()
    in_order(text, "I. ĐÁNH GIÁ CHUNG", "Hội nghị dân chủ, thẳng thắn.", "II. NHIỆM VỤ")


def test_the_closing_words_of_the_chair_serve_where_no_general_conclusion_was_put_down(hall: Meeting) -> None:
    hall.do("agenda", item=3)
    hall.do("call", statement="chair")
    hall.do("start")
    hall.after(60).do("end")
    hall.do("note", turn=1, text="Kết luận: cảm ơn bà con")
    text = conclusion_notice(hall.meeting, CALENDAR).plain_text()
    assert "I. ĐÁNH GIÁ CHUNG\nCảm ơn bà con.\nII. NHIỆM VỤ" in text


def test_without_any_there_is_room_to_write(hall: Meeting) -> None:
    text = conclusion_notice(hall.meeting, CALENDAR).plain_text()
    assert "I. ĐÁNH GIÁ CHUNG\n………" in text


def test_what_was_settled_without_words_is_told_by_its_answers_or_together(hall: Meeting) -> None:
    for text in ("Một", "Hai", "Ba"):
        hall.asks("Trần Văn Lực", text)
        hall.concludes(int(hall.state["questions"][-1]["question"]), "settled")
    hall.do("answer", questions=[2], official="cong-an", text="Đã tuần tra")
    hall.asks("Trần Văn Lực", "Bốn")
    hall.concludes(4, "noted")
    text = conclusion_notice(hall.closes().meeting, CALENDAR).plain_text()
    in_order(
        text,
        "- Ý kiến số 2 (lĩnh vực đất đai): Ông/Bà Vũ Văn An, trả lời: Đã tuần tra.",
        "- Ý kiến số 1 và 3: Nội dung đã được trả lời, giải trình tại hội nghị.",
        "- Ý kiến số 4 (lĩnh vực đất đai): Tiếp thu, ghi nhận ý kiến.",
    )


def test_a_task_that_nobody_worded_names_its_question_once(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Một")
    hall.asks("Trần Văn Lực", "Hai")
    hall.do("join", question=2, into=1)
    hall.concludes(1, "written", official="dia-chinh", tasks=[{"kind": "work", "body": "Công an xã", "text": "Dẹp"}])
    text = conclusion_notice(hall.closes().meeting, CALENDAR).plain_text()
    assert "\nTrả lời bằng văn bản ý kiến số 1 về lĩnh vực đất đai. Thời hạn" in text
    assert "\nÝ kiến số 1 (lĩnh vực đất đai), gộp ý kiến số 2: Dẹp. Thời hạn" in text


def test_a_task_without_a_question_is_told_with_its_body(hall: Meeting) -> None:
    task = {"kind": "work", "body": "Văn phòng", "due": "2026-12-05", "text": "Niêm yết kết quả"}
    hall.do("conclude_meeting", text="Tốt", tasks=[task])
    hall.closes()
    meeting = hall.meeting
    assert "1. Văn phòng\nNiêm yết kết quả. Thời hạn: chậm nhất ngày 05 tháng 12 năm 2026." in (
        conclusion_notice(meeting, CALENDAR).plain_text()
    )
    assert rows_of(assignments(meeting, CALENDAR)[0])[0][:4] == ("", "", "Niêm yết kết quả", "05/12/2026")
    assert rows_of(summary(meeting, CALENDAR, LATER))[-1][3] == "Chủ trì giao: Niêm yết kết quả"
    assert rows_of(results_notice(meeting, CALENDAR))[-1][1:3] == ("Chủ trì giao: Niêm yết kết quả", "Văn phòng")
    assert "Việc chủ trì giao: Niêm yết kết quả." in loudspeaker(meeting, CALENDAR)
    assert days_of(hall)["promise-1"] == dt.date(2026, 12, 5)
    assert (replies(meeting, CALENDAR), interim_notices(meeting, CALENDAR)) == ((), ())


# What stays out


NAMES = ("Lực", "Mận", "Khoa", "Xuân Hòa", "Cáo", "Nại", "Giấu")


def test_no_published_paper_names_a_citizen_or_a_house_or_a_phone(full: Meeting) -> None:
    for name, text in full.public().items():
        for hidden in (*NAMES, "số nhà", "0912", "345 678"):
            assert hidden not in text, (name, hidden)


def test_no_paper_at_all_tells_what_was_complained_of_or_denounced_or_who_denounced(full: Meeting) -> None:
    for name, text in (full.public() | full.inside()).items():
        for hidden in (SECRET, "nhận tiền", "Đền bù", "hủy quyết định", "Cáo"):
            assert hidden not in text, (name, hidden)


def test_no_paper_names_who_gave_no_name(full: Meeting) -> None:
    assert all("Giấu" not in text for text in (full.public() | full.inside()).values())


def test_the_public_minutes_keep_villages_numbers_officials_and_what_was_said(full: Meeting) -> None:
    text = full.public()["minutes"]
    assert "Ông T.V.L, thôn Phú Hòa (số đăng ký 1) phát biểu:" in text
    assert "Bà L.T.M, thôn Tân Lập (số đăng ký 2) phát biểu:" in text
    assert "Bao giờ sửa đường?" in text
    assert "Ông Trần Văn Chủ" in text
    assert "Phạm Thị Ghi" in text


def test_people_with_the_same_initials_are_still_counted_apart(hall: Meeting) -> None:
    hall.asks("Nguyễn Thị Nga", "Một")
    hall.asks("Nguyễn Thị Nhung", "Hai")
    hall.closes()
    assert "Hội nghị đã nghe 02 người phát biểu" in public_minutes(hall.meeting, CALENDAR).plain_text()
    assert "Số người phát biểu: 02 người" in report(hall.meeting, CALENDAR, LATER).plain_text()


@pytest.fixture
def on_conduct(hall: Meeting) -> Meeting:
    """An opinion on an official's conduct, with everything said about it, and what was joined into it."""
    hall.asks("Trần Văn Lực", "Ông Ngô Văn Đất gắt gỏng với dân; ông Đất hẹn nhiều lần", kind="conduct")
    hall.do("note", turn=1, text="Ông Đất gắt gỏng")
    hall.do("follow_up", question=1)
    hall.do("call")
    hall.do("start")
    hall.do("ask_back")
    hall.do("end")
    hall.do("note", turn=3, text="Gắt gỏng ngày nào?")
    hall.do("end")
    hall.do("note", turn=2, text="Vẫn gắt gỏng")
    hall.do("answer", questions=[1], official="cong-an", text="Cán bộ gắt gỏng là có thật")
    hall.asks("Lê Thị Mận", "Tôi cũng bị gắt gỏng")
    hall.do("join", question=2, into=1)
    hall.concludes(
        1,
        "written",
        official="dia-chinh",
        text="Ông Đất phải chấn chỉnh, không gắt gỏng",
        reason="Gắt gỏng nhiều lần",
        tasks=[{"kind": "work", "body": "Công an xã", "text": "Xem lại việc gắt gỏng"}],
    )
    return hall.closes()


def test_an_opinion_on_conduct_is_published_as_received_and_not_in_its_words(on_conduct: Meeting) -> None:
    on_conduct.at("2026-12-10T09:00")
    on_conduct.do("extend_promise", promise=1, due="2026-12-30", reason="Chờ người gắt gỏng giải trình")
    on_conduct.do("reply", promise=2, number="8/CA", date="2026-12-10", text="Đã nhắc người gắt gỏng")
    public = on_conduct.public()
    for name, text in public.items():
        assert "gắt gỏng" not in text.lower(), name
        assert "ông đất" not in text.lower(), name
    assert "Có 02 ý kiến phản ánh về thái độ, việc làm của cán bộ, công chức; được tiếp nhận" in public["notice"]
    in_order(
        public["minutes"],
        "Ý kiến số 1: phản ánh về thái độ, việc làm của cán bộ, công chức; được tiếp nhận, xem xét, xử lý theo",
        "Chủ trì kết luận: tiếp thu, trả lời bằng văn bản. Cơ quan trả lời: Phòng Kinh tế",
        "Ý kiến số 2: phản ánh về thái độ",
    )
    in_order(public["results"], "Phản ánh về thái độ, việc làm", "Phòng Kinh tế", "xử lý theo quy định", "30/12/2026")


def test_the_office_itself_still_reads_what_was_said_about_conduct(on_conduct: Meeting) -> None:
    for name in ("summary", "sheet", "assignments", "replies"):
        assert "Ông Ngô Văn Đất gắt gỏng với dân" in on_conduct.inside()[name], name
    assert "Ông Ngô Văn Đất gắt gỏng với dân" in minutes(on_conduct.meeting, CALENDAR).plain_text()


def test_whoever_opined_on_conduct_without_a_name_is_told_where_to_ask(hall: Meeting) -> None:
    hall.asks("Võ Giấu", "Cán bộ gắt gỏng", kind="conduct", anonymous=True)
    hall.concludes(1, "written", official="cong-an")
    hall.closes().at("2026-12-10T09:00").do("reply", promise=1, number="9", date="2026-12-10", text="Đã nhắc nhở")
    text = results_notice(hall.meeting, CALENDAR).plain_text()
    assert "không nêu tên liên hệ Ủy ban nhân dân để được biết kết quả" in text
    assert "Đã nhắc nhở" not in text


def test_an_authority_that_decides_on_conduct_reads_what_was_said_and_about_nobody(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Ông Ngô Văn Đất gắt gỏng", kind="conduct")
    hall.concludes(1, "beyond", body="Thanh tra tỉnh")
    (letter,) = forwarding(hall.closes().meeting, CALENDAR)
    assert "“Ông N.V.Đ gắt gỏng”" in letter.plain_text()


def test_what_happened_in_the_hall_is_published_without_names(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Một")
    hall.do("conclude_meeting", text="Biểu dương ông Lực và Trần Văn Lực, thôn Phú Hòa")
    hall.closes()
    assert "Biểu dương ông L. và T.V.L, thôn Phú Hòa" in conclusion_notice(hall.meeting, CALENDAR).plain_text()


def test_the_public_minutes_tell_neither_who_stayed_away_nor_why() -> None:
    invited = [{"name": "Trần Văn Lực", "honorific": "Ông", "place": "số nhà 12, thôn Phú Hòa"}]
    story = Meeting(attendance=invited)
    story.do(
        "attend", name="Trần Văn Lực", place=invited[0]["place"], present=False, reason="Ốm", substitute="Lê Thị Na"
    )
    story.do("attend", name="Hồ Văn Khách", present=False, reason="Mổ tim", substitute="Bà Vũ Thị Phó")
    text = public_minutes(story.meeting, CALENDAR).plain_text()
    assert "Vắng mặt: ông T.V.L, thôn Phú Hòa (L.T.N dự thay)." in text
    assert "Ông Hồ Văn Khách (vắng mặt: Bà Vũ Thị Phó dự thay)" in text or "ông Hồ Văn Khách (vắng mặt" in text
    assert "Ốm" not in text
    assert "Mổ tim" not in text


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("Trả lời ông Khoa bằng văn bản.", "Trả lời ông K. bằng văn bản."),
        ("Trả lời ông Khoa.", "Trả lời ông K."),
        ("pham dinh khoa và PHẠM ĐÌNH KHOA", "P.Đ.K và P.Đ.K"),
        ("bà Bích Thuỷ, bà Thủy", "bà B.T., bà T."),
        (unicodedata.normalize("NFD", "ông Đình Khoa"), "ông Đ.K."),
        ("ngã ba An Phước, bà con thôn An Phước", "ngã ba An Phước, bà con thôn An Phước"),
        ("gọi 0900 000 103, +84 912 345 678", "gọi […], […]"),
        ("CCCD 012345678901, số nhà 12/3, thửa đất số 86", "CCCD […], số nhà […], thửa đất số […]"),
        ("số 5 đường Lê Lợi; a.b@c.vn", "số […] đường Lê Lợi; […]"),
        ("1.200.000.000 đồng, 500000000 đồng, 12 ha, 2026", "1.200.000.000 đồng, 500000000 đồng, 12 ha, 2026"),
        ("Quyết định số 804/QĐ-UBND ngày 29/12/2022", "Quyết định số 804/QĐ-UBND ngày 29/12/2022"),
    ],
)
def test_a_text_is_masked_word_for_word(said: str, published: str) -> None:
    mask = Mask(["Phạm Đình Khoa", "Nguyễn Thị Bích Thủy", "Phạm Ngọc Ẩn", "Trần Côn"])
    assert mask(said) == published


def test_of_an_address_the_village_is_left() -> None:
    assert unit_of("số 5, thôn Phú Hòa, xã Long Phụng") == "thôn Phú Hòa"
    assert unit_of("Tiểu khu 3") == "Tiểu khu 3"
    assert unit_of("Phú Hòa") == "Phú Hòa"
    assert unit_of("12 Lê Lợi") == ""


# The summary


def test_the_summary_has_the_columns_of_the_form_and_lies(full: Meeting) -> None:
    paper = summary(full.meeting, CALENDAR, LATER)
    assert paper.landscape
    (table,) = [block for block in paper.body if isinstance(block, Table)]
    assert tuple(column.title for column in table.columns) == SUMMARY_COLUMNS
    sheet = summary_sheet(full.meeting, CALENDAR, LATER)
    assert tuple(column.title for column in sheet.columns) == SUMMARY_COLUMNS
    assert len(sheet.rows) == len(table.rows) == 7


def test_the_summary_tells_competence_day_number_and_result(full: Meeting) -> None:
    full.at("2026-12-10T09:00").do("reply", promise=1, number="45/UBND-VP", date="2026-12-10", text="Đã sửa")
    full.do("extend_promise", promise=2, due="2027-04-01", reason="Chờ ý kiến tỉnh")
    rows = summary_sheet(full.meeting, CALENDAR, LATER).rows
    assert rows[0][5:9] == ("Thuộc thẩm quyền", "", "Chủ trì kết luận: Sửa xong trong tháng 12.", None)
    assert rows[1][8:11] == (dt.date(2026, 12, 11), "45/UBND-VP", "Đã trả lời ngày 10/12/2026")
    assert rows[2][8] == dt.date(2027, 4, 1)
    assert rows[2][10] == "Đã gia hạn, đang giải quyết"
    assert rows[2][11] == "Đã gia hạn. Thời hạn: đã gia hạn, thời hạn ban đầu 25/01/2027; lý do: Chờ ý kiến tỉnh"
    assert rows[3][5] == "Vượt thẩm quyền"
    assert rows[3][10] == "Quá hạn"
    assert rows[4][1:6] == (
        "Không nêu",
        "",
        "Nội dung thuộc trình tự tố cáo",
        "",
        "Theo pháp luật về khiếu nại, tố cáo",
    )
    assert rows[5][1] == "Bà Dương Thị Nại"
    assert rows[6][1] == "Không nêu tên"


def test_a_question_with_two_tasks_has_two_rows_that_can_be_filtered(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Sửa mương")
    hall.concludes(
        1,
        "written",
        official="dia-chinh",
        tasks=[{"kind": "work", "body": "Thôn", "due": "2026-12-18", "text": "Nạo vét"}],
    )
    sheet = summary_sheet(hall.closes().meeting, CALENDAR, LATER)
    assert [row[:4] for row in sheet.rows] == [(1, "Ông Trần Văn Lực", sheet.rows[0][2], "Sửa mương")] * 2
    assert [row[8] for row in sheet.rows] == [dt.date(2026, 12, 11), dt.date(2026, 12, 18)]
    assert str(sheet.rows[1][11]).startswith("Việc giao thêm: nạo vét. Thời hạn: chủ trì ấn định")
    paper = rows_of(summary(hall.meeting, CALENDAR, LATER))
    assert paper[1][:4] == ("1", "", "", "(như trên)")
    assert paper[1][7] == "Việc giao thêm: nạo vét"


# Slips to the bodies


def test_each_body_has_one_slip_with_its_tasks(full: Meeting) -> None:
    slips = assignments(full.meeting, CALENDAR)
    assert addressees(slips) == ["Phòng Kinh tế.", "Công an xã."]
    assert [row[0] for row in rows_of(slips[0])] == ["2", "3", "4"]
    asked = rows_of(slips[0])[0]
    assert asked[1] == "Bà Lê Thị Mận, thôn Tân Lập: Nước yếu, gọi tôi số 0912 345 678."
    assert asked[3:] == ("11/12/2026", "15 ngày từ 26/11/2026")
    assert "Cơ quan có thẩm quyền: Sở Xây dựng" in rows_of(slips[0])[2][2]


def test_what_is_done_is_not_given_again(full: Meeting) -> None:
    full.at("2026-12-01T09:00").do("reply", promise=4, number="9/UBND", date="2026-12-01")
    assert addressees(assignments(full.meeting, CALENDAR)) == ["Phòng Kinh tế."]


@pytest.mark.parametrize(
    ("today", "late"),
    [
        (dt.date(2026, 12, 10), {}),
        (dt.date(2026, 12, 11), {"Phòng Kinh tế.": ["4"]}),
        (dt.date(2026, 12, 12), {"Phòng Kinh tế.": ["2", "4"], "Công an xã.": ["7"]}),
    ],
)
def test_a_body_is_reminded_of_what_is_overdue_on_the_day(
    full: Meeting, today: dt.date, late: dict[str, list[str]]
) -> None:
    slips = reminders(full.meeting, CALENDAR, today)
    found = {to: [row[0] for row in rows_of(slip)] for to, slip in zip(addressees(slips), slips, strict=True)}
    assert found == late


def test_a_reminder_tells_how_late_it_is(full: Meeting) -> None:
    first = reminders(full.meeting, CALENDAR, dt.date(2026, 12, 20))[0]
    assert rows_of(first)[0][2:4] == ("11/12/2026", "09 ngày")


def test_a_question_with_two_tasks_stands_once_on_a_slip(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Sửa mương")
    work = {"kind": "work", "body": "Phòng Kinh tế", "text": "Nạo vét", "due": "2026-12-05"}
    hall.concludes(1, "written", body="Phòng Kinh tế", tasks=[work])
    (slip,) = assignments(hall.closes().meeting, CALENDAR)
    assert [row[1] for row in rows_of(slip)][1:] == ["(như trên)"]
    assert rows_of(slip)[1][4] == "Chủ trì ấn định"


def test_the_committee_does_not_remind_itself(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Quốc lộ")
    hall.concludes(1, "beyond", body="Sở Xây dựng")
    hall.closes()
    slips = (*assignments(hall.meeting, CALENDAR), *reminders(hall.meeting, CALENDAR, LATER))
    assert addressees(slips) == [f"{GAP}."] * 2


# Letters


def test_a_reply_quotes_the_question_and_leaves_room_or_tells_what_was_replied(full: Meeting) -> None:
    (letter,) = replies(full.meeting, CALENDAR)[:1]
    assert letter.is_letter
    assert letter.subject == "V/v trả lời ý kiến, kiến nghị tại hội nghị đối thoại ngày 26/11/2026"
    in_order(
        letter.plain_text(),
        "Kính gửi: Bà Lê Thị Mận, thôn Tân Lập.",
        "1. Nội dung kiến nghị",
        "“Nước yếu, gọi tôi số 0912 345 678.”",
        "2. Kết quả giải quyết, trả lời\n………",
        "trả lời để bà Lê Thị Mận được biết./.",
    )
    full.at("2026-12-10T09:00").do(
        "reply", promise=1, number="45/UBND-VP", date="2026-12-10", text="Đã tăng áp.\nĐã xong."
    )
    (letter,) = replies(full.meeting, CALENDAR)[:1]
    text = letter.plain_text()
    assert "Số: 45/UBND-VP\nLong Phụng, ngày 10 tháng 12 năm 2026" in text
    assert "2. Kết quả giải quyết, trả lời\nĐã tăng áp.\nĐã xong.\nỦy ban" in text


def test_replies_go_to_who_asked_and_not_to_the_nameless(full: Meeting) -> None:
    found = addressees(replies(full.meeting, CALENDAR))
    assert found == ["Bà Lê Thị Mận, thôn Tân Lập.", "Ông Phạm Đình Khoa, số nhà 12, thôn Phú Hòa, xã Long Phụng."]


def test_who_asked_what_was_joined_has_a_letter_too(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Rác", place="thôn A")
    hall.asks("Lê Thị Mận", "Cũng rác", place="thôn B", honorific="Bà")
    hall.asks("Trần Văn Lực", "Lại rác", place="thôn A")
    hall.do("join", question=2, into=1)
    hall.do("join", question=3, into=1)
    hall.concludes(1, "study", official="dia-chinh")
    hall.closes()
    letters = replies(hall.meeting, CALENDAR)
    assert addressees(letters) == ["Ông Trần Văn Lực, thôn A.", "Bà Lê Thị Mận, thôn B."]
    assert "“Cũng rác”" in letters[1].plain_text()
    assert addressees(interim_notices(hall.meeting, CALENDAR)) == addressees(letters)


def test_who_waits_is_told_who_answers_when_and_why(full: Meeting) -> None:
    study, beyond = interim_notices(full.meeting, CALENDAR)
    assert "đã giao Phòng Kinh tế chịu trách nhiệm giải quyết và trả lời chậm nhất ngày 25 tháng 01 năm 2027" in (
        study.plain_text()
    )
    assert "Lý do: Phải rà soát quy hoạch." in study.plain_text()
    assert "kiến nghị Sở Xây dựng xem xét, giải quyết, trả lời" in beyond.plain_text()
    assert "chậm nhất ngày 10 tháng 12 năm 2026" in beyond.plain_text()


def test_who_waits_longer_is_told_the_reason(full: Meeting) -> None:
    full.at("2026-12-10T09:00").do("extend_promise", promise=1, due="2027-01-15", reason="Chờ kết quả xét nghiệm")
    letter = interim_notices(full.meeting, CALENDAR)[0].plain_text()
    in_order(letter, "bà Lê Thị Mận", "chậm nhất ngày 15 tháng 01 năm 2027", "Lý do gia hạn: Chờ kết quả xét nghiệm.")
    full.do("reply", promise=1, number="1", date="2027-01-10")
    assert addressees(interim_notices(full.meeting, CALENDAR))[0].startswith("Ông Phạm Đình Khoa")


def test_a_reason_that_an_older_journal_does_not_have_is_left_as_a_space(full: Meeting) -> None:
    at = full.at("2026-12-10T09:00").now.astimezone(dt.UTC)
    extended = PromiseExtended(promise=1, due=dt.date(2027, 1, 15), reason="")
    full.meeting.apply(Record(at=at, do="extend_promise", events=(extended,)))
    assert f"Lý do gia hạn: {GAP}" in interim_notices(full.meeting, CALENDAR)[0].plain_text()


def test_each_authority_has_one_letter_with_all_that_is_beyond_the_commune(full: Meeting) -> None:
    (letter,) = forwarding(full.meeting, CALENDAR)
    in_order(letter.plain_text(), "Kính gửi: Sở Xây dựng.", "1. Ý kiến về lĩnh vực giao thông", "“Quốc lộ ngập.”")


def test_an_authority_not_yet_known_is_left_as_a_space(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Quốc lộ")
    hall.concludes(1, "beyond")
    (letter,) = forwarding(hall.closes().meeting, CALENDAR)
    assert f"Kính gửi: Cấp có thẩm quyền {GAP}." in letter.plain_text()


def test_a_letter_to_a_higher_level_never_goes_to_who_sees_to_it(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Quốc lộ")
    hall.concludes(1, "beyond", official="dia-chinh")
    hall.closes()
    (letter,) = forwarding(hall.meeting, CALENDAR)
    assert addressees((letter,)) == [f"Cấp có thẩm quyền {GAP}."]
    assert "Phòng Kinh tế" not in letter.plain_text()
    assert f"kiến nghị {GAP} xem xét" in interim_notices(hall.meeting, CALENDAR)[0].plain_text()
    (slip,) = assignments(hall.meeting, CALENDAR)
    assert addressees((slip,)) == ["Phòng Kinh tế."]
    assert rows_of(slip)[0][2].startswith("Kiến nghị cấp có thẩm quyền xem xét, giải quyết ý kiến số 1")
    assert rows_of(slip)[0][2].endswith(f"Cơ quan có thẩm quyền: {GAP}")
    for text in (*hall.public().values(), minutes(hall.meeting, CALENDAR).plain_text()):
        assert "iến nghị Phòng Kinh tế" not in text
        assert "thẩm quyền: Phòng Kinh tế" not in text


def test_a_higher_level_reads_what_it_is_asked_for_beside_the_question(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Cống hư")
    more = {"kind": "forward", "body": "Sở Tài chính", "text": "Cấp vốn sửa cống"}
    hall.concludes(1, "study", official="dia-chinh", tasks=[more, more | {"text": "Thay cửa cống"}])
    hall.do("conclude_meeting", tasks=[more | {"text": "Tăng vốn duy tu"}])
    (letter,) = forwarding(hall.closes().meeting, CALENDAR)
    text = letter.plain_text()
    assert text.count("“Cống hư”") == 1
    in_order(
        text,
        "Kính gửi: Sở Tài chính.",
        "1. Ý kiến về lĩnh vực đất đai (ý kiến số 1",
        "Nội dung kiến nghị: Cấp vốn sửa cống.",
        "Nội dung kiến nghị: Thay cửa cống.",
        "2. Nội dung chủ trì kết luận chung tại hội nghị",
        "Nội dung kiến nghị: Tăng vốn duy tu.",
        "để thông báo cho Nhân dân chậm nhất",
    )
    assert "Kiến nghị cấp có thẩm quyền: Cấp vốn sửa cống\nCơ quan có thẩm quyền: Sở Tài chính" in [
        row[1] for row in rows_of(report(hall.meeting, CALENDAR, LATER))
    ]
    assert "- Kiến nghị Sở Tài chính: Tăng vốn duy tu." in report(hall.meeting, CALENDAR, LATER).plain_text()
    results = rows_of(results_notice(hall.meeting, CALENDAR))[0][3]
    assert "Cơ quan có thẩm quyền: Sở Tài chính. Thời hạn thông báo cho người có ý kiến: 10/12/2026." in results


def test_the_procedure_is_pointed_to_by_name_for_a_complaint_and_by_hand_for_a_denunciation(full: Meeting) -> None:
    denunciation, complaint = procedure_letters(full.meeting, CALENDAR)
    assert addressees((denunciation, complaint)) == [
        f"Ông/Bà {GAP}.",
        "Bà Dương Thị Nại, số nhà 12, thôn Phú Hòa, xã Long Phụng.",
    ]
    assert "V/v hướng dẫn thực hiện theo pháp luật về tố cáo" in denunciation.plain_text()
    assert "pháp luật về khiếu nại, trong thời hiệu khiếu nại" in complaint.plain_text()


# Report, results, loudspeaker, calendar


def test_the_report_gives_every_figure_also_zero(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Một")
    hall.concludes(1, "settled")
    text = report(hall.closes().meeting, CALENDAR, LATER).plain_text()
    for line in (
        "Số người phát biểu: 01 người;",
        "Tổng số ý kiến, kiến nghị: 01 ý kiến;",
        "Đã trả lời, giải trình tại hội nghị: 01 ý kiến;",
        "Trả lời sau hội nghị bằng văn bản: 00 ý kiến;",
        "Vượt thẩm quyền, kiến nghị cấp có thẩm quyền: 00 ý kiến;",
        "Đã có văn bản kiến nghị cấp có thẩm quyền: 00 nội dung;",
    ):
        assert line in text
    in_order(
        text, "BÁO CÁO", "Kính gửi: Thường trực Đảng ủy; Thường trực HĐND.", "I. CÔNG TÁC", "II. KẾT QUẢ", "III.", "IV."
    )


def test_the_report_tells_what_is_done_and_what_is_late(full: Meeting) -> None:
    full.at("2026-12-10T09:00").do("reply", promise=3, number="46/UBND-VP", date="2026-12-08")
    text = report(full.meeting, CALENDAR, dt.date(2026, 12, 20)).plain_text()
    assert (
        "Chủ trì đã giao 04 nội dung. Tính đến ngày 20/12/2026: đã có kết quả 01, đang giải quyết 01, quá hạn 02."
        in text
    )
    assert "Đã có văn bản kiến nghị cấp có thẩm quyền: 01 nội dung" in text
    assert "Đã trả lời (46/UBND-VP, 08/12/2026)" in text


def test_the_results_tell_in_full_only_what_no_letter_can(full: Meeting) -> None:
    full.at("2026-12-10T09:00")
    full.do("reply", promise=1, number="45/UBND-VP", date="2026-12-10", text="Riêng cho bà ấy")
    full.do("reply", promise=4, number="46/UBND-VP", date="2026-12-10", text="Đã nhắc nhở cán bộ")
    text = results_notice(full.meeting, CALENDAR).plain_text()
    assert "Đã trả lời ngày 10/12/2026 bằng văn bản số 45/UBND-VP." in text
    assert "Riêng cho bà ấy" not in text
    assert "văn bản số 46/UBND-VP. Nội dung: Đã nhắc nhở cán bộ." in text
    assert "uá hạn" not in text


def test_the_results_count_what_they_list_and_name_who_answered(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Một")
    hall.asks("Trần Văn Lực", "Hai")
    hall.do("drop_question", question=2, reason="Nhầm")
    hall.do("answer", questions=[1], official="chair", text="Xong")
    hall.concludes(1, "settled")
    notice = results_notice(hall.closes().meeting, CALENDAR)
    text = notice.plain_text()
    assert "kết quả giải quyết 01 ý kiến, kiến nghị" in text
    assert "nội dung giao" not in text
    assert [row[:3] for row in rows_of(notice)] == [("1", "Một", "Ủy ban nhân dân xã Long Phụng")]


def test_without_a_question_there_is_no_table_of_results(hall: Meeting) -> None:
    notice = results_notice(hall.closes().meeting, CALENDAR)
    assert not [block for block in notice.body if isinstance(block, Table)]


def test_the_loudspeaker_reads_short_sentences(full: Meeting) -> None:
    lines = loudspeaker(full.meeting, CALENDAR).split("\n")
    assert max(map(len, lines)) < 120
    assert "Ý kiến số 4, lĩnh vực giao thông." in lines
    assert "Cơ quan có thẩm quyền: Sở Xây dựng." in lines
    assert "Thời hạn: ngày 10 tháng 12 năm 2026." in lines
    assert not [line for line in lines if line.startswith(("Ý kiến số 5", "Ý kiến số 6"))]


def test_the_calendar_has_every_last_day_under_a_name_that_stays(full: Meeting) -> None:
    before = days_of(full)
    assert before == {
        "day": dt.date(2026, 11, 26),
        "rule-conclusion_notice": dt.date(2026, 12, 3),
        "rule-written_reply": dt.date(2026, 12, 11),
        "rule-study_reply": dt.date(2027, 1, 25),
        "rule-beyond_notice": dt.date(2026, 12, 10),
        "promise-1": dt.date(2026, 12, 11),
        "promise-2": dt.date(2027, 1, 25),
        "promise-3": dt.date(2026, 12, 10),
        "promise-4": dt.date(2026, 12, 11),
    }
    full.at("2026-12-10T09:00").do("extend_promise", promise=1, due="2027-01-15", reason="Chờ")
    after = days_of(full)
    assert after == before | {"promise-1": dt.date(2027, 1, 15)}
    (moved,) = [day for day in deadline_calendar(full.meeting, CALENDAR) if "promise-1@" in day.uid]
    assert moved.revision == 1


def test_what_is_done_says_so_in_the_calendar(full: Meeting) -> None:
    full.at("2026-12-01T09:00").do("reply", promise=1, number="1", date="2026-12-01")
    full.do("done", duty="conclusion_notice", date="2026-12-01")
    titles = [day.title for day in deadline_calendar(full.meeting, CALENDAR)]
    assert "Đã xong: Hạn trả lời: ý kiến số 2 – Phòng Kinh tế" in titles
    assert "Đã xong: Thông báo kết luận của chủ trì" in titles


# What the four plans order

PLANS: dict[str, dict[str, dt.date]] = {
    "ha-trung-2021": {
        "notice": dt.date(2021, 10, 21),
        "opinions": dt.date(2021, 11, 19),
        "written_reply": dt.date(2021, 11, 29),
    },
    "pho-chau-2023": {
        "prepared_answers": dt.date(2023, 6, 6),
        "conclusion_notice": dt.date(2023, 6, 22),
        "written_reply": dt.date(2023, 6, 29),
        "study_reply": dt.date(2023, 6, 29),
        "report": dt.date(2023, 6, 29),
    },
    "lac-thuong-2023": {
        "opinions": dt.date(2023, 6, 14),
        "invitations": dt.date(2023, 6, 15),
        "report": dt.date(2023, 6, 29),
    },
    "long-phung-2025": {
        "notice": dt.date(2026, 11, 19),
        "loudspeaker": dt.date(2026, 11, 23),
        "conclusion_notice": dt.date(2026, 12, 3),
        "results_published": dt.date(2026, 12, 7),
        "written_reply": dt.date(2026, 12, 28),
        "study_reply": dt.date(2026, 12, 28),
        "beyond_notice": dt.date(2026, 12, 10),
        "off_topic_reply": dt.date(2026, 12, 11),
    },
}


@pytest.mark.parametrize("name", PLANS)
def test_every_deadline_that_a_plan_names_is_in_the_calendar_on_its_day(name: str) -> None:
    played = Played(name)
    days = {day.uid.partition("@")[0]: day.day for day in deadline_calendar(played.meeting, CALENDAR)}
    assert {rule: days[f"{name}-rule-{rule}"] for rule in PLANS[name]} == PLANS[name]
    assert {key for key in days if "-rule-" in key} == {f"{name}-rule-{rule}" for rule in PLANS[name]}


@pytest.mark.parametrize("name", PLANS)
def test_what_a_plan_leaves_to_do_stands_with_its_day_in_summary_slips_and_notice(name: str) -> None:
    played = Played(name)
    owed = [promise for promise in played.promises if promise.due]
    assert owed
    rows = summary_sheet(played.meeting, CALENDAR, LATER).rows
    slips = assignments(played.meeting, CALENDAR)
    notice = conclusion_notice(played.meeting, CALENDAR).plain_text()
    for promise in owed:
        day = dt.date.fromisoformat(promise.due or "")
        assert (promise.question, day) in [(row[0], row[8]) for row in rows]
        assert (str(promise.question), short_date(day)) in [(row[0], row[3]) for slip in slips for row in rows_of(slip)]
        assert f"chậm nhất {day_in_words(day)}" in notice


@pytest.mark.parametrize("name", PLANS)
def test_no_published_paper_of_a_plan_names_a_citizen(name: str) -> None:
    meeting = Played(name).meeting
    officials = {person.name for person in officeholders(meeting.setup).values()}
    people = {each.card.name for each in meeting.state.registrations.values()}
    people |= {each.name for each in meeting.setup.attendance}
    for paper, text in published_papers(meeting).items():
        for person in people - officials - {""}:
            assert person not in text, (paper, person)
            given = person.split()[-1]
            for address in ("ông", "bà", "Ông", "Bà"):
                assert not re.search(rf"\b{address} {given}\b", text), (paper, person)


# Any stage, any text, any place


def test_a_row_that_no_page_could_hold_may_break_and_others_stay_whole(hall: Meeting) -> None:
    hall.asks("Trần Văn Lực", "Dài " * 600)
    hall.asks("Lê Thị Mận", "Ngắn")
    document = docx.Document(BytesIO(docx_bytes(summary(hall.closes().meeting, CALENDAR, LATER))))
    table = document.tables[1]
    whole = [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in table.rows]
    assert whole == [True, False, True]


def test_every_paper_can_be_written_at_any_stage(tmp_path: Any, full: Meeting) -> None:
    for place, story in enumerate((Meeting(opened=False, starts=None), Meeting(), full)):
        written = write_papers(story.meeting, CALENDAR, tmp_path / str(place), PAPERS, LATER)
        assert all(path.exists() for path in written)
        assert {path.name for path in written} <= {kind.file_name for kind in PAPERS.values()}


def test_any_text_is_told_as_it_stands(hall: Meeting, tmp_path: Any) -> None:
    hall.asks("Trần Văn Lực", HOSTILE, place=HOSTILE)
    hall.concludes(1, "beyond", text=HOSTILE, body=HOSTILE, reason=HOSTILE)
    hall.asks("Lê Mận", HOSTILE)
    hall.concludes(2, "study", text=HOSTILE, body=HOSTILE, reason=HOSTILE)
    hall.do("conclude_meeting", text=HOSTILE, tasks=[{"kind": "work", "body": HOSTILE, "text": HOSTILE}])
    hall.closes()
    assert summary_sheet(hall.meeting, CALENDAR, LATER).rows[0][3] == HOSTILE
    assert f"“{HOSTILE}”" in replies(hall.meeting, CALENDAR)[0].plain_text()
    assert HOSTILE in forwarding(hall.meeting, CALENDAR)[0].plain_text()
    write_papers(hall.meeting, CALENDAR, tmp_path, PAPERS, LATER)


def test_file_names_tell_of_nobody() -> None:
    assert all(kind.file_name.isascii() for kind in PAPERS.values())
    assert len({kind.file_name for kind in PAPERS.values()}) == len(PAPERS)
