"""F1: every act with its key, made from the registry."""

from __future__ import annotations

import datetime as dt

from moderator.meeting.meeting import Meeting
from moderator.meeting.refusals import Refusal
from screens.drawn import Part
from screens.registry import ACTS, DIRECT, Act, key_name
from screens.words import Words


def why_off(meeting: Meeting, act: Act, now: dt.datetime, words: Words) -> str:
    """Why an act would be refused now, empty when it can be done or asks for more first."""
    command = DIRECT.get(act.name)
    if command is None:
        return ""
    try:
        meeting.decide(command, now)
    except Refusal as refusal:
        return words.refusal(refusal)
    return ""


def help_page(words: Words, meeting: Meeting, now: dt.datetime) -> list[Part]:
    """Every act by group, with its key, one sentence, and why it is off now."""
    parts: list[Part] = [(words("console.help.top"), ""), ("\n", "")]
    groups = dict.fromkeys(act.group for act in ACTS.values())
    for group in groups:
        parts.append((f"\n{words(f'group.{group}')}\n", "accent"))
        for act in ACTS.values():
            if act.group != group:
                continue
            parts.append((f"{key_name(act.key) or '–':<7}", "strong"))
            parts.append((words(f"command.{act.name}"), "strong"))
            parts.append((f": {words(f'command.{act.name}.help')}", ""))
            reason = why_off(meeting, act, now, words)
            if reason:
                parts.append((f" ({reason})", "dim"))
            parts.append(("\n", ""))
    return parts
