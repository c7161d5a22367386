"""The SQLite file beside a build: cached extractions, and the corpus laid out for look-ups.

Records are kept whole, packed; what is looked up by (names, days, participants, words) stands in
columns and indexes of its own, so that a query reads only the rows that it prints.
"""

from __future__ import annotations

from eventgraph.store.articles import Articles
from eventgraph.store.connection import MEMORY
from eventgraph.store.entities import Entities
from eventgraph.store.staging import Staging
from eventgraph.store.store import FILE, Store, in_memory, open_store
from eventgraph.store.writing import folded_names

__all__ = [
    "FILE",
    "MEMORY",
    "Articles",
    "Entities",
    "Staging",
    "Store",
    "folded_names",
    "in_memory",
    "open_store",
]
