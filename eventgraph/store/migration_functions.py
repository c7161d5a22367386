"""What migrations call to carry records from an old layout into a new one: SQL cannot open a record."""

from __future__ import annotations

import sqlite3

from eventgraph.model import Article, Evidence
from eventgraph.store import articles
from eventgraph.store.packing import plain, unpack


def register(connection: sqlite3.Connection) -> None:
    """Make the functions known to a connection."""
    for name, function in (("head", _head), ("content", _content), ("named_in", _named_in)):
        connection.create_function(name, 1, function, deterministic=True)


def _head(record: bytes) -> bytes:
    return articles.halves(unpack(Article, record))[0]


def _content(record: bytes) -> bytes:
    return articles.halves(unpack(Article, record))[1]


def _named_in(evidence: bytes) -> str:
    return plain({one.article for one in unpack(tuple[Evidence, ...], evidence)}).decode()
