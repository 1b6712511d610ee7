"""One call of the program: where its data is, in which language it speaks, and what time it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from data.folder import DataFolder
from moderator.meeting.office import Office
from screens.words import Words


@dataclass(frozen=True, slots=True)
class Session:
    """What every entry point is given."""

    folder: DataFolder
    words: Words
    now: Callable[[], dt.datetime]

    @property
    def office(self) -> Office:
        """The office by which every last day is counted and every paper worded, as its files say now.

        Raises OfficeFileError: a last day counted without them would be believed.
        """
        from data.days_off import read_days_off
        from data.phrases_file import read_phrases

        days = read_days_off(self.folder.days_off)
        return Office(
            days_off=days.days_off,
            worked=days.worked,
            announced_years=days.announced_years,
            phrases=read_phrases(self.folder.phrases),
        )


class Stopped(Exception):
    """An entry point goes no further; `reason` is the line that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
