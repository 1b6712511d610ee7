"""A time of day as people type it."""

from __future__ import annotations

import datetime as dt
import re

_TYPED = re.compile(r"([0-9]{1,2})\s*(?::|h|giờ)\s*([0-9]{2})?(?:\s*phút)?", re.IGNORECASE)


def time_of_day(text: str) -> dt.time:
    """Read "11:30", "11h30", "11h" or "11 giờ 30"; raises ValueError for anything else."""
    typed = text.strip()
    found = _TYPED.fullmatch(typed)
    if found is None or typed.endswith(":"):
        raise ValueError(text)
    return dt.time(int(found[1]), int(found[2] or 0))
