"""The store as a connection: opened, written in transactions, read by id or by query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from eventgraph.errors import DamagedError, StoreError
from eventgraph.model import Article, Corpus, Coverage, Entity, Event, Relation, Skipped, TypeLabels
from eventgraph.store.articles import Articles, text_in
from eventgraph.store.entities import Entities
from eventgraph.store.packing import opened, sealed, unpack
from eventgraph.store.schema import is_current, migrate
from eventgraph.store.seal import break_seal, verify
from eventgraph.store.writing import write_corpus

FILE = "eventgraph.db"
MEMORY = ":memory:"
PRIMARY_CODE = 0xFF  # of SQLite's error codes; the bits above say more closely what went wrong
PATIENCE = 10.0  # seconds to wait for another program that is writing

Record = TypeVar("Record", bound=Article | Entity | Event | Relation)


class Store:
    """A store opened for reading and writing.

    Args:
        path: The database file, or ``:memory:``.
        wholly: Whether its seal is verified however large the file is.

    Raises:
        StoreError: The file is not a store of this version or cannot be opened.
        DamagedError: The file is damaged.
    """

    def __init__(self, path: Path | str, *, wholly: bool = False) -> None:
        self.path = path
        if not self._in_memory:
            verify(Path(path), however_large=wholly)
        try:
            self.connection = _migrated(_connect(path), path)
        except sqlite3.Error as problem:
            raise _told(path, "cannot be opened as a store", problem) from problem

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
                raise _told(self.path, "cannot be written", problem) from problem
            raise

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The rows of a query.

        Raises:
            DamagedError: The file is damaged.
        """
        return list(self.stream(sql, *values))

    def stream(self, sql: str, *values: object) -> Iterator[Any]:
        """The rows of a query, one at a time.

        Raises:
            DamagedError: The file is damaged.
        """
        try:
            yield from self.connection.execute(sql, values)
        except sqlite3.Error as problem:
            raise _told(self.path, "cannot be read", problem) from problem

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
        """The texts of articles, by id."""
        sql = "SELECT id, content FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        return {id_: text_in(content) for id_, content in self.rows(sql, as_json(articles))}

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
        """Everything, as the build left it."""
        return Corpus(
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


def _migrated(connection: sqlite3.Connection, path: Path | str) -> sqlite3.Connection:
    """A store in the layout of this version: itself, or a copy in memory where it cannot be written."""
    if is_current(connection, str(path)):
        return connection
    if str(path) != MEMORY:
        break_seal(Path(path))
    try:
        migrate(connection)
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_READONLY:
            raise
        copy = sqlite3.connect(MEMORY, isolation_level=None)
        with closing(connection):
            connection.backup(copy)
        migrate(copy)
        return copy
    return connection


def _told(path: Path | str, what: str, problem: sqlite3.Error) -> StoreError:
    """What to say when SQLite gives up: the file is damaged, or just out of reach."""
    if isinstance(problem, sqlite3.OperationalError):
        return StoreError(f"{path}: {what}: {problem}")
    return DamagedError(f"{path}: {what}: {problem}", Path(path).parent)


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
