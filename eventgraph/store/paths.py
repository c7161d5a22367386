"""Shortest chains of relations between two entities, read from the store a level at a time."""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.store.store import Store, as_json

_LINKS = (
    "SELECT source, target, weight FROM relations WHERE source IN (SELECT value FROM json_each(?1))"
    " UNION ALL "
    "SELECT target, source, weight FROM relations WHERE target IN (SELECT value FROM json_each(?1))"
)


class _Side:
    """One end of the search: whom it has reached, from where, and over how heavy links."""

    def __init__(self, start: str) -> None:
        self.came_from: dict[str, str | None] = {start: None}
        self.weight = {start: 0.0}
        self.frontier = [start]

    def advance(self, store: Store) -> None:
        """One step further, each entity over its heaviest link."""
        best: dict[str, tuple[float, str]] = {}
        for here, there, weight in store.rows(_LINKS, as_json(self.frontier)):
            if there not in self.came_from:
                best[there] = min(best.get(there, (0.0, "~")), (-self.weight[here] - weight, here))
        for there, (negated, here) in best.items():
            self.came_from[there], self.weight[there] = here, -negated
        self.frontier = sorted(best)

    def chain(self, end: str) -> list[str]:
        """From an entity that was reached back to the start."""
        ids, here = [], self.came_from[end]
        while here is not None:
            ids.append(here)
            here = self.came_from[here]
        return [end, *ids]


def shortest(store: Store, first: str, last: str, most: int) -> list[str] | None:
    """Ids of a shortest chain between two entities; of several the one with the heaviest links.

    The search goes from both ends, the smaller frontier first, so that it need not see the whole graph.

    Args:
        store: Where to look.
        first: Where the chain starts.
        last: Where it ends.
        most: Most links; none is returned when it takes more.
    """
    near, far = _Side(first), _Side(last)
    for steps in range(most + 1):
        if met := _meeting(near, far):
            return [*reversed(near.chain(met)), *far.chain(met)[1:]]
        if steps == most or not (near.frontier and far.frontier):
            return None
        min(near, far, key=lambda side: len(side.frontier)).advance(store)
    return None


def _meeting(near: _Side, far: _Side) -> str | None:
    """Where the two sides meet, over the heaviest links."""
    both: Iterable[str] = near.came_from.keys() & far.came_from.keys()
    return min(both, key=lambda id_: (-near.weight[id_] - far.weight[id_], id_), default=None)
