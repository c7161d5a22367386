"""Timesketch CSV: rows of ``message, datetime, timestamp_desc`` for forensic timelines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.citation import by_id, citations, headline, sources_of
from eventgraph.export.figures import figures
from eventgraph.export.plain import line, plain
from eventgraph.export.tables.timeline import neutral
from eventgraph.model import Article, Corpus, Event, EventDate

COLUMNS = (
    "message", "datetime", "timestamp_desc", "event_id", "event_type", "status", "edtf", "precision",
    "date_basis", "participants", "places", "quantities", "sources", "quote",
)  # fmt: skip


def render(corpus: Corpus, options: ExportOptions) -> bytes:  # noqa: ARG001 - the same in every language
    """One row per day that is known of an event, in order of time.

    An event of one day has one row; a longer or uncertain one has a row for its first and one for its
    last possible day, and ``timestamp_desc`` says which. An undated event has no row.

    Source:
        Timesketch, "Create timeline from JSON/JSONL/CSV file".

    >>> render(Corpus(), ExportOptions()).decode().split(",")[:3]
    ['message', 'datetime', 'timestamp_desc']
    """
    names = {entity.id: line(entity.name) for entity in corpus.entities}
    articles = by_id(corpus.articles)
    rows = [
        {**moment, **_cells(event, names, articles)}
        for event in corpus.events
        for moment in _moments(event.date)
    ]
    rows.sort(key=lambda row: (row["datetime"], row["event_id"]))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: neutral(cell) for key, cell in row.items()} for row in rows)
    return plain(out.getvalue()).encode("utf-8")


def _moments(when: EventDate) -> Iterator[dict[str, str]]:
    if when.earliest and when.earliest == when.latest:
        yield _moment(when.earliest, "Day of event")
        return
    if when.earliest:
        yield _moment(when.earliest, "First possible day of event")
    if when.latest:
        yield _moment(when.latest, "Last possible day of event")


def _moment(day: str, what: str) -> dict[str, str]:
    return {"datetime": f"{day}T00:00:00+00:00", "timestamp_desc": what}


def _cells(
    event: Event, names: Mapping[str, str], articles: Mapping[str, Article]
) -> dict[str, str]:
    cited = citations(event, articles)
    people = [f"{names[p.entity]} ({p.role})" for p in event.participants if p.role != "place"]
    return {
        "message": headline(event),
        "event_id": event.id,
        "event_type": line(event.type),
        "status": event.status,
        "edtf": event.date.edtf or "",
        "precision": event.date.precision,
        "date_basis": event.date.basis,
        "participants": "; ".join(people),
        "places": "; ".join(names[place] for place in event.places),
        "quantities": "; ".join(figures(event, articles)),
        "sources": "; ".join(sources_of(cited)),
        "quote": cited[0].quote if cited else "",
    }


EXPORTER = Exporter(suffix=".csv", render=render)
