"""A corpus laid out in the tables of a store."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import msgspec

from eventgraph.model import Corpus, Entity, Event
from eventgraph.names import fold
from eventgraph.store import articles, entities
from eventgraph.store.packing import pack, plain

# In an order that no reference stands in the way of.
TABLES = (
    "participants", "relations", "names", "events", "entities", "articles", "skipped", "searched", "spellings",
)  # fmt: skip
APART = "0apart0"  # a word that no one searches for: no phrase reaches from one name into the next

_BETWEEN = re.compile(r"[^a-z0-9]+")

Words = Iterator[tuple[str, str, str, str]]  # kind, id, head, body


def write_corpus(connection: sqlite3.Connection, corpus: Corpus) -> None:
    """Put a corpus in the place of what a store held, within a transaction of the caller."""
    _clear(connection)
    _write_records(connection, corpus)
    _write_links(connection, corpus)
    _write_words(connection, corpus)


def _clear(connection: sqlite3.Connection) -> None:
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the tuple above
    for index in ("search", "near"):
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('delete-all')")  # noqa: S608


def _write_records(connection: sqlite3.Connection, corpus: Corpus) -> None:
    insert = connection.executemany
    numbers = {id_: number for number, id_ in enumerate(sorted(a.id for a in corpus.articles), 1)}
    insert(
        "INSERT INTO articles VALUES (?, ?, ?, ?)",
        ((numbers[a.id], a.id, *articles.halves(a)) for a in corpus.articles),
    )
    insert("INSERT INTO skipped VALUES (?, ?)", ((s.source, s.reason) for s in corpus.skipped))
    insert(
        "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_entity_row(entity, numbers) for entity in corpus.entities),
    )
    insert("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", map(_event_row, corpus.events))


def _entity_row(entity: Entity, numbers: Mapping[str, int]) -> tuple[str | bytes | int, ...]:
    """An entity under its name, apart from its evidence, with the numbers of its articles."""
    named_in = sorted({numbers[e.article] for e in entity.evidence if e.article in numbers})
    return (
        entity.id, entity.type, entity.name, len(entity.evidence), *entities.halves(entity),
        msgspec.json.encode(named_in).decode(),
    )  # fmt: skip


def _event_row(event: Event) -> tuple[str | bytes | None, ...]:
    """An event under the two days of its chronology, and the last day when it may have happened."""
    first, last, _ = event.chronology
    open_end = "9999-12-31" if event.date.earliest else None
    return (event.id, event.type, first, last, event.date.latest or open_end, pack(event))


def _write_links(connection: sqlite3.Connection, corpus: Corpus) -> None:
    insert = connection.executemany
    insert(
        "INSERT OR IGNORE INTO names VALUES (?, ?)",
        ((folded, e.id) for e in corpus.entities for folded in folded_names(e)),
    )
    insert(
        "INSERT OR IGNORE INTO participants VALUES (?, ?, ?)",
        ((p.entity, e.id, p.role) for e in corpus.events for p in e.participants),
    )
    insert(
        "INSERT INTO relations VALUES (?, ?, ?, ?, ?)",
        ((*r.key, r.weight, plain(r)) for r in corpus.relations),
    )


def _write_words(connection: sqlite3.Connection, corpus: Corpus) -> None:
    """Full text of names, titles and quotes, and the spellings of all names."""
    for number, (kind, id_, head, body) in enumerate(
        chain(_entity_words(corpus), _event_words(corpus), _article_words(corpus)), start=1
    ):
        connection.execute("INSERT INTO searched VALUES (?, ?, ?)", (number, kind, id_))
        connection.execute(
            "INSERT INTO search(rowid, head, body) VALUES (?, ?, ?)", (number, head, body)
        )
    connection.execute(
        "INSERT INTO spellings(folded) SELECT DISTINCT folded FROM names ORDER BY folded"
    )
    connection.execute("INSERT INTO near(rowid, folded) SELECT number, folded FROM spellings")


def _entity_words(corpus: Corpus) -> Words:
    for entity in corpus.entities:
        yield "entity", entity.id, f" {APART} ".join(folded_names(entity)), ""


def _event_words(corpus: Corpus) -> Words:
    texts = {article.id: article.text for article in corpus.articles}
    for event in corpus.events:
        quotes = sorted({(e.sentence or e.span).of(texts[e.article]) for e in event.evidence})
        yield "event", event.id, folded_text([event.title]), folded_text(quotes)


def _article_words(corpus: Corpus) -> Words:
    for article in corpus.articles:
        if article.title:
            yield "article", article.id, folded_text([article.title]), ""


def folded_names(entity: Entity) -> tuple[str, ...]:
    """Every spelling of an entity as look-ups compare it, sorted."""
    spellings = {entity.name, *(name for _, names in entity.names for name in names)}
    return tuple(sorted({fold(name) for name in spellings} - {""}))


def folded_text(texts: Iterable[str]) -> str:
    """Running text folded like names; plain English by a short cut, and nothing of it is remembered."""
    unremembered = fold.__wrapped__
    return " ".join(
        _BETWEEN.sub(" ", text.lower()) if text.isascii() else unremembered(text) for text in texts
    )
