"""What the dependency parser knows of a language beside the parse: ``clauses.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, cast, get_args

from eventgraph.errors import DataError
from eventgraph.languages import language
from eventgraph.languages.citation import Citation, citation
from eventgraph.model import Gender, Link, Number

_LISTS: Final = (
    "hedges",  # adverbs without which a title would say something else: nearly, allegedly
    "negatives",  # words that negate what they hang on: not, never
    "negative_determiners",  # no, neither
    "negative_pronouns",  # nobody, none
    "relative_pronouns",  # who, which, that
    "transparent",  # nouns that stand for what follows "of": wave, group, number
    "genitive",  # the preposition (or case) of what follows them
    "object_control",  # verbs whose object is the subject of what follows
    "whole_clause",  # verbs of saying and thinking: a clause below them is speech, whatever its form
    "until",  # prepositions of a time that something is not at: before, until
    "as_of",  # prepositions of the day that a number holds for: by, as of
    "definite",
    "indefinite",
    "demonstrative",
    "agents",  # prepositions of who does what a passive tells: by
    "sources",  # prepositions of whose word it is: according to
    "brief",  # prepositions whose phrase a title keeps
    "passive",  # auxiliaries that make a participle passive, where the parse does not say so
    "object_markers",  # prepositions that an object may have, likewise
    "reflexive",  # pronouns that are part of the verb, likewise
    "abbreviations",  # after which no sentence ends, lower case, with the stop
)
_NUMERAL_LISTS: Final = ("at_least", "at_most", "near", "ranges", "joins", "between")
_TABLES: Final = ("words", "links", "pronouns", "plurals", "verbs", "lemmas", "numerals")


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are written.

    Attributes:
        values: Of number words below a hundred.
        scales: Of words that multiply: hundred, million.
        vague: Least and greatest value of "dozens", "tens of thousands".
        words: Lists of words around a number: at_least, at_most, near, ranges
            ("to", "and"), joins (those of them that join only after "between"), between.
        currencies: ISO 4217 code by sign or word before or after.
        percent: Words and signs for per cent.
        openers: First words of all numbers.
        decimal: The decimal sign; where it is a comma, stops and blanks part thousands.
    """

    values: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    words: Mapping[str, frozenset[str]]
    currencies: Mapping[str, str]
    percent: frozenset[str]
    openers: frozenset[str]
    decimal: str = "."


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's ``clauses.toml``.

    Attributes:
        words: Word lists by key.
        links: Link of an adverbial clause by its marker.
        pronouns: Gender and number of personal pronouns.
        plurals: What endings of plurals become, for nouns that open a sentence and pass for names.
        verbs: Right dictionary forms of verbs that the lemmatiser gets wrong.
        lemmas: Right dictionary forms of words that the lemmatiser gets wrong.
        numerals: How numbers are written.
        cite: Gives the form in which a word stands on its own, where the language inflects nouns.
    """

    words: Mapping[str, frozenset[str]]
    links: Mapping[str, Link]
    pronouns: Mapping[str, tuple[Gender, Number]]
    plurals: Mapping[str, str]
    verbs: Mapping[str, str]
    lemmas: Mapping[str, str]
    numerals: Numerals
    cite: Citation | None = None

    def has(self, key: str, word: str) -> bool:
        """Whether a word is in a list."""
        return word in self.words[key]


@cache
def grammar(code: str) -> Grammar:
    """The grammar of a language; empty lists for one without the file.

    Raises:
        DataError: A key is unknown or a value of the wrong kind.
    """
    tables = language(code).section("clauses")
    where = f"languages/{code}/clauses.toml"
    _known(tables, _TABLES, where)
    words = tables.get("words", {})
    _known(words, _LISTS, f"{where}: words")
    pronouns = {word: (row[0], row[1]) for word, row in tables.get("pronouns", {}).items()}
    return Grammar(
        MappingProxyType({key: _words(words.get(key, []), f"{where}: {key}") for key in _LISTS}),
        MappingProxyType(_links(tables.get("links", {}), where)),
        MappingProxyType(pronouns),
        tables.get("plurals", {}),
        tables.get("verbs", {}),
        tables.get("lemmas", {}),
        _numerals(tables.get("numerals", {}), where),
        citation(code),
    )


def _links(table: Mapping[str, Any], where: str) -> dict[str, Link]:
    _known(table, get_args(Link), f"{where}: links")
    return {
        marker: cast("Link", link)
        for link, markers in table.items()
        for marker in _words(markers, f"{where}: links.{link}")
    }


def _numerals(table: Mapping[str, Any], where: str) -> Numerals:
    known = (*_NUMERAL_LISTS, "values", "scales", "vague", "currencies", "percent", "decimal")
    _known(table, known, f"{where}: numerals")
    vague = {word: (bounds[0], bounds[1]) for word, bounds in table.get("vague", {}).items()}
    values = table.get("values", {})
    return Numerals(
        values,
        table.get("scales", {}),
        vague,
        {key: _words(table.get(key, []), f"{where}: {key}") for key in _NUMERAL_LISTS},
        table.get("currencies", {}),
        _words(table.get("percent", []), f"{where}: percent"),
        frozenset(phrase.split()[0] for phrase in (*vague, *values)),
        table.get("decimal", "."),
    )


def _known(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    if unknown := [key for key in table if key not in keys]:
        raise DataError(f"{where}: {unknown[0]!r} is unknown, expected one of {', '.join(keys)}")


def _words(value: object, where: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"{where} is {value!r}, expected a list of strings")
    return frozenset(value)
