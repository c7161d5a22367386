"""Words in names, titles and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from eventgraph.model import Article, Entity, Event
from eventgraph.names import fold
from eventgraph.store import Store

Kind = Literal["entity", "event", "article"]
HEAD_WEIGHT = 8.0  # a name or title says more about a thing than a quote does
MOST_WORDS = 32


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that the words were found in.

    Attributes:
        kind: What it is.
        record: The entity (without its evidence), event or article.
    """

    kind: Kind
    record: Entity | Event | Article


def search(store: Store, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """What holds all of the words in its names, title or quotes, best match first (BM25).

    Case, accents and Arabic letter forms do not matter, nor the particles that Arabic writes together
    with a word; the last word may be the beginning of one.

    Args:
        store: Where to look.
        text: Words in any script.
        limit: The most to give.
    """
    words = fold(text).split()[:MOST_WORDS]
    if not words:
        return ()
    sql = (
        "SELECT s.kind, s.id FROM search JOIN searched s ON s.number = search.rowid"
        " WHERE search MATCH ? ORDER BY bm25(search, ?, 1.0), s.kind DESC, s.id LIMIT ?"
    )
    found = store.rows(sql, _expression(words), HEAD_WEIGHT, limit)
    records = {
        (kind, record.id): record
        for kind in {kind for kind, _ in found}
        for record in _records(store, kind, [id_ for k, id_ in found if k == kind])
    }
    return tuple(Hit(kind, records[kind, id_]) for kind, id_ in found)


def _records(store: Store, kind: Kind, ids: list[str]) -> Iterable[Entity | Event | Article]:
    if kind == "article":
        return store.articles(ids)
    return (
        store.by_ids(Entity, "entities", ids)
        if kind == "entity"
        else store.by_ids(Event, "events", ids)
    )


def _expression(words: list[str]) -> str:
    """An FTS5 expression: all of the words, each in any of its forms."""
    *whole, last = words
    forms = [[f'"{form}"' for form in _forms(word)] for word in whole]
    forms.append([f'"{form}" *' for form in _forms(last)])
    return " AND ".join(f"({' OR '.join(some)})" for some in forms)


def _forms(word: str) -> list[str]:
    """A word as it stands, and behind what may be written together with it."""
    if word.isascii():
        return [word]
    return list(dict.fromkeys(before + stem for stem, before in _stems(word)))


def _stems(word: str) -> Iterator[tuple[str, str]]:
    from eventgraph import plugins
    from eventgraph.languages import language

    yield word, ""
    for code in plugins.names("languages"):
        clitics = language(code).section("names").get("clitics", {})
        article: str = clitics.get("article", "")
        stem = word.removeprefix(article)
        if article and len(stem) > 1:
            yield from ((stem, before) for before in ("", *_before(clitics, article)))


def _before(clitics: dict[str, list[str]], article: str) -> Iterator[str]:
    """Conjunction, preposition and article, in this order, each of them or none."""
    for conjunction in ("", *clitics["conjunctions"]):
        for preposition in ("", *clitics["prepositions"]):
            yield from (conjunction + preposition + a for a in ("", article))
