"""Foresight in words, as advice only: the forecast, who was not heard yet, and each official's load."""

from __future__ import annotations

import datetime as dt

from moderator.meeting.fairness import first_time_speakers, places_not_heard, talking_time
from moderator.meeting.forecast import agenda_standing, everybody_heard_at, limit_for_all, planned_end
from moderator.meeting.loads import official_loads
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.people import officeholders
from moderator.meeting.state import MeetingState
from moderator.meeting.units import units_in_words
from screens.console_view import citizen, clock, time_of_day
from screens.drawn import Part
from screens.words import Words


def advice_page(state: MeetingState, now: dt.datetime, words: Words) -> list[Part]:
    """Everything that may help the chair to share the time; nothing of it happens by itself."""
    parts: list[Part] = []
    for title, lines in (
        ("time", _time(state, now, words)),
        ("fair", _fairness(state, now, words)),
        ("loads", _loads(state, words)),
    ):
        parts.append((words(f"advice.{title}") + "\n", "accent"))
        parts += [(f"• {line}\n", "") for line in lines or [words("advice.nothing")]]
        parts.append(("\n", ""))
    return parts


def _time(state: MeetingState, now: dt.datetime, words: Words) -> list[str]:
    lines = []
    heard = everybody_heard_at(state, now)
    if heard is not None and state.waiting:
        lines.append(words("advice.heard_at", count=len(state.waiting), time=time_of_day(state, heard)))
    ends = planned_end(state)
    if ends is not None:
        lines.append(words("advice.planned_end", time=time_of_day(state, ends)))
    limit = limit_for_all(state, now)
    usual = state.setup.limits.speech
    if limit == 0:
        lines.append(words("advice.no_time_left"))
    elif limit is not None and usual and limit >= usual:
        lines.append(words("advice.enough"))
    elif limit is not None:
        lines.append(words("advice.limit", limit=clock(limit)))
    standing = agenda_standing(state, now)
    if standing is not None:
        key = "advice.behind" if standing.behind > 0 else "advice.ahead"
        lines.append(words(key, time=clock(abs(standing.behind)), ends=time_of_day(state, standing.ends)))
    return lines


def _fairness(state: MeetingState, now: dt.datetime, words: Words) -> list[str]:
    lines = []
    share = talking_time(state, now).citizens_share
    if share is not None:
        lines.append(words("advice.share", percent=round(share * 100)))
    first = first_time_speakers(state)
    if first:
        ordered = [entry for entry in state.waiting if entry in first][:8]
        names = ", ".join(f"{entry.who} {citizen(state, entry.who, with_place=False)}" for entry in ordered)
        lines.append(words("advice.first_time", count=len(first), names=names))
    places = places_not_heard(state)
    if places:
        units = capital(units_in_words(state.setup)) if state.setup.units else words("advice.units")
        lines.append(words("advice.places", units=units, names=", ".join(each.place for each in places[:8])))
    return lines


def _loads(state: MeetingState, words: Words) -> list[str]:
    people = officeholders(state.setup)
    return [
        words(
            "advice.load",
            name=people[load.code].addressed,
            assigned=load.assigned,
            unanswered=load.unanswered,
            owed=load.owed,
        )
        for load in official_loads(state).values()
        if load.assigned or load.owed
    ]
