"""What the hall's display shows for a published view at an instant: plain values, made without a terminal."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal, Protocol

from rich.cells import cell_len

from moderator.meeting.hall import HallClock, HallNext, HallPerson, HallResult, HallView
from screens.words import Words

Tone = Literal["calm", "called", "running", "warn", "over", "held", "dark"]

# After this long without a sign of life the desk is told to be interrupted and clocks are held.
QUIET_SECONDS = 5.0
# A picture this old belongs to another sitting: who had the floor then is nobody's business now.
FORGOTTEN_SECONDS = 6 * 3600.0
LEAF_SECONDS = 12
_QUESTIONS_SHOWN = 8
_NOBODY_HAS_THE_FLOOR = ("before", "waiting", "break")
_DETAILS_BESIDE = 2

# Each state has a sign beside its word and colour, for projectors that wash out and eyes that see no colours.
SIGNS: Mapping[Tone, str] = {
    "calm": "",
    "called": "►",
    "running": "►",
    "warn": "!",
    "over": "▲",
    "held": "■",
    "dark": "",
}


class Seen(Protocol):
    """What a look at the published view found; `view` is None while there is none that can be read."""

    @property
    def view(self) -> HallView | None:
        """The view last read."""

    @property
    def age_seconds(self) -> float | None:
        """Time since the writer's last sign of life."""

    @property
    def trouble(self) -> str:
        """Why there is no view: "absent", "newer" or "unreadable"; empty when there is one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who is among the next; `short` is the bare number."""

    number: str
    short: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is on the display, in words and not yet in rows.

    Attributes:
        tone: the state as a colour; its sign and word stand in `state`.
        heading: small, at the top.
        state: what happens, in a few capitals.
        lead: the most important text, mostly a name.
        details: what belongs to the lead, a line each.
        clock: digits, empty without a clock.
        clock_room: the widest that the clock becomes in this turn, so that it keeps its size.
        clock_note: what the digits mean.
        clock_spare: the digits repeat what the details say, and give way to them.
        next_title: heading of the next speakers.
        next: the next speakers.
        items: lines of a list that turns its pages when it is long.
        leaf: counts pages turned since the beginning of time.
        page: form of the page number, with {page} and {pages}.
        banners: messages at the foot.
    """

    tone: Tone = "calm"
    heading: str = ""
    state: str = ""
    lead: str = ""
    details: tuple[str, ...] = ()
    clock: str = ""
    clock_room: str = ""
    clock_note: str = ""
    clock_spare: bool = False
    next_title: str = ""
    next: tuple[Entry, ...] = ()
    items: tuple[str, ...] = ()
    leaf: int = 0
    page: str = ""
    banners: tuple[str, ...] = ()


def picture_of(seen: Seen, now: datetime, say: Words) -> Picture:
    """The picture for what was seen of the published view, at this instant."""
    view, age = seen.view, seen.age_seconds or 0.0
    if view is None and seen.trouble in ("newer", "unreadable"):
        return Picture(lead=say(f"hall.{seen.trouble}"))
    if view is None or (view.live and age > FORGOTTEN_SECONDS):
        return Picture(lead=say("hall.absent"), details=(say("hall.absent.detail"),))
    if view.phase == "blackout":
        return Picture(tone="dark")
    if not view.live and view.phase not in ("before", "closing", "after"):
        return Picture(
            heading=clean(view.authority),
            state=say("hall.closed"),
            lead=clean(view.title),
            details=(say("hall.closed.detail"),),
        )
    quiet = view.live and age > QUIET_SECONDS
    picture = _PHASES[view.phase](_Scene(view, now, now - timedelta(seconds=age) if quiet else now, say))
    banners = []
    if quiet:
        banners.append(say("hall.quiet"))
        picture = replace(picture, tone="held" if picture.tone in _MOVING else picture.tone)
    if message := clean(view.message):
        if view.phase in _NOBODY_HAS_THE_FLOOR:
            # The last row reads what the hall is told now, not what the meeting is called.
            picture = replace(picture, lead=message, details=(picture.lead, *picture.details)[:_DETAILS_BESIDE])
        else:
            banners.append(say("hall.message", text=message))
    if view.reminder and view.phase != "hidden":
        banners.append(say(f"hall.reminder.{view.reminder}"))
    sign = SIGNS[picture.tone]
    state = f"{sign} {picture.state}" if sign and picture.state else picture.state
    return replace(picture, state=state, banners=tuple(banners))


def clean(text: str) -> str:
    """Text as it may reach a terminal: composed, on one line, without control characters, nothing if nothing shows."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    if not cell_len(composed):
        return ""
    return "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in composed)


def digits(seconds: float) -> str:
    """Whole seconds as 4:05, from an hour on as 1:04:05."""
    whole = min(max(0, int(seconds)), 359_999)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def spoken_at(clock: HallClock, instant: datetime) -> float:
    """Clock seconds at an instant, computed from the anchor."""
    since = (instant - _aware(clock.anchor)).total_seconds()
    # A tick of float noise must not show the second before.
    return round(clock.seconds + max(0.0, since) * clock.rate, 3)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A view to be shown; `heard` is the instant up to which the desk is known to be alive."""

    view: HallView
    now: datetime
    heard: datetime
    say: Words


def _before(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    details = []
    if view.place.strip():
        details.append(say("hall.before.place", place=clean(view.place)))
    if view.starts is None:
        details.append(say("hall.before.starts.unknown"))
    else:
        time = say("hall.time", hour=view.starts.hour, minute=f"{view.starts.minute:02}")
        day = f"{say(f'hall.weekday.{view.starts.weekday()}')}, {say('hall.date', date=_day(view.starts))}"
        details.append(say("hall.before.starts", time=time, day=day))
    if view.registration_open:
        details.append(say("hall.before.register", unit=clean(view.units) or say("hall.before.unit")))
    else:
        details.append(say("hall.before.closed"))
    if view.topic.strip():
        details.append(clean(view.topic))
    if view.waiting:
        details.append(say("hall.before.waiting", count=view.waiting))
    shown = Picture(
        heading=clean(view.authority), state=say("hall.before"), lead=clean(view.title), details=tuple(details)
    )
    if view.starts is None:
        return shown
    # The hour is what the hall asks for: it takes the place of the clock.
    hour = f"{view.starts.hour}:{view.starts.minute:02}"
    return replace(shown, clock=hour, clock_room=hour, clock_spare=True)


def _called(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    kind = f"hall.called.{view.turn_kind}"
    who = _who(view.person, say)
    details = _about(view.person)
    if view.questions:
        details += (say("hall.called.questions", numbers=_numbers(view.questions, say)),)
    shown = Picture(
        tone="called",
        heading=_heading(view),
        state=say(kind if say.has(kind) else "hall.called"),
        lead=say("hall.called.lead", who=who) if who else "",
        details=details,
    )
    clock = view.clock
    if clock is not None and clock.limit is not None:
        note = say("hall.clock.limit", limit=_length(clock.limit, say))
        shown = replace(shown, clock=digits(clock.limit), clock_room=_room(clock, 0.0), clock_note=note)
    return _with_next(shown, view, say)


def _on_floor(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    kind = view.turn_kind if view.turn_kind in _KINDS_NAMED else _KIND_OF_PHASE[view.phase]
    details = _about(view.person)
    if view.questions:
        about = "follow_up" if kind == "follow_up" else "answer"
        details += (say(f"hall.{about}.questions", numbers=_numbers(view.questions, say)),)
    shown = Picture(
        tone="held" if view.paused else "running",
        heading=_heading(view),
        state=say("hall.paused" if view.paused else f"hall.{kind}"),
        lead=_who(view.person, say),
        details=details,
    )
    if view.clock is not None:
        shown = _with_clock(shown, view.clock, scene)
    return _with_next(shown, view, say)


def _asked_back(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    shown = Picture(
        tone="held",
        heading=_heading(view),
        state=say("hall.asked_back"),
        lead=_who(view.person, say),
        details=_about(view.person),
    )
    if view.held is not None:
        # Held whatever its rate says: the clock that runs now is the chair's.
        spoken = round(view.held.seconds, 3)
        shown = replace(
            shown,
            clock=_shown_time(view.held, spoken),
            clock_room=_room(view.held, spoken),
            clock_note=say("hall.clock.held"),
        )
    return _with_next(shown, view, say)


def _waiting(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    agenda = clean(view.agenda)
    shown = Picture(
        heading=clean(view.title) if agenda else clean(view.authority),
        state=say("hall.waiting" if view.upcoming else "hall.waiting.nobody"),
        lead=agenda or clean(view.title),
    )
    return _with_next(shown, view, say)


def _break(scene: _Scene) -> Picture:
    view, say, now = scene.view, scene.say, scene.now
    shown = Picture(tone="held", heading=clean(view.title), state=say("hall.break"), lead=say("hall.break.lead"))
    if view.break_ends is not None:
        left = (_aware(view.break_ends) - now).total_seconds()
        planned = left
        if view.break_began is not None:
            planned = max(left, (_aware(view.break_ends) - _aware(view.break_began)).total_seconds())
            minutes = max(1, round(planned / 60))
            shown = replace(shown, lead=say("hall.break.minutes", minutes=minutes))
        if left > 0:
            shown = replace(
                shown,
                clock=digits(math.ceil(left)),
                clock_room=_wide(digits(math.ceil(planned))),
                clock_note=say("hall.clock.break"),
            )
        else:
            shown = replace(shown, lead=say("hall.break.over"))
    else:
        shown = _with_elapsed(shown, scene)
    return _with_first(shown, view, say)


def _interrupted(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    shown = Picture(
        tone="held", heading=clean(view.title), state=say("hall.interrupted"), lead=say("hall.interrupted.lead")
    )
    return _with_first(_with_elapsed(shown, scene), view, say)


def _hidden(scene: _Scene) -> Picture:
    return Picture(heading=clean(scene.view.authority), state=scene.say("hall.hidden"), lead=clean(scene.view.title))


def _closing(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    shown = Picture(
        heading=clean(view.title),
        state=say("hall.closing"),
        lead="" if view.results else say("hall.closing.nothing"),
        items=_results(view.results, say),
        page=say("hall.page"),
        leaf=int(scene.now.timestamp() // LEAF_SECONDS) if view.results else 0,
    )
    if view.unconcluded:
        shown = replace(shown, details=(say("hall.closing.unconcluded", count=view.unconcluded),))
    return shown


def _after(scene: _Scene) -> Picture:
    view, say = scene.view, scene.say
    place = clean(view.posted_at)
    details = []
    if view.posted_until is not None:
        details.append(say("hall.after.until", date=_due(view.posted_until, view.estimated, say)))
    return Picture(
        heading=clean(view.title),
        state=say("hall.after"),
        lead=say("hall.after.where", place=place) if place else say("hall.after.posted"),
        details=(*details, say("hall.after.thanks")),
    )


_PHASES: Mapping[str, Callable[[_Scene], Picture]] = {
    "before": _before,
    "report": _on_floor,
    "called": _called,
    "speech": _on_floor,
    "asked_back": _asked_back,
    "answer": _on_floor,
    "waiting": _waiting,
    "break": _break,
    "interrupted": _interrupted,
    "hidden": _hidden,
    "closing": _closing,
    "after": _after,
}
_MOVING: tuple[Tone, ...] = ("running", "warn", "over")
_KINDS_NAMED = ("speech", "follow_up", "answer", "statement", "reading")
_KIND_OF_PHASE: Mapping[str, str] = {"report": "statement", "speech": "speech", "answer": "answer"}


def _with_clock(shown: Picture, clock: HallClock, scene: _Scene) -> Picture:
    say, paused = scene.say, scene.view.paused
    spoken = spoken_at(clock, scene.heard)
    left = None if clock.limit is None else round(clock.limit - spoken, 3)
    note = "hall.clock.spoken" if left is None else "hall.clock.left"
    if left is not None and left < 0:
        note = "hall.clock.over"
        state, tone = ("hall.paused.over", shown.tone) if paused else ("hall.over", "over")
        shown = replace(shown, state=say(state), tone=tone)
    elif left is not None and left <= clock.warn and not paused:
        shown = replace(shown, state=say("hall.warn"), tone="warn")
    return replace(
        shown,
        clock=_shown_time(clock, spoken),
        clock_room=_room(clock, spoken),
        clock_note=say(note),
    )


def _with_elapsed(shown: Picture, scene: _Scene) -> Picture:
    began = scene.view.break_began
    if began is None:
        return shown
    since = digits((scene.now - _aware(began)).total_seconds())
    return replace(shown, clock=since, clock_room=_wide(since), clock_note=scene.say("hall.clock.since"))


def _with_next(shown: Picture, view: HallView, say: Words) -> Picture:
    title = say("hall.next.waiting", count=view.waiting) if view.waiting else say("hall.next")
    upcoming = tuple(_entry(waiter, say) for waiter in view.upcoming)
    return replace(shown, next=upcoming, next_title=title) if upcoming else shown


def _with_first(shown: Picture, view: HallView, say: Words) -> Picture:
    """Who goes on afterwards stands beside the break itself; those after him are the next."""
    upcoming = view.upcoming
    first = view.person
    if first is None and upcoming:
        first, upcoming = upcoming[0].person, upcoming[1:]
    if first is not None and (who := _who(first, say)):
        shown = replace(shown, details=(*shown.details, say("hall.break.first", who=who)))
    if not upcoming:
        return shown
    return replace(shown, next=tuple(_entry(waiter, say) for waiter in upcoming), next_title=say("hall.next"))


def _entry(waiter: HallNext, say: Words) -> Entry:
    person = waiter.person
    if waiter.kind == "follow_up":
        if waiter.question is None:
            note = say("hall.next.follow_up")
        else:
            note = say("hall.next.follow_up.question", number=waiter.question)
    else:
        note = _joined(person.place, person.topic)
    short = "" if person.number is None else str(person.number)
    return Entry(
        number=say("hall.number", number=short) if short else "", short=short, name=clean(person.name), note=note
    )


def _who(person: HallPerson | None, say: Words) -> str:
    if person is None:
        return ""
    name = clean(person.name)
    if person.number is None:
        return name
    return say("hall.who", number=person.number, name=name) if name else say("hall.number", number=person.number)


def _about(person: HallPerson | None) -> tuple[str, ...]:
    if person is None:
        return ()
    lines = (clean(person.post), _joined(person.place, person.topic))
    return tuple(line for line in lines if line)


def _joined(*parts: str) -> str:
    return " – ".join(text for part in parts if (text := clean(part)))


def _heading(view: HallView) -> str:
    return clean(view.agenda) or clean(view.title)


@lru_cache(maxsize=1)
def _results(results: tuple[HallResult, ...], say: Words) -> tuple[str, ...]:
    # Hundreds of results stand unchanged while the display looks twenty times a second.
    return tuple(_result(result, say) for result in results)


def _result(result: HallResult, say: Words) -> str:
    known = f"hall.outcome.{result.outcome}"
    outcome = say(known) if say.has(known) else clean(result.outcome)
    field = clean(result.field)
    about = say("hall.result.about", field=field) if field else ""
    parts = [say("hall.result", number=result.question, about=about, outcome=outcome)]
    if result.body.strip():
        parts.append(clean(result.body))
    if result.due is not None:
        parts.append(say("hall.result.due", date=_due(result.due, result.estimated, say)))
    return "; ".join(parts)


def _due(day: date, estimated: bool, say: Words) -> str:
    written = say("hall.date", date=_day(day))
    return say("hall.estimated", date=written) if estimated else written


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _numbers(questions: tuple[int, ...], say: Words) -> str:
    numbers = ", ".join(str(number) for number in questions[:_QUESTIONS_SHOWN])
    return numbers if len(questions) <= _QUESTIONS_SHOWN else say("hall.more", numbers=numbers, count=len(questions))


def _length(seconds: float, say: Words) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if not rest:
        return say("hall.minutes", minutes=minutes)
    return say("hall.minutes.seconds", minutes=minutes, seconds=rest) if minutes else say("hall.seconds", seconds=rest)


def _shown_time(clock: HallClock, spoken: float) -> str:
    if clock.limit is None:
        return digits(spoken)
    left = round(clock.limit - spoken, 3)
    return f"+{digits(-left)}" if left < 0 else digits(math.ceil(left))


def _room(clock: HallClock, spoken: float) -> str:
    """The clock's widest form in this turn, with the sign of over time where there is a limit."""
    if clock.limit is None:
        return _wide(digits(spoken))
    return "+" + _wide(digits(max(clock.limit, spoken - clock.limit)))


def _wide(time: str) -> str:
    return "".join("8" if sign.isdigit() else sign for sign in time)


def _aware(instant: datetime) -> datetime:
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)
