"""The meeting as everybody may read it: the same state with personal data left out, for all papers that are published.

Citizens are known by initials, village and registration number. Officials stay, since they act in public office,
but an opinion on somebody's conduct does not name whom it is about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msgspec import structs

from moderator.meeting.events import Registered
from moderator.meeting.masking import ADDRESSES, Mask, unit_of
from moderator.meeting.people import officeholders
from moderator.meeting.people_names import initials
from moderator.meeting.state import AskedQuestion, MeetingState, Promise, TakenAttendance
from moderator.meeting.text import fold

Hide = Callable[[str], str]


def published(state: MeetingState) -> MeetingState:
    """The state for published papers; figures are to be taken from the state itself, where people can be told apart."""
    officials = [person.name for person in officeholders(state.setup).values() if person.name]
    known = {fold(name) for name in officials}
    citizens = [each.card.name for each in state.registrations.values() if each.card.name]
    citizens += [each.name for each in state.setup.attendance if each.name and fold(each.name) not in known]
    hide = Mask(citizens)
    hide_all = Mask((*citizens, *officials))
    conduct = {question.number for question in state.questions.values() if question.kind == "conduct"}
    conduct |= {question.number for question in state.questions.values() if question.joined_into in conduct}

    def of(question: int | None) -> Hide:
        return hide_all if question in conduct else hide

    raised_on_conduct = {state.questions[number].turn for number in conduct}
    return replace(
        state,
        registrations={who: replace(each, card=_card(each.card, hide)) for who, each in state.registrations.items()},
        turns={
            number: replace(
                turn,
                note=(hide_all if number in raised_on_conduct or conduct & {*turn.questions} else hide)(turn.note),
            )
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


def _card(card: Registered, hide: Hide) -> Registered:
    unnamed = card.anonymous or not card.name
    return structs.replace(
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
        answers=[replace(answer, text=hide(answer.text)) for answer in question.answers],
        conclusion=conclusion and replace(conclusion, text=hide(conclusion.text), reason=hide(conclusion.reason)),
    )


def _promise(promise: Promise, hide: Hide) -> Promise:
    reply = promise.reply
    return replace(
        promise,
        text=hide(promise.text),
        extensions=[(due, hide(reason)) for due, reason in promise.extensions],
        reply=reply and replace(reply, text=hide(reply.text)),
    )
