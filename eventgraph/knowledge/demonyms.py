"""Words for the people and the adjective of a country, in their inflected forms.

``demonyms.tsv`` and ``knowledge.tsv`` of a language hold dictionary forms per country; the language's
``inflections.toml`` holds which endings a dictionary ending changes to. Both become stems with the
endings they take, so that a word is found by cutting an ending off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from eventgraph.knowledge import columns, tables
from eventgraph.languages import language as find_language
from eventgraph.languages.articles import glued_articles
from eventgraph.names import fold

_LONGEST_ENDING = 5
Paradigms = Mapping[str, tuple[str, frozenset[str]]]  # dictionary ending: what is cut, new endings


class Demonyms:
    """Countries by inflected demonym.

    >>> Demonyms().country("россиянами"), Demonyms().country("Syriennes")
    ('RU', 'SY')
    """

    def __init__(self) -> None:
        self._stems: dict[str, dict[str, str]] = {}  # stem: ending: country
        for _, row in tables.read(tables.DATA / "demonyms.tsv"):
            for code in tables.LANGUAGES:
                for word in tables.cells(row[code]):
                    self._add(fold(word), _paradigms(code), row["country"])
        for country, code, names in columns.named("demonym"):
            for word in names:
                self._add(fold(word), _paradigms(code), country)

    def country(self, word: str) -> str | None:
        """ISO country code of a demonym in any language, or none."""
        key = fold(word)
        for article in glued_articles():
            if key.startswith(article):
                return self._find(key.removeprefix(article)) or self._find(key)
        return self._find(key) or self._find(key.removesuffix(" s"))

    def _find(self, key: str) -> str | None:
        for length in range(min(_LONGEST_ENDING, len(key) - 1) + 1):
            stem, ending = key[: len(key) - length], key[len(key) - length :]
            if country := self._stems.get(stem, {}).get(ending):
                return country
        return None

    def _add(self, word: str, paradigms: Paradigms, country: str) -> None:
        self._stems.setdefault(word, {}).setdefault("", country)
        for stem, ending in _inflect(word, paradigms):
            self._stems.setdefault(stem, {}).setdefault(ending, country)


def _inflect(word: str, paradigms: Paradigms) -> Iterator[tuple[str, str]]:
    for final, (cut, endings) in paradigms.items():  # longest first: the first that fits is it
        if word.endswith(final):
            stem = word.removesuffix(cut)
            yield from ((stem, ending) for ending in sorted(endings))
            return


@cache
def _paradigms(code: str) -> Paradigms:
    rows: list[dict[str, str]] = find_language(code).section("inflections").get("paradigms", [])
    longest_first = sorted(rows, key=lambda row: (-len(row["final"]), row["final"]))
    return {
        fold(row["final"]): (fold(row["cut"]), frozenset(map(fold, row["endings"].split())))
        for row in longest_first
    }
