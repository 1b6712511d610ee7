"""One call of the program: where its data is, in which language it speaks, and what time it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
        own: dict[str, Any] = {}
        # Most offices have no such files, and need not wait until the reading of them is loaded.
        if self.folder.days_off.exists():
            from data.days_off import read_days_off

            days = read_days_off(self.folder.days_off)
            own |= {"days_off": days.days_off, "worked": days.worked, "announced_years": days.announced_years}
        if self.folder.phrases.exists():
            from data.phrases_file import read_phrases

            own["phrases"] = read_phrases(self.folder.phrases)
        return Office(**own)


class Stopped(Exception):
    """An entry point goes no further; `reason` is the line that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
