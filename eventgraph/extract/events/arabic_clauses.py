"""Clauses of an Arabic sentence, by what opens them: signs, أن, الذي, conjunction and verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventgraph.extract.events.arabic_lexicon import Finite, grammar
from eventgraph.extract.events.arabic_particles import finite_at
from eventgraph.extract.events.arabic_phrases import stops
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb of a sentence, trigger or not.

    Attributes:
        index: Of its word.
        kind: ``trigger`` or a class of the grammar (reporting, doing, other …).
        finite: Its reading.
        relative: Index of the relative pronoun that opens its clause; none outside relative clauses.
    """

    index: int
    kind: str
    finite: Finite
    relative: int | None = None


@dataclass(frozen=True, slots=True)
class Clauses:
    """Which clause every word is in, and the finite verbs.

    Attributes:
        of: Per word the number of its clause.
        verbs: By index of the word.
    """

    of: tuple[int, ...]
    verbs: Mapping[int, Verb]

    def same(self, one: int, other: int) -> bool:
        """Whether two words are in one clause."""
        return self.of[one] == self.of[other]

    def start(self, index: int) -> int:
        """The first word of the clause that a word is in."""
        return self.of.index(self.of[index])


def find_clauses(sentence: Sentence, triggers: Sequence[Trigger]) -> Clauses:
    """Number the clauses of a sentence and list its finite verbs."""
    finite = {trigger.start: trigger.verb for trigger in triggers}
    inside = {part for trigger in triggers for part in trigger.parts}
    numbers: list[int] = []
    verbs: dict[int, Verb] = {}
    number, relative = 0, None
    for index, word in enumerate(sentence.words):
        verb = _verb(sentence, index, finite, inside)
        if stops(sentence, index):
            number += 1
            relative = index if _is_relative(sentence, index) else None
        elif verb is not None and verb.finite.split.conjunction and index:
            number, relative = number + 1, None
        numbers.append(number)
        if verb is not None:
            verbs[index] = Verb(index, verb.kind, verb.finite, relative)
            relative = None if not word.is_word else relative
    return Clauses(tuple(numbers), verbs)


def _verb(
    sentence: Sentence, index: int, triggers: Mapping[int, Finite | None], inside: set[int]
) -> Verb | None:
    if (found := triggers.get(index)) is not None:
        return Verb(index, "trigger", found)
    if index in inside:
        return None
    other = finite_at(sentence, index)
    return None if other is None else Verb(index, *other)


def _is_relative(sentence: Sentence, index: int) -> bool:
    return sentence.at(index) in grammar().words["syntax.relatives"]
