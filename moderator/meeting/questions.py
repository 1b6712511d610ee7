"""Questions: raised, mended, joined, dropped, assigned to officials and answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from moderator.meeting import commands as c
from moderator.meeting import events as e
from moderator.meeting.fields import fields_of
from moderator.meeting.handling import Changes, Decisions
from moderator.meeting.people import known_officeholder, known_registration
from moderator.meeting.refusals import Refusal
from moderator.meeting.state import CITIZEN_TURNS, AskedQuestion, GivenAnswer, MeetingState, Turn


def known_question(state: MeetingState, number: int) -> AskedQuestion:
    """A question by its number; refuses a number that none has."""
    question = state.questions.get(number)
    if question is None:
        raise Refusal("unknown_question", question=number)
    return question


def standing_question(state: MeetingState, number: int) -> AskedQuestion:
    """A question that stands by itself: neither joined into another nor dropped."""
    question = known_question(state, number)
    if question.dropped is not None:
        raise Refusal("question_dropped", question=number)
    if question.joined_into is not None:
        raise Refusal("question_joined", question=number, into=question.joined_into)
    return question


def open_questions(state: MeetingState, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers of standing questions without a conclusion, each once; refuses an empty list."""
    unique = tuple(dict.fromkeys(numbers))
    if not unique:
        raise Refusal("questions_missing")
    for number in unique:
        if standing_question(state, number).conclusion is not None:
            raise Refusal("already_concluded", question=number)
    return unique


def last_citizen_turn(state: MeetingState) -> Turn | None:
    """The turn of the citizen who speaks, or who spoke last."""
    floor = state.held or state.floor
    if floor is not None and floor.kind in CITIZEN_TURNS and floor.began is not None:
        return floor
    for turn in reversed(state.turns.values()):
        if turn.kind in CITIZEN_TURNS and turn.counted:
            return turn
    return None


def _turn_of(state: MeetingState, who: int) -> int | None:
    for turn in reversed(state.turns.values()):
        if turn.who == who and turn.kind in CITIZEN_TURNS and turn.counted:
            return turn.number
    return None


def _check_field(state: MeetingState, field: str | None) -> None:
    if field and field not in fields_of(state.setup):
        raise Refusal("unknown_field", field=field)


def _question(state: MeetingState, command: c.Question, at: dt.datetime) -> Iterator[e.Event]:
    if not command.text.strip():
        raise Refusal("text_missing")
    _check_field(state, command.field)
    if command.who is not None:
        who = known_registration(state, command.who)
        turn = _turn_of(state, who)
    else:
        last = last_citizen_turn(state)
        if last is None or last.who is None:
            raise Refusal("nobody_spoke")
        who, turn = last.who, last.number
    yield e.QuestionRaised(
        question=state.numbers.question + 1,
        who=who,
        text=command.text,
        field=command.field,
        kind=command.kind,
        turn=turn,
    )


def _edit(state: MeetingState, command: c.EditQuestion, at: dt.datetime) -> Iterator[e.Event]:
    number = known_question(state, command.question).number
    if command == c.EditQuestion(question=command.question):
        raise Refusal("nothing_to_change")
    if command.text is not None and not command.text.strip():
        raise Refusal("text_missing")
    _check_field(state, command.field)
    if command.who is not None:
        known_registration(state, command.who)
    yield e.QuestionEdited(question=number, text=command.text, field=command.field, kind=command.kind, who=command.who)


def _join(state: MeetingState, command: c.Join, at: dt.datetime) -> Iterator[e.Event]:
    (number,) = open_questions(state, (command.question,))
    into = standing_question(state, command.into).number
    if number == into:
        raise Refusal("join_itself", question=number)
    yield e.QuestionJoined(question=number, into=into)
    for other in state.questions.values():
        if other.joined_into == number:
            yield e.QuestionJoined(question=other.number, into=into)


def _unjoin(state: MeetingState, command: c.Unjoin, at: dt.datetime) -> Iterator[e.Event]:
    if known_question(state, command.question).joined_into is None:
        raise Refusal("not_joined", question=command.question)
    yield e.QuestionParted(question=command.question)


def _drop(state: MeetingState, command: c.DropQuestion, at: dt.datetime) -> Iterator[e.Event]:
    yield from drop(state, command.question, command.reason)


def drop(state: MeetingState, question: int, reason: str) -> Iterator[e.Event]:
    """Take an open question off the list; refuses one that stands for others too."""
    (number,) = open_questions(state, (question,))
    if not reason.strip():
        raise Refusal("reason_missing", question=number)
    for other in state.questions.values():
        if other.joined_into == number:
            raise Refusal("others_joined", question=number, other=other.number)
    yield e.QuestionDropped(question=number, reason=reason)


def _assign(state: MeetingState, command: c.Assign, at: dt.datetime) -> Iterator[e.Event]:
    officials = dict.fromkeys((command.official, *command.along))
    questions = open_questions(state, command.questions)
    if others := command.fields.keys() - set(map(str, questions)):
        raise Refusal("not_assigned_here", question=min(others))
    yield e.Assigned(
        questions=questions, officials=tuple(known_officeholder(state.setup, code).code for code in officials)
    )
    for number, field in command.fields.items():
        _check_field(state, field)
        yield e.QuestionEdited(question=int(number), field=field)


def _answer(state: MeetingState, command: c.Answer, at: dt.datetime) -> Iterator[e.Event]:
    turn = _answer_turn(state)
    numbers = command.questions or (turn.questions if turn is not None else ())
    unique = tuple(dict.fromkeys(numbers))
    if not unique:
        raise Refusal("questions_missing")
    questions = [standing_question(state, number) for number in unique]
    during = turn.number if turn is not None and set(unique) <= set(turn.questions) else None
    official = command.official
    if official is None and turn is not None and during is not None:
        official = turn.official
    if official is None:
        official = next((q.officials[0] for q in questions if q.officials), None)
    if official is None:
        raise Refusal("official_missing", question=unique[0])
    yield e.Answered(
        questions=unique,
        official=known_officeholder(state.setup, official).code,
        text=command.text,
        turn=during,
    )


def _answer_turn(state: MeetingState) -> Turn | None:
    """The answer on the floor, or the one that ended last."""
    floor = state.held or state.floor
    if floor is not None and floor.kind == "answer":
        return floor
    return next((t for t in reversed(state.turns.values()) if t.kind == "answer" and t.counted), None)


def _edit_answer(state: MeetingState, command: c.EditAnswer, at: dt.datetime) -> Iterator[e.Event]:
    question = known_question(state, command.question)
    if not 1 <= command.answer <= len(question.answers):
        raise Refusal("unknown_answer", question=question.number, answer=command.answer)
    if command.official is not None:
        known_officeholder(state.setup, command.official)
    yield e.AnswerEdited(question=question.number, answer=command.answer, text=command.text, official=command.official)


def _raised(state: MeetingState, event: e.QuestionRaised, at: dt.datetime) -> None:
    state.numbers = replace(state.numbers, question=max(state.numbers.question, event.question))
    state.keep_question(
        AskedQuestion(
            number=event.question,
            who=event.who,
            text=event.text,
            field=event.field,
            kind=event.kind,
            turn=event.turn,
            at=at,
        )
    )


def _edited(state: MeetingState, event: e.QuestionEdited, at: dt.datetime) -> None:
    question = state.questions[event.question]
    question = replace(
        question,
        text=question.text if event.text is None else event.text,
        field=question.field if event.field is None else event.field,
        kind=question.kind if event.kind is None else event.kind,
    )
    if event.who is not None and event.who != question.who:
        question = replace(question, who=event.who, turn=_turn_of(state, event.who))
    state.keep_question(question)


def _joined(state: MeetingState, event: e.QuestionJoined, at: dt.datetime) -> None:
    state.change_question(event.question, joined_into=event.into)


def _parted(state: MeetingState, event: e.QuestionParted, at: dt.datetime) -> None:
    state.change_question(event.question, joined_into=None)


def _dropped(state: MeetingState, event: e.QuestionDropped, at: dt.datetime) -> None:
    state.change_question(event.question, dropped=event.reason)


def _assigned(state: MeetingState, event: e.Assigned, at: dt.datetime) -> None:
    for number in event.questions:
        state.change_question(number, officials=event.officials)


def _answered(state: MeetingState, event: e.Answered, at: dt.datetime) -> None:
    for number in event.questions:
        answer = GivenAnswer(event.official, event.text, event.turn)
        state.change_question(number, answers=(*state.questions[number].answers, answer))


def _answer_edited(state: MeetingState, event: e.AnswerEdited, at: dt.datetime) -> None:
    answers = list(state.questions[event.question].answers)
    answer = answers[event.answer - 1]
    answers[event.answer - 1] = replace(
        answer,
        text=answer.text if event.text is None else event.text,
        official=answer.official if event.official is None else event.official,
    )
    state.change_question(event.question, answers=tuple(answers))


DECISIONS: Decisions = {
    c.Question: _question,
    c.EditQuestion: _edit,
    c.Join: _join,
    c.Unjoin: _unjoin,
    c.DropQuestion: _drop,
    c.Assign: _assign,
    c.Answer: _answer,
    c.EditAnswer: _edit_answer,
}
CHANGES: Changes = {
    e.QuestionRaised: _raised,
    e.QuestionEdited: _edited,
    e.QuestionJoined: _joined,
    e.QuestionParted: _parted,
    e.QuestionDropped: _dropped,
    e.Assigned: _assigned,
    e.Answered: _answered,
    e.AnswerEdited: _answer_edited,
}
