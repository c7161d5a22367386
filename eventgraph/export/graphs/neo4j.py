"""Neo4j: a zip archive of ``nodes.csv`` and ``relationships.csv`` for its bulk importer.

Tables rather than a Cypher script: data that is never part of a program cannot become one, and the
importer reads millions of rows.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.citation import by_id, citations, headline
from eventgraph.export.figures import figures
from eventgraph.export.plain import line, plain
from eventgraph.export.tables.timeline import neutral
from eventgraph.model import Article, Corpus, Entity, Event

NODES = (
    "id:ID", ":LABEL", "name", "names:string[]", "type", "country", "latitude:double",
    "longitude:double", "status", "attributed_to", "edtf", "earliest:date", "latest:date", "precision",
    "date_basis", "confidence:double", "quantities:string[]", "sources:string[]", "published", "language",
)  # fmt: skip
RELATIONSHIPS = (
    ":START_ID", ":END_ID", ":TYPE", "role", "kind", "weight:double", "quote", "start:int", "end:int",
)  # fmt: skip
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip archive knows: there is no clock here
_README = """Import into a new database:

    neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv neo4j

(:Event)-[:INVOLVES {role}]->(:Entity), (:Entity)-[:RELATED {kind, weight}]->(:Entity),
(:Event)-[:TOLD_IN {quote, start, end}]->(:Article), (:Entity)-[:NAMED_IN]->(:Article).
Entities are also :Person, :Organization or :Place. edtf is the date as the sources give it.
Lists are divided by semicolons; a semicolon within a name has become a comma.
"""


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """The archive, its members uncompressed and dated 1980, so that it is the same on every machine.

    Source:
        Neo4j Operations Manual, "Import", CSV header format.

    >>> render(Corpus(), ExportOptions())[:2]
    b'PK'
    """
    members = {
        "README.txt": _README,
        "nodes.csv": _table(NODES, _nodes(corpus)),
        "relationships.csv": _table(RELATIONSHIPS, _relationships(corpus)),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3  # Unix; the default is that of the machine
            info.external_attr = 0o644 << 16
            archive.writestr(info, text.encode("utf-8"))
    return out.getvalue()


def _table(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return plain(out.getvalue())


def _cell(text: str) -> str:
    """One line, for the importer reads no others; numbers below zero stay numbers."""
    flat = line(text)
    return flat if _is_number(flat) else neutral(flat)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _array(items: Iterable[str]) -> str:
    return ";".join(line(item).replace(";", ",") for item in items)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def _nodes(corpus: Corpus) -> Iterator[dict[str, str]]:
    articles = by_id(corpus.articles)
    yield from (_entity(entity) for entity in corpus.entities)
    yield from (_event(event, articles) for event in corpus.events)
    yield from (_article(article) for article in corpus.articles)


def _entity(entity: Entity) -> dict[str, str]:
    latitude, longitude = entity.coordinates or (None, None)
    return {
        "id:ID": entity.id,
        ":LABEL": f"Entity;{entity.type.title()}",
        "name": entity.name,
        "names:string[]": _array(sorted({name for _, names in entity.names for name in names})),
        "type": entity.type,
        "country": entity.country or "",
        "latitude:double": _number(latitude),
        "longitude:double": _number(longitude),
    }


def _event(event: Event, articles: dict[str, Article]) -> dict[str, str]:
    return {
        "id:ID": event.id,
        ":LABEL": "Event",
        "name": headline(event),
        "type": event.type,
        "status": event.status,
        "attributed_to": event.attributed_to or "",
        "edtf": event.date.edtf or "",
        "earliest:date": event.date.earliest or "",
        "latest:date": event.date.latest or "",
        "precision": event.date.precision,
        "date_basis": event.date.basis,
        "confidence:double": _number(event.confidence),
        "quantities:string[]": _array(figures(event, articles)),
    }


def _article(article: Article) -> dict[str, str]:
    return {
        "id:ID": article.id,
        ":LABEL": "Article",
        "name": article.title or article.source,
        "sources:string[]": _array(article.sources),
        "published": article.published.date if article.published else "",
        "language": article.language,
    }


def _relationships(corpus: Corpus) -> Iterator[dict[str, str]]:
    articles = by_id(corpus.articles)
    for event in corpus.events:
        for participant in event.participants:
            yield _tie(event.id, participant.entity, "INVOLVES", role=participant.role)
        yield from _told(event, articles)
    for relation in corpus.relations:
        extra = {"kind": relation.phrase, "weight:double": _number(relation.weight)}
        yield _tie(relation.source, relation.target, "RELATED", **extra)
    for entity in corpus.entities:
        yield from (_tie(entity.id, article, "NAMED_IN") for article in entity.articles)


def _tie(source: str, target: str, type_: str, /, **properties: str) -> dict[str, str]:
    return {":START_ID": source, ":END_ID": target, ":TYPE": type_, **properties}


def _told(event: Event, articles: dict[str, Article]) -> Iterator[dict[str, str]]:
    for cited in citations(event, articles):
        where = {"start:int": str(cited.span.start), "end:int": str(cited.span.end)}
        yield _tie(event.id, cited.article, "TOLD_IN", quote=cited.quote, **where)


EXPORTER = Exporter(suffix=".zip", render=render)
