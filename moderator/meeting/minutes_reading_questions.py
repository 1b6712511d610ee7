"""The questions as they are read out before the minutes are adopted, from their full words to figures alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, short_date
from moderator.meeting.meeting_in_words import capital
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import citizen_again, inside
from moderator.meeting.minutes_questions import given_in_words
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.paper import Paragraph, Run, bold, form_line, para
from moderator.meeting.promises import Due
from moderator.meeting.state import AskedQuestion, Promise
from moderator.meeting.wording import (
    GAP,
    closed,
    drafted_conclusion,
    no_later_than,
    outcome_name,
    reason_sentence,
)

LONGEST_NAME: Final = 100
_GUIDED: Final = "ý kiến thuộc khiếu nại, tố cáo: đã hướng dẫn"
_RECEIVED: Final = "ý kiến thuộc khiếu nại, tố cáo: đã tiếp nhận"
_JOINED: Final = "gộp với ý kiến khác để trả lời chung"
_DROPPED: Final = "rút khỏi danh sách theo dõi"
_OPEN: Final = "chưa được chủ trì kết luận"
_CONCLUDED: Final = "Chủ trì kết luận"
_A_RUN: Final = 3  # numbers that follow each other are told by the first and the last from so many on

Line = tuple[str | Run, ...]
Way = Callable[[], list[Paragraph]]


def ways_of_questions(account: Account) -> list[Way]:
    """Every telling of the questions, the fullest first; none where nothing was asked."""
    questions = [*account.state.questions.values()]
    if not questions:
        return []

    def each(told: Callable[[Account, AskedQuestion], Line]) -> Iterator[Line]:
        return (told(account, question) for question in questions)

    return [
        lambda: _apart(each(_asked_and_concluded)),
        lambda: _apart(each(_concluded)),
        lambda: _apart(each(_in_a_line)),
        lambda: _together(each(_in_a_line)),
        lambda: _apart(_by_outcome_and_body(account, questions, _numbers)),
        lambda: _together(_by_outcome_and_body(account, questions, _numbers)),
        lambda: _together(_by_outcome_and_body(account, questions, _count)),
        lambda: _together(_by_outcome(account, questions)),
    ]


def _apart(lines: Iterable[Line]) -> list[Paragraph]:
    return [para(*line) for line in lines]


def _together(lines: Iterable[Line]) -> list[Paragraph]:
    """Line under line in one paragraph, in the smaller letters of a form."""
    parts: list[str | Run] = []
    for line in lines:
        parts += ["\n", *line] if parts else line
    return [form_line(*parts)]


def _asked_and_concluded(account: Account, question: AskedQuestion) -> Line:
    """What was asked, and what the chair concluded on it in his own words."""
    if not _may_be_read_out(account, question):
        return _concluded(account, question)
    asked = closed(" ".join(question.text.split()))
    said = f"{capital(_result(account, question))}." if question.status != "concluded" else _said(account, question)
    return _ordinal(question), f" của {inside(_asker(account, question))}: {asked} {said}"


def _concluded(account: Account, question: AskedQuestion) -> Line:
    """Who asked, and what the chair concluded in his own words."""
    if question.number in account.kept_back.substance:
        return _ordinal(question), f": {_result(account, question)}."
    asker = inside(_asker(account, question))
    if question.status == "concluded" and _may_be_read_out(account, question):
        return _ordinal(question), f" của {asker}. {_said(account, question)}"
    return _ordinal(question), f" của {asker}: {_result(account, question)}."


def _in_a_line(account: Account, question: AskedQuestion) -> Line:
    """Number, who asked, outcome, bodies and last days."""
    number = bold(f"{question.number}.")
    result = _result(account, question)
    if question.number in account.kept_back.substance:
        return number, f" {capital(result)}."
    return number, f" {_asker(account, question)}: {result}."


def _ordinal(question: AskedQuestion) -> Run:
    return bold(f"Ý kiến số {question.number}")


def _asker(account: Account, question: AskedQuestion) -> str:
    return shortened(citizen_again(account.state.registrations[question.who].card), LONGEST_NAME)


def _may_be_read_out(account: Account, question: AskedQuestion) -> bool:
    """Whether the words on a question may be heard in the hall, where those that they are about are sitting."""
    into = account.state.questions.get(question.joined_into or 0)
    on_conduct = any(each is not None and each.kind == "conduct" for each in (question, into))
    return not on_conduct and question.number not in account.kept_back.substance


def _said(account: Account, question: AskedQuestion) -> str:
    """What the chair concluded, as the minutes word it."""
    conclusion = question.conclusion
    if conclusion is None:
        return ""
    phrases = account.phrases
    promises = _promises(account, question)
    own = next((promise for promise in promises if promise.own), None)
    due = Due(None) if own is None else account.due(own)
    words = " ".join(conclusion.text.split())
    if words:
        told = f"{_CONCLUDED} ({outcome_name(conclusion.outcome, phrases)}): {closed(words)}"
        if own is not None:
            told += f" {capital(_given_to(account, own))}, {no_later_than(due.last_day, due.estimated, phrases)}."
        told += reason_sentence(conclusion.reason, phrases)
    else:
        body = "" if own is None else account.responsible(own)
        drafted = drafted_conclusion(conclusion.outcome, body, due.last_day, due.estimated, conclusion.reason, phrases)
        told = f"{_CONCLUDED}: {drafted}"
    further = [f" Đồng thời {given_in_words(account, promise)}" for promise in promises if not promise.own]
    return " ".join("".join((told, *further)).split())


def _result(account: Account, question: AskedQuestion) -> str:
    """What became of a question, as the end of a sentence: outcome, bodies and last days."""
    state = _standing(account, question)
    if state == _JOINED:
        return f"gộp với ý kiến số {question.joined_into}"
    if state == _OPEN and not account.is_over:
        return f"chủ trì kết luận: {GAP}"
    if question.conclusion is None or state != question.conclusion.outcome:
        return state
    given = [
        f"; {body}, {last_days(account, promises)}"
        for body, promises in under_bodies(account, _promises(account, question))
    ]
    return f"{_outcome(account, state)}{''.join(given)}"


def _standing(account: Account, question: AskedQuestion) -> str:
    """The code of its outcome, or the words for a question that has none to be told."""
    into = account.state.questions.get(question.joined_into or 0)
    if question.number in account.kept_back.substance:
        conclusions = (each.conclusion for each in (question, into) if each is not None)
        guided = any(conclusion is not None and conclusion.outcome == "procedure" for conclusion in conclusions)
        return _GUIDED if guided else _RECEIVED
    if question.dropped is not None:
        return _DROPPED
    if into is not None:
        return _JOINED
    return _OPEN if question.conclusion is None else question.conclusion.outcome


def _by_outcome_and_body(
    account: Account, questions: Iterable[AskedQuestion], told: Callable[[Sequence[int]], str]
) -> Iterator[Line]:
    """A line for each outcome, and under it one for each body with what it was given and by when."""
    for state, group in _groups(account, questions):
        given = {q.number: _promises(account, q) if state in OUTCOMES else [] for q in group}
        count = _count([*given])
        ungiven = told([number for number, promises in given.items() if not promises])
        label = bold(f"{capital(_outcome(account, state))} ({count})")
        yield (label, "." if ungiven == count else f": {ungiven}." if ungiven else ":")
        for body, tasks in under_bodies(account, [each for promises in given.values() for each in promises]):
            numbers = [*dict.fromkeys(each.question for each in tasks if each.question is not None)]
            yield (f"- {capital(body)}: {told(numbers)}; {last_days(account, tasks)}.",)


def _by_outcome(account: Account, questions: Iterable[AskedQuestion]) -> Iterator[Line]:
    for state, group in _groups(account, questions):
        yield bold(f"{capital(_outcome(account, state))}: "), f"{_count([q.number for q in group])}."


def _groups(account: Account, questions: Iterable[AskedQuestion]) -> list[tuple[str, list[AskedQuestion]]]:
    """The questions by how they stand: first those with an outcome."""
    groups: dict[str, list[AskedQuestion]] = {
        state: [] for state in (*OUTCOMES, _GUIDED, _RECEIVED, _JOINED, _DROPPED, _OPEN)
    }
    for question in questions:
        groups[_standing(account, question)].append(question)
    return [(state, group) for state, group in groups.items() if group]


def _outcome(account: Account, state: str) -> str:
    return shortened(outcome_name(state, account.phrases), LONGEST_NAME) if state in OUTCOMES else state


def _promises(account: Account, question: AskedQuestion) -> list[Promise]:
    conclusion = question.conclusion
    return [account.state.promises[number] for number in (() if conclusion is None else conclusion.promises)]


def under_bodies(account: Account, promises: Iterable[Promise]) -> list[tuple[str, list[Promise]]]:
    """Tasks under the body that each was given to, in the order in which bodies come up."""
    groups: dict[str, list[Promise]] = {}
    for promise in promises:
        groups.setdefault(_given_to(account, promise), []).append(promise)
    return [(shortened(body, LONGEST_NAME), given) for body, given in groups.items()]


def _given_to(account: Account, promise: Promise) -> str:
    """The body that a task was given to; a higher level is not given it but asked."""
    body = account.responsible(promise) or GAP
    return f"kiến nghị {body}" if promise.kind == "forward" else body


def last_days(account: Account, promises: Iterable[Promise]) -> str:
    """The last day of some tasks, or the first and the last where they differ; a space while one has none."""
    dues = [account.due(promise) for promise in promises]
    days = [due.last_day for due in dues if due.last_day is not None]
    if len(days) < len(dues):
        return f"hạn {GAP}"
    first, last = min(days), max(days)
    told = short_date(last) if first == last else f"từ {short_date(first)} đến {short_date(last)}"
    return f"hạn {told}{' (tạm tính)' if any(due.estimated for due in dues) else ''}"


def _numbers(numbers: Sequence[int]) -> str:
    """Give "số 1, 3, 5 đến 9"; nothing for none."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ([f"{run[0]} đến {run[-1]}"] if len(run) >= _A_RUN else map(str, run) for run in runs)
    return f"số {', '.join(part for parts in told for part in parts)}" if runs else ""


def _count(numbers: Sequence[int]) -> str:
    return f"{number_two_digits(len(numbers))} ý kiến" if numbers else ""


def shortened(text: str, most: int) -> str:
    """Text on one line, cut at a word where it is longer than can be read aloud."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
