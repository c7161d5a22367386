"""All extractions into one corpus: entities linked, dates inferred, events clustered, relations drawn.

Fast, near-linear and independent of the order of the articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eventgraph.knowledge import Knowledge
from eventgraph.model import Article, Corpus, Event, Extraction, Relation
from eventgraph.ontology import Ontology
from eventgraph.resolve.collector import uncollected
from eventgraph.resolve.copies import originals
from eventgraph.resolve.dates.inference import apply, infer
from eventgraph.resolve.decisions import Decisions, TriggerPosition
from eventgraph.resolve.decisions.unmatched import records, unmet_events
from eventgraph.resolve.entities.linking import Linked, link_entities
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.composition import Setting, compose
from eventgraph.resolve.events.coreference import Coreference
from eventgraph.resolve.events.denials import link_denials
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.mentions import gather
from eventgraph.resolve.events.salience import is_notable
from eventgraph.resolve.places.geography import Geography
from eventgraph.resolve.relations.offices_and_locations import stated
from eventgraph.resolve.relations.shared_events import relate

ROUNDS = 3  # an inferred date may date a further article; longer chains are guesses


@uncollected()
def resolve(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    *,
    knowledge: Knowledge,
    ontology: Ontology,
    decisions: Decisions,
    language: str = "en",
) -> Corpus:
    """The corpus of some articles.

    Args:
        articles: Each once, in any order.
        extractions: Of these articles, in the same order.
        knowledge: Who and what is known.
        ontology: The event types.
        decisions: What people decided; applied before anything is guessed.
        language: Of titles.
    """
    pairs = sorted(zip(articles, extractions, strict=True), key=lambda pair: pair[0].id)
    articles, extractions = [a for a, _ in pairs], [e for _, e in pairs]
    linked = link_entities(articles, extractions, knowledge, decisions)
    geography = Geography(linked.entities, knowledge, articles)
    copies = originals(articles)
    drafts, articles = _events(articles, extractions, linked, geography, ontology, decisions)
    drafts = [draft for draft in drafts if is_notable(draft, copies)]
    named = stated(linked.entities, extractions, linked.chains, knowledge, copies)
    setting = Setting(
        {entity.id: entity for entity in linked.entities}, geography, ontology, language, copies
    )
    given = {_key(trigger): name for trigger, name in decisions.event_names()}
    composed = [_renamed(compose(draft, setting), draft, given) for draft in drafts]
    events = tuple(link_denials(sorted(composed, key=lambda event: event.id)))
    return Corpus(
        articles=tuple(articles),
        entities=linked.entities,
        events=events,
        relations=tuple(sorted((*relate(events, copies), *named), key=_relation_key)),
        unmet=records(linked.unmet, unmet_events(decisions, extractions)),
    )


def _relation_key(relation: Relation) -> tuple[str, str, str]:
    return relation.source, relation.target, relation.kind


def _renamed(event: Event, draft: Draft, given: Mapping[tuple[str, int, int], str]) -> Event:
    """The event with the title that a person gave it, if one did."""
    names = [given[report.key] for report in draft.reports if report.key in given]
    return replace(event, title=names[-1]) if names else event


def _events(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    linked: Linked,
    geography: Geography,
    ontology: Ontology,
    decisions: Decisions,
) -> tuple[list[Draft], Sequence[Article]]:
    """Drafts of all events, and the articles with the dates inferred on the way."""
    ignored = {_key(trigger) for trigger in decisions.ignored_events()}
    together = [(_key(a), _key(b)) for a, b in decisions.event_pairs("merge")]
    apart = [(_key(a), _key(b)) for a, b in decisions.event_pairs("not-same")]

    def cluster() -> list[Draft]:
        reports = [r for r in gather(articles, extractions, linked.chains) if r.key not in ignored]
        coreference = Coreference(ontology, geography, Stories(reports, linked.entities))
        return coreference.cluster(reports, together, apart)

    drafts = cluster()
    for _ in range(ROUNDS):
        dated, read_again = apply(infer(drafts, articles, extractions), articles, extractions)
        if (dated, read_again) == (articles, extractions):
            break
        articles, extractions = dated, read_again
        drafts = cluster()
    return drafts, articles


def _key(trigger: TriggerPosition) -> tuple[str, int, int]:
    """A trigger of a decision as the key of its report."""
    article, span = trigger
    return (article, span.start, span.end)
