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
    return tuple(event for event in store.select(Event, sql, *values) if not event.minor)
