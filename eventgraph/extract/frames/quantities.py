"""Figures that an event mention claims: each with kind, bounds, unit, and whether it replaces another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.extract.frames.roles import Filler
from eventgraph.model import Amount, Clause, Phrase, Quantity

_COUNTED_AGENTS: Final = ("displaced", "participants", "evacuated")
_OF_HARM: Final = ("killed", "injured", "casualties")
_NAMED: Final = {"dead": "killed", "hurt": "injured"}  # by noun class
_MONEY: Final = "money"
_PERCENT: Final = "percent"


def quantities(
    trigger: Trigger, found: Sequence[Filler], as_of: str | None, reading: Reading
) -> list[Quantity]:
    """The numbers of what undergoes a trigger, of itself ("14 attacks"), its sums and shares."""
    claims = {q.span: q for q in _claims(trigger, found, as_of, reading)}
    return sorted(claims.values(), key=lambda q: (q.span, q.kind))


def _claims(
    trigger: Trigger, found: Sequence[Filler], as_of: str | None, reading: Reading
) -> Iterator[Quantity]:
    kind = kind_of(trigger)
    clause = reading.clauses[trigger.index]
    update = trigger.carried == "growing"
    for phrase in _counted(trigger, found, kind, reading):
        if (
            phrase.amount is not None
            and not phrase.amount.unit
            and kind not in (None, _MONEY, _PERCENT)
        ):
            said = _told(phrase, kind or "", reading)
            yield _quantity(said, phrase, phrase.amount, as_of, update=update)
    if (
        clause.phrase is not None
        and clause.phrase.amount is not None
        and not clause.phrase.amount.unit
    ):
        own = kind if kind not in (None, _MONEY, _PERCENT) else _own_kind(trigger, reading)
        if own:
            yield _quantity(own, clause.phrase, clause.phrase.amount, as_of, update=False)
    elif (
        clause.phrase is not None
        and kind not in (None, _MONEY, _PERCENT)
        and _is_denied(trigger, reading)
    ):
        span = clause.phrase.span
        yield Quantity(kind or "", 0, 0, span, clause.phrase.text, as_of)
    yield from _sums(trigger, as_of, reading)


def _told(phrase: Phrase, kind: str, reading: Reading) -> str:
    """What a number counts by its own noun, where the verb counts both: "left 20 dead and 35 wounded"."""
    if kind not in _OF_HARM:
        return kind
    return next((k for c, k in _NAMED.items() if reading.nouns.has(c, phrase.lemma)), kind)


def _is_denied(trigger: Trigger, reading: Reading) -> bool:
    """Whether there is none of a noun: "did not report any casualties"."""
    clause = reading.clauses[trigger.index]
    governor = reading.governor(trigger.index)
    indefinite = clause.phrase is not None and clause.phrase.determiner == "indefinite"
    return clause.negated or (governor is not None and governor.negated and indefinite)


def kind_of(trigger: Trigger) -> str | None:
    """What a number at a trigger counts."""
    if trigger.match is not None and trigger.match.frame.counts is not None:
        return trigger.match.frame.counts
    return trigger.concept.counts if trigger.concept else None


def _own_kind(trigger: Trigger, reading: Reading) -> str | None:
    """What a number before the event noun itself counts."""
    if trigger.concept is not None and trigger.concept.name == "attack.strike":
        return "strikes"
    return "attacks" if reading.has(trigger, "deliberate") else None


def _counted(
    trigger: Trigger, found: Sequence[Filler], kind: str | None, reading: Reading
) -> Iterator[Phrase]:
    roles = ("patient", "agent") if kind in _COUNTED_AGENTS else ("patient",)
    yield from (filler.phrase for filler in found if filler.role in roles)
    clause = reading.clauses[trigger.index]
    if clause.negated and clause.form != "nominal":
        done = clause.of("subject") if clause.voice == "passive" else clause.of("object")
        undergone = (
            trigger.concept is not None and trigger.concept.roles.get("subject") == "patient"
        )
        parts = (*done, *(clause.of("subject") if undergone else ()))
        yield from (part.phrase for part in parts if part.phrase.determiner == "negative")
    if trigger.carried == "growing" and trigger.carrier is not None:
        verb = reading.clauses[trigger.carrier]
        parts = (*verb.of("object"), *verb.of("oblique"), *verb.of("predicative"))
        goals = [
            p for p in parts if p.function != "oblique" or not p.preposition.startswith("from")
        ]
        yield from [part.phrase for part in goals if part.phrase.amount is not None][:1]


def _sums(trigger: Trigger, as_of: str | None, reading: Reading) -> Iterator[Quantity]:
    """Money and percentages among the phrases of a trigger's clause."""
    clauses = [reading.clauses[trigger.index]]
    clauses += [reading.clauses[trigger.carrier]] if trigger.carrier is not None else []
    kind = kind_of(trigger)
    for clause in clauses:
        for phrase in _phrases(clause):
            amount = phrase.amount
            if amount is None or not amount.unit:
                continue
            if amount.unit == "%" and kind == _PERCENT:
                yield _quantity(_PERCENT, phrase, amount, as_of, update=False)
            elif amount.unit != "%" and reading.has(trigger, "monetary"):
                yield _quantity(_MONEY, phrase, amount, as_of, update=False)


def _phrases(clause: Clause) -> Iterator[Phrase]:
    yield from (part.phrase for part in clause.constituents if part.function != "subject")
    if clause.phrase is not None:
        yield clause.phrase


def _quantity(
    kind: str, phrase: Phrase, amount: Amount, as_of: str | None, *, update: bool
) -> Quantity:
    people = phrase.sort in ("person", "people", "number") or phrase.lemma in ("people", "person")
    unit = amount.unit or ("" if people or kind in ("attacks", "strikes") else phrase.lemma)
    return Quantity(
        kind, amount.low, amount.high, amount.span, amount.text, as_of, unit, "", update
    )
