"""Decisions that cannot be read, or that the last build did not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eventgraph.errors import DataError
from eventgraph.files import digest_of
from eventgraph.pipeline import DECISIONS
from eventgraph.resolve.decisions import Decisions
from eventgraph.store import Store


def changed_decisions(store: Store | None, directory: Path) -> Iterator[str]:
    """A line when the file is not the one that was last applied.

    Args:
        store: What remembers that; none when it is damaged.
        directory: Where the file is.
    """
    path = directory / DECISIONS
    try:
        torn = Decisions.read(path).torn
    except DataError as problem:
        yield f"{problem}; 'eventgraph undo {directory}' sets the row aside"
        return
    if torn:
        yield f"{torn}; the next decision writes the file anew"
    applied = store.remembered("decisions") if store else None
    if applied is not None and (digest_of(path) or "").encode() != applied:
        yield (
            f"{path}: is not what was last applied: changed by hand, or damaged; read it over, then"
            f" 'eventgraph build INPUT -o {directory}' applies it"
        )
