"""The papers that can be written of a meeting: who words each, who writes it, and under which name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes import minutes
from moderator.meeting.paper import Paper
from moderator.meeting.working_days import Calendar

Word = Callable[[Meeting, Calendar], Paper | tuple[Paper, ...]]
Write = Callable[[Meeting, Calendar, Path], Path | None]


def _docx(word: Word) -> Write:
    """Write what a function words; several papers, such as a letter to each body, go into one file one after another."""

    def write(meeting: Meeting, calendar: Calendar, path: Path) -> Path | None:
        # The paper library takes longer to load than a meeting to be read; only who writes a paper waits for it.
        from data.docx_writer import write_docx

        worded = word(meeting, calendar)
        papers = (worded,) if isinstance(worded, Paper) else worded
        return write_docx(papers, path) if papers else None

    return write


@dataclass(frozen=True, slots=True)
class KindOfPaper:
    """A paper that can be written.

    Attributes:
        write: writes it to a path and says where it really went, or None where there is nothing to write.
        file_name: its name in the folder of papers; it never names a person.
    """

    write: Write
    file_name: str


PAPERS: dict[str, KindOfPaper] = {
    "minutes": KindOfPaper(_docx(minutes), "bien-ban.docx"),
}


def write_papers(meeting: Meeting, calendar: Calendar, folder: Path, names: Iterable[str]) -> list[Path]:
    """Write papers of a meeting as it stands into a folder, in the order of their names, and say where they are."""
    kinds = [PAPERS[name] for name in names]
    written = [kind.write(meeting, calendar, folder / kind.file_name) for kind in kinds]
    return [path for path in written if path is not None]
