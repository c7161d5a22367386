"""TIMEX3 values to EDTF, and EDTF to the days that it covers.

Source: EDTF levels 0 and 1 (ISO 8601-2:2019); TIMEX3 values as in TimeML 1.2.1.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from eventgraph.errors import DateError
from eventgraph.timex.days import FIRST_MONTH, make, move

_SEASON_CODES = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_EDTF_SEASON = {season: code for code, season in _SEASON_CODES.items()}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?(?:T\w[\w:]*)?",
)
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


def edtf_of(value: str, mod: str = "") -> str | None:
    """The EDTF date of a TIMEX3 value; none for durations, sets and what has no base.

    >>> edtf_of("2024-03", "START"), edtf_of("199"), edtf_of("2024-W12"), edtf_of("XXXX-03")
    ('2024-03~', '199X', '2024-03-18/2024-03-24', None)
    """
    doubt = "~" if mod in ("START", "MID", "END", "APPROX") else ""
    if "/" in value:
        ends = [edtf_of(end) for end in value.split("/")]
        return "/".join(end for end in ends if end) if all(ends) else None
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X") + doubt
    if re.fullmatch(r"FY\d{4}", value):
        return value[2:] + "~"  # a financial year begins in another month than January
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    return _exact(match, doubt)


def _exact(match: re.Match[str], doubt: str) -> str | None:
    year, month, day = match["year"], match["month"], match["day"]
    if match["week"]:
        return _week(int(year), int(match["week"]), weekend=bool(match["weekend"]))
    if match["season"]:
        return f"{year}-{_EDTF_SEASON[match['season']]}{doubt}"
    for name, months in (("quarter", 3), ("half", 6)):
        if match[name]:
            last = int(match[name]) * months
            return f"{year}-{last - months + 1:02d}/{year}-{last:02d}"
    if day is None:
        return (f"{year}-{month}" if month else year) + doubt
    exists = make(int(year), int(month), int(day))
    return exists.isoformat() if exists else None  # "early Friday" is still Friday


def _week(year: int, week: int, *, weekend: bool) -> str | None:
    try:
        first = date.fromisocalendar(year, week, 6 if weekend else 1)
        last = first + timedelta(days=1 if weekend else 6)
    except (ValueError, OverflowError):
        return None
    return f"{first.isoformat()}/{last.isoformat()}"


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
    if month in _SEASON_CODES:
        return _season(int(year), _SEASON_CODES[month])
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
