"""What the minutes tell of one question: its text, what was exchanged about it, and the chair's conclusion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_agreement import shown_hands
from moderator.meeting.minutes_exchange import exchange
from moderator.meeting.minutes_people import inside
from moderator.meeting.minutes_privacy import ON_CONDUCT, procedure_name
from moderator.meeting.paper import Block, bold, item, para
from moderator.meeting.state import AskedQuestion, Conclusion, Promise
from moderator.meeting.wording import (
    GAP,
    closed,
    drafted_conclusion,
    field_in_words,
    in_running_text,
    no_later_than,
    outcome_name,
    reason_sentence,
)

_CONCLUDED = "Chủ trì kết luận"
_JOINED = "Ý kiến này được gộp với ý kiến số {into} để trả lời và kết luận chung."
_BODY_LABELS = {"reply": "Cơ quan trả lời", "forward": "Cơ quan có thẩm quyền", "work": "Cơ quan thực hiện"}
_LAST_DAY_LABELS = {"reply": "thời hạn:", "forward": "thông báo cho người có ý kiến", "work": "thời hạn:"}


def question_blocks(account: Account, question: AskedQuestion, asker: str = "") -> Iterator[Block]:
    """All that is told of a question; `asker` is given where it does not stand under the asker's own turn."""
    number = bold(f"Ý kiến số {question.number}")
    by = f" của {inside(asker)}" if asker else ""
    if question.number in account.kept_back.substance:
        yield para(number, f"{by}: {_receipt(account, question)}")
        return
    if question.number in account.kept_back.unpublished:
        yield para(number, f"{by}: {_received_on_conduct(account, question)}")
        return
    yield para(number, f"{_about(account, question)}{by}: {closed(question.text)}")
    yield from _assignment(account, question)
    yield from exchange(account, question)
    yield from shown_hands(account, "question", question.number)
    if question.dropped is not None:
        yield item(f"Ý kiến này được rút khỏi danh sách theo dõi. Lý do: {closed(question.dropped)}")
    elif question.joined_into is not None:
        yield item(_JOINED.format(into=question.joined_into))
    elif question.conclusion is not None:
        yield from _conclusion(account, question.conclusion)
        yield from shown_hands(account, "conclusion", question.number)
    elif account.is_over:
        yield item("Ý kiến này chưa được chủ trì kết luận tại hội nghị.")
    else:
        yield item(f"{_CONCLUDED}: {GAP}")


def _about(account: Account, question: AskedQuestion) -> str:
    """Field and joined questions, in brackets."""
    field = account.fields.get(question.field)
    about = [field_in_words(field.name)] if field is not None else []
    others = [n for n in account.joined.get(question.number, ()) if n not in account.kept_back.substance]
    if others:
        about.append(f"gộp ý kiến {_in_words(others)}")
    return f" ({'; '.join(about)})" if about else ""


def _in_words(numbers: Iterable[int]) -> str:
    *first, last = (f"số {number}" for number in numbers)
    return f"{', '.join(first)} và {last}" if first else last


def _receipt(account: Account, question: AskedQuestion) -> str:
    """That an opinion of another procedure was received, and what became of it, without its substance."""
    procedure = procedure_name(question)
    received = f"nội dung thuộc trình tự {procedure}, được tiếp nhận và không xem xét, giải quyết tại hội nghị."
    conclusion = question.conclusion
    if question.dropped is None and conclusion is not None and conclusion.outcome == "procedure":
        guided = f"hướng dẫn người có ý kiến thực hiện theo quy định của pháp luật về {procedure}"
        return f"{received} Chủ trì đã {guided}."
    return f"{received} {_became_of(account, question)}".rstrip()


def _received_on_conduct(account: Account, question: AskedQuestion) -> str:
    """That somebody's conduct was spoken of, and what became of it, as everybody may read it."""
    received = f"{ON_CONDUCT}; được tiếp nhận, xem xét, xử lý theo quy định, không nêu nội dung tại bản công khai."
    became = "" if question.joined_into is None else _JOINED.format(into=question.joined_into)
    return f"{received} {became or _became_of(account, question)}".rstrip()


def _became_of(account: Account, question: AskedQuestion) -> str:
    """The outcome and the tasks of a question in sentences that leave out all words; empty where it has none."""
    if question.dropped is not None:
        return "Ý kiến này được rút khỏi danh sách theo dõi."
    conclusion = question.conclusion
    if conclusion is None:
        return ""
    tasks = " ".join(_task(account, account.state.promises[number]) for number in conclusion.promises)
    return f"{_CONCLUDED}: {outcome_name(conclusion.outcome, account.phrases)}. {tasks}".rstrip()


def _assignment(account: Account, question: AskedQuestion) -> Iterator[Block]:
    """Who was to answer, told only where nobody has."""
    if question.status != "assigned":
        return
    first, *others = (inside(account.officeholder(code)) for code in question.officials)
    along = f"; phối hợp: {'; '.join(others)}" if others else ""
    yield item(f"Chủ trì phân công {first}, trả lời{along}.")


def _conclusion(account: Account, conclusion: Conclusion) -> Iterator[Block]:
    """What the chair concluded and to whom it was given; several further tasks stand each in a line."""
    promises = [account.state.promises[number] for number in conclusion.promises]
    own = next((promise for promise in promises if promise.own), None)
    if conclusion.text:
        told = f"{_CONCLUDED} ({outcome_name(conclusion.outcome, account.phrases)}): {closed(conclusion.text)}"
        told += f" {_task(account, own)}" if own is not None else ""
        told += reason_sentence(conclusion.reason, account.phrases)
    else:
        due = account.due(own) if own is not None else None
        drafted = drafted_conclusion(
            conclusion.outcome,
            account.responsible(own) if own is not None else "",
            due.last_day if due is not None else None,
            due.estimated if due is not None else False,
            conclusion.reason,
            account.phrases,
        )
        told = f"{_CONCLUDED}: {drafted}"
    further = [given_in_words(account, promise) for promise in promises if not promise.own]
    if len(further) < 2:
        yield item(" ".join((told, *(f"Đồng thời {given}" for given in further))))
        return
    yield item(f"{told} Đồng thời:")
    yield from (item(f"{given[:1].upper()}{given[1:]}", marker="+") for given in further)


def _task(account: Account, promise: Promise) -> str:
    """Body and last day of a task in a sentence, to be set behind what the chair said."""
    due = account.due(promise)
    body = account.responsible(promise) or GAP
    last_day = f"{_LAST_DAY_LABELS[promise.kind]} {no_later_than(due.last_day, due.estimated, account.phrases)}"
    return f"{_BODY_LABELS[promise.kind]}: {body}; {last_day}."


def given_in_words(account: Account, promise: Promise) -> str:
    """Give "giao Phòng Kinh tế: sửa cống; thời hạn: chậm nhất ngày ..." for a task that is no outcome's own."""
    due = account.due(promise)
    work = f": {promise.text.strip()}" if promise.text.strip() else ""
    last_day = no_later_than(due.last_day, due.estimated, account.phrases)
    label = _LAST_DAY_LABELS["work" if promise.question is None else promise.kind]
    return f"{_charged(account, promise)}{work}; {label} {last_day}."


def _charged(account: Account, promise: Promise) -> str:
    """To whom a task was given; a higher level is not given work but asked for it."""
    if promise.kind != "forward":
        return f"giao {account.responsible(promise) or GAP}"
    charged = f"giao {inside(account.officeholder(promise.official))}, " if promise.official else ""
    return f"{charged}kiến nghị {in_running_text(promise.body) or GAP}"
