"""How a meeting is set up: what stands in its meeting file, checked for kind but not for sense."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from moderator.meeting.paper_names import PaperName

Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Code = Annotated[str, Meta(min_length=1, max_length=64)]
Names = Literal["initials", "full"]
Topics = Literal["field", "full"]
RuleName = Literal[
    "notice",
    "loudspeaker",
    "prepared_answers",
    "opinions",
    "invitations",
    "conclusion_notice",
    "results_published",
    "report",
    "written_reply",
    "study_reply",
    "beyond_notice",
    "off_topic_reply",
]
RULES_BEFORE: frozenset[str] = frozenset({"notice", "loudspeaker", "prepared_answers", "opinions", "invitations"})
Unit = Literal["days", "working_days"]
SigningAuthority = Literal["TM.", "KT.", "TL."]
USUAL_ZONE = "+07:00"


class _Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the meeting file; unknown keys are refused."""


class PlanCitation(_Part, frozen=True):
    """The plan (kế hoạch) that the meeting follows, as the papers cite it."""

    number: str
    date: date | None = None


class Person(_Part, frozen=True):
    """Somebody with a part in the meeting; `code` is given to guests, and by order to the others."""

    name: str
    honorific: str = ""
    post: str = ""
    code: str = ""
    delegation: str = ""


class Signer(_Part, frozen=True):
    """A further signature under the minutes."""

    name: str
    post: str = ""


class Limits(_Part, frozen=True):
    """Speaking limits in seconds; 0 means no limit, and the clock then counts up."""

    speech: Count = 0
    follow_up: Count = 0
    answer: Count = 0
    warn: Count = 30


class ProjectorChoice(_Part, frozen=True):
    """How much of a person the hall may read unless the person agreed to more."""

    names: Names = "initials"
    topics: Topics = "field"


class AgendaItem(_Part, frozen=True):
    """A point of the programme, with its planned minutes (0 where none are planned)."""

    title: str
    minutes: Count = 0


class Official(_Part, frozen=True):
    """Somebody who answers for a body; `fields` are codes of what he answers for."""

    code: Code
    name: str
    honorific: str = ""
    post: str = ""
    body: str = ""
    fields: tuple[str, ...] = ()


class Field(_Part, frozen=True):
    """A field of public affairs, by which questions find their official."""

    code: Code
    name: str


class Attendee(_Part, frozen=True):
    """Somebody invited, or a group (an organisation) with its number of people."""

    name: str = ""
    honorific: str = ""
    place: str = ""
    organisation: str = ""
    count: Count = 0


class Rule(_Part, frozen=True):
    """A term: an amount of days before or after the meeting, or a fixed last day."""

    name: RuleName
    amount: Count | None = None
    unit: Unit = "days"
    when: Literal["before", "after"] | None = None
    date: date | None = None
    source: str = ""


class PaperSigner(_Part, frozen=True):
    """Who signs a paper: on behalf of the body (TM.), for its head (KT.) or by the head's order (TL.)."""

    name: str
    post: str = ""
    authority: SigningAuthority = "TM."


class PaperDetails(_Part, frozen=True):
    """What is settled about one paper: number, date, signer and recipients, each usual where not given."""

    name: PaperName
    number: str = ""
    date: date | None = None
    signer: PaperSigner | None = None
    recipients: tuple[str, ...] = ()


class Setup(_Part, frozen=True, kw_only=True):
    """All that is settled about a meeting before it happens.

    Attributes:
        units: what the commune calls the units that it consists of, such as "ấp"; "thôn, tổ dân phố" where not given.
    """

    title: Annotated[str, Meta(min_length=1)]
    authority: Annotated[str, Meta(min_length=1)]
    id: str = ""
    superior: str = ""
    locality: str = ""
    units: tuple[str, ...] = ()
    place: str = ""
    starts: datetime | None = None
    zone: str = USUAL_ZONE
    topic: str = ""
    plan: PlanCitation | None = None
    bases: tuple[str, ...] = ()
    chairs: Annotated[tuple[Person, ...], Meta(min_length=1)]
    secretaries: tuple[Person, ...] = ()
    guests: tuple[Person, ...] = ()
    signers: tuple[Signer, ...] = ()
    limits: Limits = field(default_factory=Limits)
    projector: ProjectorChoice = field(default_factory=ProjectorChoice)
    agenda: tuple[AgendaItem, ...] = ()
    officials: tuple[Official, ...] = ()
    fields: tuple[Field, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    rules: tuple[Rule, ...] = ()
    papers: tuple[PaperDetails, ...] = ()

    @property
    def tz(self) -> timezone:
        """The meeting's zone; every local time on screens and papers is in it."""
        return parse_zone(self.zone)


@lru_cache(maxsize=64)
def parse_zone(zone: str) -> timezone:
    """Read "+07:00"; raises ValueError when it is not an offset of that shape within 14 hours."""
    sign, hours, minutes = zone[:1], zone[1:3], zone[4:6]
    shape_is_right = len(zone) == 6 and zone[3] == ":" and sign in ("+", "-")
    if not (shape_is_right and (hours + minutes).isascii() and (hours + minutes).isdigit()):
        raise ValueError(zone)
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > timedelta(hours=14) or int(minutes) > 59:
        raise ValueError(zone)
    return timezone(-offset if sign == "-" else offset)
