"""What the hall sees: every phase, in words and in rows of any display, from values alone."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from moderator.meeting.hall import HallClock, HallNext, HallPerson, HallResult, HallView, Phase
from screens.big_text import draw, drawable, largest
from screens.hall_layout import Row, lay_out, wrap
from screens.hall_picture import LEAF_SECONDS, Picture, picture_of
from screens.words import words

NOW = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
VIETNAMESE = words("vi")
SIZES = [(40, 12), (80, 24), (120, 36), (240, 67)]
HOSTILE = "[/b] [@click=app.quit]x [red]{0} %s"

BUOI = HallPerson(number=12, name="Bà Trần Thị Bưởi", place="thôn Tân Mỹ", topic="Đất đai")
CUONG = HallPerson(name="Ông Lê Văn Cường", post="Trưởng phòng Kinh tế")
NEXT = (
    HallNext(person=HallPerson(number=15, name="Ông N.V.A", place="thôn Đông"), kind="speech"),
    HallNext(person=HallPerson(number=7, name="Bà H.T.L"), kind="follow_up", question=3),
    HallNext(person=HallPerson(number=22, name="Ẩn danh"), kind="speech"),
)


@dataclass(frozen=True)
class Sight:
    view: HallView | None
    age_seconds: float | None = 0.0
    trouble: str = ""


def clock(seconds: float, *, rate: float = 1.0, limit: float | None = 300.0) -> HallClock:
    return HallClock(anchor=NOW, seconds=seconds, rate=rate, limit=limit, warn=30.0)


def speech(seconds: float = 28.0, **changed: object) -> HallView:
    parts: dict[str, object] = {
        "title": "Hội nghị đối thoại",
        "agenda": "Ý kiến của Nhân dân",
        "phase": "speech",
        "turn_kind": "speech",
        "person": BUOI,
        "clock": clock(seconds),
        "upcoming": NEXT,
        "waiting": 9,
    }
    return HallView(**{**parts, **changed})  # type: ignore[arg-type]


def shown(view: HallView, after: float = 0.0, age: float = 0.0) -> Picture:
    return picture_of(Sight(view, age), NOW + timedelta(seconds=after), VIETNAMESE)


def everything(picture: Picture) -> str:
    return repr(picture)


def text_rows(rows: tuple[Row, ...]) -> str:
    return "\n".join(row.text for row in rows)


# The phases


def test_before() -> None:
    view = HallView(
        phase="before",
        authority="ỦY BAN NHÂN DÂN XÃ LONG PHỤNG",
        title="Hội nghị đối thoại",
        place="Hội trường xã",
        topic="Đất đai",
        starts=datetime(2026, 11, 26, 7, 30),
    )
    picture = shown(view)
    assert picture.heading == "ỦY BAN NHÂN DÂN XÃ LONG PHỤNG"
    assert picture.lead == "Hội nghị đối thoại"
    assert picture.details == (
        "Địa điểm: Hội trường xã",
        "Bắt đầu: 7 giờ 30, thứ Năm, ngày 26/11/2026",
        "Đăng ký phát biểu tại bàn thư ký: họ tên, thôn, nội dung.",
        "Đất đai",
    )
    assert picture.clock == "7:30"
    for width, height in SIZES:
        rows = lay_out(picture, width, height)
        assert sum(row.part == "detail" for row in rows) >= len(picture.details)


def test_how_to_register_is_worth_more_than_a_large_hour() -> None:
    title = "Hội nghị đối thoại trực tiếp giữa Chủ tịch UBND xã với Nhân dân năm 2026"
    view = HallView(phase="before", title=title, place="Hội trường xã", starts=datetime(2026, 11, 26, 7, 30))
    rows = lay_out(shown(view), 40, 12)
    told = " ".join(text_rows(rows).split())
    assert "Bắt đầu: 7 giờ 30, thứ Năm, ngày 26/11/2026" in told
    assert "Đăng ký phát biểu tại bàn thư ký: họ tên, thôn, nội dung." in told


def test_the_hall_hears_what_the_commune_calls_its_units() -> None:
    picture = shown(HallView(phase="before", title="Hội nghị", units="ấp/khu phố"))
    assert "Đăng ký phát biểu tại bàn thư ký: họ tên, ấp/khu phố, nội dung." in picture.details


def test_before_without_an_hour_and_after_registration_closed() -> None:
    picture = shown(HallView(phase="before", title="Hội nghị", registration_open=False, waiting=4))
    assert picture.clock == ""
    assert picture.details == (
        "Thời gian cụ thể sẽ có thông báo sau.",
        "Đã hết giờ đăng ký. Ai muốn phát biểu, xin gặp thư ký.",
        "Đã đăng ký: 4 người",
    )


def test_report() -> None:
    view = HallView(
        phase="report", turn_kind="statement", person=CUONG, agenda="Báo cáo kỳ trước", clock=clock(95.5, limit=None)
    )
    picture = shown(view)
    assert (picture.heading, picture.state, picture.lead) == ("Báo cáo kỳ trước", "► BÁO CÁO", "Ông Lê Văn Cường")
    assert picture.details == ("Trưởng phòng Kinh tế",)
    assert (picture.clock, picture.clock_note) == ("1:35", "Đã phát biểu")


def test_called() -> None:
    picture = shown(speech(phase="called", clock=clock(0, rate=0)), after=20)
    assert (picture.state, picture.lead) == ("► MỜI LÊN PHÁT BIỂU", "Mời Số 12 · Bà Trần Thị Bưởi")
    assert (picture.clock, picture.clock_note) == ("5:00", "Được phát biểu 5 phút")
    assert [entry.number for entry in picture.next] == ["Số 15", "Số 7", "Số 22"]


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("follow_up", "► MỜI TRAO ĐỔI THÊM"),
        ("answer", "► MỜI TRẢ LỜI"),
        ("statement", "► MỜI BÁO CÁO"),
        ("reading", "► ĐỌC Ý KIẾN BẰNG VĂN BẢN"),
    ],
)
def test_called_to_something_else_than_a_speech(kind: str, state: str) -> None:
    assert shown(speech(phase="called", turn_kind=kind, clock=None)).state == state


def test_speech() -> None:
    picture = shown(speech(28))
    assert (picture.tone, picture.state, picture.lead) == ("running", "► ĐANG PHÁT BIỂU", "Số 12 · Bà Trần Thị Bưởi")
    assert picture.details == ("thôn Tân Mỹ – Đất đai",)
    assert (picture.clock, picture.clock_note) == ("4:32", "Còn lại")
    assert picture.next_title == "TIẾP THEO – 9 người chờ"
    assert [(entry.name, entry.note) for entry in picture.next] == [
        ("Ông N.V.A", "thôn Đông"),
        ("Bà H.T.L", "Trao đổi thêm, ý kiến số 3"),
        ("Ẩn danh", ""),
    ]


@pytest.mark.parametrize(
    ("spoken", "state", "digits"),
    [
        (0.0, "► ĐANG PHÁT BIỂU", "5:00"),
        (0.4, "► ĐANG PHÁT BIỂU", "5:00"),
        (1.0, "► ĐANG PHÁT BIỂU", "4:59"),
        (269.9, "► ĐANG PHÁT BIỂU", "0:31"),
        (270.0, "! SẮP HẾT GIỜ", "0:30"),
        (299.5, "! SẮP HẾT GIỜ", "0:01"),
        (300.0, "! SẮP HẾT GIỜ", "0:00"),
        (300.5, "▲ QUÁ GIỜ", "+0:00"),
        (372.0, "▲ QUÁ GIỜ", "+1:12"),
        (300.0 + 3725, "▲ QUÁ GIỜ", "+1:02:05"),
    ],
)
def test_the_time_left_and_the_time_over(spoken: float, state: str, digits: str) -> None:
    picture = shown(speech(0), after=spoken)
    assert (picture.state, picture.clock) == (state, digits)


def test_every_second_is_shown_once_and_none_is_left_out() -> None:
    digits = [shown(speech(0), after=0.05 + tenths / 10).clock for tenths in range(100)]
    assert list(dict.fromkeys(digits)) == ["5:00", *(f"4:{second}" for second in range(59, 50, -1))]
    assert all(digits.count(second) == 10 for second in digits)


def test_a_rehearsal_ten_times_as_fast_keeps_step() -> None:
    assert shown(speech(clock=clock(0, rate=10)), after=12).clock == "3:00"


def test_a_held_turn_says_so_and_stands_still() -> None:
    view = speech(clock=clock(100, rate=0), paused=True)
    assert shown(view) == shown(view, after=50)
    assert (shown(view).tone, shown(view).state, shown(view).clock) == ("held", "■ TẠM DỪNG", "3:20")
    assert shown(speech(clock=clock(330, rate=0), paused=True)).state == "■ TẠM DỪNG – QUÁ GIỜ"


def test_without_a_limit_the_clock_counts_up_and_never_warns() -> None:
    picture = shown(speech(clock=clock(3600, limit=None)))
    assert (picture.tone, picture.clock, picture.clock_note) == ("running", "1:00:00", "Đã phát biểu")


def test_follow_up_names_the_question() -> None:
    picture = shown(speech(turn_kind="follow_up", questions=(3,)))
    assert picture.state == "► TRAO ĐỔI THÊM"
    assert picture.details[-1] == "Về ý kiến số 3"


def test_asked_back_holds_the_clock_of_the_speaker() -> None:
    view = speech(phase="asked_back", turn_kind="clarification", clock=clock(5, limit=None), held=clock(100))
    assert shown(view).state == "■ CHỦ TRÌ HỎI LẠI"
    assert shown(view).lead == "Số 12 · Bà Trần Thị Bưởi"
    assert shown(view).clock == shown(view, after=40).clock == "3:20"


def test_answer() -> None:
    picture = shown(speech(phase="answer", turn_kind="answer", person=CUONG, questions=(3, 5)))
    assert (picture.state, picture.lead) == ("► ĐANG TRẢ LỜI", "Ông Lê Văn Cường")
    assert picture.details == ("Trưởng phòng Kinh tế", "Ý kiến số 3, 5")


def test_an_answer_to_very_many_questions_stays_readable() -> None:
    picture = shown(speech(phase="answer", turn_kind="answer", person=CUONG, questions=tuple(range(1, 41))))
    assert picture.details[-1] == "Ý kiến số 1, 2, 3, 4, 5, 6, 7, 8… (tất cả 40 ý kiến)"


def test_waiting() -> None:
    picture = shown(HallView(phase="waiting", title="Hội nghị", agenda="Ý kiến", upcoming=NEXT, waiting=3))
    assert (picture.state, picture.lead, picture.clock) == ("CHỜ MỜI NGƯỜI TIẾP THEO", "Ý kiến", "")
    assert len(picture.next) == 3


def test_nobody_waits_leaves_no_zero_on_the_wall() -> None:
    picture = shown(HallView(phase="waiting", title="Hội nghị"))
    assert (picture.state, picture.lead, picture.next) == ("HỘI NGHỊ ĐANG TIẾP TỤC", "Hội nghị", ())
    assert "0" not in everything(picture).replace("leaf=0", "")


def test_break_counts_down_and_names_who_is_first_afterwards() -> None:
    view = HallView(
        phase="break", upcoming=NEXT, break_began=NOW - timedelta(minutes=5), break_ends=NOW + timedelta(minutes=10)
    )
    picture = shown(view, after=1.5)
    assert (picture.state, picture.lead, picture.clock) == ("■ GIẢI LAO", "Giải lao 15 phút", "9:59")
    assert picture.details == ("Tiếp tục với: Số 15 · Ông N.V.A",)
    assert [entry.short for entry in picture.next] == ["7", "22"]
    over = shown(view, after=601)
    assert (over.lead, over.clock) == ("Hội nghị sắp tiếp tục, mời quý vị vào chỗ", "")


def test_break_within_a_speech_goes_on_with_that_speaker() -> None:
    picture = shown(HallView(phase="break", person=BUOI, upcoming=NEXT))
    assert picture.details == ("Tiếp tục với: Số 12 · Bà Trần Thị Bưởi",)
    assert [entry.short for entry in picture.next] == ["15", "7", "22"]


def test_break_of_unknown_length_and_interruption_tell_how_long_they_last() -> None:
    began = NOW - timedelta(minutes=3)
    assert shown(HallView(phase="break", break_began=began), after=5).clock == "3:05"
    picture = shown(HallView(phase="interrupted", break_began=began, upcoming=NEXT), after=5)
    assert (picture.state, picture.clock) == ("■ TẠM GIÁN ĐOẠN", "3:05")
    assert picture.details == ("Tiếp tục với: Số 15 · Ông N.V.A",)


def test_hidden_tells_nothing_of_the_turn() -> None:
    view = speech(phase="hidden", questions=(3,), reminder="topic", authority="UBND XÃ")
    told = everything(shown(view))
    for secret in ("Bưởi", "Tân Mỹ", "Đất đai", "Ý kiến", "12", "4:32", "N.V.A", "Đề nghị"):
        assert secret not in told
    assert shown(view).state == "HỘI NGHỊ ĐANG DIỄN RA"


@pytest.mark.parametrize("age", [0.0, 60.0])
@pytest.mark.parametrize("live", [True, False])
def test_blackout_is_dark_whatever_else_there_is(age: float, live: bool) -> None:
    picture = shown(speech(phase="blackout", message="Xin chú ý", reminder="time", live=live), age=age)
    assert picture == Picture(tone="dark")
    assert not text_rows(lay_out(picture, 80, 24)).strip()


def test_closing() -> None:
    results = (
        HallResult(question=3, outcome="written", body="Phòng Kinh tế", due=date(2026, 12, 7)),
        HallResult(question=4, outcome="settled"),
        HallResult(question=5, outcome="study", due=date(2027, 2, 1), estimated=True),
        HallResult(question=6, outcome="a later kind"),
    )
    picture = shown(HallView(phase="closing", results=results, unconcluded=2))
    assert picture.items == (
        "Ý kiến số 3: tiếp thu, trả lời bằng văn bản; Phòng Kinh tế; chậm nhất ngày 07/12/2026",
        "Ý kiến số 4: đã trả lời, giải trình tại hội nghị",
        "Ý kiến số 5: giao nghiên cứu, xem xét, giải quyết; chậm nhất ngày 01/02/2027 (tạm tính)",
        "Ý kiến số 6: a later kind",
    )
    assert picture.details == ("Còn 2 ý kiến chưa kết luận",)


def test_closing_before_the_first_conclusion() -> None:
    assert shown(HallView(phase="closing")).lead == "Chủ trì kết luận hội nghị"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_closing_turns_its_pages_until_every_question_was_on_the_wall(width: int, height: int) -> None:
    results = tuple(
        HallResult(question=number, outcome="beyond", body="Trung tâm Phục vụ hành chính công", due=date(2026, 12, 7))
        for number in range(1, 26)
    )
    view = HallView(phase="closing", results=results)
    seen: set[int] = set()
    for leaf in range(26):
        rows = text_rows(lay_out(shown(view, after=leaf * LEAF_SECONDS), width, height))
        seen |= {n for n in range(1, 26) if f"Ý kiến số {n}:" in rows or _drawn(f"Ý kiến số {n}:", rows)}
        assert "Trang" in rows
    assert seen == set(range(1, 26))


def _drawn(beginning: str, rows: str) -> bool:
    return any(all(row in rows for row in draw(beginning, scale)) for scale in (1, 2))


def test_after() -> None:
    view = HallView(phase="after", posted_at="Trụ sở UBND xã", posted_until=date(2026, 12, 7), estimated=True)
    picture = shown(view)
    assert (picture.state, picture.lead) == ("HỘI NGHỊ ĐÃ BẾ MẠC", "Kết quả được niêm yết tại Trụ sở UBND xã")
    assert picture.details[0] == "Niêm yết chậm nhất ngày 07/12/2026 (tạm tính)"
    assert shown(HallView(phase="after")).lead == "Kết quả sẽ được niêm yết công khai"


# The desk and its file


@pytest.mark.parametrize(
    ("trouble", "lead"),
    [
        ("absent", "Chờ bàn thư ký…"),
        ("unreadable", "Chưa nhận được hình ảnh từ bàn thư ký, xin chờ"),
        ("newer", "Bàn thư ký dùng phiên bản mới hơn. Xin cập nhật màn hình này."),
    ],
)
def test_nothing_to_show_is_told_calmly(trouble: str, lead: str) -> None:
    picture = picture_of(Sight(None, None, trouble), NOW, VIETNAMESE)
    assert (picture.tone, picture.lead, picture.clock) == ("calm", lead, "")


def test_a_silent_desk_is_told_and_its_clock_held_at_the_last_sign() -> None:
    alive = shown(speech(28), after=5, age=5)
    assert (alive.clock, alive.banners) == ("4:27", ())
    for later in (6, 60, 3600):
        silent = shown(speech(28), after=later, age=later)
        assert (silent.clock, silent.tone) == ("4:32", "held")
        assert silent.banners == ("Bàn thư ký tạm gián đoạn, xin chờ",)


def test_a_picture_of_another_day_is_not_shown_again() -> None:
    picture = shown(speech(28), after=86_400, age=86_400)
    assert picture.lead == "Chờ bàn thư ký…"
    assert "Bưởi" not in everything(picture)


def test_a_desk_closed_in_good_order() -> None:
    picture = shown(speech(28, live=False), after=600, age=600)
    assert (picture.state, picture.lead, picture.banners) == ("Màn hình tạm nghỉ", "Hội nghị đối thoại", ())
    assert "Bưởi" not in everything(picture)
    after = HallView(phase="after", posted_at="Trụ sở", live=False)
    assert shown(after, age=86_400).lead == "Kết quả được niêm yết tại Trụ sở"


def test_messages_stand_at_the_foot() -> None:
    picture = shown(speech(message="Xe 76A chắn lối ra", reminder="time"), age=9)
    assert picture.banners == (
        "Bàn thư ký tạm gián đoạn, xin chờ",
        "THÔNG BÁO: Xe 76A chắn lối ra",
        "Đề nghị bảo đảm thời gian phát biểu",
    )


# What people wrote


def test_hostile_text_is_shown_as_it_is() -> None:
    person = HallPerson(number=1, name=HOSTILE, place="{name}", topic="%d")
    picture = shown(speech(person=person, message=HOSTILE, upcoming=(HallNext(person=person, kind="speech"),)))
    assert picture.lead == f"Số 1 · {HOSTILE}"
    assert picture.details == ("{name} – %d",)
    assert picture.banners == (f"THÔNG BÁO: {HOSTILE}",)
    assert picture.next[0].name == HOSTILE


def test_text_reaches_the_terminal_composed_and_without_control_characters() -> None:
    person = HallPerson(name="Tra\u0302\u0300n\x1b[31m\nBưởi\x9b\udc80")
    assert shown(speech(person=person)).lead == "Trần\ufffd[31m Bưởi\ufffd\ufffd"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_very_long_name_wraps_and_is_not_cut(width: int, height: int) -> None:
    name = "Bà Công Tằng Tôn Nữ Nguyễn Phước Thị Ánh Nguyệt Hoàng Yến Phương Thảo Bội"
    rows = lay_out(shown(speech(person=HallPerson(number=12, name=name))), width, height)
    lead = " ".join(" ".join(row.text for row in rows if row.part == "lead").split())
    drawn = [row for row in rows if row.part == "lead" and set(row.text) & set("▀▄█")]
    assert lead == f"Số 12 · {name}" or drawn
    assert "…" not in text_rows(rows)
    assert any(row.part == "clock" and row.text.strip() for row in rows)


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("phase", get_args(Phase))
def test_an_empty_view_can_be_shown_in_every_phase(phase: str, width: int, height: int) -> None:
    rows = lay_out(shown(HallView(phase=phase)), width, height)  # type: ignore[arg-type]
    assert [cell_len(row.text) for row in rows] == [width] * height
    assert text_rows(rows).strip() or phase == "blackout"


# The layout


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("spoken", [28.0, 280.0, 372.0])
def test_the_clock_is_the_largest_thing_on_the_wall(width: int, height: int, spoken: float) -> None:
    picture = shown(speech(spoken))
    rows = lay_out(picture, width, height)
    drawn = [row.text.strip() for row in rows if row.part == "clock"]
    assert len(drawn) >= height * 0.3
    assert any(
        [line.strip() for line in draw(picture.clock, scale, face)] == drawn
        for scale in range(1, 20)
        for face in ("tall", "small")
    )
    state = [row for row in rows if row.part == "state"]
    lead = [row for row in rows if row.part == "lead"]
    assert state
    assert lead
    assert len(drawn) > len(state)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_clock_keeps_its_size_from_the_first_second_to_over_time(width: int, height: int) -> None:
    heights = set()
    for spoken in (0.0, 100.0, 295.0, 310.0):
        rows = lay_out(shown(speech(spoken, person=HallPerson(number=12, name="Bà H.T.L"))), width, height)
        heights.add(sum(row.part == "clock" for row in rows))
    assert len(heights) == 1


@settings(max_examples=150, deadline=None)
@given(
    width=st.integers(1, 130),
    height=st.integers(1, 40),
    name=st.text(max_size=60),
    topic=st.text(alphabet=string.printable + "ẤỆỮđ日本\u200d\u0301", max_size=200),
    phase=st.sampled_from(get_args(Phase)),
    count=st.integers(0, 3),
)
def test_any_text_fits_any_display(width: int, height: int, name: str, topic: str, phase: str, count: int) -> None:
    person = HallPerson(number=1, name=name, place=topic, post=topic)
    results = tuple(HallResult(question=n, outcome=topic or "noted", body=name) for n in range(count))
    view = speech(
        phase=phase,
        person=person,
        agenda=topic,
        message=name,
        results=results,
        upcoming=tuple(HallNext(person=person, kind="speech") for _ in range(count)),
    )
    rows = lay_out(shown(view), width, height)
    assert len(rows) == height
    assert all(cell_len(row.text) == width for row in rows)


def test_lines_break_between_words_and_within_a_word_only_when_they_must() -> None:
    assert wrap("Bà Trần Thị Bưởi", 8) == ["Bà Trần", "Thị Bưởi"]
    assert wrap("nghiêngnghiêng", 6) == ["nghiên", "gnghiê", "ng"]
    assert wrap("日本語", 3) == ["日", "本", "語"]
    assert wrap("", 5) == []


# The drawn letters


def test_every_vietnamese_letter_can_be_drawn_and_none_looks_like_another() -> None:
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    letters = [vowel + tone for vowel in vowels for tone in tones] + list("bcdđghklmnpqrstvxfjwz123456789")
    pictures = {draw(letter) for letter in letters}
    assert all(drawable(letter) for letter in letters)
    assert len(pictures) == len(letters)


def test_what_has_no_letter_is_not_drawn() -> None:
    for text in ("日本", "", "   ", "a\u0308", "😀"):
        assert not drawable(text)
        assert draw(text) == ()


def test_drawn_rows_are_equally_wide_and_scale_with_the_space() -> None:
    rows = draw("Bà Trần Thị Bưởi", 2)
    assert len({cell_len(row) for row in rows}) == 1
    assert largest("8:88", 40, 3) == (1, "small")
    scale, face = largest("8:88", 240, 30) or (0, "small")
    assert len(draw("8:88", scale, face)) <= 30
    assert largest("8:88", 10, 10) is None


def test_while_nobody_has_the_floor_a_message_is_what_the_hall_reads_first() -> None:
    message = "Mời bà con vào chỗ ngồi"
    idle = shown(
        HallView(phase="waiting", title="Hội nghị đối thoại", agenda="Thảo luận", message=message, upcoming=())
    )
    assert idle.lead == message
    assert idle.details[0] == "Thảo luận"
    assert not idle.banners
    assert shown(speech(message=message)).lead != message


def test_a_result_says_what_it_was_about_where_that_is_known() -> None:
    results = (HallResult(question=4, outcome="noted", field="Giao thông"), HallResult(question=5, outcome="noted"))
    items = shown(HallView(phase="closing", title="Hội nghị đối thoại", results=results)).items
    assert items[0].startswith("Ý kiến số 4 (Giao thông): ")
    assert items[1].startswith("Ý kiến số 5: ")
