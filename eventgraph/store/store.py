"""The store as a connection: opened, written in transactions, read by id or by query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from eventgraph.errors import DamagedError, StoreError
from eventgraph.model import (
    Article,
    Corpus,
    Coverage,
    Entity,
    Event,
    Extraction,
    Relation,
    Skipped,
    TypeLabels,
)
from eventgraph.store.articles import Articles, text_in
from eventgraph.store.connection import FAULTS, MEMORY, connected, told
from eventgraph.store.entities import Entities
from eventgraph.store.packing import opened, sealed, unpack
from eventgraph.store.references import missing
from eventgraph.store.seal import break_seal, verify
from eventgraph.store.writing import write_corpus

FILE = "eventgraph.db"
Record = TypeVar("Record", bound=Article | Entity | Event | Relation)


class Store:
    """A store opened for reading and writing.

    Args:
        path: The database file, or ``:memory:``.
        wholly: Whether its seal is verified however large the file is.

    Attributes:
        sealed: Whether it had a seal when it was opened: without one, nobody knows that it is whole.

    Raises:
        StoreError: The file is not a store of this version or cannot be opened.
        DamagedError: The file is damaged.
    """

    def __init__(self, path: Path | str, *, wholly: bool = False) -> None:
        self.path = path
        self.sealed = not self._in_memory and verify(Path(path), however_large=wholly)
        try:
            self.connection = connected(path)
        except FAULTS as problem:
            raise told(path, "cannot be opened as a store", problem) from problem

    @property
    def _in_memory(self) -> bool:
        return str(self.path) == MEMORY

    def close(self) -> None:
        """Release the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self, *, lasting: bool = True) -> Iterator[None]:
        """All of what is written inside is kept, or nothing of it.

        Args:
            lasting: It changes the file, and not only temporary tables.

        Raises:
            StoreError: The disk is full or the file cannot be written.
        """
        if lasting and not self._in_memory:
            break_seal(Path(self.path))
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT")
        except BaseException as problem:
            if self.connection.in_transaction:
                with suppress(sqlite3.Error):  # a full disk may have ended it already
                    self.connection.execute("ROLLBACK")
            if isinstance(problem, sqlite3.Error):
                raise told(self.path, "cannot be written", problem) from problem
            raise

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The rows of a query.

        Raises:
            DamagedError: The file is damaged.
        """
        with self._reading():
            return self.connection.execute(sql, values).fetchall()

    def stream(self, sql: str, *values: object) -> Iterator[Any]:
        """The rows of a query, one at a time.

        Raises:
            DamagedError: The file is damaged.
        """
        with self._reading():
            rows = self.connection.execute(sql, values)
        while True:
            with self._reading():
                row = rows.fetchone()
            if row is None:
                return
            yield row

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except FAULTS as problem:
            raise told(self.path, "cannot be read", problem) from problem

    def replace(self, corpus: Corpus) -> None:
        """Make this the corpus that queries see."""
        write_corpus(self.connection, corpus)
        self.remember("languages", msgspec.json.encode(corpus.languages))
        self.remember("types", msgspec.json.encode(corpus.types))
        self.remember("built", b"1")

    def remember(self, key: str, value: bytes) -> None:
        """Keep a setting of the build."""
        row = key, sealed(value)
        self.connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", row)

    def remembered(self, key: str) -> bytes | None:
        """A setting of the build that made the store; none when there is none."""
        found = self.rows("SELECT value FROM settings WHERE key = ?", key)
        if not found:
            return None
        if (value := opened(found[0][0])) is None:
            raise DamagedError(
                f"{self.path}: its setting {key!r} is damaged", Path(self.path).parent
            )
        return value

    def select(self, record: type[Record], sql: str, *values: object) -> Iterator[Record]:
        """The records of a query whose first column is ``record``, one at a time."""
        for row in self.stream(sql, *values):
            yield unpack(record, row[0])

    def by_ids(self, record: type[Record], table: str, ids: Iterable[str]) -> list[Record]:
        """The records of a table with these ids, in order of id; ids that it lacks are left out.

        Entities come without their evidence; articles have a method of their own.
        """
        sql = f"SELECT record FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"  # noqa: S608 - names of tables come from this package
        return [unpack(record, row[0]) for row in self.rows(sql, as_json(ids))]

    def articles(self, ids: Iterable[str]) -> Articles:
        """The articles with these ids, in order of id; ids that the store lacks are left out."""
        sql = "SELECT head, content FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return Articles(self.rows(sql, as_json(ids)))

    def articles_naming(self, entity: str) -> Articles:
        """The articles that name an entity, in order of id."""
        sql = (
            "SELECT head, content FROM articles WHERE number IN"
            " (SELECT value FROM json_each((SELECT articles FROM entities WHERE id = ?)))"
            " ORDER BY number"
        )
        return Articles(self.rows(sql, entity))

    def every_article(self) -> Iterator[Article]:
        """All articles in order of id, one at a time."""
        rows = self.stream("SELECT head, content FROM articles ORDER BY number")
        return (Articles.whole(*row) for row in rows)

    def extractions(self, articles: Iterable[str]) -> Iterator[Extraction]:
        """What was extracted from these articles, in order of their ids, one at a time."""
        sql = (
            "SELECT record FROM extractions WHERE article IN (SELECT value FROM json_each(?))"
            " ORDER BY article"
        )
        for row in self.stream(sql, as_json(articles)):
            yield unpack(Extraction, row[0])

    def entities(self, ids: Iterable[str]) -> Entities:
        """The entities with these ids, best known first; ids that the store lacks are left out."""
        sql = (
            "SELECT record, evidence FROM entities WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY mentions DESC, id"
        )
        return Entities(self.rows(sql, as_json(ids)))

    def every_entity(self) -> Iterator[Entity]:
        """All entities in order of id, one at a time."""
        rows = self.stream("SELECT record, evidence FROM entities ORDER BY id")
        return (Entities.whole(*row) for row in rows)

    def names(self, entities: Iterable[str]) -> dict[str, str]:
        """Canonical names by entity id."""
        sql = "SELECT id, name FROM entities WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self.rows(sql, as_json(entities)))

    def texts(self, articles: Iterable[str]) -> dict[str, str]:
        """The texts of articles, by id.

        Raises:
            DamagedError: One of them is not there, although something refers to it.
        """
        wanted = set(articles)
        sql = "SELECT id, content FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        found = {id_: text_in(content) for id_, content in self.rows(sql, as_json(wanted))}
        if lost := sorted(wanted - found.keys()):
            directory = Path(self.path).parent
            raise DamagedError(f"{self.path}: has lost the article {lost[0]}", directory)
        return found

    def around(self, events: Sequence[Event]) -> Corpus:
        """The corpus of some events: they, the entities in them and the articles that tell them.

        Entities come without their evidence.
        """
        entities = sorted({p.entity for event in events for p in event.participants})
        articles = sorted({article for event in events for article in event.articles})
        return Corpus(
            articles=tuple(self.articles(articles)),
            entities=tuple(self.by_ids(Entity, "entities", entities)),
            events=tuple(events),
        )

    def skipped(self) -> list[Skipped]:
        """The inputs that could not be read, sorted."""
        rows = self.rows("SELECT source, reason FROM skipped ORDER BY source, reason")
        return [Skipped(*row) for row in rows]

    def types(self) -> tuple[TypeLabels, ...]:
        """What readers call the types of its events."""
        return msgspec.json.decode(self.remembered("types") or b"[]", type=tuple[TypeLabels, ...])

    def labels(self) -> dict[str, str]:
        """What readers call the types of its events, in the language of its titles."""
        export = msgspec.json.decode(self.remembered("export") or b"{}")
        return Corpus(types=self.types()).labels(export.get("language", "en"))

    def corpus(self) -> Corpus:
        """Everything, as the build left it.

        Raises:
            DamagedError: A record is damaged, or one that others refer to is not there.
        """
        found = Corpus(
            articles=tuple(self.every_article()),
            skipped=tuple(self.skipped()),
            entities=tuple(self.every_entity()),
            events=tuple(self.select(Event, "SELECT record FROM events ORDER BY id")),
            relations=tuple(
                self.select(Relation, "SELECT record FROM relations ORDER BY source, target, kind")
            ),
            languages=msgspec.json.decode(
                self.remembered("languages") or b"[]", type=tuple[Coverage, ...]
            ),
            types=self.types(),
        )
        for lost in missing(found):
            raise DamagedError(f"{self.path}: has lost the {lost}", Path(self.path).parent)
        return found


def as_json(values: Iterable[str]) -> str:
    """Values as one parameter, for ``json_each``: any number of them."""
    return msgspec.json.encode(list(values)).decode()


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
    store.connection.execute("BEGIN")  # what a build writes meanwhile is not seen half
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
