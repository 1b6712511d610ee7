"""Terms in words: how a last day was counted, so that whoever reads it can count it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, short_date
from moderator.meeting.deadlines import Term
from moderator.meeting.setup import RuleName, Setup
from moderator.meeting.units import units_in_words

DUTY_NAMES: Final[Mapping[RuleName, str]] = {
    "notice": "Thông báo công khai thời gian, địa điểm, nội dung hội nghị",
    "loudspeaker": "Thông báo trên hệ thống truyền thanh",
    "prepared_answers": "Các cơ quan gửi nội dung chuẩn bị trả lời",
    "opinions": "Tổng hợp ý kiến, kiến nghị trước hội nghị",
    "invitations": "Gửi giấy mời",
    "conclusion_notice": "Thông báo kết luận của chủ trì",
    "results_published": "Công bố, niêm yết kết quả và gửi đến các {units}",
    "report": "Báo cáo kết quả hội nghị",
    "written_reply": "Trả lời bằng văn bản",
    "study_reply": "Trả lời nội dung giao nghiên cứu, xem xét, giải quyết",
    "beyond_notice": "Kiến nghị cấp có thẩm quyền và thông báo cho người có ý kiến",
    "off_topic_reply": "Trả lời riêng ý kiến ngoài nội dung",
}
"""The duties by the names of their rules; `duty_name` fills in what a commune calls its units."""

_SATURDAY: Final = 5
_DAY_NAMES: Final[Mapping[int, str]] = {5: "thứ Bảy", 6: "Chủ nhật"}


def duty_name(name: RuleName, setup: Setup) -> str:
    """What a rule asks for, as the papers of a meeting name it."""
    return DUTY_NAMES[name].format(units=units_in_words(setup))


def counted_in_words(term: Term) -> str:
    """Give "10 ngày làm việc từ 28/10/2021, không tính thứ Bảy, Chủ nhật", and how a day off moved the end."""
    if term.rule.amount is None or term.rule.date is not None or term.base is None:
        return f"ngày ấn định: {short_date(term.last_day)}"
    parts = [_amount(term.rule.amount, term.base, term)]
    if term.rule.unit == "working_days":
        parts.append(_not_counted(term.base, term.last_day, term.days_off))
    told = ", ".join(part for part in parts if part)
    told += _moved(term)
    return f"{told} (tạm tính, chưa có thông báo lịch nghỉ)" if term.estimated else told


def term_in_words(term: Term) -> str:
    """How a term was counted, followed by what orders it."""
    source = term.rule.source.strip().rstrip(".;,")
    return f"{counted_in_words(term)}; theo {source}" if source else counted_in_words(term)


def terms_in_words(terms: Iterable[Term]) -> str:
    """The term that wins, and behind it those that would have ended later; empty without any."""
    told = [*terms]
    if not told:
        return ""
    first, *later = told
    others = [
        f"{term_in_words(term)}, đến {short_date(term.last_day)}" for term in later if term.last_day != first.last_day
    ]
    if not others:
        return term_in_words(first)
    return f"{term_in_words(first)} (thời hạn đến sớm hơn; thời hạn khác: {'; '.join(others)})"


def _amount(amount: int, base: dt.date, term: Term) -> str:
    unit = "ngày làm việc" if term.rule.unit == "working_days" else "ngày"
    if amount == 0:
        return f"trong ngày {short_date(base)}"
    way = "trước" if term.direction == "before" else "từ"
    return f"{number_two_digits(amount)} {unit} {way} {short_date(base)}"


def _not_counted(base: dt.date, last_day: dt.date, days_off: int) -> str:
    """Which days were left out of working days, as far as their number tells."""
    if days_off <= 0:
        return ""
    step = 1 if last_day >= base else -1
    between = range(step, (last_day - base).days + step, step)
    weekend = sum((base.toordinal() + distance - 1) % 7 >= _SATURDAY for distance in between)
    if days_off == weekend:
        return "không tính thứ Bảy, Chủ nhật"
    if days_off > weekend > 0:
        return f"không tính {number_two_digits(days_off)} ngày nghỉ hằng tuần và ngày lễ"
    return f"không tính {number_two_digits(days_off)} ngày nghỉ"


def _moved(term: Term) -> str:
    if term.ended_on == term.last_day:
        return ""
    why = _DAY_NAMES.get(term.ended_on.weekday(), "ngày nghỉ")
    where = "liền trước" if term.direction == "before" else "tiếp theo"
    return f"; ngày {short_date(term.ended_on)} là {why} nên tính đến ngày làm việc {where} {short_date(term.last_day)}"
