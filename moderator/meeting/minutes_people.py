"""How the minutes name people: citizens by name, village and registration number, officeholders by name and post."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.events import Registered
from moderator.meeting.people import Officeholder
from moderator.meeting.setup import Attendee, Person
from moderator.meeting.text import fold
from moderator.meeting.wording import within_sentence

UNNAMED_CITIZEN: Final = "Một công dân"
NAMELESS_CITIZEN: Final = "Một công dân không nêu tên"
_EITHER: Final = "Ông/Bà"
_SOMEBODY: Final = "Người được phân công"


def addressed(honorific: str, name: str) -> str:
    """Honorific and name; "Ông/Bà" where nobody noted which."""
    return f"{honorific.strip() or _EITHER} {name.strip()}"


def person_with_post(person: Person | Officeholder) -> str:
    """Honorific, name and post, as "Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã"."""
    named = addressed(person.honorific, person.name)
    return f"{named}, {person.post}" if person.post else named


def chair_with_mandate(chair: Person) -> str:
    """A chair with post and, where there is one, the delegation under which he presides."""
    return with_mandate(person_with_post(chair), chair.delegation)


def with_mandate(named: str, delegation: str) -> str:
    """Somebody named, with the delegation under which he presides, where there is one."""
    return f"{named} ({delegation})" if delegation else named


def officeholder(people: Mapping[str, Officeholder], code: str | None) -> str:
    """The person meant by a code, with post, as a sentence begins with it."""
    person = people.get(code or "")
    return _SOMEBODY if person is None else person_with_post(person)


def citizen(card: Registered) -> str:
    """Who registered, with village and number, as a sentence begins with it; the nameless stay so."""
    if card.anonymous or not card.name:
        return f"{NAMELESS_CITIZEN} (số đăng ký {card.who})"
    origin = _origin(card.organisation, card.place)
    return f"{addressed(card.honorific, card.name)}{origin and ', '}{origin} (số đăng ký {card.who})"


def citizen_again(card: Registered) -> str:
    """Who registered, named again where village and number have just been told."""
    return NAMELESS_CITIZEN if card.anonymous or not card.name else addressed(card.honorific, card.name)


def group(attendee: Attendee) -> str:
    """An invited group with its number of people."""
    origin = _origin(attendee.organisation, attendee.place)
    return f"{origin} ({number_two_digits(attendee.count)} người)" if attendee.count else origin


def inside(named: str) -> str:
    """Somebody named at the beginning of a sentence, as the middle of one names him."""
    return within_sentence(named)


def _origin(organisation: str, place: str) -> str:
    """Organisation and village; a village that the organisation's name already tells is not repeated."""
    if organisation and place and fold(place) in fold(organisation):
        return organisation
    return ", ".join(part for part in (organisation, place) if part)
