"""The chair's general conclusion, as the minutes tell it between the course of the meeting and what was promised."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_agreement import shown_hands
from moderator.meeting.minutes_questions import given_in_words
from moderator.meeting.paper import Block, item, para
from moderator.meeting.wording import closed


def general_conclusion(account: Account) -> Iterator[Block]:
    """The assessment, each directive with its body and last day, and the show of hands on it."""
    conclusion = account.state.general_conclusion
    if conclusion is None:
        return
    if conclusion.text.strip():
        yield para(closed(conclusion.text))
    for place, number in enumerate(conclusion.promises, 1):
        given = given_in_words(account, account.state.promises[number])
        yield item(f"{given[:1].upper()}{given[1:]}", marker=f"{place}.")
    yield from shown_hands(account, "conclusion", None)
