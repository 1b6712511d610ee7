"""The sign of life: the last instant at which the console was certainly running."""

from __future__ import annotations

import zlib
from datetime import datetime
from pathlib import Path

from data import durable


def beat(path: Path, instant: datetime) -> None:
    """Write the instant, which must know its zone, in the place of the one before; cheap enough for every second."""
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    text = instant.isoformat().encode()
    durable.replace(path, b"%b %08x\n" % (text, zlib.crc32(text)), flushed=False)


def last_beat(path: Path) -> datetime | None:
    """Read the last instant written, None when there is none or it cannot be trusted."""
    try:
        text, checksum = durable.read(path).split()
        instant = datetime.fromisoformat(text.decode("ascii"))
    except (OSError, ValueError):
        return None
    return instant if instant.tzinfo is not None and checksum == b"%08x" % zlib.crc32(text) else None
