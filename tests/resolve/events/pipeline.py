"""Short texts through the whole pipeline."""

import eventgraph
from eventgraph.model import Part, Published, Span, make_article


def text(words, published=None, language="en", source="a"):
    """An article of paragraphs, all of them article."""
    date = Published(published, "given") if published else None
    spans, start = [], 0
    for paragraph in words.split("\n"):
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 1
    part = Part("main", tuple(s for s in spans if s.end > s.start), date)
    return make_article(source=source, text=words, language=language, parts=(part,), published=date)


def events(*articles, kind=None):
    """The events of some articles, in the order of time."""
    found = eventgraph.build(articles).events
    return sorted((e for e in found if kind in (None, e.type)), key=lambda e: e.chronology)


def told(event):
    """The trigger words of an event."""
    return sorted({evidence.text for evidence in event.evidence})
