"""How two entities are connected."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from eventgraph.errors import NotFoundError
from eventgraph.model import Entity, Event, Relation
from eventgraph.query.entities import find_ids
from eventgraph.store import Store
from eventgraph.store.paths import shortest

LONGEST_PATH = 6  # more steps than that say nothing about two people


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a path: two entities and the event or relation between them."""

    source: Entity
    target: Entity
    kinds: tuple[str, ...]
    events: tuple[Event, ...]


def path(store: Store, start: str, end: str) -> tuple[Step, ...]:
    """The shortest chain of shared events or stated relations between two entities.

    Returns:
        Its steps from the first entity to the second; empty when they are one and the same.

    Raises:
        NotFoundError: A name is unknown, or no chain of at most six steps joins the two.
    """
    first, last = find_ids(store, start)[0], find_ids(store, end)[0]
    ids = shortest(store, first, last, LONGEST_PATH)
    if ids is None:
        names = store.names([first, last])
        raise NotFoundError(
            f"no path of {LONGEST_PATH} steps or fewer joins {names[first]!r} and {names[last]!r}"
        )
    found = {entity.id: entity for entity in store.by_ids(Entity, "entities", ids)}
    return tuple(_step(store, found[a], found[b]) for a, b in pairwise(ids))


def _step(store: Store, source: Entity, target: Entity) -> Step:
    sql = "SELECT record FROM relations WHERE source = ? AND target = ? ORDER BY kind"
    ways = ((source.id, target.id), (target.id, source.id))
    between = [r for way in ways for r in store.select(Relation, sql, *way)]
    events = store.by_ids(Event, "events", sorted({event for r in between for event in r.events}))
    kinds = tuple(
        dict.fromkeys(r.phrase for r in sorted(between, key=lambda r: (-r.weight, r.phrase)))
    )
    return Step(source, target, kinds, tuple(sorted(events, key=lambda event: event.chronology)))
