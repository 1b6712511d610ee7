"""What the meeting file settles about one paper, completed with what is usual: number, date, signature, recipients."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from moderator.meeting.dates_in_words import day_in_words, number_two_digits
from moderator.meeting.paper import Signature
from moderator.meeting.paper_names import PaperName
from moderator.meeting.setup import PaperDetails, PaperSigner, Person, Setup, SigningAuthority
from moderator.meeting.text import fold
from moderator.meeting.units import unit_heads
from moderator.meeting.wording import GAP

_HEAD_OF_BODY: Final = "CHỦ TỊCH"
_COMMITTEE: Final = "Ủy ban nhân dân"
_OTHER_COUNCIL: Final = ("hoi dong nhan dan", "hdnd")
_BODY_IN_POST: Final = ("uy ban nhan dan", "ubnd", *_OTHER_COUNCIL)
_NUMBERED: Final = re.compile(r"(?:số\s*:?)?\s*(?P<number>[0-9]{1,9})\s*(?P<code>/.+)?", re.IGNORECASE | re.DOTALL)
_OPEN_NUMBER: Final = " " * 5
_OPEN_DAY: Final = "ngày      tháng      năm       "

# The code behind the number; papers that stay inside the house have neither.
_CODES: Final[Mapping[PaperName, str]] = {
    "notice": "TB-UBND",
    "invitation": "GM-UBND",
    "prepared_answers": "UBND-VP",
    "minutes": "BB-UBND",
    "minutes_public": "BB-UBND",
    "conclusion_notice": "TB-UBND",
    "assignments": "UBND-VP",
    "reminders": "UBND-VP",
    "replies": "UBND-VP",
    "interim_notices": "UBND-VP",
    "forwarding": "UBND-VP",
    "procedure_letters": "UBND-VP",
    "report": "BC-UBND",
    "results_notice": "TB-UBND",
}
_LETTER: Final = ("Như trên", "Lưu: VT, VP")
_TO_CHAIR_TOO: Final = ("Như trên", "Chủ trì hội nghị (b/c)", "Lưu: VT, VP")
_UNIT_HEADS: Final = "Các {heads}"
_PUBLIC: Final = (
    "Thường trực Đảng ủy, Thường trực HĐND (b/c)",
    "Ban Thường trực Ủy ban MTTQ Việt Nam",
    "Các tổ chức chính trị - xã hội",
    "Các cơ quan, đơn vị liên quan",
    _UNIT_HEADS,
    "Niêm yết, công bố để Nhân dân biết",
    "Lưu: VT, VP",
)
_RECIPIENTS: Final[Mapping[PaperName, tuple[str, ...]]] = {
    "notice": _PUBLIC,
    "invitation": _LETTER,
    "prepared_answers": _TO_CHAIR_TOO,
    "minutes": ("Chủ trì hội nghị", "Lưu: VT, Hồ sơ"),
    "minutes_public": ("Niêm yết, công bố để Nhân dân biết", "Lưu: VT, Hồ sơ"),
    "conclusion_notice": _PUBLIC,
    "assignments": _TO_CHAIR_TOO,
    "reminders": _TO_CHAIR_TOO,
    "replies": _TO_CHAIR_TOO,
    "interim_notices": _TO_CHAIR_TOO,
    "forwarding": _TO_CHAIR_TOO,
    "procedure_letters": _LETTER,
    "report": (
        "Thường trực Đảng ủy (b/c)",
        "Thường trực HĐND (b/c)",
        "Lãnh đạo Ủy ban nhân dân",
        "Ban Thường trực Ủy ban MTTQ Việt Nam",
        "Lưu: VT, VP",
    ),
    "results_notice": _PUBLIC,
}


class PaperOrder(Struct, frozen=True, kw_only=True):
    """How one paper is headed, signed and sent.

    Attributes:
        number: the whole number line, with room where the office has not given a number; empty for a paper without one.
        date: the day of the paper, None while it is not settled.
        place_and_date: locality and day as the head prints them, with room for a day that is not settled.
        signature: the signer's authority and post in lines, and the name.
        recipients: who receives the paper, as given, else as usual.
    """

    number: str
    date: dt.date | None
    place_and_date: str
    signature: Signature
    recipients: tuple[str, ...]


def order_for(setup: Setup, name: PaperName) -> PaperOrder:
    """What is settled about a paper, and what is usual for the rest; unless somebody else is named, the chair signs."""
    details = next((each for each in setup.papers if each.name == name), PaperDetails(name=name))
    return PaperOrder(
        number=_number_line(details.number, _CODES.get(name, "")),
        date=details.date,
        place_and_date=f"{setup.locality or GAP}, {_OPEN_DAY if details.date is None else day_in_words(details.date)}",
        signature=_usual_signature(setup) if details.signer is None else _signature(setup, details.signer),
        recipients=details.recipients or _usual_recipients(setup, name),
    )


def _usual_recipients(setup: Setup, name: PaperName) -> tuple[str, ...]:
    heads = _UNIT_HEADS.format(heads=unit_heads(setup))
    return tuple(heads if each == _UNIT_HEADS else each for each in _RECIPIENTS.get(name, ()))


def _number_line(given: str, code: str) -> str:
    given = given.strip()
    if not given:
        return f"Số: {_OPEN_NUMBER}/{code}" if code else ""
    found = _NUMBERED.fullmatch(given)
    if found is None:
        return given if fold(given).startswith("so:") else f"Số: {given}"
    # A bare number takes the code of its paper; numbers below 10 take a leading 0.
    return f"Số: {number_two_digits(int(found['number']))}{found['code'] or (code and f'/{code}')}"


def _signature(setup: Setup, signer: PaperSigner) -> Signature:
    post = short_post(signer.post)
    if signer.authority == "TM.":
        return Signature(f"TM. {_collective(setup)}\n{post or _HEAD_OF_BODY}", signer.name)
    return Signature(f"{signer.authority} {_HEAD_OF_BODY}\n{post or GAP}", signer.name)


def _usual_signature(setup: Setup) -> Signature:
    chair = next((each for each in setup.chairs if not _of_other_council(each)), None)
    if chair is None:
        return _signature(setup, PaperSigner(name=""))
    authority: SigningAuthority = "KT." if fold(chair.post).startswith("pho ") else "TM."
    return _signature(setup, PaperSigner(name=chair.name, post=chair.post, authority=authority))


def short_post(post: str) -> str:
    """A post as a signature names it: in capitals, and without the body that the head of the paper names already."""
    words = post.split()
    for place in range(1, len(words)):
        if fold(" ".join(words[place:])).startswith(_BODY_IN_POST):
            return " ".join(words[:place]).upper()
    return " ".join(words).upper()


def _collective(setup: Setup) -> str:
    authority = fold(setup.authority)
    return _COMMITTEE.upper() if authority.startswith(fold(_COMMITTEE)) else setup.authority.upper()


def _of_other_council(chair: Person) -> bool:
    post = fold(chair.post)
    return any(council in post for council in _OTHER_COUNCIL) and fold(_COMMITTEE) not in post and "ubnd" not in post
