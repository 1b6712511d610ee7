"""What the chair says while the floor runs: the rights of all, the cues of a turn, and how a question is concluded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import seconds_in_words
from moderator.meeting.last_days import last_day
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.office import phrases_of
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.paper import Block, Column, bold, item, para, table
from moderator.meeting.setup import Setup
from moderator.meeting.state import MeetingState
from moderator.meeting.wording import GAP, drafted_conclusion, no_later_than, outcome_name
from moderator.meeting.working_days import Calendar

_OUTCOMES: Final = (Column("Kết quả xử lý", 3), Column("Lời kết luận", 7))


def rules_of_the_floor(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    """What everybody may do and how the floor is run, as the law and the plans want it told to the hall."""
    setup = state.setup
    limits = setup.limits
    yield para(
        "“Hội nghị được tiến hành dân chủ, công khai. Mọi người dự đều có quyền phát biểu, nêu câu hỏi, kiến nghị"
        " và được nghe trả lời. Tôi đề nghị hội nghị thống nhất mấy điểm sau:”"
    )
    yield item(
        "Ai muốn phát biểu thì đăng ký với thư ký, nêu nội dung và thời gian đề nghị; phát biểu theo thứ tự đăng ký"
        " và theo sự điều hành của chủ trì."
    )
    if limits.speech:
        length = seconds_in_words(limits.speech)
        yield item(f"Mỗi người phát biểu không quá {length}, đi thẳng vào nội dung; sắp hết giờ sẽ được báo.")
    else:
        yield item("Đề nghị phát biểu ngắn gọn, đi thẳng vào nội dung để nhiều người được nói.")
    length = f" trong {seconds_in_words(limits.answer)}" if limits.answer else ""
    yield item(f"Người trả lời đi vào trọng tâm, ngắn gọn, dễ hiểu{length}; dành thời gian cho Nhân dân.")
    yield item("Có thể gửi câu hỏi bằng văn bản qua thư ký; câu hỏi đó được tiếp nhận và trả lời như ý kiến phát biểu.")
    length = f", không quá {seconds_in_words(limits.follow_up)}" if limits.follow_up else ""
    yield item(f"Chủ trì có thể hỏi lại để rõ ý. Nghe trả lời xong, người hỏi và người dự được trao đổi thêm{length}.")
    yield item(
        "Ý kiến ngoài nội dung đối thoại vẫn được tiếp nhận và trả lời riêng bằng văn bản"
        f"{_by(state, 'off_topic', calendar)}; đề nghị trở lại nội dung chính."
    )
    yield item(
        "Việc vượt thẩm quyền được ghi nhận, kiến nghị cấp có thẩm quyền; người hỏi được báo rõ cơ quan nào trả lời"
        f" và khi nào{_by(state, 'beyond', calendar)}."
    )
    yield item(
        "Khiếu nại, tố cáo được hướng dẫn theo quy định của pháp luật về khiếu nại, tố cáo, không xem xét tại"
        " hội nghị; đề nghị không nêu nội dung tố cáo và tên người bị tố cáo."
    )
    if setup.projector.names == "initials":
        yield item("Màn hình chỉ hiện họ tên đầy đủ của người đã đồng ý; ai muốn thay đổi xin báo thư ký.")
    else:
        yield item("Màn hình hiện họ tên người phát biểu; ai không đồng ý xin báo thư ký.")
    yield item(
        "Mỗi ý kiến đều được ghi biên bản và được chủ trì kết luận: đã trả lời, giao ai trả lời,"
        " hay kiến nghị cấp có thẩm quyền."
    )


def _by(state: MeetingState, outcome: str, calendar: Calendar) -> str:
    by = _last_day(state, outcome, calendar)
    return f", {by}" if by else ""


def _last_day(state: MeetingState, outcome: str, calendar: Calendar) -> str:
    """The last day that the rules give an outcome, in words; empty where none does."""
    found = (last_day(state, name, calendar) for name in OUTCOMES[outcome].rules)
    return next((each.by for each in found if each is not None), "")


def cues(setup: Setup) -> Iterator[Block]:
    """What to say at each point of a turn."""
    length = f" Thời gian không quá {seconds_in_words(setup.limits.speech)}." if setup.limits.speech else ""
    yield _cue("Mời phát biểu", f"Xin mời ông/bà {GAP}, số đăng ký ……; xin mời ông/bà {GAP} chuẩn bị.{length}")
    yield _cue("Không có mặt", "Số …… chưa có mặt; tôi sẽ mời lại ở cuối danh sách. Xin mời người tiếp theo.")
    yield _cue("Hỏi lại", f"Để trả lời đúng ý, xin ông/bà cho biết thêm: {GAP}")
    yield _cue("Hết giờ", "Đã hết thời gian, xin ông/bà kết thúc ý; phần còn lại có thể gửi bằng văn bản qua thư ký.")
    yield _cue(
        "Ngoài nội dung",
        "Ý kiến này nằm ngoài nội dung hôm nay; chúng tôi tiếp nhận và trả lời riêng bằng văn bản."
        " Xin ông/bà trở lại nội dung chính.",
    )
    yield _cue(
        "Khiếu nại, tố cáo",
        "Việc này có trình tự riêng theo pháp luật về khiếu nại, tố cáo; xin ông/bà gặp thư ký để được hướng dẫn"
        " nơi tiếp nhận.",
    )
    yield _cue("Phân công trả lời", f"Ý kiến số …… thuộc lĩnh vực {GAP}; mời ông/bà {GAP} trả lời.")
    yield _cue("Sau trả lời", "Ông/bà đã rõ chưa, có trao đổi thêm gì không?")


def _cue(occasion: str, words: str) -> Block:
    return para(bold(f"{occasion}:"), f" “{words}”")


def concluding(state: MeetingState, calendar: Calendar) -> Iterator[Block]:
    """How each question is concluded, with the last day that the rules give each outcome."""
    yield para(
        "Ý kiến nào cũng phải có kết luận trước khi bế mạc. Nêu số của ý kiến, kết quả, cơ quan chịu trách nhiệm"
        " và ngày cuối:",
        keep_with_next=True,
    )
    rows = []
    phrases = phrases_of(calendar)
    unknown = no_later_than(None, phrases=phrases)
    for code in OUTCOMES:
        words = drafted_conclusion(code, phrases=phrases).replace(unknown, _last_day(state, code, calendar) or unknown)
        rows.append((capital(outcome_name(code, phrases)), words))
    yield table(_OUTCOMES, rows)
    yield para(
        "Việc phức tạp cần thêm thời gian thì phải báo cho người hỏi biết lý do, cơ quan chịu trách nhiệm và thời gian"
        " giải quyết."
    )
