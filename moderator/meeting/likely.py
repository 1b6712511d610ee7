"""Who most likely answers a question or sees to a conclusion, as a proposal: by field, words, and what went before."""

from __future__ import annotations

from collections.abc import Iterable

from moderator.meeting.fields import fields_of
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.people import officeholders
from moderator.meeting.question_words import FIELD_WORDS, likenesses, matches
from moderator.meeting.state import MeetingState
from moderator.meeting.text import fold

_BY_FIELD = 3.0
_BY_WORDS = 1.0
_BY_EARLIER = 2.0
_SAME_FIELD = 0.5
_HALF_LIKE = 0.2


def likely_fields(state: MeetingState, text: str) -> list[str]:
    """The fields that the words of a question tell, the likeliest first; empty where they tell none."""
    scores = _field_scores(state, text)
    return sorted(scores, key=lambda code: -scores[code])


def _field_scores(state: MeetingState, text: str) -> dict[str, int]:
    scores = {}
    for code, field in fields_of(state.setup).items():
        score = matches(text, {*FIELD_WORDS.get(code, ()), fold(field.name)})
        if score:
            scores[code] = score
    return scores


def likely_officials(state: MeetingState, text: str, field: str = "", *, but: int | None = None) -> list[str]:
    """Codes of who may answer, the likeliest first; empty where nothing tells.

    A field that was chosen decides; else the words do; like questions that were assigned before count in both.
    """
    scores: dict[str, float] = {}
    told = {field: 1} if field else _field_scores(state, text)
    best = max(told.values(), default=1)
    for official in state.setup.officials:
        mine = max((told[code] for code in official.fields if code in told), default=0)
        if mine:
            scores[official.code] = (_BY_FIELD if field else _BY_WORDS) * mine / best
    likeness = likenesses(text)
    # Many half-like questions weigh no more than the one that is most like.
    closest: dict[str, float] = {}
    for question in state.questions.values():
        if question.number == but or not question.officials:
            continue
        like = likeness[question.text]
        if field and question.field == field:
            like = max(like, _SAME_FIELD)
        if like >= _HALF_LIKE:
            code = question.officials[0]
            closest[code] = max(closest.get(code, 0.0), like)
    for code, like in closest.items():
        scores[code] = scores.get(code, 0.0) + _BY_EARLIER * like
    known = officeholders(state.setup)
    order = {code: place for place, code in enumerate(known)}
    return sorted((code for code in scores if code in known), key=lambda code: (-scores[code], order[code]))


def in_charge(state: MeetingState, outcome: str, questions: Iterable[int], body: str) -> str | None:
    """Who most likely sees to the work of a conclusion for which nobody was named; None where the meeting says itself.

    What is put to a higher level is seen to by whoever was assigned, and what was promised by whoever answered where
    nobody was.
    """
    task = OUTCOMES[outcome].task
    asked = [state.questions[number] for number in questions if number in state.questions]
    assigned = [code for question in asked for code in question.officials]
    if task is None or (task != "forward" and (assigned or body)):
        return None
    answered = [answer.official for question in asked for answer in question.answers]
    heard = [state.turns[turn].official for question in asked for turn in question.answer_turns]
    return next((code for code in (*assigned, *answered, *heard) if code), None)
