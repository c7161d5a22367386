"""The questions that people ask of a store: a timeline, one entity's connections, a path, a reason, a word."""

from __future__ import annotations

from eventgraph.query.claims import Figure, claims
from eventgraph.query.connections import Connections, Neighbour, connections, relations_of
from eventgraph.query.entities import explain, find_entity, the_one
from eventgraph.query.gaps import Gap, gaps
from eventgraph.query.path import Step, path
from eventgraph.query.search import Hit, search
from eventgraph.query.timeline import timeline

__all__ = [
    "Connections",
    "Figure",
    "Gap",
    "Hit",
    "Neighbour",
    "Step",
    "claims",
    "connections",
    "explain",
    "find_entity",
    "gaps",
    "path",
    "relations_of",
    "search",
    "the_one",
    "timeline",
]
