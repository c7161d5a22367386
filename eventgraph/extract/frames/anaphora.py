"""Whom "he" and "she" stand for, where a text leaves one person to choose from.

The candidates are the persons of the same sentence before the pronoun, else those of the sentence
before; common nouns for persons count, so that a name never wins against a nearer unnamed one. Where
nouns have a gender, things count as well, and who is of another gender does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from eventgraph.model import Clause, Constituent, Gender, Mention, Phrase, Span

_BELOW: Final = (
    "speech",
    "complement",
    "time",
    "cause",
    "concession",
    "purpose",
    "manner",
    "argument",
)
_SINGULAR: Final = ("masculine", "feminine")


def resolve(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Mapping[int, int]:
    """Mention by where a pronoun begins; pronouns that may stand for several stay open."""
    found: dict[int, int] = {}
    before: dict[object, _Candidate] = {}
    for sentence in _sentences(clauses):
        named: dict[object, _Candidate] = {}
        for phrase in sentence:
            if phrase.pronoun and phrase.gender in _SINGULAR:
                held = _agreeing(named, phrase.gender) or _agreeing(before, phrase.gender)
                if len(held) == 1 and held[0] is not None:
                    found[phrase.head.start] = held[0]
                else:  # whoever it is may be meant again
                    named[phrase.gender] = _Candidate(None, phrase.gender)
            elif key := _person(phrase, mentions):
                named.setdefault(key, _Candidate(phrase.mention, phrase.gender))
            elif _is_thing(phrase):
                named.setdefault(("thing", phrase.head), _Candidate(None, phrase.gender))
        for phrase in sentence:
            if (number := found.get(phrase.head.start)) is not None:
                named.setdefault(mentions[number].chain + 1, _Candidate(number, phrase.gender))
        before = named or before
    for index in range(len(clauses)):
        _by_governor(index, clauses, mentions, found)
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


def _by_governor(
    index: int, clauses: Sequence[Clause], mentions: Sequence[Mention], found: dict[int, int]
) -> None:
    """A pronoun in what somebody says, thinks or does is they: "Ann Lee said she …", "the bank sold its …".

    Only where nobody else in the governing clause, or before the pronoun in its own, could be meant.
    """
    clause = clauses[index]
    if clause.governor is None or clause.link not in _BELOW or clause.quoted:
        return  # "He did it," Ann Lee said: not Ann Lee
    governor = clauses[clause.governor]
    for part in clause.constituents:
        pronoun = part.phrase
        start = pronoun.head.start
        if not pronoun.pronoun or pronoun.mention is not None or part.shared or start in found:
            continue
        around = [
            p for p in governor.constituents if not p.phrase.pronoun or p.function == "subject"
        ]
        around += [p for p in clause.constituents if p.phrase.span < pronoun.span]
        fitting = [p for p in around if _agrees(p.phrase, pronoun, found, mentions)]
        numbers = {_named(p.phrase, found) for p in fitting}
        if len(numbers) == 1 and None not in numbers and _leads(fitting[0], pronoun, governor):
            found[start] = next(n for n in numbers if n is not None)


def _leads(part: Constituent, pronoun: Phrase, governor: Clause) -> bool:
    """Whether a constituent is the subject of the governing clause and stands before a pronoun."""
    return part in governor.of("subject") and part.phrase.span < pronoun.span


def _named(phrase: Phrase, found: Mapping[int, int]) -> int | None:
    """The mention that a phrase is or stands for."""
    return found.get(phrase.head.start) if phrase.mention is None else phrase.mention


def _agrees(
    phrase: Phrase, pronoun: Phrase, found: Mapping[int, int], mentions: Sequence[Mention]
) -> bool:
    """Whether a phrase can be what a pronoun stands for, by kind and number."""
    number = _named(phrase, found)
    sort = phrase.sort if number is None else mentions[number].type
    if pronoun.gender in _SINGULAR:
        same = phrase.gender in (pronoun.gender, "unknown")
        person = sort in ("person", "people") and phrase.number != "plural"
        return same and (person or _is_thing(phrase))
    if pronoun.gender == "neuter":
        return (
            sort not in ("person", "people", "time", "money", "number")
            and phrase.number != "plural"
        )
    if pronoun.number == "plural":
        return phrase.number == "plural" or sort in ("organization", "body", "people")
    return False


def _person(phrase: Phrase, mentions: Sequence[Mention]) -> object | None:
    """What tells one person from another: the chain of a name, the place of a common noun."""
    if phrase.pronoun or phrase.number == "plural":
        return None
    if phrase.mention is not None:
        mention = mentions[phrase.mention]
        return (mention.chain,)[0] + 1 if mention.type == "person" else None
    unknown = phrase.sort == "unknown" and phrase.text[:1].isupper()  # a name that nobody knows
    return ("noun", phrase.head) if phrase.sort in ("person", "people") or unknown else None


def _sentences(clauses: Sequence[Clause]) -> Iterator[list[Phrase]]:
    """The phrases of each sentence in text order, each once."""
    current: Span | None = None
    phrases: dict[Span, Phrase] = {}
    for clause in clauses:
        if clause.sentence != current:
            if current is not None:
                yield [phrases[span] for span in sorted(phrases)]
            current, phrases = clause.sentence, {}
        for constituent in clause.constituents:
            phrases.setdefault(constituent.phrase.span, constituent.phrase)
        if clause.phrase is not None:
            phrases.setdefault(clause.phrase.span, clause.phrase)
    if current is not None:
        yield [phrases[span] for span in sorted(phrases)]
