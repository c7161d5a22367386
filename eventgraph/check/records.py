"""Records that are not what was stored, by their checksums."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from eventgraph.errors import DamagedError
from eventgraph.model import Event, Extraction, Relation
from eventgraph.store import Store
from eventgraph.store.articles import Articles
from eventgraph.store.entities import Entities
from eventgraph.store.packing import opened, unpack

MOST_TOLD = 20  # of each kind: a file that is cut in half has them by the thousand

# What stands in a table, what a row of it is called, and what opens it.
_TABLES: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("SELECT id, head, content FROM articles", "article", Articles.whole),
    ("SELECT id, record, evidence FROM entities", "entity", Entities.whole),
    ("SELECT id, record FROM events", "event", lambda record: unpack(Event, record)),
    (
        "SELECT source || ' ' || kind || ' ' || target, record FROM relations",
        "relation",
        lambda record: unpack(Relation, record),
    ),
    (
        "SELECT article, record FROM extractions",
        "extraction of article",
        lambda record: unpack(Extraction, record),
    ),
)


def damaged_records(store: Store) -> Iterator[str]:
    """A line for the file where it contradicts itself, and for each record that does not fit its checksum."""
    try:
        for (said,) in store.rows(f"PRAGMA integrity_check({MOST_TOLD})"):
            if said != "ok":
                yield f"is damaged: {' '.join(str(said).split())}"
        for sql, name, read in _TABLES:
            yield from islice(_damaged(store, sql, name, read), MOST_TOLD)
        for key, value in store.rows("SELECT key, value FROM settings ORDER BY key"):
            if opened(value) is None:
                yield f"setting {key!r} is damaged"
    except DamagedError as problem:
        yield f"is damaged: {problem.what}"


def _damaged(store: Store, sql: str, name: str, read: Callable[..., object]) -> Iterator[str]:
    for id_, *record in store.stream(f"{sql} ORDER BY 1"):
        try:
            read(*record)
        except DamagedError as problem:
            yield f"{name} {id_} is lost: {problem.what}"
