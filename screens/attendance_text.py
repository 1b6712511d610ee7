"""What was put down about who has come, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from moderator.meeting.attendance import Invited, invited, taking_part
from moderator.meeting.events import AttendanceTaken
from moderator.meeting.setup import Setup
from moderator.meeting.wording import within_sentence
from screens.row_text import cut, flat
from screens.words import Words

# On a narrow screen the key that takes it back stays in sight behind it.
_LONGEST_NAME = 36
_LONGEST_TOLD = 50
_LEAST_WHY = 12


def told_in_words(words: Words, setup: Setup, happened: Sequence[AttendanceTaken]) -> str:
    """Who has come or stayed away and why; of several at once how many have come."""
    if len(happened) > 1:
        return words("attendance.rest_came", count=sum(event.present for event in happened))
    (event,) = happened
    who = _meant(setup, event)
    if event.name:
        name = f"{within_sentence(who.honorific) if who else ''} {event.name}".strip()
    else:
        name = event.organisation or event.place
    named = cut(flat(name), _LONGEST_NAME)
    if not event.name:
        named += f" {of_invited(event.present, who.count if who else 0)}"
    told = words("attendance.came", who=named) if event.present else words("attendance.stayed_away", who=named)
    why = cut(why_away(words, event.reason, event.substitute), max(_LEAST_WHY, _LONGEST_TOLD - cell_len(told)))
    return f"{told} ({why})" if why else told


def of_invited(present: int, count: int) -> str:
    """How many came of so many, or simply how many where no number was invited."""
    return f"{present}/{count}" if count else str(present)


def why_away(words: Words, reason: str, substitute: str) -> str:
    """Why somebody stayed away, and who came instead."""
    instead = words("attendance.instead", name=flat(substitute)) if substitute.strip() else ""
    return "; ".join(part for part in (flat(reason), instead) if part)


def _meant(setup: Setup, event: AttendanceTaken) -> Invited | None:
    wanted = Invited(event.name, "", event.place, event.organisation, 0, is_group=not event.name).key
    return next((each for each in (*invited(setup), *taking_part(setup)) if each.key == wanted), None)
