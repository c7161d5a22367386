"""Which time expression dates an event: the one that grammar attaches to it or to its clause.

Another clause's date never crosses a verb of saying: in "said on Monday that the bridge had
collapsed" Monday dates the saying.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventgraph.extract.frames.reading import DEEPEST, Reading, Trigger
from eventgraph.model import Clause

_SHARED: Final = ("subject", "object", "predicative")


def date(trigger: Trigger, said: int | None, reading: Reading) -> int | None:
    """Index of the timex that dates a trigger.

    Args:
        trigger: The event.
        said: Clause of saying above it: its date is also that of an accusation or denial.
        reading: The article.
    """
    clause = reading.clauses[trigger.index]
    for index in _own(trigger, reading):
        if (found := _pick(reading.clauses[index], clause, reading)) is not None:
            return found
    found = (
        _of_noun(trigger, reading)
        if _is_bare_noun(trigger, reading)
        else _of_verb(trigger.index if trigger.carrier is None else trigger.carrier, reading)
    )
    if found is None and said is not None and reading.has(trigger, "uttered"):
        found = _pick(reading.clauses[said], clause, reading)
    return found


def _own(trigger: Trigger, reading: Reading) -> list[int]:
    own = [trigger.index]
    own += [trigger.echo] if trigger.echo is not None else []
    own += trigger.words
    if trigger.carrier is not None:
        own.append(trigger.carrier)
        own += [
            i
            for i in reading.below.get(trigger.carrier, ())
            if reading.clauses[i].form == "infinitive" and reading.clauses[i].link == "complement"
        ]
    return own


def _is_bare_noun(trigger: Trigger, reading: Reading) -> bool:
    return reading.clauses[trigger.index].form == "nominal" and trigger.carrier is None


def _pick(clause: Clause, near: Clause, reading: Reading) -> int | None:
    """The best timex of a clause: one with a calendar date, then the nearest."""
    return _best(clause.adjuncts, near, reading)


def _best(indices: Sequence[int], near: Clause, reading: Reading) -> int | None:
    ranked = sorted(
        indices,
        key=lambda i: (
            reading.timexes[i].edtf is None,
            abs(reading.timexes[i].span.start - near.predicate.start),
            i,
        ),
    )
    return ranked[0] if ranked else None


def _speaks(index: int, reading: Reading) -> bool:
    """Whether a clause tells what somebody says, so that its date is not that of the content."""
    table = reading.constructions
    if table is None:
        return False
    clause = reading.clauses[index]
    rows = table.governing.get(clause.lemma) or table.governing.get(clause.lemma.split()[0], ())
    return any(row.speaker for row in rows)


def _of_noun(trigger: Trigger, reading: Reading) -> int | None:
    clause = reading.clauses[trigger.index]
    for below in reading.below.get(trigger.index, ()):
        inner = reading.clauses[below]
        tells = inner.link == "relative" and not _speaks(below, reading)
        if tells and (found := _pick(inner, clause, reading)) is not None:
            return found
    above = clause.governor
    if above is None or _speaks(above, reading):
        return None
    during = clause.as_function == "oblique" and reading.frames.places_by("where", clause.marker)
    if clause.as_function not in _SHARED and not during:
        return None
    if _apart(trigger, above, reading):
        return None
    if (found := _pick(reading.clauses[above], clause, reading)) is not None:
        return found
    return _of_verb(above, reading)


def _apart(trigger: Trigger, above: int, reading: Reading) -> bool:
    """Whether the verb is an event of its own time: "lifted the sanctions", "cancelled a visit"."""
    verb = reading.clauses[above]
    clause = reading.clauses[trigger.index]
    if reading.frames.carries("causing", verb.lemma.split()[0]):
        return False
    if above not in reading.triggers:
        return clause.as_function == "object" and verb.voice == "active"
    shares = clause.as_function in ("subject", "oblique", "agent")
    return not (shares and reading.has(trigger, "harm"))


def _of_verb(index: int, reading: Reading) -> int | None:
    for _ in range(DEEPEST):
        clause = reading.clauses[index]
        above = clause.governor
        if above is None:
            return None
        governor = reading.clauses[above]
        if clause.link == "relative" and governor.form == "nominal" and above in reading.triggers:
            return _pick(governor, clause, reading)
        if _speaks(above, reading) or not _passes(clause, governor, reading):
            return None
        found = list(governor.adjuncts)
        if clause.link == "coordinate":  # "on Monday attacked and burned": before both
            first = min(clause.predicate.start, governor.predicate.start)
            found = [i for i in found if reading.timexes[i].span.start < first]
        if found:
            return _best(found, clause, reading)
        index = above
    return None


def _passes(clause: Clause, governor: Clause, reading: Reading) -> bool:
    """Whether the clause above happens at the same time."""
    if clause.link in {"coordinate", "manner"}:
        return governor.form != "nominal"
    if clause.link == "complement" and clause.form != "finite":
        table = reading.constructions
        rows = table.governing.get(governor.lemma, ()) if table else ()
        return governor.form != "nominal" and not any(row.effect == "planned" for row in rows)
    return False


def as_of(trigger: Trigger, reading: Reading) -> str | None:
    """EDTF date that the numbers of a trigger's sentence hold for."""
    sentence = reading.clauses[trigger.index].sentence
    for clause in _of_sentence(trigger.index, reading):
        if clause.sentence == sentence and clause.limits:
            return reading.timexes[clause.limits[0]].edtf
    return None


def _of_sentence(index: int, reading: Reading) -> list[Clause]:
    """The clauses from one upwards: a limit holds for all that it governs."""
    found = [reading.clauses[index]]
    for _ in range(DEEPEST):
        above = found[-1].governor
        if above is None:
            break
        found.append(reading.clauses[above])
    return found
