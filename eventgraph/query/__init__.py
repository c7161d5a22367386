"""The questions that people ask of a store: a timeline, one entity's connections, a path, a reason, a word."""

from __future__ import annotations

from eventgraph.query.connections import Connections, Neighbour, connections, relations_of
from eventgraph.query.entities import explain, find_entity
from eventgraph.query.path import Step, path
from eventgraph.query.search import Hit, search
from eventgraph.query.timeline import timeline

__all__ = [
    "Connections",
    "Hit",
    "Neighbour",
    "Step",
    "connections",
    "explain",
    "find_entity",
    "path",
    "relations_of",
    "search",
    "timeline",
]
