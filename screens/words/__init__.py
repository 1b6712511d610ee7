"""The words of the interface: one catalogue per language, the same keys in each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from moderator.meeting.refusals import Refusal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


class Words:
    """The words of one language, asked for by key."""

    def __init__(self, language: Language, catalogue: Mapping[str, str]) -> None:
        """Speak a language from its catalogue."""
        self.language = language
        self._catalogue = catalogue

    def __call__(self, key: str, /, **params: object) -> str:
        """The sentence of a key; what people typed goes in as it is and is never read as a template."""
        sentence = self._catalogue[key]
        return sentence.format(**params) if params else sentence

    def has(self, key: str) -> bool:
        """Whether the catalogue has a key."""
        return key in self._catalogue

    def refusal(self, refusal: Refusal) -> str:
        """Why a command was not taken, and what to do instead."""
        return self(f"refusal.{refusal.code}", **refusal.params)


@cache
def words(language: Language) -> Words:
    """The words of a language."""
    if language == "en":
        from screens.words.en import CATALOGUE
    else:
        from screens.words.vi import CATALOGUE
    return Words(language, CATALOGUE)
