"""GeoJSON: events on a map, for QGIS, kepler.gl, Leaflet and others."""

from __future__ import annotations

from typing import Any

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.citation import by_id, citations, headline, sources_of
from eventgraph.export.figures import figures
from eventgraph.export.maps.located import Located, located, unlocated
from eventgraph.export.plain import json_text, line
from eventgraph.model import Article, Corpus


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """One point per event and place with coordinates; positions are longitude, latitude.

    Events without a date are kept with null dates; events without coordinates are left out and counted
    in the member ``events_without_coordinates``.

    Source:
        RFC 7946.

    >>> b'"FeatureCollection"' in render(Corpus(), ExportOptions())
    True
    """
    articles = by_id(corpus.articles)
    document = {
        "type": "FeatureCollection",
        "features": [_feature(at, articles) for at in located(corpus)],
        "events_without_coordinates": unlocated(corpus),
    }
    return (json_text(document, indent=1) + "\n").encode("utf-8")


def _feature(at: Located, articles: dict[str, Article]) -> dict[str, Any]:
    event, cited = at.event, citations(at.event, articles)
    return {
        "type": "Feature",
        "id": at.id,
        "geometry": {"type": "Point", "coordinates": [at.longitude, at.latitude]},
        "properties": {
            "event": event.id,
            "title": headline(event),
            "type": line(event.type),
            "status": event.status,
            "place": line(at.place.name),
            "date": event.date.edtf,
            "start": event.date.earliest,
            "end": event.date.latest,
            "precision": event.date.precision,
            "date_basis": event.date.basis,
            "confidence": event.confidence,
            "quantities": "; ".join(figures(event, articles)),
            "sources": "; ".join(sources_of(cited)),
            "quote": cited[0].quote if cited else "",
        },
    }


EXPORTER = Exporter(suffix=".geojson", render=render)
