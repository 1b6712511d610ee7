"""What is said while attendance is taken."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "attendance.came": "Present: {who}",
    "attendance.stayed_away": "Absent: {who}",
    "attendance.rest_came": "Present: the {count} people not yet recorded",
    "attendance.instead": "instead: {name}",
    "attendance.totals": "Present {present}/{invited} · absent {absent} · open {unmarked}",
    "attendance.besides": " · besides {count}",
    "attendance.unlisted": "(not on the list)",
    "attendance.person": "somebody who is not on the list",
    "attendance.people": "a group that is not on the list, {count} people",
    "attendance.type": "Type a name; of a group its count as well",
    "attendance.hint": "Tab absent · Ctrl+Y the rest present · Esc close",
    "attendance.hint_fields": "Enter record · Tab next field · Esc back",
    "attendance.enter": "Enter → {told}",
    "attendance.already": "On record · {told}",
    "attendance.count_wanted": "No number was invited: type how many came, then Enter",
    "attendance.new": "Enter → record, though not on the list",
    "attendance.new_heading": "Present, though not on the list:",
    "attendance.absent_heading": "Absent: {who}",
    "attendance.group_heading": "How many came, and why others did not: {who}",
    "attendance.nobody_there": "Nobody was invited: type the name of who has come",
    "attendance.all_done": "Everybody is on record. To change: type, or ↑↓",
    "attendance.name": "Name",
}
