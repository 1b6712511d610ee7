"""What happened in the hall beside the turns and belongs into the minutes: a power cut, a disturbance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import MeetingState, NotedIncident


def _incident(state: MeetingState, command: c.Incident, at: dt.datetime) -> Iterator[e.Event]:
    if not command.text.strip():
        raise Refusal("text_missing")
    yield e.IncidentNoted(text=command.text)


def _noted(state: MeetingState, event: e.IncidentNoted, at: dt.datetime) -> None:
    state.incidents.append(NotedIncident(at, event.text))


DECISIONS: Decisions = {c.Incident: _incident}
CHANGES: Changes = {e.IncidentNoted: _noted}
