"""Foresight, as advice only: how fast the meeting goes, and when everybody will have been heard."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from moderator.meeting.state import MeetingState


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the floor has taken for each person heard, answers and pauses between included.

    Attributes:
        heard: speeches ended so far.
        seconds_per_speaker: seconds of meeting time per speech.
    """

    heard: int
    seconds_per_speaker: float


def pace(state: MeetingState, now: dt.datetime) -> Pace | None:
    """The pace so far, without breaks; None before the first speech has ended."""
    speeches = [turn for turn in state.turns.values() if turn.kind == "speech" and turn.counted]
    heard = sum(1 for turn in speeches if turn.ended is not None)
    began = min((turn.began for turn in speeches if turn.began is not None), default=None)
    if not heard or began is None:
        return None
    until = max((turn.ended or now for turn in state.turns.values() if turn.counted), default=now)
    elapsed = (until - began).total_seconds()
    for taken in state.breaks:
        if taken.began >= began:
            elapsed -= ((taken.ended or until) - taken.began).total_seconds()
    return Pace(heard, max(1.0, elapsed) / max(1, heard))
