"""Boxes for papers: which one, and what it says before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from moderator.meeting.minutes_gaps import Gap
from moderator.meeting.paper_names import PaperName
from screens.box import Box, PageBox
from screens.console_view import numbers
from screens.form import Choice
from screens.picker import Picker
from screens.words import Words


class PapersBox(Box):
    """Asks for a paper."""

    @dataclass
    class Chosen(Message):
        """A paper is to be read."""

        name: str

    def __init__(self, words: Words, rows: int, proposed: str = "minutes") -> None:
        """Offer every paper by its name, so many in sight at once."""
        super().__init__(words("papers.title"), words("papers.hint"))
        self._nothing = words("papers.nothing")
        self._picker = Picker(
            [Choice(name, words(f"paper.{name}")) for name in get_args(PaperName)], proposed, rows=rows
        )

    def compose(self) -> ComposeResult:
        """Title, field and list."""
        yield self.heading
        yield self._picker
        yield self.hint

    def on_mount(self) -> None:
        """Begin typing."""
        self.trap_focus()
        self._picker.input.focus()

    @on(Picker.Taken)
    def _taken(self, event: Picker.Taken) -> None:
        event.stop()
        self.give()

    def give(self) -> None:
        """Take the paper under the cursor."""
        if self._picker.value:
            self.post_message(self.Chosen(self._picker.value))
        else:
            self.hint.update(Content(self._nothing))


class PaperPage(PageBox):
    """A paper to be read, with what the meeting still lacks; F4 writes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "give", show=False)]

    @dataclass
    class Wanted(Message):
        """The paper is to be written."""

        name: str

    def __init__(self, words: Words, name: str, text: str, gaps: Iterable[Gap]) -> None:
        """Show the text of a paper."""
        self.name_of_paper = name
        lines = lacking(words, gaps)
        super().__init__(
            words(f"paper.{name}"),
            words("papers.page.hint"),
            Content.assemble(
                *((f"{line}\n", "bold $text-warning") for line in lines),
                "\n" if lines else "",
                text or words("papers.empty"),
            ),
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
