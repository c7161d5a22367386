"""Event types, the words that report them and what they are called: one data file that a user can replace.

The packaged ``ontology.toml`` explains its own format at its top.
"""

from __future__ import annotations

from eventgraph.ontology.file import load
from eventgraph.ontology.ontology import Ontology
from eventgraph.ontology.types import (
    FUNCTIONS,
    ROLES,
    TRAITS,
    UNTYPED,
    Concept,
    EventType,
    EventWord,
    Variant,
)

__all__ = [
    "FUNCTIONS",
    "ROLES",
    "TRAITS",
    "UNTYPED",
    "Concept",
    "EventType",
    "EventWord",
    "Ontology",
    "Variant",
    "load",
]
