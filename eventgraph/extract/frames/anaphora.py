"""Whom "he" and "she" stand for, where a text leaves one person to choose from.

The candidates are the persons of the same sentence before the pronoun, else those of the sentence
before; common nouns for persons count, so that a name never wins against a nearer unnamed one. Where
nouns have a gender, things count as well, and who is of another gender does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from eventgraph.model import Clause, Gender, Mention, Phrase, Span

_SINGULAR: Final = ("masculine", "feminine")


def resolve(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Mapping[int, int]:
    """Mention by where a pronoun begins; pronouns that may stand for several stay open."""
    found: dict[int, int] = {}
    before: dict[object, _Candidate] = {}
    for part, sentence in _sentences(clauses):
        named: dict[object, _Candidate] = {}
        for phrase in sentence:
            if phrase.pronoun and phrase.gender in _SINGULAR:
                held = _agreeing(named, phrase.gender) or _agreeing(before, phrase.gender)
                if len(held) == 1 and held[0] is not None:
                    found[phrase.head.start] = held[0]
            elif key := _person(phrase, mentions):
                named.setdefault(key, _Candidate(phrase.mention, phrase.gender))
            elif _is_thing(phrase):
                named.setdefault(("thing", phrase.head), _Candidate(None, phrase.gender))
        for phrase in sentence:
            if (number := found.get(phrase.head.start)) is not None:
                named.setdefault(mentions[number].chain + 1, _Candidate(number, phrase.gender))
        before = named or (before if part is not None else {})
    return found


class _Candidate(NamedTuple):
    """What a pronoun may stand for: a mention, or somebody or something without a name."""

    mention: int | None
    gender: Gender


def _agreeing(named: Mapping[object, _Candidate], gender: Gender) -> list[int | None]:
    """Those whose gender does not speak against it."""
    return [c.mention for c in named.values() if c.gender in (gender, "unknown", "neuter")]


def _is_thing(phrase: Phrase) -> bool:
    """Whether a noun is no person but has a gender: "la secousse … elle a été ressentie"."""
    return not phrase.pronoun and phrase.gender in _SINGULAR and phrase.number == "singular"


def _person(phrase: Phrase, mentions: Sequence[Mention]) -> object | None:
    """What tells one person from another: the chain of a name, the place of a common noun."""
    if phrase.pronoun or phrase.number == "plural":
        return None
    if phrase.mention is not None:
        mention = mentions[phrase.mention]
        return (mention.chain,)[0] + 1 if mention.type == "person" else None
    return ("noun", phrase.head) if phrase.sort in ("person", "people") else None


def _sentences(clauses: Sequence[Clause]) -> Iterator[tuple[int, list[Phrase]]]:
    """The phrases of each sentence in text order, each once."""
    current: Span | None = None
    phrases: dict[Span, Phrase] = {}
    part = 0
    for clause in clauses:
        if clause.sentence != current:
            if current is not None:
                yield part, [phrases[span] for span in sorted(phrases)]
            current, phrases, part = clause.sentence, {}, clause.part
        for constituent in clause.constituents:
            phrases.setdefault(constituent.phrase.span, constituent.phrase)
        if clause.phrase is not None:
            phrases.setdefault(clause.phrase.span, clause.phrase)
    if current is not None:
        yield part, [phrases[span] for span in sorted(phrases)]
