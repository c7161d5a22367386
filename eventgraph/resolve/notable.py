"""Which drafts are worth a row of a timeline: wrong and empty rows cost more than missing ones."""

from __future__ import annotations

from eventgraph.resolve.drafts import Draft

UNTYPED = frozenset({"other"})


def is_notable(draft: Draft) -> bool:
    """Whether a reader would miss it.

    What two articles tell is news, and so is a happening of a known type. One without a type must at
    least be about somebody or some place.
    """
    if len(draft.articles) > 1 or not draft.types <= UNTYPED:
        return True
    return bool(draft.entities)
