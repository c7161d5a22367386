"""A corpus as a networkx graph, for analysis and for the exporters that draw one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventgraph.model import Corpus

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """Entities and events as nodes; participation and relations as edges.

    Node attributes: ``kind`` (entity or event), ``type``, ``label``, ``articles`` (a count) and for
    events ``date``, ``earliest``, ``latest``, ``status``. An edge from event to entity has the role
    as key and ``role``; an edge between entities has the relation's phrase as key, ``kind`` and
    ``weight``.

    >>> to_networkx(Corpus()).number_of_nodes()
    0
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in corpus.entities:
        graph.add_node(
            entity.id,
            kind="entity",
            type=entity.type,
            label=entity.name,
            articles=len(entity.articles),
        )
    for event in corpus.events:
        graph.add_node(
            event.id,
            kind="event",
            type=event.type,
            label=event.title,
            status=event.status,
            date=event.date.edtf,
            earliest=event.date.earliest,
            latest=event.date.latest,
            articles=len(event.articles),
        )
        for participant in event.participants:
            graph.add_edge(
                event.id, participant.entity, key=participant.role, role=participant.role
            )
    for relation in corpus.relations:
        graph.add_edge(
            relation.source,
            relation.target,
            key=relation.phrase,
            kind=relation.phrase,
            weight=relation.weight,
        )
    return graph
