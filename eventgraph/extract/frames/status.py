"""How a text vouches for an event, and whose claim it is: the table of constructions, read upwards.

From the trigger's clause the walk goes up the chain of governors. Each construction on the way has its
effect; the strongest wins: silent, negated, conditional, planned, alleged, asserted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from eventgraph.extract.frames.reading import DEEPEST, Reading, Trigger
from eventgraph.model import Clause, Constituent, Phrase, Status

if TYPE_CHECKING:
    from eventgraph.extract.frames.constructions import Construction, Constructions, Effect

_STRENGTH: Final[tuple[Status, ...]] = ("negated", "conditional", "planned", "alleged")
_KNOWN: Final = ("definite", "possessive", "demonstrative")
_OPEN: Final = ("complement", "manner")  # the governor's own marks hold below, too


@dataclass(slots=True)
class Vouching:
    """What was found on the way up.

    Attributes:
        found: Every effect.
        source: Whose claim it is.
        said: Index of the clause of saying above the trigger, which has a date of its own.
    """

    found: set[Effect] = field(default_factory=set)
    source: Phrase | None = None
    said: int | None = None

    @property
    def silent(self) -> bool:
        """Whether there is no event to tell."""
        return "silent" in self.found

    @property
    def status(self) -> Status:
        """The strongest status found; asserted when there is none."""
        return next((status for status in _STRENGTH if status in self.found), "asserted")


def vouching(trigger: Trigger, reading: Reading) -> Vouching:
    """Status and source of a trigger."""
    found = Vouching()
    table = reading.constructions
    clause = reading.clauses[trigger.index]
    if table is None:
        return found
    _own(clause, concept_name(trigger), table, found)
    index = trigger.index
    if trigger.carrier is not None:
        governed = _row(clause, reading.clauses[trigger.carrier], concept_name(trigger), table)
        if governed is not None and trigger.carried in ("aspectual", "light", "growing"):
            _take(governed, reading.clauses[trigger.carrier], trigger.carrier, found)
        index = trigger.carrier
        _own(reading.clauses[index], concept_name(trigger), table, found)
    for _ in range(DEEPEST):
        above = _step(index, trigger, reading, table, found)
        if above is None:
            break
        index = above
    return found


def concept_name(trigger: Trigger) -> str:
    """The concept of a trigger, or its type where it has none."""
    return trigger.concept.name if trigger.concept else trigger.type


def _own(clause: Clause, concept: str, table: Constructions, found: Vouching) -> None:
    """What a clause says of itself: negation, questions, its words; "according to …"."""
    if clause.negated:
        found.found.add("negated")
    if clause.question:
        found.found.add("conditional")
    found.found.update(row.effect for row in table.own if row.at(clause, concept))
    if clause.sources:
        found.found.add("alleged")
        found.source = found.source or clause.sources[0]


def _step(
    index: int, trigger: Trigger, reading: Reading, table: Constructions, found: Vouching
) -> int | None:
    """Read the clause above; give the one to go on from, none at the top."""
    clause = reading.clauses[index]
    if clause.governor is None:
        return None
    governor = reading.clauses[clause.governor]
    if clause.link == "coordinate":
        return clause.governor
    row = _row(clause, governor, concept_name(trigger), table)
    if row is not None:
        effect = _take(row, governor, clause.governor, found)
        if row.stop or effect == "silent":
            return None
    told = row is not None and clause.link in ("argument", "speech")
    if clause.link in _OPEN or clause.as_function == "predicative":  # "may have been an attack"
        _pass_on(governor, concept_name(trigger), table, found)
    elif _brought(clause, governor, reading):
        above = Vouching()
        _pass_on(governor, concept_name(trigger), table, above)
        found.found |= above.found - {"negated"}  # "no one was killed in the blast": it went off
    elif not told and clause.link != "speech":
        return None
    return clause.governor


def _brought(clause: Clause, governor: Clause, reading: Reading) -> bool:
    """Whether a noun is cause or effect of a verb of causing, and as real as that; a known one is real."""
    if clause.phrase is not None and clause.phrase.determiner in _KNOWN:
        return False
    causing = reading.frames.carries("causing", governor.lemma.split()[0])
    where = clause.as_function == "oblique" and reading.frames.places_by("where", clause.marker)
    return causing and clause.link == "argument" and governor.form == "finite" and not where


def _take(row: Construction, governor: Clause, index: int, found: Vouching) -> Effect:
    """Note the effect of a construction and who says it."""
    effect = row.negated if governor.negated and row.negated is not None else row.effect
    found.found.update((effect,) if effect not in ("none", "asserted") else ())
    _attribute(row, governor, index, found)
    return effect


def _pass_on(governor: Clause, concept: str, table: Constructions, found: Vouching) -> None:
    """What a governor says of itself holds for its infinitive or participle as well."""
    if governor.form == "nominal":
        return
    _own(governor, concept, table, found)


def _row(
    clause: Clause, governor: Clause, concept: str, table: Constructions
) -> Construction | None:
    rows = table.governing.get(governor.lemma) or table.governing.get(governor.lemma.split()[0], ())
    return next((row for row in rows if row.over(clause, governor, concept)), None)


def _attribute(row: Construction, governor: Clause, index: int, found: Vouching) -> None:
    """Take the nearest source only: what others say about that is further away."""
    if not row.speaker:
        return
    if found.said is None:
        found.said = index
    if found.source is None:
        found.source = next((part.phrase for part in speakers(governor, row.speaker)), None)


def speakers(governor: Clause, function: str) -> tuple[Constituent, ...]:
    """Who says it: the subject of an active verb of saying, the "by" of a passive one."""
    if function == "subject" and governor.voice == "passive":
        return governor.of("agent")
    if function == "subject" and governor.form == "nominal":
        return governor.of("possessor", "agent")
    return tuple(part for part in governor.constituents if part.function == function)
