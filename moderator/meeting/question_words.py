"""Questions compared by their words, without accents: like ones that were asked already, and words of a field.

Of each text its words are worked out once and kept, and so is how like it is to each text that it was compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import Final, NamedTuple

from moderator.meeting.state import MeetingState
from moderator.meeting.text import fold

LIKE_ENOUGH: Final = 0.3
_WORD: Final = re.compile(r"\w+")
# Words of courtesy and grammar, which every question has.
_COMMON: Final = frozenset(
    _WORD.findall(
        "a ai anh ap ba bac ban bao bi biet bo boi ca cac cach can cap chi chinh cho chu chua chung co con cong cua "
        "cung da dan dang danh dao de den deu di doi dong duoc gi gio hay hien hoi hom hon it kem khi kho khong khu "
        "kien kinh la lai lam lanh len lien luon ma mong mot muon nam nao nay ngay nghi nguoi nha nhan nhat nhieu nhu "
        "nhung nua o ong pho phai qua quan quyen quyet ra rat roi sao sau se so som tai tam than thay the thi thon "
        "thua tiep to toi tren trong truoc tu ubnd va van ve vi viec voi vu xa xem xet xin xoi xom"
    )
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """What a text is about: its words without accents, and pairs of neighbouring ones, since most words are two."""
    words = _WORD.findall(fold(text))
    pairs = (f"{one} {two}" for one, two in pairwise(words) if {one, two} - _COMMON)
    # The same word is the same object in every text: two of them are compared without being read.
    return frozenset(map(intern, (*(word for word in words if word not in _COMMON), *pairs)))


class _Likenesses(dict[str, float]):
    """How much other texts have in common with one, from 0 to 1, worked out when each is first met."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = words_of(text)

    def __missing__(self, other: str) -> float:
        one, theirs = self._words, words_of(other)
        # Most have nothing in common, which is found out sooner than what they have.
        like = 0.0 if one.isdisjoint(theirs) else 2 * len(one & theirs) / (len(one) + len(theirs))
        self[other] = like
        return like


@lru_cache(maxsize=256)
def likenesses(text: str) -> Mapping[str, float]:
    """How much any other text has in common with this one, from 0 to 1; what was asked for once is kept."""
    return _Likenesses(text)


class Like(NamedTuple):
    """A question that is like a text, and how much."""

    question: int
    likeness: float


def similar_questions(state: MeetingState, text: str, *, but: int | None = None, most: int = 3) -> list[Like]:
    """Standing questions that ask much the same, the likeliest first: to join the new one into.

    Complaints, denunciations and opinions on a person's conduct are not proposed: what is joined into them is
    kept back with them.
    """
    likeness = likenesses(text)
    found = [
        Like(question.number, like)
        for question in state.questions.values()
        if question.number != but
        and question.kind == "question"
        and question.dropped is None
        and question.joined_into is None
        and (like := likeness[question.text]) >= LIKE_ENOUGH
    ]
    found.sort(key=lambda each: (-each.likeness, each.question))
    return found[:most]


def matches(text: str, phrases: Iterable[str]) -> int:
    """How many words of the phrases found in a text there are; a longer phrase says more."""
    told = _spoken(text)
    return sum(phrase.count(" ") + 1 for phrase in phrases if f" {phrase} " in told)


@lru_cache(maxsize=4096)
def _spoken(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


FIELD_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "dat-dai": (
        "dat", "so do", "so hong", "giay chung nhan", "quyen su dung dat", "thua dat", "ranh gioi", "lan chiem",
        "thu hoi", "boi thuong", "giai phong mat bang", "tai dinh cu", "do dac", "dia chinh", "tach thua", "dat o",
    ),
    "xay-dung": (
        "xay dung", "cong trinh", "giay phep xay dung", "quy hoach", "nha van hoa", "xay nha", "trat tu xay dung",
        "thi cong", "khu dan cu",
    ),
    "giao-thong": (
        "giao thong", "duong", "cay cau", "bac cau", "cau cong", "o ga",
        "be tong", "mat duong", "via he", "duong lang", "duong xa", "xe tai",
        "bien bao", "den tin hieu", "le duong", "tai nan",
    ),
    "thuy-loi": (
        "thuy loi", "kenh", "muong", "de dieu", "ho dap", "ho chua", "tuoi tieu", "tram bom", "ngap",
        "ngap ung", "thoat nuoc", "cong thoat", "bo ke", "sat lo",
    ),
    "nuoc-sach": (
        "nuoc sach", "nuoc may", "nuoc sinh hoat", "luoi dien", "tien dien",
        "mat dien", "dien luc", "cot dien", "duong day", "dien ap",
        "den duong", "chieu sang", "gieng",
    ),
    "moi-truong": (
        "moi truong", "rac", "rac thai", "o nhiem", "mui hoi", "nuoc thai", "bai rac", "khoi bui", "chan nuoi gay",
        "tieng on", "xa thai",
    ),
    "nong-nghiep": (
        "nong nghiep", "lua", "ruong", "cay trong", "cay giong",
        "phan bon", "chan nuoi", "dich benh", "dich ta", "rung",
        "thuy san", "nuoi trong", "mat mua", "hop tac xa", "khuyen nong",
    ),
    "kinh-te": (
        "kinh te", "tai chinh", "thu chi", "dong gop", "ngan sach", "thue", "le phi", "vay von",
        "kinh doanh", "no cong", "ho ngheo vay",
    ),
    "van-hoa": (
        "van hoa", "the thao", "le hoi", "di tich", "thu vien", "san bong", "san van dong", "loa", "truyen thanh",
        "karaoke", "gia dinh van hoa",
    ),
    "giao-duc": (
        "giao duc", "nha truong", "truong hoc", "hoc sinh", "giao vien", "hoc phi", "mam non", "tieu hoc", "lop hoc",
        "hoc them", "ban tru",
    ),
    "y-te": (
        "y te", "tram y te", "benh vien", "kham benh",
        "chua benh", "bao hiem y te", "tiem chung", "cap thuoc", "bac si",
        "an toan thuc pham", "the bao hiem",
    ),
    "chinh-sach": (
        "chinh sach", "ho ngheo", "can ngheo", "tro cap", "nguoi co cong", "thuong binh", "liet si", "bao tro",
        "nguoi cao tuoi", "khuyet tat", "luong huu", "bao hiem xa hoi", "nha tinh nghia", "viec lam",
    ),
    "an-ninh": (
        "an ninh", "trat tu", "trom", "trom cap", "danh bac", "ma tuy", "cong an", "can cuoc", "ho khau", "tam tru",
        "gay roi", "danh nhau", "camera", "dua xe", "lua dao",
    ),
    "quan-su": ("quan su", "nghia vu quan su", "quoc phong", "dan quan", "tuyen quan", "nhap ngu"),
    "tu-phap": (
        "tu phap", "ho tich", "khai sinh", "khai tu", "ket hon", "chung thuc", "hoa giai", "giay xac nhan", "thua ke",
    ),
    "cai-cach-hanh-chinh": (
        "cai cach hanh chinh", "thu tuc", "mot cua", "ho so", "tra ket qua", "dich vu cong", "cham tre",
        "thai do can bo", "sach nhieu", "truc tuyen",
    ),
}  # fmt: skip
"""Words without accents by which a question tells its field; a field's own name counts beside them.

A word that means something else with other accents (cầu, câu; thuốc, thuộc) stands only in company.
"""
