"""The chair's conclusions, and what is promised by them until the reply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count
from typing import get_args

from msgspec.structs import replace

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import known_officeholder
from moderator.meeting.questions import known_question, open_questions
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import RuleName
from moderator.meeting.state import Conclusion, DoneDuty, MeetingState, Promise, RecordedReply


def _conclude(state: MeetingState, command: c.Conclude, at: dt.datetime) -> Iterator[e.Event]:
    numbers = open_questions(state, command.questions)
    for code in (command.official, *(task.official for task in command.tasks)):
        if code is not None:
            known_officeholder(state.setup, code)
    promise_numbers = count(state.numbers.promise + 1)
    for number in numbers:
        question = state.questions[number]
        yield e.Concluded(
            question=number,
            outcome=command.outcome,
            text=command.text,
            reason=command.reason,
            promises=tuple(
                promise_made(state, task, next(promise_numbers), own, question.officials)
                for task, own in _tasks(command)
            ),
        )


def _tasks(command: c.Conclude) -> Iterator[tuple[c.Task, bool]]:
    kind = OUTCOMES[command.outcome].task
    if kind is not None:
        yield c.Task(kind=kind, body=command.body, official=command.official, due=command.due), True
    for task in command.tasks:
        yield task, False


def promise_made(
    state: MeetingState, task: c.Task, number: int, own: bool, officials: tuple[str, ...] = ()
) -> e.PromiseMade:
    """The promise that a task becomes; without a name it falls to the first of the officials who had the question.

    What is put to a higher level names that level only where somebody did: whoever sees to it belongs to the commune.
    """
    official, body = task.official, task.body
    if official is None and body is None and task.kind != "forward" and officials:
        official = officials[0]
    if body is None and official is not None and task.kind != "forward":
        body = known_officeholder(state.setup, official).body
    return e.PromiseMade(
        promise=number,
        kind=task.kind,
        body=body or "",
        official=official,
        due=task.due,
        text=task.text,
        own=own,
    )


def _reopen(state: MeetingState, command: c.Reopen, at: dt.datetime) -> Iterator[e.Event]:
    question = known_question(state, command.question)
    if question.conclusion is None and question.dropped is None:
        raise Refusal("not_concluded", question=question.number)
    if question.conclusion is not None:
        for number in question.conclusion.promises:
            if state.promises[number].reply is not None:
                raise Refusal("already_replied", promise=number)
    yield e.QuestionReopened(question=question.number)


def _meant_promise(state: MeetingState, promise: int | None, question: int | None) -> Promise:
    if (promise is None) == (question is None):
        raise Refusal("promise_missing")
    if promise is not None:
        found = state.promises.get(promise)
        if found is None:
            raise Refusal("unknown_promise", promise=promise)
        if found.reply is not None:
            raise Refusal("already_replied", promise=promise)
        return found
    owed = [p for p in state.promises.values() if p.question == question and p.reply is None]
    if len(owed) != 1:
        raise Refusal("not_one_promise", question=question, count=len(owed))
    return owed[0]


def _reply(state: MeetingState, command: c.Reply, at: dt.datetime) -> Iterator[e.Event]:
    promise = _meant_promise(state, command.promise, command.question)
    yield e.PromiseReplied(
        promise=promise.number,
        number=command.number,
        date=command.date or at.astimezone(state.setup.tz).date(),
        text=command.text,
    )


def _extend(state: MeetingState, command: c.ExtendPromise, at: dt.datetime) -> Iterator[e.Event]:
    promise = _meant_promise(state, command.promise, command.question)
    if not command.reason.strip():
        raise Refusal("reason_missing")
    yield e.PromiseExtended(promise=promise.number, due=command.due, reason=command.reason)


def _done(state: MeetingState, command: c.Done, at: dt.datetime) -> Iterator[e.Event]:
    if command.duty not in get_args(RuleName):
        raise Refusal("unknown_duty", duty=command.duty)
    yield e.DutyDone(
        duty=command.duty,
        date=command.date or at.astimezone(state.setup.tz).date(),
        number=command.number,
        place=command.place,
    )


def _concluded(state: MeetingState, event: e.Concluded, at: dt.datetime) -> None:
    promises = tuple(made.promise for made in event.promises)
    conclusion = Conclusion(event.outcome, event.text, event.reason, promises, at)
    state.change_question(event.question, conclusion=conclusion)
    for made in event.promises:
        keep_promise(state, made, event.question, event.outcome)


def keep_promise(state: MeetingState, made: e.PromiseMade, question: int | None, outcome: str | None) -> None:
    """Let a promise stand; one that belongs to no question has no outcome either."""
    state.numbers = replace(state.numbers, promise=max(state.numbers.promise, made.promise))
    state.promises[made.promise] = Promise(
        number=made.promise,
        question=question,
        outcome=outcome,
        kind=made.kind,
        body=made.body,
        official=made.official,
        due=made.due,
        text=made.text,
        own=made.own,
    )


def _reopened(state: MeetingState, event: e.QuestionReopened, at: dt.datetime) -> None:
    question = state.questions[event.question]
    if question.conclusion is not None:
        for number in question.conclusion.promises:
            del state.promises[number]
    state.change_question(question.number, conclusion=None, dropped=None)
    state.agreements.pop(("conclusion", question.number), None)


def _replied(state: MeetingState, event: e.PromiseReplied, at: dt.datetime) -> None:
    state.change_promise(event.promise, reply=RecordedReply(event.number, event.date, event.text))


def _promise_extended(state: MeetingState, event: e.PromiseExtended, at: dt.datetime) -> None:
    extensions = (*state.promises[event.promise].extensions, (event.due, event.reason))
    state.change_promise(event.promise, extensions=extensions)


def _duty_done(state: MeetingState, event: e.DutyDone, at: dt.datetime) -> None:
    state.duties_done.append(DoneDuty(event.duty, event.date, event.number, event.place))


DECISIONS: Decisions = {
    c.Conclude: _conclude,
    c.Reopen: _reopen,
    c.Reply: _reply,
    c.ExtendPromise: _extend,
    c.Done: _done,
}
CHANGES: Changes = {
    e.Concluded: _concluded,
    e.QuestionReopened: _reopened,
    e.PromiseReplied: _replied,
    e.PromiseExtended: _promise_extended,
    e.DutyDone: _duty_done,
}
