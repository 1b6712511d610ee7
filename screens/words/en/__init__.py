"""The words in English, by the part of the interface that speaks them."""

from __future__ import annotations

from screens.words.en import attendance as attendance
from screens.words.en import command_line as command_line
from screens.words.en import commands as commands
from screens.words.en import console as console
from screens.words.en import hall as hall
from screens.words.en import home as home
from screens.words.en import papers as papers
from screens.words.en import refusals as refusals

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
