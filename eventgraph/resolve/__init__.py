"""All extractions into one corpus: entities linked, dates inferred, events clustered, relations drawn.

Fast, near-linear and independent of the order of the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eventgraph.knowledge import Knowledge
from eventgraph.model import Article, Corpus, Event, Extraction
from eventgraph.ontology import Ontology
from eventgraph.resolve.dates.inference import apply, infer
from eventgraph.resolve.decisions import Decisions, TriggerPosition
from eventgraph.resolve.decisions.following import follow
from eventgraph.resolve.decisions.unmatched import records, unmet_events
from eventgraph.resolve.entities.linking import Linked, link_entities
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.composition import Setting, compose
from eventgraph.resolve.events.coreference import Coreference
from eventgraph.resolve.events.denials import link_denials
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.mentions import gather
from eventgraph.resolve.garbage_collection import uncollected
from eventgraph.resolve.places.geography import Geography
from eventgraph.resolve.relations.offices_and_locations import stated
from eventgraph.resolve.relations.shared_events import relate
from eventgraph.resolve.salience.copies import originals
from eventgraph.resolve.salience.importance import Standing, standing
from eventgraph.resolve.salience.notability import is_notable
from eventgraph.resolve.salience.ranking import rank
from eventgraph.resolve.salience.tolls import of_each, tolls

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
    decisions = follow(decisions, articles, extractions)
    seen = understand(
        articles,
        extractions,
        knowledge=knowledge,
        ontology=ontology,
        decisions=decisions,
        language=language,
    )
    return _corpus(seen, decisions)


@dataclass(frozen=True)
class Understanding:
    """What articles tell, before it is written down for people.

    Attributes:
        articles: By id, with the dates that were inferred.
        extractions: Of these articles, in the same order.
        linked: The entities.
        drafts: The events.
        standing: What their importance is read against.
        setting: What composing them needs.
    """

    articles: Sequence[Article]
    extractions: Sequence[Extraction]
    linked: Linked
    drafts: Sequence[Draft]
    standing: Standing
    setting: Setting

    def composed(self) -> list[Event]:
        """The events that people see, in the order of the drafts."""
        ranks = rank(self.drafts, self.standing)
        pairs = zip(self.drafts, ranks, strict=True)
        figures = of_each(self.drafts, tolls(self.drafts))
        return [
            compose(draft, place, self.setting, figures.get(draft.key, ()))
            for draft, place in pairs
        ]

    def names(self, entity: str) -> Iterator[str]:
        """Every name of an entity, in all languages, and the words that mention it."""
        found = self.setting.entities[entity]
        yield found.name
        yield from (name for _, names in found.names for name in names)
        yield from dict.fromkeys(evidence.text for evidence in found.evidence)


def understand(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    *,
    knowledge: Knowledge,
    ontology: Ontology,
    decisions: Decisions,
    language: str = "en",
) -> Understanding:
    """Entities linked, dates inferred, events clustered; see `resolve`."""
    pairs = sorted(zip(articles, extractions, strict=True), key=lambda pair: pair[0].id)
    articles, extractions = [a for a, _ in pairs], [e for _, e in pairs]
    linked = link_entities(articles, extractions, knowledge, decisions)
    geography = Geography(linked.entities, knowledge, articles)
    copies = originals(articles)
    drafts, articles = _events(articles, extractions, linked, geography, ontology, decisions)
    entities = {entity.id: entity for entity in linked.entities}
    return Understanding(
        articles,
        extractions,
        linked,
        [draft for draft in drafts if is_notable(draft, copies)],
        standing(ontology, copies, linked.entities),
        Setting(entities, geography, ontology, knowledge, language, copies),
    )


def _corpus(seen: Understanding, decisions: Decisions) -> Corpus:
    """What was understood as people see it, with what they decided to call it."""
    setting, linked = seen.setting, seen.linked
    named = stated(
        linked.entities, seen.extractions, linked.chains, setting.knowledge, setting.originals
    )
    given = {_key(trigger): name for trigger, name in decisions.event_names()}
    composed = [
        _renamed(event, draft, given)
        for event, draft in zip(seen.composed(), seen.drafts, strict=True)
    ]
    events = tuple(link_denials(sorted(composed, key=lambda event: event.id)))
    return Corpus(
        articles=tuple(seen.articles),
        entities=linked.entities,
        events=events,
        types=setting.ontology.labels(event.type for event in events),
        relations=tuple(
            sorted((*relate(events, setting.originals), *named), key=lambda relation: relation.key)
        ),
        unmet=records(decisions, linked.unmet, unmet_events(decisions, seen.extractions)),
    )


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
        reports = list(gather(articles, extractions, linked.chains, ontology))
        coreference = Coreference(ontology, geography, Stories(reports, linked.entities))
        return coreference.cluster(reports, together, apart)

    drafts = cluster()
    for _ in range(ROUNDS):
        dated, read_again = apply(infer(drafts, articles, extractions), articles, extractions)
        if (dated, read_again) == (articles, extractions):
            break
        articles, extractions = dated, read_again
        drafts = cluster()
    return [d for d in drafts if ignored.isdisjoint(r.key for r in d.reports)], articles


def _key(trigger: TriggerPosition) -> tuple[str, int, int]:
    """A trigger of a decision as the key of its report."""
    article, span = trigger
    return (article, span.start, span.end)
