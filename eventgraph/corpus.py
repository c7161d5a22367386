"""The corpus as the Python API gives it: the records, and the questions asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eventgraph import model, query
from eventgraph.store import in_memory, open_store


@dataclass(frozen=True, slots=True)
class Corpus(model.Corpus):
    """Everything that was understood of some articles.

    >>> Corpus().timeline()
    ()
    """

    def timeline(
        self,
        entity: str | None = None,
        type: str | None = None,  # noqa: A002 - the contract's name
        since: str | None = None,
        until: str | None = None,
        top: int | None = None,
        all: bool = False,  # noqa: A002 - the contract's name
    ) -> tuple[model.Event, ...]:
        """Events in time order; see `eventgraph.query.timeline`."""
        with in_memory(self) as store:
            return query.timeline(
                store, entity=entity, type=type, since=since, until=until, top=top, all=all
            )

    def connections(self, name: str) -> query.Connections:
        """What one entity is connected to; see `eventgraph.query.connections`."""
        with in_memory(self) as store:
            return query.connections(store, name)


def of(records: model.Corpus) -> Corpus:
    """The same records with the questions on top."""
    return Corpus(
        records.articles,
        records.skipped,
        records.entities,
        records.events,
        records.relations,
        records.unmet,
        records.languages,
        records.types,
    )


def load(directory: Path | str) -> Corpus:
    """The corpus that ``eventgraph build`` left in a directory.

    Raises:
        StoreError: There is none.
    """
    with open_store(directory) as store:
        return of(store.corpus())
