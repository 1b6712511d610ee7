"""The names of all papers, as the meeting file and the command line write them."""

from __future__ import annotations

from typing import Final, Literal, get_args

PaperName = Literal[
    "notice",
    "invitation",
    "prepared_answers",
    "attendance_sheet",
    "registration_slip",
    "script",
    "emergency_form",
    "minutes",
    "minutes_public",
    "minutes_reading",
    "conclusion_notice",
    "summary",
    "summary_xlsx",
    "assignments",
    "reminders",
    "replies",
    "interim_notices",
    "forwarding",
    "procedure_letters",
    "report",
    "results_notice",
    "loudspeaker",
    "calendar",
]
PAPER_NAMES: Final[tuple[PaperName, ...]] = get_args(PaperName)
