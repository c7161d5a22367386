"""Records that others refer to and that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.model import Corpus


def missing(corpus: Corpus) -> Iterator[str]:
    """What is referred to and lacks, each once.

    >>> from eventgraph.model import Relation
    >>> next(missing(Corpus(relations=(Relation("n1", "n2", "meeting", (), (), 1.0),))))
    'entity n1'
    """
    articles = {article.id for article in corpus.articles}
    entities = {entity.id for entity in corpus.entities}
    named = {e.article for entity in corpus.entities for e in entity.evidence}
    named |= {e.article for event in corpus.events for e in event.evidence}
    named |= {claim.article for event in corpus.events for claim in event.claims}
    takes_part = {p.entity for event in corpus.events for p in event.participants}
    takes_part |= {end for one in corpus.relations for end in (one.source, one.target)}
    yield from (f"article {id_}" for id_ in sorted(named - articles))
    yield from (f"entity {id_}" for id_ in sorted(takes_part - entities))
