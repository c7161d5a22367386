"""What migrations call to carry records from an old layout into a new one: SQL cannot open a record."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from eventgraph.model import Article, Direction, Evidence, Relation, RelationKind
from eventgraph.store import articles
from eventgraph.store.packing import CHECKSUM_BYTES, plain, sealed, unpack


def register(connection: sqlite3.Connection) -> None:
    """Make the functions known to a connection."""
    for function in (head, content, named_in, checksummed, in_fields):
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


@dataclass(frozen=True)
class _Phrased:
    """A relation as it was kept: its kind is a phrase."""

    source: str
    target: str
    kind: str
    events: tuple[str, ...]
    articles: tuple[str, ...]
    weight: float


_PHRASES: Sequence[tuple[str, RelationKind]] = (
    (r"speaks of", "speech"),
    (r"located in", "location"),
    (r"(?P<role>.+) of", "office"),
    (r"together in (?P<event_type>.+)", "together"),
    (r"(?P<event_type>.+) in", "place"),
    (r"(?P<event_type>.*)", "acts"),
)


def in_fields(record: bytes) -> bytes:
    """A relation with what its phrase said in fields."""
    old = unpack(_Phrased, record)
    kind, said = next(
        (kind, found.groupdict())
        for pattern, kind in _PHRASES
        if (found := re.fullmatch(pattern, old.kind, re.DOTALL))
    )
    direction: Direction = "mutual" if kind == "together" else "forward"
    return plain(
        Relation(
            old.source,
            old.target,
            kind,
            old.events,
            old.articles,
            old.weight,
            direction=direction,
            **said,
        )
    )


def checksummed(record: bytes) -> bytes:
    """A record with its checksum."""
    return sealed(record)
