"""GEXF for Gephi: the graph with a time axis, so that its timeline can be played."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.graphs.flat import flat_graph
from eventgraph.export.plain import line
from eventgraph.model import Corpus, Event, Relation

if TYPE_CHECKING:
    import networkx as nx


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """A dynamic directed graph in GEXF 1.2.

    A dated event, and each edge from it, exists from its first to its last possible day; a relation in
    one spell per dated event behind it. What has no date is there all the time.

    Source:
        GEXF 1.2 (gexf.net), dynamics.

    >>> b'timeformat' in render(Corpus(), ExportOptions())
    False
    """
    from networkx.readwrite.gexf import GEXFWriter

    graph = flat_graph(corpus)
    graph.graph["mode"] = "dynamic"
    _time(graph, corpus)
    writer = GEXFWriter(graph=graph, prettyprint=True)
    meta = writer.xml.find("meta")
    del meta.attrib["lastmodifieddate"]  # the day of the export is no property of the corpus
    meta.find("creator").text = "eventgraph"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _time(graph: nx.MultiDiGraph[str], corpus: Corpus) -> None:
    events = {event.id: event for event in corpus.events}
    for event in corpus.events:
        graph.nodes[event.id].update(_days(event))
        for *_, data in graph.out_edges(event.id, data=True):
            data.update(_days(event))
    for relation in corpus.relations:
        key = f"{relation.source} {line(relation.phrase)} {relation.target}"
        spells = _spells(relation, events)
        if spells and graph.has_edge(relation.source, relation.target, key):
            graph.edges[relation.source, relation.target, key]["spells"] = spells


def _days(event: Event) -> dict[str, str]:
    ends = {"start": event.date.earliest, "end": event.date.latest}
    return {key: day for key, day in ends.items() if day}


def _spells(relation: Relation, events: dict[str, Event]) -> list[tuple[str | None, str | None]]:
    """The times of the events behind a relation; none when one of them may be at any time."""
    dates = [events[id_].date for id_ in relation.events if id_ in events]
    if not all(date.earliest or date.latest for date in dates):
        return []
    return sorted({(date.earliest, date.latest) for date in dates}, key=str)


EXPORTER = Exporter(suffix=".gexf", render=render)
