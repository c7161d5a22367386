"""TIMEX3 values to EDTF dates.

Source: EDTF levels 0 and 1 (ISO 8601-2:2019); TIMEX3 values as in TimeML 1.2.1.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from eventgraph.timex.calendar.arithmetic import make
from eventgraph.timex.values.bounds import SEASON_CODES

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?(?:T\w[\w:]*)?",
)


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
        return f"{year}-{SEASON_CODES[match['season']]}{doubt}"
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
