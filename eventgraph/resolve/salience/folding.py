"""What elaborates is folded under what it elaborates: a row is a happening, not a clause.

A participle, a relative clause or a reaction is no row beside the event that it tells of, unless it is
news of its own: told in a headline or a lead, or by several independent sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventgraph.model import Span
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.mentions import Report
from eventgraph.resolve.salience.importance import sources
from eventgraph.resolve.salience.tolls import tolls

ELABORATING = frozenset({"manner", "relative", "time", "cause", "concession", "purpose"})
DEEPEST = 8  # steps from what is folded to what it is folded under

Key = tuple[str, int, int]


def fold(drafts: Sequence[Draft], copies: Mapping[str, str]) -> dict[Key, Key]:
    """Key of each draft that is no row of its own to the key of the draft that it belongs under."""
    home = {report.key: draft.key for draft in drafts for report in draft.reports}
    by_key = {draft.key: draft for draft in drafts}
    about = _subjects(drafts, home) | tolls(drafts)
    under: dict[Key, Key] = {}
    for draft in drafts:
        above = _above(draft, home) or about.get(draft.key)
        if above and above != draft.key and not _is_news(draft, copies, by_key[above]):
            under[draft.key] = above
    return {key: top for key in under if (top := _top(key, under)) != key}


def _above(draft: Draft, home: Mapping[Key, Key]) -> Key | None:
    """The one draft that all reports of a draft elaborate; none where one stands for itself."""
    found = {_governor(report, home) for report in draft.reports}
    return next(iter(found)) if len(found) == 1 else None


def _governor(report: Report, home: Mapping[Key, Key]) -> Key | None:
    mention = report.mention
    if mention.under is None or mention.link not in ELABORATING:
        return None
    return home.get((report.article, mention.under.start, mention.under.end))


def _subjects(drafts: Iterable[Draft], home: Mapping[Key, Key]) -> dict[Key, Key]:
    """What reactions are about: the event that fills an argument of the verb of speech."""
    found: dict[Key, Key] = {}
    reports = {report.key: report for draft in drafts for report in draft.reports}
    for draft in drafts:
        for report in draft.reports:
            mention = report.mention
            if mention.under is None or mention.link != "argument":
                continue
            speaking = reports.get(_key(report.article, mention.under))
            if speaking and speaking.has("reaction") and not report.has("reaction"):
                found.setdefault(home[speaking.key], draft.key)
    return found


def _key(article: str, span: Span) -> Key:
    return (article, span.start, span.end)


def _is_news(draft: Draft, copies: Mapping[str, str], above: Draft) -> bool:
    """Whether readers would look for it by itself: what is told by more sources than what is above it."""
    own = sources(draft, copies)
    if own > 1 and own >= sources(above, copies):
        return True
    return any(report.headline for report in draft.reports) and not any(
        report.headline for report in above.reports
    )


def _top(key: Key, under: Mapping[Key, Key]) -> Key:
    """What stands above all that a draft is under; the draft itself where that goes round in a circle."""
    seen = [key]
    while (above := under.get(seen[-1])) is not None and len(seen) <= DEEPEST:
        if above in seen:
            return key
        seen.append(above)
    return seen[-1]
