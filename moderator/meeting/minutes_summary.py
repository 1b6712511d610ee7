"""What the minutes sum up: who was not heard, what was promised, and the figures."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, seconds_in_words, short_date
from moderator.meeting.deadline_words import duty_name
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import inside
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.paper import Block, Column, item, para, table
from moderator.meeting.setup import RULES_BEFORE, RuleName
from moderator.meeting.state import Promise, RegistrationStatus
from moderator.meeting.statistics import Statistics
from moderator.meeting.tasks import responsible_in_words, work_in_words
from moderator.meeting.wording import GAP, closed, outcome_name

_COLUMNS: Final = (
    Column("Ý kiến số", 0.75, "centre"),
    Column("Nội dung giao", 3.4, "left"),
    Column("Cơ quan, người chịu trách nhiệm", 2.2, "left"),
    Column("Thời hạn", 1.15, "centre"),
)
_NOT_HEARD: Final[tuple[tuple[RegistrationStatus, str], ...]] = (
    ("absent", "Vắng mặt khi được mời phát biểu"),
    ("in_writing", "Chuyển sang gửi ý kiến bằng văn bản"),
    ("carried_over", "Chưa phát biểu, được chuyển sang hội nghị sau"),
    ("withdrawn", "Rút đăng ký phát biểu"),
)
_LEFT_OVER: Final = (
    ("unconcluded", "chưa được chủ trì kết luận"),
    ("joined", "được gộp với ý kiến khác"),
    ("dropped", "được rút khỏi danh sách theo dõi"),
)
_A_MINUTE: Final = 60


def not_heard(account: Account) -> Iterator[Block]:
    """Everybody who registered to speak and was not heard, by what became of the wish."""
    cards = [(each.status, each.card) for each in account.state.registrations.values()]
    # Whoever handed a denunciation in writing would be known by standing here.
    hidden = {account.state.questions[number].who for number in account.kept_back.asker}
    for status, label in _NOT_HEARD:
        people = [
            inside(account.citizen(card.who))
            for stands, card in cards
            if stands == status and card.channel == "in_person" and card.who not in hidden
        ]
        if people:
            yield item(f"{label}: {'; '.join(people)}.")


def promised(account: Account) -> Iterator[Block]:
    """The list of what was given to bodies to do, with the last day of each."""
    promises = account.state.promises.values()
    if promises:
        in_order = sorted(promises, key=lambda each: (each.question or inf, each.number))
        yield table(_COLUMNS, (_row(account, each) for each in in_order))
    elif account.is_over:
        yield para("Hội nghị không có nội dung phải giải quyết, trả lời sau hội nghị.")
    else:
        yield para(GAP)
    for name, reason in account.state.rule_reasons.items():
        if reason.strip() and name not in RULES_BEFORE:
            term = _new_term(account, name)
            duty = duty_name(name, account.state.setup)
            yield item(f"Thời hạn “{duty}” được điều chỉnh thành {term}. Lý do: {closed(reason)}")


def _new_term(account: Account, name: RuleName) -> str:
    rule = next(rule for rule in account.state.setup.rules if rule.name == name)
    if rule.date is not None:
        return short_date(rule.date)
    return f"{number_two_digits(rule.amount or 0)} {'ngày làm việc' if rule.unit == 'working_days' else 'ngày'}"


def figures(account: Account, found: Statistics) -> Iterator[Block]:
    """The figures of the meeting in sentences."""
    if account.state.opened_at is None:
        yield item(f"Số người phát biểu: {GAP}")
        yield item(f"Số ý kiến, kiến nghị: {GAP}")
        return
    yield para(
        f"Hội nghị đã nghe {number_two_digits(found.people_heard)} người phát biểu và tiếp nhận"
        f" {number_two_digits(found.questions)} ý kiến, kiến nghị, trong đó:",
        keep_with_next=True,
    )
    counted = [(outcome_name(code, account.phrases), getattr(found, code)) for code in OUTCOMES]
    counted += [(label, getattr(found, code)) for code, label in _LEFT_OVER if getattr(found, code)]
    for place, (label, count) in enumerate(counted, 1):
        end = "." if place == len(counted) else ";"
        yield item(f"{label[:1].upper()}{label[1:]}: {number_two_digits(count)} ý kiến{end}")
    yield para(
        f"Thời gian phát biểu, trao đổi của Nhân dân: {_roughly(found.citizen_seconds)}; thời gian báo cáo, trả lời,"
        f" giải trình của chủ trì và các cơ quan: {_roughly(found.official_seconds)}."
    )


def _roughly(seconds: float) -> str:
    """Time in whole minutes, as far as there is one."""
    if seconds < _A_MINUTE:
        return seconds_in_words(seconds)
    return f"khoảng {seconds_in_words(int(seconds / _A_MINUTE + 0.5) * _A_MINUTE)}"


def _row(account: Account, promise: Promise) -> tuple[str, str, str, str]:
    due = account.due(promise)
    last_day = GAP if due.last_day is None else short_date(due.last_day)
    if due.last_day is not None and due.estimated:
        last_day += "\n(tạm tính)"
    number = "Kết luận chung" if promise.question is None else str(promise.question)
    return number, work_in_words(account, promise), responsible_in_words(account, promise), last_day
