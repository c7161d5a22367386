"""Event mentions: what an article says happened, to whom, where, when and according to whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from eventgraph.extract.frames import find_framed, has_frames
from eventgraph.extract.names.countries import countries
from eventgraph.knowledge import Knowledge, load
from eventgraph.model import Article, EventMention, Mention, Timex
from eventgraph.ontology import Ontology

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage

    Finder = Callable[
        [Article, Sequence[Passage], Sequence[Mention], Sequence[Timex], Ontology, frozenset[int]],
        tuple[EventMention, ...],
    ]

FINDERS: Final = {
    "ar": "arabic",
    "en": "english",
}  # a language that is not here is read by generic.py


def find_events(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    ontology: Ontology,
    knowledge: Knowledge | None = None,
) -> tuple[EventMention, ...]:
    """The event mentions of one article, in text order.

    Args:
        article: The article.
        passages: Its parsed passages.
        mentions: Its entity mentions, sorted by span; arguments refer to them by index.
        timexes: Its time expressions, sorted by span; events refer to them by index.
        ontology: Event types and their words.
        knowledge: Who and what is known, with the user's own names; the packaged base by default.
    """
    known = countries(mentions, knowledge or load())
    if has_frames(article.language):
        return find_framed(article, passages, mentions, timexes, ontology, known)
    module = import_module(f"{__name__}.{FINDERS.get(article.language, 'generic')}")
    finder: Finder = module.find_events
    return finder(article, passages, mentions, timexes, ontology, known)
