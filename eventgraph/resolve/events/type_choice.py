"""What kind of event its reports make of a draft, where they differ or leave it open."""

from __future__ import annotations

from collections import Counter

from eventgraph.model import Argument
from eventgraph.ontology import Ontology
from eventgraph.resolve.events.drafts import AGENT, Draft
from eventgraph.resolve.events.mentions import Report

INSTRUMENT = "instrument"
# Where reports differ in type, the earlier one names the happening and the later its outcome.
_NAMING = ("attack", "disaster", "accident", "call", "meeting", "death")
_CAUSES = ("attack", "disaster", "accident")


def type_of(draft: Draft, ontology: Ontology) -> str:
    """The type that names a draft best; ``other`` where the ontology knows none of them."""
    counts = Counter(_types(draft, ontology))
    rank = {name: _NAMING.index(name) if name in _NAMING else len(_NAMING) for name in counts}
    best = min(counts, key=lambda name: (rank[name], -counts[name], name))
    return best if best in ontology.types else "other"


def otherwise(report: Report, ontology: Ontology) -> str | None:
    """The type that a report has if no other vouches for its own; none where it needs no other."""
    mention = report.mention
    known = ontology.types.get(mention.type)
    return known.otherwise(mention.lemma, mention.clause) if known else None


def _types(draft: Draft, ontology: Ontology) -> list[str]:
    """The types that its reports give; those that leave it open follow the ones that do not.

    An explosion is an attack where any report calls it one, names a weapon or somebody who did it.
    """
    given = [(report.mention.type, otherwise(report, ontology)) for report in draft.reports]
    acted = any(a.role in (AGENT, INSTRUMENT) for r in draft.reports for a in _causes(r, ontology))
    if acted or draft.with_role(AGENT):
        return [type_ for type_, _ in given]
    firm = {type_ for type_, other in given if other is None}
    settled = next((type_ for type_ in _CAUSES if type_ in firm), None)
    return [type_ if other is None else settled or other for type_, other in given]


def _causes(report: Report, ontology: Ontology) -> tuple[Argument, ...]:
    """What a report that leaves its type open says of its cause."""
    return report.mention.arguments if otherwise(report, ontology) else ()
