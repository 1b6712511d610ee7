"""A meeting file to fill in, with every key explained, for a secretary who has none yet."""

from __future__ import annotations

import contextlib
from importlib import resources
from pathlib import Path

from data import durable

_NAME = "mau-hoi-nghi.toml"


def template_text() -> str:
    """The text of the meeting file to fill in."""
    return resources.files("data.sample").joinpath(_NAME).read_text(encoding="utf-8")


def write_template(path: Path) -> None:
    """Write the meeting file to fill in; raises FileExistsError instead of writing over another file."""
    try:
        durable.write_new(path, template_text().encode())
    except FileExistsError:
        raise
    except OSError:
        # A part of it would stand in the way of the next try.
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def is_untouched(path: Path) -> bool:
    """Whether a file is the template as it was written, so that nobody has filled it in."""
    try:
        return path.read_text(encoding="utf-8-sig") == template_text()
    except (OSError, UnicodeDecodeError):
        return False
