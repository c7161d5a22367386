"""Which drafts are worth a row of a timeline: wrong and empty rows cost more than missing ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from eventgraph import plugins
from eventgraph.languages import language
from eventgraph.ontology import UNTYPED
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.mentions import Report

FIRM = frozenset({"asserted", "negated"})


def _told_by(draft: Draft, originals: Mapping[str, str]) -> int:
    """How many articles tell it, copies of one text counted once."""
    return len({originals.get(article, article) for article in draft.articles})


def is_notable(draft: Draft, originals: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Whether a reader would miss it.

    What two articles tell is news, and what a headline or the first paragraph tells. Of the rest
    something must be known beside its word: who, where, when or how many; of a happening without a type
    an entity and one thing more.
    """
    if _told_by(draft, originals) > 1 or any(map(_is_lead, draft.reports)):
        return True
    known = max(_known(report) for report in draft.reports)
    if draft.types == {UNTYPED}:
        return bool(draft.entities) and known > 1
    return known > 0 or len(draft.reports) > 1


def is_minor(draft: Draft, originals: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Whether it is kept but is no row of a timeline.

    These are what nobody judged (a language without a table of status), words that only the trigger tagger
    takes for an event, mere reporting ("he said"), what one article tells as hoped, planned or possible
    without giving it a type, and what one article tells of nobody, nowhere, on no day and in no number.
    """
    if draft.tagged or all(report.mention.status == "unknown" for report in draft.reports):
        return True
    if draft.types == {UNTYPED} and all(lemma in _reporting() for lemma in draft.lemmas):
        return True
    if _told_by(draft, originals) > 1:
        return False
    if draft.types == {UNTYPED} and not any(r.mention.status in FIRM for r in draft.reports):
        return True
    dated = any(report.timex is not None and report.timex.edtf for report in draft.reports)
    return not (draft.entities or draft.numbers or dated)


@cache
def _reporting() -> frozenset[str]:
    """Dictionary forms of the verbs that only report, of all languages."""
    rows = (
        row
        for code in plugins.names("languages")
        for row in language(code).section("status").get("constructions", ())
    )
    return frozenset(
        word
        for row in rows
        if row.get("speaker") and row["effect"] == "alleged" and "speech" in row.get("links", ())
        for word in row.get("governors", ())
    )


def _is_lead(report: Report) -> bool:
    """Whether a report stands above the prose of its part or in its first paragraph."""
    return report.headline or report.order == 0


def _known(report: Report) -> int:
    """How many things a report tells beside its trigger."""
    mention = report.mention
    return len(mention.arguments) + len(mention.quantities) + (report.timex is not None)
