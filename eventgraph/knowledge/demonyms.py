"""Words for the people and the adjective of a country, in their inflected forms.

``demonyms.tsv`` holds dictionary forms per country and language; ``inflections.toml`` holds, per
language, which endings a dictionary ending changes to. Both become stems with the endings they take,
so that a word is found by cutting an ending off.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

from eventgraph.knowledge import tables
from eventgraph.knowledge.index import ARTICLE
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
        paradigms = _read_paradigms()
        for _, row in tables.read(tables.DATA / "demonyms.tsv"):
            for language in tables.LANGUAGES:
                for word in tables.cells(row[language]):
                    self._add(fold(word), paradigms[language], row["country"])

    def country(self, word: str) -> str | None:
        """ISO country code of a demonym in any language, or none."""
        key = fold(word)
        if key.startswith(ARTICLE):
            return self._find(key.removeprefix(ARTICLE)) or self._find(key)
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


def _read_paradigms() -> Mapping[str, Paradigms]:
    data = tomllib.loads((tables.DATA / "inflections.toml").read_text(encoding="utf-8"))
    return {language: _paradigms(rows) for language, rows in data.items()}


def _paradigms(rows: list[dict[str, str]]) -> Paradigms:
    longest_first = sorted(rows, key=lambda row: (-len(row["final"]), row["final"]))
    return {
        fold(row["final"]): (fold(row["cut"]), frozenset(map(fold, row["endings"].split())))
        for row in longest_first
    }
