"""From names in single articles to the entities of a corpus: blocking, pair scoring, clustering, canonicalisation."""
