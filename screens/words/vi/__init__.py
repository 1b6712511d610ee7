"""The words in Vietnamese, by the part of the interface that speaks them."""

from __future__ import annotations

from screens.words.vi import attendance as attendance
from screens.words.vi import command_line as command_line
from screens.words.vi import commands as commands
from screens.words.vi import console as console
from screens.words.vi import hall as hall
from screens.words.vi import home as home
from screens.words.vi import papers as papers
from screens.words.vi import refusals as refusals

CATALOGUE: dict[str, str] = {
    **refusals.WORDS,
    **attendance.WORDS,
    **command_line.WORDS,
    **commands.WORDS,
    **console.WORDS,
    **hall.WORDS,
    **home.WORDS,
    **papers.WORDS,
}
