"""The list that is called over: who stands on it, what was typed to find them, and how each row reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from moderator.meeting.attendance import Invited, called_over, figures, taken, uninvited
from moderator.meeting.commands import Attend
from moderator.meeting.people import officeholders
from moderator.meeting.state import MeetingState, TakenAttendance
from screens.attendance_text import of_invited, why_away
from screens.drawn import Part
from screens.form import Choice
from screens.pick_field import found_among
from screens.row_text import flat
from screens.words import Words

# A number behind a name, perhaps in brackets: "hoi nong dan 12", "hoi nong dan (12)".
_COUNTED = re.compile(r"(?:(?P<name>.*\S)[\s,:]+)?\(?(?P<count>[0-9]{1,6})\)?")


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody of the list, or a group.

    Attributes:
        post: what somebody with a part in the meeting is.
        told: what was said of them; None while nothing was.
        listed: they were invited or have a part in the meeting.
        count: how many were typed behind the name of a group.
    """

    who: Invited
    post: str
    told: TakenAttendance | None
    listed: bool
    count: int | None = None

    @property
    def called(self) -> str:
        """The name of a person, of a group or of where it comes from."""
        return self.who.name or self.who.organisation or self.who.place

    @property
    def addressed(self) -> str:
        """The name with its form of address."""
        return f"{self.who.honorific} {self.called}".strip()

    @property
    def whence(self) -> str:
        """What tells one from others of the name: place, post, organisation."""
        parts = (self.who.place, self.post or self.who.organisation)
        return ", ".join(part for part in parts if part and part != self.called)

    @property
    def proposed(self) -> int | None:
        """How many Enter puts down; None for a group of which nobody knows how many were invited."""
        if not self.who.is_group:
            return 1
        if self.count is not None:
            return self.count
        if self.told is not None and self.told.present:
            return self.told.present
        return self.who.count or None

    @property
    def kept(self) -> tuple[str, str]:
        """Reason and substitute that stay when Enter puts down another number of a group that is not whole."""
        if self.told is None or not self.who.is_group or (self.proposed or 0) >= self.who.count:
            return "", ""
        return self.told.reason, self.told.substitute

    @property
    def is_put_down(self) -> bool:
        """Whether what Enter would put down is on record already."""
        return self.told is not None and bool(self.told.present) and self.told.present == self.proposed

    @property
    def marked(self) -> int:
        """0 while nothing was said, 1 for who stayed away, 2 for who came."""
        return 0 if self.told is None else 2 if self.told.present else 1

    def attend(self, present: bool | int, reason: str = "", substitute: str = "") -> Attend:
        """The command that says of them who has come, and why others have not."""
        who = self.who
        name, place, organisation = ("", "", "") if who.code else who.told_as
        return Attend(name, place, organisation, present, reason, substitute, official=who.code)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody, or a group, who stands on no list, as typed."""

    name: str
    count: int | None = None


def everybody(state: MeetingState) -> list[Row]:
    """Everybody on the list in its order, and behind them who came without standing on it."""
    holders = officeholders(state.setup)
    rows = [
        Row(each, holders[each.code].post if each.code else "", taken(state, each), listed=True)
        for each in called_over(state.setup)
    ]
    for told in uninvited(state):
        who = Invited(told.name, "", told.place, told.organisation, 0, is_group=not told.name)
        rows.append(Row(who, "", told, listed=False))
    return rows


def unsaid_first(rows: Sequence[Row]) -> list[Row]:
    """In their order: of whom nothing was said, who stayed away, who came."""
    return sorted(rows, key=lambda row: row.marked)


def split_count(typed: str) -> tuple[str, int | None]:
    """What was typed, parted into a name and the number behind it."""
    match = _COUNTED.fullmatch(typed.strip())
    if match is None:
        return typed.strip(), None
    return (match["name"] or "").rstrip(" ,:("), int(match["count"])


def found_by(rows: Sequence[Row], typed: str) -> list[Row | Newcomer]:
    """The rows that a fragment finds, the best first, then the groups that it finds with their number; last a newcomer.

    A number may belong to a name ("tổ dân phố 3"), so the whole fragment comes first.
    """
    ordered = unsaid_first(rows)
    found: list[Row | Newcomer] = []
    seen: set[object] = set()
    for row in _matching(ordered, typed):
        found.append(row)
        seen.add(row.who.key)
    name, count = split_count(typed)
    if name and count is not None:
        groups = [row for row in ordered if row.who.is_group and row.who.key not in seen]
        found += [with_count(row, count) for row in _matching(groups, name)]
    if name:
        found.append(Newcomer(name, count))
    return found


def _matching(rows: Sequence[Row], typed: str) -> list[Row]:
    offered = [Choice(str(place), f"{row.addressed} {row.whence}", row.called) for place, row in enumerate(rows)]
    return [rows[int(choice.value)] for choice in found_among(offered, typed)]


def with_count(row: Row, count: int) -> Row:
    """The row of a group with the number that was typed for it."""
    return Row(row.who, row.post, row.told, row.listed, count)


def totals(words: Words, state: MeetingState, rows: Sequence[Row]) -> str:
    """How many of those invited have come, stayed away, and of how many nothing was said; how many came besides.

    A group may bring more people than were invited: they came besides, so that the others add up to the invited.
    """
    counted = figures(state, [row.who for row in rows if row.listed])
    beyond = counted.present + counted.absent + counted.unmarked - counted.invited
    told = words(
        "attendance.totals",
        present=counted.present - beyond,
        invited=counted.invited,
        absent=counted.absent,
        unmarked=counted.unmarked,
    )
    besides = beyond + sum(row.told.present for row in rows if row.told is not None and not row.listed)
    return told + words("attendance.besides", count=besides) if besides else told


def drawn(words: Words, row: Row | Newcomer) -> list[Part]:
    """A row of the list: mark, name, and what was said or tells it apart."""
    if isinstance(row, Newcomer):
        people = words("attendance.people", count=row.count) if (row.count or 1) > 1 else words("attendance.person")
        return [("+ ", "accent"), (row.name, ""), (f" ({people})", "dim")]
    told, who = row.told, row.who
    beside = [(f" · {flat(row.whence)}", "dim")] if row.whence else []
    if told is None:
        invited = f" ({who.count})" if who.is_group and who.count else ""
        return [("– ", "dim"), (row.addressed, ""), (invited, ""), *beside]
    parts: list[Part] = [("✓ ", "good") if told.present else ("✗ ", "bad"), (row.addressed, "")]
    if who.is_group:
        parts.append((f" {of_invited(told.present, who.count)}", ""))
    why = why_away(words, told.reason, told.substitute)
    if why:
        parts.append((f" – {why}", ""))
    if not row.listed:
        parts.append((f" {words('attendance.unlisted')}", "dim"))
    return [*parts, *beside]
