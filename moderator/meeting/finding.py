"""What is found by a typed fragment, without accents, the best first: at each key, among a thousand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from moderator.meeting.text import KEPT_LENGTH, fold


def matches(fragment: str, text: str) -> bool:
    """Tell whether typing `fragment` finds `text`; an empty fragment finds everything."""
    return rank(fragment, text) is not None


def rank(fragment: str, text: str) -> int | None:
    """Say how well `fragment` finds `text`: 0 is best, higher is worse, None when it does not.

    From best to worst: the whole text; as whole words the last one (by which people are called), then those at the
    beginning, then those anywhere; as the beginning of a word the last one, then the text itself, then its words one
    after the other; each typed word begins some word; anywhere inside. Within each of these the text that has the
    accents as typed comes first.
    """
    return _rank(_sought(fragment), _text(text))


class Findable(NamedTuple):
    """A thing that is searched at each key.

    Attributes:
        called: how it is called, None where it has no name of its own.
        said: all that is said of it.
    """

    called: _Text | None
    said: _Text


def findable(called: str, said: str) -> Findable:
    """Make a thing ready to be searched by how it is called, perhaps nothing, and by what is said of it."""
    return Findable(_text(called) if called else None, _text(said))


class Findables:
    """Things that are searched at each key: by how each is called, else by all that is said of it."""

    def __init__(self, things: Iterable[Findable] = ()) -> None:
        """Search among these."""
        self._called: list[_Text | None] = []
        self._said: list[_Text | None] = []
        self._by_letter: dict[str, _Found] = {}
        self.add(things)

    def __len__(self) -> int:
        return len(self._said)

    def add(self, things: Iterable[Findable]) -> None:
        """Search among these as well, behind the others."""
        for thing in things:
            self._called.append(thing.called)
            self._said.append(thing.said)

    def best(self, fragment: str, among: Iterable[int] | None = None) -> list[int]:
        """Of all, or of those at some places in their order, the places of what a fragment finds, the best first."""
        if len(fragment) != 1 or among is not None:
            found = _Found()
            self._find(fragment, range(len(self)) if among is None else among, found)
            return found.places
        # What one letter finds, nearly all of them, is kept: every search begins with one.
        found = self._by_letter.setdefault(fragment, _Found())
        if found.looked_at < len(self):
            self._find(fragment, range(found.looked_at, len(self)), found)
            found.looked_at = len(self)
        return found.places

    def _find(self, fragment: str, among: Iterable[int], found: _Found) -> None:
        seeking = _sought(fragment)
        others = _rank_into(found.by_call, seeking, self._called, among)
        _rank_into(found.by_all, seeking, self._said, others)


class _Found:
    """What a fragment finds.

    Attributes:
        by_call: the places of those that it finds by how they are called, by rank.
        by_all: of the others the places of those that it finds by all that is said of them, by rank.
        looked_at: how many of the things were looked at, where that goes on.
    """

    def __init__(self) -> None:
        self.by_call: list[list[int]] = [[] for _ in range(_INSIDE + 1)]
        self.by_all: list[list[int]] = [[] for _ in range(_INSIDE + 1)]
        self.looked_at = 0

    @property
    def places(self) -> list[int]:
        """All of them, the best first."""
        return [*chain(*self.by_call, *self.by_all)]


def meant(fragment: str, texts: Sequence[Sequence[str]]) -> list[int]:
    """The places of those that a fragment most likely means, each of which has several texts to be found by.

    Who is found by a whole text leaves behind who is found by whole words, and these who is found by beginnings of
    words; several are left where the fragment does not tell them apart. The inside of a word means nobody.
    """
    wanted = _sought(fragment)
    found: dict[int, list[int]] = {}
    for place, each in enumerate(texts):
        kinds = [rank // 2 for text in each if (rank := _rank(wanted, _text(text))) is not None]
        if wanted.folded and kinds and min(kinds) < len(_CLOSENESS):
            found.setdefault(_CLOSENESS[min(kinds)], []).append(place)
    return found[min(found)] if found else []


# The whole text, whole words, beginnings of words: by the kinds of a match.
_CLOSENESS = (0, 1, 1, 1, 2, 2, 2, 2)


class _Sought(NamedTuple):
    """A fragment as it is compared with a thousand texts.

    Attributes:
        folded: without accents.
        word: the same as it stands among the words of a text, with a space before and behind.
        begin: the same behind the space that goes before a word.
        parts: of several words, each behind such a space.
        beginnings: each of its words, with the accents as typed, behind the space that goes before a word.
    """

    folded: str
    word: str
    begin: str
    parts: tuple[str, ...]
    beginnings: tuple[str, ...]


# The rank of what stands inside a word, where the accents as typed begin none.
_INSIDE = 2 * 8 + 1


class _Text(NamedTuple):
    """A text as it is searched at each key.

    Attributes:
        folded: without accents.
        words: the same, with spaces in the place of all that parts words, one before and one behind.
        last: the last word.
        composed: with its accents, a space before each word.
    """

    folded: str
    words: str
    last: str
    composed: str


@lru_cache(maxsize=64)
def _sought(fragment: str) -> _Sought:
    folded = fold(fragment)
    parts = unicodedata.normalize("NFC", fragment).casefold().split()
    several = tuple(f" {word}" for word in folded.split(" ")) if " " in folded else ()
    return _Sought(folded, f" {_apart(folded)} ", f" {folded}", several, tuple(f" {part}" for part in parts))


def _apart(text: str) -> str:
    """A text with spaces in the place of all that parts words."""
    return text if text.replace(" ", "").isalnum() else "".join(c if c.isalnum() else " " for c in text)


def _text(text: str) -> _Text:
    return _kept_text(text) if len(text) <= KEPT_LENGTH else _found_in(text)


def _found_in(text: str) -> _Text:
    folded = fold(text)
    composed = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return _Text(folded, f" {_apart(folded)} ", folded.rpartition(" ")[2], f" {composed}")


_kept_text = lru_cache(maxsize=16_384)(_found_in)


def _rank_into(
    by_rank: Sequence[list[int]], seeking: _Sought, texts: Sequence[_Text | None], among: Iterable[int]
) -> list[int]:
    """Put the places of the texts that are found where their ranks are; the places of the others."""
    others: list[int] = []
    wanted, begin = seeking.folded, seeking.begin
    # Letters and digits alone find a text in its words alone, and where they begin none of these they stand inside one:
    # at each key a thousand texts are looked at so.
    among_words = wanted.isalnum()
    inside = by_rank[_INSIDE]
    for place in among:
        text = texts[place]
        if text is None:
            others.append(place)
            continue
        if among_words:
            words = text.words
            if begin not in words:
                (inside if wanted in words else others).append(place)
                continue
        rank = _rank(seeking, text)
        (others if rank is None else by_rank[rank]).append(place)
    return others


def _rank(seeking: _Sought, text: _Text) -> int | None:
    kind = _kind_of_match(seeking, text)
    if kind is None:
        return None
    for beginning in seeking.beginnings:
        if beginning not in text.composed:
            return 2 * kind + 1
    return 2 * kind


def _kind_of_match(seeking: _Sought, text: _Text) -> int | None:
    wanted, word, begin, parts, _ = seeking
    found, words, last, _ = text
    if wanted not in found:
        # One word that stands nowhere begins no word either.
        return 7 if parts and _each_begins(parts, found) else None
    if wanted == found:
        return 0
    if last == wanted:
        return 1
    if word in words and wanted and (place := _whole_word(wanted, found)) is not None:
        return 3 if place else 2
    if not parts and last.startswith(wanted):
        return 4
    if found.startswith(wanted):
        return 5
    if begin in found:
        return 6
    return 7 if parts and _each_begins(parts, found) else _INSIDE // 2


def _whole_word(wanted: str, found: str) -> int | None:
    """Where it first stands with no letter and no digit at either side."""
    place = found.find(wanted)
    while place >= 0:
        if not found[place - 1 : place].isalnum() and not found[place + len(wanted) :][:1].isalnum():
            return place
        place = found.find(wanted, place + 1)
    return None


def _each_begins(parts: tuple[str, ...], found: str) -> bool:
    """Whether each word that is wanted, behind its space, is the beginning of some word that is there."""
    return all(map(f" {found}".__contains__, parts))
