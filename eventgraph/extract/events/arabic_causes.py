"""What killed, where an Arabic sentence names it: "أسفر انفجار عن مقتل …", "قتلوا في انفجار"."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.events.arabic_clauses import Clauses
from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_light import causes, is_transparent
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger

OUTCOME = "death"
CAUSES = frozenset(("attack", "disaster", "accident"))
_NEAR = 4  # words between a verb of causing and the cause that is its subject


def cause_of(
    sentence: Sentence, triggers: Sequence[Trigger], clauses: Clauses, outcome: Trigger
) -> Trigger | None:
    """The event that a death or injury came of, if the words between say so."""
    if outcome.entry.type != OUTCOME:
        return None
    earlier = [t for t in triggers if t.start < outcome.start and t.entry.type in CAUSES]
    for trigger in reversed(earlier):
        if causes(clauses, trigger, outcome) or _is_subject(clauses, trigger, outcome):
            return trigger
    later = [t for t in triggers if t.start > outcome.start]
    means = (t for t in later if t.entry.type in CAUSES)
    found = next((t for t in means if _is_means(sentence, clauses, t, outcome)), None)
    if found is None and later and later[0].split.conjunction == "و":  # "killed and injured in …"
        return cause_of(sentence, triggers, clauses, later[0])
    return found


def _is_subject(clauses: Clauses, cause: Trigger, outcome: Trigger) -> bool:
    """Whether a verb of causing stands right before the cause, and the outcome in the same clause."""
    before = (clauses.verbs.get(cause.start - back) for back in range(1, _NEAR))
    return clauses.same(cause.start, outcome.start) and any(
        verb is not None and verb.finite.key in grammar().words["light.causing"] for verb in before
    )


def _is_means(sentence: Sentence, clauses: Clauses, cause: Trigger, outcome: Trigger) -> bool:
    """Whether a later event is what somebody died in or of: "في انفجار", "جراء قصف", "بانفجار"."""
    if cause.is_verb or not clauses.same(cause.start, outcome.start):
        return False
    at = cause.start - 1
    if cause.split.preposition == "ب":
        return True
    while at > outcome.start and is_transparent(sentence, at):
        if any(split.preposition == "ب" for split in sentence.words[at].splits):
            return True
        at -= 1
    return sentence.at(at) in grammar().words["light.means"]
