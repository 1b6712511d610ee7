"""Every act of the secretary with its key."""

from __future__ import annotations

from itertools import groupby

from moderator.session import Session
from moderator.terminal import in_columns, tell
from screens.registry import ACTS, key_name


def keys(session: Session) -> int:
    """Print the acts by group: key, name in scripts, and what each does."""
    words = session.words
    rows = [
        (key_name(act.key), act.name, words(f"command.{act.name}"), words(f"command.{act.name}.help"))
        for act in ACTS.values()
    ]
    lines = iter(in_columns(rows))
    for group, acts in groupby(ACTS.values(), key=lambda act: act.group):
        tell(words(f"group.{group}"))
        for _ in acts:
            tell(f"  {next(lines)}")
    return 0
