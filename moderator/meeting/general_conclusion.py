"""The chair's conclusion on the whole meeting: an assessment, and directives that belong to no question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.conclusions import keep_promise, promise_made
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import known_officeholder
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import GeneralConclusion, MeetingState


def _conclude(state: MeetingState, command: c.ConcludeMeeting, at: dt.datetime) -> Iterator[e.Event]:
    before = state.general_conclusion or GeneralConclusion()
    text = before.text if command.text is None else command.text
    unchanged = command.text is None and command.tasks is None
    if unchanged or not (text.strip() or (before.promises if command.tasks is None else command.tasks)):
        raise Refusal("text_missing")
    promises = None
    if command.tasks is not None:
        for task in command.tasks:
            if task.official is not None:
                known_officeholder(state.setup, task.official)
        for number in before.promises:
            if state.promises[number].reply is not None:
                raise Refusal("already_replied", promise=number)
        numbers = count(state.numbers.promise + 1)
        promises = tuple(promise_made(state, task, next(numbers), own=False) for task in command.tasks)
    yield e.MeetingConcluded(text=command.text, promises=promises)


def _concluded(state: MeetingState, event: e.MeetingConcluded, at: dt.datetime) -> None:
    before = state.general_conclusion or GeneralConclusion()
    if event.promises is not None:
        for number in before.promises:
            del state.promises[number]
        for made in event.promises:
            keep_promise(state, made, question=None, outcome=None)
    state.general_conclusion = GeneralConclusion(
        before.text if event.text is None else event.text,
        before.promises if event.promises is None else tuple(made.promise for made in event.promises),
    )


DECISIONS: Decisions = {c.ConcludeMeeting: _conclude}
CHANGES: Changes = {e.MeetingConcluded: _concluded}
