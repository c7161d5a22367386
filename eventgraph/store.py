"""The SQLite file beside a build: cached extractions, and the corpus laid out for look-ups.

Records are kept whole as JSON; what is looked up by (names, days, participants) stands in columns of
its own, so that a query reads only the rows that it prints.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from eventgraph.errors import StoreError
from eventgraph.model import Article, Corpus, Entity, Event, Extraction, Relation, Skipped
from eventgraph.names import fold

FILE = "eventgraph.db"

# Each migration takes a store from the version before it; PRAGMA user_version counts those applied.
MIGRATIONS = (
    """
    CREATE TABLE articles (id TEXT PRIMARY KEY, source TEXT, record BLOB) WITHOUT ROWID;
    CREATE TABLE extractions (article TEXT, fingerprint TEXT, record BLOB,
                              PRIMARY KEY (article, fingerprint)) WITHOUT ROWID;
    CREATE TABLE skipped (source TEXT, reason TEXT);
    CREATE TABLE settings (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
    CREATE TABLE entities (id TEXT PRIMARY KEY, type TEXT, name TEXT, mentions INTEGER,
                           record BLOB) WITHOUT ROWID;
    CREATE TABLE names (folded TEXT, entity TEXT REFERENCES entities(id) ON DELETE CASCADE,
                        PRIMARY KEY (folded, entity)) WITHOUT ROWID;
    CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT, earliest TEXT, latest TEXT,
                         record BLOB) WITHOUT ROWID;
    CREATE INDEX events_by_day ON events (earliest, latest);
    CREATE TABLE participants (entity TEXT REFERENCES entities(id) ON DELETE CASCADE,
                               event TEXT REFERENCES events(id) ON DELETE CASCADE, role TEXT,
                               PRIMARY KEY (entity, event, role)) WITHOUT ROWID;
    CREATE INDEX participants_of_event ON participants (event);
    CREATE TABLE relations (source TEXT, target TEXT, kind TEXT, weight REAL, record BLOB,
                            PRIMARY KEY (source, target, kind)) WITHOUT ROWID;
    CREATE INDEX relations_by_target ON relations (target);
    """,
)

Record = TypeVar("Record", Article, Entity, Event, Relation, Extraction)


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
            self.connection = sqlite3.connect(path, isolation_level=None)
            self.connection.execute("PRAGMA foreign_keys = ON")
            if str(path) != ":memory:":
                self.connection.execute("PRAGMA journal_mode = WAL")
            self._migrate()
        except sqlite3.Error as problem:
            raise StoreError(f"{path}: cannot be opened as a store: {problem}") from problem

    def _migrate(self) -> None:
        (version,) = self.connection.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise StoreError(
                f"{self.path}: made by a newer eventgraph (store version {version}, known up to {len(MIGRATIONS)})"
            )
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            self.connection.executescript(f"BEGIN;{script}PRAGMA user_version = {number};COMMIT;")

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
                self.connection.execute("ROLLBACK")
            if isinstance(problem, sqlite3.Error):
                raise StoreError(f"{self.path}: cannot be written: {problem}") from problem
            raise

    def cached(self, fingerprint: str) -> dict[str, Extraction]:
        """The extractions made by the extractor with this fingerprint, by article id."""
        rows = self.connection.execute(
            "SELECT article, record FROM extractions WHERE fingerprint = ?", (fingerprint,)
        )
        return {article: msgspec.json.decode(record, type=Extraction) for article, record in rows}

    def keep(self, extractions: Iterable[Extraction], fingerprint: str) -> None:
        """Cache extractions; what another extractor had left for these articles goes."""
        for extraction in extractions:
            self.connection.execute(
                "DELETE FROM extractions WHERE article = ?", (extraction.article,)
            )
            row = (extraction.article, fingerprint, msgspec.json.encode(extraction))
            self.connection.execute("INSERT INTO extractions VALUES (?, ?, ?)", row)

    def replace(self, corpus: Corpus) -> None:
        """Make this the corpus that queries see; extractions of articles that are gone go too."""
        insert = self.connection.executemany
        for table in (
            "participants",
            "names",
            "relations",
            "events",
            "entities",
            "articles",
            "skipped",
        ):
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the tuple above
        encode = msgspec.json.encode
        insert(
            "INSERT INTO articles VALUES (?, ?, ?)",
            ((a.id, a.source, encode(a)) for a in corpus.articles),
        )
        insert("INSERT INTO skipped VALUES (?, ?)", ((s.source, s.reason) for s in corpus.skipped))
        insert(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?)",
            ((e.id, e.type, e.name, len(e.evidence), encode(e)) for e in corpus.entities),
        )
        insert(
            "INSERT OR IGNORE INTO names VALUES (?, ?)",
            ((folded, e.id) for e in corpus.entities for folded in folded_names(e)),
        )
        insert(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?)",
            ((e.id, e.type, e.date.earliest, e.date.latest, encode(e)) for e in corpus.events),
        )
        insert(
            "INSERT OR IGNORE INTO participants VALUES (?, ?, ?)",
            ((p.entity, e.id, p.role) for e in corpus.events for p in e.participants),
        )
        insert(
            "INSERT INTO relations VALUES (?, ?, ?, ?, ?)",
            ((r.source, r.target, r.kind, r.weight, encode(r)) for r in corpus.relations),
        )
        self.connection.execute(
            "DELETE FROM extractions WHERE article NOT IN (SELECT id FROM articles)"
        )

    def remember(self, key: str, value: bytes) -> None:
        """Keep a setting of the build."""
        self.connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))

    def remembered(self, key: str) -> bytes | None:
        """A setting of the build that made the store; none when there is none."""
        row = self.connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def select(
        self, record: type[Record], sql: str, values: Iterable[object] = ()
    ) -> Iterator[Record]:
        """The records of a query whose first column is ``record``."""
        decoder = msgspec.json.Decoder(record)
        for row in self.connection.execute(sql, tuple(values)):
            yield decoder.decode(row[0])

    def by_ids(self, record: type[Record], table: str, ids: Iterable[str]) -> list[Record]:
        """The records of a table with these ids, in order of id; ids that it lacks are left out."""
        sql = f"SELECT record FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"  # noqa: S608 - names of tables come from this package
        return list(self.select(record, sql, (msgspec.json.encode(list(ids)).decode(),)))

    def texts(self, articles: Iterable[str]) -> dict[str, str]:
        """The texts of articles, by id."""
        return {article.id: article.text for article in self.by_ids(Article, "articles", articles)}

    def around(self, events: Iterable[Event]) -> Corpus:
        """The corpus of some events: they, the entities in them and the articles that tell them."""
        chosen = tuple(events)
        entities = sorted({p.entity for event in chosen for p in event.participants})
        articles = sorted({article for event in chosen for article in event.articles})
        return Corpus(
            articles=tuple(self.by_ids(Article, "articles", articles)),
            entities=tuple(self.by_ids(Entity, "entities", entities)),
            events=chosen,
        )

    def corpus(self) -> Corpus:
        """Everything, as the build left it."""
        skipped = self.connection.execute(
            "SELECT source, reason FROM skipped ORDER BY source, reason"
        )
        return Corpus(
            articles=tuple(self.select(Article, "SELECT record FROM articles ORDER BY id")),
            skipped=tuple(Skipped(*row) for row in skipped),
            entities=tuple(self.select(Entity, "SELECT record FROM entities ORDER BY id")),
            events=tuple(self.select(Event, "SELECT record FROM events ORDER BY id")),
            relations=tuple(
                self.select(Relation, "SELECT record FROM relations ORDER BY source, target, kind")
            ),
        )


def folded_names(entity: Entity) -> tuple[str, ...]:
    """Every spelling of an entity as look-ups compare it, sorted."""
    spellings = {entity.name, *(name for _, names in entity.names for name in names)}
    return tuple(sorted({fold(name) for name in spellings} - {""}))


def open_store(directory: Path | str) -> Store:
    """The store that a build left in a directory.

    Raises:
        StoreError: There is none.
    """
    path = Path(directory) / FILE
    if not path.is_file():
        raise StoreError(
            f"{directory}: holds no {FILE}; run 'eventgraph build INPUT -o {directory}' first"
        )
    return Store(path)


def in_memory(corpus: Corpus) -> Store:
    """A corpus in a store of its own that lives as long as it is held."""
    store = Store(":memory:")
    with store.transaction():
        store.replace(corpus)
    return store
