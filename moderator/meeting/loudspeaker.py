"""What the loudspeakers of the villages read out around a meeting: short sentences, and nobody's name.

Before the meeting they call people to it, afterwards they tell what became of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from moderator.meeting.dates_in_words import day_in_words, seconds_in_words
from moderator.meeting.invited import LATER, venue, when
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, day_held, issuer, meeting_name
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.promises import Due, rule_term
from moderator.meeting.publishing import published
from moderator.meeting.setup import Setup
from moderator.meeting.statistics import Statistics, statistics
from moderator.meeting.tasks import Task, tasks_of
from moderator.meeting.text import fold
from moderator.meeting.units import units_in_words
from moderator.meeting.wording import GAP, GAP_DAY, closed, field_in_words, in_running_text, within_sentence
from moderator.meeting.working_days import Calendar

_GREETING: Final = "Kính thưa toàn thể Nhân dân."
_OTHER_FIELDS: Final = "linh vuc khac"


def loudspeaker(meeting: Meeting, calendar: Calendar) -> str:
    """The text, one sentence a line; questions go by number and field, since their words may tell of people."""
    if meeting.state.opened_at is None:
        lines = _invitation(meeting.setup)
    else:
        account = account_of(published(meeting.state), calendar)
        lines = _results(account, statistics(meeting.state, meeting.records[-1].at))
    return "\n".join(" ".join(line.split()) if line else "" for line in (_GREETING, *lines))


def _invitation(setup: Setup) -> Iterator[str]:
    office = issuer(setup)
    yield f"{capital(office)} thông báo tổ chức đối thoại với Nhân dân."
    yield ""
    yield f"Tên hội nghị: {meeting_name(setup)}."
    yield f"{capital(LATER)}." if setup.starts is None else f"Thời gian: {when(setup)}."
    yield f"Địa điểm: {within_sentence(venue(setup))}."
    yield f"Nội dung đối thoại: {closed(setup.topic) or GAP}"
    yield ""
    yield "Bà con muốn phát biểu, xin đăng ký với thư ký hội nghị, trước hoặc trong hội nghị."
    if setup.limits.speech:
        yield f"Mỗi người phát biểu không quá {seconds_in_words(setup.limits.speech)}."
    yield "Bà con có thể gửi câu hỏi bằng văn bản qua thư ký hội nghị."
    yield "Khiếu nại, tố cáo được tiếp nhận theo quy định của pháp luật, không xem xét tại hội nghị."
    yield ""
    yield "Kính mời bà con đến dự đông đủ, đúng giờ."
    yield f"{capital(office)} trân trọng thông báo."


def _results(account: Account, found: Statistics) -> Iterator[str]:
    state = account.state
    setup = state.setup
    office = issuer(setup)
    yield f"{capital(office)} thông báo kết quả hội nghị đối thoại."
    yield ""
    yield f"Tên hội nghị: {meeting_name(setup)}."
    yield f"Hội nghị diễn ra {day_held(state)}."
    yield f"Địa điểm: {within_sentence(setup.place) or GAP}."
    yield f"Có {found.people_heard} người phát biểu."
    yield f"Hội nghị tiếp nhận {found.questions} ý kiến, kiến nghị."
    yield f"Đã trả lời tại hội nghị: {found.settled} ý kiến."
    later = found.written + found.study + found.off_topic
    yield f"Trả lời sau bằng văn bản: {later} ý kiến."
    yield f"Vượt thẩm quyền, kiến nghị cấp trên: {found.beyond} ý kiến."
    tasks = [task for task in tasks_of(account) if _may_be_told(account, task)]
    if tasks:
        yield ""
        yield "Những việc được giao sau hội nghị như sau."
        for before, task in pairwise((None, *tasks)):
            if task is not None:
                again = before is not None and before.question is not None and before.question is task.question
                yield from _task(account, task, again)
    yield ""
    published_by = rule_term(state, "results_published", account.calendar)
    if published_by is not None:
        yield f"Kết quả hội nghị được niêm yết chậm nhất {day_in_words(published_by.last_day)}."
    yield f"Nơi niêm yết: trụ sở {office} và các {units_in_words(setup)}."
    yield "Bà con cần biết thêm, xin liên hệ trụ sở để được hướng dẫn."
    yield f"{capital(office)} trân trọng thông báo."


def _may_be_told(account: Account, task: Task) -> bool:
    return task.question is None or task.question.number not in account.kept_back.substance


def _task(account: Account, task: Task, again: bool) -> Iterator[str]:
    question = task.question
    field = None if question is None else account.fields.get(question.field)
    if question is None:
        yield f"Việc chủ trì giao: {task.work.rstrip('.')}."
    elif again:
        yield f"Ý kiến số {question.number} còn có việc giao thêm."
    elif field is not None and fold(field.name) != _OTHER_FIELDS:
        yield f"Ý kiến số {question.number}, {field_in_words(field.name)}."
    else:
        yield f"Ý kiến số {question.number}."
    # Whoever was charged in person is read out by the post.
    yield f"Cơ quan thực hiện: {capital(task.office) or GAP}."
    if task.promise.kind == "forward" and task.promise.body:
        yield f"Cơ quan có thẩm quyền: {in_running_text(task.promise.body)}."
    if task.promise.reply is not None:
        yield f"Việc này đã có kết quả {day_in_words(task.promise.reply.date)}."
    else:
        yield f"Thời hạn: {_day(task.due)}."


def _day(due: Due) -> str:
    if due.last_day is None:
        return GAP_DAY
    return f"{day_in_words(due.last_day)}{', tạm tính' if due.estimated else ''}"
