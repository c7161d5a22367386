"""The date of an event from the dates of its reports, as honest as they allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventgraph.model import EventDate, Timex
from eventgraph.resolve.events.drafts import Draft, Window, overlap, window_of
from eventgraph.resolve.events.mentions import Report
from eventgraph.timex import bounds

# Which basis is worth more when two reports are equally precise.
_WORTH: dict[str, int] = {"explicit": 0, "relative": 1, "anchored": 2, "inferred": 3, "unknown": 4}
MANY = 20  # articles of which a single one does not date what all tell
LEAD = 3  # an undated happening in these first paragraphs is the news of the day


def date_of(draft: Draft) -> EventDate:
    """When it happened: its most precise dated report; else, said so, when it was published; else unknown.

    A report with which fewer articles agree than with another dates nothing, nor does the only dated one
    of many articles.
    """
    dated = [
        r for r in draft.reports if r.timex and r.timex.edtf and r.timex.type in ("DATE", "TIME")
    ]
    if len({r.article for r in dated}) * MANY > len(draft.articles):
        best = min(_agreed(dated), key=_preference)
        return _stated(best, best.timex) if best.timex else EventDate()
    return _published(draft.reports)


def _agreed(dated: Sequence[Report]) -> Iterator[Report]:
    """The reports with whose dates most articles agree."""
    articles: dict[Window | None, set[str]] = {}
    for report in dated:
        articles.setdefault(window_of(report), set()).add(report.article)
    agreeing = {
        window: len(set().union(*(told for w, told in articles.items() if overlap(w, window))))
        for window in articles
    }
    most = max(agreeing.values())
    yield from (report for report in dated if agreeing[window_of(report)] == most)


def _preference(report: Report) -> tuple[int, int, tuple[str, int, int]]:
    assert report.timex is not None  # noqa: S101 - the caller kept dated reports only
    return (_length(report.timex), _WORTH.get(report.timex.basis, 4), report.key)


def _length(timex: Timex) -> int:
    """Days from first to last, about; an open interval is longer than any."""
    if not (timex.earliest and timex.latest):
        return 10**6
    (y1, m1, d1), (y2, m2, d2) = (
        map(int, day.split("-")) for day in (timex.earliest, timex.latest)
    )
    return 366 * (y2 - y1) + 31 * (m2 - m1) + d2 - d1


def _stated(report: Report, timex: Timex) -> EventDate:
    limits = bounds(timex.edtf or "")
    return EventDate(
        edtf=timex.edtf,
        earliest=timex.earliest,
        latest=timex.latest,
        precision=limits.precision,
        basis=timex.basis,
        reason=_because(report, timex),
    )


def _because(report: Report, timex: Timex) -> str:
    base = report.published
    if timex.basis == "relative" and base:
        return f"“{timex.text}”, read from the publication date {base.date} ({base.basis})"
    if timex.basis == "inferred" and base:
        return f"“{timex.text}”; {base.evidence}"
    if timex.basis == "anchored":
        return f"“{timex.text}”, read from the date told before it"
    return f"“{timex.text}”"


def _published(reports: Sequence[Report]) -> EventDate:
    """The first publication as an approximate date, for what an article tells as its news."""
    news = [report.published.date for report in reports if report.published and _is_news(report)]
    if not news:
        return EventDate()
    first = min(news, key=lambda edtf: ("/" in edtf, edtf))
    start, _, end = first.partition("/")
    limits, edtf = bounds(first), f"{start}~/{end}~" if end else f"{start}~"
    reason = f"no date is stated; first published on {first}"
    return EventDate(edtf, limits.earliest, limits.latest, limits.precision, "publication", reason)


def _is_news(report: Report) -> bool:
    """Whether a report without a date is told as something that has just happened.

    What people say, and that they met, is news wherever an article tells it; other things only in its
    first paragraphs, for further down stands the background.
    """
    told = report.mention.status in ("asserted", "negated", "alleged") and report.timex is None
    return told and (report.order < LEAD or report.has("fresh"))
