"""The words of a language that tell names and their types: its ``names.toml``, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventgraph.errors import DataError
from eventgraph.extract.names.phrases import Phrases
from eventgraph.languages import language
from eventgraph.names import fold

Nominals = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a language's ``names.toml`` says; a language without one has empty phrases.

    Attributes:
        language: ISO 639-1 code.
        titles: What stands before a person's name and is no part of it.
        honorifics: Titles that never stand for a person alone.
        counterparts: Titles that say that somebody has the same office as one named before.
        person_nominals: Role words that stand for a person, with the titles such a person has.
        organization_heads: Words that make a name an organisation's.
        bodies: Words for the bodies of a state ("army").
        organization_nominals: Kind words that stand for an organisation, with heads of its name.
        place_heads: Words that end a place's name.
        place_openers: Words that open a place's name.
        particles: Small words inside names.
        articles: Articles, trimmed off.
        suffixes: What follows a surname ("Jr").
        given: Given names.
        saying: Verbs that people do.
        locative: Words after which a place stands.
        junk: Words that are capitalised and no names.
        groups: Faiths and peoples: no names by themselves.
        stop: Words that are never a part of a name.
    """

    language: str
    titles: Phrases
    honorifics: Phrases
    counterparts: Phrases
    person_nominals: Nominals
    organization_heads: Phrases
    bodies: Phrases
    organization_nominals: Nominals
    place_heads: Phrases
    place_openers: Phrases
    particles: Phrases
    articles: Phrases
    suffixes: Phrases
    given: Phrases
    saying: Phrases
    locative: Phrases
    junk: Phrases
    groups: Phrases
    stop: Phrases


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language code.

    Raises:
        DataError: A list of its ``names.toml`` is not a list of strings.

    >>> vocabulary("en").titles.has("prime minister")
    True
    """
    data = language(code).section("names")
    persons, organizations, places, words = (
        data.get(name, {}) for name in ("persons", "organizations", "places", "words")
    )
    return Vocabulary(
        language=code,
        titles=_phrases(code, persons, "titles"),
        honorifics=_phrases(code, persons, "honorifics"),
        counterparts=_phrases(code, persons, "counterparts"),
        person_nominals=_nominals(persons),
        organization_heads=_phrases(code, organizations, "heads"),
        bodies=_phrases(code, organizations, "state"),
        organization_nominals=_nominals(organizations),
        place_heads=_phrases(code, places, "heads"),
        place_openers=_phrases(code, places, "before"),
        particles=_phrases(code, words, "particles"),
        articles=_phrases(code, words, "articles"),
        suffixes=_phrases(code, words, "suffixes"),
        given=_phrases(code, persons, "given"),
        saying=_phrases(code, words, "saying"),
        locative=_phrases(code, words, "in"),
        junk=_phrases(code, words, "junk"),
        groups=_phrases(code, words, "groups"),
        stop=_phrases(code, words, "stop"),
    )


def _phrases(code: str, section: Mapping[str, Any], name: str) -> Phrases:
    found: Sequence[str] = section.get(name, ())
    if not all(isinstance(phrase, str) for phrase in found):
        raise DataError(f"languages/{code}/names.toml: {name} is not a list of strings")
    return Phrases(found)


def _nominals(section: Mapping[str, Any]) -> Nominals:
    nominals: Mapping[str, Sequence[str]] = section.get("nominals", {})
    return {fold(word): tuple(map(fold, titles)) for word, titles in nominals.items()}
