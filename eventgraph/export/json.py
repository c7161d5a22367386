"""``graph.json``: the whole corpus under the schema ``eventgraph/1``, keys sorted, for other programs."""

from __future__ import annotations

import json
from typing import Any

from eventgraph.export import Exporter, ExportOptions
from eventgraph.model import Article, Corpus, Entity, Event, Evidence, Relation, Span

SCHEMA = "eventgraph/1"


def document(corpus: Corpus) -> dict[str, Any]:
    """The corpus as plain lists and dicts; the shape is described in the README.

    >>> document(Corpus())["schema"]
    'eventgraph/1'
    """
    texts = {article.id: article.text for article in corpus.articles}
    return {
        "schema": SCHEMA,
        "articles": [_article(article) for article in sorted(corpus.articles, key=lambda a: a.id)],
        "skipped": [
            {"source": s.source, "reason": s.reason}
            for s in sorted(corpus.skipped, key=lambda s: (s.source, s.reason))
        ],
        "entities": [_entity(entity) for entity in sorted(corpus.entities, key=lambda e: e.id)],
        "events": [_event(event, texts) for event in sorted(corpus.events, key=lambda e: e.id)],
        "relations": [_relation(relation) for relation in corpus.relations],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _article(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "id": article.id,
        "source": article.source,
        "sources": list(article.sources),
        "title": article.title,
        "language": article.language,
        "published": published.date if published else None,
        "published_basis": published.basis if published else "unknown",
        "published_evidence": published.evidence if published else "",
        "body": [_pair(span) for span in article.body],
    }


def _where(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": {language: list(names) for language, names in entity.names},
        "articles": list(entity.articles),
        "mentions": [_where(evidence) for evidence in entity.evidence],
        "country": entity.country,
        "coordinates": list(entity.coordinates) if entity.coordinates else None,
        "knowledge": entity.knowledge,
        "reasons": list(entity.reasons),
    }


def _event(event: Event, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "plover": event.plover,
        "title": event.title,
        "status": event.status,
        "attributed_to": event.attributed_to,
        "date": event.date.edtf,
        "earliest": event.date.earliest,
        "latest": event.date.latest,
        "precision": event.date.precision,
        "date_basis": event.date.basis,
        "date_reason": event.date.reason,
        "participants": [{"entity": p.entity, "role": p.role} for p in event.participants],
        "places": list(event.places),
        "quantities": [
            {
                "kind": claim.kind,
                "low": _number(claim.low),
                "high": _number(claim.high),
                "text": claim.text,
                "as_of": claim.as_of,
                "article": claim.article,
                "start": claim.span.start,
                "end": claim.span.end,
            }
            for claim in event.claims
        ],
        "confidence": event.confidence,
        "articles": list(event.articles),
        "mentions": [
            _event_mention(evidence, texts[evidence.article]) for evidence in event.evidence
        ],
        "reasons": list(event.reasons),
    }


def _number(value: float | None) -> float | int | None:
    """A whole number as an integer: 95 people, not 95.0."""
    return int(value) if value is not None and value == int(value) else value


def _event_mention(evidence: Evidence, text: str) -> dict[str, Any]:
    sentence = evidence.sentence or evidence.span
    timex = evidence.timex
    return {
        **_where(evidence),
        "sentence": _pair(sentence),
        "quote": sentence.of(text),
        "timex": {"text": timex[0], "value": timex[1]} if timex else None,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "source": relation.source,
        "target": relation.target,
        "kind": relation.kind,
        "events": list(relation.events),
        "articles": list(relation.articles),
        "weight": _number(relation.weight),
    }


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """The document as UTF-8, one key a line so that two builds can be compared with ``diff``."""
    text = json.dumps(
        document(corpus), ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True
    )
    return (text + "\n").encode("utf-8", "backslashreplace")


EXPORTER = Exporter(suffix=".json", render=render, complete=True)
