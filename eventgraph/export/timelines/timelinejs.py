"""TimelineJS JSON: a timeline of slides for a web page."""

from __future__ import annotations

from html import escape
from typing import Any

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.calendar import Partial, ends, in_words
from eventgraph.export.citation import Citation, by_id, citations, headline
from eventgraph.export.figures import figures
from eventgraph.export.plain import json_text, line
from eventgraph.model import Article, Corpus, Event

HEADLINE = "Timeline of events"
_LOOK_ALIKES = str.maketrans("<>&", "‹›＆")


def render(corpus: Corpus, options: ExportOptions) -> bytes:
    """One slide per dated event, grouped by type; the title slide counts what has no date.

    TimelineJS runs the HTML of its texts, so that all words of a source are escaped.

    Source:
        TimelineJS 3, JSON data format.

    >>> b"left out because they have no date: 0" in render(Corpus(), ExportOptions())
    True
    """
    events = dated(corpus)
    articles = by_id(corpus.articles)
    slides = [_slide(e, articles, options.language) for e in events]
    title = {"text": {"headline": HEADLINE, "text": summary(corpus)}}
    document = {"title": title, "events": slides, "scale": "human"}
    return (json_text(document, indent=1) + "\n").encode("utf-8")


def dated(corpus: Corpus) -> list[Event]:
    """The events that a timeline can place, in order of time."""
    events = (event for event in corpus.events if any(ends(event.date)))
    return sorted(events, key=lambda event: event.chronology)


def summary(corpus: Corpus) -> str:
    """How many events are shown and how many had to be left out.

    >>> summary(Corpus())
    'Events: 0; left out because they have no date: 0.'
    """
    shown = len(dated(corpus))
    return f"Events: {shown}; left out because they have no date: {len(corpus.events) - shown}."


def _slide(event: Event, articles: dict[str, Article], language: str) -> dict[str, Any]:
    first, last = ends(event.date)
    start = first or last or Partial(0)
    slide = {
        "unique_id": event.id,
        "group": inert(event.type),
        "start_date": numbers(start),
        "display_date": inert(in_words(event.date.edtf, language)),
        "autolink": False,
        "text": {"headline": escape(headline(event)), "text": html(event, articles)},
    }
    return slide | ({"end_date": numbers(last)} if first and last else {})


def numbers(when: Partial) -> dict[str, int]:
    """Year, month and day, as many as are known.

    >>> numbers(Partial(2019, 6))
    {'year': 2019, 'month': 6}
    """
    return {part: number for part, number in when._asdict().items() if number is not None}


def inert(text: str) -> str:
    """Text on one line without any character that starts HTML, for groups and dates.

    TimelineJS takes the HTML out of these and then writes them as HTML, so that what was escaped once
    would come alive; look-alikes stand in instead.

    >>> inert("<b>R&D</b>")
    '‹b›R＆D‹/b›'
    """
    return line(text).translate(_LOOK_ALIKES)


def html(event: Event, articles: dict[str, Article]) -> str:
    """The quotes with their sources as HTML, the claimed numbers, and where the date is from."""
    quotes = "".join(
        f"<blockquote>{escape(one.quote)}</blockquote><p>{_source(one)}</p>"
        for one in citations(event, articles)
    )
    numbers_said = "".join(f"<p>{escape(said)}</p>" for said in figures(event, articles))
    date = f"{event.date.edtf} ({event.date.basis})"
    return f"{quotes}{numbers_said}<p>{escape(date)}</p>"


def _source(one: Citation) -> str:
    label = escape(one.label)
    return f'<a href="{escape(one.link)}" rel="noopener">{label}</a>' if one.link else label


EXPORTER = Exporter(suffix=".json", render=render)
