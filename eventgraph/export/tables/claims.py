"""Figures in long form: one claim a row, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from eventgraph.export.tables.timeline import neutral
from eventgraph.query import Figure

COLUMNS = (
    "event_id", "event", "kind", "low", "high", "unit", "text", "speaker", "source", "report_day", "as_of",
    "update", "value", "state", "article", "start", "end",
)  # fmt: skip


def render_figures(figures: Iterable[Figure]) -> bytes:
    """The figures, in the order given, as RFC 4180 rows in UTF-8.

    >>> render_figures([]).decode().split(",")[:3]
    ['event_id', 'event', 'kind']
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for figure in figures:
        writer.writerow([neutral(cell) for cell in _row(figure)])
    return out.getvalue().encode("utf-8", "backslashreplace")


def _row(figure: Figure) -> list[str]:
    claim = figure.claim
    return [
        figure.event.id, figure.event.title, claim.kind, _number(claim.low), _number(claim.high), claim.unit,
        claim.text, claim.speaker, figure.article.source, figure.report_day or "", claim.as_of or "",
        "yes" if claim.update else "", str(figure.value), figure.state, claim.article,
        str(claim.span.start), str(claim.span.end),
    ]  # fmt: skip


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
