"""What one entity is connected to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventgraph.model import Article, Entity, Event, Relation
from eventgraph.query.entities import find_entity
from eventgraph.query.timeline import timeline
from eventgraph.store import Store


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity beside another.

    Attributes:
        entity: The other one, without its evidence.
        kinds: How they hang together, most articles first.
        events: Ids of the events that both are in, sorted.
        weight: Number of independent articles behind it.
    """

    entity: Entity
    kinds: tuple[str, ...]
    events: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Connections:
    """What is known about one entity: events in time order, neighbours by weight, articles by source."""

    entity: Entity
    events: tuple[Event, ...]
    neighbours: tuple[Neighbour, ...]
    articles: tuple[Article, ...]
    others: tuple[Entity, ...] = ()


def connections(store: Store, name: str) -> Connections:
    """Everything that one entity is connected to.

    Raises:
        NotFoundError: No entity has that name.
    """
    entity, *others = find_entity(store, name)
    relations = tuple(relations_of(store, entity.id))
    return Connections(
        entity=entity,
        events=timeline(store, entity=entity.id),
        neighbours=_neighbours(store, entity.id, relations),
        articles=tuple(store.by_ids(Article, "articles", entity.articles)),
        others=tuple(others),
    )


def relations_of(store: Store, entity: str) -> Iterable[Relation]:
    """The relations that an entity stands in, on either side."""
    sql = (
        "SELECT record FROM relations WHERE source = ? OR target = ? ORDER BY source, target, kind"
    )
    return store.select(Relation, sql, entity, entity)


def _neighbours(store: Store, centre: str, relations: Sequence[Relation]) -> tuple[Neighbour, ...]:
    beside: dict[str, list[Relation]] = {}
    for relation in relations:
        other = relation.target if relation.source == centre else relation.source
        beside.setdefault(other, []).append(relation)
    found = (
        Neighbour(
            entity=entity,
            kinds=tuple(
                r.kind for r in sorted(beside[entity.id], key=lambda r: (-r.weight, r.kind))
            ),
            events=tuple(sorted({event for r in beside[entity.id] for event in r.events})),
            weight=float(len({article for r in beside[entity.id] for article in r.articles})),
        )
        for entity in store.by_ids(Entity, "entities", sorted(beside))
    )
    return tuple(
        sorted(found, key=lambda n: (-n.weight, -len(n.events), n.entity.name, n.entity.id))
    )
