"""Answers as lines of text for a terminal, and as plain dicts for ``--format json``.

Whatever comes from an article is printed without control characters: no text of a source may move the
cursor, recolour the screen or reverse what stands beside it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from eventgraph.model import Article, Entity, Event, Evidence
from eventgraph.query import Connections, Hit, Neighbour, Step
from eventgraph.show.text import safe, when

WIDTH = 100

_KINDS = {"person": "people", "organization": "organisations", "place": "places"}


def timeline_lines(
    events: Iterable[Event], names: Mapping[str, str], labels: Mapping[str, str]
) -> Iterator[str]:
    """One event a line: date, type, title, participants, number of articles."""
    for event in events:
        told = f"{len(event.articles)} article" + "s" * (len(event.articles) != 1)
        status = "" if event.status == "asserted" else f" [{event.status}{_by(event)}]"
        yield f"{when(event):<25} {safe(labels.get(event.type, event.type)):<13} {safe(event.title)}{status} ({told}) {event.id}"
        people = dict.fromkeys(names.get(p.entity, p.entity) for p in event.participants)
        if people:
            yield " " * 26 + safe(", ".join(people))


def _by(event: Event) -> str:
    return f" by {safe(event.attributed_to)}" if event.attributed_to else ""


def connection_lines(
    found: Connections, texts: Mapping[str, str], *, why: bool = False
) -> Iterator[str]:
    """One entity: its names, events with quotes, neighbours by type, articles."""
    entity = found.head
    yield f"{safe(entity.name)} ({entity.type}) {entity.id}"
    for language, names in entity.names:
        yield f"  {language}: {safe(', '.join(names))}"
    if why:
        yield "why these mentions are one:"
        yield from (f"  {safe(reason)}" for reason in entity.reasons)
    yield f"events ({len(found.events)}):"
    for event in found.events:
        roles = ", ".join(sorted({p.role for p in event.participants if p.entity == entity.id}))
        yield f"  {when(event):<25} {safe(event.title)} [{roles}] {event.id}"
        for evidence in event.evidence[:2]:
            yield from _quote(evidence, texts)
    for kind, heading in _KINDS.items():
        yield from _neighbour_lines(heading, [n for n in found.neighbours if n.entity.type == kind])
    yield f"articles ({len(found.articles)}):"
    for article in found.articles.heads():
        yield f"  {article_line(article)}"
    if others := found.others.heads():
        yield "also called so: " + ", ".join(f"{safe(o.name)} ({o.type}, {o.id})" for o in others)


def _quote(evidence: Evidence, texts: Mapping[str, str]) -> Iterator[str]:
    sentence = evidence.sentence or evidence.span
    quote = safe(sentence.of(texts[evidence.article]))
    yield from textwrap.wrap(f"“{quote}”", WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 7)


def _neighbour_lines(heading: str, neighbours: list[Neighbour]) -> Iterator[str]:
    if neighbours:
        yield f"{heading} ({len(neighbours)}):"
    for neighbour in neighbours:
        kinds = ", ".join(dict.fromkeys(neighbour.kinds))
        yield f"  {neighbour.weight:>3g}  {safe(neighbour.entity.name)} — {safe(kinds)}"


def article_line(article: Article) -> str:
    """Source, publication date with its basis, title."""
    published = article.published
    date = f"{published.date} ({published.basis})" if published else "date unknown"
    return f"{safe(article.source)}  {date}  {safe(article.title or '')}".rstrip()


def path_lines(steps: Iterable[Step]) -> Iterator[str]:
    """A path, a line for each step and the events behind it."""
    for step in steps:
        yield f"{safe(step.source.name)} — {safe(', '.join(step.kinds))} — {safe(step.target.name)}"
        for event in step.events[:3]:
            yield f"    {when(event)}  {safe(event.title)} {event.id}"


def hit_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """What a search found, one a line: kind, name or title, id."""
    for hit in hits:
        yield f"{hit.kind:<8} {_hit(hit)} {hit.record.id}"


def _hit(hit: Hit) -> str:
    found = hit.record
    if isinstance(found, Entity):
        return f"{safe(found.name)} ({found.type})"
    if isinstance(found, Event):
        return f"{when(found)}  {safe(found.title)}"
    return article_line(found)


def hit_record(hit: Hit) -> dict[str, Any]:
    """What a search found as plain data, for other programs."""
    found = hit.record
    record = {"kind": hit.kind, "id": found.id}
    if isinstance(found, Entity):
        return {**record, "name": found.name, "type": found.type}
    if isinstance(found, Event):
        return {**record, "title": found.title, "type": found.type, "date": found.date.edtf}
    return {**record, "title": found.title, "source": found.source}


def reason_lines(found: Entity | Event, texts: Mapping[str, str]) -> Iterator[str]:
    """Why an event or entity is one, and where its date is from."""
    if isinstance(found, Event):
        yield f"{safe(found.title)} ({found.type}, {found.status}{_by(found)}) {found.id}"
        yield f"date: {when(found)}: {safe(found.date.reason) or 'no source states one'}"
    else:
        yield f"{safe(found.name)} ({found.type}) {found.id}"
    yield f"mentions ({len(found.evidence)}):"
    for evidence in found.evidence:
        yield f"  {evidence.article} {evidence.span.start}-{evidence.span.end} “{safe(evidence.text)}”"
        if evidence.sentence:
            yield from _quote(evidence, texts)
    yield (
        "why one:" if found.reasons else "why one: told once, or pointed back at within one article"
    )
    yield from (f"  {safe(reason)}" for reason in found.reasons)


def connection_record(found: Connections, texts: Mapping[str, str]) -> dict[str, Any]:
    """One entity's connections as plain data, for other programs."""
    entity = found.head
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": {language: list(names) for language, names in entity.names},
        "events": [_event_record(event, entity, texts) for event in found.events],
        **{
            heading: [_neighbour_record(n) for n in found.neighbours if n.entity.type == kind]
            for kind, heading in (
                ("person", "people"),
                ("organization", "organizations"),
                ("place", "places"),
            )
        },
        "dates": sorted({event.date.edtf for event in found.events if event.date.edtf}),
        "articles": [
            {"id": a.id, "source": a.source, "title": a.title} for a in found.articles.heads()
        ],
        "reasons": list(entity.reasons),
    }


def _event_record(event: Event, entity: Entity, texts: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "title": event.title,
        "status": event.status,
        "date": event.date.edtf,
        "date_basis": event.date.basis,
        "roles": sorted({p.role for p in event.participants if p.entity == entity.id}),
        "articles": list(event.articles),
        "quotes": [
            {"article": e.article, "quote": (e.sentence or e.span).of(texts[e.article])}
            for e in event.evidence
        ],
    }


def _neighbour_record(neighbour: Neighbour) -> dict[str, Any]:
    return {
        "id": neighbour.entity.id,
        "name": neighbour.entity.name,
        "kinds": list(dict.fromkeys(neighbour.kinds)),
        "events": list(neighbour.events),
        "weight": neighbour.weight,
    }
