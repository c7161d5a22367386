"""Readers turn bytes into articles; each is one file behind an entry point in ``eventgraph.readers``.

What is not article (navigation, teasers, captions, a second article in the tail) is marked, never
cut, so every offset points into the source as it was decoded.
"""

from __future__ import annotations

from eventgraph.readers.inputs.reading import read, read_sources
from eventgraph.readers.reader import Reader, ReadOptions

__all__ = ["ReadOptions", "Reader", "read", "read_sources"]
