"""Which clauses report an event, and which verbs only carry the event that a noun names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eventgraph.extract.frames.matching import Match, Matcher
from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.model import Clause

if TYPE_CHECKING:
    from eventgraph.ontology import Concept

UNTYPED: Final = "other"
_TAKING_PART: Final = ("subject", "object", "agent", "indirect")
_ENGAGED: Final = ("in", "out")  # "engaged in fighting"
_NO_EVENT: Final = ""


def find_triggers(reading: Reading) -> dict[int, Trigger]:
    """The triggers of an article by the index of their clause."""
    matcher = Matcher(reading.frames, reading.nouns, reading.clauses)
    found: dict[int, Trigger] = {}
    for index in range(len(reading.clauses)):
        match = matcher.match(index)
        if match is None and _tells(index, reading):
            found[index] = Trigger(index, UNTYPED)
        elif match is not None:
            found[index] = _typed(index, match, reading)
    _settle(found, reading)
    _carry(found, reading)
    told = (i for i in sorted(found) if not _is_silent(found[i]))
    return {index: found[index] for index in told}


def _is_silent(trigger: Trigger) -> bool:
    return trigger.match is not None and trigger.match.frame.concept == _NO_EVENT


def _settle(found: dict[int, Trigger], reading: Reading) -> None:
    """Which of a fixed phrase and the event noun in it is the event.

    The noun where the verb is light ("held talks"), the phrase where it says more ("stabbed to death").
    """
    for index in sorted(found):
        trigger = found.get(index)
        for other in trigger.words if trigger is not None else ():
            inner = found.get(other)
            if trigger is None or inner is None or inner.match is None:
                continue
            light = any(above == index for _, above in _carriers(other, reading))
            if light and inner.type == trigger.type and _is_noun(other, reading):
                found.pop(index, None)
            elif not _stands_alone(other, reading):
                del found[other]


def _is_noun(index: int, reading: Reading) -> bool:
    return reading.clauses[index].form == "nominal"


def _stands_alone(index: int, reading: Reading) -> bool:
    """Whether a noun in a fixed phrase is an event beside it: "was behind the attack"."""
    phrase = reading.clauses[index].phrase
    return phrase is not None and phrase.determiner not in ("none", "negative")


def _typed(index: int, match: Match, reading: Reading) -> Trigger:
    concept: Concept | None = reading.ontology.concept(match.frame.concept)
    type_ = concept.type if concept else UNTYPED
    parts = reading.clauses[index].constituents
    heads = {parts[number].phrase.head for number in match.consumed}
    words = [i for i in reading.below.get(index, ()) if reading.clauses[i].predicate in heads]
    return Trigger(index, type_, concept, match, words=tuple(words))


def _tells(index: int, reading: Reading) -> bool:
    """Whether a verb that no frame knows tells of something: that somebody or something takes part in.

    A word whose patterns all fail is not that sense, but its clause may still tell of something.
    """
    clause = reading.clauses[index]
    if clause.form == "nominal" or not clause.group or len(clause.lemma) < 2:
        return False
    if not clause.lemma[0].isalpha() or clause.question or _is_order(clause):
        return False
    parts = [p for p in clause.constituents if p.function in _TAKING_PART and not p.within]
    if clause.link == "relative" and clause.form == "participle":  # "the planned meeting"
        return any(not part.shared for part in parts)
    phase = clause.link == "complement" and reading.frames.carries("aspectual", clause.lemma)
    return bool(parts) and not (phase and not clause.of("object"))


def _is_order(clause: Clause) -> bool:
    return clause.link == "main" and clause.form == "infinitive" and not clause.of("subject")


def _carry(found: dict[int, Trigger], reading: Reading) -> None:
    """Light and aspectual verbs lend their grammar to a noun and are no events themselves."""
    for index in tuple(found):
        trigger = found.get(index)
        if trigger is None or reading.clauses[index].form != "nominal" or _is_silent(trigger):
            continue
        for kind, above in _carriers(index, reading):
            if kind == "growing" and quantified(trigger, reading) is None:
                continue
            found[index] = replace(trigger, carrier=above, carried=kind)
            held = found.get(above)
            if held is None or _is_silent(held):
                pass
            elif kind == "impact":
                found[above] = replace(
                    held,
                    type=trigger.type,
                    concept=trigger.concept,
                    match=trigger.match,
                    echo=index,
                )
            elif held.match is None or not held.match.consumed:
                del found[above]
            break


def quantified(trigger: Trigger, reading: Reading) -> str | None:
    """The kind of what a number counts at a noun that counts people: a toll can rise."""
    counts = trigger.concept.counts if trigger.concept is not None else None
    return counts if reading.has(trigger, "outcome") else None


def _carriers(index: int, reading: Reading) -> Iterator[tuple[str, int]]:
    """The verb above a noun that carries it, and how."""
    clause = reading.clauses[index]
    above = clause.governor
    if above is None or reading.clauses[above].form == "nominal":
        return
    verb = reading.clauses[above]
    passive = verb.voice == "passive"
    if clause.as_function == "subject" and not passive:
        kinds = _of_subject(verb, reading)
    elif clause.as_function in ("subject", "object"):
        kinds = _of_object(verb, reading, passive=passive)
    elif clause.as_function == "oblique" and clause.marker in _ENGAGED:
        kinds = _kinds(verb, ("joining", "light"), reading)
    else:
        return
    yield from ((kind, above) for kind in kinds)


def _of_object(verb: Clause, reading: Reading, *, passive: bool) -> list[str]:
    """How a verb carries its object: "held talks", "talks were held", "the vote is scheduled"."""
    kinds = _kinds(verb, ("undergoing", "joining", "light"), reading)
    head = verb.lemma.split()[0]
    arranged = passive and any(reading.frames.carries(k, head) for k in ("arranging", "aspectual"))
    raised = not passive and reading.frames.carries("raising", head)
    return [*kinds, *(["aspectual"] if arranged else []), *(["growing"] if raised else [])]


def _of_subject(verb: Clause, reading: Reading) -> list[str]:
    """How a verb carries its subject: "the trial began", "a quake struck", "the toll rose"."""
    phase = reading.frames.carries("aspectual", verb.lemma) and not verb.of("object")
    kinds = ["aspectual"] if phase else []
    return [*kinds, *_kinds(verb, ("impact", "growing"), reading)]


def _kinds(verb: Clause, kinds: Sequence[str], reading: Reading) -> list[str]:
    names = {verb.lemma, verb.lemma.split()[0]}
    return [kind for kind in kinds if any(reading.frames.carries(kind, name) for name in names)]
