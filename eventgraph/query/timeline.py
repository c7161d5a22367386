"""Events in time order."""

from __future__ import annotations

from eventgraph.model import Event
from eventgraph.query.entities import find_ids
from eventgraph.store import Store


def timeline(
    store: Store,
    *,
    entity: str | None = None,
    type: str | None = None,  # noqa: A002 - the contract's name
    since: str | None = None,
    until: str | None = None,
    top: int | None = None,
    all: bool = False,  # noqa: A002 - the contract's name
) -> tuple[Event, ...]:
    """Events in time order; minor ones (see `Event.minor`) only when asked for.

    >>> from eventgraph.corpus import Corpus
    >>> Corpus().timeline(top=10)
    ()

    Args:
        store: Where to look.
        entity: Name or id of an entity that takes part.
        type: Event type.
        since: ISO day; events that may have happened on it or later.
        until: ISO day; events that may have happened on it or earlier.
        top: So many of them, the most important.
        all: Whether minor events are rows, too.

    Raises:
        NotFoundError: No entity has that name.
    """
    clauses, values = ["1"], []
    if entity is not None:
        clauses.append("id IN (SELECT event FROM participants WHERE entity = ?)")
        values.append(find_ids(store, entity)[0])
    for clause, value in (("type = ?", type), ("until >= ?", since), ("first <= ?", until)):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if until is not None:
        clauses.append("first < '~'")  # where undated events stand
    # Chosen by the index alone; records are read of those that are shown.
    chosen = f"SELECT id FROM events WHERE {' AND '.join(clauses)}"  # noqa: S608 - fixed clauses
    sql = f"SELECT record FROM events WHERE id IN ({chosen}) ORDER BY first, last, id"  # noqa: S608
    found = [event for event in store.select(Event, sql, *values) if all or not event.minor]
    kept = frozenset(event.id for event in sorted(found, key=_importance)[:top])
    return tuple(event for event in found if event.id in kept)


def _importance(event: Event) -> tuple[float, int, str]:
    """The most important first; of equals what more independent sources tell."""
    return -event.importance, -event.origins, event.id
