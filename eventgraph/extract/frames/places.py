"""Where an event is: the prepositional phrases of its clause, then those around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.extract.frames.roles import Filler
from eventgraph.model import Clause, Constituent, Function, Phrase

_SHARED: Final = ("subject", "object")


def place_fillers(trigger: Trigger, reading: Reading) -> list[Filler]:
    """The places of a trigger, from its own phrases or else those of the clause that it shares."""
    consumed = trigger.match.consumed if trigger.match else frozenset()
    unnamed: list[Filler] = []
    for clause, within in _around(trigger, reading):
        phrasal = clause is reading.clauses[trigger.index]
        parts = [
            part
            for number, part in enumerate(clause.constituents)
            if part.function == "oblique"
            and part.within is within
            and not (
                phrasal and number in consumed and part.phrase.sort not in ("place", "location")
            )
        ]
        found = [f for part in parts for f in _place(trigger, part, reading)]
        found += _undergone(trigger, clause, reading)
        if phrasal:
            held = [part.phrase for n, part in enumerate(clause.constituents) if n in consumed]
            found += [
                Filler("place", p, "within")
                for p in held
                if p.sort == "location" and _is_place(p, reading)
            ]
        if any(f.phrase.mention is not None or f.note == "within" for f in found):
            return unnamed + found
        unnamed = unnamed or found  # "near the courthouse in Mogadishu"
    return unnamed


def _undergone(trigger: Trigger, clause: Clause, reading: Reading) -> Iterator[Filler]:
    """What happens to a place's own location happens there: "struck the port of Odesa"."""
    function: Function = "subject" if clause.voice == "passive" else "object"
    for part in clause.of(function) if reading.has(trigger, "physical") else ():
        if part.phrase.sort == "location" and _is_place(part.phrase, reading):
            yield Filler("place", part.phrase, "within")


def _around(trigger: Trigger, reading: Reading) -> Iterator[tuple[Clause, bool]]:
    """Where to look, nearest first: the trigger, its carrier, its participants, the clause it is part of."""
    own = reading.clauses[trigger.index]
    yield own, False
    if trigger.echo is not None:
        yield reading.clauses[trigger.echo], False
    carrier = None if trigger.carrier is None else reading.clauses[trigger.carrier]
    if carrier is not None:
        yield carrier, False
    yield own, True
    if carrier is not None:
        yield carrier, True
    governor = reading.governor(trigger.index)
    if governor is None or governor is carrier or own.form != "nominal":
        return
    if governor.form != "nominal" and own.as_function in _SHARED and not _speaks(trigger, reading):
        yield governor, False


def _speaks(trigger: Trigger, reading: Reading) -> bool:
    """Whether the verb above a noun tells what somebody says, somewhere else."""
    above = reading.clauses[trigger.index].governor
    held = reading.triggers.get(above) if above is not None else None
    if held is not None and reading.has(held, "verbal"):
        return True
    table = reading.constructions
    rows = (
        table.governing.get(reading.clauses[above].lemma, ()) if table and above is not None else ()
    )
    return any(row.speaker for row in rows)


def _place(trigger: Trigger, part: Constituent, reading: Reading) -> Iterator[Filler]:
    if not _locates(part.preposition, trigger, reading):
        return
    phrase = part.phrase
    origin = reading.frames.places_by("origins", part.preposition) and reading.has(trigger, "going")
    note = "origin" if origin else ""
    if phrase.sort == "place":
        yield Filler("place", phrase, note)
    elif (
        phrase.holder is not None
        and _is_place(phrase, reading)
        and phrase.sort in ("location", "unknown", "event", "time")
    ):
        yield Filler("place", phrase, note or "within")
    elif phrase.sort == "location" and reading.frames.places_by("inside", part.preposition):
        yield Filler("place", phrase, note)


def _is_place(phrase: Phrase, reading: Reading) -> bool:
    return phrase.holder is not None and reading.mentions[phrase.holder].type == "place"


def _locates(preposition: str, trigger: Trigger, reading: Reading) -> bool:
    by = reading.frames.places_by
    words = (preposition, preposition.split(maxsplit=1)[0] if preposition else "")
    if reading.has(trigger, "verbal") and any(by("about", word) for word in words):
        return False
    if any(by("where", word) for word in words):
        return True
    return reading.has(trigger, "going") and any(by("goals", w) or by("origins", w) for w in words)
