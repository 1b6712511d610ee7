"""The closing time that is typed before a meeting is adjourned, so that its minutes can be signed in the hall."""

from __future__ import annotations

import datetime as dt

from moderator.meeting.refusals import Refusal
from moderator.meeting.state import MeetingState


def closing_at(state: MeetingState, time: dt.time, today: dt.date) -> dt.datetime:
    """The instant meant by a time on the day of the meeting; raises Refusal where the meeting cannot close then."""
    zone = state.setup.tz
    if state.adjourned_at is not None:
        raise Refusal("closing_known", time=f"{state.adjourned_at.astimezone(zone):%H:%M}")
    running = None if state.floor is None else state.floor.running_since
    happened = [instant for instant in (state.opened_at, state.last_ran, running) if instant is not None]
    if not happened:
        starts = state.setup.starts
        return dt.datetime.combine(today if starts is None else starts.date(), time, zone).astimezone(dt.UTC)
    latest = max(happened).astimezone(zone)
    closing = dt.datetime.combine(latest.date(), time, zone)
    # Typed without seconds, a time means its whole minute.
    if closing < latest.replace(second=0, microsecond=0):
        raise Refusal("closing_too_early", time=f"{time:%H:%M}", latest=f"{latest:%H:%M}")
    return closing.astimezone(dt.UTC)
