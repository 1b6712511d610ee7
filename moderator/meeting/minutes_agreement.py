"""Shows of hands, as the minutes tell them where they were held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.minutes_account import Account
from moderator.meeting.paper import Block, item
from moderator.meeting.state import Agreement

_MATTERS = {"question": "nội dung này", "conclusion": "kết luận của chủ trì"}


def shown_hands(account: Account, on: Literal["question", "conclusion"], question: int | None) -> Iterator[Block]:
    """What the hall agreed to about a question, its conclusion or, without a question, the general conclusion."""
    agreement = account.state.agreements.get((on, question))
    if agreement is not None:
        yield item(f"Hội nghị giơ tay lấy ý kiến về {_MATTERS[on]}: {hands_in_words(agreement)}.")


def hands_in_words(agreement: Agreement) -> str:
    """Who was in favour, against and of another opinion, as far as it was counted."""
    if agreement.everybody:
        count = "" if agreement.in_favour is None else f" ({number_two_digits(agreement.in_favour)} người)"
        return f"toàn thể đại biểu dự họp nhất trí{count}"
    in_favour = agreement.in_favour
    told = [] if in_favour is None else [f"{number_two_digits(in_favour)} người nhất trí"]
    return ", ".join(part for part in (*told, not_in_favour(agreement)) if part)


def not_in_favour(agreement: Agreement) -> str:
    """How many were against and how many thought otherwise, as far as it was counted."""
    told = []
    if agreement.against is not None:
        told.append(f"{number_two_digits(agreement.against)} người không nhất trí")
    if agreement.other is not None:
        told.append(f"{number_two_digits(agreement.other)} người có ý kiến khác")
    return ", ".join(told)
