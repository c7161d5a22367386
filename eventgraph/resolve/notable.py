"""Which drafts are worth a row of a timeline: wrong and empty rows cost more than missing ones."""

from __future__ import annotations

from eventgraph.resolve.drafts import Draft

# Types that say little unless someone is named on both sides or a day is stated.
_SPEECH = frozenset({"statement", "accusation", "threat"})
_VAGUE = frozenset({"other", "movement", "economy"})


def is_notable(draft: Draft) -> bool:
    """Whether a reader would miss it.

    What two articles tell is news. A happening of a type that one tells counts when anyone, any place,
    day or number is known of it; one without a type when two entities, or an entity and a day, are; a
    statement when it is about someone.
    """
    if len(draft.articles) > 1:
        return True
    types = draft.types
    dated = any(report.timex is not None and report.timex.edtf for report in draft.reports)
    if types <= _VAGUE:
        return len(draft.entities) > 1 or (bool(draft.entities) and dated)
    if types <= _SPEECH:
        return len(draft.entities) > 1
    told_about = draft.entities or dated or draft.numbers or len(draft.reports) > 2
    return bool(told_about) or any(
        a.role == "patient" for r in draft.reports for a in r.mention.arguments
    )
