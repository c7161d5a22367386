"""Reading ``status.toml``: the constructions of a language and what each does to the event in it.

One table: a construction is a word at the clause itself (auxiliary, adverb, modifier, marker), or a
governing word and how the clause hangs on it. Its effect is a status, or ``none`` (it says nothing),
or ``silent`` (there is no event to tell: a comparison, a memory).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast, get_args

from eventgraph.errors import DataError
from eventgraph.languages import language
from eventgraph.model import Clause, Form, Function, Link

Effect = Literal["negated", "conditional", "planned", "alleged", "asserted", "none", "silent"]
_LISTS: Final = {
    "governors": None,
    "nominals": None,
    "auxiliaries": None,
    "adverbs": None,
    "modifiers": None,
    "markers": None,
    "forms": get_args(Form),
    "links": get_args(Link),
    "functions": get_args(Function),
    "determiners": ("none", "definite", "indefinite", "possessive", "demonstrative", "negative"),
    "types": None,
    "concepts": None,
}
_KEYS: Final = (*_LISTS, "effect", "negated", "speaker", "voice", "stop")


@dataclass(frozen=True, slots=True)
class Construction:
    """One row of the table; what is empty holds for all.

    Attributes:
        governors: Dictionary forms of the word that governs the clause; none of these and of the next
            for a row about words of the clause itself.
        nominals: Likewise, of nouns and adjectives only.
        auxiliaries: Lemmas of its auxiliaries, one of which stands at the clause.
        adverbs: Lemmas of its adverbs.
        modifiers: Lemmas of what modifies the noun of a nominal clause.
        markers: Words that link it to its governor.
        forms: Forms of the clause.
        links: How it hangs on its governor.
        functions: Functions that a nominal clause fills in its governor, as in the active.
        determiners: Determiners of a nominal clause.
        types: Event types that it holds for.
        concepts: Concepts that it holds for.
        effect: What the construction does.
        negated: What it does where the governor is negated; none for the same as ``effect``.
        speaker: Function of the governor that says it: "subject", "agent", "object", "indirect".
        voice: Of the governor; empty for both.
        stop: Whether nothing further up touches the clause.
    """

    governors: frozenset[str]
    nominals: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    modifiers: frozenset[str]
    markers: frozenset[str]
    forms: frozenset[str]
    links: frozenset[str]
    functions: frozenset[str]
    determiners: frozenset[str]
    types: frozenset[str]
    concepts: frozenset[str]
    effect: Effect
    negated: Effect | None = None
    speaker: str = ""
    voice: str = ""
    stop: bool = False

    def at(self, clause: Clause, concept: str) -> bool:
        """Whether words of the clause itself are this construction."""
        lemmas = (
            (self.auxiliaries, clause.auxiliaries),
            (self.adverbs, clause.adverbs),
            (self.modifiers, clause.phrase.modifiers if clause.phrase else ()),
        )
        asked = [wanted.intersection(found) for wanted, found in lemmas if wanted]
        return bool(asked or self.markers or self.links or self.determiners or self.concepts) and (
            all(asked) and self._hangs(clause, concept)
        )

    def over(self, clause: Clause, governor: Clause, concept: str) -> bool:
        """Whether a governor and the clause below it are this construction."""
        return (
            self._governs(governor)
            and (not self.voice or governor.voice == self.voice)
            and self._hangs(clause, concept, governor.voice)
        )

    def _governs(self, governor: Clause) -> bool:
        names = {governor.lemma, governor.lemma.split()[0]}
        nominal = governor.form == "nominal" or not governor.group
        return bool(names & self.governors or (nominal and names & self.nominals))

    def _hangs(self, clause: Clause, concept: str, voice: str = "active") -> bool:
        determiner = clause.phrase.determiner if clause.phrase else "none"
        return (
            (not self.types or concept.partition(".")[0] in self.types)
            and (not self.concepts or concept in self.concepts)
            and (not self.forms or clause.form in self.forms)
            and (not self.links or clause.link in self.links)
            and (not self.functions or _turned(clause.as_function, voice) in self.functions)
            and (not self.markers or clause.marker in self.markers)
            and (not self.determiners or determiner in self.determiners)
        )


def _turned(function: str | None, voice: str) -> str | None:
    """The function in the active: the subject of a passive is an object, its agent a subject."""
    if voice == "passive" and function in ("subject", "agent"):
        return "object" if function == "subject" else "subject"
    return function


@dataclass(frozen=True, slots=True)
class Constructions:
    """The table of one language: first row that fits wins, of the clause's own rows each that fits.

    Attributes:
        own: Rows about words of the clause itself.
        governing: Rows by governor.
    """

    own: tuple[Construction, ...]
    governing: Mapping[str, tuple[Construction, ...]]

    @property
    def predicates(self) -> frozenset[str]:
        """The nouns and adjectives that head a clause: in a table that does not tell them, all that govern."""
        rows = [row for found in self.governing.values() for row in found]
        told = frozenset(word for row in rows for word in row.nominals)
        return told or frozenset(self.governing)


def load_constructions(code: str) -> Constructions | None:
    """The table of a language, none where it has no ``status.toml``: such a language asserts nothing.

    Raises:
        DataError: A key or a value is unknown.
    """
    tables = language(code).section("status")
    if not tables:
        return None
    where = f"languages/{code}/status.toml"
    if unknown := [key for key in tables if key != "constructions"]:
        raise DataError(f"{where}: {unknown[0]!r} is unknown, expected 'constructions'")
    rows = [
        _construction(row, f"{where}: construction {number}")
        for number, row in enumerate(tables.get("constructions", []), start=1)
    ]
    governing: dict[str, list[Construction]] = {}
    for row in rows:
        for word in row.governors | row.nominals:
            governing.setdefault(word, []).append(row)
    own = tuple(row for row in rows if not row.governors | row.nominals)
    return Constructions(own, {word: tuple(found) for word, found in governing.items()})


def _construction(row: Mapping[str, Any], where: str) -> Construction:
    if unknown := [key for key in row if key not in _KEYS]:
        raise DataError(f"{where}: {unknown[0]!r} is unknown, expected one of {', '.join(_KEYS)}")
    lists = {
        key: _list(row.get(key, []), known, f"{where}: {key}") for key, known in _LISTS.items()
    }
    return Construction(
        **lists,
        effect=_effect(row.get("effect"), where),
        negated=_effect(row["negated"], where) if "negated" in row else None,
        speaker=row.get("speaker", ""),
        voice=row.get("voice", ""),
        stop=row.get("stop") is True,
    )


def _list(value: object, known: tuple[str, ...] | None, where: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"{where} is {value!r}, expected a list of strings")
    if known and (wrong := [item for item in value if item not in known]):
        raise DataError(f"{where}: {wrong[0]!r} is unknown, expected one of {', '.join(known)}")
    return frozenset(value)


def _effect(value: object, where: str) -> Effect:
    if value not in get_args(Effect):
        raise DataError(f"{where}: effect {value!r}, expected one of {', '.join(get_args(Effect))}")
    return cast("Effect", value)
