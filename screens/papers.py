"""Boxes for papers: which one, and what it says before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from textual.message import Message

from moderator.meeting.paper_names import PaperName
from screens.box import PageBox, PickBox
from screens.drawn import Part
from screens.form import Choice
from screens.words import Words


class PapersBox(PickBox):
    """Asks for a paper."""

    @dataclass
    class Chosen(Message):
        """A paper is to be read."""

        name: str

    def __init__(self, words: Words, proposed: str = "minutes", of: str = "") -> None:
        """Offer every paper by its name; `of` says of which meeting, among several."""
        title = " – ".join(filter(None, (words("papers.title"), of)))
        choices = [Choice(name, words(f"paper.{name}")) for name in get_args(PaperName)]
        super().__init__(title, words("papers.hint"), words("papers.nothing"), choices, proposed)

    def picked(self, value: str) -> None:
        """Tell which paper was chosen."""
        self.tell(self.Chosen(value))


class PaperPage(PageBox):
    """A paper to be read, with what the meeting still lacks; F4 writes it."""

    @dataclass
    class Wanted(Message):
        """The paper is to be written."""

        name: str

    def __init__(self, words: Words, name: str) -> None:
        """Say that the paper is still being worded."""
        self.name_of_paper = name
        self._words = words
        super().__init__(words(f"paper.{name}"), words("papers.page.hint"), [(words("papers.reading"), "")])

    def show(self, text: str, lacking: Sequence[str]) -> None:
        """Show the text of the paper, after what the meeting still lacks."""
        told: list[Part] = [(f"{line}\n", "warn") for line in lacking]
        if told:
            told = [(self._words("papers.lack") + "\n", "warn"), *told, ("\n", "")]
        self.text = [*told, (text or self._words("papers.empty"), "")]
        self.redraw()

    def press(self, key: str) -> bool:
        """F4 writes the paper, wherever no key of the screen's own does."""
        if key == "f4":
            self.give()
            return True
        return super().press(key)

    def give(self) -> None:
        """Write the paper."""
        self.tell(self.Wanted(self.name_of_paper))
