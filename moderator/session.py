"""One call of the program: where its data is, in which language it speaks, and what time it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from data.folder import DataFolder
from screens.words import Words


@dataclass(frozen=True, slots=True)
class Session:
    """What every entry point is given."""

    folder: DataFolder
    words: Words
    now: Callable[[], dt.datetime]


class Stopped(Exception):
    """An entry point goes no further; `reason` is the line that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
