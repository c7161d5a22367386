"""KML: events on a globe with a time slider, for Google Earth, QGIS and others."""

from __future__ import annotations

import html
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.calendar import Partial, ends, in_words
from eventgraph.export.citation import by_id, citations, headline
from eventgraph.export.figures import figures
from eventgraph.export.maps.located import Located, located, unlocated
from eventgraph.export.plain import line
from eventgraph.model import Article, Corpus, Event, EventDate

_NAMESPACE = "http://www.opengis.net/kml/2.2"


def render(corpus: Corpus, options: ExportOptions) -> bytes:
    """One placemark per event and place with coordinates, with a TimeSpan as precise as the date.

    Events without a date are shown at all times; events without coordinates are left out and counted in
    the document's description. Balloons run HTML, so that all words of a source are escaped in them.

    Source:
        OGC KML 2.2 (07-147r2).

    >>> b"<Document>" in render(Corpus(), ExportOptions())
    True
    """
    root = Element("kml", xmlns=_NAMESPACE)
    document = SubElement(root, "Document")
    _text(document, "name", "eventgraph")
    left_out = f"Events left out because no place of theirs has coordinates: {unlocated(corpus)}."
    _text(document, "description", left_out)
    articles = by_id(corpus.articles)
    for at in located(corpus):
        document.append(_placemark(at, articles, options.language))
    indent(root, " ")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _text(parent: Element, tag: str, text: str) -> Element:
    child = SubElement(parent, tag)
    child.text = text
    return child


def _placemark(at: Located, articles: dict[str, Article], language: str) -> Element:
    mark = Element("Placemark", id=at.id)
    _text(mark, "name", headline(at.event))
    _text(mark, "description", _balloon(at.event, articles, language))
    _time(mark, at.event.date)
    _data(mark, at)
    point = SubElement(mark, "Point")
    _text(point, "coordinates", f"{at.longitude:.6f},{at.latitude:.6f}")
    return mark


def _balloon(event: Event, articles: dict[str, Article], language: str) -> str:
    """HTML; a dollar sign would start an entity that Google Earth replaces."""
    date = f"{in_words(event.date.edtf, language)} ({event.date.basis})"
    quotes = [f"“{one.quote}” ({one.label})" for one in citations(event, articles)]
    paragraphs = [
        f"<p>{html.escape(part)}</p>" for part in [date, *figures(event, articles), *quotes]
    ]
    return "".join(paragraphs).replace("$", "&#36;")


def _time(mark: Element, when: EventDate) -> None:
    first, last = ends(when)
    if last is None and first and not _open(when):
        last = first
    if first or last:
        span = SubElement(mark, "TimeSpan")
        _bound(span, "begin", first)
        _bound(span, "end", last)


def _open(when: EventDate) -> bool:
    return "/" in (when.edtf or "")


def _bound(span: Element, tag: str, when: Partial | None) -> None:
    if when:
        _text(span, tag, when.iso)


def _data(mark: Element, at: Located) -> None:
    event = at.event
    cells = {
        "event": event.id,
        "type": event.type,
        "status": event.status,
        "place": at.place.name,
        "edtf": event.date.edtf or "",
    }
    extended = SubElement(mark, "ExtendedData")
    for name, value in cells.items():
        _text(SubElement(extended, "Data", name=name), "value", line(value))


EXPORTER = Exporter(suffix=".kml", render=render)
