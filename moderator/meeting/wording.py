"""Sentences of official Vietnamese that papers and the console share: outcomes, drafted conclusions, gaps to fill."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from moderator.meeting.dates_in_words import day_in_words
from moderator.meeting.text import fold

GAP: Final = "……………………"
GAP_TIME: Final = "…… giờ …… phút"
GAP_DAY: Final = "ngày …… tháng …… năm ………"

OUTCOME_NAMES: Final[Mapping[str, str]] = {
    "settled": "đã trả lời, giải trình tại hội nghị",
    "written": "tiếp thu, trả lời bằng văn bản",
    "study": "giao nghiên cứu, xem xét, giải quyết",
    "beyond": "vượt thẩm quyền, kiến nghị cấp có thẩm quyền",
    "off_topic": "ngoài nội dung, trả lời riêng bằng văn bản",
    "procedure": "hướng dẫn theo pháp luật về khiếu nại, tố cáo",
    "noted": "tiếp thu, ghi nhận",
}
_DRAFTS: Final[Mapping[str, str]] = {
    "settled": "Nội dung đã được trả lời, giải trình tại hội nghị.",
    "written": "Tiếp thu ý kiến; giao {body} trả lời bằng văn bản {by}.",
    "study": "Giao {body} nghiên cứu, xem xét, giải quyết và trả lời bằng văn bản {by}.",
    "beyond": (
        "Nội dung vượt thẩm quyền giải quyết của địa phương; tiếp thu, kiến nghị {body} xem xét, giải quyết"
        " và thông báo cho người có ý kiến biết {by}."
    ),
    "off_topic": (
        "Nội dung nằm ngoài phạm vi đối thoại; tiếp nhận ý kiến và giao {body} trả lời riêng bằng văn bản {by}."
    ),
    "procedure": (
        "Nội dung thuộc trình tự khiếu nại, tố cáo, không xem xét, giải quyết tại hội nghị; hướng dẫn người có ý kiến"
        " thực hiện theo quy định của pháp luật về khiếu nại, tố cáo."
    ),
    "noted": "Tiếp thu, ghi nhận ý kiến.",
}
_NOBODY_NAMED: Final[Mapping[str, str]] = {"beyond": "cấp có thẩm quyền"}
_SENTENCE_ENDS: Final = (".", "!", "?", "…", ":", ";", ",")
_COUNCILS: Final = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_UNITS: Final = ("xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh")


def outcome_name(outcome: str) -> str:
    """The outcome as screens and papers name it, in lower case."""
    return OUTCOME_NAMES[outcome]


def drafted_conclusion(
    outcome: str, body: str = "", due: dt.date | None = None, estimated: bool = False, reason: str = ""
) -> str:
    """What the chair concludes, worded from the outcome alone; a body or date still missing is left as a space."""
    named = body or _NOBODY_NAMED.get(outcome, GAP)
    # The reason follows what may not fit a sentence of ours, so it stands in one of its own.
    return _DRAFTS[outcome].format(body=named, by=no_later_than(due, estimated)) + reason_sentence(reason)


def no_later_than(due: dt.date | None, estimated: bool = False) -> str:
    """Give "chậm nhất ngày 26 tháng 8 năm 2026", with "(tạm tính)" where days off are not announced yet."""
    day = GAP_DAY if due is None else day_in_words(due)
    return f"chậm nhất {day}{' (tạm tính)' if estimated and due is not None else ''}"


def reason_sentence(reason: str) -> str:
    """A sentence with the reason, to be set behind another one; empty without a reason."""
    return f" Lý do: {closed(reason)}" if reason.strip() else ""


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
