"""The store as a connection: opened, written in transactions, read by id or by query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from eventgraph.errors import StoreError
from eventgraph.model import Article, Corpus, Entity, Event, Evidence, Relation, Skipped
from eventgraph.store.packing import unpack
from eventgraph.store.schema import migrate
from eventgraph.store.writing import write_corpus

FILE = "eventgraph.db"
MEMORY = ":memory:"
PATIENCE = 10.0  # seconds to wait for another program that is writing

Record = TypeVar("Record", bound=Article | Entity | Event | Relation)


class Store:
    """A store opened for reading and writing.

    Args:
        path: The database file, or ``:memory:``.

    Raises:
        StoreError: The file is not a store of this version or cannot be opened.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = path
        try:
            self.connection = _connect(path)
            migrate(self.connection, str(path))
        except sqlite3.Error as problem:
            raise StoreError(f"{path}: cannot be opened as a store: {problem}") from problem

    def close(self) -> None:
        """Release the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside is kept, or nothing of it.

        Raises:
            StoreError: The disk is full or the file cannot be written.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT")
        except BaseException as problem:
            if self.connection.in_transaction:
                with suppress(sqlite3.Error):  # a full disk may have ended it already
                    self.connection.execute("ROLLBACK")
            if isinstance(problem, sqlite3.Error):
                raise StoreError(f"{self.path}: cannot be written: {problem}") from problem
            raise

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The rows of a query.

        Raises:
            StoreError: The file is damaged.
        """
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.Error as problem:
            raise StoreError(f"{self.path}: cannot be read: {problem}") from problem

    def replace(self, corpus: Corpus) -> None:
        """Make this the corpus that queries see; extractions of articles that are gone go too."""
        write_corpus(self.connection, corpus)
        self.remember("built", b"1")

    def remember(self, key: str, value: bytes) -> None:
        """Keep a setting of the build."""
        self.connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))

    def remembered(self, key: str) -> bytes | None:
        """A setting of the build that made the store; none when there is none."""
        found = self.rows("SELECT value FROM settings WHERE key = ?", key)
        return found[0][0] if found else None

    def select(self, record: type[Record], sql: str, *values: object) -> Iterator[Record]:
        """The records of a query whose first column is ``record``, one at a time."""
        for row in self.connection.execute(sql, values):
            yield unpack(record, row[0])

    def by_ids(self, record: type[Record], table: str, ids: Iterable[str]) -> list[Record]:
        """The records of a table with these ids, in order of id; ids that it lacks are left out.

        Entities come without their evidence.
        """
        sql = f"SELECT record FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"  # noqa: S608 - names of tables come from this package
        return [unpack(record, row[0]) for row in self.rows(sql, as_json(ids))]

    def entities(self, where: str = "1", *values: object) -> Iterator[Entity]:
        """Whole entities, evidence included, in order of id.

        Args:
            where: A condition on the columns of ``entities``.
            values: Of its parameters.
        """
        sql = f"SELECT record, evidence FROM entities WHERE {where} ORDER BY id"  # noqa: S608 - conditions come from this package
        for record, evidence in self.connection.execute(sql, values):
            yield replace(unpack(Entity, record), evidence=unpack(tuple[Evidence, ...], evidence))

    def names(self, entities: Iterable[str]) -> dict[str, str]:
        """Canonical names by entity id."""
        sql = "SELECT id, name FROM entities WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self.rows(sql, as_json(entities)))

    def texts(self, articles: Iterable[str]) -> dict[str, str]:
        """The texts of articles, by id."""
        return {article.id: article.text for article in self.by_ids(Article, "articles", articles)}

    def around(self, events: Sequence[Event]) -> Corpus:
        """The corpus of some events: they, the entities in them and the articles that tell them.

        Entities come without their evidence.
        """
        entities = sorted({p.entity for event in events for p in event.participants})
        articles = sorted({article for event in events for article in event.articles})
        return Corpus(
            articles=tuple(self.by_ids(Article, "articles", articles)),
            entities=tuple(self.by_ids(Entity, "entities", entities)),
            events=tuple(events),
        )

    def skipped(self) -> list[Skipped]:
        """The inputs that could not be read, sorted."""
        rows = self.rows("SELECT source, reason FROM skipped ORDER BY source, reason")
        return [Skipped(*row) for row in rows]

    def corpus(self) -> Corpus:
        """Everything, as the build left it."""
        return Corpus(
            articles=tuple(self.select(Article, "SELECT record FROM articles ORDER BY id")),
            skipped=tuple(self.skipped()),
            entities=tuple(self.entities()),
            events=tuple(self.select(Event, "SELECT record FROM events ORDER BY id")),
            relations=tuple(
                self.select(Relation, "SELECT record FROM relations ORDER BY source, target, kind")
            ),
        )


def as_json(values: Iterable[str]) -> str:
    """Values as one parameter, for ``json_each``: any number of them."""
    return msgspec.json.encode(list(values)).decode()


def _connect(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
    connection.execute("PRAGMA foreign_keys = ON")
    if str(path) != MEMORY:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.OperationalError:
            if not Path(path).is_file():
                raise
            connection.close()
            return _read_only(Path(path))
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    """A store in a directory that cannot be written: nobody can be changing it."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None)


def open_store(directory: Path | str) -> Store:
    """The store that a build left in a directory.

    Raises:
        StoreError: There is none, or no build of this version ended.
    """
    path = Path(directory) / FILE
    if not path.is_file():
        raise StoreError(
            f"{directory}: holds no {FILE}; run 'eventgraph build INPUT -o {directory}' first"
        )
    store = Store(path)
    if store.remembered("built") is None:
        store.close()
        raise StoreError(
            f"{path}: its build did not end, or an earlier eventgraph made it; run 'eventgraph build INPUT -o {directory}' again"
        )
    return store


def in_memory(corpus: Corpus) -> Store:
    """A corpus in a store of its own that lives as long as it is held."""
    store = Store(MEMORY)
    with store.transaction():
        store.replace(corpus)
    return store
