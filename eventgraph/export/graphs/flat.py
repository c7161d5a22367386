"""The graph with nothing but strings and numbers on it, for formats that know no lists and no gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventgraph.export.citation import by_id, citations, headline, sources_of
from eventgraph.export.figures import figures
from eventgraph.export.plain import line
from eventgraph.graph import to_networkx
from eventgraph.model import Corpus

if TYPE_CHECKING:
    import networkx as nx


def flat_graph(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """The graph of `to_networkx`, lists joined with ``; ``, unknown values left out, events cited.

    Events also have ``quote``, ``sources``, ``quantities``, ``precision``, ``date_basis``, ``confidence`` and
    ``attributed_to``; entities ``names``, ``country``, ``latitude`` and ``longitude``. An edge's key is
    an id of its own (``v1 agent e1``), because formats use it as one; ``label`` is its role or kind.

    >>> flat_graph(Corpus()).number_of_edges()
    0
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    rich = to_networkx(corpus)
    more = {**_entities(corpus), **_events(corpus)}
    for node, data in rich.nodes(data=True):
        graph.add_node(node, **_scalars(data | more[node]))
    for source, target, key, data in rich.edges(keys=True, data=True):
        name = line(key)
        graph.add_edge(
            source, target, key=f"{source} {name} {target}", label=name, **_scalars(data)
        )
    return graph


def _entities(corpus: Corpus) -> dict[str, dict[str, Any]]:
    return {
        entity.id: {
            "names": sorted({name for _, names in entity.names for name in names}),
            "country": entity.country,
            "latitude": entity.coordinates[0] if entity.coordinates else None,
            "longitude": entity.coordinates[1] if entity.coordinates else None,
        }
        for entity in corpus.entities
    }


def _events(corpus: Corpus) -> dict[str, dict[str, Any]]:
    articles = by_id(corpus.articles)
    found = {}
    for event in corpus.events:
        cited = citations(event, articles)
        found[event.id] = {
            "label": headline(event),
            "attributed_to": event.attributed_to,
            "precision": event.date.precision,
            "date_basis": event.date.basis,
            "confidence": event.confidence,
            "quote": cited[0].quote if cited else None,
            "sources": sources_of(cited),
            "quantities": figures(event, articles) or None,
        }
    return found


def _scalars(data: dict[str, Any]) -> dict[str, str | int | float]:
    flat = {key: _scalar(value) for key, value in data.items()}
    return {key: value for key, value in flat.items() if value is not None}


def _scalar(value: Any) -> str | int | float | None:
    if isinstance(value, list | tuple):
        return "; ".join(line(item) for item in value)
    return line(value) if isinstance(value, str) else value
