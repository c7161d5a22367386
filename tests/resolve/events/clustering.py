"""What tests of clustering share: tellings in, groups of words out."""

from __future__ import annotations

from eventgraph.ontology import load as load_ontology
from eventgraph.resolve import resolve
from eventgraph.resolve.decisions import Decisions
from eventgraph.resolve.entities.linking import link_entities
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.coreference import Coreference
from eventgraph.resolve.events.mentions import gather
from eventgraph.resolve.places.geography import Geography
from tests.resolve.entities.linking_corpus import FakeKnowledge, country, place

KNOWN = FakeKnowledge(
    entries=(
        country("Norway", "NO"),
        country("Kenya", "KE"),
        place("Oslo", "NO", 700_000),
        place("Bergen", "NO", 280_000),
    )
)


def linked(*pairs):
    """Articles and extractions sorted, and their entities."""
    articles, extractions = zip(*sorted(pairs, key=lambda pair: pair[0].id), strict=True)
    return articles, extractions, link_entities(articles, extractions, KNOWN, Decisions())


def drafts(*pairs, together=(), apart=()):
    """The drafts of some articles."""
    articles, extractions, found = linked(*pairs)
    geography = Geography(found.entities, KNOWN, articles)
    reports = gather(articles, extractions, found.chains, load_ontology())
    stories = Stories(reports, found.entities)
    return Coreference(load_ontology(), geography, stories).cluster(reports, together, apart)


def groups(*pairs, **decided):
    """The words of each draft, sorted."""
    return sorted(sorted(r.mention.text for r in d.reports) for d in drafts(*pairs, **decided))


def corpus(*pairs, decisions=None, language="en"):
    """The corpus of some articles."""
    articles, extractions = zip(*pairs, strict=True)
    return resolve(
        articles, extractions, knowledge=KNOWN, ontology=load_ontology(),
        decisions=decisions or Decisions(), language=language,
    )  # fmt: skip


def keys(*pairs):
    """Keys of all reports, by article and position."""
    return [(a.id, m.span.start, m.span.end) for a, e in pairs for m in e.events]
