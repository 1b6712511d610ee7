"""Who most likely answers a question, as a proposal: by its field, its words, and what was assigned before."""

from __future__ import annotations

from moderator.meeting.fields import fields_of
from moderator.meeting.people import officeholders
from moderator.meeting.question_words import FIELD_WORDS, likeness, matches, words_of
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
    """Codes of who may answer, the likeliest first; empty where nothing tells. Costs one pass over the questions.

    A field that was chosen decides; else the words do; like questions that were assigned before count in both.
    """
    scores: dict[str, float] = {}
    told = {field: 1} if field else _field_scores(state, text)
    best = max(told.values(), default=1)
    for official in state.setup.officials:
        mine = max((told[code] for code in official.fields if code in told), default=0)
        if mine:
            scores[official.code] = (_BY_FIELD if field else _BY_WORDS) * mine / best
    wanted = words_of(text)
    # Many half-like questions weigh no more than the one that is most like.
    closest: dict[str, float] = {}
    for question in state.questions.values():
        if question.number == but or not question.officials:
            continue
        like = likeness(wanted, words_of(question.text))
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
