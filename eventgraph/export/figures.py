"""The numbers that sources claim of an event, each with its source, so that a contradiction stays visible."""

from __future__ import annotations

from collections.abc import Mapping

from eventgraph.export.plain import line
from eventgraph.export.tables.timeline import quantity
from eventgraph.model import Article, Event


def figures(event: Event, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Claims as ``killed ≥80 (as of 2024-01-27): a.txt``, each once, in the order of the event's claims."""
    said = (
        f"{line(quantity(claim))}: {line(articles[claim.article].source)}" for claim in event.claims
    )
    return tuple(dict.fromkeys(said))
