"""Holidays without a fixed day: the n-th weekday of a month, and what moves with Easter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from eventgraph.timex.calendar.arithmetic import make, move


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The n-th such weekday of a month; -1 is the last.

    >>> nth_weekday(2024, 11, 4, 4)
    datetime.date(2024, 11, 28)
    """
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    first = date(year, month, 1 if nth > 0 else monthrange(year, month)[1] - 6)
    ahead = (weekday - first.isoweekday()) % 7
    return move(first, "D", ahead + 7 * (nth - 1 if nth > 0 else 0))


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches.

    Source: the anonymous Gregorian algorithm (Nature, 20 April 1876).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return make(year, month, day + 1)
