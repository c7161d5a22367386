"""Sentences with their entities and dates marked: ``[p Ann Lee] left [l Riga] on [t Monday].``

p, o and l are people, organizations and places, t is a date. So a row tests events and nothing else.
"""

import re

from eventgraph.extract.events import find_events
from eventgraph.extract.passages import parse
from eventgraph.model import Mention, Part, Span, Timex, make_article
from eventgraph.ontology import load

MARK = re.compile(r"\[([polt]) ([^\]]+)\]")
TYPES = {"p": "person", "o": "organization", "l": "place"}


def unmark(text):
    """The plain text, its mentions and its timexes."""
    plain, mentions, timexes, at = "", [], [], 0
    for found in MARK.finditer(text):
        plain += text[at : found.start()]
        kind, words = found.groups()
        span = Span(len(plain), len(plain) + len(words))
        if kind == "t":
            timexes.append(Timex(span, words, "DATE", "2024-06-10", edtf="2024-06-10"))
        else:
            mentions.append(Mention(span, words, TYPES[kind], words, len(mentions)))
        plain, at = plain + words, found.end()
    return plain + text[at:], tuple(mentions), tuple(timexes)


def events_of(sentences):
    """Events and timexes of each marked sentence."""
    marked = [unmark(sentence) for sentence in sentences]
    articles = [
        make_article(
            source=str(n), text=text, language="en", parts=(Part("main", (Span(0, len(text)),)),)
        )
        for n, (text, _, _) in enumerate(marked)
    ]
    for (article, passages), (_, mentions, timexes) in zip(parse(articles), marked, strict=True):
        yield find_events(article, passages, mentions, timexes, load()), timexes


def frame(event, timexes):
    """An event in one line: type, trigger, status, source, date, roles, quantities."""
    parts = [event.type, f"<{event.text}>", event.status]
    parts += [f"by={event.attributed_to}"] if event.attributed_to else []
    parts += [f"date={timexes[event.timex].text}"] if event.timex is not None else []
    parts += [
        f"{a.role}={a.text}{'*' if a.mention is None else ''}{f' ({a.note})' if a.note else ''}"
        for a in event.arguments
    ]
    parts += [
        f"{q.kind}={_number(q.low)}..{_number(q.high)}{f' as of {q.as_of}' if q.as_of else ''}"
        for q in event.quantities
    ]
    return "; ".join(parts)


def _number(value):
    return "" if value is None else f"{value:g}"
