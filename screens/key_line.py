"""The key line at the foot of the console, made from the registry."""

from __future__ import annotations

from rich.cells import cell_len

from screens.registry import ACTS, key_name
from screens.words import Words

_ON_THE_LINE = (
    "register", "write", "assign", "call_answer", "conclude", "pause", "palette", "undo", "help",
    "ask_back", "follow_up", "absent", "extend", "aim", "minutes",
)  # fmt: skip


def key_line(words: Words, width: int, lines: int) -> str:
    """The keys that matter most, as many as the lines hold; no key is parted from its word."""
    found: list[str] = [""]
    for name in _ON_THE_LINE:
        item = f"{key_name(ACTS[name].key)} {words(f'key.{name}')}"
        longer = f"{found[-1]}  {item}" if found[-1] else item
        if cell_len(longer) <= width:
            found[-1] = longer
        elif len(found) < lines:
            found.append(item)
        else:
            break
    return "\n".join(found)
