"""schema.org JSON-LD: events, articles, people, organisations and places as linked data."""

from __future__ import annotations

from typing import Any

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.calendar import ends, surely
from eventgraph.export.citation import Citation, by_id, citations, headline, is_link
from eventgraph.export.figures import figures
from eventgraph.export.plain import json_text, line
from eventgraph.model import Article, Corpus, Entity, Event, EventDate

_CONTEXT = {"@vocab": "https://schema.org/", "dcterms": "http://purl.org/dc/terms/"}
_EDTF = "http://id.loc.gov/datatypes/edtf"
_TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}
Node = dict[str, Any]


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """A graph of schema.org nodes with a context of its own, so that no network is needed to read it.

    ``startDate`` and ``endDate`` are ISO 8601 and no more precise than the sources; the EDTF date with
    its doubt is in ``dcterms:date``. Whoever took part stands in ``about`` with a role, for a victim is
    no attendee. Each quote is a ``Quotation`` in ``subjectOf``.

    Source:
        schema.org, Event and Role; JSON-LD 1.1.

    >>> b'"@graph": []' in render(Corpus(), ExportOptions())
    True
    """
    articles = by_id(corpus.articles)
    graph = [
        *(_article(article) for article in corpus.articles),
        *(_entity(entity) for entity in corpus.entities),
        *(_event(event, articles) for event in corpus.events),
    ]
    document = {"@context": _CONTEXT, "@graph": [_filled(node) for node in graph]}
    return (json_text(document, indent=1) + "\n").encode("utf-8")


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _iri(id_: str) -> str:
    return f"urn:eventgraph:{id_}"


def _ref(id_: str) -> Node:
    return {"@id": _iri(id_)}


def _dates(when: EventDate) -> Node:
    first, last = ends(when)
    doubt = {"@type": _EDTF, "@value": when.edtf} if when.edtf else None
    return {
        "startDate": first.iso if first else None,
        "endDate": last.iso if last else None,
        "dcterms:date": doubt,
    }


def _article(article: Article) -> Node:
    published = article.published
    return {
        "@id": _iri(article.id),
        "@type": "NewsArticle",
        "headline": line(article.title or ""),
        "identifier": [line(source) for source in article.sources],
        "url": [_link(source) for source in article.sources if is_link(source)],
        "datePublished": surely(EventDate(published.date)) if published else None,
        "inLanguage": article.language,
    }


def _link(source: str) -> Node:
    return {"@id": source}


def _entity(entity: Entity) -> Node:
    names = [
        {"@language": language, "@value": line(name)}
        for language, names in entity.names
        for name in names
    ]
    node: Node = {
        "@id": _iri(entity.id),
        "@type": _TYPES[entity.type],
        "name": line(entity.name),
        "alternateName": names,
        "subjectOf": [_ref(article) for article in entity.articles],
    }
    if entity.coordinates:
        latitude, longitude = entity.coordinates
        place = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
        node["geo"] = place
    return node


def _event(event: Event, articles: dict[str, Article]) -> Node:
    return {
        "@id": _iri(event.id),
        "@type": "Event",
        "name": headline(event),
        **_dates(event.date),
        "description": "; ".join(figures(event, articles)),
        "keywords": [line(event.type), event.status],
        "location": [_ref(place) for place in event.places],
        "about": [
            {"@type": "Role", "roleName": line(p.role), "about": _ref(p.entity)}
            for p in event.participants
            if p.role != "place"
        ],
        "subjectOf": [_quotation(one) for one in citations(event, articles)],
    }


def _quotation(cited: Citation) -> Node:
    return {"@type": "Quotation", "text": cited.quote, "isPartOf": _ref(cited.article)}


EXPORTER = Exporter(suffix=".jsonld", render=render)
