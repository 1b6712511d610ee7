"""Which records stand: undo takes back the latest one, redo restores it, a new command ends the redo list."""

from __future__ import annotations

from moderator.meeting.events import Record, Redone, Undone

_NOT_UNDOABLE: frozenset[str] = frozenset({"new", "undo", "redo"})


class History:
    """The numbers (from 1) of the records that can be taken back or restored.

    Attributes:
        commands: every record of a command, whether it stands or not; undo and redo are none.
        standing: records that undo can still take back, the latest last.
        taken_back: records that redo can restore, the latest taken back last.
        gone: every record that does not stand.
    """

    def __init__(self) -> None:
        """Begin with no record."""
        self.commands: list[int] = []
        self.standing: list[int] = []
        self.taken_back: list[int] = []
        self.gone: set[int] = set()

    def note(self, number: int, record: Record) -> int | None:
        """Take note of a record; the earlier record that it takes back or restores, None for a command."""
        if record.do not in _NOT_UNDOABLE:
            self.commands.append(number)
            self.taken_back.clear()
            self.standing.append(number)
            if record.do == "sign":
                self.standing.clear()
            return None
        for event in record.events:
            if isinstance(event, Undone):
                _take_out(self.standing, event.record)
                self.taken_back.append(event.record)
                self.gone.add(event.record)
                return event.record
            if isinstance(event, Redone):
                _take_out(self.taken_back, event.record)
                self.standing.append(event.record)
                self.gone.discard(event.record)
                return event.record
        return None


def _take_out(numbers: list[int], number: int) -> None:
    # It is the last one, but for a journal that somebody else wrote.
    if numbers[-1] == number:
        numbers.pop()
    else:
        numbers.remove(number)
