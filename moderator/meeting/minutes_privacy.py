"""What papers keep back: the substance of complaints and denunciations, and who denounced somebody.

The law gives both a procedure of their own, so a dialogue does not treat their substance, and it protects
the identity of whoever denounces. Where a conclusion points to that procedure without saying which of the
two it is, the question is kept back as a denunciation would be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from moderator.meeting.state import AskedQuestion, MeetingState


@dataclass(frozen=True, slots=True)
class KeptBack:
    """Numbers of questions whose substance stays out of the minutes.

    Attributes:
        substance: questions of which only the receipt and the guidance are told.
        asker: those among them whose asker is not named either.
        unpublished: other questions without words: opinions on somebody's conduct, where everybody may read of them.
    """

    substance: frozenset[int]
    asker: frozenset[int]
    unpublished: frozenset[int]


def kept_back(state: MeetingState) -> KeptBack:
    """The questions that the law takes out of the dialogue; one joined into such a question goes with it."""
    substance: set[int] = set()
    asker: set[int] = set()
    for question in state.questions.values():
        into = state.questions.get(question.joined_into or 0)
        for each in (question, into):
            if each is None or not _of_other_procedure(each):
                continue
            substance.add(question.number)
            if each.kind != "complaint":
                asker.add(question.number)
    # No question is taken without words: one that has none was told for publication.
    unpublished = {question.number for question in state.questions.values() if not question.text} - substance
    return KeptBack(frozenset(substance), frozenset(asker), frozenset(unpublished))


ON_CONDUCT: Final = "phản ánh về thái độ, việc làm của cán bộ, công chức"
"""An opinion on somebody's conduct, as a published paper names it."""


def _of_other_procedure(question: AskedQuestion) -> bool:
    concluded_so = question.conclusion is not None and question.conclusion.outcome == "procedure"
    return question.kind in ("complaint", "denunciation") or concluded_so


def procedure_name(question: AskedQuestion) -> str:
    """The procedure that a question belongs to, as the minutes name it."""
    if question.kind == "complaint":
        return "khiếu nại"
    return "tố cáo" if question.kind == "denunciation" else "khiếu nại, tố cáo"
