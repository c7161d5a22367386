"""TimelineJS CSV: the spreadsheet that TimelineJS reads, one dated event a row."""

from __future__ import annotations

import csv
import io
from html import escape

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.calendar import Partial, ends, in_words
from eventgraph.export.citation import by_id, headline
from eventgraph.export.plain import plain
from eventgraph.export.tables.timeline import neutral
from eventgraph.export.timelines.timelinejs import HEADLINE, dated, html, inert, summary
from eventgraph.model import Article, Corpus, Event

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type",
    "Group", "Background",
)  # fmt: skip


def render(corpus: Corpus, options: ExportOptions) -> bytes:
    """The same slides as ``timelinejs``; the first row is the title slide with the counts.

    Source:
        TimelineJS 3, Google spreadsheet template.

    >>> render(Corpus(), ExportOptions()).decode().splitlines()[1].split(",")[9]
    'Timeline of events'
    """
    articles = by_id(corpus.articles)
    title = {"Headline": HEADLINE, "Text": summary(corpus), "Type": "title"}
    rows = [_row(e, articles, options.language) for e in dated(corpus)]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows([title, *rows])
    return plain(out.getvalue()).encode("utf-8")


def _row(event: Event, articles: dict[str, Article], language: str) -> dict[str, str]:
    first, last = ends(event.date)
    cells = {
        **_columns("", first or last),
        **_columns("End ", last if first else None),
        "Display Date": inert(in_words(event.date.edtf, language)),
        "Headline": escape(headline(event)),
        "Text": html(event, articles),
        "Group": inert(event.type),
    }
    return {column: neutral(cell) for column, cell in cells.items()}


def _columns(prefix: str, when: Partial | None) -> dict[str, str]:
    parts = when._asdict() if when else {}
    return {f"{prefix}{name.title()}": str(n) for name, n in parts.items() if n is not None}


EXPORTER = Exporter(suffix=".csv", render=render)
