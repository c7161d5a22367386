"""Word vectors of the languages, made once and shipped as plain bytes."""

from eventgraph.vectors.table import is_known, similarity, vector

__all__ = ["is_known", "similarity", "vector"]
