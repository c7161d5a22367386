"""The Arabic words of an ontology and of the language's grammar, by inflected form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventgraph.languages import language
from eventgraph.languages.ar.morphology import VerbForm, noun_forms, verb_forms
from eventgraph.languages.ar.tokens import Split, Word
from eventgraph.names import fold
from eventgraph.ontology import EventWord as Entry
from eventgraph.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Finite:
    """A word read as a finite verb.

    Attributes:
        key: The listed past form, folded.
        form: Which form it is.
        split: The clitics that were taken off.
    """

    key: str
    form: VerbForm
    split: Split


class VerbTable:
    """Listed verbs, looked up by any word that may be a form of one.

    Attributes:
        complements: Per verb the preposition that its object takes; empty for a bare object.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._forms: dict[str, list[tuple[str, VerbForm]]] = {}
        self.complements: dict[str, str] = {}
        for verb in entries:
            entry, _, preposition = verb.partition(" ")
            self.complements[fold(entry.split("/")[0])] = fold(preposition)
            for form in verb_forms(entry):
                self._forms.setdefault(form.text, []).append((fold(entry.split("/")[0]), form))

    def readings(self, word: Word) -> Iterator[Finite]:
        """Every way in which a word is a form of a listed verb.

        >>> [r.key for r in VerbTable(["قتل"]).readings(_word("وسيقتلونهم"))]
        ['قتل']
        """
        for split in word.splits:
            if split.article or split.preposition not in ("", "ل"):
                continue
            for key, form in self._forms.get(split.stem, ()):
                if _may_cling(split, form):
                    yield Finite(key, form, split)

    def read(self, word: Word) -> Finite | None:
        """The first reading, if any."""
        return next(self.readings(word), None)


def _may_cling(split: Split, form: VerbForm) -> bool:
    """Whether a future, purpose or object clitic may stand at that form."""
    if form.bound and not split.pronoun:
        return False
    if form.aspect == "past":
        return not (split.future or split.preposition)
    return not (split.future and split.preposition)


def _word(text: str) -> Word:
    from eventgraph.languages.ar.tokens import word

    return word(text, 0)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists of ``events.toml``, ready for look-up.

    Attributes:
        verbs: A table per class of verbs (reporting, light, intention …).
        words: Folded word lists by section and key (``status.negation``).
        phrases: Function of each preposition, by its folded words.
        frames: Grammatical function to role, per event type; includes the defaults.
        data: The file itself.
    """

    verbs: Mapping[str, VerbTable]
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, ...], str]
    frames: Mapping[str, Mapping[str, Any]]
    data: Mapping[str, Any]

    def frame(self, type_: str) -> Mapping[str, Any]:
        """The frame of an event type; the defaults for a type that the file does not name."""
        return self.frames.get(type_) or self.frames["default"]

    def is_class(self, key: str, name: str) -> bool:
        """Whether a verb, by its folded past, is listed in a class, whatever else it is."""
        return key in self.verbs[name].complements


_VERB_CLASSES = {
    "denial": ("status", "denial"),
    "intention": ("status", "intention"),
    "doing": ("light", "doing"),
    "happening": ("light", "happening"),
    "receiving": ("light", "receiving"),
    "demand": ("status", "demand"),
    "asserting": ("status", "asserting"),
    "reporting": ("attribution", "reporting"),
    "other": ("borders", "verbs"),
}


@cache
def grammar() -> Grammar:
    """The packaged grammar.

    >>> grammar().phrases["من", "قبل"]
    'by'
    """
    data = language("ar").section("events")
    verbs = {name: VerbTable(data[a][b]) for name, (a, b) in _VERB_CLASSES.items()}
    words = {
        f"{section}.{key}": frozenset(fold(item) for item in items)
        for section, table in data.items()
        for key, items in table.items()
        if isinstance(items, list)
    }
    phrases = {
        tuple(fold(phrase).split()): name
        for name, items in data["syntax"]["prepositions"].items()
        for phrase in items
    }
    default = data["frames"]["default"]
    frames = {name: {**default, **frame} for name, frame in data["frames"].items()}
    return Grammar(verbs, words, phrases, frames, data)


def folded(frame: Mapping[str, Any], key: str) -> frozenset[str]:
    """A word list of a frame, folded; empty when it has none."""
    value = frame.get(key)
    return frozenset(fold(item) for item in value) if isinstance(value, list) else frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Trigger words of an ontology.

    Attributes:
        verbs: Single verbs by form.
        verb_entries: Entries by the key of their verb; phrases are those of more than one word.
        nouns: Entries by the form of their (first) noun, longest first.
    """

    verbs: VerbTable
    verb_entries: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]


@cache
def stem_forms(word: str) -> frozenset[str]:
    """Folded forms of a word of a phrase: a noun's, or the word itself when that is a particle."""
    return frozenset(noun_forms(word)) | {fold(word), fold(word).removeprefix("ال")}


def lexicon(ontology: Ontology) -> Lexicon:
    """The Arabic triggers of an ontology, compiled once per ontology."""
    return _compiled(ontology.digest, ontology.words.get("ar", ()))


@cache
def _compiled(_digest: str, entries: tuple[Entry, ...]) -> Lexicon:
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.pos.startswith("verb"):
            verbs.setdefault(fold(entry.words[0].split("/")[0]), []).append(entry)
        else:
            for form in sorted(stem_forms(entry.words[0])):
                nouns.setdefault(form, []).append(entry)
    table = VerbTable(dict.fromkeys(e.words[0] for e in entries if e.pos.startswith("verb")))
    return Lexicon(table, _longest_first(verbs), _longest_first(nouns))


def _longest_first(found: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {key: tuple(sorted(some, key=lambda e: -len(e.words))) for key, some in found.items()}
