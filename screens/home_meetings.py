"""The list of meetings on the home screen."""

from __future__ import annotations

from screens import home_view
from screens.drawn import Part
from screens.home_list import ListPart
from screens.home_view import Kept, MeetingLine
from screens.words import Words


class MeetingsPart(ListPart):
    """Meetings by stage and date."""

    def __init__(self, words: Words) -> None:
        """Begin with none."""
        super().__init__("meetings", words)
        self._kept: tuple[MeetingLine, ...] = ()
        self._found: list[MeetingLine] = []

    def show(self, kept: Kept, typed: str) -> None:
        """Show the meetings that a search leaves."""
        words = self.words
        self._kept = kept.meetings
        self._found = found = home_view.found_meetings(home_view.ordered_meetings(kept.meetings), typed, words)
        self.show_rows(
            [meeting.id for meeting in found],
            lambda index, width: home_view.meeting_row(found[index], width, words),
            words("home.none_found", typed=typed) if kept.meetings else words("home.no_meetings"),
        )

    def head(self) -> list[Part]:
        """How many there are, and how many are open."""
        return home_view.meetings_heading(self._found, self._kept, self.words)

    @property
    def line(self) -> MeetingLine | None:
        """The meeting under the cursor, None where there is none."""
        return self._found[self.rows.cursor] if self._found else None

    @property
    def meeting(self) -> str:
        """Id of the meeting under the cursor."""
        return self.line.id if self.line else ""

    def details(self, width: int) -> list[Part]:
        """All about the meeting under the cursor."""
        return home_view.meeting_details(self.line, width, self.words) if self.line else []

    def hint(self) -> str:
        """What can be done with it."""
        return home_view.meeting_hint(self.line, self.words) if self.line else ""

    def go_to(self, meeting: str) -> None:
        """Put the cursor on a meeting, where it is shown."""
        if meeting in self.rows.keys:
            self.rows.move_to(list(self.rows.keys).index(meeting))
