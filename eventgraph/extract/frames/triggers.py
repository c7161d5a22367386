"""Which clauses report an event, and which verbs only carry the event that a noun names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eventgraph.extract.frames.matching import Match, Matcher
from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.model import Clause

if TYPE_CHECKING:
    from eventgraph.ontology import Concept

UNTYPED: Final = "other"
_TELLING: Final = ("main", "coordinate", "speech")
_NO_EVENT: Final = ""


def find_triggers(reading: Reading) -> dict[int, Trigger]:
    """The triggers of an article by the index of their clause."""
    matcher = Matcher(reading.frames, reading.nouns, reading.clauses)
    found: dict[int, Trigger] = {}
    for index in range(len(reading.clauses)):
        match = matcher.match(index)
        if match is not None:
            if match.frame.concept != _NO_EVENT:
                found[index] = _typed(index, match, reading)
        elif _tells(index, matcher, reading):
            found[index] = Trigger(index, UNTYPED)
    _carry(found, reading)
    return {index: found[index] for index in sorted(found)}


def _typed(index: int, match: Match, reading: Reading) -> Trigger:
    concept: Concept | None = reading.ontology.concept(match.frame.concept)
    type_ = concept.type if concept else UNTYPED
    return Trigger(index, type_, concept, match)


def _tells(index: int, matcher: Matcher, reading: Reading) -> bool:
    """Whether a verb that no frame knows tells of something: in a main clause, or of a name.

    A word whose patterns all fail is not that sense, but its clause may still tell of something.
    """
    clause = reading.clauses[index]
    if clause.form == "nominal" or matcher.below is None or len(clause.lemma) < 2:
        return False
    if not clause.lemma[0].isalpha() or clause.question or _is_order(clause):
        return False
    if clause.form == "finite" and clause.link in _TELLING and _governed_well(clause, reading):
        return bool(clause.constituents)
    return any(
        part.phrase.mention is not None and not part.shared and part.function != "oblique"
        for part in clause.constituents
    ) and clause.form in ("finite", "participle")


def _is_order(clause: Clause) -> bool:
    return clause.link == "main" and clause.form == "infinitive" and not clause.of("subject")


def _governed_well(clause: Clause, reading: Reading) -> bool:
    """Whether what a clause is coordinated with is itself a main clause or speech."""
    for _ in range(4):
        if clause.link != "coordinate" or clause.governor is None:
            break
        clause = reading.clauses[clause.governor]
    return clause.link in _TELLING


def _carry(found: dict[int, Trigger], reading: Reading) -> None:
    """Light and aspectual verbs lend their grammar to a noun and are no events themselves."""
    for index in tuple(found):
        trigger = found.get(index)
        if trigger is None or reading.clauses[index].form != "nominal":
            continue
        for kind, above in _carriers(index, reading):
            found[index] = replace(trigger, carrier=above, carried=kind)
            held = found.get(above)
            if held is None:
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


def _carriers(index: int, reading: Reading) -> Iterator[tuple[str, int]]:
    """The verb above a noun that carries it, and how."""
    clause = reading.clauses[index]
    above = clause.governor
    if above is None:
        return
    verb = reading.clauses[above]
    if verb.form == "nominal":
        return
    head = verb.lemma.split()[0]
    passive = verb.voice == "passive"
    done = clause.as_function == ("subject" if passive else "object")
    for kind in ("undergoing", "joining", "light"):
        names = (verb.lemma, head)
        if any(reading.frames.carries(kind, name) for name in names) and (
            done
            or (
                kind != "undergoing"
                and clause.as_function == "oblique"
                and clause.marker in ("in", "out")
            )
        ):
            yield kind, above
    if clause.as_function != "subject":
        return
    if reading.frames.carries("aspectual", verb.lemma) and not verb.of("object"):
        yield "aspectual", above
    if not passive and reading.frames.carries("impact", head):
        yield "impact", above
    if reading.frames.carries("growing", head) and reading.triggers is not None:
        yield "growing", above
