"""Whether a directory still holds what a build wrote there: every record, table, output and offset."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eventgraph.check.decisions import changed_decisions
from eventgraph.check.offsets import misplaced
from eventgraph.check.outputs import changed_outputs, misquoted
from eventgraph.check.records import damaged_records
from eventgraph.check.tables import disagreeing_tables
from eventgraph.errors import DamagedError, StoreError
from eventgraph.store import FILE, Store, open_store
from eventgraph.store.seal import verify

__all__ = ["check"]


def check(directory: Path) -> Iterator[str]:
    """What is damaged in a directory, a line each: what is wrong, what it costs and what puts it right.

    Later questions rest on the answers to earlier ones, so that damage to the store hides what stands
    on it: when that is put right, the rest shows.

    Args:
        directory: What a build wrote.
    """
    try:
        verify(directory / FILE, however_large=True)
        store = open_store(directory)
    except StoreError as problem:
        yield str(problem)
        yield from changed_decisions(None, directory)
        return
    with store:
        remedy = (
            f"your articles are untouched: 'eventgraph build INPUT -o {directory}' writes it anew"
        )
        found = False
        for line in damaged_records(store):
            found = True
            yield f"{store.path}: {line}; {remedy}"
        if not found:
            for line in _lost(store):
                found = True
                yield line
        if not found:
            for line in (*disagreeing_tables(store), *misplaced(store)):
                yield f"{store.path}: {line}; {remedy}"
            for line in (*changed_outputs(store, directory), *misquoted(store, directory)):
                yield f"{line}; nothing is lost: 'eventgraph build INPUT -o {directory}' writes it anew"
        yield from changed_decisions(store, directory)


def _lost(store: Store) -> Iterator[str]:
    """A line when records refer to what is not there."""
    try:
        store.corpus()
    except DamagedError as problem:
        yield str(problem)
