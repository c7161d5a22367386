"""The questions that people ask of a store: a timeline, one entity's connections, a path, a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventgraph.errors import NotFoundError
from eventgraph.model import Article, Entity, Event, Relation
from eventgraph.names import fold
from eventgraph.store import Store
from eventgraph.store.paths import shortest

LONGEST_PATH = 6  # more steps than that say nothing about two people
MOST_RUNS = 40  # of three letters, of a name that nobody has
CANDIDATES = 200


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


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a path: two entities and the event or relation between them."""

    source: Entity
    target: Entity
    kinds: tuple[str, ...]
    events: tuple[Event, ...]


def timeline(
    store: Store,
    *,
    entity: str | None = None,
    type: str | None = None,  # noqa: A002 - the contract's name
    since: str | None = None,
    until: str | None = None,
) -> tuple[Event, ...]:
    """Events in time order; minor ones (see `Event.minor`) are left out.

    Args:
        store: Where to look.
        entity: Name or id of an entity that takes part.
        type: Event type.
        since: ISO day; events that may have happened on it or later.
        until: ISO day; events that may have happened on it or earlier.

    Raises:
        NotFoundError: No entity has that name.
    """
    clauses, values = ["1"], []
    if entity is not None:
        clauses.append("id IN (SELECT event FROM participants WHERE entity = ?)")
        values.append(find_entity(store, entity)[0].id)
    for clause, value in (("type = ?", type), ("until >= ?", since), ("first <= ?", until)):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if until is not None:
        clauses.append("first < '~'")  # where undated events stand
    # Chosen by the index alone; records are read of those that are shown.
    chosen = f"SELECT id FROM events WHERE {' AND '.join(clauses)}"  # noqa: S608 - fixed clauses
    sql = f"SELECT record FROM events WHERE id IN ({chosen}) ORDER BY first, last, id"  # noqa: S608
    return tuple(store.select(Event, sql, *values))


def find_entity(store: Store, name: str) -> tuple[Entity, ...]:
    """The entities that answer to a name (in any script) or id, best known first.

    An exact name goes before a name that contains the words asked for.

    Raises:
        NotFoundError: There is none; the message suggests near spellings.
    """
    folded = fold(name)
    ways = (
        ("SELECT ?", name),
        ("SELECT entity FROM names WHERE folded = ?", folded),
        (
            "SELECT id FROM searched WHERE kind = 'entity' AND number IN (SELECT rowid FROM search WHERE search MATCH ?)",
            f'head : "{folded}"',
        ),
    )
    for way, value in ways:
        found = folded and tuple(store.entities(f"id IN ({way})", value))
        if found:
            return tuple(sorted(found, key=lambda entity: (-len(entity.evidence), entity.id)))
    raise NotFoundError(f"no entity is called {name!r}{_near(store, folded)}")


def _near(store: Store, folded: str) -> str:
    """What may have been meant, among the names that share most runs of three letters."""
    from rapidfuzz import fuzz, process

    runs = sorted({folded[i : i + 3] for i in range(len(folded) - 2)})[:MOST_RUNS]
    sql = (
        "SELECT folded FROM spellings WHERE number IN"
        " (SELECT rowid FROM near WHERE near MATCH ? ORDER BY rank, rowid LIMIT ?)"
    )
    known = store.rows(sql, " OR ".join(f'"{run}"' for run in runs), CANDIDATES) if runs else []
    names = sorted(row[0] for row in known)
    close = process.extract(folded, names, scorer=fuzz.WRatio, limit=3, score_cutoff=75)
    return "; did you mean " + ", ".join(repr(match[0]) for match in close) + "?" if close else ""


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


def path(store: Store, start: str, end: str) -> tuple[Step, ...]:
    """The shortest chain of shared events or stated relations between two entities.

    Returns:
        Its steps from the first entity to the second; empty when they are one and the same.

    Raises:
        NotFoundError: A name is unknown, or no chain of at most six steps joins the two.
    """
    first, last = find_entity(store, start)[0], find_entity(store, end)[0]
    ids = shortest(store, first.id, last.id, LONGEST_PATH)
    if ids is None:
        raise NotFoundError(
            f"no path of {LONGEST_PATH} steps or fewer joins {first.name!r} and {last.name!r}"
        )
    found = {entity.id: entity for entity in store.by_ids(Entity, "entities", ids)}
    return tuple(_step(store, found[a], found[b]) for a, b in pairwise(ids))


def _step(store: Store, source: Entity, target: Entity) -> Step:
    sql = "SELECT record FROM relations WHERE source = ? AND target = ? ORDER BY kind"
    ways = ((source.id, target.id), (target.id, source.id))
    between = [r for way in ways for r in store.select(Relation, sql, *way)]
    events = store.by_ids(Event, "events", sorted({event for r in between for event in r.events}))
    kinds = tuple(dict.fromkeys(r.kind for r in sorted(between, key=lambda r: (-r.weight, r.kind))))
    return Step(source, target, kinds, tuple(sorted(events, key=lambda event: event.chronology)))


def explain(store: Store, id: str) -> Entity | Event:  # noqa: A002 - the contract's name
    """The entity or event with this id (or the entity of this name), whose ``reasons`` say why it is one.

    Raises:
        NotFoundError: Nothing has that id or name.
    """
    events = store.by_ids(Event, "events", [id])
    return events[0] if events else find_entity(store, id)[0]
