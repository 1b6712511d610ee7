"""Boxes for papers: which one, and what it says before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from moderator.meeting.minutes_gaps import Gap
from moderator.meeting.paper_names import PaperName
from screens.box import PageBox, PickBox
from screens.console_view import numbers
from screens.form import Choice
from screens.picker import Picker
from screens.words import Words


class PapersBox(PickBox):
    """Asks for a paper."""

    @dataclass
    class Chosen(Message):
        """A paper is to be read."""

        name: str

    def __init__(self, words: Words, rows: int, proposed: str = "minutes", of: str = "") -> None:
        """Offer every paper by its name, so many in sight at once; `of` says of which meeting, among several."""
        title = " – ".join(filter(None, (words("papers.title"), of)))
        choices = [Choice(name, words(f"paper.{name}")) for name in get_args(PaperName)]
        super().__init__(title, words("papers.hint"), words("papers.nothing"), choices, rows, proposed)

    @on(PickBox.Picked)
    def _picked(self, event: PickBox.Picked) -> None:
        event.stop()
        self.post_message(self.Chosen(event.value))

    def give(self) -> None:
        """Take the paper under the cursor."""
        self._picker.post_message(Picker.Taken(self._picker))


class PaperPage(PageBox):
    """A paper to be read, with what the meeting still lacks; F4 writes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "give", show=False)]

    @dataclass
    class Wanted(Message):
        """The paper is to be written."""

        name: str

    def __init__(self, words: Words, name: str, text: str | None, gaps: Iterable[Gap] = ()) -> None:
        """Show the text of a paper; None while it is still being worded."""
        self.name_of_paper = name
        self._words = words
        page = Content(words("papers.reading")) if text is None else self._page_of(text, gaps)
        super().__init__(words(f"paper.{name}"), words("papers.page.hint"), page)

    def show(self, text: str, gaps: Iterable[Gap]) -> None:
        """Show the text that is there by now."""
        self.query_one(".page Static", Static).update(self._page_of(text, gaps))

    def _page_of(self, text: str, gaps: Iterable[Gap]) -> Content:
        lines = lacking(self._words, gaps)
        return Content.assemble(
            *((f"{line}\n", "bold $text-warning") for line in lines),
            "\n" if lines else "",
            text or self._words("papers.empty"),
        )

    def action_give(self) -> None:
        """Write the paper."""
        self.give()

    def give(self) -> None:
        """Write the paper."""
        self.post_message(self.Wanted(self.name_of_paper))


def lacking(words: Words, gaps: Iterable[Gap]) -> Sequence[str]:
    """What a meeting still lacks, a line for each; none when nothing does."""
    lines = ["• " + words(f"gap.{gap.code}", numbers=numbers(gap.numbers)) for gap in gaps]
    return [words("papers.lack"), *lines] if lines else []
