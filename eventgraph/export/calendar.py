"""EDTF dates for formats that have calendar dates of their own: numbers, ISO prefixes and words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from eventgraph.export.html.page import load_words
from eventgraph.model import EventDate

_BARE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_OPEN = ("", "..")


class Partial(NamedTuple):
    """A year, a month of a year, or a day: no more than the source says."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 of the same precision: ``2019``, ``2019-06`` or ``2019-06-04``.

        >>> Partial(2019, 6).iso
        '2019-06'
        """
        rest = [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join([f"{self.year:04d}", *rest])


def ends(when: EventDate) -> tuple[Partial | None, Partial | None]:
    """First and last part of an event's date, as precise as the date is and not more.

    A year, month or day has no second part. What ISO 8601 has no name for (decades, seasons) is given
    by its first and last month. An open end is none; an unknown date is two of them.

    >>> ends(EventDate("2019-06~"))
    (Partial(year=2019, month=6, day=None), None)
    >>> ends(EventDate("2014/..", "2014-01-01", None, "interval"))
    (Partial(year=2014, month=None, day=None), None)
    """
    if when.edtf is None:
        return None, None
    first, slash, last = when.edtf.partition("/")
    if slash:
        return _end(first, when.earliest), _end(last, when.latest)
    start = _exact(first)
    return (start, None) if start else (_month(when.earliest), _month(when.latest))


def _end(edtf: str, day: str | None) -> Partial | None:
    return None if edtf in _OPEN else _exact(edtf) or _month(day)


def _exact(edtf: str) -> Partial | None:
    match = _BARE.fullmatch(edtf.rstrip("~?%"))
    return Partial(*(int(part) for part in match.groups() if part)) if match else None


def _month(day: str | None) -> Partial | None:
    return Partial(int(day[:4]), int(day[5:7])) if day else None


def surely(when: EventDate) -> str | None:
    """The most precise ISO date that holds for the whole of a date; none when there is none.

    For formats that have one field and would otherwise show the first day of an interval as the day.

    >>> surely(EventDate("2024-03-22/2024-03-28")), surely(EventDate("2019/2021"))
    ('2024-03', None)
    """
    first, last = ends(when)
    if first is None or (last is None and "/" in (when.edtf or "")):
        return None
    if last is None:
        return first.iso
    if first[:2] == last[:2] and first.month:
        return Partial(first.year, first.month).iso
    return Partial(first.year).iso if first.year == last.year else None


def after(day: str) -> str | None:
    """The day after an ISO day; none after the last day of the calendar.

    >>> after("2024-02-29"), after("9999-12-31")
    ('2024-03-01', None)
    """
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except OverflowError:
        return None


def in_words(edtf: str | None, language: str = "en") -> str:
    """An EDTF date as a reader would say it, with its doubt.

    >>> in_words("2020-08-05~"), in_words("199X"), in_words("2014/..")
    ('about 5 August 2020', '1990s', 'since 2014')
    """
    words = load_words(language)["ui"]
    if edtf is None:
        return str(words["noDate"])
    first, slash, last = edtf.partition("/")
    if not slash:
        return _doubted(edtf, words)
    if first in _OPEN:
        return str(words["until"]).format(date=_doubted(last, words))
    if last in _OPEN:
        return str(words["since"]).format(date=_doubted(first, words))
    return f"{_doubted(first, words)} – {_doubted(last, words)}"


def _doubted(edtf: str, words: dict[str, str]) -> str:
    said = _said(edtf.rstrip("~?%"), words)
    mark = edtf[len(edtf.rstrip("~?%")) :]
    if not mark:
        return said
    key = {"~": "about", "?": "perhaps"}.get(mark, "aboutPerhaps")
    return words[key].format(date=said)


def _said(bare: str, words: dict[str, str]) -> str:
    """One date without its doubt; what has no words stays as written."""
    if exact := _exact(bare):
        return _spelled(exact, words["locale"])
    if season := re.fullmatch(r"(\d{4})-(2[1-4])", bare):
        return f"{words['season' + season[2]]} {season[1]}"
    if decade := re.fullmatch(r"(\d{3})X", bare):
        return words["decade"].format(year=f"{decade[1]}0")
    if century := re.fullmatch(r"(\d\d)XX", bare):
        return words["century"].format(number=int(century[1]) + 1)
    return bare


def _spelled(exact: Partial, locale: str) -> str:
    from babel.dates import format_date, format_skeleton

    if exact.month is None or not exact.year:
        return exact.iso
    day = date(exact.year, exact.month, exact.day or 1)
    name = locale.partition("-u-")[0].replace("-", "_")  # Babel knows no Unicode extensions
    if exact.day:
        return str(format_date(day, "long", locale=name))
    return str(format_skeleton("yMMMM", day, locale=name))
