"""One article's extraction as ``eventgraph extract`` prints it."""

from __future__ import annotations

from typing import Any

from eventgraph.model import Article, EventMention, Extraction, Span, Timex


def record(article: Article, extraction: Extraction) -> dict[str, Any]:
    """Names, time expressions and events with code-point offsets into the article's text."""
    return {
        "source": article.source,
        "language": article.language,
        "published": article.published.date if article.published else None,
        "text_length": len(article.text),
        "mentions": [
            _where(m.span, m.text) | {"type": m.type}
            for m in extraction.mentions
            if m.level == "name"
        ],
        "timexes": [_timex(t) | {"type": t.type, "edtf": t.edtf} for t in extraction.timexes],
        "events": [_event(e, extraction.timexes) for e in extraction.events],
    }


def _where(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": text}


def _timex(timex: Timex) -> dict[str, Any]:
    return {**_where(timex.span, timex.text), "value": timex.value}


def _event(event: EventMention, timexes: tuple[Timex, ...]) -> dict[str, Any]:
    return {
        **_where(event.span, event.text),
        "type": event.type,
        "status": event.status,
        "attributed_to": event.attributed_to or None,
        "timex": None if event.timex is None else _timex(timexes[event.timex]),
        "arguments": [{"role": a.role, **_where(a.span, a.text)} for a in event.arguments],
    }
