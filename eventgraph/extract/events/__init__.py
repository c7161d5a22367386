"""Event mentions: what an article says happened, to whom, where, when and according to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventgraph.extract.events.generic import find_words
from eventgraph.extract.frames import find_framed, has_frames
from eventgraph.extract.names.countries import countries
from eventgraph.knowledge import Knowledge, load
from eventgraph.model import Article, EventMention, Mention, Timex
from eventgraph.ontology import Ontology

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage


def find_events(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    ontology: Ontology,
    knowledge: Knowledge | None = None,
) -> tuple[EventMention, ...]:
    """The event mentions of one article, in text order; none in a language without words of events.

    Args:
        article: The article.
        passages: Its parsed passages.
        mentions: Its entity mentions, sorted by span; arguments refer to them by index.
        timexes: Its time expressions, sorted by span; events refer to them by index.
        ontology: Event types, and words of them beside those of the language.
        knowledge: Who and what is known, with the user's own names; the packaged base by default.
    """
    if not has_frames(article.language):
        return find_words(article, passages, mentions, timexes, ontology)
    known = countries(mentions, knowledge or load())
    return find_framed(article, passages, mentions, timexes, ontology, known)
