"""Verbs that only carry an event noun: "شن هجوما", "وقع انفجار", and event nouns that are subjects."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.events.arabic_clauses import Clauses, Verb
from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_particles import prepositional
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger

_ADJECTIVES = 2  # words between an event noun and the verb whose subject it is


def supported(
    sentence: Sentence, triggers: Sequence[Trigger], clauses: Clauses, verb: Verb
) -> int | None:
    """Number of the event noun that a light verb carries: its object, or its antecedent."""
    for number, trigger in enumerate(triggers):
        if trigger.start > verb.index and clauses.same(trigger.start, verb.index):
            fits = not trigger.is_verb and _is_object(sentence, trigger, verb)
            return number if fits else None
    if verb.relative is not None:
        nouns = [n for n, t in enumerate(triggers) if t.end <= verb.relative <= t.end + 3]
        return nouns[-1] if nouns and not triggers[nouns[-1]].is_verb else None
    return None


def _is_object(sentence: Sentence, trigger: Trigger, verb: Verb) -> bool:
    """Whether an event noun stands in the case or after the preposition that the verb asks for."""
    wanted = grammar().verbs[verb.kind].complements.get(verb.finite.key, "")
    if trigger.split.preposition:
        return trigger.split.preposition == wanted
    head = trigger.start - 1
    while head > verb.index and is_transparent(sentence, head):
        if any(s.preposition and s.preposition == wanted for s in sentence.words[head].splits):
            return True
        head -= 1
    preposition = prepositional(sentence, head) if head > verb.index else None
    between = range(verb.index + 1, trigger.start)
    definite = trigger.split.article
    if not wanted and definite and any(prepositional(sentence, i) for i in between):
        return False
    if preposition is None:
        return wanted == "" or len(wanted) == 1
    return sentence.at(head) == wanted


def is_transparent(sentence: Sentence, index: int) -> bool:
    """Whether a word adds nothing to the event noun after it: "عملية", "حادث"."""
    stems = grammar().words["light.transparent"]
    return any(split.stem in stems for split in sentence.words[index].splits)


def event_before(sentence: Sentence, triggers: Sequence[Trigger], verb: Verb) -> int | None:
    """Number of the event noun right before a verb without ``و``, which is its subject."""
    if verb.finite.split.conjunction or verb.relative is not None:
        return None
    for number, trigger in enumerate(triggers):
        between = range(trigger.end, verb.index)
        near = 0 <= verb.index - trigger.end <= _ADJECTIVES
        if near and not trigger.is_verb and all(_describes(sentence, i) for i in between):
            return number
    return None


def _describes(sentence: Sentence, index: int) -> bool:
    """Whether a word may be an adjective of the noun before it."""
    word = sentence.words[index]
    return word.is_word and sentence.names[index] is None and prepositional(sentence, index) is None


def causes(clauses: Clauses, one: Trigger, other: Trigger) -> bool:
    """Whether a verb of causing stands between two events: "ضرب زلزال … وأدى إلى مقتل …"."""
    verbs = (
        clauses.verbs[index] for index in range(one.end, other.start) if index in clauses.verbs
    )
    return any(verb.finite.key in grammar().words["light.causing"] for verb in verbs)
