"""What one entity is connected to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from eventgraph.model import Entity, Event, Relation
from eventgraph.query.entities import find_ids
from eventgraph.query.timeline import timeline
from eventgraph.store import Articles, Entities, Store


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


@dataclass(frozen=True)
class Connections:
    """What is known about one entity.

    What may be of thousands of articles is unpacked when it is looked at.

    Attributes:
        found: The entities that answer to the name, best known first; the rest is about the first.
        events: What it takes part in, in time order.
        neighbours: Who and what it hangs together with, by weight.
        articles: Those that name it, in order of id.
    """

    found: Entities
    events: tuple[Event, ...]
    neighbours: tuple[Neighbour, ...]
    articles: Articles

    @cached_property
    def entity(self) -> Entity:
        """The entity, with its evidence."""
        return self.found[0]

    @cached_property
    def head(self) -> Entity:
        """The entity without its evidence."""
        return self.found[:1].heads()[0]

    @property
    def others(self) -> Entities:
        """More entities that answer to the name."""
        return self.found[1:]


def connections(store: Store, name: str) -> Connections:
    """Everything that one entity is connected to.

    Raises:
        NotFoundError: No entity has that name.
    """
    ids = find_ids(store, name)
    return Connections(
        found=store.entities(ids),
        events=timeline(store, entity=ids[0]),
        neighbours=_neighbours(store, ids[0], tuple(relations_of(store, ids[0]))),
        articles=store.articles_naming(ids[0]),
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
                r.phrase for r in sorted(beside[entity.id], key=lambda r: (-r.weight, r.phrase))
            ),
            events=tuple(sorted({event for r in beside[entity.id] for event in r.events})),
            weight=float(len({article for r in beside[entity.id] for article in r.articles})),
        )
        for entity in store.by_ids(Entity, "entities", sorted(beside))
    )
    return tuple(
        sorted(found, key=lambda n: (-n.weight, -len(n.events), n.entity.name, n.entity.id))
    )
