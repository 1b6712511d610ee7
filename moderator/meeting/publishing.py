"""The meeting as others may read it: the same state with personal data left out.

Citizens are known by initials, village and registration number. Officials stay, since they act in public office,
but an opinion on somebody's conduct does not name whom it is about. Everybody may read that such an opinion was
received and what became of it, and never its words: nothing in it has been looked into, and the law protects a
person's honour. The same goes for what belongs to another procedure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec.structs import replace

from moderator.meeting.addresses import unit_of
from moderator.meeting.events import Registered
from moderator.meeting.masking import ADDRESSES, Mask
from moderator.meeting.minutes_privacy import kept_back
from moderator.meeting.people import officeholders
from moderator.meeting.people_names import initials
from moderator.meeting.state import AskedQuestion, MeetingState, Promise, TakenAttendance
from moderator.meeting.text import fold

Hide = Callable[[str], str]


def published(state: MeetingState) -> MeetingState:
    """The state for published papers; figures are to be taken from the state itself, where people can be told apart."""
    told = without_citizens(state)
    untold = _on_conduct(state) | kept_back(state).substance
    silent = _turns_about(state, untold)
    return replace(
        told,
        turns={number: replace(turn, note="") if number in silent else turn for number, turn in told.turns.items()},
        questions={
            number: _question(each, _nothing) if number in untold else each for number, each in told.questions.items()
        },
        promises={
            number: _promise(each, _nothing) if each.question in untold else each
            for number, each in told.promises.items()
        },
    )


def without_citizens(state: MeetingState) -> MeetingState:
    """The state for letters to other authorities, which have to know what was said and not who said it."""
    officials = [person.name for person in officeholders(state.setup).values() if person.name]
    known = {fold(name) for name in officials}
    citizens = [each.card.name for each in state.registrations.values() if each.card.name]
    citizens += [each.name for each in state.setup.attendance if each.name and fold(each.name) not in known]
    hide = Mask(citizens)
    hide_all = Mask((*citizens, *officials))
    conduct = _on_conduct(state)
    # What an opinion on conduct was joined into is answered and concluded in words that may name him too.
    conduct |= {state.questions[number].joined_into or number for number in conduct}
    about_conduct = _turns_about(state, conduct)

    def of(question: int | None) -> Hide:
        return hide_all if question in conduct else hide

    return replace(
        state,
        registrations={who: replace(each, card=_card(each.card, hide)) for who, each in state.registrations.items()},
        turns={
            number: replace(turn, note=(hide_all if number in about_conduct else hide)(turn.note))
            for number, turn in state.turns.items()
        },
        questions={number: _question(each, of(number)) for number, each in state.questions.items()},
        promises={number: _promise(each, of(each.question)) for number, each in state.promises.items()},
        rule_reasons={name: hide(reason) for name, reason in state.rule_reasons.items()},
        general_conclusion=state.general_conclusion
        and replace(state.general_conclusion, text=hide(state.general_conclusion.text)),
        incidents=[replace(each, text=hide(each.text)) for each in state.incidents],
        attended={key: _attended(each, known) for key, each in state.attended.items()},
    )


def _on_conduct(state: MeetingState) -> set[int]:
    """The opinions on somebody's conduct, and what was joined into one."""
    found = {question.number for question in state.questions.values() if question.kind == "conduct"}
    return found | {question.number for question in state.questions.values() if question.joined_into in found}


def _turns_about(state: MeetingState, questions: Collection[int]) -> set[int]:
    """The turns in which questions were raised or treated, and what the chair asked back in them."""
    found = {turn.number for turn in state.turns.values() if not {*turn.questions}.isdisjoint(questions)}
    found |= {turn for turn in (state.questions[number].turn for number in questions) if turn in state.turns}
    return found | {number for turn in found for number in state.turns[turn].clarifications}


def _nothing(text: str) -> str:
    return ""


def _card(card: Registered, hide: Hide) -> Registered:
    unnamed = card.anonymous or not card.name
    return replace(
        card,
        name=initials(card.name),
        place=unit_of(card.place),
        # A body that speaks for itself is no person; of a person its post in a village would tell the name.
        organisation=card.organisation if unnamed and not card.anonymous else "",
        topic=hide(card.topic),
        summary=hide(card.summary),
        slip="",
    )


def _attended(taken: TakenAttendance, officials: set[str]) -> TakenAttendance:
    # Why somebody stayed away may tell of an illness, of officials too.
    if not taken.name or fold(taken.name) in officials:
        return replace(taken, reason="")
    substitute = _by_initials(taken.substitute)
    return replace(taken, name=initials(taken.name), place=unit_of(taken.place), reason="", substitute=substitute)


def _by_initials(named: str) -> str:
    """Form of address and initials of somebody told in free words; a post behind the name would tell who it is."""
    name = named.partition(",")[0].strip()
    address, _, rest = name.partition(" ")
    return f"{address} {initials(rest)}" if rest and address.lower() in ADDRESSES else initials(name)


def _question(question: AskedQuestion, hide: Hide) -> AskedQuestion:
    conclusion = question.conclusion
    return replace(
        question,
        text=hide(question.text),
        dropped=None if question.dropped is None else hide(question.dropped),
        answers=tuple(replace(answer, text=hide(answer.text)) for answer in question.answers),
        conclusion=conclusion and replace(conclusion, text=hide(conclusion.text), reason=hide(conclusion.reason)),
    )


def _promise(promise: Promise, hide: Hide) -> Promise:
    reply = promise.reply
    return replace(
        promise,
        text=hide(promise.text),
        extensions=tuple((due, hide(reason)) for due, reason in promise.extensions),
        reply=reply and replace(reply, text=hide(reply.text)),
    )
