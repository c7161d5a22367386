"""The English words of status, attribution, roles and quantities, as sets ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventgraph.errors import DataError
from eventgraph.languages import language


@dataclass(frozen=True, slots=True)
class RoleRule:
    """The role of a noun after a preposition.

    Attributes:
        words: Prepositions.
        role: The role, none where such a noun has none.
        types: Event types it holds for; empty for all.
        kinds: Entity types of the noun, ``happening`` for an event noun, ``none`` for other
            nouns; empty for all.
        nouns: Lemmas of the event noun it holds for; empty for all.
    """

    words: frozenset[str]
    role: str | None
    types: frozenset[str]
    kinds: frozenset[str]
    nouns: frozenset[str]

    def fits(self, word: str, type_: str, kind: str, noun: str) -> bool:
        """Whether the rule speaks of this preposition, event and noun."""
        return (
            word in self.words
            and (not self.types or type_ in self.types)
            and (not self.kinds or kind in self.kinds)
            and (not self.nouns or noun in self.nouns)
        )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's ``events.toml``.

    Attributes:
        sets: Word lists by dotted key, such as ``verbs.light``.
        rules: Roles of prepositional phrases below a ``verb`` and below a ``noun``, in order.
        vague: Least and greatest value of "dozens", "tens of thousands" …
        lemmas: Right dictionary forms of words that the lemmatiser gets wrong.
        numbers: Values of number words below a hundred.
        scales: Values of words that multiply: dozen, hundred, million …
        number_openers: The first words of all numbers and vague numbers.
    """

    sets: Mapping[str, frozenset[str]]
    rules: Mapping[str, tuple[RoleRule, ...]]
    vague: Mapping[str, tuple[float, float]]
    lemmas: Mapping[str, str]
    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    number_openers: frozenset[str]

    def has(self, key: str, word: str) -> bool:
        """Whether a word is in a list.

        >>> vocabulary("en").has("verbs.light", "conduct")
        True
        """
        return word in self.sets[key]


@cache
def vocabulary(code: str) -> Vocabulary:
    """The event words of a language.

    Raises:
        DataError: The language has none, or a list is not a list of strings.

    >>> vocabulary("en").vague["dozens"]
    (20, 99)
    """
    tables = language(code).section("events")
    if "quantities" not in tables:
        raise DataError(f"languages/{code}/events.toml: no table 'quantities', expected one")
    numbers = tables["quantities"]
    vague = {word: (bounds[0], bounds[1]) for word, bounds in numbers["vague"].items()}
    rules = {
        key: tuple(_rule(row) for row in tables["prepositions"][key]) for key in ("verb", "noun")
    }
    openers = frozenset(phrase.split()[0] for phrase in (*vague, *numbers["numbers"]))
    return Vocabulary(
        _sets(tables, code),
        rules,
        vague,
        tables["lemmas"],
        numbers["numbers"],
        numbers["scales"],
        openers,
    )


def _rule(row: Mapping[str, Any]) -> RoleRule:
    lists = (frozenset(row.get(key, ())) for key in ("types", "kinds", "nouns"))
    return RoleRule(frozenset(row["words"]), row.get("role"), *lists)


def _sets(tables: Mapping[str, Any], code: str) -> dict[str, frozenset[str]]:
    sets = {}
    for name, table in tables.items():
        for key, words in table.items():
            if isinstance(words, list) and not all(isinstance(word, dict) for word in words):
                if not all(isinstance(word, str) for word in words):
                    raise DataError(
                        f"languages/{code}/events.toml: {name}.{key} is not a list of strings"
                    )
                sets[f"{name}.{key}"] = frozenset(words)
    return sets
