"""Cytoscape JSON for Cytoscape, Cytoscape.js and NetworkX."""

from __future__ import annotations

from typing import Any

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.graphs.flat import flat_graph
from eventgraph.export.plain import json_text
from eventgraph.model import Corpus


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """Nodes and edges as elements, each with its attributes in ``data``.

    Source:
        Cytoscape.js, elements JSON; format version 1.0 of Cytoscape.

    >>> b'"nodes": []' in render(Corpus(), ExportOptions())
    True
    """
    graph = flat_graph(corpus)
    nodes = [_node(node, data) for node, data in graph.nodes(data=True)]
    edges = [_edge(*edge) for edge in graph.edges(keys=True, data=True)]
    document = {
        "format_version": "1.0",
        "generated_by": "eventgraph",
        "target_cytoscapejs_version": "~3.0",
        "directed": True,
        "multigraph": True,
        "data": {"name": "eventgraph"},
        "elements": {"nodes": nodes, "edges": edges},
    }
    return (json_text(document, indent=1) + "\n").encode("utf-8")


def _node(node: str, data: dict[str, Any]) -> dict[str, Any]:
    label = data.get("label", node)
    return {"data": {**data, "id": node, "name": label, "value": node}}


def _edge(source: str, target: str, key: str, data: dict[str, Any]) -> dict[str, Any]:
    ends = {"id": key, "key": key, "source": source, "target": target}
    return {"data": {**data, **ends, "interaction": data["label"]}}


EXPORTER = Exporter(suffix=".cyjs", render=render)
