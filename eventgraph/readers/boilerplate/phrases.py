"""The words that mark boilerplate, of a language, of English and of all languages, ready to match."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from eventgraph import integrity
from eventgraph.languages import COMMON, language
from eventgraph.names import fold

_COUNT = re.compile(r"\b\d+\s?[km]?\b")


@dataclass(frozen=True, slots=True)
class BoilerplatePhrases:
    """Folded phrases by what they mark; see ``languages/en/boilerplate.toml`` for each kind."""

    related_headings: frozenset[str]
    related_prefixes: tuple[str, ...]
    related_labels: frozenset[str]
    genre_labels: frozenset[str]
    signoffs: tuple[str, ...]
    comment_headings: frozenset[str]
    lines: frozenset[str]
    line_starts: tuple[str, ...]
    contains: tuple[str, ...]
    sections: frozenset[str]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    date_words: frozenset[str]
    bylines: tuple[str, ...]
    caption_prefixes: tuple[str, ...]
    caption_credits: frozenset[str]
    agencies: frozenset[str]
    filler: frozenset[str]
    icons: frozenset[str]
    icon_roots: tuple[str, ...]


@cache
def phrases_for(code: str) -> BoilerplatePhrases:
    """The phrases of a language together with the English and the universal ones.

    >>> "share" in phrases_for("ar").lines
    True
    """
    common = tomllib.loads(integrity.text(files(__package__) / "boilerplate.toml"))
    tables = [
        language(code).section("boilerplate"),
        language(COMMON).section("boilerplate"),  # pages of any language carry English machinery
        common,
    ]
    return BoilerplatePhrases(
        **{kind: _collect(kind, tables) for kind in BoilerplatePhrases.__slots__}
    )


def _collect(kind: str, tables: Iterable[Any]) -> Any:
    listed = [phrase for table in tables for phrase in table.get(kind, ())]
    if kind == "icon_roots":
        return tuple(listed)
    folded = sorted({fold(phrase) for phrase in listed}, key=lambda phrase: (-len(phrase), phrase))
    return tuple(folded) if kind in _ORDERED else frozenset(folded)


_ORDERED = {
    "line_starts",
    "related_prefixes",
    "signoffs",
    "contains",
    "published",
    "updated",
    "bylines",
    "caption_prefixes",
}


def bare(text: str) -> str:
    """A line as phrases are compared with it: folded, without counts ("Comments (3)").

    >>> bare("12K Shares"), bare("إقرأ أيضاً:")
    ('shares', 'اقرا ايضا')
    """
    return " ".join(_COUNT.sub(" ", fold(text[:600])).split())


def prefix_of(folded: str, prefixes: Sequence[str]) -> str | None:
    """The longest of the prefixes that the folded line begins with, as whole words.

    >>> prefix_of("read also storm hits coast", ("read also", "read"))
    'read also'
    """
    return next(
        (p for p in prefixes if folded.startswith(p) and folded[len(p) : len(p) + 1] in {"", " "}),
        None,
    )


def is_made_of(folded: str, vocabulary: frozenset[str], longest: int = 6) -> bool:
    """Whether a line is nothing but phrases of the vocabulary, one after another."""
    words = folded.split()
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((size for size in sizes if " ".join(words[at : at + size]) in vocabulary), 0)
        if not size:
            return False
        at += size
    return bool(words)
