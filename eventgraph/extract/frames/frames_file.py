"""Reading ``frames.toml``: which words of a language are which concepts, and in which pattern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal, cast

from eventgraph.errors import DataError
from eventgraph.extract.frames.frame import Entry, Frame, Oblique, Slot
from eventgraph.languages import language
from eventgraph.model import Voice
from eventgraph.ontology import ROLES, Ontology, load

_TABLES: Final = ("grammar", "carriers", "frames", "obliques", "places")
_WORDS: Final = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
_FRAME: Final = (*_WORDS, "concept", "needs", "lacks", "roles", "counts", "voice")
_OBLIQUE: Final = ("below", "words", "role", "types", "concepts", "heads", "sorts")
PLACES: Final = (
    "where",  # prepositions of where something happens
    "inside",  # those of them with which a common noun is a place, too: "at a market"
    "goals",  # prepositions of where a movement goes
    "origins",  # prepositions of where a movement comes from
    "causes",  # prepositions of a cause or means: "died in the blast", "killed by"
    "undergone",  # prepositions of who undergoes what a noun tells, whoever owns it: "the army's killing of two"
    "about",  # prepositions that say nothing of where under a verb or noun of speech: "spoke on Libya"
)
CARRIERS: Final = (
    "light",  # the subject does what the object names: "carried out strikes"
    "undergoing",  # the subject undergoes it: "suffered an attack"
    "joining",  # the subject takes part: "attended the summit"
    "aspectual",  # a phase of what the subject names: "the trial began"
    "arranging",  # passive, of what its subject names: "the vote is scheduled for Monday"
    "impact",  # what the subject names happens to the object: "a quake struck the town"
    "causing",  # the subject is the cause of the object or of who undergoes: "the blast left six dead"
    "raising",  # the object is a number that grows: "brought the toll to 80"
    "growing",  # the subject is a number: "the toll rose to 80"
)


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of one language, ready for look-up.

    Attributes:
        entries: By part of speech and head, those of more words first, then in the order of the file.
        obliques: In the order of the file.
        carriers: Verbs that lend their grammar to a noun, by kind (`CARRIERS`).
        places: Prepositions of places, by kind (`PLACES`).
        compound_head: Which word of a noun entry of several words is the head.
        predicates: What heads a clause without being a verb: adjectives, nouns, and nouns with the words
            that have to stand before them ("aid convoy").
        clitics: Prepositions that are written onto the next word, with what they become before an article.
    """

    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    obliques: tuple[Oblique, ...]
    carriers: Mapping[str, frozenset[str]]
    places: Mapping[str, frozenset[str]]
    compound_head: Literal["first", "last"]
    predicates: frozenset[str]
    clitics: Mapping[str, str]

    def find(self, pos: str, head: str) -> tuple[Entry, ...]:
        """The entries of a head word."""
        return self.entries.get((pos, head), ())

    def after(self, preposition: str, words: str) -> str:
        """Words behind a preposition, as they are written: "in Riga", «للجيش»."""
        merged = self.clitics.get(preposition)
        if merged is None:
            elided = preposition.endswith(("'", "’"))  # "d'", "l'"
            return preposition + words if elided else f"{preposition} {words}".strip()
        article, _, together = merged.partition("=")
        if together and words.startswith(article):
            return together + words[len(article) :]
        return preposition + words

    def carries(self, kind: str, verb: str) -> bool:
        """Whether a verb lends its grammar to a noun in that way."""
        return verb in self.carriers.get(kind, ())

    def places_by(self, kind: str, preposition: str) -> bool:
        """Whether a preposition tells where in that way."""
        return preposition in self.places.get(kind, ())


def load_frames(code: str, ontology: Ontology) -> Frames:
    """The frames of a language; none for a language without ``frames.toml``.

    Args:
        code: ISO 639-1 code.
        ontology: Whose concepts the frames name; its own words for the language are frames, too.

    Raises:
        DataError: A key, concept, function or role is unknown, or a value is of the wrong kind.
    """
    return _frames(
        language(code).section("frames"), f"languages/{code}/frames.toml", code, ontology
    )


def _frames(tables: Mapping[str, Any], where: str, code: str, ontology: Ontology) -> Frames:
    _known(tables, _TABLES, where)
    grammar = tables.get("grammar", {})
    _known(grammar, ("compound_head", "clitics"), f"{where}: grammar")
    head = grammar.get("compound_head", "last")
    if head not in ("first", "last"):
        raise DataError(f"{where}: grammar.compound_head is {head!r}, expected 'first' or 'last'")
    carriers = tables.get("carriers", {})
    _known(carriers, CARRIERS, f"{where}: carriers")
    places = tables.get("places", {})
    _known(places, PLACES, f"{where}: places")
    entries = [
        entry
        for row, table in enumerate(tables.get("frames", []), start=1)
        for entry in _entries(table, row, f"{where}: frame {row}", head, ontology)
    ]
    indexed = _indexed((*entries, *_of_ontology(code, head, ontology)))
    return Frames(
        indexed,
        tuple(_oblique(row, f"{where}: obliques") for row in tables.get("obliques", [])),
        MappingProxyType(
            {key: frozenset(_strings(words, where)) for key, words in carriers.items()}
        ),
        MappingProxyType({key: frozenset(_strings(words, where)) for key, words in places.items()}),
        cast("Literal['first', 'last']", head),
        frozenset(_predicate(e) for found in indexed.values() for e in found if e.pos != "verb"),
        MappingProxyType(dict(grammar.get("clitics", {}))),
    )


def _indexed(entries: Iterable[Entry]) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.pos, entry.head), []).append(entry)
    ranked = {
        key: tuple(sorted(rows, key=lambda entry: (-len(entry.others), entry.frame.row)))
        for key, rows in found.items()
    }
    return MappingProxyType(ranked)


def _entries(
    table: Mapping[str, Any], row: int, where: str, head: str, ontology: Ontology
) -> list[Entry]:
    _known(table, _FRAME, where)
    concept = _concept(table.get("concept"), where, ontology)
    if concept is None:
        return []
    roles = table.get("roles", {})
    if wrong := [role for role in roles.values() if role not in ("", *ROLES)]:
        raise DataError(f"{where}: {wrong[0]!r} is no role, expected one of {', '.join(ROLES)}")
    frame = Frame(
        concept,
        _slots(table.get("needs", {}), where),
        _slots(table.get("lacks", {}), where),
        MappingProxyType(dict(roles)),
        table.get("counts"),
        cast("Voice | None", table.get("voice")),
        row,
    )
    return [
        _entry(pos, text.split(), head, frame)
        for key, pos in _WORDS.items()
        for text in _strings(table.get(key, []), f"{where}: {key}")
    ]


def _concept(name: object, where: str, ontology: Ontology) -> str | None:
    """The concept of a frame; a user's ontology may know fewer: then the general one of the type, or none.

    Raises:
        DataError: The packaged ontology has no such concept.
    """
    if name == "" or (isinstance(name, str) and ontology.concept(name) is not None):
        return name
    if not isinstance(name, str) or load().concept(name) is None:
        raise DataError(f"{where}: {name!r} is no concept of the ontology")
    type_ = name.partition(".")[0]
    return f"{type_}.{type_}" if type_ in ontology.types else None


def _entry(pos: str, words: list[str], head: str, frame: Frame) -> Entry:
    """An entry; the head of a noun with a word after it that is no noun ("act of terror") is the first."""
    if pos == "noun" and head == "last" and not any(len(word) <= 2 for word in words[1:]):
        return Entry(pos, words[-1], tuple(words[:-1]), frame, head_last=True)
    return Entry(pos, words[0], tuple(words[1:]), frame)


def _predicate(entry: Entry) -> str:
    """A noun that heads a clause only after other words with them, any other alone."""
    return " ".join((*entry.others, entry.head)) if entry.head_last else entry.head


def _of_ontology(code: str, head: str, ontology: Ontology) -> list[Entry]:
    """The words that an ontology file gives beside the frames: each the general concept of its type."""
    found = []
    for number, word in enumerate(ontology.words.get(code, ())):
        pos = word.pos.removesuffix("_phrase")
        needs, plain = [], []
        for part in word.words:
            if part.startswith("<"):
                fillers = {"<entity>": "name"}.get(part, part.strip("<>"))
                functions = ("subject",) if part == "<subject>" else ("object",)
                needs.append(Slot(functions, frozenset({fillers} - {"subject"})))
            else:
                plain.append(part)
        frame = Frame(
            f"{word.type}.{word.type}", tuple(needs), counts=word.quantity, row=100_000 + number
        )
        found.append(_entry(pos, plain, head, frame))
    return found


def _slots(table: Mapping[str, Any], where: str) -> tuple[Slot, ...]:
    return tuple(
        Slot(tuple(key.split("|")), frozenset(_strings(fillers, f"{where}: {key}")))
        for key, fillers in table.items()
    )


def _oblique(table: Mapping[str, Any], where: str) -> Oblique:
    _known(table, _OBLIQUE, where)
    if table.get("below") not in ("verb", "noun") or table.get("role", "") not in ("", *ROLES):
        raise DataError(f"{where}: {dict(table)!r}: below is verb or noun, role one of {ROLES}")
    lists = {
        key: frozenset(_strings(table.get(key, []), f"{where}: {key}"))
        for key in ("words", "types", "concepts", "heads", "sorts")
    }
    return Oblique(below=table["below"], role=table.get("role", ""), **lists)


def _known(table: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
    if not isinstance(table, dict | MappingProxyType):
        raise DataError(f"{where} is {table!r}, expected a table")
    if unknown := [key for key in table if key not in keys]:
        raise DataError(f"{where}: {unknown[0]!r} is unknown, expected one of {', '.join(keys)}")


def _strings(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise DataError(f"{where} is {value!r}, expected a list of strings")
    return tuple(value)
