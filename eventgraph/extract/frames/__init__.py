"""Frames: words and their valency patterns, in any language, as the concepts that they express."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventgraph.extract.clauses import find_clauses
from eventgraph.extract.frames.constructions import load_constructions
from eventgraph.extract.frames.datelines import datelines
from eventgraph.extract.frames.events import Words, read_events
from eventgraph.extract.frames.frames_file import load_frames
from eventgraph.languages import language
from eventgraph.model import Article, EventMention, Mention, Timex
from eventgraph.ontology import Ontology

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage

__all__ = ["find_framed", "has_frames"]


def has_frames(code: str) -> bool:
    """Whether a language is read by clauses and frames: its folder has ``frames.toml``."""
    return bool(language(code).section("frames"))


def find_framed(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    ontology: Ontology,
    countries: frozenset[int],
) -> tuple[EventMention, ...]:
    """The event mentions of one article by the clauses and frames of its language, in text order.

    Args:
        article: The article.
        passages: Its parsed passages.
        mentions: Its entity mentions, sorted by span.
        timexes: Its time expressions, sorted by span.
        ontology: Event types and concepts.
        countries: Indices of the mentions that name a country.
    """
    words = _words(article.language, ontology)
    clauses = find_clauses(article, passages, mentions, timexes, words.predicates)
    places = datelines(passages, clauses, mentions)
    return read_events(article, clauses, mentions, timexes, words, countries, places)


_read: dict[tuple[str, str], Words] = {}


def _words(code: str, ontology: Ontology) -> Words:
    """What a language knows of events, read once per ontology."""
    key = (code, ontology.digest)
    if key not in _read:
        frames, table = load_frames(code, ontology), load_constructions(code)
        governors = table.predicates if table else frozenset[str]()
        _read[key] = Words(frames, table, ontology, frames.predicates | governors)
    return _read[key]
