"""Claims side by side, for a terminal and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from eventgraph.query import Figure
from eventgraph.show.text import safe, when


def figure_lines(figures: Iterable[Figure]) -> Iterator[str]:
    """An event a heading, under it a figure a line."""
    for _, same in groupby(figures, key=lambda figure: figure.event.id):
        of_event = list(same)
        event = of_event[0].event
        yield f"{when(event):<25} {safe(event.title)} {event.id}"
        for figure in of_event:
            yield f"  {_what(figure):<24} {_who(figure)}"


def _what(figure: Figure) -> str:
    claim = figure.claim
    unit = f" {safe(claim.unit)}" if claim.unit else ""
    return f"{safe(claim.kind)} {_number(claim.low, claim.high)}{unit}"


def _who(figure: Figure) -> str:
    claim = figure.claim
    by = f"{safe(claim.speaker)}, " if claim.speaker else ""
    as_of = f", as of {claim.as_of}" if claim.as_of else ""
    state = "" if figure.state == "stands" else f" [{figure.state}]"
    day = figure.report_day or "date unknown"
    return f"“{safe(claim.text)}” {by}{safe(figure.article.source)}, {day}{as_of}{state}"


def _number(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"≤{high:g}" if low is None else f"≥{low:g}"
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def figure_record(figure: Figure) -> dict[str, Any]:
    """A figure as plain data, for other programs."""
    claim = figure.claim
    return {
        "event": figure.event.id,
        "title": figure.event.title,
        "kind": claim.kind,
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit,
        "text": claim.text,
        "speaker": claim.speaker or None,
        "source": figure.article.source,
        "article": claim.article,
        "start": claim.span.start,
        "end": claim.span.end,
        "report_day": figure.report_day,
        "as_of": claim.as_of,
        "update": claim.update,
        "value": figure.value,
        "state": figure.state,
    }
