"""What the front door says: UTF-8 on every computer, and never a control character that a person typed."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from moderator.meeting.text import clean, clean_line


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page, and let nothing fail for a character or a closed stream."""
    # Python leaves None where the shell closed a stream.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(text: str) -> None:
    """Print what was asked for."""
    print(clean(text))


def complain(text: str) -> None:
    """Print on one line of the error output why something was not done."""
    print(clean_line(text), file=sys.stderr)


def finish() -> None:
    """Let what was told reach its reader; an output that is closed or full is not spoken to again, not even at the end.

    Without this the interpreter would try once more when it ends, and complain in words of its own.
    """
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, sys.stdout.fileno())
        finally:
            os.close(nowhere)


def has_terminal() -> bool:
    """Whether a screen can be opened here; another driver than the terminal's may have been chosen for it."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    streams = (sys.__stdin__, sys.__stderr__)
    return all(stream is not None and stream.isatty() for stream in streams)


def in_columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows of cells under one another; the last column is as long as it likes."""
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    ]
