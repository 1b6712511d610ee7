"""The fields of public affairs: the usual ones of a commune, and those that a meeting file adds or renames."""

from __future__ import annotations

from moderator.meeting.setup import Field, Setup
from moderator.meeting.text import fold

USUAL_FIELDS: tuple[Field, ...] = (
    Field(code="dat-dai", name="Đất đai"),
    Field(code="xay-dung", name="Xây dựng"),
    Field(code="giao-thong", name="Giao thông"),
    Field(code="thuy-loi", name="Thủy lợi"),
    Field(code="nuoc-sach", name="Điện, nước sạch"),
    Field(code="moi-truong", name="Môi trường"),
    Field(code="nong-nghiep", name="Nông nghiệp"),
    Field(code="kinh-te", name="Kinh tế, tài chính"),
    Field(code="van-hoa", name="Văn hóa, thể thao"),
    Field(code="giao-duc", name="Giáo dục"),
    Field(code="y-te", name="Y tế"),
    Field(code="chinh-sach", name="Chính sách xã hội"),
    Field(code="an-ninh", name="An ninh, trật tự"),
    Field(code="quan-su", name="Quân sự, quốc phòng"),
    Field(code="tu-phap", name="Tư pháp, hộ tịch"),
    Field(code="cai-cach-hanh-chinh", name="Cải cách hành chính"),
    Field(code="khac", name="Lĩnh vực khác"),
)


def fields_of(setup: Setup) -> dict[str, Field]:
    """Give the fields of a meeting by code: the usual ones, with the meeting file's own over and after them."""
    return {each.code: each for each in (*USUAL_FIELDS, *setup.fields)}


def field_name(setup: Setup, topic: str) -> str:
    """The name of the field that a topic is the code or the name of; empty for any other text."""
    wanted = fold(topic)
    for code, folded, name in _to_compare(setup):
        if topic == code or wanted == folded:
            return name
    return ""


def _to_compare(setup: Setup) -> tuple[tuple[str, str, str], ...]:
    """Code, folded name and name of each field."""
    global _latest
    if _latest is None or _latest[0] is not setup:
        _latest = setup, tuple((each.code, fold(each.name), each.name) for each in fields_of(setup).values())
    return _latest[1]


# Asked for with every person whom the hall sees; a set-up is never changed, only replaced.
_latest: tuple[Setup, tuple[tuple[str, str, str], ...]] | None = None
