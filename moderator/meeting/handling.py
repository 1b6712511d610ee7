"""The shapes of the tables by which commands find their decision and events their change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from moderator.meeting.commands import Command
from moderator.meeting.events import Event
from moderator.meeting.state import MeetingState

Decide = Callable[[MeetingState, Any, dt.datetime], Iterable[Event]]
Change = Callable[[MeetingState, Any, dt.datetime], None]
Decisions = Mapping[type[Command], Decide]
Changes = Mapping[type[Event], Change]
