"""Dates inferred across articles: what an undated article shares with dated ones dates it.

A small constraint solver. An event gets a day when one report states it, or when a yearless date fits
the publication of another report. That day pins the base date of an undated article that tells the
event as "yesterday" or "on Friday"; every weekday and offset that the article states must agree. What
is stated is never overridden, and each step keeps its reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from eventgraph.model import Article, Extraction, Published, Timex
from eventgraph.resolve.events.drafts import Draft, window_of
from eventgraph.timex import constraints, ground

Where = tuple[str, int]  # article id, index of the part
WEEK = 7
STALE = 120  # days after which an article no longer tells an event as news


@dataclass(frozen=True, slots=True)
class Fixed:
    """The day of an event and why.

    Attributes:
        day: The day.
        because: Why, for people.
        by_weekday: Whether an article calls it by the name of its weekday, and so was written within
            a week of it.
    """

    day: date
    because: str
    by_weekday: bool = False


Anchor = tuple[Timex, Fixed]  # an expression that needs a base date, and the day that it means


@dataclass(frozen=True, slots=True)
class Inferred:
    """What was inferred about parts without a base date.

    Attributes:
        bases: Publication days.
        near: Days that a part tells of, where its own publication day stays unknown.
    """

    bases: Mapping[Where, Published]
    near: Mapping[Where, Fixed]

    def published(self, where: Where) -> Published | None:
        """The publication day, or the week, that was inferred for a part."""
        fixed = self.near.get(where)
        if where in self.bases or fixed is None or not fixed.by_weekday:
            return self.bases.get(where)
        week = f"{fixed.day}/{fixed.day + timedelta(WEEK - 1)}"
        return Published(week, "inferred", f"it calls the day by its weekday; {fixed.because}")


def infer(
    drafts: Sequence[Draft], articles: Sequence[Article], extractions: Sequence[Extraction]
) -> Inferred:
    """Base dates of undated parts, from the events that they share with dated ones."""
    sources = {article.id: article.source for article in articles}
    undated = dict(_undated(articles, extractions))
    anchors: dict[Where, list[Anchor]] = {where: _own_days(undated[where]) for where in undated}
    for draft in drafts:
        fixed = _day_of(draft, sources)
        for report in draft.reports if fixed else ():
            if (
                fixed
                and report.timex
                and report.where in undated
                and _means(report.timex, fixed.day)
            ):
                anchors[report.where].append((report.timex, fixed))
    bases: dict[Where, Published] = {}
    near: dict[Where, Fixed] = {}
    for where, told in sorted(anchors.items()):
        if base := _base(told, undated[where]):
            bases[where] = base
        elif told:
            days = [replace(f, by_weekday=constraints(t).month is None) for t, f in told]
            near[where] = min(days, key=lambda fixed: (fixed.day, fixed.because, fixed.by_weekday))
    return Inferred(bases, near)


def _own_days(timexes: Sequence[Timex]) -> list[Anchor]:
    """Yearless dates with their weekday ("Friday, March 22") that fit one year that the text names."""
    years = sorted({int(t.edtf[:4]) for t in timexes if t.edtf and t.edtf[:4].isdigit()})
    found = []
    for timex in timexes:
        stated = constraints(timex)
        if timex.edtf is None and stated.month and stated.day and stated.weekday:
            days = [d for year in years if (d := _day(year, stated.month, stated.day))]
            fitting = [day for day in days if day.isoweekday() == stated.weekday]
            if len(fitting) == 1:
                because = (
                    f"of the years that the text names only {fitting[0].year} has that weekday"
                )
                found.append((timex, Fixed(fitting[0], because)))
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return None


def _undated(
    articles: Sequence[Article], extractions: Sequence[Extraction]
) -> Iterator[tuple[Where, list[Timex]]]:
    """The parts without a base date, and the time expressions in each."""
    for article, extraction in zip(articles, extractions, strict=True):
        for index, part in enumerate(article.parts):
            published = article.base(part)
            if published is None or _is_week(published):
                inside = [
                    t for t in extraction.timexes if any(s.covers(t.span) for s in part.spans)
                ]
                yield (article.id, index), inside


def _is_week(published: Published) -> bool:
    """Whether all that is known of a publication date is the week, inferred in an earlier round."""
    return published.basis == "inferred" and "/" in published.date


def _day_of(draft: Draft, sources: Mapping[str, str]) -> Fixed | None:
    """The one day of an event: stated by a report, or fitted to a publication date."""
    stated: dict[date, list[str]] = defaultdict(list)
    for report in draft.reports:
        window = window_of(report)
        if window and window[0] == window[1] and report.timex:
            stated[date.fromisoformat(window[0])].append(
                f"“{report.timex.text}” in {sources[report.article]}"
            )
    if len(stated) == 1:
        day, said = next(iter(stated.items()))
        return Fixed(day, f"the same event is dated {day} by {min(said)}")
    return None if stated else _fitted(draft, sources)


def _fitted(draft: Draft, sources: Mapping[str, str]) -> Fixed | None:
    """A yearless date with the year that puts it just before the first publication of the event."""
    published = sorted(
        (report.published.date, sources[report.article])
        for report in draft.reports
        if report.published and len(report.published.date) == len("2024-03-24")
    )
    yearless = [
        (r.timex.text, found) for r in draft.reports if r.timex and (found := _month_day(r.timex))
    ]
    if not published or len({found for _, found in yearless}) != 1:
        return None
    first, source = published[0]
    limit = date.fromisoformat(first)
    text, (month, day_of_month) = yearless[0]
    day = _latest(month, day_of_month, limit)
    timexes = [report.timex for report in draft.reports if report.timex]
    if day is None or limit - day > timedelta(STALE) or not all(_agrees(t, day) for t in timexes):
        return None
    return Fixed(day, f"“{text}” and the publication of {source} on {first} fit {day}")


def _month_day(timex: Timex) -> tuple[int, int] | None:
    stated = constraints(timex)
    if timex.edtf is None and stated.month and stated.day and stated.year is None:
        return stated.month, stated.day
    return None


def _latest(month: int, day: int, limit: date) -> date | None:
    """The last such day of the calendar up to and including the limit."""
    for year in range(
        limit.year, max(limit.year - 8, 0), -1
    ):  # 29 February comes back after 8 years
        found = _day(year, month, day)
        if found and found <= limit:
            return found
    return None


def _agrees(timex: Timex | None, day: date) -> bool:
    """Whether a time expression without a base date can mean a day."""
    if timex is None or timex.edtf is not None:
        return timex is None or (timex.earliest or "") <= day.isoformat() <= (timex.latest or "9")
    stated = constraints(timex)
    if stated.weekday is None and stated.day is None and stated.offset is None:
        return False
    return stated.weekday in (None, day.isoweekday()) and (stated.month, stated.day) in (
        (None, None), (day.month, day.day),
    )  # fmt: skip


def _means(timex: Timex, day: date) -> bool:
    """Whether an expression that needs a base date ("on Friday", "March 22") means a day.

    One that does not ("in 2020") says nothing of when the article was written.
    """
    return timex.edtf is None and _agrees(timex, day)


def _base(told: Sequence[Anchor], timexes: Sequence[Timex]) -> Published | None:
    """The publication day that most shared events give, when everything in the part agrees with it."""
    votes: dict[date, list[str]] = defaultdict(list)
    for timex, fixed in told:
        for base in _bases_for(timex, fixed.day, timexes):
            votes[base].append(f"“{timex.text}” and {fixed.because}")
    possible = {day: why for day, why in votes.items() if _consistent(day, timexes)}
    if not possible:
        return None
    most = Counter({day: len(why) for day, why in possible.items()}).most_common()
    best = [day for day, count in most if count == most[0][1]]
    if len(best) > 1:
        return None
    return Published(best[0].isoformat(), "inferred", min(possible[best[0]]))


def _bases_for(timex: Timex, day: date, timexes: Iterable[Timex]) -> list[date]:
    """The publication days for which an expression means a day."""
    offset = constraints(timex).offset
    if offset is not None:
        return [day - timedelta(offset)]
    if constraints(timex).weekday is None:
        return []
    todays = {c.weekday for t in timexes if (c := constraints(t)).offset == 0 and c.weekday}
    return [day + timedelta(n) for n in range(WEEK) if (day + timedelta(n)).isoweekday() in todays]


def _consistent(base: date, timexes: Iterable[Timex]) -> bool:
    """Whether all "today, Saturday" and "yesterday, Friday" of a part hold for a publication day."""
    for timex in timexes:
        stated = constraints(timex)
        if stated.offset is None:
            continue
        try:
            day = base + timedelta(stated.offset)
        except OverflowError:
            return False
        if stated.weekday not in (None, day.isoweekday()):
            return False
    return True


def without_inferred(article: Article) -> Article:
    """The article as it was read, before any date was inferred for it."""

    def stated(published: Published | None) -> Published | None:
        return published if published and published.basis != "inferred" else None

    parts = tuple(replace(part, published=stated(part.published)) for part in article.parts)
    return replace(article, parts=parts, published=stated(article.published))


def apply(
    inferred: Inferred, articles: Sequence[Article], extractions: Sequence[Extraction]
) -> tuple[list[Article], list[Extraction]]:
    """The articles with their inferred dates, and their time expressions read again."""
    new_articles, new_extractions = [], []
    for article, extraction in zip(articles, extractions, strict=True):
        dated = _with_dates(article, inferred)
        timexes = tuple(_again(timex, article, inferred) for timex in extraction.timexes)
        new_articles.append(dated)
        new_extractions.append(replace(extraction, timexes=timexes))
    return new_articles, new_extractions


def _with_dates(article: Article, inferred: Inferred) -> Article:
    parts = tuple(
        replace(part, published=inferred.published((article.id, index)) or part.published)
        for index, part in enumerate(article.parts)
    )
    main = next((part.published for part in parts if part.kind == "main"), None)
    known = article.published and not _is_week(article.published)
    return replace(article, parts=parts, published=article.published if known else main)


def _again(timex: Timex, article: Article, inferred: Inferred) -> Timex:
    if timex.edtf is not None or not timex.form:
        return timex
    where = (article.id, _part_of(timex, article))
    if where in inferred.bases:
        read = ground(timex, date.fromisoformat(inferred.bases[where].date))
    elif where in inferred.near:
        read = _near(timex, inferred.near[where].day)
    else:
        return timex
    return replace(read, basis="inferred") if read.edtf else timex


def _part_of(timex: Timex, article: Article) -> int:
    return next(
        n for n, part in enumerate(article.parts) if any(s.covers(timex.span) for s in part.spans)
    )


def _near(timex: Timex, day: date) -> Timex:
    """A yearless date or a weekday in an article that tells of a day, its own date unknown.

    A yearless date is the nearest to that day. A weekday lies in the week that begins with it: who
    writes "Friday" for a day writes within a week of it.
    """
    stated = constraints(timex)
    if stated.offset is not None or (stated.weekday is None and stated.month is None):
        return timex
    form = timex.form
    for pick in ("past", "future", "last", "next", "this"):
        form = form.replace(f"pick={pick}", "pick=near" if stated.month else "pick=future")
    read = ground(replace(timex, form=form), day)
    return replace(read, form=timex.form)
