"""Whether an Arabic event is negated, planned or conditional, by the words that govern its trigger."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.events.arabic_clauses import Clauses, Verb
from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.model import Status

_NEAR = 4  # words between a noun ("threat of") and the event that it governs
_FAR = 14  # words between a verb ("vowed to") and the event that it governs
_VERB_NEGATION = ("لم", "لن", "لا")
_ONLY = ("فحسب", "فقط")  # "not only"
_IF = ("اذا", "لو")
_THAT = ("ان", "بان")

# What a word list before the trigger, and one after it, makes of the event.
_NOUNS: tuple[tuple[str, Status], ...] = (
    ("status.possibility", "conditional"),
    ("status.demand_nouns", "conditional"),
    ("status.intention_nouns", "planned"),
    ("status.scheduled", "planned"),
)
_ADJECTIVES: tuple[tuple[str, Status], ...] = (
    ("status.scheduled", "planned"),
    ("status.possible", "conditional"),
)
_CARRIERS = ("doing", "happening", "receiving", "intention")
_VERBS: tuple[tuple[str, Status], ...] = (("intention", "planned"), ("demand", "conditional"))


def modality_of(sentence: Sentence, trigger: Trigger, clauses: Clauses) -> Status:
    """asserted, negated, planned or conditional; who says so is no matter here."""
    before = _before(sentence, trigger, clauses)
    if _negated(sentence, trigger, before):
        return "negated"
    if trigger.split.future or sentence.at(trigger.start - 1) in grammar().words["status.future"]:
        return "planned"
    if is_presupposed(sentence, trigger):
        return "asserted"
    if _supposed(sentence, trigger):
        return "conditional"
    governed = _described(sentence, trigger) or _governed(sentence, trigger, before, clauses)
    return governed or _mood(sentence, trigger)


def _supposed(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an "if" opens what the trigger is in: "لو أن …", "ما إذا كان …"."""
    for index in range(trigger.start - 1, max(trigger.start - _FAR, 0) - 1, -1):
        if sentence.words[index].text in "»;؛:.":
            return False
        if _bare(sentence, index) in _IF:
            return True
    return False


def is_presupposed(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an event noun is taken as given: definite, or after "since", "victims of"."""
    if trigger.is_verb or _leads(sentence, trigger, "status.avoiding"):
        return False
    definite = (
        trigger.split.article
        or trigger.split.pronoun
        or sentence.at(trigger.start).startswith("ال")
    )
    return bool(definite) or _leads(sentence, trigger, "status.presupposing")


def _leads(sentence: Sentence, trigger: Trigger, words: str) -> bool:
    """Whether one of the two words before a trigger is in a list."""
    return any(
        _has_stem(sentence, index, grammar().words[words])
        for index in range(max(trigger.start - 2, 0), trigger.start)
    )


def _before(sentence: Sentence, trigger: Trigger, clauses: Clauses) -> list[int]:
    """Words before the trigger in its clause; "أن" with its verb looks into the clause above."""
    start = clauses.start(trigger.start)
    if sentence.at(start) in _THAT and start and trigger.start - start <= 2:
        start = clauses.start(start - 1)
    return list(range(start, trigger.start))


def _negated(sentence: Sentence, trigger: Trigger, before: Sequence[int]) -> bool:
    negation = grammar().words["status.negation"]
    if trigger.is_verb and any(sentence.at(trigger.end + k) in _ONLY for k in range(6)):
        return False
    near = before[-2:] if trigger.is_verb else before[-1:]
    if sentence.at(trigger.start - 1) in grammar().words["status.existence"]:
        near = before[-_NEAR:]
    return any(_bare(sentence, index) in negation for index in near)


def _bare(sentence: Sentence, index: int) -> str:
    """A particle without its conjunction."""
    word = sentence.at(index)
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def _described(sentence: Sentence, trigger: Trigger) -> Status | None:
    """By an adjective after it: "الهجوم المحتمل", "القمة المرتقبة"."""
    for words, status in _ADJECTIVES:
        for index in (trigger.end, trigger.end + 1):
            if sentence.at(index) in grammar().words[words]:
                return status
    return None


def _governed(
    sentence: Sentence, trigger: Trigger, before: Sequence[int], clauses: Clauses
) -> Status | None:
    """By the nearest verb or noun above it: "تعهد بشن هجوم", "خطر اندلاع حرب"."""
    for index in reversed(before):
        verb = clauses.verbs.get(index)
        if verb is not None:
            return _verb_effect(sentence, verb, trigger)
        if trigger.start - index <= _NEAR:
            for words, status in _NOUNS:
                if _has_stem(sentence, index, grammar().words[words]):
                    return status
    return None


def _has_stem(sentence: Sentence, index: int, words: frozenset[str]) -> bool:
    return any(split.stem in words for split in sentence.words[index].splits)


def _verb_effect(sentence: Sentence, verb: Verb, trigger: Trigger) -> Status | None:
    if _bare(sentence, verb.index - 1) in _VERB_NEGATION:
        return "negated" if verb.kind in _CARRIERS else None
    if trigger.start - verb.index <= _FAR:
        for name, status in _VERBS:
            if grammar().is_class(verb.finite.key, name):
                return status
    if verb.kind == "trigger":
        return None
    if verb.finite.split.future or sentence.at(verb.index - 1) in grammar().words["status.future"]:
        return "planned"
    return _mood_of(sentence, verb)


def _mood_of(sentence: Sentence, verb: Verb) -> Status | None:
    """As in "قد يشن": may."""
    present = verb.finite.form.aspect == "present"
    return "conditional" if present and _maybe(sentence, verb.index) else None


def _maybe(sentence: Sentence, index: int) -> bool:
    return _bare(sentence, index - 1) in grammar().words["status.maybe"]


def _mood(sentence: Sentence, trigger: Trigger) -> Status:
    """A present after "قد" or with the lam of purpose is no fact."""
    verb = trigger.verb
    if verb is None or verb.form.aspect != "present":
        return "asserted"
    return (
        "conditional"
        if trigger.split.preposition or _maybe(sentence, trigger.start)
        else "asserted"
    )
