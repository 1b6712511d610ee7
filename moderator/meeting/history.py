"""Which records stand: undo takes back the latest one, redo restores it, a new command ends the redo list."""

from __future__ import annotations

from moderator.meeting.events import Event, Record, Redone, Undone

_NOT_UNDOABLE: frozenset[str] = frozenset({"new", "undo", "redo"})


class History:
    """The numbers (from 1) of the records that can be taken back or restored.

    Attributes:
        standing: records that undo can still take back, the latest last.
        taken_back: records that redo can restore, the latest taken back last.
        gone: every record that does not stand.
    """

    def __init__(self) -> None:
        """Begin with no record."""
        self.standing: list[int] = []
        self.taken_back: list[int] = []
        self.gone: set[int] = set()

    def note(self, number: int, record: Record) -> bool:
        """Take note of a record; True when it changed which earlier records stand."""
        if record.do not in _NOT_UNDOABLE:
            self.taken_back.clear()
            self.standing.append(number)
        if record.do == "sign":
            self.standing.clear()
        changed = [self._follow(event) for event in record.events]
        return any(changed)

    def _follow(self, event: Event) -> bool:
        if isinstance(event, Undone):
            self.standing.remove(event.record)
            self.taken_back.append(event.record)
            self.gone.add(event.record)
            return True
        if isinstance(event, Redone):
            self.taken_back.remove(event.record)
            self.standing.append(event.record)
            self.gone.discard(event.record)
            return True
        return False
