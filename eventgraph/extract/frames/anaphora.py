"""Whom "he" and "she" stand for, where a text leaves one person to choose from.

The candidates are the persons of the same sentence before the pronoun, else those of the sentence
before; common nouns for persons count, so that a name never wins against a nearer unnamed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from eventgraph.model import Clause, Mention, Phrase, Span

_SINGULAR: Final = ("masculine", "feminine")


def resolve(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Mapping[int, int]:
    """Mention by where a pronoun begins; pronouns that may stand for several stay open."""
    found: dict[int, int] = {}
    before: dict[object, int | None] = {}
    for part, sentence in _sentences(clauses):
        named: dict[object, int | None] = {}
        for phrase in sentence:
            if phrase.pronoun and phrase.gender in _SINGULAR:
                candidates = {**named} or before
                held = set(candidates.values())
                if len(candidates) == 1 and None not in held:
                    found[phrase.head.start] = next(n for n in held if n is not None)
            elif key := _person(phrase, mentions):
                named.setdefault(key, phrase.mention)
        for phrase in sentence:
            if (number := found.get(phrase.head.start)) is not None:
                named.setdefault(mentions[number].chain, number)
        before = named or (before if part is not None else {})
    return found


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
