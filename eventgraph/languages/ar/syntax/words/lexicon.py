"""What the data of Arabic says about words: closed classes, verbs by form, nouns by form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from eventgraph.languages import language
from eventgraph.languages.ar.morphology import VerbForm, conjugation, noun_forms, participles
from eventgraph.languages.nouns import nouns as noun_classes
from eventgraph.model import Sort
from eventgraph.names import fold

_FREQUENT = 90_000


@dataclass(frozen=True, slots=True)
class Verb:
    """A listed verb.

    Attributes:
        lemma: Third person masculine past, as written.
        transitive: Whether it asks for an object.
        auxiliary: Whether it may carry another verb ("began to shell").
        takes: Prepositions that it asks for.
    """

    lemma: str
    transitive: bool = False
    auxiliary: bool = False
    takes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by folded form.

    Attributes:
        closed: Folded words of each closed class (``clauses.relatives``).
        phrases: Words of every preposition and subordinator of more than one word, with its class.
        verbs: Readings of a form as a verb.
        events: Dictionary form of the nouns that name happenings, by form.
        nouns: Dictionary form of other listed nouns, by form.
        participles: Verb and voice of a participle in the masculine singular.
        described: Verb and voice of the participles that tell what befell somebody ("قتيل").
        plurals: Nouns of persons in the nominative of the sound plural.
    """

    closed: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, ...], str]
    verbs: Mapping[str, tuple[tuple[Verb, VerbForm], ...]]
    events: Mapping[str, str]
    nouns: Mapping[str, str]
    participles: Mapping[str, tuple[str, str]]
    described: Mapping[str, tuple[str, str]]
    plurals: frozenset[str]

    def is_(self, class_: str, word: str) -> bool:
        """Whether a folded word is in a closed class."""
        return word in self.closed[class_]

    def is_speech(self, lemma: str) -> bool:
        """Whether a verb's content is what somebody says or thinks."""
        return lemma in _speech()

    def is_telling(self, lemma: str) -> bool:
        """Whether a verb only tells, and never takes a person for its object."""
        return lemma in _telling()

    def spelled(self, word: str) -> str:
        """A folded preposition or subordinator as the data spells it."""
        return _spellings().get(word, word)

    def object_preposition(self, lemma: str) -> str:
        """The preposition behind which an event noun is what a verb does or undergoes; empty for none."""
        return _objects().get(lemma, "")

    def is_impact(self, lemma: str) -> bool:
        """Whether a verb may follow the indefinite event that is its subject: "زلزال ضرب"."""
        return lemma in _impact()

    def is_where(self, preposition: str) -> bool:
        """Whether a preposition says where."""
        return preposition in _where()

    def is_demonym(self, stem: str) -> bool:
        """Whether a folded stem says of which people or country somebody or something is."""
        return stem.removesuffix("ه") in _demonyms()

    def is_agent(self, preposition: str) -> bool:
        """Whether the doer of a passive stands behind a preposition."""
        return preposition in _agents()

    def modal(self, stem: str) -> str:
        """The dictionary form of a participle that says how likely or planned something is."""
        return _modals().get(stem, stem)

    def sort(self, lemma: str) -> Sort:
        """What kind of thing a noun names, by its dictionary form."""
        return noun_classes("ar").sort(lemma)


_OF_PHRASES = ("prepositions.phrases", "clauses.time", "clauses.concession", "clauses.condition",
               "clauses.cause", "clauses.purpose", "clauses.asides", "clauses.coordinators", "clauses.results")  # fmt: skip


@cache
def lexicon(events: frozenset[str]) -> Lexicon:
    """The lexicon; `events` are the dictionary forms of the nouns that make nominal clauses."""
    data = language("ar").section("syntax")
    closed = {
        f"{section}.{key}": frozenset(fold(word) for word in words if " " not in word)
        for section, table in data.items()
        for key, words in table.items()
        if isinstance(words, list)
    }
    listed = [word for words in noun_classes("ar").classes.values() for word in sorted(words)]
    verbs = _verbs()
    return Lexicon(
        closed,
        _phrases(data),
        _by_form(verbs),
        _nouns(sorted(word for word in events if " " not in word)),
        _masdars(verbs)
        | _nouns(listed)
        | _people(noun_classes("ar").classes.get("people", frozenset())),
        _participles(verbs),
        _described(),
        frozenset(fold(word) for word in listed if word.endswith("ون")),
    )


@cache
def _speech() -> frozenset[str]:
    return frozenset(
        word.split("/")[0] for word in language("ar").section("verbs")["speech"].split()
    )


@cache
def _telling() -> frozenset[str]:
    return frozenset(language("ar").section("verbs")["telling"].split())


@cache
def _modals() -> Mapping[str, str]:
    return {fold(word): word for word in language("ar").section("syntax")["nouns"]["modals"]}


@cache
def _spellings() -> Mapping[str, str]:
    data = language("ar").section("syntax")
    lists = [
        data["prepositions"]["words"],
        data["prepositions"]["phrases"],
        *data["clauses"].values(),
    ]
    found: dict[str, str] = {}
    for words in lists:
        for word in words:
            found.setdefault(fold(word), word)
    return found


@cache
def _objects() -> Mapping[str, str]:
    return {verb: fold(word) for verb, word in language("ar").section("verbs")["objects"].items()}


@cache
def _impact() -> frozenset[str]:
    return frozenset(
        word.split("/")[0] for word in language("ar").section("verbs")["impact"].split()
    )


@cache
def _where() -> frozenset[str]:
    return frozenset(map(fold, language("ar").section("syntax")["prepositions"]["where"]))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(map(fold, noun_classes("ar").classes.get("demonym", ())))


@cache
def _agents() -> frozenset[str]:
    return frozenset(map(fold, language("ar").section("syntax")["prepositions"]["agents"]))


def _phrases(data: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for name in _OF_PHRASES:
        section, key = name.split(".")
        for phrase in data[section][key]:
            if " " in phrase:
                found[tuple(fold(phrase).split())] = name
    return found


@cache
def _verbs() -> Mapping[str, Verb]:
    """Listed verbs by entry; one in several lists has the features of all."""
    data = language("ar").section("verbs")
    lists = {name: data[name].split() for name in ("transitive", "others", "auxiliary", "speech")}
    takes = {fold(verb): frozenset(map(fold, some)) for verb, some in data["valency"].items()}
    found: dict[str, Verb] = {}
    for entry in dict.fromkeys(word for words in lists.values() for word in words):
        lemma = entry.split("/")[0]
        found[entry] = Verb(
            lemma,
            transitive=entry in lists["transitive"] and entry not in lists["others"],
            auxiliary=entry in lists["auxiliary"],
            takes=takes.get(fold(lemma), frozenset()),
        )
    return found


def _by_form(verbs: Mapping[str, Verb]) -> dict[str, tuple[tuple[Verb, VerbForm], ...]]:
    found: dict[str, list[tuple[Verb, VerbForm]]] = {}
    for entry, verb in verbs.items():
        for form in conjugation(entry):
            found.setdefault(form.text, []).append((verb, form))
    return {text: tuple(some) for text, some in found.items()}


def _nouns(words: Sequence[str]) -> dict[str, str]:
    """Listed nouns by inflected form; a listed form is its own dictionary form."""
    found: dict[str, str] = {}
    for word in words:
        for form in noun_forms(word):
            found.setdefault(form, word)
        if word.endswith("اء"):  # before a pronoun the hamza has a seat: "زملائه"
            found.setdefault(fold(word)[:-1] + "ي", word)
            found.setdefault(fold(word)[:-1] + "و", word)
        if word.endswith("ي"):  # of a nisba: "جنديا", "جنديان"
            found.setdefault(fold(word) + "ا", word)
            found.setdefault(fold(word) + "ان", word)
            found.setdefault(fold(word) + "ين", word)
    found.update((fold(word), word) for word in words)
    return found


def _masdars(verbs: Iterable[str]) -> dict[str, str]:
    """Verbal nouns of the forms VII, VIII and X, which one pattern gives: "ارتكاب", "استخدام"."""
    found: dict[str, str] = {}
    for entry in verbs:
        past = fold(entry.split("/")[0])
        if (
            past.startswith("ا")
            and len(past) > 4
            and past[-2] not in "اوي"
            and past[-1] not in "اي"
        ):
            masdar = past[:-1] + "ا" + past[-1]
            found[masdar] = masdar
    return found


def _people(words: Iterable[str]) -> dict[str, str]:
    """Sound plurals of nouns of persons, in construct too: "مقاتلي", "مقاتلو"."""
    found: dict[str, str] = {}
    for word in sorted(words):
        bare = fold(word)
        if not bare.endswith(("ه", "ا", "ون", "ين", "ات", "ان")):
            found.update((bare + ending, word) for ending in ("ون", "ين", "و"))
            found.setdefault(bare + "ي", word)
    return found


def _described() -> dict[str, tuple[str, str]]:
    listed = language("ar").section("syntax")["participles"]
    return {
        fold(word): (verb, voice) for voice, words in listed.items() for word, verb in words.items()
    }


def _participles(verbs: Iterable[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for entry in verbs:
        for text, voice in participles(entry):
            found.setdefault(text, (entry.split("/")[0], voice))
    return found | _described()


@cache
def ranks() -> Mapping[str, int]:
    """Rank of frequent words, the most frequent first; what is not there is rare or no word."""
    text = files("eventgraph.languages.ar").joinpath("words.tsv").read_text(encoding="utf-8")
    words = re.findall(r"^([ء-ي]+)\t", text, re.MULTILINE)
    return {word: rank for rank, word in enumerate(words)}


def rank(word: str) -> int:
    """Rank of a folded word; a rare one comes after all others."""
    return ranks().get(word, _FREQUENT)
