"""Words that point back at an event already told: determiners, general terms, families of types.

The words are in ``anaphora.toml`` of each language. Those of all languages are asked: a dictionary form
may stand for a word of another language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from eventgraph.languages import all_languages
from eventgraph.languages import language as find_language
from eventgraph.model import Article, EventMention
from eventgraph.names import fold
from eventgraph.ontology import UNTYPED, Ontology

_WORD = re.compile(r"\w+")
_BEFORE = 60  # code points that hold a determiner and two words


@cache
def _words(kind: str) -> Mapping[str, frozenset[str]]:
    """The words of a kind (``general``, ``lasting``, ``aftermath``) by family, of all languages."""
    found: dict[str, set[str]] = {}
    for one in all_languages():
        for family_name, words in one.section("anaphora").get(kind, {}).items():
            found.setdefault(family_name, set()).update(map(fold, words))
    return {family_name: frozenset(words) for family_name, words in found.items()}


def family(ontology: Ontology, event_type: str, lemma: str = "") -> str:
    """The family of what a word of a type tells; what comes after is no member of it.

    >>> from eventgraph.ontology import load
    >>> family(load(), "attack", "raid") == family(load(), "death", "killing")
    True
    >>> family(load(), "death", "funeral")
    'aftermath of violence'
    >>> family(load(), "other", "incident")
    'violence'
    """
    name, word = ontology.type(event_type).family, fold(lemma)
    if event_type == UNTYPED:
        return next((group for group in ontology.families if is_general(word, group)), name)
    return f"aftermath of {name}" if word in _words("aftermath").get(name, ()) else name


@cache
def is_general(lemma: str, family_name: str) -> bool:
    """Whether a trigger could name any event of its family ("the incident")."""
    return fold(lemma) in _words("general").get(family_name, ())


@cache
def is_lasting(lemma: str, family_name: str) -> bool:
    """Whether a trigger names something that goes on ("the war")."""
    lasting = _words("lasting").get(family_name, ())
    return any(word in lasting for word in fold(lemma).split())


def points_back(article: Article, mention: EventMention) -> bool:
    """Whether the trigger is a definite noun phrase: "the deadly attack", "الهجوم"."""
    own = find_language(article.language).section("anaphora")
    prefixes = tuple(own.get("prefixes", ()))
    if prefixes and mention.text.startswith(prefixes):
        return True
    determiners = own.get("determiners", ())
    start = max(mention.sentence.start, mention.span.start - _BEFORE)
    before = _WORD.findall(article.text[start : mention.span.start].casefold())
    return any(word in determiners for word in before[-3:])
