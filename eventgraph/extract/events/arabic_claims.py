"""Which Arabic event a number is a claim about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventgraph.extract.events.arabic_clauses import Clauses
from eventgraph.extract.events.arabic_nominals import is_number
from eventgraph.extract.events.arabic_quantities import Count
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.languages.ar.tokens import Word

_CAUSES = ("attack", "disaster", "accident", "death")
_PAID = ("aid", "economy", "sanction", "agreement")
# Before a count that is part of the one before it.
_AMONG = frozenset(("بينهم", "بينهن", "منهم", "منهن", "بينها", "منها"))
_AFTER = 8  # words between a trigger and the persons that it counts
_BEFORE = 4  # words between counted persons and the verb that follows them


def claims(
    sentence: Sentence, triggers: Sequence[Trigger], counts: Sequence[Count], clauses: Clauses
) -> Mapping[int, list[Count]]:
    """Counts per trigger number; a count that belongs to no event is left out."""
    found: dict[int, list[Count]] = {}
    for count in counts:
        number = _claimed(sentence, triggers, count, clauses)
        if number is not None:
            found.setdefault(number, []).append(count)
    return found


def _claimed(
    sentence: Sentence, triggers: Sequence[Trigger], count: Count, clauses: Clauses
) -> int | None:
    if any(sentence.at(index) in _AMONG for index in (count.start - 1, count.start - 2)):
        return None
    if count.people:
        return _counted(sentence, triggers, count, clauses)
    if count.kind == "money":
        fitting = [n for n, t in enumerate(triggers) if t.entry.type in _PAID]
        return _nearest(triggers, count, [n for n in fitting if _same(triggers[n], count, clauses)])
    if not count.kind:
        return None
    own = [n for n, t in enumerate(triggers) if t.entry.quantity == count.kind]
    causes = [n for n, t in enumerate(triggers) if t.entry.type in _CAUSES]
    own = [n for n in own if _same(triggers[n], count, clauses)]
    return _nearest(triggers, count, own or causes)


def _counted(
    sentence: Sentence, triggers: Sequence[Trigger], count: Count, clauses: Clauses
) -> int | None:
    """The event that counts persons: right before them, or the verb right after them."""
    fitting = [n for n, t in enumerate(triggers) if t.entry.quantity and _same(t, count, clauses)]
    before = [
        n
        for n in fitting
        if 0 <= count.start - triggers[n].end <= _AFTER and not _other(sentence, triggers[n], count)
    ]
    after = [n for n in fitting if 0 <= triggers[n].start - count.end <= _BEFORE]
    verbs = [n for n in after if triggers[n].is_verb]
    return before[-1] if before else next(iter(verbs), None)


def _other(sentence: Sentence, trigger: Trigger, count: Count) -> bool:
    """Whether ``و`` and a noun between them begin something else: "مقتل 7 وأسر اثنين"."""
    between = sentence.words[trigger.end : count.start]
    return any(_begins(word) for word in between)


def _begins(word: Word) -> bool:
    joined = word.splits and any(split.conjunction == "و" for split in word.splits)
    return bool(joined) and len(word.folded) > 3 and not is_number(word)


def _nearest(triggers: Sequence[Trigger], count: Count, numbers: Sequence[int]) -> int | None:
    """The last of them before the count, else the first after it."""
    before = [n for n in numbers if triggers[n].start <= count.start]
    return before[-1] if before else next(iter(numbers), None)


def _same(trigger: Trigger, count: Count, clauses: Clauses) -> bool:
    return clauses.same(trigger.start, count.end - 1) or clauses.same(trigger.start, count.start)
