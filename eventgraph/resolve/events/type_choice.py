"""What kind of event its reports make of a draft, where they differ or leave it open."""

from __future__ import annotations

from collections import Counter

from eventgraph.model import Argument
from eventgraph.ontology import EventType, Ontology
from eventgraph.resolve.events.drafts import AGENT, Draft
from eventgraph.resolve.events.mentions import Report

INSTRUMENT = "instrument"
SLIP = 10  # reports of another type against which one is a slip
UNSURE = frozenset({"alleged", "negated", "unknown"})


def type_of(draft: Draft, ontology: Ontology) -> str:
    """The type that names a draft best; ``other`` where the ontology knows none of them.

    What one report in ten calls it at most is a slip, or a figure of speech.
    """
    given = Counter(_types(draft, ontology))
    most = max(given.values())
    counts = {name: count for name, count in given.items() if count * SLIP > most}
    naming = ontology.naming
    rank = {name: naming.index(name) if name in naming else len(naming) for name in counts}
    return ontology.type(min(counts, key=lambda name: (rank[name], -counts[name], name))).name


def otherwise(report: Report, ontology: Ontology) -> str | None:
    """The type that a report has if no other vouches for its own; none where it needs no other."""
    mention = report.mention
    known = ontology.types.get(mention.type)
    return known.otherwise(mention.lemma, f"{mention.clause} {mention.concept}") if known else None


def _types(draft: Draft, ontology: Ontology) -> list[str]:
    """The types that its reports give; those that leave it open follow the ones that do not.

    An explosion is an attack where any report calls it one, names a weapon or somebody who did it; what is
    only alleged or denied settles nothing where others assert.
    """
    firm_ones = [r for r in draft.reports if r.mention.status not in UNSURE] or draft.reports
    given = [(report.mention.type, otherwise(report, ontology)) for report in firm_ones]
    acted = any(a.role in (AGENT, INSTRUMENT) for r in draft.reports for a in _causes(r, ontology))
    if acted or draft.with_role(AGENT):
        return [type_ for type_, _ in given]
    firm = {type_ for type_, other in given if other is None}
    causes = (name for name in ontology.naming if _is_cause(ontology.types[name]))
    settled = next((type_ for type_ in causes if type_ in firm), None)
    return [type_ if other is None else settled or other for type_, other in given]


def _is_cause(event_type: EventType) -> bool:
    """Whether something else may come of an event of a type."""
    return "harm" in event_type.traits and "outcome" not in event_type.traits


def _causes(report: Report, ontology: Ontology) -> tuple[Argument, ...]:
    """What a report that leaves its type open says of its cause."""
    return report.mention.arguments if otherwise(report, ontology) else ()
