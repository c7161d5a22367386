"""The *form* of a time expression: what it says before a base date is known.

    form  := steps [" .. " steps]        ".." joins the two ends of an interval; the steps with "end=1"
                                         is the end that the timex stands for, else it is the first
    steps := step (" then " step)*       the first step starts from the publication date, each further
                                         one from the result of the step before ("the following day")
    step  := key "=" value (" " key "=" value)*

    key       value                      meaning
    year      2024                       stated year
    month     1..12                      stated month
    day       1..31                      stated day of the month
    weekday   1..7                       stated ISO weekday (Monday is 1)
    quarter   1..4, half 1..2, season SP SU FA WI, week 1..53     stated part of a year
    nth       1..4, -1                   with month and weekday: the n-th one of the month ("Thanksgiving")
    easter    0, -2, 1                   days from Easter Sunday
    hijri     1                          year, month and day are of the Islamic calendar
    to        14                         last day of a range of days ("12–14 March")
    decade    199                        stated decade; century 19 (the 1900s); fiscal 2007
    unit      D W M Q H Y E C WE SE h m s   unit of the shift: day, week, month, quarter, half-year, year,
                                         decade, century, weekend, season, hour, minute, second
    shift     -1, +2, 0, -X              how many units from the reference; X is an unknown number
    pick      past future last next this near    which one of the days that fit the stated parts: the
                                         nearest not after / not before / before / after the reference,
                                         in the same week or year, or the nearest of all
    from      told                       the step before is the last date told ("the following day")
    part      MO MI AF EV NI DT          part of the day
    clock     16:00                      time of day; ampm=12 adds twelve hours before noon,
                                         ampm=NI those of the night ("2:30 at night" is 02:30)
    mod       START MID END APPROX BEFORE AFTER …   TIMEX3 modifier
    open      after | before             an interval that has one end ("since 2015", "until May")
    value     P5Y, PAST_REF, XXXX-WXX-1  the TIMEX3 value itself; set=1 marks a SET
    end       1                          see above

What a constraint solver needs of it gives `constraints`: the day offset from the base, the stated
weekday, month and day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eventgraph.model import Timex

Step = dict[str, str]
Steps = tuple["Mapping[str, str]", ...]
_FAR = 4000  # more units than this are not a date of the news


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a timex demands of the publication date or of its own day.

    Attributes:
        offset: Days from the publication date to the day meant; none when not stated.
        weekday: ISO weekday of the day meant (Monday is 1); none when not stated.
        month: Month of the day meant.
        day: Day of the month of the day meant.
        year: Year of the day meant.
    """

    offset: int | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None


@lru_cache(maxsize=20_000)
def read_step(text: str) -> Mapping[str, str]:
    """A step as a mapping.

    >>> dict(read_step("unit=D shift=-1"))
    {'unit': 'D', 'shift': '-1'}
    """
    return MappingProxyType(dict(word.split("=", 1) for word in text.split()))


def read_steps(text: str) -> Steps:
    """A steps as its steps."""
    return tuple(read_step(step) for step in text.split(" then "))


def write_step(step: Mapping[str, str]) -> str:
    """A step as text.

    >>> write_step({"unit": "D", "shift": "-1"})
    'unit=D shift=-1'
    """
    return " ".join(f"{key}={value}" for key, value in step.items())


def constraints(timex: Timex) -> Constraints:
    """What the form of a timex says about days, for a solver that looks for the publication date.

    >>> from eventgraph.timex import find_timexes
    >>> [timex] = find_timexes("قتل خمسة أمس الجمعة", language="ar")
    >>> constraints(timex)
    Constraints(offset=-1, weekday=5, month=None, day=None, year=None)
    """
    if not timex.form or " then " in timex.form:
        return Constraints()
    first, _, second = timex.form.partition(" .. ")
    step = read_step(second if " end=1" in f" {second}" else first)
    offset = int(step["shift"]) if step.get("unit") == "D" and "X" not in step["shift"] else None
    return Constraints(
        None if "from" in step else offset,
        *(int(step[key]) if key in step else None for key in ("weekday", "month", "day", "year")),
    )
