"""Forms to TIMEX3 values: the steps of a form applied to a base date."""

from __future__ import annotations

from datetime import date

from eventgraph.timex.calendar import arithmetic, hijri
from eventgraph.timex.grammar.form import Steps
from eventgraph.timex.matching.numerals import full_year
from eventgraph.timex.values.bounds import bounds
from eventgraph.timex.values.edtf import edtf_of
from eventgraph.timex.values.recurring import (
    Step,
    dated,
    day_of_month,
    period_of,
    recurring_value,
    undated,
    weekday_value,
)

_UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "SE": "XXXX-XX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}
_COARSE = ("-Q", "-H", "-SP", "-SU", "-FA", "-WI")


def resolve(steps: Steps, base: date | None) -> str:
    """The TIMEX3 value of a steps of steps.

    Args:
        steps: Steps; the first starts from the base, each other one from the result before.
        base: The publication date, if known.

    >>> from eventgraph.timex.grammar.form import read_steps
    >>> resolve(read_steps("weekday=5 pick=past then unit=D shift=+1"), date(2024, 3, 25))
    '2024-03-23'
    >>> resolve(read_steps("weekday=5 pick=past"), None)
    'XXXX-WXX-5'
    """
    value = base.isoformat() if base else ""
    for step in steps:
        value = resolve_step(step, value)
    return value


def resolve_step(step: Step, reference: str) -> str:
    """The value of one step.

    Args:
        step: See `form`.
        reference: TIMEX3 value that it starts from; empty when unknown.
    """
    if "value" in step:
        return step["value"]
    stem = _named(step) or _stem(step, _first_day(reference), reference)
    if "to" in step:
        return _days_to(stem, step["to"])
    if "clock" in step:
        return f"{_day_of(stem)}T{_clock(step)}"
    return f"{_day_of(stem)}T{step['part']}" if "part" in step else stem


_HALF = {"AF": "12", "EV": "12", "NI": "NI"}  # hours that a part of the day adds to a clock
_DUSK = 6  # o'clock "at night" from which on it is before midnight


def _clock(step: Step) -> str:
    """The time of day on the 24-hour clock."""
    hour, minute = (int(part) for part in step["clock"].split(":"))
    half = step.get("ampm") or _HALF.get(step.get("part", ""), "")
    if half == "NI":  # the night before midnight, or after it
        half = "12" if _DUSK <= hour < 12 else "0"
    if hour <= 12 and half:
        hour = hour % 12 + int(half)
    return f"{hour:02d}:{minute:02d}"


def _days_to(stem: str, last: str) -> str:
    """The interval from a day to another day of its month: "12–14 March"."""
    end = f"{stem[:-2]}{int(last):02d}"
    return f"{stem}/{end}" if stem[-2:] < end[-2:] and (edtf_of(end) or "X" in end) else stem


def _first_day(reference: str) -> date | None:
    edtf = edtf_of(reference)
    if not edtf:
        return None
    earliest = bounds(edtf).earliest
    return date.fromisoformat(earliest) if earliest else None


def _day_of(stem: str) -> str:
    """The stem without its own time of day; at least a day."""
    return (stem or "XXXX-XX-XX").partition("T")[0]


def _named(step: Step) -> str:
    """A value that depends on no reference; empty when it does."""
    if "fiscal" in step:
        return "FY" + step["fiscal"]
    if "decade" in step:
        return step["decade"]
    if "century" in step:
        return step["century"].zfill(2)
    if "hijri" in step:
        return hijri.gregorian(step)
    if "year" not in step or "shift" in step:
        return ""
    year = full_year(int(step["year"]))
    later = int(step.get("toyear", 0)) + year // 100 * 100
    return f"{year:04d}/{later:04d}" if later > year else dated(step, year)


def _stem(step: Step, day: date | None, reference: str) -> str:
    if "shift" in step:
        return _shifted(step, day, reference)
    if "month" in step or "easter" in step or period_of(step):
        return recurring_value(step, day)
    if "weekday" in step:
        return weekday_value(step, day)
    if "day" in step:
        return day_of_month(step, day)
    return reference.partition("T")[0]


def _shifted(step: Step, day: date | None, reference: str) -> str:
    """A value so many units away from the reference."""
    unit, shift = step["unit"], step["shift"]
    if "X" in shift:
        return "FUTURE_REF" if shift.startswith("+") else "PAST_REF"
    if day is None:
        return weekday_value(step, None) if "weekday" in step else _inside(step, None, unit)
    if float(shift) != int(float(shift)):
        return _half_way(day, unit, float(shift))
    moved = arithmetic.move(day, unit, int(float(shift)))
    if moved is None:
        return _UNKNOWN.get(unit, "XXXX-XX-XX")
    if unit == "Y" and any(mark in reference for mark in _COARSE) and not _stated(step):
        return f"{moved.year:04d}{reference[4:]}"  # "a year earlier" than a quarter is a quarter
    return _inside(step, moved, unit)


def _half_way(day: date, unit: str, shift: float) -> str:
    """The day so many and a half units away: "a year and a half ago"."""
    half = {"Y": ("M", 12), "W": ("D", 7), "M": ("D", 30), "E": ("Y", 10)}.get(unit, ("D", 1))
    moved = arithmetic.move(day, half[0], round(shift * half[1]))
    return arithmetic.name(moved, half[0]) if moved else _UNKNOWN.get(unit, "XXXX-XX-XX")


def _stated(step: Step) -> bool:
    return any(key in step for key in ("month", "day", "weekday")) or bool(period_of(step))


def _inside(step: Step, moved: date | None, unit: str) -> str:
    """The stated part of the unit that was reached: "March last year", "Friday last week"."""
    if moved is None:
        return undated(step) if _stated(step) else _UNKNOWN.get(unit, "XXXX-XX-XX")
    if unit == "Y" and _stated(step):
        return dated(step, moved.year)
    if unit == "M" and "day" in step:
        found = arithmetic.make(moved.year, moved.month, int(step["day"]))
        return found.isoformat() if found else arithmetic.name(moved, "M")
    if unit in ("W", "D") and "weekday" in step:
        # A stated weekday outweighs "yesterday": the article may have come out days after it was written.
        found = arithmetic.pick_weekday(
            moved, int(step["weekday"]), "this" if unit == "W" else "past"
        )
        return found.isoformat() if found else arithmetic.name(moved, unit)
    return arithmetic.name(moved, unit)
