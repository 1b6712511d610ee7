"""Papers from the console: the minutes, and any other after a look at it, written while the meeting goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from moderator.meeting.closing_time import closing_at
from moderator.meeting.refusals import Refusal
from screens.console_boxes import ConsoleBoxes

if TYPE_CHECKING:
    from screens.form_box import FormBox
    from screens.papers import PaperPage, PapersBox


class ConsolePapers(ConsoleBoxes):
    """The console's boxes with the papers: whatever is wrong with one, the meeting goes on."""

    def _do_what_a_form_asks(self, event: FormBox.Given) -> None:
        closing = event.values.get("closing")
        if isinstance(closing, dt.time):
            self._write_minutes_to_sign(closing)
        else:
            super()._do_what_a_form_asks(event)

    @work(thread=True, exclusive=True, group="minutes", exit_on_error=False)
    def _write_minutes(self, closing: dt.datetime | None = None) -> None:
        try:
            paths = [self.desk.write_minutes()] if closing is None else self.desk.write_minutes_to_sign(closing)
        except Exception as error:  # noqa: BLE001
            # Whatever is wrong with a paper, the meeting goes on.
            reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
            self.call_from_thread(self._say, self.words("console.minutes_failed", reason=reason), bad=True)
        else:
            self.call_from_thread(self._tell_minutes, paths, closing is not None)

    def _tell_minutes(self, paths: Sequence[Path], closing_typed: bool) -> None:
        """Where the minutes are, whole however long the path is, and what they still lack."""
        lines = [self.words("console.minutes_written", path="\n".join(map(str, paths)))]
        gaps = self._gaps(closing_typed=closing_typed)
        if gaps:
            lines += ["\n" + self.words("console.minutes_lack"), *gaps]
        self._say(self.words("console.minutes_are_there"))
        if self.box is None:
            self._open_page("minutes", [("\n".join(lines), "")])

    def _write_minutes_to_sign(self, time: dt.time) -> None:
        """Write the minutes for a meeting that closes at a time today, unless it cannot close then."""
        state = self.desk.meeting.state
        try:
            closing = closing_at(state, time, self.desk.now().astimezone(state.setup.tz).date())
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._close_box()
        self._write_minutes(closing)

    def _gaps(self, *, closing_typed: bool = False) -> list[str]:
        """What the minutes still lack, a line for each; the closing time where none was typed beforehand."""
        from moderator.meeting.minutes_gaps import missing
        from screens.gap_text import gaps_told

        gaps = missing(self.desk.meeting, self.desk.calendar)
        told = [gap for gap in gaps if not (closing_typed and gap.code == "not_adjourned")]
        return gaps_told(told, self.desk.meeting.state, self.words)

    def _open_papers(self) -> None:
        from screens.papers import PapersBox

        self._open(PapersBox(self.words))

    def on_papers_box_chosen(self, event: PapersBox.Chosen) -> None:
        """Show a paper as it stands, with what the meeting still lacks, as soon as it is worded."""
        from screens.papers import PaperPage

        page = PaperPage(self.words, event.name)
        self._open(page)
        self._word_paper(page)

    @work(thread=True, group="papers", exit_on_error=False)
    def _word_paper(self, page: PaperPage) -> None:
        try:
            text = self.desk.paper_text(page.name_of_paper)
        except Exception as error:  # noqa: BLE001
            # Whatever is wrong with a paper, the meeting goes on.
            self.call_from_thread(self._not_worded, page, error)
        else:
            self.call_from_thread(self._show_paper, page, text)

    def _show_paper(self, page: PaperPage, text: str) -> None:
        page.show(text, self._gaps())

    def _not_worded(self, page: PaperPage, error: Exception) -> None:
        if self.box is page:
            self._close_box()
        self._paper_failed(error)

    def _paper_failed(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
        self._say(self.words("papers.failed", reason=reason), bad=True)

    def on_paper_page_wanted(self, event: PaperPage.Wanted) -> None:
        """Write the paper that was read."""
        self._close_box()
        self._write_paper(event.name)

    @work(thread=True, exclusive=True, group="papers", exit_on_error=False)
    def _write_paper(self, name: str) -> None:
        try:
            paths = self.desk.write_paper(name)
        except Exception as error:  # noqa: BLE001
            # Whatever is wrong with a paper, the meeting goes on.
            self.call_from_thread(self._paper_failed, error)
        else:
            told = (
                self.words("papers.written", path=", ".join(map(str, paths))) if paths else self.words("papers.empty")
            )
            self.call_from_thread(self._say, told)
