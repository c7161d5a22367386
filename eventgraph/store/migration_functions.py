"""What migrations call to carry records from an old layout into a new one: SQL cannot open a record."""

from __future__ import annotations

import sqlite3

import msgspec

from eventgraph.model import Article, Evidence
from eventgraph.store import articles
from eventgraph.store.packing import CHECKSUM_BYTES, sealed, unpack


def register(connection: sqlite3.Connection) -> None:
    """Make the functions known to a connection."""
    for function in (head, content, named_in, checksummed):
        connection.create_function(function.__name__, 1, function, deterministic=True)


def head(record: bytes) -> bytes:
    """The first half of an article; neither has a checksum yet."""
    return articles.halves(unpack(Article, sealed(record)))[0][:-CHECKSUM_BYTES]


def content(record: bytes) -> bytes:
    """The second half of an article."""
    return articles.halves(unpack(Article, sealed(record)))[1][:-CHECKSUM_BYTES]


def named_in(evidence: bytes) -> str:
    """The articles that give evidence."""
    found = unpack(tuple[Evidence, ...], sealed(evidence))
    return msgspec.json.encode(sorted({one.article for one in found})).decode()


def checksummed(record: bytes) -> bytes:
    """A record with its checksum."""
    return sealed(record)
