"""The public version of the minutes: everything that was said and concluded, without the people who spoke."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import structs

from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes import minutes_of
from moderator.meeting.minutes_account import account_of
from moderator.meeting.paper import Paper, italic, para
from moderator.meeting.publishing import published
from moderator.meeting.statistics import statistics
from moderator.meeting.working_days import Calendar

_HOW_NAMED: Final = (
    "(Bản công khai: người phát biểu được ghi bằng chữ cái đầu của họ và tên, số đăng ký và nơi cư trú;"
    " dữ liệu cá nhân khác không nêu.)"
)


def public_minutes(meeting: Meeting, calendar: Calendar, closing: dt.datetime | None = None) -> Paper:
    """The minutes that may be posted: citizens by initials, village and number, officials by name and post."""
    account = account_of(published(meeting.state), calendar)
    # Two people may have the same initials: only the state itself can count them.
    found = statistics(meeting.state, meeting.records[-1].at)
    told = minutes_of(account, found, "minutes_public", closing)
    return structs.replace(told, body=(para(italic(_HOW_NAMED)), *told.body))
