"""Calendar arithmetic: moving by units, naming the unit that a day is in, picking fitting days.

Nothing here leaves the years 1–9999: what would is ``None``.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_DAYS = {"D": 1, "W": 7, "WE": 7}
_MONTHS = {"M": 1, "Q": 3, "SE": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
_SEASONS = ("WI", "SP", "SU", "FA")  # by the month divided by three; December is winter
FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SOON = 120  # days that news looks ahead without saying so
_YEARS_TRIED = 28  # days of the week repeat after as many years


def make(year: int, month: int, day: int) -> date | None:
    """A day; none when there is no such day.

    >>> make(2023, 2, 29) is None
    True
    """
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def move(day: date, unit: str, count: int) -> date | None:
    """The day so many units later; the last of the month where the month is shorter.

    >>> move(date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)
    """
    if unit in _DAYS:
        try:
            return day + timedelta(days=count * _DAYS[unit])
        except OverflowError:
            return None
    if unit not in _MONTHS:
        return day  # hours and less stay on the day
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def name(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that a day is in.

    >>> name(date(2024, 3, 22), "W"), name(date(2024, 3, 22), "Q"), name(date(1994, 1, 1), "E")
    ('2024-W12', '2024-Q1', '199')
    """
    year = f"{day.year:04d}"
    if unit in ("W", "WE"):
        week_year, week, _ = day.isocalendar()
        return f"{week_year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "SE":
        return season(day)
    return {
        "M": f"{year}-{day.month:02d}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "H": f"{year}-H{(day.month + 5) // 6}",
        "Y": year,
        "E": year[:3],
        "C": year[:2],
    }.get(unit, day.isoformat())


def season(day: date) -> str:
    """The season of a day; January and February belong to the winter of the year before.

    >>> season(date(2024, 1, 5))
    '2023-WI'
    """
    found = _SEASONS[day.month % 12 // 3]
    return f"{day.year - (found == 'WI' and day.month < 3):04d}-{found}"


def pick_weekday(reference: date, weekday: int, pick: str) -> date | None:
    """The day of that ISO weekday that is nearest to a reference in the direction of ``pick``.

    >>> pick_weekday(date(2024, 3, 25), 1, "past"), pick_weekday(date(2024, 3, 25), 1, "last")
    (datetime.date(2024, 3, 25), datetime.date(2024, 3, 18))
    """
    back = (reference.isoweekday() - weekday) % 7
    ahead = (weekday - reference.isoweekday()) % 7
    days = {
        "past": -back,
        "last": -(back or 7),
        "future": ahead,
        "next": ahead or 7,
        "this": weekday - reference.isoweekday(),
        "near": -back if back <= ahead else ahead,
    }[pick]
    return move(reference, "D", days)


def pick_year(reference: date, first: date | None, length: int, pick: str) -> int:
    """The year whose instance of a recurring stretch is nearest to a reference.

    Args:
        reference: The day to start from.
        first: Begin of the stretch in the year of the reference; none when it lacks such a day.
        length: Days of the stretch.
        pick: See `form`.

    >>> pick_year(date(2024, 4, 2), date(2024, 3, 31), 1, "past")
    2024
    """
    year = reference.year
    if first is None or pick == "this":
        return year
    last = first + timedelta(days=min(length, 366) - 1) if first.year < 9999 else first
    if pick in ("past", "last"):
        limit = first if pick == "past" else last
        return year - 1 if limit > reference or (pick == "last" and last >= reference) else year
    if pick in ("future", "next"):
        return year + 1 if last < reference or (pick == "next" and first <= reference) else year
    gap = (first - reference).days
    return year - 1 if gap > _SOON else year + 1 if gap < _SOON - 365 else year


def year_with_weekday(near: int, month: int, day: int, weekday: int) -> int | None:
    """The year closest to one in which a date falls on a weekday.

    >>> year_with_weekday(2025, 3, 22, 5)
    2024
    """
    for distance in range(_YEARS_TRIED):
        for year in (near - distance, near + distance):
            found = make(year, month, day)
            if found is not None and found.isoweekday() == weekday:
                return year
    return None
