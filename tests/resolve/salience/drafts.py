"""Drafts of a few reports each, where only what matters to salience is said."""

from __future__ import annotations

from eventgraph.model import EventMention, Participant, Span
from eventgraph.ontology import load
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.mentions import Report


def report(article="a1", start=0, *, type_="attack", status="asserted", people=(), **more):
    """One report of an event whose trigger begins at an offset."""
    clause = {k: more.pop(k) for k in ("form", "link", "under") if k in more}
    mention = EventMention(
        Span(start, start + 4), "word", "word", type_, status, "", None, (), (),
        Span(start, start + 50), 0, **clause,
    )  # fmt: skip
    participants = tuple(Participant(entity, role) for entity, role in people)
    kind = load().type(type_)
    return Report(
        article,
        mention,
        kind,
        kind.family,
        None,
        participants,
        (),
        None,
        "main",
        more.pop("order", 3),
        **more,
    )


def draft(*reports):
    return Draft.of(reports)
