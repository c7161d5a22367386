"""Words that point back at an event already told: determiners, general terms, families of types."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from eventgraph.model import Article, EventMention
from eventgraph.names import fold

_WORD = re.compile(r"\w+")
UNTYPED = "other"
_BEFORE = 60  # code points that hold a determiner and two words


@cache
def _words() -> Mapping[str, Any]:
    path = files(__package__) / "anaphora.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def family(event_type: str, lemma: str = "") -> str:
    """The family that an event type belongs to; most stand alone.

    >>> family("attack", "raid") == family("death", "killing") != family("trial", "verdict")
    True
    >>> family("death", "funeral")
    'aftermath of violence'
    >>> family("other", "incident")
    'violence'
    """
    families: dict[str, list[str]] = _words()["families"]
    name = next((name for name, types in families.items() if event_type in types), event_type)
    word = fold(lemma)
    if name == UNTYPED:
        general = _words()["general"]
        return next((group for group in families if word in general.get(group, ())), name)
    return f"aftermath of {name}" if word in _words()["aftermath"].get(name, ()) else name


@cache
def is_general(lemma: str, family_name: str) -> bool:
    """Whether a trigger could name any event of its family ("the incident")."""
    return fold(lemma) in _words()["general"].get(family_name, ())


@cache
def is_lasting(lemma: str, family_name: str) -> bool:
    """Whether a trigger names something that goes on ("the war")."""
    lasting = _words()["lasting"].get(family_name, ())
    return any(word in lasting for word in fold(lemma).split())


def points_back(article: Article, mention: EventMention) -> bool:
    """Whether the trigger is a definite noun phrase: "the deadly attack", "الهجوم"."""
    prefixes = tuple(_words()["prefixes"].get(article.language, ()))
    if prefixes and mention.text.startswith(prefixes):
        return True
    determiners = _words()["determiners"].get(article.language, ())
    start = max(mention.sentence.start, mention.span.start - _BEFORE)
    before = _WORD.findall(article.text[start : mention.span.start].casefold())
    return any(word in determiners for word in before[-3:])
