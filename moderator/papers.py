"""The papers that can be written of a meeting: who words each, who writes it, and under which name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from moderator.meeting.assignments import assignments, reminders
from moderator.meeting.attendance_sheet import attendance_sheet
from moderator.meeting.conclusion_notice import conclusion_notice
from moderator.meeting.deadline_calendar import calendar_name, deadline_calendar
from moderator.meeting.emergency_form import emergency_form
from moderator.meeting.forwarding import forwarding
from moderator.meeting.interim_notices import interim_notices
from moderator.meeting.invitation import invitation
from moderator.meeting.loudspeaker import loudspeaker
from moderator.meeting.meeting import Meeting
from moderator.meeting.minutes import minutes
from moderator.meeting.minutes_public import public_minutes
from moderator.meeting.minutes_reading import minutes_reading
from moderator.meeting.notice import notice
from moderator.meeting.opinion_table import summary, summary_sheet
from moderator.meeting.paper import Paper
from moderator.meeting.prepared_answers import prepared_answers
from moderator.meeting.procedure_letters import procedure_letters
from moderator.meeting.registration_slip import registration_slip
from moderator.meeting.replies import replies
from moderator.meeting.report import report
from moderator.meeting.results_notice import results_notice
from moderator.meeting.script import script
from moderator.meeting.working_days import Calendar

Word = Callable[[Meeting, Calendar], Paper | tuple[Paper, ...]]
WordOnDay = Callable[[Meeting, Calendar, dt.date], Paper | tuple[Paper, ...]]
Read = Callable[[Meeting, Calendar, dt.date], str]
Write = Callable[[Meeting, Calendar, dt.date, Path], Path | None]

# Between the letters of one paper, as they are read on a screen.
_NEXT_LETTER = "\n\n" + "─" * 40 + "\n\n"


@dataclass(frozen=True, slots=True)
class KindOfPaper:
    """A paper that can be written.

    Attributes:
        read: its plain text, empty where there is nothing to write.
        write: writes it to a path and says where it really went, or None where there is nothing to write.
        file_name: its name in the folder of papers; it never names a person.
    """

    read: Read
    write: Write
    file_name: str


def _docx(word: Word, file_name: str) -> KindOfPaper:
    """What a function words; several papers, such as a letter to each body, go into one file."""
    return _docx_on_day(lambda meeting, calendar, _: word(meeting, calendar), file_name)


def _docx_on_day(word: WordOnDay, file_name: str) -> KindOfPaper:
    """What a function words as it stands on a day."""

    def read(meeting: Meeting, calendar: Calendar, today: dt.date) -> str:
        return _NEXT_LETTER.join(paper.plain_text() for paper in _several(word(meeting, calendar, today)))

    def write(meeting: Meeting, calendar: Calendar, today: dt.date, path: Path) -> Path | None:
        return _write_docx(word(meeting, calendar, today), path)

    return KindOfPaper(read, write, file_name)


def _several(worded: Paper | tuple[Paper, ...]) -> tuple[Paper, ...]:
    return (worded,) if isinstance(worded, Paper) else worded


def _write_docx(worded: Paper | tuple[Paper, ...], path: Path) -> Path | None:
    # The paper library takes longer to load than a meeting to be read; only who writes a paper waits for it.
    from data.docx_writer import write_docx

    papers = _several(worded)
    return write_docx(papers, path) if papers else None


def _summary_xlsx(meeting: Meeting, calendar: Calendar, today: dt.date, path: Path) -> Path:
    from data.xlsx_writer import write_xlsx

    return write_xlsx(summary_sheet(meeting, calendar, today), path)


def _read_summary(meeting: Meeting, calendar: Calendar, today: dt.date) -> str:
    return summary(meeting, calendar, today).plain_text()


def _loudspeaker(meeting: Meeting, calendar: Calendar, today: dt.date, path: Path) -> Path:
    from data.text_writer import write_text

    return write_text(loudspeaker(meeting, calendar), path)


def _calendar(meeting: Meeting, calendar: Calendar, today: dt.date, path: Path) -> Path:
    from data.ics_writer import write_ics

    stamp = meeting.records[-1].at
    return write_ics(calendar_name(meeting), deadline_calendar(meeting, calendar), stamp, path)


def _read_calendar(meeting: Meeting, calendar: Calendar, today: dt.date) -> str:
    days = deadline_calendar(meeting, calendar)
    return "\n".join([calendar_name(meeting), *(f"{day.day:%d/%m/%Y}  {day.title}" for day in days)])


PAPERS: dict[str, KindOfPaper] = {
    "notice": _docx(notice, "thong-bao.docx"),
    "invitation": _docx(invitation, "giay-moi.docx"),
    "prepared_answers": _docx(prepared_answers, "de-nghi-chuan-bi-tra-loi.docx"),
    "attendance_sheet": _docx(attendance_sheet, "danh-sach-dai-bieu.docx"),
    "registration_slip": _docx(registration_slip, "phieu-dang-ky.docx"),
    "script": _docx(script, "kich-ban-dieu-hanh.docx"),
    "emergency_form": _docx(emergency_form, "phieu-ghi-tay.docx"),
    "minutes": _docx(minutes, "bien-ban.docx"),
    "minutes_public": _docx(public_minutes, "bien-ban-cong-khai.docx"),
    "minutes_reading": _docx(minutes_reading, "bien-ban-doc-thong-qua.docx"),
    "conclusion_notice": _docx(conclusion_notice, "thong-bao-ket-luan.docx"),
    "summary": _docx_on_day(summary, "bang-tong-hop.docx"),
    "summary_xlsx": KindOfPaper(_read_summary, _summary_xlsx, "bang-tong-hop.xlsx"),
    "assignments": _docx(assignments, "phieu-giao-viec.docx"),
    "reminders": _docx_on_day(reminders, "phieu-don-doc.docx"),
    "replies": _docx(replies, "cong-van-tra-loi.docx"),
    "interim_notices": _docx(interim_notices, "cong-van-thong-bao-viec-giai-quyet.docx"),
    "forwarding": _docx(forwarding, "cong-van-kien-nghi-cap-tren.docx"),
    "procedure_letters": _docx(procedure_letters, "cong-van-huong-dan.docx"),
    "report": _docx_on_day(report, "bao-cao-ket-qua.docx"),
    "results_notice": _docx(results_notice, "thong-bao-ket-qua-giai-quyet.docx"),
    "loudspeaker": KindOfPaper(
        lambda meeting, calendar, _: loudspeaker(meeting, calendar), _loudspeaker, "bai-phat-thanh.txt"
    ),
    "calendar": KindOfPaper(_read_calendar, _calendar, "lich-thoi-han.ics"),
}
TELLING_THE_CLOSING: dict[str, Callable[[Meeting, Calendar, dt.datetime], Paper]] = {
    "minutes": minutes,
    "minutes_public": public_minutes,
    "minutes_reading": minutes_reading,
}
_LETTERS_ABOUT: dict[str, Callable[[Meeting, Calendar, dt.date, int], tuple[Paper, ...]]] = {
    "assignments": lambda meeting, calendar, _, promise: assignments(meeting, calendar, promise),
    "reminders": reminders,
    "replies": lambda meeting, calendar, _, promise: replies(meeting, calendar, promise),
    "interim_notices": lambda meeting, calendar, _, promise: interim_notices(meeting, calendar, promise),
    "forwarding": lambda meeting, calendar, _, promise: forwarding(meeting, calendar, promise),
}


def write_papers(
    meeting: Meeting,
    calendar: Calendar,
    folder: Path,
    names: Iterable[str],
    today: dt.date | None = None,
    closing: dt.datetime | None = None,
) -> list[Path]:
    """Write papers of a meeting as it stands on a day into a folder, in the order of their names, and say where.

    Without a day they stand as on the day of the last thing that happened. `closing` is when a meeting that is not
    adjourned yet is going to end.
    """
    day = today or meeting.records[-1].at.astimezone(meeting.setup.tz).date()
    written = []
    for name in names:
        kind = PAPERS[name]
        path = folder / kind.file_name
        if closing is not None and name in TELLING_THE_CLOSING:
            written.append(_write_docx(TELLING_THE_CLOSING[name](meeting, calendar, closing), path))
        else:
            written.append(kind.write(meeting, calendar, day, path))
    return [path for path in written if path is not None]


def write_letter(
    meeting: Meeting, calendar: Calendar, folder: Path, name: str, promise: int, today: dt.date
) -> Path | None:
    """Write only the letters of a kind that are about one promise, and say where; None where there is none to write."""
    kept = Path(PAPERS[name].file_name)
    return _write_docx(
        _LETTERS_ABOUT[name](meeting, calendar, today, promise), folder / f"{kept.stem}-{promise}{kept.suffix}"
    )


def paper_text(meeting: Meeting, calendar: Calendar, name: str, today: dt.date) -> str:
    """A paper as it would be written on a day, to be read on a screen; empty where there is nothing to write."""
    return PAPERS[name].read(meeting, calendar, today)
