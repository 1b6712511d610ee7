"""When and where a meeting is, who presides and who is invited, as the papers before it tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from moderator.meeting.dates_in_words import day_in_words, number_two_digits, time_in_words
from moderator.meeting.minutes_people import chair_with_mandate, group, inside, person_with_post
from moderator.meeting.setup import Person, Setup
from moderator.meeting.text import fold
from moderator.meeting.wording import GAP, GAP_DAY, GAP_TIME, in_running_text

LATER: Final = "thời gian cụ thể sẽ có thông báo sau"
_WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def when(setup: Setup) -> str:
    """Hour, day and weekday of the start, with room to write them while they are not settled."""
    if setup.starts is None:
        return f"{GAP_TIME}, {GAP_DAY}"
    weekday = _WEEKDAYS[setup.starts.weekday()]
    return f"{time_in_words(setup.starts)}, {day_in_words(setup.starts.date())} ({weekday})"


def venue(setup: Setup) -> str:
    """The place of the meeting, or room to write it."""
    return setup.place.strip().rstrip(".") or GAP


def chairs(setup: Setup) -> str:
    """Everybody who presides, with post and delegation."""
    return "; ".join(map(chair_with_mandate, setup.chairs))


def secretary(setup: Setup) -> str:
    """The secretary with name and post, as the middle of a sentence names her, else the office alone."""
    if not setup.secretaries:
        return "thư ký hội nghị"
    return f"thư ký hội nghị: {inside(person_with_post(setup.secretaries[0]))}"


def is_own_body(setup: Setup, body: str) -> bool:
    """Whether a body is the one that issues the papers, also when its place name is left out."""
    return f"{fold(setup.authority)} ".startswith(f"{fold(body)} ")


def answering_bodies(setup: Setup) -> list[str]:
    """The bodies that answer, each once, by the post of its official where the body is the issuing one."""
    bodies: dict[str, str] = {}
    for official in setup.officials:
        body = in_running_text(official.body.strip())
        name = body if body and not is_own_body(setup, body) else official.post.strip()
        if name:
            bodies.setdefault(fold(name), name)
    return list(bodies.values())


def guests_by_post(setup: Setup) -> list[str]:
    """The guests by their posts, or by name where no post is given."""
    return [guest.post.strip() or _by_name(guest) for guest in setup.guests]


def groups(setup: Setup) -> list[str]:
    """The invited groups, each with its number of people."""
    return [group(each) for each in setup.attendance if not each.name and (each.organisation or each.place)]


def citizens_by_place(setup: Setup) -> Iterator[str]:
    """How many people are invited by name from each place; nobody is named to others."""
    places = Counter(each.place or each.organisation for each in setup.attendance if each.name)
    for place, people in places.items():
        counted = f"{number_two_digits(people)} người"
        yield f"{place} ({counted})" if place else counted


def _by_name(guest: Person) -> str:
    return f"{guest.honorific} {guest.name}".strip()
