"""Documents that are edited and searched across meetings: TinyDB on files that survive a power cut.

Several programs may open the same file: changes wait for one another, and a reader never sees half of one. An opened
`Documents` itself is for one thread at a time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table

from data import durable
from data.file_lock import FileLock

Tables = dict[str, dict[str, Any]]

# A change takes milliseconds; who holds the file longer than this hangs.
_PATIENCE = 5.0


class DocumentsBusy(TimeoutError):
    """Another program has been changing the file for too long."""


class DurableJSONStorage(Storage):
    """Keeps all tables in one JSON file that is replaced as a whole, flushed, at every change.

    A file that cannot be read as such is moved aside, never overwritten; `set_aside` then says where it is.
    """

    def __init__(self, path: Path) -> None:
        self.set_aside: Path | None = None
        self._path = path
        self._lock = FileLock(path.with_suffix(".lock"))
        self._changing = False
        self._unsaved: bytes | None = None

    def read(self) -> Tables | None:
        """Read all tables, None where nothing has been kept yet."""
        if self._unsaved is not None:
            return _tables(self._unsaved)
        content = self._content()
        if content is None:
            return None
        try:
            return _tables(content)
        except ValueError:
            with self.together():
                return self._move_aside()

    def write(self, data: Tables) -> None:
        """Keep all tables in the place of those before."""
        with self.together():
            # Encoded at once: what cannot be encoded is refused here, and later changes to `data` do not count.
            self._unsaved = _encode(data)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep every change made inside as one, or none of them when an exception leaves it."""
        if self._changing:
            yield
            return
        self._take()
        self._changing = True
        try:
            yield
            if self._unsaved is not None:
                durable.replace(self._path, self._unsaved)
        finally:
            self._changing = False
            self._unsaved = None
            self._lock.free()

    def _content(self) -> bytes | None:
        try:
            return durable.read(self._path)
        except FileNotFoundError:
            return None

    def _move_aside(self) -> Tables | None:
        content = self._content()
        if content is None:
            return None
        try:
            # Somebody else may have moved it aside and begun a new one.
            return _tables(content)
        except ValueError:
            count = 1
            while (aside := self._path.with_name(f"{self._path.stem}.damaged-{count}{self._path.suffix}")).exists():
                count += 1
            os.replace(self._path, aside)
            durable.flush_folder(self._path.parent)
            self.set_aside = aside
            return None

    def _take(self) -> None:
        durable.make_folder(self._path.parent)
        if not self._lock.take(_PATIENCE):
            raise DocumentsBusy(str(self._path))


class DurableTable(Table):
    """A table whose every change starts from what the file holds now, not from what this program saw last."""

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        # No remembered answers: another program may have changed the file meanwhile.
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert one document and return its id."""
        with self._alone():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents as one change and return their ids."""
        with self._alone():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, or insert this one where none does."""
        with self._alone():
            return super().upsert(document, cond)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with _durable(self._storage).together():
            super()._update_table(updater)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with _durable(self._storage).together():
            self._next_id = None
            yield


class Documents(TinyDB):
    """TinyDB on a durable file."""

    table_class = DurableTable

    def __init__(self, path: Path) -> None:
        super().__init__(path, storage=DurableJSONStorage)

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file was moved when it was opened, None when it was whole."""
        return _durable(self.storage).set_aside

    def together(self) -> AbstractContextManager[None]:
        """Keep every change made inside as one, or none of them when an exception leaves it."""
        return _durable(self.storage).together()

    def drop_table(self, name: str) -> None:
        """Remove a table with all its documents."""
        with self.together():
            super().drop_table(name)

    def drop_tables(self) -> None:
        """Remove every table."""
        with self.together():
            super().drop_tables()


def open_documents(path: Path) -> Documents:
    """Open a file of documents, a new one where there is none; a damaged one is moved aside and told by `set_aside`."""
    documents = Documents(path)
    documents.storage.read()
    return documents


def _durable(storage: Storage) -> DurableJSONStorage:
    assert isinstance(storage, DurableJSONStorage)
    return storage


def _tables(content: bytes) -> Tables:
    tables = json.loads(content)
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("no tables")
    return tables


def _encode(tables: Tables) -> bytes:
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:
        return durable.without_lone_surrogates(text).encode()
