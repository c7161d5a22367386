"""``graph.json``: the whole corpus under the schema ``eventgraph/1``, keys sorted, for other programs."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.plain import inert_json
from eventgraph.model import Article, Corpus, Coverage, Entity, Event, Evidence, Relation, Span

SCHEMA = "eventgraph/1"


def document(corpus: Corpus) -> dict[str, Any]:
    """The corpus as plain lists and dicts; the shape is described in the README.

    >>> document(Corpus())["schema"]
    'eventgraph/1'
    """
    return {"schema": SCHEMA, **{key: list(rows) for key, rows in _tables(corpus).items()}}


def _tables(corpus: Corpus) -> dict[str, Iterator[dict[str, Any]]]:
    """The records of each kind, made as they are asked for."""
    texts = {article.id: article.text for article in corpus.articles}
    skipped = sorted(corpus.skipped, key=lambda s: (s.source, s.reason))
    return {
        "articles": map(_article, sorted(corpus.articles, key=lambda a: a.id)),
        "skipped": ({"source": s.source, "reason": s.reason} for s in skipped),
        "entities": map(_entity, sorted(corpus.entities, key=lambda e: e.id)),
        "events": (_event(event, texts) for event in sorted(corpus.events, key=lambda e: e.id)),
        "languages": map(_language, corpus.languages),
        "relations": map(_relation, corpus.relations),
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
                "unit": claim.unit,
                "text": claim.text,
                "attributed_to": claim.speaker or None,
                "as_of": claim.as_of,
                "update": claim.update,
                "article": claim.article,
                "start": claim.span.start,
                "end": claim.span.end,
            }
            for claim in event.claims
        ],
        "confidence": event.confidence,
        "importance": event.importance,
        "minor": event.minor,
        "origins": event.origins,
        "under": event.under,
        "title_language": event.title_language,
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


def _language(read: Coverage) -> dict[str, Any]:
    return {
        "language": read.language,
        "articles": read.articles,
        "model": read.model,
        "dates": read.dates,
        "events": read.events,
        "lacking": read.lacking,
        "more": read.more,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "source": relation.source,
        "target": relation.target,
        "kind": relation.phrase,
        "events": list(relation.events),
        "articles": list(relation.articles),
        "weight": _number(relation.weight),
    }


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """The document as UTF-8, one key a line so that two builds can be compared with ``diff``.

    Record by record: what ``json`` would make of the whole, without the whole as lists and dicts.
    """
    out = io.BytesIO()
    parts = {
        **{key: _listed(rows) for key, rows in _tables(corpus).items()},
        "schema": [_plain(SCHEMA)],
    }
    for number, key in enumerate(sorted(parts)):
        out.write(f"{',' if number else '{'}\n {_plain(key)}: ".encode())
        for text in parts[key]:
            out.write(text.encode("utf-8", "backslashreplace"))
    out.write(b"\n}\n")
    return out.getvalue()


def _listed(rows: Iterable[object]) -> Iterator[str]:
    """A list one level deep in the document, a record at a time."""
    opened = False
    for row in rows:
        yield f"{',' if opened else '['}\n  "
        yield _plain(row).replace("\n", "\n  ")  # no string holds a line break of its own
        opened = True
    yield "\n ]" if opened else "[]"


def _plain(row: object) -> str:
    """A record as JSON that no terminal obeys."""
    return inert_json(_encode(row))


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True).encode


EXPORTER = Exporter(suffix=".json", render=render, complete=True)
