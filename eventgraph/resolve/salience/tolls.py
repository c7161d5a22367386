"""Tolls belong to what took them: "the toll rose to 137" is a claim about the explosion, not a row beside it.

A toll is an outcome told by its figures, of nobody by name. It belongs to the harm that its article told
last before it; of a harm of other places or days it is not the toll.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from eventgraph.resolve.events.drafts import Draft, overlap
from eventgraph.resolve.events.mentions import Report

REACH = 1500  # code points from a harm to a figure that may still be of it: some paragraphs
VICTIMS = frozenset({"killed", "injured", "missing", "displaced", "evacuated"})

Key = tuple[str, int, int]
Told = dict[tuple[str, int], list[tuple[int, Draft]]]  # harms by article and part, in text order


def tolls(drafts: Sequence[Draft]) -> dict[Key, Key]:
    """Key of each draft that is a toll to the key of the draft whose toll it is."""
    told: Told = defaultdict(list)
    for draft in drafts:
        if not draft.negated:
            for report in filter(_takes, draft.reports):
                told[report.where].append((report.mention.span.start, draft))
    for places in told.values():
        places.sort(key=lambda place: (place[0], place[1].key))
    found = ((draft, _taker(draft, told)) for draft in drafts if is_toll(draft))
    return {draft.key: taker for draft, taker in found if taker is not None}


def _takes(report: Report) -> bool:
    """Whether a report tells of what harms, not of what came of it."""
    return report.has("harm") and not report.has("outcome")


def is_toll(draft: Draft) -> bool:
    """Whether a draft tells of an outcome by figures alone: nobody who died in it is named."""
    outcome = all(report.has("outcome") for report in draft.reports)
    counted = any(q.kind in VICTIMS for r in draft.reports for q in r.mention.quantities)
    return outcome and counted and not draft.negated and not draft.with_role("patient")


def _taker(toll: Draft, told: Told) -> Key | None:
    """The harm that most of a toll's reports follow, in their order; none where they follow none."""
    votes = Counter(found.key for r in toll.reports if (found := _before(r, toll, told)))
    return min(votes, key=lambda key: (-votes[key], key), default=None)


def _before(report: Report, toll: Draft, told: Told) -> Draft | None:
    """The harm that an article told last before a report, else first after it, within reach."""
    places = told.get(report.where, [])
    at = report.mention.span.start
    cut = bisect_right([start for start, _ in places], at)
    order = [*reversed(places[:cut]), *places[cut:]]
    near = ((start, harm) for start, harm in order if abs(start - at) <= REACH)
    return next((harm for _, harm in near if _fits(toll, harm)), None)


def _fits(toll: Draft, harm: Draft) -> bool:
    """Whether no stated day of the one lies outside the days of the other, and a place is shared if both say."""
    if not overlap(toll.window, harm.window) and not _is_later(toll, harm):
        return False
    return not toll.places or not harm.places or bool(toll.places & (harm.places | harm.context))


def _is_later(toll: Draft, harm: Draft) -> bool:
    """Whether a toll's day is a day of counting, after the harm."""
    return bool(toll.window and harm.window and toll.window[0] >= harm.window[0])


def of_each(drafts: Iterable[Draft], under: dict[Key, Key]) -> dict[Key, list[Draft]]:
    """The tolls of each draft by its key."""
    found: dict[Key, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if (taker := under.get(draft.key)) is not None:
            found[taker].append(draft)
    return found
