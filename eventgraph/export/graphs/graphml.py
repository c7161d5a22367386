"""GraphML for yEd, igraph, Gephi, NetworkX and others."""

from __future__ import annotations

import io

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.graphs.flat import flat_graph
from eventgraph.model import Corpus


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """The graph with its attributes as named keys.

    Source:
        GraphML (graphml.graphdrawing.org).

    >>> render(Corpus(), ExportOptions()).startswith(b"<?xml")
    True
    """
    from networkx import write_graphml_xml

    out = io.BytesIO()
    write_graphml_xml(flat_graph(corpus), out)
    return out.getvalue()


EXPORTER = Exporter(suffix=".graphml", render=render)
