"""Finds the events that decisions mean again, by their words, when the article that told them has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eventgraph.model import Article, Extraction
from eventgraph.resolve.decisions.decision import (
    Decision,
    Reference,
    TriggerPosition,
    trigger,
)
from eventgraph.resolve.decisions.log import Decisions
from eventgraph.resolve.decisions.quoting import quote, trigger_of


def follow(
    decisions: Decisions, articles: Sequence[Article], extractions: Sequence[Extraction]
) -> Decisions:
    """The decisions, those about events of articles that changed moved to where their words stand now.

    Words that several articles have are followed nowhere.
    """
    rows = [row for row in decisions.active if row.subject.type == "event"]
    if not rows:
        return decisions
    told = {(e.article, event.span) for e in extractions for event in e.events}
    lost = {
        one.quote
        for row in rows
        for one in _events_of(row)
        if one.quote and trigger(one) not in told
    }
    if not lost:
        return decisions
    found = _places(lost, articles, extractions)
    return Decisions(tuple(_moved(row, told, found) for row in decisions.rows), decisions.path)


def _events_of(row: Decision) -> Iterator[Reference]:
    yield from (one for one in (row.subject, row.object) if one.type == "event" and one.id)


def _places(
    lost: Iterable[str], articles: Sequence[Article], extractions: Sequence[Extraction]
) -> dict[str, TriggerPosition]:
    """Where each quote stands now, if at one place."""
    wanted = set(lost)
    triggers = {trigger_of(text) for text in wanted}
    places: dict[str, set[TriggerPosition]] = {}
    for article, extraction in zip(articles, extractions, strict=True):
        for event in extraction.events:
            if " ".join(event.text.split()) in triggers:
                words = quote(article.text, event.sentence, event.span)
                if words in wanted:
                    places.setdefault(words, set()).add((article.id, event.span))
    return {words: min(found) for words, found in places.items() if len(found) == 1}


def _moved(
    row: Decision, told: set[TriggerPosition], found: dict[str, TriggerPosition]
) -> Decision:
    return replace(
        row, subject=_there(row.subject, told, found), object=_there(row.object, told, found)
    )


def _there(
    one: Reference, told: set[TriggerPosition], found: dict[str, TriggerPosition]
) -> Reference:
    """The reference, to the place where its words stand now."""
    if one.type != "event" or not one.id or one.quote not in found or trigger(one) in told:
        return one
    article, span = found[one.quote]
    return replace(one, id=f"{article}:{span.start}-{span.end}")
