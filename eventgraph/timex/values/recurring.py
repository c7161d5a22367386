"""Dates whose year, month or week is not stated, and where the calendar puts them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from eventgraph.timex.calendar import arithmetic, holidays
from eventgraph.timex.values.bounds import bounds
from eventgraph.timex.values.edtf import edtf_of

Step = Mapping[str, str]


def period_of(step: Step) -> str:
    """The stated part of a year, as TIMEX3 writes it; empty when there is none.

    >>> period_of({"quarter": "3"}), period_of({"week": "7"})
    ('Q3', 'W07')
    """
    for key, prefix in (("quarter", "Q"), ("half", "H"), ("week", "W"), ("season", "")):
        if key in step:
            return prefix + (step[key].zfill(2) if key == "week" else step[key])
    return ""


def dated(step: Step, year: int) -> str:
    """A value in a known year.

    >>> dated({"month": "3", "day": "22"}, 2024), dated({"season": "SU"}, 2024), dated({}, 2024)
    ('2024-03-22', '2024-SU', '2024')
    """
    if not 1 <= year <= 9999:
        return "XXXX"
    stem = f"{year:04d}"
    if period := period_of(step):
        return f"{stem}-{period}"
    if holiday := _movable(step, year):
        return holiday.isoformat()
    if "month" not in step:
        return stem
    month, day = int(step["month"]), int(step.get("day", 0))
    if month > 12:  # numbers in the order of the other side of the Atlantic
        month, day = day, month
    found = arithmetic.make(year, month, day)
    return found.isoformat() if found else f"{stem}-{month:02d}" if 1 <= month <= 12 else stem


def undated(step: Step) -> str:
    """The underspecified value of a part of a year.

    >>> undated({"month": "3", "day": "22"}), undated({"quarter": "3"})
    ('XXXX-03-22', 'XXXX-Q3')
    """
    if period := period_of(step):
        return f"XXXX-{period}"
    month = f"{int(step['month']):02d}" if "month" in step else "XX"
    return f"XXXX-{month}-{int(step['day']):02d}" if "day" in step else f"XXXX-{month}"


def _movable(step: Step, year: int) -> date | None:
    """A holiday without a fixed day."""
    if "easter" in step:
        sunday = holidays.easter(year)
        return arithmetic.move(sunday, "D", int(step["easter"])) if sunday else None
    if "nth" not in step:
        return None
    return holidays.nth_weekday(year, int(step["month"]), int(step["weekday"]), int(step["nth"]))


def weekday_value(step: Step, day: date | None) -> str:
    """The day of the stated weekday that is near a day; underspecified when that is unknown.

    >>> weekday_value({"weekday": "5"}, date(2024, 3, 25)), weekday_value({"weekday": "5"}, None)
    ('2024-03-22', 'XXXX-WXX-5')
    """
    if day is None:
        return f"XXXX-WXX-{step['weekday']}"
    found = arithmetic.pick_weekday(day, int(step["weekday"]), step.get("pick", "past"))
    return found.isoformat() if found else f"XXXX-WXX-{step['weekday']}"


def recurring_value(step: Step, day: date | None) -> str:
    """A part of a year whose year is not stated."""
    if day is None:
        return undated(step)
    here = dated(step, day.year)
    edtf = edtf_of(here)
    extent = bounds(edtf) if edtf else None
    if extent is None or extent.earliest is None or extent.latest is None:
        return here
    first, last = date.fromisoformat(extent.earliest), date.fromisoformat(extent.latest)
    year = arithmetic.pick_year(day, first, (last - first).days + 1, step.get("pick", "past"))
    if "weekday" in step and "day" in step:
        stated = (int(step[key]) for key in ("month", "day", "weekday"))
        year = arithmetic.year_with_weekday(year, *stated) or year
    return dated(step, year)


def day_of_month(step: Step, day: date | None) -> str:
    """The nearest such day of a month: "the 22nd"."""
    number = int(step["day"])
    if day is None:
        return f"XXXX-XX-{number:02d}"
    back = step.get("pick", "past") in ("past", "last")
    for months in range(4):
        moved = arithmetic.move(day.replace(day=1), "M", -months if back else months)
        found = arithmetic.make(moved.year, moved.month, number) if moved else None
        if found and (found <= day if back else found >= day):
            return found.isoformat()
    return f"XXXX-XX-{number:02d}"
