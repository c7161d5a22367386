"""Hijri dates (Umm al-Qura calendar) as Gregorian ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache


def gregorian(step: Mapping[str, str]) -> str:
    """The Gregorian value of a Hijri day, month or year.

    A month or a year, which lie across Gregorian ones, become an interval of days; years outside the
    tables of the calendar (1343–1500) an approximate Gregorian year.

    >>> gregorian({"hijri": "1", "year": "1445", "month": "8", "day": "15"})
    '2024-02-25'
    """
    year = int(step["year"])
    month, day = int(step.get("month", 0)), int(step.get("day", 0))
    return _convert(year, month, day)


@lru_cache(maxsize=1000)
def _convert(year: int, month: int, day: int) -> str:
    from hijridate import Hijri

    if not 1343 <= year <= 1499:
        return f"{round(year * 0.970224 + 621.5774):04d}"
    length = Hijri(year, month or 12, 1).month_length()
    if day > length:
        day = 0
    first = Hijri(year, month or 1, day or 1).to_gregorian().isoformat()
    last = Hijri(year, month or 12, day or length).to_gregorian().isoformat()
    return first if day else f"{first}/{last}"
