"""Relations that articles state in a name's own words ("Turkish President …"), and where places lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from eventgraph.errors import NotFoundError
from eventgraph.knowledge import Knowledge
from eventgraph.model import Entity, Extraction, Relation, RelationKind
from eventgraph.resolve.events.mentions import Chains


class Stated(NamedTuple):
    """What an article states of two entities; see `Relation`."""

    source: str
    target: str
    kind: RelationKind
    role: str
    article: str


def stated(
    entities: Sequence[Entity],
    extractions: Sequence[Extraction],
    chains: Chains,
    knowledge: Knowledge,
    originals: Mapping[str, str],
) -> tuple[Relation, ...]:
    """Offices held in countries and places inside places, weighted by independent articles, sorted.

    Nothing is taken from the knowledge base alone: both sides are named in each article behind it.
    """
    known = {entity.knowledge: entity for entity in entities if entity.knowledge}
    articles: dict[Stated, set[str]] = defaultdict(set)
    for one in (
        *_offices(extractions, chains, known, knowledge),
        *_located(entities, known, knowledge),
    ):
        articles[one._replace(article="")].add(one.article)
    made = (_relation(one, found, originals) for one, found in articles.items())
    return tuple(sorted(made, key=lambda relation: relation.key))


def _relation(one: Stated, articles: set[str], originals: Mapping[str, str]) -> Relation:
    weight = float(len({originals.get(article, article) for article in articles}))
    return Relation(
        one.source, one.target, one.kind, (), tuple(sorted(articles)), weight, role=one.role
    )


def _offices(
    extractions: Iterable[Extraction],
    chains: Chains,
    known: Mapping[str, Entity],
    knowledge: Knowledge,
) -> Iterator[Stated]:
    for extraction in extractions:
        for mention in extraction.mentions:
            country = known.get(f"country:{mention.country}")
            person = chains.get((extraction.article, mention.chain))
            if country and person and mention.type == "person":
                for title in mention.titles:
                    if role := knowledge.role(title):
                        yield Stated(person, country.id, "office", role, extraction.article)


def _located(
    entities: Iterable[Entity], known: Mapping[str, Entity], knowledge: Knowledge
) -> Iterator[Stated]:
    for entity in entities:
        if entity.type == "place" and (holder := _holder(entity, known, knowledge)):
            for article in sorted({*entity.articles} & {*holder.articles}):
                yield Stated(entity.id, holder.id, "location", "", article)


def _holder(entity: Entity, known: Mapping[str, Entity], knowledge: Knowledge) -> Entity | None:
    """The smallest known place around a place that the corpus names."""
    above, seen = entity.knowledge, set[str]()
    while above and above not in seen:
        seen.add(above)
        try:
            entry = knowledge.entry(above)
        except NotFoundError:
            return None
        above = entry.within or (f"country:{entry.country}" if entry.country else None)
        if above and above in known and known[above].id != entity.id:
            return known[above]
    return None
