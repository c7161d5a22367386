"""EDTF dates to the days that they cover.

Source: EDTF levels 0 and 1 (ISO 8601-2:2019).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from eventgraph.errors import DateError
from eventgraph.timex.calendar.arithmetic import FIRST_MONTH, make, move

SEASON_CODES = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_SEASONS = {code: season for season, code in SEASON_CODES.items()}
_EDTF = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
# Which third of a period START, MID and END mean.
_THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}
_NARROW = 3  # days are not divided
_MONTHLY = 80  # days; what is longer is divided into whole months


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days that a date covers.

    Attributes:
        earliest: First day, ISO; none when open or unknown.
        latest: Last day, ISO, inclusive; none when open or unknown.
        precision: day, week, month, quarter, season, year, decade, century, interval or unknown.
    """

    earliest: str | None = None
    latest: str | None = None
    precision: str = "unknown"


def bounds(edtf: str) -> Bounds:
    """The days that an EDTF date or interval (levels 0 and 1) covers.

    Raises:
        DateError: The string is not such a date.

    >>> bounds("2024-02")
    Bounds(earliest='2024-02-01', latest='2024-02-29', precision='month')
    >>> bounds("2015/..")
    Bounds(earliest='2015-01-01', latest=None, precision='interval')
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        first, last, precision = _single(start)
        return Bounds(first.isoformat(), last.isoformat(), precision)
    first_day = None if start in ("..", "") else _single(start)[0]
    last_day = None if end in ("..", "") else _single(end)[1]
    return Bounds(_iso(first_day), _iso(last_day), _shape(first_day, last_day))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def narrow(found: Bounds, mod: str) -> Bounds:
    """The third of a period that ``START``, ``MID`` or ``END`` names; days are not divided.

    >>> narrow(bounds("2024-04"), "END").earliest
    '2024-04-21'
    """
    if mod not in _THIRDS or not (found.earliest and found.latest):
        return found
    first, last = date.fromisoformat(found.earliest), date.fromisoformat(found.latest)
    count = (last - first).days + 1
    if count < _NARROW:
        return found
    low, high = _THIRDS[mod]
    months = round(count / 30.44) if count > _MONTHLY else 0
    start, end = (
        move(first, "M", months * part // 3) if months else move(first, "D", count * part // 3)
        for part in (low, high)
    )
    final = last if mod == "END" or end is None else end - timedelta(days=1)
    return Bounds(_iso(start), final.isoformat(), found.precision)


def _single(text: str) -> tuple[date, date, str]:
    match = _EDTF.fullmatch(text)
    if match is None:
        raise DateError(f"{text!r} is not an EDTF date of level 0 or 1, such as 2024-03-22 or 199X")
    year, month, day = match.groups()
    if "X" in year:
        first = date(max(int(year.replace("X", "0")), 1), 1, 1)
        last = date(max(int(year.replace("X", "9")), 1), 12, 31)
        return first, last, "century" if year.endswith("XX") else "decade"
    if month in _SEASONS:
        return _season(int(year), _SEASONS[month])
    first_day = make(int(year), int(month or 1), int(day or 1))
    if first_day is None:
        raise DateError(f"{text!r} is not a day of the calendar")
    if day:
        return first_day, first_day, "day"
    if month:
        return first_day, _month_end(first_day), "month"
    return first_day, date(first_day.year, 12, 31), "year"


def _season(year: int, season: str) -> tuple[date, date, str]:
    first = make(year, FIRST_MONTH[season], 1)
    if first is None:
        raise DateError(f"{year:04d} is not a year of the calendar")
    last = move(first, "M", 2)
    return first, _month_end(last) if last else date(year, 12, 31), "season"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _shape(first: date | None, last: date | None) -> str:
    """Week and quarter are intervals in EDTF; everything else that has two ends is just that."""
    if first is None or last is None:
        return "interval"
    if first.isoweekday() == 1 and (last - first).days == 6:
        return "week"
    quarter = (
        first.day == 1
        and first.month % 3 == 1
        and (last.year, last.month) == (first.year, first.month + 2)
    )
    return "quarter" if quarter and last == _month_end(last) else "interval"
