"""FollowTheMoney JSON lines for Aleph, OpenAleph and other investigation tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from eventgraph import integrity
from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.calendar import Partial, ends, in_words, surely
from eventgraph.export.citation import by_id, citations, headline, is_link
from eventgraph.export.figures import figures
from eventgraph.export.plain import json_text, line, plain
from eventgraph.model import Article, Corpus, Entity, Event, EventDate, Relation, content_id

_SCHEMATA = {"person": "Person", "organization": "Organization", "place": "Address"}
_FIRST_YEAR = 1000  # FollowTheMoney knows no earlier dates
# The most characters that it accepts in a value of type name, address, string and text.
_NAME, _ADDRESS, _STRING, _TEXT = 384, 250, 1024, 65_000
Proxy = dict[str, Any]


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """One FollowTheMoney entity a line: articles, people, organisations, addresses, events, links, mentions.

    Each is proved by the articles that tell it (``proof``); an event also has its quotes in
    ``description`` and its EDTF date with its basis and the claimed numbers in ``notes``.

    Source:
        FollowTheMoney 4, default model.

    >>> render(Corpus(), ExportOptions())
    b''
    """
    proxies = _proxies(corpus)
    return "".join(json_text(proxy) + "\n" for proxy in proxies).encode("utf-8")


def _proxies(corpus: Corpus) -> Iterator[Proxy]:
    articles = by_id(corpus.articles)
    entities = {entity.id: entity for entity in corpus.entities}
    events = {event.id: event for event in corpus.events}
    yield from (_article(article) for article in corpus.articles)
    yield from (_entity(entity, articles) for entity in corpus.entities)
    yield from (_event(event, articles, entities) for event in corpus.events)
    yield from (_link(relation, events, articles) for relation in corpus.relations)
    for entity in corpus.entities:
        yield from _mentions(entity)


def _proxy(id_: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> Proxy:
    """An entity whose properties are non-empty lists of distinct, non-empty strings."""
    found = {name: [v for v in dict.fromkeys(values) if v] for name, values in properties.items()}
    full = {name: values for name, values in found.items() if values}
    return {"id": id_, "schema": schema, "properties": full}


def _short(text: str, limit: int) -> str:
    """Text on one line that is not refused for its length."""
    flat = line(text)
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def _article(article: Article) -> Proxy:
    published = surely(EventDate(article.published.date)) if article.published else None
    body = plain("\n".join(span.of(article.text) for span in article.body))
    return _proxy(
        article.id,
        "Article",
        {
            "fileName": [_short(article.source, _STRING)],
            "title": [_short(article.title or "", _STRING)],
            "publishedAt": [published],
            "language": [_languages().get(article.language)],
            "sourceUrl": _links([article]),
            "bodyText": [body[i : i + _TEXT] for i in range(0, len(body), _TEXT)],
        },
    )


@cache
def _languages() -> dict[str, str]:
    """ISO 639-1 to the ISO 639-3 codes that FollowTheMoney accepts."""
    table = integrity.text(files(__package__) / "ftm_languages.tsv")
    return dict(row.split("\t") for row in table.splitlines()[1:])


def _links(articles: Iterable[Article]) -> list[str]:
    return sorted({s for article in articles for s in article.sources if is_link(s)})


def _dates(parts: Iterable[Partial | None]) -> list[str]:
    return [part.iso for part in parts if part and part.year >= _FIRST_YEAR]


def _entity(entity: Entity, articles: Mapping[str, Article]) -> Proxy:
    name = _short(entity.name, _NAME) or entity.id
    aliases = sorted({_short(alias, _NAME) for _, names in entity.names for alias in names})
    latitude, longitude = entity.coordinates or (None, None)
    properties: dict[str, Iterable[str | None]] = {
        "name": [name],
        "alias": [alias for alias in aliases if alias != name],
        "country": [(entity.country or "").lower()],
        "proof": entity.articles,
        "sourceUrl": _links(articles[id_] for id_ in entity.articles),
        "summary": [_short(reason, _TEXT) for reason in entity.reasons],
    }
    if entity.type == "place":
        properties |= {
            "full": [_short(entity.name, _ADDRESS)],
            "latitude": [None if latitude is None else f"{latitude:g}"],
            "longitude": [None if longitude is None else f"{longitude:g}"],
        }
    return _proxy(entity.id, _SCHEMATA[entity.type], properties)


def _event(event: Event, articles: Mapping[str, Article], entities: Mapping[str, Entity]) -> Proxy:
    first, last = ends(event.date)
    places = [entities[place] for place in event.places]
    single = last is None and "/" not in (event.date.edtf or "")
    return _proxy(
        event.id,
        "Event",
        {
            "name": [_short(headline(event), _NAME)],
            "date": _dates([first]) if single else [],
            "startDate": [] if single else _dates([first]),
            "endDate": _dates([last]),
            "location": [_short(place.name, _ADDRESS) for place in places],
            "addressEntity": [place.id for place in places if place.type == "place"],
            "country": [(place.country or "").lower() for place in places],
            "involved": [
                p.entity for p in event.participants if entities[p.entity].type != "place"
            ],
            "keywords": [_short(event.type, _STRING), event.status],
            "description": [_short(cited.quote, _TEXT) for cited in citations(event, articles)],
            "notes": [_date_note(event.date), *figures(event, articles)],
            "proof": event.articles,
            "sourceUrl": _links(articles[id_] for id_ in event.articles),
        },
    )


def _date_note(when: EventDate) -> str:
    """What a date property cannot say: doubt and basis."""
    said = in_words(when.edtf)
    return f"{said} ({when.basis}); EDTF {when.edtf}" if when.edtf else said


def _link(
    relation: Relation, events: Mapping[str, Event], articles: Mapping[str, Article]
) -> Proxy:
    behind = [events[id_] for id_ in relation.events if id_ in events]
    return _proxy(
        content_id("l", relation.source, relation.phrase, relation.target),
        "UnknownLink",
        {
            "subject": [relation.source],
            "object": [relation.target],
            "role": [_short(relation.phrase, _STRING)],
            "date": sorted(_dates(ends(event.date)[0] for event in behind)),
            "summary": [_short(headline(event), _TEXT) for event in behind],
            "proof": relation.articles,
            "sourceUrl": _links(articles[id_] for id_ in relation.articles),
        },
    )


def _mentions(entity: Entity) -> Iterator[Proxy]:
    """The names by which each article mentions a person or organisation."""
    if entity.type == "place":
        return  # a Mention resolves to people and organisations alone
    said = {(evidence.article, _short(evidence.text, _NAME)) for evidence in entity.evidence}
    for article, name in sorted(pair for pair in said if pair[1]):
        yield _proxy(
            content_id("n", entity.id, article, name),
            "Mention",
            {
                "document": [article],
                "name": [name],
                "resolved": [entity.id],
                "detectedSchema": [_SCHEMATA[entity.type]],
            },
        )


EXPORTER = Exporter(suffix=".ftm.json", render=render)
