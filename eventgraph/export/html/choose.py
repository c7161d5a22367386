"""Which part of a large corpus the page shows: the most connected entities and their events."""

from __future__ import annotations

from collections import Counter

from eventgraph.model import Corpus, Entity, Event


def most_connected(corpus: Corpus, limit: int) -> tuple[list[Entity], list[Event]]:
    """At most that many entities and events, the most connected ones, in the corpus's order.

    An event counts as connected as its participants together, an entity as often as it takes part.

    >>> most_connected(Corpus(), 10)
    ([], [])
    """
    entities, events = list(corpus.entities), list(corpus.events)
    if len(entities) + len(events) <= limit:
        return entities, events
    degree = _degrees(corpus)
    ranked = sorted(
        [(degree[e.id], len(e.articles), e.id) for e in entities]
        + [(_reach(e, degree), len(e.articles), e.id) for e in events],
        key=lambda row: (-row[0], -row[1], row[2]),
    )
    kept = {row[2] for row in ranked[: max(limit, 0)]}
    return [e for e in entities if e.id in kept], [e for e in events if e.id in kept]


def _degrees(corpus: Corpus) -> Counter[str]:
    return Counter(p.entity for event in corpus.events for p in event.participants)


def _reach(event: Event, degree: Counter[str]) -> float:
    """The mean of its participants' degrees, so that an event stays with the entities it ties."""
    joined = {p.entity for p in event.participants}
    return sum(degree[entity] for entity in sorted(joined)) / len(joined) if joined else 0.0
