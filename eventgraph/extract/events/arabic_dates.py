"""Which time expression dates an Arabic event: the one that its own words lead to."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.events.arabic_clauses import Clauses
from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_light import causes
from eventgraph.extract.events.arabic_modality import is_presupposed
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger

_FAR = 25  # words in a clause over which a date still belongs to its verb
_PHRASE = 7  # words from an event noun to the end of its phrase


def timex_of(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], clauses: Clauses
) -> int | None:
    """Index of the timex that dates a trigger, or none.

    A date in the phrase of an event noun is its own. Otherwise a date belongs to the verb of its
    clause; an event noun beside another event's verb, or one that is taken as given ("after the
    attack"), does not get it. A date outside the clause counts when the sentence has only one.
    What an event caused has its date.
    """
    own = _own_timex(sentence, trigger, triggers, clauses)
    before = [other for other in triggers if other.end <= trigger.start][-1:]
    if own is None and before and causes(clauses, before[0], trigger):
        return _own_timex(sentence, before[0], triggers, clauses)
    return own


def _own_timex(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], clauses: Clauses
) -> int | None:
    places = _places(sentence)
    own = [
        n
        for n, index in places.items()
        if clauses.same(index, trigger.start) and abs(index - trigger.start) <= _FAR
    ]
    near = [n for n in own if _in_phrase(places[n], trigger, triggers)]
    if near or not _takes_from_clause(sentence, trigger, triggers, clauses):
        return min(near, key=lambda n: places[n], default=None)
    if own:
        return min(own, key=lambda n: _distance(places[n], trigger))
    if any(_in_phrase(index, t, triggers) for index in places.values() for t in triggers):
        return None
    if len(places) == 1 and not _in_relative(sentence, next(iter(places.values())), clauses):
        return next(iter(places))
    return None


def _places(sentence: Sentence) -> dict[int, int]:
    """First word of every date and time, by index of the timex."""
    places: dict[int, int] = {}
    for index, number in enumerate(sentence.dates):
        scheduled = sentence.at(index - 1) in grammar().words["status.scheduled"]
        dated = number is not None and sentence.timexes[number].type in ("DATE", "TIME")
        if number is not None and dated and not scheduled:
            places.setdefault(number, index)
    return places


def _in_phrase(index: int, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether a date follows an event noun before any other event."""
    if trigger.is_verb or not trigger.end <= index <= trigger.end + _PHRASE:
        return False
    return not any(trigger.end <= other.start < index for other in triggers)


def _takes_from_clause(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], clauses: Clauses
) -> bool:
    if trigger.is_verb:
        return True
    if is_presupposed(sentence, trigger):
        return False
    others = (t for t in triggers if t.is_verb and t.start < trigger.start)
    return not any(clauses.same(other.start, trigger.start) for other in others)


def _in_relative(sentence: Sentence, index: int, clauses: Clauses) -> bool:
    return sentence.at(clauses.start(index)) in grammar().words["syntax.relatives"]


def _distance(index: int, trigger: Trigger) -> int:
    """Words between; a word of grace for what follows."""
    return index - trigger.end if index >= trigger.end else trigger.start - index + 1
