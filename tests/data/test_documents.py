"""Documents are kept whole, whoever changes and whoever reads them."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import where
from tinydb.table import Document

from data import documents as module
from data.documents import Documents, DocumentsBusy, open_documents

ROOT = Path(__file__).resolve().parents[2]
LAND = {"code": "dia-chinh", "name": "Nguyễn Văn Bình", "fields": ["dat-dai"]}
ROADS = {"code": "giao-thong", "name": "Trần Thị Cúc", "fields": ["giao-thong"]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "contacts.json"


@pytest.fixture
def book(path: Path) -> Documents:
    return open_documents(path)


def test_opening_and_reading_makes_nothing(path: Path, book: Documents) -> None:
    assert book.all() == []
    assert book.tables() == set()
    assert not path.parent.exists()


def test_what_was_inserted_is_there_for_the_next_program(path: Path, book: Documents) -> None:
    officials = book.table("officials")
    assert officials.insert(LAND) == 1
    assert officials.insert_multiple([ROADS, {"code": "y-te"}]) == [2, 3]
    with open_documents(path) as later:
        assert later.tables() == {"officials"}
        assert later.table("officials").all() == [LAND, ROADS, {"code": "y-te"}]
        assert later.table("officials").get(doc_id=2) == ROADS
        assert later.table("officials").search(where("fields").any(["dat-dai"])) == [LAND]
    assert json.loads(path.read_text("utf-8"))["officials"]["1"] == LAND


def test_update_upsert_remove_and_truncate(path: Path, book: Documents) -> None:
    book.insert(LAND)
    assert book.update({"post": "Công chức địa chính"}, where("code") == "dia-chinh") == [1]
    assert book.upsert({"code": "dia-chinh", "name": "Lê Văn Dũng"}, where("code") == "dia-chinh") == [1]
    assert book.upsert(ROADS, where("code") == "giao-thong") == [2]
    assert book.upsert(Document({"name": "Trần Thị Cúc"}, doc_id=2)) == [2]
    assert book.count(where("name") == "Lê Văn Dũng") == 1
    assert open_documents(path).get(doc_id=1) == {**LAND, "name": "Lê Văn Dũng", "post": "Công chức địa chính"}
    assert book.remove(doc_ids=[1]) == [1]
    assert open_documents(path).all() == [ROADS]
    book.truncate()
    assert open_documents(path).all() == []
    assert book.insert(LAND) == 1


def test_tables_are_dropped(path: Path, book: Documents) -> None:
    for name in ("officials", "fields", "people"):
        book.table(name).insert({"name": name})
    book.drop_table("fields")
    book.drop_table("never-there")
    assert open_documents(path).tables() == {"officials", "people"}
    book.drop_tables()
    assert open_documents(path).tables() == set()


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("data") / "contacts.json"
    open_documents(path).insert({"name": text, text: [text]})
    assert open_documents(path).all() == [{"name": text, text: [text]} if text != "name" else {"name": [text]}]


def test_halves_of_characters_do_not_stop_the_keeping(path: Path, book: Documents) -> None:
    book.insert({"name": "Bà \ud83d Mười", "phone": "0900 000 001"})
    assert open_documents(path).all() == [{"name": "Bà \ufffd Mười", "phone": "0900 000 001"}]


def test_what_cannot_be_kept_changes_nothing(path: Path, book: Documents) -> None:
    book.insert(LAND)
    before = path.read_bytes()
    with pytest.raises(TypeError):
        book.insert({"name": object()})
    assert path.read_bytes() == before
    book.insert(ROADS)
    assert open_documents(path).all() == [LAND, ROADS]


def test_a_full_disk_keeps_what_was_there(path: Path, book: Documents, monkeypatch: pytest.MonkeyPatch) -> None:
    book.insert(LAND)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            book.insert(ROADS)
    assert book.all() == [LAND]
    book.insert(ROADS)
    assert open_documents(path).all() == [LAND, ROADS]
    assert not list(path.parent.glob(".*.tmp"))


def test_two_programs_do_not_undo_each_other(path: Path, book: Documents) -> None:
    other = open_documents(path)
    query = where("fields").any(["dat-dai"])
    assert book.insert(LAND) == 1
    assert other.search(query) == [LAND]
    assert other.insert(ROADS) == 2
    assert book.insert({"code": "y-te"}) == 3
    assert other.insert_multiple([{"code": "van-hoa"}]) == [4]
    assert other.search(query) == [LAND]
    assert book.update({"fields": []}, doc_ids=[1]) == [1]
    assert other.search(query) == []
    assert len(open_documents(path)) == 4


def test_changes_made_together_are_kept_as_one(path: Path, book: Documents, monkeypatch: pytest.MonkeyPatch) -> None:
    book.table("meetings").insert({"id": "xuan-hoa"})
    with book.together():
        book.table("meetings").truncate()
        for number in range(3):
            book.table("meetings").insert({"id": f"long-phung-{number}"})
            book.table("promises").insert({"promise": number})
        assert len(book.table("promises")) == 3
        assert open_documents(path).table("meetings").all() == [{"id": "xuan-hoa"}]
    assert len(open_documents(path).table("meetings")) == 3
    assert len(open_documents(path).table("promises")) == 3


def test_changes_that_break_off_are_not_kept_at_all(path: Path, book: Documents) -> None:
    book.table("meetings").insert({"id": "xuan-hoa"})

    def break_off() -> None:
        with book.together():
            book.table("meetings").truncate()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert book.table("meetings").all() == [{"id": "xuan-hoa"}]
    assert book.table("meetings").insert({"id": "long-phung"}) == 2


def test_nobody_changes_what_is_being_changed(path: Path, book: Documents, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    other = open_documents(path)
    book.insert(LAND)

    def rename(official: dict[str, Any]) -> None:
        with pytest.raises(DocumentsBusy):
            other.update({"name": "Lê Văn Dũng"})
        official["post"] = "Công chức địa chính"

    book.update(rename)
    assert other.all() == [{**LAND, "post": "Công chức địa chính"}]


def test_who_waits_too_long_is_told(path: Path, book: Documents, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    other = open_documents(path)
    with book.together(), pytest.raises(DocumentsBusy):
        other.insert(LAND)
    other.insert(ROADS)
    assert book.all() == [ROADS]


@pytest.mark.parametrize(
    "damage",
    [b"{", b"\0" * 50, b"\xff\xfe", b"[]", b'{"officials":[]}', b'{"officials":{"1":{"code":"dia', b"", b"null"],
    ids=["cut", "zeros", "not-utf-8", "list", "no-table", "half", "empty", "null"],
)
def test_a_damaged_file_is_moved_aside_and_told(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    book = open_documents(path)
    assert book.set_aside is not None
    assert book.set_aside.name == "contacts.damaged-1.json"
    assert book.set_aside.read_bytes() == damage
    assert book.all() == []
    book.insert(LAND)
    assert open_documents(path).set_aside is None
    path.write_bytes(b"again")
    again = open_documents(path)
    assert again.set_aside is not None
    assert again.set_aside.name == "contacts.damaged-2.json"
    assert book.set_aside.read_bytes() == damage


def test_a_file_damaged_while_it_is_open_is_not_overwritten(path: Path, book: Documents) -> None:
    book.insert(LAND)
    path.write_bytes(b"torn")
    book.insert(ROADS)
    assert book.set_aside is not None
    assert book.set_aside.read_bytes() == b"torn"
    assert open_documents(path).all() == [ROADS]


def test_a_reader_in_another_process_never_sees_half_a_change(path: Path, book: Documents) -> None:
    text = "x" * 20_000
    book.insert({"first": 0, "text": text, "last": 0})
    child = """
import sys
from pathlib import Path
from data.documents import open_documents
book = open_documents(Path(sys.argv[1]))
print("reading", flush=True)
seen = set()
while True:
    document = book.get(doc_id=1)
    assert document["first"] == document["last"], "half a change"
    assert book.set_aside is None
    seen.add(document["first"])
    if document["first"] == -1:
        break
print(len(seen))
"""
    with subprocess.Popen(
        [sys.executable, "-c", child, path], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        for number in range(1, 101):
            book.update({"first": number, "last": number})
        book.update({"first": -1, "last": -1})
        out, err = reader.communicate(timeout=60)
    assert reader.returncode == 0, err
    assert int(out) >= 1


def test_two_processes_insert_without_losing_any(path: Path, book: Documents) -> None:
    child = """
import sys
from pathlib import Path
from data.documents import open_documents
book = open_documents(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    book.insert({"who": "child", "number": number})
"""
    with subprocess.Popen(
        [sys.executable, "-c", child, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        assert other.stdin is not None
        other.stdin.write("go\n")
        other.stdin.flush()
        for number in range(40):
            book.insert({"who": "parent", "number": number})
        other.communicate(timeout=60)
        assert other.returncode == 0
    kept: list[Any] = open_documents(path).all()
    assert sorted((document["who"], document["number"]) for document in kept) == sorted(
        (who, number) for who in ("child", "parent") for number in range(40)
    )
