"""Sentences of official Vietnamese that papers and the console share: outcomes, drafted conclusions, gaps to fill."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Final

from moderator.meeting.dates_in_words import day_in_words
from moderator.meeting.text import fold

GAP: Final = "……………………"
GAP_TIME: Final = "…… giờ …… phút"
GAP_DAY: Final = "ngày …… tháng …… năm ………"
WRITING_LINE: Final = "…" * 33
"""A line to write on, about as wide as an upright page."""

# Every phrase that an office may word otherwise; what stands in braces is filled in.
_USUAL: Final[Mapping[str, str]] = {
    "outcome.settled": "đã trả lời, giải trình tại hội nghị",
    "outcome.written": "tiếp thu, trả lời bằng văn bản",
    "outcome.study": "giao nghiên cứu, xem xét, giải quyết",
    "outcome.beyond": "vượt thẩm quyền, kiến nghị cấp có thẩm quyền",
    "outcome.off_topic": "ngoài nội dung, trả lời riêng bằng văn bản",
    "outcome.procedure": "hướng dẫn theo pháp luật về khiếu nại, tố cáo",
    "outcome.noted": "tiếp thu, ghi nhận",
    "conclusion.settled": "Nội dung đã được trả lời, giải trình tại hội nghị.",
    "conclusion.written": "Tiếp thu ý kiến; giao {body} trả lời bằng văn bản {by}.",
    "conclusion.study": "Giao {body} nghiên cứu, xem xét, giải quyết và trả lời bằng văn bản {by}.",
    "conclusion.beyond": (
        "Nội dung vượt thẩm quyền giải quyết của địa phương; tiếp thu, kiến nghị {body} xem xét, giải quyết"
        " và thông báo cho người có ý kiến biết {by}."
    ),
    "conclusion.off_topic": (
        "Nội dung nằm ngoài phạm vi đối thoại; tiếp nhận ý kiến và giao {body} trả lời riêng bằng văn bản {by}."
    ),
    "conclusion.procedure": (
        "Nội dung thuộc trình tự khiếu nại, tố cáo, không xem xét, giải quyết tại hội nghị; hướng dẫn người có ý kiến"
        " thực hiện theo quy định của pháp luật về khiếu nại, tố cáo."
    ),
    "conclusion.noted": "Tiếp thu, ghi nhận ý kiến.",
    "no_later_than": "chậm nhất {day}",
    "reason": "Lý do: {reason}",
    "higher_level": "cấp có thẩm quyền",
}
_SENTENCE_ENDS: Final = (".", "!", "?", "…", ":", ";", ",")
_COUNCILS: Final = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_UNITS: Final = ("xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh")


class UnknownPhrase(ValueError):
    """There is no phrase of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnfitPhrase(ValueError):
    """A phrase has not the places to fill in that the usual one has; `wanted` are those."""

    def __init__(self, name: str, wanted: tuple[str, ...]) -> None:
        super().__init__(name, wanted)
        self.name = name
        self.wanted = wanted


class Phrases(Mapping[str, str]):
    """The phrases that the papers are worded with: the usual ones, but where an office has its own."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        """Take the office's own phrases over the usual ones; raises UnknownPhrase or UnfitPhrase."""
        for name, phrase in (own or {}).items():
            if name not in _USUAL:
                raise UnknownPhrase(name)
            wanted = _places(_USUAL[name])
            if not phrase.strip() or _places(phrase) != wanted:
                raise UnfitPhrase(name, wanted)
        self._said = {**_USUAL, **(own or {})}

    def __getitem__(self, name: str) -> str:
        """The phrase of a name."""
        return self._said[name]

    def __iter__(self) -> Iterator[str]:
        """The names in the order of the table."""
        return iter(self._said)

    def __len__(self) -> int:
        """How many phrases there are."""
        return len(self._said)


def _places(phrase: str) -> tuple[str, ...]:
    """What is to be filled in, each once; a phrase that cannot be filled in has a place that no other has."""
    try:
        found = {name + (how or spec or "") for _, name, spec, how in Formatter().parse(phrase) if name is not None}
    except ValueError:
        return ("{",)
    return tuple(sorted(found))


USUAL_PHRASES: Final = Phrases()


def outcome_name(outcome: str, phrases: Phrases = USUAL_PHRASES) -> str:
    """The outcome as papers name it, in lower case."""
    return phrases[f"outcome.{outcome}"].format()


def drafted_conclusion(
    outcome: str,
    body: str = "",
    due: dt.date | None = None,
    estimated: bool = False,
    reason: str = "",
    phrases: Phrases = USUAL_PHRASES,
) -> str:
    """What the chair concludes, worded from the outcome alone; a body or date still missing is left as a space."""
    named = body or (phrases["higher_level"].format() if outcome == "beyond" else GAP)
    by = no_later_than(due, estimated, phrases)
    # The reason follows what may not fit a sentence of ours, so it stands in one of its own.
    return phrases[f"conclusion.{outcome}"].format(body=named, by=by) + reason_sentence(reason, phrases)


def no_later_than(due: dt.date | None, estimated: bool = False, phrases: Phrases = USUAL_PHRASES) -> str:
    """Give "chậm nhất ngày 26 tháng 8 năm 2026", with "(tạm tính)" where days off are not announced yet."""
    by = phrases["no_later_than"].format(day=GAP_DAY if due is None else day_in_words(due))
    return f"{by} (tạm tính)" if estimated and due is not None else by


def reason_sentence(reason: str, phrases: Phrases = USUAL_PHRASES) -> str:
    """A sentence with the reason, to be set behind another one; empty without a reason."""
    return f" {phrases['reason'].format(reason=closed(reason))}" if reason.strip() else ""


def closed(text: str) -> str:
    """What somebody typed, ended as a sentence; its own words stay untouched."""
    words = text.strip()
    return words if not words or words.endswith(_SENTENCE_ENDS) else f"{words}."


def led(lead: str, text: str) -> str:
    """What somebody typed behind its lead, such as "Chủ trì hỏi lại: ..."; a lead typed already is not repeated."""
    beginning = text.strip()[: len(lead)]
    return closed(text) if fold(beginning) == fold(lead) else f"{lead}: {closed(text)}"


def within_sentence(words: str) -> str:
    """Words that begin with a capital as they stand inside a sentence; an acronym keeps its capitals."""
    return words if len(words) > 1 and words[1].isupper() else words[:1].lower() + words[1:]


def field_in_words(name: str) -> str:
    """Give "lĩnh vực đất đai" for "Đất đai"; a name that says so itself is not told twice."""
    words = within_sentence(name)
    return words if fold(words).startswith("linh vuc") else f"lĩnh vực {words}"


def in_running_text(body: str) -> str:
    """A body's name as a sentence writes it, when the head of papers has it in capitals throughout.

    Only the names of councils and committees can be told apart from place names; any other name stays as it is.
    """
    if not body.isupper():
        return body
    words = body.split()
    for council in _COUNCILS:
        length = len(council.split())
        if fold(" ".join(words[:length])) != fold(council):
            continue
        rest = " ".join(words[length:])
        unit = next((unit for unit in _UNITS if fold(f"{rest} ").startswith(f"{fold(unit)} ")), "")
        place = " ".join(word.capitalize() for word in rest.split()[len(unit.split()) :])
        return " ".join(part for part in (council, unit, place) if part)
    return body
