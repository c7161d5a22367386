"""A corpus as compact data for the page: indexes instead of ids, each quoted sentence once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

from eventgraph.export.html.choose import most_connected
from eventgraph.export.html.layout import place
from eventgraph.export.html.passages import Passages, around, carry
from eventgraph.export.html.schema import (
    ArticleRow,
    ClaimRow,
    EdgeRow,
    EntityRow,
    EventRow,
    EvidenceRow,
    KindRow,
    MarkRow,
    PageData,
    ReadRow,
    SentenceRow,
    TieRow,
    Total,
)
from eventgraph.model import Article, Claim, Corpus, Entity, Event, Evidence, Span

Value = TypeVar("Value", bound=Hashable)

_QUOTES = 4  # sentences per entity that travel even when its articles do not
_SKIPPED = 200  # unread files that are listed by name
_TIES = 3  # direct ties per node, at most


def page_data(corpus: Corpus, max_nodes: int = 5000) -> PageData:
    """Everything the page shows.

    Args:
        corpus: What was understood.
        max_nodes: The most entities and events together; beyond it the most connected part.
    """
    entities, events = most_connected(corpus, max_nodes)
    nodes: list[Entity | Event] = [*entities, *events]
    scribe = _Scribe(corpus.articles, nodes, budget=24_000 + 110 * len(nodes))
    node_of = {node.id: i for i, node in enumerate(nodes)}
    roles = _Table[str]()
    edges = sorted(
        {
            EdgeRow(node_of[event.id], node_of[p.entity], roles.index(p.role))
            for event in events
            for p in event.participants
            if p.entity in node_of
        }
    )
    ties, kinds = _ties(corpus, node_of)
    reports = [
        (scribe.article_of[a], i)
        for i, event in enumerate(events, len(entities))
        for a in event.articles
        if a in scribe.article_of
    ]
    places, article_places = place(
        len(nodes), [(edge.event, edge.entity) for edge in edges], len(corpus.articles), reports
    )
    event_rows = [_event(e, scribe, places[i]) for i, e in enumerate(events, len(entities))]
    return PageData(
        total=Total(
            len(corpus.articles), len(corpus.entities), len(corpus.events), len(corpus.skipped)
        ),
        skipped=[(skipped.source, skipped.reason) for skipped in corpus.skipped[:_SKIPPED]],
        read=[
            ReadRow(read.language, read.model, read.dates, read.events, read.lacking, read.more)
            for read in corpus.languages
        ],
        articles=scribe.articles(article_places),
        entities=[_entity(e, scribe, places[i]) for i, e in enumerate(entities)],
        events=event_rows,
        roles=roles.values,
        edges=edges,
        kinds=kinds,
        ties=ties,
    )


@dataclass(slots=True)
class _Table(Generic[Value]):
    """Repeated values, stored once."""

    values: list[Value] = field(default_factory=list)
    _index: dict[Value, int] = field(default_factory=dict)

    def index(self, value: Value) -> int:
        if value not in self._index:
            self._index[value] = len(self.values)
            self.values.append(value)
        return self._index[value]


def _ties(corpus: Corpus, node_of: dict[str, int]) -> tuple[list[TieRow], list[KindRow]]:
    """Relations between shown entities, the heaviest first, and what they are called by."""
    kinds = _Table[KindRow]()
    heavy = sorted(corpus.relations, key=lambda r: (-r.weight, *r.key))
    rows = [
        TieRow(
            node_of[r.source],
            node_of[r.target],
            kinds.index(KindRow(r.kind, r.event_type, r.role)),
            r.weight,
            [node_of[e] for e in r.events if e in node_of],
        )
        for r in heavy
        if r.source in node_of and r.target in node_of
    ]
    return rows[: _TIES * max(200, len(node_of))], kinds.values


class _Scribe:
    """Writes articles down once and answers where in them an evidence stands."""

    def __init__(
        self, articles: Sequence[Article], nodes: list[Entity | Event], budget: int
    ) -> None:
        self.records = articles
        self.article_of = {article.id: i for i, article in enumerate(articles)}
        wanted = self._wanted(nodes)
        self.passages: list[Passages] = list(carry(articles, wanted, budget))
        self.sentences: list[dict[tuple[int, int, int], int]] = [{} for _ in articles]
        self.marks: list[list[tuple[int, int, int, int]]] = [[] for _ in articles]
        for number, node in enumerate(nodes):
            if isinstance(node, Entity):
                self._mark(number, node)

    def _wanted(self, nodes: list[Entity | Event]) -> dict[str, list[Span]]:
        wanted: dict[str, list[Span]] = {}
        for node in nodes:
            room = count(_QUOTES if isinstance(node, Entity) else len(node.evidence), -1)
            for evidence in node.evidence:
                if evidence.article in self.article_of and next(room) > 0:
                    article = self.records[self.article_of[evidence.article]]
                    wanted.setdefault(evidence.article, []).append(around(article, evidence))
        return wanted

    def _mark(self, number: int, entity: Entity) -> None:
        for evidence in entity.evidence:
            if evidence.article in self.article_of:
                article = self.article_of[evidence.article]
                where = self.passages[article].locate(evidence.span)
                if where:
                    self.marks[article].append((*where, number))
                    if evidence.sentence is not None:
                        self._sentence(article, evidence.sentence)

    def _sentence(self, article: int, span: Span) -> int:
        where = self.passages[article].locate(span)
        if where is None:
            return -1
        return self.sentences[article].setdefault(where, len(self.sentences[article]))

    def evidence(self, evidence: Evidence) -> EvidenceRow | None:
        """[article, sentence, start, end, words of the date, TIMEX3 value]."""
        if evidence.article not in self.article_of:
            return None
        article = self.article_of[evidence.article]
        where = self.passages[article].locate(evidence.span)
        sentence = self._sentence(article, around(self.records[article], evidence))
        if where is None or sentence < 0:
            return None
        return (article, sentence, where[1], where[2], *(evidence.timex or ()))

    def claim(self, claim: Claim) -> ClaimRow:
        """The figure with the article's index."""
        article = self.article_of.get(claim.article, -1)
        return ClaimRow(claim.kind, claim.low, claim.high, claim.text, article, claim.as_of)

    def articles(self, places: Sequence[tuple[int, int]]) -> list[ArticleRow]:
        """Every article at its place; call it last, when all sentences are known."""
        return [
            _article(
                article, self.passages[i], list(self.sentences[i]), sorted(self.marks[i]), places[i]
            )
            for i, article in enumerate(self.records)
        ]


def _article(
    article: Article,
    passages: Passages,
    sentences: list[SentenceRow],
    marks: list[MarkRow],
    at: tuple[int, int],
) -> ArticleRow:
    published = article.published
    return ArticleRow(
        id=article.id,
        source=article.source,
        sources=list(article.sources[1:]),
        title=article.title or None,
        lang=article.language,
        date=(published.date or None) if published else None,
        basis=published.basis if published else None,
        why=(published.evidence or None) if published else None,
        text=passages.texts(),
        whole=passages.whole,
        sentences=sentences,
        marks=marks,
        x=at[0],
        y=at[1],
    )


def _entity(entity: Entity, scribe: _Scribe, at: tuple[int, int]) -> EntityRow:
    names = [(code, list(names)) for code, names in entity.names]
    return EntityRow(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        names=names if [n for _, some in names for n in some] != [entity.name] else [],
        country=entity.country or None,
        known=entity.knowledge or None,
        at=entity.coordinates,
        articles=sorted(scribe.article_of[a] for a in entity.articles if a in scribe.article_of),
        mentions=len(entity.evidence),
        why=list(entity.reasons),
        x=at[0],
        y=at[1],
    )


def _event(event: Event, scribe: _Scribe, at: tuple[int, int]) -> EventRow:
    date = event.date
    rows = [scribe.evidence(evidence) for evidence in event.evidence]
    return EventRow(
        id=event.id,
        type=event.type,
        name=event.title,
        status=event.status if event.status != "asserted" else None,
        by=event.attributed_to or None,
        date=(date.edtf, date.earliest, date.latest, date.precision),
        basis=date.basis,
        reason=date.reason or None,
        claims=[scribe.claim(claim) for claim in event.claims],
        evidence=[row for row in rows if row],
        articles=sorted(scribe.article_of[a] for a in event.articles if a in scribe.article_of),
        why=list(event.reasons),
        x=at[0],
        y=at[1],
    )
