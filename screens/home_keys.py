"""The keys of the home screen: what each does, on which list, and how that is told."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from rich.cells import cell_len

from screens.drawn import Part
from screens.words import Words

Where = Literal["", "meetings", "board"]


class HomeAct(NamedTuple):
    """Something that can be done on the home screen.

    Attributes:
        printed: how the key is printed.
        where: the list whose line of keys names it; empty for both.
    """

    name: str
    key: str
    printed: str
    where: Where = ""


ACTS: Final[tuple[HomeAct, ...]] = (
    HomeAct("open", "enter", "Enter"),
    HomeAct("record", "f2", "F2", "board"),
    HomeAct("extend", "f7", "F7", "board"),
    HomeAct("letter", "f8", "F8", "board"),
    HomeAct("new", "f3", "F3", "meetings"),
    HomeAct("demo", "f4", "F4", "meetings"),
    HomeAct("switch", "tab", "Tab"),
    HomeAct("help", "f1", "F1"),
    HomeAct("group", "ctrl+g", "Ctrl+G", "board"),
    HomeAct("choose", "ctrl+l", "Ctrl+L", "board"),
    HomeAct("projector", "f6", "F6", "meetings"),
    HomeAct("papers", "f9", "F9"),
    HomeAct("minutes", "f12", "F12", "meetings"),
    HomeAct("take_back", "f10", "F10", "board"),
    HomeAct("look", "f5", "F5", "meetings"),
    HomeAct("quit", "ctrl+q", "Ctrl+Q"),
    HomeAct("clear", "escape", "Esc", "meetings"),
)


def key_line(words: Words, width: int, where: Where = "meetings") -> str:
    """As many keys of a list as two lines hold, the ones that matter most first."""
    lines = [""]
    for act in ACTS:
        if act.where not in ("", where):
            continue
        item = f"{act.printed} {words(f'home.key.{act.name}')}"
        if lines[-1] and cell_len(lines[-1]) + 3 + cell_len(item) > width:
            lines.append("")
        lines[-1] += f" · {item}" if lines[-1] else item
    return "\n".join(lines[:2])


def help_parts(words: Words) -> list[Part]:
    """The page of F1."""
    parts: list[Part] = [(words("home.help") + "\n\n", "")]
    for act in ACTS:
        parts += [(f"{act.printed:<8}", "strong"), (words(f"home.help.{act.name}") + "\n", "")]
    parts.append(("\n" + words("home.help.signs"), ""))
    return parts
