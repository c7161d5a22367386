"""Which of two days 03/04/2024 is: by the order that the document itself shows, else it stays open.

A date with a day over 12 anywhere decides for all of its kind; so does a day that the article names in words
near one of the two readings and far from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from eventgraph.model import Span
from eventgraph.readers.metadata.iso_date import day

NEAR = 7  # days that news is apart from when it is told
LAST_MONTH = 12

_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")

Readings = tuple[str, str]  # day first, month first


def readings(line: str) -> Iterator[Readings]:
    """The two days that each ambiguous date of a line may be, ISO.

    >>> list(readings("Issued on: 04/08/2020, not 24/08/2020"))
    [('2020-08-04', '2020-04-08')]
    """
    for first, second, year in _numbers(line):
        if first != second and max(first, second) <= LAST_MONTH:
            yield day(year, second, first) or "", day(year, first, second) or ""


def decide(two: Readings, text: str, body: Iterable[Span], language: str) -> str | None:
    """The reading that the document decides for; none where nothing does.

    Args:
        two: The day if the day stands first, and if the month does.
        text: All of the document.
        body: Where its article is.
        language: ISO 639-1 code.
    """
    orders = {
        first > LAST_MONTH for first, second, _ in _numbers(text) if max(first, second) > LAST_MONTH
    }
    if len(orders) == 1:
        return two[0] if orders.pop() else two[1]
    told = list(_told_days(text, body, language, int(two[0][:4])))
    near = [reading for reading in two if any(_apart(reading, other) <= NEAR for other in told)]
    return near[0] if len(near) == 1 else None


def _numbers(text: str) -> Iterator[tuple[int, int, int]]:
    return (tuple(map(int, found.groups())) for found in _NUMERIC.finditer(text))  # type: ignore[misc]


def _told_days(text: str, body: Iterable[Span], language: str, year: int) -> Iterator[date]:
    """The days that the article names in words; one without a year is taken as of the year in question."""
    from eventgraph.timex import find_timexes

    for timex in find_timexes(text, language=language, spans=tuple(body)):
        if "/" in timex.text:
            continue
        if found := _YEARLESS.fullmatch(timex.value):
            if named := day(year, int(found[1]), int(found[2])):
                yield date.fromisoformat(named)
        elif timex.basis == "explicit" and timex.earliest and timex.earliest == timex.latest:
            yield date.fromisoformat(timex.earliest)


def _apart(reading: str, other: date) -> int:
    return abs((date.fromisoformat(reading) - other).days)
