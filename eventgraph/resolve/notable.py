"""Which drafts are worth a row of a timeline: wrong and empty rows cost more than missing ones."""

from __future__ import annotations

from eventgraph.resolve.drafts import Draft
from eventgraph.resolve.reports import Report

UNTYPED = frozenset({"other"})


def is_notable(draft: Draft) -> bool:
    """Whether a reader would miss it.

    What two articles tell is news. Of what one tells something must be known beside its word: who,
    where, when or how many; of a happening without a type an entity and one thing more.
    """
    if len(draft.articles) > 1:
        return True
    known = max(_known(report) for report in draft.reports)
    if draft.types <= UNTYPED:
        return bool(draft.entities) and known > 1
    return known > 0 or len(draft.reports) > 1


def _known(report: Report) -> int:
    """How many things a report tells beside its trigger."""
    mention = report.mention
    return len(mention.arguments) + len(mention.quantities) + (report.timex is not None)
