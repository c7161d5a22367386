"""Cause and effect among the events of a sentence: a blast and its deaths are one happening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.extract.frames.roles import Filler
from eventgraph.model import Clause

_SHARED: Final = ("", "within")
_FUNCTIONS: Final = ("subject", "agent", "oblique")


def causes(trigger: Trigger, reading: Reading) -> Iterator[tuple[int, bool]]:
    """The events named as cause, and whether they are one happening with the effect.

    "killed by two explosions", "the attack resulted in 3 deaths", "missiles hit the port, wounding six".
    """
    found = list(dict.fromkeys(_named(trigger, reading)))
    for other in found or _of_coordinated(trigger, reading):
        if other != trigger.index and other in reading.triggers:
            yield other, _is_one(trigger, reading.triggers[other], reading)


def _named(trigger: Trigger, reading: Reading) -> Iterator[int]:
    clause = reading.clauses[trigger.index]
    verb: Clause | None = clause
    if clause.form == "nominal":
        index = trigger.carrier if trigger.carrier is not None else clause.governor
        verb = None if index is None else reading.clauses[index]
        if verb is None or not reading.frames.carries("causing", verb.lemma.split()[0]):
            return
    elif clause.as_function == "predicative" and clause.governor is not None:
        verb = reading.clauses[clause.governor]  # "left dozens dead"
    if verb is None:
        return
    for part in verb.constituents:
        if part.function in _FUNCTIONS and not part.within:
            if part.function == "oblique" and not reading.frames.places_by(
                "causes", part.preposition
            ):
                continue
            if (other := reading.happening(part.phrase)) is not None:
                yield other
    yield from _brought_about(trigger, clause, reading)


def _brought_about(trigger: Trigger, clause: Clause, reading: Reading) -> Iterator[int]:
    """The act whose outcome a participle tells: "missiles hit the port, wounding six"."""
    outcome = reading.has(trigger, "outcome")
    if outcome and clause.link == "manner" and clause.governor in reading.triggers:
        above = reading.triggers[clause.governor]
        if reading.has(above, "harm"):
            yield clause.governor


def _of_coordinated(trigger: Trigger, reading: Reading) -> list[int]:
    """The causes of the outcome that another is told with: "left 7 people dead and 19 injured"."""
    clause = reading.clauses[trigger.index]
    first = reading.triggers.get(clause.governor) if clause.governor is not None else None
    if clause.link != "coordinate" or first is None or first.type != trigger.type:
        return []
    if not reading.has(first, "outcome"):
        return []
    return [other for other, _ in causes(first, reading)]


def _is_one(effect: Trigger, cause: Trigger, reading: Reading) -> bool:
    """Whether cause and effect have one time and place: a blast and its deaths, a quake that struck."""
    verb = reading.clauses[effect.index].lemma.split()[0]
    struck = reading.frames.carries("impact", verb) or reading.frames.carries("causing", verb)
    return reading.has(cause, "harm") and (reading.has(effect, "outcome") or struck)


def share(effect: list[Filler], cause: list[Filler]) -> None:
    """A cause and its effect have one place, and who acts in the cause brings about the effect."""
    for one, other in ((effect, cause), (cause, effect)):
        if not any(filler.role == "place" for filler in one):
            one += [filler for filler in other if filler.role == "place" and filler.note in _SHARED]
    roles = {filler.role for filler in effect}
    if "instrument" in roles and "agent" not in roles:
        effect += [filler for filler in cause if filler.role == "agent"]
