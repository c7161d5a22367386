"""The articles of the build under way: on disk, so that any number of them passes through memory.

They stand in a temporary table until the corpus is complete; a build that dies leaves nothing of them,
but every extraction that it finished.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from eventgraph.errors import StoreError
from eventgraph.model import Article, Extraction, Skipped
from eventgraph.store.packing import pack, unpack
from eventgraph.store.store import Store

ROWS_AT_ONCE = 256


class Staging:
    """What a build reads, beside what the store already knows of it.

    Args:
        store: Whose extractions are used again.
        fingerprint: Of the extractor; see `eventgraph.fingerprint`.
    """

    def __init__(self, store: Store, fingerprint: str) -> None:
        self.store = store
        self.fingerprint = fingerprint
        self._skipped: set[tuple[str, str]] = set()
        with store.transaction(lasting=False):
            for table in ("staging", "before"):
                store.connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
            store.connection.execute(
                "CREATE TEMP TABLE staging (id TEXT PRIMARY KEY, key TEXT, size INTEGER, record BLOB)"
            )
            store.connection.execute(
                "CREATE TEMP TABLE before AS SELECT article, key FROM extractions"
            )

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What could not be read, sorted."""
        return tuple(Skipped(*pair) for pair in sorted(self._skipped))

    def add(self, items: Iterable[Article | Skipped]) -> None:
        """Take in what readers give, one at a time; an article given twice is one with two sources.

        Raises:
            StoreError: The disk is full.
        """
        with self.store.transaction(lasting=False):
            for item in items:
                if isinstance(item, Skipped):
                    self._skipped.add((item.source, item.reason))
                else:
                    self._add(item)

    def _add(self, article: Article) -> None:
        known = self.store.rows("SELECT record FROM staging WHERE id = ?", article.id)
        if known:
            article = _as_one(unpack(Article, known[0][0]), article)
        row = (article.id, self._key(article), len(article.text), pack(article))
        self.store.connection.execute("INSERT OR REPLACE INTO staging VALUES (?, ?, ?, ?)", row)

    def _key(self, article: Article) -> str:
        """What the extraction depends on that the article's id leaves out: extractor, body, dates."""
        digest = hashlib.sha256(self.fingerprint.encode())
        digest.update(msgspec.json.encode((article.published, article.parts)))
        return digest.hexdigest()[:16]

    def count(self) -> int:
        """The number of articles."""
        count: int = self.store.rows("SELECT count(*) FROM staging")[0][0]
        return count

    def missing(self) -> list[tuple[str, int]]:
        """Ids and lengths (code points) of the articles without an extraction, in order of id."""
        return self.store.rows(
            "SELECT r.id, r.size FROM staging r LEFT JOIN extractions x"
            " ON x.article = r.id AND x.key = r.key WHERE x.article IS NULL ORDER BY r.id"
        )

    def articles(self, ids: Iterable[str]) -> list[Article]:
        """The articles of these ids."""
        return self.store.by_ids(Article, "staging", ids)

    def keep(self, extractions: Iterable[tuple[str, bytes]]) -> None:
        """Cache packed extractions by article id; what was cached for these articles goes.

        Raises:
            StoreError: The disk is full.
        """
        with self.store.transaction():
            self.store.connection.executemany(
                "INSERT OR REPLACE INTO extractions SELECT id, key, ?2 FROM staging WHERE id = ?1",
                extractions,
            )

    def leave_out(self, id_: str, reason: str) -> None:
        """Take an article back that cannot be extracted, and name it among what was skipped.

        Raises:
            StoreError: The disk is full.
        """
        with self.store.transaction():
            for article in self.articles([id_]):
                self._skipped.add((article.source, reason))
            self.store.connection.execute("DELETE FROM staging WHERE id = ?", (id_,))

    def pairs(self) -> Iterator[tuple[Article, Extraction]]:
        """Every article with its extraction, in order of id.

        Raises:
            StoreError: Some article has no extraction of this build's; none is left out in silence.
        """
        rows = self.store.stream(
            "SELECT r.record, x.record FROM staging r"
            " JOIN extractions x ON x.article = r.id AND x.key = r.key ORDER BY r.id"
        )
        found = 0
        for article, extraction in rows:
            yield unpack(Article, article), unpack(Extraction, extraction)
            found += 1
        if found != (wanted := self.count()):
            raise StoreError(
                f"{self.store.path}: holds extractions of {found} of the {wanted} articles that were read:"
                " another program took the others away; nothing was written, build again"
            )

    def forget_superseded(self) -> None:
        """Drop the extractions that stood here when the staging began and are of no article of it.

        No others: another program may have made them meanwhile.
        """
        self.store.connection.execute(
            "DELETE FROM extractions WHERE article NOT IN (SELECT id FROM staging)"
            " AND (article, key) IN (SELECT article, key FROM before)"
        )

    def digest(self) -> str:
        """A hash of all that was read: the same for the same articles, whatever their order."""
        digest = hashlib.sha256(repr(sorted(self._skipped)).encode("utf-8", "surrogatepass"))
        for row in self.store.stream("SELECT key, record FROM staging ORDER BY id"):
            digest.update(repr(row).encode())
        return digest.hexdigest()


def _as_one(one: Article, other: Article) -> Article:
    """Two readings of one article: that of the first source, with the sources of both."""
    first = min(one, other, key=lambda article: (article.source, repr(article.published)))
    sources = tuple(sorted({*one.sources, *other.sources}))
    return replace(first, source=sources[0], sources=sources)
