"""What the minutes sum up: who was not heard, what was promised, and the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, seconds_in_words, short_date
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import addressed, inside
from moderator.meeting.minutes_privacy import procedure_name
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.paper import Block, Column, item, para, table
from moderator.meeting.state import AskedQuestion, Promise, RegistrationStatus
from moderator.meeting.statistics import Statistics
from moderator.meeting.wording import GAP, field_in_words, outcome_name

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
        in_order = sorted(promises, key=lambda each: (each.question, each.number))
        yield table(_COLUMNS, (_row(account, each) for each in in_order))
    elif account.is_over:
        yield para("Hội nghị không có nội dung phải giải quyết, trả lời sau hội nghị.")
    else:
        yield para(GAP)


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
    counted = [(outcome_name(code), getattr(found, code)) for code in OUTCOMES]
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
    question = account.state.questions[promise.question]
    due = account.due(promise)
    last_day = GAP if due.last_day is None else short_date(due.last_day)
    if due.last_day is not None and due.estimated:
        last_day += "\n(tạm tính)"
    return str(promise.question), _work(account, promise, question), _responsible(account, promise), last_day


def _responsible(account: Account, promise: Promise) -> str:
    body = account.responsible(promise)
    official = account.officeholder(promise.official) if promise.official else ""
    if promise.kind == "forward" and promise.body:
        # The body is the one that is asked to decide; the official is who sees to the asking.
        return f"{official}\n(kiến nghị {body})" if official else f"Kiến nghị {body}"
    if not promise.body:
        return official or GAP
    # The post commonly names the body once more.
    person = account.people.get(promise.official or "")
    return body if person is None else f"{body}\n({inside(addressed(person.honorific, person.name))})"


def _work(account: Account, promise: Promise, question: AskedQuestion) -> str:
    if question.number in account.kept_back.substance:
        return f"Thực hiện theo quy định của pháp luật về {procedure_name(question)}"
    if promise.text.strip():
        return promise.text.strip()
    conclusion = question.conclusion
    if promise.own and conclusion is not None and conclusion.text.strip():
        return conclusion.text.strip()
    field = account.fields.get(question.field)
    about = f" về {field_in_words(field.name)}" if field is not None else ""
    asked = f"ý kiến số {question.number}{about}"
    if promise.kind == "forward":
        return f"Xem xét, giải quyết {asked}; thông báo cho người có ý kiến"
    if promise.kind == "work":
        return f"Thực hiện nội dung chủ trì kết luận đối với {asked}"
    if promise.own and promise.outcome == "study":
        return f"Nghiên cứu, xem xét, giải quyết và trả lời bằng văn bản {asked}"
    return f"Trả lời bằng văn bản {asked}"
