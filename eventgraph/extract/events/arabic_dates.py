"""Which time expression dates an Arabic event: the nearest in its clause, else the only one."""

from __future__ import annotations

from eventgraph.extract.events.arabic_clauses import Clauses
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger


def timex_of(sentence: Sentence, trigger: Trigger, clauses: Clauses) -> int | None:
    """Index of the timex that dates a trigger, or none.

    A date or time in the trigger's clause wins, the nearest one, what follows before what precedes;
    outside the clause only a date that the sentence has no second of.
    """
    places: dict[int, int] = {}
    for index, number in enumerate(sentence.dates):
        if number is not None and sentence.timexes[number].type in ("DATE", "TIME"):
            places.setdefault(number, index)
    if not places:
        return None
    own = [n for n, index in places.items() if clauses.same(index, trigger.start)]
    if own:
        return min(own, key=lambda n: _distance(places[n], trigger))
    return next(iter(places)) if len(places) == 1 else None


def _distance(index: int, trigger: Trigger) -> int:
    """Words between; a word of grace for what follows."""
    return index - trigger.end if index >= trigger.end else trigger.start - index + 1
