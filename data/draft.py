"""The draft: what is being typed and not yet part of the meeting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from data import durable


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the writing field.

    Attributes:
        text: as typed so far.
        target: what it writes to, in the words of the console.
        cursor: line and column, from 0.
        saved: when it was kept.
        boxes: what stands in the boxes, by act and field.
    """

    text: str
    target: str
    cursor: tuple[int, int] = (0, 0)
    saved: Annotated[datetime, msgspec.Meta(tz=True)]
    boxes: dict[str, dict[str, str]] = {}


def save_draft(path: Path, draft: Draft) -> None:
    """Keep the draft in the place of the one before, on the disk when this returns."""
    try:
        content = msgspec.json.encode(draft)
    except UnicodeEncodeError:
        cleaned = msgspec.structs.replace(
            draft,
            text=durable.without_lone_surrogates(draft.text),
            target=durable.without_lone_surrogates(draft.target),
            boxes={
                act: {field: durable.without_lone_surrogates(text) for field, text in texts.items()}
                for act, texts in draft.boxes.items()
            },
        )
        content = msgspec.json.encode(cleaned)
    durable.replace(path, content)


def load_draft(path: Path) -> Draft | None:
    """Read the draft that was kept, None when there is none or it cannot be read."""
    try:
        return msgspec.json.decode(durable.read(path), type=Draft)
    except (OSError, ValueError):
        return None
